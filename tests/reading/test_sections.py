"""Headings among the rows: they are nobody, and what they say against a card counts for all below them."""

import pytest
from offices import read_csv

from notes.language.lexicon import Kind

HEAD = "NAME,ADDRESS,CITY/ST/ZIP,BDAY\n"
ROSA, UNA = "Rosa Holm,12 Elm St,Akron OH 44301,Apr 12\n", "Una Dell,3 Pine Rd,Akron OH 44303,May 22\n"


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("MOVED AWAY", Kind.MOVED),
        ("Passed on", Kind.DEATH),
        ("--- do not send ---", Kind.REFUSAL),
        ("No cards:", Kind.REFUSAL),
        ("Tuesday ladies:", None),
        ("*** REGULARS ***", None),
        ("ROUTE 2", None),
        ("Stammkunden", None),
    ],
)
def test_what_a_heading_says_counts_for_those_below_it(heading, kind):
    rosa, una = read_csv(f"{HEAD}{ROSA}{heading},,,\n{UNA}").customers
    assert (rosa.holds, [hold.kind for hold in una.holds]) == ((), [kind] if kind else [])


def test_the_next_heading_ends_it():
    rosa, una = read_csv(f"{HEAD}Moved away,,,\n{ROSA}REGULARS,,,\n{UNA}").customers
    assert ([hold.kind for hold in rosa.holds], una.holds) == ([Kind.MOVED], ())
    assert (rosa.holds[0].place.row, rosa.holds[0].place.cell) == (2, "A2")


@pytest.mark.parametrize("row", ["Ida Krug,,,", "Yost,,,", "Sunny Side Diner,,,", "YOST,8 Oak Ave,,"])
def test_somebody_of_whom_only_the_name_is_known_is_no_heading(row):
    assert len(read_csv(f"{HEAD}{ROSA}{row}\n{UNA}").customers) == 3


def test_where_all_names_are_in_capitals_capitals_are_no_heading():
    names = [one.name for one in read_csv(f"{HEAD}{ROSA.upper()}DELL,,,\n{UNA.upper()}").customers]
    assert names == ["Rosa Holm", "Dell", "Una Dell"]


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("8 Dec (60!)", "--12-08"),
        ("b. 8 Dec", "--12-08"),
        ("born 8 Dec 1961", "1961-12-08"),
        ("the 8th of Dec", "--12-08"),
        ("Dec the 8th", "--12-08"),
        ("Bday: Dec 8", "--12-08"),
        ("8 Dec, no year", "--12-08"),
        ("*8 Dec", "--12-08"),
        ("8 Dec (approx)", "None"),
        ("8 Dec?", "None"),
    ],
)
def test_a_birthday_with_something_said_besides(cell, day):
    (customer,) = read_csv(f'Name,City,Birthday\nRosa Holm,Akron,"{cell}"').customers
    assert str(customer.birthday) == day
