"""The book: which sheets are read for what, and what is told of the file as a whole."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from offices import TODAY, about, read_csv, read_workbook, write_workbook
from openpyxl import load_workbook

from notes.problems import Level
from notes.reading import check_file, read_book
from notes.settings import Settings

HEADER = ["Name", "Street", "City", "State", "ZIP"]
ANN = ["Ann Lee", "1 Elm", "Akron", "OH", "44301"]
BOB = ["Bob Ray", "2 Elm", "Akron", "OH", "44301"]


@pytest.mark.parametrize(
    ("sheets", "read"),
    [
        ({"A": [HEADER, ANN], "B": [[*HEADER, "Email"], [*BOB, "b@example.com"]]}, ["A", "B"]),  # a column more
        ({"A": [HEADER, ANN], "B": [HEADER[::-1], BOB[::-1], ANN[::-1]], "C": [HEADER]}, ["A", "B", "B"]),
        ({"A": [HEADER], "B": [HEADER, ANN]}, ["B"]),
    ],
)
def test_which_sheets_have_the_customers(tmp_path: Path, sheets: dict[str, list[list[object]]], read: list[str]):
    book = read_workbook(tmp_path / "a.xlsx", **sheets)
    assert [one.place.sheet for one in book.customers] == read
    aside = [name for name in sheets if name not in read]
    assert [one.message for one in book.problems if "not used" in one.message] == (
        [f"read from {', '.join(f'“{name}”' for name in dict.fromkeys(read))}; "
         f"not used: {', '.join(f'“{name}”' for name in aside)}."] if aside else []
    )  # fmt: skip


def test_a_hidden_sheet_is_read_only_where_there_is_no_other(tmp_path: Path):
    path = write_workbook(tmp_path / "a.xlsx", A=[HEADER, ANN], B=[["Colours"]], C=[HEADER, BOB])
    workbook = load_workbook(path)
    workbook["A"].sheet_state = "hidden"
    workbook.save(path)
    assert [one.name for one in read_book(path, Settings(), today=TODAY).customers] == ["Bob Ray"]
    workbook["C"].sheet_state = "hidden"
    workbook.save(path)
    assert [one.name for one in read_book(path, Settings(), today=TODAY).customers] == ["Ann Lee", "Bob Ray"]


def test_orders_of_several_sheets_are_counted_together_and_go_to_the_first_of_a_customer_twice(tmp_path: Path):
    people = [["Customer ID", "Name", "Email"], [1, "Ann Lee", "a@example.com"], [2, "Ann Lee", "a@example.com"]]
    sold = [["Order ID", "Date", "Customer ID", "Total"], [1, date(2024, 1, 1), 2, 3]]
    happened = [["Customer ID", "Occasion"], [2, "Baby"]]
    book = read_workbook(tmp_path / "a.xlsx", People=people, Old=sold, New=sold, Milestones=happened)
    assert book.orders is not None
    assert list(book.orders["customer_id"]) == ["1", "1"]
    assert [one.customer_id for one in book.milestones] == ["1"]
    assert book.remarks == ["1 orders from “Old” are counted.", "1 orders from “New” are counted."]


def test_customers_and_their_orders_may_stand_on_one_sheet_each_without_a_name_there(tmp_path: Path):
    sold = [["Order ID", "Date", "Customer ID", "Total"], [1, date(2024, 1, 1), 9, 3]]
    people = [["Customer ID", "Name"], [9, "Ann Lee"]]
    book = read_workbook(tmp_path / "a.xlsx", Sold=sold, People=people)
    assert [(one.name, one.orders) for one in book.customers] == [("Ann Lee", 1)]


def test_a_question_in_any_sheet_is_a_question(tmp_path: Path):
    people = [["Customer ID", "Name"], [9, "Ann Lee"]]
    sold = [["Order ID", "Date", "Customer ID", "Total"], [1, "3/4/2024", 9, 3]]
    happened = [["Customer ID", "Occasion", "Date"], [9, "Baby", "3/4/2024"]]
    assert read_workbook(tmp_path / "a.xlsx", People=people, Sold=sold).questions
    assert read_workbook(tmp_path / "a.xlsx", People=people, Events=happened).questions
    assert not read_workbook(tmp_path / "a.xlsx", People=people).questions


def test_what_is_told_stands_by_sheet_and_row_and_what_is_told_twice_once(tmp_path: Path):
    happened = [["Name", "Occasion"], ["Nobody", "Baby"], ["Nobody", "Wedding"]]
    rows = [[*HEADER, "Orders"], [*ANN, "x"], [*BOB[:4], "1", "x"]]
    book = read_workbook(tmp_path / "a.xlsx", Events=happened, Customers=rows, Other=[["Red"]])
    assert [(one.place.sheet, one.place.row) for one in book.problems] == [
        (None, None), ("Customers", 2), ("Customers", 3), ("Customers", 3), ("Events", 2),
    ]  # fmt: skip


def test_the_day_of_a_file_counts_as_today_where_none_is_given(tmp_path: Path):
    path = tmp_path / "customers.csv"
    path.write_text("Name,First Purchase\nAnn Lee,2020-05-02\nBob Ray,2020-05-03\n", encoding="utf-8")
    noon = datetime(2020, 5, 2, 12, tzinfo=UTC).timestamp()
    os.utime(path, (noon, noon))
    assert [one.first_purchase for one in read_book(path, Settings()).customers] == [date(2020, 5, 2), None]


def test_rows_that_are_left_out_are_told_by_their_numbers():
    lines = ["Name,Street"] + ["Ann Lee,1 Elm", "TOTAL,"] * 8
    assert "row 3, 5, 7, 9, 11, 13, 15, 17 (" in about(read_csv("\n".join(lines)), "left out").message
    assert "15, 17 … (" in about(read_csv("\n".join([*lines, "TOTAL,"])), "left out").message


def test_two_hidden_rows(tmp_path: Path):
    path = write_workbook(tmp_path / "a.xlsx", Customers=[HEADER, ANN, BOB, BOB])
    workbook = load_workbook(path)
    for row in (2, 3):
        workbook["Customers"].row_dimensions[row].hidden = True
    workbook.save(path)
    told = about(read_book(path, Settings(), today=TODAY), "hidden")
    assert told.message == "2 rows are hidden and were read all the same. Delete the rows of anyone to leave out."
    assert told.level is Level.NOTICE


def test_what_check_answers_as_json(tmp_path: Path):
    header = [*HEADER, "Birthday", "First Purchase", "Total Spent", "Anniversary", "Graduation", "ID"]
    row = [*ANN, date(1980, 2, 29), date(2020, 1, 2), 12.5, "--05-06", date(2001, 6, 1), 7]
    path = write_workbook(tmp_path / "a.xlsx", Customers=[header, row, [*BOB]])
    ann, bob = check_file(path, Settings(), today=TODAY)["customers"]
    assert ann["at"] == {"sheet": "Customers", "row": 2}
    assert {name: ann[name] for name in ("birthday", "first_purchase", "total_spent", "anniversary", "graduation")} == {
        "birthday": "1980-02-29",
        "first_purchase": "2020-01-02",
        "total_spent": "12.5",
        "anniversary": "--05-06",
        "graduation": "2001-06-01",
    }
    assert {name: bob[name] for name in ("birthday", "first_purchase", "total_spent", "anniversary", "graduation")} == {
        "birthday": None, "first_purchase": None, "total_spent": None, "anniversary": None, "graduation": None,
    }  # fmt: skip
    assert (ann["customer_id"], ann["address_lines"]) == ("7", ["1 Elm"])
