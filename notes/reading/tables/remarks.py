"""Remarks: the columns in which an office jots down what it knows of people, by their cells and whatever their header.

A remark is said in small words, several of them, or in several pieces; it is no code, no address and none of a few
words that come again and again. The header has a say only where it tells that the matter is the office's own.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from notes.reading.files.sheets import Value
from notes.reading.tables.columns import Columns, Rows
from notes.reading.tables.evidence import SAMPLE, Looks, looks_of
from notes.reading.tables.meanings import meanings
from notes.reading.tables.parts import Whose, is_of_the_office, words_of_header

# Who writes a remark, or what it hangs on: “Coach notes”, “Bike”, “Student comments” are of the customer all the same.
_SAY_WHOSE_WORDS = (Whose.STAFF, Whose.THING, Whose.CHILD)
LEAST_WORDS = 3  # of a remark
MOST_NEW = 6  # of ten things that cells list, where these are from a list of a few
LEAST_OF_A_LONE_ONE = 5  # where a column has no more than one
_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*")
_NO_WORDS = re.compile(r"[^\s@]+@[^\s@]+|https?://\S+|www\.\S+|\S*[\\/]\S*\.\w{2,4}\b")
_THINGS = re.compile(r"\s*(?:,|;|/|&|\+|\band\b|\bx ?\d+\b)\s*")
_PIECES = re.compile(r"\s*(?:;|\n|//|\s[-–—]\s|\.\s|!)\s*")


def with_remarks(columns: Columns, rows: Rows) -> Columns:
    """The columns, and as notes all those of remarks that nothing else claims; the first of them is the field."""
    free = [*columns.unknown, *(one for one, whose in columns.others.items() if whose in _SAY_WHOSE_WORDS)]
    found = [
        column
        for column in sorted(free)
        if not is_of_the_office(columns.header(column))
        and (_is_called_notes(columns.header(column), rows, column) or is_of_remarks(rows, column))
    ]
    if not found:
        return columns
    first, *others = found if "notes" not in columns.fields else [columns.fields["notes"], *found]
    return replace(
        columns,
        fields={**columns.fields, "notes": first},
        remarks=tuple(others),
        unknown=[one for one in columns.unknown if one not in found],
        others={one: whose for one, whose in columns.others.items() if one not in found},
        doubtful=columns.doubtful | {*found},
    )


def _is_called_notes(header: str, rows: Rows, column: int) -> bool:
    """Whether a second column is called notes as well, and has words below that."""
    looks = looks_of(rows, column)
    is_named = bool(words_of_header(header)) and any(one.name == "notes" for one in meanings("customers", header))
    return is_named and looks.mostly(looks.lettered) and not looks.mostly(looks.dates)


def is_of_remarks(rows: Sequence[Sequence[Value]], column: int) -> bool:
    """Whether most cells of a column are remarks, hardly two of them alike."""
    step = max(1, len(rows) // SAMPLE)
    texts = [row[column] for row in rows[::step] if column < len(row) and row[column] not in (None, "")]
    said = [text for text in texts if isinstance(text, str) and is_remark(text)]
    if len(texts) == 1:
        return len(said) == 1 and len(_WORD.findall(said[0])) >= LEAST_OF_A_LONE_ONE
    are_alike = len({*texts}) * 10 < 8 * len(texts)
    if len(said) * 10 < 5 * len(texts) or are_alike or _are_from_a_list([f"{text}" for text in texts]):
        return False
    return not _are_of_a_kind(looks_of(rows, column))


def _are_from_a_list(texts: Sequence[str]) -> bool:
    """Whether cells are put together of a few things that come again and again, as what somebody has taken out.

    >>> _are_from_a_list(["home, auto x2", "auto, home", "farm, auto"]), _are_from_a_list(["sings, two goats", "goats"])
    (True, False)
    """
    things = [thing for text in texts for thing in filter(None, _THINGS.split(text.casefold()))]
    return len(things) > len(texts) and len({*things}) * 10 <= MOST_NEW * len(things)


def _are_of_a_kind(looks: Looks) -> bool:
    """Whether the cells are something else, however many words they have."""
    return any(map(looks.mostly, (looks.with_town, looks.emails, looks.dates, looks.phones, looks.codes)))


def is_remark(text: str) -> bool:
    """Whether a cell says something in words.

    >>> is_remark("twins (4), trued own wheel"), is_remark("singt im Chor; zwei Ziegen"), is_remark("42 Elm Street")
    (True, True, False)
    >>> is_remark("cargo bike"), is_remark("Gold Plan Monthly"), is_remark("SINGS IN THE CHOIR, 3 GOATS")
    (False, False, True)
    """
    if _NO_WORDS.search(text):
        return False
    words = _WORD.findall(text)
    small = sum(word[0].islower() for word in words) if not text.isupper() else len(words) - 1
    if len(words) < LEAST_WORDS or small * 5 < 2 * len(words):
        return False
    pieces = [piece for piece in _PIECES.split(text) if _WORD.search(piece)]
    return len(words) > LEAST_WORDS or len(pieces) > 1 or small > 1
