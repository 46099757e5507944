"""Composing: for every pick the wording that suits it, and the note that comes of it.

The wordings of a pick are put in an order by a digest of the seed, the customer, the occasion and the month; the first
that fits and is no twin is taken. So nobody's note depends on who else gets one, but for the twins.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Protocol

from notes.customers import Book, CustomerId
from notes.picking.picks import Outcome, Pick
from notes.problems import Level, Place, Problem
from notes.settings import Settings
from notes.wording.facts import describe, unusable
from notes.wording.household import losses, without_the_dead
from notes.wording.library import Library
from notes.wording.notes import Note
from notes.wording.rendering import Draft, draft
from notes.wording.salutations import sender
from notes.wording.vocabulary import PERSONAL


class Past(Protocol):
    """What was written before."""

    def wordings_of(self, customer_id: CustomerId) -> frozenset[str]: ...


@dataclass(frozen=True, slots=True)
class Worded:
    """The notes, in the order of the picks; the picks that are held after all; and what is to be told."""

    notes: Sequence[Note]
    held: Sequence[Pick] = ()
    problems: Sequence[Problem] = ()


@dataclass(frozen=True, slots=True)
class _Held:
    reason: str


def compose(
    picks: Sequence[Pick],
    library: Library,
    settings: Settings,
    seed: int,
    past: Past | None = None,
    *,
    book: Book | None = None,
) -> Worded:
    """The notes for the picks that get a card; the book tells who of their houses has died and is not to be greeted."""
    lost = losses(book) if book else {}
    cards = [without_the_dead(pick, lost) for pick in picks if pick.outcome is Outcome.CARD]
    chosen: dict[int, Draft | _Held] = {}
    twins = _Twins(max(2, ceil(settings.wording.same_wording_share * len(cards))))
    for index in sorted(range(len(cards)), key=lambda index: _digest(seed, cards[index])):
        pick = cards[index]
        used = past.wordings_of(pick.customer.customer_id) if past else frozenset()
        drafts = draft(pick, library, settings)
        drafts.sort(key=lambda one: _order(seed, one.note))
        chosen[index] = _choose(drafts, settings, used, twins) if drafts else _Held(_no_wording(pick, library))
    results = [chosen[index] for index in range(len(cards))]
    held = [
        replace(pick, outcome=Outcome.HELD, reason=result.reason)
        for pick, result in zip(cards, results, strict=True)
        if isinstance(result, _Held)
    ]
    drafts = [result for result in results if isinstance(result, Draft)]
    return Worded(
        [one.note for one in drafts], held, [*_unsigned(cards, settings), *_told(drafts, settings.business.language)]
    )


def _choose(drafts: Sequence[Draft], settings: Settings, used: frozenset[str], twins: "_Twins") -> Draft | _Held:
    """The first draft that mentions something of the person, was not used before and is no twin."""
    particular = [one for one in drafts if one.note.mentions]
    if not particular and settings.wording.held_when_general:
        return _Held("could have gone to anyone: add a line in the column Say this")
    fitting = particular or drafts
    # With a new sentence of the person's own it is not the same note, even where every wording has been used.
    fresh = [one for one in fitting if one.note.wording not in used] or [
        one for one in fitting if "say_this" in one.note.mentions
    ]
    if not fresh:
        folder = f"templates/{drafts[0].note.pick.occasion}"
        return _Held(f"they had every wording that fits in earlier notes: write another in {folder}")
    taken = next((one for one in fresh if twins.allow(one.note)), fresh[0])
    twins.add(taken.note)
    return taken


class _Twins:
    """Who has had which wording in this batch: nobody of one household, firm or street has the same, nor too many."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.count: Counter[str] = Counter()
        self.near: set[tuple[str, str]] = set()

    def allow(self, note: Note) -> bool:
        near = any((group, note.wording) in self.near for group in neighbourhood(note.pick))
        return not near and self.count[note.wording] < self.most

    def add(self, note: Note) -> None:
        self.count[note.wording] += 1
        self.near |= {(group, note.wording) for group in neighbourhood(note.pick)}


def neighbourhood(pick: Pick) -> list[str]:
    """The household, firm and street of a customer: whoever shares one of them could lay two cards side by side."""
    customer, address = pick.customer, pick.customer.address
    street = "".join(letter for letter in " ".join(address.lines[:1]) if not letter.isdigit()).casefold().strip()
    groups = {
        "household": customer.household,
        "firm": customer.company.casefold(),
        "street": f"{street} {(address.city or address.postal_code).casefold()}" if street else "",
    }
    return [f"{kind} {value}" for kind, value in groups.items() if value]


def _order(seed: int, note: Note) -> tuple[bool, bytes]:
    """First the notes that speak of more than the calendar; among equals as the digest has it."""
    return not PERSONAL & set(note.mentions), _digest(seed, note.pick, note.wording)


def _digest(seed: int, pick: Pick, wording: str = "") -> bytes:
    day = pick.mail_by or pick.on
    month = f"{day:%Y-%m}" if day else ""
    key = "\0".join([str(seed), pick.customer.customer_id, pick.occasion, month, wording])
    return hashlib.sha256(key.encode()).digest()


def _no_wording(pick: Pick, library: Library) -> str:
    if not pick.customer.dear and not pick.customer.first_name and not describe(pick.customer):
        return "there is no name to greet: fill in the name or the column Dear"
    wordings = [wording for wording in library.wordings if wording.occasion == pick.occasion]
    if not wordings:
        return f"there is no wording for “{pick.occasion}”: write one in templates/{pick.occasion}"
    needs = min((sorted(one.needs) for one in wordings), key=len)
    return f"no wording of “{pick.occasion}” can be written without {' and '.join(needs) or 'a name'}"


def _unsigned(cards: Sequence[Pick], settings: Settings) -> list[Problem]:
    if not any(not sender(pick.customer, settings) for pick in cards):
        return []
    remedy = 'Write who signs, like sender = "Sophie", under [business].'
    return [Problem(Place("notes.toml", key="business.sender"), "nobody signs the cards.", remedy, Level.WARNING)]


def _told(drafts: Sequence[Draft], language: str) -> list[Problem]:
    """What the person may want to know about the notes that were written."""
    problems = []
    for one in drafts:
        customer = one.note.pick.customer
        for sentence in one.remarks:
            problems.append(Problem(customer.place, f"{describe(customer)}: {sentence}", level=Level.NOTICE))
        for column, text in unusable(one.note.pick, language).items():
            message = f"“{text}” cannot stand in a sentence, and was left out of the note."
            remedy = "Write what would follow “Thank you for …”, like “the new kitchen”; no codes, no prices."
            problems.append(Problem(replace(customer.place, column=column), message, remedy, Level.NOTICE))
    return problems
