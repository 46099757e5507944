"""Folding: letters as they are compared everywhere, so that one word typed in several ways is one."""

import re
import unicodedata
from collections.abc import Sequence

_WORDS = re.compile(r"[^\W_]+")
# Letters that Unicode does not take apart into a plain letter and a mark.
_PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "n"}
)


def folded(text: str) -> str:
    """The text without capitals and accents.

    >>> folded("René Østergård"), folded("STRASSE") == folded("Straße")
    ('rene ostergard', True)
    """
    text = text.casefold()
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKD", text)
    return "".join(one for one in text if not unicodedata.combining(one)).translate(_PLAIN_LETTERS)


def squashed(text: str) -> str:
    """A text for comparing: only letters and digits, no accents, no case.

    >>> squashed("E-mail 1 - Value"), squashed("Straße"), squashed("*ContactName")
    ('email1value', 'strasse', 'contactname')
    """
    return "".join(filter(str.isalnum, folded(text)))


def all_squashed(texts: Sequence[str]) -> list[str]:
    """Very many texts for comparing, in one go where they are all of plain letters and signs.

    >>> all_squashed(["Rosa Holm", "O'Brien", ""]), all_squashed(["René"])
    (['rosaholm', 'obrien', ''], ['rene'])
    """
    joined = "\n".join(texts)
    if not joined.isascii() or joined.count("\n") + 1 != len(texts):
        return [*map(squashed, texts)]
    return _BESIDE_LETTERS.sub("", joined.casefold()).split("\n")


_BESIDE_LETTERS = re.compile(r"[^a-z0-9\n]+")


def plain(text: str) -> str:
    """Words of letters and digits only: two ways of typing one address are one.

    >>> plain("12, Rue de l'Église"), plain("12 RUE DE L EGLISE")
    ('12 rue de l eglise', '12 rue de l eglise')
    """
    return " ".join(_WORDS.findall(folded(text)))


def is_called(names: str, words: str) -> bool:
    """Whether each of some words begins a word of somebody’s names: how every command finds a customer.

    >>> is_called("René Ångström", "rene"), is_called("Ann Lee", "lee ann"), is_called("Ann Lee", "")
    (True, True, False)
    """
    wanted: Sequence[str] = plain(words).split()
    parts = plain(names).split()
    return bool(wanted) and all(any(part.startswith(word) for part in parts) for word in wanted)
