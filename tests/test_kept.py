"""Kept: a value is worked out once of the same bytes, and anew where they or the file that keeps it have changed."""

from pathlib import Path

import pytest

from notes.kept import MOST, kept


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FAIRHAND_CACHE", str(tmp_path))
    return tmp_path / "kept"


def of(*parts: bytes, value: object = "new") -> object:
    return kept("words", parts, lambda: value)


@pytest.mark.parametrize("value", [("a", 1, True, None), {"lost": ["her", "dad"]}, [("x", ("y", "z"))]])
def test_the_same_bytes_give_what_was_worked_out_of_them(value: object, folder: Path) -> None:
    assert of(b"one", value=value) == value
    assert of(b"one") == value
    assert of(b"two") == "new"
    assert of(b"on", b"e") == "new"


@pytest.mark.parametrize("damage", [b"", b"short", b"x" * 100])
def test_a_damaged_file_is_made_anew(damage: bytes, folder: Path) -> None:
    of(b"one", value="old")
    (path,) = folder.iterdir()
    path.write_bytes(damage)
    assert of(b"one") == "new"
    assert of(b"one", value="never worked out") == "new"


def test_few_of_a_name_are_kept(folder: Path) -> None:
    for number in range(2 * MOST):
        of(b"%d" % number)
    assert len(list(folder.iterdir())) == MOST


def test_nothing_is_kept_where_nothing_can_be_written(folder: Path) -> None:
    folder.write_text("in the way")
    assert of(b"one", value="old") == "old"
    assert of(b"one") == "new"
