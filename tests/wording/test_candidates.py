"""Candidates: what is chosen without working out every note is what would be chosen of all of them."""

import pickle

import pytest
from cards import card_of
from our_library import LIBRARY

from notes.wording.plans.building import candidates, lays_out
from notes.wording.plans.candidates import OUTDONE
from notes.wording.plans.pieces import Built

BOOK = LIBRARY.phrasebook
CELLS = [
    {"likes": "the ukulele", "pet": "Otis (beagle)"},
    {"child": "Tom", "bought": "the oak desk", "notes": "learning the accordion; grows tomatoes"},
    {"told_us": "the move to Portland", "trip": "Lisbon", "likes": "chess"},
    {"notes": "Fell in the duck pond at the fete and came up holding the raffle ticket."},
    {"occasion": "graduation", "about": "the nursing degree", "person": "Ida", "child": "Ida"},
]


def of_all(made: list[Built], taken: frozenset[str]) -> list[Built]:
    """The first without a passage that is taken, then those unlike it in plan and passages, then in passages."""
    chosen: list[Built] = []
    for strict in (True, False):
        for one in made:
            unlike = all(not set(one.passages) & set(two.passages) for two in chosen)
            of_another_plan = one.plan not in {two.plan for two in chosen}
            if len(chosen) < 3 and taken.isdisjoint(one.passages) and unlike and (of_another_plan or not strict):
                chosen.append(one)
    return chosen


@pytest.mark.parametrize("cells", CELLS)
def test_the_best_that_are_worked_out_are_the_best_of_all(cells: dict[str, str]) -> None:
    card = card_of(**cells)
    chosen = candidates(card, BOOK).different(frozenset(), 3)
    made = candidates(card, BOOK).all()
    assert len(chosen) > 1
    assert chosen == of_all(made, frozenset())
    taken = frozenset(chosen[0].passages)
    assert candidates(card, BOOK).different(taken, 3) == of_all(made, taken)


@pytest.mark.parametrize("cells", CELLS)
def test_what_a_worker_sends_is_chosen_from_as_if_it_had_been_made_here(cells: dict[str, str]) -> None:
    card = card_of(**cells)
    sent = pickle.loads(pickle.dumps(candidates(card, BOOK)))  # noqa: S301 - packed here
    sent.laid_out_by(lays_out(card, BOOK))
    taken = frozenset(candidates(card, BOOK).different(frozenset(), 3)[0].passages)
    assert sent.different(taken, 3) == candidates(card, BOOK).different(taken, 3)


@pytest.mark.parametrize("cells", CELLS)
def test_no_note_without_story_or_thought_comes_near_one_that_tells_something_particular(cells: dict[str, str]) -> None:
    made = [one for one in candidates(card_of(**cells), BOOK).all() if not is_thought(one)]
    scores = {one.plan in ("P", "Q", "R"): one.score for one in reversed(made)}
    assert scores.get(False, 0.0) < OUTDONE / 2


def test_what_was_jotted_down_is_thought_about_before_anything_is_told() -> None:
    card = card_of(notes="Fell in the duck pond at the fete and came up holding the raffle ticket; plays the tuba.")
    assert is_thought(candidates(card, BOOK).different(frozenset(), 1)[0])


def is_thought(built: Built) -> bool:
    return any(key.startswith(("thought ", "turn ", "keepsake ")) for key in built.passages)
