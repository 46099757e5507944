"""A house in mourning: whoever has died there is named in a condolence, and never greeted again."""

import re
from collections.abc import Mapping
from dataclasses import replace

from notes.customers import Book, CustomerId
from notes.language.folding import plain
from notes.occasions import Occasion, Occasions
from notes.picking.household import household_of
from notes.picking.picks import Pick
from notes.wording.cautions import NAMED, is_dark
from notes.wording.fragments import tidy_given


def losses(book: Book, occasions: Occasions) -> dict[str, frozenset[str]]:
    """The names of those who died, by household: customers marked so, and whom the row of a loss names."""
    houses = {customer.customer_id: household_of(customer) for customer in book.customers}
    lost: dict[str, set[str]] = {}
    for customer in book.customers:
        if customer.deceased:
            names = {plain(customer.first_name), plain(customer.dear), plain(customer.name)}
            lost.setdefault(houses[customer.customer_id], set()).update(names)
        for name in NAMED:
            if is_dark(name, text := customer.details.get(name, "")):
                lost.setdefault(houses[customer.customer_id], set()).update(_capitalised(text))
    for milestone in book.milestones:
        if occasions[milestone.occasion].loss and milestone.customer_id in houses:
            words = plain(f"{milestone.person} {milestone.about}").split()
            lost.setdefault(houses[milestone.customer_id], set()).update(words)
    for house, pets in _unnamed_pets(book, occasions, houses).items():
        lost[house] |= pets if not pets & lost[house] else set()
    return {house: frozenset(filter(None, names)) for house, names in lost.items()}


def _capitalised(text: str) -> set[str]:
    """The words of a cell that may be the name: of “Bruno (died in May)” Bruno, and May, which does no harm."""
    return {plain(word) for word in re.findall(r"[^\W\d_][\w'’-]*", text) if word[0].isupper()}


def _unnamed_pets(book: Book, occasions: Occasions, houses: Mapping[CustomerId, str]) -> dict[str, set[str]]:
    """The names of all the pets in a house that has lost one, as long as no row says which."""
    bereft = {
        houses[one.customer_id]
        for one in book.milestones
        if occasions[one.occasion].loss == "pet" and not one.person and one.customer_id in houses
    }
    pets: dict[str, set[str]] = {house: set() for house in bereft}
    for customer in book.customers:
        if (house := houses[customer.customer_id]) in bereft:
            pets[house] |= _capitalised(customer.details.get("pet", ""))
    return pets


def naming_the_pet(pick: Pick, occasion: Occasion) -> Pick:
    """The pick of a pet's death with the name of their only pet, where the Milestones name nothing."""
    if occasion.loss != "pet" or pick.facts.get("person") or pick.facts.get("about"):
        return pick
    name = tidy_given(pick.customer.details.get("pet", ""), of_pet=True)
    return replace(pick, facts={**pick.facts, "person": name}) if name and not _SEVERAL.search(name) else pick


_SEVERAL = re.compile(r",|\band\b")


def without_the_dead(pick: Pick, lost: Mapping[str, frozenset[str]]) -> Pick:
    """The pick without the details that would greet somebody who died."""
    names = lost.get(household_of(pick.customer))
    if not names:
        return pick
    details = {name: text for name, text in pick.customer.details.items() if not _is_lost(name, text, names)}
    return replace(pick, customer=replace(pick.customer, details=details))


def _is_lost(name: str, text: str, names: frozenset[str]) -> bool:
    parts = [part for part in re.split(r"[,/&+]|\band\b", text) if part.strip()]
    firsts = {word for part in parts for word in (plain(part), *plain(part).split()[:1])}
    return name in NAMED and bool(firsts & names)
