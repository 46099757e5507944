"""The words that hands write for the first time, counted for whoever waits for them."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from notes.writing.hand import Hand

FEW = 50  # words are written before anybody notices


@contextmanager
def counted_to(tell: Callable[[str], None], hands: Iterable["Hand"]) -> Iterator[None]:
    """Tell, while these hands write, in a sentence how many words each has written anew."""
    hands = list(hands)
    for hand in hands:
        hand.takes.tell = _counter(hand.spec.title or hand.spec.name, tell)
    try:
        yield
    finally:
        for hand in hands:
            hand.takes.tell = None


def _counter(name: str, tell: Callable[[str], None]) -> Callable[[int], None]:
    def counted(count: int) -> None:
        if count % FEW == 0:
            tell(f"{name} writes these words for the first time: {count} so far …")

    return counted
