"""Sharing: equal texts of a column kept once, since a list of thousands of people has few towns, states and days."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice, zip_longest
from types import NoneType
from typing import TypeVar, cast

T = TypeVar("T")

AT_ONCE = 1_000  # rows, so that they are looked at while the processor has them at hand
MOST_SHARED = 20_000  # different cells of a column; with more, hardly one is there twice
_SHARED = frozenset([str, datetime, NoneType])  # equal ones are the same, unlike 1 and 1.0


class Sharing:
    """The cells that the columns of one sheet have had so far."""

    def __init__(self) -> None:
        self._known: list[dict[object, object] | None] = []

    def shared(self, rows: Sequence[Sequence[T]]) -> Sequence[Sequence[T]]:
        """The same rows, a cell that its column has had before as the very same object.

        >>> first, again = Sharing().shared([["".join("OH")], ["".join("OH")]])
        >>> first[0] is again[0]
        True
        """
        widths = [*map(len, rows)]
        columns = transposed(rows)
        self._known += ({} for _ in range(len(columns) - len(self._known)))
        found = [self._of_column(number, column) for number, column in enumerate(columns)]
        again = zip(*found, strict=True)
        if min(widths, default=0) == len(columns):
            return [*again]
        return [row[:width] for row, width in zip(again, widths, strict=True)]

    def _of_column(self, number: int, column: Sequence[T]) -> Iterable[T]:
        known = self._known[number]
        if known is None or not _SHARED.issuperset(map(type, column)):
            return column
        if len(known) > MOST_SHARED:
            self._known[number] = None
            return column
        return cast("Iterable[T]", map(known.setdefault, column, column))


def transposed(rows: Sequence[Sequence[T]]) -> Sequence[Sequence[T]]:
    """The columns of rows; those of rows that are shorter than others are filled with None.

    >>> transposed([["Ann", "Lee"], ["Rosa"]])
    [('Ann', 'Rosa'), ('Lee', None)]
    """
    return [*zip_longest(*rows)]


def in_pieces(values: Iterable[T], size: int = AT_ONCE) -> Iterator[list[T]]:
    """Lists of so many values each, the last one shorter.

    >>> list(in_pieces("abcde", 2))
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    rest = iter(values)
    while piece := [*islice(rest, size)]:
        yield piece
