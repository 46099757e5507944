"""What fails outside of us (a full disk, a closed output, a folder that vanished) ends in a true sentence."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from notes import __main__, cli
from notes.cli.endings import without_traceback

BUSINESS = """\
Customer ID,First name,Last name,Address 1,City,State,ZIP,Birthday,Bought
1,Ida,Fenn,1 Quay St,Salem,MA,01970,1980-11-14,the blue armchair
"""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="it is tried with what a Unix shell can do")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("made")
    (home / "customers.csv").write_text(BUSINESS, encoding="utf-8")
    (home / "notes.toml").write_text('[business]\nsender = "Kit"\n', encoding="utf-8")
    assert shell(home, "notes cards --month 2026-11 --today 2026-11-01").returncode == 0
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
def test_where_no_byte_can_be_written_it_is_said_and_nothing_is_half_there(business: Path, command: str) -> None:
    before = files(business)
    done = shell(business, f"ulimit -f 0; notes {command} 2>&1 | cat")
    said = done.stdout + done.stderr
    assert "Traceback" not in said
    assert "Something is wrong in Fairhand itself" not in said
    assert "File too large" in said or "no temporary file could be written" in said
    assert files(business) == before


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


@pytest.mark.parametrize("most", [1, 4])
def test_where_the_room_ends_within_a_sheet_it_is_the_disk_s_fault(business: Path, most: int) -> None:
    for command in ("cards --month 2026-12 --today 2026-12-01 --seed 3", "check --fix", "new shop"):
        done = shell(business, f"ulimit -f {most}; notes {command} 2>&1 | cat; exit ${{PIPESTATUS[0]}}")
        assert done.returncode in (0, 1), done.stdout
        assert "Something is wrong in Fairhand itself" not in done.stdout


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
