"""Yes and no in the words that people use, in the cells of a column that asks nothing else."""

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
