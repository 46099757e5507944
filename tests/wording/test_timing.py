"""Thoughts of what has a day: nobody asks who won before the race is run, nor wishes good luck behind it."""

from datetime import date

import pytest
from cards import DAY, card_of
from our_library import LIBRARY

from notes.wording.details.times import is_dated
from notes.wording.plans.keeping import keepsakes_on
from notes.wording.plans.recounting import accounts_on
from notes.wording.plans.thinking import thoughts_on


def texts_of(notes: str) -> str:
    card = card_of(notes=notes, child="Ida", partner="Hal")
    return " ".join(one.fit.lead() for one in thoughts_on(card, LIBRARY.phrasebook, asks=True))


@pytest.mark.parametrize(
    ("jotted", "ahead", "behind"),
    [
        ("Ida spelling bee {}", "words for the bee", "decided the bee"),
        ("running the Boston marathon {}", "called training", "You’ve run"),
        ("husb Hal retiring {}", "before the last day", "all that free time"),
        ("dtr Ida getting married {}", "opinion on", "how was"),
        ("bar exam {}", "asks only what you know", "how did"),
        ("trip to Sicily {}", "suitcase for Sicily", "how was"),
        ("Ida's recital {}", "all the best for the recital", "once the shoes were off"),
    ],
)
def test_what_is_thought_before_the_day_and_behind_it(jotted: str, ahead: str, behind: str) -> None:
    before, after = texts_of(jotted.format("on 5/20/2026")), texts_of(jotted.format("on 1/20/2026"))
    assert ahead in before and behind not in before
    assert ahead not in after


@pytest.mark.parametrize("jotted", ["Acadia next", "asked abt a greenhouse", "reunion Aug 9"])
def test_of_what_may_never_come_nothing_is_told_as_done(jotted: str) -> None:
    assert "How small did you feel" not in texts_of(jotted) and "comes out of the greenhouse" not in texts_of(jotted)
    assert "at the reunion?" not in texts_of(jotted)


def test_what_is_at_stake_is_no_keepsake() -> None:
    assert not keepsakes_on(card_of(notes="bar exam Jan 20 2026"), LIBRARY.phrasebook, asks=True)


@pytest.mark.parametrize("jotted", ["Hal had bypass Jan 2026, doing ok", "new hip in May", "Hal's shoulder surgery"])
def test_of_an_operation_nothing_light_is_said(jotted: str) -> None:
    card = card_of(notes=jotted, partner="Hal")
    assert not keepsakes_on(card, LIBRARY.phrasebook, asks=True) and not accounts_on(
        card, LIBRARY.phrasebook, asks=True
    )


def test_a_day_is_seen_even_where_its_year_is_not() -> None:
    assert is_dated("reunion July 4") and not is_dated("reunion every July") and date(2026, 3, 9) == DAY
