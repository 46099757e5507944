"""Where customers live: the columns of an address as one, the best group of several, codes with their zeros."""

import re
from collections.abc import Mapping, Sequence

from notes.customers import Address
from notes.problems import Level
from notes.reading.addresses import taken_apart
from notes.reading.cells import Cells
from notes.reading.columns import address_groups
from notes.reading.countries import country_code
from notes.reading.postcodes import postal_code

_STREETS = ("street", "street_2", "street_3", "street_4")
_ONLY_STREET = frozenset([*_STREETS[1:], "po_box"])


def read_addresses(cells: Cells) -> list[Address]:
    """The address of each row: of several groups of columns the first that has a street; never two mixed."""
    given = _completed(cells.table.columns.addresses)
    groups = [
        _read_group(cells, given[name]) for name in address_groups() if name in given and _is_address(given[name])
    ]
    lone = _lone_countries(cells)
    return [_best([group[row] for group in groups], lone[row]) for row in range(len(cells))]


def _completed(groups: Mapping[str, Mapping[str, int]]) -> Mapping[str, Mapping[str, int]]:
    """Groups of columns, “Street” and “Ship City” taken together where neither has what the other has."""
    streets = [name for name, parts in groups.items() if "street" in parts and "city" not in parts]
    towns = [name for name, parts in groups.items() if "city" in parts and not {"street", "po_box"} & set(parts)]
    if len(streets) != 1 or len(towns) != 1:
        return groups
    whole = {**groups[towns[0]], **groups[streets[0]]}
    return {name: parts for name, parts in groups.items() if name not in towns} | {streets[0]: whole}


def _best(addresses: Sequence[Address], country: str) -> Address:
    best = next((one for one in addresses if one.usable), None)
    best = best or next((one for one in addresses if one.lines), None)
    best = best or next((one for one in addresses if one.city or one.postal_code or one.country), None)
    return best or Address(country=country)


def _is_address(columns: Mapping[str, int]) -> bool:
    """A region or country alone is where somebody’s computer was, not where a letter goes."""
    return any(part in columns for part in (*_STREETS, "po_box", "whole", "city", "postal_code"))


def _lone_countries(cells: Cells) -> list[str]:
    column = cells.table.columns.addresses.get("", {}).get("country")
    return [country_code(text) for text in cells.texts(column)]


def _read_group(cells: Cells, columns: Mapping[str, int]) -> list[Address]:
    texts = {part: cells.texts(column, lines=True) for part, column in columns.items()}
    empty = [""] * len(cells)
    alone = not any(part in columns for part in ("city", "postal_code"))
    codes = texts.get("postal_code", empty)
    names = list(texts)
    found: list[Address] = []
    for row, values in enumerate(zip(*texts.values(), strict=True)):
        address = _address(dict(zip(names, values, strict=True)), alone)
        if codes[row]:
            address = _with_code(cells, row, columns["postal_code"], address, codes[row])
        found.append(address)
    return found


def _address(part: Mapping[str, str], alone: bool) -> Address:
    """An address from its columns; a street that is the only column holds all of it."""
    street = part.get("street", "")
    whole = part.get("whole", "") if not (street or part.get("po_box")) else ""
    if whole or (alone and street):
        return taken_apart(whole or street)
    if number := part.get("house_number"):
        street = f"{street} {number}".strip()
    lines: tuple[str, ...] = (street,) if street else ()
    if "\n" in street or not _ONLY_STREET.isdisjoint(part):
        texts = [street, *(part.get(name, "") for name in _STREETS[1:]), _box(part.get("po_box", ""))]
        lines = tuple(line.strip() for text in texts if text for line in text.split("\n") if line.strip())
    return Address(
        lines,
        _plain(part.get("city", "")),
        _plain(part.get("region", "")),
        "",
        country_code(_plain(part.get("country", ""))),
    )


def _plain(text: str) -> str:
    return " ".join(text.split()) if "\n" in text else text


def _box(text: str) -> str:
    """A number in the column of the post box is “PO Box 118”."""
    return f"PO Box {text}" if text.isdigit() else text


def _with_code(cells: Cells, row: int, column: int, address: Address, code: str) -> Address:
    code = _plain(code)
    country = address.country or _country_of(code, address.region) or cells.settings.business.country
    code, message, remedy = postal_code(code, country, address.region)
    if message:
        cells.tell(message, remedy, Level.WARNING, row=row, column=column)
    return Address(
        address.lines, address.city, address.region, code, address.country or _country_of(code, address.region)
    )


_CANADIAN = re.compile(r"[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d")
_PROVINCES = frozenset(["AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT"])


def _country_of(code: str, region: str) -> str:
    """Canada, where code and province both say so and no column does: shops south of it have no such column."""
    return "CA" if region.upper() in _PROVINCES and _CANADIAN.fullmatch(code.upper()) else ""
