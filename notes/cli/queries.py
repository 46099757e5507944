"""The commands that answer a question and change nothing."""

import os
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notes.cli import options
from notes.cli.endings import without_traceback
from notes.cli.monthly import compose
from notes.folders import Folder, ensure_writable
from notes.kept import cache_folder
from notes.picking.picks import Pick
from notes.problems import BadValue, Place, Problem, Unusable
from notes.remembered import lost, remembered

if TYPE_CHECKING:
    from notes.paper.stocks import Stock, Stocks


@click.command()
@click.argument("name")
@options.file
@options.month
@options.today
@options.window
@options.seed
@without_traceback
def why(name: str, file: Path | None, month: str | None, today: date | None, window: str | None, seed: int) -> None:
    """Say why NAME gets a card this month, or why not."""
    from notes import picking

    folder = options.business(file)
    inputs, batch = compose(folder, options.settings(folder, {"picking": {"window": window}}), month, today, seed)
    click.echo(picking.why(batch.picks, inputs.past, name))


@click.command()
@click.argument("name")
@options.file
@options.out
@without_traceback
def history(name: str, file: Path | None, out: Path | None) -> None:
    """Say which cards NAME has had."""
    from notes import history as memory

    folder = Folder.find(Path.cwd(), file, out)
    past, torn = memory.read_history(folder.history)
    problems = [*torn, *lost(folder, past)]
    click.echo(memory.told_of(past, name))
    options.tell(problems)
    options.end(problems)


@click.command()
@options.file
@options.today
@click.option(
    "--days", type=click.IntRange(min=1, max=730), default=90, show_default=True, help="The days after a card."
)
@without_traceback
def effect(file: Path | None, today: date | None, days: int) -> None:
    """Say who came back after a card.

    Beside them stand comparable customers who had none; no more is claimed than the numbers can bear.
    """
    from notes import reading
    from notes.picking.effect import effect as look
    from notes.picking.effect import in_sentences

    folder = options.business(file)
    settings, day = options.settings(folder, {}), options.now(today).date()
    past, torn = remembered(folder)
    book = reading.read_book(folder.customers, settings, today=day)
    click.echo("\n".join(in_sentences(look(book, past, settings.occasions, day, days))))
    options.tell(torn)


@click.command()
@options.file
@options.today
@click.option("--weeks", type=click.IntRange(min=1, max=26), default=4, show_default=True, help="How far ahead.")
@options.seed
@without_traceback
def due(file: Path | None, today: date | None, weeks: int, seed: int) -> None:
    """Say which cards are to be posted in the next weeks, day by day."""
    from notes import pipeline
    from notes.language.days import with_weekday
    from notes.picking.upcoming import upcoming
    from notes.proposing import propose

    folder, day = options.business(file), options.now(today).date()
    until = day + timedelta(weeks=weeks)
    inputs = pipeline.gather(folder, options.settings(folder, {}), cache_folder(os.environ), day)
    months = [f"{one:%Y-%m}" for one in _firsts(day, until + timedelta(days=31))]
    picks = [propose(inputs, month, day, seed).decided(inputs.records).picks for month in months]
    coming = upcoming(picks, inputs.past, until)
    for on, lines in coming:
        click.echo("\n  ".join([f"{with_weekday(on)}{' (late)' if on < day else ''}", *lines]))
    if not coming:
        click.echo(f"Nothing is to be posted until {with_weekday(until)}.")


def _firsts(day: date, until: date) -> Iterator[date]:
    """The first days of the months from that of `day` to that of `until`."""
    first = day.replace(day=1)
    while first <= until:
        yield first
        first = (first + timedelta(days=31)).replace(day=1)


@click.command()
@click.argument("occasion")
@click.argument("name", required=False)
@options.file
@options.today
@without_traceback
def words(occasion: str, name: str | None, file: Path | None, today: date | None) -> None:
    """Show the notes that an OCCASION could bring NAME: what they mention, and the cells that it is from."""
    from notes import pipeline, wording
    from notes.picking.summary import find

    folder = options.business(file)
    day = options.now(today).date()
    inputs = pipeline.gather(folder, options.settings(folder, {}), cache_folder(os.environ), day)
    found = find([Pick(customer=one) for one in inputs.book.customers], name) if name else []
    if name and not found:
        raise Unusable.because(folder.customers.name, f"there is no customer “{name}”.", "Part of a name is enough.")
    pick = wording.trial(
        occasion, found[0].customer if found else None, inputs.book.milestones, day, inputs.settings.occasions
    )
    notes = wording.in_every_wording(pick, inputs.library, inputs.settings, book=inputs.book, past=inputs.past)
    if example := wording.made_up(pick):
        click.echo(f"{example}\n")
    for note in notes:
        click.echo(wording.shown(note) + "\n")


@click.command()
@click.option("--specimen", type=click.Path(path_type=Path, dir_okay=False), help="Make a PDF to look at and print.")
@click.option(
    "--strokes", type=click.Path(path_type=Path, file_okay=False), help="Make a picture of every letter of each hand."
)
@without_traceback
def hands(specimen: Path | None, strokes: Path | None) -> None:
    """List the hands, and what they can write."""
    from notes import writing
    from notes.inputs import of_the_font
    from notes.staging import write_whole
    from notes.writing.specimen import coverage

    folder = Folder.find(Path.cwd())
    found, problems = writing.read_hands(folder.own("fonts"), folder.own("hands"))
    cache = cache_folder(os.environ)
    unfit: list[Problem] = []
    told: list[Problem] = []
    for name, spec in list(found.items()):
        try:
            hand = writing.open_hand(spec, cache, found)
            covered = ", ".join(map(str, coverage(hand)))
            told += of_the_font(hand)
        except BadValue as bad:
            unfit.append(bad.at(Place(f"fonts/{spec.font.name}")))
            del found[name]
            continue
        click.echo(f"{name}: {spec.about or spec.title}\n    {covered}")
        if strokes:
            strokes.mkdir(parents=True, exist_ok=True)
            write_whole(strokes / f"{name}.png", writing.picture(hand.takes.speller))
    if specimen:
        from notes.paper.proof import specimen_pdf

        write_whole(specimen, specimen_pdf(found, cache))
        click.echo(f"The specimen is in {specimen}")
    if strokes:
        click.echo(f"A picture of the letters of each hand is in {strokes}")
    options.tell([*problems, *unfit, *told])
    options.end([*problems, *unfit, *told])


@click.command()
@click.argument("name", required=False)
@options.out
@without_traceback
def stocks(name: str | None, out: Path | None) -> None:
    """List the papers, or draw one to scale.

    NAME may be an alias of the paper, too.
    """
    from notes.paper import drawing
    from notes.paper.stocks import read_stocks
    from notes.staging import write_whole

    folder = Folder.find(Path.cwd(), out=out)
    known, problems = read_stocks(folder.own("stocks.toml"))
    if not name:
        for stock in known:
            also = f" (also {', '.join(stock.aliases)})" if stock.aliases else ""
            click.echo(f"{stock.name:<10}{stock.title}{also}")
    else:
        ensure_writable(folder.out)
        for stock in _named(known, name):
            kind = type(stock).__name__.removesuffix("Stock").lower()
            target = folder.out / f"{kind}-{re.sub(r'[^0-9A-Za-z]+', '', stock.name)}"
            write_whole(target.with_suffix(".pdf"), drawing.pdf(stock))
            write_whole(target.with_suffix(".png"), drawing.png(stock))
            click.echo(f"{stock.name}: {stock.title}. {stock.source}")
            click.echo(f"{target}.pdf shows it at true size, {target.name}.png is the same for the screen.")
    options.tell(problems)
    options.end(problems)


def _named(known: "Stocks", name: str) -> list["Stock"]:
    try:
        return known.named(name)
    except BadValue as bad:
        raise Unusable((bad.at(Place("stocks")),)) from bad
