"""Reading and picking hold the search for garbage, and leave no trace of it."""

import gc
from datetime import date
from pathlib import Path

import pytest

from notes.history import Past
from notes.memory import without_collecting
from notes.picking import decide
from notes.problems import Unusable
from notes.reading import read_book
from notes.settings import Settings


def state() -> tuple[bool, int]:
    return gc.isenabled(), gc.get_freeze_count()


@pytest.fixture
def customers(tmp_path: Path) -> Path:
    path = tmp_path / "customers.csv"
    path.write_text("First Name,Last Name,City\nRosa,Ortiz,Dayton\n", encoding="utf-8")
    return path


def test_the_search_is_held_and_goes_on_afterwards() -> None:
    with without_collecting():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_search_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with without_collecting():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_reading_and_picking_leave_no_trace(customers: Path) -> None:
    before = state()
    book = read_book(customers, Settings())
    assert state() == before
    decide(book, "2026-11", date(2026, 11, 1), Settings(), Past())
    assert state() == before


def test_a_file_that_cannot_be_read_leaves_no_trace(tmp_path: Path) -> None:
    before = state()
    with pytest.raises(Unusable):
        read_book(tmp_path / "gone.csv", Settings())
    assert state() == before
