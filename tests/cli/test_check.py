"""`notes check`: one report on the spreadsheet, the settings, the papers and the wordings."""

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from notes.cli import notes

BUSINESS = """\
Customer ID,First name,Last name,Address 1,City,State,ZIP,Birthday
1,Rosa,Lindqvist ,4 Mill Lane,Boston,MA,2113,1970-11-20
"""


@pytest.fixture
def business(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "customers.csv").write_text(BUSINESS, encoding="utf-8")
    (tmp_path / "notes.toml").write_text('[business]\nsender = "Kit"\n', encoding="utf-8")
    (tmp_path / "templates/birthday").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*words: str) -> Result:
    return CliRunner().invoke(notes, ["check", *words], catch_exceptions=False)


@pytest.mark.parametrize(
    ("wording", "said"),
    [
        ("Happy birthday, {{ pte }}.", "pte"),
        (
            "We value you as a valued customer, {{ dear }}, and we hope that the year is a good one.",
            "valued customer",
        ),
        (
            "Happy birthday 王 {{ dear }}, and may the year be a good one, from the first to the last.",
            "cannot write 王",
        ),
        ("{% for x in range(9**9) %}a{% endfor %}", "templates/birthday/mine.txt"),
    ],
)
def test_a_wording_of_ones_own_is_read_too(business: Path, wording: str, said: str) -> None:
    (business / "templates/birthday/mine.txt").write_text(wording, encoding="utf-8")
    assert said in check().output


def test_what_the_settings_name_must_be_there(business: Path) -> None:
    (business / "notes.toml").write_text(
        '[card]\nhand = "x"\nstock = "5315x"\n[label]\nstock = "51600"\n', encoding="utf-8"
    )
    result = check()
    assert result.exit_code == 1
    for key in ("card.hand", "card.stock", "label.stock"):
        assert key in result.output


def test_the_corrected_copy_is_a_copy(business: Path) -> None:
    before = (business / "customers.csv").read_bytes()
    assert "1 cells changed" not in check("--fix").output
    assert (business / "customers.csv").read_bytes() == before
    sheet = openpyxl.load_workbook(business / "out/customers-corrected.xlsx").worksheets[0]
    assert [sheet["C2"].value, sheet["G2"].value] == ["Lindqvist", "02113"]
