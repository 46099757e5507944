"""What is on the outside of every card: a word in the hand or the person's own picture in front, little on the back."""

import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from notes.paper import pictures
from notes.paper.document import Document, number
from notes.paper.embedding import EmbeddedFont
from notes.paper.folding import Face, Matrix, place
from notes.paper.ink import Ink
from notes.paper.pictures import DOTS
from notes.paper.stocks import CardStock, Fold
from notes.problems import BadValue
from notes.units import INCH
from notes.writing.letter import Colour, Writing

if TYPE_CHECKING:
    from PIL.Image import Image

FOOT, BETWEEN = 0.5 * INCH, 0.15 * INCH  # below all on the back, and between a code and the picture above it
CODE = 0.9 * INCH  # the side of a QR code
LOGO_WIDTH, LOGO_HEIGHT = 0.35, 0.6 * INCH  # of the back's width, and at most so high
FEWEST = 150  # dots an inch; with less a picture looks coarse


@dataclass(frozen=True)
class Picture:
    """An image as a PDF wants it."""

    stream: bytes
    entries: str


@dataclass(frozen=True)
class Artwork:
    """Operators for the front and the back, their origins at the lower left, what they call, and the dots an inch."""

    content: bytes = b""
    back: bytes = b""
    fonts: Mapping[str, EmbeddedFont] = field(default_factory=dict)
    inks: Sequence[Colour] = ()
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    dots: float = float("inf")
    dots_behind: float = float("inf")

    def with_back(self, behind: "Artwork") -> "Artwork":
        """The same front with the back of another."""
        pictures = {**self.pictures, **behind.pictures}
        return replace(self, back=behind.back, pictures=pictures, dots_behind=behind.dots_behind)

    def placed(self, stock: CardStock, cell: int) -> bytes:
        """The front and the back of one card, in their places on its sheet."""
        shown = place(stock, cell, Face.FRONT).around(self.content) if self.content else b""
        return shown + (place(stock, cell, Face.BACK).around(self.back) if self.back else b"")

    def into(self, document: Document) -> None:
        for name, font in self.fonts.items():
            document.embed(name, font)
        for name, picture in self.pictures.items():
            document.add_picture(name, picture.stream, picture.entries)


def word(writing: Writing, stock: CardStock, *, apart: bool = False) -> Artwork:
    """A word that a hand wrote into the writing box, in the middle of the front, a little above the half.

    For a print shop its ink stands `apart`.
    """
    left, bottom, right, top = writing.bounds
    across = (stock.panel[0] - (right - left)) / 2 - left
    up = 0.54 * stock.panel[1] - (top + bottom) / 2
    ink = Ink("Front", apart=apart)
    content = Matrix(e=across, f=up).around(ink.operators(writing))
    return Artwork(content, fonts=ink.fonts(), inks=ink.colours)


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


def back(stock: CardStock, logo: Path | None = None, code: str = "") -> Artwork:
    """A small picture and a QR code in the middle of the back, above each other near its foot.

    Raises:
        BadValue: the card has no back, or the file is not a picture.
    """
    if stock.fold is Fold.NONE:
        raise BadValue(f"{stock.name} is not folded, so it has no back.", "Choose a folded card, or leave this empty.")
    content, foot = b"", FOOT
    if code:
        content, foot = _code(code, stock.panel[0] / 2, foot), foot + CODE + BETWEEN
    if logo is None:
        return Artwork(back=content)
    image = pictures.opened(logo)
    scale = min(LOGO_WIDTH * stock.panel[0] / image.width, LOGO_HEIGHT / image.height)
    wide, high = image.width * scale, image.height * scale
    dots = image.width / (wide / INCH)
    image.thumbnail((max(1, round(wide / INCH * DOTS)), max(1, round(high / INCH * DOTS))))
    shown = Matrix(wide, 0, 0, high, (stock.panel[0] - wide) / 2, foot).around(b"/Back Do")
    return Artwork(back=content + shown, pictures={"Back": _packed(image)}, dots_behind=dots)


def _code(text: str, middle: float, foot: float) -> bytes:
    """A QR code as squares, black on the paper; row by row, those beside each other in one piece."""
    import segno

    rows = [bytes(row) for row in segno.make_qr(text, error="m").matrix]
    side = CODE / len(rows)
    pieces = [
        (piece.start() * side, (len(rows) - 1 - row) * side, len(piece[0]) * side, side)
        for row, modules in enumerate(rows)
        for piece in re.finditer(b"\x01+", modules)
    ]
    drawn = " ".join(f"{' '.join(map(number, piece))} re" for piece in pieces)
    return Matrix(e=middle - CODE / 2, f=foot).around(f"0 g {drawn} f".encode())


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
