"""Days and numbers as one says them."""

from collections.abc import Iterable
from datetime import date
from functools import cache

_MONTHS = "January February March April May June July August September October November December"
MONTHS = _MONTHS.split()  # strftime would take the language of the machine


def spoken(day: date) -> str:
    """A day as one says it: “14 November”."""
    return f"{day.day} {MONTHS[day.month - 1]}"


@cache
def with_year(day: date) -> str:
    """“14 November 2026”, said once of the many who were last here on that day."""
    return f"{spoken(day)} {day.year}"


def counted(number: int | None, noun: str) -> str:
    """`1 year`, `5 years`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def listed(numbers: Iterable[int]) -> str:
    """`1, 5 and 10`."""
    *rest, last = map(str, numbers)
    return f"{', '.join(rest)} and {last}" if rest else last
