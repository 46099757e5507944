"""Surnames: which words of a name are the last name, and which only a title, in the ways of several countries."""

import re

from notes.language.vocabulary import words

_DOUBLE = re.compile(r"(?:ez|és|az|iz|oz|ía|eño|ues|ões|eira|eiro|alves|ñ\w+)$", re.IGNORECASE)


def _looks_spanish(surname: str) -> bool:
    return "ñ" in surname or bool(_DOUBLE.search(surname))


def surnames_apart(middle: str, last: str, two: bool = False) -> tuple[str, str]:
    """Middle names and last name; of two Spanish surnames the first is not a middle name."""
    words = middle.split()
    is_one_surname = " " not in last
    if words and is_one_surname and (two or (_looks_spanish(words[-1]) and _looks_spanish(last))):
        return " ".join(words[:-1]), f"{words[-1]} {last}"
    return middle, last


def title_apart(text: str, spanish: bool) -> tuple[str, str]:
    """A title that only Spanish has (“Dª Carmen Soto”), and the name without it."""
    head, _, rest = text.partition(" ")
    is_title = head in ("Dª", "D.ª", "Dña.", "Dña", "Doña") or (spanish and head in ("D.", "Don"))
    is_title = is_title or head.casefold().strip(".") in _OTHER_TITLES
    return (head, rest) if is_title and rest else ("", text)


_OTHER_TITLES = frozenset(
    [
        "docteur",
        "maître",
        "abbé",
        "schwester",
        "bruder",
        "soeur",
        "sœur",
        "frère",
        "pfarrer",
        "pfr",
        "pater",
        "sor",
        "bro",
        "hermana",
    ]
)


def family_first(first: str, last: str) -> bool:
    """Whether the family name stands first, or may do, as in Hungary, Vietnam, China, Korea and Japan."""
    if first in words("names", "hungarian_last"):
        return last in words("names", "hungarian_first")
    if first in words("names", "family_first"):
        return last not in words("names", "family_first")
    return first in words("names", "family_first_perhaps") and "-" in last
