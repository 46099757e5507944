"""What is shown of one customer's card, as plain values."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from notes.changes import Change, Send
from notes.changes.application import TOLD, body, may_go
from notes.customers import Customer, CustomerId
from notes.desk.month import Desk
from notes.desk.writer import may_draft
from notes.language.days import with_weekday
from notes.occasions import Occasions
from notes.picking.overruling import needs_initials
from notes.picking.picks import Outcome, Pick
from notes.problems import Place
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
    """A proposal: its words, how the record knows it ("" for the first), and whether it is the one that goes.

    `drafted` tells that it is not ours but of a writer of the person's own.
    """

    number: int
    text: str
    mark: str
    taken: bool
    drafted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """One customer's card as the page shows it.

    `state` is “card”, “held” (something is in the way), “off” (put off or never) or “none”. `trouble` says why it
    cannot be written. `may_go` tells whether a click can let it go, `may_draft` whether a writer may be asked for it.
    """

    id: CustomerId
    key: str
    name: str
    occasion: str
    why: str
    state: str
    reason: str = ""
    mail_by: str = ""
    gift: str = ""
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
    may_draft: bool = False
    changed: Sequence[str] = ()
    sources: Sequence[str] = ()


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


def called(customer: Customer) -> str:
    """What somebody is called on the page."""
    return customer.name or customer.company or customer.customer_id


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
        name=called(pick.customer),
        occasion=occasion.title if occasion else "",
        why=pick.why,
        state=_state(pick, note, change),
        reason=as_sentence(pick.reason),
        mail_by=with_weekday(pick.mail_by) if pick.mail_by else "",
        gift=pick.gift if note else "",
        more=change.more,
        unworded=[one for one in change.more if note and not change.words and not _is_said(note)],
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
        may_draft=may_draft(inputs.settings, note),
        sources=[f"{sentence.text} ({_from(sentence.cells)})" for sentence in note.sentences if sentence.cells],
    )


def _from(cells: Sequence[Place]) -> str:
    return "; ".join(dict.fromkeys(str(cell) for cell in cells))


def _options(desk: Desk, note: Note) -> list[Option]:
    """The proposals for a card, in the order they were made, without the person's own words."""
    first = desk.at.decided.proposed[note.pick.customer.customer_id]
    return [
        Option(
            number=number,
            text=" ".join(one.paragraphs),
            mark=body(one),
            taken=one.paragraphs == note.paragraphs,
            drafted=one.is_drafted,
        )
        for number, one in enumerate((first, *first.proposals), start=1)
    ]


def as_sentence(text: str) -> str:
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if not text or text[-1] in ".!?…”" else ".")
