"""Words: the strokes of a pen as one piece of ink, in one field of unevenness."""

from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from notes.writing.strokes.curves import Numbers, Points, along, even, smoothed
from notes.writing.strokes.temper import Temper

STEP = 0.035  # x-heights from point to point
ROUND = 0.055  # how far corners are rounded by a hand in no haste
FIELD = 0.035
CLIMB, RISES_FROM = 0.008, 0.4  # slope of a single word, and where it is on its line, as a share of its width


@dataclass
class Stroke:
    """A movement of the pen: points, half its width, and how much of its corners is rounded off (0 to 1)."""

    points: Points
    radius: Numbers
    round: Numbers
    after: bool = False


@dataclass(frozen=True)
class Word:
    """Ink of a word, its baseline at 0; `left` and `right` are the bounds of the ink between the lines."""

    text: str
    strokes: tuple[Stroke, ...]
    left: float
    right: float


def chance_of(*parts: object) -> np.random.Generator:
    """Numbers that follow from what is written and from nothing else."""
    digest = blake2b("\0".join(map(str, parts)).encode(), digest_size=16).digest()
    return np.random.default_rng(list(digest))


def word_of(
    text: str, written: list[Stroke], temper: Temper, chance: np.random.Generator, climb: float | None = None
) -> Word:
    """The word that these strokes make, in one field of unevenness."""
    climb = CLIMB * float(chance.normal()) * temper.wander if climb is None else climb
    strokes = _finished(written, temper, chance, climb)
    ink = np.concatenate([one.points for one in strokes])
    between = ink[(ink[:, 1] > -0.4) & (ink[:, 1] < 1.3)]
    bounds = between if len(between) and np.ptp(between[:, 0]) > 0.5 * np.ptp(ink[:, 0]) else ink
    return Word(text, tuple(strokes), float(bounds[:, 0].min()), float(bounds[:, 0].max()))


def _finished(written: list[Stroke], temper: Temper, chance: np.random.Generator, climb: float) -> list[Stroke]:
    """The strokes in one field of unevenness that runs through all of the word, their corners rounded."""
    sway = _Field(chance, temper)
    middle = RISES_FROM * max((float(one.points[:, 0].max()) for one in written), default=0.0)
    done = []
    for stroke in written:
        if len(stroke.points) < 2:
            continue
        rounding = np.interp(np.arange(len(stroke.points)), np.arange(len(stroke.points)), stroke.round)
        points, radius = even(stroke.points, stroke.radius, STEP)
        share = np.interp(
            np.linspace(0, 1, len(points)), along(stroke.points) / max(along(stroke.points)[-1], 1e-9), rounding
        )
        soft = smoothed(points, ROUND * temper.haste / STEP)
        points = points + (soft - points) * share[:, None]
        points = points + sway.at(points)
        points[:, 1] += climb * (points[:, 0] - middle)
        done.append(Stroke(points, smoothed(radius[:, None], 3)[:, 0], share, stroke.after))
    return done


class _Field:
    """One smooth displacement for all of a word, and a tremor of the hand."""

    def __init__(self, chance: np.random.Generator, temper: Temper) -> None:
        self._amount = FIELD * temper.wander
        self._phase = chance.uniform(0, 2 * np.pi, (2, 4))
        self._wave = 2 * np.pi / chance.uniform(1.6, 4.6, (2, 4))
        self._angle = chance.uniform(-0.7, 0.7, (2, 4))
        self._long = 2 * np.pi / chance.uniform(5.0, 12.0)
        self._long_phase = chance.uniform(0, 2 * np.pi)
        self._bow = 0.06 * temper.bounce * float(chance.normal())

    def at(self, points: Points) -> Points:
        moved = np.zeros_like(points)
        for axis in (0, 1):
            for phase, wave, angle in zip(self._phase[axis], self._wave[axis], self._angle[axis], strict=True):
                seen = points[:, 0] * np.cos(angle) + points[:, 1] * np.sin(angle)
                moved[:, axis] += np.sin(seen * wave + phase)
        moved *= self._amount * np.sqrt(2 / 4)
        moved[:, 1] += self._bow * np.sin(points[:, 0] * self._long + self._long_phase)
        return moved
