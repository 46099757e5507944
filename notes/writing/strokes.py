"""Strokes: lines of words as they come from a pen onto the page, in operators of PDF.

A line has one matrix (`s b 0 s x y Tm`: a little slope, the letters upright), a word one move and one string; all
numbers within a line are whole 1/1000 em. Every word ends with a real space, or readers of the file run words together.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

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
    normal = iter(chance.normal)
    pen = _Pen(measure, {name: Turns(order, chance.seed) for name, order in orders.items()}, normal, iter(chance.drift))
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
        self._used: dict[str, set[bytes]] = {name: {SPACE_CODE} for name in turns}

    def line(self, words: Sequence[Word], x: float, y: float, slope: float) -> None:
        """Words on a baseline that begins at x, y."""
        s, space = self._measure.size, self._measure.space
        rise = self._measure.amount * DRIFT * self._measure.x_height
        uneven, tight, loose = self._measure.amount * SPACE * space, TIGHT * space, LOOSE * space
        parts, normal, drift = self._parts, self._normal, self._drift
        parts.append(b"%.5f %.6f 0 %.5f %.2f %.2f Tm" % (s, s * slope, s, x, y))
        reach = move = level = 0
        left, bottom, right, top = 1e9, 1e9, 0.0, -1e9
        for word in words:
            height = round(rise * next(drift))
            parts.append(b"%d %d Td" % (move, height - level))
            level = height
            move = self._word(word)
            tilt = slope * reach + level
            left = min(left, reach + word.left)
            bottom, top = min(bottom, tilt + word.bottom), max(top, tilt + word.top)
            right = reach + move + word.right
            move += round(space + min(loose, max(tight, uneven * next(normal))))
            reach += move
        before = self._ink
        self._ink = (
            min(before[0], x + left * s),
            min(before[1], y + bottom * s),
            max(before[2], x + right * s),
            max(before[3], y + top * s),
        )

    def _word(self, word: Word) -> int:
        """Draw a word; how far the pen has moved."""
        name = "Sister" if word.by_sister else "Hand"
        turns = self._turns[name]
        codes, advances = zip(*[next(turns[step]) for step in word.steps], strict=True)
        self._used[name].update(codes)
        text = b"".join(codes)
        drawn = (b"[(%b%b)]TJ" if b")" in text else b"(%b%b)Tj") % (text, SPACE_CODE)
        if word.by_sister:
            drawn = b"/Sister %d Tf %b /Hand 1000 Tf" % (round(1000 * word.scale), drawn)
        self._parts.append(drawn)
        moved: int = sum(advances)
        return round(moved * word.scale) if word.by_sister else moved

    def lift(self) -> Strokes:
        """All that was drawn."""
        codes = {
            name: frozenset(int.from_bytes(one, "big") for one in those if len(one) == 2)
            for name, those in self._used.items()
        }
        return Strokes(
            b"\n".join(self._parts), self._ink, {name: those for name, those in codes.items() if len(those) > 1}
        )
