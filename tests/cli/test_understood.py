"""What was understood of the columns is shown where it is in doubt, and kept in notes.toml by --accept."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from notes.cli import notes
from notes.settings import read_settings

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
