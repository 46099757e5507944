"""Applied: the month's picks and notes once the person has decided about some of them.

A decision about one customer changes only that customer's card. Who else gets a card, and what it says, was settled
before.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from notes.changes.change import Change, Send
from notes.customers import Customer, CustomerId, Jotting
from notes.holds import Hold, gravest, told, understood
from notes.language.days import with_year
from notes.language.headers import Header
from notes.language.signals import Part, findings
from notes.language.texts import short
from notes.picking.objections import Against, Objection
from notes.picking.picks import Outcome, Pick, Picks, in_order
from notes.problems import Level, Place, Problem
from notes.wording.note import Note, Sentence

TOLD = "One more thing you know"  # as the app calls it, and as a sentence names where it is from


class Overruling(Protocol):
    """What makes a pick a card although something is in the way."""

    def with_initials(self, pick: Pick, initials: str) -> Pick: ...
    def after_all(self, pick: Pick) -> Pick: ...


# A note or, where there is none, the pick as it is held then. The last argument: it goes although it is general.
Rewording = Callable[[Pick, Sequence[Jotting], bool], Note | Pick]


@dataclass(frozen=True)
class Decided:
    """The picks and notes with every decision applied, and the problems met; `proposed` are the notes before that."""

    picks: Picks
    notes: Sequence[Note]
    problems: Sequence[Problem] = ()
    proposed: Mapping[CustomerId, Note] = field(default_factory=dict)


def apply(
    picks: Picks,
    notes: Sequence[Note],
    changes: Mapping[CustomerId, Change],
    today: date,
    overruling: Overruling,
    reword: Rewording,
) -> Decided:
    """The month as the person wants it: `reword` gives a new note for a pick, or the pick as it is held.

    A decision is about a customer's first card; a second card goes along unchanged.
    """
    second = {one.reason_key for pick in picks.picks for one in pick.also if one.outcome is Outcome.CARD}
    beside = [note for note in notes if note.pick.reason_key in second]
    proposed = {note.pick.customer.customer_id: note for note in notes if note.pick.reason_key not in second}
    if not changes:
        return Decided(picks, notes, proposed=proposed)
    places = _first_places(picks.picks)
    settled: list[Pick] = []
    written: dict[CustomerId, Note] = {}
    problems: list[Problem] = []
    for pick in picks.picks:
        one = pick.customer.customer_id
        note = proposed.get(one) if pick.outcome is Outcome.CARD else None
        if one not in changes or pick.customer.place != places[one]:
            settled.append(pick)
            written |= {one: note} if note else {}
            continue
        decided, anew = _decided(pick, note, changes[one], today, overruling, reword)
        if decided.outcome is not Outcome.CARD:
            decided = replace(decided, also=())
            beside = [other for other in beside if other.pick.customer.customer_id != one]
        settled.append(decided)
        if anew is not None:
            proposed[one] = anew
            problems += _unfit(decided, anew, changes[one])
            written[one] = with_changes(anew, changes[one])
    stack = sorted((*written.values(), *beside), key=lambda note: in_order(note.pick))
    return Decided(replace(picks, picks=settled), stack, problems, proposed)


def _first_places(picks: Sequence[Pick]) -> Mapping[CustomerId, Place]:
    """For every customer number the row that counts: the first with that number."""
    return {pick.customer.customer_id: pick.customer.place for pick in reversed(picks)}


def _decided(
    pick: Pick, note: Note | None, change: Change, today: date, overruling: Overruling, reword: Rewording
) -> tuple[Pick, Note | None]:
    """The pick and its note, before any of the words are changed."""
    if reason := put_off(change, today):
        said = Objection(Against.NEVER if change.send is Send.NEVER else Against.LATER)
        return pick.without_card(Outcome.SKIPPED, said, reason), None
    if pick.outcome is not Outcome.CARD and change.initials:
        pick = overruling.with_initials(pick, change.initials)
    goes_anyway = change.send is Send.YES and change.despite == pick.objection and may_go(pick, change)
    if pick.outcome is not Outcome.CARD and goes_anyway:
        pick = overruling.after_all(pick)
    if wants_words(pick) and (change.more or change.words):
        pick, goes_anyway = replace(pick, outcome=Outcome.CARD, reason="", objection=None), bool(change.words)
    if pick.outcome is not Outcome.CARD:
        return pick, None
    if (dark := _dark(change)) and change.send is not Send.YES:
        why = f"{told(dark)}: {understood(dark)}. Does a card still go?"
        return pick.without_card(Outcome.HELD, Objection.of(dark), why), None
    if note is None or change.more:
        if note is None and change.words and _fits(pick, change):
            pick = replace(pick, facts={**pick.facts, "write_exactly": change.words})
        known = jottings(change)
        answer = reword(pick, known, goes_anyway)
        if isinstance(answer, Pick):
            return replace(pick, outcome=answer.outcome, reason=answer.reason, objection=answer.objection), None
        note = _speaking_of(answer, known)
    return pick, note


def wants_words(pick: Pick) -> bool:
    """Whether a pick is held only because there was nothing to say: it had come as far as a day to be posted."""
    return pick.outcome is Outcome.HELD and pick.mail_by is not None


def may_go(pick: Pick, change: Change) -> bool:
    """Whether the person can let a card go: nothing rules it out for good, and a letter would arrive."""
    return pick.customer.mail_ok and (pick.customer.address.usable or bool(change.lines))


def put_off(change: Change, today: date) -> str:
    """Why no card goes to somebody for now, if the person said so."""
    if change.send is Send.NEVER:
        return "You said that no card goes to them, this month or later."
    if change.send is Send.LATER and change.until and today < change.until:
        return f"You put this card off until {with_year(change.until)}."
    return "You put this card off." if change.send is Send.LATER and not change.until else ""


def _dark(change: Change) -> Hold | None:
    """The gravest thing the person told us that calls for silence rather than a card."""
    place = Place("changes.json", column=TOLD)
    holds = [Hold.of(one, place, text) for text in change.more for one in findings(Header(), text, Part.NOTE)]
    return gravest(holds)


def jottings(change: Change) -> list[Jotting]:
    """What the person told us about a customer, as rows of the sheet Details."""
    return told_of(change.customer_id, change.more)


def told_of(customer_id: CustomerId, texts: Sequence[str]) -> list[Jotting]:
    place = Place("changes.json", column=TOLD)
    return [Jotting(place=place, customer_id=customer_id, what=one) for one in texts if not is_sentence(one)]


_SUBJECT = re.compile(r"(they|she|he|we|i|it)(['’]\w+)? ", re.IGNORECASE)


def is_sentence(text: str) -> bool:
    """Whether what was told is a whole sentence, which cannot go into the middle of another.

    >>> is_sentence("They just came back from Norway"), is_sentence("the week in Lisbon")
    (True, False)
    """
    return _SUBJECT.match(text) is not None


def _speaking_of(note: Note, told: Sequence[Jotting]) -> Note:
    """The note, with the proposal that speaks of what was just told put first."""
    options = (note, *note.proposals)
    first = next((one for one in options if _says(one, told)), note)
    return _taken(first, options)


def speaks_of(note: Note, told: Sequence[Jotting]) -> bool:
    """Whether a note or one of its proposals says something of what was told."""
    return any(_says(one, told) for one in (note, *note.proposals))


def _says(note: Note, told: Sequence[Jotting]) -> bool:
    places = {one.place for one in told}
    return any(places & set(sentence.cells) for sentence in note.sentences)


def _taken(one: Note, options: Sequence[Note]) -> Note:
    return replace(one, proposals=tuple(replace(other, proposals=()) for other in options if other is not one))


def body(note: Note) -> str:
    """The paragraphs of a note as the person edits them."""
    return "\n\n".join(note.paragraphs)


def with_changes(note: Note, change: Change) -> Note:
    """The note with the words, the hand and the signer that were chosen for it."""
    if _fits(note.pick, change):
        note = _in_words(note, change)
    return replace(
        note,
        salutation=change.salutation or note.salutation,
        closing=change.closing or note.closing,
        signature=change.signer or note.signature,
        hand=change.hand,
        envelope=change.lines,
        changed=change.decided,
    )


def _in_words(note: Note, change: Change) -> Note:
    options = (note, *note.proposals)
    chosen = next((one for one in options if body(one) == change.choice), None)
    note = _taken(chosen, options) if chosen else note
    words = change.words or ("" if chosen else change.choice)
    if not words or words == body(note):
        return note
    parts = paragraphs(words)
    own = tuple(Sentence(part, (Place("changes.json", column="Your own words"),)) for part in parts)
    kept = _taken(note, options).proposals
    return replace(
        note,
        wording=f"{note.pick.occasion}/your-own-words",
        paragraphs=parts,
        sentences=own,
        shorter=None,
        proposals=(replace(note, proposals=()), *kept),
    )


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text, a blank line between them."""
    parts = [" ".join(part.split()) for part in text.replace("\r", "").split("\n\n")]
    return tuple(filter(None, parts))


def _fits(pick: Pick, change: Change) -> bool:
    """Whether the words that were decided are for this card: the same occasion, on the same day."""
    return (change.occasion, change.on) in (("", ""), (pick.occasion, str(pick.on or "")))


def _unfit(pick: Pick, note: Note, change: Change) -> list[Problem]:
    """Decisions about words that are no longer there."""
    if not (change.words or change.choice):
        return []
    place, name = Place("changes.json"), _called(pick.customer)
    if not _fits(pick, change):
        another = f"but the card is now for something else ({pick.occasion})"
        message = f"you changed the words of {name}’s card ({change.occasion}), {another}."
        remedy = "Your words are kept but not used. Please look at the card again."
        return [Problem(place, message, remedy, Level.WARNING)]
    there = [body(one) for one in (note, *note.proposals)]
    began = change.base if change.words else change.choice
    if change.more or not began or began in there:
        return []
    message = f"since you changed {name}’s card, your files have changed, and it would now say “{short(there[0], 80)}”."
    return [Problem(place, message, "Your words are used. Please look at the card again and choose.", Level.WARNING)]


def _called(customer: Customer) -> str:
    return customer.name or customer.company or customer.customer_id
