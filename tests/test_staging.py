"""A folder is replaced whole or not at all."""

from pathlib import Path

import pytest

from notes.staging import recover, staged


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted(folder.iterdir())}


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "2026-11"
    folder.mkdir()
    (folder / "cards.pdf").write_text("old")
    return folder


def test_what_was_staged_takes_the_place_of_the_old(target: Path) -> None:
    with staged(target) as new:
        (new / "labels.pdf").write_text("new")
    assert contents(target) == {"labels.pdf": "new"}
    assert [path.name for path in target.parent.iterdir()] == ["2026-11"]


def test_a_failure_changes_nothing(target: Path) -> None:
    with pytest.raises(OSError, match="disk full"), staged(target) as new:
        (new / "cards.pdf").write_text("half")
        raise OSError("disk full")
    assert contents(target) == {"cards.pdf": "old"}
    assert [path.name for path in target.parent.iterdir()] == ["2026-11"]


@pytest.mark.parametrize(
    ("left_behind", "then"),
    [
        ([".2026-11.new"], {"cards.pdf": "old"}),  # stopped while the new one was made
        ([".2026-11.old", ".2026-11.new"], {"cards.pdf": "old"}),
        ([".2026-11.old"], {"cards.pdf": "old"}),  # stopped before the old one was thrown away
    ],
)
def test_the_next_run_mends_what_a_stopped_one_left(target: Path, left_behind: list[str], then: dict[str, str]) -> None:
    for name in left_behind:
        (target.parent / name).mkdir()
        (target.parent / name / "cards.pdf").write_text("half")
    recover(target)
    assert contents(target) == then
    assert [path.name for path in target.parent.iterdir()] == ["2026-11"]


def test_stopped_between_the_two_steps_the_old_one_comes_back(target: Path) -> None:
    target.rename(target.with_name(".2026-11.old"))
    recover(target)
    assert contents(target) == {"cards.pdf": "old"}
