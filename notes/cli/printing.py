"""The commands for the printer: print, reprint, calibrate."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notes.cli import options
from notes.cli.endings import without_traceback
from notes.cli.outcomes import alone, the_batch
from notes.cli.typed import say
from notes.folders import Folder, ensure_writable
from notes.problems import BadValue, Place, Unusable
from notes.remembered import marked, remembered
from notes.units import MM

if TYPE_CHECKING:
    from notes.paper.calibration import Reading
    from notes.paper.stocks import Sheet


@click.command("print")
@options.batch
@options.today
@options.out
@click.option("--labels", is_flag=True, help="Print the labels instead of the envelopes.")
@click.option("--dry-run", is_flag=True, help="Only show how it would be printed.")
@options.quiet
@without_traceback
def print_(batch: str | None, today: date | None, out: Path | None, labels: bool, dry_run: bool) -> None:
    """Send the cards, then the envelopes, to the printer."""
    from notes import history
    from notes.batch_folder import Made
    from notes.history import Kind
    from notes.inputs import TURNS, papers
    from notes.paper.cups import job, send
    from notes.paper.pieces import FileKind, Paper
    from notes.paper.stocks import read_stocks

    folder = Folder.find(Path.cwd(), None, out)
    settings = options.settings(folder, {})
    past, _ = remembered(folder)
    batch = the_batch(past, Kind.PRINTED, batch, f"{options.now(today):%Y-%m}")
    made = Made.read(folder.out / batch)
    card, label, envelope = papers(read_stocks(folder.own("stocks.toml"))[0], settings)
    edge = TURNS[settings.card.turned_over] if settings.card.front else None
    printer = settings.printer
    jobs = []
    addresses = Paper.LABEL if labels else Paper.ENVELOPE
    for kind in made.files:
        file = made.folder / kind.value
        if kind.paper is Paper.CARD:
            jobs.append(job(file, card, edge=edge if kind is FileKind.CARDS else None, tray=printer.card_tray))
        elif kind.paper is addresses:
            tray = printer.label_tray if labels else printer.envelope_tray
            jobs.append(job(file, label if labels else envelope, tray=tray))
    if dry_run:
        for each in jobs:
            click.echo(" ".join(each.command(printer.name)))
        return
    for answer in send(jobs, printer.name):
        click.echo(answer)
    at = options.stamp(options.now(today))
    with alone(folder):
        past, _ = remembered(folder)
        history.write_events(
            folder.history, f"{at}-printed-{batch}", marked(past, batch, Kind.PRINTED, at, folder).events
        )


@click.command()
@click.argument("numbers", type=options.Numbers())
@options.batch
@click.option("--panel", type=click.IntRange(min=1), default=1, help="The first free panel of a sheet already begun.")
@options.today
@options.out
@options.quiet
@without_traceback
def reprint(numbers: tuple[int, ...], batch: str | None, panel: int, today: date | None, out: Path | None) -> None:
    """Make a PDF of single cards.

    The cards of these NUMBERS, like 4,7, are exactly as they were before, and alone on their sheet.
    """
    from notes.batch_folder import Made
    from notes.paper.pieces import Paper
    from notes.paper.reprint import cards_alone, pages_of
    from notes.staging import write_whole

    folder = Folder.find(Path.cwd(), None, out)
    past, _ = remembered(folder)
    made = Made.read(folder.out / (batch or past.last_batch or f"{options.now(today):%Y-%m}"))
    sheet = _sheet_of(folder)
    for kind, spots in made.spots(numbers).items():
        target = made.folder / f"reprint-{kind.value}"
        pages = sorted({page for page, _ in spots})
        if kind.paper is Paper.CARD and sheet:
            first = (panel - 1) % len(sheet) + 1
            write_whole(target, cards_alone(made.files[kind], spots, sheet, first))
            which = f", from panel {first} of the sheet on" if len(sheet) > 1 else ""
            click.echo(f"{target.name}: card {', '.join(map(str, sorted(numbers)))}, with nothing beside it{which}")
        else:
            write_whole(target, pages_of(made.files[kind], pages))
            click.echo(f"{target.name}: page {', '.join(map(str, pages))} of {kind.value}")


def _sheet_of(folder: Folder) -> "Sheet | None":
    """The sheet of the cards, None where a front makes the pages those of two sides, which are printed as they were."""
    from notes.inputs import papers
    from notes.paper.stocks import read_stocks

    settings = options.settings(folder, {})
    return None if settings.card.front else papers(read_stocks(folder.own("stocks.toml"))[0], settings)[0].sheet


@click.command()
@click.option("--of", "kind", type=click.Choice(["cards", "labels", "envelopes"]), default="cards", show_default=True)
@click.option("--side", type=click.Choice(["front", "back"]), default="front", show_default=True)
@click.option(
    "--read", "readings", metavar="MM", help="What you measured: eight numbers in mm; you are asked for them otherwise."
)
@options.out
@without_traceback
def calibrate(kind: str, side: str, readings: str | None, out: Path | None) -> None:
    """Correct a crooked printer.

    It makes a test sheet, asks what you measure on it, and prints true from then on.
    """
    from notes.inputs import paper_size, papers, tray_and_paper
    from notes.paper import calibration, testsheet
    from notes.paper.printer_profiles import Way, keep, read_printers
    from notes.paper.stocks import read_stocks
    from notes.staging import write_whole

    folder = Folder.find(Path.cwd(), None, out)
    settings = options.settings(folder, {})
    stocks = papers(read_stocks(folder.own("stocks.toml"))[0], settings)
    stock = stocks[("cards", "labels", "envelopes").index(kind)]
    size = paper_size(stock)
    if readings is None:
        ensure_writable(folder.out)
        target = folder.out / f"test-sheet-{kind}.pdf"
        write_whole(target, testsheet.sheet(size))
        click.echo(f"Print {target} at actual size, from the tray that you use for {kind}.")
        if not options.is_watched():
            say('Then enter what you measured: notes calibrate --read "30 30 30 30 30 30 30 30"')
            return
        readings = " ".join(_ask(f"{cross} cross, {way}") for cross in calibration.CROSSES for way in WAYS)
    ways, wrong = read_printers(folder.own("printers.toml"))
    if wrong:
        raise Unusable(wrong)
    try:
        found = calibration.learn(size, _readings(readings))
    except BadValue as bad:
        raise Unusable((bad.at(Place("test sheet")),)) from bad
    tray, paper = tray_and_paper(stock, settings)
    way = Way(printer=settings.printer.name, tray=tray, paper=paper, side=side, map=found)
    keep(folder.own("printers.toml"), ways, way)
    click.echo(calibration.describe(found, size))


@click.command()
@click.option("--arrow", type=click.Choice(["same", "other"]), help="Does the arrow on the back point the same way?")
@click.option("--number", type=click.Choice(["same", "other"]), help="Is the number on the back the same?")
@options.out
@without_traceback
def flip(arrow: str | None, number: str | None, out: Path | None) -> None:
    """Learn how your printer takes paper back.

    For printers that print one side at a time: it takes two sheets.
    """
    from notes.inputs import papers, tray_and_paper
    from notes.paper import testsheet
    from notes.paper.printer_profiles import find, keep, read_printers
    from notes.paper.stocks import read_stocks
    from notes.staging import write_whole

    folder = Folder.find(Path.cwd(), None, out)
    settings = options.settings(folder, {})
    stock = papers(read_stocks(folder.own("stocks.toml"))[0], settings)[0]
    if arrow is None or number is None:
        ensure_writable(folder.out)
        for which, data in zip(("first", "second"), testsheet.flip_test(stock.sheet.paper), strict=True):
            write_whole(folder.out / f"flip-{which}.pdf", data)
        click.echo(
            f"Print {folder.out / 'flip-first.pdf'}, put both sheets back as they came out, and print flip-second.pdf."
        )
        say("Turn a sheet like the page of a book, and say what you see: notes flip --arrow same --number other")
        return
    path = folder.own("printers.toml")
    ways, wrong = read_printers(path)
    if wrong:
        raise Unusable(wrong)
    before = find(ways, settings.printer.name, *tray_and_paper(stock, settings), "back")
    keep(path, ways, replace(before, turned=arrow == "other", reverse=number == "other"))
    click.echo("Noted: cards with a front that you turn by hand will come out right from now on.")


WAYS = ("mm to the nearest side edge", "mm to the nearest end")


def _ask(what: str) -> str:
    return str(click.prompt(what, type=float))


def _readings(text: str) -> list["Reading"]:
    """Eight numbers in mm, two for each cross.

    Raises:
        BadValue: they are not eight numbers.
    """
    from notes.paper.calibration import Reading

    try:
        numbers = [float(one.replace(",", ".")) * MM for one in re.split(r"[\s;]+", text.strip())]
    except ValueError:
        numbers = []
    if len(numbers) != 8:
        raise BadValue(
            f"“{text}” is not eight numbers.", "Write two for each cross, starting at the upper left: 30 30.5 29 ..."
        )
    return [Reading(across, down) for across, down in zip(numbers[::2], numbers[1::2], strict=True)]
