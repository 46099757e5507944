"""A backup has all that could not be made again, and the review page says when the last one was made."""

import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from notes.backup import last_backup
from notes.cli import notes
from notes.folders import Folder

BUSINESS = """\
Customer ID,First name,Last name,Address 1,City,State,ZIP,Birthday,Bought
1,Ida,Fenn,1 Quay St,Salem,MA,01970,1980-11-14,the blue armchair
"""


def run(*words: str) -> Result:
    return CliRunner().invoke(notes, words, catch_exceptions=False)


@pytest.fixture
def business(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "shop"
    (home / "data/templates/birthday").mkdir(parents=True)
    (home / "data/customers.csv").write_text(BUSINESS)
    (home / "data/notes.toml").write_text('[business]\nsender = "Kit"\n')
    (home / "data/templates/birthday/mine.txt").write_text("Dear {{ first }},\n\nMany happy returns.\n")
    monkeypatch.chdir(home)
    return home


def month() -> Result:
    return run("cards", "--month", "2026-11", "--today", "2026-11-01")


def test_what_was_lost_comes_back_from_a_backup(business: Path, tmp_path: Path) -> None:
    month()
    run("sent", "--today", "2026-11-02")
    assert "6 files in out/fairhand-2026-11-03.zip." in run("backup", "--today", "2026-11-03").output
    (business / "out/fairhand-2026-11-03.zip").rename(tmp_path / "saved.zip")
    shutil.rmtree(business / "data")
    with zipfile.ZipFile(tmp_path / "saved.zip") as packed:
        assert {"customers.csv", "notes.toml", "fairhand.json", "templates/birthday/mine.txt"} < set(packed.namelist())
        packed.extractall(business / "data")
    assert "there is nobody new" in month().output


def test_the_review_page_says_when_the_last_one_was(business: Path) -> None:
    month()
    page = business / "out/2026-11/review.html"
    assert "There is no backup yet of your spreadsheet and of what was sent." in page.read_text(encoding="utf-8")
    run("backup", "--today", "2026-11-03")
    month()
    assert "The last backup was made on 3 November 2026." in page.read_text(encoding="utf-8")


def test_what_was_decided_is_in_it_and_what_is_made_is_not(business: Path) -> None:
    month()
    (business / "out/2026-11/changes.json").write_text('{"steps": [], "taken_back": []}')
    (business / "stick").mkdir()
    assert run("backup", "--to", "stick", "--today", "2026-11-03").exit_code == 0
    with zipfile.ZipFile(business / "stick/fairhand-2026-11-03.zip") as packed:
        names = packed.namelist()
    assert "out/2026-11/changes.json" in names
    assert not [name for name in names if name.endswith((".pdf", ".html", ".lock"))]


def test_the_same_day_gives_the_same_bytes(business: Path) -> None:
    backups = []
    for _ in range(3):
        run("backup", "--today", "2026-11-03")
        backups.append((business / "out/fairhand-2026-11-03.zip").read_bytes())
    assert backups[1] == backups[2]


def test_where_there_is_nothing_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/notes.toml").mkdir()
    monkeypatch.chdir(tmp_path)
    assert run("backup", "--file", "list.csv").exit_code == 1


@pytest.mark.parametrize("where", ["history", "templates", "templates/birthday", "fonts"])
def test_no_backup_goes_where_what_is_backed_up_is(business: Path, where: str) -> None:
    answer = run("backup", "--to", f"data/{where}")
    assert answer.exit_code == 1
    assert "this folder is itself among what is backed up." in answer.output
    assert not list(business.rglob("*.zip"))


@pytest.mark.parametrize("day", ["0000-99-99", "2026-13-01", 3, None, "yesterday"])
def test_a_day_that_is_none_is_no_backup(business: Path, day: object) -> None:
    run("backup")
    ledger = json.loads((business / "data/fairhand.json").read_text())
    (business / "data/fairhand.json").write_text(json.dumps({**ledger, "backup": day}))
    assert last_backup(Folder.find(business)).startswith("There is no backup yet")


@pytest.mark.parametrize("day", ["1979-12-31", "2108-01-01"])
def test_a_clock_that_is_wrong_is_no_hindrance(business: Path, day: str) -> None:
    assert f"3 files in out/fairhand-{day}.zip." in run("backup", "--today", day).output


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_what_leads_in_a_circle_or_is_no_file_is_left_out(business: Path) -> None:
    (business / "data/fonts").symlink_to("fonts")
    (business / "data/templates/again").symlink_to("..")
    os.mkfifo(business / "data/templates/pipe.txt")
    assert "3 files in out/fairhand-2026-11-03.zip." in run("backup", "--today", "2026-11-03").output
