"""Writing: cards in a hand, side by side with the same notes set by reportlab's drawString.

Both break their own lines, put two cards on a Letter sheet, compress and embed their font; reportlab's letters are all
alike. A second figure compares with reportlab when it is given its lines already broken.
"""

import io
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.figures import Figure, seconds
from benchmarks.letters import Card, letters
from notes.paper.document import Document
from notes.paper.ink import Ink
from notes.writing import Written, open_hand
from notes.writing.hand import Hand

COUNT = 1000
PLAIN = files("fontpkg_caveat") / "files" / "Caveat[wght].ttf"
BOX = (258.0, 348.0)  # an A2 panel within its margins
_PLACES = (b"q 1 0 0 1 24 24 cm ", b"q 1 0 0 1 330 24 cm ")


def measure() -> Iterator[Figure]:
    cards = letters(COUNT)
    ours, plain = in_a_hand(cards), with_draw_string(cards, None)
    lines = [one.lines for one in written(cards)]
    times = seconds(
        lambda: in_a_hand(cards), lambda: with_draw_string(cards, None), lambda: with_draw_string(cards, lines)
    )
    by_hand, by_reportlab, ready_broken = (1000 * one / COUNT for one in times)
    yield Figure("a card in the hand, from its words to the file", by_hand, "ms")
    yield Figure("the same by reportlab drawString", by_reportlab, "ms")
    yield Figure("the same by drawString, its lines given to it", ready_broken, "ms")
    yield Figure("time against drawString", by_hand / by_reportlab, "times", most=1.2)
    yield Figure("time against drawString with its lines given", by_hand / ready_broken, "times")
    fonts = [len(in_a_hand(cards[:1])), len(with_draw_string(cards[:1], None))]
    yield Figure("bytes of a card in the hand, without the font", (len(ours) - fonts[0]) / COUNT, "bytes")
    yield Figure("bytes of a card by drawString, without the font", (len(plain) - fonts[1]) / COUNT, "bytes")
    yield Figure("bytes against drawString, fonts and all", len(ours) / len(plain), "times", most=3)


@cache
def hand(name: str = "june") -> Hand:
    return open_hand(name, Path(__file__).parent.parent / "out" / ".cache")


def written(cards: Sequence[Card]) -> list[Written]:
    return [hand().write(card, *BOX, f"customer {number}/birthday/2026-11") for number, card in enumerate(cards)]


def in_a_hand(cards: Sequence[Card]) -> bytes:
    """A PDF of these cards."""
    document, ink = Document("Cards"), Ink()
    sheet: list[bytes] = []
    for number, one in enumerate(written(cards)):
        sheet.append(_PLACES[number % 2] + ink.operators(one) + b" Q")
        if number % 2 or number == len(cards) - 1:
            document.page(612, 396, b"\n".join(sheet))
            sheet.clear()
    ink.into(document)
    return document.data()


def with_draw_string(cards: Sequence[Card], ready: Sequence[Sequence[str]] | None) -> bytes:
    """The same notes as a plain program would set them."""
    size = hand().spec.x_height / 0.355
    pdfmetrics.registerFont(TTFont("Plain-Caveat", str(PLAIN)))
    canvas = Canvas(io.BytesIO(), pagesize=(612, 396), initialFontName="Plain-Caveat", pageCompression=1, invariant=1)
    for number, card in enumerate(cards):
        x, y = 24 + 306 * (number % 2), 320.0
        canvas.setFont("Plain-Caveat", size)
        parts = (card.salutation, *card.paragraphs, card.closing, card.signature)
        broken = (line for part in parts for line in simpleSplit(part, "Plain-Caveat", size, BOX[0]))
        for line in ready[number] if ready else broken:
            canvas.drawString(x, y, line)
            y -= 19
        if number % 2 or number == len(cards) - 1:
            canvas.showPage()
    data: bytes = canvas.getpdfdata()
    return data
