"""The record: every step that the person took, in a file beside the cards that they are about.

A step says what was decided about one card; the last word about each thing counts. To undo takes the last step back and
keeps it, so that it can be done again. The file is written whole or not at all, and nothing is shown as done before
that. Who wants to change it says so to `replaced`, which holds the lock of the folder meanwhile.
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
from notes.files import read_real
from notes.problems import Unusable
from notes.staging import write_whole

FILE = "changes.json"
_ABOUT = ("customer_id", "name", "occasion", "on", "by", "session")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What was decided at once about one card; steps of one `session` at a text are one."""

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
            ValueError: it is none.
        """
        about = {name: given.get(name, "") for name in _ABOUT if name in given}
        values = given["set"]
        if not all(isinstance(one, str) for one in about.values()) or not set(values) <= VALUES:
            raise ValueError("not a step")
        return cls(**about, values=from_json(values))


@dataclass(frozen=True)
class Record:
    """All steps about the cards of a batch, in their order, and those that were taken back, the last one first.

    `plan` is the digest of the plan.xlsx whose changes are among them.
    """

    steps: Sequence[Step] = ()
    taken_back: Sequence[Step] = ()
    plan: str = ""

    @cached_property
    def changes(self) -> Mapping[CustomerId, Change]:
        """What holds for each customer of whom anything was decided."""
        found: dict[CustomerId, Change] = {}
        for step in self.steps:
            before = found.get(step.customer_id) or Change(customer_id=step.customer_id)
            about = {"name": step.name, "occasion": step.occasion, "on": step.on}
            found[step.customer_id] = before.with_values({**about, **step.values})
        return found

    def of(self, customer_id: CustomerId) -> Change:
        return self.changes.get(customer_id) or Change(customer_id=customer_id)

    def with_step(self, step: Step) -> "Record":
        """The record with a step more; one that goes on with the last one takes its place."""
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
        """The file; the same record is the same text."""
        content = {
            "about": "What you decided about single cards. Fairhand reads and writes this file.",
            "steps": [step.as_json() for step in self.steps],
            "taken_back": [step.as_json() for step in self.taken_back],
            **({"plan": self.plan} if self.plan else {}),
        }
        return json.dumps(content, ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def from_text(cls, text: str) -> "Record":
        """The record of a file.

        Raises:
            ValueError: it is none.
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
    """Where the person began to write stays where it was."""
    return {"base": values["base"]} if "base" in values else {}


@dataclass(frozen=True)
class Records:
    """The records of all batches by their names, as they stand in out/."""

    by_batch: Mapping[str, Record] = field(default_factory=dict)

    def of(self, batch: str) -> Record:
        return self.by_batch.get(batch, Record())

    def with_record(self, batch: str, record: Record) -> "Records":
        return Records({**self.by_batch, batch: record})

    def changes(self, batch: str, today: date) -> Mapping[CustomerId, Change]:
        """What holds for a batch: its own changes, and what was said before for good or until a later day."""
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
        """What was answered to the questions about a customer, beside the cards of the batches up to this one."""
        found: dict[CustomerId, str] = {}
        for name, record in sorted(self.by_batch.items()):
            if name <= until:
                found |= {one: change.answer for one, change in record.changes.items() if change.answer}
        return found

    def told_before(self, batch: str) -> Mapping[CustomerId, Sequence[str]]:
        """What the person told of each customer beside the cards of other batches."""
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
    """The record in a batch's folder; an empty one where there is none.

    Raises:
        Unusable: there is one that cannot be read.
    """
    for home in (folder, folder.with_name(f".{folder.name}.old")):  # a run was stopped while it put the new one there
        try:
            return Record.from_text(read_real(home / FILE).decode())
        except FileNotFoundError:
            continue
        except (OSError, ValueError) as error:
            remedy = "Copy it back from a backup, or move it away: then the cards are as they were proposed."
            raise Unusable.because(f"{folder.name}/{FILE}", "this file cannot be read.", remedy) from error
    return Record()


def read_records(out: Path) -> Records:
    """The records of all batches.

    Raises:
        Unusable: one of them cannot be read.
    """
    names = {path.name.removeprefix(".").removesuffix(".old") for path in out.iterdir()} if out.is_dir() else set()
    found = {name: read_record(out / name) for name in sorted(names) if name[:1].isdigit()}
    return Records({name: record for name, record in found.items() if record != Record()})


def write_record(folder: Path, record: Record) -> None:
    """Write the record of a batch, whole or not at all.

    Raises:
        Unusable: it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / FILE, record.as_text().encode())
