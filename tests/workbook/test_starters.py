"""A double click opens the month, whatever the folder and the program's own place are called."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from notes.workbook.form import new_business
from notes.workbook.starters import GONE

NO_TEXT = "" if sys.platform in ("darwin", "win32") else " caf\udce9"  # a name of an old disk
ODD = f'Smith & Sons\' "cards" 100% $HOME `x`{NO_TEXT}'


SHELLS = [one for one in ("sh", "bash", "zsh", "dash") if shutil.which(one)]  # /bin/sh may be any of them


@pytest.mark.parametrize("shell", SHELLS)
def test_the_starter_runs_the_program_in_its_own_folder(tmp_path: Path, shell: str) -> None:
    home, program = tmp_path / ODD, tmp_path / f"{ODD} env" / "python"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\necho "$PYTHONSAFEPATH|$PWD|$@"\n', encoding="utf-8")
    program.chmod(0o700)
    new_business(home, program)
    assert (home / "Fairhand.command").stat().st_mode & 0o100
    run = subprocess.run([shell, home / "Fairhand.command"], cwd="/", capture_output=True, check=True)
    assert os.fsdecode(run.stdout.strip()) == f"1|{home}|-m notes review"


@pytest.mark.parametrize("shell", SHELLS)
def test_if_the_program_is_gone_another_is_tried_and_the_window_stays(tmp_path: Path, shell: str) -> None:
    new_business(tmp_path / ODD, tmp_path / "gone/python")
    other = tmp_path / "bin/python3"
    other.parent.mkdir()
    other.write_text('#!/bin/sh\necho "$@"\nexit 1\n', encoding="utf-8")
    other.chmod(0o700)
    path = f"{other.parent}:{os.environ['PATH']}"
    command = [shell, tmp_path / ODD / "Fairhand.command"]
    run = subprocess.run(command, input=b"\n", capture_output=True, env={**os.environ, "PATH": path}, check=True)
    assert run.stdout.decode().splitlines() == [GONE, "-m notes review", "Press Enter to close this window."]


def test_the_one_for_windows_has_its_line_ends_and_names_no_variable(tmp_path: Path) -> None:
    new_business(tmp_path / "shop", Path("C:/100% here/python.exe"))
    lines = (tmp_path / "shop/Fairhand.bat").read_bytes().decode().split("\r\n")
    assert '"C:/100%% here/python.exe" -m notes review' in lines[5].replace("\\", "/")
    assert lines[3:5] == ['pushd "%~dp0"', "set PYTHONSAFEPATH=1"]
    assert not any(one in GONE for one in "&|<>^%()!")  # a word of its own to the command processor


def test_the_one_for_linux_calls_the_starter_by_its_whole_name(tmp_path: Path) -> None:
    new_business(tmp_path / "the shop")
    text = (tmp_path / "the shop/fairhand.desktop").read_text(encoding="utf-8")
    assert f'Exec="{tmp_path}/the shop/Fairhand.command"' in text.splitlines()
