"""Choosing: which clauses make something worth telling, and what it is of."""

import re
from collections.abc import Sequence
from itertools import pairwise

from notes.language import inflection
from notes.language.locales import month_name
from notes.language.texts import word_set
from notes.wording.stories.cast import OF_THE_CALENDAR
from notes.wording.stories.grammar import listed
from notes.wording.stories.parts import Form, Sort, Word
from notes.wording.stories.tagging import tagged
from notes.wording.stories.tokens import tokens_of

FEWEST = 9  # words that are a story in any case
_COUNTED = re.compile(r"(?:one|two|three|four|five|six|seven|eight|nine|ten|[a-z]+teen|[a-z]+ty)\b")
_SHORTEST = 5  # words that are told at all
_OF_YOU_OR_ME = re.compile(r"\b(?:you|your|yours|I|me|my|we|us|our)\b")
_PARTICULAR = re.compile(
    r"[“,]|\b(?:every|each|all|never|nobody|everybody|only|same|first|last|both|because|when|who|so that|until)\b"
    r"|\byour (?:[a-z]+ )?(?:mother|father|sister|brother|wife|husband|son|daughter|grand\w+|aunt|uncle|dog|cat)\b"
)
_COMMON = re.compile(r"^you(?:’re| are) (?:a|an|the)\b|^you (?:still )?have\b", re.I)


def is_told(texts: Sequence[str], *, has_verb: Sequence[bool], jotted: bool, loud: Sequence[bool] = ()) -> bool:
    """Whether clauses make a story: something that somebody did, does or said, in enough words.

    What was jotted down in capitals was worth it to whoever wrote it, also without a verb.
    """
    if any(
        is_loud and len(text.split()) >= (_SHORTEST if not _COUNTED.match(text) else FEWEST)
        for is_loud, text in zip(loud, texts, strict=False)
    ):
        return True
    text = "; ".join(texts)
    words = tagged(tokens_of(text))
    if len(text.split()) >= FEWEST and any(has_verb):
        return _is_of_somebody(text, words) and (not jotted or _has_a_heart(texts, has_verb))
    return any(
        is_particular(one, of_deed=says) for one, says in zip(texts, has_verb, strict=True) if says or not jotted
    )


def is_particular(text: str, *, of_deed: bool) -> bool:
    """Whether a few words say something that is true of nobody else.

    >>> [is_particular(text, of_deed=True) for text in ("you came in last, after dark", "you restore old globes")]
    [True, False]
    """
    words = tagged(tokens_of(text))
    count = len(text.split())
    if words[-1].sort is Sort.DETERMINER and words[-1].small in listed("numbers"):
        return False  # sixty of what?
    if count < _SHORTEST or _COMMON.search(text):
        return False
    numbers = any(one.small.split("-")[0] in listed("numbers") for one in words)
    names = any(one.sort is Sort.NAME for one in words[1:])
    did = any(one.form is Form.DID for one in words)
    if not of_deed:
        return numbers
    return did or numbers or names or count >= FEWEST or _PARTICULAR.search(text) is not None or count > 6


def says_no_more_than(text: str, matter: str) -> bool:
    """Whether a clause says only that what a card is about is done, or on which day it was or will be.

    >>> says_no_more_than("the rebuilding of her upright was finished", "the rebuilding of your upright")
    True
    >>> says_no_more_than("her son, Teo, graduates as a nurse on December 11", "his degree")
    True
    """
    known = {word.rstrip("s") for word in re.findall(r"[\w-]+", matter.casefold())}
    words = tagged(tokens_of(text))
    nouns = [one.small for one in words if one.sort in (Sort.NOUN, Sort.ADJECTIVE) and one.small not in listed("times")]
    said = [re.sub(r"’s?$", "", one).rstrip("s") for one in nouns]
    is_done = any(inflection.lemma(one.small) in _DONE for one in words if one.sort is Sort.VERB)
    return is_done and (_ON_A_DATE.search(text) is not None or (bool(said) and set(said) <= known))


_DONE = word_set(
    """
    finish complete deliver do be move retire graduate pass marry mend bear appoint open start begin qualify install
    """
)
_MONTHS = "|".join(month_name(month) for month in range(1, 13))
# The day at its end is all that a clause has to tell.
_ON_A_DATE = re.compile(rf"\bon (?:the )?(?:(?:{_MONTHS}) \d{{1,2}}|\d{{1,2}}(?:th|st|nd|rd)?(?: of)? (?:{_MONTHS}))$")
_TOLD_FIRST = 3  # sentences by which a story is judged


def worth(sentences: Sequence[str]) -> float:
    """How much a story is worth telling: what was done and said, by whom and how often, before what is long."""
    text = " ".join(sentences[:_TOLD_FIRST])
    words = tagged(tokens_of(text))
    did = sum(one.form is Form.DID for one in words)
    names = sum(one.sort is Sort.NAME for one in words)
    numbers = sum(one.small.split("-")[0] in listed("numbers") for one in words)
    yours = len(re.findall(r"\b(?:you|your)\b", text, re.I))
    return 3 * ("“" in text) + min(did, 3) + min(names, 2) / 2 + min(numbers, 2) / 2 + min(yours, 3) + len(words) / 12


def _is_of_somebody(text: str, words: Sequence[Word]) -> bool:
    return _OF_YOU_OR_ME.search(text) is not None or names_somebody(text) or any(one.form is Form.DID for one in words)


def names_somebody(text: str) -> bool:
    """Whether some words before a “he” name somebody."""
    people = listed("persons.he") | listed("persons.she") | listed("persons.either") | listed("persons.animals")
    return any(
        token.small.removesuffix("’s") in people
        or (token.text[:1].isupper() and token.small.split("’")[0] not in OF_THE_CALENDAR)
        for token in tokens_of(text)
        if token.is_word
    )


def names_a_thing(text: str, *, several: bool = False) -> bool:
    """Whether some words before an “it” name what it may mean, or `several` things one after another."""
    people = listed("persons.he") | listed("persons.she") | listed("persons.either")
    words = tagged(tokens_of(text))
    known = people | listed("times") | _UNITS
    is_thing = [one.sort is Sort.NOUN and one.small not in known for one in words]
    return sum(it and not before for before, it in pairwise([False, *is_thing])) > several


_UNITS = frozenset(["pounds", "miles", "feet", "inches", "gallons", "kilos", "stone", "yards", "pints"])


def _has_a_heart(texts: Sequence[str], has_verb: Sequence[bool]) -> bool:
    """Whether jottings are more than a list of this and that: one of them tells something, or quotes somebody."""
    told = [one for one, says in zip(texts, has_verb, strict=True) if says and not _LABEL.match(one)]
    return any("“" in one or is_particular(one, of_deed=True) for one in told)


_LABEL = re.compile(r"the first [a-z]+ was\b")
_FIRST = re.compile(
    r"\b(?:the|your|my|our) first (?:job|visit|day|time|order|lesson|thing|cut|fitting|card|call)\b|\bday one\b", re.I
)
_OURS = re.compile(r"\b(?:I|me|my|we|us|our|myself|ourselves)\b")
_KIND = re.compile(r"\b(?:gave|give|brought|bring|carried|carry|took no|never took|lent|saved|left (?:me|us))\b")
_TRIUMPH = re.compile(r"\b(?:won|win|passed|finished|first prize|graduated|record|beat|champion)\b")


def tells(text: str) -> frozenset[str]:
    """What a story is of, as templates/stories.txt asks."""
    words = tagged(tokens_of(text))
    small = {word.small for word in words}
    did = any(_is_past(words, at) for at in range(len(words)))
    found = {
        "of a first time": bool(_FIRST.search(text)),
        "of an animal": bool(small & listed("persons.animals")),
        "of a saying": "“" in text,
        "of a kindness": bool(_KIND.search(text)),
        "of a triumph": bool(_TRIUMPH.search(text)),
        "of a habit": not did,
        "of a happening": did,
        "of ours": bool(_OURS.search(text)),
        "of theirs": not _OURS.search(text),
    }
    return frozenset(name for name, is_so in found.items() if is_so)


def _is_past(words: Sequence[Word], at: int) -> bool:
    """Whether a word tells of what is over; what somebody has done goes on."""
    word = words[at]
    return word.form is Form.DID or word.small in ("was", "were", "had", "didn’t", "wouldn’t", "couldn’t")
