"""The sample business: what its people show, and that every month has something to look at."""

import re
import runpy
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from notes.customers import Book
from notes.history import Past
from notes.picking import decide
from notes.problems import Level
from notes.reading import read_book
from notes.resources import SAMPLE
from notes.settings import Settings
from notes.settings_file import read_settings

MAKER = runpy.run_path(str(SAMPLE / "make_sample.py"))


@pytest.fixture(scope="module")
def rows() -> list[dict[str, object]]:
    """The rows of Customers by header."""
    sheet = load_workbook(SAMPLE / "customers.xlsx")["Customers"]
    header, *body = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, header), row, strict=True)) for row in body]


def test_the_workbook_is_what_the_script_makes() -> None:
    assert (SAMPLE / "customers.xlsx").read_bytes() == MAKER["sample"](), "run `make sample`"


def test_the_settings_are_what_the_script_makes_and_can_be_read() -> None:
    settings, problems = read_settings(SAMPLE / "notes.toml")
    assert problems == []
    assert settings == MAKER["SETTINGS"] != Settings()


def test_no_cell_is_a_formula() -> None:
    book = load_workbook(SAMPLE / "customers.xlsx")
    assert [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []


def test_its_rows_show_what_the_program_does(rows: list[dict[str, object]]) -> None:
    assert 45 <= len(rows) <= 50
    assert any(" and " in str(row["First name"]) for row in rows), "a couple"
    assert any(row["Company"] and not row["First name"] for row in rows), "a firm"
    assert any(row["Do not mail"] == "yes" for row in rows)
    assert any(not row["Address 1"] and not row["City"] for row in rows), "a missing address"
    assert any("ř" in f"{row['First name']}" for row in rows)
    assert {str(row["Birthday"]) for row in rows} >= {"--04-12", "22 February"}, "birthdays without a year"
    assert any(str(row["ZIP"]).startswith("0") for row in rows)
    households = Counter(row["Household"] for row in rows if row["Household"])
    assert households == {"Crane": 2, "Oakes": 2}
    assert [row["Household"] for row in rows if row["Deceased"] == "yes"] == ["Oakes"]


STATES = {
    **{"ME": r"039|04\d", "MA": r"01\d|02[0-7]", "NH": r"03[0-8]", "VT": r"05\d", "CT": r"06\d"},
    **{"MN": r"55\d|56[0-7]", "OR": r"97\d", "AZ": r"85\d|86[0-5]", "TX": r"7[5-9]\d|885"},
}


def test_each_zip_code_is_of_its_state(rows: list[dict[str, object]]) -> None:
    at_home = [row for row in rows if row["Country"] == "United States"]
    wrong = [row["ZIP"] for row in at_home if not re.fullmatch(f"({STATES[str(row['State'])]})\\d\\d", str(row["ZIP"]))]
    assert wrong == []


def test_no_mailbox_is_real(rows: list[dict[str, object]]) -> None:
    mailboxes = [str(row["E-mail"]) for row in rows if row["E-mail"]]
    assert all(re.search(r"[@.]example(\.(com|org|net))?$", one) for one in mailboxes)


MONTHS = [f"{2026 + (10 + later) // 12}-{(10 + later) % 12 + 1:02d}" for later in range(40)]


@pytest.fixture(scope="module")
def book() -> Book:
    return read_book(SAMPLE / "customers.xlsx", MAKER["SETTINGS"])


def test_it_is_read_without_a_fault(book: Book) -> None:
    told = {(problem.level, problem.message) for problem in book.problems if problem.level is not Level.NOTICE}
    assert told == {
        (
            Level.WARNING,
            "“Notes” says “Moved; ask for the new address.” (cell AI47): they have moved, or mail came back.",
        )
    }
    assert (len(book.customers), len(book.milestones)) == (49, 17)
    assert all(customer.details for customer in book.customers), "each has something to write about"


@pytest.mark.parametrize("month", MONTHS)
def test_every_month_has_something_to_look_at(book: Book, month: str) -> None:
    today = date.fromisoformat(f"{month}-01")
    picks = decide(book, month, today, MAKER["SETTINGS"], Past())
    assert len(picks.cards) >= 8
    assert len({pick.occasion for pick in picks.cards}) >= 4
    assert sum(picks.totals().values()) == 2 * 49


@pytest.mark.parametrize("header", ["RIP", "Record Status", "Remarks"])
def test_the_widow_is_condoled_with_and_not_greeted_for_a_year_whatever_the_column_is_called(
    header: str, tmp_path: Path
) -> None:
    book = load_workbook(SAMPLE / "customers.xlsx")
    (cell,) = (one for one in book["Customers"][1] if one.value == "Deceased")
    cell.value = header
    for (below,) in book["Customers"].iter_rows(min_row=2, min_col=cell.column, max_col=cell.column):
        below.value = below.value and ("yes" if header not in ("Record Status", "Remarks") else "Deceased")
    book.save(tmp_path / "customers.xlsx")
    people = read_book(tmp_path / "customers.xlsx", MAKER["SETTINGS"], today=date(2026, 11, 1))
    told = {month: _of(people, "Margaret Oakes", month) for month in ("2026-11", "2027-05", "2028-05")}
    assert told == {
        "2026-11": ("condolence", "card", ""),
        "2027-05": (
            *("birthday", "skipped"),
            "No other card until 28 October 2027: a loss in the household (28 October 2026).",
        ),
        "2028-05": ("birthday", "card", ""),
    }


def _of(book: Book, name: str, month: str) -> tuple[str, str, str]:
    """What becomes of somebody in a month."""
    picks = decide(book, month, date.fromisoformat(f"{month}-01"), MAKER["SETTINGS"], Past.of([])).picks
    (pick,) = (one for one in picks if one.customer.name == name)
    return pick.occasion, pick.outcome.value, pick.reason
