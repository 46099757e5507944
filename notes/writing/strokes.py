"""Strokes: lines of words as they come from a pen onto the page, in operators of PDF.

A line has one matrix (`s b 0 s x y Tm`: a little slope, the letters upright), a word one move and one string; all
numbers within a line are whole 1/1000 em. Every word ends with a real space, or readers of the file run words together.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle

from notes.writing.chance import chance_for
from notes.writing.lines import Line
from notes.writing.repertoire import SPACE as SPACE_CODE
from notes.writing.turns import Orders, Turns
from notes.writing.words import Word

DRIFT = 0.05  # of the baseline, x-heights
SLOPE, USUAL_SLOPE = 0.003, 0.002  # of a line, radians
PITCH = 0.012  # how unlike the pitches are
MARGIN = 0.15  # raggedness of the left edge, x-heights
SPACE = 0.11  # how unlike the spaces between words are
_SPACE = int.from_bytes(SPACE_CODE, "big")
TIGHT, LOOSE = -0.12, 0.3


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
    """What the pen did: operators, the bounds of the ink, and the codes used by the name of the font."""

    content: bytes
    ink: tuple[float, float, float, float]
    codes: dict[str, frozenset[int]]


def write_strokes(
    lines: Sequence[Line], at: tuple[float, float], measure: Measure, orders: Mapping[str, Orders], key: str
) -> Strokes:
    """Lines from a first baseline downwards; `at` is its left end in points."""
    chance = chance_for(key)
    normal = cycle(chance.normal)
    turns = {name: Turns(order, chance.seed) for name, order in orders.items()}
    pen = _Pen(measure, turns, normal, cycle(chance.drift))
    s, amount, xh = measure.size, measure.amount, measure.x_height
    y = at[1]
    for index, line in enumerate(lines):
        if index:
            y -= measure.pitch * s * (1 + line.gap + amount * PITCH * next(normal))
        slope = USUAL_SLOPE + amount * SLOPE * next(normal)
        ragged = amount * MARGIN * xh * (2 + next(normal)) / 2
        pen.line(line.words, at[0] + (line.indent + ragged) * s, y, slope)
    return pen.lift()


class _Pen:
    """A pen on the page: it draws line by line and knows where it has been."""

    def __init__(
        self, measure: Measure, turns: Mapping[str, Turns], normal: Iterator[float], drift: Iterator[float]
    ) -> None:
        self._measure, self._turns, self._normal, self._drift = measure, turns, normal, drift
        self._parts: list[bytes] = []
        self._ink = (1e9, 1e9, -1e9, -1e9)
        self._used: dict[str, set[int]] = {name: {_SPACE} for name in turns}

    def line(self, words: Sequence[Word], x: float, y: float, slope: float) -> None:
        """Words on a baseline that begins at x, y. Most of a card's time is spent here: so it is one plain loop."""
        s, space = self._measure.size, self._measure.space
        rise = self._measure.amount * DRIFT * self._measure.x_height
        uneven, tight, loose = self._measure.amount * SPACE, TIGHT, LOOSE
        append, normal, drift = self._parts.append, self._normal, self._drift
        turns, used = self._turns["Hand"], self._used["Hand"]
        append(b"%.5f %.6f 0 %.5f %.2f %.2f Tm" % (s, s * slope, s, x, y))
        reach = move = level = 0
        left, bottom, right, top = 1e9, 1e9, 0.0, -1e9
        for word in words:
            height = int(rise * next(drift))
            if word.by_sister:
                drawn, advance = self._by_sister(word)
            else:
                pieces, advances, codes = zip(*[next(turns[step]) for step in word.steps], strict=True)
                used.update(codes)
                text, advance = b"".join(pieces), sum(advances)
                drawn = (b"[(%b%b)]TJ" if b")" in text else b"(%b%b)Tj") % (text, SPACE_CODE)
            append(b"%d %d Td%b" % (move, height - level, drawn))
            level, tilt = height, slope * reach + height
            left = min(left, reach + word.left)
            bottom = min(bottom, tilt + word.bottom)
            top = max(top, tilt + word.top)
            right = reach + advance + word.right
            unlike = uneven * next(normal)
            move = advance + int(space * (1 + (tight if unlike < tight else loose if unlike > loose else unlike)))
            reach += move
        before = self._ink
        self._ink = (
            min(before[0], x + left * s),
            min(before[1], y + bottom * s),
            max(before[2], x + right * s),
            max(before[3], y + top * s),
        )

    def _by_sister(self, word: Word) -> tuple[bytes, int]:
        """A word in the other font, as large as the writer's own letters."""
        pieces, advances, codes = zip(*[next(self._turns["Sister"][step]) for step in word.steps], strict=True)
        self._used["Sister"].update(codes)
        drawn = b"/Sister %d Tf[(%b%b)]TJ/Hand 1000 Tf" % (round(1000 * word.scale), b"".join(pieces), SPACE_CODE)
        return drawn, round(sum(advances) * word.scale)

    def lift(self) -> Strokes:
        """All that was drawn."""
        used = {name: frozenset(those) for name, those in self._used.items() if name == "Hand" or len(those) > 1}
        return Strokes(b"\n".join(self._parts), self._ink, used)
