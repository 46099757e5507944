"""Thinking: what one thinks of what a jotting says, in a sentence or three that say it themselves.

A thought is found in a jot by its words, as an answer is in a story, and needs nothing told before it:
templates/thoughts/ has them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from notes.wording.accounts.accounts import account_of
from notes.wording.accounts.naming import somebody_named
from notes.wording.details import Detail, State, Who
from notes.wording.details.wordbook import is_he_called
from notes.wording.passages import Passage
from notes.wording.phrasebook import Phrasebook
from notes.wording.plans.answering import known_of
from notes.wording.plans.aptness import breaks_off
from notes.wording.plans.card import Card
from notes.wording.plans.fitting import Fit, fitted, suited
from notes.wording.plans.particulars import RECALLED, returned
from notes.wording.plans.remarks import Remark, Source
from notes.wording.plans.telling import detail_of
from notes.wording.plans.timing import is_in_time, state_of, suits
from notes.wording.stories.doers import UNTOLD, doer_of, owner_in
from notes.wording.stories.grammar import listed
from notes.wording.stories.jots import Jot
from notes.wording.stories.keepsakes import keepsakes_of
from notes.wording.stories.looking import Sorts
from notes.wording.stories.sorts import NAMING, Known, Sort
from notes.wording.stories.story import KIND

MOST_SORTS, MOST_OF_ONE = 3, 5
BY_THE_WAY = 3  # words before a thing that is named in a longer jot only by the way: “lost her ring in the compost”
A_PIECE = "piece"  # the kind of a detail that is a part of a jotting between commas
NEARER = 4.0  # what the first of all sorts counts more than the last
SECOND = -1.5  # what a sort counts less for each that was found before it
OF_ANYBODYS = -100.0  # what a thought counts that says nothing of its jot, where that leaves a keepsake
TOLD_FIRST = -0.5  # what it counts that the jot has to be told first
UNNAMED = -3.0  # what it counts that a thought leaves it to the reader what it is about
RARE_DAY = 3.0  # what it counts that a thought is for an occasion that few thoughts are for
OWN_DAY, NAMES_IT, ASKS_AS_WANTED, CHANCE = 0.9, 0.6, 0.9, 1.2
_CATCHES = re.compile("<(?:who|child|animal)")
_DENIES = re.compile(r"\b(?:no|not|never|without|hates?|dislikes?|can’t stand|quit|gave up|instead of)\b|n’t\b")
_TALKS_OF = re.compile(  # who does that has none yet
    r"\b(?:(?:talk|dream|think|jok|ask)(?:s|ed|es|ing|e)? (?:about|of|for)|consider(?:s|ed|ing)?"
    r"|hop(?:es|ing) (?:for|to)|plan(?:s|ning)? (?:on|to|for)|looking (?:for|into|at)"
    r"|saving (?:up )?for|would (?:like|love)|wants? to see|dying to)\b"
)
_OPEN = re.compile("[<…~]")
_OF_WHOM = {True: ("he", "him", "his"), False: ("she", "her", "her")}


def thoughts_on(card: Card, book: Phrasebook, *, asks: bool) -> list[Remark]:
    """The thoughts on all that a card's jottings say, the best first; `asks` is whether it would rather ask."""
    if not card.is_cheerful:
        return []
    found: list[Remark] = []
    for jot in card.jots:
        details = details_of(jot, card)
        if not is_fresh(jot, details, card):
            continue
        is_of_another = _tells_of_another(jot)
        leaves_one = len(jot.parts) == 1 and bool(keepsakes_of(jot))
        for rank, (place, sort, caught, doer, at) in enumerate(thoughts_in(jot, book.of_jottings, known_of(card))):
            about = details_at(jot, card, at)
            state = _state_of(jot, card, at)
            is_theirs = doer is not None or not {"who", "animal"}.isdisjoint(caught)
            if not suits(sort, state, jot.text) or (is_of_another and not is_theirs):
                continue
            later = SECOND * rank + NEARER * (1 - place / len(book.thoughts))
            timely = (passage for passage in suited(sort.answers, card) if is_in_time(passage, state))
            fits = [fit for passage in timely if (fit := fit_of(passage, card, caught, doer))]
            worths = (
                OF_ANYBODYS * (leaves_one and not _takes(fit))
                + RECALLED * returned(fit.lead(), jot)
                + _worth(fit, card, asks=asks)
                for fit in fits
            )
            remarks = [_remark(fit, about, later + worth) for fit, worth in zip(fits, worths, strict=True)]
            remarks = sorted(remarks, key=lambda one: (-one.worth, one.passage.key))[:MOST_OF_ONE]
            found += filter(None, (_led_in(one, jot, is_named=sort.names(one.passage)) for one in remarks))
    return sorted(found, key=lambda one: (-one.worth, one.passage.key))


def _tells_of_another(jot: Jot) -> bool:
    """Whether a jot begins with somebody near, by name, and what they do: “tortoise Don Pepe fell in the pool”."""
    named = somebody_named().match(jot.said[0])
    return named is not None and re.match(r" (?:[A-Z][\w’]+ )?[a-z]+(?:ed|s|ll)\b|.* fell\b", named["rest"]) is not None


def _state_of(jot: Jot, card: Card, at: range) -> State | None:
    """Where what some pieces of a jot say has got to when the card arrives."""
    begins = sum(map(len, (one for _, one in jot.pieces[: at.start]))) + len(", ") * at.start
    second = len(jot.parts) > 1 and begins >= len(jot.parts[0])
    return state_of(jot, int(second), card.arrival)


def thoughts_in(
    jot: Jot, sorts: Sorts, known: Known
) -> Iterator[tuple[int, Sort, Mapping[str, str], Who | None, range]]:
    """What a jot is of, with its place among the sorts, what was caught in it, who does it if not the customer, and in
    which of its pieces it is said.

    The nearest comes first.
    """
    count = 0
    for place, sort, phrases in sorts.may_be(jot.text):
        hit = sort.found_in(jot.text, known, phrases)
        if hit and _is_meant(jot, sort, *hit) and (len(jot.said) == 1 or _needs_both(jot, sort, known)):
            doer = _doer(jot, sort, hit[1])
            if doer == UNTOLD:
                continue
            _, start, end = _place_of(jot, sort, hit[1])
            yield place, sort, {**hit[0], **_pronouns(hit[0].get("who", ""), jot.text)}, doer, jot.pieces_of(start, end)
            count += 1
            if count == MOST_SORTS:
                return


def _is_meant(jot: Jot, sort: Sort, caught: Mapping[str, str], phrase: str) -> bool:
    """Whether what a phrase has found is what a jot is about, and not denied, nor said by the way."""
    if "number" in caught and "things" in caught and not _are_counted(jot.text, caught):
        return False
    begins, start, _ = _place_of(jot, sort, phrase)
    before = jot.text[begins:start]
    if any(one.search(before) and not one.search(phrase) for one in (_DENIES, _TALKS_OF)):
        return False
    is_a_word = not _OPEN.search(phrase)
    return not (is_a_word and len(before.split()) > BY_THE_WAY and len(jot.text.split()) > 2 * BY_THE_WAY)


def _doer(jot: Jot, sort: Sort, phrase: str) -> Who | None:
    """Who does what a phrase has found, where it catches nobody and it is not the customer."""
    begins, start, end = _place_of(jot, sort, phrase)
    part = next((one for one in jot.parts[1:] if begins and jot.text.endswith(one)), jot.parts[0])
    is_in_it = end - begins <= len(part)
    if not is_in_it or _CATCHES.search(phrase):
        return None
    found = part[start - begins : end - begins]
    owner = owner_in(found, jot.cast) if "’s" not in phrase else None
    return owner or doer_of(part, start - begins, end - begins, jot.cast)


def _place_of(jot: Jot, sort: Sort, phrase: str) -> tuple[int, int, int]:
    """Where in a jot the part begins that a phrase is found in, and from where to where it is found."""
    start, end = sort.span_in(jot.text, phrase)
    second = len(jot.parts[0]) + len(", ")
    return second if start >= second else 0, start, end


def _are_counted(text: str, caught: Mapping[str, str]) -> bool:
    """Whether a number stands before things that it counts: not in “has 4,000, plays the organ”."""
    return re.search(rf"{re.escape(caught['number'])}[^,;]*\s{re.escape(caught['things'])}", text, re.I) is not None


def _needs_both(jot: Jot, sort: Sort, known: Known) -> bool:
    """Whether a sort is found only where two jots stand together."""
    return not any(sort.found_in(one, known) for one in jot.parts)


def details_of(jot: Jot, card: Card) -> tuple[Detail, ...]:
    """What a thought is about: the jot, and whatever else was read of the same words."""
    own = Detail(said="; ".join(jot.said), phrase=jot.key, kind=KIND, column=jot.column, place=jot.place)
    read = [one for one in card.details if not one.of_card and one.column == jot.column and jot.covers(one.said)]
    return tuple({one.key: one for one in (*read, own)}.values())


def details_at(jot: Jot, card: Card, at: range) -> tuple[Detail, ...]:
    """What a remark on some of the pieces of a jot is about: those, and whatever else was read of the same words."""
    if len(jot.pieces) == 1 or len(at) == len(jot.pieces):
        return details_of(jot, card)
    own = [
        Detail(said=said, phrase=said.casefold(), kind=A_PIECE, column=jot.column, place=jot.place)
        for said, _ in jot.pieces[at.start : at.stop]
    ]
    whole = details_of(jot, card)
    read = [one for one in whole[:-1] if any(one.said in piece.said or piece.said in one.said for piece in own)]
    return tuple({one.key: one for one in (*read, *own)}.values())


def is_fresh(jot: Jot, details: Sequence[Detail], card: Card) -> bool:
    """Whether nothing of it has been told of late, by itself or within a story."""
    told = (story for story in card.stories if any(map(jot.covers, story.clauses)))
    return not any(map(card.memory.rests, (*details, *map(detail_of, told))))


def fit_of(passage: Passage, card: Card, caught: Mapping[str, str], doer: Who | None = None) -> Fit | None:
    """A passage on what was caught in a jotting, where it can be said on a card and has not been of late.

    Of what a `doer` does that is not the customer only a passage is taken that is “of kin”, or “of pet”, and says so.
    """
    fit = fitted(passage, card, card.deed_of(doer) if doer else None, of_anybody=doer is None, caught=caught)
    return None if fit is None or card.was_said(fit) or breaks_off(passage, card) else fit


def _worth(fit: Fit, card: Card, *, asks: bool) -> float:
    terms = fit.passage.terms
    worth = (OWN_DAY if card.row.counts == "age" else RARE_DAY) * bool(terms.occasions) + NAMES_IT * bool(
        fit.passage.slots
    )
    worth += ASKS_AS_WANTED if fit.passage.asks == asks else -ASKS_AS_WANTED
    return worth + CHANCE * card.draws.share("thoughts", fit.passage.key)


def _takes(fit: Fit) -> bool:
    """Whether a thought takes a word of what it is about into itself."""
    return bool(fit.passage.slots & NAMING)


def _remark(fit: Fit, details: tuple[Detail, ...], worth: float) -> Remark:
    return Remark(fit, (*details, *fit.company), Source.THOUGHT, Source.THOUGHT.value + worth)


def _led_in(one: Remark, jot: Jot, *, is_named: bool) -> Remark | None:
    """A thought behind what it is about, where it does not name it, or where that is a wonder by its number.

    None where nothing says what it is about.
    """
    if "says occasion" in one.flags:
        return one if is_named else replace(one, worth=one.worth + UNNAMED)
    first = replace(jot, parts=(jot.text.partition(",")[0],))  # of what stands behind a comma it need not be
    kept = next(
        (kept for kept in keepsakes_of(first) if kept.is_exclaimed and not kept.is_named_in(one.fit.lead())), None
    )
    if kept and (kept.is_a_wonder or not is_named):
        return _behind(one, f"{kept.one[:1].upper()}{kept.one[1:]}! ", 0.0)
    if is_named:
        return one
    account = account_of(jot)
    told = account.text if account else jot.told() if "," not in jot.text else ""
    return _behind(one, f"{told} ", TOLD_FIRST) if told else None


def _behind(one: Remark, lead: str, worth: float) -> Remark:
    passage = replace(one.passage, lead=(lead, *one.passage.lead))
    return replace(one, fit=replace(one.fit, passage=passage), worth=one.worth + worth)


def _pronouns(who: str, text: str) -> Mapping[str, str]:
    """“he” or “she” for somebody who was caught; nothing where nobody can tell."""
    if not who:
        return {}
    before = re.search(rf"([a-z-]+) {re.escape(who)}\b", text)
    words = [who.rpartition(" ")[2].casefold(), *([before[1]] if before else [])]
    for is_he, known in ((True, listed("persons.he")), (False, listed("persons.she"))):
        if known & set(words):
            return dict(zip(("he", "him", "his"), _OF_WHOM[is_he], strict=True))
    he = is_he_called(who.casefold())
    return {} if he is None else dict(zip(("he", "him", "his"), _OF_WHOM[he], strict=True))
