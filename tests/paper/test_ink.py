"""Paper prints whatever a hand gives as values, and any other output can read the same values."""

import io
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
from fontTools.pens.basePen import decomposeQuadraticSegment
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont
from letters import as_pdf
from PIL import Image, ImageDraw
from squares import BOX, EM, Squares, written

from notes import writing
from notes.paper import cards, envelopes
from notes.paper.pieces import Card
from notes.paper.stocks import read_stocks
from notes.writing import Writing
from notes.writing.glyphs import glyph_bytes
from notes.writing.letter import UPRIGHT, Font, FontSource, Rise, Run, as_character
from notes.writing.outlines import Outline
from notes.writing.truetype import truetype

STOCKS = read_stocks()[0]
SCALE = 8  # dots a point
NOTHING = Outline(np.zeros((0, 2)), np.zeros(0, dtype=bool), (), 0.0)


class WordInk:
    """Another kind of writing: all ink of a word is the glyph of its first letter, the other letters are empty.

    Its glyphs have numbers of more than two bytes; each letter is half an em wide, and a word has a form of its own.
    """

    hand, size, ink_colour, x_height_mm = "strokes", 10.0, (0.1, 0.1, 0.3), 2.0
    bounds = (0.0, 0.0, 200.0, 40.0)

    def __init__(self, *lines: str) -> None:
        self.lines = lines
        self._glyphs: dict[tuple[str, str], str] = {}
        self.runs = [run for row, line in enumerate(lines) for run in self._line(line, 30 - 14 * row)]
        self.fonts: Mapping[str, FontSource] = {"Strokes": self}

    def _line(self, line: str, y: float) -> Iterable[Run]:
        for match in re.finditer(r"\S+", line):
            word = match[0]
            script = self._glyph(word[0], word) + "".join(self._glyph(letter, "") for letter in f"{word[1:]} ")
            yield Run("Strokes", 5 * match.start(), y, (1.0, 0.02, 0.1, 1.0), (script[:2], script[2:]))

    def _glyph(self, letter: str, shown: str) -> str:
        return self._glyphs.setdefault((letter, shown), chr(0x10000 + len(self._glyphs)))

    def font(self, glyphs: Iterable[str]) -> Font:
        used = sorted(glyphs)
        of = {glyph: one for one, glyph in self._glyphs.items()}
        bars = [EM.moved(scale=(0.5 * len(of[one][1]), 0.3)) if of[one][1] else NOTHING for one in used]
        advances = dict.fromkeys(used, 500)
        ttf = truetype([glyph_bytes(one) for one in bars], [500] * len(used), BOX | {"ascent": 1000, "descent": 0})
        text = {one: of[one][0] for one in used}
        return Font("Strokes", ttf, tuple(used), text, advances, (0, 0, 9000, 1000), 1000, 0, 1000)


LINES = ("Dear Rosa & Györgyi,", "thank you (and Ben\\) for the tea", "Warmly, Ada")


def test_words_that_are_single_glyphs_are_read_letter_by_letter(tmp_path: Path):
    data = as_pdf(WordInk(*LINES))
    with pypdfium2.PdfDocument(data) as pdf:
        assert pdf[0].get_textpage().get_text_bounded().split() == " ".join(LINES).split()
    if shutil.which("pdftotext"):
        (tmp_path / "words.pdf").write_bytes(data)
        for way in ("-layout", "-raw"):
            command = ["pdftotext", way, "-enc", "UTF-8", tmp_path / "words.pdf", "-"]
            read = subprocess.run(command, check=True, capture_output=True).stdout.decode()
            assert read.split() == " ".join(LINES).split()


def test_the_ink_of_a_word_stands_where_its_run_puts_it():
    page = picture(as_pdf(WordInk("four")))
    assert box(page) == pytest.approx((24, 54, 44 + 0.3, 57 + 0.4), abs=0.6)


def test_cards_and_envelopes_are_laid_out_with_any_writing():
    stock, lines = STOCKS.card("5315"), ("Rosa Díaz", "12 Long Road", "Springfield IL 62701")
    stack = [Card(number, WordInk(*LINES), lines, address=WordInk(*lines)) for number in (1, 2)]
    assert text_of(cards.make(stack, stock).data).split() == 2 * " ".join(LINES).split()
    assert text_of(envelopes.make(stack, STOCKS.envelope("A2")).data).split() == 2 * " ".join(lines).split()


def test_two_hands_on_a_page_have_fonts_of_their_own_and_a_hand_has_one():
    with pikepdf.open(io.BytesIO(as_pdf(WordInk("one"), written(STOCKS.card("A2")), WordInk("two")))) as pdf:
        fonts = pdf.pages[0].Resources["/Font"]
        assert {name: str(font["/BaseFont"])[8:] for name, font in fonts.items()} == {
            "/Strokes": "Strokes",
            "/Square2": "Squares",
        }


@pytest.mark.parametrize("code", [0x2829, 0x5C5C, 0x0D0A, 0x0A0D, 0xFFFF])
def test_a_glyph_of_any_number_is_drawn(code: int):
    glyph = chr(code)

    class Square:
        def font(self, glyphs: Iterable[str]) -> Font:
            return replace(Squares().font("■"), glyphs=tuple(glyphs), text={glyph: "x"}, advances={glyph: 1000})

    one = WordInk("x")
    one.fonts, one.runs = {"Square": Square()}, [Run("Square", 0, 0, UPRIGHT, glyph)]
    assert box(picture(as_pdf(one))) == pytest.approx((24, 24, 34, 34), abs=0.6)


def test_a_rise_ends_with_its_run():
    raised, plain = as_character(Rise(500)), WordInk("a")
    first, second = plain.runs[0], plain.runs[0]._replace(x=50.0)
    plain.runs = [first._replace(script=(raised, *first.script)), second]
    page = picture(as_pdf(plain))
    assert box(page.crop((0, 0, 40 * SCALE, page.height)))[1] == pytest.approx(59, abs=0.6)
    assert box(page.crop((60 * SCALE, 0, page.width, page.height)))[1] == pytest.approx(54, abs=0.6)


def test_a_plotter_draws_the_same_from_the_same_values(own_cache: Path):
    """Outlines filled where the runs put them, beside the picture of the PDF."""
    hand = writing.open_hand("otto", own_cache)
    one = hand.write_lines(["Dear Дмитрий, fifty-five", "“jetties” at 7 & To AVA"], 258, 348, "rosa")
    plotted, printed = drawn(one), np.array(picture(as_pdf(one))) < 128
    assert np.count_nonzero(printed & ~plotted) / np.count_nonzero(printed) < 0.02
    assert np.count_nonzero(plotted & ~printed) / np.count_nonzero(printed) < 0.18, "polygons have an edge of a dot"


def drawn(one: Writing) -> np.ndarray:
    """Where there is ink, worked out from the values alone: how often the outlines go round each dot."""
    rounds = np.zeros((396 * SCALE, 306 * SCALE), dtype=int)
    for run in one.runs:
        font = one.fonts[run.font].font({mark for mark in run.marks if isinstance(mark, str)})
        file = TTFont(io.BytesIO(font.ttf))
        names = dict(zip(font.glyphs, file.getGlyphOrder()[1:], strict=True))
        a, b, c, d = (SCALE * one.size / 1000 * part for part in run.form)
        for mark, along, rise in run.placed(font.advances.__getitem__):
            for contour in contours(file, names[mark]):
                x, y = contour[:, 0] + along, contour[:, 1] + rise
                across = SCALE * (24 + run.x) + a * x + c * y
                go_round(rounds, across, 396 * SCALE - SCALE * (24 + run.y) - b * x - d * y)
    return rounds != 0


def contours(file: TTFont, name: str) -> list[np.ndarray]:
    """The closed lines of a glyph, its curves in eight steps."""
    pen = RecordingPen()
    file.getGlyphSet()[name].draw(pen)
    found: list[list[tuple[float, float]]] = []
    for step, points in pen.value:
        if step == "moveTo":
            found.append([points[0]])
        elif step == "lineTo":
            found[-1].append(points[0])
        elif step == "qCurveTo":
            for bend, end in decomposeQuadraticSegment(points):
                start = np.array(found[-1][-1])
                for t in np.linspace(0, 1, 9)[1:]:
                    found[-1].append(
                        tuple((1 - t) ** 2 * start + 2 * t * (1 - t) * np.array(bend) + t**2 * np.array(end))
                    )
    return [np.array(one) for one in found]


def go_round(rounds: np.ndarray, x: np.ndarray, y: np.ndarray) -> None:
    left, top = int(x.min()), int(y.min())
    mask = Image.new("1", (int(x.max()) - left + 2, int(y.max()) - top + 2))
    ImageDraw.Draw(mask).polygon(list(zip(x - left, y - top, strict=True)), fill=1)
    way = 1 if np.sum(x * np.roll(y, 1) - y * np.roll(x, 1)) > 0 else -1
    rounds[top : top + mask.height, left : left + mask.width] += way * np.array(mask)


def picture(data: bytes) -> Image.Image:
    with pypdfium2.PdfDocument(data) as pdf:
        return pdf[0].render(scale=SCALE, grayscale=True).to_pil()


def box(page: Image.Image) -> tuple[float, ...]:
    """Left, bottom, right and top of the ink in points."""
    left, top, right, bottom = page.point(lambda grey: 255 * (grey < 160)).getbbox()
    return left / SCALE, 396 - bottom / SCALE, right / SCALE, 396 - top / SCALE


def text_of(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as pdf:
        return " ".join(page.get_textpage().get_text_bounded() for page in pdf)
