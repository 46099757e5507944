"""A greeting to everyone: one card a household, beside the card of the month, and none to who must not have one."""

from dataclasses import replace
from datetime import date

import pytest
from picking.business import REFUSES, STREET, customer, day, orders

from notes.customers import Address, Book, Customer
from notes.history import Kind, Past, greeting_batch
from notes.occasions import Occasion, ours
from notes.picking import Greeting, Picks, decide, decide_for_everyone, for_everyone
from notes.problems import BadValue
from notes.settings import Everyone, Settings

SEASON = ours()["season"]
TODAY = date(2026, 11, 27)


def greeted(
    people: list[Customer],
    past: Past | None = None,
    *,
    sold: object = None,
    on: date | None = date(2026, 12, 18),
    line: str = "",
    **everyone: object,
) -> Picks:
    settings = replace(Settings(), everyone=Everyone(**everyone))  # type: ignore[arg-type]
    book = Book("a", people, (), sold)  # type: ignore[arg-type]
    return decide_for_everyone(book, "2026-12", TODAY, settings, past or Past(), Greeting(SEASON, on, line))


def outcomes(picks: Picks) -> list[tuple[str, str]]:
    return [(pick.outcome.value, pick.reason) for pick in picks.picks]


def test_everyone_has_a_card_that_arrives_by_its_day() -> None:
    picks = greeted([customer(1), customer(2)], line="We moved.")
    assert outcomes(picks) == [("card", ""), ("card", "")]
    assert [(one.occasion, str(one.mail_by), one.facts["say_this"]) for one in picks.cards] == [
        ("season", "2026-12-14", "We moved."),
        ("season", "2026-12-14", "We moved."),
    ]


def test_a_household_has_one_card_and_all_of_it_are_greeted() -> None:
    picks = greeted([customer(1, "Ada Poe", address=STREET), customer(2, "Bo Poe", address=STREET)])
    assert outcomes(picks) == [("card", ""), ("skipped", "A household gets one card, and this one goes to Ada Poe.")]
    assert [one.name for one in picks.cards[0].with_people] == ["Bo Poe"]


@pytest.mark.parametrize("words", ["c2", "2", "bo lind", "Bo Lind"])
def test_whom_the_settings_leave_out(words: str) -> None:
    picks = greeted([customer(1), customer(2, "Bo Lind")], leave_out=[words])
    expected = "card" if words == "c2" else "skipped"
    assert [pick.outcome.value for pick in picks.picks] == ["card", expected]


def test_where_there_are_more_than_the_settings_allow_who_brings_most_comes_first() -> None:
    sold = orders((3, "2026-05-01", "90"), (2, "2026-05-01", "10"))
    picks = greeted([customer(1), customer(2), customer(3)], sold=sold, cards=2)
    assert outcomes(picks) == [
        ("skipped", "Your settings allow 2 cards, and they go to those who bring most."),
        ("card", ""),
        ("card", ""),
    ]


def test_nobody_who_wants_no_cards_or_has_no_address_gets_one() -> None:
    picks = greeted([customer(1, holds=(REFUSES,)), customer(2, address=Address())])
    assert [pick.outcome.value for pick in picks.picks] == ["skipped", "held"]


def _sent(picks: Picks, batch: str) -> Past:
    events = [
        card.event(Kind.SENT, "2026-12-01T00:00:00Z", batch=batch, month="2026-12", number=number)
        for number, card in enumerate(picks.cards, 1)
    ]
    return Past.of(events)


def test_it_goes_beside_the_card_of_the_month_and_takes_nobody_s_place() -> None:
    people = [customer(1, birthday=day("1980-12-14")), customer(2)]
    month = decide(Book("a", people), "2026-12", date(2026, 12, 1), Settings(), Past())
    assert [pick.occasion for pick in month.cards] == ["birthday"]
    assert len(greeted(people, _sent(month, "2026-12")).cards) == 2

    after = _sent(greeted(people), greeting_batch("2026-12", "season"))
    again = decide(Book("a", people), "2026-12", date(2026, 12, 1), Settings(), after)
    assert [pick.occasion for pick in again.cards] == ["birthday"]
    assert after.made == []


def test_nobody_gets_it_twice_in_a_year() -> None:
    people = [customer(1)]
    past = _sent(greeted(people), greeting_batch("2026-12", "season"))
    assert outcomes(greeted(people, past)) == [("skipped", "Already sent: card 1 of 2026-12-season.")]


def test_a_row_with_the_number_of_another_has_no_card() -> None:
    assert [pick.outcome.value for pick in greeted([customer(1), customer(1)]).picks] == ["card", "skipped"]


@pytest.mark.parametrize("words", ["birthday", "condolence", "Get well soon", "thanks", "referral", "new kitchen"])
def test_what_is_one_person_s_own_is_no_greeting_to_everyone(words: str) -> None:
    with pytest.raises(BadValue):
        for_everyone(ours(), words)


def test_the_season_and_an_occasion_of_one_s_own_are_for_everyone() -> None:
    own = ours().with_one(Occasion(name="moved-office", title="A new office", example="a corner of Elm Street"))
    assert [for_everyone(own, words).name for words in ("Holidays", "just because", "moved office")] == [
        "season",
        "just-because",
        "moved-office",
    ]
