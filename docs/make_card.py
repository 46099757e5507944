"""Make card.png, the picture of a card at the top of the README, as the hand writes today: `make pictures`."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

from notes.paper.document import Document
from notes.paper.ink import Ink
from notes.units import MM
from notes.writing import open_hand

CARD, MARGIN = 107 * MM, 10 * MM
PIXELS = 844
COLOURS = 32
EDGE = (190, 190, 190)
HAND, KEY = "june", "Neil"


@dataclass(frozen=True)
class Note:
    """A note as the program worded it for an invented customer."""

    salutation: str = "Dear Neil,"
    paragraphs: tuple[str, ...] = (
        "We thought of you and the handbells. How’s the handbell choir? We can’t think of any other music where you "
        "wait nineteen bars for your one note and then mustn’t sneeze.",
        "We hope today’s a good one. Happy birthday! Our best to Odette and to Simone.",
    )
    closing: str = "Warmly,"
    signature: str = "Nora & Walt"


def card(cache: Path) -> Image.Image:
    """The card as it is printed."""
    room = CARD - 2 * MARGIN
    written = open_hand(HAND, cache).write(Note(), room, room, KEY)
    document, ink = Document("A card"), Ink()
    document.page(CARD, CARD, b"q 1 0 0 1 %.3f %.3f cm %b Q" % (MARGIN, MARGIN, ink.operators(written)))
    ink.into(document)
    with pypdfium2.PdfDocument(document.data()) as pdf:
        picture = pdf[0].render(scale=PIXELS / CARD).to_pil().convert("RGB").crop((0, 0, PIXELS, PIXELS))
    ImageDraw.Draw(picture).rectangle((0, 0, PIXELS - 1, PIXELS - 1), outline=EDGE, width=2)
    return picture


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        card(Path(folder)).quantize(COLOURS).save(Path(__file__).parent / "card.png", optimize=True)
