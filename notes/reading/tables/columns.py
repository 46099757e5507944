"""Columns: which field each column of a table is, as a value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from notes.language.texts import cleaned, on_one_line, word_set
from notes.reading.files.sheets import Value
from notes.reading.tables.evidence import LONGEST
from notes.reading.tables.parts import Whose, words_of_header

Rows = Sequence[Sequence[Value]]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table by field, counted from 0; `addresses` by group and part; `unknown` are not used.

    `aside` are known and not taken, with the reason; `others` tell of somebody else than the customer, and of whom.
    `doubtful` were understood by their parts or their cells, not by a listed name; `guessed` by their cells alone, and
    `asked` without being certain. `remarks` are columns of notes beside the field of that name; `told` are columns of
    days, each with the column beside it that says what happens on them, or None where its own header does. `parted`
    are columns that the sheet does not have, each with the one whose cells say its days among other things.
    """

    fields: Mapping[str, int]
    addresses: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    headers: Sequence[str] = ()
    unknown: Sequence[int] = ()
    aside: Mapping[int, str] = field(default_factory=dict)
    others: Mapping[int, Whose] = field(default_factory=dict)
    doubtful: frozenset[int] = frozenset()
    guessed: frozenset[int] = frozenset()
    asked: frozenset[int] = frozenset()
    remarks: Sequence[int] = ()
    told: Mapping[int, int | None] = field(default_factory=dict)
    parted: Mapping[int, int] = field(default_factory=dict)

    def header(self, column: int) -> str:
        return self.headers[column] if column < len(self.headers) else ""

    @property
    def understood(self) -> int:
        return len(self.fields) + sum(len(group) for group in self.addresses.values())

    def taken_for(self) -> Mapping[int, str]:
        """The field of each column that is used."""
        found = {column: name for name, column in self.fields.items()}
        for group, parts in self.addresses.items():
            found |= {column: f"{group} {name}".strip() for name, column in parts.items()}
        found |= dict.fromkeys(self.remarks, "notes")
        for day, reason in self.told.items():
            found = {day: "on"} | ({} if reason is None else {reason: "occasion"}) | found
        return found


def cell_of(row: Sequence[Value], column: int) -> str:
    return str(row[column]).strip() if column < len(row) and row[column] is not None else ""


def is_of_a_source(header: str) -> bool:
    """Whether a column says where people heard of the business, which is seldom from somebody."""
    return not _OF_A_SOURCE.isdisjoint(words_of_header(header)) and _REFERRALS.isdisjoint(words_of_header(header))


_OF_A_SOURCE = frozenset(["source", "heard", "hear", "found", "herkunft", "quelle", "origine", "origen"])
_REFERRALS = word_set("referral referred referrer referring ref")


def header_text(value: object) -> str:
    return on_one_line(cleaned(value[:LONGEST])) if isinstance(value, str) else "" if value is None else str(value)
