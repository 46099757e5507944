"""Trades: what a business does, by its settings or its file, for what only somebody in that trade would write."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from notes.customers import Book
from notes.problems import Level, Place, Problem
from notes.resources import table_beside
from notes.settings import Settings

IN_A_NAME, IN_A_CELL = 5, 1  # how much a word counts in the name of the business, and in what was bought
LEAST = 5


def trade_of(settings: Settings, book: Book | None = None) -> tuple[str, list[Problem]]:
    """The trade that the settings name, or that the name of the business and what was bought show; "" where neither."""
    business = settings.business
    if business.trade:
        return business.trade, []
    counts: Counter[str] = Counter()
    for trade in _spoken_of(business.name):
        counts[trade] += IN_A_NAME
    for text in _cells(book) if book else ():
        for trade in _spoken_of(text):
            counts[trade] += IN_A_CELL
    (first, most), second = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    if most < LEAST or most < 2 * second[1]:
        return "", []
    return first, [_guessed(first, f"“{business.name}”" if most >= IN_A_NAME and business.name else "what was bought")]


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
