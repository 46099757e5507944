"""Reports in groups: a customer or a house in a row of its own, what is theirs below it, and a subtotal at the end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from notes.language.texts import cleaned
from notes.reading.files.sheets import Row, Value

_SUBTOTAL = re.compile(r"(?:grand |sub)?-?totals?\b|summe\b|sum\b|gesamt\b|total de\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Groups:
    """The rows below the headings, each with its heading as one more value, and the numbers of the other rows."""

    rows: Sequence[Row]
    headings: Sequence[str]
    left_out: Sequence[int]


def grouped(rows: Sequence[Row], width: int, needed: Sequence[int] = ()) -> Groups | None:
    """The groups of a report; None where the rows are no such report.

    It begins with a heading. A heading has one filled cell, and below it are rows with several; there are two of them,
    or one with a subtotal. Where every line has what is `needed`, a heading is what has
    none of it, in up to three cells.
    """
    if not rows or not _is_heading(rows[0], needed):
        return None
    kept: list[Row] = []
    headings: list[str] = []
    left_out: list[int] = []
    subtotals = 0
    for index, row in enumerate(rows):
        filled = [column for column, value in enumerate(row.values) if _text(value)]
        first = _text(row.values[filled[0]]) if filled else ""
        if _SUBTOTAL.match(first) and filled[0] < 3:
            subtotals += bool(headings)
            left_out.append(row.number)
        elif filled and filled[0] < 2 and _is_heading(row, needed) and _has_lines(rows[index + 1 :]):
            headings.append(" - ".join(_text(row.values[column]) for column in filled))
            left_out.append(row.number)
        elif headings and len(filled) > 1:
            values = [*row.values[:width], *[None] * (width - len(row.values)), headings[-1]]
            kept.append(Row(row.number, values))
        else:
            left_out.append(row.number)
    if not kept or not headings or len(headings) + min(subtotals, 1) < 2:
        return None
    return Groups(kept, headings, left_out)


def _is_heading(row: Row, needed: Sequence[int]) -> bool:
    filled = [column for column, value in enumerate(row.values) if value not in (None, "")]
    if not needed or len(filled) == 1:
        return len(filled) == 1
    has_day = any(isinstance(one, date) or _DAY.fullmatch(_text(one)) for one in row.values if one)
    return 0 < len(filled) <= MOST_IN_A_HEADING and not has_day and {*needed}.isdisjoint(filled)


_DAY = re.compile(r"\d{1,4}[./-]\s?(?:\d{1,2}|[^\W\d_]{3,9})[./-]\s?\d{2,4}")


MOST_IN_A_HEADING = 3  # cells: a word, a number, a name


def _has_lines(rows: Sequence[Row]) -> bool:
    """Whether the next row belongs below a heading: it has several cells, and does not only add up."""
    if not rows:
        return False
    texts = [text for value in rows[0].values if (text := _text(value))]
    return len(texts) > 1 and not _SUBTOTAL.match(texts[0])


def is_subtotal(text: str) -> bool:
    """Whether a row that begins so only adds up others."""
    return _SUBTOTAL.match(text) is not None


def _text(value: Value) -> str:
    return cleaned(value) if isinstance(value, str) else "" if value is None else str(value)
