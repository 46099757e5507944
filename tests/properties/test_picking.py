"""What is true of every decision, whatever the business."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from picking.business import DEAD, REFUSES, customer, decided, milestone, orders

from notes.customers import Address, Book, Customer, Day
from notes.history import Event, Kind, Past
from notes.occasions import ours
from notes.picking import Outcome, Pick, Picks, decide
from notes.settings import Settings

SOME = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
MONTH, TODAY = "2026-11", date(2026, 11, 1)
HOMES = [Address((f"{number} Elm Street",), "Dayton", "OH", "45402", "US") for number in range(4)] + [Address()]

days = st.dates(date(1990, 1, 1), date(2026, 12, 31)).map(Day.of) | st.builds(
    Day, st.integers(1, 12), st.integers(1, 28)
)
recent = st.dates(date(2026, 8, 1), date(2026, 12, 31))


@st.composite
def books(draw: st.DrawFn) -> Book:
    """A small business where people share homes, names and days."""
    number = draw(st.integers(1, 12))
    maybe = st.none() | days
    people = [
        customer(
            one,
            draw(st.sampled_from(["Ann Lee", "Bo Orr", "Cy Fox", f"Customer {one}"])),
            address=draw(st.sampled_from(HOMES)),
            company=draw(st.sampled_from(["", "", "Vale & Sons"])),
            birthday=draw(maybe),
            anniversary=draw(maybe),
            first_purchase=draw(st.none() | st.dates(date(2001, 1, 1), date(2026, 11, 30))),
            referred_by=draw(st.sampled_from(["", "1", "Ann Lee"])),
            holds=draw(st.sampled_from([(), (), (), (DEAD,), (REFUSES,), (DEAD, REFUSES)])),
        )
        for one in range(1, number + 1)
    ]
    row = st.builds(
        milestone,
        st.integers(1, number + 1),
        st.sampled_from([*ours().names, "moon landing"]),
        recent.map(str) | st.just(""),
        about=st.sampled_from(["", "the boat"]),
        person=st.sampled_from(["", "Ida"]),
        approved_by=st.sampled_from(["", "SB"]),
        resolved=st.sampled_from([True, True, False]),
    )
    bought = st.tuples(
        st.integers(1, number),
        st.dates(date(2025, 6, 1), date(2026, 11, 30)).map(str),
        st.sampled_from(["5", "40", "-5"]),
    )
    sold = draw(st.none() | st.lists(bought, min_size=1, max_size=40).map(lambda rows: orders(*rows)))
    return Book("book.xlsx", people, draw(st.lists(row, max_size=8)), sold)


def events(picks: Picks, kind: Kind = Kind.PLANNED, at: str = "2026-11-01T09:00:00Z") -> Iterator[Event]:
    """The cards of a month as the history has them."""
    for number, pick in enumerate(picks.cards, start=1):
        yield pick.event(kind, at, batch=picks.month, month=picks.month, number=number)


def said(pick: Pick) -> tuple[object, ...]:
    others = [other.customer_id for other in pick.with_people]
    return (
        pick.outcome,
        pick.occasion,
        pick.on,
        pick.why,
        pick.reason,
        pick.mail_by,
        others,
        dict(pick.facts),
        pick.rank,
    )


@SOME
@given(books())
def test_every_customer_has_one_outcome_with_its_reason_and_the_totals_add_up(book: Book) -> None:
    picks = decide(book, MONTH, TODAY, Settings(), Past())
    assert [pick.customer for pick in picks.picks] == list(book.customers)
    totals = picks.totals()
    assert totals["customers"] == len(book.customers) == totals["card"] + totals["held"] + totals["skipped"]
    for pick in picks.picks:
        assert pick.why if pick.outcome is Outcome.CARD else pick.reason
        assert (pick.objection is None) == (pick.outcome is Outcome.CARD)
        assert (pick.mail_by is not None) == (pick.outcome is Outcome.CARD)


@SOME
@given(books(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(book: Book, chance: random.Random) -> None:
    shuffled = replace(
        book,
        customers=chance.sample(book.customers, len(book.customers)),
        milestones=chance.sample(book.milestones, len(book.milestones)),
        orders=None if book.orders is None else book.orders.sample(frac=1, random_state=chance.randrange(1000)),
    )
    one, other = (decide(each, MONTH, TODAY, Settings(), Past()) for each in (book, shuffled))
    assert one.revenue == other.revenue
    assert {p.customer.customer_id: said(p) for p in one.picks} == {
        p.customer.customer_id: said(p) for p in other.picks
    }


@SOME
@given(books())
def test_no_household_gets_two_cards_and_nobody_one_who_must_not(book: Book) -> None:
    picks = decide(book, MONTH, TODAY, Settings(), Past())
    cheerful = [pick.household for pick in picks.cards if not ours()[pick.occasion].solemn]
    assert max(Counter(cheerful).values(), default=0) <= 1
    for pick in picks.cards:
        assert not pick.customer.deceased and pick.customer.mail_ok and pick.customer.address.usable
        mourning = [
            m for m in book.milestones if m.occasion == "condolence" and m.customer_id == pick.customer.customer_id
        ]
        assert ours()[pick.occasion].initials or not [
            m for m in mourning if not m.on or m.on.in_year(2026) <= date(2026, 11, 30)
        ]


@SOME
@given(books(), st.sampled_from([Kind.PLANNED, Kind.PRINTED, Kind.SENT, Kind.CANCELLED]))
def test_a_second_run_picks_nobody_of_the_first(book: Book, kind: Kind) -> None:
    picks = decide(book, MONTH, TODAY, Settings(), Past())
    again = decide(book, MONTH, TODAY, Settings(), Past.of(events(picks, kind)))
    assert not {p.customer.customer_id for p in picks.cards} & {
        p.customer.customer_id for p in again.cards if not ours()[p.occasion].loss
    }
    if kind is not Kind.CANCELLED:
        assert all(ours()[p.occasion].loss for p in again.cards)


@SOME
@given(books())
def test_a_plan_withdrawn_gives_the_same_picks_again(book: Book) -> None:
    picks = decide(book, MONTH, TODAY, Settings(), Past())
    past = Past.of(events(picks)).without_plans_of(MONTH)
    assert [said(p) for p in decide(book, MONTH, TODAY, Settings(), past).picks] == [said(p) for p in picks.picks]


def business(number: int, seed: int) -> tuple[list[Customer], list[tuple[int, str, str]]]:
    """A generated business: everybody has a birthday and two years of orders."""
    chance = random.Random(seed)  # noqa: S311 - an invented business
    people, sold = [], []
    for one in range(1, number + 1):
        born = date(1950, 1, 1) + timedelta(days=chance.randrange(20_000))
        first = date(2015, 1, 1) + timedelta(days=chance.randrange(3_600))
        people.append(customer(one, birthday=Day.of(born), first_purchase=first))
        step = chance.randrange(20, 200)
        for day in range(chance.randrange(step), 730, step):
            sold.append((one, str(date(2024, 11, 1) + timedelta(days=day)), str(chance.randrange(5, 500))))
    return people, sold


def a_year(
    people: list[Customer], sold: list[tuple[int, str, str]], start: date, skip: tuple[int, ...] = (), **picking: object
) -> list[Picks]:
    """Monthly runs, each on the first of its month, all cards sent."""
    table, past, runs = orders(*sold), Past(), []
    for place in range(start.month - 1, start.month + 11):
        first = date(start.year + place // 12, place % 12 + 1, 1)
        if place in skip:
            continue
        picks = decided(people, sold=table, month=f"{first:%Y-%m}", today=str(first), past=past, **picking)
        past = Past.of([*past.events, *events(picks, Kind.SENT, f"{first}T09:00:00Z")])
        runs.append(picks)
    return runs


def test_a_year_of_monthly_runs_greets_every_birthday_once_and_keeps_to_the_cap() -> None:
    people, sold = business(2_000, seed=5)
    runs = a_year(people, sold, date(2026, 11, 1), cards_a_month=230)
    cards = [pick for picks in runs for pick in picks.cards]
    year = date(2027, 10, 31)  # the last run has the first birthdays of the next year too
    birthdays = Counter(
        pick.customer.customer_id for pick in cards if pick.occasion == "birthday" and pick.on and pick.on <= year
    )
    assert set(birthdays.values()) == {1} and len(birthdays) == 2_000
    assert all(
        pick.on == pick.customer.birthday.in_year(pick.on.year)
        for pick in cards
        if pick.occasion == "birthday" and pick.on and pick.customer.birthday
    )
    assert max(len(picks.cards) for picks in runs) <= 230
    assert all(sum(picks.totals()[o.value] for o in Outcome) == 2_000 for picks in runs)
    thanked = [[pick.customer.customer_id for pick in picks.cards if pick.occasion == "thanks"] for picks in runs]
    with_room = [ids for picks, ids in zip(runs, thanked, strict=True) if len(picks.cards) < 230]  # days come first
    assert len(with_room) >= 11 and all(len(ids) == 4 for ids in with_room)
    assert set(Counter(one for ids in thanked for one in ids).values()) == {1}
    assert {pick.occasion for pick in cards} == {"birthday", "years", "thanks", "quiet"}


def test_a_month_that_was_skipped_is_caught_up_within_the_limit() -> None:
    people, sold = business(300, seed=6)
    runs = a_year(people, sold, date(2026, 11, 1), skip=(13,), cards_a_month=300)  # no run in February
    greeted = Counter(
        pick.customer.customer_id
        for picks in runs
        for pick in picks.cards
        if pick.occasion == "birthday" and pick.on and pick.on <= date(2027, 10, 31)
    )
    missed = {
        c.customer_id for c in people if c.birthday and date(2027, 2, 4) < c.birthday.in_year(2027) < date(2027, 2, 15)
    }
    assert missed == {c.customer_id for c in people} - set(greeted)
    assert set(greeted.values()) == {1}


@SOME
@given(st.lists(st.decimals(min_value="0.01", max_value="99999", places=2), min_size=1, max_size=30))
def test_the_set_for_80_percent_is_the_smallest_there_is(amounts: list[Decimal]) -> None:
    sold = orders(*[(number, "2026-05-01", str(amount)) for number, amount in enumerate(amounts, 1)])
    revenue = decided([], sold=sold).revenue
    best = sorted(amounts, reverse=True)
    assert revenue.total == sum(amounts)
    assert sum(best[: revenue.customers_for_80]) >= sum(amounts) * Decimal("0.8")
    assert sum(best[: revenue.customers_for_80 - 1]) < sum(amounts) * Decimal("0.8")
