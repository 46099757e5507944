"""A file or a folder is replaced whole or not at all."""

import os
from errno import ENOSPC
from pathlib import Path

import pytest

from notes.history import read_history, write_events
from notes.history.events import Event, Kind
from notes.problems import Unusable
from notes.staging import recover, staged, write_all, write_whole


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted(folder.iterdir())}


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "2026-11"
    folder.mkdir()
    (folder / "cards.pdf").write_text("old")
    return folder


def test_what_was_staged_takes_the_place_of_the_old(target: Path) -> None:
    with staged(target, {"cards.pdf"}) as new:
        (new / "labels.pdf").write_text("new")
    assert contents(target) == {"labels.pdf": "new"}
    assert [path.name for path in target.parent.iterdir()] == ["2026-11"]


def test_a_failure_changes_nothing(target: Path) -> None:
    with pytest.raises(Unusable, match=r"2026-11\n  this could not be written: disk full"), staged(target) as new:
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
    recover(target, {"cards.pdf"})
    assert contents(target) == then
    assert [path.name for path in target.parent.iterdir()] == ["2026-11"]


@pytest.fixture
def with_the_persons(target: Path) -> Path:
    """A month's folder in which a person has put a folder, links, a file, and a folder with the name of one of ours."""
    (target / "scans/back").mkdir(parents=True)
    (target / "scans/back/1.txt").write_text("scan")
    (target / "envelopes.pdf").mkdir()
    (target / "link").symlink_to("scans")
    (target / "to nothing").symlink_to("gone")
    (target / "changes.json").write_text("steps")
    return target


def of_the_person(folder: Path) -> dict[str, str]:
    found = {path.name: str(path.readlink()) for path in sorted(folder.iterdir()) if path.is_symlink()}
    texts = [path for path in sorted(folder.rglob("*.*")) if path.is_file() and path.name != "cards.pdf"]
    return found | {path.relative_to(folder).as_posix(): path.read_text() for path in texts}


THE_PERSONS = {"link": "scans", "to nothing": "gone", "changes.json": "steps", "scans/back/1.txt": "scan"}


def test_what_the_person_put_into_the_folder_stays(with_the_persons: Path) -> None:
    for content in ("new", "newer"):
        with staged(with_the_persons, {"cards.pdf", "envelopes.pdf"}) as new:
            (new / "cards.pdf").write_text(content)
            (new / "envelopes.pdf").write_text(content)
        assert (with_the_persons / "cards.pdf").read_text() == content
        assert (with_the_persons / "envelopes (2).pdf").is_dir()
        (with_the_persons / "envelopes.pdf").unlink()
        assert of_the_person(with_the_persons) == THE_PERSONS
    assert [path.name for path in with_the_persons.parent.iterdir()] == ["2026-11"]


@pytest.mark.parametrize("moved", [0, 1, 2, 3, 4])
def test_it_stays_where_a_run_is_stopped_while_it_is_carried_over(with_the_persons: Path, moved: int) -> None:
    old = with_the_persons.with_name(".2026-11.old")
    with_the_persons.rename(old)
    with_the_persons.mkdir()
    (with_the_persons / "cards.pdf").write_text("new")
    for path in sorted(old.iterdir())[1 : 1 + moved]:
        path.rename(with_the_persons / path.name)
    recover(with_the_persons, {"cards.pdf", "envelopes.pdf"})
    assert (with_the_persons / "cards.pdf").read_text() == "new"
    assert of_the_person(with_the_persons) == THE_PERSONS
    assert not old.exists()


def test_a_month_that_is_a_link_stays_one(target: Path) -> None:
    link = target.with_name("2026-12")
    link.symlink_to(target)
    with staged(link, {"cards.pdf"}) as new:
        (new / "cards.pdf").write_text("new")
    assert link.is_symlink() and contents(target) == {"cards.pdf": "new"}


def test_a_file_in_the_place_of_the_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "2026-11").write_text("mine")
    with pytest.raises(Unusable, match="a file of this name where the folder belongs"), staged(tmp_path / "2026-11"):
        pass
    assert contents(tmp_path) == {"2026-11": "mine"}


def test_stopped_between_the_two_steps_the_old_one_comes_back(target: Path) -> None:
    target.rename(target.with_name(".2026-11.old"))
    recover(target)
    assert contents(target) == {"cards.pdf": "old"}


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that has room for the name of a file, and none for what is in it."""

    def fsync(_handle: int) -> None:
        raise OSError(ENOSPC, os.strerror(ENOSPC))

    monkeypatch.setattr(os, "fsync", fsync)


def test_a_file_takes_the_place_of_the_old(target: Path) -> None:
    write_whole(target / "cards.pdf", b"new")
    assert contents(target) == {"cards.pdf": "new"}


@pytest.mark.usefixtures("full")
def test_a_file_for_which_there_is_no_room_leaves_the_old(target: Path) -> None:
    with pytest.raises(Unusable, match=r"this could not be written: No space left on device.\n      Check"):
        write_whole(target / "cards.pdf", b"new")
    assert contents(target) == {"cards.pdf": "old"}


def test_a_run_that_is_broken_off_leaves_the_old_file(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken_off(_self: Path, _target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", broken_off)
    with pytest.raises(KeyboardInterrupt):
        write_whole(target / "cards.pdf", b"new")
    assert contents(target) == {"cards.pdf": "old"}


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="this could not be written: No such file or directory"):
        write_whole(tmp_path / "gone" / "cards.pdf", b"new")


def test_of_new_files_all_are_written_or_none(target: Path) -> None:
    with pytest.raises(Unusable):
        write_all({target / "notes.toml": b"new", target / "gone" / "README.md": b"new"})
    assert contents(target) == {"cards.pdf": "old"}


def test_a_file_may_be_read_by_whoever_may_read_the_folder(target: Path) -> None:
    (target / "beside").touch()
    write_whole(target / "cards.pdf", b"new")
    assert (target / "cards.pdf").stat().st_mode == (target / "beside").stat().st_mode


@pytest.mark.usefixtures("full")
def test_a_history_for_which_there_is_no_room_stays_as_it_was(tmp_path: Path) -> None:
    event = Event(kind=Kind.LABELS, at="2026-11-01T09:00:00Z", batch="2026-11", stock="5160", next_label=4)
    with pytest.raises(Unusable, match="No space left on device"):
        write_events(tmp_path, "planned", [event])
    assert list(tmp_path.iterdir()) == [] and read_history(tmp_path)[0].events == ()
