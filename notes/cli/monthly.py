"""The commands of every month: check, picks, cards, sent, cancel."""

import os
import sys
from collections import Counter
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from notes.cli import options
from notes.cli.endings import ANOTHER_RUN, FILES_NEED_MENDING, told
from notes.folders import Folder, cache_folder, ensure_writable
from notes.problems import Problem, Unusable
from notes.resources import TEMPLATES
from notes.settings import Settings, read_settings

if TYPE_CHECKING:
    from notes.batch import Batch
    from notes.customers import Book
    from notes.desk import Desk
    from notes.history import Kind, Past


@click.command()
@click.argument("file", type=options.FILE, required=False)
@options.today
@options.as_json
@click.option("--fix", is_flag=True, help="Write a corrected copy of the workbook, every changed cell marked.")
@told
def check(file: Path | None, today: date | None, as_json: bool, fix: bool) -> None:
    """Read the spreadsheet and your wordings, and say what is wrong and what to do."""
    from notes import reading, wording

    folder = Folder.find(Path.cwd(), file)
    settings, problems = read_settings(folder.settings)
    try:
        book = reading.read_book(folder.customers, settings, today=options.now(today).date())
    except Unusable as refused:
        if not as_json:
            raise
        options.print_json(reading.refusal_json(folder.customers.name, refused))
        sys.exit(FILES_NEED_MENDING)
    problems = [*problems, *book.problems]
    if as_json:
        options.print_json(reading.check_json(book))
        options.end(problems)
        return
    unfit, letters = check_tools(folder, settings)
    problems += [*unfit, *wording.check_wordings([TEMPLATES, folder.own("templates")], letters)]
    options.say_whose(folder)
    orders = 0 if book.orders is None else len(book.orders)
    click.echo(f"{len(book.customers)} customers, {len(book.milestones)} milestones, {orders} orders.")
    for remark in book.remarks:
        click.echo(remark)
    options.tell(problems)
    if fix:
        say_what_was_fixed(folder, settings, book)
    options.end(problems)


def check_tools(folder: Folder, settings: Settings) -> tuple[list[Problem], frozenset[str] | None]:
    """What of the hands and papers that the settings name there is not; the letters that the hand can write."""
    from notes import desk
    from notes.paper.stocks import read_stocks

    stocks, problems = read_stocks(folder.own("stocks.toml"))
    found, letters = list(problems), None
    try:
        desk.papers(stocks, settings)
    except Unusable as unusable:
        found += unusable.problems
    try:
        hands, broken = desk.open_hands(folder, settings, cache_folder(os.environ))
        found += broken
        letters = frozenset(one for one in map(chr, LATIN) if not hands[settings.card.hand].covers(one))
    except Unusable as unusable:
        found += unusable.problems
    return found, letters


LATIN = range(0x21, 0x2123)  # what a wording may need: letters, marks and signs


def say_what_was_fixed(folder: Folder, settings: Settings, book: "Book") -> None:
    """Write the corrected copy beside the results, never over the person's own file, and say what is new in it."""
    from notes.reading.doctor import write_fixed_copy

    ensure_writable(folder.out)
    target = folder.out / f"{folder.customers.stem}-corrected.xlsx"
    changes = write_fixed_copy(folder.customers, book, target, settings)
    click.echo(f"{target} is a corrected copy: {len(changes)} cells changed, each marked and listed on its last sheet.")


@click.command()
@options.file
@options.month
@options.today
@options.window
@options.seed
@options.as_json
@told
def picks(
    file: Path | None, month: str | None, today: date | None, window: str | None, seed: int, as_json: bool
) -> None:
    """Say of every customer whether they get a card this month, and why."""
    from notes import picking

    folder = Folder.find(Path.cwd(), file)
    settings = options.settings(folder, {"picking": {"window": window}})
    _, batch = compose(folder, settings, month, today, seed)
    if as_json:
        options.print_json(picking.as_json(batch.picks))
        return
    options.say_whose(folder)
    click.echo(picking.as_text(batch.picks))
    options.tell(batch.problems)


@click.command()
@click.argument("spreadsheet", type=options.FILE, required=False)
@options.file
@options.month
@options.today
@options.out
@options.window
@options.seed
@click.option("--hand", metavar="NAME", help="Whose hand it is (`notes hands` lists them).")
@click.option("--card", metavar="STOCK", help="The paper of the cards (`notes stocks` lists them).")
@click.option("--label", metavar="STOCK", help="The label sheet.")
@click.option("--envelope", metavar="STOCK", help="The envelope.")
@click.option("--start-label", type=click.IntRange(min=1), help="The first label to use on the open sheet.")
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
    overrides: dict[str, dict[str, Any]] = {
        "picking": {"window": window},
        "card": {"hand": hand, "stock": card},
        "label": {"stock": label, "start": start_label},
        "envelope": {"stock": envelope},
    }
    settings = options.settings(folder, overrides)
    ensure_writable(folder.out)
    with alone(folder):
        desk, batch = compose(folder, settings, month, today, seed)
        target, is_new = pipeline.publish(batch, desk, folder, options.stamp(options.now(today)))
    options.say_whose(folder)
    say_what_was_made(batch, target, is_new)
    options.tell(batch.problems)
    options.end(batch.problems)


@click.command()
@options.month
@options.today
@options.file
@options.out
@click.option("--except", "but", type=options.Numbers(), default=(), help="The cards that were not posted, like 4,7.")
@click.option("--only", type=options.Numbers(), default=(), help="The cards that were posted, like 4,7.")
@told
def sent(
    month: str | None,
    today: date | None,
    file: Path | None,
    out: Path | None,
    but: tuple[int, ...],
    only: tuple[int, ...],
) -> None:
    """Remember that the cards were posted: nobody gets them twice."""
    from notes.history import Kind

    mark(Kind.SENT, Folder.find(Path.cwd(), file, out), month, today, only=only, but=but)


@click.command()
@click.argument("numbers", type=options.Numbers())
@options.month
@options.today
@options.file
@options.out
@told
def cancel(
    numbers: tuple[int, ...], month: str | None, today: date | None, file: Path | None, out: Path | None
) -> None:
    """Take cards out of the month by their NUMBERS, like 4,7: they are not proposed again."""
    from notes.history import Kind

    mark(Kind.CANCELLED, Folder.find(Path.cwd(), file, out), month, today, only=numbers)


@click.command()
@click.argument("numbers", type=options.Numbers(), required=False, default=())
@click.option(
    "--month", required=True, metavar="BATCH", help="The batch: its folder in out/, like 2026-11 or 2026-11-2."
)
@options.today
@options.file
@options.out
@told
def undo(numbers: tuple[int, ...], month: str, today: date | None, file: Path | None, out: Path | None) -> None:
    """Take back what `notes sent` or `notes cancel` said, of all cards or of those with these NUMBERS."""
    from notes.history import Kind

    mark(Kind.UNDONE, Folder.find(Path.cwd(), file, out), month, today, only=numbers)


def compose(
    folder: Folder, settings: Settings, month: str | None, today: date | None, seed: int
) -> tuple["Desk", "Batch"]:
    """The batch of a month, this one if none is named, and what it was made from."""
    from notes import pipeline

    day = options.now(today).date()
    desk = pipeline.gather(folder, settings, cache_folder(os.environ), day)
    return desk, pipeline.compose(desk, month or f"{day:%Y-%m}", day, seed)


def alone(folder: Folder) -> AbstractContextManager[object]:
    """A lock on the history: two runs at once would plan the same cards twice."""
    from filelock import FileLock, Timeout

    ensure_writable(folder.history)
    try:
        return FileLock(folder.history / ".lock").acquire(timeout=0)
    except Timeout:
        click.echo("Another run is at work on the same customers. Wait until it is done, then try again.", err=True)
        sys.exit(ANOTHER_RUN)


def mark(
    kind: "Kind",
    folder: Folder,
    month: str | None,
    today: date | None,
    *,
    only: tuple[int, ...] = (),
    but: tuple[int, ...] = (),
) -> None:
    """Mark cards of a batch as sent, cancelled or undone, and say which."""
    from notes import history

    now = options.now(today)
    at = options.stamp(now)
    with alone(folder):
        past, torn = history.read_history(folder.history)
        batch = the_batch(past, kind, month, f"{now:%Y-%m}")
        marking = history.mark(past, batch, kind, at, only=only, but=but)
        if marking.unknown:
            numbers = ", ".join(map(str, marking.unknown))
            raise Unusable.because(f"out/{batch}", f"there is no card {numbers}.", "The review page has the numbers.")
        history.write_events(folder.history, f"{at}-{kind.value}-{batch}", marking.events)
    options.tell(torn)
    if not marking.events:
        click.echo("There is no card that waits for this: all are marked, or none were made.")
        return
    click.echo(f"Of the cards in out/{batch}, {kind.value}:")
    for event in marking.events:
        click.echo(f"{event.number:>4}  {event.name}, {event.occasion}")
    click.echo(AND_THEN[kind.value].format(batch=batch, month=batch[:7]))


AND_THEN = {
    "sent": "If that was a mistake: notes undo --month {batch}",
    "cancelled": "The PDFs still have them until you run: make cards MONTH={month}",
    "undone": "It is as if that had not been said. To have the cards again: make cards MONTH={month}",
}


def the_batch(past: "Past", kind: "Kind", month: str | None, this_month: str) -> str:
    """The batch that is meant: of the month that is named, else the only one that waits, else that of this month.

    Raises:
        Unusable: several wait, and none is of this month.
    """
    if month and kind.value == "undone":
        return month
    waiting = past.batches_to_post(month or "")
    if len(waiting) > 1 and not month:
        waiting = past.batches_to_post(this_month)
        if not waiting:
            several = " and ".join(past.batches_to_post())
            remedy = f"Say which month: --month {past.batches_to_post()[0][:7]}, or make sent MONTH=…"
            raise Unusable.because("history", f"the cards of {several} are waiting.", remedy)
    return waiting[-1] if waiting else month or this_month


def say_what_was_made(batch: "Batch", target: Path, is_new: bool) -> None:
    month = date.fromisoformat(f"{batch.month}-01")
    totals = batch.picks.totals()
    kinds = Counter(card.note.pick.occasion for card in batch.cards)
    click.echo(
        f"{month:%B %Y}: {totals['customers']} customers = {totals['card']} with a card"
        f" + {totals['held']} held + {totals['skipped']} without one."
    )
    if not batch.cards and batch.name != batch.month:
        click.echo("The cards of this month are printed or sent, and there is nobody new.")
        return
    if kinds:
        click.echo(f"The cards: {', '.join(f'{count} {occasion}' for occasion, count in sorted(kinds.items()))}.")
    if not is_new:
        click.echo("Nothing has changed since the last run; all files are as they were.")
    shown = target.relative_to(Path.cwd()) if target.is_relative_to(Path.cwd()) else target
    click.echo(f"In {shown}, look at review.html first:")
    for name, file in batch.files.items():
        click.echo(f"  {name:<15}{file.pages:>4} × {file.paper}")
    if batch.cards:
        click.echo("When they are posted: make sent")
