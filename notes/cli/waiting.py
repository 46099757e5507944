"""What a person at a terminal sees while long work goes on: how far it is, on one line that goes away again."""

import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

import click

from notes.progress import told_to

if TYPE_CHECKING:
    from notes.writing.hand import Hand

QUIET = "fairhand.quiet"  # in a command's context: nobody wants to be told


@contextmanager
def shown(hands: Iterable["Hand"] = (), stream: TextIO | None = None) -> Iterator[None]:
    """Tell how far the work in here is, and how many words these hands write anew; nothing where it is no terminal."""
    from notes.writing.first_words import counted_to

    stream = stream or sys.stderr
    context = click.get_current_context(silent=True)
    if stream is None or not stream.isatty() or (context and context.meta.get(QUIET)):
        yield
        return

    def tell(sentence: str) -> None:
        width = shutil.get_terminal_size().columns - 1
        stream.write(f"\r{sentence[:width]:<{width}}")
        stream.flush()

    try:
        with told_to(tell), counted_to(tell, hands):
            yield
    finally:
        tell("")
        stream.write("\r")
        stream.flush()
