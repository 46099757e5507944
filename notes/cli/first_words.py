"""What a person at a terminal sees while a hand writes its words for the first time."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from notes.writing.hand import Hand


@contextmanager
def shown(hands: Iterable["Hand"], stream: TextIO | None = None) -> Iterator[None]:
    """Count the words that these hands write anew, on one line that goes away again."""
    from notes.writing.first_words import counted_to

    stream = stream or sys.stderr
    if stream is None or not stream.isatty():
        yield
        return

    def tell(sentence: str) -> None:
        stream.write(f"\r{sentence}")
        stream.flush()

    try:
        with counted_to(tell, hands):
            yield
    finally:
        stream.write("\r\x1b[K")
        stream.flush()
