"""How a command ends: done, your files need mending, our bug, another run is at work.

A wrong command line (2) is click's own ending.
"""

import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import ParamSpec

import click

from notes import __version__
from notes.cli.typed import say
from notes.problems import Unusable, report

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
            sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - who listened has gone away
        except OSError as error:
            if error.filename is None:
                _end_with_a_log(error)
            where = Path(os.fsdecode(error.filename))
            click.echo(f"{where.name}\n  {error.strerror or error}.\n      It is in {where.parent}.", err=True)
            sys.exit(FILES_NEED_MENDING)
        except Exception as error:
            _end_with_a_log(error)

    return ended


def _end_with_a_log(error: Exception) -> None:
    """Keep where it happened, never what was in the customers' cells, and say where that is."""
    with tempfile.NamedTemporaryFile("w", prefix="fairhand-", suffix=".log", delete=False, encoding="utf-8") as log:
        log.write(f"fairhand {__version__}, python {sys.version}, {sys.platform}\n{type(error).__name__}\n")
        log.writelines(traceback.format_tb(error.__traceback__))
    click.echo("Something is wrong in Fairhand itself. None of your files were changed.", err=True)
    click.echo(f"The details, with none of your customers' data, are in {log.name}", err=True)
    sys.exit(OUR_BUG)
