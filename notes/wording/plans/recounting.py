"""Recounting: what a jotting says, said back to the person, and a turn behind it that is only for what it says.

“One mango in six years, and you split it four ways. I hope that somebody said grace.” The turn goes by the shape of
what is said: templates/turns.txt has them; a thought on the thing itself does as well.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from notes.wording.accounts.accounts import DEED, MANNERS, OTHERS, Account, account_of
from notes.wording.details import Detail
from notes.wording.passages import Passage
from notes.wording.phrasebook import Phrasebook
from notes.wording.plans.answering import known_of
from notes.wording.plans.card import Card
from notes.wording.plans.fitting import Fit, suited
from notes.wording.plans.keeping import is_sore
from notes.wording.plans.particulars import RECALLED, returned
from notes.wording.plans.remarks import Remark, Source
from notes.wording.plans.thinking import details_of, fit_of, is_fresh, thoughts_in
from notes.wording.plans.voice import RETOLD
from notes.wording.stories.jots import Jot
from notes.wording.stories.sorts import NAMING
from notes.wording.stories.whole import MONTHS

MOST_SORTS, MOST_OF_ONE = 2, 4
HALF_A_YEAR = 6  # months
LONGEST = 46  # words of an account with its turn
NEARER = 3.0  # what the first of all shapes counts more than the last
OF_THE_THING = 4.0  # what a thought on the thing itself counts, before the shape of what is said
BY_MANNER = -4.0  # what it counts that a turn goes by nothing but who does what
PLAIN = -4.0  # what an account counts that says little of what only this person would know
FEW = 3  # particular words of it
OWN_DAY, ASKS_AS_WANTED, CHANCE = 0.5, 0.9, 1.5
_MONTHS = {name: number for number, name in enumerate(MONTHS.split("|"), 1)}
_IN_A_MONTH = re.compile(rf"\b({MONTHS})\b")


def accounts_on(card: Card, book: Phrasebook, *, asks: bool) -> list[Remark]:
    """What a card's jottings say, each with a turn, the best first; `asks` is whether it would rather ask."""
    if not card.is_cheerful:
        return []
    found: list[Remark] = []
    for jot in card.jots:
        account = None if is_sore(jot, book) else account_of(jot)
        about = details_of(jot, card) if account else ()
        if account and is_fresh(jot, about, card):
            remarks = [*_turned(account, jot, about, card, book, asks=asks)]
            found += sorted(remarks, key=lambda one: (-one.worth, one.passage.key))[:MOST_OF_ONE]
    return sorted(found, key=lambda one: (-one.worth, one.passage.key))


def _turned(
    account: Account, jot: Jot, about: Sequence[Detail], card: Card, book: Phrasebook, *, asks: bool
) -> Iterator[Remark]:
    count = returned(account.text, jot)
    recalled = RECALLED * count + (PLAIN if count < FEW else 0)
    when = _when(account, card)
    for passages, caught, near in (*_of_the_thing(jot, card, book), *_of_its_shape(account, card, book)):
        for passage in suited(passages, card):
            times = passage.terms.times
            if times and when not in times:
                continue
            timeless = replace(passage, terms=replace(passage.terms, times=frozenset()))
            fit = fit_of(timeless, card, caught)
            if fit is None or len(f"{account.text} {fit.lead()}".split()) > LONGEST:
                continue
            worth = Source.ACCOUNT.value + recalled + near + _worth(fit, card, asks=asks)
            yield Remark(_behind(fit, account), (*about, *fit.company), Source.ACCOUNT, worth)


def _of_the_thing(
    jot: Jot, card: Card, book: Phrasebook
) -> Iterator[tuple[Sequence[Passage], Mapping[str, str], float]]:
    """The thoughts on what a jotting is about that say nothing of it themselves."""
    for _, sort, caught, doer, _ in thoughts_in(jot, book.of_jottings, known_of(card)):
        plain = [one for one in sort.answers if not one.slots & NAMING and not sort.names(one)]
        if doer is None and plain:
            yield plain, caught, OF_THE_THING
            return


def _of_its_shape(
    account: Account, card: Card, book: Phrasebook
) -> Iterator[tuple[Sequence[Passage], Mapping[str, str], float]]:
    """The turns by the shape of what is said, the nearest shape first, and those by who does what."""
    known, count = known_of(card), 0
    may_be = book.of_turns.in_sentence(account.text)
    for rank, sort in enumerate(book.turns):
        if sort.name == account.manner:
            yield sort.answers, {}, BY_MANNER
        elif sort.name not in MANNERS and count < MOST_SORTS and (phrases := may_be.get(rank)):
            if (hit := sort.found_in(account.text, known, phrases)) is None:
                continue
            yield sort.answers, hit[0], NEARER * (1 - rank / len(book.turns)) - count
            count += 1


def _when(account: Account, card: Card) -> str:
    """Whether what a jotting names by its month is to come when the card is read, or over; “unknown” of all else."""
    if account.manner in (DEED, OTHERS):
        return "after" if account.is_over else "unknown"
    month = _IN_A_MONTH.search(account.text)
    if month is None or card.arrival is None:
        return "unknown"
    ahead = (_MONTHS[month[1]] - card.arrival.month) % 12
    return "before" if 0 < ahead <= HALF_A_YEAR else "after"


def _behind(fit: Fit, account: Account) -> Fit:
    return replace(fit, passage=replace(fit.passage, lead=(f"{account.text}{RETOLD} ", *fit.passage.lead)))


def _worth(fit: Fit, card: Card, *, asks: bool) -> float:
    worth = OWN_DAY * bool(fit.passage.terms.occasions) + CHANCE * card.draws.share("turns", fit.passage.key)
    return worth + (ASKS_AS_WANTED if fit.passage.asks == asks else -ASKS_AS_WANTED)
