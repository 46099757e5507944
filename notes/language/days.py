"""Days as one says them in our own sentences."""

from datetime import date
from functools import cache

from notes.language.locales import locale_of, month_name


def spoken(day: date) -> str:
    """“14 November”."""
    return f"{day.day} {month_name(day.month)}"


@cache
def with_year(day: date) -> str:
    """“14 November 2026”, said once of the many who were last here on that day."""
    return f"{spoken(day)} {day.year}"


def weekday(day: date) -> str:
    """“Friday”."""
    return str(locale_of("en").days["format"]["wide"][day.weekday()])


def with_weekday(day: date) -> str:
    """“Friday, 6 November”."""
    return f"{weekday(day)}, {spoken(day)}"


def brief(day: date) -> str:
    """“Fri 6 Nov”, for lists."""
    english = locale_of("en")
    weekday, month = english.days["format"]["abbreviated"], english.months["format"]["abbreviated"]
    return f"{weekday[day.weekday()]} {day.day} {month[day.month]}"


def month_and_year(month: str) -> str:
    """“November 2026” of “2026-11”.

    >>> month_and_year("2026-11")
    'November 2026'
    """
    year, number = month.split("-")[:2]
    return f"{month_name(int(number))} {year}"
