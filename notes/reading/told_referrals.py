"""Told referrals: who sent whom, where the notes of either say it.

“Sent us T. Rawls” stands beside the one, “via Sheikhs” or “Joan L. told her” beside the other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from notes.customers import Customer, CustomerId
from notes.language.folding import plain

_WHO = r"(?P<who>(?-i:[A-ZÀ-Þ])[\w’-]*\.?(?:(?: (?:&|and|\+) | )(?-i:[A-ZÀ-Þ])[\w’-]*\.?){0,2})"
_US = r"(?:us|me)"
_THEM = r"(?:her|him|them|you)"
_SENT = re.compile(
    rf"\b(?:sent|referred|recommended|brought|got)(?: {_US})? {_WHO}(?=$|[\s,;./!)])"
    rf"|\bput {_WHO.replace('<who>', '<onto>')} on ?to {_US}\b",
    re.IGNORECASE,
)
_SENT_BY = re.compile(
    rf"\b(?:via|through|ref(?:erred|d|’d)?\.? (?:by|from)|recommended by|rec[’.]?d? by|sent (?:here )?by|"
    rf"heard (?:of us )?from|"
    rf"(?:friend|neighbou?r|sister|brother|cousin|mate|pal|colleague|daughter|son|mother|mom|mum) of|word from) "
    rf"(?:the |our )?{_WHO}(?=$|[\s,;./!)])"
    rf"|{_WHO.replace('<who>', '<owner>')}[’']s? (?:friend|neighbou?r|sister|brother|cousin|mate|pal|colleague)\b"
    rf"|{_WHO.replace('<who>', '<teller>')} (?:told|sent|referred|recommended|brought|passed) "
    rf"(?:{_THEM}|us (?:on )?to {_THEM})\b",
    re.IGNORECASE,
)
_WHOLLY = re.compile(rf"\s*(?:{_SENT.pattern})[\s\d/.,-]*", re.IGNORECASE)
_PIECES = re.compile(r"[;\n|•]|//|\s/\s|\s--\s")
_PIECES_AND_BETWEEN = re.compile(rf"({_PIECES.pattern})")


def with_told_referrals(customers: Sequence[Customer]) -> Sequence[Customer]:
    """The customers with who sent them, where the notes of one name another and mean nobody else.

    What a column says of it comes first.
    """
    noted = [one for one in customers if one.notes and _ABOUT_IT.search(one.notes)]
    if not noted:
        return customers
    called = _Called(customers)
    sent_by: dict[CustomerId, Customer] = {}
    for one in noted:
        for other in called.each(_names(_SENT, one.notes), besides=one):
            if _came_after(other, one):
                sent_by.setdefault(other.customer_id, one)
        for other in called.each(_names(_SENT_BY, one.notes), besides=one):
            if _came_after(one, other):
                sent_by.setdefault(one.customer_id, other)
    return [
        replace(one, referred_by=sent_by[one.customer_id].name)
        if one.customer_id in sent_by and not one.referred_by
        else one
        for one in customers
    ]


def without_referrals(text: str) -> str:
    """A cell without the pieces that say whom somebody sent, and nothing else.

    >>> without_referrals("likes tea; sent us Marisela Pruitt"), without_referrals("put Priti S on to me / pays late")
    ('likes tea;', ' / pays late')
    """
    return "".join(one for one in _PIECES_AND_BETWEEN.split(text) if not _WHOLLY.fullmatch(one))


_ABOUT_IT = re.compile(
    r"\b(?:sent|referred|recommended|brought|got|put|via|through|ref|refd|rec|friend|neighbou?r|sister|brother|cousin|mate|"
    r"pal|colleague|told|heard|passed|word|of)\b",
    re.IGNORECASE,
)


def _names(pattern: re.Pattern[str], notes: str) -> Iterator[str]:
    for piece in _PIECES.split(notes.replace("'", "’")):
        for match in pattern.finditer(piece):
            yield next(filter(None, match.groupdict().values()))


def _came_after(new: Customer, old: Customer) -> bool:
    """Whether somebody has come later than another, as far as it is known."""
    if not (new.first_purchase or new.since_year):
        return False
    years = [one.first_purchase.year if one.first_purchase else one.since_year for one in (new, old)]
    if new.first_purchase and old.first_purchase:
        return new.first_purchase >= old.first_purchase
    return years[1] is None or (years[0] is not None and years[0] >= years[1])


class _Called:
    """The customers by the ways in which a note may name one of them."""

    def __init__(self, customers: Sequence[Customer]) -> None:
        self._by_name: dict[str, list[Customer]] = {}
        for one in customers:
            for name in {plain(name) for name in _ways(one)}:
                self._by_name.setdefault(name, []).append(one)

    def each(self, names: Iterator[str], *, besides: Customer) -> Iterator[Customer]:
        for name in names:
            for said in (name, name.removesuffix("’s"), name.rstrip(".").removesuffix("s")):
                found = [one for one in self._by_name.get(plain(said), ()) if one.customer_id != besides.customer_id]
                if found:
                    if len(found) == 1:
                        yield found[0]
                    break


def _ways(customer: Customer) -> Iterator[str]:
    """“Tamika Rawls”, “T. Rawls”, “Tamika R.”, “Tamika”, “the Rawls”."""
    yield customer.name
    first, last = customer.first_name, customer.last_name
    firsts = [one for one in re.split(r"\s*(?:&|\band\b|\+)\s*", first) if one]
    for one in {first, *firsts} - {""}:
        yield one
        if last:
            yield from (f"{one} {last}", f"{one[0]} {last}", f"{one} {last[0]}")
    if last:
        yield last
    if customer.company:
        yield customer.company
