"""Cautions: what to check before a cheerful card goes, and whose day it is when a row names more than one person."""

import re

from notes.customers import Customer
from notes.language.headers import header_of
from notes.language.lexicon import Kind
from notes.language.signals import Part, findings
from notes.occasions import Occasion
from notes.picking.picks import Pick
from notes.wording.salutations import called_alone

NAMED = {"child": "the child", "pet": "the pet", "partner": "the partner"}
_SEVERAL = re.compile(r"\s(?:&|\+|/|and|und|et|y)\s|\S/\S|\bfamil(?:y|ie|le|ia)\b|\bhousehold\b", re.IGNORECASE)


def caution(pick: Pick, occasion: Occasion) -> str:
    """Why the card has to wait for somebody to look at it; "" if it can go."""
    if not occasion.whose or pick.facts.get("person") or not names_several(pick.customer):
        return ""
    name = pick.customer.name or pick.customer.dear or pick.customer.company
    remedy = "give each a row, or name one under Person on the sheet Milestones"
    return f"whose {occasion.whose} is it? “{name}” is more than one person: {remedy}"


def is_dark(name: str, text: str) -> bool:
    """Whether a cell tells of a sorrow: nothing cheerful may be said about it, and nobody in it greeted.

    >>> is_dark("pet", "died in May"), is_dark("partner", "ex-husband Rob"), is_dark("likes", "late summer")
    (True, True, False)
    """
    part = Part.PERSON if name in NAMED else Part.DETAIL
    return bool(text) and bool(findings(header_of("", name if name in NAMED else ""), text, part))


# “Moved from Ohio” and “knee op” are something to ask about, once the card may go; a grave illness is dark in any cell.
_NOT_DARK = frozenset([Kind.MOVED, Kind.CLOSED, Kind.ILLNESS])


def is_dark_remark(text: str) -> bool:
    """Whether a clause of remarks tells of a sorrow, of a quarrel, or of a wish to be left alone.

    >>> is_dark_remark("Ken died 22/11"), is_dark_remark("racing pigeons"), is_dark_remark("moved from Milwaukee")
    (True, False, False)
    """
    said = findings(header_of("", ""), text, Part.NOTE)
    return is_dark("told_us", text) or any(one.kind not in _NOT_DARK for one in said)


def tells_of_illness(text: str) -> bool:
    """Whether a remark tells of an illness or an operation, over or not.

    >>> tells_of_illness("Ray had bypass Sept 2026, doing ok"), tells_of_illness("took first at the car show")
    (True, False)
    """
    return any(one.kind is Kind.ILLNESS for one in findings(header_of("", ""), text, Part.NOTE))


def names_several(customer: Customer) -> bool:
    """Whether a row is for a couple, a family or a firm rather than one person."""
    if customer.company and not (customer.first_name or customer.last_name or customer.dear):
        return True
    called = (customer.name, customer.first_name, called_alone(customer) or customer.dear)
    return any(_SEVERAL.search(text) for text in called if text != customer.company)
