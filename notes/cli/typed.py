"""Commands as they are typed here, so that every one that is printed can be pasted as it stands.

Everywhere else they are written `make cards MONTH=2026-12` and `notes undo --month 2026-12`.
"""

import os
import re
import shlex
import shutil
import sys
from functools import cache
from pathlib import Path

import click

TARGETS = ("cards", "review", "sent", "print", "picks", "check")  # of the Makefile that are commands of the same name
_MAKE = re.compile(rf"\bmake (?P<command>{'|'.join(TARGETS)})\b(?: MONTH=(?P<month>[\w-]+))?")
_COMMANDS = (
    "cards|picks|check|sent|cancel|undo|why|history|words|hands|hand|stocks|print|reprint|calibrate|flip|new|merge"
)
_NOTES = re.compile(rf"(?<![\w/\\.-])notes (?=(?:{_COMMANDS}|returned|backup|effect|due|review|pen|--help)\b)")


def say(text: str, err: bool = False) -> None:
    """Print a text, its commands as they are typed here."""
    click.echo(as_typed(text), err=err)


def as_typed(text: str) -> str:
    return _NOTES.sub(lambda _: f"{program()} ", text if has_make() else _MAKE.sub(_without_make, text))


def _without_make(found: re.Match[str]) -> str:
    return f"notes {found['command']}" + (f" --month {found['month']}" if found["month"] else "")


@cache
def has_make() -> bool:
    """Whether this folder has our Makefile, and the computer has make."""
    makefile = Path("Makefile")
    ours = makefile.is_file() and "notes cards" in makefile.read_text("utf-8", errors="replace")
    return ours and bool(shutil.which("make"))


@cache
def program() -> str:
    """What to type for `notes`: its name where the shell finds it, else the way to it."""
    path = Path(sys.argv[0])
    if path.stem != "notes":
        return "notes"
    found = shutil.which("notes")
    if found and Path(found).absolute() == path.absolute():
        return "notes"
    path = path.absolute()
    shown = str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)
    if os.name == "nt":
        return f'& "{shown}"' if " " in shown else shown
    return shlex.quote(shown)
