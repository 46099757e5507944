"""What was made: a batch's folder in out/, as batch.json describes it."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from notes.paper.pieces import FileKind
from notes.problems import Place, Problem, Unusable


@dataclass(frozen=True)
class Made:
    """A batch in its folder; every file is as it was made."""

    folder: Path
    cards: Sequence[Mapping[str, Any]]
    files: Mapping[FileKind, bytes]

    @classmethod
    def read(cls, folder: Path) -> "Made":
        """The batch of a folder.

        Raises:
            Unusable: there is none, or a file is not as it was made.
        """
        try:
            batch = json.loads((folder / "batch.json").read_text(encoding="utf-8"))
            cards, sums = batch["cards"], {FileKind(name): file["sha256"] for name, file in batch["files"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise Unusable.because(folder.name, "there are no cards here yet.", "Run `make cards` first.") from error
        files: dict[FileKind, bytes] = {}
        wrong: list[Problem] = []
        for kind, digest in sums.items():
            path = folder / kind.value
            files[kind] = path.read_bytes() if path.is_file() else b""
            if sha256(files[kind]).hexdigest() != digest:
                remedy = "Restore it from a backup, or run `make cards` again if the cards are not posted yet."
                wrong.append(Problem(Place(path.name), "this file has changed since it was made.", remedy))
        if wrong:
            raise Unusable(wrong)
        return cls(folder, cards, files)

    def spots(self, numbers: Collection[int]) -> dict[FileKind, list[tuple[int, int]]]:
        """The pages and cells in which these cards and their envelopes are, by file.

        Raises:
            Unusable: there is no card of one of the numbers.
        """
        by_number = {card["number"]: card for card in self.cards}
        if missing := sorted(set(numbers) - set(by_number)):
            named = ", ".join(map(str, missing))
            raise Unusable.because(
                self.folder.name, f"there is no card {named}.", "The numbers are on the review page."
            )
        spots: dict[FileKind, list[tuple[int, int]]] = {}
        for number in sorted(numbers):
            card = by_number[number]
            spots.setdefault(FileKind(card["pdf"]), []).append((card["page"], card["cell"]))
            spots.setdefault(FileKind.ENVELOPES, []).append((number, 1))
        return spots
