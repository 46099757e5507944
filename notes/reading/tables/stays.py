"""Stays: tables that say when somebody came and when they left, of a booking and not of the customer."""

from collections.abc import Sequence

from notes.language.texts import word_set
from notes.reading.tables.parts import words_of_header

_COME = word_set("arrive arrival arrives arriving arr checkin anreise ankunft arrivée llegada arrivo aankomst ankomst")
_GO = word_set(
    "depart departure departs leaving leave dep checkout abreise départ salida partenza vertrek afrejse avresa nights"
)


def names_an_arrival(headers: Sequence[str]) -> bool:
    """Whether a column has the days on which somebody came.

    >>> names_an_arrival(["Guest", "Arrive", "Depart"]), names_an_arrival(["Member", "Leaving date"])
    (True, False)
    """
    return any(not _COME.isdisjoint(words_of_header(header)) for header in headers)


def is_of_stays(headers: Sequence[str]) -> bool:
    """Whether the columns are those of stays, a row each."""
    return names_an_arrival(headers) and any(not _GO.isdisjoint(words_of_header(header)) for header in headers)
