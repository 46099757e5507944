"""Losses that a cell tells of: a condolence is proposed in place of good cheer, and waits for somebody’s initials."""

from collections.abc import Iterator

from notes.customers import Customer, Day, Milestone
from notes.holds import Hold, told, understood
from notes.language.days import spoken
from notes.occasions import Occasion
from notes.picking.month import Month
from notes.picking.obstacles import is_known
from notes.picking.reasons import Reason


def told_losses(occasion: Occasion, month: Month) -> Iterator[Reason]:
    """Whom to console for a loss that a cell gives the day of, as long as a condolence may still go."""
    for customer in month.customers.values():
        loss = loss_told(occasion, month, customer) if customer.holds else None
        if loss and loss.on and 0 <= (month.last - loss.on).days <= occasion.late_days(month.settings.picking):
            yield consoling(occasion, customer, loss)


def loss_told(occasion: Occasion, month: Month, customer: Customer) -> Hold | None:
    """The loss of this kind that a cell is sure of and that no row of the sheet Milestones knows."""
    losses = (one for one in month.holds_of(customer) if one.is_a_loss and one.sure and one.loses == occasion.loss)
    return next((one for one in losses if not is_known(month, customer, one)), None)


def consoling(occasion: Occasion, customer: Customer, loss: Hold) -> Reason:
    """The reason for the card about a loss, with the row of the sheet Milestones that somebody would have written."""
    row = Milestone(
        place=loss.place,
        customer_id=customer.customer_id,
        occasion=occasion.name,
        on=Day.of(loss.on) if loss.on else None,
    )
    when = f" The day is read as {spoken(loss.on)} at the latest." if loss.on else ""
    why = f"{told(loss)}: {understood(loss)}.{when}"
    return Reason(customer=customer, on=loss.on, why=why, milestone=row, proposed=True)
