"""Events: one thing that happened to one card, as a line of JSON."""

import hashlib
import json
import re
from dataclasses import dataclass, fields
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any

from notes.language.days import FIRST_YEAR, LAST_YEAR
from notes.problems import shown


class Kind(Enum):
    """What happened: `MADE` to a batch, `LABELS` to a sheet of labels, `CLEARED` to a cell, all else to a card."""

    MADE = "made"  # a batch in which there was no card: the month was decided all the same
    PLANNED = "planned"
    WITHDRAWN = "withdrawn"  # planned once, and no longer in the plan after the month was decided again
    PRINTED = "printed"
    SENT = "sent"
    CANCELLED = "cancelled"  # the person decided against it: it is not proposed again
    RETURNED = "returned"  # it came back undelivered: nothing goes to its address until that changes
    UNDONE = "undone"  # the last thing said of it was a mistake: it is as it was before
    TAKEN_BACK = "taken back"  # its whole batch was: as if it had never been made
    LABELS = "labels"
    MERGED = "merged"  # the customer of this number had another one before (`matter`)
    CLEARED = "cleared"  # the person answered that a card may go, whatever a cell says (`matter` its words)


@dataclass(frozen=True, kw_only=True)
class Event:
    """One thing that happened to one card, or to a batch, or to a label sheet (`stock`, `next_label`),
    or to a cell that held a card (`matter` its words, `answer` what the person wrote).

    `at` is the ISO time that the run was given, `turn` counts the events about the card, `on` is the day of the
    occasion, `matter` keeps two cards of one occasion and day apart (who was referred, what was finished), `digest` is
    that of the card's text. `mentions` are the details that the card speaks of, `passages` what it is made of.
    """

    kind: Kind
    at: str
    batch: str
    turn: int = 0
    month: str = ""
    number: int = 0
    customer_id: str = ""
    household: str = ""
    address: str = ""
    name: str = ""
    occasion: str = ""
    on: date | None = None
    matter: str = ""
    mail_by: date | None = None
    wording: str = ""
    digest: str = ""
    stock: str = ""
    next_label: int = 0
    answer: str = ""
    mentions: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()

    @property
    def to_everyone(self) -> bool:
        """Whether it is of a greeting to everyone, which takes the place of nobody's card of the month."""
        return _GREETING.match(self.batch) is not None

    @cached_property
    def card(self) -> tuple[str, str, str, str, str]:
        """What says that two events are about the same card."""
        return self.batch, self.customer_id, self.occasion, str(self.on or ""), self.matter or self.stock

    @cached_property
    def event_id(self) -> str:
        return hashlib.sha256(self.as_line().encode()).hexdigest()[:16]

    def as_line(self) -> str:
        """One line of JSON, without what is empty, so that equal events are equal lines."""
        filled = {name: value for name in _NAMES if (value := getattr(self, name)) not in ("", 0, None, ())}
        filled["kind"] = self.kind.value
        return json.dumps(filled, ensure_ascii=False, sort_keys=True, default=str)

    @classmethod
    def from_line(cls, line: str) -> "Event":
        """The event of a line.

        Raises:
            Newer: a newer Fairhand wrote it.
            ValueError: the line is not one that `as_line` wrote.
        """
        try:
            given = json.loads(line)
        except RecursionError as deep:
            raise ValueError("brackets without end") from deep
        if not isinstance(given, dict) or not {"kind", "at", "batch"} <= given.keys():
            raise ValueError("not an event")
        values: dict[str, Any] = {name: given[name] for name in _NAMES if name in given}
        if any(isinstance(value, bool) or type(value) is not _TYPES.get(name, str) for name, value in values.items()):
            raise ValueError("not the values of an event")
        values = {name: shown(value) if isinstance(value, str) else value for name, value in values.items()}
        if not all(_SHAPES[name].fullmatch(values.get(name, "")) for name in _SHAPES):
            raise ValueError("not the day or the batch of an event")
        _day(values["at"][:10])
        if values["kind"] not in _KINDS:
            raise Newer(values["kind"])
        for name in ("mentions", "passages"):
            if name in values:
                values[name] = tuple(shown(str(one)) for one in values[name])
        values["kind"] = Kind(values["kind"])
        for name in ("on", "mail_by"):
            if name in values:
                values[name] = _day(values[name])
        return cls(**values)


def _day(text: str) -> date:
    """The day of an event.

    Raises:
        ValueError: it is none, or one of another age.
    """
    day = date.fromisoformat(text)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError("too long ago or too far ahead")
    return day


class Newer(ValueError):
    """An event of a kind that only a newer version knows."""


_NAMES = tuple(one.name for one in fields(Event))
_KINDS = {kind.value for kind in Kind}
_SHAPES = {
    "at": re.compile(r"\d{4}-\d\d-\d\d.{0,40}"),
    "batch": re.compile(r"\w[\w.-]{0,60}"),  # it names a folder
    "month": re.compile(r"(\d{4}-(0[1-9]|1[0-2]))?"),
}


def greeting_batch(month: str, occasion: str) -> str:
    """The name of the batch in which everyone gets a card of an occasion.

    >>> greeting_batch("2026-12", "season")
    '2026-12-season'
    """
    return f"{month}-{occasion}"


_GREETING = re.compile(r"\d{4}-\d\d-\D")
_TYPES = {"number": int, "turn": int, "next_label": int, "mentions": list, "passages": list}
