"""Remarks and refusals: what an office writes beside a customer that holds a card."""

from pathlib import Path

import pytest
from notes.language.remarks import Says, says
from offices import about, only, read_csv, read_workbook

from notes.customers import Customer
from notes.problems import Level


def with_notes(text: str) -> Customer:
    return only(read_csv(f'Name,Street,City,State,Zip,Remarks\nRosa Holm,1 Elm,Akron,OH,44301,"{text}"\n'))


@pytest.mark.parametrize(
    ("remark", "found"),
    [
        ("Passed away in May", Says.DIED),
        ("Rosa died 4/2025", Says.DIED),
        ("verstorben 2024", Says.DIED),
        ("est décédée en mai", Says.DIED),
        ("falleció en mayo", Says.DIED),
        ("Jan died last week", Says.BEREAVED),
        ("lost her husband", Says.BEREAVED),
        ("Please don’t send anything", Says.REFUSES),
        ("nicht anschreiben!", Says.REFUSES),
        ("moved, no forwarding address", Says.MOVED),
        ("unbekannt verzogen", Says.MOVED),
        ("open complaint about the oven", Says.QUARREL),
        ("never complained", None),
        ("swam in the Dead Sea", None),
        ("likes her tea without milk", None),
    ],
)
def test_what_a_remark_says(remark: str, found: Says | None):
    assert says(remark, "Rosa Holm") is found


def test_notes_of_a_death_hold_the_card_and_are_told_with_their_cell():
    book = read_csv("""
        Name,Street,City,State,Zip,Notes,Comments
        Rosa Holm,1 Elm,Akron,OH,44301,deceased 4/2025,
        Ida Holm,2 Elm,Akron,OH,44301,,lost her husband
        Jan Holm,3 Elm,Akron,OH,44301,likes tulips,
        """)
    rosa, ida, jan = book.customers
    assert (rosa.mail_ok, rosa.deceased, rosa.not_mailed) == (False, True, "“Notes” says “deceased 4/2025”")
    assert (ida.mail_ok, ida.deceased, jan.mail_ok) == (False, False, True)
    told = about(book, "deceased 4/2025")
    assert (told.place.cell, told.level) == ("F2", Level.WARNING)


def test_a_loss_that_the_milestones_know_of_holds_nobody(tmp_path: Path):
    book = read_workbook(
        tmp_path / "book.xlsx",
        Customers=[["Customer ID", "Name", "City", "Notes"], ["1", "Rosa Holm", "Akron", "Jan died in May"],
                   ["2", "Ida Holm", "Akron", "Jan died in May"]],
        Milestones=[["Customer ID", "Occasion", "Date", "Person"], ["1", "condolence", "2026-10-20", "Jan"]],
    )  # fmt: skip
    assert [one.mail_ok for one in book.customers] == [True, False]
    assert about(book, "Jan died").place.row == 3


def test_a_quarrel_holds_the_card():
    assert with_notes("LAWSUIT pending").not_mailed == "“Remarks” says “LAWSUIT pending”"


@pytest.mark.parametrize(
    ("answer", "mail_ok"),
    [("", True), ("No", True), ("0", True), ("false", True), ("n/a", True)]
    + [(one, False) for one in ("yes", "never", "no cards please", "no mail", "not now", "2024-05-01", "ask Jan")],
)
def test_only_a_bare_no_is_no_refusal(answer: str, mail_ok: bool):
    book = read_csv(f"Name,Street,City,State,Zip,Do Not Mail\nRosa Holm,1 Elm,Akron,OH,44301,{answer}\n")
    assert only(book).mail_ok is mail_ok


def test_an_estate_and_a_mark_behind_the_name_hold_the_card():
    book = read_csv("""
        Name,Street,City,State,Zip
        Estate of Rosa Holm,1 Elm,Akron,OH,44301
        Ida Holm - DO NOT CALL,2 Elm,Akron,OH,44301
        Jan Holm c/o Pine Lodge,3 Elm,Akron,OH,44301
        Eva Holm (met at the fair),4 Elm,Akron,OH,44301
        """)
    estate, ida, jan, eva = book.customers
    assert (estate.mail_ok, estate.deceased, ida.mail_ok, ida.name) == (False, True, False, "Ida Holm")
    assert (jan.envelope, jan.address.lines) == ("Jan Holm", ("c/o Pine Lodge", "3 Elm"))
    assert (eva.mail_ok, eva.envelope, about(book, "met at the fair").level) == (True, "Eva Holm", Level.NOTICE)


def test_a_contact_is_greeted_and_the_last_year_counts():
    book = read_csv("""
        Practice,Contact Person,Street,City,St,Zip,Sales 2024,Sales 2025,Kids,Dog
        Pine Dental,Rosa Holm,1 Elm,Akron,OH,44301,5,7,Mia,-
        Hill Dental,,2 Elm,Akron,OH,44301,5,8,2,none
        """)
    rosa, hill = book.customers
    assert (rosa.dear, rosa.company, rosa.total_spent, rosa.address.region) == ("Rosa", "Pine Dental", 7, "OH")
    assert (dict(rosa.details), dict(hill.details)) == ({"child": "Mia"}, {})


def test_an_address_without_its_state_or_zip_is_told():
    book = read_csv("""
        Name,Street,City,State,Zip
        Rosa Holm,1 Elm,Akron,,44301
        Ida Holm,2 Elm,Akron,OH,
        Jan Holm,3 Elm,Akron,OH,44301
        """)
    assert (about(book, "Rosa Holm", "state").place.row, about(book, "Ida Holm", "ZIP").place.row) == (2, 3)


def test_unknown_columns_are_answered_with_lines_that_can_be_typed():
    book = read_csv("""
        Name,Email,Hobbys,Qx
        Rosa Holm,rosa@example.com,tea,1
        """)
    assert 'likes = "Hobbys"' in about(book, "not understood").remedy.splitlines()


def test_a_column_of_both_orders_tells_each_cell():
    book = read_csv("""
        Name,Birthday
        Rosa Holm,3/14/1968
        Ida Holm,14/3/1968
        Jan Holm,3/4/1968
        """)
    assert "date_order does not help" in about(book, "B2", "B3").remedy
    assert about(book, "3/4/1968").place.cell == "B4"
