"""Columns of dates: what each cell is beside the others of its column, and what is told of it."""

from datetime import date

import pytest
from offices import read_csv

# A column, its cells, and the days; behind / the year where no more is known, behind ! the cells that are told of.
COLUMNS = """
Birthday: Mar-19 => --03-19
Client Since: Mar-19; March 2019; 2019; 4/2019 => 2019-03-01 2019-03-01 -/2019 2019-04-01 ! B4
Anniversary: March 2019; 2019; 2/3/2001; 2/13/2001 => - - 2001-02-03 2001-02-13 ! B2 B3
Birthday: 2019; March 1980; 1980; 1990; 1981 => - -/3 - - - ! B2
Birthday: December; Dec.; 12/1984; 14 Dec; Decem => -/12 -/12 -/12 --12-14 - ! B6
Birthday: 1980-01-01; 1980-01-01; 1980-01-01; 1971-02-03 => - - - 1971-02-03
Client Since: 2020-01-01; 2020-01-01; 2020-01-01 => - - -
Birthday: 1900-01-01; 1980-02-03 => - 1980-02-03
Birthday: 1980-03-04T23:00:00Z; 1981-07-04T22:00:00Z => 1980-03-05 1981-07-05
Birthday: 1980-03-04T23:00:00Z; 1981-07-04T10:00:00Z => 1980-03-04 1981-07-04
Birthday: 1980-12-31T23:00:00Z => 1981-01-01
Client Since: 2020-03-04T23:00:00Z => 2020-03-04
Anniversary: 2020-03-31T23:00:00Z => 2020-04-01
Birthday: 13/2/1980; 3/4/1981 => 1980-02-13 1981-04-03
Birthday: 2/13/1980; 3/4/1981 => 1980-02-13 1981-03-04
Birthday: 3/3/1981 => 1981-03-03
Birthday: 2030-01-01; 1850-01-01; 31/31/1980; 0/0/00; 2/30/1980; 2/29 => - - - - - --02-29 ! B2 B3 B4 B6
Client Since: 3/14 => - ! B2
Birthday: 01.11.26; 01.11.26; 02.11.26 => --11-01 --11-01 1926-11-02 ! B2 B3
Birthday: 13/6/1971; 6/14/1971; 5/6/1971; 5/5/1971 => 1971-06-13 1971-06-14 - - ! B4
Birthday: 3/4/1981; 3/3/1981 => - -
"""
FIELDS = {"Birthday": "birthday", "Client Since": "first_purchase", "Anniversary": "anniversary"}


@pytest.mark.parametrize("column", COLUMNS.strip().splitlines())
def test_a_column_of_dates(column: str) -> None:
    given, _, expected = column.partition(" => ")
    header, _, cells = given.partition(": ")
    rows = [f'A{"BCDEFGH"[at]} Lee,"{cell}"' for at, cell in enumerate(cells.split("; "))]
    book = read_csv("\n".join([f"Name,{header}", *rows]))
    days = [
        str(getattr(one, FIELDS[header]) or "-")
        + "".join(f"/{known}" for known in (one.since_year, one.birthday_month) if known)
        for one in book.customers
    ]
    told = sorted({one.place.cell for one in book.problems if one.place.cell})
    assert " ".join(days) + (f" ! {' '.join(told)}" if told else "") == expected


@pytest.mark.parametrize(
    ("order", "day", "asks"),
    [("", None, True), ("day first", "1981-04-03", False), ("month first", "1981-03-04", False)],
)
def test_what_the_settings_say_of_a_column_that_proves_nothing(order: str, day: str | None, asks: bool) -> None:
    book = read_csv("Name,Birthday\nAnn Lee,3/4/1981\n", date_order=order)
    assert (str(book.customers[0].birthday or "") or None, book.questions) == (day, asks)


def test_whatever_was_done_first_and_last_says_since_when_somebody_comes() -> None:
    head = "Name,Street,City,State,Zip,First plowed,Last plowed,First called,Last called"
    book = read_csv(f"{head}\nAnn Holm,1 Elm St,Akron,OH,44301,2021-12-03,2026-09-14,2020-01-05,2026-11-01\n")
    assert [(one.first_purchase, one.last_purchase) for one in book.customers] == [
        (date(2021, 12, 3), date(2026, 9, 14))
    ]
