"""Parts: a header taken apart into whose a column is, what it holds, and what is only said besides."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

from notes.language.folding import folded
from notes.resources import table_beside

_JOINTS = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])")
WORDS = re.compile(r"[^\W_]+|#")
Words = tuple[str, ...]


class Whose(Enum):
    """Of whom a column tells; the value is the name of the list in parts.toml. The later ones weigh more."""

    NOBODY_NAMED = ""
    CUSTOMER = "customer"
    FIRST = "first"
    SECOND = "second"
    CHILD = "child"
    ANIMAL = "animal"
    STAFF = "staff"
    THING = "thing"
    OTHER = "other"

    @property
    def is_customer(self) -> bool:
        return self in (Whose.NOBODY_NAMED, Whose.CUSTOMER, Whose.FIRST)


@dataclass(frozen=True, slots=True)
class Scene:
    """What the other headers of a table show: whether it is of animals, children, couples, or buyers for others."""

    animals: bool = False
    children: bool = False
    pairs: bool = False
    buyers: bool = False

    def is_of(self, whose: Whose) -> bool:
        return self.animals if whose is Whose.ANIMAL else self.children and whose is Whose.CHILD


PLAIN = Scene()


@dataclass(frozen=True, slots=True)
class Parts:
    """A header in its parts: its owners, and the words that are left in the order in which they stand."""

    whose: Whose
    rest: Words
    owned: bool = False
    vague: bool = False  # nobody is called so: “Membership”


@lru_cache(maxsize=8_000)
def words_of_header(header: str) -> Words:
    """The words of a header, however they are joined, each in one spelling.

    >>> words_of_header("CustFirstName"), words_of_header("E-Mail (home)"), words_of_header("Addr_L2")
    (('customer', 'first', 'name'), ('email', 'home'), ('address', 'line', '2'))
    """
    plain = WORDS.findall(folded(_JOINTS.sub(" ", header)))
    whole = "".join(WORDS.findall(folded(header)))
    if (whole,) in _same() or len(plain) > 12:
        plain = [whole]
    if plain[-1:] == ["#"]:
        plain[-1] = "number"
    words = [word for one in plain if one != "#" for word in _taken_apart(one)]
    found = tuple(word for word, _ in groupby(_respelled(words)))
    return ("count", *found) if plain[:1] == ["#"] and matter_of(found)[0] else found


def _respelled(words: Sequence[str]) -> Iterator[str]:
    place = 0
    while place < len(words):
        for size in (3, 2, 1):
            if known := _same().get(tuple(words[place : place + size])):
                yield from known
                place += size
                break
        else:
            yield words[place]
            place += 1


@lru_cache(maxsize=8_000)
def _taken_apart(word: str) -> Words:
    """The parts of a word that has two of a header without a gap: “kundenname”, “memsince”.

    >>> _taken_apart("kundenname"), _taken_apart("mailname"), _taken_apart("update")
    (('kunden', 'name'), ('mail', 'name'), ('update',))
    """
    begins, ends = _glued("begins"), _glued("ends")
    for size in range(len(word) - 2, 1, -1):
        if word[:size] in begins and word[size:] in ends:
            return (word[:size], word[size:])
    return (word,)


def parts_of(header: str, scene: Scene = PLAIN) -> Parts:
    """Whose a column is, and what is left of its header.

    >>> parts_of("Spouse's First Name").rest, parts_of("First Name (spouse)").whose
    (('first', 'name'), <Whose.SECOND: 'second'>)
    """
    return _parts(words_of_header(header), scene)


@lru_cache(maxsize=8_000)
def _parts(words: Words, scene: Scene) -> Parts:
    rest: list[str] = []
    owners: list[Whose] = []
    place = 0
    while place < len(words):
        size = next((one for one in (4, 3, 2, 1) if words[place : place + one] in _owners()), 0)
        if not size:
            rest.append(words[place])
            place += 1
            continue
        owners.append(_meant(_owners()[tuple(words[place : place + size])], scene))
        place += min(size, len(words) - place)
    bare = tuple(word for word in rest if word not in _fillers("always"))
    if not owners and len(bare) > 1 and bare[-1] == "2" and {*bare[:-1]} <= NAMED_TWICE:
        return Parts(Whose.SECOND, bare[:-1], True)
    if not owners and scene.pairs and len(bare) > 1 and bare[-1] == "1" and {*bare[:-1]} <= NAMED_TWICE:
        return Parts(Whose.FIRST, bare[:-1], True)
    if len(owners) > 1 and _sign("child") >= {*words} - _fillers("of_a_name"):
        owners = [Whose.CUSTOMER]  # “Madre/Padre/Tutor”, one of whom stands below
    vague = not _VAGUE.isdisjoint(words)
    return Parts(max(owners, key=_weight, default=Whose.NOBODY_NAMED), bare, bool(owners), vague)


_VAGUE = frozenset(["membership", "lead", "user", "insured", "his", "her", "primary", "household", "family"])
NAMED_TWICE = frozenset(["first", "last", "name", "given", "birthday"])


def _meant(lists: Sequence[Whose], scene: Scene) -> Whose:
    """Of several that a word may be: a patient beside a species is an animal, a student beside parents a child."""
    if Whose.ANIMAL in lists and (scene.animals or len(lists) == 1):
        return Whose.ANIMAL
    if Whose.CHILD in lists and (scene.children or len(lists) == 1):
        return Whose.CHILD
    if Whose.OTHER in lists and (scene.buyers or len(lists) == 1):
        return Whose.OTHER
    if Whose.FIRST in lists and len(lists) > 1 and not scene.pairs:
        return Whose.CUSTOMER
    return next(one for one in lists if one not in (Whose.ANIMAL, Whose.CHILD, Whose.OTHER))


def without_owner(header: str) -> str:
    """A header without the customer whose it is, where he is named: “Taxpayer Date of Death”.

    >>> without_owner("Taxpayer Date of Death"), without_owner("Date of Death")
    ('date of death', 'Date of Death')
    """
    words, place, kept = words_of_header(header), 0, []
    while place < len(words):
        size = next((one for one in (4, 3, 2, 1) if words[place : place + one] in _owners()), 0)
        kept += [] if size else [words[place]]
        place += size or 1
    is_theirs = len(kept) < len(words) and parts_of(header).whose.is_customer
    return " ".join(kept) if is_theirs else header


def is_either(header: str) -> bool:
    """Whether a header names several things of which one stands below it: “Firma / Jméno”."""
    return _EITHER.search(header) is not None


def halves(header: str) -> Sequence[str]:
    """The things that a header names, of which one stands below it."""
    return [one.strip() for one in _EITHER.split(header) if one.strip()]


_EITHER = re.compile(r"\s*/\s*|\s+(?:or|oder|ou|o|of|nebo|lub|eller)\s+", re.IGNORECASE)


def _weight(whose: Whose) -> int:
    return list(Whose).index(whose)


def scene_of(headers: Sequence[str]) -> Scene:
    """What all headers of a table show together."""
    words = {word for header in headers for word in words_of_header(header)}
    owners = [_parts(words_of_header(header), PLAIN) for header in headers]
    animals = not words.isdisjoint(_sign("animal"))
    pupils = {word for (word,) in (one for one in _listed("child") if len(one) == 1)} & words
    paid = any(words_of_header(header) in _payers() for header in headers)
    children = bool(pupils) and (paid or not words.isdisjoint(_sign("child")))
    pairs = any(one.whose is Whose.SECOND and one.rest for one in owners)
    return Scene(animals, children, pairs, not words.isdisjoint(_sign("buyer")))


def is_sign_of_animals(words: Words) -> bool:
    """Whether a header is one that only a table of animals has: a species, a breed."""
    return not _sign("animal").isdisjoint(words)


def names_a_child(parts: Parts) -> bool:
    """Whether a header has nothing but the name of a child: “Son/Daughter”, “Name of swimmer” beside “Parent”."""
    return parts.whose is Whose.CHILD and not parts.vague and _fillers("of_a_name").issuperset(parts.rest)


def room_of(header: str) -> str | None:
    """What is written before a number below a header that names a flat or a room; None for any other header.

    >>> room_of("App. no"), room_of("Puerta"), room_of("Apartment address")
    ('App.', '', None)
    """
    rooms = _table()["rooms"]
    named = [word for word in words_of_header(header) if word not in _AMONG_ROOMS]
    if not named or not rooms.keys() >= {*named}:
        return None
    word: str = rooms["unit" if len(named) > 1 and "unit" in named else named[-1]]  # “Apt, Unit or Suite”
    return word


_AMONG_ROOMS = frozenset(["number", "or", "and"])


def is_of_parents(header: str) -> bool:
    """Whether a header names those who have a child: “Main carer”, “Mother”."""
    return not (_sign("child") - _NOT_ONLY_PARENTS).isdisjoint(words_of_header(header))


def is_of_the_office(header: str) -> bool:
    """Whether a header says that the matter is the office’s own: “Gate code”, “Internal, do not print”.

    >>> is_of_the_office("Personal (office file)"), is_of_the_office("Personal (not for file)")
    (True, False)
    """
    return not _sign("office").isdisjoint(words_of_header(_DENIED.sub(" ", header)))


_DENIED = re.compile(r"\bnot (?:for|in|on) (?:the |any |our )?(?!print)\w+", re.IGNORECASE)


_NOT_ONLY_PARENTS = frozenset(["bill", "billed", "payer", "family", "household"])


def lean(words: Words) -> Iterator[frozenset[str]]:
    """The words as a set, whole and then without those that change little."""
    yield frozenset(words)
    yield frozenset(word for word in words if word not in _fillers("perhaps"))


def matter_of(words: Words) -> tuple[str, Words]:
    """What is bought or booked, “one” or “many” of it or "", and the words beside it."""
    for kind, listed in (("many", _matters("plural")), ("one", _matters("words"))):
        for size in (2, 1):
            for place in range(len(words) - size + 1):
                if words[place : place + size] in listed:
                    return kind, words[:place] + words[place + size :]
    return "", words


@cache
def beside_matters(kind: str) -> Sequence[tuple[str, frozenset[str], frozenset[str]]]:
    """What a column of one matter, of many, or in a table of orders holds: field, words needed, words besides."""
    return [
        (name, frozenset(_split(" ".join(needed))), frozenset(_split(" ".join(besides))))
        for name, needed, besides in _table()["beside_matters"][kind]
    ]


@cache
def _table() -> Mapping[str, Any]:
    return table_beside(__file__, "parts.toml")


def _split(text: str) -> Words:
    return tuple(WORDS.findall(folded(text)))


@cache
def _same() -> Mapping[Words, Words]:
    return {_split(one): _split(word) for word, others in _table()["same"].items() for one in others}


@cache
def _listed(name: str) -> frozenset[Words]:
    return frozenset(_split(one) for one in _table()["owners"][name])


@cache
def _owners() -> Mapping[Words, Sequence[Whose]]:
    found: dict[Words, list[Whose]] = {}
    for whose in Whose:
        if whose.value:
            for one in _listed(whose.value):
                for spelled in {one, tuple(_respelled(one))}:
                    found.setdefault(spelled, []).append(whose)
    return found


@cache
def _glued(name: str) -> frozenset[str]:
    return frozenset(folded(one) for one in _table()["glued"][name])


@cache
def _fillers(name: str) -> frozenset[str]:
    return frozenset(word for one in _table()["fillers"][name] for word in _split(one))


@cache
def _sign(name: str) -> frozenset[str]:
    return frozenset(word for one in _table()["signs"][name] for word in _split(one))


@cache
def _payers() -> frozenset[Words]:
    """The headers of who pays for somebody else: “Billing Contact”."""
    return frozenset(words_of_header(one) for one in _table()["signs"]["payer"])


@cache
def _matters(name: str) -> frozenset[Words]:
    return frozenset(map(_split, _table()["matters"][name]))
