"""Signers: who signs the card of a customer, from what the spreadsheet says of who looks after them."""

import re
from collections import Counter
from collections.abc import Iterable

from notes.customers import Customer
from notes.language.folding import folded
from notes.language.numbers import counted
from notes.problems import Level, Place, Problem
from notes.settings import Settings, Signer

_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.? ?){1,3}")
_SHORT_NAME = re.compile(r"[^AEIOU][AEIOU][^AEIOU]|[AEIOU][^AEIOU]{2}")  # TOM, ANN


def is_initials(words: str) -> bool:
    """Whether somebody is only called by their initials.

    >>> [is_initials(words) for words in ("NH", "N.H.", "N H", "Jo", "TOM", "N")]
    [True, True, True, False, False, True]
    """
    words = words.strip()
    return bool(_INITIALS.fullmatch(words)) and not _SHORT_NAME.fullmatch(words)


def signer_of(customer: Customer, settings: Settings) -> Signer:
    """Who signs: whoever looks after the customer, or else the sender of the business.

    Initials sign as the person whose they are; nobody signs a card with initials that the settings do not explain.
    """
    words = customer.looked_after_by
    usual = Signer(settings.business.sender or settings.business.name)
    if not words:
        return usual
    if known := _named(words, settings):
        return known
    return usual if is_initials(words) else Signer(words, settings.hands.get(words, ""))


def unexplained(customers: Iterable[Customer], settings: Settings) -> list[Problem]:
    """The initials of which nobody knows whose they are, each once."""
    found = Counter(
        one.looked_after_by
        for one in customers
        if is_initials(one.looked_after_by) and not _named(one.looked_after_by, settings)
    )
    usual = settings.business.sender or settings.business.name or "nobody"
    return [
        Problem(
            Place("notes.toml", key=f"signers.{words}"),
            f"“{words}” looks after {counted(number, 'customer')}, but nothing says who it is; {usual} signs for them.",
            f'Write how they sign, like {words} = "Jen", under [signers].',
            Level.WARNING,
        )
        for words, number in sorted(found.items())
    ]


def _named(words: str, settings: Settings) -> Signer | None:
    """The signer of these words, or the only one whose initials they are."""
    key = _key(words)
    for name, signer in settings.signers.items():
        if _key(name) == key:
            return signer
    if not is_initials(words):
        return None
    people = [*settings.signers.values(), *(Signer(name, hand) for name, hand in settings.hands.items())]
    people += [Signer(settings.business.sender)] if settings.business.sender else []
    theirs = {one.name: one for one in people if len(key) > 1 and _initials(one.name) == key}
    return next(iter(theirs.values())) if len(theirs) == 1 else None


def _key(words: str) -> str:
    return re.sub(r"[\W_]", "", folded(words))


def _initials(name: str) -> str:
    return "".join(part[0] for part in folded(name).split() if part[0].isalpha())
