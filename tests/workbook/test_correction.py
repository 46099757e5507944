"""The doctor: a corrected copy, its changes marked and explained; the original is as it was."""

from datetime import datetime
from pathlib import Path

import pytest
from offices import TODAY, write_workbook
from openpyxl import load_workbook

from notes.problems import Unusable
from notes.reading import read_book
from notes.settings import Settings
from notes.workbook.correction import write_fixed_copy

HEADER = ["First Name", "Last Name", "Street", "City", "State", "ZIP", "Birthday", "Total Spent"]
ROWS = [HEADER, [" ROSA\xa0", "HOLM", "1  Elm St", "Boston", "MA", 2113, "March 5, 1987", "=2*3"],
        ["Jan", "Ray", "2 Elm St", "Fort Worth", "TX", 7611, "31/02/1990", 12]]  # fmt: skip


def test_a_corrected_copy(tmp_path: Path):
    original = write_workbook(tmp_path / "customers.xlsx", Customers=ROWS)
    before = original.read_bytes()
    copy = tmp_path / "customers, corrected.xlsx"
    changes = write_fixed_copy(original, read_book(original, Settings(), today=TODAY), copy)
    assert original.read_bytes() == before
    workbook = load_workbook(copy)
    sheet = workbook["Customers"]
    assert [sheet[cell].value for cell in ("A2", "B2", "C2", "F2")] == ["Rosa", "Holm", "1 Elm St", "02113"]
    assert sheet["G2"].value == datetime(1987, 3, 5)  # noqa: DTZ001 - a cell has no time zone
    assert "Before: 2113" in sheet["F2"].comment.text
    assert sheet["F3"].value == 7611
    assert "too short" in sheet["F3"].comment.text
    assert sheet["H2"].value == "=2*3"
    listed = [row[1].value for row in workbook["What was changed"].iter_rows(min_row=2, max_row=len(changes) + 1)]
    assert listed == [change.cell for change in changes] == ["A2", "B2", "G2", "C2", "F2"]


def test_the_copy_is_read_without_what_was_mended(tmp_path: Path):
    original = write_workbook(tmp_path / "a.xlsx", Customers=ROWS[:2])
    write_fixed_copy(original, read_book(original, Settings(), today=TODAY), tmp_path / "b.xlsx")
    again = read_book(tmp_path / "b.xlsx", Settings(), today=TODAY)
    assert not [one for one in again.problems if one.place.column in ("ZIP", "Birthday")]


def test_a_csv_becomes_a_workbook_in_which_nothing_is_a_formula(tmp_path: Path):
    original = tmp_path / "a.csv"
    original.write_text("Name,City,Notes\nRosa Holm,Boston,=cmd|'/C calc'!A0\n", encoding="utf-8")
    write_fixed_copy(original, read_book(original, Settings(), today=TODAY), tmp_path / "b.xlsx")
    assert load_workbook(tmp_path / "b.xlsx")["Customers"]["C2"].data_type == "s"


def test_the_original_is_never_the_target(tmp_path: Path):
    original = write_workbook(tmp_path / "a.xlsx", Customers=ROWS)
    with pytest.raises(Unusable):
        write_fixed_copy(original, read_book(original, Settings(), today=TODAY), original)
