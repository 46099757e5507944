"""The command that opens the month in the browser."""

import os
import webbrowser
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

import click

from notes.cli import options
from notes.cli.endings import without_traceback
from notes.cli.outcomes import lock
from notes.cli.typed import as_typed
from notes.folders import Folder, ensure_writable
from notes.kept import cache_folder
from notes.problems import Unusable

PATIENCE = 30  # seconds that another run may take


@click.command()
@options.month
@options.today
@options.file
@options.out
@options.seed
@click.option("--no-browser", is_flag=True, help="Only say the address.")
@click.option("--port", type=click.IntRange(0, 65_535), default=0, help="The port to listen on.  [a free one]")
@without_traceback
def review(
    month: str | None,
    today: date | None,
    file: Path | None,
    out: Path | None,
    seed: int,
    no_browser: bool,
    port: int,
) -> None:
    """Look at the month in your browser, and change what you like.

    It runs on this computer alone, until you close it there or press Ctrl-C here.
    """
    from notes.desk.month import Desk, Office
    from notes.desk.serving import serve

    folder = Folder.find(Path.cwd(), file, out)
    ensure_writable(folder.out)
    office = Office(
        folder=folder,
        settings=lambda: options.settings(folder, {}),
        cache=cache_folder(os.environ),
        now=lambda: options.now(today),
        stamp=options.stamp,
        typed=as_typed,
        alone=lambda: patiently_alone(folder),
        month=month or "",
        seed=seed,
    )
    desk = Desk(office)
    try:
        served = serve(desk, port)
    except OSError as error:
        raise Unusable.because(
            f"port {port}", "this port is taken.", "Leave --port out: a free one is found."
        ) from error
    click.echo(served.address)
    desk.begin()
    options.say_whose(folder)
    click.echo("It is in your browser. When you are done, close it there, or press Ctrl-C here.")
    if not no_browser:
        webbrowser.open(served.address)
    try:
        served.run()
    except KeyboardInterrupt:
        click.echo("Everything is saved.")


def patiently_alone(folder: Folder) -> AbstractContextManager[object]:
    """The lock on the history, once another run is done.

    Raises:
        Unusable: it takes too long.
    """
    try:
        return lock(folder, PATIENCE)
    except TimeoutError as error:
        remedy = "Wait until it is done, then try again."
        raise Unusable.because("Fairhand", "another run is at work for these customers.", remedy) from error
