"""Address columns: the columns of one address, read together; nothing that is a date or a remark is a line of it."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeAlias

from notes.customers import Address
from notes.language.folding import squashed
from notes.language.lexicon import word_class
from notes.language.phrases import tokens_of
from notes.language.remarks import read
from notes.language.texts import cleaned, short
from notes.language.vocabulary import words
from notes.post.addresses import FORCES_TOWNS
from notes.post.countries import country_code
from notes.post.postal_codes import country_shown, postal_code
from notes.post.towns import FORCES, HOME_MAIL, regions, taken_apart, town_of
from notes.problems import Level
from notes.reading.files.sheets import Value
from notes.reading.records import records
from notes.reading.tables.address_headers import without_group
from notes.reading.tables.cells import Cells
from notes.reading.tables.meanings import RECIPIENTS
from notes.reading.tables.parts import room_of, words_of_header
from notes.reading.values.address_lines import box_line, once, split_lines, street_of, with_four

STREETS = ("street", "street_2", "street_3", "street_4", "street_5", "street_6")
_OF_A_STREET = ("house_number", "street_direction", "street", "street_type", "street_side", "house_addition")
_ON_ONE_LINE = ("city", "region", "postal_code", "postal_code_4", "country", "town_line", *RECIPIENTS)


Names: TypeAlias = Callable[[int], Sequence[str]]  # what the one in a row is called, there and on the envelope


@dataclass(frozen=True)
class AddressColumns:
    """The columns of one address, read together."""

    cells: Cells
    columns: Mapping[str, int]
    names: Names

    def addresses(self) -> list[Address]:
        cells, columns = self.cells, self.columns
        texts = {part: self._texts(part, column) for part, column in columns.items()}
        unclear = self._unclear(texts)
        empty = [""] * len(cells)
        cities, regions = texts.get("city", empty), texts.get("region", empty)
        countries = list(map(country_code, texts.get("country", empty)))
        codes, countries = _codes(
            cells, columns.get("postal_code"), texts.get("postal_code", empty), countries, regions
        )
        codes = with_four(codes, texts.get("postal_code_4"))
        lines = self._lines(texts)
        found = records(
            Address, len(cells), lines=lines, city=cities, region=regions, postal_code=codes, country=countries
        )
        found = self._with_towns(self._with_town_in_street(self._with_whole(found, texts)), texts)
        found = _with_home_mail(found, cells.settings.business.country)
        for row in unclear:
            found[row] = replace(found[row], lines=())
        return found

    def _texts(self, part: str, column: int) -> list[str]:
        texts = self.cells.texts(column, lines=part not in _ON_ONE_LINE)
        if part in ("street", "whole"):
            values = self.cells.values(column)
            if column not in self.cells.plain and any(isinstance(value, str) and "  " in value for value in values):
                texts = [_with_gaps(value, text) for value, text in zip(values, texts, strict=True)]
        if part in (*STREETS, "whole"):
            texts = self._without_remarks(column, texts)
        known = {*texts}
        if not known.isdisjoint(_NOTHING):
            texts = ["" if text in _NOTHING else text for text in texts]
        if not known.isdisjoint(_AGAIN_AS_TYPED):
            texts = ["" if text.casefold() in _AGAIN else text for text in texts]
        if not known.isdisjoint(_DITTO_AS_TYPED):
            texts = self._without_dittos(column, texts)
        return texts

    def _without_remarks(self, column: int, texts: list[str]) -> list[str]:
        """The texts without what is said in brackets of somebody near to them: “52 Orchard Ct (mom Carla)”."""
        if "(" not in "".join(texts):
            return texts
        found = list(texts)
        for row, text in enumerate(texts):
            match = _BRACKET.search(text)
            if match and (_is_of_somebody(match["said"]) or _is_a_line_alone(match, text)):
                found[row] = f"{text[: match.start()].rstrip()}{text[match.end() :]}"
                message = (
                    f"“{match['said']}” beside the street is taken for a remark: it is not written on the envelope."
                )
                remedy = "If it belongs to the address, write it without brackets."
                self.cells.tell(message, remedy, Level.NOTICE, row, column)
        return found

    def _without_dittos(self, column: int, texts: list[str]) -> list[str]:
        """The texts, those under a ditto mark as they are above it."""
        if self._is_another(column):  # “same” under “Mailing address” is the same as at home, and not as above
            texts = ["" if text.casefold() in _SAME else text for text in texts]
        marked = [row for row, text in enumerate(texts) if text in _DITTO or text.casefold() in _DITTO]
        if not marked or len(marked) == sum(map(bool, texts)):
            return texts
        texts = list(texts)
        for row in marked:
            texts[row] = texts[row - 1] if row else ""
        self.cells.tell(
            f"“{_first(self.cells, column, marked)}” is read as the same as above.", "", Level.NOTICE, marked[0], column
        )
        return texts

    def _is_another(self, column: int) -> bool:
        """Whether a column is of one of several addresses, by its name or by the columns of the table."""
        columns = self.cells.table.columns
        streets = sum(bool({"street", "whole", "po_box"} & group.keys()) for group in columns.addresses.values())
        return streets > 1 or bool(without_group(words_of_header(columns.header(column)))[0])

    def _unclear(self, texts: Mapping[str, Sequence[str]]) -> set[int]:
        """The rows of which a part of the address is a date or a remark: half an address is none."""
        found: set[int] = set()
        for part, column in self.columns.items():
            if part in _ON_ONE_LINE:
                continue
            for row, (value, text) in enumerate(zip(self.cells.values(column), texts[part], strict=True)):
                if not value or (type(value) is str and text[:1].isdigit() and "-" not in text):
                    continue  # “12 Elm St”, as nearly all are
                if message := _not_a_line(value, text, part):
                    self.cells.tell(
                        message, "Write the address as it should stand on the envelope.", Level.WARNING, row, column
                    )
                    found.add(row)
        return found

    def _lines(self, texts: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
        """The lines of each street, number and box."""
        streets = self._streets(texts)
        more = self._more_lines(texts)
        if more and self._is_before("street_2"):
            streets, more = more[0], [streets, *more[1:]]
        if "po_box" in texts:
            more.append([box_line(text) for text in texts["po_box"]])
        if not more:
            if not any("\n" in street for street in streets):
                return [(street,) if street else () for street in streets]
            return [*map(split_lines, streets)]
        return [
            once(tuple(line for text in row for line in split_lines(text))) for row in zip(streets, *more, strict=True)
        ]

    def _more_lines(self, texts: Mapping[str, Sequence[str]]) -> list[Sequence[str]]:
        """The columns of further lines; the floor and the door have one together."""
        parts = [part for part in STREETS[1:] if part in texts]
        rooms = [part for part in parts if room_of(self.cells.table.columns.header(self.columns[part])) is not None]
        lines = {part: self._numbered(part, texts[part]) for part in parts}
        if len(rooms) > 1:
            joined = [" ".join(filter(None, row)) for row in zip(*(lines.pop(part) for part in rooms), strict=True)]
            return [joined, *lines.values()]
        return [*lines.values()]

    def _is_before(self, part: str) -> bool:
        """Whether a flat or a building has its column before that of the street, as it stands on a British envelope."""
        others = [self.columns[one] for one in ("house_number", "street") if one in self.columns]
        return part in self.columns and bool(others) and self.columns[part] < min(others)

    def _streets(self, texts: Mapping[str, Sequence[str]]) -> Sequence[str]:
        given = [texts[part] for part in _OF_A_STREET if part in texts]
        if "house_number" not in texts and len(given) < 2:
            return texts.get("street", [""] * len(self.cells))
        number = self.columns.get("house_number")
        home = "" if self._stand_behind(number) else self.cells.settings.business.country
        countries = list(map(country_code, texts.get("country", [""] * len(self.cells))))
        rows = zip(*([texts.get(part, [""] * len(self.cells)) for part in _OF_A_STREET]), strict=True)
        return [street_of(row, country or home) for row, country in zip(rows, countries, strict=True)]

    def _stand_behind(self, number: int | None) -> bool:
        """Whether the numbers of the houses have a column behind that of the streets, or a name that says so."""
        if number is None:
            return False
        header = self.cells.table.columns.header(number)
        is_behind = number == self.columns.get("street", number) + 1 and not _ENGLISH_NUMBER.search(header)
        return is_behind or header in words("addresses", "numbers_behind")

    def _numbered(self, part: str, texts: Sequence[str]) -> Sequence[str]:
        """“4B” in a column “Apt” is “Apt 4B”."""
        header = self.cells.table.columns.header(self.columns[part])
        word = "Flat" if "flat" in header.casefold() else room_of(header)
        if not word or "address" in words_of_header(header):
            return texts
        return [f"{word} {text}" if _NUMBER_OF_A_ROOM.fullmatch(text) else text for text in texts]

    def _with_whole(self, found: list[Address], texts: Mapping[str, Sequence[str]]) -> list[Address]:
        """The addresses; those in one cell, or in lines of which the last is the town, are taken apart."""
        alone = not any(part in self.columns for part in ("city", "postal_code", "town_line"))
        home = self.cells.settings.business.country
        whole = texts.get("whole")
        if whole is None and not alone:
            return found
        addresses = []
        for row, one in enumerate(found):
            text = whole[row] if whole and (whole[row] or not alone) else "\n".join(self._without_names(row, one.lines))
            if "\n" in text:
                text = "\n".join(self._without_names(row, tuple(text.split("\n"))))
            if not text or (one.lines and not alone):
                addresses.append(one)
                continue
            apart = taken_apart(text, one.country or home)
            if whole and whole[row] and one.lines:  # the flat has a column of its own
                apart = replace(apart, lines=(*apart.lines, *one.lines))
            addresses.append(replace(apart, country=apart.country or one.country, region=apart.region or one.region))
        return addresses

    def _with_town_in_street(self, found: list[Address]) -> list[Address]:
        """The addresses; where only the code has a column of its own, the town stands behind a comma in the street."""
        if {"city", "town_line", "whole", "region"} & {*self.columns} or "postal_code" not in self.columns:
            return found
        home = self.cells.settings.business.country
        return [_with_last_line_as_town(one, home) if one.lines and not one.city else one for one in found]

    def _without_names(self, row: int, lines: tuple[str, ...]) -> Sequence[str]:
        """The lines of an address without those at its top that only say once more who lives there."""
        known = {squashed(name) for name in self.names(row)}
        kept = list(lines)
        while len(kept) > 1 and squashed(kept[0]) in known and len(lines) > 2:
            kept.pop(0)
        return kept

    def _with_towns(self, found: list[Address], texts: Mapping[str, Sequence[str]]) -> list[Address]:
        """The addresses, a town, state and code of one cell each in its own place."""
        town_lines = texts.get("town_line")
        header = self.cells.table.columns.header(self.columns["town_line"]) if town_lines else ""
        beside_a_town = "city" not in words_of_header(header)  # “St/Zip”
        home = self.cells.settings.business.country
        if not town_lines and not any(
            "," in city or any(map(str.isdigit, city)) for city in {one.city for one in found}
        ):
            return found
        addresses = []
        for row, one in enumerate(found):
            line = town_lines[row] if town_lines and not (one.city and one.postal_code) else ""
            if line and one.city and beside_a_town and squashed(one.city) not in squashed(line):
                addresses.append(_with_town(replace(one, city=""), f"{one.city}, {line}", home))
                continue
            line = line or (one.city if one.city and not one.postal_code and any(map(str.isdigit, one.city)) else "")
            addresses.append(
                _with_town(one, line, home) if line else _with_state_apart(one, home) if ", " in one.city else one
            )
        return addresses


_ENGLISH_NUMBER = re.compile(r"\b(?:no|num|number|house|door)\b|#", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\((?P<said>[^()]+)\)")


def _is_a_line_alone(match: re.Match[str], text: str) -> bool:
    """Whether brackets have a line to themselves, below the street: “(winter: 800 Gulf Dr)”."""
    return "\n" in match[0] and text[match.end() :][:1] in ("", "\n")


def _is_of_somebody(said: str) -> bool:
    return not word_class("kin").isdisjoint(tokens_of(said))


def _with_last_line_as_town(one: Address, home: str) -> Address:
    """“12 Cois Abhann, Oranmore, Co. Galway” as a street, a town and a county.

    >>> _with_last_line_as_town(Address(("12 Cois Abhann, Oranmore, Co. Galway",), postal_code="H91 X2F7"), "IE")
    Address(lines=('12 Cois Abhann',), city='Oranmore', region='Co. Galway', postal_code='H91 X2F7', country='')
    """
    parts = [part.strip() for line in one.lines for part in line.split(",") if part.strip()]
    is_county = len(parts) > 2 and _is_region(parts[-1], one.country or home)
    region = parts.pop() if is_county else ""
    if len(parts) < 2 or any(map(str.isdigit, parts[-1])):
        return one
    return replace(one, lines=tuple(parts[:-1]), city=parts[-1], region=region)


def _is_region(text: str, country: str) -> bool:
    """Whether a line names a county, a state or a province."""
    is_listed = squashed(text) in regions(country) or squashed(text) in words("addresses", "counties").keys
    return is_listed or _COUNTY.match(text) is not None


_COUNTY = re.compile(r"(?:co|county)\b\.?\s+\S", re.IGNORECASE)


def _with_town(one: Address, line: str, home: str) -> Address:
    town = town_of(line, one.country or home)
    if town is None:
        return replace(one, city=one.city or line)
    if one.city and not town.city:  # “OH 44301” beside the town
        town = replace(town, city=one.city)
    return replace(
        one,
        city=town.city or one.city,
        region=one.region or town.region,
        postal_code=one.postal_code or town.postal_code,
        country=one.country or town.country,
    )


def _with_state_apart(one: Address, home: str) -> Address:
    """“Salem, OR” as a town and a state.

    >>> _with_state_apart(Address(("1 Oak St",), "Salem, OR", "", "97301"), "US").region
    'OR'
    """
    city, comma, region = one.city.rpartition(", ")
    if not comma or one.region or not city or squashed(region) not in regions(one.country or home):
        return one
    return replace(one, city=city, region=region)


_NOTHING = frozenset(
    ["-", "–", "—", "--", "---", "n/a", "N/A", "n.a.", "none", "None", "nil", "unknown", "Unknown", "?", "tba", "TBA"]
)
_AGAIN = frozenset(
    ["as before", "see above", "same address", "same as before", "on file", "wie oben", "s.o.", "comme ci-dessus"]
)
_DITTO = frozenset(
    ['"', "''", "〃", "″", "do.", "ditto", "idem", "same", "same as above", "as above", "s/a", "dto.", "dto"]
)
_SAME = frozenset(["same", "same as above", "as above", "s/a"])
_AGAIN_AS_TYPED, _DITTO_AS_TYPED = (
    frozenset(typed for one in those for typed in (one, one.upper(), one.capitalize(), one.title()))
    for those in (_AGAIN, _DITTO)
)
_NUMBER_OF_A_ROOM = re.compile(r"\d{1,5}[A-Za-z]?|[A-Za-z]-?\d{0,4}|\d{1,4}-[A-Za-z\d]{1,3}")
_EXCEL_DATE = re.compile(
    r"\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:-\d{2,4})?|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*-\d{2}|(?:19|20)\d\d-\d\d-\d\d(?:[ T]00:00:00)?",
    re.IGNORECASE,
)
_GAP = re.compile(r"[ \t\xa0]{3,}")
_GAPS = re.compile(r"[ \t\xa0]{2,}")


def _with_gaps(value: Value, text: str) -> str:
    """A cell whose parts stand apart by wide gaps, a line for each."""
    if not isinstance(value, str) or not (value.isascii() or "\xa0" in value) or not _GAPS.search(value.strip()):
        return text
    gap = _GAPS if len(_GAPS.findall(value.strip())) > 1 else _GAP
    return "\n".join(filter(None, (cleaned(piece) for piece in gap.split(value))))


def _first(cells: Cells, column: int, rows: Sequence[int]) -> str:
    return short(cells.values(column)[rows[0]])


def _not_a_line(value: Value, text: str, part: str) -> str:
    """Why a cell is no line of an address, "" where it is one."""
    if isinstance(value, datetime | date):
        return f"a date ({value:%Y-%m-%d}) stands where the address should be; a spreadsheet makes one of 3-12."
    if part != "whole" and _EXCEL_DATE.fullmatch(text):
        return f"“{short(text)}” is a date, where the address should be; a spreadsheet makes one of 3-12."
    begins_with_a_number = any(map(str.isdigit, text.split(maxsplit=1)[0])) if text else True
    if not begins_with_a_number and (words("addresses", "remarks").stand_in(text) or read(text, certain=True).findings):
        return f"“{short(text)}” is a remark, not an address, so no envelope is made."
    return ""


def _with_home_mail(found: list[Address], home: str) -> list[Address]:
    """The addresses, those at which the forces or the islands have their mail as at home; hardly any list has one."""
    forces = FORCES & {one.upper() for one in {one.region for one in found}}
    towns = FORCES_TOWNS & {one.upper() for one in {one.city for one in found}}
    if not (forces or towns or HOME_MAIL & {one.country for one in found}):
        return found
    return [_home_mail(one, home) for one in found]


def _home_mail(one: Address, home: str) -> Address:
    """Mail to the forces goes as mail at home, whatever the country; so it does to Puerto Rico and the islands."""
    if one.region.upper() in FORCES or one.city.upper() in FORCES_TOWNS:
        return replace(one, country="US")
    if home == "US" and one.country in HOME_MAIL:
        known = one.region.upper() in HOME_MAIL
        return replace(one, region=one.region if known else one.country, country="US")
    return one


def _codes(
    cells: Cells, column: int | None, codes: Sequence[str], countries: Sequence[str], regions: Sequence[str]
) -> tuple[list[str], list[str]]:
    """The postal codes with their zeros, and the countries, from the codes where need be."""
    home = _country_of_codes(codes, regions) or cells.settings.business.country
    rows = list(zip(codes, countries, regions, strict=True))
    known = {one: _code(*one, home) for one in {*rows}}
    if any(message for _, _, message, _ in known.values()):
        for row, one in enumerate(rows):
            _, _, message, remedy = known[one]
            if message:
                cells.tell(message, remedy, Level.WARNING, row=row, column=column)
    found = [known[one] for one in rows]
    return [code for code, *_ in found], [country for _, country, *_ in found]


_OF_A_COUNTRY = re.compile(
    r"(?P<letters>A|D|F|B|I|L|N|S|H|E|P|AT|DE|CH|FR|BE|IT|LU|NL|DK|NO|SE|FI|HU|PL|CZ|SK|SI)"
    r"\s?-\s?(?P<code>\d[\d ]{3,5})"
)


def _code(text: str, country: str, region: str, home: str) -> tuple[str, str, str, str]:
    """A code, its country, and a remark with its remedy."""
    if not text:
        return "", country, "", ""
    if not country and (match := _OF_A_COUNTRY.fullmatch(text)) and (len(match["letters"]) == 1 or home != "US"):
        text, country = match["code"], country_code(match["letters"])  # “A-5020”
    country = country or country_shown(text, region)
    where = "US" if region.upper() in FORCES or region.upper() in HOME_MAIL else country or home
    code, message, remedy = postal_code(text, where, region)
    return code, country, message, remedy


NOBODYS = "??"


def _country_of_codes(codes: Sequence[str], regions: Sequence[str]) -> str:
    """The country that most codes of a column show; nobody’s where all have four digits, and no state beside them.

    In the United States such a code has lost a zero, in Australia, New Zealand and half of Europe it has not.
    """
    shown: Counter[str] = Counter()
    pairs = Counter(zip(codes, regions, strict=True))
    for (code, region), count in pairs.items():
        if code:
            shown[country_shown(code, region)] += count
    usual, count = next(iter(shown.most_common(1)), ("", 0))
    if usual and count * 10 >= 6 * shown.total():
        return usual
    short = sum(count for (code, _), count in pairs.items() if len(code) == 4 and code.isdecimal())
    return NOBODYS if short > 1 and short == shown.total() and not any(regions) else ""
