"""Which name stands first in a column of whole names: the column shows it, a single name does not."""

import re
from collections.abc import Mapping, Sequence

from notes.language.vocabulary import words
from notes.reading.values.name_casing import VOWELS, cased
from notes.reading.values.name_likeness import is_given_name
from notes.reading.values.person_names import is_firm


def surname_first(texts: Sequence[str], country: str = "", *, said: bool = False) -> Sequence[str]:
    """The names of a column, “CASHMAN JOHN” as “CASHMAN, JOHN” where the column has its last names first.

    Where a header has `said` so (“Name Vorname”), it is enough that the names do not show the contrary.

    >>> surname_first(["Cashman John", "Delgado Rosa & Manuel", "Petersen William A Jr"])[1]
    'Delgado, Rosa & Manuel'
    """
    in_capitals = _surnames_in_capitals(texts)
    if in_capitals:
        return [in_capitals.get(text, text) for text in texts]
    loud = {text: turned for text in dict.fromkeys(texts) if (turned := _behind_capitals(text))}
    if loud:
        return surname_first([loud.get(text, text) for text in texts], country, said=said)
    given = words("names", "given")
    is_by_last = country in _BY_LAST_NAME
    first = last = 0
    for text in list(dict.fromkeys(texts))[:2_000]:
        parts = text.split()
        if len(parts) < 2 or "," in text or is_firm(text):
            continue
        begins, follows = parts[0] in given, parts[1] in given
        if is_by_last and not (begins or follows) and len(parts) == 2:
            too = words("names", "given_too")
            begins, follows = parts[0] in too, parts[1] in too or parts[0].endswith("ová")
        if _INITIALS.fullmatch(text):
            is_first = begins or parts[0] in words("names", "given_too")
            first, last = first + is_first, last + (not is_first)
            continue
        first += begins and not follows
        last += follows and not begins
    is_shown = last >= (1 if is_by_last else 2) and last >= 3 * first
    if not is_shown and not (said and last >= first):
        return texts
    known = {text: _turned(text) for text in set(texts)}
    return [known[text] for text in texts]


def says_last_first(words_of_it: Sequence[str]) -> bool:
    """Whether the words of a header name the last name and then the first.

    >>> says_last_first(["name", "vorname"]), says_last_first(["first", "last"]), says_last_first(["name"])
    (True, False, False)
    """
    firsts = [place for place, word in enumerate(words_of_it) if word in _FIRSTS]
    lasts = [place for place, word in enumerate(words_of_it) if word in _LASTS]
    return bool(firsts and lasts) and max(lasts) < min(firsts)


_FIRSTS = frozenset(["vorname", "prenom", "voornaam", "fornavn", "fornamn", "forename", "nombre", "nombres", "nome"])
_LASTS = frozenset(
    ["name", "nachname", "familienname", "nom", "apellido", "apellidos", "cognome", "achternaam", "etternavn",
     "efternamn", "surname"]
)  # fmt: skip
# Where an office writes the last name first, so that one name that can be nothing else shows it.
_BY_LAST_NAME = frozenset(["IT", "CZ", "SK", "HU", "PL", "FR", "BE", "DE", "AT", "HR", "SI", "RO", "RS", "GR"])
_CAPITALS = re.compile(
    r"(?P<last>[A-ZÀ-Þ][A-ZÀ-Þ'’-]+(?:\s+[A-ZÀ-Þ][A-ZÀ-Þ'’-]+)*)\s+(?P<first>[A-ZÀ-ÞĀ-Ž][a-zß-ÿā-ž].*)"
)


def _surnames_in_capitals(texts: Sequence[str]) -> Mapping[str, str]:
    """The names of a column that writes “VAN DER MERWE Pieter”, as “van der Merwe, Pieter”; nothing for another."""
    found = {text: match for text in dict.fromkeys(texts) if (match := _CAPITALS.fullmatch(text)) and not is_firm(text)}
    several = [text for text in dict.fromkeys(texts) if " " in text and not is_firm(text)]
    if len(found) < 2 or len(found) * 10 < 6 * len(several):
        return {}
    return {text: f"{cased(match['last'])}, {match['first']}" for text, match in found.items()}


def _behind_capitals(text: str) -> str:
    """A single name of which only the last is in capitals: “QUIST Ed & Loretta”; "" for any other."""
    match = _CAPITALS.fullmatch(text)
    if not match or is_firm(text) or VOWELS.isdisjoint(match["last"]) or len(match["last"]) < _SHORTEST_LOUD:
        return ""
    is_given = any(is_given_name(one.split()[0]) for one in _AND.split(match["first"]) if one.strip())
    return f"{cased(match['last'])}, {match['first']}" if is_given else ""


_SHORTEST_LOUD = 3  # letters of a last name in capitals; two are initials, “TJ Ann”
_AND = re.compile(r"&|\+|\b(?:and|und|et|y)\b")
_INITIALS = re.compile(r"[^\W\d_][\w'’-]{2,}(?:\s+(?:[A-Z]\.?|&|and))+")  # “Ampleforth R”, “Dyson P & J”


def _turned(text: str) -> str:
    parts = text.split()
    if (
        len(parts) < 2
        or "," in text
        or is_firm(text)
        or parts[0] in words("names", "honorifics")
        or parts[1] in ("&", "and")
    ):
        return text
    size = 2 if parts[0] in words("names", "particles") and len(parts) > 2 else 1
    return f"{' '.join(parts[:size])}, {' '.join(parts[size:])}"
