"""Said: which findings a business has been told in an earlier month, so that nobody reads the same report twice.

The memory is beside what is kept, and may be deleted at any time: then all is told again.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from operator import not_
from pathlib import Path

from notes.kept import put
from notes.language.numbers import counted
from notes.problems import Level, Problem, told_once


@dataclass(frozen=True, slots=True)
class Report:
    """What is new, and what is as it was in an earlier month."""

    new: Sequence[Problem]
    old: Sequence[Problem] = ()

    @property
    def of_the_old(self) -> str:
        """The old ones in one line, "" where there are none."""
        if not self.old:
            return ""
        news = f"{len(told_once(self.new)):,} new, above" if self.new else "none new"
        things = counted(len(told_once(self.old)), "thing")
        return f"As last month: {things} to look at, {news}; `notes check --all` shows them."


def what_is_new(problems: Sequence[Problem], memory: Path, spreadsheet: Path, month: str) -> Report:
    """The findings without those that were told before this month; an error is told until it is mended.

    What is told for the first time is remembered with the month (“2026-11”), and forgotten once it is no more.
    """
    path = memory / "said" / hashlib.sha256(str(spreadsheet.resolve()).encode()).hexdigest()[:32]
    before = _read(path)
    told = {_key(one): one for one in problems if one.level is not Level.ERROR}
    first = {key: min(before.get(key, month), month) for key in told}
    if first != before:
        put(path, json.dumps(first, indent=0, sort_keys=True).encode())
    is_new = [first.get(_key(one), month) == month for one in problems]
    return Report([*compress(problems, is_new)], [*compress(problems, map(not_, is_new))])


def _key(one: Problem) -> str:
    """A finding, wherever its row has gone when the list was sorted."""
    place = replace(one.place, row=None, cell=None)
    return hashlib.sha256(repr((place, one.level.value, one.message, one.remedy)).encode()).hexdigest()[:32]


def _read(path: Path) -> Mapping[str, str]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return {str(key): str(month) for key, month in found.items()} if isinstance(found, dict) else {}
