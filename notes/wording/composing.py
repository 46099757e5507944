"""Composing: for every pick the wording that suits it, and the note that comes of it.

The wordings of a pick are put in an order by a digest of the seed, the customer, the occasion and the month; the first
that fits and is no twin is taken. So nobody's note depends on who else gets one, but for the twins.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import ceil
from typing import Protocol

from notes.customers import Book, CustomerId, Jotting
from notes.language.folding import plain
from notes.occasions import Occasion
from notes.picking.household import household_of
from notes.picking.objections import Against, Objection
from notes.picking.picks import Outcome, Pick
from notes.problems import Level, Place, Problem
from notes.progress import steps
from notes.reading.told_referrals import without_referrals
from notes.settings import Settings
from notes.signers import signer_of
from notes.wording.cautions import NAMED, caution
from notes.wording.details import State
from notes.wording.facts import describe, exact_cell, exact_words, sentence_of, unusable
from notes.wording.gifts import with_gift
from notes.wording.library import Library
from notes.wording.mourning import losses, naming_the_pet, without_the_dead
from notes.wording.note import Note, Sentence
from notes.wording.phrasebook import ANSWER
from notes.wording.plans.building import candidates, lays_out
from notes.wording.plans.candidates import Candidates
from notes.wording.plans.card import Card
from notes.wording.plans.dealing import Table, deal
from notes.wording.plans.memory import Memory, Told, own_mention
from notes.wording.plans.proposing import PROPOSALS, choose, propose
from notes.wording.plans.solemn import with_the_fact
from notes.wording.rendering import Draft, addressed, draft, finished, language_of, remembered
from notes.wording.salutations import dear
from notes.wording.template_names import PERSONAL
from notes.wording.trades import trade_of
from notes.workers import ALONE, Workers

_NO_DAY = date(2000, 1, 1)
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
    """What has been written before."""

    def wordings_of(self, customer_id: CustomerId) -> frozenset[str]: ...

    def told(self, customer_id: CustomerId, household: str) -> Sequence[Told]: ...


class _NoPast:
    """Nothing has been written before."""

    def wordings_of(self, customer_id: CustomerId) -> frozenset[str]:
        return frozenset()

    def told(self, customer_id: CustomerId, household: str) -> Sequence[Told]:
        return ()


@dataclass(frozen=True, slots=True)
class Worded:
    """The notes, in the order of the picks; the picks that are held after all; and what the office should know."""

    notes: Sequence[Note]
    held: Sequence[Pick] = ()
    problems: Sequence[Problem] = ()


_CALENDAR = frozenset(["years", "years-th", "since", "with_us"])
_GENERAL = "could have gone to anyone: add a line in the column Say this"


@dataclass(frozen=True, slots=True)
class _Held:
    kind: Against
    reason: str


@dataclass(frozen=True, slots=True)
class _Written:
    """A note, and what the office should know about it."""

    note: Note
    remarks: Sequence[str] = ()


def compose(
    picks: Sequence[Pick],
    library: Library,
    settings: Settings,
    seed: int,
    past: Past | None = None,
    *,
    book: Book | None = None,
    today: date | None = None,
    workers: Workers = ALONE,
) -> Worded:
    """The notes for the picks that get a card; the book tells who of their houses has died and is not to be greeted.

    `today` is the day on which the cards are made; without it each is made in time for the post.
    """
    lost = losses(book, settings.occasions) if book else {}
    cards = [
        without_the_dead(naming_the_pet(pick, settings.occasions[pick.occasion]), lost)
        for pick in picks
        if pick.outcome is Outcome.CARD
    ]
    most = max(2, ceil(settings.wording.same_wording_share * len(cards)))
    writer = writer_of(library, settings, seed, past, book=book, today=today, most=most)
    chosen: dict[int, _Written | _Held] = {}
    in_turn = sorted(range(len(cards)), key=lambda index: _digest(seed, cards[index]))
    ready = workers.each(Writer.ready, writer, [cards[index] for index in in_turn])
    for index, told in zip(steps(in_turn, "Finding the words of card {} of {}"), ready, strict=True):
        chosen[index] = writer.write(cards[index], told)
    results = [chosen[index] for index in range(len(cards))]
    held = [
        pick.without_card(Outcome.HELD, Objection(result.kind), result.reason)
        for pick, result in zip(cards, results, strict=True)
        if isinstance(result, _Held)
    ]
    written = [result for result in results if isinstance(result, _Written)]
    problems = [*_unsigned(cards, settings), *(writer.guessed if cards else ()), *_told(written, settings)]
    return Worded([one.note for one in written], held, problems)


def _jottings(book: Book | None) -> dict[CustomerId, list[Jotting]]:
    groups: dict[CustomerId, list[Jotting]] = {}
    for jotting in book.jottings if book else ():
        groups.setdefault(jotting.customer_id, []).append(jotting)
    return groups


def writer_of(
    library: Library,
    settings: Settings,
    seed: int,
    past: Past | None,
    *,
    book: Book | None,
    today: date | None,
    most: int = 1,
) -> "Writer":
    """The writer of a run's notes; at most `most` of them may have the same whole wording."""
    trade, guessed = trade_of(settings, book)
    return Writer(library, settings, seed, past or _NoPast(), _Twins(most), trade, guessed, today, _jottings(book))


@dataclass(frozen=True)
class _Ready:
    """What a card could speak of, and the notes that can be put together of it."""

    card: Card
    made: Candidates


@dataclass(frozen=True)
class Writer:
    """Writes the notes, one pick after another; what is `ready` of one does not depend on the others."""

    library: Library
    settings: Settings
    seed: int
    past: Past
    twins: "_Twins"
    trade: str
    guessed: Sequence[Problem]
    today: date | None
    jottings: Mapping[CustomerId, Sequence[Jotting]]

    def ready(self, pick: Pick) -> _Ready | None:
        """What could be put together for a pick, whatever the others get; None where it is a whole wording."""
        occasion, memory = self.settings.occasions[pick.occasion], self._memory(pick)
        pick = _without_settled(pick, memory)
        if caution(pick, occasion) or exact_words(pick, occasion) or not self.puts_together(pick):
            return None
        card = self._card(pick, memory)
        return _Ready(card, candidates(card, self.library.phrasebook))

    def write(self, pick: Pick, ready: _Ready | None) -> _Written | _Held:
        """The note for a pick, with its gift named in it; `ready` is what can be put together for it."""
        written = self._worded(pick, ready)
        if isinstance(written, _Held):
            return written
        note, remark = with_gift(written.note, self.settings.occasions[pick.occasion], self.seed)
        return _Written(note, [*written.remarks, *([remark] if remark else [])])

    def _worded(self, pick: Pick, ready: _Ready | None) -> _Written | _Held:
        occasion = self.settings.occasions[pick.occasion]
        if reason := caution(pick, occasion):
            return _Held(Against.WHOSE, reason)
        memory = self._memory(pick)
        pick = _without_settled(pick, memory)
        if exact := exact_words(pick, occasion):
            return self._exactly(pick, exact)
        if ready is None:
            return self._with_the_fact(self._of_wordings(pick, self._drafts(pick)), pick, memory)
        own = [one for one in self._drafts(pick) if one.wording.own] if self._has_own(pick) else []
        if own and isinstance(written := self._of_wordings(pick, own), _Written):
            return written
        together = self._of_phrasebook(pick, ready)
        if _is_to_come(ready.card) or isinstance(together, _Written):
            return together
        whole = self._of_wordings(pick, self._drafts(pick))
        if isinstance(whole, _Held) or self._is_too_general(whole.note):
            return together
        return _with_proposals(whole, together)

    def _drafts(self, pick: Pick) -> list[Draft]:
        return draft(pick, self.library, self.settings)

    def _has_own(self, pick: Pick) -> bool:
        """Whether the person has words of their own for an occasion, which come first."""
        return any(one.own and one.occasion == pick.occasion for one in self.library.wordings)

    def _with_the_fact(self, written: _Written | _Held, pick: Pick, memory: Memory) -> _Written | _Held:
        """A solemn note of ours with the one thing we know about the dead, or about what went wrong."""
        if isinstance(written, _Held) or written.note.language != "en":
            return written
        return replace(written, note=with_the_fact(written.note, self._card(pick, memory), self.library.phrasebook))

    def puts_together(self, pick: Pick) -> bool:
        """Whether a pick's note is put together from passages; otherwise it is a whole wording."""
        has_lines = bool(self.library.phrasebook.lines_of(pick.occasion))
        return (
            has_lines and not self.settings.occasions[pick.occasion].loss and language_of(pick, self.settings) == "en"
        )

    def proposals(self, pick: Pick, most: int) -> list[Note]:
        """Notes from as many different plans as there are, the best first."""
        frame = addressed(pick, self.settings, "en").frame
        if not frame.salutation:
            return []
        note = propose(self.card(pick), frame, self.library.phrasebook, most=most)
        return [note, *note.proposals] if note else []

    def card(self, pick: Pick) -> Card:
        """All that the note of a pick could speak of."""
        return self._card(pick, self._memory(pick))

    def _memory(self, pick: Pick) -> Memory:
        house = pick.household or household_of(pick.customer)
        memory = Memory.of(self.past.told(pick.customer.customer_id, house), _month(pick))
        return memory.knowing(self.library.phrasebook.twins) if memory.passages else memory

    def _card(self, pick: Pick, memory: Memory) -> Card:
        today = self.today or pick.mail_by or pick.on or _NO_DAY
        table = Table(self.settings, self.library.phrasebook.finder, today, self.trade, self.jottings)
        occasion = self.settings.occasions[pick.occasion]
        return deal(_without_the_news(pick, occasion), table, memory, self.seed)

    def _exactly(self, pick: Pick, words: str) -> _Written | _Held:
        """A note that says exactly what the person wrote."""
        frame = addressed(pick, self.settings, language_of(pick, self.settings)).frame
        if not frame.salutation:
            return _Held(Against.NO_WORDING, _no_wording(pick, self.library))
        paragraphs = tuple(" ".join(part.split()) for part in re.split(r"\n\s*\n", words) if part.strip())
        cell = exact_cell(pick)
        note = replace(
            frame,
            wording=f"{pick.occasion}/your-own-words",
            paragraphs=paragraphs,
            mentions=("write_exactly",),
            sentences=tuple(Sentence(part, (cell,)) for part in paragraphs),
            told=(own_mention(words),),
        )
        return _Written(note)

    def _of_wordings(self, pick: Pick, drafts: list[Draft]) -> _Written | _Held:
        if not drafts:
            return _Held(Against.NO_WORDING, _no_wording(pick, self.library))
        drafts.sort(key=lambda one: _order(self.seed, one.note))
        used = self.past.wordings_of(pick.customer.customer_id)
        taken = _choose(drafts, self.settings, used, self.twins)
        if isinstance(taken, _Held):
            return taken
        others = [one for one in drafts if one is not taken and one.note.wording not in used and one.note.mentions]
        proposals = tuple(finished(one) for one in others[: PROPOSALS - 1])
        return _Written(replace(finished(taken), proposals=proposals, told=remembered(taken.note)), taken.remarks)

    def _is_too_general(self, note: Note) -> bool:
        """Whether a note mentions nothing of the person; how long one has known them is no reason to write today."""
        if not self.settings.wording.held_when_general:
            return False
        occasion = self.settings.occasions[note.pick.occasion]
        is_of_a_row = note.pick.milestone is not None and not occasion.says_years
        return not set(note.mentions) - (_CALENDAR if is_of_a_row else set())

    def _of_phrasebook(self, pick: Pick, ready: _Ready) -> _Written | _Held:
        frame = addressed(pick, self.settings, "en").frame
        if not frame.salutation:
            return _Held(Against.NO_WORDING, _no_wording(pick, self.library))
        near = self.twins.passages_near(pick) | self.twins.answers
        taken = near | self.twins.said.get(pick.occasion, set())
        made = ready.made.laid_out_by(lays_out(ready.card, self.library.phrasebook))
        note = choose(ready.card, frame, made, taken) or choose(ready.card, frame, made, near)
        if note is None:
            return _Held(Against.NO_WORDING, _no_wording(pick, self.library))
        if self._is_too_general(note):
            return _Held(Against.GENERAL, _GENERAL)
        self.twins.add(note)
        return _Written(note)


def _is_to_come(card: Card) -> bool:
    """Whether the card arrives before its day: the whole wordings speak of what has been."""
    return card.is_of_a_matter and card.state in (State.BEFORE, State.ON)


def _with_proposals(whole: _Written, together: _Written | _Held) -> _Written:
    """A whole wording with the notes beside it that were put together for the person."""
    if isinstance(together, _Held):
        return whole
    others = (together.note, *together.note.proposals, *whole.note.proposals)[: PROPOSALS - 1]
    return replace(whole, note=replace(whole.note, proposals=tuple(replace(one, proposals=()) for one in others)))


def _without_the_news(pick: Pick, occasion: Occasion) -> Pick:
    """The pick without the words among the notes that the card itself is about, so that they are not told twice."""
    jotted, notes = pick.milestone.jotted if pick.milestone else "", pick.customer.notes
    left = notes.replace(jotted, "", 1) if jotted else notes
    if occasion.person_is == "referred":
        left = without_referrals(left)
    return pick if left == notes else replace(pick, customer=replace(pick.customer, notes=left))


def _without_settled(pick: Pick, memory: Memory) -> Pick:
    """The pick without a sentence of the person's own that has already gone out."""
    details = {
        name: text
        for name, text in pick.customer.details.items()
        if name not in ("say_this", "write_exactly") or not memory.is_settled(text)
    }
    return replace(pick, customer=replace(pick.customer, details=details))


def _month(pick: Pick) -> str:
    day = pick.mail_by or pick.on
    return f"{day:%Y-%m}" if day else ""


def _choose(drafts: Sequence[Draft], settings: Settings, used: frozenset[str], twins: "_Twins") -> Draft | _Held:
    """The first draft that mentions something of the person, was not used before and is no twin."""
    particular = [one for one in drafts if one.note.mentions]
    if not particular and settings.wording.held_when_general:
        return _Held(Against.GENERAL, _GENERAL)
    fitting = particular or drafts
    # A new sentence of the person's own makes it a different note, even if every wording has been used.
    fresh = [one for one in fitting if one.note.wording not in used] or [
        one for one in fitting if "say_this" in one.note.mentions
    ]
    if not fresh:
        folder = f"templates/{drafts[0].note.pick.occasion}"
        why = f"they had every wording that fits in earlier notes: write another in {folder}"
        return _Held(Against.USED_UP, why)
    taken = twins.best(fresh) or next((one for one in fresh if "say_this" in one.note.mentions), None)
    if taken is None:
        why = "somebody of their house or firm has these words this month: add a line in the column Say this"
        return _Held(Against.TWIN, why)
    twins.add(taken.note)
    return taken


class _Twins:
    """Who has had which wording in this batch, what was `said` of a thing on cards of an occasion, and which `answers`
    to a story anybody has had.

    Nobody of one household or firm has the same, nor anybody in the same street if there is another. No wording comes
    again while there is one that nobody has, nor has more than its share of the batch while there is another.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self.count: Counter[str] = Counter()
        self.near: set[tuple[str, str]] = set()
        self.passages: dict[str, set[str]] = {}
        self.said: dict[str, set[str]] = {}
        self.answers: set[str] = set()

    def best(self, drafts: Sequence[Draft]) -> Draft | None:
        """The first of the drafts that keeps to all of it, or to as much as can be; None where it would be a twin."""
        apart = [one for one in drafts if not self._meets(one.note, household(one.note.pick))]
        strangers = [one for one in apart if not self._meets(one.note, street(one.note.pick))]
        rare = [one for one in strangers if self.count[one.note.wording] < self.most]
        unheard = [one for one in strangers if not self.count[one.note.wording]]
        return next(iter([*unheard, *rare, *strangers, *apart]), None)

    def add(self, note: Note) -> None:
        self.count[note.wording] += 1
        of_things = {key for key in note.passages if key.rpartition(" ")[0] != note.pick.occasion}
        self.said.setdefault(note.pick.occasion, set()).update(of_things)
        self.answers.update(key for key in note.passages if key.startswith(ANSWER))
        for group in (*household(note.pick), *street(note.pick)):
            self.near.add((group, note.wording))
            self.passages.setdefault(group, set()).update(note.passages)

    def passages_near(self, pick: Pick) -> frozenset[str]:
        """The passages that somebody of the same household, firm or street has this month."""
        groups = (*household(pick), *street(pick))
        return frozenset().union(*(self.passages.get(group, ()) for group in groups))

    def _meets(self, note: Note, groups: Sequence[str]) -> bool:
        return any((group, note.wording) in self.near for group in groups)


def household(pick: Pick) -> Sequence[str]:
    """A customer's household and firm, where two cards would lie side by side."""
    firm = plain(pick.customer.company)
    return (household_of(pick.customer), *([f"firm {firm}"] if firm else ()))


def street(pick: Pick) -> Sequence[str]:
    """The street of a customer, without the number; a box is not a street."""
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
    if not dear(pick, "en"):
        return "nobody can be greeted by name: fill in the name, or the column Dear"
    wordings = [wording for wording in library.wordings if wording.occasion == pick.occasion]
    if not wordings:
        return f"there is no wording for “{pick.occasion}”: write one in templates/{pick.occasion}"
    if person := pick.facts.get("person"):
        return f"no wording of “{pick.occasion}” mentions {person}: write one with {{{{ person }}}}, or clear Person"
    needs = min((sorted(one.needs) for one in wordings), key=len)
    return f"no wording of “{pick.occasion}” can be written without {' and '.join(needs) or 'a name'}"


def _unsigned(cards: Sequence[Pick], settings: Settings) -> list[Problem]:
    if not any(not signer_of(pick.customer, settings).name for pick in cards):
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


def _told(written: Sequence[_Written], settings: Settings) -> list[Problem]:
    """What the person may want to know about the notes that were written."""
    problems = []
    for one in written:
        customer, occasion = one.note.pick.customer, settings.occasions[one.note.pick.occasion]
        for sentence in one.remarks:
            problems.append(Problem(customer.place, f"{describe(customer)}: {sentence}", level=Level.NOTICE))
        if own := sentence_of(one.note.pick, occasion) if "say_this" in one.note.mentions else "":
            message = f"“{own}” goes into this month’s card."
            remedy = "It is said once: later cards leave it out until you write another."
            problems.append(Problem(customer.cell("say_this"), message, remedy, Level.NOTICE))
        for column, text in unusable(one.note.pick, occasion, settings.business.language).items():
            what = "is not a name" if column in NAMED else "does not fit into a sentence"
            message = f"“{text}” {what}, and was left out of the note."
            remedy = _REMEDIES.get(column, "Write what would follow “Thank you for …”, like “the new kitchen”.")
            place = customer.cell(column) if column in customer.details else replace(customer.place, column=column)
            problems.append(Problem(place, message, remedy, Level.NOTICE))
    return problems
