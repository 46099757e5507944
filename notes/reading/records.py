"""Records: values of one kind, a row each, made column by column."""

from collections import deque
from collections.abc import Sequence
from dataclasses import fields
from itertools import repeat
from typing import Any, TypeVar

T = TypeVar("T")

AT_ONCE = 1_000  # rows, which the processor has at hand until all their fields are filled


def records(kind: type[T], count: int, **columns: Sequence[Any]) -> list[T]:
    """As many of a frozen dataclass with slots as there are rows; a field without a column has its default.

    A column at a time this takes a third of what the constructor takes, which looks up every field for every row.

    >>> from notes.customers import Day
    >>> records(Day, 2, month=[4, 5], day=[12, 1])
    [Day(month=4, day=12, year=None), Day(month=5, day=1, year=None)]
    """
    if any(len(values) != count for values in columns.values()):
        raise ValueError("each column has a value for every row")
    given = [(getattr(kind, one.name).__set__, columns.get(one.name), one.default) for one in fields(kind)]  # type: ignore[arg-type] # it is a dataclass
    made: list[T] = []
    for start in range(0, count, AT_ONCE):
        some = [*map(object.__new__, repeat(kind, min(AT_ONCE, count - start)))]
        for fill, values, default in given:
            deque(map(fill, some, repeat(default) if values is None else values[start : start + AT_ONCE]), maxlen=0)
        made += some
    return made
