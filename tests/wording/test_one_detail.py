"""One thing that is known: what it is called, whose it is, and where it has got to on the day the card arrives."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from notes.wording.details import Detail, Owner, Span, State, Who
from notes.wording.details.detail import is_plural
from notes.wording.details.statement import Form, Statement
from notes.wording.grammar import a, agree, possessive, start

MIA = Who(Owner.CHILD, ("Mia",), "daughter", he=False)
FIRST, LAST = date(2026, 5, 1), date(2026, 5, 31)


def detail(phrase: str = "", **given: object) -> Detail:
    return Detail(said=phrase, phrase=phrase, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("off", "month", "day"),
    [
        (-1, State.BEFORE, State.BEFORE),
        (0, State.UNKNOWN, State.ON),
        (1, State.UNKNOWN, State.AFTER),
        (30, State.UNKNOWN, State.AFTER),
        (31, State.AFTER, State.AFTER),
        (62, State.AFTER, State.AFTER),
        (63, State.AFTER, State.LONG_AFTER),
        (92, State.AFTER, State.LONG_AFTER),
        (93, State.LONG_AFTER, State.LONG_AFTER),
    ],
)
def test_where_a_month_and_a_day_have_got_to(off: int, month: State, day: State) -> None:
    arrival = FIRST + timedelta(days=off)
    assert Span(FIRST, LAST).state(arrival) is month
    assert Span(FIRST, FIRST).state(arrival) is day


def test_where_a_thing_has_got_to_is_told_by_its_day_else_by_the_words() -> None:
    span, day = Span(FIRST, LAST), date(2026, 4, 1)
    now = detail("the kitchen", span=span, state=State.NOW)
    assert now.state_on(day) is State.BEFORE
    assert now.state_on(FIRST) is State.NOW  # within the month nobody can say
    assert now.state_on(None) is replace(now, span=None).state_on(day) is State.NOW
    assert replace(now, state=State.ALWAYS).state_on(day) is State.ALWAYS
    assert replace(now, came_of_it="passed").state_on(day) is State.AFTER


@pytest.mark.parametrize(
    ("phrase", "column", "thing"),
    [
        ("roses, old ones", "likes", "roses"),
        ("roses, old ones", "told_us", "roses, old ones"),
        ("roses, lilies, sage", "likes", "roses, lilies, sage"),
        ("roses", "likes", "roses"),
    ],
)
def test_what_is_added_behind_one_comma_is_left_out(phrase: str, column: str, thing: str) -> None:
    assert detail(phrase, column=column).thing == thing
    assert detail("x", column=column, statement=Statement(Form.THING, thing=phrase)).thing == thing
    assert detail("your x", column=column, statement=Statement(Form.THING, thing=phrase)).thing == "your x"


@pytest.mark.parametrize(
    ("one", "key"),
    [
        (detail("Mia", owner=Owner.CHILD, who=MIA, column="person"), "child: mia"),
        (detail("Old Roses"), "old roses"),
        (detail("the exam", owner=Owner.CHILD, who=MIA), "mia: the exam"),
        (detail("the exam", owner=Owner.CHILD), "child: the exam"),
        (Detail(said="As Told"), "as told"),
    ],
)
def test_what_the_history_knows_it_by(one: Detail, key: str) -> None:
    assert one.key == key


@pytest.mark.parametrize(
    ("one", "doing", "is_of_you"),
    [
        (detail("playing chess"), "", False),
        (detail("sailing"), "sailing", False),
        (detail("wild swimming"), "wild swimming", False),
        (detail("the painting"), "", False),
        (detail("chess", does="playing chess"), "playing chess", False),
        (detail("playing chess", owner=Owner.CHILD, does=""), "", False),
        (detail("chess", statement=Statement(Form.DOES, "play", "chess")), "playing chess", False),
        (detail("naming a hen", statement=Statement(Form.TOLD, thing="naming a hen")), "", True),
        (detail("naming a hen", owner=Owner.CHILD, statement=Statement(Form.TOLD, thing="naming a hen")), "", False),
        (detail("a hen", statement=Statement(Form.TOLD, thing="a hen")), "", False),
    ],
)
def test_what_one_does_who_does_it(one: Detail, doing: str, is_of_you: bool) -> None:
    assert (one.doing if not is_of_you else "") == doing
    assert one.is_of_you is is_of_you


def test_a_clause_is_said_to_the_customer_or_of_somebody_who_has_a_name() -> None:
    said = Statement(Form.DOES, "play", "chess")
    assert detail("x").clause == ""
    assert detail("x", statement=said).clause == "you play chess"
    assert detail("x", owner=Owner.CHILD, who=MIA, statement=said).clause == "Mia plays chess"
    assert (
        detail("x", owner=Owner.CHILD, who=replace(MIA, names=("Mia", "Tom")), statement=said).clause
        == "Mia and Tom play chess"
    )
    assert detail("x", owner=Owner.CHILD, statement=said).clause == ""
    assert detail("x", owner=Owner.KIN, who=Who(Owner.KIN), statement=said).clause == ""


@pytest.mark.parametrize(
    ("one", "is_event"),
    [
        (detail("x", kind="wedding"), True),
        (detail("x", kind="garden"), False),
        (detail("x", kind="garden", span=Span(FIRST, LAST)), True),
        (detail("x", kind="wedding", state=State.ALWAYS), False),
        (detail("x", span=Span(FIRST, LAST), state=State.ALWAYS), False),
    ],
)
def test_what_happens_once(one: Detail, is_event: bool) -> None:
    assert one.is_event is is_event


@pytest.mark.parametrize(
    ("names", "relation", "called", "several"),
    [
        (("Mia",), "daughter", "Mia", False),
        (("Mia", "Tom"), "", "Mia and Tom", True),
        (("Mia", "Tom", "Jo"), "", "Mia, Tom and Jo", True),
        ((), "daughter", "your daughter", False),
        ((), "daughters", "your daughters", True),
        ((), "children", "your children", True),
        ((), "twins", "your twins", True),
        (("Mia",), "twins", "Mia", False),
        ((), "", "", False),
    ],
)
def test_what_somebody_is_called(names: tuple[str, ...], relation: str, called: str, several: bool) -> None:
    who = Who(Owner.CHILD, names, relation)
    assert (who.called, who.are_several) == (called, several)


@pytest.mark.parametrize(
    ("thing", "several"),
    [
        ("old maps", True),
        ("the books for the store", True),
        ("the store of books", False),
        ("Pat and Mo", True),
        ("’80s hits", True),
    ],
)
def test_a_thing_is_one_or_several(thing: str, several: bool) -> None:
    assert is_plural(thing) is several
    assert detail(thing).are_several is several
    assert detail(thing, statement=Statement(Form.THING, plural=not several)).are_several is not several


@pytest.mark.parametrize("thing", ["oak table", "hour", "heir", "uncle", "Ox", "umbrella", "honest man", "egg"])
def test_what_begins_with_a_vowel_for_the_ear(thing: str) -> None:
    assert a(thing) == f"an {thing}"


@pytest.mark.parametrize(
    "thing", ["used car", "euro", "ewe", "once-over", "ukulele", "unicycle", "new roof", "usual", ""]
)
def test_what_does_not(thing: str) -> None:
    assert a(thing) == f"a {thing}"


def test_what_agrees_and_what_is_theirs() -> None:
    assert [agree(one, "has", "have") for one in (0, 1, 2, "Mia", "Mia & Tom")] == [
        "have",
        "has",
        "have",
        "has",
        "have",
    ]
    assert [possessive(one) for one in ("the Millers", "the Miller", "Millers")] == [
        "the Millers’",
        "the Miller’s",
        "Millers’s",
    ]
    assert (start("old maps"), start("")) == ("Old maps", "")
