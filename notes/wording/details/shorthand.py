"""Shorthand: what offices shorten, opened; and the lists of words by which clauses are read."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from notes.language import inflection
from notes.language.numbers import in_words, ordinal
from notes.language.texts import word_set
from notes.resources import table_beside

_CUT = re.compile(r"^[a-z]*[^aeiouy\W\d_’-]{4,}$|^[^aeiouyA-Z\W\d_’-]{2,}$|^[a-z]{2,4}[bcdfgjlmpqvwz]r?$")
_LINKING = word_set("and or but nor who that which when where while until")
_DAYS_AND_MONTHS = re.compile(
    r"(?:Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun|Mons|Fris|Sats|Suns|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)$", re.I
)


@cache
def listings() -> Mapping[str, Any]:
    return table_beside(__file__, "statements.toml")


@cache
def listed(name: str) -> frozenset[str]:
    listed = listings()["words"][name]
    return frozenset(word.replace("-", " ") for word in (listed.split() if isinstance(listed, str) else listed))


def opened(text: str) -> str:
    """The text with its abbreviations opened, nothing shouted, and small numbers in words."""
    text = re.sub(r"\s*\([^()]*\)", "", text).replace("’", "'")
    text = re.sub(r"\s*!+", "", text).strip(" .,;:-–—*•")
    text = re.sub(r"\s[+&]\s", " and ", text)
    words = text.split()
    return " ".join(_open(word, words, at) for at, word in enumerate(words)).replace("'", "’")


def _open(word: str, words: list[str], at: int) -> str:
    bare, end = (word[:-1], word[-1]) if word.endswith((",", ".")) and len(word) > 1 else (word, "")
    short: Mapping[str, str] = listings()["short"]
    if _DAYS_AND_MONTHS.fullmatch(bare):
        return f"{short[bare.casefold()]}{end}" if bare[0].isupper() and bare.casefold() in short else word
    for way in (word.casefold(), bare.casefold()):
        if way in short:
            return short[way] + (end if way == bare.casefold() and end == "," else "")
    if bare.isdigit() and 0 < int(bare) < 100 and not (at and words[at - 1][0].isupper()) and not is_hour(words, at):
        return in_words(int(bare)) + end
    if match := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)", bare):
        return ordinal(int(match[1])) + end
    if match := re.fullmatch(r"(\d)-(\w+)", bare):
        return f"{in_words(int(match[1]))}-{match[2]}{end}"
    if bare.isupper() and len(bare) > 2 and inflection.is_word(bare):
        return bare.lower() + end
    if bare.isupper() and bare.isalpha() and len(bare) > 4:
        return bare.capitalize() + end
    return word


def is_hour(words: list[str], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1].casefold().strip(".,") in ("am", "pm", "a.m", "p.m", "k", "km", "mph")


def is_spelled_out(words: list[str]) -> bool:
    """Whether no word is cut short: “instr”, “bldg”."""
    known = listed("prepositions") | listed("determiners") | listed("adverbs") | _LINKING
    small = {word.strip(",.") for word in words if word.islower()} - known
    return not any(_CUT.search(word) and not inflection.is_word(word) for word in small)
