"""Who sent whom, where the notes of either say it, in the ways in which people name one another."""

import pytest
from offices import read_csv

OLD = [
    "Joan Albers,1 Elm St,Akron,OH,44301,2013-05-15",
    "Piet and Ina Sorley,2 Elm St,Akron,OH,44301,2015-02-01",
    "Tessa Lund,3 Elm St,Akron,OH,44301,2016-03-01",
    "Ray Ostrow,4 Elm St,Akron,OH,44301,2017-03-01",
]
SENT_BY = [
    ("via Sorleys", "Piet and Ina Sorley"),
    ("NEW, Joan A. told her", "Joan Albers"),
    ("friend of Tessa's", "Tessa Lund"),
    ("ref. by Ray O.", "Ray Ostrow"),
    ("Ray Ostrow sent them", "Ray Ostrow"),
    ("Tessa’s sister", "Tessa Lund"),
    ("likes Joan Baez", ""),
    ("went via Cleveland", ""),
]


def _read(new: str, old: list[str]) -> str:
    rows = [*(f"{one},{said}" for one, said in zip(OLD, old, strict=True)), new]
    book = read_csv("\n".join(["Name,Street,City,State,Zip,Customer since,Notes", *rows]))
    return next(one.referred_by for one in book.customers if one.name == "Dan Sprague")


@pytest.mark.parametrize(("said", "by"), SENT_BY)
def test_who_sent_a_newcomer_stands_beside_the_newcomer(said: str, by: str):
    assert _read(f'Dan Sprague,9 Elm St,Akron,OH,44301,2026-10-20,"{said}"', [""] * 4) == by


@pytest.mark.parametrize("said", ["sent us Dan Sprague 10/20", "put Dan S on to me", "referred D. Sprague", "sent Dan"])
def test_whom_somebody_sent_stands_beside_the_one_who_did(said: str):
    assert _read("Dan Sprague,9 Elm St,Akron,OH,44301,2026-10-20,", [said, "", "", ""]) == "Joan Albers"


def test_nobody_is_sent_by_somebody_who_came_later_or_by_one_of_two():
    assert _read("Dan Sprague,9 Elm St,Akron,OH,44301,2010-10-20,", ["sent us Dan Sprague", "", "", ""]) == ""
    two = "\n".join(
        [
            "Name,Street,City,State,Zip,Customer since,Notes",
            "Joan Albers,1 Elm St,Akron,OH,44301,2013-05-15,",
            "Joan Berg,2 Elm St,Akron,OH,44301,2013-05-15,",
            "Dan Sprague,9 Elm St,Akron,OH,44301,2026-10-20,via Joan",
        ]
    )
    assert [one.referred_by for one in read_csv(two).customers] == ["", "", ""]
