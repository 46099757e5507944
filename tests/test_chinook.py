"""An extra check, where the shared examples stand beside the project: 59 customers of 24 countries, and the truth."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from notes import reading
from notes.cli import notes
from notes.customers import Book
from notes.settings import Settings

CHINOOK = Path(__file__).parent.parent.parent / "shared/data/databases/chinook"
TRUTH = CHINOOK / "truth"

pytestmark = pytest.mark.skipif(not CHINOOK.is_dir(), reason="../shared/data/databases/chinook is not there")


def table(name: str) -> list[dict[str, str]]:
    with (TRUTH / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module", autouse=True)
def _read_once() -> Iterator[None]:
    """The workbook is read once for all months: each command reads the same of it."""
    read, books = reading.read_book, dict[str, Book]()

    def again(path: Path, settings: Settings, **more: Any) -> Book:
        key = repr((path, settings, more))
        if key not in books:
            books[key] = read(path, settings, **more)
        return books[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "read_book", again)
        yield


@pytest.fixture
def business(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, so that the memory of other runs plays no part."""
    (tmp_path / "notes.toml").write_text('[business]\nsender = "Jane"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def picks(month: str) -> dict:
    words = ["picks", "--file", str(CHINOOK / "chinook.xlsx"), "--month", month, "--window", "all", "--json"]
    return json.loads(CliRunner().invoke(notes, [*words, "--today", "2026-01-01"], catch_exceptions=False).stdout)


def test_revenue_and_both_figures_agree_with_the_truth(business: Path) -> None:
    truth = json.loads((TRUTH / "summary.json").read_text(encoding="utf-8"))
    revenue = picks("2025-06")["revenue"]
    assert revenue["total"] == truth["total_revenue"]
    assert revenue["customers_for_80"] == truth["k80"]
    assert revenue["share_of_top_20"] == truth["top20pct_share_of_revenue"]


@pytest.mark.parametrize(
    "month", [f"{year}-{month:02d}" for year, month in [(2022, 1), (2023, 5), (2024, 2), (2025, 12)]]
)
def test_first_purchase_anniversaries_of_a_month(business: Path, month: str) -> None:
    due = {
        (row["customer_id"], row["anniversary"])
        for row in table("first_purchase_anniversaries.csv")
        if f"{row['year']}-{int(row['month']):02d}" == month
    }
    found = {(one["customer_id"], one["date"]) for one in picks(month)["picks"] if one["occasion"] == "years"}
    assert found == due


def test_cards_for_real_names(business: Path) -> None:
    words = [
        "cards",
        str(CHINOOK / "chinook.xlsx"),
        "--today",
        "2026-01-01",
        "--window",
        "all",
        "--all",
        "season",
        "--yes",
    ]
    names: set[str] = set()
    (business / "notes.toml").write_text('[business]\nsender = "Jane"\n', encoding="utf-8")
    result = CliRunner().invoke(notes, [*words, "--month", "2026-01"], catch_exceptions=False)
    assert result.exit_code == 0
    for card in json.loads((business / "out/2026-01-season/batch.json").read_text(encoding="utf-8"))["cards"]:
        assert card["name"].split()[0] in card["text"].splitlines()[0]
        names.add(card["name"])
    assert {"František Wichterlová", "Bjørn Hansen", "Luís Gonçalves"} <= names
