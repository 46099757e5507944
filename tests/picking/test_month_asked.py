"""What a month covers and what it knows of a customer, day by day."""

from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from business import STREET, customer, day, orders

from notes.customers import Book, Customer
from notes.history import Event, Kind, Past
from notes.picking.month import Month, Reach
from notes.settings import Settings

NO_PAST = Past()


def month(
    name: str = "2026-11", today: str = "2026-11-01", past: Past = NO_PAST, book: Book | None = None, **sections: Any
) -> Month:
    settings = Settings().with_values(sections) if sections else Settings()
    return Month(book or Book("b"), name, date.fromisoformat(today), settings, past)


def made(name: str, at: str) -> Event:
    return Event(kind=Kind.MADE, at=f"{at}T09:00:00Z", batch=name, month=name)


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2026, 11, 1), date(2026, 11, 30), {11}),
        (date(2026, 10, 31), date(2026, 11, 1), {10, 11}),
        (date(2026, 11, 30), date(2027, 2, 1), {11, 12, 1, 2}),
        (date(2026, 1, 1), date(2026, 12, 1), set(range(1, 13))),
    ],
)
def test_the_months_in_which_days_fall(start: date, end: date, months: set[int]) -> None:
    assert Reach.between(start, end) == (start, end, months)


@pytest.mark.parametrize(
    ("name", "today", "batches", "since"),
    [
        ("2026-11", "2026-11-05", [], "2026-11-01"),
        ("2026-11", "2026-10-25", [], "2026-10-25"),
        ("2026-11", "2026-11-05", [made("2026-10", "2026-10-02")], "2026-10-02"),
        ("2026-11", "2026-11-05", [made("2026-10", "2026-11-04")], "2026-11-01"),
        ("2026-11", "2026-11-05", [made("2026-09", "2026-09-02")], "2026-09-02"),
        ("2026-11", "2026-11-05", [made("2026-11", "2026-10-20")], "2026-11-01"),
        ("2026-11", "2026-11-05", [made("2026-09", "2026-11-03")], "2026-10-01"),
        ("2026-11", "2026-11-05", [made("2026-12", "2026-11-03")], "2026-11-01"),
        ("2026-11", "2026-11-05", [made("2026-10", "2026-11-06")], "2026-11-01"),
        ("2026-11", "2026-11-05", [made("2024-09", "2024-09-02")], str(date(2026, 11, 1) - timedelta(days=300))),
    ],
)
def test_since_when_the_last_batch_may_not_have_seen(name: str, today: str, batches: list[Event], since: str) -> None:
    assert str(month(name, today, Past.of(batches)).since) == since


@pytest.mark.parametrize(
    ("those", "late", "covered"),
    [
        ("--11-01", 0, ["2026-11-01"]),
        ("--11-30", 0, ["2026-11-30"]),
        ("--12-01", 0, []),
        ("--10-31", 0, []),
        ("--10-31", 1, []),  # nothing was missed before we began
        ("1980-11-15", 0, ["2026-11-15"]),
    ],
)
def test_the_days_covered_of_one_that_comes_back(those: str, late: int, covered: list[str]) -> None:
    assert [str(one) for one in month().days_covered(day(those), late)] == covered


@pytest.mark.parametrize(
    ("those", "late", "covered"),
    [
        ("2026-11-01", 0, ["2026-11-01"]),
        ("2026-11-30", 0, ["2026-11-30"]),
        ("2026-12-01", 0, []),
        ("2026-10-31", 0, []),
        ("2026-10-31", 1, ["2026-10-31"]),
        ("2026-10-31", 30, ["2026-10-31"]),
        ("2025-11-15", 30, []),
    ],
)
def test_the_day_of_news_if_it_is_covered(those: str, late: int, covered: list[str]) -> None:
    assert [str(one) for one in month().news(day(those), late)] == covered


def test_what_was_put_off_is_looked_back_to() -> None:
    looked = month(past=Past.of([made("2026-09", "2026-09-05"), made("2026-10", "2026-10-05")]))
    assert looked.began == date(2026, 9, 1)
    assert [str(one) for one in looked.days_covered(day("--09-30"), 5)] == ["2026-09-30"]
    assert looked.days_covered(day("--09-29"), 5) == []
    assert looked.days_covered(day("--08-31"), 300) == ()


AT_HOME = customer(1, address=STREET)


@pytest.mark.parametrize(("country", "days"), [("US", 3), ("us", 3), ("", 3), ("FR", 9), ("CA", 5)])
def test_how_long_the_post_takes(country: str, days: int) -> None:
    asked = month(post={"days": 3, "days_abroad": 9, "days_to": {"CA": 5}})
    assert asked.days_on_the_way(customer(1, address=replace(STREET, country=country))) == days


def test_whom_a_name_or_a_number_means() -> None:
    people = [customer(1, "Rosa Kern"), customer(2, "Ben Hale"), customer(3, "Ben Hale"), customer(4, "2")]
    asked = month(book=Book("b", (*people, customer(1, "Somebody Else"))))
    assert asked.called("rosa kern") == asked.called("1") == people[0]
    assert asked.called("Ben Hale") is None
    assert asked.called("2") == people[1]
    assert asked.called("Nobody") is None


def test_the_people_of_a_household_by_their_numbers() -> None:
    people = [customer(number, household=house) for number, house in ((10, "a"), (9, "a"), (8, "b"))]
    asked = month(book=Book("b", tuple(people)))
    assert [one.customer_id for one in asked.people_with(people[0])] == ["9", "10"]
    assert asked.people_with(people[2]) == (people[2],)


@pytest.mark.parametrize(
    ("given", "since"),
    [({"first_purchase": date(2020, 1, 1)}, "2020-01-01"), ({}, "2026-05-01"), ({"since_year": 2019}, "None")],
)
def test_since_when_somebody_is_a_customer(given: dict[str, Any], since: str) -> None:
    one = customer(1, **given)
    asked = month(book=Book("b", (one, customer(2)), (), orders((1, "2026-05-01", "9"))))
    assert str(asked.customer_since(one)) == since
    assert [who.customer_id for who, _ in asked.newcomers] == (["1"] if since != "None" else [])


def sent(at: str, name: str, mail_by: date | None = None, batch: str = "", to: Customer = AT_HOME) -> Event:
    return Event(
        kind=Kind.SENT, at=f"{at}T09:00:00Z", batch=batch or name, month=name, customer_id=to.customer_id,
        household=f"address {to.address.key}", occasion="thanks", number=1, mail_by=mail_by,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("events", "free"),
    [
        ([], "None"),
        ([sent("2026-10-05", "2026-10")], "2026-11-04"),
        ([sent("2026-10-05", "2026-10", date(2026, 10, 20))], "2026-11-19"),
        ([sent("2026-10-05", "2026-10"), sent("2026-09-05", "2026-09", date(2026, 9, 9))], "2026-11-04"),
        ([sent("2026-11-05", "2026-11")], "None"),
        ([sent("2026-10-05", "2026-10", batch="2026-10-season")], "None"),
    ],
)
def test_from_when_a_card_without_a_day_may_go_again(events: list[Event], free: str) -> None:
    asked = month(past=Past.of(events), book=Book("b", (AT_HOME,)), picking={"cool_down_days": 30})
    assert str(asked.free_from(AT_HOME)) == free


USUAL: Any = SimpleNamespace(on_the_day=False, late_days=lambda _: 10)
OF_A_DAY: Any = SimpleNamespace(on_the_day=True, late_days=lambda _: 10)


@pytest.mark.parametrize(
    ("today", "on", "events", "late", "of_a_day"),
    [
        ("2026-11-05", "2026-11-03", [], 10, 10),
        ("2026-11-15", "2026-11-03", [], 14, 10),
        ("2026-11-25", "2026-11-03", [], 20, 10),
        ("2026-11-25", "2026-10-30", [], 10, 10),
        ("2026-11-05", "2026-10-30", [sent("2026-10-05", "2026-10")], 41, 10),
        ("2026-11-05", "2026-10-30", [sent("2026-09-05", "2026-09")], 20, 10),
        ("2026-11-05", "2026-11-03", [sent("2026-10-05", "2026-10")], 20, 10),
    ],
)
def test_how_late_a_card_may_be(today: str, on: str, events: list[Event], late: int, of_a_day: int) -> None:
    asked = month(today=today, past=Past.of(events), book=Book("b", (AT_HOME,)))
    assert asked.may_be_late(USUAL, date.fromisoformat(on), AT_HOME) == late
    assert asked.may_be_late(OF_A_DAY, date.fromisoformat(on), AT_HOME) == of_a_day
