"""Parts of speech: what a word may be, a verb, a noun or something else, and the forms of a verb that it may be.

parts.txt has the words that may be several things, by what they are most often: the lexicon of Brill’s tagger
(parts-license.txt), cut down to nouns, verbs, adjectives and adverbs.
"""

import re
from collections.abc import Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from notes.language import inflection
from notes.language.texts import word_set
from notes.wording.stories.grammar import listed
from notes.wording.stories.tokens import Token


class Sort(Enum):
    """What a word is in its clause."""

    NOUN = "noun"
    NAME = "name"
    VERB = "verb"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    PREPOSITION = "preposition"
    DETERMINER = "determiner"
    PRONOUN = "pronoun"
    AND = "and"
    LINK = "link"  # what opens a clause inside another: when, that, who
    TO = "to"
    QUOTE = "quote"
    MARK = "mark"


class Form(Enum):
    """The form of a verb."""

    DOES = "does"
    DID = "did"
    BASE = "base"
    DONE = "done"
    DOING = "doing"
    HELPS = "helps"
    NONE = ""


FINITE = frozenset([Form.DOES, Form.DID, Form.HELPS])


class Word(NamedTuple):
    """A token, and what it is."""

    token: Token
    sort: Sort
    form: Form = Form.NONE

    @property
    def small(self) -> str:
        return self.token.small

    @property
    def is_finite(self) -> bool:
        return self.sort is Sort.VERB and self.form in FINITE


@cache
def _ambiguous() -> Mapping[str, str]:
    lines = (Path(__file__).parent / "parts.txt").read_text(encoding="utf-8").splitlines()
    return {word: order for order, *words in map(str.split, lines) for word in words}


_NO_NUMBERS = word_set(
    """
    a an the your his her their its my our this that these those some any no every each both another all half
    most several many few
    """
)
_LETTERS = {"NOUN": "n", "VERB": "v", "ADJ": "a", "ADV": "r"}


@cache
def readings(small: str) -> str:
    """What a word may be, the likeliest first, as letters: n, v, a, r.

    >>> readings("batch"), readings("crowed"), readings("back"), readings("abseiled")
    ('nv', 'v', 'ranv', 'v')
    """
    known = _ambiguous().get(small) or "".join(_LETTERS[kind] for kind in inflection.kinds(small) if kind in _LETTERS)
    if known:
        return known
    return "v" if re.fullmatch(r"[a-z]{3,}(?:ed|ing)", small) else "r" if small.endswith("ly") else "n"


@cache
def forms(small: str) -> frozenset[Form]:
    """The forms of a verb that a word may be.

    >>> sorted(form.value for form in forms("put")), sorted(form.value for form in forms("walks"))
    (['base', 'did', 'done'], ['does'])
    """
    verb = "" if small == "stove" else inflection.lemma(small)
    if not verb and inflection.is_word(small):
        return frozenset()
    if not verb:
        if re.fullmatch(r"[a-z]{3,}ed", small):
            return frozenset([Form.DID, Form.DONE])
        return frozenset([Form.DOING]) if re.fullmatch(r"[a-z]{3,}ing", small) else frozenset()
    found = {
        Form.BASE: small == verb,
        Form.DOES: small != verb and small == inflection.does(verb),
        Form.DID: inflection.tells_what_was_done(small),
        Form.DONE: inflection.tells_what_is_done(small),
        Form.DOING: small.endswith("ing") and small != verb,
    }
    return frozenset(form for form, is_it in found.items() if is_it)


def is_number(small: str) -> bool:
    return small[:1].isdigit() or small.split("-", 1)[0] in _numbers()


@cache
def _numbers() -> frozenset[str]:
    return listed("determiners") - _NO_NUMBERS
