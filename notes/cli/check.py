"""The command that reads all of the person's files and says what is wrong: check."""

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notes.cli import options
from notes.cli.endings import FILES_NEED_MENDING, without_traceback
from notes.cli.typed import say
from notes.cli.understood import confirm
from notes.folders import Folder, ensure_writable
from notes.kept import cache_folder
from notes.language.numbers import counted
from notes.problems import Unusable, shown
from notes.resources import TEMPLATES
from notes.settings import Settings
from notes.settings_file import read_settings

if TYPE_CHECKING:
    from notes.customers import Book


@click.command()
@click.argument("file", type=options.FILE, required=False)
@options.today
@options.as_json
@click.option("--accept", is_flag=True, help="Keep in notes.toml what was understood of the columns.")
@click.option("--all", "everything", is_flag=True, help="Show what was told in an earlier month as well.")
@click.option("--fix", is_flag=True, help="Write a corrected copy of the workbook, with every changed cell marked.")
@options.quiet
@without_traceback
def check(file: Path | None, today: date | None, as_json: bool, accept: bool, everything: bool, fix: bool) -> None:
    """Say what is wrong with your files.

    It reads the spreadsheet, the settings and your wordings, and says how to mend what is wrong.
    """
    from notes import checking, history, reading, said, wording

    folder = options.business(file)
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
    unfit, hands = checking.wrong_with_tools(folder, settings, cache_folder(os.environ))
    letters = frozenset(one for one in map(chr, LATIN) if not hands[settings.card.hand].covers(one)) if hands else None
    library, _ = wording.read_wordings([TEMPLATES, folder.own("templates")], settings.occasions)
    past, _ = history.read_history(folder.history)
    problems += checking.told_of_history(folder)
    problems += checking.asked_about_details(library, settings, book, past, options.now(today).date())
    problems += [*unfit, *wording.check_wordings([TEMPLATES, folder.own("templates")], letters, settings.occasions)]
    options.say_whose(folder)
    orders = 0 if book.orders is None else len(book.orders)
    people, milestones = counted(len(book.customers), "customer"), counted(len(book.milestones), "milestone")
    click.echo(f"{people}, {milestones}, {counted(orders, 'order')}.")
    for remark in book.remarks:
        click.echo(remark)
    if book.understood and not folder.is_sample:
        confirm(book, settings, folder, problems, accept=accept, asks=options.is_watched())
    now = options.now(today)
    found = said.what_is_new(problems, cache_folder(os.environ), folder.customers, f"{now:%Y-%m}")
    is_all = everything or folder.is_sample
    options.tell(problems if is_all else found.new)
    if found.old and not is_all:
        say(f"\n{found.of_the_old}", err=True)
    if fix:
        say_what_was_fixed(folder, settings, book)
    options.end(problems)


LATIN = range(0x21, 0x2123)  # what a wording may need: letters, marks and signs


def say_what_was_fixed(folder: Folder, settings: Settings, book: "Book") -> None:
    """Write the corrected copy beside the results, never over the person's own file, and say what is new in it."""
    from notes.workbook.correction import write_fixed_copy

    ensure_writable(folder.out)
    target = folder.out / f"{folder.customers.stem}-corrected.xlsx"
    changes = write_fixed_copy(folder.customers, book, target, settings)
    cells = counted(len(changes), "cell")
    click.echo(f"{shown(str(target))} is a corrected copy: {cells} changed; its last sheet lists them.")
