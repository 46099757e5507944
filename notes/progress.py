"""Progress: how far long work is, for whoever waits for it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

Item = TypeVar("Item")
Tell = Callable[[str], None]

FEW = 20  # steps are over before anybody has read a sentence about them

_told: ContextVar[Tell | None] = ContextVar("told", default=None)


@contextmanager
def told_to(tell: Tell) -> Iterator[None]:
    """Tell, in sentences, how far the work in here is."""
    before = _told.set(tell)
    try:
        yield
    finally:
        _told.reset(before)


def steps(items: Sequence[Item], doing: str) -> Iterator[Item]:
    """The items one after the other, while whoever waits is told of each; `doing` has a place for two numbers.

    >>> said = []
    >>> with told_to(said.append):
    ...     done = [one for one in steps(range(21), "Writing card {} of {}")]
    >>> len(done), said[0], said[-1]
    (21, 'Writing card 1 of 21 …', 'Writing card 21 of 21 …')
    """
    for number, item in enumerate(items, start=1):
        tell = _told.get()
        if tell and len(items) > FEW:
            tell(f"{doing.format(f'{number:,}', f'{len(items):,}')} …")
        yield item
