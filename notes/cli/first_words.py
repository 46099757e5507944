"""What a person at a terminal sees while a hand writes its words for the first time."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from notes.writing.hand import Hand

FEW = 50  # words are written before anybody notices


@contextmanager
def shown(hands: Iterable["Hand"], stream: TextIO | None = None) -> Iterator[None]:
    """Count the words that these hands write anew, on one line that goes away again."""
    stream = stream or sys.stderr
    if stream is None or not stream.isatty():
        yield
        return
    hands = list(hands)
    for hand in hands:
        hand.takes.tell = _counter(hand.spec.title or hand.spec.name, stream)
    try:
        yield
    finally:
        for hand in hands:
            hand.takes.tell = None
        stream.write("\r\x1b[K")
        stream.flush()


def _counter(name: str, stream: TextIO) -> Callable[[int], None]:
    def tell(count: int) -> None:
        if count % FEW == 0:
            stream.write(f"\r{name} writes these words for the first time: {count} so far …")
            stream.flush()

    return tell
