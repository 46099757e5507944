"""What was planned, printed and sent: one immutable file for each run, and the state that follows from all of them.

A run writes its events as JSON lines into a file of its own, whole or not at all, and no file is ever changed. So files
that two computers wrote can lie in one folder: events are merged by their digest, and the last event about a card
says what became of it (a plan never takes back what was printed or sent).
"""

import hashlib
import json
import os
import re
import tempfile
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import Any

from notes.customers import CustomerId
from notes.problems import Level, Place, Problem


class Kind(Enum):
    """What happened. `LABELS` is about a label sheet, all others about a card."""

    PLANNED = "planned"
    WITHDRAWN = "withdrawn"  # planned once, and no more in the plan after the month was decided anew
    PRINTED = "printed"
    SENT = "sent"
    CANCELLED = "cancelled"  # the person decided against it: it is not proposed again
    LABELS = "labels"


@dataclass(frozen=True, kw_only=True)
class Event:
    """One thing that happened to one card, or to a label sheet (`stock`, `next_label`).

    `at` is the ISO time that the run was given, `on` the day of the occasion, `matter` tells two cards of one
    occasion and day apart (who was referred, what was finished), `digest` is that of the card's text.
    """

    kind: Kind
    at: str
    batch: str
    month: str = ""
    number: int = 0
    customer_id: str = ""
    household: str = ""
    name: str = ""
    occasion: str = ""
    on: date | None = None
    matter: str = ""
    mail_by: date | None = None
    wording: str = ""
    digest: str = ""
    stock: str = ""
    next_label: int = 0

    @property
    def card(self) -> tuple[str, str, str, str, str]:
        """What makes it the same card from one event to the next."""
        return self.batch, self.customer_id, self.occasion, str(self.on or ""), self.matter

    @cached_property
    def event_id(self) -> str:
        return hashlib.sha256(self.as_line().encode()).hexdigest()[:16]

    def as_line(self) -> str:
        """One line of JSON, without what is empty, so that equal events are equal lines."""
        filled = {one.name: value for one in fields(self) if (value := getattr(self, one.name)) not in ("", 0, None)}
        filled["kind"] = self.kind.value
        return json.dumps(filled, ensure_ascii=False, sort_keys=True, default=str)

    @classmethod
    def from_line(cls, line: str) -> "Event":
        """The event of a line.

        Raises:
            ValueError, TypeError, KeyError: the line is not one that `as_line` wrote.
        """
        given = json.loads(line)
        known = {one.name for one in fields(cls)}
        values: dict[str, Any] = {name: value for name, value in given.items() if name in known}
        values["kind"] = Kind(given["kind"])
        for name in ("on", "mail_by"):
            if name in values:
                values[name] = date.fromisoformat(values[name])
        return cls(**values)


@dataclass(frozen=True)
class Past:
    """All events, each once, in the order of their time; and what follows from them."""

    events: Sequence[Event] = ()

    @classmethod
    def of(cls, events: Iterable[Event]) -> "Past":
        by_id = {event.event_id: event for event in events}
        return cls(tuple(sorted(by_id.values(), key=lambda event: (event.at, _PLACE[event.kind], event.event_id))))

    @cached_property
    def cards(self) -> Mapping[tuple[str, ...], Event]:
        """For every card the event that says what became of it, with its number, wording and name."""
        state: dict[tuple[str, ...], Event] = {}
        for event in self.events:
            if event.kind is Kind.LABELS:
                continue
            before = state.get(event.card)
            done = before is not None and before.kind in (Kind.PRINTED, Kind.SENT)
            if not (done and event.kind in (Kind.PLANNED, Kind.WITHDRAWN)):
                state[event.card] = event
        return state

    @cached_property
    def standing(self) -> Sequence[Event]:
        """The cards that block another: planned, printed, sent, or cancelled by the person."""
        return tuple(event for event in self.cards.values() if event.kind is not Kind.WITHDRAWN)

    @cached_property
    def _by_customer(self) -> Mapping[str, Sequence[Event]]:
        return _grouped(self.standing, "customer_id")

    @cached_property
    def _by_household(self) -> Mapping[str, Sequence[Event]]:
        return _grouped((event for event in self.standing if event.kind is not Kind.CANCELLED), "household")

    @property
    def began(self) -> str:
        """The first month of which a batch is known, "" where there is none."""
        return min((event.month for event in self.standing if event.month), default="")

    def cards_of(self, customer_id: CustomerId) -> Sequence[Event]:
        return self._by_customer.get(customer_id, ())

    def cards_to(self, household: str) -> Sequence[Event]:
        """The cards to a household that went, or are about to go."""
        return self._by_household.get(household, ())

    def done(
        self, customer_id: CustomerId, occasion: str, on: date | None, matter: str = "", within: int = 0
    ) -> Event | None:
        """The card for this occasion that there is already, its day at most `within` days from the one asked for."""
        for event in self.cards_of(customer_id):
            if event.occasion == occasion and event.matter == matter:
                near = event.on == on or (event.on and on and abs((event.on - on).days) <= within)
                if near:
                    return event
        return None

    def last(self, customer_id: CustomerId, occasion: str) -> Event | None:
        """The latest card of an occasion to a customer."""
        return max((e for e in self.cards_of(customer_id) if e.occasion == occasion), key=_day_of, default=None)

    def wordings_of(self, customer_id: CustomerId) -> frozenset[str]:
        """The wordings that a customer has had."""
        had = (event for event in self.cards_of(customer_id) if event.kind is not Kind.CANCELLED)
        return frozenset(event.wording for event in had if event.wording)

    def of_batch(self, batch: str) -> Sequence[Event]:
        """The cards of a batch, by their numbers."""
        return sorted((event for event in self.standing if event.batch == batch), key=lambda event: event.number)

    @property
    def open_batch(self) -> str:
        """The latest batch with cards that are still to be posted, "" where there is none."""
        waiting = (event.batch for event in self.standing if event.kind in (Kind.PLANNED, Kind.PRINTED))
        return max(waiting, default="")

    def next_label(self, stock: str) -> int:
        """The first free label on the open sheet of a stock, counted from 1."""
        used = [event.next_label for event in self.events if event.kind is Kind.LABELS and event.stock == stock]
        return used[-1] if used else 1

    def without_plans_of(self, batch: str) -> "Past":
        """The past as it would be without what is planned, but not printed, for a batch: to decide it anew."""
        plans = {card for card, event in self.cards.items() if event.batch == batch and event.kind is Kind.PLANNED}
        labels = (e for e in self.events if e.kind is Kind.LABELS and e.batch != batch)
        cards = (e for e in self.events if e.kind is not Kind.LABELS and e.card not in plans)
        return Past.of([*cards, *labels])


def state_of(event: Event) -> str:
    """What became of a card, in a sentence."""
    day = f" for {event.on.day} {event.on:%B %Y}" if event.on else ""
    return f"{event.kind.value.capitalize()} on {event.at[:10]}: {event.occasion}{day} (card {event.number} of {event.batch})."


def told_of(past: Past, words: str) -> str:
    """The answer of `notes history NAME`: every card to the customers of this number, or of a name with these words."""
    wanted = set(words.casefold().split())
    events = [one for one in past.cards.values() if one.customer_id == words]
    events = events or [one for one in past.cards.values() if wanted and wanted <= set(one.name.casefold().split())]
    lines = [f"{event.name} (number {event.customer_id}): {state_of(event)}" for event in events]
    return "\n".join(lines) if lines else f"The history knows of no card to “{words}”."


_PLACE = {kind: place for place, kind in enumerate(Kind)}


def _grouped(events: Iterable[Event], name: str) -> dict[str, list[Event]]:
    groups: dict[str, list[Event]] = {}
    for event in events:
        groups.setdefault(getattr(event, name), []).append(event)
    return groups


def _day_of(event: Event) -> str:
    return str(event.mail_by or event.on or event.at)


def read_history(folder: Path) -> tuple[Past, Sequence[Problem]]:
    """All that the files of a folder tell, and what in them cannot be read."""
    events: list[Event] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.jsonl")) if folder.is_dir() else ():
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        for row, line in enumerate(lines, start=1):
            try:
                events.append(Event.from_line(line))
            except (ValueError, TypeError, KeyError, AttributeError):
                problems.append(_unreadable(path, row, torn=row == len(lines)))
    return Past.of(events), problems


def _unreadable(path: Path, row: int, torn: bool) -> Problem:
    how = "the last line is cut short" if torn else "this line is not one of the history"
    remedy = "The other lines are used. A copy of the file from a backup or the other computer mends it."
    return Problem(Place(path.name, row=row), f"{how} and was left out.", remedy, Level.WARNING)


def write_events(folder: Path, run_id: str, events: Iterable[Event]) -> Path | None:
    """A new file with the events of a run, whole or not at all; none where there are no events.

    The name carries the digest of the content, so to write the same events again changes nothing.
    """
    content = "".join(event.as_line() + "\n" for event in events).encode()
    if not content:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{re.sub(r'[^0-9A-Za-z.-]+', '-', run_id)}-{hashlib.sha256(content).hexdigest()[:8]}.jsonl"
    handle, name = tempfile.mkstemp(dir=folder, suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _keep_entry(folder)
    return path


def _keep_entry(folder: Path) -> None:
    """Have the disk keep the file's name as well; where folders cannot be opened, the system sees to it."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def plan(past: Past, batch: str, cards: Sequence[Event]) -> Sequence[Event]:
    """The events that make `cards` the plan of a batch: what is new, and what is withdrawn of the plan before.

    Cards that stand in the plan already, with the same number and words, give no event: nothing to write.
    """

    def content(event: Event) -> Event:
        return replace(event, at="")

    before = {event.card: event for event in past.of_batch(batch) if event.kind is Kind.PLANNED}
    new = [card for card in cards if card.card not in before or content(before[card.card]) != content(card)]
    keep = {card.card for card in cards}
    at = max((card.at for card in cards), default=max((event.at for event in past.events), default=""))
    gone = [replace(event, kind=Kind.WITHDRAWN, at=at) for key, event in before.items() if key not in keep]
    return [*gone, *new]


@dataclass(frozen=True)
class Marking:
    """What `notes sent` or `notes cancel` does: the events to write, and the numbers that no card of the batch has."""

    events: Sequence[Event] = ()
    unknown: Sequence[int] = field(default_factory=tuple)


def mark(
    past: Past, batch: str, kind: Kind, at: str, *, only: Collection[int] = (), but: Collection[int] = ()
) -> Marking:
    """The cards of a batch marked as printed, sent or cancelled: all, or `only` some, or all `but` some."""
    cards = past.of_batch(batch)
    numbers = {card.number for card in cards}
    open_before = {Kind.PRINTED: {Kind.PLANNED}, Kind.SENT: {Kind.PLANNED, Kind.PRINTED}}
    may = open_before.get(kind, {Kind.PLANNED, Kind.PRINTED, Kind.SENT})
    wanted = [c for c in cards if c.kind in may and c.number not in but and (not only or c.number in only)]
    unknown = sorted(number for number in {*only, *but} if number not in numbers)
    return Marking([replace(card, kind=kind, at=at) for card in wanted], unknown)
