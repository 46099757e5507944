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
from notes.language.folding import plain
from notes.picking.household import household_of
from notes.picking.picks import Outcome, Pick
from notes.problems import Level, Place, Problem
from notes.settings import Settings
from notes.wording.cautions import NAMED, caution
from notes.wording.facts import describe, sentence_of, unusable
from notes.wording.library import Library
from notes.wording.mourning import losses, naming_the_pet, without_the_dead
from notes.wording.note import Note
from notes.wording.rendering import Draft, draft, finished
from notes.wording.salutations import sender
from notes.wording.template_names import PERSONAL

_A_NAME = "Write a name, like “Tom”, or several: “Tom and Ida”."
# What to write instead of what cannot be said, by the column.
_REMEDIES = {
    "child": _A_NAME,
    "partner": _A_NAME,
    "person": _A_NAME,
    "referred": _A_NAME,
    "referred_by": _A_NAME,
    "pet": "Write a name, like “Bruno”.",
    "trip": "Write a place or a journey, like “Portugal” or “the week in Rome”.",
    "likes": "Write what would follow “We know that you like …”, like “old roses”.",
    "bought": "Write what would follow “Thank you for …”, like “the new kitchen”; no codes, no prices.",
    "told_us": "Write what would follow “How is it going with …”, like “the move to Portland”.",
}


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
    lost = losses(book, settings.occasions) if book else {}
    cards = [
        without_the_dead(naming_the_pet(pick, settings.occasions[pick.occasion]), lost)
        for pick in picks
        if pick.outcome is Outcome.CARD
    ]
    chosen: dict[int, Draft | _Held] = {}
    twins = _Twins(max(2, ceil(settings.wording.same_wording_share * len(cards))))
    for index in sorted(range(len(cards)), key=lambda index: _digest(seed, cards[index])):
        pick = cards[index]
        if reason := caution(pick, settings.occasions[pick.occasion]):
            chosen[index] = _Held(reason)
            continue
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
        [finished(one) for one in drafts],
        held,
        [*_unsigned(cards, settings), *_told(drafts, settings)],
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
    taken = twins.best(fresh) or next((one for one in fresh if "say_this" in one.note.mentions), None)
    if taken is None:
        return _Held("somebody of their house or firm has these words this month: add a line in the column Say this")
    twins.add(taken.note)
    return taken


class _Twins:
    """Who has had which wording in this batch.

    Nobody of one household or firm has the same, nor of one street if there is another. No wording comes again while
    there is one that nobody has, nor has more than its share of the batch while there is another.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self.count: Counter[str] = Counter()
        self.near: set[tuple[str, str]] = set()

    def best(self, drafts: Sequence[Draft]) -> Draft | None:
        """The first of the drafts that keeps to all of it, or to as much as can be; None where it would be a twin."""
        apart = [one for one in drafts if not self._meets(one.note, household(one.note.pick))]
        strangers = [one for one in apart if not self._meets(one.note, street(one.note.pick))]
        rare = [one for one in strangers if self.count[one.note.wording] < self.most]
        unheard = [one for one in strangers if not self.count[one.note.wording]]
        return next(iter([*unheard, *rare, *strangers, *apart]), None)

    def add(self, note: Note) -> None:
        self.count[note.wording] += 1
        self.near |= {(group, note.wording) for group in (*household(note.pick), *street(note.pick))}

    def _meets(self, note: Note, groups: Sequence[str]) -> bool:
        return any((group, note.wording) in self.near for group in groups)


def household(pick: Pick) -> Sequence[str]:
    """The household and the firm of a customer: there two cards lie side by side."""
    firm = plain(pick.customer.company)
    return (household_of(pick.customer), *([f"firm {firm}"] if firm else ()))


def street(pick: Pick) -> Sequence[str]:
    """The street of a customer, without the number; a box is no street."""
    address = pick.customer.address
    words = [word for word in plain(" ".join(address.lines[:1])).split() if not word[0].isdigit()]
    boxed = "box" in words or "postfach" in words
    return () if boxed or not words else (f"street {' '.join(words)} {plain(address.city or address.postal_code)}",)


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
    if person := pick.facts.get("person"):
        return f"no wording of “{pick.occasion}” speaks of {person}: write one with {{{{ person }}}}, or empty Person"
    needs = min((sorted(one.needs) for one in wordings), key=len)
    return f"no wording of “{pick.occasion}” can be written without {' and '.join(needs) or 'a name'}"


def _unsigned(cards: Sequence[Pick], settings: Settings) -> list[Problem]:
    if not any(not sender(pick.customer, settings) for pick in cards):
        return []
    remedy = 'Write who signs, like sender = "Sophie", under [business].'
    return [
        Problem(
            Place("notes.toml", key="business.sender"),
            "nobody signs the cards: they leave room for a pen.",
            remedy,
            Level.WARNING,
        )
    ]


def _told(drafts: Sequence[Draft], settings: Settings) -> list[Problem]:
    """What the person may want to know about the notes that were written."""
    problems = []
    for one in drafts:
        customer, occasion = one.note.pick.customer, settings.occasions[one.note.pick.occasion]
        for sentence in one.remarks:
            problems.append(Problem(customer.place, f"{describe(customer)}: {sentence}", level=Level.NOTICE))
        if own := sentence_of(one.note.pick, occasion) if "say_this" in one.note.mentions else "":
            message = f"“{own}” goes into the card of this month."
            remedy = "Clear the cell when the card is sent, or the next one will say it again."
            problems.append(Problem(replace(customer.place, column="say_this"), message, remedy, Level.NOTICE))
        for column, text in unusable(one.note.pick, occasion, settings.business.language).items():
            what = "is no name" if column in NAMED else "cannot stand in a sentence"
            message = f"“{text}” {what}, and was left out of the note."
            remedy = _REMEDIES.get(column, "Write what would follow “Thank you for …”, like “the new kitchen”.")
            problems.append(Problem(replace(customer.place, column=column), message, remedy, Level.NOTICE))
    return problems
