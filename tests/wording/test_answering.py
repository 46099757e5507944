"""What one answers a story on a card: what fits its sort, its time and its occasion, once in a month and a house."""

from dataclasses import replace

import pytest
from cards import card_of
from said_of_things import phrasebook_of

from notes.wording.plans.answering import answers_to, is_particular, sorts_on
from notes.wording.plans.building import build
from notes.wording.plans.card import Card
from notes.wording.plans.memory import Memory
from notes.wording.stories import Story
from notes.wording.stories.retelling import tells

FILES = {
    "stories": "= birthday\n* end: Well.\n= get-well\n* end: Well.",
    "birthday/lines": "* open: Happy birthday{, name}!\n* mid: All the best{, name}.\n* open: Also, happy birthday.",
    "get-well/lines": "* open: Get well.",
    "achievement/lines": "* open: Well done on {about}!\n* open: Well done!",
    "answers": """
        = hare
        finds: <animal> ~ (hid|hides) the
        * Where did {animal} put it?
        * of a habit: What, again?
        * of a happening: I'd have looked.
        * for birthday, says occasion: Let {animal} hide the cake. Happy birthday{, name}!
        * for get-well, says occasion: {Animal} will find you.

        = noise
        finds: <animal> does; <who> does
        * I'd like to hear {animal's} side.
        * I'd like to hear {who's} side.
        * I'd have left.

        = tea
        finds: you drink
        * anywhere: I'd have a cup.
        * I'd have milk in it.

        = walk
        finds: walks; walk
        * What would stop you?
        * Could one stop?

        = shelf
        finds: on the shelf
        * I'd leave it there.
        * That's the place.

        = anything
        finds: ^
        * Is that so?
        """,
}
BOOK = phrasebook_of(FILES)


def story(text: str) -> Story:
    sentences = tuple(f"{one}." for one in text.rstrip(".").split(". "))
    return Story(sentences=sentences, said=text, clauses=sentences, tells=tells(text), ends=(len(sentences),))


def card_with(text: str, occasion: str = "birthday", **more: object) -> Card:
    return replace(card_of(occasion, **more), stories=(story(text),))  # type: ignore[arg-type]


def answered(text: str, occasion: str = "birthday", **more: object) -> set[str]:
    card = card_with(text, occasion, **more)
    found = sorts_on(card, BOOK, story(text).sentences)
    return {one.fit.lead("Rosa") for one in answers_to(card, story(text), found, asks=False)}


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (
            "Your dog Rex hid the ring.",
            {
                "Where did Rex put it?",
                "I’d have looked.",
                "Let Rex hide the cake. Happy birthday, Rosa!",
            },
        ),
        ("You drink tea.", {"I’d have a cup.", "I’d have milk in it."}),
        ("You drink tea. It rains.", {"I’d have a cup."}),
        ("It rains.", set()),
        ("You walk.", {"What would stop you?", "Could one stop?"}),
        ("Every day you walk.", {"What would stop you?", "Could one stop?"}),
        ("Your cat walks.", {"Could one stop?"}),  # it is nobody's doing but hers
        ("It’s on the shelf.", {"I’d leave it there.", "That’s the place."}),
        ("They’re on the shelf.", {"That’s the place."}),
    ],
)
def test_the_answers_to_a_story(text: str, answers: set[str]) -> None:
    assert answered(text) == answers


def test_only_of_an_anecdote_is_it_said_what_would_do_for_any() -> None:
    assert answered("It rained.") == set()
    assert answered("It rained, and the ring and the book and the hat were all left out there.") == {"Is that so?"}


def test_in_a_sober_card_only_what_is_for_it_is_said() -> None:
    assert answered("Your dog Rex hid the ring.", "get-well") == {"Rex will find you."}


def test_what_a_house_was_told_it_is_not_told_again() -> None:
    told = Memory(passages={one.key: 30 for sort in BOOK.sorts for one in sort.answers})
    assert answered("You drink tea.", memory=told) == set()


def test_the_day_stands_before_the_story_or_behind_its_answer() -> None:
    notes = [
        built for built in build(card_with("You drink tea."), BOOK) if any("cup" in one.text for one in built.pieces)
    ]
    assert {f"{one.plan}: {one.text}" for one in notes} == {
        "R: Happy birthday, Rosa! You drink tea. I’d have a cup.",
        "P: You drink tea. I’d have a cup. All the best, Rosa.",
    }


def test_a_story_that_says_what_the_card_is_for_is_not_told_it_twice() -> None:
    card = card_with("You won the first prize for leeks.", "achievement", about="the first prize for leeks")
    assert all("Well done on" not in built.text for built in build(card, BOOK) if built.plan == "R")


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("You drink tea.", True),  # a sort knows it
        ("You teach geometry.", False),
        ("You teach geometry and algebra to all of the older children in the school.", False),
        ("You painted the kitchen of the older children in the school a green like no other.", True),
        ("You said “No.”", True),
    ],
)
def test_what_is_particular(text: str, is_so: bool) -> None:
    card = card_with(text)
    assert is_particular(story(text), story(text).sentences, sorts_on(card, BOOK, story(text).sentences)) == is_so


def test_the_same_words_are_one_answer_whatever_they_answer() -> None:
    book = phrasebook_of({"answers": "= a\nfinds: a\n* I'd stop.\n\n= b\nfinds: b\n* I'd stop."})
    assert len({answer.key for sort in book.sorts for answer in sort.answers}) == 1


@pytest.mark.parametrize(
    ("text", "cells", "first"),
    [
        ("Rex does the deadbolt.", {"pet": "Rex, a parrot"}, {"I’d have left."}),  # nobody told whether he or she
        ("Rex does the deadbolt. It rains.", {"pet": "Rex, a parrot"}, {"I’d like to hear Rex’s side."}),
        ("Your son Owen does the deadbolt.", {"child": "Owen"}, {"I’d have left."}),
    ],
)
def test_nobody_is_named_twice_on_end(text: str, cells: dict[str, str], first: set[str]) -> None:
    card = card_with(text, **cells)
    found = [one for one in sorts_on(card, BOOK, story(text).sentences) if one.sort.name == "noise"]
    assert {answers_to(card, story(text), found, asks=False)[0].fit.lead()} == first


@pytest.mark.parametrize(("he", "whose"), [(True, "his"), (False, "her"), (None, "Rex’s")])
def test_whose_it_is_is_told_by_a_pronoun_where_the_sex_is_known(he: bool | None, whose: str) -> None:
    text = "Rex does the deadbolt."
    card = card_with(text, pet="Rex, a parrot")
    people = [replace(who, he=he) for who in card.known.people]
    card = replace(card, known=replace(card.known, people=people))
    said = {one.fit.lead() for one in answers_to(card, story(text), sorts_on(card, BOOK, [text]), asks=False)}
    assert f"I’d like to hear {whose} side." in said
