"""Learn how remarks sound: weigh the traits of the labelled remarks, and remember what each remark means.

    python training/learn.py            learn from all, and write sounds.txt and remembered.npz in notes/language
    python training/learn.py --judge    learn from all files but one, and say how that one is judged; writes nothing

The traits are weighed by logistic regression with small weights preferred (L-BFGS), the remarks by ridge regression
over their nearness (conjugate gradients); the same remarks give the same files.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from notes.language import likeness, sounding
from notes.language.encoding import Rows, encoded

HERE = Path(__file__).parent
REMARKS = HERE / "remarks"
WEIGHTS = Path(sounding.__file__).with_name("sounds.txt")
REMEMBERED_ROWS = Path(sounding.__file__).with_name("remembered.npz")
SEEN_AT_LEAST = 2  # a trait of one remark alone says more of its writer than of its meaning
LIGHTEST = 0.05
DECAY = 1 / 15  # how much a heavy weight costs beside a wrong answer
STEPS = 120
RIDGE = 0.3  # how far a remark may be from what is remembered of it
ROUNDS = 60
REMEMBERED = 8  # steps that L-BFGS looks back on

Vector = NDArray[np.float64]


@dataclass(frozen=True)
class Remark:
    """A cell with its header, whether it stops a cheerful card, and in which file it stands."""

    header: str
    text: str
    stops: bool
    file: str


def remarks() -> Iterator[Remark]:
    """The labelled remarks of every file; training/README.md says how they are written."""
    for path in sorted(REMARKS.glob("*.txt")):
        stops = False
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# "):
                stops = line[2:].partition(" ")[0] == "stop"
            elif line:
                header, bar, text = line.partition(" | ")
                yield Remark(*((header, text) if bar else ("Notes", line)), stops, path.stem)


@dataclass(frozen=True)
class Table:
    """The traits of many remarks: of each entry its row, its column and its share of the row."""

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    shares: Vector
    size: tuple[int, int]

    @classmethod
    def of(cls, traits: Sequence[frozenset[str]], names: Sequence[str]) -> "Table":
        place = {name: number for number, name in enumerate(names)}
        known = [sorted(place[name] for name in those if name in place) for those in traits]
        counts = np.array([len(those) for those in known])
        shares = np.repeat(1 / np.sqrt(np.maximum(counts, 1)), counts)
        columns = np.array([column for those in known for column in those], dtype=np.int64)
        return cls(np.repeat(np.arange(len(known)), counts), columns, shares, (len(known), len(names)))

    def times(self, weights: Vector) -> Vector:
        """The weight of each row; the last weight is what every row has."""
        return np.bincount(self.rows, self.shares * weights[self.columns], self.size[0]) + weights[-1]

    def back(self, errors: Vector) -> Vector:
        return np.append(np.bincount(self.columns, self.shares * errors[self.rows], self.size[1]), errors.sum())


def learnt(table: Table, stops: Vector) -> Vector:
    """The weights of the columns, and at the end what every row weighs to begin with."""

    def cost(weights: Vector) -> tuple[float, Vector]:
        told = table.times(weights)
        free = np.append(weights[:-1], 0.0)
        loss = np.logaddexp(0, told).sum() - stops @ told + DECAY / 2 * free @ free
        return float(loss), table.back(1 / (1 + np.exp(-told)) - stops) + DECAY * free

    return _lowest(cost, np.zeros(table.size[1] + 1))


def _lowest(cost: Callable[[Vector], tuple[float, Vector]], place: Vector) -> Vector:
    """Where a smooth cost is lowest (L-BFGS with backtracking)."""
    value, slope = cost(place)
    past: list[tuple[Vector, Vector]] = []
    for _ in range(STEPS):
        way, reach = -_bent(slope, past), 1.0
        while True:
            moved = place + reach * way
            new_value, new_slope = cost(moved)
            if new_value <= value + 1e-4 * reach * (slope @ way) or reach < 1e-8:
                break
            reach /= 2
        past = [*past, (moved - place, new_slope - slope)][-REMEMBERED:]
        place, value, slope = moved, new_value, new_slope
        if np.abs(slope).max() < 1e-3:
            break
    return place


def _bent(slope: Vector, past: Sequence[tuple[Vector, Vector]]) -> Vector:
    """The slope as the steps before say that the cost is curved."""
    way, shares = slope.copy(), []
    for step, change in reversed(past):
        share = (step @ way) / (step @ change)
        way -= share * change
        shares.append(share)
    if past:
        step, change = past[-1]
        way *= (step @ change) / (change @ change)
    else:
        way /= max(1.0, float(np.linalg.norm(slope)))
    for (step, change), share in zip(past, reversed(shares), strict=True):
        way += (share - (change @ way) / (step @ change)) * step
    return way


def names_of(traits: Sequence[frozenset[str]]) -> Sequence[str]:
    counts = Counter(name for those in traits for name in those)
    return sorted(name for name, count in counts.items() if count >= SEEN_AT_LEAST)


def rows_of(those: Sequence[Remark]) -> Rows:
    """What each remark means, in the whole steps in which it is remembered."""
    rows = encoded([sounding.said(one.header, one.text) for one in those])
    return np.asarray(np.round(rows * likeness.STEPS) / likeness.STEPS, np.float32)


def nearness(some: Rows, others: Rows) -> Rows:
    """How near each row is to each other: 1 where they are the same, towards 0 the farther they are."""
    apart = np.einsum("ij,ij->i", some, some)[:, None] + np.einsum("ij,ij->i", others, others) - 2 * some @ others.T
    return np.asarray(np.exp(-likeness.NARROW * np.maximum(apart, 0)), np.float32)


def told_by(rows: Rows, stops: Vector) -> tuple[Rows, float]:
    """How much each row tells for or against a card, and what is told where no row is near."""
    wanted = 2 * stops - 1
    middle = float(wanted.mean())
    near = nearness(rows, rows)
    tells, left = np.zeros(len(rows)), wanted - middle
    way, size = left.copy(), float(left @ left)
    for _ in range(ROUNDS):
        bent = near @ way.astype(np.float32) + RIDGE * way
        reach = size / float(way @ bent)
        tells, left = tells + reach * way, left - reach * bent
        size, before = float(left @ left), size
        way = left + size / before * way
    return tells.astype(np.float32), middle


def digest(those: Sequence[Remark]) -> str:
    """What tells whether the weights were learnt from the remarks as they are."""
    return sha256("\n".join(map(repr, those)).encode()).hexdigest()[:16]


def write(those: Sequence[Remark]) -> None:
    traits = [sounding.traits(remark.header, remark.text) for remark in those]
    names = names_of(traits)
    weights = learnt(Table.of(traits, names), np.array([remark.stops for remark in those], float))
    kept = [(name, weight) for name, weight in zip(names, weights, strict=False) if abs(weight) >= LIGHTEST]
    lines = [f"{name}\t{round(weight * 100)}" for name, weight in kept]
    head = f"# Made by training/learn.py from remarks {digest(those)}: a trait and hundredths of its weight."
    WEIGHTS.write_text("\n".join([head, f"\t{round(weights[-1] * 100)}", *lines, ""]), encoding="utf-8")
    remember(those)
    print(f"{len(those):,} remarks, {len(kept):,} traits")


def remember(those: Sequence[Remark]) -> None:
    rows = rows_of(those)
    tells, middle = told_by(rows, np.array([remark.stops for remark in those], float))
    steps = np.round(rows * likeness.STEPS).astype(np.int16)
    np.savez_compressed(REMEMBERED_ROWS, rows=steps, tells=tells.astype(np.float16), middle=np.float32(middle))


def judge(those: Sequence[Remark]) -> None:
    """How each file is judged by what is learnt from the others."""
    traits = [sounding.traits(remark.header, remark.text) for remark in those]
    rows, stops = rows_of(those), np.array([remark.stops for remark in those], float)
    for file in sorted({remark.file for remark in those}):
        own = np.array([remark.file == file for remark in those])
        names = names_of([one for one, here in zip(traits, own, strict=True) if not here])
        weights = learnt(Table.of([one for one, here in zip(traits, own, strict=True) if not here], names), stops[~own])
        words = Table.of([one for one, here in zip(traits, own, strict=True) if here], names).times(weights)
        tells, middle = told_by(rows[~own], stops[~own])
        told = words + sounding.OF_THE_LIKE * (likeness.Remembered.of(rows[~own], tells).weigh(rows[own]) + middle) > 0
        heard, held = told[stops[own] > 0].mean(), told[stops[own] == 0].mean()
        print(f"{file:<10} {own.sum():>5,} remarks: {heard:.3f} of the reasons heard, {held:.3f} of the others held")


if __name__ == "__main__":
    (judge if "--judge" in sys.argv else write)(list(remarks()))
