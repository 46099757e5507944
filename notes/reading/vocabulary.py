"""The words that reading knows besides the names of columns: kept as data in vocabulary.toml, compared without case."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from notes.reading.texts import squashed


@cache
def vocabulary(file: str = "vocabulary.toml") -> Mapping[str, Any]:
    return tomllib.loads((Path(__file__).parent / file).read_text(encoding="utf-8"))


@cache
def words(section: str, name: str) -> frozenset[str]:
    """The squashed words of a list.

    >>> "gmbh" in words("names", "firms")
    True
    """
    return frozenset(filter(None, map(squashed, vocabulary()[section][name])))


@cache
def phrases(section: str, name: str) -> tuple[str, ...]:
    """The phrases of a list, to be looked for in a text without case."""
    return tuple(phrase.casefold() for phrase in vocabulary()[section][name])
