"""Tables: where on a sheet the header is, what is a row below it, and what is only a title, a total or a footer."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from notes.language.folding import squashed
from notes.language.vocabulary import words
from notes.post.towns import taken_apart, town_of
from notes.reading.files.sheets import Row, Sheet
from notes.reading.tables.columns import Columns, header_text
from notes.reading.tables.continued import with_continued
from notes.reading.tables.groups import Groups, grouped
from notes.reading.tables.guesses import with_guesses
from notes.reading.tables.legends import legend_of, without_codes
from notes.reading.tables.recognition import recognise, recognised
from notes.reading.tables.rows import counts_rows, rows_below
from notes.reading.tables.sections import Section, Sections, in_sections
from notes.reading.values.name_casing import cased

SEARCHED_ROWS = 60
_NUMBER = re.compile(r"[\d.,\s$€£()+-]+")


@dataclass(frozen=True, slots=True)
class Table:
    """A table on a sheet: its columns, its rows, and the rows that do not belong to it (title lines, totals).

    `sections` are those in which rows stand, by the number of the row.
    """

    sheet: Sheet
    kind: str
    header_row: int
    columns: Columns
    rows: Sequence[Row]
    left_out: Sequence[int] = ()
    sections: Mapping[int, Section] = field(default_factory=dict)


def find_table(
    sheet: Sheet, kind: str, chosen: Mapping[str, str] | None = None, home: str = "US", *, numbered: bool = False
) -> Table | None:
    """The table of this kind on the sheet, None where no row looks like its header.

    Of customers it names somebody; one that is only `numbered` tells more of those who are named elsewhere.
    """
    best: tuple[int, int, Columns, int] | None = None
    for index in range(min(len(sheet.rows), SEARCHED_ROWS)):
        for height, headers in filter(lambda one: _may_head(one[1]), _possible_headers(sheet.rows, index)):
            columns = recognise(kind, headers, chosen)
            if kind == "orders" and "amount" in columns.fields and "day" not in columns.fields:
                columns = recognise(kind, headers, chosen, [row.values for row in sheet.rows[index + height :]])
            score = _score(columns, kind, headers, numbered)
            if score > 0 and (best is None or score > best[0]):
                best = (score, index, columns, height)
        if best and index > best[1] + 12:
            break
    if best is None:
        return _report(sheet, kind, chosen)
    _, index, columns, height = best
    below = sheet.rows[index + height :]
    if kind == "orders":
        is_named = not {"name", "email", "last_name"}.isdisjoint(columns.fields)
        if not is_named and (groups := _groups_of_orders(below, columns)):
            return _of_groups(sheet, kind, index, [*columns.headers, "Customer"], groups, chosen)
    if kind == "customers" and (table := _in_groups(sheet, index, columns, below, chosen)):
        return table
    sections = in_sections(below) if kind == "customers" else Sections(below)
    rows, left_out = rows_below(sections.rows, columns.headers, sheet.rows[: index + height])
    columns = recognise(kind, columns.headers, chosen, [row.values for row in rows])
    if kind == "customers":
        ours = {row.number for row in rows}
        columns = without_codes(columns, rows, legend_of(row for row in sheet.rows if row.number not in ours))
        columns = with_guesses(columns, [row.values for row in rows], home)
        rows = with_continued(rows, columns)
    left_out = sorted([*left_out, *(one.row for one in sections.headings)])
    return Table(sheet, kind, sheet.rows[index].number, columns, rows, left_out, sections.of_row)


def _in_groups(
    sheet: Sheet, index: int, columns: Columns, below: Sequence[Row], chosen: Mapping[str, str] | None
) -> Table | None:
    """People below headings that say where they live: their town, their code, the house, or the street."""
    groups = _groups_of_people(below, len(columns.headers))
    if not groups:
        return None
    headers = columns.headers
    parts = {part for group in columns.addresses.values() for part in group}
    found: tuple[Sequence[str], Groups] | None = None
    if all(map(_ZIP.fullmatch, groups.headings)):
        found = [*headers, "ZIP"], _with_last(groups, lambda text: _ZIP.sub(r"\1", text))
    elif "street" in parts and _are_towns(groups.headings):
        found = [*headers, "City State ZIP"], _with_last(groups, _behind)
    elif _are_addresses(groups.headings):
        found = [*headers, "Property Full Address"], groups
    elif not {"street", "whole", "po_box"} & parts and _are_streets(groups.headings):
        found = [*_with_house_numbers(headers), "Street"], _with_last(groups, cased)
    return _of_groups(sheet, "customers", index, *found, chosen) if found else None


def _with_last(groups: Groups, said: Callable[[str], str]) -> Groups:
    """The groups, each row with what its heading says."""
    rows = [replace(row, values=[*row.values[:-1], said(str(row.values[-1]))]) for row in groups.rows]
    return replace(groups, rows=rows)


_ZIP = re.compile(r"(?:zip|zip code|postal code|postcode|plz)\W*(\d{4,5})", re.IGNORECASE)


def _groups_of_people(rows: Sequence[Row], width: int) -> Groups | None:
    """People below headings, without the lines that count them: “2 donors in 53703”."""
    counts = [row.number for row in rows if counts_rows(row)]
    groups = grouped([row for row in rows if row.number not in counts], width)
    return groups and replace(groups, left_out=sorted([*groups.left_out, *counts]))


def lack_of_orders(sheet: Sheet) -> str:
    """What a sheet lacks to be read as orders, "" where it does not look like any."""
    for row in sheet.rows[:SEARCHED_ROWS]:
        headers = [header_text(value) for value in row.values]
        fields = recognise("orders", headers).fields
        if len(fields) > 1 and {"day", "amount"} & {*fields}:
            lacks = [what for name, what in (("day", "dates"), ("amount", "amounts")) if name not in fields]
            return f"no column was understood as {' and '.join(lacks) or 'that of the customer'}"
    return ""


def _report(sheet: Sheet, kind: str, chosen: Mapping[str, str] | None) -> Table | None:
    """A report of orders in groups, where no column but the headings of the groups says whose they are."""
    if kind != "orders":
        return None
    for index, row in enumerate(sheet.rows[:SEARCHED_ROWS]):
        headers = [header_text(value) for value in row.values]
        if sum(recognised(kind, header) for header in headers if header) < len(_NEEDED_OF_ORDERS):
            continue
        columns = recognise(kind, headers)
        if columns.fields.keys() >= _NEEDED_OF_ORDERS and (
            groups := _groups_of_orders(sheet.rows[index + 1 :], columns)
        ):
            return _of_groups(sheet, kind, index, [*headers, "Customer"], groups, chosen)
    return None


def _groups_of_orders(rows: Sequence[Row], columns: Columns) -> Groups | None:
    """The orders below headings that say whose they are; None where the rows are no such report."""
    if not columns.fields.keys() >= _NEEDED_OF_ORDERS:
        return None
    return grouped(rows, len(columns.headers), [columns.fields["amount"]])


_NEEDED_OF_ORDERS = frozenset(["day", "amount"])


def _of_groups(
    sheet: Sheet, kind: str, index: int, headers: Sequence[str], groups: Groups, chosen: Mapping[str, str] | None
) -> Table:
    columns = recognise(kind, headers, chosen, [row.values for row in groups.rows])
    if kind == "orders":  # what stands in the lines is the number of an order
        columns = replace(columns, fields={name: one for name, one in columns.fields.items() if name != "customer_id"})
    return Table(sheet, kind, sheet.rows[index].number, columns, groups.rows, groups.left_out)


def _are_towns(headings: Sequence[str]) -> bool:
    return sum(town_of(_behind(one), "US") is not None for one in headings) * 2 > len(headings)


def _behind(heading: str) -> str:
    """What stands behind the last dash: “Route 1 - Chelsea, VT 05038”."""
    return heading.rpartition(" - ")[2]


def _are_addresses(headings: Sequence[str]) -> bool:
    return sum(taken_apart(one).usable for one in headings) * 2 > len(headings)


def _are_streets(headings: Sequence[str]) -> bool:
    """Whether a round goes by its streets, each above the houses in it: “BECK LANE”."""
    ends = [_BRACKETS.sub("", one).split()[-1] for one in headings if _BRACKETS.sub("", one).split()]
    return sum(words("addresses", "street_ends").end(end) for end in ends) * 10 >= 6 * len(headings)


def _with_house_numbers(headers: Sequence[str]) -> Sequence[str]:
    """The headers, a bare “No” as the number of the house."""
    return ["House number" if squashed(one) in ("no", "nr", "number", "house") else one for one in headers]


def _possible_headers(rows: Sequence[Row], index: int) -> list[tuple[int, list[str]]]:
    """The row as a header, and together with the next one if cells of the two are merged."""
    upper = [header_text(value) for value in rows[index].values]
    possible = [(1, upper)]
    if index + 1 < len(rows) and rows[index + 1].number == rows[index].number + 1:
        lower = [header_text(value) for value in rows[index + 1].values]
        if _could_be_header(rows[index + 1]) and not all(upper) and _may_head_together(upper, lower):
            possible.append((2, _joined(upper, lower)))
    return possible


def _could_be_header(row: Row) -> bool:
    return all(isinstance(value, str) or value is None for value in row.values)


def _may_head_together(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether two rows may be one header: where a value stands below none or another, it stays a value."""
    pairs = [*zip_longest(upper, lower, fillvalue="")]
    values = sum(_is_value(one) and (not other or _is_value(other)) for one, other in pairs)
    return values <= sum(bool(one or other) for one, other in pairs) // 3


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Two header rows as one: under “Address” is “City”, which is what the column holds."""
    width = max(len(upper), len(lower))
    above, headers = "", []
    for column in range(width):
        above = (upper[column] if column < len(upper) else "") or above
        below = lower[column] if column < len(lower) else ""
        both = f"{_BRACKETS.sub(' ', above).strip()} {below}".strip()
        own = upper[column] if column < len(upper) else ""
        is_one_of_several = lower.count(below) > 1 and bool(_BRACKETS.sub("", above).strip())
        joined = both if below and "?" not in below and (is_one_of_several or recognised("customers", both)) else below
        headers.append(joined or own)
    return headers


_BRACKETS = re.compile(r"\s*\([^)]*\)")


def _score(columns: Columns, kind: str, headers: Sequence[str], numbered: bool) -> int:
    """How much a row looks like a header: columns understood, less those that look like values; 0: not at all."""
    if not _may_head(headers) or not _holds(columns, kind, numbered):
        return 0
    return 10 * columns.understood + len(columns.aside) - 10 * _count_values(headers)


def _may_head(headers: Sequence[str]) -> bool:
    """Whether the cells of a row are several, and few of them values."""
    filled = sum(map(bool, headers))
    return filled > 1 and _count_values(headers) <= filled // 3


def _count_values(headers: Sequence[str]) -> int:
    return sum(map(_is_value, headers))


def _is_value(text: str) -> bool:
    """Whether a cell is what stands below a header: a number, an e-mail address, a long text."""
    return bool(text) and (bool(_NUMBER.fullmatch(text)) or "@" in text or len(text) > 60)


def _holds(columns: Columns, kind: str, numbered: bool) -> bool:
    """Whether a table has what makes it one of this kind."""
    fields = columns.fields
    somebody = any(name in fields for name in ("name", "first_name", "last_name", "company", "customer_id", "email"))
    if kind == "milestones":
        return somebody and "occasion" in fields
    if kind == "days":
        return somebody and {"what", "on"} <= fields.keys()
    if kind == "details":
        return somebody and "what" in fields and bool({"who", "came_of_it"} & fields.keys())
    if kind == "orders":
        return somebody and "day" in fields and "amount" in fields
    names = ("name", "first_name", "last_name", "company", "email", "display_name", "contact", "envelope")
    named = any(name in fields for name in names) or (numbered and "customer_id" in fields)
    return named and columns.understood >= 2
