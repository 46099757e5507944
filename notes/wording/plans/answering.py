"""Answering: what one says to a story on a card, by what it is of; templates/answers.txt has the answers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from notes.wording.details import Owner
from notes.wording.passages import OF_A_STORY, Passage
from notes.wording.phrasebook import Phrasebook
from notes.wording.plans.aptness import breaks_off
from notes.wording.plans.card import Card
from notes.wording.plans.fitting import Fit, fitted, suited
from notes.wording.stories.agreement import is_of_several, is_of_you, says_it, says_you_do
from notes.wording.stories.choosing import names_somebody, tells
from notes.wording.stories.looking import sorts_of
from notes.wording.stories.sorts import Found, Known
from notes.wording.stories.story import Story

GENERAL = "anything"  # the sort of whatever no other sort finds
MOST_SORTS = 4
LONG = 12  # words, of which somebody did something that no sort knows
NEAREST, FARTHER, OF_ANY, NAMES_IT, OWN_DAY, AS_WANTED, CHANCE = 3.0, 1.0, 1.5, 0.5, 0.7, 0.7, 1.2
AGAIN = -0.3  # what a thing counts that was the last thing said
NAMED_TWICE = -1.8  # what the name of somebody counts behind the sentence that names them
_SOMEBODY = ("animal", "who")
_OF_ONE_SENTENCE = frozenset(["of a habit", "of a happening", "of a saying"])
_CHILDREN = frozenset([Owner.CHILD, Owner.GRANDCHILD])


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that fits a story, and what speaks for it."""

    fit: Fit
    worth: float

    @property
    def says_occasion(self) -> bool:
        return "says occasion" in self.fit.passage.terms.flags


def answers_to(card: Card, story: Story, found: Sequence[Found], *, asks: bool) -> list[Answer]:
    """The answers to what a story is of, the best first; `asks` is whether the card would rather ask."""
    answers: list[Answer] = []
    for rank, one in enumerate(found[:MOST_SORTS]):
        distance = FARTHER * (rank + one.rank) + OF_ANY * (one.sort.name == GENERAL)
        if one.sort.name == GENERAL and len(story.text.split()) < LONG:
            continue  # a fact in a few words is no anecdote
        told = story.tells - _OF_ONE_SENTENCE | (tells(one.sentence) & _OF_ONE_SENTENCE)
        caught = _with_pronouns(one, card)
        for passage in suited(one.sort.answers, card):
            fit = _fit(passage, card, caught) if passage.terms.tells <= told and _follows(passage, one) else None
            if fit:
                answers.append(Answer(fit, _worth(fit, one, distance, card, asks=asks)))
    return sorted(answers, key=lambda one: (-one.worth, one.fit.passage.key))


def _follows(passage: Passage, found: Found) -> bool:
    """Whether an answer can stand behind what it answers: of the same doer, of as many, and not too far away."""
    names_it = bool(passage.slots & set(OF_A_STORY))
    if not (found.is_last or names_it or "anywhere" in passage.terms.flags):
        return False
    if not found.knows_who and not names_it and says_you_do(passage.text) and not is_of_you(found.sentence):
        return False
    return not (is_of_several(found.sentence) and says_it(passage.text))


def sorts_on(card: Card, book: Phrasebook, sentences: Sequence[str]) -> list[Found]:
    """What a story is of, the nearest first; what any story is of comes last."""
    return sorted(sorts_of(sentences, book.of_stories, known_of(card)), key=lambda one: one.sort.name == GENERAL)


def is_particular(story: Story, sentences: Sequence[str], found: Sequence[Found]) -> bool:
    """Whether a story is of something that one answers: an act, a number, a saying; “You teach geometry” is not."""
    is_long = sum(len(one.split()) for one in sentences) >= LONG and "of a happening" in story.tells
    return is_long or "of a saying" in story.tells or any(one.sort.name != GENERAL for one in found)


def known_of(card: Card) -> Known:
    """Which names on a card are those of animals and of children."""
    people = card.known.people
    animals = [name for who in people if who.owner is Owner.PET for name in who.names]
    return Known(frozenset(animals), frozenset(name for who in people if who.owner in _CHILDREN for name in who.names))


def _fit(passage: Passage, card: Card, caught: Mapping[str, str]) -> Fit | None:
    if card.row.gentle and not passage.terms.occasions:
        return None
    fit = fitted(passage, card, of_anybody=True, caught=caught)
    return None if fit is None or card.was_said(fit) or breaks_off(passage, card) else fit


def _with_pronouns(found: Found, card: Card) -> Mapping[str, str]:
    """What was caught, with “his” for “Rex’s” behind the sentence on Rex, where nobody else may be meant by it."""
    caught = dict(found.caught)
    for slot in _SOMEBODY if found.is_last else ():
        name = caught.get(slot, "")
        he = next((who.he for who in card.known.people if name in who.names), None)
        if he is not None and not names_somebody(found.sentence.replace(name, "").strip()):
            caught[f"{slot}'s"] = "his" if he else "her"
    return caught


def _repeats(fit: Fit, found: Found) -> float:
    """What it counts that an answer says again what the sentence before it has named."""
    slots = fit.passage.slots & set(OF_A_STORY)
    names = {found.caught.get(slot, "") for slot in _SOMEBODY} - {""}
    if any(re.search(rf"\b{re.escape(name)}\b", fit.lead(), re.IGNORECASE) for name in names):
        return NAMED_TWICE
    return AGAIN * bool(slots)


def _worth(fit: Fit, found: Found, distance: float, card: Card, *, asks: bool) -> float:
    worth = NEAREST - distance + CHANCE * card.draws.share("answers", fit.passage.key)
    names_it = bool(fit.passage.slots & set(OF_A_STORY))
    worth += (_repeats(fit, found) if found.is_last else NAMES_IT * names_it) + OWN_DAY * bool(
        fit.passage.terms.occasions
    )
    return worth + (AS_WANTED if fit.passage.asks == asks else -AS_WANTED)
