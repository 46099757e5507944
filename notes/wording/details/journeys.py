"""Journeys: where somebody went or is going, from a place and a time: “Canada this summer to see dau. Fiona”."""

import re
from dataclasses import replace
from datetime import date, timedelta

from notes.language.locales import month_name
from notes.wording.details.addressing import You, to_you
from notes.wording.details.detail import Span
from notes.wording.details.noun_phrases import is_relative, with_articles
from notes.wording.details.shorthand import opened
from notes.wording.details.statement import Form, Statement

_PLACE = r"(?:the )?[A-Z][\w’.-]*(?:(?: (?:of|the|de|del|la|and|in) )?(?: ?[A-Z][\w’.-]*))*"
_TAIL = r"(?P<tail> (?:to (?:see|visit|meet|walk|ride|sail|climb|ski|fish|dance|sing|paint)|with|for|by) .+)?"
_WHERE = rf"(?P<where>{_PLACE}|(?:your )?[a-z]+ [A-Z]\w+(?: in {_PLACE})?)"
_TO = re.compile(rf"(?:off |going |away |heading |went )?to {_WHERE}{_TAIL}")
_BARE = re.compile(rf"(?P<where>{_PLACE}){_TAIL}")
_TO_SEE = re.compile(rf"{_PLACE} to (?:see|visit) .+")
_SEEN = re.compile(r"(?P<to>to (?:see|visit|meet)) (?P<whom>[a-z]+)\b")
_TAKEN = re.compile(
    r"(?:the |a |his |her |their |your )?(?:[a-z]+ )?(?:cruise|train|ferry|bus|coach|road trip|tour|boat)\b.*"
)
_SOON = timedelta(days=330)
_SEASONS = {3: "in the spring", 6: "in the summer", 9: "in the fall", 12: "in the winter"}


def journey(text: str, span: Span | None, today: date, you: You, *, is_place: bool) -> Statement | None:
    """The clause that says a journey; None where it is none, or nobody knows whether it is over.

    `is_place` tells that a bare name is that of a place.

    >>> september = Span(date(2026, 9, 1), date(2026, 9, 30))
    >>> journey("Lisbon with Ben", september, date(2026, 11, 28), You(), is_place=True).of_you
    'you went to Lisbon with Ben in September'
    """
    if span is None or not (span.last < today or span.first > today):
        return None
    plain = opened(text)
    form = Form.WENT if span.last < today else Form.COMING
    when = _when(span, today)
    if _TAKEN.fullmatch(plain) and is_place:
        whole = to_you(with_articles(plain), None, you)
        rest = f"{whole if whole is None or whole.split()[0] in _ARTICLES else f'the {whole}'} {when}".strip()
        return Statement(form, "take", rest) if whole else None
    match = _TO.fullmatch(plain) or (_BARE.fullmatch(plain) if is_place or _TO_SEE.fullmatch(plain) else None)
    if match is None:
        return None
    where, tail = with_articles(f"to {match['where']}"), with_articles((match["tail"] or "").strip())
    if (seen := _SEEN.match(tail)) and is_relative([seen["whom"]]):
        tail = f"{seen['to']} your {tail[seen.start('whom') :]}"
    said = to_you(where, None, you), to_you(tail, None, you)
    if said[0] is None or said[1] is None:
        return None
    order = (said[0], when, said[1]) if tail.startswith("to ") else (said[0], said[1], when)
    return Statement(form, "go", " ".join(filter(None, order)))


_ARTICLES = frozenset(["the", "a", "an", "your"])


def with_journey(said: Statement | None, whole: Statement | None, thing: str) -> Statement | None:
    """The thing, and the clause that it is in."""
    if whole is None:
        return said
    return replace(said or Statement(Form.THING, thing=thing), within=whole)


def _when(span: Span, today: date) -> str:
    """When it was or will be, where that is not a year off: “in September”, “in the summer”."""
    if span.last < today - _SOON or span.first > today + _SOON or span.first == span.last:
        return ""
    if (span.first.year, span.first.month) == (span.last.year, span.last.month):
        return f"in {month_name(span.first.month)}"
    is_season = span.first.month in _SEASONS and (span.last - span.first).days < 95
    return _SEASONS[span.first.month] if is_season else ""
