"""What the page shows of the month, as plain values: the cards, then those waiting, then those who get none."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from itertools import groupby
from typing import Any

from notes.changes import Change, Send, Step
from notes.changes.application import TOLD, body, may_go
from notes.customers import CustomerId
from notes.desk.month import Desk
from notes.language.days import month_and_year, with_weekday
from notes.language.numbers import counted
from notes.occasions import Occasions
from notes.paper.pieces import FileKind, Paper
from notes.picking.overruling import needs_initials
from notes.picking.picks import Outcome, Pick
from notes.problems import Level, Place, Problem
from notes.signers import signer_of
from notes.stack import envelope_lines
from notes.wording.note import Note

WORDS_OF = {
    "words": "the words",
    "choice": "the proposal",
    "salutation": "the greeting",
    "closing": "the closing",
    "signer": "who signs",
    "hand": "the handwriting",
    "lines": "the envelope",
    "more": "what you know",
    "initials": "your initials",
    "send": "whether it goes",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A proposal: its words, how the record knows it ("" for the first), and whether it is the one that goes."""

    number: int
    text: str
    mark: str
    taken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """One customer's card as the page shows it.

    `state` is “card”, “held” (something is in the way), “off” (put off or never) or “none”. `trouble` says why it
    cannot be written. `may_go` tells whether a click can let it go.
    """

    id: CustomerId
    key: str
    name: str
    occasion: str
    why: str
    state: str
    reason: str = ""
    mail_by: str = ""
    picture: str = ""
    trouble: str = ""
    options: Sequence[Option] = ()
    text: str = ""
    salutation: str = ""
    words: str = ""
    closing: str = ""
    signer: str = ""
    hand: str = ""
    lines: Sequence[str] = ()
    more: Sequence[str] = ()
    unworded: Sequence[str] = ()
    initials: str = ""
    needs_initials: bool = False
    instead: str = ""
    needs_lines: bool = False
    may_go: bool = False
    is_lasting: bool = False
    is_own: bool = False
    changed: Sequence[str] = ()
    sources: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Customers who get no card for the same reason."""

    reason: str
    cards: Sequence[CardView]


@dataclass(frozen=True, slots=True)
class FileView:
    """A file to print: its name, the pages, the paper, and what it is."""

    name: str
    pages: int
    paper: str
    what: str


@dataclass(frozen=True, kw_only=True)
class PageView:
    """The whole page."""

    month: str
    business: str
    is_sample: bool
    cards: Sequence[CardView]
    held: Sequence[CardView]
    others: Sequence[Group]
    bar: "BarView"
    problems: Sequence[Problem]


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What there is to choose from: hands (name, title, description), signers, and days to put a card off to."""

    hands: Sequence[tuple[str, str, str]]
    signers: Sequence[str]
    tomorrow: date
    next_month: date


@dataclass(frozen=True, kw_only=True)
class BarView:
    """What changes with every step: the count, what can be undone, and what has been made."""

    count: str
    undo: str
    again: str
    files: Sequence[FileView]
    is_as_made: bool
    folder: str
    to_post: Sequence[tuple[int, str]]
    posted: int
    notices: Sequence[str]


WHAT = {
    Paper.CARD: "the cards",
    Paper.ENVELOPE: "the envelopes",
    Paper.LABEL: "labels, if you would rather not print envelopes",
    Paper.ORDINARY: "a list to tick off while you fold and post",
    Paper.OF_THE_SHOP: "for a print shop",
}


def page(desk: Desk) -> PageView:
    at = desk.at
    shown = {one: card(desk, pick, with_trouble=False) for one, pick in at.picks.items()}
    cards = [shown[note.pick.customer.customer_id] for note in at.decided.notes]
    off = [one for one in shown.values() if one.state == "off" and one.id in at.record.changes]
    held = [one for one in shown.values() if one.state == "held"]
    there = {one.id for one in (*cards, *off, *held)}
    others = sorted((one for one in shown.values() if one.id not in there), key=lambda one: (one.reason, one.name))
    groups = [Group(reason, tuple(those)) for reason, those in groupby(others, key=lambda one: one.reason)]
    groups.sort(key=lambda group: -len(group.cards))
    settings = at.proposed.inputs.settings
    return PageView(
        month=month_and_year(at.proposed.month),
        business=settings.business.name,
        is_sample=desk.office.folder.is_sample,
        cards=[*cards, *off],
        held=held,
        others=groups,
        bar=bar(desk),
        problems=[one for one in dict.fromkeys(at.proposed.inputs.problems) if one.level is not Level.NOTICE],
    )


def choices(desk: Desk) -> Choices:
    inputs, today = desk.at.proposed.inputs, desk.at.proposed.today
    known = [one.signature for one in inputs.settings.signers.values()]
    looking_after = sorted({signer_of(one, inputs.settings).signature for one in inputs.book.customers})
    signers = filter(None, [inputs.settings.business.sender, *known, *inputs.settings.hands, *looking_after])
    next_month = (today.replace(day=28) + timedelta(days=4)).replace(day=1)
    return Choices(
        hands=[(name, spec.title or name, spec.about) for name, spec in desk.hands.items()],
        signers=list(dict.fromkeys(signers)),
        tomorrow=today + timedelta(days=1),
        next_month=next_month,
    )


def bar(desk: Desk) -> BarView:
    at = desk.at
    waiting = sum(pick.outcome is Outcome.HELD for pick in at.picks.values())
    count = counted(len(at.decided.notes), "card")
    count += f", and {waiting} {'waits' if waiting == 1 else 'wait'} for you" if waiting else ""
    made = desk.made()
    return BarView(
        count=count,
        undo=_told(at.record.steps[-1]) if at.record.steps else "",
        again=_told(at.record.taken_back[0]) if at.record.taken_back else "",
        files=_files(made) if made else (),
        is_as_made=bool(made and desk.is_as_made(made)),
        folder=str(desk.batch_folder),
        to_post=[(event.number, event.name) for event in desk.to_post()],
        posted=desk.posted(),
        notices=[_sentence(f"{one.message} {one.remedy}") for one in (*desk.told, *at.decided.problems)],
    )


def _told(step: Step) -> str:
    what = [WORDS_OF[name] for name in step.values if name in WORDS_OF]
    return f"{step.name}: {', '.join(what) or 'the card'}"


def _files(made: Mapping[str, Any]) -> list[FileView]:
    kinds = [(FileKind(name), about) for name, about in made["files"].items()]
    return [FileView(kind.value, about["pages"], about["paper"], WHAT[kind.paper]) for kind, about in kinds]


def key_of(customer_id: CustomerId) -> str:
    """A customer's number in a form that can stand in an address."""
    return urlsafe_b64encode(customer_id.encode()).decode().rstrip("=") or "-"


def customer_of(key: str) -> CustomerId:
    """The customer number behind a key; an empty one if the key makes no sense.

    >>> customer_of(key_of(CustomerId("../7 é"))), customer_of("%%")
    ('../7 é', '')
    """
    try:
        return CustomerId(urlsafe_b64decode(key + "=" * (-len(key) % 4)).decode())
    except ValueError:
        return CustomerId("")


def card_of(desk: Desk, customer_id: CustomerId) -> CardView:
    """One customer's card, tried out in its hand."""
    return card(desk, desk.at.picks[customer_id], with_trouble=True)


def card(desk: Desk, pick: Pick, with_trouble: bool) -> CardView:
    one = pick.customer.customer_id
    change, note = desk.at.of(one), desk.at.notes.get(one)
    occasions = desk.at.proposed.inputs.settings.occasions
    occasion = occasions[pick.occasion] if pick.occasion else None
    about = CardView(
        id=one,
        key=key_of(one),
        name=pick.customer.name or pick.customer.company or one,
        occasion=occasion.title if occasion else "",
        why=pick.why,
        state=_state(pick, note, change),
        reason=_sentence(pick.reason),
        mail_by=with_weekday(pick.mail_by) if pick.mail_by else "",
        more=change.more,
        unworded=[one for one in change.more if note and not _is_said(note)],
        initials=change.initials,
        needs_initials=needs_initials(occasions, pick),
        instead="" if note else _instead(occasions, pick),
        needs_lines=not pick.customer.address.usable,
        may_go=may_go(pick, change),
        is_lasting=not pick.customer.mail_ok,
        is_own=bool(desk.at.record.of(one).send.value),
        changed=[WORDS_OF[name] for name in change.decided],
        words=change.words,
        signer=change.signer,
        hand=change.hand,
        lines=change.lines,
    )
    return _with_note(desk, about, note, change, with_trouble) if note else about


def _instead(occasions: Occasions, pick: Pick) -> str:
    """The card about a loss that may go in place of this one, with somebody’s initials."""
    waiting = (one for one in pick.also if one.outcome is Outcome.HELD and needs_initials(occasions, one))
    return next((occasions[one.occasion].title for one in waiting), "")


def _state(pick: Pick, note: Note | None, change: Change) -> str:
    if note:
        return "card"
    if pick.outcome is Outcome.HELD:
        return "held"
    return "off" if change.send in (Send.LATER, Send.NEVER) else "none"


def _is_said(note: Note) -> bool:
    """Whether the note mentions something the person told us."""
    return any(cell.column == TOLD for sentence in note.sentences for cell in sentence.cells)


def _with_note(desk: Desk, about: CardView, note: Note, change: Change, with_trouble: bool) -> CardView:
    inputs = desk.at.proposed.inputs
    hand = note.hand or inputs.hand_for(note.pick.customer)
    piece = desk.piece(about.id) if with_trouble else ""
    seal = sha256(f"{note.text}\0{hand}".encode()).hexdigest()[:16]
    return replace(
        about,
        picture=f"card/{about.key}/{seal}.png",
        trouble=piece if isinstance(piece, str) else "",
        options=_options(desk, note),
        text=note.text,
        salutation=note.salutation,
        words=body(note),
        closing=note.closing,
        signer=note.signature,
        hand=hand,
        lines=envelope_lines(note, inputs.settings),
        sources=[f"{sentence.text} ({_from(sentence.cells)})" for sentence in note.sentences if sentence.cells],
    )


def _from(cells: Sequence[Place]) -> str:
    return "; ".join(dict.fromkeys(str(cell) for cell in cells))


def _options(desk: Desk, note: Note) -> list[Option]:
    """The proposals for a card, in the order they were made, without the person's own words."""
    first = desk.at.decided.proposed[note.pick.customer.customer_id]
    return [
        Option(number=number, text=" ".join(one.paragraphs), mark=body(one), taken=one.paragraphs == note.paragraphs)
        for number, one in enumerate((first, *first.proposals), start=1)
    ]


def _sentence(text: str) -> str:
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if not text or text[-1] in ".!?…”" else ".")
