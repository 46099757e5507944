"""What was understood of the columns is shown where it is in doubt, and kept in notes.toml by --accept."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from notes.cli import notes, options
from notes.settings_file import read_settings

LIST = "Client Surname,Client Forename,Client Addr,Town,Member Since,Shoe\nHale,Otto,1 Elm St,Akron,2018,42\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "customers.csv").write_text(LIST, encoding="utf-8")
    (tmp_path / "notes.toml").write_text('# mine\n[columns]\nlikes = "Shoe"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*words: str) -> str:
    return CliRunner().invoke(notes, ["check", *words]).output


def test_what_is_in_doubt_is_shown_with_its_values(folder: Path):
    said = check()
    assert "This is what I understood:" in said
    assert "Client Addr                 street, probably            1 Elm St" in said
    assert "check --accept" in said


def test_what_was_accepted_is_kept_and_not_asked_again(folder: Path):
    assert "notes.toml keeps" in check("--accept")
    settings, problems = read_settings(folder / "notes.toml")
    assert not problems and (folder / "notes.toml").read_text(encoding="utf-8").startswith("# mine\n")
    wanted = {"likes": "Shoe", "last_name": "Client Surname", "first_name": "Client Forename", "street": "Client Addr"}
    assert wanted.items() <= settings.columns.items()
    assert "This is what I understood:" not in check()


def test_who_cannot_be_asked_finds_it_in_a_page(folder: Path):
    assert "out/check.html shows the same" in check()
    page = (folder / "out" / "check.html").read_text(encoding="utf-8")
    assert "<b>Client Addr</b>" in page and "1 Elm St" in page and 'street = "Client Addr"' in page
    assert "<script" not in page and "http" not in page


def test_a_cell_is_no_markup_in_the_page(folder: Path):
    (folder / "customers.csv").write_text(LIST.replace("Otto", "<b>Otto</b>"), encoding="utf-8")
    check()
    page = (folder / "out" / "check.html").read_text(encoding="utf-8")
    assert "<b>Otto" not in page and "&lt;b&gt;Otto" in page


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(options, "is_watched", lambda: True)


@pytest.mark.usefixtures("watched")
def test_the_first_cards_are_made_when_the_person_has_said_that_all_is_right(folder: Path):
    asked = CliRunner().invoke(notes, ["cards", "--month", "2026-11", "--today", "2026-11-02"], input="\n")
    assert "Is this right?" in asked.output and (folder / "out" / "2026-11").is_dir()
    again = CliRunner().invoke(notes, ["cards", "--month", "2026-11", "--today", "2026-11-02"])
    assert "Is this right?" not in again.output


@pytest.mark.usefixtures("watched")
def test_nothing_is_made_where_it_was_misunderstood(folder: Path):
    said = CliRunner().invoke(notes, ["cards", "--month", "2026-11", "--today", "2026-11-02"], input="n\n").output
    assert "Nothing is made." in said and not (folder / "out" / "2026-11").exists()


def test_a_header_that_stands_twice_is_not_asked_about_for_ever(folder: Path):
    (folder / "customers.csv").write_text(LIST.replace("Shoe", "Client Addr"), encoding="utf-8")
    check("--accept")
    assert "This is what I understood:" not in check()
