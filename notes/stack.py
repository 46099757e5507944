"""The stack: the notes in their hands, each with its address, all in one order."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from textwrap import wrap

from notes.inputs import Inputs
from notes.language.texts import short
from notes.paper import envelopes, labels
from notes.paper.pieces import Card
from notes.paper.stocks import Size
from notes.picking.objections import Against, Objection
from notes.picking.picks import Outcome, Pick
from notes.post.addresses import postal_lines
from notes.problems import BadValue, DoesNotFit, Level, Problem
from notes.progress import steps
from notes.settings import Settings
from notes.wording.note import Note
from notes.writing.hand import Hand
from notes.writing.letter import Written


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A card before it has its place on paper; a solemn one has no front, and so nothing that looks like a campaign."""

    card: Card
    note: Note
    labelled: bool
    solemn: bool


@dataclass(frozen=True)
class Stack:
    """The pieces by their numbers; the picks that are held because they cannot be written; and the problems met."""

    pieces: Sequence[Piece] = ()
    held: Sequence[Pick] = ()
    problems: Sequence[Problem] = ()


def write(inputs: Inputs, notes: Sequence[Note], key: str, first: int = 1) -> Stack:
    """The notes written, with their addresses, numbered from the `first`.

    The `key` is what makes this month's cards unlike another's.
    """
    pieces: list[Piece] = []
    held: list[Pick] = []
    problems: list[Problem] = []
    for note in steps(notes, "Writing card {} of {}"):
        try:
            piece, unlabelled = write_one(inputs, note, len(pieces) + first, f"{key} {note.pick.customer.customer_id}")
        except BadValue as bad:
            pick, problem = held_for(note.pick, bad)
            held.append(pick)
            problems.append(problem)
        else:
            pieces.append(piece)
            problems += unlabelled
    return Stack(pieces, held, problems)


def held_for(pick: Pick, bad: BadValue) -> tuple[Pick, Problem]:
    """A pick held because its card cannot be written, and what is told of it."""
    why = f"{_sentence(bad.message)} {bad.remedy}"
    message = f"the card for {pick.customer.name} is held: {bad.message}"
    problem = Problem(pick.customer.place, message, bad.remedy, Level.WARNING)
    return pick.without_card(Outcome.HELD, Objection(Against.DOES_NOT_FIT), why), problem


def envelope_lines(note: Note, settings: Settings) -> tuple[str, ...]:
    """The whole address: the name, the company if it is not the name, and the address as its country writes it."""
    if note.envelope:
        return note.envelope
    customer = note.pick.customer
    firm = [customer.company] if customer.company and customer.company != note.envelope_name else []
    return (note.envelope_name, *firm, *postal_lines(customer.address, settings.business.country))


def is_abroad(note: Note, settings: Settings) -> bool:
    return (note.pick.customer.address.country or settings.business.country) != settings.business.country


def write_one(inputs: Inputs, note: Note, number: int, key: str) -> tuple[Piece, Sequence[Problem]]:
    """The card with its envelope, and the reason if it has no label.

    Raises:
        BadValue: the note or the address cannot be written, or does not fit.
    """
    lines = envelope_lines(note, inputs.settings)
    envelopes.check(lines, inputs.envelope)
    taken, written = _fitting(inputs, note, f"{key} {note.pick.occasion}")
    address = _address(inputs, lines, f"{key} address")
    unlabelled = _not_on_a_label(inputs, note, lines)
    card = Card(number, written, lines, is_abroad(note, inputs.settings), address)
    solemn = inputs.settings.occasions[note.pick.occasion].solemn
    return Piece(card=card, note=taken, labelled=not unlabelled, solemn=solemn), unlabelled


def _fitting(inputs: Inputs, note: Note, key: str) -> tuple[Note, Written]:
    """The note as the hand writes it, in its shorter form if the whole does not fit."""
    hand = inputs.hands[note.hand or inputs.hand_for(note.pick.customer)]
    by_pen = is_signed_by_pen(inputs, note)

    def written(form: Note) -> tuple[Note, Written]:
        form = replace(form, signature="") if by_pen else form
        return form, hand.write(form, *inputs.card.writing_box, key, inputs.settings.card.x_height_points, by_pen)

    try:
        return written(note)
    except BadValue:
        if note.shorter is None:
            raise
        return written(note.shorter)


def is_signed_by_pen(inputs: Inputs, note: Note) -> bool:
    return inputs.settings.card.signature == "space" or not note.signature


def _address(inputs: Inputs, lines: Sequence[str], key: str) -> Written | None:
    if not inputs.settings.envelope.hand:
        return None
    hand = inputs.hands[inputs.settings.envelope.hand]
    return address_by_hand(hand, lines, envelopes.address_box(inputs.envelope), key)


def address_by_hand(hand: Hand, lines: Sequence[str], box: Size, key: str) -> Written:
    """An address in a hand, a line that is too long for it broken into as few pieces as will do.

    Raises:
        BadValue: no hand has a letter of it, or it does not fit all the same; it says which line.
    """
    try:
        return hand.write_lines(lines, *box, key)
    except DoesNotFit:
        too_long = [line for line in lines if not _fits(hand, line, box)]
    if not too_long:
        raise DoesNotFit(f"the {len(lines)} lines of the address are too many for this hand.", _PLAINLY)
    for pieces in range(2, MOST_PIECES + 1):
        parts = [part for line in lines for part in (_broken(line, pieces) if line in too_long else (line,))]
        with suppress(DoesNotFit):
            return hand.write_lines(parts, *box, key)
    raise DoesNotFit(f"“{short(too_long[0])}” is too long for the envelope in this hand.", _PLAINLY)


MOST_PIECES = 4  # of a line that is too long
_PLAINLY = "Shorten it, take a larger envelope, or leave envelope.hand empty for plain type."


def _fits(hand: Hand, line: str, box: Size) -> bool:
    try:
        hand.write_lines([line], *box, line)
    except DoesNotFit:
        return False
    return True


def _broken(line: str, pieces: int) -> Sequence[str]:
    """A line in so many pieces at the most, as equal as its words let them be."""
    ways = (wrap(line, width, break_long_words=False, break_on_hyphens=False) for width in range(1, len(line) + 1))
    return next(way for way in ways if len(way) <= pieces)


def _not_on_a_label(inputs: Inputs, note: Note, lines: Sequence[str]) -> list[Problem]:
    """Why there is no label for this card, if there is none; its envelope is made all the same."""
    customer = note.pick.customer
    try:
        labels.check(lines, inputs.label)
    except BadValue as bad:
        message = f"there is no label for {customer.name}: {bad.message}"
        return [Problem(customer.place, message, "Print the envelope instead, or use a larger label.", Level.WARNING)]
    return []


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
