"""A double click opens the month, whatever the folder and the program's own place are called."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from notes.workbook.form import new_business

NO_TEXT = "" if sys.platform in ("darwin", "win32") else " caf\udce9"  # a name of an old disk
ODD = f'Smith & Sons\' "cards" 100% $HOME `x`{NO_TEXT}'


@pytest.mark.skipif(os.name == "nt", reason="the starter for Windows is another")
def test_the_starter_runs_the_program_in_its_own_folder(tmp_path: Path) -> None:
    home, program = tmp_path / ODD, tmp_path / f"{ODD} env" / "python"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\necho "$PYTHONSAFEPATH|$PWD|$@"\n', encoding="utf-8")
    program.chmod(0o700)
    new_business(home, program)
    run = subprocess.run([home / "Fairhand.command"], cwd="/", capture_output=True, check=True)
    assert os.fsdecode(run.stdout.strip()) == f"1|{home}|-m notes review"


def test_the_one_for_windows_has_its_line_ends_and_names_no_variable(tmp_path: Path) -> None:
    new_business(tmp_path / "shop", Path("C:/100% here/python.exe"))
    lines = (tmp_path / "shop/Fairhand.bat").read_bytes().decode().split("\r\n")
    assert '"C:/100%% here/python.exe" -m notes review' in lines[5].replace("\\", "/")
    assert lines[3:5] == ['cd /d "%~dp0"', "set PYTHONSAFEPATH=1"]


def test_the_one_for_linux_calls_the_starter_by_its_whole_name(tmp_path: Path) -> None:
    new_business(tmp_path / "the shop")
    text = (tmp_path / "the shop/fairhand.desktop").read_text(encoding="utf-8")
    assert f'Exec="{tmp_path}/the shop/Fairhand.command"' in text.splitlines()
