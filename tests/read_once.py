"""What every command reads anew though it is always the same, here once for a process: our wordings, papers and hands.

What cells are heard with is kept as well.
A command spends most of its time on it. What a test changes of it (the wordings of a business, its papers, a copy of
the program) is read as ever; tests of the reading itself call it by themselves, and other processes know nothing of it.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from notes.resources import TEMPLATES


def share(patch: pytest.MonkeyPatch) -> None:
    """Let the commands of this process share what they read of ours."""
    from notes import pipeline, wording
    from notes.language import sounding
    from notes.paper import stocks
    from notes.wording import linter
    from notes.writing import opening

    wordings = _once(wording.read_wordings, _wordings_as_they_are)
    patch.setattr(wording, "read_wordings", wordings)
    patch.setattr(linter, "read_wordings", wordings)
    papers = _once(stocks.read_stocks, lambda path=None: ((*stocks.OURS,), path and _as_it_is(path)))
    patch.setattr(stocks, "read_stocks", papers)
    patch.setattr(pipeline, "read_stocks", papers)
    patch.setattr(sounding, "let_go", lambda: None)
    patch.setattr(opening, "_read", _once(opening._read, lambda data, _: data))


def _once(read: Callable[..., Any], key: Callable[..., object]) -> Callable[..., Any]:
    """The same reading, that gives again what it gave for the same key; what cannot be read is no key."""
    known: dict[object, Any] = {}

    def reading(*of: Any) -> Any:
        try:
            so = key(*of)
        except OSError:
            return read(*of)
        if so not in known:
            known[so] = read(*of)
        return known[so]

    return reading


def _wordings_as_they_are(folders: Sequence[Path], occasions: Any = None) -> object:
    names = tuple(occasions.names) if occasions else ()
    return tuple(_folder_as_it_is(folder) for folder in folders), names


def _folder_as_it_is(folder: Path) -> object:
    if folder == TEMPLATES:
        return folder
    return folder, tuple(map(_as_it_is, sorted(folder.rglob("*"))))


def _as_it_is(path: Path) -> object:
    """What a file holds; of a folder, or of a pipe that would be waited for, that it is none."""
    return path, path.read_bytes() if path.is_file() else path.exists()
