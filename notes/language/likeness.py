"""Likeness: how the remarks were meant that are most like a cell, whatever their words and their language.

Each remark of training/remarks is remembered as a row of numbers (encoding.py) and how much it tells for or against a
card, in remembered.npz, made by training/learn.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from notes.language import encoding
from notes.language.encoding import Rows, encoded

NARROW = 1.5  # how soon a remark that is less like the cell counts less
STEPS = 400  # of a row’s numbers, in 1
AT_ONCE = 64  # cells


def likeness(texts: Sequence[str]) -> Rows:
    """For each text how it is meant by those like it: about 1 a reason to wait, about -1 none."""
    remembered, middle = _remembered()
    return remembered.weigh(encoded(texts)) + middle


@dataclass(frozen=True)
class Remembered:
    """Remarks that are remembered: what is left to reckon for a cell, exp(2 n · x · y) of exp(-n · (x - y)²)."""

    across: Rows
    tells: Rows

    @classmethod
    def of(cls, rows: Rows, tells: Rows) -> "Remembered":
        """Rows of remarks, each with how much it tells for or against a card."""
        return cls(np.ascontiguousarray(2 * NARROW * rows.T), tells * _alone(rows))

    def weigh(self, cells: Rows) -> Rows:
        """What the remembered rows tell of each cell, the more the nearer they are."""
        told = np.empty(len(cells), np.float32)
        for place in range(0, len(cells), AT_ONCE):
            near = cells[place : place + AT_ONCE] @ self.across
            told[place : place + AT_ONCE] = np.exp(near, out=near) @ self.tells
        return told * _alone(cells)


def _alone(rows: Rows) -> Rows:
    return np.asarray(np.exp(-NARROW * np.einsum("ij,ij->i", rows, rows)), np.float32)


def let_go() -> None:
    """Give back the memory of the rows, and of what cells are encoded with."""
    _remembered.cache_clear()
    encoding.let_go()


@cache
def _remembered() -> tuple[Remembered, float]:
    with np.load(Path(__file__).with_name("remembered.npz")) as file:
        rows = file["rows"].astype(np.float32) / STEPS
        return Remembered.of(rows, file["tells"].astype(np.float32)), float(file["middle"])
