"""Which days a jotted time means, and how a note says a day."""

from dataclasses import replace
from datetime import date

import pytest

from notes.customers import Customer, CustomerId, Milestone
from notes.picking.picks import Outcome, Pick
from notes.problems import Place
from notes.settings import Business, Settings
from notes.wording.details.times import timed
from notes.wording.facts import facts_of
from notes.wording.plans.slots import facts_for

TODAY = date(2026, 11, 4)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "rest", "first", "last"),
    [
        ("the fair last spring", "the fair", "2025-03-01", "2025-05-31"),
        ("the fair this summer", "the fair", "2026-06-01", "2026-08-31"),
        ("the fair this autumn", "the fair", "2026-09-01", "2026-11-30"),
        ("the fair next fall", "the fair", "2027-09-01", "2027-11-30"),
        ("the fair this winter", "the fair", "2026-12-01", "2027-02-28"),
        ("the fair yesterday", "the fair", "2026-11-03", "2026-11-03"),
        ("the fair today", "the fair", "2026-11-04", "2026-11-04"),
        ("the fair tomorrow", "the fair", "2026-11-05", "2026-11-05"),
        ("the fair last week", "the fair", "2026-10-26", "2026-11-01"),
        ("the fair this wk", "the fair", "2026-11-02", "2026-11-08"),
        ("the fair next month", "the fair", "2026-12-01", "2026-12-31"),
        ("the fair last mo", "the fair", "2026-10-01", "2026-10-31"),
        ("the fair next yr", "the fair", "2027-01-01", "2027-12-31"),
        ("the fair in the new year", "the fair", "2027-01-01", "2027-03-31"),
        ("the fair since 2019", "the fair", "2019-01-01", "2019-12-31"),
        ("saved a penalty in Sept final", "saved a penalty in the final", "2026-09-01", "2026-09-30"),
        ("sang in Oct concert w/ Jo", "sang in the concert w/ Jo", "2026-10-01", "2026-10-31"),
        ("won Oct chili cook-off", "won the chili cook-off", "2026-10-01", "2026-10-31"),
        ("bought in Sept loves it", "bought loves it", "2026-09-01", "2026-09-30"),
        ("moved in Sept with Jo", "moved with Jo", "2026-09-01", "2026-09-30"),
        ("the fair 2026-12", "the fair", "2026-12-01", "2026-12-31"),
        ("the fair 2026-12-05", "the fair", "2026-12-05", "2026-12-05"),
        ("the fair on 16 Jan", "the fair", "2027-01-16", "2027-01-16"),
        ("the fair Oct 3rd", "the fair", "2026-10-03", "2026-10-03"),
        ("the fair 10/8", "the fair", "2026-10-08", "2026-10-08"),
        ("the fair 23/12", "the fair", "2026-12-23", "2026-12-23"),
        ("the fair 1/2/27", "the fair", "2027-01-02", "2027-01-02"),
        ("the fair in September", "the fair", "2026-09-01", "2026-09-30"),
        ("the fair in February 2028", "the fair", "2028-02-01", "2028-02-29"),
        ("the fair 31/02", "the fair 31/02", None, None),
        ("may fall off the ladder", "may fall off the ladder", None, None),
        ("the fair", "the fair", None, None),
    ],
)
def test_a_jotted_time_means_these_days_and_leaves_the_rest(text, rest, first, last):
    found = timed(text, TODAY)
    assert found.text == rest
    assert (found.span and (str(found.span.first), str(found.span.last))) == (first and (first, last))


def test_the_first_number_is_the_day_where_the_office_writes_it_so():
    assert timed("the fair 10/8", TODAY, day_first=True).span.first == date(2026, 8, 10)


@pytest.mark.parametrize(("lean", "year"), [(-1, 2026), (0, None), (1, 2027)])
def test_the_tense_decides_between_two_years(lean, year):
    span = timed("the fair in May", TODAY, lean=lean).span
    assert (span and span.first.year) == year


@pytest.mark.parametrize(
    ("text", "lean", "first"),
    [
        ("the fair 5 June", 0, "2026-06-05"),
        ("the fair 4 June", 0, None),
        ("the fair 5 April", 0, "2027-04-05"),
        ("the fair 6 April", 0, None),
        ("the fair in June", 0, "2026-06-01"),
        ("the fair in May", 0, None),
        ("the fair in March", 0, "2027-03-01"),
        ("the fair in April", 0, None),
        ("the fair in November", 0, "2026-11-01"),
        ("the fair 4 Nov", -1, "2026-11-04"),
        ("the fair 4 Nov", 1, "2026-11-04"),
        ("the fair 5 Nov", -1, "2025-11-05"),  # what is over never is to come
        ("the fair 5 July", 1, "2026-07-05"),
        ("the fair 4 July", 1, "2027-07-04"),
        ("the fair 29 Feb", 0, None),
        ("the fair 29 Feb 2028", 0, "2028-02-29"),
        ("the fair 30 Feb 2028", 0, None),
        ("the fair 0/3", 0, None),
        ("the fair 13/13", 0, None),
        ("the fair 2026-13", 0, None),
        ("the fair 1/12/99", 0, "2099-01-12"),
        ("meet in may", 0, None),
        ("the fair May", 1, "2027-05-01"),
        ("the May fair", 1, None),
        ("the fair mar", 1, None),
        ("the fair Mar.", 1, "2027-03-01"),
        ("the fair may 2027", 0, "2027-05-01"),
    ],
)
def test_of_which_year_a_day_without_one_is(text, lean, first):
    """Seen from the fourth of November 2026; what lies half a year off either way nobody can tell."""
    span = timed(text, TODAY, lean=lean).span
    assert (span and str(span.first)) == first


@pytest.mark.parametrize(
    ("text", "today", "first"),
    [
        ("the fair in Nov", date(2027, 1, 10), date(2026, 11, 1)),
        ("the fair 28/12", date(2027, 1, 10), date(2026, 12, 28)),
        ("the fair in Jan", date(2026, 12, 10), date(2027, 1, 1)),
        ("the fair in the new year", date(2027, 2, 10), date(2027, 1, 1)),
        ("the fair in the new year", date(2027, 3, 10), date(2028, 1, 1)),
        ("the fair last winter", date(2027, 1, 10), date(2025, 12, 1)),
        ("the fair this winter", date(2027, 2, 20), date(2026, 12, 1)),
        ("the fair last month", date(2027, 1, 10), date(2026, 12, 1)),
        ("the fair next month", date(2026, 12, 10), date(2027, 1, 1)),
        ("the fair in May", date(2027, 1, 10), date(2027, 5, 1)),
    ],
)
def test_about_the_turn_of_a_year_the_nearer_one_is_meant(text, today, first):
    assert timed(text, today).span.first == first


@pytest.mark.parametrize(
    ("arrival", "country", "said"),
    [
        (date(2026, 11, 20), "US", None),
        (date(2026, 11, 21), "US", None),
        (date(2026, 11, 14), "US", "on Friday"),
        (date(2026, 11, 13), "US", "on the 20th"),
        (date(2026, 10, 30), "US", "on November 20"),
        (date(2026, 10, 30), "GB", "on 20 November"),
    ],
)
def test_a_day_to_come_is_named_by_how_near_it_is(arrival, country, said):
    assert day_of(date(2026, 11, 20), arrival, country) == said


def test_of_a_month_no_day_is_named():
    pick = replace(a_pick(date(2026, 11, 15), None), occasion="birthday")
    known, alone = pick, replace(pick, customer=replace(pick.customer, birthday_month=11))
    said = [
        facts_for(one, Settings(), Settings().occasions["birthday"], date(2026, 11, 6), others=False).get("day")
        for one in (known, alone)
    ]
    assert said == ["on the 15th", None]


@pytest.mark.parametrize("days", [{21: "21st", 22: "22nd", 23: "23rd", 24: "24th", 11: "11th", 12: "12th", 13: "13th"}])
def test_a_day_of_the_month_has_its_ending(days):
    said = {day: day_of(date(2026, 11, day), date(2026, 11, 1), "US") for day in days}
    assert said == {day: f"on the {text}" for day, text in days.items()}


def day_of(on, arrival, country):
    settings = Settings(business=Business(sender="Ada", country=country))
    return facts_for(a_pick(on, arrival), settings, settings.occasions["wedding"], arrival, others=False).get("day")


def a_pick(on, mail_by, *, milestone=False):
    who = Customer(place=Place("c.xlsx", "Customers", 2), customer_id=CustomerId("1"), name="Rosa Kern", dear="Rosa")
    row = Milestone(place=Place("c.xlsx", "Milestones", 2), customer_id=CustomerId("1"), occasion="wedding")
    return Pick(
        customer=who, occasion="wedding", on=on, mail_by=mail_by, outcome=Outcome.CARD,
        milestone=row if milestone else None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2026, 3, 2), "this month"),
        (date(2026, 2, 2), "last month"),
        (date(2026, 1, 2), "in January"),
        (date(2025, 5, 2), "in May"),
        (date(2025, 4, 2), "in April 2025"),
        (date(2026, 3, 9), ""),
    ],
)
def test_a_whole_wording_says_when_a_milestone_was(on, said):
    def when(milestone):
        return facts_of(a_pick(on, date(2026, 3, 5), milestone=milestone), "Rosa", "Ada", Settings(), "en")["when"]

    assert (when(True), when(False)) == (said, "")
