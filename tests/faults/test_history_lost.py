"""A history that was used before and cannot be read or written now: it is said, and nothing is planned."""

import json
import os
import shutil
from collections.abc import Callable
from errno import EROFS
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from notes.cli import notes
from notes.folders import Folder
from notes.history import Event, Kind, read_history, write_events
from notes.remembered import lost

BUSINESS = """\
Customer ID,First name,Last name,Address 1,City,State,ZIP,Birthday,Bought
1,Ida,Fenn,1 Quay St,Salem,MA,01970,1980-11-14,the blue armchair
2,Ben,Hale,2 Quay St,Salem,MA,01970,1975-11-20,a walnut desk
"""


@pytest.fixture(scope="module")
def posted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A business whose cards of November are made and posted."""
    home = tmp_path_factory.mktemp("posted")
    (home / "customers.csv").write_text(BUSINESS, encoding="utf-8")
    (home / "notes.toml").write_text('[business]\nsender = "Kit"\n', encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(home)
        assert run("cards", "--month", "2026-11", "--today", "2026-11-01").exit_code == 0
        assert run("sent", "--today", "2026-11-02").exit_code == 0
    return home


@pytest.fixture
def business(tmp_path: Path, posted: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "business"
    shutil.copytree(posted, home)
    monkeypatch.chdir(home)
    return home


def run(*words: str) -> Result:
    return CliRunner().invoke(notes, words, catch_exceptions=False)


def again() -> Result:
    """The month that was sent, planned anew."""
    return run("cards", "--month", "2026-11", "--today", "2026-11-03", "--seed", "3")


def file_of(home: Path, what: str) -> Path:
    return next((home / "history").glob(f"*-{what}-*.jsonl"))


def evicted(home: Path) -> None:
    path = file_of(home, "sent")
    path.rename(path.with_name(f".{path.name}.icloud"))


def renamed(ending: str) -> Callable[[Path], None]:
    def rename(home: Path) -> None:
        path = file_of(home, "sent")
        path.rename(path.with_name(path.stem + ending))

    return rename


def a_copy_of_it(home: Path) -> None:
    path = file_of(home, "sent")
    shutil.copy(path, path.with_name(f"{path.name}.bak"))


def deleted(home: Path) -> None:
    file_of(home, "sent").unlink()


def gone(home: Path) -> None:
    shutil.rmtree(home / "history")


def gone_with_the_ledger(home: Path) -> None:
    gone(home)
    (home / "fairhand.json").unlink()


def emptied(home: Path) -> None:
    gone(home)
    (home / "history").mkdir()


def a_file_instead(home: Path) -> None:
    gone(home)
    (home / "history").write_text("moved to the server\n")


def a_link_to_nothing(home: Path) -> None:
    gone(home)
    (home / "history").symlink_to(home / "server/history")


def of_a_newer_version(home: Path) -> None:
    event = {"kind": "handed over", "at": "2026-11-02T00:00:00Z", "batch": "2026-11", "customer_id": "1", "to": "Ida"}
    (home / "history/2026-11-02-handed.jsonl").write_text(json.dumps(event) + "\n")


def cut_after_a_line(home: Path) -> None:
    path = file_of(home, "sent")
    path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])


def of_nothing(home: Path) -> None:
    file_of(home, "sent").write_bytes(b"")


def of_zeros(home: Path) -> None:
    path = file_of(home, "sent")
    path.write_bytes(bytes(path.stat().st_size))


def garbled(home: Path) -> None:
    path = file_of(home, "sent")
    path.write_bytes(b"\xff\xfe garbage\n" + path.read_bytes())


def a_pipe(home: Path) -> None:
    os.mkfifo(home / "history/2026-11-05-sent.jsonl")


def a_folder_in_it(home: Path) -> None:
    shutil.move(file_of(home, "sent"), (home / "history/2026").mkdir() or home / "history/2026")  # type: ignore[func-returns-value]


LOSSES = [
    (evicted, "iCloud has taken this file off the computer"),
    (renamed(".JSONL"), "whose name was changed"),
    (renamed(".jsonl.txt"), "whose name was changed"),
    (renamed(".jsonl.bak"), "whose name was changed"),
    (renamed(" - copy"), "whose name was changed"),
    (renamed(""), "whose name was changed"),
    (renamed(".gz"), "whose name was changed"),
    (a_copy_of_it, "something in it that is not Fairhand’s"),
    (deleted, "1 file of the history is missing"),
    (gone, "2 files of the history are missing"),
    (gone_with_the_ledger, "there are cards in out/2026-11 of which it says nothing"),
    (emptied, "2 files of the history are missing"),
    (a_file_instead, "this folder cannot be read: Not a directory"),
    (a_link_to_nothing, "this folder cannot be read: No such file"),
    (of_a_newer_version, "written by a newer Fairhand (handed over)"),
    (cut_after_a_line, "this file is not as it was written"),
    (of_nothing, "this file is not as it was written"),
    (of_zeros, "this line does not belong to the history"),
    (garbled, "this line does not belong to the history"),
    (a_pipe, "it is not a file but a folder, a pipe or a device"),
    (a_folder_in_it, "Move the files that end in .jsonl from it into history/"),
]


@pytest.mark.parametrize(("lose", "said"), LOSSES, ids=lambda one: getattr(one, "__name__", ""))
def test_where_the_history_is_lost_it_is_said_and_nothing_is_planned(
    business: Path, lose: Callable[[Path], None], said: str
) -> None:
    lose(business)
    before = files(business)
    for answer in (again(), run("sent")):
        assert answer.exit_code == 1, answer.output
        assert said in answer.output
    assert files(business) == before


@pytest.mark.parametrize(
    ("file", "code", "said"),
    [
        ("customers.csv", 1, "customers.csv\n  iCloud has taken this file off the computer."),
        ("notes.toml", 1, "so what it says is not known"),
        ("stocks.toml", 1, "so what it says is not known"),
        ("out/2026-12/changes.json", 1, "so what was decided is not known"),
        ("out/2026-12/plan.xlsx", 1, "so what was changed is not known"),
        (
            "templates/birthday/mine.txt",
            0,
            "templates/mine.txt\n  iCloud has taken this file off the computer, so it is",
        ),
    ],
)
def test_no_other_file_that_is_kept_elsewhere_is_taken_for_none(
    business: Path, file: str, code: int, said: str
) -> None:
    placeholder = business / Path(file).with_name(f".{Path(file).name}.icloud")
    placeholder.parent.mkdir(parents=True, exist_ok=True)
    (business / file).unlink(missing_ok=True)
    placeholder.touch()
    answer = run("cards", "--month", "2026-12", "--today", "2026-12-01")
    assert (answer.exit_code, said in answer.output) == (code, True), answer.output
    assert placeholder.exists()


def test_who_only_asks_is_told_as_well(business: Path) -> None:
    evicted(business)
    for command in (("picks",), ("check",), ("history", "Ida"), ("reprint", "1"), ("why", "Ida")):
        answer = run(*command)
        assert answer.exit_code == 1
        assert "iCloud has taken this file off the computer" in answer.output


def files(home: Path) -> list[Path]:
    return sorted(path for path in home.rglob("*") if not path.is_dir() and path.name != ".lock")


def test_a_history_that_cannot_be_written_is_read_and_plans_nothing(
    business: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.touch

    def touch(path: Path, *args: object, **options: object) -> None:
        if "history" in path.parts:
            raise OSError(EROFS, os.strerror(EROFS), str(path))
        real(path)

    monkeypatch.setattr(Path, "touch", touch)
    monkeypatch.setattr(os, "access", lambda path, _mode: "business" not in str(path))
    for answer in (again(), run("sent"), run("cards", "--month", "2026-12", "--today", "2026-12-01")):
        assert answer.exit_code == 1
        assert "nothing could be written here: Read-only file system" in answer.output
        assert "would be sent twice" in answer.output
    assert "Sent on 2026-11-02" in run("history", "Ida").output
    assert not (business / "out/history").exists()


@pytest.mark.parametrize(
    "left",
    [
        *(".DS_Store", "._2026-11.jsonl", "Thumbs.db", "desktop.ini", ".2026-11-01-x.jsonl.812.new", ".dropbox"),
        *("@eaDir", ".nfs00000001", ".fuse_hidden0001"),
    ],
)
def test_what_a_system_leaves_in_the_folder_is_no_matter(business: Path, left: str) -> None:
    (business / "history" / left).write_text("x")
    assert "there is nobody new" in again().output


def test_a_copy_that_a_service_made_of_a_file_is_the_same_events(business: Path) -> None:
    path = file_of(business, "sent")
    shutil.copy(path, path.with_name(f"{path.stem} (Kit's conflicted copy 2026-11-04).jsonl"))
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))  # and one that changes the ends of lines
    assert "there is nobody new" in again().output


def test_half_a_letter_in_a_name_is_shown_as_such(business: Path) -> None:
    line = '{"kind":"sent","at":"2026-10-02T00:00:00Z","batch":"2026-10","customer_id":"9","name":"Zo\\udce9 Ray"}'
    (business / "history/b.jsonl").write_text(line + "\n")
    assert "Zo\N{REPLACEMENT CHARACTER} Ray (number 9): Sent" in run("history", "Ray").output
    assert again().exit_code == 0


@pytest.mark.parametrize(
    "values",
    [
        {"at": "soon"},
        {"at": "2026-13-41T00:00:00Z"},
        {"at": "0001-01-01T00:00:00Z"},
        {"on": "9999-12-31"},
        {"batch": "../../etc"},
        {"month": "2026-99"},
        {"number": "1"},
        {"on": "yesterday"},
        {"kind": ["sent"]},
    ],
)
def test_an_event_that_cannot_be_is_none(tmp_path: Path, values: dict[str, object]) -> None:
    event = {"kind": "sent", "at": "2026-11-02T00:00:00Z", "batch": "2026-11", **values}
    (tmp_path / "a.jsonl").write_text(json.dumps(event) + "\n")
    past, (problem,) = read_history(tmp_path)
    assert past.events == ()
    assert problem.message == "this line does not belong to the history and was left out."


def test_the_ledger_is_made_good_from_the_files_that_are_there(business: Path) -> None:
    before = json.loads((business / "fairhand.json").read_text())
    (business / "fairhand.json").write_text("{")
    event = Event(kind=Kind.LABELS, at="2026-11-05T09:00:00Z", batch="2026-11", stock="5160", next_label=4)
    write_events(business / "history", "2026-11-05T09:00:00Z-labels", [event])
    after = json.loads((business / "fairhand.json").read_text())
    assert after["business"] == before["business"]
    assert set(after["history"]) > set(before["history"])


def test_what_was_made_of_the_sample_is_no_loss(business: Path) -> None:
    gone_with_the_ledger(business)
    (business / "out/2026-11/history.json").write_text('{"business": "sample", "files": []}')
    folder = Folder.find(business)
    assert lost(folder, read_history(folder.history)[0]) == []
