"""The ledger: beside the history, which business this is and which files that has, so that a lost one is noticed.

It only ever grows, and is made good from the files that are there. Two computers that write it at once lose no more
than a notice: the history itself is in its own files.
"""

import hashlib
import json
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from notes.files import read_real
from notes.folders import LEDGER
from notes.staging import write_whole

ABOUT = (
    "Which business this is and which files its history has, so that a lost one is noticed. Keep it beside history/."
)


@dataclass(frozen=True)
class Ledger:
    """The business, by the first file that its history ever had, and the names of all files, without their ending.

    `backup` is the day of the last backup.
    """

    business: str = ""
    files: frozenset[str] = frozenset()
    backup: str = ""

    @classmethod
    def beside(cls, history: Path) -> "Ledger":
        """The ledger of a history; an empty one where there is none, or where it is damaged."""
        try:
            given = json.loads(read_real(history.with_name(LEDGER)))
            return cls(str(given["business"]), frozenset(map(str, given["history"])), _day(given.get("backup")))
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return cls()

    def with_files(self, names: Collection[str]) -> "Ledger":
        """The ledger with files that are there; the first one ever gives the business its identity."""
        files = self.files | set(names)
        return replace(self, business=self.business or (identity(min(files)) if files else ""), files=files)

    def keep(self, history: Path) -> None:
        """Write it beside the history.

        Raises:
            Unusable: it cannot be written.
        """
        content = {"about": ABOUT, "business": self.business, "history": sorted(self.files), "backup": self.backup}
        write_whole(history.with_name(LEDGER), (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode())


def _day(given: object) -> str:
    """The day as it was written, "" where that is none."""
    with suppress(ValueError):
        return str(date.fromisoformat(given)) if isinstance(given, str) else ""
    return ""


def identity(first_file: str) -> str:
    """What a business is called by whose history began with this file."""
    return hashlib.sha256(first_file.encode()).hexdigest()[:12]
