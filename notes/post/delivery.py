"""The days of the post: none on Sundays and public holidays, and each holiday on the way costs a day.

A day is one of the country in which the letter is then: posted at home, delivered abroad.
"""

from collections.abc import Container
from datetime import date, timedelta
from functools import cache
from importlib.metadata import version

from notes.kept import kept

DAY = timedelta(days=1)
SUNDAY = 6


def is_post_day(day: date, country: str) -> bool:
    """Whether letters are collected and delivered.

    >>> [is_post_day(date(2026, 11, day), "US") for day in (7, 8, 9, 11, 26)]  # the 11th is Veterans Day
    [True, False, True, False, False]
    """
    return day.weekday() != SUNDAY and day not in _holidays(country, day.year)


def last_post_day(until: date, country: str) -> date:
    """The latest day of the post, this one if it is one."""
    while not is_post_day(until, country):
        until -= DAY
    return until


def post_by(on: date, days: int, home: str, country: str) -> date:
    """The last day on which to post a letter that takes so many days, for it to arrive by a day.

    >>> post_by(date(2026, 11, 21), 4, "US", "US"), post_by(date(2026, 11, 14), 4, "US", "US")
    (datetime.date(2026, 11, 17), datetime.date(2026, 11, 9))
    """
    arrives = last_post_day(on, country)
    posted = arrives - timedelta(days=days)
    lost = sum(_is_lost(posted + DAY * after, home) for after in range(days))
    return last_post_day(posted - DAY * lost, home)


def _is_lost(day: date, country: str) -> bool:
    """Whether a holiday costs a day on the way; Sundays are counted in the days that a letter takes."""
    return day.weekday() != SUNDAY and day in _holidays(country, day.year)


@cache
def _holidays(country: str, year: int) -> Container[date]:
    """The public holidays of a country, none where they are not known; the library is asked once for each year."""
    asked = f"{country} {year} {version('holidays')}".encode()
    days = kept(f"holidays-{country}", [asked], lambda: [day.isoformat() for day in _asked(country, year)])
    return frozenset(map(date.fromisoformat, days))


def _asked(country: str, year: int) -> list[date]:
    import holidays

    try:
        return sorted(holidays.country_holidays(country, years=year))
    except NotImplementedError:
        return []
