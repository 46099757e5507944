"""Meanings: what a header can mean, the likeliest first: by a listed name, else by its parts."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from notes.kept import kept
from notes.language.folding import squashed
from notes.language.vocabulary import words as listed
from notes.reading.tables.address_headers import address_groups, part_named, without_group
from notes.reading.tables.parts import (
    PLAIN,
    Parts,
    Scene,
    Whose,
    Words,
    beside_matters,
    halves,
    is_either,
    lean,
    matter_of,
    names_a_child,
    parts_of,
)
from notes.reading.tables.questions import answered
from notes.resources import table_beside

_NUMBER_SIGN = re.compile(r"#|№|\bn[°º]", re.IGNORECASE)  # “Client #” is the client's number, and not the client
_PARENTHESES = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*$")
_IF_OTHER = re.compile(r"\bif (?:diff|other|not the same)|\bfalls abweichend|\bsi diff", re.IGNORECASE)
_ON_A_LABEL = re.compile(r"label|etikett|etiquette|etiqueta")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
ADDRESS_PARTS = (
    "street", "street_2", "street_3", "street_4", "street_5", "street_6", "house_number", "house_addition",
    "street_direction", "street_type", "street_side", "po_box", "city", "region", "postal_code", "postal_code_4",
    "country", "town_line", "whole",
)  # fmt: skip
# Who is named beside an address, whole or in parts: the customer, or somebody to whom they had something sent.
RECIPIENTS = ("recipient", "recipient_first", "recipient_last")
_COMPOSED, _FURTHER, _BARE = 300, 600, 1000  # how far a meaning by parts stands behind one by a listed name


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column may hold: a field, a part of an address (`group`), or what is known and not taken, and why.

    The lower the `rank`, the nearer it is to the usual name. `whose` is somebody else than the customer. `instead` is
    for a column whose cells cannot be what its name says.
    """

    name: str
    rank: int = 0
    group: str | None = None
    aside: bool = False
    whose: Whose = Whose.NOBODY_NAMED
    instead: bool = False


@cache
def aliases() -> Mapping[str, Mapping[str, tuple[str, int]]]:
    """By kind of table: squashed alias → (field, how far from the first of its names)."""
    return {kind: _squashed_aliases(kind, content) for kind, content in table_beside(__file__, "columns.toml").items()}


def _squashed_aliases(kind: str, content: Mapping[str, object]) -> Mapping[str, tuple[str, int]]:
    if kind == "left_aside":
        return {squashed(name): (str(reason), 0) for name, reason in content.items()}
    found: dict[str, tuple[str, int]] = {}
    for name, spellings in content.items():
        assert isinstance(spellings, list)  # noqa: S101 - our own file
        for rank, alias in enumerate(spellings):
            found.setdefault(squashed(alias), (name, rank))
    return found


@cache
def known_fields(kind: str = "customers") -> Sequence[str]:
    """The fields that [columns] of the settings may name."""
    names = dict.fromkeys(name for name, _ in aliases()[kind].values())
    return (*names, *ADDRESS_PARTS) if kind == "customers" else tuple(names)


@lru_cache(maxsize=8_000)
def meanings(kind: str, header: str, scene: Scene = PLAIN) -> Sequence[Meaning]:
    """All that a header can mean in a table of this kind; nothing where none of its words is known."""
    parts = parts_of(header, scene)
    spoken = _NUMBER_SIGN.sub(" number ", header)
    found = list(_listed(kind, squashed(spoken)))
    by_parts = list(_by_parts(kind, parts, scene))
    if any(one.group or one.name == "city" for one in found):  # “postal_suburb” is a town, and no line with its code
        by_parts = [one for one in by_parts if one.name != "town_line"]
    if parts.whose in (Whose.ANIMAL, Whose.CHILD) and scene.is_of(parts.whose) and not _names_a_detail(found):
        found = []
    if scene.buyers and parts.whose is Whose.OTHER:  # “Empfänger” beside “Besteller” is on no envelope of ours
        found = [one for one in found if one.name not in _OR_AN_ADDRESS]
    if not any(one.group is None and not one.aside for one in found) or kind != "customers":
        found += by_parts
    found += [_worse(one, _BARE) for one in _listed(kind, squashed(_PARENTHESES.sub("", spoken)))]
    found += _total_of_a_period(kind, header)
    if kind == "customers" and is_of_an_exception(header):
        found += [Meaning("whole", _FURTHER, "mailing", instead=True)]
    if not found and (bare := _PARENTHESES.sub("", header)) != header:  # “Bill Addr (if diff)”
        found += [_worse(one, _BARE) for one in _by_parts(kind, parts_of(bare, scene), scene)]
    if not found and is_either(header) and _names_either(kind, header):
        found.append(Meaning("name", _COMPOSED))
    if kind == "customers" and not found and _is_since(parts.rest):
        found.append(Meaning("first_purchase", _FURTHER))
    if kind == "customers" and not found:
        asked = enumerate(answered(header), _COMPOSED)
        found += [Meaning(name, rank, "" if name in ADDRESS_PARTS else None) for rank, name in asked]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: one.rank))


def is_of_an_exception(header: str) -> bool:
    """Whether a header asks only those for an address who have another one: “Postal (if diff)”."""
    return _IF_OTHER.search(header) is not None


def _is_since(spoken: Words) -> bool:
    """Whether a header says since when something goes on that is nothing but coming: “CSA since”, “Swims since”."""
    return spoken[-1:] == ("since",) and not listed("headers", "not_coming").any_of(spoken)


def _names_either(kind: str, header: str) -> bool:
    """Whether a header names a person and a firm, of which one stands below it."""
    known = [aliases()[kind].get(squashed(one), ("", 0))[0] for one in halves(header)]
    return len(known) > 1 and all(one in _NAMES_OF_EITHER for one in known)


_NAMES_OF_EITHER = ("name", "first_name", "last_name", "company", "display_name", "contact")


def _names_a_detail(found: Sequence[Meaning]) -> bool:
    return any(one.name in ("pet", "child") for one in found)


def _worse(one: Meaning, rank: int) -> Meaning:
    return replace(one, rank=one.rank + rank)


def _instead(name: str) -> Iterator[Meaning]:
    yield from (Meaning(other, _FURTHER, instead=True) for other in _OTHERWISE.get(name, ()))


def _listed(kind: str, key: str) -> Iterator[Meaning]:
    """What a listed name means, and what else a name may be whose cells say otherwise."""
    if key in aliases()[kind]:
        name, rank = aliases()[kind][key]
        yield Meaning(name, rank)
        yield from _instead(name)
        yield from (Meaning(part, _FURTHER, "", instead=True) for part in _OR_AN_ADDRESS.get(name, ()))
    elif kind == "customers" and (found := _address_part(key)):
        yield found
        if found.name == "street":
            yield Meaning("email", _FURTHER, instead=True)
        if found.name == "whole" and _ON_A_LABEL.search(key):  # “Mailing Label” may have no more than the name
            yield Meaning("envelope", _FURTHER, instead=True)
        if found.name == "postal_code":  # “Č.p.” is a number of a house, “CP” a code
            yield Meaning("house_number", _FURTHER, found.group, instead=True)
        if found.name == "postal_code_4":  # “ZIP+4” may have both
            yield Meaning("postal_code", _FURTHER, found.group, instead=True)
    elif key in aliases()["left_aside"]:
        yield Meaning(aliases()["left_aside"][key][0], aside=True)


# What a column may hold whose cells cannot be what its name says: “Account” may have names, or numbers.
_OTHERWISE = {
    "display_name": ("customer_id", "email", "mail_ok"),
    "name": ("email", "customer_id"),
    "contact": ("email", "phone"),
    "company": ("customer_id",),
    "customer_id": ("name",),
    "orders": ("last_purchase", "total_spent"),
    "amount": ("status",),
    "birthday": ("birth_day",),
}

_OR_AN_ADDRESS = {"envelope": ("street",)}  # “Mail To” may stand above either


@cache
def _address_part(key: str) -> Meaning | None:
    """A part of an address by a squashed header: the name of a group, perhaps “address”, and the name of a part."""
    parts = aliases()["address"]
    for group, begin in _beginnings():
        if key.startswith(begin):
            rest = key[len(begin) :]
            is_a_word = len(begin) == 2 and len(rest) == 2  # “Post” is no “PO St”
            if rest in parts and not is_a_word:
                name, rank = parts[rest]
                return Meaning(name, rank, group)
    return None


@cache
def _beginnings() -> Sequence[tuple[str, str]]:
    """Each group of an address with the squashed words that a header of it begins with."""
    return [(one, squashed(one) + address) for one in address_groups() for address in ("", "address")]


def _by_parts(kind: str, parts: Parts, scene: Scene) -> Iterator[Meaning]:
    """What a header means by whose it is and the words beside that."""
    if kind == "customers" and names_a_child(parts):
        yield Meaning("child", _COMPOSED)
        return
    if not parts.rest:
        yield from _bare_owner(kind, parts)
        return
    nouns = list(_nouns_of(kind, parts.rest))
    named = part_named(parts.rest) if kind == "customers" else None
    address = Meaning(*named) if named else None
    if parts.whose.is_customer:
        first = 0 if parts.whose is Whose.FIRST else 20
        for name, rank in nouns:
            yield Meaning(name, _COMPOSED + first + rank)
            yield from _instead(name)
        if address:
            yield _worse(address, _COMPOSED)
        elif kind == "customers":
            yield from _recipient(parts.rest)
        if kind == "customers" and not nouns:
            yield from _bought(parts.rest)
        if kind == "orders":
            yield from _of_matter(parts.rest)
    elif parts.whose is Whose.SECOND and kind == "customers":
        yield from (Meaning(f"second_{name}", _COMPOSED) for name, _ in nouns if name in SECOND)
        if address or any(name not in SECOND for name, _ in nouns):
            yield Meaning("", _COMPOSED, whose=parts.whose)
    elif nouns or address:
        yield Meaning("", _COMPOSED, whose=parts.whose)


# What is read of a second person in a row.
SECOND = ("name", "first_name", "last_name", "title", "birthday", "email")


def _bare_owner(kind: str, parts: Parts) -> Iterator[Meaning]:
    """“Member” alone is who somebody is, or their number."""
    if parts.vague:
        return
    if kind == "customers" and parts.whose in (Whose.CUSTOMER, Whose.FIRST):
        yield Meaning("display_name", _COMPOSED)
        yield from _instead("display_name")
    elif kind == "orders" and parts.whose in (Whose.CUSTOMER, Whose.FIRST):
        yield Meaning("name", _COMPOSED)
        yield from _instead("name")
    elif kind == "customers" and parts.whose is Whose.SECOND:
        yield Meaning("second_name", _COMPOSED)
    elif not parts.whose.is_customer:
        yield Meaning("", _COMPOSED, whose=parts.whose)


@cache
def _nouns(kind: str) -> Mapping[frozenset[str], Sequence[tuple[str, int]]]:
    """The listed names of each field as sets of words, whosever they are; kept until we read headers otherwise."""
    named = kept(f"nouns-{kind}", _as_they_are(), lambda: [(sorted(those), one) for those, one in _named(kind).items()])
    return {frozenset(those): one for those, one in named}


def _as_they_are() -> Iterator[bytes]:
    """Our tables of headers, and what reads them."""
    here = Path(__file__).parent
    for path in (*sorted(here.glob("*.*")), *sorted((here.parents[1] / "language").glob("*.*"))):
        yield f"{path.name} {path.stat().st_size} {path.stat().st_mtime_ns}".encode()


def _named(kind: str) -> Mapping[frozenset[str], list[tuple[str, int]]]:
    found: dict[frozenset[str], list[tuple[str, int]]] = {}
    for name, spellings in table_beside(__file__, "columns.toml")[kind].items():
        for rank, alias in enumerate(spellings):
            parts = parts_of(alias)
            words = parts.rest if parts.whose.is_customer else ()
            for worse, those in enumerate(lean(words)):
                if those and all(name != known for known, _ in found.get(those, ())):
                    found.setdefault(those, []).append((name, rank + 10 * worse))
    return found


def _nouns_of(kind: str, words: Words) -> Iterator[tuple[str, int]]:
    for worse, those in enumerate(lean(words)):
        if known := _nouns(kind).get(those):
            name, rank = min(known, key=lambda one: one[1])
            yield name, rank + 50 * worse
            return
    if (alike := _of_synonyms(kind, words)) is not None:
        yield alike, 60
        return
    group, rest = without_group(words)
    if group and rest and (known := _nouns(kind).get(frozenset(rest))):
        named = _NAMES_AT_AN_ADDRESS if group in _ADDRESSED else ()
        behind = 150 + 10 * address_groups().index(group)
        theirs = ("birthday",) if group in _OF_THE_BUYER else ()
        yield from ((name, rank + behind) for name, rank in known if name in ("email", "phone", *named, *theirs))


def _recipient(words: Words) -> Iterator[Meaning]:
    """Whom the columns of an address name: “Shipping Name”, “Delivery Last Name”."""
    group, rest = without_group(words)
    known = dict(_nouns("customers").get(frozenset(rest), ())) if group in _ADDRESSED else {}
    for name, recipient in zip(("name", "first_name", "last_name"), RECIPIENTS, strict=True):
        if name in known:
            yield Meaning(recipient, _BARE, group)


def _of_synonyms(kind: str, words: Words) -> str | None:
    """The one field of which every word is a name: “Notes / remarks”."""
    fields = [{name for name, _ in _nouns(kind).get(frozenset([word]), ())} for word in words]
    both = set.intersection(*fields) if len(fields) > 1 else set()
    return min(both, default=None)


_OF_THE_BUYER = ("bill", "billing", "bill to", "sold to", "buyer")
_NAMES_AT_AN_ADDRESS = ("name", "first_name", "last_name", "company")
_ADDRESSED = (
    "billing", "bill to", "invoice", "mailing", "postal", "home", "default", "primary", "delivery", "shipping",
    "ship to", "ship", "bill", "sold to", "buyer", "facturation", "livraison", "facturación", "envío", "rechnung",
    "liefer",
)  # fmt: skip


def _bought(words: Words) -> Iterator[Meaning]:
    """What somebody bought, by when first or last, how much and how often."""
    kind, rest = matter_of(words)
    if not kind:
        return
    those = frozenset(rest)
    for name, needed, besides in beside_matters(kind):
        if those & needed and those <= needed | besides:
            yield Meaning(name, _COMPOSED)
            yield from _instead(name)
            return
    if kind == "many" and not those:
        yield Meaning("orders", _FURTHER)


def _of_matter(words: Words) -> Iterator[Meaning]:
    """In a table of orders: “Booking Date” and “Visit Total” are the order’s date and total."""
    kind, rest = matter_of(words)
    if not kind:
        return
    those = frozenset(rest)
    if not those:
        yield Meaning("item", _FURTHER)
        yield Meaning("order_id", _FURTHER + 1)
    for name, nouns, _ in beside_matters("order"):
        if those and those <= nouns:
            yield Meaning(name, _COMPOSED)


def _total_of_a_period(kind: str, header: str) -> list[Meaning]:
    """“Sales 2025” and “$ last 12 mo” are what they spent, and the last of several years counts.

    “Card 2025” does not allow sending one, and “$ owed” is no sum that they spent.
    """
    rest = _PERIOD.sub(" ", header)
    plain = squashed(_MONEY.sub(" ", rest))
    if kind != "customers" or (rest == header and plain == squashed(header)):
        return []
    name, _ = aliases()[kind].get(plain, ("", 0))
    is_sum = name == "total_spent" or plain in listed("headers", "sums_of_a_period") or not plain
    if not is_sum or not (rest != header or _MONEY.search(rest)):
        return []
    years = _YEAR.findall(header)
    if len(years) > 1:
        return []
    return [Meaning("total_spent", 10_000 - int(years[0]) if len(years) == 1 else _FURTHER)]


_PERIOD = re.compile(
    r"\b(?:(?:in|for|per|over)\s+)?(?:(?:the|a|this|past|last|prev(?:ious)?|prior|rolling|current)\s+)*"
    r"(?:\d{1,2}\s*)?(?:mos?|mths?|months?|m|yrs?|years?|ytd|season|fy)\b\.?|"
    r"(?<!\d)(?:19|20)?\d\d\s*[/–-]\s*(?:20)?\d\d(?!\d)|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_MONEY = re.compile(r"[$£€]|\b(?:usd|gbp|eur)\b", re.IGNORECASE)


def without_year(header: str) -> str:
    return _YEAR.sub("", header)
