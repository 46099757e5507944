"""Keeping: what one says of the small thing that a jotting has left in the mind, whatever it is.

It is said at some length, or in passing behind what is thought of something else.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from notes.wording.accounts.accounts import may_be_of_another
from notes.wording.accounts.clauses import is_the_offices_doing
from notes.wording.cautions import tells_of_illness
from notes.wording.details import Detail, wordbook
from notes.wording.passages import Passage
from notes.wording.phrasebook import Phrasebook
from notes.wording.plans.card import Card
from notes.wording.plans.fitting import Fit, suited
from notes.wording.plans.remarks import Remark, Source
from notes.wording.plans.thinking import details_at, fit_of, is_fresh
from notes.wording.plans.timing import is_told_as_over, state_of
from notes.wording.stories.heads import PLACE
from notes.wording.stories.jots import Jot
from notes.wording.stories.keepsakes import NAME, THING, Keepsake, keepsakes_of
from notes.wording.stories.story import KIND
from notes.wording.stories.ways import ways_of

MOST_OF_ONE, MOST_OF_A_JOT = 4, 3
A_WORD_ALONE = 2  # words of “the waders”
SECOND = -2.0  # what the second thing of a jotting counts less
OF_ANY_THING = -2.0  # what it counts that what is said of a thing of a kind would do for any
IN_PASSING = 3.0  # what it counts behind another remark that it is said in passing
CHANCE, ASKS_AS_WANTED, SAYS_THE_DAY = 1.5, 0.9, 0.6


def keepsakes_on(card: Card, book: Phrasebook, *, asks: bool) -> list[Remark]:
    """What can be said of all that a card's jottings leave, the best first; `asks` is whether it would rather ask."""
    if not card.is_cheerful:
        return []
    found: list[Remark] = []
    for before, jot in pairwise([None, *card.jots]):
        if jot is None or len(jot.said) > 1 or may_be_of_another(before, jot):
            continue
        is_of_one_of_two = card.are_several and re.match(r"s?he ", jot.parts[0]) is not None
        if is_of_one_of_two or is_the_offices_doing(jot.said[0].partition(",")[0], jot.cast):
            continue
        if jot.is_of_a_day or _is_unsettled(jot, card, book):
            continue
        for rank, one in enumerate(_left_by(jot)[:MOST_OF_A_JOT]):
            about = _about(one, jot, card)
            if is_fresh(jot, about, card):
                found += _remarks(one, about, one.worth + SECOND * rank, card, book, asks=asks)
    return sorted(found, key=lambda one: (-one.worth, one.passage.key))


def _is_unsettled(jot: Jot, card: Card, book: Phrasebook) -> bool:
    """Whether it is what has a day, and nothing that was done, or may have gone badly: an exam, an operation."""
    is_an_event = state_of(jot, 0, card.arrival) is not None and not is_told_as_over(jot.parts[0])
    return is_an_event or wordbook.kind_of(jot.text) == "exam" or is_sore(jot, book)


def is_sore(jot: Jot, book: Phrasebook) -> bool:
    """Whether it is of an illness or an operation, of which nothing light is said."""
    found = book.finder.find(jot.text)
    return bool(found and found.topic.is_grave) or any(map(tells_of_illness, jot.said))


def _left_by(jot: Jot) -> list[Keepsake]:
    """What a jotting leaves, the dearest first; a thing that is of no kind is left to what they do with it."""
    ways = ways_of(jot)
    told = {one.at for one in ways}
    kept = [one for one in keepsakes_of(jot) if one.kind != THING or one.at not in told]
    return sorted([*kept, *ways], key=lambda one: -one.worth)


def _about(one: Keepsake, jot: Jot, card: Card) -> tuple[Detail, ...]:
    """What a keepsake is about; a name is something by itself, and may stand beside what is thought of its jotting."""
    if one.kind == NAME:
        return (Detail(said=one.it, phrase=one.it.casefold(), kind=KIND, column=jot.column, place=jot.place),)
    return details_at(jot, card, range(one.at, one.at + 1))


def _remarks(
    one: Keepsake, about: tuple[Detail, ...], worth: float, card: Card, book: Phrasebook, *, asks: bool
) -> list[Remark]:
    """The best that can be said of a keepsake, at some length and in passing."""
    spare = book.keepsakes.get(THING, ()) if _is_spared(one) else ()
    groups = ((book.keepsakes.get(one.kind, ()), 0.0), (spare, OF_ANY_THING))
    found = [
        _remark(fit, about, worth + less + _worth(fit, card, asks=asks))
        for passages, less in groups
        for fit in _fits(passages, card, one.slots)
    ]
    found.sort(key=lambda remark: (-remark.worth, remark.passage.key))
    if len(one.it.split()) == A_WORD_ALONE and not one.words and one.kind != NAME:  # too little to dwell on
        return [remark for remark in found if remark.is_in_passing][:MOST_OF_ONE]
    in_passing = [remark for remark in found if remark.is_in_passing]
    return [*[remark for remark in found if not remark.is_in_passing][:MOST_OF_ONE], *in_passing[:MOST_OF_ONE]]


def _is_spared(one: Keepsake) -> bool:
    """Whether what is said of any thing may be said of one of a kind, once all that is said of the kind has been."""
    return "it" in one.slots and not one.words and one.kind not in (NAME, THING, PLACE) and len(one.it.split()) > 2


def _fits(passages: Sequence[Passage], card: Card, slots: Mapping[str, str]) -> list[Fit]:
    return [fit for passage in suited(passages, card) if (fit := fit_of(passage, card, slots))]


def _remark(fit: Fit, details: tuple[Detail, ...], worth: float) -> Remark:
    return Remark(fit, (*details, *fit.company), Source.KEEPSAKE, Source.KEEPSAKE.value + worth)


def _worth(fit: Fit, card: Card, *, asks: bool) -> float:
    terms = fit.passage.terms
    worth = SAYS_THE_DAY * bool(terms.occasions) + IN_PASSING * ("end" in terms.positions)
    worth += ASKS_AS_WANTED if fit.passage.asks == asks else -ASKS_AS_WANTED
    return worth + CHANCE * card.draws.share("keepsake", fit.passage.key)
