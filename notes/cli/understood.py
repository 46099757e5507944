"""What was understood, on one screen, and kept in notes.toml so that it is never asked again."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from notes.cli.typed import say
from notes.customers import Book, Understanding
from notes.files import read_real
from notes.problems import Unusable
from notes.settings import Settings
from notes.staging import write_whole
from notes.toml import with_settings

WIDTH = 26


def is_to_be_confirmed(book: Book, settings: Settings) -> bool:
    """Whether a column was understood by its parts or its cells, and the person has not said that it is right."""
    kept = set(settings.columns.values())
    return any(one.field and not one.sure and one.header not in kept for one in book.understood)


def shown(book: Book) -> str:
    """Each column, three of its values, what it was taken for, and how surely."""
    lines = ["This is what I understood:"]
    for one in book.understood:
        lines.append(f"  {_cut(one.header)}  {_cut(_taken_for(one))}  {', '.join(one.values)}".rstrip())
    return "\n".join(lines)


def _taken_for(one: Understanding) -> str:
    if not one.field:
        return "(not used)"
    return one.field if one.sure else f"{one.field}, probably"


def _cut(text: str) -> str:
    return (text if len(text) <= WIDTH else text[: WIDTH - 1] + "…").ljust(WIDTH)


def keep(book: Book, path: Path) -> Sequence[str]:
    """Write what was understood into notes.toml, and return the fields that are new there.

    Raises:
        Unusable: the file cannot be read or written.
    """
    try:
        before = read_real(path).decode("utf-8-sig") if path.exists() else ""
        write_whole(path, with_settings(before, "columns", book.settled_columns).encode())
    except OSError as error:
        why = error.strerror or "it is not writable"
        raise Unusable.because(path.name, f"the settings cannot be written: {why}.", "Check the folder.") from None
    return list(_names(book))


def _names(book: Book) -> Iterator[str]:
    yield from (name for name, _ in book.settled_columns)


def confirm(book: Book, settings: Settings, path: Path, *, accept: bool, asks: bool) -> None:
    """Show what was understood where it is in doubt, and keep it: with --accept, or with Enter in a terminal."""
    if accept or is_to_be_confirmed(book, settings):
        click.echo(shown(book))
    if not accept and is_to_be_confirmed(book, settings):
        if not asks:
            say("If this is right, keep it with: notes check --accept")
            return
        accept = click.confirm("Is this right? It is then kept in notes.toml and not asked again.", default=True)
    if accept:
        click.echo(f"{path.name} keeps {len(keep(book, path))} columns.")
