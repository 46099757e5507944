"""Who is thanked and who has gone quiet, by their orders: each bound, and in which order."""

from datetime import date, timedelta

import pandas as pd
import pytest
from business import customer, decided, orders

from notes.picking import Picks

FIRST = date(2026, 11, 1)


def told(picks: Picks, occasion: str) -> dict[str, str]:
    """By customer number the sentence that says why, where the occasion is this one."""
    return {
        pick.customer.customer_id: pick.why for one in picks.picks for pick in one.reasons if pick.occasion == occasion
    }


def visits(number: int, *days_ago: int, amount: str = "9") -> list[tuple[int, str, str]]:
    return [(number, str(FIRST - timedelta(days=ago)), amount) for ago in days_ago]


def both(*those: list[tuple[int, str, str]]) -> pd.DataFrame:
    return orders(*(row for rows in those for row in rows))


def test_whoever_is_not_in_the_file_stands_in_nobodys_way() -> None:
    unknown = visits(99, 300, 290, 280, 270, amount="900")
    sold = both(unknown, visits(2, 200, 190, 180, 170, amount="800"))
    assert [*told(decided([customer(2)], sold=sold), "thanks")] == ["2"]
    assert [*told(decided([customer(2)], sold=sold), "quiet")] == ["2"]


@pytest.mark.parametrize(
    ("ago", "is_quiet"),
    [
        ((60, 50, 40, 30), True),
        ((59, 49, 39, 29), False),
        ((760, 750, 740, 730), True),
        ((761, 751, 741, 731), False),
        ((160, 150, 140), False),
        ((160, 150, 140, 140), False),
        ((130, 100, 70, 40), False),
        ((225, 185, 145, 105), True),
    ],
)
def test_who_has_gone_quiet(ago: tuple[int, ...], is_quiet: bool) -> None:
    lately = visits(1, 9, 8, 7, 6)  # has been in, and keeps nobody else from being told
    picks = decided([customer(1), customer(2)], sold=both(lately, visits(2, *ago)), quiet_after=2.5)
    assert ("2" in told(picks, "quiet")) is is_quiet


def test_how_long_somebody_has_been_quiet_is_said() -> None:
    picks = decided([customer(2)], sold=both(visits(2, 145, 135, 125, 115)))
    assert told(picks, "quiet") == {
        "2": "Used to come every 10 days; has not been in since 9 July 2026, 11.5 times as long."
    }


def test_where_revenue_is_not_even_the_place_is_among_the_few() -> None:
    sold = both(visits(1, 200, 20, amount="90"), visits(2, 190, amount="4"))
    why = told(decided([customer(1), customer(2)], sold=sold), "thanks")["1"]
    assert why.startswith(
        "Number 1 of the 1 customers who bring 80% of the revenue: bought on 2 days, last on 12 October"
    )


@pytest.mark.parametrize(
    ("people", "of_five", "of_all", "curve"),
    [
        ([1, 2, 4], 0.5714, 0.5714, [4 / 7, 6 / 7, 1.0]),
        ([1, 1, 1, 1, 1, 2], 0.4286, 0.4286, [2 / 7, 3 / 7, 4 / 7, 5 / 7, 6 / 7, 1.0]),
    ],
)
def test_the_shares_are_told_to_the_hundredth_of_a_percent(
    people: list[int], of_five: float, of_all: float, curve: list[float]
) -> None:
    sold = orders(*[(number, "2026-05-01", str(amount)) for number, amount in enumerate(people, 1)])
    revenue = decided([customer(number) for number in range(1, len(people) + 1)], sold=sold).revenue
    assert (revenue.share_of_top_20, revenue.share_of_top_20_of_all) == (of_five, of_all)
    assert list(revenue.curve) == pytest.approx(curve)
