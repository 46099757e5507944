"""Prefixes: “RA Street” and “LA Street”, where letters that nobody knows say which of two addresses a column is of."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from notes.reading.tables.address_headers import address_groups
from notes.reading.tables.meanings import ADDRESS_PARTS, meanings
from notes.reading.tables.parts import Whose, Words, parts_of, scene_of, words_of_header
from notes.resources import table_beside

_PREFIX = re.compile(r"(?P<prefix>[^\W\d_]{1,12})[\s_.:/-]+(?P<rest>\S.*)")
LEAST_COLUMNS = 4
_NAMES = ("name", "first_name", "last_name", "company", "display_name")


def without_prefixes(kind: str, headers: Sequence[str]) -> Sequence[str]:
    """The headers without a prefix that nobody knows; what stands behind a second one is where things are sent.

    A prefix stands before a name and an address, in columns that would not be understood with it.

    >>> without_prefixes("customers", ["Key", "RA Name", "RA Street", "RA City", "RA ZIP"])
    ['Key', 'Name', 'Street', 'City', 'ZIP']
    >>> without_prefixes("customers", ["Name", "City", "ZIP", "Street"])
    ['Name', 'City', 'ZIP', 'Street']
    """
    matches = {column: match for column, header in enumerate(headers) if (match := _PREFIX.fullmatch(header.strip()))}
    counts = Counter(match["prefix"] for match in matches.values())
    if not counts or counts.most_common(1)[0][1] < LEAST_COLUMNS:
        return headers
    rests: dict[str, dict[int, str]] = {}
    for column, match in matches.items():
        rests.setdefault(match["prefix"], {})[column] = match["rest"]
    unknown = [
        those
        for prefix, those in rests.items()
        if len(those) >= LEAST_COLUMNS
        and (_is_of_an_address(kind, [*those.values()]) or _is_a_letter(kind, prefix, those))
        and (_is_unknown(kind, prefix) or _has_a_twin(prefix, those, rests))
    ]
    letters = {prefix for prefix, those in rests.items() if those in unknown and len(prefix) == 1}
    if len(letters) > 1:
        return _replaced(headers, sorted(unknown, key=lambda those: _is_a_strangers(headers, those)))
    prefixed = {column for those in unknown for column in those}
    bare = [header for column, header in enumerate(headers) if column not in prefixed]
    if not unknown or any(_first_meaning(kind, header) in _NAMES for header in bare):
        return headers
    return _replaced(headers, unknown)


def without_tags(kind: str, headers: Sequence[str]) -> Sequence[str]:
    """The headers without the tags that a database puts before many of them, which say nothing that we know.

    >>> without_tags("customers", ["CnBio_First_Name", "CnBio_Last_Name", "CnBio_Birth_date", "CnAdrPrf_City"])
    ['First Name', 'Last Name', 'Birth date', 'Adr Prf City']
    """
    apart = [[word for word in _GAPS.split(_JOINTS.sub(" ", header)) if word] for header in headers]
    counts = Counter(word for those in apart for word in {*those[:-1]})
    tags = {word for word, count in counts.items() if count >= LEAST_TAGGED and _is_a_tag(kind, word)}
    if not tags or sum(not tags.isdisjoint(those[:-1]) for those in apart) * 2 < len(headers):
        return headers
    found = []
    for header, those in zip(headers, apart, strict=True):
        rest = [word for place, word in enumerate(those) if word not in tags or place == len(those) - 1]
        found.append(header if len(rest) == len(those) or not those else " ".join(rest))
    return found


LEAST_TAGGED = 3  # columns
_GAPS = re.compile(r"[\s_.:/-]+")
_JOINTS = re.compile(r"(?<=[a-z])(?=[A-Z])")


def _is_a_tag(kind: str, word: str) -> bool:
    """Whether a short word is no word of any header that we know."""
    is_short = 1 < len(word) <= _LONGEST_TAG and word.isalpha()
    return is_short and _is_unknown(kind, word) and {*words_of_header(word)}.isdisjoint(_known())


_LONGEST_TAG = 4


@cache
def _known() -> frozenset[str]:
    """Every word of a header that is listed."""
    listed = (
        one
        for name in ("customers", "address", "orders")
        for one in table_beside(__file__, "columns.toml")[name].values()
    )
    return frozenset(word for spellings in listed for alias in spellings for word in words_of_header(alias))


def _is_a_letter(kind: str, prefix: str, those: Mapping[int, str]) -> bool:
    """Whether one letter stands before each part of an address: “O-Street, O-City, O-St, O-Zip”."""
    known = [_first_meaning(kind, rest) for rest in those.values()]
    return len(prefix) == 1 and sum(one in ADDRESS_PARTS for one in known) >= LEAST_COLUMNS - 1


def _is_a_strangers(headers: Sequence[str], those: Mapping[int, str]) -> bool:
    """Whether the letter before an address is that of somebody else: “D-Street” beside “Deliver To”."""
    letter = headers[min(those)][:1].casefold()
    named = [header for column, header in enumerate(headers) if column not in those]
    return any(
        header[:1].casefold() == letter and parts_of(header, scene_of(headers)).whose is Whose.OTHER for header in named
    )


def _replaced(headers: Sequence[str], unknown: Sequence[Mapping[int, str]]) -> Sequence[str]:
    """The headers, those of the first prefix without it, those of a second one called by what is sent there."""
    found = list(headers)
    for place, those in enumerate(unknown[:2]):
        for column, rest in those.items():
            found[column] = rest if place == 0 else f"Shipping {rest}"
    return found


def _is_of_an_address(kind: str, rests: Sequence[str]) -> bool:
    """Whether the headers without their prefix say who lives where."""
    known = [_first_meaning(kind, rest) for rest in rests]
    return any(one in _NAMES for one in known) and sum(one in ADDRESS_PARTS for one in known) > 1


def _is_unknown(kind: str, prefix: str) -> bool:
    """Whether a word says neither whose a column is nor what it holds."""
    parts = parts_of(prefix)
    return not (parts.owned or meanings(kind, prefix) or words_of_header(prefix) in _groups_of_addresses())


def _has_a_twin(prefix: str, those: Mapping[int, str], rests: Mapping[str, Mapping[int, str]]) -> bool:
    """Whether two letters that may mean something have a twin before the same names: “BT City”, “ST City”."""
    twins = (other for name, other in rests.items() if name != prefix and len(name) == len(prefix) <= _INITIALS)
    return any(len({*those.values()} & {*other.values()}) >= LEAST_COLUMNS - 1 for other in twins)


_INITIALS = 2


@cache
def _groups_of_addresses() -> frozenset[Words]:
    return frozenset(words_of_header(one) for one in address_groups())


def _first_meaning(kind: str, header: str) -> str:
    return next((one.name for one in meanings(kind, header) if not one.whose.value), "")
