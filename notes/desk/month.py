"""The month on the desk: what is proposed, what was decided, and the files made from it.

Requests wait their turn, because a hand writes one card at a time. A decision is on the disk before it is confirmed.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import wraps
from pathlib import Path
from threading import Lock, RLock, Thread
from typing import Any, Concatenate, ParamSpec, TypeVar

from notes import pipeline, stack, writing
from notes.changes import Change, Decided, Record, Records, Send, Step, read_record, write_record
from notes.customers import Book, CustomerId
from notes.files import read_real
from notes.folders import Folder
from notes.history import Past
from notes.memory import without_collecting
from notes.paper import cards, cups
from notes.picking.picks import Pick
from notes.problems import BadValue, Place, Problem, Unusable
from notes.progress import told_to
from notes.proposing import Picked, Proposed, pick, worded
from notes.remembered import remembered
from notes.review.pictures import card_pictures, windows
from notes.settings import Settings
from notes.stack import Piece
from notes.wording.note import Note
from notes.workbook.plan import FILE as PLAN
from notes.writing.first_words import counted_to

BUG = Problem(
    Place("Fairhand"),
    "something went wrong in Fairhand itself; none of your files were changed.",
    "There is more about it in the window you started it from.",
)
Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")


@dataclass(frozen=True, kw_only=True)
class Office:
    """What the desk needs from outside: where the files are, the clock, and the lock on the history."""

    folder: Folder
    settings: Callable[[], Settings]
    cache: Path
    now: Callable[[], datetime]
    stamp: Callable[[datetime], str]
    typed: Callable[[str], str]
    alone: Callable[[], AbstractContextManager[object]]
    month: str = ""
    seed: int = 1


@dataclass(frozen=True)
class Listed:
    """Who gets a card, known before there are words for it, and what has been decided so far."""

    picked: Picked
    settings: Settings
    changes: Mapping[CustomerId, Change]


@dataclass
class Loaded:
    """The month as it was read, and as it stands with every decision so far."""

    proposed: Proposed
    record: Record
    decided: Decided
    seen: tuple[object, ...]
    notes: Mapping[CustomerId, Note] = field(default_factory=dict)
    picks: Mapping[CustomerId, Pick] = field(default_factory=dict)
    changes: Mapping[CustomerId, Change] = field(default_factory=dict)

    def of(self, customer_id: CustomerId) -> Change:
        """What has been decided about a customer, in other months as well."""
        return self.changes.get(customer_id) or Change(customer_id=customer_id)


def in_turn(
    asked: Callable[Concatenate["Desk", Arguments], Answer],
) -> Callable[Concatenate["Desk", Arguments], Answer]:
    """One at a time: hands and pictures serve one request after another."""

    @wraps(asked)
    def waiting(desk: "Desk", /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Answer:
        with desk.turn:
            return asked(desk, *args, **kwargs)

    return waiting


class Desk:
    """The month of an office, read again whenever something changes on the disk."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.turn = RLock()
        self.beginning = Lock()
        self.asking = Lock()  # a writer drafts for one card at a time
        self.reader: Thread | None = None
        self.loaded: Loaded | None = None
        self.listed: Listed | None = None
        self.month = office.month
        self.troubles: Sequence[Problem] = ()
        self.failed: object = None  # the files as they were when they could not be used
        self.told: Sequence[Problem] = ()
        self.printers: Sequence[str] = ()
        self.doing = ""  # how far the work is that somebody waits for, as a sentence

    @in_turn
    def read(self) -> None:
        """Read everything, unless nothing has changed; what is wrong with it is then in `troubles`."""
        seen = self._seen()
        if self.loaded and self.loaded.seen == seen:
            return
        self.listed = None
        try:
            with self._told():
                self.loaded, self.troubles = self._gathered(seen), ()
        except Unusable as unusable:
            self.loaded, self.troubles, self.failed = None, unusable.problems, seen
        except Exception:
            self.loaded, self.troubles, self.failed = None, [BUG], seen
            raise

    def begin(self) -> bool:
        """Start reading if something has changed, and say whether everything has been read already, well or badly."""
        with self.beginning:
            seen = self._seen()
            if (self.loaded and self.loaded.seen == seen) or (self.troubles and self.failed == seen):
                return True
            if self.reader is None or not self.reader.is_alive():
                self.reader = Thread(target=self.read, daemon=True)
                self.reader.start()
            return False

    def _gathered(self, seen: tuple[object, ...]) -> Loaded:
        office = self.office
        today = office.now().date()
        self.printers = cups.printers()
        month = self.month or f"{today:%Y-%m}"
        with office.alone():
            self.told = pipeline.take_in_plan(office.folder, month)
        settings = office.settings()
        listed: list[Listed] = []

        def known(book: Book, past: Past, records: Records) -> None:
            picked = pick(book, past, records, settings, month, today)
            self.listed = Listed(picked, settings, records.changes(picked.name, picked.counts_on))
            listed.append(self.listed)

        with without_collecting():
            inputs = pipeline.gather(office.folder, settings, office.cache, today, known)
            proposed = pipeline.with_drafts(worded(listed[0].picked, inputs, office.seed))
        return self._settled(proposed, inputs.records.of(proposed.name), seen)

    def _settled(self, proposed: Proposed, record: Record, seen: tuple[object, ...]) -> Loaded:
        records = proposed.inputs.records.with_record(proposed.name, record)
        proposed = self._with_hands(proposed, records)
        decided = proposed.decided(records)
        notes = {note.pick.customer.customer_id: note for note in decided.notes}
        picks = {pick.customer.customer_id: pick for pick in reversed(decided.picks.picks)}
        return Loaded(proposed, record, decided, seen, notes, picks, records.changes(proposed.name, proposed.counts_on))

    @in_turn
    def show(self, proposed: Proposed) -> None:
        """Show this month from now on, with what was decided so far."""
        at = self.at
        self.loaded = self._settled(proposed, at.record, at.seen)

    def _with_hands(self, proposed: Proposed, records: Records) -> Proposed:
        """The month, with the hands ready that were chosen for single cards."""
        inputs = proposed.inputs
        missing = records.hands - set(inputs.hands)
        if not missing:
            return proposed
        known = self.hands
        opened = {
            one: writing.open_hand(known[one], self.office.cache, known, inputs.settings.business.name)
            for one in sorted(missing)
            if one in known
        }
        return replace(proposed, inputs=replace(inputs, hands={**inputs.hands, **opened}))

    @property
    def settings(self) -> Settings:
        return self.at.proposed.inputs.settings

    @property
    def hands(self) -> Mapping[str, writing.HandSpec]:
        folder = self.office.folder
        return writing.read_hands(folder.own("fonts"), folder.own("hands"))[0]

    def _seen(self) -> tuple[object, ...]:
        """A value that changes whenever the person's files do."""
        folder = self.office.folder
        paths = [folder.customers, *(path for path in sorted(folder.home.glob("*")) if path.is_file())]
        paths += [*sorted(folder.history.glob("*.jsonl")), *sorted(folder.own("templates").rglob("*"))]
        stats = [(str(path), path.stat().st_mtime_ns) for path in dict.fromkeys(paths) if path.exists()]
        plans = sorted(folder.out.glob(f"*/{PLAN}"))
        return (self.office.now().date(), *stats, *((str(path), path.stat().st_mtime_ns) for path in plans))

    @in_turn
    def turn_to(self, month: str) -> None:
        """Show another month from now on."""
        self.month = month
        self.forget()

    @in_turn
    def as_it_is(self) -> "Desk":
        """The desk as it is now, to look at without a turn while it goes on."""
        still = copy(self)
        still.loaded = self.at
        return still

    def forget(self) -> None:
        """Read everything anew before it is shown the next time."""
        self.loaded, self.listed, self.failed = None, None, None

    @property
    def at(self) -> Loaded:
        """The month, read.

        Raises:
            Unusable: the files cannot be used.
        """
        if self.loaded is None:
            self.read()
        if self.loaded is None:
            raise Unusable(self.troubles)
        return self.loaded

    @property
    def batch_folder(self) -> Path:
        return self.office.folder.out / self.at.proposed.name

    @in_turn
    def decide(self, customer_id: str, values: Mapping[str, Any], session: str = "") -> None:
        """Keep a decision about a card; it is on the disk when this returns.

        Raises:
            BadValue: there is no such customer, or no such hand.
            Unusable: it cannot be written.
        """
        pick = self.at.picks.get(CustomerId(customer_id))
        if pick is None:
            raise BadValue("this customer is no longer in your spreadsheet.", "Load the page again.")
        if (hand := values.get("hand")) and hand not in self.hands:
            raise BadValue(f"there is no hand “{hand}”.")
        if values.get("send") is Send.YES:
            values = {
                **values,
                "until": None,
                "despite": pick.objection,
                "answer": "yes" if pick.customer.holds else "",
            }
        step = Step(
            customer_id=pick.customer.customer_id,
            name=pick.customer.name,
            occasion=pick.occasion,
            on=str(pick.on or ""),
            session=session,
            values=values,
        )
        self._keep(lambda record: record.with_step(step))

    @in_turn
    def undo(self) -> str:
        """Undo the last step; the number of the customer it was about, or "" if there was none."""
        last = self.at.record.steps[-1:]
        if last:
            self._keep(Record.undone)
        return last[0].customer_id if last else ""

    @in_turn
    def again(self) -> str:
        """Redo what was undone last."""
        first = self.at.record.taken_back[:1]
        if first:
            self._keep(Record.done_again)
        return first[0].customer_id if first else ""

    def _keep(self, change: Callable[[Record], Record]) -> None:
        at = self.at
        with self.office.alone():
            record = change(read_record(self.batch_folder))
            write_record(self.batch_folder, record)
        self.loaded = self._settled(at.proposed, record, at.seen)

    @in_turn
    def piece(self, customer_id: CustomerId) -> Piece | str:
        """The card as its hand writes it, or the reason why it cannot."""
        proposed, note = self.at.proposed, self.at.notes[customer_id]
        try:
            key = f"{proposed.seed} {proposed.month} {customer_id}"
            return stack.write_one(proposed.inputs, note, 1, key)[0]
        except BadValue as bad:
            return f"{bad.message[:1].upper()}{bad.message[1:]} {bad.remedy}".strip()

    @in_turn
    def picture(self, customer_id: CustomerId) -> bytes | None:
        """The written side of a card as it will be printed, as a PNG; None if it cannot be written."""
        if customer_id not in self.at.notes or isinstance(piece := self.piece(customer_id), str):
            return None
        inputs = self.at.proposed.inputs
        printed = cards.make([piece.card], inputs.card)
        ink = inputs.hands[piece.card.written.hand].spec.ink
        return card_pictures(printed.data, windows(printed, inputs.card), dpi=140, ink=ink)[0]

    @in_turn
    def make(self) -> None:
        """Write the cards into their folder, as `notes cards` does.

        Raises:
            Unusable: they cannot be written, or another run is at work.
        """
        office, at = self.office, self.at
        with office.alone():
            self.told = pipeline.take_in_plan(office.folder, at.proposed.month)
            at = self._settled(at.proposed, read_record(self.batch_folder), at.seen)
            records = at.proposed.inputs.records
            inputs = replace(at.proposed.inputs, records=records.with_record(at.proposed.name, at.record))
            with self._told(), counted_to(self._tell, inputs.hands.values()):
                batch = pipeline.made(at.proposed, at.decided)
                pipeline.publish(batch, inputs, office.folder, office.stamp(office.now()), typed=office.typed)
            past, _ = remembered(office.folder)
        proposed = replace(at.proposed, inputs=replace(at.proposed.inputs, past=past))
        self.loaded = self._settled(proposed, at.record, self._seen())

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Keep in `doing` how far the work in here is."""
        try:
            with told_to(self._tell):
                yield
        finally:
            self.doing = ""

    def _tell(self, sentence: str) -> None:
        self.doing = sentence

    @in_turn
    def made(self, batch: str = "") -> Mapping[str, Any] | None:
        """What batch.json says about the cards of a batch, if they are made; of the one at hand if none is named."""
        folder = self.office.folder.out / batch if batch else self.batch_folder
        try:
            made = json.loads(read_real(folder / "batch.json"))
        except (OSError, ValueError, RecursionError):
            return None
        return made if isinstance(made, dict) else None

    def is_as_made(self, made: Mapping[str, Any]) -> bool:
        """Whether the cards that were made are still the ones that are wanted."""
        cards, notes = made["cards"], self.at.decided.notes
        return len(cards) == len(notes) and all(map(self._is_made, cards, notes))

    def _is_made(self, card: Mapping[str, Any], note: Note) -> bool:
        inputs = self.at.proposed.inputs
        texts = {form.text for one in (note, note.shorter) if one for form in (one, replace(one, signature=""))}
        hand = note.hand or inputs.hand_for(note.pick.customer)
        text, *made = (card[name] for name in ("text", "hand", "envelope"))
        return text in texts and made == [hand, list(stack.envelope_lines(note, inputs.settings))]
