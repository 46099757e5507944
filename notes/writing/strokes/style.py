"""A style: which form of each letter a writer uses, and what is this writer's own in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from notes.writing.strokes.alphabet import Alphabet, Form, PenStroke
from notes.writing.strokes.curves import Points, even
from notes.writing.strokes.movements import END, USUAL, Movement, Places, movements, swung
from notes.writing.strokes.temper import Temper
from notes.writing.strokes.words import STEP, chance_of

OWN = 0.055  # how far the places of a writer's letters are from everybody's
WIDE, HIGH, LEAN = 0.09, 0.05, 0.05  # and how unlike the letters are among themselves
BUSINESS = 0.5  # what a business's hand has of its own, as a share of what the writer's has
FAR = 1.3  # what stands high swings farther
SMALL = 0.4  # what is smaller differs less
ABOVE = 0.07  # how much higher than a pen that takes care one sets the bar of a t


@dataclass(frozen=True)
class Bar:
    """How a writer sets the bar of a letter: its slope, how high it is, and how much it flies past its letter.

    That of a t is `above` the letters beside it, which it would strike out.
    """

    slope: float
    high: float
    flies: float
    above: float = 0.0

    @classmethod
    def of(cls, writer: str, letter: str) -> "Bar":
        slope, high = chance_of(writer, "bar", letter).normal(0, 1, 2).clip(-1.6, 1.6)
        return cls(
            0.06 * float(slope),
            0.05 * float(high),
            float(chance_of(writer, "flies", letter).random()),
            ABOVE * (letter[0] == "t"),
        )


@dataclass(frozen=True)
class Style:
    """The movements of a writer, by letter: pairs that are written as one have two."""

    letters: Mapping[str, tuple[Movement, ...]]
    endings: Mapping[str, tuple[Movement, ...]]  # forms for the ends of words
    bars: Mapping[str, Bar]  # of t and f

    @classmethod
    def of(cls, temper: Temper) -> "Style":
        return _style(temper.letters, temper.forms, temper.writer)

    def alphabet(self, signs: Alphabet) -> Alphabet:
        """The letters each for itself, and the signs of another alphabet."""
        own = {letter: tuple(map(_form, those)) for letter, those in self.letters.items() if len(letter) == 1}
        return Alphabet({**signs.forms, **own})


@cache
def _style(letters: str, forms: str, writer: str) -> Style:
    known = movements(letters)
    names = {key: [key] for key in known if len(key) == 1}
    ends: dict[str, list[str]] = {}
    for one in forms.split():
        letter, _, those = one.partition(":")
        full = [letter if form == USUAL else f"{letter}:{form}" for form in those.split("/")]
        ends[letter] = [name.removesuffix(END) for name in full if name.endswith(END)]
        names[letter] = [name for name in full if not name.endswith(END)] or names.get(letter, [])

    def made_of(those: Mapping[str, list[str]]) -> dict[str, tuple[Movement, ...]]:
        return {
            letter: tuple(_own(known[name], name, writer) for name in some) for letter, some in those.items() if some
        }

    made = made_of(names)
    return Style(made, made_of(ends), {letter: Bar.of(writer, letter) for letter in made if letter[0] in "tf"})


def _own(movement: Movement, name: str, writer: str) -> Movement:
    """The movement as this writer does it, lopsided in a way that stays."""
    first, _, business = writer.partition("/")
    shares = [(first, 1.0)] + ([(writer, BUSINESS)] if business else [])
    chances = [(chance_of(one, "own", name), share) for one, share in shares]

    def apart(*shape: int) -> Points:
        away: Points = sum(
            (share * one.normal(0, 1, shape).clip(-1.6, 1.6) for one, share in chances), start=np.zeros(shape)
        )
        return away

    wide, high, lean = apart(3)

    def own(places: Places) -> Places:
        made = places.copy()
        made[:, 0] = made[:, 0] * (1 + WIDE * wide) + LEAN * lean * made[:, 1]
        made[:, 1] *= 1 + HIGH * high
        made[:, :2] += OWN * size_of(places) * eased(apart(len(places), 2)) * np.where(places[:, 1:2] > FAR, FAR, 1.0)
        return made

    lead, strokes, tail = own(movement.lead), tuple(map(own, movement.strokes)), own(movement.tail)
    return Movement(lead, strokes, tail, tuple(map(own, movement.waits)))


def size_of(places: Places) -> float:
    """How much what is small differs: less than a letter does, and a point hardly."""
    return min(1.0, float(np.ptp(places[:, :2], axis=0).max()) / SMALL) if len(places) else 1.0


def eased(away: Points) -> Points:
    """Displacements that do not bend what is straight: each much like those of the places before and after it."""
    if len(away) < 3:
        return away
    around = np.vstack([away[1:2], (away[:-2] + away[2:]) / 2, away[-2:-1]])
    smooth: Points = 0.9 * away + 0.6 * around
    smooth[1:-1] -= 0.35 * (away[1:-1] - around[1:-1])
    return smooth


def _form(movement: Movement) -> Form:
    now = [(one, False) for one in movement.strokes] + [(one, True) for one in movement.waits]
    made = []
    for places, waits in now:
        line = swung(places) if len(places) > 1 else np.vstack([places[:, :2], places[:, :2] + (0.03, -0.03)])
        made.append(PenStroke(*even(line, np.full(len(line), 0.075), STEP), waits))
    return tuple(made)
