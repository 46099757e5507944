"""What was made: a batch's folder in out/, as batch.json describes it."""

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from notes.files import is_real, read_real
from notes.history import Ledger
from notes.paper.pieces import FileKind
from notes.problems import Place, Problem, Unusable

LARGEST = 1 << 30  # bytes; no file of a batch comes near
AGAINST = "history.json"
SAMPLE = "sample"  # instead of a business: its history may be thrown away
CardKey = tuple[str, str]  # whose card, and on which occasion


@dataclass(frozen=True)
class Against:
    """The history that a batch was planned against: of which business, and the files that it had.

    The files of the batch itself are not among them, so that planning it again changes nothing.
    """

    business: str = ""
    files: frozenset[str] = frozenset()

    @classmethod
    def read(cls, folder: Path) -> "Against":
        """What the batch in a folder knows; nothing where it tells nothing."""
        try:
            given = json.loads(read_real(folder / AGAINST))
            return cls(str(given["business"]), frozenset(map(str, given["files"])))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return cls()

    @classmethod
    def of(cls, ledger: Ledger, batch: str) -> "Against":
        own = re.compile(rf".*-{re.escape(batch)}-[0-9a-f]{{8}}")
        return cls(ledger.business, frozenset(name for name in ledger.files if not own.fullmatch(name)))

    def as_json(self) -> str:
        about = "The history that these cards were planned against. Fairhand reads it, to notice if that is lost."
        content = {"about": about, "business": self.business, "files": sorted(self.files)}
        return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def numbers_in(folder: Path) -> Mapping[CardKey, int]:
    """The numbers of the cards in a batch's folder; none where there are no cards yet."""
    try:
        cards = json.loads(read_real(folder / "batch.json"))["cards"]
        found = [((str(card["customer_id"]), str(card["occasion"])), int(card["number"])) for card in cards]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}
    seen = [key for key, _ in found]
    return {key: number for key, number in found if seen.count(key) == 1}


@dataclass(frozen=True)
class Made:
    """A batch in its folder; every file is as it was made."""

    folder: Path
    cards: Sequence[Mapping[str, Any]]
    files: Mapping[str, bytes]

    @classmethod
    def read(cls, folder: Path) -> "Made":
        """The batch of a folder.

        Raises:
            Unusable: there is none, or a file is not as it was made.
        """
        try:
            batch = json.loads(read_real(folder / "batch.json"))
            cards, sums = batch["cards"], {str(name): file["sha256"] for name, file in batch["files"].items()}
            if not all(map(FileKind.is_name, sums)):
                raise ValueError(f"{folder.name} has a file that is none of ours")
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise Unusable.because(folder.name, "there are no cards here yet.", "Run `make cards` first.") from error
        files: dict[str, bytes] = {}
        wrong: list[Problem] = []
        for name, digest in sums.items():
            path = folder / name
            files[name] = read_real(path, LARGEST) if is_real(path) else b""
            if sha256(files[name]).hexdigest() != digest:
                remedy = "Restore it from a backup, or run `make cards` again if the cards are not posted yet."
                wrong.append(Problem(Place(path.name), "this file has changed since it was made.", remedy))
        if wrong:
            raise Unusable(wrong)
        return cls(folder, cards, files)

    def spots(self, numbers: Collection[int]) -> dict[str, list[tuple[int, int]]]:
        """The pages and cells in which these cards and their envelopes are, by the name of the file.

        Raises:
            Unusable: there is no card of one of the numbers.
        """
        by_number = {card["number"]: card for card in self.cards}
        if missing := sorted(set(numbers) - set(by_number)):
            named = ", ".join(map(str, missing))
            raise Unusable.because(
                self.folder.name, f"there is no card {named}.", "The numbers are on the review page."
            )
        spots: dict[str, list[tuple[int, int]]] = {}
        for number in sorted(numbers):
            card, part = by_number[number], self._part_of(by_number[number])
            beside = sum(self._part_of(one) == part and one["number"] <= number for one in self.cards)
            spots.setdefault(str(card["pdf"]), []).append((card["page"], card["cell"]))
            spots.setdefault(FileKind.ENVELOPES.called(part), []).append((beside, 1))
        return spots

    @staticmethod
    def _part_of(card: Mapping[str, Any]) -> int:
        return FileKind.named(card["pdf"])[1]
