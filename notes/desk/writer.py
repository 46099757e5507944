"""The writer at the desk: a language model of the person's own, asked for one card while she waits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from time import monotonic
from typing import TYPE_CHECKING

from notes import pipeline
from notes.changes.application import jottings
from notes.customers import CustomerId
from notes.desk.month import Desk
from notes.language.numbers import ordinal
from notes.problems import BadValue
from notes.settings import Settings
from notes.wording.note import Note

if TYPE_CHECKING:
    from notes.drafting.briefs import Brief
    from notes.drafting.client import Asked
    from notes.drafting.kept import Kept

A_CARD = 60.0  # seconds in which a writer may draft for one card


@dataclass
class _Telling:
    """A writer that is asked for us, while the desk tells how far it is."""

    writer: "Asked"
    desk: Desk
    tries: int = 0

    def draft(self, messages: Sequence[dict[str, str]], seed: int, seconds: float) -> str:
        self.tries += 1
        self.desk.doing = f"Your writer drafts, {ordinal(self.tries)} try …"
        return self.writer.draft(messages, seed, seconds)


def may_draft(settings: Settings, note: Note) -> bool:
    """Whether a writer is named, and the card is none of those that nobody drafts for a person."""
    row = settings.occasions[note.pick.occasion]
    is_cheerful = not (row.gentle or row.loss or row.at_fault)
    return bool(settings.writer.address and settings.writer.model) and note.language == "en" and is_cheerful


def ask_writer(desk: Desk, customer_id: CustomerId) -> str:
    """Have drafts written for a card as it is now, and put them beside its proposals; how it went, as a sentence.

    Everything else at the desk goes on meanwhile.

    Raises:
        BadValue: no draft may be had for this card, or the writer is at work on another one.
        Unusable: the drafts cannot be written.
    """
    from notes.drafting.client import HttpWriter
    from notes.drafting.drafting import drafts_now
    from notes.drafting.kept import Kept

    if not desk.asking.acquire(blocking=False):
        raise BadValue("your writer is at work on another card.", "Ask again in a moment.")
    try:
        with desk.turn:
            name, inputs, about = desk.at.proposed.name, desk.at.proposed.inputs, _brief(desk, customer_id)
        end = monotonic() + A_CARD
        writer, before = _Telling(HttpWriter(inputs.settings.writer), desk), Kept(inputs.drafted)
        seed = int(desk.office.now().timestamp())
        kept, told = drafts_now(about, writer, before, pipeline.standard_of(inputs), seed, lambda: end - monotonic())
        if kept != before:
            _keep(desk, name, kept, about.key)
        return told
    finally:
        desk.doing = ""
        desk.asking.release()


def _brief(desk: Desk, customer_id: CustomerId) -> "Brief":
    """What the writer is told of a card as it is now.

    Raises:
        BadValue: no draft may be had for it.
    """
    from notes.drafting.addresses import may_be_asked, told_of
    from notes.drafting.drafting import brief_of

    proposed = desk.at.proposed
    settings = proposed.inputs.settings
    if not may_be_asked(settings.writer):
        problem = next(iter(told_of(settings.writer)), None)
        raise BadValue(problem.message if problem else "no writer is named in the settings.", "See the settings.")
    note = desk.at.decided.proposed.get(customer_id)
    if note is None or not may_draft(settings, note):
        raise BadValue("nobody drafts this card for you.", "Write it yourself, or take what is proposed.")
    card = proposed.card_of(note, jottings(desk.at.of(customer_id)))
    about = brief_of(note, card, settings) if card else None
    if about is None:
        raise BadValue("too little is known of them to draft anything.", "Tell one more thing that you know first.")
    return about


def _keep(desk: Desk, batch: str, kept: "Kept", key: str) -> None:
    """Write the drafts beside the cards of their month, and show them if the month is still on the desk."""
    from notes.drafting.kept import read_kept, write_kept

    folder = desk.office.folder.out / batch
    with desk.turn, desk.office.alone():
        write_kept(folder, read_kept(folder).with_drafts(key, kept.of(key) or ()))
        inputs = desk.at.proposed.inputs
        desk.show(pipeline.with_drafts(replace(desk.at.proposed, inputs=replace(inputs, drafted=kept.by_brief))))
