"""What a clause adds to the one before it, and how far or for how long something is."""

import pytest
from test_predicates import said

from notes.wording.details.added import aside, beside_it, for_years, goes_on, of_a_choir, of_every
from notes.wording.details.addressing import You
from notes.wording.details.sentences import Company
from notes.wording.details.statement import Form, Statement
from notes.wording.details.states import where_of

KNOWS = Statement(Form.KNOWS, "know", "two jokes")
MET = Statement(Form.DID, "meet", "at the stop", thing="meeting at the stop")
CHOIR, ROSES = Statement(Form.THING, thing="the choir"), Statement(Form.THING, thing="roses", plural=True)
KIDS = Statement(Form.HAS, rest="seven grandkids", thing="your seven grandkids", plural=True)
HENS = Statement(Form.HAS, rest="four hens", thing="the four hens", plural=True)
PLANTS = Statement(Form.HAS, rest="houseplants", thing="the houseplants", plural=True)


@pytest.mark.parametrize(
    ("text", "before", "added"),
    [
        ("tells both", KNOWS, "knows tell [both]"),
        ("tells it", KNOWS, "knows tell [it]"),
        ("sings and dances", KNOWS, "knows sing & knows dance"),
        ("sang and danced", MET, "did sing & did dance"),
        ("swam it", MET, "did swim [it]"),
        ("told both", KNOWS, ""),
        ("tells them all", KNOWS, ""),
        ("sings and danced", KNOWS, ""),
        ("tells jokes", KNOWS, ""),
        ("tells", KNOWS, ""),
        ("the cat", KNOWS, ""),
        ("", KNOWS, ""),
        ("tells both", CHOIR, ""),
    ],
)
def test_what_a_clause_adds(text: str, before: Statement, added: str) -> None:
    found = goes_on(text, before)
    assert (said(found.more) if found else "") == added


@pytest.mark.parametrize(
    ("text", "before", "clause"),
    [
        ("each named for an aunt", ROSES, "each of your roses is named for an aunt"),
        ("all of them named by hand", ROSES, "all of your roses are named by hand"),
        ("every one painted blue", HENS, "every one of the four hens is painted blue"),
        ("gives them all away", ROSES, "you give all your roses away"),
        ("names them", ROSES, "you name your roses"),
        ("feeds all of them", ROSES, "you feed all of your roses"),
        ("knits every one a sweater", KIDS, "you knit every one of your seven grandkids a sweater"),
        ("over forty of them", PLANTS, "you’ve got over forty houseplants"),
        ("two of them now", HENS, "you’ve got two hens"),
        ("four of them", KIDS, "you’ve got four grandkids"),
        ("knits every one a sweater", ROSES, ""),
        ("every one of them painted", ROSES, ""),
        ("each named for an aunt", CHOIR, ""),
        ("the them", ROSES, ""),
        ("sings", KIDS, ""),
    ],
)
def test_what_is_said_of_each_of_them(text: str, before: Statement, clause: str) -> None:
    found = of_every(text, before)
    assert (found.of_you if found else "") == clause


ONE, TWO = Company(You(names=("Mo",))), Company(You(names=("Mo", "Hal")))


@pytest.mark.parametrize(
    ("text", "before", "company", "rest"),
    [
        ("pouring", MET, ONE, "at the stop, in pouring rain"),
        ("Snowing", MET, ONE, "at the stop, in the snow"),
        ("Rome", MET, ONE, "at the stop in Rome"),
        ("New York", MET, ONE, "at the stop in New York"),
        ("your dog in tow", MET, ONE, "at the stop, with your dog in tow"),
        ("H’s brolly bust", MET, TWO, "at the stop, with Hal’s brolly bust"),
        ("H’s brolly bust", MET, ONE, ""),
        ("Rosa", MET, ONE, ""),
        ("in Rome", MET, ONE, ""),
        ("sunny", MET, ONE, ""),
        ("pouring", KNOWS, ONE, ""),
        ("pouring", MET.followed_by(KNOWS), ONE, ""),
    ],
)
def test_what_was_so_while_something_happened(text: str, before: Statement, company: Company, rest: str) -> None:
    found = beside_it(text, before, company)
    assert (found.rest if found else "") == rest
    assert found is None or found.thing == f"meeting {rest}"


def test_what_somebody_sings_in_a_choir() -> None:
    told = {text: of_a_choir(text, CHOIR) for text in ("alto", "sings bass", "Tenor", "loud")}
    assert [one.of_you if one else "" for one in told.values()] == [
        "you sing alto in the choir", "you sing bass in the choir", "you sing tenor in the choir", "",
    ]  # fmt: skip
    assert of_a_choir("alto", ROSES) is of_a_choir("alto", Statement(Form.DOES, "sing", thing="the choir")) is None


def test_how_far_something_is_and_for_how_long() -> None:
    far = {
        "9 of 22 done": "nine of twenty-two done", "one of 3 left": "one of three left", "9 of 22": "",
        "took her three years": "it took you three years", "took him 3 yrs": "it took you three years",
        "took three years": "",
    }  # fmt: skip
    long = {
        "31 yrs": "thirty-one years", "after 31 years": "thirty-one years", "for ten years now": "ten years",
        "since ten years": "", "years": "", "for 3 weeks": "",
    }  # fmt: skip
    assert {text: aside(text) for text in far} == far
    assert {text: for_years(text) for text in long} == long


def test_where_something_is() -> None:
    there = {
        "the week in Rome": "Rome", "to Rome and Naples": "Rome and Naples", "at Purdue": "Purdue",
        "from Lisbon": "Lisbon",
        "Rome": "Rome", "for roses": "", "in the garden": "",
    }  # fmt: skip
    assert {text: where_of(text) for text in there} == there
