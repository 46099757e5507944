"""The form of a business: what `notes new` makes, and that data/README.md tells the same."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from notes.occasions import ours
from notes.problems import Unusable
from notes.resources import TEMPLATES
from notes.settings import Settings
from notes.settings_file import read_settings
from notes.workbook.form import CUSTOMERS, OCCASIONS, SHEETS, Column, new_business, workbook

README = Path(__file__).parents[2] / "data" / "README.md"


def opened(content: bytes):
    return load_workbook(io.BytesIO(content))


def test_a_new_business_has_an_empty_workbook_and_all_settings(tmp_path: Path) -> None:
    made = new_business(tmp_path / "shop")
    starters = ["Fairhand.command", "Fairhand.bat", "fairhand.desktop"]
    assert [path.name for path in made] == ["customers.xlsx", "notes.toml", "README.md", *starters]
    assert read_settings(tmp_path / "shop" / "notes.toml") == (Settings(), [])
    book = load_workbook(tmp_path / "shop" / "customers.xlsx")
    assert book.sheetnames == ["Read me", "Customers", "Milestones", "Details", "Orders"]
    assert [book[title].max_row for title in SHEETS] == [1, 1, 1, 1]


@pytest.mark.parametrize("name", ["customers.xlsx", "customers.csv", "notes.toml", "README.md", "Fairhand.bat"])
def test_nothing_that_is_there_is_overwritten(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    with pytest.raises(Unusable) as refused:
        new_business(tmp_path)
    assert f"this folder already has a {name}" in refused.value.problems[0].message
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text() == "mine"


def test_a_folder_that_is_a_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "shop").write_text("a file")
    with pytest.raises(Unusable) as refused:
        new_business(tmp_path / "shop")
    assert refused.value.problems[0].remedy == "Name a folder that you may write to."


@pytest.mark.parametrize("title", SHEETS)
def test_every_header_is_frozen_bold_and_explained(title: str) -> None:
    sheet = opened(workbook())[title]
    assert sheet.freeze_panes in {"A2", "D2"}
    assert sheet.auto_filter.ref
    for cell, column in zip(sheet[1], SHEETS[title], strict=True):
        assert (cell.value, cell.font.bold) == (column.header, True)
        assert cell.comment is not None
        assert cell.comment.text == column.about


def test_a_fixed_vocabulary_is_a_drop_down() -> None:
    lists = {
        (title, str(choice.sqref).split(":")[0]): (choice.formula1, bool(choice.showErrorMessage))
        for title in SHEETS
        for choice in opened(workbook())[title].data_validations.dataValidation
    }
    headers = [cell.value for cell in opened(workbook())["Customers"][1]]
    assert lists["Customers", f"{get_column_letter(headers.index('Do not mail') + 1)}2"] == ('"yes,no"', True)
    assert lists["Milestones", "C2"][0].startswith('"birthday,wedding-anniversary,')
    assert lists["Milestones", "C2"][1] is False  # “Condolences” is understood as well
    assert all(len(formula) <= 255 for formula, _ in lists.values()), "Excel refuses longer lists"


def test_text_stays_text_and_dates_are_dates() -> None:
    row = {"First name": "=HYPERLINK(1)", "ZIP": "02113", "Birthday": date(1988, 4, 12), "Customer since": "--04-12"}
    sheet = opened(workbook({"Customers": [row]}))["Customers"]
    cells = {header.value: cell for header, cell in zip(sheet[1], sheet[2], strict=True)}
    assert (cells["First name"].data_type, cells["First name"].value) == ("s", "=HYPERLINK(1)")
    assert (cells["ZIP"].value, cells["ZIP"].number_format) == ("02113", "@")
    assert cells["Birthday"].is_date
    assert cells["Birthday"].number_format == "yyyy-mm-dd"
    assert cells["Customer since"].value == "--04-12"


def test_what_a_person_types_below_keeps_its_zeros() -> None:
    sheet = opened(workbook())["Customers"]
    letters = dict(zip((column.header for column in CUSTOMERS), (cell.column_letter for cell in sheet[1]), strict=True))
    assert sheet.column_dimensions[letters["ZIP"]].number_format == "@"
    assert sheet.column_dimensions[letters["Birthday"]].number_format == "yyyy-mm-dd"


def test_the_same_rows_make_the_same_bytes_at_any_time() -> None:
    made = workbook({"Orders": [{"Customer ID": "7", "Total": 12.5}]})
    assert made == workbook({"Orders": [{"Customer ID": "7", "Total": 12.5}]})
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(2026, 1, 1)}
        assert b"T00:00:00Z</dcterms:modified>" in archive.read("docProps/core.xml")


def table_below(heading: str) -> list[tuple[str, str]]:
    """The rows of the first table below a heading of data/README.md."""
    section = README.read_text(encoding="utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("|")]
    return [(first, second) for first, second in rows[2:]]


@pytest.mark.parametrize("title", SHEETS)
def test_the_readme_explains_each_column_as_the_workbook_does(title: str) -> None:
    def told(column: Column) -> tuple[str, str]:
        return column.header, column.about

    assert table_below(title) == [told(column) for column in SHEETS[title]]


@pytest.mark.parametrize("word", OCCASIONS)
def test_each_occasion_of_the_drop_down_is_understood_and_has_words(word: str) -> None:
    assert ours().understood(word).name == word
    assert list((TEMPLATES / word).glob("*.txt"))


def test_an_occasion_is_in_the_drop_down_or_found_by_the_program_itself() -> None:
    found = {"years", "new-customer", "thanks", "quiet"}
    assert {*ours().names} == {*OCCASIONS, *found}


def test_the_readme_explains_each_occasion_of_the_drop_down() -> None:
    assert table_below("Occasions") == [(one.name, one.about) for one in ours().for_the_sheet]
