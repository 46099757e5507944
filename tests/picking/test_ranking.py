"""Revenue, ranks and both figures of 80/20."""

import csv
import json
from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from picking.business import customer, decided, orders

from notes.customers import Book
from notes.picking import Picks
from notes.picking.ranking import Rhythm, number_order, rank
from notes.settings import Settings

CHINOOK = Path(__file__).parents[3] / "shared" / "data" / "databases" / "chinook"


def ranks(picks: Picks) -> dict[str, int]:
    return {pick.customer.customer_id: pick.rank for pick in picks.picks}


def test_revenue_counts_in_the_twelve_months_before_the_month() -> None:
    sold = orders((1, "2025-10-31", "900"), (1, "2025-11-01", "10"), (2, "2026-10-31", "20"), (2, "2026-11-01", "900"))
    picks = decided([customer(1), customer(2)], sold=sold)
    assert (picks.revenue.total, picks.revenue.customers_for_80) == (Decimal(30), 2)
    assert picks.revenue.counted == "Orders from 2025-11-01 to 2026-10-31, less refunds."
    assert decided([customer(1)], sold=sold, window="all").revenue.total == Decimal(1830)


def test_refunds_take_their_amount_away() -> None:
    sold = orders((1, "2026-05-01", "100"), (1, "2026-05-09", "-95"), (2, "2026-05-02", "6"), (3, "2026-05-02", "-4"))
    picks = decided([customer(1), customer(2), customer(3)], sold=sold)
    assert ranks(picks) == {"1": 2, "2": 1, "3": 0}
    assert picks.revenue.total == Decimal(11)


def test_equal_revenue_goes_by_the_customer_number() -> None:
    sold = orders(*[(number, "2026-05-01", "5") for number in (10, 2, 1)])
    assert ranks(decided([customer(10), customer(2), customer(1)], sold=sold)) == {"10": 3, "2": 2, "1": 1}
    sold = orders(*[(number, "2026-05-01", "5") for number in (10, 2)])
    assert ranks(decided([customer(10), customer(2)], sold=sold)) == {"10": 2, "2": 1}
    assert sorted(["A10", "A2", "10", "B", "9"], key=number_order) == ["A2", "A10", "B", "9", "10"]


def test_currencies_are_never_ranked_against_each_other() -> None:
    sold = orders((1, "2026-05-01", "5", "EUR"), (2, "2026-05-01", "6", "EUR"), (3, "2026-05-01", "999", "JPY"))
    picks = decided([customer(1), customer(2), customer(3)], sold=sold)
    assert ranks(picks) == {"1": 2, "2": 1, "3": 0}
    assert picks.revenue.counted.endswith("Only EUR is counted; orders in JPY cannot be compared with it.")


def test_where_there_are_no_orders_the_totals_of_the_rows_count() -> None:
    people = [customer(1, total_spent=Decimal("12.50")), customer(2, total_spent=Decimal("80")), customer(3)]
    picks = decided(people)
    assert ranks(picks) == {"1": 2, "2": 1, "3": 0}
    assert picks.revenue.total == Decimal("92.50")
    assert picks.revenue.counted == ("The totals in the spreadsheet, over all time (there is no table of orders).")


def test_where_nothing_is_known_nobody_is_ranked() -> None:
    picks = decided([customer(1)], sold=orders())
    assert (picks.revenue.total, picks.revenue.customers_for_80, picks.totals()["card"]) == (0, 0, 0)
    assert picks.revenue.counted == "The files have no orders and no totals, so nobody is ranked."


@pytest.mark.parametrize(
    ("bought", "own", "best", "others"),
    [
        (["EUR", "EUR", "JPY"], "USD", "EUR", "JPY"),
        (["JPY", "EUR", "CHF"], "USD", "CHF", "EUR, JPY"),  # as many of each: by name
        (["JPY", "EUR", "CHF"], "JPY", "JPY", "CHF, EUR"),  # or the business’s own
        (["", "EUR"], "USD", "USD", "EUR"),
        (["JPY"], "USD", "JPY", ""),
    ],
)
def test_the_currency_that_is_counted(bought: list[str], own: str, best: str, others: str) -> None:
    """By orders, and by the totals of the rows where there are none."""
    settings = Settings().with_values({"business": {"currency": own}})
    sold = orders(*[(number, "2026-05-01", "5", sign) for number, sign in enumerate(bought, 1)])
    people = [customer(number, total_spent=Decimal(5), currency=sign) for number, sign in enumerate(bought, 1)]
    for book, what in ((Book("a", people, orders=sold), "orders"), (Book("a", people), "totals")):
        revenue = rank(book, date(2026, 11, 1), date(2026, 11, 30), settings).revenue
        assert revenue.currency == best
        told = f" Only {best} is counted; {what} in {others} cannot be compared with it." if others else ""
        assert revenue.counted.partition(" Only")[1:] == told.partition(" Only")[1:]


@pytest.mark.parametrize(
    ("first", "last", "number", "rhythm"),
    [
        (date(2026, 1, 1), date(2026, 1, 31), 4, Rhythm(date(2026, 1, 1), date(2026, 1, 31), 4, 10.0)),
        (date(2026, 1, 1), date(2026, 1, 31), 2, Rhythm(date(2026, 1, 1), date(2026, 1, 31), 2, 30.0)),
        (date(2026, 1, 1), date(2026, 1, 31), 1, Rhythm(date(2026, 1, 1), date(2026, 1, 31), 1, 0.0)),
        (date(2026, 1, 1), date(2026, 1, 31), None, Rhythm(date(2026, 1, 1), date(2026, 1, 31), 0, 0.0)),
        (None, date(2026, 1, 31), 4, Rhythm(date(2026, 1, 31), date(2026, 1, 31), 4, 0.0)),
        (date(2026, 1, 1), None, 4, None),
    ],
)
def test_the_rhythm_of_a_row_without_orders(
    first: date | None, last: date | None, number: int | None, rhythm: Rhythm | None
) -> None:
    row = customer(1, first_purchase=first, last_purchase=last, orders=number)
    found = rank(Book("a", [row]), date(2026, 11, 1), date(2026, 11, 30), Settings())
    assert found.rhythms.get(row.customer_id) == rhythm


@pytest.mark.parametrize(
    ("month", "window", "since"),
    [("2026-11", "12m", "2025-11-01"), ("2026-01", "1m", "2025-12-01"), ("2026-03", "3m", "2025-12-01")],
)
def test_the_window_begins_whole_months_before(month: str, window: str, since: str) -> None:
    picks = decided([customer(1)], sold=orders((1, "2020-01-01", "5")), month=month, window=window)
    assert picks.revenue.counted.startswith(f"Orders from {since} to ")


@pytest.mark.parametrize(("people", "share"), [(5, 0.2), (6, 0.3333), (10, 0.2), (11, 0.2727), (1, 1.0)])
def test_the_top_20_percent_are_a_fifth_of_those_who_bring_something_rounded_up(people: int, share: float) -> None:
    sold = orders(*[(number, "2026-05-01", "5") for number in range(1, people + 1)], (99, "2026-05-01", "-5"))
    revenue = decided([], sold=sold).revenue
    assert (revenue.share_of_top_20, len(revenue.curve)) == (share, people)


def test_the_top_20_percent_of_all_customers_are_told_beside_those_of_the_buyers() -> None:
    sold = orders(*[(number, "2026-05-01", amount) for number, amount in enumerate(("50", "20", "10", "10", "10"), 1)])
    revenue = decided([customer(number) for number in range(1, 12)], sold=sold).revenue
    assert (revenue.share_of_top_20, revenue.share_of_top_20_of_all) == (0.5, 0.8)  # one of 5, three of 11


def test_of_equal_ones_who_came_more_often_and_longer_stands_higher() -> None:
    sold = orders(
        (1, "2026-05-01", "6"),
        (2, "2026-05-01", "2"),
        (2, "2026-06-01", "4"),
        (3, "2026-04-01", "3"),
        (3, "2026-06-01", "3"),
    )
    assert ranks(decided([customer(number) for number in (1, 2, 3)], sold=sold)) == {"3": 1, "2": 2, "1": 3}


def _top(*sold: tuple[int, str, str]) -> list[str]:
    book = Book("a", [customer(number) for number in range(1, 31)], orders=orders(*sold))
    return list(rank(book, date(2026, 11, 1), date(2026, 11, 30), Settings()).top)


def test_where_all_bring_much_the_same_the_best_fifth_are_the_top_customers() -> None:
    even = [(number, f"2026-0{month}-01", "9") for number in range(1, 11) for month in (5, 6)]
    assert _top(*even) == ["1", "2"]
    few = [(number, "2026-07-01", "400") for number in (4, 7, 9)]
    assert _top(*even, *few) == ["4", "7", "9"]  # three of ten bring 80%


def test_where_customers_come_back_who_bought_once_is_no_top_customer_but_with_a_great_sum() -> None:
    twice = [(number, f"2026-0{month}-01", "10") for number in (1, 2, 3) for month in (5, 6)]
    once = [(number, "2026-05-01", "15") for number in range(11, 16)]
    assert _top(*twice, *once, (20, "2026-05-01", "50")) == ["20", "1", "2", "3"]
    assert _top(*once) == ["11", "12", "13", "14"]  # nobody has come back: the sum alone counts


@pytest.mark.parametrize(("amounts", "for_80"), [([80, 20], 1), ([79, 21], 2), ([50, 30, 20], 2), ([1] * 10, 8)])
def test_the_smallest_set_that_brings_80_percent(amounts: list[int], for_80: int) -> None:
    sold = orders(*[(number, "2026-05-01", str(amount)) for number, amount in enumerate(amounts, 1)])
    assert decided([], sold=sold).revenue.customers_for_80 == for_80


@pytest.mark.skipif(not CHINOOK.is_dir(), reason="the Chinook database is not beside the repository")
def test_chinook_is_as_it_was_counted_by_others() -> None:
    truth = json.loads((CHINOOK / "truth" / "summary.json").read_text())
    rows = _table("customers.csv")
    sold = orders(*[(int(r["Customer ID"]), r["Invoice Date"], r["Total"]) for r in _table("orders.csv")])
    people = [customer(int(r["Customer ID"]), first_purchase=date.fromisoformat(r["First Order"])) for r in rows]
    revenue = decided(people, sold=sold, window="all").revenue
    assert f"{revenue.total:.2f}" == truth["total_revenue"] == "2328.60"
    assert revenue.customers_for_80 == truth["k80"] == 47
    assert revenue.share_of_top_20 == truth["top20pct_share_of_revenue"]
    wanted = defaultdict(set)
    for row in _table("truth/first_purchase_anniversaries.csv"):
        wanted[f"{row['year']}-{int(row['month']):02d}"].add((row["customer_id"], row["anniversary"], row["years"]))
    for month, expected in wanted.items():
        picks = decided(people, sold=sold, window="all", month=month, today=f"{month}-01").picks
        years = [pick for pick in picks if pick.occasion == "years"]
        assert {(p.customer.customer_id, str(p.on), str(p.facts["years"])) for p in years} == expected


def _table(name: str) -> list[dict[str, str]]:
    with (CHINOOK / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("days", "usual"),
    [
        (["01"], 0.0),
        (["01", "01"], 0.0),
        (["01", "05"], 4.0),
        (["01", "03", "09"], 4.0),
        (["20", "01", "05", "06"], 4.0),
    ],
)
def test_the_usual_pause_is_the_median_of_the_pauses(days: list[str], usual: float) -> None:
    others = [(7, "2026-03-01", "5"), (7, "2026-03-11", "5")]
    rows = [(8, f"2026-05-{number}", "5") for number in days]
    both = rank(Book("b", orders=orders(*others, *rows)), date(2026, 11, 1), date(2026, 11, 30), Settings()).rhythms
    assert (both["8"].pause, both["8"].days, both["8"].first.day) == (usual, len(set(days)), 1)
    assert (both["7"].pause, both["7"].last) == (10.0, date(2026, 3, 11))
