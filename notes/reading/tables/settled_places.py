"""Settled places: which columns are of one address, by their cells and by the columns that they stand beside."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from notes.language.texts import word_set
from notes.reading.tables.address_headers import without_group
from notes.reading.tables.columns import cell_of
from notes.reading.tables.parts import Whose, parts_of, room_of, words_of_header

if TYPE_CHECKING:
    from notes.reading.tables.recognition import Recognition

_SUBURBS = word_set(
    "lieu dit suburb locality district village hamlet neighbourhood neighborhood area townland quartier ortsteil "
    "stadtteil bairro barrio colonia frazione localita wijk bydel stadsdel fraccionamiento urbanizacion"
)
_BESIDE_A_SUBURB = frozenset(["address", "name", "line"])


def settle_followers(found: "Recognition") -> None:
    """“City” and “Zip” behind “Mailing Address” are of that address, and those behind “Unit Address” of the other."""
    loose = found.addresses.get("", {})
    if found.kind != "customers" or {"street", "whole", "po_box"} & loose.keys():
        loose = {}
    named = [(max(group.values()), group) for name, group in found.addresses.items() if name and _has_street(group)]
    for last, group in sorted(named, key=lambda one: one[0]):
        for column, part in _bare_parts_behind(found, last):
            is_free = column not in found.taken or loose.get(part) == column
            if part in group or not is_free:
                break
            if loose.get(part) == column:
                del loose[part]
            group[part] = column
            found.taken.add(column)
    if not found.addresses.get("", {"street": 0}):
        del found.addresses[""]


def _bare_parts_behind(found: "Recognition", last: int) -> Iterator[tuple[int, str]]:
    """The town, state and code behind a column, and which part each is, until another address begins."""
    places = {column for group in found.addresses.values() for column in group.values()}
    gap = False
    for column in range(last + 1, len(found.headers)):
        those = found.meanings_of(column, found.read_as[column]) if found.read_as[column] else iter(())
        meaning = next(those, None)
        if meaning is not None and meaning.group == "" and meaning.name in _BEHIND_A_STREET:
            if not gap or meaning.name in ("city", "postal_code"):
                yield column, meaning.name
        elif column in places:
            return
        else:
            gap = True


_BEHIND_A_STREET = frozenset(["city", "region", "postal_code", "postal_code_4", "country", "town_line"])


def _has_street(group: Mapping[str, int]) -> bool:
    return bool({"street", "po_box"} & group.keys())


def settle_numbers(found: "Recognition") -> None:
    """“Nr” directly beside streets without numbers is the number of the house."""
    for group in found.addresses.values():
        _keep_house_names(found, group)
        house = group.get("house_number")
        if house is not None and "street" not in group and found.look(house).mostly(found.look(house).streets):
            group["street"] = group.pop("house_number")
        elif house is not None and _is_vague_beside(found, house, group.get("street")):
            found.give_back(group.pop("house_number"))
        _keep_floors(found, group)
        street = group.get("street")
        if street is None or "house_number" in group or found.look(street).mostly(found.look(street).numbered):
            continue
        beside = [one for one in (street + 1, street - 1) if 0 <= one < len(found.headers)]
        named = [one for one in beside if words_of_header(found.headers[one]) in _BARE_NUMBERS]
        named = named or [one for one in beside if _are_numbers_of_houses(found, one, street)]
        those = [one for one in named if not found.rows or found.look(one).mostly(found.look(one).numbered)]
        for number in those[:1]:
            group["house_number"] = number
            found.taken.add(number)
            for name in [name for name, column in found.fields.items() if column == number]:
                del found.fields[name]


_BARE_NUMBERS = (("number",), ("n",))


def _keep_house_names(found: "Recognition", group: dict[str, int]) -> None:
    """“House Name” beside “No.” is a line of its own above the street, and what stands in the other the number."""
    house = group.get("house_number")
    if house is None or "name" not in words_of_header(found.headers[house]) or "street_2" in group:
        return
    street = group.get("street", house)
    beside = {words_of_header(found.headers[one]) for one in (street - 1, street + 1) if 0 <= one < len(found.headers)}
    if beside.intersection(_BARE_NUMBERS) and found.look(house).mostly(found.look(house).lettered):
        group["street_2"] = group.pop("house_number")


def _keep_floors(found: "Recognition", group: dict[str, int]) -> None:
    """“Nº/Piso” behind a street without numbers is the number of the house, and the floor behind it."""
    street, room = group.get("street"), group.get("street_2")
    if street is None or room is None or "house_number" in group or room != street + 1:
        return
    looks = found.look(street)
    is_numbered = "number" in words_of_header(found.headers[room]) and not looks.mostly(looks.numbered)
    texts = [text for row in found.some if (text := cell_of(row, room))]
    if is_numbered and len(words_of_header(found.headers[room])) > 1 and any("," in text for text in texts):
        group["house_number"] = group.pop("street_2")


def _are_numbers_of_houses(found: "Recognition", column: int, street: int) -> bool:
    """Whether a column that nobody knows has a number for nearly every street that has none: “Hs-Nr”."""
    header = found.read_as[column]
    if column in found.taken or not header or not found.rows or any(found.meanings_of(column, header)):
        return False
    said = words_of_header(header)
    is_named = "number" in said or (all(len(word) <= _CUT_SHORT for word in said) and not _COUNTED & {*said})
    streets = found.look(street)
    if not is_named or room_of(header) is not None or not streets.hardly(streets.numbered):
        return False
    texts = [text for row in found.some if (text := cell_of(row, column)) and cell_of(row, street)]
    are_numbers = sum(bool(_HOUSE.fullmatch(text)) for text in texts) * 10 >= len(texts) * 8
    return len({*texts}) > 1 and are_numbers and len(texts) * 10 >= streets.filled * 7


_HOUSE = re.compile(r"\d{1,5}(?:\.0)?\s?[a-z]?(?:\s?[-/+]\s?\d{0,5}\s?[a-z]?)?", re.IGNORECASE)
_CUT_SHORT = 4  # letters of “Hse”, “Hnr”
_COUNTED = word_set("age qty kids pers pax alter jahr edad âge dues year yrs size paid owes fee")


def _is_vague_beside(found: "Recognition", house: int, street: int | None) -> bool:
    """Whether “Número” stands beside streets that have their numbers already."""
    if street is None or words_of_header(found.headers[house]) not in _BARE_NUMBERS:
        return False
    return found.look(street).mostly(found.look(street).streets)


def settle_suburb(found: "Recognition") -> None:
    """A suburb beside a city is one more line above it, as in New Zealand; each address has its own."""
    for name, group in found.addresses.items():
        town = group.get("city")
        if town is not None and _group_of_suburb(found.read_as[town]) == name:
            _with_the_town_itself(found, name, group)
    for column, header in enumerate(found.read_as):
        group = found.addresses.get(_group_of_suburb(header), {}) if column not in found.taken else {}
        free = next((part for part in ("street_2", "street_3", "street_4") if part not in group), "")
        if {"city", "street"} <= group.keys() and free and found.look(column).mostly(found.look(column).lettered):
            group[free] = column
            found.taken.add(column)


def _with_the_town_itself(found: "Recognition", name: str, group: dict[str, int]) -> None:
    """The town where “Locality” was taken for it and “Post Town” stands beside."""
    for column, header in enumerate(found.read_as):
        is_sparse = found.look(column).filled * 2 < found.look(group["city"]).filled
        if not header or column in found.taken or _group_of_suburb(header) != "?" or is_sparse:
            continue
        if any(one.name == "city" and one.group == name for one in found.meanings_of(column, header)):
            found.taken.discard(group["city"])
            group["city"] = column
            found.taken.add(column)
            return


def settle_units(found: "Recognition") -> None:
    """Which unit somebody owns or rents is no line of “Owner address” or “Mailing address”, far from its column."""
    named = [name for name, parts in found.addresses.items() if {"street", "whole"} & parts.keys()]
    mailed = bool(named) and _FOR_THE_MAIL.issuperset(named)
    for group in found.addresses.values():
        unit = group.get("street_2")
        if unit is None or words_of_header(found.headers[unit]) not in _UNITS:
            continue
        street = group.get("street")
        is_elsewhere = mailed and street is None and {unit - 1, unit + 1}.isdisjoint(_streets_of(found))
        is_elsewhere = is_elsewhere or (street is not None and _live_elsewhere(found, unit, street))
        if is_elsewhere or (street is not None and parts_of(found.headers[street], found.scene).owned):
            del group["street_2"]
            found.others[unit] = Whose.THING


def _live_elsewhere(found: "Recognition", unit: int, street: int) -> bool:
    """Whether units of several sizes, some of them vacant, are let to people who each have another street."""
    streets = found.look(street)
    spoken = {word for header in found.headers for word in words_of_header(header)}
    is_far = street - unit > 1 and not _SIZES.isdisjoint(spoken)
    return is_far and streets.filled > _FEW and streets.mostly(streets.distinct)


_SIZES = word_set("size dimensions sqft storage slip slips berth loa locker boat garage pitch größe taille tamaño")
_FEW = 3
_UNITS = (("unit",), ("unit", "number"), ("space",), ("lot",), ("room",))
_FOR_THE_MAIL = frozenset(["mailing", "mail", "postal", "billing", "correspondence"])


def _streets_of(found: "Recognition") -> Sequence[int]:
    return [one for parts in found.addresses.values() for one in _of_a_street(parts) if one != parts.get("street_2")]


def settle_rooms(found: "Recognition") -> None:
    """“App.” and “Puerta” directly behind a street, with hardly more than numbers below them, belong to its address."""
    for column, header in enumerate(found.read_as):
        word = room_of(header)
        if column in found.taken or word is None or not found.look(column).filled:
            continue
        group = next((parts for parts in found.addresses.values() if column - 1 in _of_a_street(parts)), {})
        free = next((part for part in ("street_2", "street_3", "street_4") if part not in group), "")
        street = found.look(group.get("street", column))
        texts = [cell_of(row, column) for row in found.some]
        if free and "street" in group and not street.mostly(street.with_town) and _are_rooms(texts, bool(word)):
            group[free] = column
            found.taken.add(column)


def _are_rooms(texts: Sequence[str], numbered: bool) -> bool:
    """Whether cells have the numbers of rooms, or a letter; beside a door the side is enough: “tv”, “izq.”"""
    most = _LONGEST_ROOM if not numbered else 2
    return all(len(text) <= (_LONGEST_ROOM if any(map(str.isdigit, text)) else most) for text in texts)


_LONGEST_ROOM = 8  # letters


def _of_a_street(parts: Mapping[str, int]) -> Sequence[int]:
    return [column for part, column in parts.items() if part.startswith(("street", "house"))]


def _group_of_suburb(header: str) -> str:
    """The group of an address that a column of suburbs belongs to; “?” where it is no such column."""
    group, rest = without_group(words_of_header(header))
    return group if {*rest} & _SUBURBS and {*rest} - _BESIDE_A_SUBURB <= _SUBURBS else "?"
