"""Settling: settings changed in notes.toml, whose other lines and comments stay, once they are known to be sound."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from notes.checking import wrong_with_tools
from notes.files import read_real
from notes.folders import Folder
from notes.problems import BadValue, Level, Problem, Unusable
from notes.settings import EXAMPLE, read_settings_in
from notes.staging import write_whole
from notes.toml import toml_in, with_settings


def settle(folder: Folder, cache: Path, section: str, values: Sequence[tuple[str, Any]]) -> Sequence[Problem]:
    """Write settings of a section, those of None out of the file; what the person should know of the new values.

    They are on the disk when this returns.

    Raises:
        BadValue: one of them cannot be used, or something else cannot beside it.
        Unusable: the file cannot be read, understood or written.
    """
    path = folder.settings
    before = _text(path)
    if broken := toml_in(before, path.name, EXAMPLE)[1]:
        raise Unusable(broken)
    known = set(_problems(folder, cache, before))
    if odd := [one for one in known if one.place.key == section]:
        raise Unusable(odd)
    after = with_settings(before, section, values)
    new = [one for one in _problems(folder, cache, after) if one not in known]
    if wrong := [one for one in new if one.level is Level.ERROR]:
        raise BadValue(_told(wrong[0], {f"{section}.{name}" for name, _ in values}), wrong[0].remedy)
    keep(path, after)
    return new


def settle_columns(folder: Folder, columns: Sequence[tuple[str, str | None]]) -> None:
    """Keep what columns are taken for, by the names of their fields.

    Raises:
        Unusable: the file cannot be read, understood or written.
    """
    before = _text(folder.settings)
    if broken := toml_in(before, folder.settings.name, EXAMPLE)[1]:
        raise Unusable(broken)
    keep(folder.settings, with_settings(before, "columns", columns))


def keep(path: Path, text: str) -> None:
    """Write the settings file.

    Raises:
        Unusable: it cannot be written.
    """
    try:
        write_whole(path, text.encode())
    except OSError as error:
        why = error.strerror or "it is not writable"
        raise Unusable.because(path.name, f"the settings cannot be written: {why}.", "Check the folder.") from None


def _text(path: Path) -> str:
    try:
        return read_real(path).decode("utf-8-sig") if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        remedy = "Check that it can be read, and that it is saved with the encoding UTF-8."
        raise Unusable.because(path.name, "the settings cannot be read.", remedy) from error


def _problems(folder: Folder, cache: Path, text: str) -> Sequence[Problem]:
    """What a run would find wrong with such a settings file."""
    settings, wrong = read_settings_in(text, folder.settings)
    return wrong or wrong_with_tools(folder, settings, cache)[0]


def _told(problem: Problem, asked: set[str]) -> str:
    """What is wrong, with its place where that is not the setting that was changed."""
    place = str(problem.place)
    return problem.message if not place or place in asked else f"{place}: {problem.message}"
