"""Memory: the search for garbage paused while very many values are made that are none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Pause Python’s search for rings of garbage, and leave it afterwards as it was.

    Without this, 100,000 customers are looked through again and again, though none of them is garbage. What was made
    meanwhile counts as old at once, since the search that is due would look through all of it as well.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def at_the_end() -> None:
    """Spare a process that ends a last search through all that it made."""
    gc.freeze()
