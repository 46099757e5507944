"""Notes: the words for a pick, and what they mention about the person."""

import hashlib
from dataclasses import dataclass, replace
from functools import cached_property

from notes.history import Event, Kind
from notes.picking.picks import Pick
from notes.problems import Place


@dataclass(frozen=True, slots=True)
class Sentence:
    """Some words of a note and the cells they came from; no cells if they would be true of anyone."""

    text: str
    cells: tuple[Place, ...] = ()


DRAFTED = "drafted"  # the wording of what a writer of the person's own has drafted


@dataclass(frozen=True, kw_only=True)
class Note:
    """The words of one card.

    `wording` is the name of the template (“birthday/another-year”), `salutation` a whole line (“Dear Rosa,”),
    `mentions` the facts of this person that the note speaks of, `shorter` the same note for a small card.
    `sentences` tell of each part of it the cells that it is from; `free_details` is how many details there were to
    speak of beside what the card is about, `said_details` of how many it does. `told` and `passages` are what the
    history remembers of it; `proposals` are the card's notes from other plans, to choose from. `hand` and `envelope`
    (its lines) are those that the person chose for this card, and `changed` names all of it that is as they wanted it.
    """

    pick: Pick
    wording: str
    salutation: str
    paragraphs: tuple[str, ...]
    closing: str
    signature: str
    envelope_name: str
    language: str = "en"
    mentions: tuple[str, ...] = ()
    shorter: "Note | None" = None
    sentences: tuple[Sentence, ...] = ()
    told: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()
    free_details: int = 0
    said_details: int = 0
    proposals: tuple["Note", ...] = ()
    hand: str = ""
    envelope: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()

    @property
    def is_drafted(self) -> bool:
        """Whether a writer of the person's own has drafted it."""
        return self.wording.endswith(f"/{DRAFTED}")

    def event(self, kind: Kind, at: str, *, batch: str, month: str, number: int) -> Event:
        """What the history remembers of the card."""
        event = self.pick.event(kind, at, batch=batch, month=month, number=number)
        digest = hashlib.sha256(self.text.encode()).hexdigest()[:16]
        return replace(event, wording=self.wording, digest=digest, mentions=self.told, passages=self.passages)

    @cached_property
    def text(self) -> str:
        """The whole note as one would read it aloud, with a blank line between the parts."""
        parts = [self.salutation, *self.paragraphs, "\n".join(filter(None, [self.closing, self.signature]))]
        return "\n\n".join(filter(None, parts))
