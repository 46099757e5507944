"""Nothing is said to a house twice: a sentence that begins as one that was said would be heard as the same."""

from cards import card_of
from our_library import LIBRARY

from notes.wording.plans.aptness import is_one_thing
from notes.wording.plans.memory import Memory, mention_of
from notes.wording.plans.remarks import Remarks

TWINS = LIBRARY.phrasebook.twins


def test_sentences_that_begin_alike_are_twins() -> None:
    of_a_horse = [one for one in LIBRARY.phrasebook.topic("horse").passages if "make up its mind about a" in one.text]
    keys = [one.key for one in of_a_horse]
    assert len(keys) > 1 and all(set(keys) <= set(TWINS[key]) for key in keys)


def test_the_twin_of_what_was_said_has_been_said() -> None:
    one, other, *_ = next(group for group in TWINS.values() if len(set(group)) > 1)
    memory = Memory({one: 6}, {}, frozenset()).knowing(TWINS)
    assert memory.was_said(other) and memory.was_said(one) and not Memory().knowing(TWINS).was_said(one)


def test_a_frame_for_the_map_and_the_map_are_no_two_things() -> None:
    frame, maps = (
        next(one for one in card_of(bought="the oak frame for the map", likes="maps").details if one.column == column)
        for column in ("bought", "likes")
    )
    assert is_one_thing(frame, maps)


def test_nobody_is_asked_how_it_goes_with_what_others_make() -> None:
    said = [one.fit.lead() for one in Remarks(card_of(likes="bird drawings"), LIBRARY.phrasebook, True).all()]
    assert said and not [text for text in said if "ing with bird drawings?" in text or "sketchbook" in text]


def test_a_sauna_is_not_built_for_years() -> None:
    building, learning = (
        next(one for one in card_of(notes=jotted).details if one.statement)
        for jotted in ("building a sauna", "learning Italian")
    )
    told = Memory({}, {mention_of(one): 20 for one in (building, learning)})
    assert told.rests(building) and not told.may_return(building) and not told.rests(learning)
