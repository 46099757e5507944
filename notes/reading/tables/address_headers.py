"""Address headers: which part of which address a header names, by its words in any order."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from notes.reading.tables.parts import Words, words_of_header
from notes.resources import table_beside


class Named(NamedTuple):
    """A part of an address, how far its name stands behind the usual one, and the group that it is of."""

    name: str
    rank: int
    group: str


@cache
def address_groups() -> Sequence[str]:
    """The groups of an address, the preferred one first."""
    return tuple(table_beside(__file__, "columns.toml")["address_groups"]["order"])


@cache
def _groups() -> Sequence[Words]:
    return sorted({words_of_header(one) for one in address_groups() if one}, key=lambda one: (-len(one), one))


@lru_cache(maxsize=4_000)
def without_group(words: Words) -> tuple[str, Words]:
    """The group of an address that some words name, and the others."""
    for group in _groups():
        for place in range(len(words) - len(group) + 1):
            is_a_code = group == _POSTAL and place == len(words) - 1  # “Addr ZIP”, which is no postal address
            if words[place : place + len(group)] == group and len(words) > len(group) and not is_a_code:
                return _named_groups()[group], words[:place] + words[place + len(group) :]
    return "", words


_POSTAL = words_of_header("postal")


@cache
def _named_groups() -> Mapping[Words, str]:
    return {words_of_header(one): one for one in reversed(address_groups())}


def part_named(words: Words) -> Named | None:
    """A part of an address by its words in any order: “Street address line 1 - Home”, “Address (City)”."""
    if "address 1 2" in " ".join(words):  # “Address 1&2” has all lines
        words = tuple(word for word in words if word not in ("1", "2"))
    if _names_a_town_line(words):
        return Named("town_line", 40, "")
    rooms = {_address_nouns().get(frozenset([word])) for word in {*words} - _JOINING}
    if rooms == {"street_2"} and len(words) > 2:  # “Apt, Unit or Suite” is of no address of a unit
        return Named("street_2", 50, "")
    leading = next(
        (one for one in _groups() if words[: len(one)] == one and words[len(one) : -1] == ("address",)), None
    )
    if leading and words[-1] in "123456":  # “Mail Addr 1”, not the first of two addresses
        return Named("street" if words[-1] == "1" else f"street_{words[-1]}", 0, _named_groups()[leading])
    group, rest = without_group(words)
    if _names_a_town_line(rest):
        return Named("town_line", 40, group)
    named = {"address", "line", "location"} & {*rest}
    bare = frozenset(rest) - {"address", "line", "location"}
    if not bare:
        return Named("street", 0, group) if named else None
    if bare <= {*"123456"} and len(bare) == 1 and (named or group in _IN_LINES):
        (number,) = bare
        return Named("street" if number == "1" else f"street_{number}", 0, group)
    if bare <= {"number", "name", "full"}:
        return Named("whole", 0, group) if named and bare == {"full"} else None
    for those in (
        bare,
        bare - {"number"},
        bare - {"name"} if "or" not in bare else bare,
        bare - {"full", "complete", "current"},
    ):
        if those and (found := _address_nouns().get(those)):
            return Named(found, 0, group)
    synonyms = {_address_nouns().get(frozenset([word])) for word in bare - _JOINING}
    alike = synonyms.pop() if len(synonyms) == 1 else None
    return Named(alike, 50, group) if alike else None


_JOINING = frozenset(["or", "and", "oder", "und", "ou", "o", "y"])


def _names_a_town_line(words: Words) -> bool:
    """Whether each word is another part of the line with the town: “Town / PC”, “City and State”."""
    those = ["state" if word == "st" else word for word in words if word not in _BESIDE_A_TOWN]
    parts = [_address_nouns().get(frozenset([word]), "") for word in those]
    return len(parts) == len({*parts}) > 1 and {*parts} <= {"city", "region", "postal_code"}


_BESIDE_A_TOWN = frozenset(["and", "4", "plus", "und", "et", "y", "or", "with", "address", "line", "code"])
_IN_LINES = ("bill to", "ship to", "billing", "shipping", "mailing")


@cache
def _address_nouns() -> Mapping[frozenset[str], str]:
    found: dict[frozenset[str], str] = {}
    for name, spellings in table_beside(__file__, "columns.toml")["address"].items():
        for alias in spellings:
            words = words_of_header(alias)
            found.setdefault(frozenset(words), name)
            if bare := frozenset(words) - {"address", "line"}:
                found.setdefault(bare, name)
    return {words: name for words, name in found.items() if not words <= {*"123456"}}
