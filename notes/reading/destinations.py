"""Destinations: of several addresses of a row, the one at which a card reaches the person themselves."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from notes.customers import Address
from notes.language.folding import squashed
from notes.language.vocabulary import words


@dataclass(frozen=True, slots=True)
class Destination:
    """One of the addresses of a row, and who is named as living there, "" where its columns name nobody."""

    address: Address
    recipient: str = ""


def best_of(destinations: Sequence[Destination], names: Sequence[str], country: str) -> Address:
    """The first address that a letter can reach: no stranger’s, and the one for bills only where there is no other.

    >>> home, firm = Address(("8 Oak Ave",), "Akron"), Address(("Accounts Payable", "PO Box 90"), "Kent")
    >>> best_of([Destination(firm), Destination(home)], ["Carl Yost"], "").lines
    ('8 Oak Ave',)
    >>> best_of([Destination(firm)], ["Carl Yost"], "").lines
    ('PO Box 90',)
    """
    theirs = [one.address for one in destinations if not is_strangers(one.recipient, names)]
    letters = [one for one in theirs if not takes_parcels_only(one)]
    private = [one for one in letters if one.usable and not _is_for_bills(one)]
    return without_accounts(first_usable(private or letters, country))


def first_usable(addresses: Sequence[Address], country: str) -> Address:
    """The first address that is whole, or else the one that has most of it."""
    for one in addresses:
        if one.usable:
            return one
    best = next((one for one in addresses if one.lines), None)
    best = best or next((one for one in addresses if one.city or one.postal_code or one.country), None)
    return best or Address(country=country)


def needs_a_choice(addresses: Sequence[Sequence[Address]]) -> bool:
    """Whether any address of these groups is one of a department or a locker; all are looked at in one go."""
    lines = "\n".join([line for group in addresses for one in group for line in one.lines])
    return any(words("addresses", name).stand_in(lines) for name in ("accounts", "parcels_only"))


def is_strangers(recipient: str, names: Sequence[str]) -> bool:
    """Whether a recipient is somebody else than those who are named; a shared last name will do."""
    if not recipient or not any(names):
        return False
    ours = {squashed(word) for name in names for word in name.replace("-", " ").split() if len(word) > 2}
    theirs = {squashed(word) for word in recipient.replace("-", " ").split() if len(word) > 2}
    return bool(theirs) and ours.isdisjoint(theirs)


def takes_parcels_only(address: Address) -> bool:
    """Whether an address is a locker or a shop that keeps parcels, to which the post brings no letters."""
    return any(words("addresses", "parcels_only").stand_in(line) for line in address.lines)


def without_accounts(address: Address) -> Address:
    """The address without the department that pays the bills, where something is left of it."""
    pieces = [piece.strip() for line in address.lines for piece in line.split(",")] if _is_for_bills(address) else []
    kept = tuple(piece for piece in pieces if piece and not words("addresses", "accounts").stand_in(piece))
    return replace(address, lines=kept) if kept else address


def _is_for_bills(address: Address) -> bool:
    return any(words("addresses", "accounts").stand_in(line) for line in address.lines)
