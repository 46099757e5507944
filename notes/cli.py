"""The command `notes`: the only module that talks to the terminal and asks for the time."""

import io
import json
import os
import re
import sys
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from notes import __version__
from notes.endings import ANOTHER_RUN, FILES_NEED_MENDING, stamp, told
from notes.folders import Folder, cache_folder, ensure_writable
from notes.problems import Level, Unusable, report
from notes.settings import Settings, read_settings

if TYPE_CHECKING:
    from notes.batch import Batch


class Month(click.ParamType):
    """A month like 2026-11."""

    name = "month"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not re.fullmatch(r"[12]\d{3}-(0[1-9]|1[0-2])", value):
            self.fail(f"“{value}” is not a month; write it like 2026-11.", param, ctx)
        return value


class Day(click.ParamType):
    """A day like 2026-11-03."""

    name = "day"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” is not a day; write it like 2026-11-03.", param, ctx)


FILE = click.Path(path_type=Path, dir_okay=False)
file_option = click.option("--file", type=FILE, help="The spreadsheet to read in place of data/customers.xlsx.")
month_option = click.option("--month", type=Month(), help="The month, like 2026-11.  [this month]")
today_option = click.option("--today", type=Day(), help="The day that counts as today, like 2026-11-03.  [today]")
out_option = click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Where results go.  [out]")
json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
window_option = click.option("--window", help="The time in which revenue counts: 12m, or all.")


def main() -> None:
    """Run the command, with the files that it makes for the person's eyes only."""
    os.umask(0o077)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    notes(prog_name="notes")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="fairhand")
def notes() -> None:
    """Handwritten notes for the customers a small business depends on.

    Once a month: notes cards, look at the review page, print, post, notes sent.
    """


@notes.command()
@click.argument("file", type=FILE, required=False)
@json_option
@told
def check(file: Path | None, as_json: bool) -> None:
    """Read the spreadsheet, and say what is wrong with it and what to do."""
    from notes import reading

    folder = Folder.find(Path.cwd(), file)
    settings, wrong = read_settings(folder.settings)
    try:
        book = reading.read_book(folder.customers, settings)
    except Unusable as refused:
        if not as_json:
            raise
        _print_json(reading.refusal_json(folder.customers, refused))
        sys.exit(FILES_NEED_MENDING)
    if as_json:
        _print_json(reading.check_json(book))
    else:
        _say_what_is_read(folder)
        click.echo(reading.summary(book))
        _tell([*wrong, *book.problems])
    if any(problem.level is Level.ERROR for problem in book.problems):
        sys.exit(FILES_NEED_MENDING)


@notes.command()
@file_option
@month_option
@today_option
@window_option
@click.option("--seed", type=int, default=1, show_default=True, help="Another number gives other words.")
@json_option
@told
def picks(
    file: Path | None, month: str | None, today: date | None, window: str | None, seed: int, as_json: bool
) -> None:
    """Say of every customer whether they get a card this month, and why."""
    from notes import picking

    folder = Folder.find(Path.cwd(), file)
    now = _now(today)
    settings = _settings(folder, {"picking": {"window": window}})
    batch = _composed(folder, settings, month or f"{now:%Y-%m}", now.date(), seed)
    if as_json:
        _print_json(picking.as_json(batch.picks))
        return
    _say_what_is_read(folder)
    click.echo(picking.as_text(batch.picks))
    _tell(batch.problems)


@notes.command()
@click.argument("spreadsheet", type=FILE, required=False)
@file_option
@month_option
@today_option
@out_option
@window_option
@click.option(
    "--seed", type=int, default=1, show_default=True, help="Another number gives other words and another pen."
)
@click.option("--hand", metavar="NAME", help="Whose hand it is (`notes hands` lists them).")
@click.option("--card", metavar="STOCK", help="The paper of the cards (`notes stocks` lists them).")
@click.option("--label", metavar="STOCK", help="The label sheet.")
@click.option("--envelope", metavar="STOCK", help="The envelope.")
@click.option("--start-label", type=int, help="The first label to use on the open sheet.")
@told
def cards(
    spreadsheet: Path | None,
    file: Path | None,
    month: str | None,
    today: date | None,
    out: Path | None,
    window: str | None,
    seed: int,
    hand: str | None,
    card: str | None,
    label: str | None,
    envelope: str | None,
    start_label: int | None,
) -> None:
    """Write this month's cards, envelopes and labels into out/<month>/."""
    from notes import pipeline

    folder = Folder.find(Path.cwd(), file or spreadsheet, out)
    now = _now(today)
    overrides = {
        "picking": {"window": window},
        "card": {"hand": hand, "stock": card},
        "label": {"stock": label, "start": start_label},
        "envelope": {"stock": envelope},
    }
    settings = _settings(folder, overrides)
    month = month or f"{now:%Y-%m}"
    ensure_writable(folder.out)
    with _alone(folder):
        desk = pipeline.gather(folder, settings, cache_folder(os.environ))
        batch = pipeline.compose(desk, month, now.date(), seed)
        target, is_new = pipeline.publish(batch, desk, folder, stamp(now))
    _say_what_is_read(folder)
    _say_what_was_made(batch, target, is_new)
    _tell(batch.problems)


@notes.command()
@month_option
@today_option
@file_option
@out_option
@click.option("--except", "but", metavar="4,7", help="The numbers of the cards that were not posted.")
@click.option("--only", metavar="4,7", help="The numbers of the cards that were posted.")
@told
def sent(
    month: str | None, today: date | None, file: Path | None, out: Path | None, but: str | None, only: str | None
) -> None:
    """Remember that the cards were posted: nobody gets them twice."""
    from notes.history import Kind

    _mark(Kind.SENT, Folder.find(Path.cwd(), file, out), month, _now(today), _numbers(only), _numbers(but))


@notes.command()
@click.argument("numbers")
@month_option
@today_option
@file_option
@out_option
@told
def cancel(numbers: str, month: str | None, today: date | None, file: Path | None, out: Path | None) -> None:
    """Take cards out of the month by their NUMBERS, like 4,7: they are not proposed again."""
    from notes.history import Kind

    _mark(Kind.CANCELLED, Folder.find(Path.cwd(), file, out), month, _now(today), _numbers(numbers), ())


@notes.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@told
def new(folder: Path) -> None:
    """Make a FOLDER for a business: an empty spreadsheet, the settings, and what they mean."""
    from notes.reading.form import new_business

    made = new_business(folder)
    click.echo(f"Made {folder}: {', '.join(Path(one).name for one in made)}.")
    click.echo(f"Fill in {folder / 'customers.xlsx'}, then: cd {folder} and notes cards")


def _now(today: date | None) -> datetime:
    """The time of the run; a day that was given begins at midnight, so that it gives the same bytes at any hour."""
    return datetime(today.year, today.month, today.day, tzinfo=UTC) if today else datetime.now().astimezone()


def _settings(folder: Folder, overrides: dict[str, dict[str, Any]]) -> Settings:
    """The settings, the command line over the file.

    Raises:
        Unusable: notes.toml has mistakes; all of them are told.
    """
    settings, wrong = read_settings(folder.settings)
    if wrong:
        raise Unusable(wrong)
    return settings.with_values(overrides)


def _composed(folder: Folder, settings: Settings, month: str, today: date, seed: int) -> "Batch":
    from notes import pipeline

    desk = pipeline.gather(folder, settings, cache_folder(os.environ))
    return pipeline.compose(desk, month, today, seed)


def _alone(folder: Folder) -> Any:
    """A lock on the history: two runs at once would plan the same cards twice."""
    from filelock import FileLock, Timeout

    ensure_writable(folder.history)
    lock = FileLock(folder.history / ".lock")
    try:
        return lock.acquire(timeout=0)
    except Timeout:
        click.echo("Another run is at work on the same customers. Wait until it is done, then try again.", err=True)
        sys.exit(ANOTHER_RUN)


def _mark(kind: Any, folder: Folder, month: str | None, now: datetime, only: Any, but: Any) -> None:
    """Mark cards of the month's open batch as sent or cancelled, and say which."""
    from notes import history, pipeline

    with _alone(folder):
        past, torn = history.read_history(folder.history)
        batch = pipeline.open_batch(past, month) if month else past.open_batch
        marking = history.mark(past, batch, kind, stamp(now), only=only, but=but)
        if marking.unknown:
            numbers = ", ".join(map(str, marking.unknown))
            raise Unusable.because(f"out/{batch}", f"there is no card {numbers}.", "The review page has the numbers.")
        history.write_events(folder.history, f"{stamp(now)}-{kind.value}-{batch}", marking.events)
    _tell(torn)
    if not marking.events:
        click.echo(f"{batch or month or 'No month'}: there is no card to mark as {kind.value}.")
    for event in marking.events:
        click.echo(f"{event.number:>4}  {event.name}, {event.occasion}: {kind.value}")


def _numbers(text: str | None) -> tuple[int, ...]:
    """The numbers of a list like 4,7 or 3-6.

    >>> _numbers("4, 7-9")
    (4, 7, 8, 9)
    """
    numbers: list[int] = []
    for part in filter(None, re.split(r"[,\s]+", text or "")):
        match = re.fullmatch(r"(\d+)(?:-(\d+))?", part)
        if not match:
            raise click.BadParameter(f"“{part}” is not a number of a card; write them like 4,7.")
        numbers += range(int(match[1]), int(match[2] or match[1]) + 1)
    return tuple(numbers)


def _say_what_is_read(folder: Folder) -> None:
    if folder.is_sample:
        click.echo("There is no data/customers.xlsx yet: this is the sample business.")


def _say_what_was_made(batch: "Batch", target: Path, is_new: bool) -> None:
    month = date.fromisoformat(f"{batch.month}-01")
    totals = batch.picks.totals()
    kinds = Counter(card.note.pick.occasion for card in batch.cards)
    several = ", ".join(f"{count} {occasion}" for occasion, count in sorted(kinds.items()))
    click.echo(
        f"{month:%B %Y}: {totals['customers']} customers: {totals['card']} with a card, {totals['held']} held,"
        f" {totals['skipped']} without an occasion or not to be written to."
    )
    if several:
        click.echo(f"Cards: {several}.")
    if not is_new:
        click.echo(f"Nothing has changed since the last run; {target} is as it was.")
    click.echo(f"Look at {target / 'review.html'} first.")
    for name, file in batch.files.items():
        click.echo(f"  {name:<15} {file.pages:>3} × {file.paper}")
    if batch.cards:
        click.echo("When they are posted: make sent")


def _tell(problems: Any) -> None:
    """The problems on the other stream, so that what was asked for stays readable by a program."""
    if problems:
        click.echo("\n" + report(problems), err=True)


def _print_json(answer: Any) -> None:
    click.echo(json.dumps(answer, ensure_ascii=False, indent=1))
