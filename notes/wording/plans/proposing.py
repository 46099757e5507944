"""Proposing: the notes of a card from different plans, the best of them first."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from notes.wording.note import Note, Sentence
from notes.wording.phrasebook import Phrasebook
from notes.wording.plans.aptness import subject_of
from notes.wording.plans.building import build
from notes.wording.plans.card import Card
from notes.wording.plans.memory import own_mention
from notes.wording.plans.pieces import Built
from notes.wording.stories.story import KIND as STORY

PROPOSALS = 3
NAMES = {
    "R": "a-story-of-theirs",
    "P": "the-story-and-the-day",
    "Q": "the-story-first",
    "A": "thing-first",
    "B": "occasion-first",
    "T": "as-your-trade-sees-it",
    "W": "whole",
    "L": "in-lines",
    "S": "with-your-sentence",
}


def propose(
    card: Card, frame: Note, book: Phrasebook, taken: Collection[str] = (), most: int = PROPOSALS
) -> Note | None:
    """The note of a card, with those of other plans beside it; `taken` are passages that somebody near has had."""
    return choose(card, frame, build(card, book), taken, most)


def choose(
    card: Card, frame: Note, built: Sequence[Built], taken: Collection[str] = (), most: int = PROPOSALS
) -> Note | None:
    """The note of a card out of those that were built for it."""
    taken = frozenset(taken)
    apart = [one for one in built if taken.isdisjoint(one.passages)] or (built if card.own_sentence else [])
    if not apart:
        return None
    best = _different(apart, most)
    first, *others = (_note(one, card, frame) for one in best)
    return replace(first, shorter=_shorter(best[0], apart, card, frame), proposals=tuple(others))


def _different(built: Sequence[Built], most: int) -> list[Built]:
    """The best, then the best of those that share neither plan nor passage with it, then those of one plan."""
    chosen = [built[0]]
    for strict in (True, False):
        for one in built:
            if len(chosen) == most:
                return chosen
            if all(_differs(one, other, strict) for other in chosen):
                chosen.append(one)
    return chosen


def _differs(one: Built, other: Built, strict: bool) -> bool:
    apart = not set(one.passages) & set(other.passages)
    return apart and (one.plan != other.plan or not strict)


def _note(built: Built, card: Card, frame: Note) -> Note:
    own = (own_mention(card.own_sentence),) if "say_this" in built.facts else ()
    facts = sorted(built.facts)
    return replace(
        frame,
        wording=f"{card.occasion}/{NAMES[built.plan]}",
        paragraphs=built.paragraphs,
        mentions=(*(detail.key for detail in built.details), *facts),
        sentences=tuple(Sentence(piece.text, piece.cells) for piece in built.pieces),
        told=(*built.mentions, *own),
        passages=built.passages,
        free_details=len({subject_of(one) for one in card.fresh if not one.of_card}),
        said_details=len({subject_of(one) for one in built.details if not one.of_card and one.kind != STORY}),
    )


def _shorter(first: Built, built: Sequence[Built], card: Card, frame: Note) -> Note | None:
    """The same note in fewer words for a small card: the shortest that begins with the same passage."""
    head = first.pieces[0].passage
    length = first.length
    same = [one for one in built if one.pieces[0].passage is head and (head or one.plan == first.plan)]
    same = [one for one in same if 8 <= one.length < 0.8 * length]
    if card.own_sentence:
        same = [one for one in same if "say_this" in one.facts]
    shortest = min(same, key=lambda one: (one.length, one.text), default=None)
    return _note(shortest, card, frame) if shortest else None
