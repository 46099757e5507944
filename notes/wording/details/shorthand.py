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


_WEEKDAYS = re.compile(
    r"(?<=[a-z])(?<! on)(?<! every)(?<! and)(?<! of)(?<! or)(?<! the)(?<! most)(?<! all)(?<! these)"
    r" ((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days)\b(?! (?:are|is))"
)


def opened(text: str) -> str:
    """The text with its abbreviations opened, nothing shouted, and small numbers in words."""
    text = re.sub(r"\s*\([^()]*\)", "", text).replace("’", "'")
    text = re.sub(r"\s*!+", "", text).strip(" .,;:-–—*•")
    text = re.sub(r"\s[+&]\s", " and ", text)
    text = _DEGREE_IN.sub(r"\1 in ", text)
    text = _OF_A_KIND.sub(r"\1 of ", text)
    text = counted(text)
    text = re.sub(r"\bPO\b", "post office", text)
    text = _AT_AN_HOUR.sub(_hour, text)
    text = _WEEKDAYS.sub(r" on \1", text)
    text = _phrases().sub(lambda match: listings()["phrases"][match[0].casefold()], text)
    words = text.split()
    plain = " ".join(_open(word, words, at) for at, word in enumerate(words)).replace("'", "’")
    plain = _WEEKDAYS.sub(r" on \1", plain)  # “Weds” is one only now
    return re.sub(r"\bat (?=(?:high|middle|primary|grade|elementary) school\b)", "at the ", plain)


def counted(text: str) -> str:
    """The text with “3x/wk” as three times a week."""
    return _TIMES_A.sub(lambda match: f"{in_words(int(match[1]))} times a {_UNITS[match[2][0].casefold()]}", text)


@cache
def _phrases() -> re.Pattern[str]:
    ways = "|".join(map(re.escape, sorted(listings()["phrases"], key=len, reverse=True)))
    return re.compile(rf"(?<![\w'-])(?:{ways})(?![\w'-])", re.IGNORECASE)


_OF_A_KIND = re.compile(
    r"\b((?:\d+|two|three|four|five|six|all|many|several|odd|rare) (?:kinds|sorts|types|varieties)) "
    r"(?=[a-z]+)(?!of\b|and\b|in\b|on\b|that\b|for\b)"
)
_DEGREE_IN = re.compile(r"\b(PhD|doctorate|BSc|MSc|BA|MA) (?=[a-z])(?!in\b|from\b|at\b|for\b|and\b|on\b|with\b|done\b)")
_TIMES_A = re.compile(r"\b([3-9])x(?:/| a |/ )(wk|week|mo|month|yr|year|day)\b", re.IGNORECASE)
_UNITS = {"w": "week", "m": "month", "y": "year", "d": "day"}
_AT_AN_HOUR = re.compile(
    r"\b(at|by|from|until|til|till|before|after) (\d{1,2})(?::00)? ?(am|pm|a\.m\.?|p\.m\.?)(?=$|[\s,;])", re.I
)


def _hour(match: re.Match[str]) -> str:
    """“at 3am” is at three in the morning, “by 12pm” by noon."""
    hour, is_morning = int(match[2]), match[3][0].casefold() == "a"
    if not 0 < hour < 13:
        return match[0]
    if hour == 12:
        return f"{match[1]} {'midnight' if is_morning else 'noon'}"
    part = "morning" if is_morning else "afternoon" if hour < 5 else "evening"
    return f"{match[1]} {in_words(hour)} in the {part}"


def _open(word: str, words: list[str], at: int) -> str:
    bare, end = (word[:-1], word[-1]) if word.endswith((",", ".")) and len(word) > 1 else (word, "")
    short: Mapping[str, str] = listings()["short"]
    if _DAYS_AND_MONTHS.fullmatch(bare):
        return f"{short[bare.casefold()]}{end}" if bare[0].isupper() and bare.casefold() in short else word
    is_small = bare.islower() or bare.casefold() not in listed("only_small")
    if bare == "till" and at and words[at - 1].casefold() in ("the", "a", "her", "his"):
        return word
    if bare.endswith(("'s", "s'")) and (whole := short.get(bare.removesuffix("'s").casefold())) and is_small:
        return f"{whole}'s{end}"
    if bare.endswith("s'") and (whole := short.get(bare[:-1].casefold())):
        return f"{whole}'{end}"
    for way in (word.casefold(), bare.casefold()):
        if way in short and is_small:
            return short[way] + (end if way == bare.casefold() and end == "," else "")
    if bare.isdigit() and 0 < int(bare) < 100 and not (at and words[at - 1][0].isupper()) and not is_hour(words, at):
        return in_words(int(bare)) + end
    if match := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)", bare):
        return ordinal(int(match[1])) + end
    if match := re.fullmatch(r"(\d)-(\w+)", bare):
        return f"{in_words(int(match[1]))}-{match[2]}{end}"
    is_word = inflection.is_word(bare) or bare.casefold() in _small_words()
    if bare.isupper() and len(bare) > 1 and is_word and bare not in ("US", "UK", "IT", "TV", "AM", "PM", "OK"):
        return bare.lower() + end
    if bare.isupper() and bare.isalpha() and len(bare) > 4:
        return bare.capitalize() + end
    return word


@cache
def _small_words() -> frozenset[str]:
    pronouns = {"he", "she", "they", "him", "her", "them", "his", "its", "it", "you", "everybody", "nobody", "who"}
    return listed("determiners") | listed("prepositions") | listed("adverbs") | _LINKING | pronouns


def is_hour(words: list[str], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1].casefold().strip(".,") in ("am", "pm", "a.m", "p.m", "k", "km", "mph")


def is_spelled_out(words: list[str]) -> bool:
    """Whether no word is cut short: “instr”, “bldg”."""
    known = listed("prepositions") | listed("determiners") | listed("adverbs") | _LINKING
    small = {word.strip(",.") for word in words if word.islower()} - known
    return not any(_CUT.search(word) and not inflection.is_word(word) for word in small)
