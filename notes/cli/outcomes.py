"""The commands that record what became of the cards: sent, cancel, undo."""

import re
import sys
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notes.cli import options
from notes.cli.endings import ANOTHER_RUN, without_traceback
from notes.cli.typed import say
from notes.customers import CustomerId
from notes.folders import Folder
from notes.language.locales import listed
from notes.problems import Unusable
from notes.remembered import READ_ONLY, ensure_remembering, marked, remembered

if TYPE_CHECKING:
    from notes.history import Kind, Past


@click.command()
@options.of_a_batch
@click.option("--except", "but", type=options.Numbers(), default=(), help="The cards that were not posted, like 4,7.")
@click.option("--only", type=options.Numbers(), default=(), help="The cards that were posted, like 4,7.")
@options.quiet
@without_traceback
def sent(
    batch: str | None,
    today: date | None,
    file: Path | None,
    out: Path | None,
    but: tuple[int, ...],
    only: tuple[int, ...],
) -> None:
    """Remember that the cards were posted.

    Nobody gets one twice.
    """
    from notes.history import Kind

    mark(Kind.SENT, Folder.find(Path.cwd(), file, out), batch, today, only=only, but=but)


@click.command()
@click.argument("numbers", type=options.Numbers())
@options.of_a_batch
@options.quiet
@without_traceback
def cancel(
    numbers: tuple[int, ...], batch: str | None, today: date | None, file: Path | None, out: Path | None
) -> None:
    """Take cards out of the month.

    Give their NUMBERS, like 4,7; they are not proposed again.
    """
    from notes.history import Kind

    mark(Kind.CANCELLED, Folder.find(Path.cwd(), file, out), batch, today, only=numbers)


@click.command()
@click.argument("numbers", type=options.Numbers(), required=False, default=())
@click.option("--whole", is_flag=True, help="Take the whole batch back, as if it had never been made.")
@options.of_a_batch
@options.quiet
@without_traceback
def undo(
    numbers: tuple[int, ...],
    batch: str | None,
    today: date | None,
    file: Path | None,
    out: Path | None,
    whole: bool,
) -> None:
    """Take back what was said last: `notes sent`, `notes cancel` or `notes returned`.

    Or what was said last of the cards with these NUMBERS. They are then as they were before.
    """
    from notes.history import Kind

    mark(Kind.TAKEN_BACK if whole else Kind.UNDONE, Folder.find(Path.cwd(), file, out), batch, today, only=numbers)


@click.command()
@click.argument("numbers", type=options.Numbers())
@options.of_a_batch
@options.quiet
@without_traceback
def returned(
    numbers: tuple[int, ...], batch: str | None, today: date | None, file: Path | None, out: Path | None
) -> None:
    """Remember that cards came back undelivered.

    Give their NUMBERS, like 4,7; nothing more is sent to these addresses until they are changed in the spreadsheet.
    """
    from notes.history import Kind

    mark(Kind.RETURNED, Folder.find(Path.cwd(), file, out), batch, today, only=numbers)


@click.command()
@click.argument("before")
@click.argument("now")
@options.today
@options.file
@options.out
@options.quiet
@without_traceback
def merge(before: str, now: str, today: date | None, file: Path | None, out: Path | None) -> None:
    """Say that the customer who had the number BEFORE is the one who has the number NOW.

    For somebody who was numbered or named anew: what they had before counts, so that nobody is thanked twice.
    """
    from notes import history
    from notes.history import Event, Kind

    folder, at = Folder.find(Path.cwd(), file, out), options.stamp(options.now(today))
    with alone(folder):
        past, torn = remembered(folder)
        had = past.cards_of(CustomerId(before))
        if not had or past.person(before) == past.person(now):
            message = f"no cards are known of a customer with the number {before} who is not {now} already."
            raise Unusable.because("history", message, "notes history NAME tells the numbers.")
        merged = Event(kind=Kind.MERGED, at=at, batch=at[:7], customer_id=now, matter=before)
        history.write_events(folder.history, f"{at}-merged", past.following([merged]))
    options.tell(torn)
    click.echo(f"{had[-1].name}, number {before} before, is number {now} now. Their cards until today:")
    for event in had:
        click.echo(f"  {history.state_of(event)}")


def alone(folder: Folder) -> AbstractContextManager[object]:
    """A lock on the history: two runs at once would plan the same cards twice."""
    try:
        return lock(folder, patience=0)
    except TimeoutError:
        click.echo("Fairhand is already running for these customers. Wait until it is done, then try again.", err=True)
        sys.exit(ANOTHER_RUN)


def lock(folder: Folder, patience: float) -> AbstractContextManager[object]:
    """The lock on the history, waited for so many seconds; where the disk knows no locks, a file stands for one.

    Raises:
        TimeoutError: another run has it.
        Unusable: the history cannot be written.
    """
    from filelock import FileLock, SoftFileLock

    ensure_remembering(folder)
    try:
        return FileLock(folder.history / ".lock").acquire(timeout=patience)
    except NotImplementedError:
        return SoftFileLock(folder.history / ".lock").acquire(timeout=patience)
    except TimeoutError:
        raise
    except OSError as error:
        why = f"nothing could be written here: {error.strerror or error}."
        raise Unusable.because(str(folder.history), why, READ_ONLY) from error


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
        past, torn = remembered(folder)
        batch = the_batch(past, kind, month, f"{now:%Y-%m}")
        marking = marked(past, batch, kind, at, folder, only=only, but=but)
        if marking.unknown:
            numbers = ", ".join(map(str, marking.unknown))
            raise Unusable.because(
                f"out/{batch}", f"there is no card {numbers}.", "The numbers are on the review page."
            )
        history.write_events(folder.history, f"{at}-{kind.value}-{batch}", marking.events)
    options.tell(torn)
    if not marking.events:
        click.echo("No card is waiting for this: all of them are marked already, or none were made.")
        return
    click.echo(f"Of the cards in out/{batch}, {kind.value}:")
    for event in marking.events:
        click.echo(f"{event.number:>4}  {event.name}, {event.occasion}")
    if kind.value == "sent" and marking.elsewhere:
        click.echo("Another computer planned these, so they wait still. Say there that they are posted:")
        for event in marking.elsewhere:
            click.echo(f"{event.number:>4}  {event.name}, {event.occasion}")
    say(AND_THEN[kind.value].format(batch=batch, again=_to_make_again(batch)))


AND_THEN = {
    "sent": "If that was a mistake: notes undo --month {batch}",
    "cancelled": "They stay in the PDFs until you run: {again}",
    "undone": "They are as they were before. To make the cards again: {again}",
    "taken back": "It is as if this batch had never been made, and its people come into the next one you make.",
    "returned": "No card goes to these addresses until you change them in the spreadsheet.",
}


def _to_make_again(batch: str) -> str:
    """The command that makes the cards of a batch again; for a greeting to everyone, its day and line go with it."""
    greeting = re.fullmatch(r"(\d{4}-\d\d)-(\D.*?)(?:-\d+)?", batch)
    if greeting is None:
        return f"make cards MONTH={batch[:7]}"
    return f"notes cards --all {greeting[2]} --month {greeting[1]} (with --by and --line as before)"


_WHICH = {
    "sent": "make sent MONTH={batch}",
    "printed": "make print MONTH={batch}",
    "cancelled": "For those of {batch}, add: --month {batch}",
}


def the_batch(past: "Past", kind: "Kind", month: str | None, this_month: str) -> str:
    """The batch that is meant: of the month that is named, else the only one that waits, else that of this month.

    To take something back it is the one of which something was said last.

    Raises:
        Unusable: several wait, and none is of this month.
    """
    if month and (kind.value in ("undone", "taken back", "returned") or len(month) > len("2026-11")):
        return month
    if kind.value in ("undone", "taken back", "returned"):
        return past.last_batch or this_month
    waiting = past.batches_to_post(month or "")
    if len(waiting) > 1 and not month:
        waiting = past.batches_to_post(this_month)
        if not waiting:
            several = listed(past.batches_to_post())
            remedy = "\n".join(_WHICH[kind.value].format(batch=one) for one in past.batches_to_post())
            raise Unusable.because("history", f"cards from {several} are waiting.", remedy)
    return waiting[-1] if waiting else month or this_month
