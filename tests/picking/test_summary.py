"""How a decision reads, in JSON, on the terminal and for one customer."""

from datetime import date

import pytest
from picking.business import REFUSES, customer, day, decided, milestone, orders

from notes.customers import Address
from notes.history import Event, Kind, Past
from notes.picking import as_json, as_text, why
from notes.picking.summary import find

HOME = {"address": Address(("5 Hill Road",), "Dayton", "OH", "45402", "US")}
SOLD = orders((3, "2026-05-01", "1234.5"), (2, "2026-05-01", "10"))
PICKS = decided(
    [
        customer(1, "Zoë Lane", birthday=day("1980-11-14")),
        customer(2, "Bo Lane", company="Lane & Co", birthday=day("--11-14"), holds=[REFUSES]),
        customer(3, "Ann Lee", **HOME),
        customer(4, "Al Lee", **HOME),
    ],
    [milestone(3, "condolence", "2026-10-30")],
    SOLD,
)


def test_the_json_has_every_customer_and_the_totals_add_up() -> None:
    answer = as_json(PICKS)
    assert answer["revenue"] == {
        "total": "1244.50",
        "currency": "USD",
        "customers_for_80": 1,
        "share_of_top_20": 0.992,
        "share_of_top_20_of_all": 0.992,
    }
    assert answer["totals"] == {"customers": 4, "card": 1, "held": 1, "skipped": 2}
    assert answer["picks"][0] == {
        "customer_id": "1",
        "name": "Zoë Lane",
        "occasion": "birthday",
        "date": "2026-11-14",
        "why": "Birthday on 14 November.",
        "outcome": "card",
        "reason": "",
        "also": [],
    }
    assert answer["picks"][3]["occasion"] is None


def test_the_month_on_the_terminal() -> None:
    assert (
        as_text(PICKS)
        == """\
November 2026
Orders from 2025-11-01 to 2026-10-31, less refunds.
1,244.50 USD from 2 customers; one of them brings 80%, the top 20% of them bring 99.2%, \
the top 20% of all your customers 99.2%.

Cards, by the day to post them
   Mon 9 Nov  Zoë Lane (birthday): Birthday on 14 November.

Held until you have looked
  Ann Lee (condolence): A loss in the family on 30 October. It waits for somebody’s initials under \
“Approved by” in the sheet Milestones.

No card this month
  Bo Lane (birthday): Birthday on 14 November. “Notes” says “no cards” (cell F2): they want no cards.
  Al Lee: No occasion this month.

4 customers: 1 with a card, 1 held, 2 without."""
    )


def test_why_one_customer() -> None:
    sent = Event(
        kind=Kind.SENT, at="2025-11-10T09:00:00Z", batch="2025-11", number=4, customer_id="1", occasion="birthday",
        on=date(2025, 11, 14),
    )  # fmt: skip
    assert (
        why(PICKS, Past.of([sent]), "zoe")
        == """\
Zoë Lane (number 1), November 2026
  A card: Birthday on 14 November. Post it by 9 November 2026.
  No revenue from them is counted. Orders from 2025-11-01 to 2026-10-31, less refunds.
  Sent on 2025-11-10: birthday for 14 November 2025 (card 4 of 2025-11)."""
    )
    assert "Number 1 of 2 by revenue, 99.2% of the total. They are among the customers who bring 80% of it." in why(
        PICKS, Past(), "3"
    )
    assert why(PICKS, Past(), "lane co").startswith("Bo Lane (number 2)")
    assert why(PICKS, Past(), "Max") == "There is no customer “Max” in the spreadsheet."


@pytest.mark.parametrize(
    ("number", "lines"),
    [(3, [f"  Customer {one}: No occasion this month." for one in (1, 2, 3)]),
     (4, ["  4 customers: No occasion this month."])],
)  # fmt: skip
def test_a_reason_that_many_share_is_told_once(number: int, lines: list[str]) -> None:
    text = as_text(decided([customer(one) for one in range(1, number + 1)]))
    told = text.partition("No card this month\n")[2].partition("\n\n")[0]
    assert told.splitlines() == lines


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "by 7 November 2026."),
        (2, "Lee 2 is greeted on the same card."),
        (3, "Lee 2 and Lee 3 are greeted on the same card."),
    ],
)
def test_why_says_who_else_is_greeted(number: int, said: str) -> None:
    people = [customer(one, f"Lee {one}", **HOME) for one in range(1, number + 1)]
    picks = decided(people, [milestone(1, "new-home", "2026-10-20")])
    assert why(picks, Past(), "1").splitlines()[1].endswith(said)


def test_why_says_what_holds_a_card_and_what_stands_against_one() -> None:
    assert why(PICKS, Past(), "3").splitlines()[1] == (
        "  A card is held: A loss in the family on 30 October. "
        "It waits for somebody’s initials under “Approved by” in the sheet Milestones."
    )
    assert why(PICKS, Past(), "4").splitlines()[1:] == [
        "  No card: No occasion this month.",
        "  No revenue from them is counted. Orders from 2025-11-01 to 2026-10-31, less refunds.",
        "  They have had no card so far.",
    ]
    assert "Number 2 of 2 by revenue, 0.8% of the total. Orders" in why(PICKS, Past(), "2")


def test_who_is_found_by_the_beginnings_of_words() -> None:
    found = [
        [pick.customer.customer_id for pick in find(PICKS.picks, words)] for words in ("lane", "l", "ann le", "le an")
    ]
    assert found == [["1", "2"], ["1", "2", "3", "4"], ["3"], ["3"]]
    assert [find(PICKS.picks, words) for words in ("ane", "ann lane", "", "–")] == [[], [], [], []]
