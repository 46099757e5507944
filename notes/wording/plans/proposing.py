"""Proposing: the notes of a card from different plans, the best of them first."""

from collections.abc import Collection
from dataclasses import replace
from math import ceil

from notes.wording.note import Note, Sentence
from notes.wording.phrasebook import Phrasebook
from notes.wording.plans.aptness import subject_of
from notes.wording.plans.building import candidates
from notes.wording.plans.candidates import MOST_APART, Candidates, Rough
from notes.wording.plans.card import Card
from notes.wording.plans.memory import own_mention
from notes.wording.plans.pieces import BY_THE_TRADE, Built, facts_of
from notes.wording.stories.story import KIND as STORY

PROPOSALS = MOST_APART
TELLING = frozenset("RPQ")
NAMES = {
    "R": "a-story-of-theirs",
    "P": "the-story-and-the-day",
    "Q": "the-story-first",
    "A": "thing-first",
    "B": "occasion-first",
    BY_THE_TRADE: "as-your-trade-sees-it",
    "W": "whole",
    "L": "in-lines",
    "S": "with-your-sentence",
}


def propose(card: Card, frame: Note, book: Phrasebook, most: int = PROPOSALS) -> Note | None:
    """The note of a card, with those of other plans beside it."""
    return choose(card, frame, candidates(card, book), most=most)


def choose(
    card: Card, frame: Note, made: Candidates, taken: Collection[str] = (), most: int = PROPOSALS
) -> Note | None:
    """The note of a card out of those that can be made of it; `taken` are passages that somebody near has had."""
    taken = frozenset(taken)
    best = made.different(taken, most)
    if not best and card.own_sentence:
        best = made.different(taken := frozenset(), most)
    if not best:
        return None
    first, *others = (_note(one, card, frame) for one in best)
    return replace(first, shorter=_shorter(best[0], made, taken, card, frame), proposals=tuple(others))


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
        said_details=len(_said_details(built)),
    )


def _said_details(built: Built) -> set[str]:
    """The things known of somebody that a note speaks of, a jotting being one; a story that it tells is none."""
    is_told = built.plan in TELLING
    return {
        subject
        for piece in built.pieces
        for key, subject in piece.subjects.items()
        if not piece.by_key[key].of_card and not (is_told and piece.by_key[key].kind == STORY)
    }


def _shorter(first: Built, made: Candidates, taken: frozenset[str], card: Card, frame: Note) -> Note | None:
    """The same note in fewer words for a small card: the shortest that begins with the same passage."""

    def suits(one: Rough | Built) -> bool:
        says_it = not card.own_sentence or "say_this" in facts_of(one.pieces)
        return says_it and taken.isdisjoint(one.passages)

    lengths = range(8, ceil(0.8 * first.length))
    shortest = made.shortest(first.pieces[0].passage, first.plan, lengths, suits)
    return _note(shortest, card, frame) if shortest else None
