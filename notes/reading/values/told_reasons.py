"""Told reasons: which occasion a cell names that stands beside a day, and what it says further.

“30th wedding anniv”, “retires, 31 yrs mail carrier”, “Zara graduates”: the words of the table of occasions, wherever
they stand in the cell; the longest that is found counts, and of two as long the first.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from notes.language.folding import folded
from notes.language.lexicon import word_class
from notes.language.numbers import in_words
from notes.language.phrases import tokens_of
from notes.language.texts import word_set
from notes.occasions import Occasion, Occasions
from notes.reading.values.name_likeness import is_given_name

_WORD = re.compile(r"[^\W_]+")
_YEARS = re.compile(r"(\d{1,2})\s?(?:st|nd|rd|th|\.|e|ème|º|yrs?\b|years?\b|jahre\b|ans\b|años\b)", re.IGNORECASE)
_SERVED = re.compile(
    r"(\d{1,2}) (?:yrs?|years)\b\.?\s*(?P<how>(?:as|of|at|in|with|on) )?(?P<what>[^,;(]*)", re.IGNORECASE
)
_FURTHER = {
    "opening": re.compile(
        r"\b(?:opens|opening|opened)(?: of)? (?:(?:a|an|the|his|her|their) )?(?P<what>[^,;(]+)", re.I
    ),
    "house": re.compile(r"\b[Mm]ov\w+ into (?:(?:a|an|the|his|her|their) )?(?P<what>[a-z][^,;(]*)"),  # no town
    "study": re.compile(r"\b(?P<what>(?:degree|diploma) in [^,;(]+)", re.IGNORECASE),
}
_MOST_WORDS = 5  # of what a note can congratulate on
_ONLY_EXPECTED = frozenset(["due", "expecting", "expected", "erwartet", "attendu", "prevu", "espera"])
OF_MARRIED_PEOPLE = "married"  # what the years are of


@dataclass(frozen=True, slots=True)
class ToldReason:
    """What a cell says beside a day: the occasion, what it was, whose it is, the years that it makes on that day."""

    occasion: Occasion
    about: str = ""
    person: str = ""
    years: int | None = None


def told_reason(text: str, occasions: Occasions) -> ToldReason | None:
    """The reason that a cell names; None where it names none that a card could go by as it stands.

    A loss and the like are for the sheet Milestones, where somebody puts their initials; so is what happens to one of
    the house who is not named. A baby that is expected is no reason yet.
    """
    words = _WORD.findall(folded(text))
    spelling, found = _found(words, occasions)
    if found is None or not _ONLY_EXPECTED.isdisjoint(words) or found.solemn:
        return None
    whose, is_theirs = _whose(text, words, spelling, of_both=found.shared)
    if not is_theirs and (not whose or not found.of_a_person):
        return None
    years = _years_married(text, words) if found.counts == OF_MARRIED_PEOPLE else None
    return ToldReason(found, "" if whose else _about(found, text), whose, years)


def _years_married(text: str, words: Sequence[str]) -> int | None:
    """The years that a wedding day makes, by their number or by what such a day is called."""
    if match := _YEARS.search(text):
        return int(match[1])
    return next((_WEDDINGS[one] for one in words if one in _WEDDINGS), None)


_WEDDINGS = {"silver": 25, "pearl": 30, "coral": 35, "ruby": 40, "sapphire": 45, "golden": 50, "diamond": 60}


def _found(words: Sequence[str], occasions: Occasions) -> tuple[Sequence[str], Occasion | None]:
    named = [
        (-len(spelling), place, spelling, one)
        for spelling, one in _spellings(occasions).items()
        for place in range(len(words) - len(spelling) + 1)
        if tuple(words[place : place + len(spelling)]) == spelling
    ]
    return min(named, key=lambda one: one[:2])[2:] if named else ((), None)


@lru_cache(maxsize=8)
def _spellings(occasions: Occasions) -> Mapping[tuple[str, ...], Occasion]:
    """The words of each occasion; a bare “anniversary” beside a day is that of a wedding, as in a header."""
    found: dict[tuple[str, ...], Occasion] = {}
    for one in occasions:
        for spelling in (one.name, *one.aliases, *one.said_as):
            found.setdefault(tuple(_WORD.findall(folded(spelling))), one)
    married = next((one for one in occasions if one.counts == OF_MARRIED_PEOPLE), None)
    return found | {bare: married for bare in _BARE if married}


_BARE = (("anniversary",), ("anniv",), ("anny",), ("ann", "y"), ("annv",))


def _whose(text: str, words: Sequence[str], found: Sequence[str], *, of_both: bool) -> tuple[str, bool]:
    """The name of the one of the house whose day it is, "" for none, and whether it is the customer’s own.

    The words by which the occasion was `found` name nobody. What concerns a couple alike (`of_both`) is theirs, though
    it names husband or wife.
    """
    kin = word_class("kin") - (word_class("spouse") if of_both else frozenset())
    relatives = {
        one for one in words if one not in found and not kin.isdisjoint((one, *tokens_of(one)))
    }  # “dtr” is one
    spelled = "|".join(sorted(map(re.escape, relatives), key=len, reverse=True))
    if relatives:
        match = re.search(rf"\b(?:{spelled})\b(?:'s)?\s+(?P<name>[^\W\d_]+)", text, re.IGNORECASE)
        return match["name"] if match and match["name"][0].isupper() else "", False
    if match := _OWNER.match(text):
        return match["name"], False
    first = text.split(maxsplit=1)[0]
    if first[0].isupper() and len(words) > 1 and not text.isupper() and is_given_name(first):
        return first, False
    return "", _OF_SOMEBODY.search(text) is None


_OWNER = re.compile(r"(?P<name>[A-ZÀ-Þ][^\W\d_]+)['’]s\s+\w")  # “Zara's wedding”
_OF_SOMEBODY = re.compile(r"[a-z]['’]s?\s+\w")  # “dtr's wedding”


def _about(occasion: Occasion, text: str) -> str:
    """What a note can congratulate on, as it stands behind these words; "" where the cell says nothing more."""
    if occasion.tells == "service" and (match := _SERVED.search(text)):
        what, how = match["what"].strip(), (match["how"] or "").strip()
        years = f"{in_words(int(match[1]))} years"
        return _if_short(f"{years} {how} {what}") if how and what else _as_what(years, what)
    further = _FURTHER.get(occasion.tells)
    match = further.search(text) if further else None
    return _if_short(f"the {match['what'].strip()}") if match else ""


def _if_short(about: str) -> str:
    return about if len(about.split()) <= _MOST_WORDS + 3 else ""


_PREPOSITIONS = word_set("up down out under behind over around between on off above below inside outside through")


def _as_what(years: str, what: str) -> str:
    """“31 yrs mail carrier” is thirty-one years as one; of “31 yrs teaching” it is what they did."""
    if not what or not what[0].islower() or len(what.split()) > _MOST_WORDS:
        return ""
    first = what.split(maxsplit=1)[0]
    if first in _PREPOSITIONS:
        return f"{years} {what}"
    if first.endswith("ing"):
        return f"{years} of {what}"
    return f"{years} as {'an' if what[0] in 'aeiou' else 'a'} {what}"
