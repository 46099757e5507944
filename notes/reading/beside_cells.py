"""What stands beside the cells of a table: comments that hang on them, and lines that cross them out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from notes.holds import Hold
from notes.language.folding import folded
from notes.language.headers import Header
from notes.language.judging import judged
from notes.language.lexicon import Kind
from notes.language.signals import Part
from notes.language.texts import on_one_line
from notes.reading.files.sheets import letters, reference, row_of
from notes.reading.tables.cells import Cells
from notes.reading.tables.sections import is_of_the_office

_NAMES = ("name", "display_name", "first_name", "last_name", "company", "contact")


def in_comments(cells: Cells, names: Sequence[str]) -> Iterator[tuple[int, Hold]]:
    """What the comments on the cells of a row say against a card."""
    sheet = cells.table.sheet
    if not sheet.comments:
        return
    rows = {row.number: place for place, row in enumerate(cells.table.rows)}
    columns = _columns(cells)
    for cell, text in sheet.comments.items():
        row = rows.get(row_of(cell))
        if row is None:
            continue
        place = cells.place(row, columns.get(cell.rstrip("0123456789")))
        for finding in judged(Header(notes=True), on_one_line(text), Part.NOTE, names[row]):
            yield row, Hold.of(finding, place, f"comment: {on_one_line(text)}")


def under_headings(cells: Cells) -> Iterator[tuple[int, Hold]]:
    """What the heading of a section says against a card to all who stand below it: “MOVED AWAY”."""
    sections = cells.table.sections
    if not sections:
        return
    told = [one for one in {*sections.values()} if not is_of_the_office(one.text)]
    known = {one: judged(Header(notes=True), one.text, Part.NOTE) for one in told}
    for row, values in enumerate(cells.table.rows):
        if section := sections.get(values.number):
            place = replace(cells.place(), row=section.row, column="heading", cell=reference(0, section.row))
            yield from ((row, Hold.of(finding, place, section.text)) for finding in known.get(section, ()))


def crossed_out(cells: Cells) -> Iterator[tuple[int, Hold]]:
    """Rows of which the name or the street is crossed out: they are customers no more, or live there no more."""
    struck = cells.table.sheet.struck
    if not struck:
        return
    columns = cells.table.columns
    named = [column for name in _NAMES if (column := columns.fields.get(name)) is not None]
    lived = [group[part] for group in columns.addresses.values() for part in ("street", "whole") if part in group]
    for row, values in enumerate(cells.table.rows):
        for kind, those in ((Kind.CLOSED, named), (Kind.MOVED, lived)):
            crossed = [one for one in those if reference(one, values.number) in struck]
            if crossed:
                text = f"{on_one_line(str(values.values[crossed[0]]))} (crossed out)"
                yield row, Hold(kind, cells.place(row, crossed[0]), text)
                break


_MOVED = re.compile(
    r"(?:has |have |they |she |he )?(?:moved|gone away|left the area|unbekannt verzogen|"
    r"verzogen|umgezogen|déménagé|trasferit|verhuisd|flyttet|flyttat|odstěhoval|mudou|se ha mudado)", re.IGNORECASE,
)  # fmt: skip


def moved_away(cells: Cells) -> Iterator[tuple[int, Hold]]:
    """Rows that have “moved! ask Jen” where the street should be."""
    groups = cells.table.columns.addresses.values()
    for column in [group[part] for group in groups for part in ("street", "whole") if part in group]:
        for row, text in enumerate(cells.texts(column)):
            if text[:1].isalpha() and _MOVED.match(text):
                yield row, Hold(Kind.MOVED, cells.place(row, column), text)


def already_there(cells: Cells, row: int, text: str) -> bool:
    """Whether a cell tells of a move to where the address of the row is: “moving to Mill House”, of Mill House."""
    place = _MOVED_TO.search(text)
    if not place:
        return False
    lived = [column for group in cells.table.columns.addresses.values() for column in group.values()]
    return any(folded(place["where"]) in folded(cells.texts(column)[row]) for column in lived)


_MOVED_TO = re.compile(
    r"(?i:mov(?:ed?|es|ing)|relocat(?:ed|ing)|zieht|gezogen|déménag\w+) (?i:in )?(?i:to|nach|à) "
    r"(?P<where>(?:The )?[A-ZÀ-Þ][\w’']{3,}(?: [A-ZÀ-Þ][\w’']+)*)"
)


def _columns(cells: Cells) -> Mapping[str, int]:
    """The columns of the table by their letters."""
    return {letters(column): column for column in range(cells.width)}
