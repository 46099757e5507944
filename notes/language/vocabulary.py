"""The words that reading knows besides the names of columns: kept as data in vocabulary.toml, compared without case."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from notes.language.texts import squashed
from notes.resources import table_beside


def vocabulary() -> Mapping[str, Any]:
    return table_beside(__file__, "vocabulary.toml")


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
