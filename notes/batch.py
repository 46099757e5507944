"""A batch: what a month's run has made, and what batch.json says about it."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from notes.history import Event, Kind
from notes.paper.pieces import FileKind, Printed, Spot
from notes.picking.picks import Picks
from notes.problems import Problem
from notes.wording.note import Note
from notes.writing import Writing


@dataclass(frozen=True, kw_only=True)
class BatchCard:
    """One card of the stack: its number, its words, how they were written, and where it lies in which file.

    Of one in a part of very many, `written` is on the disk alone.
    """

    number: int
    note: Note
    hand: str
    x_height_mm: float
    envelope: tuple[str, ...]
    spot: Spot
    kind: FileKind = FileKind.CARDS
    abroad: bool = False
    part: int = 0
    written: Writing | None = None

    def as_json(self) -> dict[str, Any]:
        pick = self.note.pick
        return {
            "number": self.number,
            "customer_id": pick.customer.customer_id,
            "name": pick.customer.name,
            "occasion": pick.occasion,
            "wording": self.note.wording,
            "text": self.note.text,
            "mentions": list(self.note.mentions),
            "proposals": [self.note.text, *(other.text for other in self.note.proposals)],
            "sentences": [{"text": one.text, "from": [str(cell) for cell in one.cells]} for one in self.note.sentences],
            "signer": self.note.signature,
            "changed": list(self.note.changed),
            "hand": self.hand,
            "x_height_mm": round(self.x_height_mm, 2),
            "pdf": self.kind.called(self.part),
            "page": self.spot.page,
            "cell": self.spot.cell,
            "mail_by": str(pick.mail_by) if pick.mail_by else None,
            "envelope": list(self.envelope),
            "gift": pick.gift,
        }

    def planned(self, at: str, batch: str, month: str) -> Event:
        """The event that this card is planned."""
        return self.note.event(Kind.PLANNED, at, batch=batch, month=month, number=self.number)


@dataclass(frozen=True, kw_only=True)
class Batch:
    """Everything that a run made, as values.

    `files` is what goes to the printer; `proof` shows the insides as a person reads them.
    `name` is the month, or the month and a number (2026-11-2) where the cards made before were posted already.
    """

    name: str
    month: str
    seed: int
    picks: Picks
    cards: Sequence[BatchCard] = ()
    files: Sequence[Printed] = ()
    proof: Printed | None = None
    label_stock: str = ""
    next_label: int = 1
    problems: Sequence[Problem] = ()

    def as_json(self) -> str:
        """What batch.json holds; the same batch is the same text."""
        files = {
            file.name: {"sha256": hashlib.sha256(file.content).hexdigest(), "pages": file.pages, "paper": file.paper}
            for file in self.files
        }
        content = {
            "month": self.month,
            "seed": self.seed,
            "cards": [card.as_json() for card in self.cards],
            "files": files,
        }
        return json.dumps(content, ensure_ascii=False, indent=1) + "\n"

    def events(self, at: str) -> list[Event]:
        return [card.planned(at, self.name, self.month) for card in self.cards]
