"""Spreadsheets for tests: a text as the office would see it, read as a book."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent
from typing import Any

from openpyxl import Workbook

from notes.customers import Book, Customer
from notes.problems import Problem
from notes.reading import read_book
from notes.settings import Business, Settings

TODAY = date(2026, 11, 1)


def read_csv(text: str, columns: Mapping[str, str] | None = None, encoding: str = "utf-8", **business: Any) -> Book:
    """The book of a CSV, its lines indented as the test has them."""
    settings = replace(Settings(), business=Business(**business), columns=columns or {})
    with TemporaryDirectory() as folder:
        path = Path(folder) / "customers.csv"
        path.write_bytes(dedent(text).lstrip("\n").encode(encoding))
        return read_book(path, settings, today=TODAY)


def write_workbook(path: Path, **sheets: Sequence[Sequence[object]]) -> Path:
    """A workbook of these sheets, each a list of rows."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    workbook.save(path)
    return path


def read_workbook(path: Path, **sheets: Sequence[Sequence[object]]) -> Book:
    return read_book(write_workbook(path, **sheets), Settings(), today=TODAY)


def only(book: Book) -> Customer:
    (customer,) = book.customers
    return customer


def about(book: Book, *words: str) -> Problem:
    """The one problem that mentions all of the words."""
    found = [one for one in book.problems if all(word in f"{one.message} {one.remedy}" for word in words)]
    assert len(found) == 1, f"{len(found)} problems mention {words}: {[one.message for one in book.problems]}"
    return found[0]
