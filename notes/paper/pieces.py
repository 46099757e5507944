"""What goes onto paper for one pick, the files that a batch makes of it, and where it is in them."""

import re
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from notes.writing.letter import Writing  # the hands take numpy with them, and every start looks at files


@dataclass(frozen=True, slots=True)
class Card:
    """A card with its envelope: its place in the stack, the note, and the address line by line, the name first.

    `address` is the address in a hand, written into `envelopes.address_box`; None for the plain face.
    """

    number: int
    written: "Writing"
    envelope: tuple[str, ...]
    abroad: bool = False
    address: "Writing | None" = None


@dataclass(frozen=True, slots=True)
class Spot:
    """The page of a PDF and the cell on it, both counted from 1."""

    page: int
    cell: int = 1


class Paper(Enum):
    """What is put into the tray for a file; a print shop has its own."""

    CARD = "card"
    LABEL = "label"
    ENVELOPE = "envelope"
    ORDINARY = "ordinary"
    OF_THE_SHOP = "of the shop"


class FileKind(Enum):
    """What a file of a batch is, and the name that it has in the folder of the batch."""

    CARDS = "cards.pdf"
    PLAIN_CARDS = "cards-plain.pdf"
    OUTSIDES = "cards-outsides.pdf"
    PRINT_SHOP = "print-shop.pdf"
    PLAIN_PRINT_SHOP = "print-shop-plain.pdf"
    ENVELOPES = "envelopes.pdf"
    LABELS = "labels.pdf"
    GUIDE = "guide.pdf"

    @property
    def paper(self) -> Paper:
        return _PAPERS[self]

    def called(self, part: int = 0) -> str:
        """The name of a part of it, counted from 1; that of the whole without.

        >>> FileKind.CARDS.called(), FileKind.CARDS.called(3)
        ('cards.pdf', 'cards-003.pdf')
        """
        return self.value.replace(".pdf", f"-{part:03}.pdf") if part else self.value

    @classmethod
    def named(cls, name: str) -> tuple["FileKind", int]:
        """What a file of this name is, and which part of it, 0 for the whole.

        Raises:
            ValueError: nothing of ours has this name.
        """
        found = _PART.fullmatch(name)
        return (cls(f"{found[1]}.pdf"), int(found[2])) if found else (cls(name), 0)

    @classmethod
    def is_name(cls, name: str) -> bool:
        """Whether a file of a batch has this name."""
        try:
            cls.named(name)
        except ValueError:
            return False
        return True


_PART = re.compile(r"(.+)-(\d{3,})\.pdf")
_PAPERS = {
    FileKind.CARDS: Paper.CARD,
    FileKind.PLAIN_CARDS: Paper.CARD,
    FileKind.OUTSIDES: Paper.CARD,
    FileKind.PRINT_SHOP: Paper.OF_THE_SHOP,
    FileKind.PLAIN_PRINT_SHOP: Paper.OF_THE_SHOP,
    FileKind.ENVELOPES: Paper.ENVELOPE,
    FileKind.LABELS: Paper.LABEL,
    FileKind.GUIDE: Paper.ORDINARY,
}


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF that is ready for its paper; `spots` has one for each piece, in the order in which they were given.

    `sides` are the pages that a sheet of paper gets. `ink` has for each piece the left, bottom, right and top, on its
    page, of all that is there for it alone; what else there is, is on every page alike. Where nothing is known of the
    ink there are no boxes. One file of very many is a `part`, its bytes `kept` on the disk.
    """

    kind: FileKind
    data: bytes
    pages: int
    paper: str
    spots: tuple[Spot, ...]
    sides: int = 1
    ink: tuple[tuple[float, float, float, float], ...] = ()
    part: int = 0
    kept: Path | None = None

    @property
    def name(self) -> str:
        return self.kind.called(self.part)

    @property
    def content(self) -> bytes:
        return self.kept.read_bytes() if self.kept else self.data

    @property
    def sheets(self) -> int:
        return -(-self.pages // self.sides)

    def sheet_of(self, spot: Spot) -> Spot:
        """The sheet, counted from 1, and the cell on it."""
        return Spot(-(-spot.page // self.sides), spot.cell)
