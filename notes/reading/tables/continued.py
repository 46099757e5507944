"""Continued rows: what a table from a letter or a form has in a second row, below the person whom it is about."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from notes.reading.files.sheets import Row, Value
from notes.reading.tables.columns import Columns

_WHO = (
    "name",
    "first_name",
    "last_name",
    "display_name",
    "company",
    "contact",
    "customer_id",
    "email",
    "dear",
    "envelope",
)
_LINES = ("street", "street_2", "street_3", "street_4", "whole")
_TOWN = frozenset(["city", "town_line", "postal_code"])
_TEXTS = ("notes", "child", "pet", "partner", "likes", "told_us", "bought", "trip", "say_this", "gift", "phone")


def with_continued(rows: Sequence[Row], columns: Columns) -> list[Row]:
    """The rows, one that names nobody and only goes on with the texts of the row above it added to that.

    A row with a date, a sum or a whole address of its own is somebody whose name is missing, and stays.
    """
    named = [column for name in _WHO if (column := columns.fields.get(name)) is not None]
    if not named or any(_is_full(rows, one) for one in named):
        return list(rows)
    if all(any(_filled(row, one) for one in named) for row in rows):
        return list(rows)
    texts = {column for name in _TEXTS if (column := columns.fields.get(name)) is not None} | {*columns.unknown}
    places = {column for group in columns.addresses.values() for part, column in group.items() if part in _LINES}
    is_whole = len(places) == 1 and not any(_TOWN & {*group} for group in columns.addresses.values())
    keys = _keys(rows)
    texts -= {column for group in columns.addresses.values() for column in group.values()}
    whole: list[Row] = []
    last = 0
    for row in rows:
        goes_on = whole and row.number == last + 1 and not any(_filled(row, one) for one in (*named, *keys))
        if (
            goes_on
            and any(_filled(whole[-1], one) for one in named)
            and _goes_on(row, whole[-1], texts, places, is_whole)
        ):
            whole[-1] = _joined(whole[-1], row)
        else:
            whole.append(row)
        last = row.number
    return whole


def _keys(rows: Sequence[Row]) -> Sequence[int]:
    """The first column, where nearly every row has its own, as a slip or a plot has: “A-3” is no text that goes on."""
    firsts = [row.values[0] for row in rows if _filled(row, 0)]
    return [0] if len(firsts) * 10 >= 8 * len(rows) and len({*firsts}) == len(firsts) else []


def _goes_on(row: Row, above: Row, texts: set[int], places: set[int], is_whole: bool) -> bool:
    """Whether all of a row is text that goes on above it; a second street does not, beside a town of its own."""
    filled = [column for column, value in enumerate(row.values) if value not in (None, "")]
    if any(not isinstance(row.values[column], str) or column not in texts | places for column in filled):
        return False
    of_place = [column for column in filled if column in places and not _is_bracketed(row.values[column])]
    return is_whole or not any(_filled(above, column) for column in of_place)


def _is_bracketed(value: Value) -> bool:
    """Whether a line is only said besides: “(winter: 800 Gulf Dr)”."""
    return isinstance(value, str) and value.strip()[:1] == "(" and value.strip()[-1:] == ")"


def _joined(above: Row, row: Row) -> Row:
    width = max(len(above.values), len(row.values))
    pairs = zip(_padded(above, width), _padded(row, width), strict=True)
    return replace(above, values=[f"{one}\n{other}" if one and other else one or other for one, other in pairs])


def _padded(row: Row, width: int) -> Sequence[Value]:
    return [*row.values, *[None] * (width - len(row.values))]


def _is_full(rows: Sequence[Row], column: int) -> bool:
    """Whether a column has something in every row; of a column of texts all are looked at in one go."""
    values = [row.values[column] if column < len(row.values) else None for row in rows]
    if {*map(type, values)} == {str}:
        return all(values) and not any(map(str.isspace, cast("list[str]", values)))
    return all(_filled(row, column) for row in rows)


def _filled(row: Row, column: int) -> bool:
    values = row.values
    value = values[column] if column < len(values) else None
    return value is not None and value != "" and not (isinstance(value, str) and value.isspace())
