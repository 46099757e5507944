"""What those did who had a card, beside comparable customers who had none."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from picking.business import customer, orders

from notes.customers import Book, Customer, CustomerId
from notes.history import Event, Kind, Past
from notes.occasions import ours
from notes.picking.effect import Compared, Effect, Share, effect, in_sentences, posted_on
from notes.picking.household import household_of

POSTED = date(2026, 3, 2)
TODAY = date(2026, 9, 1)


def card(to: Customer, on: date = POSTED, occasion: str = "birthday", kind: Kind = Kind.SENT) -> Event:
    return Event(
        kind=kind,
        at=f"{on}T09:00:00Z",
        batch=f"{on:%Y-%m}",
        month=f"{on:%Y-%m}",
        number=int(to.customer_id),
        customer_id=to.customer_id,
        household=household_of(to),
        occasion=occasion,
        mail_by=on,
    )


def looked(people: list[Customer], cards: list[Event], *sold: tuple[int, str, str], today: date = TODAY) -> Effect:
    return effect(Book("a", people, (), orders(*sold)), Past.of(cards), ours(), today, 90)


def test_beside_each_stands_the_one_most_like_them_who_had_none() -> None:
    people = [customer(number) for number in (1, 2, 3, 4)]
    found = looked(
        people,
        [card(people[0]), card(people[3])],
        (1, "2026-01-10", "100"),
        (2, "2026-01-12", "110"),  # like number 1, and does not come back
        (3, "2025-06-01", "9"),  # like number 4, and does
        (4, "2025-06-01", "9"),
        (1, "2026-04-01", "50"),
        (3, "2026-05-01", "5"),
    )
    assert (found.ordered.with_card, found.ordered.without) == (Share(1, 2), Share(1, 2))


def test_nobody_stands_beside_a_card_who_had_never_bought_by_then() -> None:
    people = [customer(number) for number in (1, 2)]
    found = looked(people, [card(people[0])], (1, "2026-01-10", "9"), (2, "2026-03-09", "9"))
    assert (found.ordered.with_card.of, found.alone) == (0, 1)


@pytest.mark.parametrize(
    ("came", "counts"), [("2026-03-02", 0), ("2026-03-03", 1), ("2026-05-31", 1), ("2026-06-01", 0)]
)
def test_an_order_counts_in_the_ninety_days_after_the_card(came: str, counts: int) -> None:
    people = [customer(1), customer(2)]
    found = looked(people, [card(people[0])], (1, "2026-01-10", "9"), (2, "2026-01-10", "9"), (1, came, "9"))
    assert found.ordered.with_card == Share(counts, 1)


@pytest.mark.parametrize(
    ("second", "third", "ordered"), [("900", "9", 1), ("9", "900", 0), ("9", "9", 0), ("11", "9", 1)]
)
def test_who_was_most_like_the_one_with_the_card_stands_beside(second: str, third: str, ordered: int) -> None:
    """The third comes back; of two who are as like, the first by number is taken."""
    people = [customer(1), customer(2), customer(3)]
    bought = [(1, "2026-01-10", "9"), (2, "2026-01-10", second), (3, "2026-01-10", third)]
    found = looked(people, [card(people[0])], *bought, (3, "2026-03-10", "9"))
    assert found.ordered.without == Share(ordered, 1)


def test_who_was_sent_counts_for_the_one_who_sent_them() -> None:
    new = customer(3, referred_by="customer 1", first_purchase=date(2026, 4, 1))
    people = [customer(1), customer(2), new]
    found = looked(people, [card(people[0])], (1, "2026-01-10", "9"), (2, "2026-01-10", "9"))
    assert (found.referred.with_card, found.referred.without) == (Share(1, 1), Share(0, 1))
    # Somebody who was sent and has not come yet brings nothing.
    people[2] = replace(new, first_purchase=None)
    assert looked(people, [card(people[0])], (1, "2026-01-10", "9"), (2, "2026-01-10", "9")).referred == Compared(
        Share(0, 1), Share(0, 1)
    )


def test_nobody_who_had_a_card_in_the_year_before_or_after_stands_beside_another() -> None:
    people = [customer(1), customer(2)]
    bought = ((1, "2026-01-10", "9"), (2, "2026-01-10", "9"))
    for on in (POSTED - timedelta(days=365), POSTED + timedelta(days=90)):
        found = looked(people, [card(people[0]), card(people[1], on)], *bought)
        assert (found.ordered.with_card.of, found.alone) == (0, 2)
    found = looked(people, [card(people[0]), card(people[1], POSTED - timedelta(days=366))], *bought)
    assert found.ordered.with_card.of == 1


def test_what_is_solemn_not_posted_or_too_early_is_not_looked_at() -> None:
    people = [customer(1), customer(2)]
    cards = [card(people[0], occasion="condolence"), card(people[0], kind=Kind.PLANNED), card(people[0], TODAY)]
    found = looked(people, cards, (1, "2026-01-10", "9"), (2, "2026-01-10", "9"))
    assert (found.ordered.with_card.of, found.too_early) == (0, 1)
    assert in_sentences(found) == [
        "No card can be looked at yet: it takes cards posted at least 90 days ago, and orders.",
        "1 card went less than 90 days ago, and can be looked at later.",
    ]


def test_without_orders_the_first_and_the_last_day_of_the_rows_are_looked_at() -> None:
    people = [
        customer(1, first_purchase=date(2025, 5, 1), last_purchase=date(2026, 4, 1)),
        customer(2, first_purchase=date(2025, 5, 1), last_purchase=date(2025, 9, 1)),
    ]
    found = effect(Book("a", people), Past.of([card(people[0])]), ours(), TODAY, 90)
    assert (found.ordered.with_card, found.ordered.without) == (Share(1, 1), Share(0, 1))


def test_it_was_posted_when_it_was_to_be_or_when_it_was_said_before_that() -> None:
    event = card(customer(1))
    assert posted_on(replace(event, mail_by=POSTED - timedelta(days=3))) == POSTED - timedelta(days=3)
    assert posted_on(replace(event, mail_by=POSTED + timedelta(days=3))) == POSTED
    assert posted_on(replace(event, mail_by=None)) == POSTED


def test_newcombe_s_own_example() -> None:
    """56 of 70 beside 48 of 80, the first of the table in Statistics in Medicine 17 (1998): 0.0524 to 0.3339."""
    low, high = Compared(Share(56, 70), Share(48, 80)).difference
    assert (round(low, 4), round(high, 4)) == (0.0524, 0.3339)


def _found(with_card: Share, without: Share) -> list[str]:
    compared = Compared(with_card, without)
    return in_sentences(Effect(90, POSTED, POSTED, compared, compared, 0, 0))


def test_small_numbers_are_said_to_say_nothing() -> None:
    assert "  ordered again:  3 of 5 with a card, 1 of 5 without." in _found(Share(3, 5), Share(1, 5))
    assert _found(Share(3, 5), Share(1, 5))[2].strip() == "So few say nothing: it takes 20 cards, better a hundred."


def test_what_the_numbers_can_bear_is_said_and_no_more() -> None:
    assert _found(Share(40, 100), Share(38, 100))[1:3] == [
        "  ordered again:  40 of 100 (40%) with a card, 38 of 100 (38%) without.",
        "                  The true difference lies between -11 and +15 points in nineteen cases of twenty;"
        " that it is none is possible.",
    ]
    assert _found(Share(60, 100), Share(30, 100))[2].endswith("between +16 and +42 points in nineteen cases of twenty.")
    assert _found(Share(60, 100), Share(30, 100))[-1] == (
        "It is a comparison and no experiment: you chose whom to write to, and that alone may be the difference."
    )


def test_a_customer_who_was_numbered_anew_is_still_the_one_who_had_the_card() -> None:
    people = [customer(1), customer(2)]
    old = replace(card(people[0]), customer_id=CustomerId("99"))
    merged = Event(
        kind=Kind.MERGED, at="2026-05-01T00:00:00Z", batch="2026-05", customer_id=CustomerId("1"), matter="99"
    )
    sold = orders((1, "2026-01-10", "9"), (2, "2026-01-10", "9"), (1, "2026-04-01", "9"))
    found = effect(Book("a", people, (), sold), Past.of([old, merged]), ours(), TODAY, 90)
    assert found.ordered.with_card == Share(1, 1)
