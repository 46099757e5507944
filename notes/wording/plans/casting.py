"""Casting: the stories that the cells of a customer tell, with who is who in them."""

import re
from collections.abc import Sequence

from notes.customers import Customer
from notes.wording.details import Known, Who
from notes.wording.details.reader import Reader
from notes.wording.fragments import tidy_text
from notes.wording.stories.cast import Cast
from notes.wording.stories.retelling import stories_of
from notes.wording.stories.story import Story

_PARTED = re.compile(r"\s*(?:,|&|\+|/|\band\b)\s*")
_TITLE = re.compile(r"^(?:Mrs?|Ms|Miss|Dr|Prof|Rev|Sir|Lady|The)\.?\s+", re.IGNORECASE)


def stories_for(
    customer: Customer, reader: Reader, known: Known, signer: str, others: Sequence[Who], *, we: bool
) -> Sequence[Story]:
    """The stories of a customer's cells, the best of each cell first; `others` are those whom the card is about."""
    cast = Cast(reader.you, customer.last_name, _called(signer), we, tuple(known.people), others=tuple(others))
    text = tidy_text(customer.details.get("told_us", ""))
    return stories_of(text, cast, "told_us", customer.cell("told_us")) if text else []


def _called(signer: str) -> tuple[str, ...]:
    """The first names of who signs.

    >>> _called("Dr. Beth Halloran"), _called("Cecil & Rena")
    (('Beth',), ('Cecil', 'Rena'))
    """
    names = (_TITLE.sub("", one) for one in _PARTED.split(signer))
    return tuple(name.split(" ")[0] for name in names if name)
