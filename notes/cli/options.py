"""What several commands ask for, and how they answer."""

import json
import os
import re
import sys
from collections.abc import Callable, Iterable
from contextlib import redirect_stdout
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from notes.cli.endings import FILES_NEED_MENDING
from notes.cli.months import month_meant
from notes.cli.typed import say
from notes.cli.waiting import QUIET
from notes.folders import Folder
from notes.language.days import FIRST_YEAR, LAST_YEAR
from notes.problems import BadValue, Level, Problem, Unusable, report
from notes.settings import Settings
from notes.settings import window as check_window
from notes.settings_file import read_settings

Command = TypeVar("Command", bound=Callable[..., Any])


class Month(click.ParamType[str]):
    """A month as people write it: 2026-12, Dec, 12, next."""

    name = "month"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        given = ctx.params.get("today") if ctx else None
        month = month_meant(value, now(given if isinstance(given, date) else None).date())
        if month is None:
            self.fail(f"“{value}” is not a month; write it like 2026-12, Dec or next.", param, ctx)
        return month


class BatchName(Month):
    """A batch: a month, a further one of it (2026-11-2), or a greeting to everyone (2026-12-season)."""

    name = "batch"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        name = Path(value).name
        return name if re.fullmatch(r"\d{4}-\d\d-[\w-]+", name) else super().convert(name, param, ctx)


class Day(click.ParamType[date]):
    """A day like 2026-11-03."""

    name = "day"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            day = value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” is not a day; write it like 2026-11-03.", param, ctx)
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            self.fail(f"“{value}” is too long ago or too far ahead; write it like 2026-11-03.", param, ctx)
        return day


class Numbers(click.ParamType[tuple[int, ...]]):
    """The numbers of cards, like 4,7-9."""

    name = "numbers"

    def convert(
        self, value: str | tuple[int, ...], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, ...]:
        if isinstance(value, tuple):
            return value
        found: list[int] = []
        for part in filter(None, re.split(r"[,\s]+", value)):
            match = re.fullmatch(r"(\d{1,6})(?:-(\d{1,6}))?", part)
            if not match:
                self.fail(f"“{part}” is not the number of a card; write them like 4,7.", param, ctx)
            found += range(int(match[1]), int(match[2] or match[1]) + 1)
        return tuple(found)


class Window(click.ParamType[str]):
    """A period of time for which revenue counts."""

    name = "window"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            check_window(value)
        except BadValue as bad:
            self.fail(f"{bad.message} {bad.remedy}", param, ctx)
        return value


FILE = click.Path(path_type=Path)
file = click.option("--file", type=FILE, help="The spreadsheet to read instead of data/customers.xlsx.")
month = click.option("--month", type=Month(), help="The month, like 2026-12, Dec or next.  [this month]")
batch = click.option(
    "--month", "--batch", "batch", type=BatchName(), help="The batch: its folder in out/, like 2026-11 or 2026-11-2."
)
# Eager, because it says what “next month” is.
today = click.option("--today", type=Day(), is_eager=True, help="The day to treat as today, like 2026-11-03.  [today]")
sample = click.option("--sample", is_flag=True, help="Work on the invented framing shop.")
out = click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Where the results go.  [out]")


def of_a_batch(command: Command) -> Command:
    """What a command about a batch asks for, whichever it is: the month, the day, the spreadsheet, the folder."""
    return batch(today(file(out(command))))


window = click.option("--window", type=Window(), help="How far back revenue counts: 12m, or all.")
seed = click.option(
    "--seed",
    type=int,
    default=1,
    show_default=True,
    help="A different number gives different words and a different pen.",
)


def _quieten(context: click.Context, _: click.Parameter, is_quiet: bool) -> None:
    """Say nothing on standard output for as long as the command runs; what is wrong is told all the same."""
    if is_quiet:
        context.meta[QUIET] = True
        nobody = context.with_resource(Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - it is managed
        context.with_resource(redirect_stdout(nobody))


quiet = click.option(
    "--quiet", "-q", is_flag=True, expose_value=False, callback=_quieten, help="Say nothing but what is wrong."
)
as_json = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")


def now(day: date | None) -> datetime:
    """The time of the run; for a day that was given it is midnight, so that any hour gives the same bytes."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day else datetime.now().astimezone()


def stamp(time: datetime) -> str:
    """A moment as the history has it: to the second, in UTC."""
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def settings(folder: Folder, overrides: dict[str, dict[str, Any]]) -> Settings:
    """The settings, the command line over the file.

    Raises:
        Unusable: notes.toml has mistakes; all of them are named.
    """
    given, wrong = read_settings(folder.settings)
    if wrong:
        raise Unusable(wrong)
    return given.with_values(overrides)


def business(file: Path | None, out: Path | None = None, sample: bool = False) -> Folder:
    """The person's business, or the sample."""
    return Folder.find(Path.cwd(), file, out, sample).of_somebody(Path.cwd(), sample)


def is_watched() -> bool:
    """Whether somebody sits there who can be asked."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def say_whose(folder: Folder) -> None:
    """Say so if this is the sample business and not the person's own."""
    if folder.is_sample:
        click.echo("There is no data/customers.xlsx yet, so this is the sample business.")


def tell(problems: Iterable[Problem]) -> None:
    """The problems, on standard error, so that a program can read the answer from standard output."""
    if text := report(problems):
        say("\n" + text, err=True)


def print_json(answer: Any) -> None:
    click.echo(json.dumps(answer, ensure_ascii=False, indent=1))


def end(problems: Iterable[Problem]) -> None:
    """End with the exit code for files that need mending if one of the problems is an error; the rest was made."""
    if any(problem.level is Level.ERROR for problem in problems):
        sys.exit(FILES_NEED_MENDING)
