"""Keeping: what one says of the small thing that a jotting has left in the mind, whatever it is."""

from collections.abc import Mapping
from itertools import combinations

from notes.wording.details import Detail
from notes.wording.phrasebook import Phrasebook
from notes.wording.plans.card import Card
from notes.wording.plans.fitting import Fit
from notes.wording.plans.remarks import Remark, Source
from notes.wording.plans.thinking import details_of, fit_of, is_fresh
from notes.wording.stories.jots import Jot
from notes.wording.stories.keepsakes import MANY, NAME, SAYING, TWO, Keepsake, keepsakes_of
from notes.wording.stories.story import KIND

MOST_OF_ONE, MOST_OF_A_JOT = 5, 2
SECOND = -2.0  # what the second thing of a jotting counts less
BOTH = 4.0  # what it counts that a passage remembers two things
CHANCE, ASKS_AS_WANTED, SAYS_THE_DAY = 1.5, 0.9, 0.6


def keepsakes_on(card: Card, book: Phrasebook, *, asks: bool) -> list[Remark]:
    """What can be said of all that a card's jottings leave, the best first; `asks` is whether it would rather ask."""
    if not card.is_cheerful:
        return []
    found: list[Remark] = []
    dearest: list[tuple[Keepsake, tuple[Detail, ...]]] = []
    for jot in card.jots:
        details = details_of(jot, card)
        if len(jot.said) > 1 or not is_fresh(jot, details, card):
            continue
        kept = [(one, _of_a_name(one, jot) if one.kind == NAME else details) for one in keepsakes_of(jot)]
        for rank, (one, about) in enumerate(kept[:MOST_OF_A_JOT]):
            found += _remarks(one.kind, _caught(one), about, one.worth + SECOND * rank, card, book, asks=asks)
        dearest += kept[:1]
    for (one, about), (other, of_other) in combinations(dearest, 2):
        worth = (one.worth + other.worth) / 2 + BOTH
        found += _remarks(TWO, {"it": one.it, "next": other.it}, (*about, *of_other), worth, card, book, asks=asks)
    return sorted(found, key=lambda one: (-one.worth, one.passage.key))


def _remarks(
    kind: str,
    caught: Mapping[str, str],
    details: tuple[Detail, ...],
    worth: float,
    card: Card,
    book: Phrasebook,
    *,
    asks: bool,
) -> list[Remark]:
    """The best that can be said of a keepsake, or of two."""
    fits = [fit for passage in book.keepsakes.get(kind, ()) if (fit := fit_of(passage, card, caught))]
    remarks = [_remark(fit, details, worth + _worth(fit, card, asks=asks)) for fit in fits]
    return sorted(remarks, key=lambda remark: (-remark.worth, remark.passage.key))[:MOST_OF_ONE]


def _of_a_name(one: Keepsake, jot: Jot) -> tuple[Detail, ...]:
    """A name is something by itself: it may stand beside what is thought of the rest of its jotting."""
    return (Detail(said=one.it, phrase=one.it.casefold(), kind=KIND, column=jot.column, place=jot.place),)


def _caught(one: Keepsake) -> Mapping[str, str]:
    """The slots that a keepsake fills."""
    if one.kind == SAYING:
        return {"said": one.it}
    return {"count": one.one} if one.kind == MANY else {"it": one.it} | ({"one": one.one} if one.one else {})


def _remark(fit: Fit, details: tuple[Detail, ...], worth: float) -> Remark:
    return Remark(fit, (*details, *fit.company), Source.KEEPSAKE, Source.KEEPSAKE.value + worth)


def _worth(fit: Fit, card: Card, *, asks: bool) -> float:
    worth = SAYS_THE_DAY * bool(fit.passage.terms.occasions)
    worth += ASKS_AS_WANTED if fit.passage.asks == asks else -ASKS_AS_WANTED
    return worth + CHANCE * card.draws.share("keepsake", fit.passage.key)
