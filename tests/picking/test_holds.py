"""What becomes of a hold: for good, for some days, or until somebody answers; and the card for a loss."""

from dataclasses import replace
from datetime import date

import pytest
from picking.business import DEAD, NOTES, REFUSES, customer, day, decided, milestone, only

from notes.customers import Book
from notes.history import Event, Kind, Past
from notes.holds import Hold
from notes.language.lexicon import Kind as Says
from notes.language.subjects import Who
from notes.picking import Pick, decide, new_answers, why
from notes.picking.month import Month
from notes.picking.overruling import Overruled
from notes.settings import Settings

BORN = {"birthday": day("--11-14")}
LOSS = Hold(Says.DEATH, NOTES, "Jan died", Who.HOUSE)
RECENT = replace(LOSS, quote="Jan died in October 2026", on=date(2026, 10, 31))
ILL = Hold(Says.ILLNESS, NOTES, "in hospice")


def outcome(*holds: Hold, milestones: tuple = (), past: Past | None = None, **given: object) -> tuple[str, str]:
    picks = decided([customer(1, holds=holds, **BORN, **given)], milestones, past=past or Past())
    pick = only(picks)
    return pick.outcome.value, pick.reason


def picks_of(*holds: Hold, milestones: tuple = (), past: Past | None = None) -> list[Pick]:
    return list(only(decided([customer(1, holds=holds, **BORN)], milestones, past=past or Past())).reasons)


def test_the_card_about_a_loss_goes_once_somebody_has_signed_for_it() -> None:
    for loss in (RECENT, LOSS):
        book = Book(file="book.xlsx", customers=[customer(1, holds=[loss], **BORN)])
        month = Month(book, "2026-11", date(2026, 11, 1), Settings(), Past())
        proposed = decide(book, "2026-11", date(2026, 11, 1), Settings(), Past()).picks[0]
        signed = Overruled(month).with_initials(proposed, "SB")
        assert (signed.outcome.value, signed.occasion) == ("card", "condolence")
        done = Event(
            kind=Kind.SENT, at="2026-11-02T09:00:00Z", batch="2026-11", month="2026-11", number=1, customer_id="1",
            occasion="condolence", on=loss.on,
        )  # fmt: skip
        assert "card" not in {one.outcome.value for one in picks_of(loss, past=Past.of([done]))}


def test_a_condolence_is_not_held_by_the_cell_that_tells_of_that_loss() -> None:
    cell = replace(DEAD, quote="sister Fern d. 11/22, quilts")
    loss = milestone(1, "condolence", "2026-10-20", person="her sister Fern", approved_by="SB")
    assert only(decided([customer(1, holds=[cell], **BORN)], [loss])).outcome.value == "card"
    assert only(decided([customer(1, holds=[DEAD], **BORN)], [loss])).outcome.value == "held"


def test_no_card_about_a_loss_is_proposed_that_is_known_unsure_over_or_answered() -> None:
    known = milestone(1, "condolence", "2026-10-20")
    assert next(one.why for one in picks_of(RECENT, milestones=(known,))) == "A loss in the family on 20 October."
    for other in (replace(LOSS, sure=False), replace(RECENT, on=date(2026, 3, 1)), DEAD):
        assert [one.occasion for one in picks_of(other)] == ["birthday"]
    answered = customer(1, holds=[RECENT], ok_to_write="yes", **BORN)
    assert [one.occasion for one in only(decided([answered])).reasons] == ["birthday"]
    nothing_else = customer(1, holds=[LOSS])
    assert only(decided([nothing_else])).occasion == ""


def test_what_is_sure_and_lasts_is_skipped_and_what_is_not_is_asked() -> None:
    ask = "If a card may still go, write yes under “OK to write”."
    assert outcome(REFUSES) == ("skipped", "“Notes” says “no cards” (cell F2): they want no cards.")
    assert outcome(ILL) == ("held", f"“Notes” says “in hospice” (cell F2): somebody is seriously ill. {ask}")
    unsure = replace(REFUSES, sure=False)
    assert outcome(unsure) == ("held", f"“Notes” says “no cards” (cell F2): perhaps they want no cards. {ask}")


def test_a_loss_of_which_the_day_is_told_is_silent_for_a_year() -> None:
    birthday, condolence = picks_of(RECENT)
    assert (birthday.occasion, birthday.outcome.value, birthday.reason) == (
        "birthday",
        "held",
        "“Notes” says “Jan died in October 2026” (cell F2): somebody close to them has died. No other card until"
        " 31 October 2027. A card about it (“condolence”) is proposed instead; it goes with your initials.",
    )
    assert (condolence.occasion, condolence.outcome.value, condolence.reason) == (
        "condolence",
        "held",
        "It waits for somebody’s initials in the review or in plan.xlsx.",
    )
    assert condolence.why == (
        "“Notes” says “Jan died in October 2026” (cell F2): somebody close to them has died."
        " The day is read as 31 October at the latest."
    )
    before = replace(RECENT, on=date(2026, 3, 1))
    assert outcome(before)[1].endswith("add a row “condolence” with your initials to the sheet Milestones.")
    assert outcome(replace(RECENT, on=date(2025, 3, 1)))[0] == "card"
    assert outcome(LOSS)[0] == "held"


def test_the_loss_of_an_animal_is_silent_for_a_shorter_time() -> None:
    pet = replace(RECENT, who=Who.ANIMAL, quote="Max put to sleep")
    assert [one.occasion for one in picks_of(pet)] == ["birthday", "pet-condolence"]
    assert outcome(replace(pet, on=date(2026, 4, 1)))[0] == "card"


@pytest.mark.parametrize("column", ["Notes", "Comments", "Qx", "Partner", "Spouse deceased"])
def test_an_approved_condolence_goes_whatever_column_tells_of_the_loss(column: str) -> None:
    told = replace(RECENT, place=replace(NOTES, column=column))
    loss = milestone(1, "condolence", "2026-10-20", approved_by="SB")
    pick = only(decided([customer(1, holds=[told, ILL], **BORN)], [loss]))
    assert (pick.outcome.value, pick.occasion) == ("card", "condolence")
    assert only(decided([customer(1, holds=[REFUSES, told], **BORN)], [loss])).outcome.value == "skipped"


def test_no_card_for_a_pet_goes_to_a_house_that_lost_somebody() -> None:
    row = milestone(1, "pet-condolence", "2026-10-20", approved_by="SB")
    assert only(decided([customer(1, holds=[RECENT])], [row])).outcome.value == "held"
    assert only(decided([customer(1, holds=[replace(RECENT, who=Who.ANIMAL)])], [row])).outcome.value == "card"


def test_where_the_milestones_know_of_the_loss_they_say_how_long_it_is_silent() -> None:
    assert outcome(LOSS, milestones=(milestone(1, "condolence", "2024-10-20", approved_by="SB"),))[0] == "card"
    later = replace(LOSS, quote="mother died in 2026", on=date(2026, 12, 31))
    assert outcome(later, milestones=(milestone(1, "condolence", "2024-10-20", approved_by="SB"),))[0] == "held"


def test_a_loss_in_one_row_holds_the_cards_of_the_household() -> None:
    home = {"address": customer(9).address}
    ann, bo = customer(1, "Ann Lee", **BORN, **home), customer(2, "Bo Lee", holds=[LOSS], **home)
    assert decided([ann, bo]).picks[0].reason == (
        "About Bo Lee in this household, “Notes” says “Jan died” (cell F2): somebody close to them has died."
    )


def test_an_answer_lets_the_card_go_until_the_cell_changes() -> None:
    assert outcome(ILL, ok_to_write="yes")[0] == "card"
    assert outcome(ILL, ok_to_write="no")[0] == "held"
    assert outcome(DEAD, ok_to_write="yes, another Rosa")[0] == "card"
    past = Past.of([answered("yes", ILL)])
    assert outcome(ILL, ok_to_write="Yes!", past=past)[0] == "card"
    changed = replace(ILL, quote="in hospice since May")
    assert outcome(changed, ok_to_write="yes", past=past)[0] == "held"
    assert outcome(changed, ok_to_write="yes, June", past=past)[0] == "card"


def answered(answer: str, hold: Hold) -> Event:
    at = "2026-10-10T09:00:00Z"
    return Event(kind=Kind.CLEARED, at=at, batch="2026-10", customer_id="1", matter=hold.words, answer=answer)


def test_an_answer_is_remembered_once_with_the_words_of_the_cell() -> None:
    book = decided_book(customer(1, holds=[ILL], ok_to_write="yes"))
    assert [(one.answer, one.words) for one in new_answers(book, Past())] == [("yes", "notes: in hospice")]
    assert list(new_answers(book, Past.of([answered("yes", ILL)]))) == []


def decided_book(*customers: object) -> object:
    from notes.customers import Book

    return Book("book.xlsx", customers)


@pytest.mark.parametrize(("about", "expected"), [("the death of her father", "held"), ("the move to Portland", "card")])
def test_nothing_cheerful_is_said_of_a_dark_milestone(about: str, expected: str) -> None:
    pick = only(decided([customer(1)], [milestone(1, "follow-up", "2026-11-02", about=about)]))
    assert pick.outcome.value == expected


def test_why_shows_the_cell_what_was_understood_and_the_way_back() -> None:
    picks = decided([customer(1, "René Holm", holds=[ILL], **BORN)])
    assert "“Notes” says “in hospice” (cell F2). Taken to mean: somebody is seriously ill." in why(
        picks, Past(), "rene"
    )
    freed = decided([customer(1, "René Holm", holds=[ILL], ok_to_write="yes", **BORN)])
    assert "You answered “yes”, so it holds no card." in why(freed, Past(), "RENÉ")


@pytest.mark.parametrize("initials", [("", "SB"), ("SB", "")])
def test_of_two_rows_of_one_loss_the_one_with_initials_counts(initials: tuple[str, str]) -> None:
    rows = [milestone(1, "condolence", "2026-10-20", approved_by=one) for one in initials]
    assert only(decided([customer(1)], rows)).outcome.value == "card"
