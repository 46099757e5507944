"""What stands against a card, each with its sentence: what the person can clear is held, the rest is skipped.

The order is that of the questions: has it been done, may we write at all, is it still time, is there silence in the
house, has somebody to sign for it, is there an address.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from notes.customers import Customer, Milestone
from notes.history import Event, Kind
from notes.holds import Hold, gravest, told, understood
from notes.holds import reason as told_reason
from notes.language.days import spoken, with_year
from notes.language.folding import plain
from notes.language.headers import Header
from notes.language.lexicon import Kind as Says
from notes.language.numbers import counted
from notes.language.signals import Part, findings
from notes.language.subjects import Who
from notes.occasions import Occasion
from notes.picking.answers import is_answered
from notes.picking.mail_by import mail_by
from notes.picking.month import Month
from notes.picking.objections import Against, Objection
from notes.picking.picks import Outcome
from notes.picking.reasons import Reason

STATES = {
    Kind.PLANNED: "planned",
    Kind.PRINTED: "printed",
    Kind.SENT: "sent",
    Kind.CANCELLED: "cancelled",
    Kind.RETURNED: "sent",
}
NEAR = 180  # days: a birthday that was corrected in the spreadsheet is greeted once a year all the same


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why there is no card, or not yet; `done` is the card that there is already, `too_late` says that none will be."""

    outcome: Outcome
    objection: Objection
    reason: str
    done: Event | None = None
    too_late: bool = False


def skip(reason: str, kind: Against, *about: str) -> Obstacle:
    return Obstacle(Outcome.SKIPPED, Objection(kind, about), reason)


def hold(reason: str, kind: Against, *about: str) -> Obstacle:
    return Obstacle(Outcome.HELD, Objection(kind, about), reason)


def had(event: Event, reason: str) -> Obstacle:
    """That the card is there already."""
    about = (event.kind.value, event.batch, str(event.number))
    return Obstacle(Outcome.SKIPPED, Objection(Against.DONE, about), reason, done=event)


def obstacle(month: Month, occasion: Occasion, reason: Reason) -> Obstacle | None:
    """The first thing that stands against a card, None where nothing does."""
    return next(_obstacles(month, occasion, reason), None)


def against_greeting(month: Month, occasion: Occasion, reason: Reason) -> Obstacle | None:
    """The first thing that stands against a greeting to everyone, which goes beside the card of the month."""
    return next(_against_greeting(month, occasion, reason), None)


def _against_greeting(month: Month, occasion: Occasion, reason: Reason) -> Iterator[Obstacle]:
    yield from _done(month, occasion, reason)
    if against := of_the_person(month, reason.customer, occasion):
        yield against
    yield from _of_the_household(month, reason.customer)
    yield from _of_the_address(reason.customer)


def _obstacles(month: Month, occasion: Occasion, reason: Reason) -> Iterator[Obstacle]:
    customer = reason.customer
    yield from _done(month, occasion, reason)
    yield from _of_the_other_cards(month, occasion, reason)
    if against := of_the_person(month, customer, occasion):
        yield against
    if reason.against:
        yield skip(reason.against, Against.NOT_COUNTED, str(reason.on))
    if not occasion.solemn:
        yield from _of_the_milestone(month, reason)
    yield from _of_the_day(month, occasion, reason)
    if occasion.initials:
        if not (reason.milestone and reason.milestone.approved_by):
            where = (
                "in the review or in plan.xlsx"
                if reason.proposed or (reason.milestone and reason.milestone.jotted)
                else "under “Approved by” in the sheet Milestones"
            )
            yield hold(f"It waits for somebody’s initials {where}.", Against.INITIALS)
    else:
        yield from _of_the_household(month, customer)
        yield from _of_the_pause(month, occasion, reason)
    yield from _of_the_address(customer)


def _of_the_address(customer: Customer) -> Iterator[Obstacle]:
    if not customer.address.usable:
        lacking = "The address is not enough for a letter: it needs a street or PO box, and a town or postal code."
        yield hold(lacking, Against.NO_ADDRESS)


def told_twice(occasion: Occasion, reason: Reason) -> bool:
    """Whether two days for it are one matter: what comes every year, and a referral of the same person."""
    return occasion.yearly or (occasion.person_is == "referred" and bool(reason.matter))


def _done(month: Month, occasion: Occasion, reason: Reason) -> Iterator[Obstacle]:
    """The card that the person, or the household, has had of it."""
    customer = reason.customer
    within = NEAR if told_twice(occasion, reason) else 0
    if before := month.past.done(customer.customer_id, occasion.name, reason.on, reason.matter, within):
        yield had(before, already(before))
    if reason.milestone and not reason.milestone.year_told and (before := _of_another_year(month, occasion, reason)):
        yield had(before, already(before))
    for event in month.past.cards_to(month.household_of(customer)):
        if occasion.shared and (event.occasion, event.on, event.matter) == (occasion.name, reason.on, reason.matter):
            yield had(event, f"{already(event)[:-1]}{_to_whom(event, customer)}.")


def _of_another_year(month: Month, occasion: Occasion, reason: Reason) -> Event | None:
    """The card that a day without a year had when it was that of another one: what happens once does not come round."""
    for event in month.past.cards_of(reason.customer.customer_id) if reason.on else ():
        is_of_it = (event.occasion, event.matter) == (occasion.name, reason.matter)
        if is_of_it and event.on and reason.on and (event.on.month, event.on.day) == (reason.on.month, reason.on.day):
            return event
    return None


def _of_the_other_cards(month: Month, occasion: Occasion, reason: Reason) -> Iterator[Obstacle]:
    """The card of this month that they have, or that the person has cancelled."""
    customer = reason.customer
    for event in month.past.cards_of(customer.customer_id):
        if event.kind is Kind.CANCELLED and month.is_of_this(event) and not occasion.loss:
            why = f"You cancelled this month’s card ({event.occasion}); no other is proposed this month."
            yield skip(why, Against.CANCELLED, event.occasion)
    for event in month.past.cards_to(month.household_of(customer)):
        if month.is_of_this(event) and not goes_beside(occasion, month.settings.occasions[event.occasion]):
            card = f"This month’s card ({event.occasion}) is {STATES[event.kind]} already"
            why = f"{card}{_to_whom(event, customer)}."
            yield skip(why, Against.CARD_THIS_MONTH, event.kind.value, event.occasion, event.customer_id)


def _to_whom(event: Event, customer: Customer) -> str:
    return "" if event.customer_id == customer.customer_id else f", to {event.name} of the same household"


def goes_beside(occasion: Occasion, other: Occasion) -> bool:
    """Whether a card may go in the month of another one: that for a loss, and a solemn one beside a birthday's."""
    if occasion.solemn == other.solemn:
        return bool(occasion.loss)
    return bool(occasion.loss) or (other if occasion.solemn else occasion).on_the_day


def already(event: Event) -> str:
    if event.kind is Kind.CANCELLED:
        return f"You cancelled this card (number {event.number} of {event.batch})."
    return f"Already {STATES[event.kind]}: card {event.number} of {event.batch}."


def of_the_person(month: Month, customer: Customer, occasion: Occasion | None = None) -> Obstacle | None:
    """What the customer's own row says against any card."""
    if customer.same_as:
        why = f"The same customer as {customer.same_as}; that row counts."
        return skip(why, Against.SAME_CUSTOMER, customer.same_as)
    holds = [one for one in month.holds_of(customer) if not _is_for(one, occasion, month, customer)]
    if grave := gravest(holds):
        return _of_a_cell(month, customer, occasion, grave)
    if back := month.past.returned.get(customer.address.key):
        return hold(
            f"Card {back.number} of {back.batch} came back from this address. Ask for the new one; once the address is"
            " changed in the spreadsheet, cards go again.",
            Against.CAME_BACK,
            back.batch,
            str(back.number),
        )
    if other := month.same_person.get(customer.customer_id):
        why = f"The same person as number {other.customer_id} ({other.name}); that row counts."
        return skip(why, Against.SAME_PERSON, other.customer_id)
    return None


def _is_for(one: Hold, occasion: Occasion | None, month: Month, customer: Customer) -> bool:
    """Whether a hold is none for this occasion: a condolence goes because of the loss, whatever cell tells of it.

    Where the sheet Milestones knows of the loss, it is the sheet that says how long the house is left in peace.
    """
    if occasion and one.kind.value in occasion.despite:
        return True
    if one.kind is Says.DEATH and _is_told_by_a_row(one, month, customer):
        return True
    consoles = occasion is not None and occasion.loss in ("person", one.loses)
    return one.is_a_loss and (consoles or is_known(month, customer, one))


def _is_told_by_a_row(one: Hold, month: Month, customer: Customer) -> bool:
    """Whether the loss that a cell tells of is that of a row of the sheet Milestones, by the name of who is mourned."""
    words = {*plain(one.quote).split()} - {*plain(customer.name).split()}
    rows = (
        row for row in month.troubles.get(month.household_of(customer), ()) if row.customer_id == customer.customer_id
    )
    return any(
        month.settings.occasions[row.occasion].loss and words & _names_in(f"{row.person} {row.about}") for row in rows
    )


def _names_in(text: str) -> set[str]:
    return {plain(word) for word in text.split() if word[:1].isupper() and len(word) > 2}


def is_known(month: Month, customer: Customer, loss: Hold) -> bool:
    """Whether a row of the sheet Milestones tells of a loss, with its day."""
    troubles = month.troubles.get(month.household_of(customer), ())
    dated = [one.on for one in troubles if month.settings.occasions[one.occasion].loss == loss.loses and one.on]
    return any(loss.on is None or day.year is None or day.year >= loss.on.year for day in dated)


def _of_a_cell(month: Month, customer: Customer, occasion: Occasion | None, one: Hold) -> Obstacle:
    """What a cell says against the card: for good, for some time, or until it is answered."""
    objection = Objection.of(one)
    if one.is_of_the_dead and occasion and occasion.loss == "person":
        why = f"{customer.name} has died. Put the loss in the row of whoever should get the card."
        return Obstacle(Outcome.HELD, objection, why)
    if one.is_lasting:
        return Obstacle(Outcome.SKIPPED, objection, f"{told(one)}: {understood(one)}.")
    until = month.silent_until(one)
    if one.sure and until:
        why = f"{told(one)}: {understood(one)}. No other card until {with_year(until)}. {_instead(month, one)}"
        return Obstacle(Outcome.HELD, objection, why)
    instead = f" {_instead(month, one)}" if occasion and one.sure and one.is_a_loss else ""
    return Obstacle(Outcome.HELD, objection, f"{told_reason(one)}{instead}")


def _instead(month: Month, loss: Hold) -> str:
    """What may go in place of good cheer: the card about the loss, as long as it is not too late for it."""
    occasion = month.occasion_of(loss)
    if loss.on and (month.last - loss.on).days > occasion.late_days(month.settings.picking):
        return f"For a card about it, add a row “{occasion.name}” with your initials to the sheet Milestones."
    return f"A card about it (“{occasion.name}”) is proposed instead; it goes with your initials."


def _of_the_milestone(month: Month, reason: Reason) -> Iterator[Obstacle]:
    """Nothing cheerful is said of what is dark: a follow-up “about the death of her father” waits for an answer."""
    milestone = reason.milestone
    if milestone is None:
        return
    for column, text in (("About", milestone.about), ("Person", milestone.person)):
        for finding in findings(Header(), text, Part.DETAIL):
            dark = Hold.of(finding, replace(milestone.place, column=column), text)
            if not is_answered(reason.customer, dark, month.past):
                yield Obstacle(Outcome.HELD, Objection.of(dark), told_reason(dark))


def _of_the_day(month: Month, occasion: Occasion, reason: Reason) -> Iterator[Obstacle]:
    if reason.on is None:
        return
    late, limit = (month.today - reason.on).days, month.may_be_late(occasion, reason.on, reason.customer)
    if late > limit:
        why = f"Dropped: it was {counted(late, 'day')} ago, and this card may be at most {limit} days late."
        yield Obstacle(Outcome.SKIPPED, Objection(Against.TOO_LATE, (str(reason.on),)), why, too_late=True)


def _of_the_household(month: Month, customer: Customer) -> Iterator[Obstacle]:
    """Silence after a loss or a broken promise, and while a complaint is open."""
    household = month.household_of(customer)
    troubles = month.troubles.get(household, ())
    for milestone in troubles:
        yield from _trouble(month, milestone)
    for event in month.past.cards_to(household):
        if (before := month.settings.occasions[event.occasion]).silence:
            yield from _silence(month, before, event.on or date.fromisoformat(event.at[:10]))
    for other in month.people_with(customer):
        losses = [one for one in month.holds_of(other) if one.is_a_loss and one.who is Who.HOUSE]
        if other is not customer and losses and not is_known(month, other, losses[0]):
            why = f"About {other.name} in this household, {told(losses[0])}: {understood(losses[0])}."
            yield Obstacle(Outcome.HELD, Objection.of(losses[0]), why)
    dated = any(month.settings.occasions[one.occasion].loss == "person" and one.on for one in troubles)
    for other in () if dated else month.people_with(customer):
        if month.has_died(other):
            yield hold(
                f"{other.name} of this household has died. A row “condolence” with the day in the sheet Milestones"
                " says when cards may go again.",
                Against.LOSS,
                other.customer_id,
            )


def _trouble(month: Month, milestone: Milestone) -> Iterator[Obstacle]:
    if not milestone.resolved:
        what = f" ({milestone.about.rstrip('.')})" if milestone.about else ""
        why = f"This household has an open complaint{what}. Once it is resolved, say so in the sheet Milestones."
        yield hold(why, Against.COMPLAINT, milestone.about)
    occasion = month.settings.occasions[milestone.occasion]
    if not occasion.silence:
        return
    if milestone.on:
        years = [milestone.on.year] if milestone.on.year else [month.last.year - 1, month.last.year]
        for year in years:
            yield from _silence(month, occasion, milestone.on.in_year(year))
    elif occasion.loss:
        yield hold("There was a loss in this household; the sheet Milestones does not say when.", Against.LOSS)


def _silence(month: Month, occasion: Occasion, since: date) -> Iterator[Obstacle]:
    until = since + timedelta(days=occasion.silent_days(month.settings.picking))
    if since <= month.last and month.first <= until:
        why = f"No other card until {with_year(until)}: {occasion.because or occasion.title} ({with_year(since)})."
        yield skip(why, Against.SILENCE, occasion.name, str(since))


def _of_the_pause(month: Month, occasion: Occasion, reason: Reason) -> Iterator[Obstacle]:
    """Cool-down: between two cards to a household lies some time, but for the cards that must arrive on their day."""
    earliest = None if occasion.on_the_day else month.free_from(reason.customer)
    if earliest and earliest > month.last:
        why = f"Put off: this household had a card too recently for another before {spoken(earliest)}."
        yield skip(why, Against.PAUSE, str(earliest))


def posted_by(month: Month, occasion: Occasion, reason: Reason) -> date:
    """The day by which a card is posted: its mail-by date, after the pause since the last card, and not in the past."""
    due = mail_by(month, reason.customer, occasion, reason.on)
    free = None if occasion.on_the_day or occasion.solemn else month.free_from(reason.customer)
    return max(filter(None, [due, free, month.today]))
