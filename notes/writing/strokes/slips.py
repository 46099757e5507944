"""Slips: what goes a little wrong when a person writes, and is left as it is.

A word has one at the most; none stands in a name, a number or a short word, and none makes another letter of one.
"""

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto

import numpy as np

from notes.writing.strokes.curves import Points, along, even
from notes.writing.strokes.forming import Letter
from notes.writing.strokes.temper import Temper
from notes.writing.strokes.waiting import TALL
from notes.writing.strokes.words import STEP, Stroke, chance_of

OFTEN = 0.13  # of the words of a writer with slips 1 that are long enough
SHORTEST, USUAL = 3, 6  # letters of a word with a slip, and of one with as many as usual
OPENED = (0.1, 0.2)  # how far from its end a bowl begins that is not closed
LATE, LATE_UP = (0.16, 0.42), (-0.06, 0.16)  # where a dot is that was nearly forgotten
SKIPPED = (0.2, 0.36)  # what is missing of a stroke where the pen had no ink
FROM_THE_ENDS = 0.45  # how far from both ends of the stroke
TOUCHED = (0.01, 0.06)  # how long the mark is of a pen that rested
BESIDE, ABOUT = (0.1, 0.3), (-0.14, 0.2)  # where it is, from the end of the stroke before
AGAIN, ASIDE = (0.35, 0.6), (0.06, 0.13)  # how much of a stroke is drawn twice, and how far from the first time
_BOWLS = "adgq"


class Slip(Enum):
    """A bowl is left open, a dot set late, a stroke has a gap, the pen rests and marks the paper, a stroke is begun
    twice, the hand lifts within the word.
    """

    OPEN = auto()
    LATE = auto()
    SKIP = auto()
    TOUCH = auto()
    AGAIN = auto()
    REST = auto()


_SHARES = {Slip.OPEN: 0.22, Slip.LATE: 0.18, Slip.SKIP: 0.24, Slip.TOUCH: 0.1, Slip.AGAIN: 0.1, Slip.REST: 0.16}


def slip_of(text: str, temper: Temper, key: str) -> tuple[Slip | None, np.random.Generator]:
    """What goes wrong in this take of a word, if anything does, and the chance with which it does."""
    chance = chance_of(key, text, "slip")
    letters = [one for one in text if one.isalpha()]
    free = len(letters) >= SHORTEST and all(one.islower() for one in letters) and not any(map(str.isdigit, text))
    if not free or chance.random() > OFTEN * temper.slips * min(1.5, len(letters) / USUAL):
        return None, chance
    slip = list(_SHARES)[int(chance.choice(len(_SHARES), p=list(_SHARES.values())))]
    is_read_as_a_stop = slip is Slip.TOUCH and not text.isalpha()  # a speck above a full stop makes a colon of it
    return None if is_read_as_a_stop else slip, chance


def slipped_letters(letters: Sequence[Letter], slip: Slip | None, chance: np.random.Generator) -> None:
    """The letters as they are with this slip."""
    if slip is Slip.OPEN and (bowls := [one for one in letters if one.char in _BOWLS]):
        _open(bowls[int(chance.integers(len(bowls)))], chance)
    if slip is Slip.LATE:
        ahead = [*(one.char[0] for one in letters[1:]), ""]
        dotted = [one for one, following in zip(letters, ahead, strict=True) if one.char == "i" and _is_free(following)]
        if dotted:
            away = np.array((float(chance.uniform(*LATE)), float(chance.uniform(*LATE_UP))))
            dotted[-1].waits = [dot + away for dot in dotted[-1].waits]


def _is_free(following: str) -> bool:
    return bool(following) and following not in TALL


def _open(letter: Letter, chance: np.random.Generator) -> None:
    """Begin a bowl lower and farther to the left, so that its end does not meet it."""
    first = letter.strokes[0]
    away = float(chance.uniform(*OPENED))
    first[0, :2] -= (away, 0.4 * away)
    first[1, :2] -= (0.5 * away, 0.0)


def slipped_strokes(strokes: Sequence[Stroke], slip: Slip | None, chance: np.random.Generator) -> list[Stroke]:
    """The strokes as they are with this slip."""
    made = list(strokes)
    drawn = [at for at, one in enumerate(strokes) if not one.after and along(one.points)[-1] > 2 * FROM_THE_ENDS + 0.4]
    if not drawn:
        return made
    at = drawn[int(chance.integers(len(drawn)))]
    if slip is Slip.SKIP:
        made[at : at + 1] = _with_a_gap(made[at], chance)
    elif slip is Slip.TOUCH:
        last = max(strokes, key=lambda one: float(one.points[:, 0].max()))
        if made[at] is not last:  # behind a word it would be a stop
            made.append(_touch(made[at], chance))
    elif slip is Slip.AGAIN and (again := _again(made[at], chance)):
        made.insert(at, again)
    return made


def _with_a_gap(stroke: Stroke, chance: np.random.Generator) -> list[Stroke]:
    far = along(stroke.points)
    start = float(chance.uniform(FROM_THE_ENDS, far[-1] - FROM_THE_ENDS))
    first, last = np.searchsorted(far, (start, start + float(chance.uniform(*SKIPPED))))
    return [_part(stroke, slice(None, int(first) + 1)), _part(stroke, slice(int(last), None))]


def _part(stroke: Stroke, which: slice) -> Stroke:
    return replace(stroke, points=stroke.points[which], radius=stroke.radius[which], round=stroke.round[which])


def _touch(stroke: Stroke, chance: np.random.Generator) -> Stroke:
    """A speck beside the end of a stroke, where the pen came down too soon."""
    at = stroke.points[-1] + np.array((float(chance.uniform(*BESIDE)), float(chance.uniform(*ABOUT))))
    return _line(np.vstack([at, at + np.array(chance.uniform(*TOUCHED, 2))]), stroke)


def _again(stroke: Stroke, chance: np.random.Generator) -> Stroke | None:
    """The beginning of a stroke that was drawn twice, where it comes straight down."""
    far = along(stroke.points)
    begun = stroke.points[: int(np.searchsorted(far, float(chance.uniform(*AGAIN)))) + 1]
    fall = begun[0] - begun[-1]
    if fall[1] < 0.9 * float(np.hypot(*fall)) or fall[1] < 0.9 * float(along(begun)[-1]):
        return None
    aside, above = float(chance.uniform(*ASIDE)), float(chance.normal(0, 0.06))
    return _line(begun + np.array((float(chance.choice((-1.0, 1.0))) * aside, above)), stroke)


def _line(points: Points, like: Stroke) -> Stroke:
    made, radius = even(points, np.full(len(points), float(like.radius.mean())), STEP)
    return Stroke(made, radius, np.ones(len(made)), like.after)
