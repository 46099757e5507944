"""The commands for a new business, and for its safety."""

from datetime import date
from pathlib import Path

import click

from notes.cli import options
from notes.cli.endings import without_traceback
from notes.cli.typed import say
from notes.folders import Folder
from notes.language.numbers import counted
from notes.problems import shown


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@options.quiet
@without_traceback
def new(folder: Path) -> None:
    """Make a FOLDER for a business.

    It gets an empty spreadsheet, the settings, and an explanation of both.
    """
    from notes.workbook.form import new_business

    made = new_business(folder)
    click.echo(f"Made in {folder}: {', '.join(Path(one).name for one in made)}.")
    say("Fill in customers.xlsx and notes.toml, then double-click Fairhand there (or run `notes review`).")


@click.command()
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), help="Where it goes, such as a stick.  [out]")
@options.today
@options.file
@options.out
@options.quiet
@without_traceback
def backup(to: Path | None, today: date | None, file: Path | None, out: Path | None) -> None:
    """Put all that is yours into one zip.

    The spreadsheet, the settings, your words and fonts, what was sent, and what you decided about single cards.
    """
    from notes.backup import back_up
    from notes.checking import told_of_history

    folder = Folder.find(Path.cwd(), file, out)
    made, count = back_up(folder, options.now(today).date(), to or folder.out)
    where = made.relative_to(Path.cwd()) if made.is_relative_to(Path.cwd()) else made
    click.echo(f"{counted(count, 'file')} in {shown(str(where))}.")
    if to is None:
        click.echo("Copy it to another disk: on this one it is lost together with the rest.")
    options.tell(told_of_history(folder))
