"""One's own hand: sheets filled in by three of ours, photographed badly, read, and what is left of each hand.

A quarter of an hour on two cores. The pictures out/own-hand-NAME.png have a note by each source above the same by
the hand that was read.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from benchmarks.figures import Figure
from benchmarks.filled_sheets import (
    BLACK,
    BLUE,
    CAMERAS,
    PEN,
    RUNNING_X_HEIGHT,
    Filled,
    Picture,
    filled,
    inked,
    pages_of,
    painted,
    placed,
    word_of,
)
from benchmarks.pictures import CACHE
from notes.ownhand.cells import SEEN, Verdict, Written, written_on
from notes.ownhand.finding import found_in
from notes.ownhand.making import Read, hand_of
from notes.ownhand.measuring import Text, measured
from notes.ownhand.rehearsing import FINE, page_of, temper_of
from notes.ownhand.sheet import Cell, Kind, Sheet
from notes.writing import open_hand
from notes.writing.strokes.composing import Speller
from notes.writing.strokes.lettering import write_word
from notes.writing.strokes.words import Stroke, Word

IS_LONG = True
HANDS = ("june", "walt", "vera")
SAMPLED = 9  # every so many-th cell is compared pixel by pixel
SWAY = 0.35  # degrees by which the slant of these hands differs from one text to the next (standard deviation)
REACH = 3  # pixels that ink may be moved to lie on the true ink
NOTE = ("Thank you for the honey, Rosa.", "The whole shop had some on Friday", "and asks when the bees fly again.")
OUT = Path(__file__).parent.parent / "out"


def measure() -> Iterator[Figure]:
    every = [(name, camera) for name in HANDS for camera in CAMERAS]
    with ProcessPoolExecutor() as pool:
        for figures in pool.map(_of, *zip(*every, strict=True)):
            yield from figures


def _of(name: str, camera: str) -> list[Figure]:
    made = filled(open_hand(name, CACHE), Sheet.of("en"))
    colour = BLACK if sorted(CAMERAS).index(camera) % 2 else BLUE
    cells: list[Written] = []
    for page in pages_of(made, CAMERAS[camera], colour):
        found = found_in(page)
        cells += written_on(found, made.sheet.on(found.mark.page))
    read = hand_of(made.sheet, cells, "Maud", (0.07, 0.1, 0.31))
    if camera == next(iter(CAMERAS)):
        _drawn(name, made, read)
    return [*_cells(f"{name}, {camera}", made, read), *_manner(f"{name}, {camera}", made, read)]


def _cells(label: str, made: Filled, read: Read) -> Iterator[Figure]:
    found = [one.verdict not in (Verdict.EMPTY, Verdict.TOUCHING, Verdict.FAINT) for one in read.cells]
    yield Figure(f"{label}: cells found", 100 * float(np.mean(found)), "%", least=100)
    doubtful = [one.cell.name for one in read.doubtful]
    yield Figure(f"{label}: cells doubted wrongly", len(doubtful), "", most=4)
    letters = [one for one in read.cells if one.cell.kind is Kind.LETTERS and not one.verdict][::SAMPLED]
    truth = [_truth(made, one.cell, one.fine) for one in letters]
    ink = [_common(one.ink, true) for one, true in zip(letters, truth, strict=True)]
    yield Figure(f"{label}: ink that is where it was, IoU", float(np.mean(ink)), "", least=0.92)


def _truth(made: Filled, cell: Cell, fine: float) -> Picture:
    mask, x, y = painted(made.ink[cell], fine)
    left, top = (round((edge - SEEN) * fine) for edge in (cell.left, cell.top))
    whole = Image.new("L", (round((cell.width + 2 * SEEN) * fine), round((cell.height + 2 * SEEN) * fine)))
    whole.paste(mask, (x - left, y - top))
    return np.asarray(whole) > 127


def _common(ink: Picture, true: Picture) -> float:
    """The share of all ink that both have, laid on each other as well as can be."""
    steps = range(-REACH, REACH + 1)
    moved = (np.roll(true, (down, right), (0, 1)) for down in steps for right in steps)
    return max(float((ink & one).sum() / (ink | one).sum()) for one in moved)


def _manner(label: str, made: Filled, read: Read) -> Iterator[Figure]:
    """How the hand that was read writes the text, beside how its source wrote it; both measured in the same way."""
    source, ours = _of_source(made), _of_read(made, read)
    size, own = source.x_height / SOURCE_FINE, read.hand.manner.x_height / FINE
    pairs = {
        "gaps between words": (np.mean(source.word_gaps) * size, np.mean(ours.word_gaps) * ours.x_height * own),
        "gaps between letters": (
            np.mean(source.letter_gaps) * size,
            np.mean(ours.letter_gaps) * ours.x_height * own,
        ),
        "small letters": (size, ours.x_height * own),
        "from line to line": (source.pitch * size, read.hand.manner.pitch * read.hand.manner.x_height),
    }
    for what, (true, got) in pairs.items():
        yield Figure(f"{label}: {what} off by", 100 * abs(float(got / true) - 1), "%", most=5)
    true, got = (float(np.degrees(np.arctan(one.slant))) for one in (source, ours))
    yield Figure(f"{label}: slant off by", abs(got - true), "degrees", most=0.05 * abs(true) + SWAY)
    bolder = ours.pen * ours.x_height * own / (source.pen * size)
    yield Figure(f"{label}: pen off by", 100 * abs(bolder - 1), "%", most=10)
    yield Figure(f"{label}: pieces of ink off by", 100 * abs(ours.pieces / TAKES / source.pieces - 1), "%")


SOURCE_FINE = 14.0  # pixels a millimetre
TAKES = 4  # how often the read hand writes the text


def _of_source(made: Filled) -> Text:
    (cell,) = (one for one in made.ink if one.kind is Kind.TEXT)
    mask, _, _ = painted(made.ink[cell], SOURCE_FINE)
    ink = np.pad(np.asarray(mask) > 127, 30)
    found = measured(ink, len(made.sheet.text.split()), made.x_height * SOURCE_FINE)
    if found is None:
        raise LookupError("text")
    return found


def _of_read(made: Filled, read: Read) -> Text:
    temper, speller = temper_of(read.hand), Speller(read.hand.alphabet)
    words = [write_word(speller, temper, one, f"maud/{at}") for at, one in enumerate(made.sheet.text.split() * TAKES)]
    picture = page_of(words, temper, read.hand.manner, 5 * TAKES)
    found = measured(picture, len(words), FINE)
    if found is None:
        raise LookupError("text")
    return found


def _drawn(name: str, made: Filled, read: Read) -> None:
    """A note by the source, and below it the same by the hand that was read: as large and as bold as on the sheet."""
    source, manner = open_hand(name, CACHE), read.hand.manner
    temper, speller = temper_of(read.hand), Speller(read.hand.alphabet)
    strokes, y = [], 0.0
    for text in NOTE:
        words = [word_of(source, one, 0) for one in text.split()]
        y -= source.spec.pitch * RUNNING_X_HEIGHT
        strokes += inked(list(_line(words, float(np.mean(made.word_gaps)), RUNNING_X_HEIGHT, y)), PEN)
    for text in NOTE:
        words = [write_word(speller, temper, one, f"maud/{text}/{at}") for at, one in enumerate(text.split())]
        y -= manner.pitch * manner.x_height
        strokes += _line(words, manner.word_gap, manner.x_height, y)
    mask, _, _ = painted(strokes, SOURCE_FINE)
    OUT.mkdir(exist_ok=True)
    ImageOps.expand(ImageOps.invert(mask), 30, 255).save(OUT / f"own-hand-{name}.png")


def _line(words: Sequence[Word], gap: float, size: float, y: float) -> Iterator[Stroke]:
    """Words in a line of small letters as large, in millimetres."""
    x = 0.0
    for word in words:
        yield from (placed(one, size, ((x - word.left) * size, y)) for one in word.strokes)
        x += word.right - word.left + gap
