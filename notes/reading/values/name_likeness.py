"""Whether a text is like somebody’s name, by its words and how they are written."""

import re

from notes.language.vocabulary import words
from notes.reading.values.person_names import is_firm, is_honorific

_WORD_OF_A_NAME = re.compile(r"[^\W\d_](?:['’.-]?[^\W\d_])*[.,]?|&|\+|/")


def is_given_name(text: str) -> bool:
    return any(text in words("names", one) for one in ("given", "given_too", "compound_given"))


def is_one_word(text: str) -> bool:
    parts = text.split()
    return 0 < len(parts) <= 2 and all(_WORD_OF_A_NAME.fullmatch(one) for one in parts)


def is_like_a_name(text: str) -> bool:
    """Whether a text has the shape of a whole name: of a person, a couple or a firm.

    >>> is_like_a_name("Berg, Ute"), is_like_a_name("likes tea"), is_like_a_name("12 Elm St")
    (True, False, False)
    """
    parts = text.replace(",", ", ").split()
    if not 2 <= len(parts) <= 9 or len(text) > 60 or any(map(str.isdigit, text)):
        return False
    if is_firm(text):
        return True
    if not all(_WORD_OF_A_NAME.fullmatch(one) for one in parts):
        return False
    named = [one for one in parts if one not in words("names", "particles") and one.casefold() not in _JOINTS]
    shaped = text.isupper() or all(one[0].isupper() or not one[0].isalpha() for one in named)
    return bool(named) and (shaped or (text.islower() and has_a_given_name(text)))


_JOINTS = frozenset(["&", "+", "/", "and", "und", "et", "y", "e", "en", "och", "of", "the", "family"])


def has_a_given_name(text: str) -> bool:
    """Whether one of the words is known for a first name, or begins the name of somebody; or it is surely a firm."""
    parts = text.replace(",", " ").replace("/", " ").split()
    return (
        any(map(is_given_name, parts)) or is_honorific(parts[0] if parts else "") or (len(parts) > 1 and is_firm(text))
    )
