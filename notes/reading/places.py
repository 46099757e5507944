"""Where customers live: the columns of an address as one, the best group of several, codes with their zeros."""

import re
from collections.abc import Mapping, Sequence

from notes.customers import Address
from notes.post.addresses import taken_apart
from notes.post.countries import country_code
from notes.post.postal_codes import postal_code
from notes.problems import Level
from notes.reading.tables.cells import Cells
from notes.reading.tables.meanings import address_groups
from notes.reading.tables.records import records

_STREETS = ("street", "street_2", "street_3", "street_4")
_ON_ONE_LINE = ("city", "region", "postal_code", "country")


def read_addresses(cells: Cells) -> list[Address]:
    """The address of each row: of several groups of columns, the first that has a street; two are never mixed."""
    given = _completed(cells.table.columns.addresses)
    groups = [
        _read_group(cells, given[name]) for name in address_groups() if name in given and _is_address(given[name])
    ]
    rows = zip(*groups, strict=True) if groups else [()] * len(cells)
    return [_best(row, country) for row, country in zip(rows, _lone_countries(cells), strict=True)]


def _completed(groups: Mapping[str, Mapping[str, int]]) -> Mapping[str, Mapping[str, int]]:
    """Groups of columns, “Street” and “Ship City” taken together where neither has what the other has."""
    streets = [name for name, parts in groups.items() if "street" in parts and "city" not in parts]
    towns = [name for name, parts in groups.items() if "city" in parts and not {"street", "po_box"} & set(parts)]
    if len(streets) != 1 or len(towns) != 1:
        return groups
    whole = {**groups[towns[0]], **groups[streets[0]]}
    return {name: parts for name, parts in groups.items() if name not in towns} | {streets[0]: whole}


def _best(addresses: Sequence[Address], country: str) -> Address:
    for one in addresses:
        if one.usable:
            return one
    best = next((one for one in addresses if one.lines), None)
    best = best or next((one for one in addresses if one.city or one.postal_code or one.country), None)
    return best or Address(country=country)


def _is_address(columns: Mapping[str, int]) -> bool:
    """A region or country alone says where somebody’s computer was, not where a letter goes."""
    return any(part in columns for part in (*_STREETS, "po_box", "whole", "city", "postal_code"))


def _lone_countries(cells: Cells) -> list[str]:
    column = cells.table.columns.addresses.get("", {}).get("country")
    return [""] * len(cells) if column is None else [country_code(text) for text in cells.texts(column)]


def _read_group(cells: Cells, columns: Mapping[str, int]) -> list[Address]:
    texts = {part: cells.texts(column, lines=part not in _ON_ONE_LINE) for part, column in columns.items()}
    empty = [""] * len(cells)
    cities, regions = texts.get("city", empty), texts.get("region", empty)
    countries = list(map(country_code, texts.get("country", empty)))
    codes, countries = _codes(cells, columns.get("postal_code"), texts.get("postal_code", empty), countries, regions)
    lines = _lines(texts, len(cells))
    found = records(Address, len(cells), lines=lines, city=cities, region=regions, postal_code=codes, country=countries)
    return _with_whole(found, texts, alone=not any(part in columns for part in ("city", "postal_code")))


def _lines(texts: Mapping[str, Sequence[str]], count: int) -> list[tuple[str, ...]]:
    """The lines of each street, number and box."""
    streets = texts.get("street", [""] * count)
    if "house_number" in texts:
        streets = [f"{street} {number}".strip() for street, number in zip(streets, texts["house_number"], strict=True)]
    more = [texts[part] for part in _STREETS[1:] if part in texts]
    if "po_box" in texts:
        more.append([_box(text) for text in texts["po_box"]])
    if not more:
        return [_split(street) for street in streets]
    return [tuple(line for text in row for line in _split(text)) for row in zip(streets, *more, strict=True)]


def _split(text: str) -> tuple[str, ...]:
    if "\n" not in text:
        return (text,) if text else ()
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def _with_whole(found: list[Address], texts: Mapping[str, Sequence[str]], *, alone: bool) -> list[Address]:
    """The addresses; those in one cell, because no other column has a part of them, are taken apart."""
    whole = texts.get("whole") or (texts.get("street") if alone else None)
    if whole is None:
        return found
    return [
        taken_apart(text) if text and (alone or not one.lines) else one for one, text in zip(found, whole, strict=True)
    ]


def _box(text: str) -> str:
    """A number in the column of the post box is “PO Box 118”."""
    return f"PO Box {text}" if text.isdigit() else text


def _codes(
    cells: Cells, column: int | None, codes: Sequence[str], countries: Sequence[str], regions: Sequence[str]
) -> tuple[list[str], list[str]]:
    """The postal codes with their zeros, and the countries, from the codes where need be."""
    home = cells.settings.business.country
    found: list[str] = []
    known = list(countries)
    for row, (text, country, region) in enumerate(zip(codes, countries, regions, strict=True)):
        if not text:
            found.append("")
            continue
        known[row] = country or _country_of(text, region)
        code, message, remedy = postal_code(text, known[row] or home, region)
        if message:
            cells.tell(message, remedy, Level.WARNING, row=row, column=column)
        found.append(code)
    return found, known


_CANADIAN = re.compile(r"[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d")
_PROVINCES = frozenset(["AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT"])


def _country_of(code: str, region: str) -> str:
    """Canada, where code and province both say so and no column does: shops south of it have no such column."""
    return "CA" if region.upper() in _PROVINCES and _CANADIAN.fullmatch(code.upper()) else ""
