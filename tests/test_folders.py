"""Where a business is found, and where its memory is kept."""

from pathlib import Path

import pytest

from notes.folders import Folder
from notes.problems import Unusable
from notes.resources import SAMPLE


@pytest.mark.parametrize(
    ("there", "named", "home", "customers", "history"),
    [
        (["customers.xlsx"], None, ".", "customers.xlsx", "history"),
        (["data/customers.csv"], None, "data", "data/customers.csv", "data/history"),
        (["data/notes.toml"], None, "data", "data/customers.xlsx", "data/history"),
        (["data/customers.csv", "data/customers.xlsx"], None, "data", "data/customers.xlsx", "data/history"),
        (["data/notes.toml", "till/export.csv"], "till/export.csv", "data", "till/export.csv", "data/history"),
        (["till/export.csv"], "till/export.csv", "till", "till/export.csv", "out/history"),
    ],
)
def test_the_business_is_found(
    tmp_path: Path, there: list[str], named: str | None, home: str, customers: str, history: str
) -> None:
    for name in there:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = Folder.find(tmp_path, tmp_path / named if named else None)
    assert (found.home, found.customers) == (tmp_path / home, tmp_path / customers)
    assert (found.history, found.is_sample) == (tmp_path / history, False)


def test_a_folder_without_a_spreadsheet_says_where_it_looked(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match=r"(?s)no spreadsheet of this name.*or look at the sample: notes cards --sample"):
        Folder.find(tmp_path).of_somebody(tmp_path)
    assert Folder.find(tmp_path, sample=True).of_somebody(tmp_path, asked=True).is_sample
    (tmp_path / "data/sample").mkdir(parents=True)
    assert Folder.find(tmp_path).of_somebody(tmp_path).is_sample
    (tmp_path / "data/clients.xlsx").touch()
    with pytest.raises(
        Unusable, match=r'save it as data/customers\.xlsx, or name it: notes cards "data/clients\.xlsx"'
    ):
        Folder.find(tmp_path).of_somebody(tmp_path)


def test_without_a_business_it_is_the_sample(tmp_path: Path) -> None:
    found = Folder.find(tmp_path)
    assert (found.home, found.is_sample) == (SAMPLE, True)
