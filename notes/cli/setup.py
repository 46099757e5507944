"""The commands for a new business."""

from pathlib import Path

import click

from notes.cli.endings import without_traceback
from notes.cli.typed import say


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@without_traceback
def new(folder: Path) -> None:
    """Make a FOLDER for a business.

    It gets an empty spreadsheet, the settings, and an explanation of both.
    """
    from notes.workbook.form import new_business

    made = new_business(folder)
    click.echo(f"Made in {folder}: {', '.join(Path(one).name for one in made)}.")
    say("Fill in customers.xlsx and notes.toml, then double-click Fairhand there (or run `notes review`).")
