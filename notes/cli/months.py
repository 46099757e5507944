"""Months as people write them."""

import re
from datetime import date

from notes.language.days import FIRST_YEAR, LAST_YEAR
from notes.language.folding import folded
from notes.language.locales import month_number

_STEPS = {"this": 0, "now": 0, "next": 1, "last": -1, "previous": -1}
_NUMBERED = re.compile(r"(?P<year>\d{4})[-/. ]?(?P<month>\d{1,2})|(?P<month2>\d{1,2})(?:[-/. ](?P<year2>\d{4}))?")
_NAMED = re.compile(r"(?P<name>[^\W\d_]+)\.?[\s,/-]*(?P<year>\d{4})?")
_BEHIND = 3  # months: “Oct” in December is two months ago, “Jan” is next year's


def month_meant(text: str, today: date) -> str | None:
    """The month that is meant, like 2026-12; None if it is none.

    >>> day = date(2026, 11, 3)
    >>> [month_meant(one, day) for one in ("2026-12", "Dec", "12", "next", "January", "10", "März 2027", "1/2027")]
    ['2026-12', '2026-12', '2026-12', '2026-12', '2027-01', '2026-10', '2027-03', '2027-01']
    >>> month_meant("soon", day)
    """
    text = folded(text).removesuffix(" month").strip()
    if text in _STEPS:
        return _counted(today, _STEPS[text])
    if found := _NUMBERED.fullmatch(text):
        year, number = found["year"] or found["year2"], int(found["month"] or found["month2"])
    elif found := _NAMED.fullmatch(text):
        year, number = found["year"], month_number(found["name"]) or 0
    else:
        return None
    if not 1 <= number <= 12 or (year and not FIRST_YEAR <= int(year) <= LAST_YEAR):
        return None
    return f"{year}-{number:02d}" if year else _counted(today, (number - today.month + _BEHIND) % 12 - _BEHIND)


def _counted(today: date, months: int) -> str:
    """The month that is so many months from today's."""
    place = today.year * 12 + today.month - 1 + months
    return f"{place // 12}-{place % 12 + 1:02d}"
