"""Recounting: what a jotting says, said back to the person, and a turn behind it that is only for what it says.

“One mango in six years, and you split it four ways. I hope that somebody said grace.” The turn goes by the shape of
what is said: templates/turns.txt has them; a thought on the thing itself does as well.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from notes.wording.accounts.accounts import (
    MANNERS,
    THING,
    TO_COME,
    UNDER_WAY,
    Account,
    account_of,
    may_be_of_another,
)
from notes.wording.details import Detail, State
from notes.wording.passages import Passage
from notes.wording.phrasebook import Phrasebook
from notes.wording.plans.answering import known_of
from notes.wording.plans.card import Card
from notes.wording.plans.fitting import Fit, suited
from notes.wording.plans.keeping import is_sore
from notes.wording.plans.particulars import RECALLED, returned
from notes.wording.plans.remarks import Remark, Source
from notes.wording.plans.thinking import details_of, fit_of, is_fresh, thoughts_in
from notes.wording.plans.timing import is_in_time, state_of, suits
from notes.wording.plans.voice import RETOLD
from notes.wording.stories.jots import Jot
from notes.wording.stories.sorts import NAMING
from notes.wording.stories.whole import MONTHS

MOST_SORTS, MOST_OF_ONE = 2, 3
SOON = 4  # months
_COMING = frozenset([State.BEFORE, State.ON])
_MONTHS = {name: number for number, name in enumerate(MONTHS.split("|"), 1)}
_IN_A_MONTH = re.compile(rf"\b({MONTHS})\b")
_A_YEAR = re.compile(r"\b(?:20\d\d|next)\b")
_BEGINS = re.compile(r"\b(?:start|begin|move|leave|go|open|graduate|retire|marry|fly|sail|run|race)(?:e?s)?\b")
LONGEST, ENOUGH, WORD_MORE = 36, 22, -0.3  # words of an account with its turn, and what each counts that is too many
NEARER = 6.0  # what the first of all shapes counts more than the last
OF_THE_THING = 4.0  # what a thought on the thing itself counts, before the shape of what is said
BY_MANNER = -4.0  # what it counts that a turn goes by nothing but who does what
PLAIN = -4.0  # what an account counts that says little of what only this person would know
FEW, ENOUGH_OF_IT = 2, 3  # particular words of it: so few are too few, and more than so many do not count
SHARED = 2.0  # what it counts that whoever signs was in it
OWN_DAY, ASKS_AS_WANTED, CHANCE = 0.5, 0.9, 1.5


def accounts_on(card: Card, book: Phrasebook, *, asks: bool) -> list[Remark]:
    """What a card's jottings say, each with a turn, the best first; `asks` is whether it would rather ask."""
    if not card.is_cheerful:
        return []
    found: list[Remark] = []
    for before, jot in pairwise([None, *card.jots]):
        if jot is None or is_sore(jot, book) or may_be_of_another(before, jot):
            continue
        account = account_of(jot)
        about = details_of(jot, card) if account else ()
        if account and is_fresh(jot, about, card):
            remarks = sorted(
                _turned(account, jot, about, card, book, asks=asks), key=lambda one: (-one.worth, one.passage.key)
            )
            for asking in (True, False):
                found += [one for one in remarks if one.passage.asks == asking][:MOST_OF_ONE]
    return sorted(found, key=lambda one: (-one.worth, one.passage.key))


def _turned(
    account: Account, jot: Jot, about: Sequence[Detail], card: Card, book: Phrasebook, *, asks: bool
) -> Iterator[Remark]:
    count = returned(account.text, jot)
    recalled = RECALLED * min(count, ENOUGH_OF_IT) + (PLAIN if count < FEW else 0) + SHARED * account.is_shared
    state = _state_of(account, jot, card)
    if jot.is_of_a_day or (state is State.UNKNOWN and not account.is_over):
        return  # nobody knows what came of it
    groups = (*_of_the_thing(jot, card, book, state), *_of_its_shape(account, jot, card, book, state))
    for passages, caught, near in groups:
        for passage in suited(passages, card):
            if not _is_of_its_time(passage, state, is_over=account.is_over):
                continue
            timeless = replace(passage, terms=replace(passage.terms, times=frozenset()))
            fit = fit_of(timeless, card, {**caught, "clause": account.clause} if account.clause else caught)
            if fit is None:
                continue
            told = _retold(fit, account, card)
            length = len(told.lead().split())
            if length > LONGEST:
                continue
            worth = Source.ACCOUNT.value + recalled + near + _worth(fit, card, asks=asks)
            worth += WORD_MORE * max(0, length - ENOUGH)
            yield Remark(told, (*about, *fit.company), Source.ACCOUNT, worth)


def _of_the_thing(
    jot: Jot, card: Card, book: Phrasebook, state: State | None
) -> Iterator[tuple[Sequence[Passage], Mapping[str, str], float]]:
    """The thoughts on what a jotting is about that say nothing of it themselves."""
    for _, sort, caught, doer, _ in thoughts_in(jot, book.of_jottings, known_of(card)):
        plain = [one for one in sort.answers if not one.slots & NAMING and not sort.names(one)]
        if doer is None and plain and suits(sort, state, jot.text):
            yield plain, caught, OF_THE_THING
            return


def _of_its_shape(
    account: Account, jot: Jot, card: Card, book: Phrasebook, state: State | None
) -> Iterator[tuple[Sequence[Passage], Mapping[str, str], float]]:
    """The turns by the shape of what is said, the nearest shape first, and those by who does what.

    Of what is to come only that is said which is for it.
    """
    known, count = known_of(card), 0
    may_be = book.of_turns.in_sentence(account.text)
    is_ahead = state in _COMING and not account.is_over
    manner = TO_COME if is_ahead else account.manner
    for rank, sort in enumerate(book.turns):
        if sort.name == manner and returned(account.text, jot) >= ENOUGH_OF_IT:
            yield sort.answers, {}, BY_MANNER
        elif sort.name not in MANNERS and count < MOST_SORTS and (phrases := may_be.get(rank)):
            answers = [one for one in sort.answers if "before" in one.terms.times] if is_ahead else sort.answers
            hit = sort.found_in(account.text, known, phrases) if answers else None
            if hit is None:
                continue
            yield answers, hit[0], NEARER * (1 - rank / len(book.turns)) - count
            count += 1


def _state_of(account: Account, jot: Jot, card: Card) -> State | None:
    """Where what is said has got to when the card arrives: a month alone is of the year that it is nearer to.

    What somebody does now is not to come, whatever month it goes on to.
    """
    state = state_of(jot, 0, card.arrival)
    if state not in _COMING:
        return state
    if account.manner != THING and not _BEGINS.search(account.text):
        return None
    month = _IN_A_MONTH.search(account.text)
    if month is None or card.arrival is None or _A_YEAR.search(account.text):
        return state
    ahead = (_MONTHS[month[1]] - card.arrival.month) % 12
    return state if ahead <= SOON else State.AFTER


def _is_of_its_time(passage: Passage, state: State | None, *, is_over: bool) -> bool:
    """Whether a turn may be said of what is to come, or over, on the day the card arrives."""
    times = passage.terms.times
    when = "before" if state in _COMING else "after" if is_over or state is State.AFTER else ""
    return (not times or when in times) and is_in_time(passage, state)


def _retold(fit: Fit, account: Account, card: Card) -> Fit:
    """A turn behind what is said, or around it where it takes that into itself."""
    lead = fit.passage.lead
    if "clause" in fit.passage.slots:
        return replace(fit, passage=replace(fit.passage, lead=(*lead, RETOLD)))
    return replace(fit, passage=replace(fit.passage, lead=(f"{_said(account, card)}{RETOLD} ", *lead)))


def _said(account: Account, card: Card) -> str:
    """An account as one says it to whoever it is about: as news, with liking, or as both remember it."""
    if not account.clause or account.is_shared:
        return account.text
    if account.manner == UNDER_WAY or (account.is_over and _IS_NEWS.search(account.text)):
        return f"So {account.clause}."
    return f"{_DEAR[int(len(_DEAR) * card.draws.share('retold', account.text))]} {account.clause}."


# With what liking one says something back; several, so that few of a batch are alike.
_DEAR = ("I love it that", "It makes me smile that", "I haven’t forgotten that", "I still smile about it:")


_IS_NEWS = re.compile(rf"\b(?:{MONTHS}|this (?:year|spring|summer|fall|autumn|winter))\b")


def _worth(fit: Fit, card: Card, *, asks: bool) -> float:
    worth = OWN_DAY * bool(fit.passage.terms.occasions) + CHANCE * card.draws.share("turns", fit.passage.key)
    return worth + (ASKS_AS_WANTED if fit.passage.asks == asks else -ASKS_AS_WANTED)
