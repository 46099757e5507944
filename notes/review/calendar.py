"""The days of the post as a calendar: one entry a day, with the cards that must go by then."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from notes.language.locales import listed
from notes.language.numbers import counted
from notes.picking.picks import Pick

FILE = "post-days.ics"


def post_calendar(batch: str, cards: Sequence[tuple[int, Pick]]) -> bytes:
    """The calendar of a batch, from the numbers of its cards and their picks; the same cards are the same bytes.

    An entry keeps its id, so that a calendar that has it already takes the new one for a change.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Fairhand//Days of the post//EN")
    calendar.add("version", "2.0")
    for day, names in sorted(_by_day(cards).items()):
        entry = Event()
        entry.add("uid", f"{batch}-{day}@fairhand")
        entry.add("dtstamp", datetime.combine(day, time.min))
        entry.add("dtstart", day)
        entry.add("dtend", day + timedelta(days=1))
        entry.add("summary", f"Post {counted(len(names), 'card')}")
        entry.add("description", listed(names))
        entry.add("transp", "TRANSPARENT")
        calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _by_day(cards: Sequence[tuple[int, Pick]]) -> dict[date, list[str]]:
    found: dict[date, list[str]] = {}
    for number, pick in cards:
        if pick.mail_by:
            found.setdefault(pick.mail_by, []).append(f"{number} {pick.customer.name}")
    return found
