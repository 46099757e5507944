"""Notes: the words for a pick, and what of the person they mention."""

from dataclasses import dataclass
from functools import cached_property

from notes.picking.picks import Pick


@dataclass(frozen=True, kw_only=True)
class Note:
    """The words of one card.

    `wording` is the name of the template (“birthday/another-year”), `salutation` a whole line (“Dear Rosa,”),
    `mentions` the facts of this person that the note speaks of, `shorter` the same note for a small card.
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

    @cached_property
    def text(self) -> str:
        """All of it, as one would read it aloud; a blank line between the parts."""
        parts = [self.salutation, *self.paragraphs, "\n".join(filter(None, [self.closing, self.signature]))]
        return "\n\n".join(filter(None, parts))
