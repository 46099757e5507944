"""A journey as a clause, by when it was or will be; and what the words of a cell tell of the time of a thing."""

from datetime import date

import pytest

from notes.wording.details import Span, State
from notes.wording.details.addressing import You
from notes.wording.details.journeys import journey
from notes.wording.details.statement import Form, Statement
from notes.wording.details.states import state_of
from notes.wording.details.times import Timed

TODAY = date(2026, 11, 28)
SEPTEMBER, JANUARY = Span(date(2026, 9, 1), date(2026, 9, 30)), Span(date(2027, 1, 1), date(2027, 1, 31))


@pytest.mark.parametrize(
    ("first", "last", "clause"),
    [
        (date(2026, 9, 1), date(2026, 9, 30), "you went to Lisbon in September"),
        (date(2027, 1, 1), date(2027, 1, 31), "you’re going to Lisbon in January"),
        (date(2026, 11, 1), date(2026, 11, 27), "you went to Lisbon in November"),
        (date(2026, 11, 1), date(2026, 11, 28), ""),
        (date(2026, 11, 28), date(2026, 11, 30), ""),
        (date(2026, 11, 29), date(2026, 12, 5), "you’re going to Lisbon"),
        (date(2026, 6, 1), date(2026, 8, 31), "you went to Lisbon in the summer"),
        (date(2026, 3, 1), date(2026, 6, 4), "you went to Lisbon"),
        (date(2026, 2, 1), date(2026, 4, 30), "you went to Lisbon"),
        (date(2026, 1, 1), date(2026, 1, 2), "you went to Lisbon in January"),
        (date(2026, 1, 1), date(2026, 1, 1), "you went to Lisbon"),
        (date(2025, 12, 1), date(2025, 12, 31), "you went to Lisbon"),
        (date(2027, 10, 1), date(2027, 10, 24), "you’re going to Lisbon in October"),
        (date(2027, 10, 25), date(2027, 10, 31), "you’re going to Lisbon"),
        (date(2025, 1, 1), date(2025, 12, 31), "you went to Lisbon"),
    ],
)
def test_when_a_journey_was_or_will_be(first: date, last: date, clause: str) -> None:
    found = journey("Lisbon", Span(first, last), TODAY, You(), is_place=True)
    assert (found.of_you if found else "") == clause


@pytest.mark.parametrize(
    ("text", "as_a_place", "otherwise"),
    [
        ("Lisbon", "you went to Lisbon in September", ""),
        ("to Lisbon", "you went to Lisbon in September", "you went to Lisbon in September"),
        ("off to the Alps", "you went to the Alps in September", "you went to the Alps in September"),
        ("Lisbon to see dau Fiona", *["you went to Lisbon in September to see your daughter Fiona"] * 2),
        ("Lisbon with Ben", "you went to Lisbon with Ben in September", ""),
        ("Lisbon for roses", "you went to Lisbon for roses in September", ""),
        ("cruise", "you took the cruise in September", ""),
        ("the ferry to Skye", "you took the ferry to Skye in September", ""),
        ("a road trip with her sister", "you took a road trip with your sister in September", ""),
        ("her tour of Italy", "you took your tour of Italy in September", ""),
        ("lisbon", "", ""),
        ("home", "", ""),
        ("her Lisbon", "", ""),
    ],
)
def test_what_is_a_journey(text: str, as_a_place: str, otherwise: str) -> None:
    for is_place, clause in ((True, as_a_place), (False, otherwise)):
        found = journey(text, SEPTEMBER, TODAY, You(), is_place=is_place)
        assert (found.of_you if found else "") == clause
    assert journey(text, None, TODAY, You(), is_place=True) is None


PLAYS, WENT = Statement(Form.DOES, "play", "chess"), Statement(Form.DID, "go")


@pytest.mark.parametrize(
    ("time", "column", "kind", "text", "said", "state"),
    [
        (Timed("x", None, True), "notes", "exam", "x", None, State.ALWAYS),
        (Timed("x"), "likes", "exam", "x", None, State.ALWAYS),
        (Timed("x"), "notes", "garden", "x", None, State.ALWAYS),
        (Timed("x"), "notes", "exam", "x", None, State.UNKNOWN),
        (Timed("x"), "notes", "exam", "keen x", None, State.ALWAYS),
        (Timed("x"), "notes", "exam", "learning x", None, State.NOW),
        (Timed("x", SEPTEMBER), "notes", "exam", "had x", None, State.AFTER),
        (Timed("x", SEPTEMBER), "notes", "exam", "x", None, State.UNKNOWN),
        (Timed("x", SEPTEMBER), "notes", "garden", "keen x", None, State.UNKNOWN),
        (Timed("x"), "notes", "exam", "plays chess", PLAYS, State.ALWAYS),
        (Timed("x"), "notes", "trip", "goes", PLAYS, State.UNKNOWN),
        (Timed("x"), "notes", "garden", "learning x", None, State.NOW),
        (Timed("x", SEPTEMBER), "notes", "exam", "had x, going again", None, State.UNKNOWN),
        (Timed("x"), "notes", "exam", "playing chess", PLAYS, State.UNKNOWN),
        (Timed("x", SEPTEMBER), "notes", "exam", "plays chess", PLAYS, State.UNKNOWN),
        (Timed("x", SEPTEMBER), "notes", "exam", "plays chess since May", PLAYS, State.ALWAYS),
        (Timed("x"), "notes", "exam", "went", WENT, State.UNKNOWN),
    ],
)
def test_what_the_words_tell_of_the_time_of_a_thing(
    time: Timed, column: str, kind: str, text: str, said: Statement | None, state: State
) -> None:
    assert state_of(time, column, kind, text, said) is state
