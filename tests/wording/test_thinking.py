"""Thoughts: what one thinks of a jotting is found by its words, and says by itself what it is about."""

import pytest

from notes.problems import Place
from notes.wording.details import Owner, Who
from notes.wording.plans.thinking import _pronouns, _sorts_of
from notes.wording.stories.cast import Cast
from notes.wording.stories.jots import jots_of
from notes.wording.stories.sorts import Known
from tests.our_library import LIBRARY


def found(text: str) -> dict[str, dict[str, str]]:
    cast = Cast(people=(Who(Owner.CHILD, ("Ida",), "daughter"),))
    book = LIBRARY.phrasebook
    return {
        sort.name: dict(caught)
        for jot in jots_of(text, cast, "notes", Place("x"))
        for sort, caught in _sorts_of(jot, book.thoughts, Known())
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
        ("wants to be a train driver", "wants to be", {"it": "the train driver"}),
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
        "husband restores a sailboat",  # it is his
        "mother Ann loved her roses, died in May",
    ],
)
def test_nothing_is_thought_of_what_is_not_for_a_card(text: str) -> None:
    assert not found(text)


def test_he_or_she_by_the_word_or_the_name() -> None:
    assert _pronouns("your niece", "with your niece")["him"] == "her"
    assert _pronouns("Robert", "your cousin Robert")["he"] == "he"
    assert not _pronouns("Xyr", "with Xyr")
