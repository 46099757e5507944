"""The names of a child, a pet or a partner as the file has them. Anything else is left out, never guessed at."""

import re

from notes.language.vocabulary import words

_MOST_WORDS = 4
_PARTED = re.compile(r"\s*[,/&+;]\s*(?:and\s+|und\s+)?|\s+(?:and|und|et|y)\s+")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_DIGIT = re.compile(r"\d")


def names_in(text: str, *, of_pet: bool = False) -> list[str]:
    """The names in a cell that holds nothing but names, and none where it holds anything else.

    >>> names_in("MIA, Tom Jr. & Jo"), names_in("husband Rob"), names_in("died in May"), names_in("twins")
    (['Mia', 'Tom Jr.', 'Jo'], ['Rob'], [], [])
    >>> names_in("Golden Retriever", of_pet=True), names_in("Bruno and Tess", of_pet=True)
    ([], ['Bruno', 'Tess'])
    >>> names_in("Ivy (5)"), names_in("Owen 9, Maddie 6"), names_in("Liam, 12")
    (['Ivy'], ['Owen', 'Maddie'], ['Liam'])
    """
    text = _AGE.sub("", text)
    names = [_without_relation(name) for name in _PARTED.split(text.strip(" .,;:-")) if name.strip()]
    names = [with_suffix(name) for name in names]
    return [_cased(name) for name in names] if names and all(_is_name(name, of_pet) for name in names) else []


_AGE = re.compile(r",?\s+(?:\((?:aged? )?\d{1,2}\)|(?:aged? )?\d{1,2})(?=\s*(?:[,;&+/]|and\b|$))", re.IGNORECASE)


def with_suffix(name: str) -> str:
    """The name with the full stop of its “Jr.”, where it was taken for the end of the cell.

    >>> with_suffix("Rob Jr"), with_suffix("Rob jr."), with_suffix("Rob")
    ('Rob Jr.', 'Rob jr.', 'Rob')
    """
    last = name.rpartition(" ")[2].casefold()
    return f"{name}." if " " in name and last in words("given_names", "suffixes") else name


def _without_relation(name: str) -> str:
    """“her daughter Mia” is Mia; a relation alone stays as it is, and is not a name."""
    first, _, rest = name.strip().partition(" ")
    return _without_relation(rest) if rest and first in words("given_names", "relations") else name.strip()


def _is_name(name: str, of_pet: bool) -> bool:
    parts = name.split()
    unfit = [words("given_names", "no_names"), *([words("given_names", "breeds")] if of_pet else [])]
    return (
        0 < len(parts) <= _MOST_WORDS
        and not _DIGIT.search(name)
        and not any(part.strip(".’'") in those for part in parts for those in unfit)
        and not parts[0][0].islower()
        and all(_is_part(part) for part in parts)
    )


def _is_part(part: str) -> bool:
    small = (words("names", "particles"), words("given_names", "particles"), words("given_names", "suffixes"))
    return _WORD.fullmatch(part) is not None and (not part[0].islower() or any(part.strip(".") in one for one in small))


def _cased(name: str) -> str:
    return " ".join(
        part.title() if part.isupper() and len(part) > 2 and "." not in part else part for part in name.split()
    )
