"""Turns: which shape of a letter comes next. The shapes of a letter take turns, so that none comes back soon."""

from collections.abc import Iterator
from itertools import cycle, repeat

from notes.writing.derived import Derived
from notes.writing.repertoire import as_bytes
from notes.writing.words import KERN

Stroke = tuple[bytes, int]  # what is written into the page, and how far the pen moves on, in 1/1000 em

_STRIDES = (1, 3, 5, 7)  # prime to the numbers of variants


class Turns(dict[int, Iterator[Stroke]]):
    """For each step of a word an endless row of strokes, from a start and in a stride that follow from the seed."""

    def __init__(self, orders: "Orders", seed: int) -> None:
        super().__init__()
        self._orders = orders
        self._seed = seed

    def __missing__(self, step: int) -> Iterator[Stroke]:
        row: Iterator[Stroke]
        if step >= KERN // 2:
            row = repeat((b")%d(" % (KERN - step), step - KERN))
        else:
            row = cycle(self._orders.order(step, self._seed * 2654435761 + step * 40503))
        self[step] = row
        return row


class Orders:
    """All orders in which a hand takes the variants of its letters; each is made once."""

    def __init__(self, derived: Derived) -> None:
        self._derived = derived
        self._made: dict[tuple[int, int], list[Stroke]] = {}

    def order(self, number: int, chance: int) -> list[Stroke]:
        codes, advances = self._derived.codes[number], self._derived.advances[number]
        count = len(codes)
        which = (chance >> 7) % (count * len(_STRIDES))
        if (number, which) not in self._made:
            start, stride = which % count, _STRIDES[which // count]
            places = [(start + stride * one) % count for one in range(count)]
            self._made[number, which] = [(as_bytes(codes[one]), advances[one]) for one in places]
        return self._made[number, which]
