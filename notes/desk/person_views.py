"""What a customer's page shows: who they are, the cards they had, what is known of them, and what rests with them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from notes.customers import Customer, CustomerId
from notes.desk.card_views import CardView, as_sentence, card_of
from notes.desk.month import Desk
from notes.history import Event, Kind
from notes.holds import told, understood
from notes.language.days import month_and_year, spoken, with_year
from notes.picking.picks import Outcome, Pick
from notes.post.addresses import postal_lines

A_LEAP_YEAR = 2000
STATES = {
    Kind.PLANNED: "made, not posted yet",
    Kind.PRINTED: "printed, not posted yet",
    Kind.SENT: "posted",
    Kind.CANCELLED: "you took it out of the month",
    Kind.RETURNED: "came back",
}


@dataclass(frozen=True, slots=True)
class Known:
    """Something known of a customer, and where it is from."""

    what: str
    text: str
    place: str


@dataclass(frozen=True, slots=True)
class CardHad:
    """A card that they had, or are about to have."""

    month: str
    occasion: str
    state: str
    mentions: str


@dataclass(frozen=True, kw_only=True)
class PersonView:
    """The whole page; `rests` is what waits or keeps a card back, in sentences, `month` this one in words."""

    month: str
    card: CardView
    address: Sequence[str]
    facts: Sequence[tuple[str, str]]
    known: Sequence[Known]
    rests: Sequence[str]
    had: Sequence[CardHad]


def person(desk: Desk, customer_id: CustomerId) -> PersonView:
    at = desk.at
    pick = at.picks[customer_id]
    customer, settings = pick.customer, at.proposed.inputs.settings
    had = sorted(at.proposed.inputs.past.cards_of(customer_id), key=lambda one: (one.month, one.at), reverse=True)
    return PersonView(
        month=month_and_year(at.proposed.month),
        card=card_of(desk, customer_id),
        address=postal_lines(customer.address, settings.business.country),
        facts=list(_facts(customer)),
        known=list(_known(desk, customer)),
        rests=list(_rests(desk, pick)),
        had=[_had(desk, one) for one in had],
    )


def _facts(customer: Customer) -> Iterator[tuple[str, str]]:
    """What stands in the row, as one would say it."""
    yield "Number", customer.customer_id
    if customer.company and customer.company != customer.name:
        yield "Company", customer.company
    for what, day in {"Birthday": customer.birthday, "Wedding day": customer.anniversary}.items():
        if day:
            yield what, with_year(day.in_year(day.year)) if day.year else spoken(day.in_year(A_LEAP_YEAR))
    if customer.first_purchase:
        yield "Customer since", with_year(customer.first_purchase)
    elif customer.since_year:
        yield "Customer since", str(customer.since_year)
    if customer.last_purchase:
        yield "Last purchase", with_year(customer.last_purchase)
    if customer.total_spent is not None:
        yield "Spent", f"{customer.total_spent:,.2f} {customer.currency}".strip()
    for what, text in {"Referred by": customer.referred_by, "Looked after by": customer.looked_after_by}.items():
        if text:
            yield what, text


def _known(desk: Desk, customer: Customer) -> Iterator[Known]:
    """The details of the row and of the sheet Details, the remarks, and what was told at the desk."""
    book = desk.at.proposed.inputs.book
    for name, text in customer.details.items():
        if text:
            yield Known(name.replace("_", " "), text, str(customer.cell(name)))
    for one in book.jottings:
        if one.customer_id == customer.customer_id:
            text = ", ".join(filter(None, [one.what, one.when, one.came_of_it]))
            yield Known(one.who or one.kind, text, str(one.place))
    for milestone in book.milestones:
        if milestone.customer_id == customer.customer_id:
            about = " ".join(filter(None, [milestone.about, milestone.person, str(milestone.on or "")]))
            yield Known(milestone.occasion.replace("-", " "), about, str(milestone.place))
    if customer.notes:
        yield Known("notes", customer.notes, str(customer.cell("notes")))
    for text in desk.at.of(customer.customer_id).more:
        yield Known("", text, "told here")


def _rests(desk: Desk, pick: Pick) -> Iterator[str]:
    """What keeps a card back, and what else there is to write about."""
    for hold in pick.customer.holds:
        yield f"{told(hold)}. Taken to mean: {understood(hold)}."
    occasions = desk.at.proposed.inputs.settings.occasions
    for one in pick.also:
        title = occasions[one.occasion].title if one.occasion else "a card"
        goes = {Outcome.CARD: "goes as well", Outcome.HELD: "waits", Outcome.SKIPPED: "does not go this month"}
        yield as_sentence(" ".join(filter(None, [f"{title} {goes[one.outcome]}:", one.why, one.reason])))
    if pick.with_people:
        yield f"On the same card: {', '.join(other.name for other in pick.with_people)}."


def _had(desk: Desk, event: Event) -> CardHad:
    occasions = desk.at.proposed.inputs.settings.occasions
    title = occasions[event.occasion].title if event.occasion in occasions else event.occasion
    state = STATES.get(event.kind, event.kind.value)
    day = "" if event.kind is Kind.PLANNED else f", {event.at[:10]}"
    month = month_and_year(event.month) if event.month else event.batch
    spoken_of = [one for one in event.mentions if ":" not in one]  # the others are folded: “partner: leopold”
    return CardHad(month, title, f"{state}{day}", ", ".join(spoken_of))
