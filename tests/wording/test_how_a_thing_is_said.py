"""What decides whether a sentence may be said of a thing: where the thing stands in it, and how plain the thing is."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from notes.problems import Place
from notes.wording.details import Detail, Owner, Span, State, Who
from notes.wording.details.statement import Form, Statement
from notes.wording.passages import Passage, passage
from notes.wording.plans import aptness


def made(text: str) -> Passage:
    return passage("x", text, Place("t.txt"))


def thing(phrase: str, **given: Any) -> Detail:
    return Detail(**{"said": phrase, "phrase": phrase, "column": "likes", **given})


def of_form(form: Form) -> Detail:
    return thing("x", statement=Statement(form, "play", "chess", thing="x"))


@pytest.mark.parametrize(
    ("text", "ends", "ends_with_about"),
    [
        ("I hope it is {thing}.", True, True),
        ("I hope it is {thing}?", True, True),
        ("I hope it is {thing}!", True, True),
        ("I hope {thing} lasts.", False, True),
        ("I hope {thing}", False, True),
        ("{Doing}{, name}.", False, True),
        ("I hope so.", False, True),
        ("Well done with {about}.", False, True),
        ("{About} is done.", False, False),
        ("{About}: {thing}.", True, False),
    ],
)
def test_a_sentence_that_ends_with_the_thing_bears_a_comma_in_it(text: str, ends: bool, ends_with_about: bool) -> None:
    one = made(text)
    assert (aptness.ends_with_the_thing(one), aptness.ends_with_the_thing(one, "about")) == (ends, ends_with_about)
    for about, breaks in (("the roof, at last", not ends_with_about), ("the roof", False), ("", False)):
        card: Any = SimpleNamespace(facts={"about": about} if about else {})
        assert aptness.breaks_off(one, card) is breaks


@pytest.mark.parametrize(
    ("phrase", "plain"),
    [
        ("roses", True),
        ("the old roses", True),
        ("an old red rose", True),
        ("your old red rose", True),
        ("very old red roses", False),
        ("the very old red roses", False),
        ("a very old rose", True),
        ("the", False),
        ("", False),
        ("Lisbon", False),
        ("two roses", False),
        ("the 2nd rose", False),
        ("dance lessons", False),
    ],
)
def test_what_is_said_in_a_few_common_words(phrase: str, plain: bool) -> None:
    assert aptness.is_plain(thing(phrase)) is plain


@pytest.mark.parametrize(
    ("one", "odd"),
    [
        (thing("roses"), 0.0),
        (thing("roses from Lisbon"), 0.35),
        (thing("Lisbon roses"), 0.0),
        (thing("two roses"), 0.35),
        (thing("old red climbing roses"), 0.25),
        (thing("old red roses"), 0.0),
        (thing("two old roses from Lisbon"), 0.95),
        (thing("roses", column="bought"), -0.5),
        (thing("two roses", column="person"), 0.0),
        (thing("two roses", of_card=True), 0.0),
    ],
)
def test_what_nobody_else_has_speaks_for_a_fact(one: Detail, odd: float) -> None:
    assert aptness.oddity(one) == pytest.approx(odd)


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("{Thing} starts first time.", True),
        ("{Thing} can wait.", False),
        ("{Thing} will keep.", False),
        ("{Thing} will sing.", True),
        ("{Thing} and more.", False),
        ("{Thing}.", False),
        ("For {thing}", False),
        ("{thing:It sings|They sing}.", True),
        ("{Thing}{, name}.", True),
        ("{Doing} starts.", False),
        ("A day for {thing} at last: {thing} shines.", True),
    ],
)
def test_whether_a_thing_does_something_in_a_sentence(text: str, does: bool) -> None:
    assert aptness.acts(made(text)) is does


@pytest.mark.parametrize(
    ("finds", "phrase", "is_it"),
    [
        (["cello"], "the cello", True),
        (["cello"], "the cello teacher", False),
        (["cello"], "the teacher of the cello", False),
        (["cello"], "cello lessons", True),
        (["cello"], "playing the cello at night", True),
        (["old cello", "harp"], "the harp", True),
        (["cello"], "the harp", False),
        ([], "the cello", False),
    ],
)
def test_whether_what_finds_a_topic_is_the_thing(finds: list[str], phrase: str, is_it: bool) -> None:
    assert bool(aptness.is_the_thing(finds, phrase)) is is_it


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Your roses must be out.", True),
        ("Roses are red.", False),
        ("It is spring. Your roses must be out.", False),
        ("How are {thing}?", True),
        ("{Place} is far.", True),
        ("You like flowers.", False),
        ("You and your old ones.", False),
    ],
)
def test_whether_a_sentence_names_the_thing_to_the_person(text: str, named: bool) -> None:
    assert aptness.names(made(text), thing("the roses")) is named


@pytest.mark.parametrize(
    ("one", "text", "is_timely"),
    [
        (thing("x", state=State.ALWAYS), "X.", True),
        (thing("x", state=State.NOW), "X.", True),
        (thing("x", state=State.AFTER), "X.", False),
        (thing("x", state=State.AFTER), "after: X.", True),
        (thing("x"), "X.", True),
        (thing("x", kind="trip"), "X.", False),
        (thing("x", column="trip"), "X.", False),
        (thing("x", span=Span(date(2026, 5, 1), date(2026, 5, 1))), "X.", False),
        (thing("x", state=State.AFTER, statement=Statement(Form.DID, "go")), "X.", True),
        (thing("x", state=State.AFTER, statement=Statement(Form.TOLD, thing="x")), "X.", True),
        (thing("x", state=State.AFTER, statement=Statement(Form.DOES, "go")), "X.", False),
    ],
)
def test_what_says_nothing_of_its_time_is_of_what_is_so_now(one: Detail, text: str, is_timely: bool) -> None:
    card: Any = SimpleNamespace(arrival=date(2026, 11, 20))
    assert aptness.is_of_its_time(made(text), one, card) is is_timely


def test_what_says_more_than_its_topic() -> None:
    more = {
        Form.KNOWS, Form.IS, Form.REGULAR, Form.ALL, Form.SEEKS, Form.DID, Form.UNDER_WAY, Form.TOLD, Form.DEED,
        Form.NEVER, Form.WANTS, Form.HAS,
    }  # fmt: skip
    assert {form for form in Form if aptness.says_more(of_form(form))} == more
    assert not aptness.says_more(thing("x"))


def test_what_is_only_wished_for_is_not_told_whole() -> None:
    whole = {form for form in Form if aptness.is_told_whole(of_form(form))}
    assert (
        whole.isdisjoint({Form.WANTS, Form.SEEKS, Form.THING, Form.TOLD}) and {Form.DOES, Form.HAS, Form.DID} <= whole
    )
    assert not aptness.is_told_whole(thing("x"))


MIA = Who(Owner.CHILD, ("Mia",), "daughter", he=False)


def test_what_is_one_thing() -> None:
    roses, tea = thing("old roses", topic="roses", kind="garden"), thing("tea", topic="tea", kind="drink")
    assert not aptness.is_one_thing(roses, tea)
    assert aptness.is_one_thing(roses, thing("the climbers", topic="roses", kind="garden"))
    assert aptness.is_one_thing(tea, thing("rye bread", topic="bread", kind="cooking"))
    assert aptness.is_one_thing(thing("rye bread"), thing("baking rye bread"))
    assert not aptness.is_one_thing(thing("baking rye bread"), thing("rye bread"))
    assert aptness.is_one_thing(
        thing("chess", who=MIA, owner=Owner.CHILD), thing("the harp", who=MIA, owner=Owner.CHILD)
    )


def test_somebody_near_is_one_subject_whatever_is_said_of_them() -> None:
    assert aptness.subject_of(thing("chess", who=MIA, owner=Owner.CHILD)) == "child Mia"
    assert aptness.subject_of(thing("chess", who=MIA, owner=Owner.CHILD, of_card=True)) == "mia: chess"
    assert aptness.subject_of(thing("chess")) == "chess"


@pytest.mark.parametrize(
    ("text", "owner", "own"),
    [
        ("with kin: X.", Owner.PARTNER, True),
        ("with kin: X.", Owner.CHILD, True),
        ("with kin: X.", Owner.GRANDCHILD, True),
        ("with kin: X.", Owner.KIN, False),
        ("with partner: X.", Owner.PARTNER, False),
        ("with kin, with partner: X.", Owner.PARTNER, False),
    ],
)
def test_what_is_for_kin_in_general_is_not_for_a_partner_or_a_child(text: str, owner: Owner, own: bool) -> None:
    fit: Any = SimpleNamespace(company=[thing("x", owner=owner)])
    assert aptness.lives_there(made(text), fit) is own
