"""Marks: the letters of a font in their places, and the dots and bars that are set once a letter is done."""

from dataclasses import dataclass

import numpy as np

from notes.writing.strokes.apart import all_points, kept_off
from notes.writing.strokes.curves import Points, along, even
from notes.writing.strokes.joining import Exit
from notes.writing.strokes.temper import Temper
from notes.writing.strokes.words import STEP, Stroke

OVER_THE_NEXT = 0.4  # how often the bar of a t crosses the stem of an h
_DOT = 0.3  # the longest that a dot is


@dataclass
class Letter:
    char: str  # the (first) letter without its marks
    main: list[Stroke]
    after: list[Stroke]
    named: bool = False  # it is in a word that begins with a capital
    leave: Exit | None = None
    x: float = 0.0
    last: str = ""  # the last letter without its marks, where several were written as one
    is_word: bool = False


def dotted(letter: Letter, ahead: Letter | None, temper: Temper, chance: np.random.Generator) -> list[Stroke]:
    """Dots, bars and marks, set once the letter is done, none quite where the last one was."""
    made = []
    for one in letter.after:
        if letter.is_word:
            points = one.points
        elif letter.char in "tfA":
            points = _bar(one.points, letter, ahead, temper, chance)
        elif letter.char in "ij" and along(one.points)[-1] < _DOT:
            points = _dot(one.points.mean(axis=0), temper, chance)
        else:
            points = one.points + chance.normal(0, 1, 2) * (0.05, 0.04) * temper.wander
        points, radius = even(points, np.full(len(points), float(one.radius.mean())), STEP)
        made.append(Stroke(points, radius, np.ones(len(points)), True))
    return made


def _bar(points: Points, letter: Letter, ahead: Letter | None, temper: Temper, chance: np.random.Generator) -> Points:
    """The bar of a t, longer or shorter, a little askew, at times over the next stem."""
    middle = points.mean(axis=0)
    longer, tilt = float(chance.uniform(0.85, 1.25)), 0.06 * float(chance.normal()) * temper.wander
    if letter.char == "t" and ahead is not None and ahead.char == "h" and chance.random() < OVER_THE_NEXT:
        longer *= 1.35
    away = points - middle
    slope = np.stack([np.zeros(len(away)), tilt * away[:, 0]], axis=1)
    moved = middle + (0.04, 0.0) + chance.normal(0, 1, 2) * (0.06, 0.04) * temper.wander
    bar: Points = moved + away * longer + slope
    return bar


def _dot(at: Points, temper: Temper, chance: np.random.Generator) -> Points:
    """The dot of an i: mostly to the right of it, more a short stroke than a point."""
    at = at + np.array((temper.dots * float(chance.uniform(-0.2, 1.3)), 0.07 * float(chance.normal())))
    angle, length = float(chance.normal(-1.1, 0.5)), float(chance.uniform(0.03, 0.11))
    step = np.array([np.cos(angle), np.sin(angle)]) * length / 2
    return np.stack([at - step, at, at + step])


_CROSSED = {"tt", "th", "ff"}  # one bar for both, or a bar over the next stem


def apart(marks: list[Stroke], own: Letter, other: Letter, temper: Temper) -> list[Stroke]:
    """The marks of a letter, kept off the letter beside it."""
    if not marks or not own.main or not other.main or {own.last + other.char, other.last + own.char} & _CROSSED:
        return marks
    ink, beside = (all_points([one.points for one in those.main]) for those in (own, other))
    found = []
    for mark in marks:
        points, kept = kept_off(mark.points, ink, beside, temper.pen)
        found.append(Stroke(points, mark.radius[kept], mark.round[kept], mark.after))
    return found


def one_bar(before: list[Stroke], after: list[Stroke]) -> None:
    """One bar for two t side by side."""
    if before and after:
        bar, last = before[-1], after.pop()
        points, radius = even(np.stack([bar.points[0], last.points[-1]]), np.full(2, float(bar.radius.mean())), STEP)
        before[-1] = Stroke(points, radius, np.ones(len(points)), True)
