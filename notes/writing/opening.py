"""A hand is opened: read from the cache, or derived from its font."""

from pathlib import Path
from typing import TYPE_CHECKING

from notes.writing.hands import HandSpec

if TYPE_CHECKING:
    from notes.writing.hand import Hand


def open_hand(spec: HandSpec, cache: Path) -> "Hand":
    """The hand, ready to write; `cache` is a folder that may be deleted at any time.

    Raises:
        BadValue: its font is not one that one can write with.
    """
    from notes.writing.derive import derive
    from notes.writing.hand import Hand

    return Hand(spec, derive(spec))
