"""Days as a note gives them: “in March 2024”, “4/2025”, “2019”."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from notes.language.folding import folded
from notes.language.locales import month_number

_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d{1,2})(?:-(\d{1,2}))?(?!\d)")
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)?\d\d)(?!\d)")
_MONTH = re.compile(r"(?<![\d/.-])(\d{1,2})[/.]((?:19|20)\d\d)(?!\d)")
_YEAR = re.compile(r"(?<![\d#$€£./-])((?:19|20)\d\d)(?![\d/-])")


def day_told(text: str) -> date | None:
    """The latest day that a text can mean; None where it gives no year.

    >>> day_told("died 3/14/2024"), day_told("passed in March 2024"), day_told("d. 2019"), day_told("in May")
    (datetime.date(2024, 3, 14), datetime.date(2024, 3, 31), datetime.date(2019, 12, 31), None)
    """
    if not any(map(str.isdigit, text)):
        return None
    for days in (_by_iso(text), _by_numbers(text), _by_month(text), _by_year(text)):
        if days:
            return max(days)
    return None


def is_to_come(text: str, today: date) -> bool:
    """Whether what a text tells of time can only mean a day that is yet to come.

    >>> is_to_come("31.12.2026", date(2026, 11, 28)), is_to_come("10/12/2026", date(2026, 11, 28))
    (True, False)
    >>> is_to_come("2026", date(2026, 11, 28)), is_to_come("12/2026", date(2026, 11, 28)), is_to_come("x", date.min)
    (False, True, False)
    """
    days = _by_iso(text) or _by_numbers(text)
    if days:
        return min(days) > today
    day = day_told(text)
    if day is None:
        return False
    return day.year > today.year or (bool(_by_month(text)) and day.replace(day=1) > today)


def _by_iso(text: str) -> list[date]:
    return _valid((int(year), int(month), int(day or 0)) for year, month, day in _ISO.findall(text))


def _by_numbers(text: str) -> list[date]:
    both = ((int(one), int(two), _century(year)) for one, two, year in _NUMBERS.findall(text))
    return _valid((year, *order) for one, two, year in both for order in ((one, two), (two, one)))


def _by_month(text: str) -> list[date]:
    named = ((int(year), month_number(word) or 0, 0) for word, year in _NAMED.findall(folded(text)))
    return _valid([*((int(year), int(month), 0) for month, year in _MONTH.findall(text)), *named])


def _by_year(text: str) -> list[date]:
    return _valid((int(year), 12, 31) for year in _YEAR.findall(text))


_NAMED = re.compile(r"([^\W\d_]{3,})\.?,?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?(?:de[l]?\s+)?((?:19|20)\d\d)(?!\d)")


def _valid(days: Iterable[tuple[int, int, int]]) -> list[date]:
    """Those that there are; the last of the month where no day is given."""
    found = []
    for year, month, day in days:
        if 1 <= month <= 12 and day <= monthrange(year, month)[1]:
            found.append(date(year, month, day or monthrange(year, month)[1]))
    return found


def _century(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year)
