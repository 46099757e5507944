"""The filters of the templates: a value goes in, and comes out the way a sentence wants it."""

import re
from collections.abc import Callable
from typing import Any

from notes.language.numbers import in_words, ordinal

_SILENT_H = ("hour", "honest", "honour", "honor", "heir")
_SPELLED_OUT = re.compile(r"[FHLMNRSX][A-Z]{1,2}")  # an RV, an MG
_LIKE_YOU = ("uni", "use", "usu", "uku", "eu", "ewe", "one", "once", "ute")


def possessive(name: object) -> str:
    """What is theirs: a plural with its article takes the apostrophe alone.

    >>> possessive("Rosa"), possessive("James"), possessive("the Millers"), possessive("Anne and Tom")
    ('Rosa’s', 'James’s', 'the Millers’', 'Anne and Tom’s')
    """
    plural = f"{name}".casefold().startswith("the ") and f"{name}".endswith("s")
    return f"{name}’" if plural else f"{name}’s"


def a(thing: object) -> str:
    """The thing with its article, by sound.

    >>> a("oak table"), a("hour"), a("used car"), a("new roof"), a("RV")
    ('an oak table', 'an hour', 'a used car', 'a new roof', 'an RV')
    """
    word = f"{thing}".casefold()
    letters = f"{thing}".split(" ", maxsplit=1)[0]
    if _SPELLED_OUT.fullmatch(letters):
        return f"an {thing}"
    vowel = word.startswith(_SILENT_H) or (word[:1] in set("aeiou") and not word.startswith(_LIKE_YOU))
    return f"{'an' if vowel else 'a'} {thing}"


def agree(value: object, one: str, many: str) -> str:
    """The word that agrees: with a number, or with one name or several.

    >>> agree(1, "year", "years"), agree("Mia", "has", "have"), agree("Mia and Tom", "has", "have")
    ('year', 'has', 'have')
    """
    if isinstance(value, int):
        return one if value == 1 else many
    return many if " and " in f"{value}" or " & " in f"{value}" else one


def start(value: object) -> str:
    """The text as a sentence begins.

    >>> start("the new kitchen")
    'The new kitchen'
    """
    text = f"{value}"
    return text[:1].upper() + text[1:]


# How many words each filter takes.
ARGUMENTS = {"agree": (2,), "words": (0, 1)}
FILTERS: dict[str, Callable[..., Any]] = {
    "words": in_words,
    "ordinal": ordinal,
    "possessive": possessive,
    "a": a,
    "agree": agree,
    "start": start,
}
