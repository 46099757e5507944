"""Cautions: what a cheerful card must not meet unread, and whose day it is where a row names more than one."""

import re

from notes.customers import DETAILS, Customer
from notes.language.vocabulary import words
from notes.occasions import Occasion
from notes.picking.picks import Pick
from notes.wording.fragments import tidy_text

NAMED = {"child": "the child", "pet": "the pet", "partner": "the partner"}
_TOLD = {"told_us": "what they told you", "about": "what it is about", "person": "the person"}
_SEVERAL = re.compile(r"\s(?:&|\+|/|and|und|et|y)\s|\S/\S|\bfamil(?:y|ie|le|ia)\b|\bhousehold\b", re.IGNORECASE)


def caution(pick: Pick, occasion: Occasion) -> str:
    """Why the card has to wait until somebody has looked; "" where it may go."""
    return _sorrow(pick, occasion) or _whose(pick, occasion)


def is_sad(name: str, text: str) -> bool:
    """Whether a cell tells of a death, a divorce or an illness: words that mean it there and not elsewhere count too.

    >>> is_sad("pet", "died in May"), is_sad("partner", "ex-husband Rob"), is_sad("likes", "late summer, lost causes")
    (True, True, False)
    """
    lists = ["anywhere", *(["told"] if name in {**NAMED, **_TOLD} else []), *(["somebody"] if name in NAMED else [])]
    return any(words("sorrow", one).stand_in(text) for one in lists)


def _sorrow(pick: Pick, occasion: Occasion) -> str:
    if occasion.solemn:
        return ""
    for customer in (pick.customer, *pick.with_people):
        for name in DETAILS:
            text = tidy_text(customer.details.get(name, ""))
            if name != "say_this" and is_sad(name, text):
                return _look_first(name, text)
    for name in ("about", "person"):
        if is_sad(name, text := tidy_text(f"{pick.facts.get(name) or ''}")):
            return _look_first(name, text)
    return ""


def _look_first(name: str, text: str) -> str:
    of = {**NAMED, **_TOLD}.get(name)
    return f"{f'of {of} ' if of else ''}the spreadsheet says “{text}”: look at it first, and clear it if a card may go"


def _whose(pick: Pick, occasion: Occasion) -> str:
    if not occasion.whose or pick.facts.get("person") or not names_several(pick.customer):
        return ""
    name = pick.customer.name or pick.customer.dear or pick.customer.company
    remedy = "give each a row, or name one in Person of the sheet Milestones"
    return f"whose {occasion.whose} is it? “{name}” are several: {remedy}"


def names_several(customer: Customer) -> bool:
    """Whether a row is of a couple, a family or a firm, and not of one person."""
    if customer.company and not (customer.first_name or customer.last_name or customer.dear):
        return True
    called = (customer.name, customer.first_name, customer.dear)
    return any(_SEVERAL.search(text) for text in called if text != customer.company)
