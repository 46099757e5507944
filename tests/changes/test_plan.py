"""plan.xlsx: what is changed in it becomes the card, and what cannot be used is told with its cell."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from notes.changes import read_record
from notes.cli import notes
from notes.customers import CustomerId
from notes.workbook.plan import COLUMNS

BUSINESS = """\
Customer ID,First name,Last name,Address 1,City,State,ZIP,Birthday,Likes
1,Rosa,Lindqvist,4 Mill Lane,Troy,NY,12180,1970-11-20,old roses
2,Ben,Novak,9 Elm Street,Troy,NY,12180,--11-24,pottery
3,Ada,Okafor,7 Oak Street,Troy,NY,12180,1988-11-25,
4,=HYPERLINK(“x”),Berg,1 Ash Street,Troy,NY,12180,,
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The business with its month made."""
    folder = tmp_path_factory.mktemp("plan")
    (folder / "customers.csv").write_text(BUSINESS, encoding="utf-8")
    (folder / "notes.toml").write_text('[business]\nsender = "Kit"\n', encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        run()
    return folder


@pytest.fixture
def business(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run() -> Result:
    words = ["cards", "--month", "2026-11", "--today", "2026-11-01"]
    return CliRunner().invoke(notes, words, catch_exceptions=False)


def cards(business: Path) -> dict[str, dict[str, Any]]:
    batch = json.loads((business / "out/2026-11/batch.json").read_text(encoding="utf-8"))
    return {card["customer_id"]: card for card in batch["cards"]}


def change(business: Path, edit: Callable[[Worksheet], None]) -> Result:
    """The run after somebody has edited the plan."""
    path = business / "out/2026-11/plan.xlsx"
    book = load_workbook(path)
    edit(book["Cards"])
    book.save(path)
    return run()


def cell(who: str, header: str, text: str) -> Callable[[Worksheet], None]:
    def edit(sheet: Worksheet) -> None:
        row = next(line[0].row for line in sheet.iter_rows() if str(line[0].value) == who)
        sheet.cell(row, [*COLUMNS].index(header) + 1, text)

    return edit


def test_the_plan_has_a_row_for_everybody_and_no_formula(business: Path) -> None:
    sheet = load_workbook(business / "out/2026-11/plan.xlsx")["Cards"]
    assert [line[0].value for line in sheet.iter_rows(min_row=2)] == ["1", "2", "3", "4"]
    assert {cell.data_type for line in sheet.iter_rows() for cell in line} <= {"s", "n"}
    assert [line[2].value for line in sheet.iter_rows(min_row=2)] == ["yes", "yes", None, None]


@pytest.mark.parametrize(
    ("header", "text", "part"),
    [
        ("Message", "Come and see the kiln.\n\nIt is warm.", "Come and see the kiln.\n\nIt is warm."),
        ("Greeting", "My dear Ben,", "My dear Ben,"),
        ("Signed", "Sophie", "Sophie"),
        ("One more thing you know", "the week in Oslo", "the week in Oslo"),
    ],
)
def test_what_is_changed_there_is_the_card_and_no_other_is_touched(
    business: Path, header: str, text: str, part: str
) -> None:
    before = cards(business)
    change(business, cell("2", header, text))
    after = cards(business)
    assert part in after["2"]["text"] and part not in before["2"]["text"]
    assert after["1"] == before["1"]
    assert run().output.count("Nothing has changed") == 1


@pytest.mark.parametrize(("text", "there"), [("no", False), ("never", False), ("2026-12-05", False), ("yes", True)])
def test_whether_it_goes_is_answered_there(business: Path, text: str, there: bool) -> None:
    change(business, cell("2", "Send?", text))
    assert ("2" in cards(business)) is there


def test_who_is_held_goes_with_a_yes(business: Path) -> None:
    change(business, cell("3", "Send?", "yes"))
    assert "3" in cards(business)


def test_the_app_has_the_last_word_about_what_was_decided_there_later(business: Path) -> None:
    from notes.changes import Step, write_record

    change(business, cell("2", "Message", "From the plan."))
    record = read_record(business / "out/2026-11")
    step = Step(customer_id=CustomerId("2"), occasion="birthday", on="2026-11-24", values={"words": "From the app."})
    write_record(business / "out/2026-11", record.with_step(step))
    run()
    assert "From the app." in cards(business)["2"]["text"]
    assert "From the app." in str([*load_workbook(business / "out/2026-11/plan.xlsx")["Cards"].values])


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (cell("2", "Message", "=1+1"), "Cards, cell F3 (column “Message”): this is a formula."),
        (cell("2", "Send?", "perhaps"), "cell C3 (column “Send?”): “perhaps” is not an answer I understand here."),
        (cell("2", "Handwriting", "zeyda"), "cell H3 (column “Handwriting”): there is no hand “zeyda”."),
        (cell("2", "Occasion", "thanks"), "cell D3 (column “Occasion”): this is not changed here."),
        (lambda sheet: sheet.delete_rows(3), "rows are gone: Ben Novak."),
        (lambda sheet: sheet.append(["9", "Somebody"]), "“9” is no row of this plan."),
    ],
)
def test_what_cannot_be_used_is_told_with_its_cell(
    business: Path, edit: Callable[[Worksheet], None], said: str
) -> None:
    before = cards(business)
    assert said in change(business, edit).output
    assert cards(business) == before


def test_rows_may_be_sorted_and_columns_moved(business: Path) -> None:
    def edit(sheet: Worksheet) -> None:
        rows = [list(line) for line in sheet.values]
        rows[1:] = reversed(rows[1:])
        for at, row in enumerate(rows, start=1):
            moved = [*reversed(row)]
            for column, value in enumerate(moved, start=1):
                sheet.cell(at, column).value = value

    before = cards(business)
    assert "plan.xlsx" not in change(business, edit).output.split("review.html")[0]
    assert cards(business) == before


def test_a_plan_that_is_none_is_told_and_made_again(business: Path) -> None:
    (business / "out/2026-11/plan.xlsx").write_bytes(b"torn")
    assert "this file is not the plan that was made" in run().output
    assert load_workbook(business / "out/2026-11/plan.xlsx").sheetnames == ["Cards", "As made"]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_saved_again_by_libreoffice_only_the_card_that_was_changed_is_another(business: Path, tmp_path: Path) -> None:
    before, path = cards(business), business / "out/2026-11/plan.xlsx"
    book = load_workbook(path)
    cell("2", "Message", "Come and see the kiln.\n\nIt is warm.")(book["Cards"])
    book.save(tmp_path / "plan.xlsx")
    words = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{tmp_path}/office",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
    ]
    subprocess.run([*words, "--outdir", str(path.parent), str(tmp_path / "plan.xlsx")], check=True, capture_output=True)
    run()
    after = cards(business)
    assert "It is warm." in after["2"]["text"] and after["1"] == before["1"]
    assert [*read_record(business / "out/2026-11").changes] == ["2"]
