"""The days of the post as a calendar."""

from datetime import date

from icalendar import Calendar
from picking.business import customer

from notes.picking import Pick
from notes.review.calendar import post_calendar

CARDS = [
    (1, Pick(customer=customer(1, "Rosa, Lane"), mail_by=date(2026, 11, 9))),
    (2, Pick(customer=customer(2, "Bo Fox"), mail_by=date(2026, 11, 9))),
    (3, Pick(customer=customer(3, "Zoë Ødegård"), mail_by=date(2026, 11, 2))),
    (4, Pick(customer=customer(4))),
]


def test_each_day_of_the_post_is_an_entry_with_its_cards() -> None:
    entries = Calendar.from_ical(post_calendar("2026-11", CARDS)).walk("VEVENT")
    assert [
        (str(one["uid"]), one.decoded("dtstart"), str(one["summary"]), str(one["description"])) for one in entries
    ] == [
        ("2026-11-2026-11-02@fairhand", date(2026, 11, 2), "Post 1 card", "3 Zoë Ødegård"),
        ("2026-11-2026-11-09@fairhand", date(2026, 11, 9), "Post 2 cards", "1 Rosa, Lane and 2 Bo Fox"),
    ]
    assert all(one.decoded("dtend") > one.decoded("dtstart") for one in entries)


def test_the_same_cards_are_the_same_bytes() -> None:
    assert post_calendar("2026-11", CARDS) == post_calendar("2026-11", list(CARDS))
