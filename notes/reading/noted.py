"""Noted: what the columns of notes say of each customer, as one text, and from which of them it is."""

from collections.abc import Mapping, Sequence

from notes.reading.files.sheets import letters
from notes.reading.tables.cells import Cells

Named = Mapping[str, tuple[str, str]]


def noted(cells: Cells) -> tuple[Sequence[str], Sequence[int | None]]:
    """The notes of each row, a column of them below the other, and the column that they are from, None for several."""
    first = cells.column("notes")
    others = cells.table.columns.remarks
    own = cells.texts(first, lines=True)
    if not others or first is None:
        return own, [first] * len(cells)
    columns = [first, *others]
    rows = zip(own, *(cells.texts(one, lines=True) for one in others), strict=True)
    texts: list[str] = []
    places: list[int | None] = []
    for row in rows:
        filled = [place for place, text in enumerate(row) if text]
        texts.append("\n".join(row[place] for place in filled))
        places.append(columns[filled[0]] if len(filled) == 1 else None if filled else first)
    return texts, places


def with_their_place(cells: Cells, named: Named, places: Sequence[int | None]) -> Sequence[Named]:
    """The headers and letters of the columns that a note can be from, with those of each row’s notes."""
    if not cells.table.columns.remarks:
        return [named] * len(cells)
    known = {place: {**named, "notes": _named(cells, place)} for place in {*places}}
    return [known[place] for place in places]


def _named(cells: Cells, place: int | None) -> tuple[str, str]:
    columns = cells.table.columns
    if place is not None:
        return columns.header(place), letters(place)
    return " and ".join(columns.header(one) for one in (columns.fields["notes"], *columns.remarks)), ""
