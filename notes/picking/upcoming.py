"""What is to be posted in the next weeks: the cards that are made and wait, and those that are still to be made."""

from collections.abc import Iterable, Sequence
from datetime import date

from notes.history import Kind, Past
from notes.picking.picks import Picks


def upcoming(months: Iterable[Picks], past: Past, until: date) -> list[tuple[date, Sequence[str]]]:
    """The days until `until` on which something must be posted, the earliest first, each with a line a card."""
    found: dict[tuple[str, str, date | None], tuple[date, str]] = {}
    for event in past.standing:
        if event.kind in (Kind.PLANNED, Kind.PRINTED) and event.mail_by:
            line = f"{event.name}: {event.occasion}, card {event.number} of {event.batch}"
            found[past.owner(event), event.occasion, event.on] = event.mail_by, line
    for picks in months:
        for pick in picks.cards:
            if pick.mail_by:
                key = (pick.customer.customer_id, pick.occasion, pick.on)
                found.setdefault(key, (pick.mail_by, f"{pick.customer.name}: {pick.why} Not made yet."))
    days: dict[date, list[str]] = {}
    for day, line in sorted(found.values()):
        if day <= until:
            days.setdefault(day, []).append(line)
    return list(days.items())
