"""Dates as offices write them: one decision about the order of day and month for a column, never for a row.

A birthday without a year stays without one, 29 February stays, and a placeholder such as 1900-01-01 or 0/0/00 is not a
date. Where no day above 12 proves the order, nothing is guessed: the person is asked.
"""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from functools import lru_cache

from notes.customers import Day
from notes.language.locales import month_number
from notes.language.texts import ERROR_VALUES, NOTHING, cleaned, is_formula, short
from notes.problems import BadValue, Level
from notes.reading.files.sheets import Value

LIKE = "Write it like 2024-02-29."


class Order(Enum):
    """Which of day and month a column writes first."""

    MONTH_FIRST = "month first"
    DAY_FIRST = "day first"


class Use(Enum):
    """What a date is for: what it may lack, and on which side of today it is."""

    BIRTHDAY = "birthday"
    PAST = "past"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Slashed:
    """Two numbers, either of which may be the month, and a year of four digits, two digits, or none."""

    text: str
    first: int
    second: int
    year: int | None
    short_year: bool = False

    @property
    def proves(self) -> Order | None:
        if self.first > 12 >= self.second:
            return Order.DAY_FIRST
        if self.second > 12 >= self.first:
            return Order.MONTH_FIRST
        return None

    def ordered(self, order: Order) -> tuple[int, int]:
        """Month and day."""
        return (self.first, self.second) if order is Order.MONTH_FIRST else (self.second, self.first)


@dataclass(frozen=True, slots=True)
class Whole:
    """A date that leaves nothing to decide, except perhaps the century; `remark` is a notice to go with it."""

    text: str
    month: int
    day: int
    year: int | None
    short_year: bool = False
    remark: str = ""
    typed: bool = False  # a cell that is a date, not a text
    utc_hour: int | None = None  # of a time on the hour, in UTC


@dataclass(frozen=True, slots=True)
class Vague:
    """A year, a month of a year, or a month of no year (0): as much of a date as is known."""

    text: str
    year: int
    month: int | None = None


Shape = Slashed | Whole | Vague | None

_TIME = re.compile(
    r"(?:[T\s,]+|\s+at\s+)(?P<hour>\d{1,2})[:.](?P<minutes>\d{2})([:.]\d{2}([.,]\d+)?)?\s*([ap]\.?m\.?)?\s*"
    r"(?P<zone>Z|UTC|GMT|[A-Z]{2,4}T|[+-]\d{2}:?\d{2}|GMT[+-]\d{1,2}(?::?\d{2})?)?$",
    re.I,
)
_MONTH_AND_YEAR = re.compile(
    r"(?P<word>[^\W\d_]{3,})\.?[\s\-/,]*(?:of |de |del )?(?P<year>(?:19|20)\d{2})|"
    r"(?P<month>\d{1,2})\s*[/.-]\s*(?P<after>(?:19|20)\d{2})|(?P<before>(?:19|20)\d{2})\s*[/.-]\s*(?P<last>\d{1,2})",
)
_SINCE = re.compile(
    r"(?:since|seit|depuis|desde|from|joined|est\.?|established|circa|ca\.?|c\.|approx\.?|about|around|early|mid|late|spring|summer|fall|autumn|winter)\s+",
    re.I,
)
_LOST_MIDNIGHT = range(12, 24)  # hours of a time in UTC that is midnight, the next day, where the person lives
_ISO = re.compile(r"(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})\.?")  # in Hungary with a full stop
_ISO_TIGHT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_TIGHT = re.compile(
    r"(0[1-9]|[12]\d|3[01])(0[1-9]|[12]\d|3[01])(\d{2}|(?:18|19|20)\d{2})"
)  # 051361, as machines had it
_BESIDE = re.compile(
    r"^(?:b\.|born:?|b-?day:?|b'day:?|birthday:?|geb\.|geboren|née? le|nac\.|the|\*)\s*(?=\S)|\s+the(?=\s\d)|"
    r",?\s*(?:no year|\((?![^)]*(?:\?|approx|about|circa|unsure|or so|maybe|check))[^)]*\))$|\s*\*$",
    re.IGNORECASE,
)  # what is said besides the day; where it doubts the day, it stays, and the day is asked about
_YEARLESS = re.compile(r"--(\d{2})-?(\d{2})")
_NUMBERS = re.compile(r"(\d{1,2})\s*([-/.])\s*(\d{1,2})(?:\s*[-/.]\s*(?:('?\d{2}|\d{4})\.?)?)?")
_WEEKDAY = re.compile(
    r"^(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?|mo|di|mi|do|fr|sa|so|"
    r"(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)\b[.,]*\s+",
    re.IGNORECASE,
)
_DAY_MONTH = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?[\s\-/.]*(?:of |de |di |d')?\s*([^\W\d_]+)\.?"
    r"(?:[\s\-/.,]+(?:de |del )?('?\d{2}|\d{4}))?",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(r"([^\W\d_]+)\.?[\s\-/.]*(\d{1,2})(?:st|nd|rd|th)?(?:[\s\-/.,]+('?\d{2}|\d{4}))?", re.I)
_LEAP = 2000  # a birthday without a year may be 29 February
_YEARLESS_YEARS = (0, 1, 1604, 1885)  # as programs keep a birthday of which nobody gave the year
_PLACEHOLDERS = {
    (1, 1, 1900),
    (1, 0, 1900),
    (12, 30, 1899),
    (12, 31, 1899),
    (12, 31, 9999),
    (1, 1, 1753),
    (1, 1, 1),
    (1, 1, 1970),
    (2, 29, 1900),
}
_IN_BULK = ((1, 1), (12, 31))  # days that are no date where many rows have the same one


def shape(value: Value, from_1904: bool = False) -> Shape:
    """What a cell says by itself, before its column is asked; None where there is nothing in it.

    Raises:
        BadValue: it is not a date.
    """
    if value is None:
        return None
    if isinstance(value, datetime | date):
        return Whole(f"{value:%Y-%m-%d}", value.month, value.day, value.year, typed=True)
    if isinstance(value, bool):
        raise BadValue(f"“{value}” is not a date.", LIKE, Level.WARNING)
    if isinstance(value, int | float):
        return _from_number(value, str(value), from_1904)
    if not isinstance(value, str):
        return None
    return _from_text(cleaned(value), from_1904)


LONGEST = 200  # letters of a cell that may still be a date with a word or two beside it


_APOSTROPHE = re.compile(r"(?<=[^\W\d_])\.?\s*['’](?P<year>\d{2})$")  # “Dec. ’21”
_THIS_CENTURY = 50


def _whole_year(match: re.Match[str]) -> str:
    return f" {1900 + int(match['year']) + 100 * (int(match['year']) < _THIS_CENTURY)}"


@lru_cache(maxsize=8_000)
def _from_text(text: str, from_1904: bool) -> Shape:
    if not text.strip(" /.-_") or text.casefold() in NOTHING:  # “  /  /” is a date that nobody filled in
        return None
    if text in ERROR_VALUES:
        raise BadValue(f"“{text}” is an error, not a date.", "Correct the formula, or type the date.", Level.WARNING)
    if is_formula(text):
        raise BadValue(f"“{short(text)}” is a formula, not a date.", LIKE, Level.WARNING)
    if len(text) > LONGEST:  # a story that begins with a day, perhaps: nobody says a day in so many words
        raise BadValue(f"“{short(text)}” is not a date.", LIKE, Level.WARNING)
    bare = " ".join(text.split())
    time = _TIME.search(bare)
    bare = bare[: time.start()].strip(" ,") if time else bare
    bare = _APOSTROPHE.sub(_whole_year, _BESIDE.sub("", bare))
    if match := _YEARLESS.fullmatch(bare):
        return Whole(text, int(match[1]), int(match[2]), None)
    if match := _ISO.fullmatch(bare) or (_ISO_TIGHT.fullmatch(bare) if bare[:2] in ("19", "20") else None):
        return Whole(text, int(match[2]), int(match[3]), int(match[1]), utc_hour=_hour_in_utc(time))
    if match := _MONTH_AND_YEAR.fullmatch(_SINCE.sub("", bare)):
        return _vague(text, match)
    if re.fullmatch(r"(?:18|19|20)\d\d", _SINCE.sub("", bare)) and not bare.isdigit():
        return Vague(text, int(_SINCE.sub("", bare)))
    if match := _NUMBERS.fullmatch(bare):
        return _from_two_numbers(text, match)
    if match := _TIGHT.fullmatch(bare):
        return Slashed(text, int(match[1]), int(match[2]), int(match[3]), len(match[3]) == 2)
    if re.fullmatch(r"\d+([.,]0+)?", bare):
        return _from_number(float(bare.replace(",", ".")), text, from_1904)
    return _from_words(text, _WEEKDAY.sub("", bare))


def _hour_in_utc(time: "re.Match[str] | None") -> int | None:
    on_the_hour = time and time["minutes"] == "00" and (time["zone"] or "").upper() in ("Z", "UTC")
    return int(time["hour"]) if time and on_the_hour else None


def _vague(text: str, match: "re.Match[str]") -> Shape:
    month = month_number(match["word"]) if match["word"] else int(match["month"] or match["last"])
    if not month or not 1 <= month <= 12:
        raise BadValue(f"“{short(text)}” is not a date.", LIKE, Level.WARNING)
    return Vague(text, int(match["year"] or match["after"] or match["before"]), month)


def _from_two_numbers(text: str, match: "re.Match[str]") -> Shape:
    year = (match[4] or "").lstrip("'")
    first, second, two = int(match[1]), int(match[3]), len(year) == 2
    if match[2] == ".":  # with points, the day comes first everywhere
        return Whole(text, second, first, int(year) if year else None, two)
    return Slashed(text, first, second, int(year) if year else None, two)


def _from_words(text: str, bare: str) -> Shape:
    match = _DAY_MONTH.fullmatch(bare)
    day, word, year = (match[1], match[2], match[3]) if match else ("", "", None)
    if not match and (match := _MONTH_DAY.fullmatch(bare)):
        word, day, year = match[1], match[2], match[3]
    month = month_number(word)
    if not match or not month:
        raise BadValue(f"“{short(text)}” is not a date.", LIKE, Level.WARNING)
    bare_year = (year or "").lstrip("'")
    return Whole(text, month, int(day), int(bare_year) if bare_year else None, len(bare_year) == 2)


def _from_number(number: float, text: str, from_1904: bool) -> Shape:
    """A date whose cell lost its format: days since the beginning of 1900."""
    if number == 0:
        return None
    if 1800 <= number <= 2100 and number == int(number):
        return Vague(text, int(number))
    if number == 60:  # a day that only Excel has
        return None
    if not 1 <= number < 110_000:
        raise BadValue(f"“{text}” is not a date.", LIKE, Level.WARNING)
    day = date(1904, 1, 1) + timedelta(int(number)) if from_1904 else date(1899, 12, 30) + timedelta(int(number))
    remark = f"the number {text.removesuffix('.0')} was read as the date {day:%Y-%m-%d}."
    return Whole(text, day.month, day.day, day.year, remark=remark)


def order_of(shapes: Sequence[Shape]) -> tuple[Order | None, Mapping[Order, str]]:
    """The order that the values of a column prove, and for each order the first value that proves it."""
    proofs: dict[Order, str] = {}
    for one in shapes:
        if isinstance(one, Slashed) and (order := one.proves):
            proofs.setdefault(order, one.text)
    return (next(iter(proofs)) if len(proofs) == 1 else None), proofs


def placeholders(shapes: Sequence[Shape]) -> frozenset[tuple[int, int, int | None]]:
    """The days that stand in a column for no date: one that always does, and a 1 January that too many rows have.

    >>> placeholders([Whole("1970-01-01", 1, 1, 1970)])
    frozenset({(1, 1, 1970)})
    """
    different = {id(one): one for one in shapes}
    counts: Counter[tuple[int, int, int | None]] = Counter()
    filled = 0
    for key, count in Counter(map(id, shapes)).items():
        one = different[key]
        filled += 0 if one is None else count
        if isinstance(one, Whole) and one.year:
            counts[one.month, one.day, one.year] += count
    bulk = {day for day, count in counts.items() if day[:2] in _IN_BULK and count > 2 and count * 5 > filled}
    return frozenset({day for day in counts if day in _PLACEHOLDERS} | bulk)


def year_of_the_program(shapes: Sequence[Shape], today: date) -> int | None:
    """The year that a spreadsheet has put to birthdays typed without one: that of the day on which they were typed."""
    years = Counter(one.year for one in shapes if isinstance(one, Whole) and one.typed)
    year, count = next(iter(years.most_common(1)), (None, 0))
    if not year or not today.year - 20 <= year <= today.year:
        return None
    return year if year == today.year or (count > 2 and count * 2 > sum(years.values())) else None


def is_day_before(shapes: Sequence[Shape]) -> bool:
    """Whether the times of a column are midnights in UTC of the next day, where the person lives east of Greenwich."""
    hours = {one.utc_hour for one in shapes if isinstance(one, Whole)}
    return len(hours) <= 2 and None not in hours and bool(hours) and all(hour in _LOST_MIDNIGHT for hour in hours)


def settled(one: Slashed | Whole, order: Order | None, use: Use, today: date) -> tuple[Day | None, str]:
    """The day that is meant, and a remark to go with it.

    Raises:
        BadValue: there is no such day, or it cannot be.
    """
    if isinstance(one, Slashed):
        decided = one.proves or order
        if decided is None:
            return None, ""
        month, day = one.ordered(decided)
        one = Whole(one.text, month, day, one.year, one.short_year)
    return _known(one, use, today)


def _known(one: Whole, use: Use, today: date) -> tuple[Day | None, str]:
    if (one.month, one.day, one.year) in _PLACEHOLDERS or (one.month, one.day) == (0, 0):
        return None, ""
    year, remark = one.year, one.remark
    if year is not None and one.short_year:
        year, remark = _century(one, use, today)
    elif year in _YEARLESS_YEARS:
        year = None
    if not (1 <= one.month <= 12 and 1 <= one.day <= monthrange(year or _LEAP, one.month)[1]):
        raise BadValue(f"“{one.text}” is not a date: there is no such day.", LIKE)
    found = Day(one.month, one.day, year)
    _check(found, one, use, today)
    return found, remark


AHEAD = 12  # years to come of which two digits may tell: the school is over then, and nobody plans a wedding
OLDEST = 110  # years that somebody on a list can have lived


def _century(one: Whole, use: Use, today: date) -> tuple[int | None, str]:
    """The year that two digits mean; None, with a remark, where both centuries could be."""
    assert one.year is not None  # noqa: S101 - for the type checker
    late, early = 2000 + one.year, 1900 + one.year
    if use is Use.ANY:
        return (late if late <= today.year + AHEAD else early), ""
    if (late, one.month, one.day) > (today.year, today.month, today.day):
        return early, ""
    is_too_old = early < today.year - OLDEST and one.year > 0  # “1/1/00” is what programs write for no date
    if use is Use.PAST or is_too_old:
        return late, ""
    return None, f"“{one.text}” may be {early} or {late}, so only the day is used. {LIKE}"


def _check(found: Day, one: Whole, use: Use, today: date) -> None:
    if found.year is None:
        if use is Use.PAST:
            raise BadValue(f"“{one.text}” has no year.", LIKE, Level.WARNING)
        return
    if use is not Use.ANY and (found.year, found.month, found.day) > (today.year, today.month, today.day):
        remedy = "Write the right year" + (", or just the day, like --02-07." if use is Use.BIRTHDAY else ".")
        raise BadValue(f"“{one.text}” is in the future ({found}).", remedy, Level.WARNING)
    if found.year < 1890 or found.year > 2200:
        raise BadValue(f"“{one.text}” cannot be right: its year is {found.year}.", LIKE, Level.WARNING)
