"""What a workbook may hold, at its bounds, and what openpyxl does not tell of its cells."""

import zipfile
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from offices import write_workbook
from openpyxl import load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from notes.problems import BadValue
from notes.reading.files import excel
from notes.reading.files.detection import read_contents
from notes.reading.files.excel import currency_of, weights_of, whole_rows
from notes.reading.files.sheets import MOST_LETTERS, TOO_LONG, TOO_WIDE, Contents, Row, Sheet


def packed(path: Path, **parts: str) -> Path:
    """A packed file with parts of these texts."""
    with zipfile.ZipFile(path, "w") as file:
        for name, text in parts.items():
            file.writestr(name.replace("__", "."), text)
    return path


def refused(says: str) -> AbstractContextManager[Any]:
    return pytest.raises(BadValue, match=says) if says else nullcontext()


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("<row/>", 2),
        ("<row/><x:row/>", 4),
        ("<row><c r='A1'><v/></c></row>", 3),
        ("<c><c r='B'>", 2),
        ("<x:c r='A1'/><x:c>", 2),
        ("<si><t/></si><x:si>", 2),
        ("<cols><col/></cols>", 0),
        ("", 0),
    ],
)
def test_how_long_a_part_takes_to_read(tmp_path: Path, text: str, weight: int) -> None:
    assert weights_of(packed(tmp_path / "a.xlsx", a__xml=text, b__XML=text, c__bin=text)) == {
        "a.xml": weight,
        "b.XML": weight,
    }


@pytest.mark.parametrize(("weight", "says"), [(6, ""), (5, "the workbook is too large")])
def test_how_long_a_workbook_may_take(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, weight: int, says: str) -> None:
    monkeypatch.setattr(excel, "MOST_WEIGHT", weight)
    with refused(says):
        weights_of(packed(tmp_path / "a.xlsx", a__xml="<row/><c >", b__xml="<row/><c >"))


@pytest.mark.parametrize(("sheets", "says"), [(500, ""), (501, "the workbook has 501 sheets")])
def test_how_many_sheets_a_workbook_may_have(tmp_path: Path, sheets: int, says: str) -> None:
    shown = SimpleNamespace(_worksheet_path="/xl/worksheets/sheet1.xml")
    with refused(says):
        weights_of(packed(tmp_path / "a.xlsx", workbook__xml="<sheet name='a'/>" * sheets))
    with refused(says):
        excel._see_to_sheets([shown] * sheets, {"xl/worksheets/sheet1.xml": 1})


def test_a_part_that_many_sheets_show_counts_for_each() -> None:
    shown, most = SimpleNamespace(_worksheet_path="/xl/a.xml"), excel.MOST_WEIGHT
    excel._see_to_sheets([shown] * 2, {"xl/a.xml": most // 2})
    with refused("too large"):
        excel._see_to_sheets([shown] * 2, {"xl/a.xml": most // 2 + 1})


CELL = SimpleNamespace(value="x")


@pytest.mark.parametrize(
    ("rows", "cells", "says"),
    [(3, 2, ""), (4, 1, "sheet “S” is too large"), (2, 3, ""), (1, 7, "sheet “S” is too large"), (1, 6, "")],
)
def test_how_many_rows_and_cells_a_sheet_may_have(
    monkeypatch: pytest.MonkeyPatch, rows: int, cells: int, says: str
) -> None:
    monkeypatch.setattr(excel, "MOST_ROWS", 3)
    monkeypatch.setattr(excel, "MOST_CELLS", 6)
    sheet = SimpleNamespace(title="S", iter_rows=lambda: [[CELL] * cells] * rows)
    with refused(says):
        assert [row.number for row in excel._filled_rows(sheet, {}, frozenset(), set())] == [*range(1, rows + 1)]


def test_empty_cells_at_the_end_of_a_row_and_empty_rows_are_left_out() -> None:
    empty = SimpleNamespace(value=None)
    rows = [[empty, CELL, empty, empty], [empty], [], [CELL]]
    found = list(excel._filled_rows(SimpleNamespace(iter_rows=lambda: rows), {}, frozenset(), set()))
    assert found == [Row(1, [None, "x"]), Row(4, ["x"])]


@pytest.mark.parametrize(
    ("shown_as", "currency"),
    [
        ('"$"#,##0.00', "$"),
        ("[$€-407] #,##0", "€"),
        ("[$CHF] 0", "CHF"),
        ("0.00 £", "£"),
        ('0 " EUR "', "EUR"),
        ('0 "zł"', "zł"),
        ('0 "kr."', "kr."),
        ('0 "Stück"', ""),
        ("0.00;[Red]-$0", "$"),
        ("", ""),
    ],
)
def test_the_currency_that_a_format_shows(shown_as: str, currency: str) -> None:
    assert currency_of(shown_as) == currency


def test_what_a_workbook_tells_of_its_sheets_beside_their_values(tmp_path: Path) -> None:
    path = write_workbook(
        tmp_path / "a.xlsx",
        Seen=[["Name", "Spent", "Since"], ["Ann", 12.5, date(2026, 3, 1)], ["Bo", 7, 8]],
        Unseen=[["x"]],
    )
    book = load_workbook(path)
    book.epoch = CALENDAR_MAC_1904
    book["Unseen"].sheet_state = "hidden"
    book["Seen"].row_dimensions[3].hidden = True
    book["Seen"].column_dimensions["B"].hidden = True
    book["Seen"]["B2"].number_format = "0.00 €;-0.00 $"
    book["Seen"]["B3"].number_format = "0"
    book["Seen"]["D3"] = "=1+1"
    book.save(path)
    seen, unseen = read_contents(path).sheets
    assert (seen.name, seen.hidden, unseen.hidden, seen.counts_from_1904) == ("Seen", False, True, True)
    assert (seen.currencies, seen.formulas) == ({"B2": "€"}, {"D3": "=1+1"})
    assert (seen.hidden_rows, seen.hidden_columns) == ({3}, {1})


@pytest.mark.parametrize(
    ("part", "rows", "columns", "formulas"),
    [
        (b'<row r="3" hidden="1"><row r="4" hidden="0"><row r="5"><row hidden="true">', {3}, set(), {}),
        (b'<x:row r="3" hidden="true">', {3}, set(), {}),
        (b'<col min="2" max="4" hidden="1"/><col min="7" max="7"/>', set(), {1, 2, 3}, {}),
        (b'<col max="2" hidden="1"/><col min="3" hidden="1"/>', set(), {0, 1}, {}),
        (b'<c r="B2"><f>A1*2</f></c>', set(), set(), {"B2": "=A1*2"}),
        (b'<c r="B2"><f>A1*2</f><v></v></c><c r="B3"><f>1</f><v/></c>', set(), set(), {"B2": "=A1*2", "B3": "=1"}),
        (b'<c r="B2"><f>A1*2</f><v>4</v></c><c><f>2</f></c>', set(), set(), {}),
        (b'<c r="B2"><f t="shared"/></c>', set(), set(), {"B2": "="}),
    ],
)
def test_what_is_hidden_and_what_was_never_worked_out(
    tmp_path: Path, part: bytes, rows: set[int], columns: set[int], formulas: dict[str, str]
) -> None:
    with zipfile.ZipFile(packed(tmp_path / "a.xlsx", a__xml=part.decode())) as file:
        marks = excel._marks(file, "/a.xml")
    assert marks == {"hidden_rows": rows, "hidden_columns": columns, "formulas": formulas}


class Pieces:
    """A stream that gives one piece after the other."""

    def __init__(self, *pieces: bytes) -> None:
        self.left = [*pieces, b""]

    def read(self, size: int) -> bytes:
        return self.left.pop(0)


@pytest.mark.parametrize(
    ("pieces", "given"),
    [
        ([b"<row>1</row><ro", b"w>2</row></x>"], [b"<row>1</row>", b"<row>2</row>", b"</x>"]),
        ([b"<a>", b"<b>", b"</row>"], [b"<a><b></row>", b""]),
        ([b"aaaa", b"bbbb", b"cc"], [b"aaaabbbb", b"cc"]),
        ([b"aaa", b"bbbb", b"cc"], [b"aaabbbbcc", b""]),
    ],
)
def test_a_part_without_the_end_of_a_row_is_given_before_it_grows_too_large(
    monkeypatch: pytest.MonkeyPatch, pieces: list[bytes], given: list[bytes]
) -> None:
    monkeypatch.setattr(excel, "LARGEST_PIECE", 4)
    assert [*whole_rows(Pieces(*pieces))] == given  # type: ignore[arg-type]


def test_longer_cells_and_wider_rows_are_cut_and_it_is_said(tmp_path: Path) -> None:
    long = Contents([Sheet(None, [Row(1, ["x" * (MOST_LETTERS + 1), 7])])], ["Said before."])
    assert long.cut().notices == ["Said before.", TOO_LONG]
    assert [len(str(one)) for one in long.cut().sheets[0].rows[0].values] == [MOST_LETTERS, 1]
    whole = Contents([Sheet(None, [Row(1, ["x" * MOST_LETTERS])])])
    assert whole.cut() is whole
    for columns, notices in ((999, []), (1_000, [TOO_WIDE])):
        path = write_workbook(tmp_path / f"{columns}.xlsx", Sheet1=[range(columns)])
        assert [*read_contents(path).notices] == notices
