"""Capitals: a name as it is written by hand, where an office has it all in capitals or all in small letters."""

import re

from notes.language.vocabulary import words


def only_initials(first: str) -> bool:
    """Whether a first name is abbreviated: “J.”, “J. R.”, “Wm.”, but not “Mary J.”."""
    return bool(re.fullmatch(r"[^\W\d_]|(?:[^\W\d_]{1,3}\.[\s-]?)+[^\W\d_]?", first))


def cased(text: str) -> str:
    """The name with proper capitals if it is all capitals or all small; mixed case is left alone.

    >>> cased("RONALD MCDONALD"), cased("jacques-yves cousteau"), cased("VAN DER ROHE"), cased("eBay")
    ('Ronald McDonald', 'Jacques-Yves Cousteau', 'van der Rohe', 'eBay')
    """
    return cased_as(text, text) if text.isupper() or text.islower() else _LOUD.sub(lambda one: _quiet(one[0]), text)


_LOUD = re.compile(
    r"(?<![^\W\d_])(?:(?:Mc|Mac|O['’]|D['’])?[A-ZÀ-ÖØ-Þ]{4,}(?:['’-][A-ZÀ-ÖØ-Þ]{2,})*|O['’][A-ZÀ-ÖØ-Þ]{3,})(?![^\W\d_])"
)
VOWELS = frozenset("AEIOUYÄÖÜÉÅØ")


def _quiet(word: str) -> str:
    """A last name in capitals beside names that are not: “Ron & Ann MACDONALD”, “McDONALD”."""
    return word if VOWELS.isdisjoint(word) else "-".join(_cased_word(one) for one in word.split("-"))


def cased_as(part: str, whole: str) -> str:
    """A part of a name, corrected if the whole name has no mixed case."""
    alike = whole.isupper() or whole.islower() or (part.isupper() and len(part) > 4)
    if not part or not alike or sum(map(str.isalpha, whole)) < 3 or only_initials(part):
        return part.upper() if whole.islower() else part
    if part.isupper() and len(part) <= 3 and VOWELS.isdisjoint(part):
        return part
    cased_words = [_cased_word(word) for word in part.split(" ")]
    if len(cased_words) > 1 and cased_words[-2] == "van":  # “Van Horn”, but “van der Rohe”
        cased_words[-2] = "Van"
    if len(cased_words) > 1 and len(cased_words[-1]) == 1:  # the “e” of “MARGARET E” joins nothing
        cased_words[-1] = cased_words[-1].upper()
    return " ".join(word.lower() if place and word in _BETWEEN else word for place, word in enumerate(cased_words))


_BETWEEN = frozenset(["And", "Und", "Et"])


def _cased_word(word: str) -> str:
    small = word.lower()
    if small in ("st.", "ste."):  # “St. Clair”
        return small.capitalize()
    if word == "LE":  # “Le Goff”, however it is typed
        return "Le"
    if small in words("names", "particles"):
        return small
    pieces = re.split(r"([-'’.])", small)
    return "".join(_capital(piece, index, pieces) for index, piece in enumerate(pieces))


def _capital(piece: str, index: int, pieces: list[str]) -> str:
    if index and pieces[index - 1] in ("'", "’") and len(piece) < 2:
        return piece
    if piece.startswith("mac") and piece[3:] in words("names", "after_mac"):
        return "Mac" + piece[3:].capitalize()
    if piece.startswith("mc") and len(piece) > 3:
        return "Mc" + piece[2:].capitalize()
    return piece[:1].upper() + piece[1:]
