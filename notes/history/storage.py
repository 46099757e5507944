"""The files of the history: one for each run, written whole or not at all, and never changed.

The name of a file ends with the digest of what is in it, so one that was changed is noticed. What cannot be read is an
error where it may hide a card that was sent; only a last line that is cut short is tolerated, and told.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from notes.files import name_of, read_real
from notes.history.events import Event, Newer
from notes.history.ledger import Ledger
from notes.history.past import Past
from notes.problems import Level, Place, Problem, shown
from notes.staging import write_whole

ENDING = ".jsonl"
# What systems and services leave in a folder, and what is ours there but holds no events.
_OF_NOBODY = re.compile(
    r"\.lock|\.writable|\..*\.new|\.DS_Store|\._.*|Thumbs\.db|desktop\.ini|Icon\r|\.git.*|\.st.*|\.sync.*|\.dropbox.*|\.~.*"
    r"|@eaDir|\.nfs.*|\.fuse_hidden.*|\.smbdelete.*|\.afpDeleted.*",
    re.IGNORECASE,
)
_EVICTED = re.compile(r"\.(?P<name>.+)\.icloud", re.IGNORECASE)
_SEALED = re.compile(r"-(?P<digest>[0-9a-f]{8})\.jsonl")
_OURS = re.compile(r"(.+?-[0-9a-f]{8}(?![0-9a-f])|.+?(?=\.jsonl))", re.IGNORECASE)  # the name that a file of ours had
_MEND = "Copy it back from a backup or from the other computer."


def read_history(folder: Path) -> tuple[Past, Sequence[Problem]]:
    """Everything in the files of a folder, and what cannot be read."""
    events: list[Event] = []
    problems: list[Problem] = []
    try:
        paths = sorted(folder.iterdir()) if folder.exists() or folder.is_symlink() else []
    except OSError as error:
        message = f"this folder cannot be read: {error.strerror or error}."
        return Past(), [Problem(Place(name_of(folder)), message, _MEND)]
    for path in paths:
        if _OF_NOBODY.fullmatch(path.name):
            continue
        if path.suffix != ENDING or path.is_dir():
            problems.append(_stranger(path))
            continue
        found, wrong = _read(path)
        events += found
        problems += wrong
    return Past.of(events), problems


def _stranger(path: Path) -> Problem:
    """What is said of a file that is none of the history by its name, but may be one all the same."""
    if evicted := _EVICTED.fullmatch(path.name):
        remedy = f"Click on the cloud beside “{shown(evicted['name'])}” in the Finder, and wait until it is there."
        return _error(path, "iCloud has taken this file off the computer, so what was sent is not known.", remedy)
    if path.is_dir() and any(path.rglob(f"*{ENDING}")):
        remedy = f"Move the files that end in {ENDING} from it into {name_of(path.parent)}/, and it to another folder."
        return _error(path, "the history has a folder in it, which is not read.", remedy)
    if (ours := _OURS.match(path.name)) and not path.is_dir() and not path.with_name(f"{ours[1]}{ENDING}").exists():
        remedy = f"Name it “{shown(ours[1])}{ENDING}” again, as Fairhand did."
        return _error(path, "the history has a file whose name was changed, so it is not read.", remedy)
    return _error(path, "the history has something in it that is not Fairhand’s.", "Move it to another folder.")


def _read(path: Path) -> tuple[list[Event], list[Problem]]:
    """The events of a file, and what is wrong with it."""
    try:
        data = read_real(path)
    except OSError as error:
        return [], [_error(path, f"this cannot be read: {error.strerror or error}.", _MEND)]
    events: list[Event] = []
    problems: list[Problem] = []
    lines = data.decode("utf-8", errors="replace").removesuffix("\n").split("\n")
    for row, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            events.append(Event.from_line(line))
        except Newer as newer:
            remedy = "Use the newer Fairhand on this computer, too."
            problems.append(_error(path, f"this was written by a newer Fairhand ({newer}).", remedy, row))
        except ValueError:
            torn = row == len(lines) and line.startswith("{") and not data.endswith(b"\n")
            problems.append(_unreadable(path, row, torn))
    if not problems and not _is_as_written(path, data):
        problems.append(_error(path, "this file is not as it was written; cards may be missing in it.", _MEND))
    return events, problems


def _is_as_written(path: Path, data: bytes) -> bool:
    """Whether a file has the content that its name tells, whatever became of its ends of line."""
    sealed = _SEALED.search(path.name)
    if not data.strip():
        return False
    return not sealed or sealed["digest"] in {_digest(data), _digest(data.replace(b"\r\n", b"\n"))}


def _unreadable(path: Path, row: int, torn: bool) -> Problem:
    how = "the last line is cut short" if torn else "this line does not belong to the history"
    remedy = "The other lines are used. To mend it, copy the file back from a backup or from the other computer."
    return Problem(
        Place(name_of(path), row=row), f"{how} and was left out.", remedy, Level.WARNING if torn else Level.ERROR
    )


def _error(path: Path, message: str, remedy: str, row: int | None = None) -> Problem:
    return Problem(Place(f"history/{name_of(path)}" if row is None else name_of(path), row=row), message, remedy)


def names_in(folder: Path) -> frozenset[str]:
    """The names of the files of a history that are there, without their ending."""
    return frozenset(shown(path.stem) for path in folder.glob(f"*{ENDING}")) if folder.is_dir() else frozenset()


def file_name(run_id: str, events: Iterable[Event]) -> str:
    """The name of the file of a run, without its ending: when and what, and the digest of its content."""
    return f"{re.sub(r'[^0-9A-Za-z.-]+', '-', run_id)}-{_digest(_content(events))}"


def write_events(folder: Path, run_id: str, events: Sequence[Event]) -> Path | None:
    """A new file with the events of a run, whole or not at all; none where there are no events.

    The name carries the digest of the content, so to write the same events again changes nothing. The ledger follows:
    where it knows less than is there, it is made good.
    """
    path = None
    if events:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{file_name(run_id, events)}{ENDING}"
        write_whole(path, _content(events))
    before = Ledger.beside(folder)
    if (after := before.with_files(names_in(folder))) != before:
        after.keep(folder)
    return path


def _content(events: Iterable[Event]) -> bytes:
    return "".join(event.as_line() + "\n" for event in events).encode()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:8]
