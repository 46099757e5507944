"""Greetings: what follows “Dear” in a column that may have the whole line, in any language."""

import re
from collections.abc import Sequence

from notes.reading.values.couples import is_of_initials
from notes.reading.values.person_names import is_honorific

_GREETINGS = {
    "en": r"dear|hello|hi",
    "de": r"sehr geehrte[rsn]?|liebe[rs]?|hallo|guten tag,?",
    "fr": r"chère?s?|bonjour",
    "es": r"(?:muy )?(?:estimad|querid)[oa](?:\(a\)|/a)?s?|hola",
    "nl": r"beste|geachte",
    "it": r"car[oaie]|gentil[ei]|egregi[oa]|spett\.?",
}
_JOINED = {"en": " and ", "de": " und ", "fr": " et ", "es": " y ", "nl": " en ", "it": " e "}  # “…, lieber Uwe”
_EVERYBODY = re.compile(
    r"(?:damen und herren|ladies and gentlemen|sir or madam|sirs?|mesdames,? messieurs|señores?|all|friends?|customer)",
    re.IGNORECASE,
)


def greetings(texts: Sequence[str], language: str) -> list[str]:
    """What follows “Dear” in each cell; in the language of the notes the line stays as the office wrote it."""
    known = {text: _without_greeting(text, language) for text in set(texts)}
    return [known[text] for text in texts]


def _without_greeting(text: str, language: str) -> str:
    """A greeting without its first word, "" where it names nobody; a title stays a title.

    >>> _without_greeting("Dear Bob,", "en"), _without_greeting("Sehr geehrte Frau Dr. Öztürk", "en")
    ('Bob', 'Frau Dr. Öztürk')
    >>> _without_greeting("Liebe Mette", "de"), _without_greeting("Sehr geehrte Damen und Herren", "en")
    ('Liebe Mette', '')
    """
    if is_honorific(text):
        return text
    bare = text.strip().rstrip(",:!").strip()
    for spoken, words in _GREETINGS.items():
        match = re.match(rf"(?:{words})\s+", bare, re.IGNORECASE)
        if match and (spoken == "en" or spoken != language):
            bare = bare[match.end() :].strip()
            bare = re.sub(rf"\s*,\s*(?:und |et |y )?(?:{words})\s+", _JOINED[spoken], bare, flags=re.IGNORECASE)
            if spoken != "en" and _EVERYBODY.fullmatch(bare):
                return ""
    return "" if is_of_initials(bare) else bare
