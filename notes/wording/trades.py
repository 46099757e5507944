"""Trades: what a business does, by its settings or its file, for what only somebody in that trade would write."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from notes.customers import Book
from notes.problems import Level, Place, Problem
from notes.resources import table_beside
from notes.settings import Settings

LEAST = 5  # cells that speak of a trade


def trade_of(settings: Settings, book: Book | None = None) -> tuple[str, list[Problem]]:
    """The trade that the settings name, or that the name of the business and what was bought show; "" where neither."""
    business = settings.business
    if business.trade:
        return business.trade, []
    if named := _named(business.name):
        return named, [_guessed(named, f"“{business.name}”")]
    counts: Counter[str] = Counter()
    for text in _cells(book) if book else ():
        for trade in _spoken_of(text):
            counts[trade] += 1
    (first, most), second = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    if most < LEAST or most < 2 * second[1]:
        return "", []
    return first, [_guessed(first, "what was bought")]


def _named(name: str) -> str:
    """The trade that the name of a business tells: of several words the last, which says what the first are for."""
    small = name.casefold()
    found = [(match.end(), trade) for trade, pattern in _patterns().items() for match in pattern.finditer(small)]
    if any(trade == "school" for _, trade in found):
        return "school"  # of music, of dance, of driving
    return max(found, default=(0, ""))[1]


def _guessed(trade: str, by: str) -> Problem:
    message = f"the notes are written as somebody in your trade would write them: “{trade}”, judging by {by}."
    remedy = f'Write trade = "{trade}" under [business] to keep it, or name another.'
    return Problem(Place("notes.toml", key="business.trade"), message, remedy, Level.NOTICE)


def _cells(book: Book) -> Iterable[str]:
    for customer in book.customers[:500]:
        yield from filter(None, [customer.details.get("bought", ""), customer.notes])


def _spoken_of(text: str) -> set[str]:
    small = text.casefold()
    return {trade for trade, pattern in _patterns().items() if pattern.search(small)}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    listed = table_beside(__file__, "trades.toml")
    return {
        trade: re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)") for trade, words in listed.items()
    }
