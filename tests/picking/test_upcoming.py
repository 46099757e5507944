"""What is to be posted in the next weeks."""

from datetime import date

from picking.business import customer, day, decided

from notes.history import Event, Kind, Past
from notes.picking.upcoming import upcoming

PEOPLE = [customer(1, "Rosa Lane", birthday=day("1980-11-14")), customer(2, "Bo Fox", birthday=day("1980-12-10"))]
MONTHS = [decided(PEOPLE), decided(PEOPLE, month="2026-12")]


def test_the_cards_of_the_months_to_come_by_the_day_of_the_post() -> None:
    assert upcoming(MONTHS, Past(), date(2026, 12, 31)) == [
        (date(2026, 11, 9), ["Rosa Lane: Birthday on 14 November. Not made yet."]),
        (date(2026, 12, 5), ["Bo Fox: Birthday on 10 December. Not made yet."]),
    ]
    assert [on for on, _ in upcoming(MONTHS, Past(), date(2026, 12, 4))] == [date(2026, 11, 9)]


def test_a_card_that_is_made_stands_there_once_and_one_that_went_no_more() -> None:
    def made(kind: Kind) -> Past:
        return Past.of(
            [
                Event(
                    kind=kind,
                    at="2026-11-01T00:00:00Z",
                    batch="2026-11",
                    month="2026-11",
                    number=4,
                    customer_id="1",
                    name="Rosa Lane",
                    occasion="birthday",
                    on=date(2026, 11, 14),
                    mail_by=date(2026, 11, 9),
                )
            ]
        )

    assert upcoming(MONTHS[:1], made(Kind.PRINTED), date(2026, 11, 30)) == [
        (date(2026, 11, 9), ["Rosa Lane: birthday, card 4 of 2026-11"])
    ]
    assert upcoming([], made(Kind.SENT), date(2026, 11, 30)) == []
