"""Thoughts: what one thinks of a jotting is found by its words, and says by itself what it is about."""

import pytest
from cards import card_of
from our_library import LIBRARY

from notes.problems import Place
from notes.wording.details import Owner, Who
from notes.wording.plans.thinking import _pronouns, thoughts_in, thoughts_on
from notes.wording.stories.cast import Cast
from notes.wording.stories.jots import jots_of
from notes.wording.stories.sorts import Known


def found(text: str) -> dict[str, dict[str, str]]:
    cast = Cast(people=(Who(Owner.CHILD, ("Ida",), "daughter"),))
    book = LIBRARY.phrasebook
    return {
        sort.name: {**caught, **({"doer": doer.called} if doer else {})}
        for jot in jots_of(text, cast, "notes", Place("x"))
        for _, sort, caught, doer, _ in thoughts_in(jot, book.of_jottings, Known())
    }


@pytest.mark.parametrize(
    ("text", "name", "caught"),
    [
        (
            "17 egg cups, no two alike!!",
            "no two alike",
            {"number": "seventeen", "piece": "egg cup", "more": "eighteen"},
        ),
        ("camper van called Doris", "a thing with a name", {"called": "Doris"}),
        ("came in dead last, loved it", "dead last", {}),
        ("dtr Ida passed driving test 1st time", "a driving test passed", {"who": "Ida", "he": "she"}),
        ("won the county marmalade prize", "won it", {"it": "the county marmalade prize"}),
        ("been to all 46 bridges", "all of them seen", {"number": "forty-six", "things": "bridges"}),
        ("brings us rhubarb every May", "brings us something", {"what": "rhubarb"}),
        ("built a boathouse w/ his brother", "built with somebody", {"it": "the boathouse", "who": "your brother"}),
        ("wants to be a train driver", "wants to be", {"what": "train driver"}),
        ("plays euphonium in the town band", "a low brass instrument", {"what": "euphonium"}),
        ("judges the bake sale", "judges it", {"it": "the bake sale"}),
        ("husb says 6 is the limit", "the limit", {"who": "your husband"}),
    ],
)
def test_what_a_jotting_is_of(text: str, name: str, caught: dict[str, str]) -> None:
    of = found(text)
    assert name in of
    assert caught.items() <= of[name].items()


@pytest.mark.parametrize(
    "text",
    [
        "bites",  # nobody is told so
        "NO dahlias",  # what somebody does not want is none of theirs
        "still owes for 3 hens",
        "parks across both spaces",
        "talks, allow 30 min",
        "boss plays golf",  # of the boss one has nothing to say
        "mother was a quilter",  # she may not live any more
        "watches grandson’s hockey games",
        "mother Ann loved her roses, died in May",
    ],
)
def test_nothing_is_thought_of_what_is_not_for_a_card(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize(
    ("text", "name", "doer"),
    [
        ("husband restores a sailboat", "an old boat", "your husband"),
        ("brother-in-law plays trombone", "a low brass instrument", "your brother-in-law"),
        ("trombone is her son's", "a low brass instrument", "your son"),
        ("Ida started horse riding", "a horse", "Ida"),
        ("neighbor keeps bees", "bees", "your neighbor"),
        ("bought guitar for grandson", "the guitar", "your grandson"),
        ("granddaughter's horse lives in her barn", "a horse", "your granddaughter"),
        ("bowls w/ her sister-in-law", "bowling", None),
        ("husb & she square dance", "dancing", None),
        ("plays her grandfather's fiddle", "the fiddle", None),
        ("mother of 3, runs marathons", "a long run", None),
    ],
)
def test_whose_deed_a_jotting_tells(text: str, name: str, doer: str | None) -> None:
    assert found(text)[name].get("doer") == doer


def test_of_somebody_elses_deed_nothing_is_said_that_takes_the_customer_for_the_doer() -> None:
    card = card_of(notes="son plays trombone")
    texts = [one.fit.lead() for one in thoughts_on(card, LIBRARY.phrasebook, asks=True)]
    assert texts
    assert all("your son" in one for one in texts)


def test_the_article_before_a_slot_goes_by_what_fills_it() -> None:
    texts = [one.fit.lead() for one in thoughts_on(card_of(notes="plays oboe"), LIBRARY.phrasebook, asks=True)]
    assert any("an oboe" in one for one in texts)
    assert not any("a oboe" in one for one in texts)


def test_he_or_she_by_the_word_or_the_name() -> None:
    assert _pronouns("your niece", "with your niece")["him"] == "her"
    assert _pronouns("Robert", "your cousin Robert")["he"] == "he"
    assert not _pronouns("Xyr", "with Xyr")
