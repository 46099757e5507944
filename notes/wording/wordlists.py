"""The words that wording knows besides the templates: kept as data in words.toml, found in a text as whole words."""

import re
from collections.abc import Mapping
from functools import cache

from notes.resources import table_beside


def _lists() -> Mapping[str, Mapping[str, list[str]]]:
    return table_beside(__file__, "words.toml")


@cache
def words(section: str, name: str) -> frozenset[str]:
    """The words of a list; none where there is no such list.

    >>> "beagle" in words("names", "breeds")
    True
    """
    return frozenset(word.casefold() for word in _lists()[section].get(name, ()))


def speaks_of(text: str, section: str, name: str) -> bool:
    """Whether one of the words or phrases of a list stands in a text.

    >>> speaks_of("ex-husband Rob", "sorrow", "somebody"), speaks_of("Alexis", "sorrow", "somebody")
    (True, False)
    """
    pattern = _pattern(section, name)
    return bool(pattern and pattern.search(text.replace("’", "'").casefold()))


@cache
def _pattern(section: str, name: str) -> re.Pattern[str] | None:
    phrases = sorted((word.replace("’", "'") for word in words(section, name)), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)") if phrases else None
