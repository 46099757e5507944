"""Turns: which shape of a letter comes next. The shapes of a letter take turns, so that none comes back soon.

A step of a word is the number of a letter: of the hand, or of its sister.
"""

from collections.abc import Iterator, Sequence
from itertools import cycle
from math import gcd

from notes.writing.hand_font import Derived

Glyph = tuple[str, int]  # a shape as runs have it, and how far the pen moves on in 1/1000 em of the hand

SISTER = 1 << 22  # this and the number of a letter of the sister hand

_STRIDES = (1, 3, 5, 7, 11)


class Turns(dict[int, Iterator[Glyph]]):
    """For each step of a word an endless row of glyphs, from a start and in a stride that follow from the seed."""

    def __init__(self, orders: "Orders", seed: int) -> None:
        super().__init__()
        self._orders = orders
        self._seed = seed & 0xFFFFFF

    def __missing__(self, step: int) -> Iterator[Glyph]:
        orders = self._orders[step]
        row = self[step] = cycle(orders[((self._seed + step) * 2654435761 >> 13) % len(orders)])
        return row


class Orders(dict[int, Sequence[Sequence[Glyph]]]):
    """All orders in which a hand takes the variants of each letter; they are made once."""

    def __init__(self, derived: Derived) -> None:
        super().__init__()
        self._derived = derived
        self._sister: Derived | None = None
        self._scale = 1.0

    def with_sister(self, derived: Derived, scale: float) -> None:
        """Let another hand write words, its letters so many times as large."""
        self._sister, self._scale = derived, scale

    def __missing__(self, step: int) -> Sequence[Sequence[Glyph]]:
        if step >= SISTER and self._sister:
            orders = self[step] = _all_orders(self._sister, step - SISTER, self._scale)
        else:
            orders = self[step] = _all_orders(self._derived, step)
        return orders


def _all_orders(derived: Derived, number: int, scale: float = 1.0) -> list[list[Glyph]]:
    codes, advances = derived.codes[number], derived.advances[number]
    glyphs = [(chr(code), round(advance * scale)) for code, advance in zip(codes, advances, strict=True)]
    count = len(glyphs)
    return [
        [glyphs[(start + stride * one) % count] for one in range(count)]
        for start in range(count)
        for stride in _STRIDES
        if gcd(stride, count) == 1
    ]
