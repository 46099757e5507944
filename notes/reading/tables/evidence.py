"""Evidence: what the cells of a column can be, whatever its header says."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from notes.language.texts import NOTHING, cleaned
from notes.language.vocabulary import words
from notes.problems import BadValue
from notes.reading.files.sheets import Value
from notes.reading.values.dates import shape
from notes.reading.values.money import amount
from notes.reading.values.person_names import is_honorific

SAMPLE = 200  # rows are looked at, evenly spread

LONGEST = 500  # letters that are looked at; what is longer is a jotting anyway
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?", re.IGNORECASE)
_MONTH_OR_YEAR = re.compile(
    r"(?:[^\W\d_]{3,9}\.?[\s,/-]+)?'?(?:19|20)?\d{2}|\d{1,2}[/.-](?:19|20)\d{2}|(?:19|20)\d{2}-\d{1,2}"
)
_CODE = re.compile(
    r"[A-Z]{0,3}[- ]?\d[\dA-Z]*(?:[- ][\dA-Z]{2,4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d{1,2}W? ?[A-Z\d]{4}",
    re.IGNORECASE,
)
_WITH_TOWN = re.compile(r"\d.*[,\s][A-Z]{2}\.?,?\s+\d{5}(?:-\d{4})?(?:,? (?:USA?|United States))?$", re.DOTALL)
_HOUSE_AND_STREET = re.compile(r"\d+\w?(?:[-/]\d+\w?)?,?\s+[^\W\d_]{3}|[^\W\d_]{2}.*\s\d+\s?\w?$")
_PHONE = re.compile(r"\+?[\d\s().x/-]{7,}(?:ext.*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Looks:
    """How many of the filled cells that were looked at are of each kind; a cell may be of several."""

    filled: int = 0
    dates: int = 0
    clocks: int = 0
    amounts: int = 0
    whole: int = 0
    small: int = 0
    emails: int = 0
    codes: int = 0
    phones: int = 0
    lettered: int = 0
    answers: int = 0
    yeses: int = 0
    distinct: int = 0
    long: int = 0
    numbered: int = 0
    with_town: int = 0
    titles: int = 0
    ticks: int = 0
    letters: int = 0
    brief: int = 0
    streets: int = 0
    fours: int = 0

    def mostly(self, count: int) -> bool:
        return self.filled > 0 and count * 10 >= self.filled * 7

    def hardly(self, count: int) -> bool:
        return self.filled > 1 and count * 10 < self.filled * 2


def looks_of(rows: Sequence[Sequence[Value]], column: int) -> Looks:
    """What the cells of a column look like, by a sample of its rows."""
    step = max(1, len(rows) // SAMPLE)
    values = [row[column] for row in rows[::step] if column < len(row)]
    texts = [text for value in values if (text := _text(value)) and text.casefold() not in NOTHING]
    given = [value for value in values if (text := _text(value)) and text.casefold() not in NOTHING]
    if not texts:
        return Looks()
    return Looks(
        filled=len(texts),
        dates=sum(map(_is_date, given)),
        clocks=sum(isinstance(value, time | timedelta) or bool(_CLOCK.fullmatch(_text(value))) for value in given),
        amounts=sum(map(_is_amount, given)),
        whole=sum(bool(re.fullmatch(r"\d+(?:\.0+)?", text.replace(",", ""))) for text in texts),
        small=sum(text.isdecimal() and len(text) < 3 and int(text) <= 31 for text in texts),
        emails=sum("@" in text and "." in text for text in texts),
        codes=sum(bool(_CODE.fullmatch(text)) for text in texts),
        phones=sum(bool(_PHONE.fullmatch(text)) for text in texts),
        lettered=sum(any(map(str.isalpha, text)) and "@" not in text for text in texts),
        answers=sum(text in words("answers", "yes") or text in words("answers", "no") for text in texts),
        yeses=sum(text in words("answers", "yes") for text in texts),
        distinct=len(set(texts)),
        long=sum(len(text) > 70 for text in texts),
        with_town=sum(bool(_WITH_TOWN.search(text)) for text in texts),
        numbered=sum(any(map(str.isdigit, text)) for text in texts),
        titles=sum(map(is_honorific, texts)),
        ticks=sum(map(_is_tick, texts)),
        streets=sum(bool(_HOUSE_AND_STREET.match(text)) for text in texts),
        brief=sum(len(text) < 4 for text in texts),
        fours=sum(len(text) <= 4 for text in texts),
        letters=sum(text.isalpha() and text.isupper() and len(text) < 3 for text in texts),
    )


def _text(value: Value) -> str:
    return cleaned(value[:LONGEST]) if isinstance(value, str) else "" if value is None else str(value)


def _is_tick(text: str) -> bool:
    """Whether a text is an answer and no initial."""
    is_initial = len(text) == 1 and text.isalpha() and text not in "xX"
    return not is_initial and (text in words("answers", "yes") or text in words("answers", "no"))


def _is_date(value: Value) -> bool:
    if isinstance(value, datetime | date):
        return True
    if isinstance(value, bool) or (isinstance(value, int | float) and not 1800 <= value < 110_000):
        return False
    if isinstance(value, str) and _MONTH_OR_YEAR.fullmatch(cleaned(value)):
        return not cleaned(value).isdigit() or len(cleaned(value)) == 4
    try:
        return isinstance(value, int | float) or shape(value) is not None
    except BadValue:
        return False


def _is_amount(value: Value) -> bool:
    try:
        return amount(value) is not None
    except BadValue:
        return False


def fits(name: str, looks: Looks) -> bool:
    """Whether a column can hold what its header says, by its cells; an empty column contradicts nothing.

    >>> fits("birthday", Looks(filled=8, dates=8)), fits("email", Looks(filled=8, lettered=8))
    (True, False)
    """
    check = _CHECKS.get(name)
    return looks.filled == 0 or check is None or check(looks)


def _can_be_name(looks: Looks) -> bool:
    is_other = any(map(looks.mostly, (looks.emails, looks.dates, looks.ticks)))
    return not (is_other or looks.hardly(looks.lettered))


def _can_be_date(looks: Looks) -> bool:
    if looks.mostly(looks.clocks) or looks.mostly(looks.small):
        return False
    return not (looks.filled > 2 and looks.hardly(looks.dates) and not looks.mostly(looks.amounts))


def _can_be_count(looks: Looks) -> bool:
    return looks.filled < 3 or not looks.hardly(looks.whole)


def _can_be_sum(looks: Looks) -> bool:
    return not (looks.filled > 2 and looks.hardly(looks.amounts))


_STATES = 6  # “Open”, “Closed”, “Cash” under “A/C”


def _can_be_number(looks: Looks) -> bool:
    """Letters or words that several people have say of what kind they are, or how it stands, and not who they are."""
    is_kind = looks.mostly(looks.letters) and looks.distinct < looks.filled
    is_state = looks.hardly(looks.numbered) and looks.distinct * 3 <= looks.filled and looks.distinct <= _STATES
    return not (is_kind or is_state or looks.mostly(looks.emails) or looks.mostly(looks.answers - looks.whole))


def _are_lines(looks: Looks) -> bool:
    """Whether what should be postal codes has none, but words and numbers as a whole address does."""
    return not looks.codes and looks.mostly(looks.numbered) and looks.mostly(looks.lettered)


def _can_be_line(looks: Looks) -> bool:
    return not (
        looks.mostly(looks.emails) or (looks.filled > 2 and looks.mostly(looks.phones) and looks.hardly(looks.lettered))
    )


_NAMES = ("name", "display_name", "contact", "first_name", "last_name", "middle_name", "dear", "envelope", "nickname")
_DATES = ("birthday", "first_purchase", "last_purchase", "anniversary", "graduation", "day", "on")
_CHECKS: Mapping[str, Callable[[Looks], bool]] = {
    **dict.fromkeys(_NAMES, _can_be_name),
    "name": lambda looks: _can_be_name(looks) and not looks.mostly(looks.letters),
    **dict.fromkeys([f"second_{name}" for name in ("name", "first_name", "last_name")], _can_be_name),
    **dict.fromkeys(_DATES, _can_be_date),
    "contact": lambda looks: _can_be_name(looks) and not looks.mostly(looks.emails + looks.phones),
    "partner": lambda looks: not looks.mostly(looks.letters),  # the initials of one of a firm’s partners
    "envelope": lambda looks: _can_be_name(looks) and not looks.mostly(looks.numbered),
    "second_birthday": _can_be_date,
    "company": lambda looks: _can_be_name(looks) and not looks.mostly(looks.answers),
    "email": lambda looks: not (looks.hardly(looks.emails) and looks.filled > 2),
    "phone": lambda looks: not looks.mostly(looks.emails),
    "total_spent": _can_be_sum,
    "amount": _can_be_sum,
    "orders": _can_be_count,
    "title": lambda looks: not (looks.filled > 1 and not looks.titles),
    "mail_ok": lambda looks: not (looks.filled > 2 and looks.hardly(looks.answers)),
    "referred_by": lambda looks: not (looks.filled > 2 and looks.mostly(looks.answers)),
    "customer_id": _can_be_number,
    "postal_code": lambda looks: not (
        (looks.filled > 2 and looks.hardly(looks.codes)) or looks.mostly(looks.brief) or _are_lines(looks)
    ),
    "postal_code_4": lambda looks: looks.filled < 2 or not looks.mostly(looks.codes - looks.fours),
    "city": lambda looks: not (looks.filled > 1 and looks.hardly(looks.lettered)) and not looks.mostly(looks.emails),
    "town_line": lambda looks: not (looks.mostly(looks.answers) or looks.mostly(looks.emails)),
    "street": _can_be_line,
    "whole": lambda looks: _can_be_line(looks) and not (looks.filled > 2 and not looks.numbered),
    "notes": lambda looks: not looks.mostly(looks.dates),
    "birth_year": lambda looks: looks.mostly(looks.whole),
    "birth_day": lambda looks: looks.mostly(looks.small),
    "birth_month": lambda looks: looks.mostly(looks.small) or looks.mostly(looks.lettered),
}  # fmt: skip
