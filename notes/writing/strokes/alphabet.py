"""An alphabet: the forms in which a hand draws its letters, as centre lines, and the file that keeps them.

Lengths are in x-heights, the baseline at 0, y upwards. A file is deflated JSON: for each letter its forms, for each
form its strokes, for each stroke whether it waits (a dot, a bar) and a row of x, y and half the width of the pen, in
steps of 1/500 x-height, each from the one before.
"""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from notes.writing.strokes.curves import Numbers, Points, even, needed

FINENESS = 500
SLACK = 0.005  # x-heights that a kept line may be off
STEP = 0.035  # x-heights from point to point, once it is read


@dataclass(frozen=True)
class PenStroke:
    """One movement of the pen: its points and half its width at each; a dot or a bar waits until the letter is done."""

    points: Points
    radius: Numbers
    waits: bool = False


Form = tuple[PenStroke, ...]


@dataclass(frozen=True)
class Alphabet:
    """The forms of each letter; what can be put together from them is asked of `notes.writing.strokes.composing`."""

    forms: Mapping[str, tuple[Form, ...]] = field(repr=False)

    def __contains__(self, letter: str) -> bool:
        return letter in self.forms

    def __getitem__(self, letter: str) -> tuple[Form, ...]:
        return self.forms[letter]

    @property
    def reach(self) -> float:
        """From the tails of g to the top of l, as most such letters have them."""
        tops = [top for one in "bdfhklt" if one in self.forms for _, top in [self._heights(one)]]
        tails = [low for one in "gjpqy" if one in self.forms for low, _ in [self._heights(one)]]
        return float(np.median(tops) - np.median(tails)) if tops and tails else 0.0

    @property
    def is_capital(self) -> bool:
        """Whether its small letters are capitals, so that notes would shout."""
        pairs = [(one, one.upper()) for one in "aegmnrstx" if one in self.forms and one.upper() in self.forms]
        return bool(pairs) and float(np.median([self._heights(a)[1] / self._heights(b)[1] for a, b in pairs])) > 0.97

    def _heights(self, letter: str) -> tuple[float, float]:
        every = np.concatenate([one.points[:, 1] for one in self.forms[letter][0]])
        return float(every.min()), max(0.01, float(every.max()))

    @classmethod
    def read(cls, path: Path) -> "Alphabet":
        return cls.from_bytes(path.read_bytes())

    @classmethod
    def from_bytes(cls, data: bytes) -> "Alphabet":
        """The alphabet that was kept.

        Raises:
            ValueError: these are not its bytes.
        """
        try:
            table = json.loads(zlib.decompress(data))
        except zlib.error as error:
            raise ValueError(str(error)) from error
        return cls({letter: tuple(map(form_of, those)) for letter, those in table.items()})

    def to_bytes(self) -> bytes:
        table = {letter: [rows_of(form) for form in self.forms[letter]] for letter in sorted(self.forms)}
        return zlib.compress(json.dumps(table, separators=(",", ":"), ensure_ascii=True).encode(), 9)


Rows = list[list[Any]]  # a form as it is kept


def rows_of(form: Form) -> Rows:
    """A form as JSON has it."""
    return [[int(one.waits), _row(one)] for one in form]


def form_of(rows: Rows) -> Form:
    return tuple(_stroke(*one) for one in rows)


def _row(stroke: PenStroke) -> list[int]:
    kept = sorted(needed(stroke.points, SLACK))
    values = np.column_stack([stroke.points[kept], stroke.radius[kept]])
    steps = np.rint(values * FINENESS).astype(int)
    moves: list[int] = np.diff(steps, axis=0, prepend=np.zeros((1, 3), dtype=int)).ravel().tolist()
    return moves


def _stroke(waits: int, row: list[int]) -> PenStroke:
    values = np.cumsum(np.array(row, dtype=float).reshape(-1, 3), axis=0) / FINENESS
    points, radius = even(values[:, :2], values[:, 2], STEP)
    return PenStroke(points, radius, bool(waits))
