"""Hands for the tests, each opened once."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from notes.writing import open_hand
from notes.writing.hand import Hand


@pytest.fixture(scope="session")
def hand(own_cache: Path) -> Callable[[str], Hand]:
    return cache(lambda name: open_hand(name, own_cache))


@pytest.fixture(scope="session")
def caveat(hand: Callable[[str], Hand]) -> Hand:
    return hand("caveat")
