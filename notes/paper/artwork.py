"""What is on the front of every card: a word in the hand, or the person's own picture."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from notes.files import is_real, name_of
from notes.paper.document import Document, number
from notes.paper.embedding import EmbeddedFont
from notes.paper.folding import Matrix
from notes.paper.ink import Ink
from notes.paper.stocks import CardStock, Fold, Size
from notes.problems import BadValue
from notes.units import INCH
from notes.writing.letter import Writing

if TYPE_CHECKING:
    from PIL.Image import Image

DOTS = 300  # an inch; no office printer shows more
LARGEST = 25_000_000  # pixels; more is a mistake or a trap
MOST_PAGES_POINTS = 14_400.0


@dataclass(frozen=True)
class Picture:
    """An image as a PDF wants it."""

    stream: bytes
    entries: str


@dataclass(frozen=True)
class Artwork:
    """Operators for the front panel, with the origin at its lower left corner, and what they call by name."""

    content: bytes
    fonts: Mapping[str, EmbeddedFont] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)

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
    """A PNG, JPEG or the first page of a PDF in the middle of the front, as large as its margins allow.

    With a bleed, for a print shop, it covers the whole front and that much more on the sides that are cut.

    Raises:
        BadValue: the file is not such a picture, or is larger than any picture for a card.
    """
    image = _opened(path)
    width, height = stock.panel
    inset = stock.margin if bleed is None else -bleed
    room = width - 2 * inset, height - 2 * inset
    choose = min if bleed is None else max
    scale = choose(room[0] / image.width, room[1] / image.height)
    shown = image.width * scale, image.height * scale
    most = round(shown[0] / INCH * DOTS), round(shown[1] / INCH * DOTS)
    image.thumbnail(most)
    middle = Matrix(shown[0], 0, 0, shown[1], (width - shown[0]) / 2, (height - shown[1]) / 2)
    clip = b"" if bleed is None else _clip(stock, bleed)
    return Artwork(b"q " + clip + middle.around(b"/Front Do") + b"Q", pictures={"Front": _packed(image)})


def _clip(stock: CardStock, bleed: float) -> bytes:
    """The front and its bleed, which does not reach over the fold onto the back."""
    width, height = stock.panel
    left = 0.0 if stock.fold in (Fold.BOOK, Fold.QUARTER) else -bleed
    top = height if stock.fold in (Fold.TENT, Fold.QUARTER) else height + bleed
    box = left, -bleed, width + bleed - left, top + bleed
    return f"{' '.join(map(number, box))} re W n ".encode()


def _opened(path: Path) -> "Image":
    if not is_real(path):
        raise BadValue(f"there is no picture “{name_of(path)}”.", "Put it beside notes.toml, and write its name.")
    if path.suffix.lower() == ".pdf":
        return _page(path)
    import warnings

    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=("PNG", "JPEG")) as opened:
                if opened.width * opened.height > LARGEST:
                    raise Image.DecompressionBombError
                return _on_white(ImageOps.exif_transpose(opened))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        remedy = "Save a smaller version; 300 dots an inch is plenty."
        raise BadValue(
            f"the picture “{path.name}” has more than {LARGEST // 1_000_000} million pixels.", remedy
        ) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise BadValue(f"“{path.name}” is not a picture.", "Use a PNG, a JPEG or a PDF.") from error


def _on_white(image: "Image") -> "Image":
    """The picture as paper shows it: grey or in color, and white where it was clear."""
    from PIL import Image

    if image.mode in ("1", "L", "I;16"):
        return image.convert("L")
    if image.mode in ("RGB", "CMYK", "YCbCr"):
        return image.convert("RGB")
    clear = image.convert("RGBA")
    paper = Image.new("RGBA", clear.size, "white")
    return Image.alpha_composite(paper, clear).convert("RGB")


def _page(path: Path) -> "Image":
    import pypdfium2

    opener: Any = pypdfium2.PdfDocument  # it is only partly typed
    try:
        with opener(path) as pdf:
            page = pdf[0]
            size: Size = page.get_size()
            scale = min(DOTS / 72, (LARGEST / (size[0] * size[1])) ** 0.5)
            if max(size) > MOST_PAGES_POINTS:
                raise BadValue(f"the page in “{path.name}” is larger than any paper.", "Make it the size of the card.")
            image: Image = page.render(scale=scale).to_pil().convert("RGB")
            return image
    except (pypdfium2.PdfiumError, OSError) as error:
        raise BadValue(f"“{path.name}” is not a PDF that can be read.", "Use a PNG, a JPEG or a PDF.") from error


def _packed(image: "Image") -> Picture:
    colours = "/DeviceGray" if image.mode == "L" else "/DeviceRGB"
    entries = (
        f"/Type /XObject /Subtype /Image /Width {image.width} /Height {image.height} "
        f"/ColorSpace {colours} /BitsPerComponent 8 /Filter /FlateDecode"
    )
    return Picture(zlib.compress(image.tobytes(), 6), entries)
