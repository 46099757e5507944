"""What the month's page shows, as plain values: the cards, then those waiting, then those who get none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, groupby

from notes.changes import Step
from notes.customers import CustomerId
from notes.desk import press
from notes.desk.card_views import WORDS_OF, CardView, as_sentence, card, key_of
from notes.desk.finish_views import FinishView, finish, month_after
from notes.desk.month import Desk, Loaded
from notes.desk.spreadsheet_views import to_look_at
from notes.history import Event
from notes.language.days import month_and_year, spoken
from notes.language.numbers import counted
from notes.picking.picks import Outcome
from notes.problems import Level
from notes.settings import Business
from notes.signers import signer_of


@dataclass(frozen=True, slots=True)
class Group:
    """Customers who get no card for the same reason."""

    reason: str
    cards: Sequence[CardView]


@dataclass(frozen=True, slots=True)
class Sent:
    """A card of the month that is in the post: to whom, for what, and since which day.

    The `key` is empty where they are no longer in the spreadsheet, so that there is no page of theirs.
    """

    key: str
    name: str
    occasion: str
    day: str


@dataclass(frozen=True, kw_only=True)
class PageView:
    """The whole page; `name` is the month as an address has it, `unsaid` what the settings should say first, `to_mend`
    how many things in the files keep cards from going as they should.

    The cards are looked at one by one, so that the first of a thousand need not wait for the last.
    """

    name: str
    month: str
    business: str
    is_sample: bool
    unsaid: Sequence[str]
    to_mend: int
    cards: Iterator[CardView]
    held: Sequence[CardView]
    sent: Sequence[Sent]
    others: Sequence[Group]
    bar: "BarView"
    finish: FinishView
    month_before: str
    month_before_name: str
    month_after: str
    month_after_name: str


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What there is to choose from: hands (name, title, description), signers, and days to put a card off to."""

    hands: Sequence[tuple[str, str, str]]
    signers: Sequence[str]
    tomorrow: date
    next_month: date


@dataclass(frozen=True, kw_only=True)
class BarView:
    """What changes with every step: the count, what can be undone, and whether the cards are made as they are now."""

    count: str
    undo: str
    again: str
    has_cards: bool
    is_as_made: bool
    notices: Sequence[str]


def page(desk: Desk) -> PageView:
    at = desk.at
    shown = {one: card(desk, pick, with_trouble=False) for one, pick in at.picks.items() if one not in at.notes}
    cards = (card(desk, at.picks[note.pick.customer.customer_id], with_trouble=False) for note in at.decided.notes)
    off = [one for one in shown.values() if one.state == "off" and one.id in at.record.changes]
    held = [one for one in shown.values() if one.state == "held"]
    sent = press.posted(desk)
    there = {one.id for one in (*off, *held)} | {one.customer_id for one in sent}
    others = sorted((one for one in shown.values() if one.id not in there), key=lambda one: (one.reason, one.name))
    groups = [Group(reason, tuple(those)) for reason, those in groupby(others, key=lambda one: one.reason)]
    groups.sort(key=lambda group: -len(group.cards))
    settings = at.proposed.inputs.settings
    before, after = (month_after(at.proposed.month, step) for step in (-1, 1))
    return PageView(
        name=at.proposed.month,
        month=month_and_year(at.proposed.month),
        business=settings.business.name,
        is_sample=desk.office.folder.is_sample,
        unsaid=_unsaid(settings.business),
        to_mend=to_look_at(desk, Level.ERROR),
        cards=chain(cards, off),
        held=held,
        sent=[_sent(at, one) for one in sent],
        others=groups,
        bar=bar(desk),
        finish=finish(desk),
        month_before=before,
        month_before_name=month_and_year(before),
        month_after=after,
        month_after_name=month_and_year(after),
    )


def _sent(at: Loaded, card: Event) -> Sent:
    one, occasions = CustomerId(card.customer_id), at.proposed.inputs.settings.occasions
    title = occasions[card.occasion].title if card.occasion in occasions else card.occasion
    day = spoken(date.fromisoformat(card.at[:10]))
    return Sent(key_of(one) if one in at.picks else "", card.name, title, day)


def _unsaid(business: Business) -> list[str]:
    """What the settings of a new business do not say yet, though it stands on every card or envelope."""
    unsaid = {"who signs the cards": business.sender, "your return address": business.return_address}
    return [what for what, value in unsaid.items() if not value]


def choices(desk: Desk) -> Choices:
    inputs, today = desk.at.proposed.inputs, desk.at.proposed.today
    known = [one.signature for one in inputs.settings.signers.values()]
    looking_after = sorted({signer_of(one, inputs.settings).signature for one in inputs.book.customers})
    signers = filter(None, [inputs.settings.business.sender, *known, *inputs.settings.hands, *looking_after])
    next_month = (desk.at.proposed.counts_on.replace(day=28) + timedelta(days=4)).replace(day=1)
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
        has_cards=bool(at.decided.notes),
        is_as_made=bool(made and desk.is_as_made(made)),
        notices=[as_sentence(f"{one.message} {one.remedy}") for one in (*desk.told, *at.decided.problems)],
    )


def _told(step: Step) -> str:
    what = [WORDS_OF[name] for name in step.values if name in WORDS_OF]
    return f"{step.name}: {', '.join(what) or 'the card'}"
