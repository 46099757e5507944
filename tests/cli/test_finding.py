"""Every command that takes a name finds the same people for the same letters."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from notes.cli import notes

BUSINESS = """\
Customer ID,First name,Last name,Address 1,City,State,ZIP,Birthday,Pet
1,René,Ångström,4 Mill Lane,Troy,NY,12180,1970-11-20,Otis
2,Rosa,Kern,9 Elm Street,Troy,NY,12180,1971-11-21,Bruno
"""


@pytest.fixture(scope="module")
def business(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("finding")
    (folder / "customers.csv").write_text(BUSINESS, encoding="utf-8")
    (folder / "notes.toml").write_text('[business]\nsender = "Kit"\n', encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        CliRunner().invoke(notes, ["cards", "--month", "2026-11", "--today", "2026-11-02"], catch_exceptions=False)
    return folder


@pytest.mark.parametrize("letters", ["René", "rene", "RENE ANG", "Ångström", "angstrom rene", "1"])
@pytest.mark.parametrize("command", [["why"], ["history"], ["words", "birthday"]])
def test_it_is_rene_whom_they_find(
    business: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], letters: str
) -> None:
    monkeypatch.chdir(business)
    found = CliRunner().invoke(notes, [*command, letters], catch_exceptions=False).output
    assert "René" in found
    assert "Rosa" not in found
