"""The record: every step the person took, in a file beside the cards.

A step is a decision about one card, and the latest decision about each thing counts. Undoing takes back the last step
but keeps it, so that it can be done again. The file is written whole or not at all, and nothing is shown as done until
it is. Whoever changes it holds the lock on the folder.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from notes.changes.change import VALUES, Change, Send, as_json, from_json
from notes.customers import CustomerId
from notes.files import AWAY, FETCH, is_away, read_real
from notes.problems import Unusable
from notes.staging import write_whole

FILE = "changes.json"
_ABOUT = ("customer_id", "name", "occasion", "on", "by", "session")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What was decided at one go about one card; all typing in one `session` is a single step."""

    customer_id: CustomerId
    name: str = ""
    occasion: str = ""
    on: str = ""
    by: str = "app"
    session: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        about = {name: value for name in _ABOUT if (value := getattr(self, name))}
        return {**about, "set": as_json(self.values)}

    @classmethod
    def from_json(cls, given: Mapping[str, Any]) -> "Step":
        """The step that `as_json` gave.

        Raises:
            ValueError: this is not a step.
        """
        about = {name: given.get(name, "") for name in _ABOUT if name in given}
        values = given["set"]
        if not all(isinstance(one, str) for one in about.values()) or not set(values) <= VALUES:
            raise ValueError("not a step")
        return cls(**about, values=from_json(values))


@dataclass(frozen=True)
class Record:
    """All the steps of a batch in order, and those that were undone, the latest first.

    `plan` is the digest of the plan.xlsx whose changes are already among them.
    """

    steps: Sequence[Step] = ()
    taken_back: Sequence[Step] = ()
    plan: str = ""

    @cached_property
    def changes(self) -> Mapping[CustomerId, Change]:
        """What now stands for each customer about whom something was decided."""
        found: dict[CustomerId, Change] = {}
        for step in self.steps:
            before = found.get(step.customer_id) or Change(customer_id=step.customer_id)
            about = {"name": step.name, "occasion": step.occasion, "on": step.on}
            found[step.customer_id] = before.with_values({**about, **step.values})
        return found

    def of(self, customer_id: CustomerId) -> Change:
        return self.changes.get(customer_id) or Change(customer_id=customer_id)

    def with_step(self, step: Step) -> "Record":
        """The record with one more step; a step that continues the last one replaces it."""
        last = self.steps[-1] if self.steps else None
        goes_on = last and step.session and (last.customer_id, last.session) == (step.customer_id, step.session)
        if last and goes_on:
            step = replace(step, values={**last.values, **step.values, **_begun(last.values)})
        return Record((*(self.steps[:-1] if goes_on else self.steps), step), (), self.plan)

    def undone(self) -> "Record":
        """The record without its last step, which is kept."""
        return Record(self.steps[:-1], (*self.steps[-1:], *self.taken_back), self.plan)

    def done_again(self) -> "Record":
        return Record((*self.steps, *self.taken_back[:1]), self.taken_back[1:], self.plan)

    def as_text(self) -> str:
        """The text of the file, always the same for the same record."""
        content = {
            "about": "What you decided about single cards. Fairhand reads and writes this file.",
            "steps": [step.as_json() for step in self.steps],
            "taken_back": [step.as_json() for step in self.taken_back],
            **({"plan": self.plan} if self.plan else {}),
        }
        return json.dumps(content, ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def from_text(cls, text: str) -> "Record":
        """The record in a file.

        Raises:
            ValueError: this is not a record.
        """
        try:
            given = json.loads(text)
            steps, taken_back = given["steps"], given["taken_back"]
            return cls(
                tuple(map(Step.from_json, steps)), tuple(map(Step.from_json, taken_back)), str(given.get("plan", ""))
            )
        except (KeyError, TypeError, AttributeError, RecursionError) as error:
            raise ValueError("not a record") from error


def _begun(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """The text that the person started from stays as it was."""
    return {"base": values["base"]} if "base" in values else {}


@dataclass(frozen=True)
class Records:
    """The records of all batches in out/, by name."""

    by_batch: Mapping[str, Record] = field(default_factory=dict)

    def of(self, batch: str) -> Record:
        return self.by_batch.get(batch, Record())

    def with_record(self, batch: str, record: Record) -> "Records":
        return Records({**self.by_batch, batch: record})

    def changes(self, batch: str, today: date) -> Mapping[CustomerId, Change]:
        """What counts for a batch: its own changes, and earlier ones that were meant for good or until a later day."""
        own = self.of(batch).changes
        before = {one: kept for one, change in self._said_before(batch).items() if (kept := _lasting(change, today))}
        merged = {one: before[one] for one in before if one not in own}
        for one, change in own.items():
            said = before.get(one)
            merged[one] = (
                replace(change, send=said.send, until=said.until) if said and not change.send.value else change
            )
        return merged

    @property
    def hands(self) -> frozenset[str]:
        """The hands that were chosen for single cards."""
        return frozenset(one.hand for record in self.by_batch.values() for one in record.changes.values() if one.hand)

    def answers(self, until: str) -> Mapping[CustomerId, str]:
        """How the questions about each customer were answered, up to and including this batch."""
        found: dict[CustomerId, str] = {}
        for name, record in sorted(self.by_batch.items()):
            if name <= until:
                found |= {one: change.answer for one, change in record.changes.items() if change.answer}
        return found

    def told_before(self, batch: str) -> Mapping[CustomerId, Sequence[str]]:
        """What the person told us about each customer in other batches."""
        found: dict[CustomerId, list[str]] = {}
        for name, record in sorted(self.by_batch.items()):
            for one, change in record.changes.items():
                if name != batch and change.more:
                    found.setdefault(one, []).extend(change.more)
        return found

    def _said_before(self, batch: str) -> Mapping[CustomerId, Change]:
        """The last word of earlier batches on whether a customer gets a card."""
        said: dict[CustomerId, Change] = {}
        for name, record in sorted(self.by_batch.items()):
            if name < batch:
                said |= {one: change for one, change in record.changes.items() if change.send.value}
        return said


def _lasting(change: Change, today: date) -> Change | None:
    """What of an earlier decision still holds."""
    holds = change.send is Send.NEVER or (change.send is Send.LATER and change.until and today < change.until)
    if not holds:
        return None
    return Change(customer_id=change.customer_id, name=change.name, send=change.send, until=change.until)


def read_record(folder: Path) -> Record:
    """The record in a batch's folder; empty if there is none yet.

    Raises:
        Unusable: the file is there but cannot be read.
    """
    for home in (
        folder,
        folder.with_name(f".{folder.name}.old"),
    ):  # a run was interrupted while putting the new one in place
        if is_away(home / FILE):
            raise Unusable.because(f"{folder.name}/{FILE}", f"{AWAY}, so what was decided is not known.", FETCH)
        try:
            return Record.from_text(read_real(home / FILE).decode())
        except FileNotFoundError:
            continue
        except (OSError, ValueError) as error:
            remedy = "Copy it back from a backup, or move it away; the cards will then be as first proposed."
            raise Unusable.because(f"{folder.name}/{FILE}", "this file cannot be read.", remedy) from error
    return Record()


def read_records(out: Path) -> Records:
    """The records of all batches.

    Raises:
        Unusable: one of the files cannot be read.
    """
    names = {path.name.removeprefix(".").removesuffix(".old") for path in out.iterdir()} if out.is_dir() else set()
    found = {name: read_record(out / name) for name in sorted(names) if name[:1].isdigit()}
    return Records({name: record for name, record in found.items() if record != Record()})


def write_record(folder: Path, record: Record) -> None:
    """Write the record of a batch, whole or not at all.

    Raises:
        Unusable: the file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / FILE, record.as_text().encode())
