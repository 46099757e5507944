"""What a month's run made, as a person reviews it before anything is printed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from notes.picking.picks import Outcome, Pick, Picks
from notes.problems import Problem
from notes.wording.note import Note


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCard:
    """A card as it was made: its note, its place in the stack, and its picture as a PNG (empty: none)."""

    number: int
    note: Note
    envelope: Sequence[str] = ()
    abroad: bool = False
    page: int = 1
    picture: bytes = b""


@dataclass(frozen=True, slots=True)
class PrintFile:
    """A file to print: `paper` says what to put into the printer (“Avery 5315, two cards on a Letter sheet”).

    `is_instead` of the envelopes' is the file of the labels.
    """

    name: str
    pages: int
    paper: str = ""
    is_instead: bool = False


@dataclass(frozen=True, kw_only=True)
class Review:
    """All that the review page shows.

    `picks` are the final ones: those held for want of words are held here too. `rows` is the number of rows that were
    read, where it is not that of the customers; `spreadsheet` is the name of the file to change. `batch` is the
    folder in out/, `backup` says when the last backup was, and `typed` gives a command as it is typed on this computer.

    Raises:
        ValueError: the cards are not those of the picks, so that no summary could add up.
    """

    business: str
    picks: Picks
    cards: Sequence[ReviewCard]
    spreadsheet: str = "customers.xlsx"
    files: Sequence[PrintFile] = ()
    problems: Sequence[Problem] = ()
    remarks: Sequence[str] = ()
    rows: int | None = None
    is_sample: bool = False
    batch: str = ""
    backup: str = ""
    typed: Callable[[str], str] = str

    def __post_init__(self) -> None:
        chosen = sorted(pick.customer.customer_id for pick in self.picks.cards)
        made = sorted(card.note.pick.customer.customer_id for card in self.cards)
        if chosen != made:
            raise ValueError(f"{len(chosen)} picks have a card, and {len(made)} cards were made")

    def of(self, outcome: Outcome) -> list[Pick]:
        return [pick for pick in self.picks.picks if pick.outcome is outcome]

    @property
    def rows_read(self) -> int:
        return len(self.picks.picks) if self.rows is None else self.rows

    @property
    def sheets(self) -> int:
        """Sheets of card paper: each has its written sides on one page, whether the other side is printed or not."""
        return len({card.page for card in self.cards})

    @property
    def pictured(self) -> int:
        return sum(bool(card.picture) for card in self.cards)

    @property
    def stamps_abroad(self) -> int:
        return sum(card.abroad for card in self.cards)
