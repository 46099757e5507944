"""Yes and no, and what a customer’s status says about a card, in the words that people use."""

from dataclasses import dataclass
from functools import lru_cache

from notes.language.texts import cleaned
from notes.language.vocabulary import words
from notes.reading.files.sheets import Value


def yes_or_no(value: Value) -> bool | None:
    """True, False, or None where a person has to be asked; an empty cell is no.

    >>> yes_or_no("x"), yes_or_no("no"), yes_or_no(""), yes_or_no("moved away")
    (True, False, False, None)
    """
    if isinstance(value, bool) or value is None:
        return bool(value)
    if isinstance(value, int | float):
        return bool(value) if value in (0, 1) else None
    return _in_words(cleaned(str(value)).casefold())


@lru_cache(maxsize=10_000)
def _in_words(text: str) -> bool | None:
    word = text.strip(" .!")
    if not text or text in words("answers", "nothing") or word in words("answers", "no"):
        return False
    if word in words("answers", "yes"):
        return True
    first = word.replace(",", " ").replace(":", " ").split()[:1]
    if first and first[0] in ("yes", "ja", "oui", "true"):
        return True
    return False if first and first[0] in ("no", "nein", "non", "false") else None


def is_bare_no(value: Value) -> bool:
    """Whether a column of refusals does not refuse: only an empty cell or a plain no; “no cards please” refuses.

    >>> is_bare_no("No"), is_bare_no(0), is_bare_no("no cards please"), is_bare_no("never")
    (True, True, False, False)
    """
    if not isinstance(value, str):
        return yes_or_no(value) is False
    text = cleaned(value).casefold()
    word = text.strip(" .!")
    no, refusing = words("answers", "no"), words("answers", "refusing")
    return not text or text in words("answers", "nothing") or (word in no and word not in refusing)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a status says: deceased, or why no card goes."""

    deceased: bool = False
    not_mailed: str = ""


@lru_cache(maxsize=10_000)
def standing(text: str) -> Standing:
    """What the word in a status column, or in parentheses after a name, means for a card.

    >>> standing("Archived").not_mailed, standing("Active").not_mailed, standing("Deceased").deceased
    ('“Archived”', '', True)
    """
    plain = " ".join(text.replace("-", " ").split())
    if words("standings", "died").stand_in(plain):
        return Standing(deceased=True, not_mailed=f"“{text}”")
    if words("standings", "not_mailed").stand_in(plain):
        return Standing(not_mailed=f"“{text}”")
    return Standing()
