"""Turns: which shape of a letter comes next. The shapes of a letter take turns, so that none comes back soon."""

from collections.abc import Iterator, Sequence
from itertools import cycle

from notes.writing.derived import Derived
from notes.writing.repertoire import SPACE, as_bytes
from notes.writing.words import KERN

# What is written into the page, how far the pen moves on in 1/1000 em, and the code that is used.
Stroke = tuple[bytes, int, int]

_STRIDES = (1, 3, 5, 7)  # prime to the numbers of variants


class Turns(dict[int, Iterator[Stroke]]):
    """For each step of a word an endless row of strokes, from a start and in a stride that follow from the seed."""

    def __init__(self, orders: "Orders", seed: int) -> None:
        super().__init__()
        self._orders = orders
        self._seed = seed & 0xFFFFFF

    def __missing__(self, step: int) -> Iterator[Stroke]:
        orders = self._orders[step]
        row = self[step] = cycle(orders[((self._seed + step) * 2654435761 >> 13) % len(orders)])
        return row


class Orders(dict[int, Sequence[Sequence[Stroke]]]):
    """All orders in which a hand takes the variants of each letter; they are made once."""

    def __init__(self, derived: Derived) -> None:
        super().__init__()
        self._derived = derived

    def __missing__(self, step: int) -> Sequence[Sequence[Stroke]]:
        orders = self[step] = [[_kern(step - KERN)]] if step >= KERN // 2 else self._orders(step)
        return orders

    def _orders(self, number: int) -> list[list[Stroke]]:
        codes, advances = self._derived.codes[number], self._derived.advances[number]
        strokes = [(as_bytes(code), advance, code) for code, advance in zip(codes, advances, strict=True)]
        count = len(strokes)
        return [
            [strokes[(start + stride * one) % count] for one in range(count)]
            for start in range(count)
            for stride in _STRIDES
        ]


def _kern(width: int) -> Stroke:
    """A move within a word; its code is that of the space, which every word uses."""
    return b")%d(" % -width, width, int.from_bytes(SPACE, "big")
