"""What was understood, on one screen or in check.html, and kept in notes.toml so that it is never asked again."""

from collections.abc import Callable, Sequence

import click

from notes.cli.typed import as_typed, say
from notes.customers import Book, Understanding
from notes.folders import Folder, ensure_writable
from notes.problems import Problem
from notes.settings import Settings
from notes.staging import write_whole

WIDTH = 26
KEEP = "If this is right, keep it with: notes check --accept"


def shown(book: Book, settings: Settings) -> str:
    """The doubtful columns with three of their values, what they were taken for and how surely; then the others."""
    from notes.checking import in_doubt
    from notes.reading.understanding import spoken

    doubtful = in_doubt(book, settings)
    lines = ["This is what I understood:"]
    lines += [f"  {_cut(one.header)}  {_cut(_taken_for(one))}  {', '.join(one.values)}".rstrip() for one in doubtful]
    sure = [f"{one.header} ({spoken(one.field)})" for one in book.understood if one.field and one not in doubtful]
    unused = [one.header for one in book.understood if not one.field]
    lines += [f"  Surely: {', '.join(sure)}."] if sure else []
    lines += [f"  Not used: {', '.join(unused)}."] if unused else []
    return "\n".join(lines)


def _taken_for(one: Understanding) -> str:
    from notes.reading.understanding import spoken

    return f"{spoken(one.field)}, {'I think' if one.guessed else 'probably'}"


def _cut(text: str) -> str:
    return (text if len(text) <= WIDTH else text[: WIDTH - 1] + "…").ljust(WIDTH)


def confirm(
    book: Book, settings: Settings, folder: Folder, problems: Sequence[Problem], *, accept: bool, asks: bool
) -> bool:
    """Show what was understood where it is in doubt, and keep it: with --accept, or with Enter in a terminal.

    Who cannot be asked finds it in check.html. False if the person says that it is not right.
    """
    from notes.checking import in_doubt
    from notes.settling import settle_columns

    is_doubtful = bool(in_doubt(book, settings))
    if accept or is_doubtful:
        click.echo(shown(book, settings))
    if is_doubtful and not accept:
        if not asks:
            say(f"{KEEP}\n{_page(book, problems, folder)}")
            return True
        accept = click.confirm("Is this right? It is then kept in notes.toml and not asked again.", default=True)
    if accept:
        settle_columns(folder, book.settled_columns)
        click.echo(f"{folder.settings.name} keeps {len(book.settled_columns)} columns.")
    return accept or not is_doubtful


def _page(book: Book, problems: Sequence[Problem], folder: Folder) -> str:
    """Write check.html, and say where it is."""
    from notes.review.check_page import NAME, render_check

    ensure_writable(folder.out)
    write_whole(folder.out / NAME, render_check(book, problems, as_typed).encode())
    return f"{folder.out.name}/{NAME} shows the same, to be looked at in the browser."


def first_run(book: Book, settings: Settings, folder: Folder, asks: Callable[[], bool]) -> bool:
    """Before the first cards from a spreadsheet: False if the person says that it was misunderstood."""
    from notes.checking import in_doubt

    if folder.is_sample or not in_doubt(book, settings):
        return True
    if confirm(book, settings, folder, book.problems, accept=False, asks=asks()):
        return True
    say(
        "Nothing is made. Write the right columns under [columns] in notes.toml (data/README.md has their names), "
        "or mend the headers, and run it again."
    )
    return False
