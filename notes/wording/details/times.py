"""Times as people jot them: “Oct”, “10/8”, “16 Jan”, “in September”, “last yr”, “every Feb”."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from notes.wording.details.detail import Span
from notes.wording.details.wordbook import little_words

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_LEADING = r"(?:\b(?:on|in|since|until|by|from|this|next|last|early|late|mid)\s+)*"
_EVERY = re.compile(
    r"\b(?:every|each)\s+\w+(?:\s+\w+)?|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b"
    r"|\b(?:daily|weekly|monthly|yearly|annual|annually)\b",
    re.I,
)
_DAY_MONTH = re.compile(
    rf"{_LEADING}\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH}(?:,?\s+(?P<year>\d{{4}}))?", re.I
)
_MONTH_DAY = re.compile(
    rf"{_LEADING}\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year>\d{{4}}))?", re.I
)
_MONTH_ONLY = re.compile(rf"{_LEADING}\b{_MONTH}(?:\s+(?P<year>\d{{4}}))?(?![\w’'])", re.I)
_NUMBERS = re.compile(
    r"(?:\b(?:on|in|since|mon|tues?|wed|thurs?|fri|sat|sun)\s+)?\b(?P<a>\d{1,2})/(?P<b>\d{1,2})(?:/(?P<year>\d{2,4}))?(?![\w/])",
    re.I,
)
_ISO = re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<iso>\d\d)(?:-(?P<day>\d\d))?\b")
_YEAR = re.compile(r"\b(?:in|since|from)\s+(?P<year>(?:19|20)\d\d)\b", re.I)
_RELATIVE = re.compile(
    r"\b(?P<which>last|this|next)\s+(?P<unit>year|yr|month|mo|week|wk|spring|summer|fall|autumn|winter)\b"
    r"|\b(?P<day>yesterday|tomorrow|today)\b",
    re.I,
)
_WHAT_ONE_WINS = re.compile(r"\b(?:won|wins|ran|lost|entered|hosted|judged|led|organi[sz]ed|missed|finished)$", re.I)
_NEW_YEAR = re.compile(r"\b(?:in|at|after|early in)\s+the\s+new\s+year\b", re.I)
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "fall": (9, 11), "autumn": (9, 11), "winter": (12, 2)}
_AS_FAR = 60  # days by which two years have to differ, so that the nearer one is meant
# Days that a month counts as farther off whose tense the words are against: what was to come is over by now,
# what is over never is to come.
_STALE, _NEVER = 120, 400


@cache
def _of_a_thing() -> re.Pattern[str]:
    """A thing that stands behind a month: “Oct marathon”, and no “Oct again”."""
    word = rf"(?!(?:{'|'.join(little_words())})\b)[a-z][a-z-]+"
    return re.compile(rf"(?:{word} ){{0,2}}{word}(?:$|[,.;!?)]| (?:and|with|w/|at|for|by|in|on|of)(?!\w))")


@dataclass(frozen=True, slots=True)
class Timed:
    """A text without the words for its time, the days that they mean, and whether it comes again and again."""

    text: str
    span: Span | None = None
    again: bool = False


def timed(text: str, today: date, *, day_first: bool = False, lean: int = 0) -> Timed:
    """What a text says of its time, seen from a day.

    A month without a year is the nearest; `lean` is below zero for what is over by its words, above for what is to
    come.

    >>> timed("knee op Oct", date(2026, 11, 2))
    Timed(text='knee op', span=Span(first=datetime.date(2026, 10, 1), last=datetime.date(2026, 10, 31)), again=False)
    >>> timed("cruise to Cozumel every Feb", date(2026, 11, 2))
    Timed(text='cruise to Cozumel', span=None, again=True)
    """
    if match := _EVERY.search(text):
        return Timed(_without(text, match), None, True)
    if match := _NEW_YEAR.search(text):
        year = today.year + (today.month > 2)
        return Timed(_without(text, match), Span(date(year, 1, 1), date(year, 3, 31)))
    unclear: set[int] = set()  # the letters of days that nobody can tell: “4 June” is then no June either
    for pattern in (_ISO, _DAY_MONTH, _MONTH_DAY, _NUMBERS, _RELATIVE, _MONTH_ONLY, _YEAR):
        for match in pattern.finditer(text):
            letters = {*range(*match.span())}
            if letters & unclear:
                continue
            if span := _span(pattern, match, today, day_first, lean):
                return Timed(_without(text, match), span)
            unclear |= letters
    return Timed(text)


def is_dated(text: str) -> bool:
    """Whether a text tells of a day, even where nobody can tell of which year.

    >>> is_dated("reunion July 4"), is_dated("every July"), is_dated("two cats")
    (True, False, False)
    """
    patterns = (_ISO, _DAY_MONTH, _MONTH_DAY, _RELATIVE, _MONTH_ONLY)
    return not _EVERY.search(text) and any(pattern.search(text) for pattern in patterns)


def _without(text: str, match: re.Match[str]) -> str:
    """The text without a time; of “in Sept final” and “won Oct cook-off” the final and the cook-off stay."""
    before, behind = text[: match.start()].rstrip(), text[match.end() :].lstrip()
    if "month" in match.re.groupindex and "day" not in match.re.groupindex and _of_a_thing().match(behind):
        if match[0].casefold().startswith("in "):
            before += " in the"
        elif _WHAT_ONE_WINS.search(before):
            before += " the"
    rest = f"{before} {behind}"
    return re.sub(r"\s+(?:on|in|since|at|by|from)$", "", rest.strip(" ,;:-–—!.")).strip()


def _span(pattern: re.Pattern[str], match: re.Match[str], today: date, day_first: bool, lean: int) -> Span | None:
    given = match.groupdict()
    year = int(given["year"]) if given.get("year") else 0
    year = year + 2000 if 0 < year < 100 else year
    if pattern is _RELATIVE:
        return _relative(given, today)
    if pattern is _YEAR:
        return Span(date(year, 1, 1), date(year, 12, 31))
    if pattern is _ISO:
        return _placed(int(f"{given['iso']}"), int(given["day"] or 0), year, today, lean)
    if pattern is _NUMBERS:
        month, day = int(given["a"]), int(given["b"])
        if day_first or month > 12:
            month, day = day, month
    else:
        month = _MONTHS.index(given["month"][:3].casefold()) + 1
        day = int(given.get("day") or 0)
        if pattern is _MONTH_ONLY and match[0].strip() in ("may", "May", "march", "mar") and not year:
            return _month_that_may_be_a_word(match, month, today, lean)
    return _placed(month, day, year, today, lean)


def _month_that_may_be_a_word(match: re.Match[str], month: int, today: date, lean: int) -> Span | None:
    """“May” is a month at the end of a clause or behind “in”; elsewhere it may be a name or a verb."""
    at_the_end = match.end() == len(match.string.rstrip(" .,;"))
    return _placed(month, 0, 0, today, lean) if at_the_end and match[0].strip()[0].isupper() else None


def _placed(month: int, day: int, year: int, today: date, lean: int) -> Span | None:
    if not 1 <= month <= 12 or day > 31:
        return None
    years = [year] if year else [today.year - 1, today.year, today.year + 1]
    spans = [span for one in years if (span := _days(one, month, day))]
    far = sorted(_distance(span, today, lean) for span in spans)
    if len(far) > 1 and not lean and far[1] - far[0] < _AS_FAR:
        return None  # half a year off either way: nobody can tell
    return min(spans, key=lambda span: _distance(span, today, lean), default=None)


def _days(year: int, month: int, day: int) -> Span | None:
    last = monthrange(year, month)[1]
    if day > last:
        return None
    return Span(date(year, month, day or 1), date(year, month, day or last))


def _distance(span: Span, today: date, lean: int) -> float:
    """How far a span lies from a day; what the words rule out is a long way off."""
    off = (span.first - today).days if span.first > today else -max(0, (today - span.last).days)
    against = _NEVER if lean < 0 and span.first > today else _STALE if lean > 0 and span.last < today else 0
    return abs(off) + against + (0.5 if off > 0 else 0)


def _relative(given: dict[str, str | None], today: date) -> Span | None:
    if day := given["day"]:
        on = today + timedelta(days={"yesterday": -1, "tomorrow": 1, "today": 0}[day.casefold()])
        return Span(on, on)
    step = {"last": -1, "this": 0, "next": 1}[f"{given['which']}".casefold()]
    unit = f"{given['unit']}".casefold()
    if unit in ("week", "wk"):
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
        return Span(monday, monday + timedelta(days=6))
    if unit in ("month", "mo"):
        months = today.year * 12 + today.month - 1 + step
        return _days(months // 12, months % 12 + 1, 0)
    if unit in _SEASONS:
        return _season(unit, today.year + step, today)
    return Span(date(today.year + step, 1, 1), date(today.year + step, 12, 31))


def _season(unit: str, year: int, today: date) -> Span:
    first, last = _SEASONS[unit]
    if unit == "winter":
        start = date(year, 12, 1) if today.month > 2 else date(year - 1, 12, 1)
        return Span(start, date(start.year + 1, 2, 28))
    return Span(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
