"""The commands of every month: picks and cards."""

import os
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, Any

import click

from notes.cli import options, waiting
from notes.cli.endings import without_traceback
from notes.cli.outcomes import alone
from notes.cli.typed import as_typed, say
from notes.cli.understood import first_run
from notes.folders import Folder, ensure_writable
from notes.kept import cache_folder
from notes.language import sounding
from notes.language.days import month_and_year
from notes.language.numbers import counted
from notes.memory import without_collecting
from notes.problems import BadValue, Place, Unusable
from notes.settings import Settings
from notes.workers import Workers, of_this_machine

PARTS = ".parts"  # in out/: the parts that are finished of a batch that is not

if TYPE_CHECKING:
    from notes.batch import Batch
    from notes.inputs import Inputs, Parting
    from notes.picking import Greeting


@click.command()
@options.file
@options.month
@options.today
@options.window
@options.seed
@options.as_json
@options.sample
@without_traceback
def picks(
    file: Path | None, month: str | None, today: date | None, window: str | None, seed: int, as_json: bool, sample: bool
) -> None:
    """Say who gets a card this month, and why.

    Every customer is there: with a card, held, or without one.
    """
    from notes import picking

    folder = options.business(file, sample=sample)
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
@click.option("--hand", metavar="NAME", help="The handwriting (`notes hands` lists them all).")
@click.option("--card", metavar="STOCK", help="The paper for the cards (`notes stocks` lists them all).")
@click.option("--label", metavar="STOCK", help="The label sheet.")
@click.option("--envelope", metavar="STOCK", help="The envelope.")
@click.option("--start-label", type=click.IntRange(min=1), help="The first label to use on a sheet already begun.")
@click.option("--take-over", is_flag=True, help="Plan the month here, though another computer planned it.")
@click.option("--all", "to_all", metavar="OCCASION", help="A greeting to everyone instead, like season or your own.")
@click.option("--by", type=options.Day(), help="With --all: the day by which it should be there, like 2026-12-18.")
@click.option("--line", metavar="TEXT", default="", help="With --all: what every card says besides.")
@click.option("--yes", is_flag=True, help="With --all: do not ask whether so many cards are wanted.")
@click.option(
    "--part", type=click.IntRange(min=1), metavar="SHEETS", help="So many sheets a file, for very many cards."
)
@click.option("--workers", type=click.IntRange(1, 64), help="How many processes write many cards; all by default.")
@options.sample
@options.quiet
@without_traceback
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
    take_over: bool,
    to_all: str | None,
    by: date | None,
    line: str,
    yes: bool,
    part: int | None,
    workers: int | None,
    sample: bool,
) -> None:
    """Write this month's cards.

    They go into out/<month>/ with their envelopes and labels, and a page to look at first.
    """
    from notes import pipeline
    from notes.inputs import Parting

    if to_all is None and (by or line or yes):
        raise click.UsageError("--by, --line and --yes belong to --all OCCASION.")

    folder = options.business(file or spreadsheet, out, sample)
    overrides: dict[str, dict[str, Any]] = {
        "picking": {"window": window},
        "card": {"hand": hand, "stock": card},
        "label": {"stock": label, "start": start_label},
        "envelope": {"stock": envelope},
    }
    settings = options.settings(folder, overrides)
    greeting = _greeting(settings, to_all, by, line)
    month = month or f"{by or options.now(today):%Y-%m}"
    ensure_writable(folder.out)
    with alone(folder):
        told = pipeline.take_in_plan(folder, month, greeting)
        parting = Parting(part, folder.out / PARTS) if part else None
        inputs, batch = compose(
            folder, settings, month, today, seed, greeting, drafts=not greeting, workers=workers, parting=parting
        )
        if not first_run(inputs.book, settings, folder, options.is_watched):
            return
        if greeting and not (yes or _is_wanted(batch, settings)):
            return
        with waiting.shown():
            target, is_new = pipeline.publish(
                batch, inputs, folder, options.stamp(options.now(today)), take_over, as_typed
            )
        if parting:
            rmtree(parting.folder, ignore_errors=True)  # the batch has them all
    options.say_whose(folder)
    say_what_was_made(batch, target, is_new)
    options.tell([*told, *batch.problems])
    options.end(batch.problems)


def _greeting(settings: Settings, words: str | None, by: date | None, line: str) -> "Greeting | None":
    """The greeting to everyone that is asked for.

    Raises:
        Unusable: the occasion is not one, or nothing for everybody.
    """
    from notes.picking import Greeting, for_everyone

    if words is None:
        return None
    try:
        return Greeting(for_everyone(settings.occasions, words), by, line)
    except BadValue as bad:
        raise Unusable((bad.at(Place("--all")),)) from bad


def _is_wanted(batch: "Batch", settings: Settings) -> bool:
    """Say how many cards it would be and what they cost, and ask."""
    click.echo(f"A greeting to everyone would be {_budget(batch, settings)}")
    if not batch.cards:
        return False
    if options.is_watched():
        return click.confirm("Make them?")
    say("Nothing is made yet. To make them, add --yes to the command.")
    return False


def _budget(batch: "Batch", settings: Settings) -> str:
    """So many cards, sheets and envelopes, and the cost where the settings say what a card costs."""
    from notes.paper.pieces import Paper
    from notes.picking import Outcome

    number, abroad = len(batch.cards), sum(card.abroad for card in batch.cards)
    sheets = sum(file.pages for file in batch.files if file.kind.paper is Paper.CARD)
    of_them = f" ({abroad} of them to other countries)" if abroad else ""
    held = sum(pick.outcome is Outcome.HELD for pick in batch.picks.picks)
    parts = [f"{counted(number, 'card')}{of_them} on {counted(sheets, 'sheet')}, with {counted(number, 'envelope')}"]
    parts += [f"{held} more {'is' if held == 1 else 'are'} held until you have looked"] if held else []
    everyone, currency = settings.everyone, settings.business.currency
    cost = (number - abroad) * everyone.cost + abroad * (everyone.cost_abroad or everyone.cost)
    parts += [f"about {cost:,.2f} {currency} in all"] if cost else []
    return "; ".join(parts) + "."


def compose(
    folder: Folder,
    settings: Settings,
    month: str | None,
    today: date | None,
    seed: int,
    greeting: "Greeting | None" = None,
    drafts: bool = False,
    workers: int | None = None,
    parting: "Parting | None" = None,
) -> tuple["Inputs", "Batch"]:
    """The batch of a month, this one if none is named, and what it was made from.

    With `drafts` the person's own writer is asked first, if there is one. There are as many `workers` as processors.
    """
    from notes import pipeline

    day = options.now(today).date()
    with without_collecting():
        inputs = pipeline.gather(folder, settings, cache_folder(os.environ), day)
        sounding.let_go()  # the cells have been heard
        inputs = replace(inputs, workers=Workers(workers) if workers else of_this_machine(), parting=parting)
        month = month or f"{day:%Y-%m}"
        with waiting.shown(inputs.hands.values()):
            inputs = pipeline.draft(folder, inputs, month, day, seed) if drafts else inputs
            return inputs, pipeline.compose(inputs, month, day, seed, greeting)


def say_what_was_made(batch: "Batch", target: Path, is_new: bool) -> None:
    totals = batch.picks.totals()
    kinds = Counter(card.note.pick.occasion for card in batch.cards)
    click.echo(
        f"{month_and_year(batch.month)}: {counted(totals['customers'], 'customer')} = {totals['card']} with a card"
        f" + {totals['held']} held + {totals['skipped']} without one."
    )
    if not batch.cards and batch.name != batch.month:
        click.echo("This month's cards are printed or sent already, and there is nobody new.")
        return
    if kinds:
        click.echo(f"The cards: {', '.join(f'{count} {occasion}' for occasion, count in sorted(kinds.items()))}.")
    if not is_new:
        click.echo("Nothing has changed since the last run, so all files are as they were.")
    shown = target.relative_to(Path.cwd()) if target.is_relative_to(Path.cwd()) else target
    if not batch.cards:
        click.echo(f"There is nothing to print. {shown / 'review.html'} says of everybody why.")
        return
    click.echo(f"In {shown}, look at review.html first:")
    for file in batch.files:
        click.echo(f"  {file.name:<15}{file.pages:>4} × {file.paper}")
    say(f"When they are posted: make sent MONTH={batch.name}")
