"""Remarks: what is written of a customer in notes, or behind the name, that should stop a card until somebody looks."""

import re
import unicodedata
from collections.abc import Sequence
from enum import Enum
from functools import cache, lru_cache

from notes.language.vocabulary import vocabulary

TOLD = "no card until you look"  # how a remark is told
_TOKEN = re.compile(r"[^\W\d_]+|\d+")


class Says(Enum):
    """What a remark says, the gravest first."""

    DIED = "died"  # the customer
    BEREAVED = "bereaved"  # perhaps somebody near to them
    REFUSES = "refuses"
    MOVED = "moved"
    QUARREL = "quarrel"


@lru_cache(maxsize=20_000)
def says(text: str, name: str = "") -> Says | None:
    """What a remark says that holds a card; rather one too many than a cheerful card to the wrong house.

    >>> says("Passed away in March"), says("lost her husband"), says("DO NOT CONTACT - lawsuit"), says("likes tulips")
    (<Says.DIED: 'died'>, <Says.BEREAVED: 'bereaved'>, <Says.REFUSES: 'refuses'>, None)
    """
    tokens = _tokens(text)
    if _beginnings().isdisjoint(tokens):
        return None
    words = f" {' '.join(tokens)} "
    for harmless in _phrases("harmless"):
        words = words.replace(harmless, " ; ")
    if died := _found(words, "died"):
        return Says.DIED if _is_of_the_customer(words[: words.index(died)], name) else Says.BEREAVED
    return next((one for one in list(Says)[1:] if _found(words, one.value)), None)


def _found(words: str, kind: str) -> str:
    return next((phrase for phrase in _phrases(kind) if phrase in words), "")


def _is_of_the_customer(before: str, name: str) -> bool:
    """Whether only the customer can be meant: nobody else is named before the word."""
    return set(before.split()) <= {*_customers(), *_tokens(name)}


def _tokens(text: str) -> list[str]:
    """The words without case and accents, any number as “#”, a cross as a word.

    >>> _tokens("Décédé 3/2025 †")
    ['decede', '#', '#', 'deceased']
    """
    text = text.casefold().replace("’", "'").replace("n't", "nt")
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.replace("†", " deceased "))
        text = "".join(one for one in text if not unicodedata.combining(one))
    return ["#" if token[0].isdigit() else token for token in _TOKEN.findall(text)]


@cache
def _phrases(kind: str) -> Sequence[str]:
    """The phrases of a kind as they are looked for: between spaces, “#” for a number."""
    return [f" {' '.join(_tokens(phrase.replace('#', '0')))} " for phrase in vocabulary()["remarks"][kind]]


@cache
def _beginnings() -> frozenset[str]:
    """The first words of all phrases: most remarks have none of them, and are passed at once."""
    return frozenset(phrase.split()[0] for kind in Says for phrase in _phrases(kind.value))


@cache
def _customers() -> frozenset[str]:
    return frozenset(" ".join(_phrases("customer_words")).split())
