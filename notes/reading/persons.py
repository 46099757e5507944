"""Persons: who the rows of a table are about, each alone or all of them a column at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from notes.reading.values.person_names import Name


class Person(NamedTuple):
    """Who a row is about: the name in its parts, the firm, and what a column says of “Dear” and the envelope."""

    name: Name
    company: str = ""


@dataclass(frozen=True, slots=True)
class Persons:
    """What the person of each row is called, by the fields of a customer; a remark beside it, a line above the street.

    Nearly all rows of a long list have one plain first and one plain last name: these are never taken apart one by one.
    """

    names: Mapping[str, Sequence[str]]
    marks: Sequence[str]
    care_of: Sequence[str]

    @classmethod
    def of(cls, people: Sequence[Person]) -> "Persons":
        """Those who were read one by one."""
        envelopes = [name.envelope or company for name, company in people]
        pairs = zip(people, envelopes, strict=True)
        names = {
            "name": [_one_of(name.whole, envelope) or company for (name, company), envelope in pairs],
            "first_name": [name.first for name, _ in people],
            "last_name": [name.last for name, _ in people],
            "title": [name.title for name, _ in people],
            "suffix": [name.suffix for name, _ in people],
            "company": [company for _, company in people],
            "dear": [name.dear for name, _ in people],
            "envelope": envelopes,
        }
        return cls(names, [name.mark for name, _ in people], [name.care_of for name, _ in people])

    @classmethod
    def plain(
        cls, firsts: Sequence[str], lasts: Sequence[str], wholes: Sequence[str], companies: Sequence[str]
    ) -> "Persons":
        """Those who have a first and a last name and nothing else that they are called."""
        none = [""] * len(wholes)
        names = {"name": wholes, "envelope": wholes, "company": companies, "title": none, "suffix": none}
        return cls({**names, "first_name": firsts, "last_name": lasts, "dear": firsts}, none, none)

    def __len__(self) -> int:
        return len(self.marks)

    def of_row(self, row: int) -> Sequence[str]:
        """What one of them is called, there and on the envelope."""
        return [text for field in ("name", "envelope", "company") if (text := self.names[field][row])]

    def with_others(self, others: Mapping[int, Person]) -> "Persons":
        """The same, with somebody else in some rows."""
        if not others:
            return self
        rows, theirs = [*others], Persons.of([*others.values()])
        names = {field: _with(texts, rows, theirs.names[field]) for field, texts in self.names.items()}
        return Persons(names, _with(self.marks, rows, theirs.marks), _with(self.care_of, rows, theirs.care_of))

    def ungreeted(self, gone: Sequence[bool]) -> "Persons":
        """The same; nobody greets whose name is marked as deleted, or as that of somebody who has died."""
        if not any(gone):
            return self
        rows = [row for row, is_gone in enumerate(gone) if is_gone]
        silent = {field: _with(self.names[field], rows, [""] * len(rows)) for field in ("dear", "envelope")}
        return replace(self, names={**self.names, **silent})


def _one_of(text: str, other: str) -> str:
    """A text that is the same as another, kept once."""
    return other if text == other else text


def _with(texts: Sequence[str], rows: Sequence[int], others: Sequence[str]) -> Sequence[str]:
    """The texts, with others in some rows."""
    found = list(texts)
    for row, text in zip(rows, others, strict=True):
        found[row] = text
    return found
