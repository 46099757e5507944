"""Nobody is written to wrongly: each thing that stands against a card, and its sentence."""

from dataclasses import replace
from datetime import date

import pytest
from picking.business import DEAD, REFUSES, customer, day, decided, milestone, only

from notes.customers import Address, Customer, CustomerId
from notes.history import Event, Kind, Past, greeting_batch
from notes.occasions import ours
from notes.picking import Outcome, Pick
from notes.picking.obstacles import goes_beside

BORN = {"birthday": day("--11-14")}
HOME = {"address": Address(("5 Hill Road",), "Dayton", "OH", "45402", "US")}


def answer(pick: Pick) -> tuple[str, str]:
    return pick.outcome.value, pick.reason


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"holds": [REFUSES]}, ("skipped", "“Notes” says “no cards” (cell F2): they want no cards.")),
        ({"holds": [DEAD]}, ("skipped", "“Notes” says “died in May” (cell F2): the customer has died.")),
        ({"same_as": "row 3"}, ("skipped", "The same customer as row 3; that row counts.")),
        (
            {"address": Address(("1 Elm Street",))},
            (
                "held",
                "The address is not enough for a letter: it needs a street or PO box, and a town or postal code.",
            ),
        ),
    ],
)
def test_what_a_customers_row_says_against_it(given: dict[str, object], expected: tuple[str, str]) -> None:
    assert answer(only(decided([customer(1, **BORN, **given)]))) == expected
    assert only(decided([customer(1, **given)])).outcome is Outcome.SKIPPED


def test_one_person_in_two_rows_is_written_to_once() -> None:
    twice = [customer(7, "Ana Díaz", **BORN, **HOME), customer(12, "ANA DIAZ", **BORN, **HOME)]
    picks = decided(reversed(twice))
    assert answer(picks.picks[0]) == ("skipped", "The same person as number 7 (Ana Díaz); that row counts.")
    assert picks.picks[1].outcome is Outcome.CARD


def test_two_rows_with_one_number_are_one_customer() -> None:
    rows = [customer(1, "Ann Lee", **BORN), replace(customer(2, "Bob Orr", **BORN), customer_id=CustomerId("1"))]
    picks = decided(rows)
    assert [answer(pick)[0] for pick in picks.picks] == ["card", "skipped"]
    assert picks.picks[1].reason == "Has the same customer number as Ann Lee (Customers, row 2); that row counts."


@pytest.mark.parametrize("occasion", ["condolence", "pet-condolence", "apology"])
def test_a_solemn_card_waits_for_initials(occasion: str) -> None:
    loss = milestone(1, occasion, "2026-10-20")
    assert answer(only(decided([customer(1)], [loss]))) == (
        "held",
        "It waits for somebody’s initials under “Approved by” in the sheet Milestones.",
    )
    assert only(decided([customer(1)], [replace(loss, approved_by="SB")])).outcome is Outcome.CARD


def widow_and_son(**given: object) -> list[Customer]:
    return [customer(1, "Ruth Vale", **BORN, **HOME), customer(2, "Tom Vale", **HOME, **given)]


def test_a_loss_silences_the_whole_household() -> None:
    loss = milestone(2, "condolence", "2026-03-08", approved_by="SB")
    reason = "No other card until 8 March 2027: a loss in the household (8 March 2026)."
    assert answer(decided(widow_and_son(), [loss]).picks[0]) == ("skipped", reason)
    assert decided(widow_and_son(), [loss], mourning_days=200).picks[0].outcome is Outcome.CARD


def test_a_condolence_that_still_waits_silences_as_well() -> None:
    picks = decided(widow_and_son(), [milestone(2, "condolence")])
    assert [pick.outcome.value for pick in picks.picks] == ["held", "held"]
    assert picks.picks[0].reason == "There was a loss in this household; the sheet Milestones does not say when."


def test_a_condolence_that_was_sent_silences_without_its_row() -> None:
    sent = _sent("condolence", month="2026-08", number=2, household="address 5 hill road dayton 45402 us")
    pick = decided(widow_and_son(), past=Past.of([sent])).picks[0]
    assert answer(pick) == ("skipped", "No other card until 10 August 2027: a loss in the household (10 August 2026).")


def test_the_widow_of_a_man_who_is_marked_as_deceased_gets_no_birthday_card() -> None:
    picks = decided(widow_and_son(holds=[DEAD]))
    assert picks.picks[0].outcome is Outcome.HELD
    assert picks.picks[0].reason.startswith("Tom Vale of this household has died.")
    after = decided(widow_and_son(holds=[DEAD]), [milestone(1, "condolence", "2025-03-08", approved_by="SB")])
    assert after.picks[0].outcome is Outcome.CARD


@pytest.mark.parametrize(
    ("died", "expected"),
    [
        ("2026-05-03", ("skipped", "No other card until 1 November 2026: the loss of a pet (3 May 2026).")),
        ("2026-05-02", ("card", "")),
        ("", ("held", "There was a loss in this household; the sheet Milestones does not say when.")),
    ],
)
def test_a_pets_death_silences_the_house_for_half_a_year(died: str, expected: tuple[str, str]) -> None:
    people = [customer(1, **BORN, **HOME), customer(2, **HOME)]
    picks = decided(people, [milestone(2, "pet-condolence", died, approved_by="SB")], one_card_a_household=False)
    assert answer(picks.picks[0]) == expected


def test_a_condolence_is_not_addressed_to_the_one_who_died() -> None:
    loss = milestone(2, "condolence", "2026-10-20", approved_by="SB")
    assert answer(decided(widow_and_son(holds=[DEAD]), [loss]).picks[1]) == (
        "held",
        "Tom Vale has died. Put the loss in the row of whoever should get the card.",
    )


def test_an_open_complaint_holds_every_cheerful_card_to_the_house() -> None:
    complaint = milestone(2, "apology", "2026-01-05", about="The door sticks.", resolved=False)
    assert answer(decided(widow_and_son(), [complaint]).picks[0]) == (
        "held",
        "This household has an open complaint (The door sticks). Once it is resolved, say so in the sheet Milestones.",
    )
    assert decided(widow_and_son(), [replace(complaint, resolved=True)]).picks[0].outcome is Outcome.CARD


@pytest.mark.parametrize(("today", "outcome"), [("2026-11-28", "card"), ("2026-11-29", "skipped")])
def test_a_birthday_is_greeted_late_within_a_limit(today: str, outcome: str) -> None:
    pick = only(decided([customer(1, **BORN)], today=today))
    assert pick.outcome.value == outcome
    assert outcome == "card" or pick.reason == "Dropped: it was 15 days ago, and this card may be at most 14 days late."


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (Kind.PLANNED, "Already planned: card 3 of 2026-11."),
        (Kind.PRINTED, "Already printed: card 3 of 2026-11."),
        (Kind.SENT, "Already sent: card 3 of 2026-11."),
        (Kind.CANCELLED, "You cancelled this card (number 3 of 2026-11)."),
    ],
)
def test_what_was_done_is_not_done_again(kind: Kind, reason: str) -> None:
    event = replace(_sent("birthday", on=date(2026, 11, 14)), kind=kind)
    assert answer(only(decided([customer(1, **BORN)], past=Past.of([event])))) == ("skipped", reason)


@pytest.mark.parametrize(("year_told", "outcome"), [(True, Outcome.CARD), (False, Outcome.SKIPPED)])
def test_what_happened_once_brings_no_second_card_where_nobody_told_the_year(year_told: bool, outcome: Outcome) -> None:
    event = _sent("retirement", on=date(2025, 11, 18), month="2025-11")
    retires = milestone(1, "retirement", "2026-11-18", jotted="retires 11/18", year_told=year_told)
    assert only(decided([customer(1)], [retires], past=Past.of([event]))).outcome is outcome


def test_a_birthday_that_was_corrected_is_greeted_once_a_year() -> None:
    event = _sent("birthday", on=date(2026, 10, 14), month="2026-10")
    assert only(decided([customer(1, **BORN)], past=Past.of([event]))).outcome is Outcome.SKIPPED
    assert only(decided([customer(1, **BORN)], past=Past.of([event]), month="2027-11")).outcome is Outcome.CARD


@pytest.mark.parametrize(
    ("posted", "outcome", "mail_by"),
    [
        (date(2026, 10, 31), "card", date(2026, 11, 21)),  # three weeks after the last one
        (date(2026, 10, 10), "card", date(2026, 11, 5)),
        (date(2026, 11, 20), "skipped", None),
    ],
)
def test_between_two_cards_lies_some_time(posted: date, outcome: str, mail_by: date | None) -> None:
    event = replace(_sent("thanks", month="2026-10"), mail_by=posted)
    pick = only(decided([customer(1, first_purchase=date(2021, 11, 9))], past=Past.of([event])))
    assert (pick.outcome.value, pick.mail_by) == (outcome, mail_by)


def test_a_birthday_comes_however_short_the_pause() -> None:
    event = replace(_sent("thanks", month="2026-10"), mail_by=date(2026, 10, 31))
    assert only(decided([customer(1, **BORN)], past=Past.of([event]))).outcome is Outcome.CARD


def test_a_household_gets_one_card_a_month() -> None:
    couple = [customer(1, "Ann Lee", birthday=day("--11-20"), **HOME), customer(2, "Bob Lee", **BORN, **HOME)]
    picks = decided(couple)
    assert [pick.outcome.value for pick in picks.picks] == ["skipped", "card"]
    assert picks.picks[0].reason == (
        "A household gets one card a month, and this month’s goes to Bob Lee."
        " Put off until next month, if those cards are made by 4 December."
    )
    assert decided(couple, one_card_a_household=False).totals()["card"] == 2


def test_an_address_from_which_a_card_came_back_is_held_until_it_changes() -> None:
    person = customer(1, **BORN)
    back = replace(_sent("thanks", month="2026-09"), kind=Kind.RETURNED, address=person.address.key)
    assert answer(only(decided([person], past=Past.of([back])))) == (
        "held",
        "Card 3 of 2026-09 came back from this address. Ask for the new one; once the address is changed in the"
        " spreadsheet, cards go again.",
    )
    moved = replace(person, address=Address(("8 Fir Street",), "Dayton", "OH", "45402", "US"))
    assert only(decided([moved], past=Past.of([back]))).outcome is Outcome.CARD


def test_people_at_one_firm_are_no_household() -> None:
    firm = {**HOME, **BORN, "company": "Vale & Sons"}
    assert decided([customer(1, **firm), customer(2, **firm)]).totals()["card"] == 2


def test_the_cap_keeps_the_most_important() -> None:
    years = [customer(number, first_purchase=date(2021, 11, 9)) for number in (1, 2)]
    picks = decided([*years, customer(3, **BORN)], cards_a_month=2)
    assert [pick.outcome.value for pick in picks.picks] == ["card", "skipped", "card"]
    assert picks.picks[1].reason == (
        "This month already has its 2 cards. Put off until next month, if those cards are made by 10 December."
    )


def test_a_month_that_was_missed_is_caught_up_within_the_limit() -> None:
    early, late = customer(1, birthday=day("--10-03")), customer(2, birthday=day("--10-25"))
    september = Past.of([_sent("birthday", month="2026-09", number=9)])
    picks = decided([early, late], past=september)
    assert [pick.outcome.value for pick in picks.picks] == ["skipped", "card"]
    assert picks.picks[1].facts["belated"] is True
    assert decided([early, late]).totals()["card"] == 0  # nothing was missed before the first batch


@pytest.mark.parametrize(("on", "outcome"), [(date(2026, 5, 18), "skipped"), (date(2026, 5, 17), "card")])
def test_how_far_a_birthday_may_be_corrected(on: date, outcome: str) -> None:
    """14 November is 180 days after 18 May."""
    event = _sent("birthday", on=on, month="2026-05")
    assert only(decided([customer(1, **BORN)], past=Past.of([event]))).outcome.value == outcome


def test_who_cancelled_this_months_card_is_offered_no_other_but_after_a_loss() -> None:
    cancelled = replace(_sent("thanks"), kind=Kind.CANCELLED)
    assert answer(only(decided([customer(1, **BORN)], past=Past.of([cancelled])))) == (
        "skipped",
        "You cancelled this card (number 3 of 2026-11).",
    )
    earlier = replace(cancelled, month="2026-10", batch="2026-10")
    assert only(decided([customer(1, **BORN)], past=Past.of([earlier]))).outcome is Outcome.CARD
    loss = milestone(1, "condolence", "2026-10-20", approved_by="SB")
    assert only(decided([customer(1)], [loss], past=Past.of([cancelled]))).outcome is Outcome.CARD


def test_this_months_card_to_the_house_is_its_only_one_but_after_a_loss() -> None:
    sent = replace(_sent("thanks", number=2), household="address 5 hill road dayton 45402 us")
    picks = decided(widow_and_son(), past=Past.of([sent]))
    assert answer(picks.picks[0]) == (
        "skipped",
        "This month’s card (thanks) is sent already, to Customer 2 of the same household.",
    )
    assert answer(picks.picks[1]) == ("skipped", "Already sent: card 3 of 2026-11.")
    loss = milestone(1, "condolence", "2026-10-20", approved_by="SB")
    assert decided(widow_and_son(), [loss], past=Past.of([sent])).picks[0].outcome is Outcome.CARD


def test_a_card_for_the_whole_house_is_not_written_to_another_of_it() -> None:
    people = [customer(1, **HOME), customer(2, **HOME)]
    row = milestone(1, "new-home", "2026-10-09")
    assert decided(people, [row]).picks[0].outcome is Outcome.CARD
    sent = _sent(
        "new-home", month="2026-10", number=2, on=date(2026, 10, 9), household="address 5 hill road dayton 45402 us"
    )
    assert answer(decided(people, [row], past=Past.of([sent])).picks[0]) == (
        "skipped",
        "No occasion this month.",
    )
    another = replace(sent, on=date(2025, 10, 9))
    assert decided(people, [row], past=Past.of([another])).picks[0].outcome is Outcome.CARD


@pytest.mark.parametrize(
    ("broken", "silent"),
    [("2026-09-01", False), ("2026-09-02", True), ("2026-11-30", True), ("2026-12-01", False)],
)
def test_after_a_broken_promise_the_house_has_no_card_for_sixty_days(broken: str, silent: bool) -> None:
    promise = milestone(2, "apology", broken)
    pick = decided(widow_and_son(), [promise], one_card_a_household=False).picks[0]
    assert (pick.outcome is Outcome.SKIPPED) == silent
    assert not silent or pick.reason.startswith("No other card until ")
    assert decided(widow_and_son(), [replace(promise, on=None)]).picks[0].outcome is Outcome.CARD


@pytest.mark.parametrize(
    ("died", "reason"),
    [
        ("--12-08", "No other card until 8 December 2026: a loss in the household (8 December 2025)."),
        ("--03-08", "No other card until 8 March 2027: a loss in the household (8 March 2026)."),
    ],
)
def test_a_loss_without_its_year_may_be_of_this_one_or_the_last(died: str, reason: str) -> None:
    loss = milestone(2, "condolence", died, approved_by="SB")
    assert answer(decided(widow_and_son(), [loss], one_card_a_household=False).picks[0]) == ("skipped", reason)


@pytest.mark.parametrize(("posted", "outcome"), [(date(2026, 11, 9), "card"), (date(2026, 11, 10), "skipped")])
def test_the_pause_has_to_end_within_the_month(posted: date, outcome: str) -> None:
    event = replace(_sent("thanks", month="2026-10"), mail_by=posted)
    pick = only(decided([customer(1, first_purchase=date(2021, 11, 9))], past=Past.of([event])))
    assert pick.outcome.value == outcome
    assert outcome == "card" or pick.reason == (
        "Put off: this household had a card too recently for another before 1 December."
    )


def test_the_pause_counts_from_the_last_card_and_where_its_day_is_not_known_from_when_it_was_made() -> None:
    events = [_sent("thanks", month=month) for month in ("2026-10", "2026-09")]
    pick = only(decided([customer(1, first_purchase=date(2021, 11, 9))], past=Past.of(events)))
    assert pick.mail_by == date(2026, 11, 5)
    late = Past.of([replace(events[0], at="2026-10-20T09:00:00Z"), events[1]])
    assert only(decided([customer(1, first_purchase=date(2021, 11, 9))], past=late)).mail_by == date(2026, 11, 10)


def test_neither_a_greeting_to_everyone_nor_a_card_of_a_later_month_begins_a_pause() -> None:
    late = replace(
        _sent("season", month="2026-10"), mail_by=date(2026, 10, 31), batch=greeting_batch("2026-10", "season")
    )
    later = replace(_sent("thanks", month="2026-12"), mail_by=date(2026, 12, 5))
    people = [customer(1, first_purchase=date(2021, 11, 9))]
    usual = only(decided(people)).mail_by
    for event in (late, later):
        assert only(decided(people, past=Past.of([event]))).mail_by == usual


def test_a_solemn_card_waits_for_no_pause() -> None:
    event = replace(_sent("thanks", month="2026-10"), mail_by=date(2026, 10, 31))
    loss = milestone(1, "condolence", "2026-10-20", approved_by="SB")
    pick = only(decided([customer(1)], [loss], past=Past.of([event])))
    assert (pick.outcome, pick.mail_by) == (Outcome.CARD, date(2026, 11, 7))


@pytest.mark.parametrize(
    ("born", "becomes"),
    [
        ("--11-16", "Dropped, because next month would be too late."),
        ("--11-17", "Put off until next month, if those cards are made by 1 December."),
    ],
)
def test_what_becomes_of_a_birthday_that_waits(born: str, becomes: str) -> None:
    couple = [customer(1, "Ann Lee", birthday=day(born), **HOME), customer(2, "Bob Lee", **BORN, **HOME)]
    assert decided(couple).picks[0].reason.endswith(f"goes to Bob Lee. {becomes}")


@pytest.mark.parametrize(
    ("had", "cards"),
    [([], 2), ([Kind.SENT], 1), ([Kind.SENT, Kind.PLANNED], 0), ([Kind.SENT] * 3, 0), ([Kind.CANCELLED] * 2, 2)],
)
def test_cards_that_the_month_has_had_count_for_its_cap(had: list[Kind], cards: int) -> None:
    past = Past.of([replace(_sent("thanks", number=9 + place), kind=kind) for place, kind in enumerate(had)])
    people = [customer(number, **BORN) for number in (1, 2, 3)]
    assert decided(people, past=past, cards_a_month=2).totals()["card"] == cards


def test_cards_of_other_months_do_not_count_for_the_cap() -> None:
    past = Past.of([_sent("thanks", month="2026-10", number=9)])
    assert decided([customer(1, **BORN)], past=past, cards_a_month=1).totals()["card"] == 1


def _sent(occasion: str, month: str = "2026-11", number: int = 1, on: date | None = None, household: str = "") -> Event:
    return Event(
        kind=Kind.SENT,
        at=f"{month}-10T09:00:00Z",
        batch=month,
        month=month,
        number=3,
        customer_id=str(number),
        household=household or f"address {number} oak street dayton 45402 us",
        name=f"Customer {number}",
        occasion=occasion,
        on=on,
    )


@pytest.mark.parametrize(
    ("occasion", "other", "beside"),
    [
        ("condolence", "apology", True),
        ("apology", "condolence", False),
        ("pet-condolence", "condolence", True),
        ("condolence", "thanks", True),
        ("birthday", "condolence", True),
        ("apology", "birthday", True),
        ("thanks", "apology", False),
        ("birthday", "thanks", False),
    ],
)
def test_what_goes_beside_the_card_of_a_month(occasion: str, other: str, beside: bool) -> None:
    rows = ours()
    assert goes_beside(rows[occasion], rows[other]) is beside
