"""Turns: which shape of a letter comes next. The shapes of a letter take turns, so that none comes back soon.

A step of a word is a number: of a letter, or of something else that the pen does between letters. All of them are
marks, so that a line is one row of marks.
"""

from collections.abc import Callable, Sequence
from itertools import cycle, repeat
from math import gcd

from notes.writing.hand_font import Derived
from notes.writing.letter import Kern, as_character

Step = tuple[
    str, int
]  # what the pen does, as the script of a run has it, and how far it moves on in 1/1000 em of the hand

KERN = 1 << 20  # this and the width of a kern
SISTER = 1 << 22  # this and a step of the sister hand
LIFT = (1 << 24) - 2  # the baseline changes a little

_STRIDES = (1, 3, 5, 7, 11)


class Turns(dict[int, Callable[[], Step]]):
    """For each step of a word what gives its next mark, from a start and in a stride that follow from the seed."""

    def __init__(self, orders: "Orders", seed: int) -> None:
        super().__init__(orders.alone)
        self._orders = orders
        self._seed = seed & 0xFFFFFF

    def __missing__(self, step: int) -> Callable[[], Step]:
        orders = self._orders[step]
        row = cycle(orders[((self._seed + step) * 2654435761 >> 13) % len(orders)])
        following = self[step] = row.__next__
        return following


class Orders(dict[int, Sequence[Sequence[Step]]]):
    """All orders in which a hand takes the variants of each letter; they are made once.

    `alone` are the steps of which there is one mark, as of a kern: all cards can take them from the same place.
    """

    def __init__(self, derived: Derived) -> None:
        super().__init__()
        self.alone: dict[int, Callable[[], Step]] = {}
        self._derived = derived
        self._sister: Derived | None = None
        self._scale = 1.0

    def with_sister(self, derived: Derived, scale: float) -> None:
        """Let another hand write words, its letters so many times as large."""
        self._sister, self._scale = derived, scale

    def __missing__(self, step: int) -> Sequence[Sequence[Step]]:
        if step >= SISTER and self._sister:
            orders = self[step] = _all_orders(self._sister, step - SISTER, self._scale)
        else:
            orders = self[step] = _all_orders(self._derived, step)
        if len(orders[0]) == 1:
            self.alone[step] = repeat(orders[0][0]).__next__
        return orders


def _all_orders(derived: Derived, step: int, scale: float = 1.0) -> list[list[Step]]:
    if step >= KERN // 2:
        kern = step - KERN
        return [[(as_character(Kern(kern)), round(kern * scale))]]
    codes, advances = derived.codes[step], derived.advances[step]
    glyphs = [(chr(code), round(advance * scale)) for code, advance in zip(codes, advances, strict=True)]
    count = len(glyphs)
    return [
        [glyphs[(start + stride * one) % count] for one in range(count)]
        for start in range(count)
        for stride in _STRIDES
        if gcd(stride, count) == 1
    ]
