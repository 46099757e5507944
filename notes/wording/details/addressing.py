"""Addressing: what the file says of the customer in the third person, said to them."""

import re

from notes.language import inflection
from notes.wording.details.detail import Who
from notes.wording.details.noun_phrases import SELF
from notes.wording.details.shorthand import listed

_FORMS_OF_BE = {"is": "are", "was": "were", "has": "have", "does": "do"}
PRONOUNS = frozenset(
    [
        "he",
        "she",
        "they",
        "him",
        "his",
        "her",
        "hers",
        "their",
        "himself",
        "herself",
        "themselves",
        "themself",
        "my",
        "myself",
    ]
)
_SHORT_FORM = re.compile(r"(s?he)’(d|ll|s)")
_HE = frozenset(["he", "him", "his", "himself"])
_SHE = frozenset(["she", "her", "hers", "herself"])
_SUBJECT = re.compile(r"\b(?:he|she|they)\b", re.I)


def to_you(text: str, who: Who | None, several: bool) -> str | None:
    """The text with the customer's pronouns turned; None where somebody else may be meant by one."""
    out: list[str] = []
    words = text.split()
    for at, word in enumerate(words):
        bare = word.casefold().strip(",.")
        if match := _SHORT_FORM.fullmatch(bare):
            is_of_them = who is not None and (who.he is None or (match[1] == "he") is who.he)
            if is_of_them or match[2] == "s":
                return None
            out.append(f"you’{match[2]}")
            continue
        if bare not in PRONOUNS:
            out.append(word)
            continue
        if who is not None:
            of_them = who.he is not None and bare in (_HE if who.he else _SHE)
            of_you = (who.he is not None and bare in (_SHE if who.he else _HE)) or (at == 0 and bare in ("her", "him"))
            if of_them and not (at == 0 and bare in ("her", "him")):
                out.append(word)
                continue
            if not of_you:
                return None
        turned = _turned(bare, words[at + 1] if at + 1 < len(words) else "", several, text, at)
        if turned is None:
            return None
        out.append(word.casefold().replace(bare, turned))
    fixed = " ".join(out)
    return (
        re.sub(r"\byou ([a-z’]+)", lambda match: f"you {_plain_verb(match[1])}", fixed)
        if "you " in fixed and _SUBJECT.search(text)
        else fixed
    )


def _turned(bare: str, following: str, several: bool, text: str, at: int) -> str | None:
    if bare in SELF:
        return "yourselves" if several else "yourself"
    if bare in ("he", "she", "they", "him"):
        return "you" if bare != "they" or several else None
    if bare == "their" and not several:
        return None
    if bare == "her":
        next_word = following.casefold().strip(",.")
        ends = not following or next_word in listed("determiners") | listed("prepositions") | listed(
            "adverbs"
        ) - listed("bare")
        return "you" if ends else "your"
    return "yours" if bare == "hers" else "your"


def _plain_verb(word: str) -> str:
    """A verb behind “you”: “talks” is “talk”."""
    if word in _FORMS_OF_BE:
        return _FORMS_OF_BE[word]
    verb = inflection.lemma(word)
    return verb if verb and word == inflection.does(verb) else word
