"""A command ends in a sentence and a number, never in a traceback."""

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from notes.cli.endings import without_traceback
from notes.problems import Unusable


def run(error: Exception) -> tuple[int, str]:
    @click.command()
    @without_traceback
    def command() -> None:
        raise error

    result = CliRunner().invoke(command)
    return result.exit_code, result.output


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (Unusable.because("a.xlsx", "it is empty.", "Fill it."), 1, "a.xlsx\n  it is empty.\n      Fill it.\n"),
        (
            PermissionError(13, "Permission denied", "/there/out"),
            1,
            "out\n  Permission denied.\n      It is in /there.\n",
        ),
        (click.UsageError("no such month"), 2, "no such month"),
    ],
)
def test_each_error_has_its_ending(error: Exception, code: int, said: str) -> None:
    ended, output = run(error)
    assert ended == code
    assert said in output


def test_our_own_bug_leaves_a_log_without_customers_data() -> None:
    code, output = run(ValueError("Rosa Lindqvist"))
    assert code == 3
    assert "Traceback" not in output
    assert "Rosa" not in output
    log = Path(re.search(r"in (\S+\.log)", output)[1])
    told = log.read_text(encoding="utf-8")
    log.unlink()
    assert "ValueError" in told
    assert "test_endings.py" in told
    assert "Rosa" not in told
