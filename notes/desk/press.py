"""The press: what is done with cards once they are made, at the printer and at the mailbox."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from notes import history, printing
from notes.batch_folder import Made
from notes.desk.month import Desk, in_turn
from notes.history import Event, Kind
from notes.paper import cups
from notes.paper.pieces import FileKind
from notes.problems import Unusable
from notes.remembered import marked, remembered

AGAIN = "reprint-"  # begins the names of files with cards that were made again


@dataclass(frozen=True)
class Said:
    """What was said last of a batch of the month, all at once: printed or posted, and of how many cards."""

    batch: str
    kind: Kind
    count: int


@in_turn
def waiting(desk: Desk) -> Sequence[Event]:
    """The month's cards that are made, or printed already, and not posted yet."""
    past, month = desk.at.proposed.inputs.past, desk.at.proposed.month
    cards = [card for batch in past.batches_to_post(month) for card in past.of_batch(batch)]
    return [card for card in cards if card.kind in (Kind.PLANNED, Kind.PRINTED) and not card.to_everyone]


@in_turn
def posted(desk: Desk) -> Sequence[Event]:
    """The cards of this month that are in the post, those that were posted last first."""
    past, month = desk.at.proposed.inputs.past, desk.at.proposed.month
    cards = [card for card in past.standing if card.month == month and card.kind is Kind.SENT]
    return sorted(cards, key=lambda card: (card.at[:10], card.batch), reverse=True)


@in_turn
def said_last(desk: Desk) -> Said | None:
    """What was said last of a batch of this month, if it was that cards are printed or posted."""
    past = desk.at.proposed.inputs.past
    cards = [card for card in past.ever_in_batch(past.last_batch) if card.month == desk.at.proposed.month]
    last = max(cards, key=lambda card: (card.at, card.turn), default=None)
    if last is None or last.kind not in (Kind.PRINTED, Kind.SENT):
        return None
    return Said(last.batch, last.kind, sum((card.at, card.kind) == (last.at, last.kind) for card in cards))


@in_turn
def batches(desk: Desk) -> Sequence[str]:
    """The batches of the month whose cards are there to be printed again, the latest first."""
    past, month, out = desk.at.proposed.inputs.past, desk.at.proposed.month, desk.office.folder.out
    names = {card.batch for card in past.standing if card.month == month and not card.to_everyone}
    return sorted((name for name in names if (out / name / "batch.json").is_file()), reverse=True)


@in_turn
def mark(desk: Desk, kind: Kind, batch: str, but: Collection[int] = ()) -> int:
    """Remember that the cards of a batch are printed or posted, all `but` some, or take that back; how many they are.

    Raises:
        Unusable: the history cannot be read or written, or another run is at work.
    """
    office = desk.office
    at = office.stamp(office.now())
    with office.alone():
        past, _ = remembered(office.folder)
        marking = marked(past, batch, kind, at, office.folder, but=but)
        history.write_events(office.folder.history, f"{at}-{kind.value}-{batch}", marking.events)
    desk.forget()
    return len(marking.events)


@in_turn
def print_out(desk: Desk, printer: str, *, labels: bool) -> Sequence[str]:
    """Send the month's cards and their envelopes, or labels, to a printer, and remember it; what it answers.

    Raises:
        Unusable: they are not made as they are wanted now, or the printer refuses.
    """
    batch, made = desk.at.proposed.name, desk.made()
    if not made or not desk.is_as_made(made):
        raise Unusable.because("cards", "they are not made as you see them here.", "Make the cards first.")
    jobs = printing.jobs(desk.office.folder, desk.settings, Made.read(desk.batch_folder), labels=labels)
    answers = cups.send(jobs, printer or desk.settings.printer.name)
    mark(desk, Kind.PRINTED, batch)
    return answers


@in_turn
def again(desk: Desk, batch: str, numbers: Collection[int]) -> Sequence[Path]:
    """Make single cards of a batch again, with their envelopes.

    Raises:
        Unusable: there are none of these.
    """
    if batch not in batches(desk):
        raise Unusable.because("cards", "these cards are not here any more.", "Load the page again.")
    return [one.file for one in printing.again(desk.office.folder, desk.settings, batch, numbers)]


@in_turn
def file(desk: Desk, name: str, batch: str) -> bytes | None:
    """One of the files of a batch of the month, of the one at hand if none is named."""
    if batch and batch not in batches(desk):
        return None
    folder = desk.office.folder.out / batch if batch else desk.batch_folder
    path = folder / name
    return path.read_bytes() if FileKind.is_name(name.removeprefix(AGAIN)) and path.is_file() else None


def by_hand(desk: Desk, made: Mapping[str, object]) -> Mapping[str, Sequence[str]]:
    """For each file that was made, what to choose in the print dialog."""
    choices = partial(printing.by_hand, desk.office.folder, desk.settings)
    return {name: lines for name in made if (lines := choices(FileKind.named(name)[0]))}
