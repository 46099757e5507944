"""Particulars: the words of a jotting that only this person would know again, and how many of them a sentence says."""

import re
from functools import lru_cache

from notes.language.texts import word_set
from notes.wording.stories.jots import Jot

RECALLED = 2.0  # what a remark counts for each particular word that it brings back
MOST_RECALLED = 6
_BEGINS = 6  # letters by which two forms are one word
_SHORTEST = 4
_WORD = re.compile(r"[A-Za-zÀ-ÿ]+|\d+")
_SHORT_NAME = re.compile(r"\d+|[A-ZÀ-Þ][a-zà-ÿ]{1,2}")
_EVERYBODYS = word_set(
    """
    about after again also been before birthday could does down ever every from good have here into just keep know like
    made make many more most much never once only over said says sept some still take than that them then there they
    january february march april june july august september october november december spring summer autumn winter
    this time took until very want wants week well went were what when where will with would year years your
    """
)


def returned(text: str, jot: Jot) -> int:
    """How many particular words of a jotting a text says, up to as many as count.

    >>> returned("Does Clive know what day it is?", Jot(("calls him Clive",), ("calls him Clive",)))
    1
    """
    return min(len(_particulars(text) & _particulars(" ".join((*jot.said, *jot.parts)))), MOST_RECALLED)


@lru_cache(maxsize=20_000)
def _particulars(text: str) -> frozenset[str]:
    words = (word for word in _WORD.findall(text) if len(word) >= _SHORTEST or _SHORT_NAME.fullmatch(word))
    return frozenset(word.casefold()[:_BEGINS] for word in words if word.casefold() not in _EVERYBODYS)
