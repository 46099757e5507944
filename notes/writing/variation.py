"""Variation: the shapes that one writer gives to the same letter."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from notes.writing.outlines import Outline, Points, signed_areas

DISPLACEMENT = 0.045  # rms, x-heights; the amounts are those that look natural at 200 to 700 dpi
WAVES = (1.3, 3.0)  # wavelengths in x-heights; shorter ones tear the stroke
SLANT = np.radians(2.0)
TURN = np.radians(0.7)
WIDTH = 0.035
HEIGHT = 0.02
ASCENDER = 0.06
DESCENDER = 0.07
UP_AND_DOWN = 0.012  # x-heights
WEIGHT = 1.0  # 1/1000 em
FLOATING = 0.045  # x-heights: the dot of an i, and accents
EDGE = 0.35  # x-heights within which a joined letter is left alone


@dataclass(frozen=True)
class Temper:
    """How a hand varies: its x-height and pen in 1/1000 em, the measure of its irregularity, and its joins."""

    x_height: float
    pen_offset: float = 0.0
    spacing: float = 0.0
    slant: float = 0.0
    amount: float = 1.0
    joined: bool = False


def vary(outline: Outline, count: int, temper: Temper, chance: np.random.Generator) -> list[Outline]:
    """So many different shapes of a letter, as one writer makes them."""
    if not outline.has_ink:
        return [outline] * count
    outward = _outward(outline)
    floats = _floating(outline, temper.x_height)
    return [_varied(outline, outward, floats, temper, chance) for _ in range(count)]


def _varied(
    outline: Outline, outward: Points, floats: NDArray[np.bool_], temper: Temper, chance: np.random.Generator
) -> Outline:
    xh, amount = temper.x_height, temper.amount
    own = 0.0 if temper.joined else amount  # a joined letter does not move on its own
    points = outline.points + outward * (temper.pen_offset + amount * WEIGHT * _bounded(chance))
    still = _stillness(points[:, 0], outline.advance, xh) if temper.joined else 1.0
    points = points + amount * DISPLACEMENT * xh * _field(points / xh, chance) * np.reshape(still, (-1, 1))
    points[floats] += amount * FLOATING * xh * np.array([_bounded(chance), 0.4 + 0.7 * _bounded(chance)])
    points[floats, 1] += 2 * temper.pen_offset  # a broad pen would fill the gap below the dot
    y = points[:, 1] * (1 + own * HEIGHT * _bounded(chance))
    up, down = amount * ASCENDER * _bounded(chance), amount * DESCENDER * _bounded(chance)
    y = y + np.maximum(y - xh, 0) * up + np.minimum(y, 0) * down
    x = points[:, 0] + y * np.tan(np.radians(temper.slant) + own * SLANT * _bounded(chance))
    wide = 1 + amount * WIDTH * _bounded(chance)
    turn = own * TURN * _bounded(chance)
    middle = outline.advance / 2
    turned_y = y + (x - middle) * np.sin(turn) + own * UP_AND_DOWN * xh * _bounded(chance)
    turned_x = x - (y - xh / 2) * np.sin(turn)
    shape = np.stack([turned_x * wide, turned_y], axis=1)
    # A broader pen takes more room on both sides.
    room = 0.0 if temper.joined else temper.spacing * xh + 1.2 * temper.pen_offset
    return Outline(shape + np.array((room / 2, 0)), outline.on, outline.ends, outline.advance * wide + room)


def _bounded(chance: np.random.Generator) -> float:
    """A normal number that is never far out: a writer's worst letter is still a letter."""
    return float(np.clip(chance.normal(), -1.9, 1.9))


def _field(at: Points, chance: np.random.Generator) -> Points:
    """A smooth displacement at points in x-heights: for each direction a sum of three waves, rms 1."""
    length = chance.uniform(*WAVES, size=(2, 3))
    toward = chance.uniform(0, 2 * np.pi, size=(2, 3))
    phase = chance.uniform(0, 2 * np.pi, size=(2, 3))
    k = 2 * np.pi / length
    waves = np.sin(at[:, 0, None, None] * k * np.cos(toward) + at[:, 1, None, None] * k * np.sin(toward) + phase)
    return np.asarray(waves.sum(axis=2) * np.sqrt(2 / 3))


def _stillness(x: NDArray[np.float64], advance: float, xh: float) -> NDArray[np.float64]:
    """0 where a joined letter meets its neighbours, 1 in its middle."""
    inside = np.minimum(x, advance - x) / (EDGE * xh)
    return np.clip(inside, 0, 1)


def _outward(outline: Outline) -> Points:
    """For each point the unit step that makes the stroke wider, longer at corners but never a spike."""
    steps = np.zeros_like(outline.points)
    for one in outline.contours:
        p = outline.points[one]
        before, after = p - np.roll(p, 1, axis=0), np.roll(p, -1, axis=0) - p
        normals = [_left(_unit(edge)) for edge in (before, after)]
        bisector = _unit(normals[0] + normals[1])
        cosine = np.sum(bisector * normals[1], axis=1, keepdims=True)
        steps[one] = bisector / np.clip(cosine, 0.6, 1)
    return steps if sum(signed_areas(outline)) <= 0 else -steps


def _left(vectors: Points) -> Points:
    return np.stack([-vectors[:, 1], vectors[:, 0]], axis=1)


def _unit(vectors: Points) -> Points:
    length = np.hypot(vectors[:, 0], vectors[:, 1])[:, None]
    return np.divide(vectors, length, out=np.zeros_like(vectors), where=length > 1e-9)


def _floating(outline: Outline, xh: float) -> NDArray[np.bool_]:
    """The points of contours that touch nothing: the dot of an i, an accent."""
    floats = np.zeros(len(outline.points), dtype=bool)
    bottoms = [float(outline.points[one, 1].min()) for one in outline.contours]
    if min(bottoms) > 0.6 * xh:  # the letter itself hangs high, as a quotation mark does
        return floats
    for one, bottom in zip(outline.contours, bottoms, strict=True):
        floats[one] = bottom > 0.98 * xh
    return floats
