"""Settling: settings changed in notes.toml, whose other lines and comments stay, once they are known to be sound."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from notes.checking import wrong_with_tools
from notes.files import read_real
from notes.folders import Folder
from notes.problems import BadValue, Level, Problem, Unusable
from notes.settings_file import EXAMPLE, read_settings_in
from notes.staging import write_whole
from notes.toml import toml_in, with_settings

OF_TOOLS = ("business", "signers", "hands", "card", "envelope", "label")  # what hands, papers and texts depend on


def settle(folder: Folder, cache: Path, section: str, values: Sequence[tuple[str, Any]]) -> Sequence[Problem]:
    """Write settings of a section, those of None out of the file; what the person should know of the new values.

    They are on the disk when this returns.

    Raises:
        BadValue: one of them cannot be used, or something else cannot beside it.
        Unusable: the file cannot be read, understood or written.
    """
    path = folder.settings
    before = _understood(path)
    was, wrong_before = read_settings_in(before, path)
    if odd := [one for one in wrong_before if one.place.key == section]:
        raise Unusable(odd)
    after = with_settings(before, section, values)
    asked = {f"{section}.{name}" for name, _ in values}
    now, wrong_after = read_settings_in(after, path)
    _ensure_sound([one for one in wrong_after if one not in wrong_before], asked)
    new: Sequence[Problem] = ()
    if section in OF_TOOLS and not wrong_after:
        known = wrong_with_tools(folder, was, cache)[0]
        new = [one for one in wrong_with_tools(folder, now, cache)[0] if one not in known]
        _ensure_sound(new, asked)
    keep(path, after)
    return new


def _ensure_sound(problems: Sequence[Problem], asked: set[str]) -> None:
    """See that nothing new is wrong.

    Raises:
        BadValue: it is; with its place where that is not one of the settings that were asked for.
    """
    for one in problems:
        if one.level is Level.ERROR:
            place = str(one.place)
            raise BadValue(one.message if not place or place in asked else f"{place}: {one.message}", one.remedy)


def settle_columns(folder: Folder, columns: Sequence[tuple[str, str | None]]) -> None:
    """Keep what columns are taken for, by the names of their fields.

    Raises:
        Unusable: the file cannot be read, understood or written.
    """
    keep(folder.settings, with_settings(_understood(folder.settings), "columns", columns))


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


def _understood(path: Path) -> str:
    """The text of the settings file, which is TOML."""
    try:
        text = read_real(path).decode("utf-8-sig") if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        remedy = "Check that it can be read, and that it is saved with the encoding UTF-8."
        raise Unusable.because(path.name, "the settings cannot be read.", remedy) from error
    if broken := toml_in(text, path.name, EXAMPLE)[1]:
        raise Unusable(broken)
    return text
