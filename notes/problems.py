"""What is wrong, where, and what to do about it.

A small reader that meets a bad value raises `BadValue`; its caller, who knows the place, makes a `Problem` of it.
Functions that read many things return the things and the problems; the command line shows all of them together.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import Enum
from typing import Any


def shown(text: str) -> str:
    """A text in which half a letter may be (of a name that is no UTF-8), with a mark in its place."""
    return text if text.isascii() else _HALF.sub("\N{REPLACEMENT CHARACTER}", text)


_HALF = re.compile("[\ud800-\udfff]")


class Level(Enum):
    """How much a problem matters: an error holds up what it touches, a warning wants a look, a notice wants nothing."""

    NOTICE = "notice"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is, in the terms of the program that the person has open.

    `row` counts from 1 as the spreadsheet shows it, `column` is the header, `cell` a reference such as C3, `key` the
    name of a setting, `line` counts from 1 as an editor shows it.
    """

    file: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    cell: str | None = None
    key: str | None = None
    line: int | None = None

    def __post_init__(self) -> None:
        if not self.file.isascii():
            object.__setattr__(self, "file", shown(self.file))

    def __str__(self) -> str:
        """The place within its file.

        >>> str(Place("customers.xlsx", "Customers", 3, "Birthday", "C3"))
        'Customers, cell C3 (column “Birthday”)'
        >>> str(Place("notes.toml", key="card.hnad"))
        'card.hnad'
        """
        if self.key or self.line:
            return self.key or f"line {self.line}"
        spot = f"cell {self.cell}" if self.cell else f"row {self.row}" if self.row else ""
        if self.column:
            spot = f"{spot} (column “{self.column}”)" if spot else f"column “{self.column}”"
        return ", ".join(filter(None, [self.sheet, spot]))


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: a sentence in the person's own words, and what to write instead."""

    place: Place
    message: str
    remedy: str = ""
    level: Level = Level.ERROR

    def as_json(self) -> dict[str, Any]:
        at = self.place
        return {
            "level": self.level.value,
            "sheet": at.sheet,
            "row": at.row,
            "column": at.column,
            "cell": at.cell,
            "message": self.message,
            "remedy": self.remedy,
        }


class BadValue(ValueError):
    """A value that cannot be used: what is wrong with it, and what to write instead."""

    def __init__(self, message: str, remedy: str = "", level: Level = Level.ERROR) -> None:
        super().__init__(message)
        self.message, self.remedy, self.level = message, remedy, level

    def at(self, place: Place) -> Problem:
        return Problem(place, self.message, self.remedy, self.level)


class DoesNotFit(BadValue):
    """A text that is too large for its place."""


class Unusable(Exception):
    """The person's files need mending before anything can be made: exit code 1."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(report(problems))
        self.problems = problems

    @classmethod
    def because(cls, file: str, message: str, remedy: str = "") -> "Unusable":
        return cls((Problem(Place(file), message, remedy),))


def told_once(problems: Iterable[Problem]) -> list[Problem]:
    """The problems, what matters most first; the same finding in many rows once, with how many and where.

    >>> here = [Place("c.csv", None, row, "ZIP", f"B{row}") for row in range(2, 9)]
    >>> told_once([Problem(one, f"“{one.row}331” is short.") for one in here])[0].message
    '“2331” is short. 6 more like it: B3, B4, B5 …'
    """
    alike: dict[tuple[object, ...], list[Problem]] = {}
    for number, one in enumerate(dict.fromkeys(problems)):
        at = one.place
        where = (at.file, at.sheet, at.column) if at.row else number
        alike.setdefault((where, one.level, _bare(one.message), _bare(one.remedy)), []).append(one)
    told = [found for those in alike.values() for found in (_gathered(those) if len(those) >= MANY else those)]
    return sorted(told, key=lambda one: list(Level).index(one.level), reverse=True)


MANY = 4  # fewer are told one by one
SHOWN = 3  # of the others
_VARIES = re.compile(r"“[^”]*”|\d+|\b[A-ZÀ-Þ][\w'’.-]*(?:\s+(?:(?:&|and|van|von|de|der|la)\s+)*[A-ZÀ-Þ][\w'’.-]*)*")


def _bare(text: str) -> str:
    """A sentence without the names, words and numbers that are others in every row."""
    return _VARIES.sub("", text)


def _gathered(those: Sequence[Problem]) -> list[Problem]:
    first, *others = those
    places = [one.place.cell or f"row {one.place.row}" for one in others]
    more = " …" if len(others) > SHOWN else ""
    message = f"{first.message} {len(others):,} more like it: {', '.join(places[:SHOWN])}{more}"
    return [replace(first, message=message)]


def report(problems: Iterable[Problem]) -> str:
    """All problems, file by file, the gravest first, each with its remedy below it; the same finding once.

    >>> print(report([Problem(Place("notes.toml", key="card.hnad"), "there is no such setting.", "Write “hand”.")]))
    notes.toml
      card.hnad: there is no such setting.
          Write “hand”.
    """
    lines: list[str] = []
    by_file: dict[str, list[Problem]] = {}
    for problem in told_once(problems):
        by_file.setdefault(problem.place.file, []).append(problem)
    for file, those in by_file.items():
        lines.append(file)
        for problem in those:
            where = str(problem.place)
            lines.append(f"  {where}: {problem.message}" if where else f"  {problem.message}")
            lines += [f"      {line}" for line in problem.remedy.splitlines()]
    return "\n".join(lines)


def did_you_mean(word: str, known: Collection[str]) -> str:
    """A question with the likeliest of the known words, or a list of them all.

    >>> did_you_mean("hnad", ["hand", "stock"])
    'Did you mean “hand”?'
    """
    near = get_close_matches(word.casefold(), {one.casefold(): one for one in known}, n=1, cutoff=0.6)
    if near:
        return f"Did you mean “{next(one for one in known if one.casefold() == near[0])}”?"
    return f"The choices are: {', '.join(sorted(known))}."
