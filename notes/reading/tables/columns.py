"""Columns: which field a header means, by a table of the names that offices and their programs use."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache

from notes.language.folding import squashed
from notes.language.texts import cleaned, on_one_line
from notes.resources import table_beside
from notes.toml import toml_line

_PARENTHESES = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
ADDRESS_PARTS = (
    "street", "street_2", "street_3", "street_4", "house_number", "po_box",
    "city", "region", "postal_code", "country", "whole",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table by field, counted from 0; `addresses` by group and part; `unknown` are not used."""

    fields: Mapping[str, int]
    addresses: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    headers: Sequence[str] = ()
    unknown: Sequence[int] = ()
    aside: Mapping[int, str] = field(default_factory=dict)

    def header(self, column: int) -> str:
        return self.headers[column] if column < len(self.headers) else ""

    @property
    def understood(self) -> int:
        return len(self.fields) + sum(len(group) for group in self.addresses.values())


@cache
def _tables() -> Mapping[str, Mapping[str, tuple[str, int]]]:
    """By kind of table: squashed alias → (field, how far from the first of its names)."""
    return {kind: _squashed_aliases(kind, content) for kind, content in table_beside(__file__, "columns.toml").items()}


def _squashed_aliases(kind: str, content: Mapping[str, object]) -> Mapping[str, tuple[str, int]]:
    if kind == "left_aside":
        return {squashed(name): (str(reason), 0) for name, reason in content.items()}
    aliases: dict[str, tuple[str, int]] = {}
    for name, spellings in content.items():
        assert isinstance(spellings, list)  # noqa: S101 - our own file
        for rank, alias in enumerate(spellings):
            aliases.setdefault(squashed(alias), (name, rank))
    return aliases


@cache
def _address_part(key: str) -> tuple[str, str, int] | None:
    """(group, part, rank) of a squashed header: the name of a group, perhaps “address”, and the name of a part."""
    parts = _tables()["address"]
    for group in address_groups():
        for begin in (squashed(group), squashed(group) + "address"):
            if key.startswith(begin) and key[len(begin) :] in parts:
                return group, *parts[key[len(begin) :]]
    return None


@cache
def address_groups() -> Sequence[str]:
    """The groups of an address, the preferred one first."""
    return tuple(table_beside(__file__, "columns.toml")["address_groups"]["order"])


@cache
def known_fields(kind: str = "customers") -> Sequence[str]:
    """The fields that [columns] of the settings may name."""
    names = dict.fromkeys(name for name, _ in _tables()[kind].values())
    return (*names, *ADDRESS_PARTS) if kind == "customers" else tuple(names)


def recognised(kind: str, header: str) -> bool:
    """Whether a header is understood in a table of this kind."""
    return any(
        key in _tables()[kind] or (kind == "customers" and _address_part(key)) or key in _tables()["left_aside"]
        for key in _keys(header)
    ) or bool(_total_of_a_year(kind, header))


def recognise(kind: str, headers: Sequence[str], chosen: Mapping[str, str] | None = None) -> Columns:
    """What each header means; what the settings choose comes before the table of names."""
    fields, addresses = _chosen(headers, chosen or {}, kind)
    taken = {*fields.values(), *(column for group in addresses.values() for column in group.values())}
    ranks: dict[tuple[str, str], tuple[int, int]] = {}
    aside: dict[int, str] = {}
    unknown: list[int] = []
    for column, header in enumerate(headers):
        if column in taken or not header:
            continue
        found = _meaning(kind, header)
        if found is None:
            unknown.append(column)
        elif found[0] == "left_aside":
            aside[column] = found[1]
        else:
            where, name, rank = found
            _take(
                fields if where == "" else addresses.setdefault(where[1:], {}),
                ranks,
                (where, name),
                rank,
                column,
                unknown,
            )
    return Columns(fields, addresses, list(headers), sorted(unknown), aside)


def _take(
    group: dict[str, int], ranks: dict[tuple[str, str], tuple[int, int]], key: tuple[str, str], rank: int, column: int,
    unknown: list[int],
) -> None:  # fmt: skip
    """Give the field to the column whose name is nearest to the first of the field’s names."""
    name = key[1]
    if name not in group:
        group[name], ranks[key] = column, (rank, column)
    elif key in ranks and (rank, column) < ranks[key]:
        unknown.append(group[name])
        group[name], ranks[key] = column, (rank, column)
    else:
        unknown.append(column)


def _chosen(
    headers: Sequence[str], chosen: Mapping[str, str], kind: str
) -> tuple[dict[str, int], dict[str, dict[str, int]]]:
    """The columns that the settings name; a field that does not belong to this kind of table is passed over."""
    by_key = {squashed(header): column for column, header in reversed(list(enumerate(headers)))}
    fields: dict[str, int] = {}
    addresses: dict[str, dict[str, int]] = {}
    for name, header in chosen.items():
        column = by_key.get(squashed(header))
        if column is None:
            continue
        if kind == "customers" and name in ADDRESS_PARTS:
            addresses.setdefault("", {})[name] = column
        elif name in known_fields(kind):
            fields[name] = column
    return fields, addresses


def _meaning(kind: str, header: str) -> tuple[str, str, int] | None:
    """(where, field, rank): where is "" for a field, "@group" for a part of an address, "left_aside" for neither."""
    for worse, key in enumerate(_keys(header)):
        if key in _tables()[kind]:
            name, rank = _tables()[kind][key]
            return "", name, rank + 1000 * worse
        if kind == "customers" and (found := _address_part(key)):
            group, part, rank = found
            return "@" + group, part, rank + 1000 * worse
        if key in _tables()["left_aside"]:
            return "left_aside", _tables()["left_aside"][key][0], 0
    return _total_of_a_year(kind, header)


def _total_of_a_year(kind: str, header: str) -> tuple[str, str, int] | None:
    """“Sales 2025” is what they spent, and the last of several years counts; “Card 2025” does not allow sending one."""
    years = _YEAR.findall(header)
    if len(years) != 1 or kind != "customers":
        return None
    name, _ = _tables()[kind].get(squashed(_YEAR.sub("", header)), ("", 0))
    return ("", name, 10_000 - int(years[0])) if name == "total_spent" else None


@cache
def _keys(header: str) -> tuple[str, ...]:
    """The header for comparing, whole and without what is in parentheses at its end."""
    whole = squashed(header)
    return tuple(dict.fromkeys(filter(None, [whole, squashed(_PARENTHESES.sub("", header))])))


def how_to_name(headers: Sequence[str]) -> str:
    """How to name columns in notes.toml that were not understood, with lines that can be typed as they are.

    >>> print(how_to_name(["Hobbys", "Qx"]))
    If you need one of them, write under [columns] in notes.toml:
    likes = "Hobbys"
    The names to put before the = are listed in data/README.md.
    """
    near = [(name, header) for header in headers if (name := _nearest(header))][:3]
    lines = [toml_line(name, header) for name, header in near or [("likes", headers[0])]]
    begin = "If you need one of them, write under [columns] in notes.toml" + (":" if near else ", for example:")
    return "\n".join([begin, *lines, "The names to put before the = are listed in data/README.md."])


def _nearest(header: str) -> str:
    """The field whose names are spelled most like a header; "" where none is near."""
    known = {key: name for key, (name, _) in _tables()["customers"].items() if len(key) > 3}
    near = get_close_matches(squashed(_YEAR.sub("", header)), known, cutoff=0.8)
    return known[near[0]] if near else ""


def header_text(value: object) -> str:
    return on_one_line(cleaned(value)) if isinstance(value, str) else "" if value is None else str(value)


def quoted_headers(headers: Iterable[str], most: int = 12) -> str:
    """Headers in a sentence: “Colour”, “Size” and 3 more."""
    names = [f"“{header}”" for header in headers]
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")
