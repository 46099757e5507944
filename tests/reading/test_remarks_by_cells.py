"""Columns of jottings, known by their cells: which are notes, which are not, and what several of them are together."""

import pytest
from offices import only, read_csv

from notes.reading.tables.columns import Columns
from notes.reading.tables.recognition import recognise
from notes.reading.tables.remarks import with_remarks

ENGLISH = ["twins (4), trued own wheel", "wants to ride coast to California", "see list", "1st race Oct - dead last"]
GERMAN = ["singt im Chor; zwei Ziegen", "hat den Garten neu angelegt", "backt jeden Samstag Brot", ""]
FRENCH = ["joue de l'accordéon", "a refait toute la cuisine", "deux chèvres, une mule", "part en Grèce cet été"]
SPANISH = ["canta en el coro", "tiene dos cabras y un burro", "", "hace pan los sábados"]
LOUD = ["SINGS IN THE CHOIR", "TWO GOATS, ONE MULE", "RODE TO THE COAST IN MAY", "MAKES OUR BREAD"]
LONE = ["", "", "lost both front teeth the week of the picture", ""]


def columns(header: str, cells: list[str], **more: list[str]) -> Columns:
    rows = [list(row) for row in zip("ABCD", cells, *more.values(), strict=True)]
    return with_remarks(recognise("customers", ["Name", header, *more], None, rows), rows)


@pytest.mark.parametrize("cells", [ENGLISH, GERMAN, FRENCH, SPANISH, LOUD, LONE])
@pytest.mark.parametrize("header", ["Scribbles", "Odds & ends", "Xyz"])
def test_what_is_said_in_several_small_words_is_notes_whatever_the_header(header: str, cells: list[str]):
    found = columns(header, cells)
    assert found.fields["notes"] == 1
    assert 1 in found.doubtful


@pytest.mark.parametrize(
    "cells",
    [
        ["cargo bike, orange", "hybrid + trailer", "cross bike", "Peugeot (Claude)"],
        ["every two weeks or so"] * 4,
        ["42 Elm Street, Akron OH 44301", "7 Oak St, Kent OH 44240", "1 Main St, Kent OH 44240", ""],
        ["a@x.org and b@x.org too", "c@x.org when at work", "d@x.org", "e@x.org"],
        ["Gold Plan Monthly", "Silver Plan Yearly", "Gold Plan Yearly", "Trial Plan"],
        ["2026-01-02", "2026-02-03", "", ""],
        ["", "", "one short word", ""],
    ],
)
def test_things_kinds_addresses_and_codes_are_no_notes(cells: list[str]):
    assert "notes" not in columns("Xyz", cells).fields


@pytest.mark.parametrize(
    "header", ["Coach notes", "Stylist’s comments", "Our driver", "Bike", "Student comments", "Personal (not for file)"]
)
def test_remarks_are_of_the_customer_whoever_wrote_them_or_whatever_they_hang_on(header: str):
    found = columns(header, ENGLISH)
    assert (found.fields.get("notes"), dict(found.others)) == (1, {})


@pytest.mark.parametrize("header", ["Gate code", "Internal", "Internal notes", "Billing", "Zugang", "Do not print"])
def test_what_the_header_calls_the_office_s_own_matter_stays_out_of_the_words(header: str):
    assert "notes" not in columns(header, ENGLISH).fields


def test_a_date_under_a_header_of_notes_is_none():
    assert "notes" not in columns("Date to remember", ["15/12/2026", "21/12/1996", "", ""]).fields


def test_several_columns_of_notes_are_one_text_and_each_row_says_which_it_is_from():
    book = read_csv("""
        Name,Street,City,State,Zip,Notes,Comments,Scribbles
        Rosa Holm,1 Elm St,Akron,OH,44301,sings in the choir,,two goats and a mule
        Ida Berg,2 Elm St,Akron,OH,44301,,rode to the coast in May,
        Otto Hale,3 Elm St,Akron,OH,44301,,,teaches third grade since spring
        """)
    rosa, ida, otto = book.customers
    assert [one.notes.split("\n") for one in (rosa, ida, otto)] == [
        ["sings in the choir", "two goats and a mule"],
        ["rode to the coast in May"],
        ["teaches third grade since spring"],
    ]
    assert str(rosa.cell("notes")) == "row 2 (column “Notes and Comments and Scribbles”)"
    assert [one.cell("notes").cell for one in (ida, otto)] == ["G3", "H4"]


def test_tact_looks_at_what_stays_out_of_the_words():
    customer = only(
        read_csv("""
        Name,Street,City,State,Zip,Internal
        Rosa Holm,1 Elm St,Akron,OH,44301,passed away in March
        """)
    )
    assert (customer.notes, customer.deceased) == ("", True)
