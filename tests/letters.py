"""Letters to write in tests, and the file that shows what readers make of them."""

import io
from dataclasses import dataclass

from fontTools.ttLib import TTFont

from notes.paper.document import Document
from notes.paper.ink import Ink
from notes.writing import Writing, Written

BOX = (258.0, 348.0)  # a folded card within its margins


@dataclass(frozen=True)
class Letter:
    salutation: str = "Dear Rosa,"
    paragraphs: tuple[str, ...] = ("Thank you for all the letters. We will see you in the little coffee shop.",)
    closing: str = "Warmly,"
    signature: str = "Ada & Tom"


def with_ink(written: Written) -> list[str]:
    """The glyphs that show something, in their order: one for each word."""
    font = written.fonts["Hand"].font(glyphs_of(written, "Hand"))
    drawn = TTFont(io.BytesIO(font.ttf))["glyf"]
    black = {one for one, name in zip(font.glyphs, drawn.glyphOrder[1:], strict=True) if drawn[name].numberOfContours}
    return [mark for run in written.runs for mark in run.marks if mark in black]


def spelled(written: Written) -> str:
    """What the shapes stand for in the file that is made of them."""
    text = {name: source.font(glyphs_of(written, name)).text for name, source in written.fonts.items()}
    return "".join(text[run.font][mark] for run in written.runs for mark in run.marks if isinstance(mark, str))


def glyphs_of(written: Written, font: str) -> set[str]:
    return {mark for run in written.runs if run.font == font for mark in run.marks if isinstance(mark, str)}


def as_pdf(*letters: Writing) -> bytes:
    document, ink = Document("A test"), Ink()
    for one in letters:
        document.page(306, 396, b"q 1 0 0 1 24 24 cm " + ink.operators(one) + b" Q")
    ink.into(document)
    return document.data()
