"""Turns: which shape of a letter comes next. The shapes of a letter take turns, so that none comes back soon.

A step of a word is a number: of a letter, or of something else that the pen does between letters (a kern, a change of
the baseline, a word in another font). All of them are strokes, so that a line is one row of strokes.
"""

from collections.abc import Iterator, Sequence
from itertools import cycle
from math import gcd

from notes.writing.hand_font import Derived
from notes.writing.repertoire import as_bytes

Stroke = tuple[bytes, int]  # what is written into the page, and how far the pen moves on in 1/1000 em

KERN = 1 << 20  # this and the width of a kern
SISTER = 1 << 22  # this and the number of a letter of the sister hand
TO_SISTER = 1 << 24  # this and the size of the sister's font
FROM_SISTER = (1 << 24) - 1
LIFT = (1 << 24) - 2  # the baseline changes a little

_STRIDES = (1, 3, 5, 7, 11)


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
        self._sister: Derived | None = None
        self._scale = 1.0

    def with_sister(self, derived: Derived, scale: float) -> None:
        """Let another hand write words, its letters so many times as large."""
        self._sister, self._scale = derived, scale

    def __missing__(self, step: int) -> Sequence[Sequence[Stroke]]:
        orders = self[step] = self._made(step)
        return orders

    def _made(self, step: int) -> list[list[Stroke]]:
        if step == FROM_SISTER:
            return [[(b")]TJ/Hand 1000 Tf[(", 0)]]
        if step >= TO_SISTER:
            return [[(b")]TJ/Sister %d Tf[(" % (step - TO_SISTER), 0)]]
        if step >= SISTER and self._sister:
            return _all_orders(self._sister, step - SISTER, self._scale)
        if step >= KERN // 2:
            return [[(b")%d(" % (KERN - step), step - KERN)]]
        return _all_orders(self._derived, step)


def _all_orders(derived: Derived, number: int, scale: float = 1.0) -> list[list[Stroke]]:
    codes, advances = derived.codes[number], derived.advances[number]
    strokes = [(as_bytes(code), round(advance * scale)) for code, advance in zip(codes, advances, strict=True)]
    count = len(strokes)
    return [
        [strokes[(start + stride * one) % count] for one in range(count)]
        for start in range(count)
        for stride in _STRIDES
        if gcd(stride, count) == 1
    ]
