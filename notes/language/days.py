"""Days as one says them in our own sentences."""

import re
from datetime import date, timedelta
from functools import cache

from notes.language.locales import locale_of, month_name

FIRST_YEAR, LAST_YEAR = 1970, 2199  # of the cards that anybody plans


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


_LONG_GONE = timedelta(days=3)  # between the day and the post: read a week later, “on Friday” would be another one
_ON_A_WEEKDAY = re.compile(
    r"(?P<on> on| last| this past)? (?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"(?=$|[,.;]| (?:and|but|when|that|which)\b)"
)


def with_its_date(text: str, on: date | None, posted: date | None, *, month_first: bool) -> str:
    """A text that tells a day by its name alone, with the date where that day is long gone; without, if it is another.

    >>> with_its_date("the visit on Friday", date(2026, 11, 6), date(2026, 12, 7), month_first=False)
    'the visit on Friday 6 November'
    >>> with_its_date("the visit on Friday", date(2026, 11, 6), date(2026, 11, 7), month_first=False)
    'the visit on Friday'
    """
    found = _ON_A_WEEKDAY.search(text)
    if found is None or on is None or posted is None or -_LONG_GONE <= posted - on <= _LONG_GONE:
        return text
    if found["day"] != weekday(on):
        return text if found["on"] is None else text[: found.start()] + text[found.end() :]
    dated = f"{found['day']}, {month_name(on.month)} {on.day}" if month_first else f"{found['day']} {spoken(on)}"
    return f"{text[: found.start()]} on {dated}{text[found.end() :]}"
