"""What somebody told is an interview, a first term, a move, a step that is taken: each is asked about in its way."""

from datetime import date

import pytest

from notes.language.days import with_its_date
from notes.wording.details import Detail, Owner, Who
from notes.wording.details.told import told
from notes.wording.facts import as_mishap
from notes.wording.plans.forms import forms_of
from notes.wording.plans.slots import as_operation
from notes.wording.plans.voice import as_one

JOSH = Who(Owner.CHILD, ("Josh",), "son", he=True)
LULU = Who(Owner.PET, ("Lulu",), "dog", "dog")


@pytest.mark.parametrize(
    ("text", "who", "heading"),
    [
        ("the interview at the hospital", None, "at stake"),
        ("the Christmas solo", None, "at stake"),
        ("Josh's driving test", JOSH, "at stake"),
        ("Josh's first semester at Purdue", JOSH, "a time"),
        ("the move from Milwaukee", None, "moved"),
        ("Josh taking over the counter", JOSH, "step of kin"),
        ("Josh coming into the business", JOSH, "step of kin"),
        ("Josh painting the shed yellow", JOSH, "scene"),
        ("Lulu howling at the high notes", LULU, "scene"),
        ("the queue on the night of the final", None, "told"),
        ("moving here to run the library", None, "step"),
        ("walking Hadrian's Wall", None, "deed"),
        ("teaching Latin", None, "works"),
        ("driving the school bus", None, "works"),
        ("Hannah lost a wellington in the mud", Who(Owner.KIN, ("Hannah",)), "scene"),
        ("his class is building a mower to race", None, "scene"),
        ("a first dog at fifty-eight", None, ""),
        ("the Christmas lights being half up", None, ""),
        ("the shoulder, which still aches", None, "told"),
    ],
)
def test_what_was_told_is_asked_about_by_what_it_is(text: str, who: Who | None, heading: str) -> None:
    said = told(text)
    owner = who.owner if who else Owner.SELF
    detail = Detail(
        said=text, phrase=said.thing if said else text, statement=said, owner=owner, who=who, column="told_us"
    )
    assert [one for one in forms_of(detail, gentle=False) if one != "clause"] == ([heading] if heading else [])


@pytest.mark.parametrize(
    ("thing", "heading"),
    [
        ("the oak door", "bought"),
        ("the frame for the map", "bought"),
        ("freesias for the window", "deal"),
        ("two bay trees for the door", "deal"),
        ("the Saturday rolls", "order"),
    ],
)
def test_what_was_bought_lasts_or_does_not(thing: str, heading: str) -> None:
    assert forms_of(Detail(said=thing, phrase=thing, column="bought"), gentle=False) == [heading]


@pytest.mark.parametrize(
    ("thing", "said"),
    [
        ("having her appendix out", "the appendix operation"),
        ("having his left hip replaced", "the left hip replacement"),
        ("the broken wrist", "the broken wrist"),
        ("breaking his wrist", "his broken wrist"),
        ("spraining her left ankle", "her sprained left ankle"),
        ("breaking his wrist on the ice", "breaking his wrist on the ice"),
    ],
)
def test_an_operation_is_called_by_its_name(thing: str, said: str) -> None:
    assert as_operation(thing) == said


@pytest.mark.parametrize(
    ("posted", "month_first", "said"),
    [
        (date(2026, 11, 8), False, "the missed visit on Friday"),
        (date(2026, 12, 7), False, "the missed visit on Friday 6 November"),
        (date(2026, 12, 7), True, "the missed visit on Friday, November 6"),
    ],
)
def test_a_weekday_that_is_long_gone_is_told_with_its_date(posted: date, month_first: bool, said: str) -> None:
    on = date(2026, 11, 6)
    assert with_its_date("the missed visit on Friday", on, posted, month_first=month_first) == said


@pytest.mark.parametrize("text", ["the Friday rolls", "dinner on Fridays", "the talk on Friday 6 November"])
def test_what_is_no_bare_weekday_stays(text: str) -> None:
    assert with_its_date(text, date(2026, 11, 6), date(2026, 12, 7), month_first=False) == text


def test_another_weekday_than_that_of_the_date_is_left_out() -> None:
    said = with_its_date("the missed visit on Monday", date(2026, 11, 6), date(2026, 12, 7), month_first=False)
    assert said == "the missed visit"


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ("the color that came out darker than you asked for", "the color that came out darker than you asked for"),
        ("the trailer backed over the mailbox", "the trailer being backed over the mailbox"),
    ],
)
def test_what_you_asked_for_is_nothing_that_was_done_to_you(about: str, said: str) -> None:
    assert as_mishap(about) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Now that I know about tea, we’re hardly strangers.",
            "Now that I know about tea, we’re hardly strangers.",
        ),
        ("We’re neighbors now, so knock.", "We’re neighbors now, so knock."),
        ("We’re glad you came to us.", "I’m glad you came to me."),
    ],
)
def test_we_that_are_you_and_i_stay_two(text: str, said: str) -> None:
    assert as_one(text) == said


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("the vicar bid the highest", "the vicar bidding the highest"),
        ("a teapot beat him on the line", "a teapot beating you on the line"),
        ("the mayor cut the ribbon", "the mayor cutting the ribbon"),
        ("she's a vegetarian", ""),
        ("Lyle hasn't been able to get at the coffee since", ""),
        ("the cut on his hand", "the cut on your hand"),
        ("the boat that beat them all", "the boat that beat them all"),
        ("the song she couldn't finish", "the song you couldn’t finish"),
    ],
)
def test_no_sentence_stands_behind_about(text: str, thing: str) -> None:
    said = told(text)
    assert (said.thing if said else "") == thing
