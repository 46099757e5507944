"""The page to look at: every letter as the hand writes it beside what stood in its cell, and a few lines."""

import base64
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from notes.language.numbers import counted
from notes.ownhand.cells import Verdict, Written
from notes.ownhand.making import Read
from notes.ownhand.rehearsing import temper_of
from notes.ownhand.sheet import Kind
from notes.writing.own_hand import Copy, OwnHand
from notes.writing.strokes.alphabet import Form
from notes.writing.strokes.composing import Speller
from notes.writing.strokes.inking import painted
from notes.writing.strokes.lettering import write_word
from notes.writing.strokes.words import Stroke, Word

if TYPE_CHECKING:
    from jinja2 import Environment
    from PIL.Image import Image

HERE = Path(__file__).parent
SHOWN = 9.0  # pixels a millimetre, of what stood in a cell
FINE = 30.0  # pixels for an x-height, of what is written
LINES = (
    "Dear Rosa, thank you for the",
    "honey. The whole shop had some",
    "on Friday, and Quinn asks when",
    "the bees fly again. Jack & Zoe",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyView:
    """A copy: its name, a picture of its strokes, one of the cell, and what is doubtful about it."""

    name: str
    written: str
    stood: str
    doubt: str
    left_out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterView:
    text: str
    copies: Sequence[CopyView]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandView:
    """The whole page."""

    name: str
    letters: Sequence[LetterView]
    lines: Sequence[str]
    measures: Sequence[tuple[str, str]]
    doubts: Sequence[CopyView]
    empty: str
    command: str


def html(view: HandView) -> str:
    return _environment().get_template("hand.html.jinja").render(hand=view)


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(HERE)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def view_of(name: str, hand: OwnHand, read: Read | None = None) -> HandView:
    """The page of a hand; with what stood in its cells if it was read just now."""
    stood = {one.cell.name: one for one in read.cells} if read else {}
    letters = [
        LetterView(text=text, copies=[_copy(text, one, stood.get(f"{text}-{one.number}")) for one in copies])
        for text, copies in sorted(hand.letters.items(), key=_by_alphabet)
    ]
    doubts = [one for letter in letters for one in letter.copies if one.doubt]
    there = {one.name for one in doubts}
    unread = [one for one in stood.values() if one.verdict and one.verdict is not Verdict.EMPTY]
    doubts += [_unread(one) for one in unread if one.cell.name not in there]
    empty = [one.cell.name for one in stood.values() if one.verdict is Verdict.EMPTY and one.cell.kind is Kind.LETTERS]
    return HandView(
        name=name,
        letters=letters,
        lines=list(_lines(hand)),
        measures=measures(hand),
        doubts=doubts,
        empty=f"{counted(len(empty), 'cell')} left empty: {', '.join(empty)}." if empty else "",
        command=f"notes hand leave-out {name} {' '.join(hand.left_out) or 'a-2 th-1'}",
    )


def _by_alphabet(one: tuple[str, object]) -> tuple[bool, int, str]:
    """Small letters first, then pairs and words, capitals, and all other signs."""
    text = one[0]
    return not text.isalpha(), text.isupper() * 99 or len(text), text


def measures(hand: OwnHand) -> list[tuple[str, str]]:
    """What was measured, in words."""
    manner = hand.manner
    lean = float(np.degrees(np.arctan(manner.slant)))
    way = "upright" if abs(lean) < 1.5 else f"{abs(lean):.0f}° to the {'right' if lean > 0 else 'left'}"
    return [
        ("small letters", f"{manner.x_height:.1f} mm high"),
        ("pen", f"{manner.pen:.2f} mm"),
        ("leaning", way),
        ("from line to line", f"{manner.pitch * manner.x_height:.1f} mm"),
        ("between words", f"{manner.word_gap * manner.x_height:.1f} mm"),
        ("letters joined", f"{100 * manner.joins:.0f} % of those that can be"),
        ("signatures", str(len(hand.signatures)) if hand.signatures else "none"),
    ]


def _copy(text: str, copy: Copy, stood: Written | None) -> CopyView:
    return CopyView(
        name=f"{text}-{copy.number}",
        written=_png(_inked(copy.form)),
        stood=_shown(stood) if stood else "",
        doubt=stood.verdict.value if stood and stood.verdict else "",
        left_out=copy.left_out,
    )


def _unread(one: Written) -> CopyView:
    verdict = one.verdict.value if one.verdict else ""
    return CopyView(name=one.cell.name, written="", stood=_shown(one), doubt=verdict, left_out=True)


def _inked(form: Form) -> "Image":
    return _image([Stroke(one.points, one.radius, np.ones(len(one.points))) for one in form])


def _lines(hand: OwnHand) -> Iterator[str]:
    """Some words in the hand, those of which it has every letter."""
    temper, speller = temper_of(hand), Speller(hand.alphabet)
    for text in LINES:
        words = [one for one in text.split() if not speller.lacks(one)]
        written = [write_word(speller, temper, one, f"page/{at}") for at, one in enumerate(words)]
        if written:
            yield _png(picture_of_words(written, hand.manner.word_gap))


def picture_of_words(words: Sequence[Word], gap: float) -> "Image":
    """Words in a line, black on white."""
    x, strokes = 0.0, []
    for word in words:
        strokes += [Stroke(one.points + np.array((x - word.left, 0.0)), one.radius, one.round) for one in word.strokes]
        x += word.right - word.left + gap
    return _image(strokes)


def _image(strokes: Sequence[Stroke]) -> "Image":
    from PIL import Image

    ink, _ = painted(strokes, 3 * FINE)
    rows, columns = (-(-side // 3) * 3 for side in ink.shape)
    white = np.full((rows, columns), 255, dtype=np.uint8)
    white[: ink.shape[0], : ink.shape[1]][ink] = 0
    return Image.fromarray(white).reduce(3)


def _shown(one: Written) -> str:
    from PIL import Image

    image = Image.fromarray(one.shown.clip(0, 255).astype(np.uint8))
    scale = SHOWN / one.fine
    return _png(image.resize((round(image.width * scale), round(image.height * scale))))


def _png(image: "Image") -> str:
    """A picture as an address that holds it."""
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return "data:image/png;base64," + base64.b64encode(file.getvalue()).decode()
