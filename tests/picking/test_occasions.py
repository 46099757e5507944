"""Each occasion: whom it finds, on which day, and the reason that it gives."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from picking.business import REFUSES, customer, day, decided, milestone, only, orders

from notes.customers import Address, Book
from notes.history import Event, Kind, Past
from notes.occasions import ours
from notes.picking import Outcome, Pick, decide
from notes.picking.month import Month, Reach
from notes.picking.order_rules import thanks
from notes.settings import Settings


def told(pick: Pick) -> tuple[str, str, str]:
    return pick.outcome.value, pick.occasion, pick.why


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"birthday": day("1980-11-14")}, ("card", "birthday", "Birthday on 14 November.")),
        ({"birthday": day("--11-30")}, ("card", "birthday", "Birthday on 30 November.")),
        ({"birthday": day("1980-12-04")}, ("card", "birthday", "Birthday on 4 December.")),
        ({"birthday": day("1980-12-05")}, ("skipped", "", "")),
        ({"anniversary": day("2016-11-05")}, ("card", "wedding-anniversary", "Married for 10 years on 5 November.")),
        ({"anniversary": day("2025-11-05")}, ("card", "wedding-anniversary", "Married for 1 year on 5 November.")),
        ({"anniversary": day("2026-11-05")}, ("skipped", "wedding-anniversary", "Married on 5 November.")),
        ({"anniversary": day("--11-05")}, ("card", "wedding-anniversary", "Wedding anniversary on 5 November.")),
        ({"graduation": day("2026-11-20")}, ("card", "graduation", "Graduated on 20 November.")),
        ({"graduation": day("2025-11-20")}, ("skipped", "", "")),
        ({"first_purchase": date(2021, 11, 14)}, ("card", "years", "A customer for 5 years on 14 November.")),
        ({"first_purchase": date(2025, 11, 14)}, ("card", "years", "A customer for 1 year on 14 November.")),
        ({"first_purchase": date(2023, 11, 14)}, ("skipped", "years", "A customer for 3 years on 14 November.")),
        ({"first_purchase": date(2026, 11, 3)}, ("card", "new-customer", "First came on 3 November.")),
        ({"first_purchase": date(2026, 10, 10)}, ("card", "new-customer", "First came on 10 October.")),
        ({"first_purchase": date(2026, 9, 16)}, ("skipped", "", "")),
    ],
)
def test_what_a_customers_row_tells(given: dict[str, object], expected: tuple[str, str, str]) -> None:
    assert told(only(decided([customer(1, **given)]))) == expected


@pytest.mark.parametrize(
    ("today", "posted"), [("2026-11-01", "2026-11-02"), ("2026-11-20", "2026-11-20"), ("2026-10-20", "2026-11-02")]
)
def test_a_birthday_of_which_the_month_is_known_goes_at_the_beginning_of_it(today: str, posted: str) -> None:
    pick = only(decided([customer(1, birthday_month=11)], today=today))
    assert told(pick) == ("card", "birthday", "Birthday in November; the day is not known.")
    assert (str(pick.mail_by), pick.reason, bool(pick.facts.get("belated"))) == (posted, "", False)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (("baby", "2026-11-02", {"person": "Ida"}), "A baby (Ida) on 2 November."),
        (("wedding", "2026-11-08", {}), "Wedding on 8 November."),
        (
            ("new-home", "2026-11-01", {"about": "moved to Hill Road."}),
            "A new home: moved to Hill Road, on 1 November.",
        ),
        (
            ("project-finished", "2026-11-09", {"about": "the new kitchen"}),
            "Project finished: the new kitchen, on 9 November.",
        ),
        (("referral", "2026-11-09", {"person": "Ada Poe"}), "Sent us Ada Poe on 9 November."),
        (("birthday", "2019-11-09", {"person": "Tim"}), "Birthday of Tim on 9 November."),
        (("graduation", "2026-11-09", {"person": "Tim"}), "Graduation of Tim on 9 November."),
        (("just-because", "", {"about": "the tulips"}), "Just because: the tulips."),
        (("follow-up", "", {"about": "the presentation"}), "To ask after: the presentation."),
        (("achievement", "2026-11-03", {"about": "Best bakery"}), "An achievement: Best bakery, on 3 November."),
        (("season", "--11-26", {"about": "Thanksgiving"}), "Season’s greetings: Thanksgiving, on 26 November."),
    ],
)
def test_a_row_of_the_milestones(row: tuple[str, str, dict[str, str]], why: str) -> None:
    occasion, on, given = row
    pick = only(decided([customer(1)], [milestone(1, occasion, on, **given)]))
    assert told(pick) == ("card", occasion, why)
    assert {**pick.facts, **given} == pick.facts


@pytest.mark.parametrize(
    ("occasion", "on", "picked"),
    [
        ("graduation", "2025-11-09", False),  # its year is over
        ("graduation", "--11-09", True),  # no year: it comes back
        ("birthday", "2027-11-09", False),  # not born yet
        ("birthday", "1990-11-09", True),
        ("project-finished", "2026-12-09", False),
    ],
)
def test_a_day_with_its_year_comes_once(occasion: str, on: str, picked: bool) -> None:
    pick = only(decided([customer(1)], [milestone(1, occasion, on)]))
    assert (pick.outcome is Outcome.CARD) == picked


def test_29_february_is_greeted_once_a_year() -> None:
    born = customer(1, birthday=day("1988-02-29"))
    days = {
        month: only(decided([born], month=month, today=f"{month}-01")).on
        for month in ("2026-02", "2026-03", "2028-02", "2028-03")
    }
    assert days == {"2026-02": date(2026, 2, 28), "2026-03": None, "2028-02": date(2028, 2, 29), "2028-03": None}


def test_the_one_who_sent_somebody_is_thanked_by_name_or_number() -> None:
    picks = decided(
        [
            customer(1, "Ada Poe"),
            customer(2, "Bo Lind"),
            customer(3, "Cy Fox", referred_by="ada poe", first_purchase=date(2026, 11, 5)),
            customer(4, "Di Roe", referred_by="2", first_purchase=date(2026, 11, 6)),
            customer(5, "Ed Orr", referred_by="5", first_purchase=date(2026, 11, 7)),
        ]
    )
    why = [pick.why for pick in picks.picks if pick.occasion == "referral"]
    assert why == ["Sent us Cy Fox, who came on 5 November.", "Sent us Di Roe, who came on 6 November."]
    assert picks.picks[0].facts["referred"] == "Cy Fox"


def test_the_first_in_the_order_of_priority_wins_and_the_other_is_told() -> None:
    both = customer(1, birthday=day("1980-11-14"), first_purchase=date(2021, 11, 20))
    pick = only(decided([both]))
    assert (pick.occasion, pick.reason) == (
        "birthday",
        "Also: A customer for 5 years on 20 November. Put off until next month.",
    )


def test_a_welcome_that_gave_way_to_a_birthday_comes_in_the_next_month() -> None:
    new = customer(1, birthday=day("1980-11-14"), first_purchase=date(2026, 11, 3))
    first = only(decided([new]))
    assert (first.occasion, first.reason) == (
        "birthday",
        "Also: First came on 3 November. Put off until next month.",
    )
    went = first.event(Kind.SENT, "2026-11-02T09:00:00Z", batch="2026-11", month="2026-11", number=1)
    then = only(decided([new], month="2026-12", today="2026-12-21", past=Past.of([went])))
    assert (then.outcome, then.occasion) == (Outcome.CARD, "new-customer")


SOLD = orders(
    *[(1, f"2026-{month:02d}-01", "900") for month in range(1, 11)],
    *[(2, f"2026-{month:02d}-02", "500") for month in range(1, 11)],
    *[(3, f"2026-{month:02d}-03", "10") for month in range(1, 11)],
)


def test_thanks_go_to_those_who_bring_80_percent_longest_unthanked_first() -> None:
    people = [customer(number) for number in (1, 2, 3)]
    past = Past.of([_thanks(1, "2025-06"), _thanks(2, "2025-02")])
    picks = decided(people, sold=SOLD, thanks_a_month=1, past=past)
    assert [(pick.outcome.value, pick.occasion) for pick in picks.picks] == [
        ("skipped", "thanks"),
        ("card", "thanks"),
        ("skipped", "new-customer"),  # too long ago
    ]
    assert picks.picks[1].why == (
        "Number 2 of the 2 customers who bring 80% of the revenue: bought on 10 days, last on 2 October 2026;"
        " last thanked 21 months ago."
    )
    assert picks.picks[0].reason == "The card waits its turn: this month’s places are taken."


def test_nobody_is_thanked_twice_in_a_year() -> None:
    picks = decided([customer(1), customer(2)], sold=SOLD, past=Past.of([_thanks(1, "2025-12"), _thanks(2, "2025-11")]))
    assert [pick.outcome.value for pick in picks.picks] == ["skipped", "card"]


def test_thanks_wait_where_there_is_a_day_of_their_own() -> None:
    pick = only(decided([customer(1, first_purchase=date(2023, 11, 9))], sold=SOLD))
    assert told(pick) == ("skipped", "years", "A customer for 3 years on 9 November.")


def test_a_good_customer_has_gone_quiet_by_their_own_rhythm() -> None:
    weekly = [(1, f"2026-09-{number:02d}", "9") for number in (2, 9, 16, 23)]
    quarterly = [(2, f"2025-{month:02d}-15", "9") for month in (6, 9, 12)] + [(2, "2026-08-15", "9")]
    picks = decided([customer(1), customer(2)], sold=orders(*weekly, *quarterly), thanks_a_month=0)
    assert told(picks.picks[0]) == (
        "card",
        "quiet",
        "Used to come every 7 days; has not been in since 23 September 2026, 5.6 times as long.",
    )
    assert picks.picks[1].occasion != "quiet"


def visits(number: int, silent: int, pause: int, days: int = 4, amount: str = "9") -> list[tuple[int, str, str]]:
    """Orders at even pauses, the last so many days before November 2026."""
    last = date(2026, 11, 1) - timedelta(days=silent)
    return [(number, str(last - timedelta(days=pause * back)), amount) for back in range(days)]


@pytest.mark.parametrize(
    ("silent", "pause", "days", "is_quiet"),
    [
        (50, 20, 4, True),
        (50, 20, 3, False),  # too few to know a rhythm by
        (49, 20, 4, False),  # 2.45 times their usual pause
        (30, 10, 4, True),
        (29, 10, 4, False),  # less than a month is no silence
        (730, 100, 4, True),
        (731, 100, 4, False),  # after two years they are gone
    ],
)
def test_who_is_quiet(silent: int, pause: int, days: int, is_quiet: bool) -> None:
    people = [customer(1), customer(2)]
    sold = orders(*visits(1, 10, 5, days=2), *visits(2, silent, pause, days))
    picks = decided(people, sold=sold, thanks_a_month=0)
    assert (picks.picks[1].occasion == "quiet") == is_quiet


def test_who_is_no_customer_any_more_keeps_nobody_from_being_missed() -> None:
    sold = orders(*visits(0, 50, 20), *visits(2, 50, 20), *visits(1, 10, 5, days=2))
    picks = decided([customer(1), customer(2)], sold=sold, thanks_a_month=0)
    assert [pick.occasion for pick in picks.picks][1] == "quiet"


def test_of_those_who_are_quiet_the_best_come_first_then_the_longest_silent() -> None:
    sold = orders(
        *visits(1, 50, 20, amount="5"),
        *visits(2, 50, 20, amount="90"),
        *visits(3, 600, 20),  # before the window: no rank
        *visits(10, 500, 20),
        *visits(9, 500, 20),
    )
    people = [customer(number) for number in (10, 9, 3, 2, 1, 4)]
    given = [
        {pick.customer.customer_id for pick in decided(people, sold=sold, thanks_a_month=0, quiet_a_month=most).cards}
        for most in range(6)
    ]
    assert [sorted(more - less) for less, more in pairwise(given)] == [["2"], ["1"], ["3"], ["9"], ["10"]]
    assert decided(people, sold=sold, quiet_a_month=0).picks[2].why == (
        "Used to come every 20 days; has not been in since 11 March 2025, 30.0 times as long."
    )


@pytest.mark.parametrize(
    ("since", "facts"),
    [
        ("2021-11-30", {"years": 5}),
        ("2021-12-01", {"years": 4}),
        ("2025-11-30", {"years": 1}),
        ("2025-12-01", {}),
        ("2021-03-31", {"years": 5}),
    ],
)
def test_the_full_years_with_us_at_the_end_of_the_month(since: str, facts: dict[str, int]) -> None:
    book = Book("book.xlsx", [customer(1, first_purchase=date.fromisoformat(since))], orders=SOLD)
    reasons = list(thanks(Month(book, "2026-11", date(2026, 11, 1), Settings(), Past())))
    assert [dict(reason.facts) for reason in reasons] == [facts]


def test_who_was_never_thanked_comes_first_and_a_cancelled_card_is_no_thanks() -> None:
    past = Past.of([_thanks(1, "2020-02"), replace(_thanks(2, "2026-02"), kind=Kind.CANCELLED)])
    picks = decided([customer(1), customer(2)], sold=SOLD, thanks_a_month=1, past=past)
    assert [pick.outcome.value for pick in picks.picks] == ["skipped", "card"]
    assert picks.picks[1].why.endswith("not thanked yet.")


def test_the_last_thanks_count() -> None:
    past = Past.of([_thanks(1, "2026-02"), _thanks(1, "2024-02"), _thanks(2, "2025-10")])
    picks = decided([customer(1), customer(2)], sold=SOLD, past=past)
    assert [pick.outcome.value for pick in picks.picks] == ["skipped", "card"]
    assert picks.picks[1].why.endswith("last thanked 13 months ago.")


def test_thanks_given_this_month_take_their_place() -> None:
    past = Past.of([_thanks(2, "2026-11"), _thanks(5, "2026-10")])
    picks = decided([customer(1), customer(2)], sold=SOLD, thanks_a_month=1, past=past)
    assert picks.totals()["card"] == 0
    assert decided([customer(1), customer(2)], sold=SOLD, thanks_a_month=2, past=past).totals()["card"] == 1


@pytest.mark.parametrize("on", ["2023-11-01", "2023-11-30"])
def test_thanks_wait_where_the_first_or_the_last_of_the_month_is_a_day_of_their_own(on: str) -> None:
    pick = only(decided([customer(1, first_purchase=date.fromisoformat(on))], sold=SOLD))
    assert (pick.outcome.value, pick.occasion) == ("skipped", "years")


@pytest.mark.parametrize(
    ("since", "is_new"), [("2026-09-16", False), ("2026-09-17", True), ("2026-11-30", True), ("2026-12-01", False)]
)
def test_who_is_new(since: str, is_new: bool) -> None:
    pick = only(decided([customer(1, first_purchase=date.fromisoformat(since), referred_by="Ada Poe")]))
    assert (pick.occasion == "new-customer") == is_new
    assert pick.facts.get("referred_by", "") == ("Ada Poe" if is_new else "")


@pytest.mark.parametrize(("first", "is_new"), [("2026-11-30", True), ("2026-12-01", False)])
def test_who_is_new_by_their_first_order(first: str, is_new: bool) -> None:
    assert (only(decided([customer(1)], sold=orders((1, first, "5")))).occasion == "new-customer") == is_new


@pytest.mark.parametrize(
    ("since", "is_news"), [("2026-09-01", False), ("2026-09-02", True), ("2026-11-30", True), ("2026-12-01", False)]
)
def test_how_long_a_referral_is_news(since: str, is_news: bool) -> None:
    new = customer(2, referred_by="Ada Poe", first_purchase=date.fromisoformat(since))
    assert (decided([customer(1, "Ada Poe"), new]).picks[0].occasion == "referral") == is_news


def test_who_is_meant_by_a_name_that_two_have_is_not_known() -> None:
    new = customer(3, referred_by="Ada Poe", first_purchase=date(2026, 11, 5))
    picks = decided([customer(1, "Ada Poe"), customer(2, "Ada Poe"), new])
    assert [pick.occasion for pick in picks.picks] == ["", "", "new-customer"]


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2021-08-31", ("card", "years")),
        ("2021-08-30", ("skipped", "years")),  # there was no batch since January, but this is too long ago
        ("2023-10-31", ("skipped", "")),  # three years get no card, and last month they were told
        ("2023-11-01", ("skipped", "years")),
        ("2026-11-14", ("card", "new-customer")),
        ("2021-12-01", ("skipped", "")),
    ],
)
def test_how_late_the_years_are_marked(since: str, expected: tuple[str, str]) -> None:
    began = Past.of([_thanks(9, "2026-01")])
    pick = only(decided([customer(1, first_purchase=date.fromisoformat(since))], past=began))
    assert (pick.outcome.value, pick.occasion) == expected


def test_the_first_year_is_over_before_it_counts() -> None:
    one = only(decided([customer(1, first_purchase=date(2025, 11, 14))], new_customer_days=0))
    assert told(one) == ("card", "years", "A customer for 1 year on 14 November.")
    assert only(decided([customer(1, first_purchase=date(2026, 11, 14))], new_customer_days=0)).occasion == ""
    bought = only(decided([customer(1)], [milestone(1, "years", "2026-11-05")]))
    assert (bought.why, bought.reason) == (
        "A customer since 5 November.",
        "The first year is not over, or the year is not known.",
    )


@pytest.mark.parametrize(
    ("country", "on", "today", "mail_by", "belated"),
    [
        ("US", "--11-14", "2026-11-01", date(2026, 11, 9), False),  # the 11th is Veterans Day
        ("US", "--11-20", "2026-11-01", date(2026, 11, 16), False),
        ("US", "--11-22", "2026-11-01", date(2026, 11, 17), False),  # a Sunday: it arrives on Saturday
        ("FR", "--11-16", "2026-11-01", date(2026, 11, 3), False),
        ("FR", "--11-10", "2026-11-01", date(2026, 11, 1), True),  # twelve days to France
        ("US", "--11-14", "2026-11-12", date(2026, 11, 12), True),
        ("US", "--11-14", "2026-10-25", date(2026, 11, 9), False),
        ("US", "--11-01", "2026-10-25", date(2026, 10, 27), False),
        ("US", "--11-14", "2026-11-09", date(2026, 11, 9), False),
        ("US", "--11-14", "2026-11-10", date(2026, 11, 10), True),
        ("US", "--11-19", "2026-11-01", date(2026, 11, 14), False),  # not on a Sunday
        ("us", "--11-05", "2026-10-25", date(2026, 10, 31), False),
    ],
)
def test_mail_by(country: str, on: str, today: str, mail_by: date, belated: bool) -> None:
    abroad = Address(("1 Rue Haute",), "Lille", "", "59000", country)
    pick = only(decided([customer(1, birthday=day(on), address=abroad)], today=today))
    assert (pick.mail_by, pick.facts["belated"]) == (mail_by, belated)


def test_a_card_without_a_day_goes_by_the_end_of_the_month_and_a_late_one_in_its_first_week() -> None:
    began = Past.of([_thanks(9, "2026-01")])
    late = only(decided([customer(1, first_purchase=date(2021, 10, 20))], past=began))
    assert (late.occasion, late.mail_by) == ("years", date(2026, 11, 7))
    late = only(
        decided([customer(1, first_purchase=date(2021, 9, 20))], past=began, month="2026-10", today="2026-10-01")
    )
    assert late.mail_by == date(2026, 10, 7)
    assert only(decided([customer(1)], [milestone(1, "just-because")])).mail_by == date(2026, 11, 30)
    row = [milestone(1, "just-because")]
    assert only(decided([customer(1)], row, month="2026-05", today="2026-05-01")).mail_by == date(2026, 5, 30)


def test_a_card_that_will_be_late_says_so_while_its_day_is_to_come() -> None:
    people = [customer(1, birthday=day("--11-14")), customer(2, birthday=day("--11-09"))]
    reasons = [pick.reason for pick in decided(people, today="2026-11-10").picks]
    assert reasons == ["It will be late: for its day it had to be posted by 9 November.", ""]


@pytest.mark.parametrize(
    ("arrives", "mail_by"),
    [("before", date(2026, 11, 7)), ("on", date(2026, 11, 16)), ("after", date(2026, 11, 20))],
)
def test_a_card_may_be_asked_to_arrive_before_or_after_its_day(arrives: str, mail_by: date) -> None:
    row = replace(ours()["graduation"], arrives=arrives)
    settings = replace(Settings(), occasions=ours().with_one(row))
    book = Book("book.xlsx", [customer(1)], [milestone(1, "graduation", "2026-11-20")])
    assert only(decide(book, "2026-11", date(2026, 11, 1), settings, Past())).mail_by == mail_by


def test_the_days_to_a_country_are_a_setting() -> None:
    abroad = Address(("1 Main Street",), "Halifax", "NS", "B3H 2R9", "ca")
    book = Book("book.xlsx", [customer(1, birthday=day("--11-14"), address=abroad)])
    settings = Settings().with_values({"post": {"days_to": {"CA": 8}}})
    assert only(decide(book, "2026-11", date(2026, 11, 1), settings, Past())).mail_by == date(2026, 11, 5)


@pytest.mark.parametrize(
    ("end", "months"),
    [
        (date(2026, 11, 20), {11}),
        (date(2027, 1, 3), {11, 12, 1}),
        (date(2027, 10, 3), {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}),
        (date(2028, 1, 3), {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}),
    ],
)
def test_the_months_of_a_reach(end: date, months: set[int]) -> None:
    assert Reach.between(date(2026, 11, 15), end).months == months


def test_cards_come_by_the_day_on_which_they_must_be_posted() -> None:
    picks = decided([customer(1, birthday=day("--11-24")), customer(2, birthday=day("--11-09"))])
    assert [pick.customer.customer_id for pick in picks.cards] == ["2", "1"]


def test_a_couple_has_one_card_with_both_on_it() -> None:
    home = {"address": replace(customer(9).address)}
    picks = decided(
        [
            customer(1, "Ann Lee", **home),
            customer(2, "Bob Lee", **home),
            customer(3, "Cat Lee", **home, holds=[REFUSES]),
        ],
        [milestone(2, "new-home", "2026-11-02")],
    )
    assert [pick.outcome.value for pick in picks.picks] == ["skipped", "card", "skipped"]
    assert [other.name for other in picks.picks[1].with_people] == ["Ann Lee"]


def test_the_others_on_a_card_stand_by_their_numbers_and_on_no_card_of_ones_own() -> None:
    home = {"address": customer(9).address}
    people = [customer(number, f"Lee {number}", **home) for number in (10, 2, 1)]
    shared = decided(people, [milestone(1, "new-home", "2026-11-02")]).picks[2]
    assert [other.name for other in shared.with_people] == ["Lee 2", "Lee 10"]
    own = decided(people, [milestone(1, "baby", "2026-11-02"), milestone(1, "referral", "2026-11-02")]).picks[2]
    assert own.occasion == "baby" and own.with_people
    assert not decided(people, [milestone(1, "referral", "2026-11-02")]).picks[2].with_people


def _thanks(number: int, month: str) -> Event:
    return Event(
        kind=Kind.SENT,
        at=f"{month}-20T09:00:00Z",
        batch=month,
        month=month,
        customer_id=str(number),
        household=f"address {number} oak street dayton 45402 us",
        occasion="thanks",
        matter=month,
    )


def test_one_reason_that_is_told_in_two_places_is_one() -> None:
    rows = [milestone(1, "birthday", "1980-11-14"), milestone(1, "referral", "2026-11-02", person="Cy Fox")]
    people = [
        customer(1, "Ada Poe", birthday=day("--11-15")),
        customer(2, "Cy Fox", referred_by="Ada Poe", first_purchase=date(2026, 11, 5)),
    ]
    pick = decided(people, rows).picks[0]
    assert pick.why == "Birthday on 14 November."
    assert pick.reason == "Also: Sent us Cy Fox on 2 November. Put off until next month."


def test_years_may_stand_in_the_milestones() -> None:
    pick = only(decided([customer(1)], [milestone(1, "years", "2019-11-09")]))
    assert (pick.why, pick.facts["years"]) == ("A customer for 7 years on 9 November.", 7)


@pytest.mark.parametrize(("number", "merged"), [(1, False), (77, True)])
def test_who_moves_or_is_numbered_anew_is_not_thanked_twice(number: int, merged: bool) -> None:
    anew = Event(kind=Kind.MERGED, at="2026-10-01", batch="", customer_id="77", matter="1")
    past = Past.of([replace(_thanks(1, "2026-09"), household="address 1 old street"), *([anew] if merged else [])])
    sold = orders((number, "2026-05-05", "900"))
    person = customer(number, first_purchase=date(2024, 1, 5))
    assert "thanks" not in [pick.occasion for pick in decided([person], sold=sold, past=past).picks]


@pytest.mark.parametrize("column", [{"anniversary": day("1976-11-20")}, {}])
def test_a_golden_wedding_in_the_milestones_is_that_day_itself(column: dict[str, object]) -> None:
    golden = milestone(1, "wedding-anniversary", "2026-11-20", about="their golden wedding")
    pick = only(decided([customer(1, **column)], [golden]))
    assert (pick.outcome, pick.on, pick.facts["about"]) == (Outcome.CARD, date(2026, 11, 20), "their golden wedding")
    assert pick.facts.get("years", 0) == (50 if column else 0)


@pytest.mark.parametrize("today", ["2026-12-28", "2027-01-02"])
def test_no_greeting_of_the_season_goes_after_its_day(today: str) -> None:
    rows, past = [milestone(1, "season", "--12-24")], Past.of([_thanks(9, "2026-12")])
    pick = only(decided([customer(1)], rows, month="2027-01", today=today, past=past))
    assert (pick.outcome, pick.occasion) == (Outcome.SKIPPED, "season")
    assert pick.reason.startswith("Dropped: it was")


def test_a_get_well_card_takes_nobodys_birthday_away() -> None:
    people, ill = [customer(1, birthday=day("--11-25"))], [milestone(1, "get-well", "2026-11-10", person="Bruno")]
    both = decided(people, ill)
    assert [pick.occasion for pick in both.cards] == ["get-well", "birthday"]
    assert both.totals() == {"customers": 1, "card": 1, "held": 0, "skipped": 0}
    later = Past.of([both.cards[0].event(Kind.SENT, "2026-11-09", batch="2026-11", month="2026-11", number=1)])
    assert [pick.occasion for pick in decided(people, ill, past=later).cards] == ["birthday"]


def test_what_was_put_off_comes_first_in_the_next_month() -> None:
    """Two finished projects a month, and one card; those of October wait behind nobody in November."""
    done = [milestone(one, "project-finished", f"2026-{10 + (one > 2)}-0{one}") for one in (1, 2, 3, 4)]
    first = decided([customer(9), *map(customer, (1, 2))], done, month="2026-10", today="2026-10-01", cards_a_month=1)
    past = Past.of(
        [one.event(Kind.SENT, "2026-10-01", batch="2026-10", month="2026-10", number=1) for one in first.cards]
    )
    home = milestone(3, "new-home", "2026-11-02")
    then = decided([*map(customer, (1, 2, 3, 4))], [home, *done], past=past, cards_a_month=1)
    assert [pick.customer.customer_id for pick in (*first.cards, *then.cards)] == ["1", "2"]


def test_early_birthdays_of_the_next_month_may_be_written_with_this_one() -> None:
    abroad = Address(("1 Rue Haute",), "Lille", "", "59000", "FR")
    people = [
        customer(1, birthday=day("--12-04")),
        customer(2, birthday=day("--12-05")),
        customer(3, birthday=day("--12-12"), address=abroad),
        customer(4, birthday=day("--01-04")),
    ]
    book = Book("book.xlsx", people)
    ahead = Settings().with_values({"post": {"ahead": True}})
    early = ["1", "3"]
    begun = decide(book, "2026-11", date(2026, 11, 1), Settings(), Past())
    assert [(one.customer.customer_id, str(one.mail_by)) for one in begun.cards] == [
        (one, "2026-11-30") for one in early
    ]
    for settings, cards in ((Settings(), []), (ahead, early)):
        before = decide(book, "2026-11", date(2026, 10, 26), settings, Past())
        assert [one.customer.customer_id for one in before.cards] == cards
    assert not any(pick.facts["belated"] for pick in begun.cards)
    december = decide(book, "2026-12", date(2026, 12, 1), ahead, Past())
    assert [pick.customer.customer_id for pick in december.cards][-1] == "4"
