"""What fails outside of us (a full disk, a closed output, a folder that vanished) ends in a true sentence."""

import os
import shutil
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

import pytest

if not hasattr(os, "fork"):
    pytest.skip("it is tried with what a Unix shell can do", allow_module_level=True)

import resource

import commands

from notes import __main__, cli
from notes.cli.endings import without_traceback
from tests.faults.trials import Tried, Work

BUSINESS = """\
Customer ID,First name,Last name,Address 1,City,State,ZIP,Birthday,Bought
1,Ida,Fenn,1 Quay St,Salem,MA,01970,1980-11-14,the blue armchair
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("made")
    (home / "customers.csv").write_text(BUSINESS, encoding="utf-8")
    (home / "notes.toml").write_text('[business]\nsender = "Kit"\n', encoding="utf-8")
    with chdir(home):
        assert commands.cards().exit_code == 0
    return home


@pytest.fixture
def business(tmp_path: Path, made: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "business"))


def shell(folder: Path, line: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """A line as it is typed into a shell."""
    line = line.replace("notes ", f"{sys.executable} -m notes ")
    return subprocess.run(
        ["bash", "-c", line], cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )


def with_room(most: int, command: str) -> Work:
    """A command of which no file may take more than some bytes, as `ulimit -f` has it."""

    def work() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        sys.argv = ["notes", *command.split()]
        __main__.main()

    return work


def files(home: Path) -> dict[str, bytes]:
    return {
        path.relative_to(home).as_posix(): path.read_bytes()
        for path in sorted(home.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }


@pytest.mark.parametrize(
    "command",
    [
        "sent --month 2026-11 --today 2026-11-02",
        "cancel 1 --month 2026-11",
        "cards --month 2026-11 --today 2026-11-01 --seed 4",
        "check --fix",
        "calibrate",
        "new shop",
    ],
)
def test_where_no_byte_can_be_written_it_is_said_and_nothing_is_half_there(
    tmp_path: Path, made: Path, command: str
) -> None:
    business = Tried(tmp_path / "business", made)
    before = files(business.home)
    done = business.do(with_room(0, command))
    assert not done.is_a_bug, done.said
    assert "Something is wrong in Fairhand itself" not in done.said
    assert "File too large" in done.said or "Make room on the disk" in done.said
    assert files(business.home) == before


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("notes stocks > /dev/full", 1, "No space left on device"),
        ("notes --help > /dev/full", 1, "No space left on device"),
        ("notes --version > /dev/full", 1, "No space left on device"),
        ("notes nothing 2> /dev/full", 1, ""),
        ("notes stocks >&- ; exit $?", 0, ""),
        ("notes stocks 2>/dev/full", 0, ""),
        ("notes nothing 2>&-", 2, ""),
        ("notes calibrate <&-", 0, ""),
        ("notes check --json <&- >&-", 0, ""),
        ("notes stocks | head -1 > /dev/null; exit ${PIPESTATUS[0]}", 0, ""),
        ("mkdir gone; cd gone; rmdir ../gone; notes cards", 1, "is no longer there"),
    ],
)
def test_an_output_that_takes_nothing_and_a_folder_that_vanished(
    business: Path, line: str, code: int, said: str
) -> None:
    done = shell(business, line)
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    assert said in done.stderr
    assert done.returncode == code, done.stderr


def test_who_stops_it_while_it_starts_sees_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "main", stopped)
    with pytest.raises(SystemExit) as ended:
        __main__.main()
    assert ended.value.code == "Aborted!"


@pytest.mark.parametrize("most", [1024, 4096])
def test_where_the_room_ends_within_a_sheet_it_is_the_disk_s_fault(tmp_path: Path, made: Path, most: int) -> None:
    for command in ("cards --month 2026-12 --today 2026-12-01 --seed 3", "check --fix", "new shop"):
        done = Tried(tmp_path / command.split()[0], made).do(with_room(most, command))
        assert done.code in (0, 1), done.said
        assert "Something is wrong in Fairhand itself" not in done.said


def test_too_little_memory_is_no_bug_of_ours(capsys: pytest.CaptureFixture[str]) -> None:
    def greedy() -> None:
        raise MemoryError

    with pytest.raises(SystemExit) as ended:
        without_traceback(greedy)()
    assert ended.value.code == 1
    assert "Close some other programs, then try again." in capsys.readouterr().err


def test_without_a_folder_for_temporary_files_our_own_mistake_is_told_all_the_same(business: Path) -> None:
    line = f"""{sys.executable} -c '
import sys, tempfile
from notes.cli import endings
def full(*_, **__): raise FileNotFoundError(2, "No usable temporary directory found in []")
tempfile.NamedTemporaryFile = full
@endings.without_traceback
def command(): {{}}["caf\\udce9"]
command()'"""
    done = shell(business, line)
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    assert "There was no room for a log. It happened here:" in done.stderr
