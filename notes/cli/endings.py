"""How a command ends: done, your files need mending, our bug, another run is at work.

A wrong command line (2) is click's own ending.
"""

import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from contextlib import suppress
from errno import ENOENT, ENOMEM
from functools import wraps
from pathlib import Path
from typing import ParamSpec

import click

from notes import __version__
from notes.cli.typed import say
from notes.files import ROOM, name_of, remedy_of
from notes.problems import Unusable, report, shown

FILES_NEED_MENDING, OUR_BUG, ANOTHER_RUN = 1, 3, 75

Arguments = ParamSpec("Arguments")


def without_traceback(command: Callable[Arguments, None]) -> Callable[Arguments, None]:
    """Let a command end in one of the ways of this module, never in a traceback."""

    @wraps(command)
    def ended(*args: Arguments.args, **kwargs: Arguments.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Unusable as unusable:
            say(report(unusable.problems), err=True)
            sys.exit(FILES_NEED_MENDING)
        except BrokenPipeError:
            _leave_unsaid()  # who listened has gone away
        except OSError as error:
            _end_with_a_sentence(error)
        except MemoryError:
            _end_with_a_sentence(OSError(ENOMEM, os.strerror(ENOMEM)))
        except Exception as error:
            _end_with_a_log(error)

    return ended


def _end_with_a_sentence(error: OSError) -> None:
    """Say what the system could not do, where, and what may help."""
    why = error.strerror or str(error) or type(error).__name__
    if error.filename is not None:
        where = Path(os.fsdecode(error.filename))
        tell(f"{name_of(where)}\n  {why}.\n      It is in {shown(str(where.parent))}.")
    elif remedy := remedy_of(error):
        tell(f"Fairhand\n  {why}.\n      {remedy}")
    elif error.errno == ENOENT:
        tell(_NO_TEMPORARY if "temporary" in why else f"Fairhand\n  {why}.\n      {_GONE}")
    else:
        _end_with_a_log(error)
    sys.exit(FILES_NEED_MENDING)


_GONE = "The folder that you are in is no longer there. Go to another one, and try again."
_NO_TEMPORARY = f"Fairhand\n  no temporary file could be written.\n      {ROOM}"


def tell(text: str) -> None:
    """Say it, if there is still somebody to say it to."""
    with suppress(OSError, ValueError):
        click.echo(text, err=True)


def _end_with_a_log(error: Exception) -> None:
    """Keep where it happened, never what was in the customers' cells, and say where that is."""
    tell("Something is wrong in Fairhand itself. None of your files were changed.")
    lines = [f"fairhand {__version__}, python {sys.version}, {sys.platform}\n{type(error).__name__}\n"]
    lines += traceback.format_tb(error.__traceback__)
    try:
        with tempfile.NamedTemporaryFile("wb", prefix="fairhand-", suffix=".log", delete=False) as log:
            log.write("".join(lines).encode(errors="backslashreplace"))
        tell(f"The details, with none of your customers' data, are in {log.name}")
    except OSError:  # there is no room for a log: what matters most is said here
        tell("There was no room for a log. It happened here:\n" + "".join(lines[-2:]))
    sys.exit(OUR_BUG)


def ended_well() -> None:
    """Write out what was said; where that cannot be, end as the other commands do and not in a traceback."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except BrokenPipeError:
        _leave_unsaid()
    except OSError as error:
        _leave_unsaid()
        try:
            sys.stderr.flush()
        except OSError:  # nothing can be said at all
            sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - it stays open to the end
        _end_with_a_sentence(error)


def _leave_unsaid() -> None:
    """Have nothing more written to an output that takes nothing: it would end in a traceback of the interpreter's."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - it stays open to the end
