"""Rows of a table: which of those below its header are somebody, and which only titles, totals, footers or remarks."""

import re
from collections.abc import Sequence
from operator import itemgetter
from types import NoneType
from typing import cast

from notes.language.texts import cleaned
from notes.reading.files.sheets import Row, Value
from notes.reading.tables.legends import codes_explained, is_one_code
from notes.reading.tables.recognition import recognised
from notes.reading.values.name_likeness import is_like_a_name

_NUMBER = re.compile(r"[\d.,\s$€£()+-]+")
_FOOTER = re.compile(
    r"[\W_]*(?:(grand |sub[- ]?)?totals?\b|(?:number|nombre|anzahl|número|numero|count) (?:of|on|in|de|der)\b|"
    r"sum\b|summe\b|counts?\b|"
    r"\d+ (?:clients?|customers?|records?|rows?|contacts?|members?|patients?|items?|entries|units?|homes?|houses?|"
    r"households?|owners?|families|guests?|students?|pupils?|donors?|tenants?|residents?|accounts?|stops?|jobs?|people|"
    r"persons?|names?|cards?)\b|"
    r"gesamt\b|total records|confidential information|copyright|©|"
    r"generated (on|by)\b|report generated|printed on|page \d+ of|end of (list|report)|exported (on|from|by)|"
    r"last (?:updated|modified|changed|edited|revised)\b|(?:prepared|compiled|printed|created|run) (?:on|by)\b|"
    r"erstellt (?:am|von)\b|(?:édité|imprimé) le\b|"
    r"records? (shown|found)|as of \w+ \d|(mon|tues|wednes|thurs|fri|satur|sun)day, )",
    re.IGNORECASE,
)
_LONGEST_NAME = 90  # a row with nothing but a longer text is a remark


def rows_below(rows: Sequence[Row], headers: Sequence[str], above: Sequence[Row] = ()) -> tuple[list[Row], list[int]]:
    """The rows of the table and the numbers of those that are titles, totals or the header once more.

    What stands `above` the header stands at the head of every page of a report.
    """
    kept: list[Row] = []
    left_out: list[int] = []
    headers = [header.casefold() for header in headers]
    first_headers = frozenset(header for header in headers if header)
    heads = {_without_numbers(_first_text(row)): _without_numbers(_texts(row)) for row in above}
    has_numbers_above = any(map(str.isdecimal, first_headers)) or "" in heads
    before = rows[0].number if rows else 0
    if not has_numbers_above and _are_numbered(rows):
        return list(rows), []
    for index, row in enumerate(rows):
        if row.number > before + 1 and _is_other_header(row, headers):
            left_out += [one.number for one in rows[index:]]
            break
        before = row.number
        first = row.values[0]
        if not (isinstance(first, str) and first.isalnum()):
            first = _first_text(row)
        elif not has_numbers_above and first.isdecimal() and len(row.values) > 2 and row.values[1]:
            kept.append(row)  # a number, and who has it: nearly all rows of most lists
            continue
        if not first:
            continue
        is_nobody = (
            counts_rows(row)
            or (first.casefold() in first_headers and _repeats(row, headers))
            or (bool(heads) and (head := heads.get(_without_numbers(first))) and head == _without_numbers(_texts(row)))
            or (len(headers) > 2 and _is_remark(row, headers))
        )
        if is_nobody:
            left_out.append(row.number)
        else:
            kept.append(row)
    return kept, left_out


def counts_rows(row: Row) -> bool:
    """Whether a row counts or sums others: “2 donors in 53703”, “TOTAL”."""
    return _FOOTER.match(_first_text(row)) is not None and _is_footer(row)


def _are_numbered(rows: Sequence[Row]) -> bool:
    """Whether every row has a number and who has it, and stands right below the one before, as in most long lists."""
    values = [row.values for row in rows]
    if not rows or rows[-1].number - rows[0].number >= len(rows) or min(map(len, values)) < 3:
        return False
    firsts = [*map(itemgetter(0), values)]
    are_texts = {*map(type, firsts)} == {str}
    return are_texts and all(map(str.isdecimal, cast("list[str]", firsts))) and all(map(itemgetter(1), values))


def _texts(row: Row) -> str:
    return "|".join(filter(None, map(_text, row.values)))


def _first_text(row: Row) -> str:
    return next((text for value in row.values if (text := _text(value))), "")


def _without_numbers(text: str) -> str:
    """What a row says beside its numbers, which are others on every page."""
    return _DIGITS.sub("", text).casefold()


_DIGITS = re.compile(r"\d+")


def _is_remark(row: Row, headers: Sequence[str]) -> bool:
    """Whether a row has one cell that is no name: the end of the report, what the codes mean; a lone sum or number."""
    first = row.values[0]
    explains = type(first) is str and "=" in first
    if len(row.values) > 2 and all(row.values[:2]) and not explains:
        return False
    filled = sum(value not in (None, "") for value in row.values)
    if explains and 1 < filled < len(headers):
        return all(is_one_code(text) for value in row.values if (text := _text(value)))
    if filled != 1:
        return False
    column, text = next(((column, text) for column, value in enumerate(row.values) if (text := _text(value))), (0, ""))
    is_sum = isinstance(row.values[0], str | NoneType) and bool(_NUMBER.fullmatch(text)) and not _text(row.values[0])
    is_beside = column < len(headers) and not headers[column] and not is_like_a_name(text)
    is_empty_line = bool(_COUNTED.fullmatch(text)) and isinstance(row.values[column], str)
    is_said = (
        bool(_STAMP.search(text))
        or text[:2] in _RULES
        or (column == 0 and bool(_TALLY.fullmatch(text)))
        or bool(_FOOTNOTE.match(text))
        or len(text) > _LONGEST_NAME
        or bool(codes_explained(text))
        or is_one_code(text)
    )
    return is_sum or is_beside or is_empty_line or is_said


_STAMP = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s+\d{1,2}:\d{2}")  # when a report was made
_COUNTED = re.compile(r"\d{1,4}[.)]")  # of a list that was numbered before it was filled
_FOOTNOTE = re.compile(r"[*†‡¹²³]\s*[^\W\d_]\S*(?:\s+\S+){3}")  # “* John to ring about the deposit”
_TALLY = re.compile(r"[^\W\d_][^:\d]{2,30}:\s*\d{1,4}")  # “Sites rented: 6”
_RULES = ("**", "--", "==", "__", "~~", "##")


def _is_footer(row: Row) -> bool:
    """A total or a footer: words of that kind first, and then hardly anything but numbers."""
    filled = [text for value in row.values if (text := _text(value))]
    return all(
        _NUMBER.fullmatch(other) or _TOLD.fullmatch(other) or other.casefold() in _SUMMED for other in filled[1:]
    )


_TOLD = re.compile(r"\d+ [a-zà-ÿ]+(?:\s*[/,]\s*\d+ [a-zà-ÿ]+)*")  # “7 occupied / 2 vacant”
_SUMMED = frozenset(
    ["count", "sum", "avg", "average", "record count", "records", "min", "max", "anzahl", "summe", "nombre"]
)


def _is_other_header(row: Row, headers: Sequence[str]) -> bool:
    """Whether another table begins: below a blank row, names of columns that are not those of this table."""
    texts = [_text(value) for value in row.values if value is not None]
    named = sum(any(recognised(kind, text) for kind in ("customers", "orders", "milestones")) for text in texts)
    return named >= 3 and named * 3 >= len(texts) * 2 and not _repeats(row, headers)


def _repeats(row: Row, headers: Sequence[str]) -> bool:
    """The header once more, as on every page of a report."""
    texts = [_text(value).casefold() for value in row.values]
    same = sum(text == header and text != "" for text, header in zip(texts, headers, strict=False))
    return same >= 2 and same >= sum(map(bool, texts)) - 1


def text_at(row: Row, column: int) -> str:
    """What a row has in a column, "" where it ends before that."""
    return _text(row.values[column]) if column < len(row.values) else ""


def _text(value: Value) -> str:
    return cleaned(value) if isinstance(value, str) else "" if value is None else str(value)
