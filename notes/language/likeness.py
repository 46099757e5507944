"""Likeness: how the remarks were meant that are most like a cell, whatever their words and their language.

Each remark of training/remarks is remembered as a row of numbers (encoding.py) and how much it tells for or against a
card, in remembered.npz, made by training/learn.py.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

from notes.language.encoding import Rows, encoded

NARROW = 1.5  # how soon a remark that is less like the cell counts less
STEPS = 400  # of a row’s numbers, in 1
AT_ONCE = 512  # cells


def likeness(texts: Sequence[str]) -> Rows:
    """For each text how it is meant by those like it: about 1 a reason to wait, about -1 none."""
    rows, tells, middle = _remembered()
    return weighed(encoded(texts), rows, tells) + middle


def weighed(cells: Rows, rows: Rows, tells: Rows) -> Rows:
    """What the remembered rows tell of each cell, the more the nearer they are."""
    portions = [nearness(cells[place : place + AT_ONCE], rows) @ tells for place in range(0, len(cells), AT_ONCE)]
    return np.concatenate(portions) if portions else np.empty(0, np.float32)


def nearness(some: Rows, others: Rows) -> Rows:
    """How near each row is to each other: 1 where they are the same, towards 0 the farther they are."""
    apart = np.einsum("ij,ij->i", some, some)[:, None] + np.einsum("ij,ij->i", others, others) - 2 * some @ others.T
    return np.asarray(np.exp(-NARROW * np.maximum(apart, 0)), np.float32)


@cache
def _remembered() -> tuple[Rows, Rows, float]:
    with np.load(Path(__file__).with_name("remembered.npz")) as file:
        rows = file["rows"].astype(np.float32) / STEPS
        return rows, file["tells"].astype(np.float32), float(file["middle"])
