"""What was said in an earlier month and has not changed is one line; what is new and what is an error is told."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from notes.cli import notes
from notes.problems import Level, Place, Problem
from notes.said import what_is_new


def at(row: int, message: str, level: Level = Level.WARNING) -> Problem:
    return Problem(Place("customers.csv", None, row, "ZIP", f"K{row}"), message, "", level)


SHORT, LONG, BAD = at(2, "“1331” is short."), at(3, "“443011” is long."), at(4, "no date.", Level.ERROR)
MOVED = at(9, "“1331” is short.")  # the list was sorted


@pytest.mark.parametrize(
    ("told", "new", "line"),
    [
        ([SHORT, LONG], [], "As last month: 2 things to look at, none new; `notes check --all` shows them."),
        ([MOVED], [], "As last month: 1 thing to look at, none new; `notes check --all` shows them."),
        ([SHORT, BAD], [BAD], "As last month: 1 thing to look at, 1 new, above; `notes check --all` shows them."),
        ([], [], ""),
    ],
)
def test_what_was_said_in_october_is_one_line_in_november(
    tmp_path: Path, told: list[Problem], new: list[Problem], line: str
):
    sheet = tmp_path / "customers.csv"
    assert what_is_new([SHORT, LONG, BAD], tmp_path, sheet, "2026-10").new == [SHORT, LONG, BAD]
    found = what_is_new(told, tmp_path, sheet, "2026-11")
    assert (found.new, found.of_the_old) == (new, line)


def test_in_the_month_in_which_it_is_new_it_is_told_again_and_again(tmp_path: Path):
    for _ in range(2):
        assert what_is_new([SHORT], tmp_path, tmp_path / "a.csv", "2026-11").new == [SHORT]
    assert what_is_new([SHORT], tmp_path, tmp_path / "another.csv", "2026-12").new == [SHORT]


def test_what_was_mended_and_comes_back_is_new(tmp_path: Path):
    sheet = tmp_path / "a.csv"
    for those, month in (([SHORT], "2026-10"), ([], "2026-11")):
        what_is_new(those, tmp_path, sheet, month)
    assert what_is_new([SHORT], tmp_path, sheet, "2026-12").new == [SHORT]


@pytest.mark.parametrize("damaged", [b"", b"[1]", b"\xff"])
def test_a_memory_that_is_damaged_tells_all_again(tmp_path: Path, damaged: bytes):
    what_is_new([SHORT], tmp_path, tmp_path / "a.csv", "2026-10")
    next((tmp_path / "said").iterdir()).write_bytes(damaged)
    assert what_is_new([SHORT], tmp_path, tmp_path / "a.csv", "2026-11").new == [SHORT]


def test_check_says_it_in_one_line_and_all_of_it_when_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("FAIRHAND_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "customers.csv").write_text("Name,Street,City,State,ZIP,Shoe\nRosa Holm,,Akron,OH,44301,42\n")

    def check(*words: str) -> str:
        return CliRunner().invoke(notes, ["check", *words]).output

    assert "no postal addresses" in check("--today", "2026-10-05")
    later = check("--today", "2026-11-05")
    assert "no postal addresses" not in later and "As last month: " in later and "none new" in later
    assert "no postal addresses" in check("--all", "--today", "2026-11-05")
