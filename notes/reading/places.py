"""Where customers live: the columns of an address as one, the best group of several, and nothing that is no address."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from notes.customers import Address
from notes.post.countries import country_code
from notes.post.towns import taken_apart
from notes.problems import Level
from notes.reading.address_columns import STREETS, AddressColumns, Names
from notes.reading.destinations import Destination, best_of, first_usable, needs_a_choice, takes_parcels_only
from notes.reading.tables.address_headers import address_groups
from notes.reading.tables.cells import Cells
from notes.reading.tables.meanings import RECIPIENTS, is_of_an_exception
from notes.reading.tables.parts import words_of_header
from notes.reading.values.answers import yes_or_no

T = TypeVar("T")
NOWHERE = Address()


def read_addresses(cells: Cells, names: Names = lambda _: ()) -> list[Address]:
    """The address of each row: of several groups of columns, the first that has a street; two are never mixed.

    `names` are those of each row; a line that only repeats one of them is no line of the address.
    """
    given = _completed(_with_wholes(cells, cells.table.columns.addresses))
    named = [name for name in address_groups() if name in given and _is_address(given[name])]
    named.sort(key=lambda name: not _is_an_exception(cells, given[name]))
    groups: list[Sequence[Address]] = [AddressColumns(cells, given[name], names).addresses() for name in named]
    recipients = [recipients_of(cells, given[name]) for name in named]
    ticked = _ticked(cells, named) if len(named) > 1 else {}
    if ticked:
        groups, recipients = _ticked_first(groups, ticked), _ticked_first(recipients, ticked)
    rows = zip(*groups, strict=True) if groups else [()] * len(cells)
    countries = _lone_countries(cells)
    if not any(map(any, recipients)) and not needs_a_choice(groups):
        if len(groups) == 1 and not any(countries):
            return [one if one.lines or one.city or one.postal_code or one.country else NOWHERE for one in groups[0]]
        return [first_usable(row, country) for row, country in zip(rows, countries, strict=True)]
    whose = zip(*recipients, strict=True)
    destinations = [[*map(Destination, *pair)] for pair in zip(rows, whose, strict=True)]
    _tell_lockers(cells, destinations)
    known = map(names, range(len(cells)))
    return [best_of(*row) for row in zip(destinations, known, countries, strict=True)]


def _is_an_exception(cells: Cells, columns: Mapping[str, int]) -> bool:
    """Whether a column has the addresses of those alone who have their mail sent elsewhere: “Postal (if diff)”."""
    return {*columns} == {"whole"} and is_of_an_exception(cells.table.columns.header(columns["whole"]))


def _ticked(cells: Cells, groups: Sequence[str]) -> Mapping[int, int]:
    """The group of each row that a column of ticks says is the one for the mail: “Address_2 Billing?” has a yes."""
    found: dict[int, int] = {}
    for place, column in _columns_of_ticks(cells, groups):
        for row, value in enumerate(cells.values(column)):
            if yes_or_no(value):
                found.setdefault(row, place)
    return found


def _columns_of_ticks(cells: Cells, groups: Sequence[str]) -> Iterator[tuple[int, int]]:
    for column in cells.table.columns.unknown:
        said = words_of_header(cells.table.columns.header(column))
        answers = {yes_or_no(value) for value in cells.values(column) if value not in (None, "")}
        if said[-1:] and said[-1] in _FOR_THE_MAIL and answers <= {True, False} and True in answers:
            yield from ((place, column) for place, one in enumerate(groups) if words_of_header(one) == said[:-1])


_FOR_THE_MAIL = frozenset(["mailing", "mail", "billing", "primary", "preferred", "default", "main", "current"])


def _ticked_first(groups: Sequence[Sequence[T]], ticked: Mapping[int, int]) -> list[Sequence[T]]:
    """The groups, in each row the ticked one in the place of the first, and the first in its place."""
    found = [list(group) for group in groups]
    for row, place in ticked.items():
        found[0][row], found[place][row] = found[place][row], found[0][row]
    return [*found]


def recipients_of(cells: Cells, columns: Mapping[str, int]) -> Sequence[str]:
    """Who is named as living at the addresses of a group of columns; "" where nobody is."""
    whole, first, last = (cells.texts(columns.get(part)) for part in RECIPIENTS)
    return [one or f"{two} {three}".strip() for one, two, three in zip(whole, first, last, strict=True)]


def _tell_lockers(cells: Cells, destinations: Sequence[Sequence[Destination]]) -> None:
    for row, those in enumerate(destinations):
        lockers = [one.address for one in those if takes_parcels_only(one.address)]
        if lockers and not any(one.address.usable for one in those if one.address not in lockers):
            message = f"“{lockers[0].lines[0]}” takes parcels and no letters, so no envelope is made."
            cells.tell(message, "Write the address at which they live.", Level.WARNING, row)


def _with_wholes(cells: Cells, groups: Mapping[str, Mapping[str, int]]) -> Mapping[str, Mapping[str, int]]:
    """The groups of columns; a lone column of a group that has whole addresses is no street for the town of another."""
    lone = [name for name, parts in groups.items() if name and {*parts} == {"street"}]
    if len(groups) < 2 or not lone:
        return groups
    found = dict(groups)
    for name in lone:
        texts = [text for text in cells.texts(groups[name]["street"])[:SAMPLE] if text]
        apart = [taken_apart(text, cells.settings.business.country) for text in texts]
        if sum(bool(one.usable and one.postal_code) for one in apart) * 10 >= 7 * len(texts) > 0:
            found[name] = {"whole": groups[name]["street"]}
    return found


SAMPLE = 100  # rows are looked at


def _completed(groups: Mapping[str, Mapping[str, int]]) -> Mapping[str, Mapping[str, int]]:
    """Groups of columns, “Street” and “Ship City” taken together where neither has what the other has."""
    towns = [name for name, parts in groups.items() if {"city", "town_line"} & {*parts} and not _has_street(parts)]
    streets = [
        name for name, parts in groups.items() if _has_street(parts) and not {"city", "town_line", "whole"} & {*parts}
    ]
    if len(streets) == 1 and len(towns) == 1:
        whole = {**groups[towns[0]], **groups[streets[0]]}
        groups = {name: parts for name, parts in groups.items() if name not in towns} | {streets[0]: whole}
    groups = _with_the_rest(groups)
    loose = groups.get("", {})
    full = [name for name, parts in groups.items() if name and {"street", "whole"} & {*parts}]
    if loose and full and set(loose) <= {"street_2", "street_3", "country", "region", "postal_code_4", "house_number"}:
        first = min(full, key=address_groups().index)
        if "street_2" in loose and len(full) > 1:  # the flat is in the house, not where its owner has his mail sent
            first = next((name for name in sorted(full, key=address_groups().index) if name not in _SENT_TO), first)
        if "street_2" in loose and "street_2" in groups[first]:
            loose = {"street_4" if part == "street_2" else part: column for part, column in loose.items()}
        return {**groups, first: {**loose, **groups[first]}}
    return groups


_SENT_TO = (
    "preferred",
    "pref",
    "mailing",
    "mail",
    "postal",
    "po",
    "correspondence",
    "corr",
    "billing",
    "bill to",
    "invoice",
)


def _with_the_rest(groups: Mapping[str, Mapping[str, int]]) -> Mapping[str, Mapping[str, int]]:
    """The groups, what stands in one of its own (“Postal / ZIP”, “State”) for the only address."""
    streets = [name for name, parts in groups.items() if _has_street(parts)]
    rests = [name for name, parts in groups.items() if {*parts} <= {"region", "postal_code", "country"}]
    if len(streets) != 1:
        return groups
    rest = {part: column for name in rests for part, column in groups[name].items()}
    kept = {name: parts for name, parts in groups.items() if name not in rests}
    return kept | {streets[0]: {**rest, **groups[streets[0]]}}


def _has_street(parts: Mapping[str, int]) -> bool:
    return bool({"street", "po_box"} & {*parts})


def _is_address(columns: Mapping[str, int]) -> bool:
    """A region or country alone says where somebody’s computer was, not where a letter goes."""
    return any(part in columns for part in (*STREETS, "po_box", "whole", "city", "town_line", "postal_code"))


def _lone_countries(cells: Cells) -> list[str]:
    column = cells.table.columns.addresses.get("", {}).get("country")
    return [""] * len(cells) if column is None else [country_code(text) for text in cells.texts(column)]
