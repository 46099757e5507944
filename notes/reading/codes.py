"""Codes: what the cells of a column and the marks beside names mean, where the file explains them."""

from collections.abc import Mapping, Sequence

from notes.language.answers import is_no, is_yes
from notes.language.headers import Header
from notes.language.signals import Part, findings
from notes.reading.files.sheets import Row
from notes.reading.tables.cells import Cells
from notes.reading.tables.legends import legend_of, marked, spelled, states_by_letter


def codes_of(cells: Cells) -> Mapping[str, str]:
    """What codes mean, by the rows that are no customers, here or on a sheet without any, by headers and comments."""
    table = cells.table
    ours = {row.number for row in table.rows}
    beside = legend_of(row for row in table.sheet.rows if row.number not in ours)
    above = [Row(0, [*table.columns.headers]), Row(0, [*table.sheet.comments.values()])]
    return {**cells.legend, **beside, **legend_of(above)}


def meant_by(texts: Sequence[str], header: Header, part: Part, legend: Mapping[str, str]) -> Mapping[str, str]:
    """The cells of codes with what these mean, and the names with what is grave beside them."""
    if part is Part.NAME:
        grave = {code: meaning for code, meaning in legend.items() if findings(Header(notes=True), meaning)}
        return marked({*texts}, grave) if grave else {}
    is_answered = (header.asks or header.allows) and all(is_yes(text) or is_no(text) for text in texts if text)
    meant = spelled(texts, legend) if legend and part is Part.NOTE and not is_answered else {}
    return meant or (states_by_letter(texts) if header.kinds and not header.classes else {})
