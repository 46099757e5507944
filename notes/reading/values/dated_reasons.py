"""Dated reasons: a cell that says what happens and on which day, “retires 12/18/26”, “wedding ann'y 12/12/1998”."""

import re

from notes.language.locales import month_number
from notes.occasions import Occasions
from notes.reading.values.told_reasons import told_reason

_NUMBERS = re.compile(
    r"(?<![\d/.-])(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}([/.-])\d{1,2}(?:\1(?:\d{4}|\d{2}))?)(?![\d/.-]*\d)"
)
_NAMED = (
    re.compile(
        r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.)? (?:of |de )?(?P<month>[^\W\d_]{3,})\.?(?:,? (?:19|20)\d\d)?"
    ),
    re.compile(r"\b(?P<month>[^\W\d_]{3,})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,? (?:19|20)\d\d)?"),
)
_MONTH = re.compile(r"\b(?P<month>[^\W\d_]{3,})\b\.?(?:,? (?P<year>20\d\d)\b)?")
_IN_THE_MIDDLE = 15
_EDGES = " ,;:-–—/."
_BEFORE_A_DAY = re.compile(r"[\s,;:–—-]*\b(?:on|the|am|le|el|den)?\s*$", re.IGNORECASE)


def day_and_reason(text: str) -> tuple[str, str] | None:
    """The day that a cell names, as it is written there, and what it says beside it; None without one day and a reason.

    >>> day_and_reason("retires 12/18/26"), day_and_reason("graduates Dec 18 2026 (elementary ed)")
    (('12/18/26', 'retires'), ('Dec 18 2026', 'graduates (elementary ed)'))
    >>> day_and_reason("12/18/26"), day_and_reason("moved 3/4/25, back 5/6/26"), day_and_reason("the 12 geese")
    (None, None, None)
    """
    if (day := only_day(text)) is None:
        return None
    before = _BEFORE_A_DAY.sub("", text[: day.start()])
    behind = text[day.end() :].strip(_EDGES)
    reason = " ".join(f"{before} {behind}".split()).strip(_EDGES)
    return (day.group().strip(_EDGES), reason) if any(map(str.isalpha, reason)) else None


def only_day(text: str) -> "re.Match[str] | None":
    """Where a text names a day, if it names one and no more."""
    found = [*_NUMBERS.finditer(text)]
    found += [one for pattern in _NAMED for one in pattern.finditer(text) if month_number(one["month"])]
    days = [one for one in found if not any(_holds(other, one) for other in found)]
    return days[0] if len(days) == 1 else None


def dated_reason(text: str, occasions: Occasions) -> tuple[str, str] | None:
    """The day and the reason of a cell; where any day of a month will do, the middle of the month that it names.

    >>> from notes.occasions import ours
    >>> dated_reason("thank-you card, Dec 2026", ours()), dated_reason("retires Dec 2026", ours())
    (('2026-12-15', 'thank-you card'), None)
    >>> dated_reason("thank-you card, Dec", ours()), dated_reason("Xmas card", ours()), dated_reason("card", ours())
    (('Dec 15', 'thank-you card'), ('Dec 15', 'Xmas card'), None)
    """
    if found := day_and_reason(text):
        return found
    months = [one for one in _MONTH.finditer(text) if month_number(one["month"])]
    if len(months) > 1 or any(map(str.isdigit, _MONTH.sub("", text))):
        return None
    begin, end = months[0].span() if months else (len(text), len(text))
    reason = " ".join((text[:begin] + text[end:]).split()).strip(_EDGES)
    told = told_reason(reason, occasions) if reason else None
    if not told or not told.occasion.any_day:
        return None
    if not months:
        return (told.occasion.usual_day, reason) if told.occasion.usual_day else None
    month, year = months[0]["month"], months[0]["year"]
    return f"{year}-{month_number(month):02}-{_IN_THE_MIDDLE}" if year else f"{month} {_IN_THE_MIDDLE}", reason


def _holds(longer: "re.Match[str]", one: "re.Match[str]") -> bool:
    return longer is not one and longer.start() <= one.start() and one.end() <= longer.end()
