"""The commands that answer a question and change nothing."""

import os
from datetime import date
from pathlib import Path

import click

from notes.cli import options
from notes.cli.endings import told
from notes.cli.monthly import compose
from notes.folders import Folder, cache_folder
from notes.picking.picks import Pick
from notes.problems import Unusable


@click.command()
@click.argument("name")
@options.file
@options.month
@options.today
@options.window
@options.seed
@told
def why(name: str, file: Path | None, month: str | None, today: date | None, window: str | None, seed: int) -> None:
    """Say why NAME gets a card this month, or why not."""
    from notes import picking

    folder = Folder.find(Path.cwd(), file)
    desk, batch = compose(folder, options.settings(folder, {"picking": {"window": window}}), month, today, seed)
    click.echo(picking.why(batch.picks, desk.past, name))


@click.command()
@click.argument("name")
@options.file
@options.out
@told
def history(name: str, file: Path | None, out: Path | None) -> None:
    """Say which cards NAME has had."""
    from notes import history as memory

    past, torn = memory.read_history(Folder.find(Path.cwd(), file, out).history)
    click.echo(memory.told_of(past, name))
    options.tell(torn)


@click.command()
@click.argument("occasion")
@click.argument("name", required=False)
@options.file
@options.today
@told
def words(occasion: str, name: str | None, file: Path | None, today: date | None) -> None:
    """Show the note for NAME in every wording of an OCCASION, with what it mentions."""
    from notes import pipeline, wording
    from notes.picking.summary import find

    folder = Folder.find(Path.cwd(), file)
    day = options.now(today).date()
    desk = pipeline.gather(folder, options.settings(folder, {}), cache_folder(os.environ), day)
    found = find([Pick(customer=one) for one in desk.book.customers], name) if name else []
    if name and not found:
        raise Unusable.because(folder.customers.name, f"there is no customer “{name}”.", "Part of a name is enough.")
    pick = wording.trial(occasion, found[0].customer if found else None, desk.book.milestones, day)
    for note in wording.in_every_wording(pick, desk.library, desk.settings):
        click.echo(wording.shown(note) + "\n")


@click.command()
@click.option("--specimen", type=click.Path(path_type=Path, dir_okay=False), help="Make a PDF to look at and print.")
@told
def hands(specimen: Path | None) -> None:
    """List the hands, and what they can write."""
    from notes import writing

    folder = Folder.find(Path.cwd())
    found, problems = writing.read_hands(folder.own("fonts"))
    for spec in found.values():
        click.echo(f"{spec.name:<22}{spec.about or spec.title}")
    if specimen:
        from notes.paper.proof import specimen_pdf

        specimen.write_bytes(specimen_pdf(found, cache_folder(os.environ)))
        click.echo(f"The specimen is in {specimen}")
    options.tell(problems)


@click.command()
@click.argument("name", required=False)
@told
def stocks(name: str | None) -> None:
    """List the papers that are known, or tell all about the one of this NAME."""
    from notes.paper.stocks import read_stocks

    known, problems = read_stocks(Folder.find(Path.cwd()).own("stocks.toml"))
    for stock in known:
        if not name:
            click.echo(f"{stock.name:<10}{stock.title}")
    options.tell(problems)
