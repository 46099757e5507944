"""The files of the history: one for each run, written whole or not at all, and never changed."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from notes.history.events import Event
from notes.history.past import Past
from notes.problems import Level, Place, Problem
from notes.staging import write_whole


def read_history(folder: Path) -> tuple[Past, Sequence[Problem]]:
    """Everything in the files of a folder, and what cannot be read."""
    events: list[Event] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.jsonl")) if folder.is_dir() else ():
        lines = path.read_text(encoding="utf-8", errors="replace").removesuffix("\n").split("\n")
        for row, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                events.append(Event.from_line(line))
            except ValueError:
                problems.append(_unreadable(path, row, torn=row == len(lines)))
    return Past.of(events), problems


def _unreadable(path: Path, row: int, torn: bool) -> Problem:
    how = "the last line is cut short" if torn else "this line does not belong to the history"
    remedy = "The other lines are used. To mend it, copy the file back from a backup or from the other computer."
    return Problem(Place(path.name, row=row), f"{how} and was left out.", remedy, Level.WARNING)


def write_events(folder: Path, run_id: str, events: Iterable[Event]) -> Path | None:
    """A new file with the events of a run, whole or not at all; none where there are no events.

    The name carries the digest of the content, so to write the same events again changes nothing.
    """
    content = "".join(event.as_line() + "\n" for event in events).encode()
    if not content:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{re.sub(r'[^0-9A-Za-z.-]+', '-', run_id)}-{hashlib.sha256(content).hexdigest()[:8]}.jsonl"
    write_whole(path, content)
    return path
