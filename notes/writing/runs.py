"""Runs: lines of words as they come from a pen onto the page.

A unit is 1/1000 em. A line has one slope, the letters upright; every word ends with a real space, whose variants differ
in width as a writer's do. The baseline changes at every second word.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import cycle
from operator import attrgetter

from notes.writing.chance import Chance
from notes.writing.letter import Bounds, Form, Run, Shift
from notes.writing.lines import Line
from notes.writing.turns import Orders, Turns
from notes.writing.word_forms import SPACE, Word

HAND, SISTER = "Hand", "Sister"  # the fonts that a run may call

DRIFT = 0.055  # of the baseline, x-heights
DRIFT_STEP = 4  # units; finer differences nobody sees
SLOPE, USUAL_SLOPE = 0.003, 0.002  # of a line, radians
PITCH = 0.012  # how unlike the pitches are
MARGIN = 0.15  # raggedness of the left edge, x-heights

_bottom, _top = attrgetter("bottom"), attrgetter("top")


@dataclass(frozen=True, slots=True)
class Measure:
    """How large a hand writes: points for 1/1000 em, and in 1/1000 em its x-height, pitch and usual word space.

    `amount` is the measure of its irregularity.
    """

    size: float
    x_height: float
    pitch: float
    space: float
    amount: float


@dataclass(frozen=True, slots=True)
class Ink:
    """What the pen left, and the bounds of it in points."""

    runs: tuple[Run, ...]
    bounds: Bounds


NO_INK = Ink((), (0.0, 0.0, 0.0, 0.0))


def write_lines(
    lines: Sequence[Line], at: tuple[float, float], measure: Measure, orders: Orders, chance: Chance
) -> Ink:
    """Lines from a first baseline downwards; `at` is its left end in points."""
    turns, rises = Turns(orders, chance.seed), _rises(chance, measure)
    normal = cycle(chance.normal)
    size, amount, xh = measure.size, measure.amount, measure.x_height
    x, y = at[0] / size, at[1] / size
    runs: list[Run] = []
    bounds = []
    for index, line in enumerate(lines):
        if index:
            y -= measure.pitch * (1 + line.gap + amount * PITCH * next(normal))
        slope = round((USUAL_SLOPE + amount * SLOPE * next(normal)) * 2000) / 2000
        start = x + line.indent + amount * MARGIN * xh * (2 + next(normal)) / 2
        row = _Row(turns, measure, (int(start), int(y)), slope)
        advance = row.write(line.words, rises)
        runs += row.runs
        bounds.append(_bounds(line, start, y, advance, slope, amount * DRIFT * xh * 2))
    left, bottom, right, top = zip(*bounds, strict=True)
    return Ink(tuple(runs), (min(left) * size, min(bottom) * size, max(right) * size, max(top) * size))


class _Row:
    """A line on its way: what is ready of it, and the run that the pen is writing."""

    def __init__(self, turns: Turns, measure: Measure, at: tuple[int, int], slope: float) -> None:
        self.runs: list[Run] = []
        self.advance = 0
        self._turns, self._size, self._at, self._slope = turns, measure.size, at, slope
        self._steps: list[int] = []
        self._shifts: list[Shift] = []
        self._rise = 0

    def write(self, words: Sequence[Word], rises: Iterator[int]) -> int:
        """Write the words; how far the last letter reaches, the space after it left out."""
        for index, word in enumerate(words):
            if index % 2 == 0:
                self._rise = next(rises)
                self._shifts.append(_shift(len(self._steps), 0, self._rise))
            if word.scale is None:
                here = len(self._steps)
                self._shifts += [_shift(here + at, by, self._rise) for at, by in word.kerns]
                self._steps += word.steps
            else:
                self._by_sister(word, word.scale)
        return self.advance - self._close(HAND, 1.0)

    def _by_sister(self, word: Word, scale: float) -> None:
        """Change the pen for a word; the space after it is this hand's again."""
        if self._steps:
            self._close(HAND, 1.0)
        self._steps, self._shifts = [*word.steps], [_shift(at, by, 0) for at, by in word.kerns]
        self._close(SISTER, scale, self._rise)
        self._steps, self._shifts = [SPACE], [_shift(0, 0, self._rise)]

    def _close(self, font: str, scale: float, up: int = 0) -> int:
        """End the run; the advance of its last glyph."""
        glyphs, advances = zip(*[next(self._turns[step]) for step in self._steps], strict=True)
        x, y = self._at[0] + self.advance, self._at[1] + round(self._slope * self.advance) + up
        form = _form(self._slope, scale)
        self.runs.append(Run(font, x * self._size, y * self._size, form, "".join(glyphs), tuple(self._shifts)))
        self.advance += sum(advances) + round(scale * sum(shift.along for shift in self._shifts))
        last: int = advances[-1]
        return last


@cache
def _shift(at: int, along: int, rise: int) -> Shift:
    """The shift, which many runs share: a month's letters have some hundred thousands of them."""
    return Shift(at, along, rise)


@cache
def _form(slope: float, scale: float) -> Form:
    return scale, slope * scale, 0.0, scale


def _rises(chance: Chance, measure: Measure) -> Iterator[int]:
    """The baselines of a card, one after the other."""
    rise = measure.amount * DRIFT * measure.x_height / DRIFT_STEP
    return cycle(DRIFT_STEP * int(rise * one) for one in chance.drift)


def _bounds(line: Line, x: float, y: float, advance: float, slope: float, rise: float) -> Bounds:
    """The bounds of a line's ink, wherever its baseline may drift."""
    end = slope * advance
    left = x + line.words[0].left
    bottom = y + min(map(_bottom, line.words)) - rise + min(0, end)
    return left, bottom, x + advance + line.words[-1].right, y + max(map(_top, line.words)) + rise + max(0, end)
