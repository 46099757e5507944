"""Sections: rows that only say what those below them are (“REGULARS”, “Moved away:”), and which rows are below."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from notes.language.locales import month_number
from notes.language.remarks import read
from notes.language.texts import cleaned
from notes.language.vocabulary import words
from notes.reading.files.sheets import Row
from notes.reading.tables.parts import Whose, parts_of
from notes.reading.values.name_likeness import is_given_name
from notes.reading.values.person_names import is_firm

LONGEST = 60
SAMPLE = 200  # rows are looked at, evenly spread
_RULES = "*-–—=#~_:•·> "


@dataclass(frozen=True, slots=True)
class Section:
    """A heading among the rows of a table: the number of its row, and its words."""

    row: int
    text: str


@dataclass(frozen=True, slots=True)
class Sections:
    """The rows without the headings among them, and the section of each row that stands below one, by its number."""

    rows: Sequence[Row]
    headings: Sequence[Section] = ()
    of_row: Mapping[int, Section] = field(default_factory=dict)


def in_sections(rows: Sequence[Row]) -> Sections:
    """The rows of a table, apart from the headings among them.

    A heading has one cell, the first, where other rows have several, and names nobody.
    """
    some = rows[:: max(1, len(rows) // SAMPLE)]
    lone = (row for row in rows if len(row.values) < 2 or not row.values[1])  # hardly any
    if not any(map(_is_alone, lone)) or sum(len(_filled(row)) > 2 for row in some) * 2 < len(some):
        return Sections(rows)
    full = [row for row in some if not _is_alone(row)]
    are_numbered = sum(map(_is_numbered, full)) * 3 > 2 * len(full)
    are_months = sum(_is_month(row) for row in rows if _is_alone(row)) > 1
    are_loud = sum(_is_loud(_filled(row)) for row in some) * 3 > len(some)
    kept: list[Row] = []
    headings: list[Section] = []
    of_row: dict[int, Section] = {}
    for row, after in zip(rows, [*rows[1:], None], strict=True):
        first = row.values[0]
        text = cleaned(first) if isinstance(first, str) and _is_alone(row) else ""
        if text and (
            _is_heading(text, are_loud)
            or is_of_the_office(text)
            or (are_numbered and _is_worded(text))
            or (are_months and _is_month(row))
            or _is_family_of(text, after)
        ):
            headings.append(Section(row.number, text))
            continue
        kept.append(row)
        if headings:
            of_row[row.number] = headings[-1]
    return Sections(kept, headings, of_row)


def _is_month(row: Row) -> bool:
    """Whether a lone cell is a month, as above those who were born in it: “December”, “Dec 2026”."""
    word, _, year = cleaned(row.values[0]).partition(" ") if isinstance(row.values[0], str) else ("", "", "")
    return bool(word) and month_number(word) is not None and (not year or year.isdigit())


def _is_numbered(row: Row) -> bool:
    first = row.values[0]
    return isinstance(first, int | float) or (isinstance(first, str) and first.strip(" .)#").isdigit())


def _is_worded(text: str) -> bool:
    """Whether a text that stands where others have their number is none: “TUES 22nd”."""
    return len(text) <= LONGEST and text[:1].isalpha()


def _is_family_of(text: str, after: Row | None) -> bool:
    """Whether a lone text names the family of who stands right below it: “Aldrich Family” above “Jonas Aldrich”."""
    match = _FAMILY.fullmatch(text)
    if not match or after is None or _is_alone(after):
        return False
    named = match["before"] or match["after"]
    return any(isinstance(value, str) and named.casefold() in value.casefold() for value in after.values)


_FAMILY = re.compile(
    r"(?:the )?(?P<before>.+?),?\s+(?:family|household|familie|famille)|(?:family|familie|famille)[:\s]+(?P<after>.+)",
    re.IGNORECASE,
)


def _is_alone(row: Row) -> bool:
    """Whether a row has nothing but its first cell."""
    return bool(row.values[0]) and not any(row.values[1:])


def _filled(row: Row) -> Sequence[object]:
    return [value for value in row.values if value not in (None, "")]


def _is_loud(values: Sequence[object]) -> bool:
    return (
        len(values) > 1 and isinstance(values[0], str) and values[0].isupper() and not any(map(str.isdigit, values[0]))
    )


def _is_heading(text: str, are_loud: bool) -> bool:
    """Whether a lone cell says what stands below it; where names are in capitals, capitals show nothing."""
    bare = text.strip(_RULES)
    if not bare or len(text) > LONGEST or any(map(str.isdigit, bare.split()[0])) or "@" in bare:
        return False
    is_of_firm = is_firm(bare) and not any(map(str.isdigit, bare))
    if is_of_firm or any(map(is_given_name, bare.replace(",", " ").split())):
        return False
    is_ruled = text[:2] != bare[:2] or text.endswith((":", "--", "**", "=="))
    return is_ruled or (bare.isupper() and len(bare) > 3 and not are_loud) or is_of_a_group(bare)


def is_of_the_office(text: str) -> bool:
    """Whether a heading names one of the office’s own, or a thing, behind a colon: “Provider: Lindgren, OD”."""
    label, colon, rest = text.partition(":")
    whose = parts_of(label).whose if colon and rest.strip() else Whose.NOBODY_NAMED
    return whose in (Whose.STAFF, Whose.THING, Whose.OTHER)


def is_of_a_group(text: str) -> bool:
    """Whether a text is what an office calls some of its people: “Tuesday ladies”, “Moved away”."""
    return words("standings", "groups").stand_in(text) or bool(read(text).findings)
