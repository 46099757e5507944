"""The commands for the printer: print, reprint, calibrate."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from notes.cli import options
from notes.cli.endings import without_traceback
from notes.cli.outcomes import alone, the_batch
from notes.cli.typed import say
from notes.folders import Folder, ensure_writable
from notes.problems import BadValue, Place, Unusable
from notes.remembered import marked, remembered


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
    from notes import history, printing
    from notes.batch_folder import Made
    from notes.history import Kind
    from notes.paper.cups import send

    folder = Folder.find(Path.cwd(), None, out)
    settings = options.settings(folder, {})
    past, _ = remembered(folder)
    batch = the_batch(past, Kind.PRINTED, batch, f"{options.now(today):%Y-%m}")
    jobs, printer = printing.jobs(folder, settings, Made.read(folder.out / batch), labels=labels), settings.printer
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
    from notes import printing

    folder = Folder.find(Path.cwd(), None, out)
    past, _ = remembered(folder)
    batch = batch or past.last_batch or f"{options.now(today):%Y-%m}"
    for one in printing.again(folder, options.settings(folder, {}), batch, numbers, panel):
        if one.pages:
            click.echo(f"{one.file.name}: page {', '.join(map(str, one.pages))} of {one.source}")
        else:
            which = f", from panel {one.panel} of the sheet on" if one.panel else ""
            click.echo(f"{one.file.name}: card {', '.join(map(str, sorted(numbers)))}, with nothing beside it{which}")


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
    from notes import printing
    from notes.paper.calibration import CROSSES
    from notes.staging import write_whole

    folder = Folder.find(Path.cwd(), None, out)
    settings = options.settings(folder, {})
    if readings is None:
        ensure_writable(folder.out)
        target = folder.out / f"test-sheet-{kind}.pdf"
        write_whole(target, printing.sheet_to_measure(folder, settings, kind))
        click.echo(f"Print {target} at actual size, from the tray that you use for {kind}.")
        if not options.is_watched():
            say('Then enter what you measured: notes calibrate --read "30 30 30 30 30 30 30 30"')
            return
        readings = " ".join(_ask(f"{cross} cross, {way}") for cross in CROSSES for way in WAYS)
    try:
        click.echo(printing.learn(folder, settings, kind, side, readings))
    except BadValue as bad:
        raise Unusable((bad.at(Place("test sheet")),)) from bad


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
