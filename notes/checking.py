"""Checking: what is wrong with a business's files apart from the cells of its spreadsheet, before any card is made."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from notes import history, wording
from notes.customers import Book, Understanding
from notes.folders import Folder
from notes.history import Past
from notes.inputs import check_start, check_texts, front_of, open_hands, papers
from notes.paper.stocks import read_stocks
from notes.problems import Problem, Unusable
from notes.remembered import lost
from notes.settings import Settings
from notes.writing.hand import Hand

if TYPE_CHECKING:
    from notes.wording import Library


def wrong_with_tools(
    folder: Folder, settings: Settings, cache: Path
) -> tuple[Sequence[Problem], Mapping[str, Hand] | None]:
    """What is wrong with the hands, papers and texts that the settings name; and the hands, if they can be used."""
    stocks, problems = read_stocks(folder.own("stocks.toml"))
    found = [*problems]
    chosen, hands = None, None
    try:
        chosen = papers(stocks, settings)
    except Unusable as unusable:
        found += unusable.problems
    try:
        hands, broken = open_hands(folder, settings, cache)
        found += broken
    except Unusable as unusable:
        found += unusable.problems
    if chosen and hands:
        card, label, envelope = chosen
        found += _told(check_texts, settings, hands, card, envelope)
        found += _told(check_start, settings, label)
        found += _told(front_of, folder, settings, card, hands[settings.card.hand])
    return found, hands


def _told(check: Callable[..., object], *what: object) -> Sequence[Problem]:
    """What is wrong where something is checked."""
    try:
        check(*what)
    except Unusable as unusable:
        return unusable.problems
    return ()


def told_of_history(folder: Folder) -> list[Problem]:
    """What of the history is lost or cannot be read."""
    past, problems = history.read_history(folder.history)
    return [*problems, *lost(folder, past)]


def asked_about_details(library: "Library", settings: Settings, book: Book, past: Past, today: date) -> list[Problem]:
    """What of the details could not be worded, and which events that were asked about are over."""
    asked = wording.Asked(book, library.phrasebook, settings, today)
    return [*asked.unclear(), *asked.outcomes(wording.cards_of(book, past))]


def in_doubt(book: Book, settings: Settings) -> Sequence[Understanding]:
    """The columns that were understood by their parts or their cells, and of which the person has not said yes."""
    kept, can_be_kept = set(settings.columns.values()), {header for _, header in book.settled_columns}
    return [one for one in book.understood if not one.sure and one.header in can_be_kept - kept]
