"""Questions: a header as a form asks it (“When is your birthday?”), and what the answers below it are."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from notes.language.folding import folded
from notes.resources import table_beside

_WORDS = re.compile(r"[^\W_]+")
_ASIDE = re.compile(r"\([^)]*\)?|\[[^\]]*\]?")
LEAST_WORDS = 3


def answered(header: str) -> Sequence[str]:
    """The fields that the answers to a question may be, the likeliest first; none for what is no question.

    >>> answered("When is your birthday? (month + day is plenty)"), answered("Who told you about us?")
    (['birthday'], ['referred_by'])
    >>> answered("Birthday"), answered("What time suits you best?")
    ([], [])
    """
    words = _WORDS.findall(folded(_ASIDE.sub(" ", header)))
    if len(words) < LEAST_WORDS or not (words[0] in _table()["begin"] or "?" in header):
        return []
    text = f" {' '.join(words)} "
    return [field for field, phrases in _asked() if any(f" {one} " in text for one in phrases)]


def is_asked_of_them(header: str) -> bool:
    """Whether a form asks those who fill it in about themselves: “When is your birthday?”"""
    words = _WORDS.findall(folded(_ASIDE.sub(" ", header)))
    return not _THEIRS.isdisjoint(words) and bool(answered(header))


_THEIRS = frozenset(["your", "you", "ihr", "du", "sie", "dein", "votre", "vous", "su", "tu"])


@cache
def _asked() -> Sequence[tuple[str, Sequence[str]]]:
    """What is asked for, and by which words, in the order in which they are looked for."""
    return [(field, [" ".join(_WORDS.findall(folded(one))) for one in phrases]) for field, phrases in _table()["asked"]]


@cache
def _table() -> Mapping[str, Sequence[tuple[str, Sequence[str]]]]:
    table: Mapping[str, Sequence[tuple[str, Sequence[str]]]] = table_beside(__file__, "questions.toml")["questions"]
    return table
