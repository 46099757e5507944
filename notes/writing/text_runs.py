"""Strokes: lines of words as they come from a pen onto the page, in operators of PDF.

A unit is 1/1000 em. A line has one matrix (`1 b 0 1 x y Tm`: a little slope, the letters upright) and one row of
strings with kerns between; every word ends with a real space, whose variants differ in width as a writer's do. The
baseline changes at every second word (`Ts`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle
from operator import attrgetter

from notes.writing.chance import Chance
from notes.writing.lines import Line
from notes.writing.turns import LIFT, Orders, Turns

DRIFT = 0.055  # of the baseline, x-heights
DRIFT_STEP = 4  # units; finer differences nobody sees
SLOPE, USUAL_SLOPE = 0.003, 0.002  # of a line, radians
PITCH = 0.012  # how unlike the pitches are
MARGIN = 0.15  # raggedness of the left edge, x-heights

_CLOSE = b")]TJ"
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
class Strokes:
    """What the pen did: operators, and the bounds of the ink in points."""

    content: bytes
    ink: tuple[float, float, float, float]


def write_strokes(
    lines: Sequence[Line], at: tuple[float, float], measure: Measure, orders: Orders, chance: Chance
) -> Strokes:
    """Lines from a first baseline downwards; `at` is its left end in points."""
    turns = Turns(orders, chance.seed)
    turns[LIFT] = cycle(_lifts(chance, measure))
    normal = cycle(chance.normal)
    size, amount, xh = measure.size, measure.amount, measure.x_height
    x, y = at[0] / size, at[1] / size
    parts = [b"%.5f 0 0 %.5f 0 0 cm BT /Hand 1000 Tf" % (size, size)]
    ink = []
    for index, line in enumerate(lines):
        if index:
            y -= measure.pitch * (1 + line.gap + amount * PITCH * next(normal))
        slope = round((USUAL_SLOPE + amount * SLOPE * next(normal)) * 2000) / 2000
        start = x + line.indent + amount * MARGIN * xh * (2 + next(normal)) / 2
        drawn, advance = _line(line, turns)
        parts.append(b"1 %b 0 1 %d %d Tm%b)]TJ" % (_decimal(slope), start, y, drawn))
        ink.append(_ink(line, start, y, advance, slope, amount * DRIFT * xh * 2))
    left, bottom, right, top = zip(*ink, strict=True)
    parts.append(b"ET")
    return Strokes(b"\n".join(parts), (min(left) * size, min(bottom) * size, max(right) * size, max(top) * size))


def _decimal(slope: float) -> bytes:
    """A slope in as few characters as tell it."""
    return (b"%.4f" % slope).replace(b"0.", b".")


def _line(line: Line, turns: Turns) -> tuple[bytes, int]:
    """The strings of a line but for its end, and how far the pen moves."""
    steps: list[int] = []
    for index, word in enumerate(line.words):
        if index % 2 == 0:
            steps.append(LIFT)
        steps += word.steps
    pieces, advances = zip(*[next(turns[step]) for step in steps], strict=True)
    return b"".join(pieces)[len(_CLOSE) :], sum(advances) - advances[-1]


def _lifts(chance: Chance, measure: Measure) -> list[tuple[bytes, int]]:
    """The baselines of a card, one after the other."""
    rise = measure.amount * DRIFT * measure.x_height / DRIFT_STEP
    return [(b"%b %d Ts[(" % (_CLOSE, DRIFT_STEP * int(rise * one)), 0) for one in chance.drift]


def _ink(
    line: Line, x: float, y: float, advance: float, slope: float, rise: float
) -> tuple[float, float, float, float]:
    """The bounds of a line's ink, wherever its baseline may drift."""
    end = slope * advance
    left = x + line.words[0].left
    bottom = y + min(map(_bottom, line.words)) - rise + min(0, end)
    return left, bottom, x + advance + line.words[-1].right, y + max(map(_top, line.words)) + rise + max(0, end)
