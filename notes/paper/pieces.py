"""What goes onto paper for one pick, and where it came to lie."""

from dataclasses import dataclass

from notes.writing.letter import Written


@dataclass(frozen=True, slots=True)
class Card:
    """A card with its envelope: its place in the stack, the note, and the address line by line, the name first.

    `address` is the address in a hand, written into `envelopes.address_box`; None for the plain face.
    """

    number: int
    written: Written
    envelope: tuple[str, ...]
    abroad: bool = False
    address: Written | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """The page of a PDF and the cell on it, both counted from 1."""

    page: int
    cell: int = 1


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF that is ready for its paper; `spots` has one for each piece, in the order in which they were given.

    `sides` are the pages that a sheet of paper gets.
    """

    data: bytes
    pages: int
    paper: str
    spots: tuple[Spot, ...]
    sides: int = 1

    @property
    def sheets(self) -> int:
        return -(-self.pages // self.sides)

    def sheet_of(self, spot: Spot) -> Spot:
        """The sheet, counted from 1, and the cell on it."""
        return Spot(-(-spot.page // self.sides), spot.cell)
