"""What is on the front of every card: a word in the hand, or the person's own picture."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from notes.paper import pictures
from notes.paper.document import Document, number
from notes.paper.embedding import EmbeddedFont
from notes.paper.folding import Matrix
from notes.paper.ink import Ink
from notes.paper.pictures import DOTS
from notes.paper.stocks import CardStock, Fold
from notes.units import INCH
from notes.writing.letter import Writing

if TYPE_CHECKING:
    from PIL.Image import Image

FEWEST = 150  # dots an inch; with less a picture looks coarse


@dataclass(frozen=True)
class Picture:
    """An image as a PDF wants it."""

    stream: bytes
    entries: str


@dataclass(frozen=True)
class Artwork:
    """Operators for the front panel, its origin at the lower left, what they call by name, and the dots an inch."""

    content: bytes
    fonts: Mapping[str, EmbeddedFont] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    dots: float = float("inf")

    def into(self, document: Document) -> None:
        for name, font in self.fonts.items():
            document.embed(name, font)
        for name, picture in self.pictures.items():
            document.add_picture(name, picture.stream, picture.entries)


def word(writing: Writing, stock: CardStock) -> Artwork:
    """A word that a hand wrote into the writing box, in the middle of the front, a little above the half."""
    left, bottom, right, top = writing.bounds
    across = (stock.panel[0] - (right - left)) / 2 - left
    up = 0.54 * stock.panel[1] - (top + bottom) / 2
    ink = Ink("Front")
    return Artwork(Matrix(e=across, f=up).around(ink.operators(writing)), ink.fonts())


def picture(path: Path, stock: CardStock, *, bleed: float | None = None) -> Artwork:
    """A picture or the first page of a PDF in the middle of the front, as large as its margins allow.

    With a bleed, for a print shop, it covers the whole front and that much more on the sides that are cut.

    Raises:
        BadValue: the file is not such a picture, or is larger than any picture for a card.
    """
    image = pictures.opened(path)
    width, height = stock.panel
    inset = stock.margin if bleed is None else -bleed
    room = width - 2 * inset, height - 2 * inset
    choose = min if bleed is None else max
    scale = choose(room[0] / image.width, room[1] / image.height)
    shown = image.width * scale, image.height * scale
    dots = image.width / (shown[0] / INCH)
    most = round(shown[0] / INCH * DOTS), round(shown[1] / INCH * DOTS)
    image.thumbnail(most)
    middle = Matrix(shown[0], 0, 0, shown[1], (width - shown[0]) / 2, (height - shown[1]) / 2)
    clip = b"" if bleed is None else _clip(stock, bleed)
    return Artwork(b"q " + clip + middle.around(b"/Front Do") + b"Q", pictures={"Front": _packed(image)}, dots=dots)


def _clip(stock: CardStock, bleed: float) -> bytes:
    """The front and its bleed, which does not reach over the fold onto the back."""
    width, height = stock.panel
    left = 0.0 if stock.fold in (Fold.BOOK, Fold.QUARTER) else -bleed
    top = height if stock.fold in (Fold.TENT, Fold.QUARTER) else height + bleed
    box = left, -bleed, width + bleed - left, top + bleed
    return f"{' '.join(map(number, box))} re W n ".encode()


def _packed(image: "Image") -> Picture:
    colours = "/DeviceGray" if image.mode == "L" else "/DeviceRGB"
    entries = (
        f"/Type /XObject /Subtype /Image /Width {image.width} /Height {image.height} "
        f"/ColorSpace {colours} /BitsPerComponent 8 /Filter /FlateDecode"
    )
    return Picture(zlib.compress(image.tobytes(), 6), entries)
