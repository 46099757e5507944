"""What is shown at the end of the month's page: made, printed, posted, and what can be taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from notes.desk import press
from notes.desk.month import Desk
from notes.history import Event, Kind
from notes.language.days import month_and_year
from notes.language.numbers import counted
from notes.paper.pieces import FileKind, Paper
from notes.printing import MEASURED

WHAT = {
    Paper.CARD: "the cards",
    Paper.ENVELOPE: "the envelopes",
    Paper.LABEL: "labels, if you would rather not print envelopes",
    Paper.ORDINARY: "a list to tick off while you fold and post",
    Paper.OF_THE_SHOP: "for a print shop",
}


@dataclass(frozen=True, slots=True)
class FileView:
    """A file to print: its name, the pages, the paper, what it is, and what to choose for it in the print dialog."""

    name: str
    pages: int
    paper: str
    what: str
    dialog: Sequence[str]


@dataclass(frozen=True, slots=True)
class CardMade:
    """A card that is made: how it is ticked, its number and name, and whether it is printed already."""

    mark: str
    number: int
    name: str
    printed: bool


@dataclass(frozen=True, kw_only=True)
class FinishView:
    """The last steps of a month.

    `has_cards` tells whether there are any to make, `dialog` what to choose in the print dialog for every file, `kept`
    has the files of what was made before, by batch, and `again` the cards that can be printed once more. `taken_back`
    is a button's words for what was said last.
    """

    has_cards: bool
    files: Sequence[FileView]
    dialog: Sequence[str]
    is_as_made: bool
    folder: str
    printers: Sequence[str]
    has_labels: bool
    to_post: Sequence[CardMade]
    kept: Mapping[str, Sequence[FileView]]
    again: Mapping[str, Sequence[CardMade]]
    posted: int
    taken_back: str
    batch_said: str
    next_month: str
    next_month_name: str
    measured: Sequence[str]


def finish(desk: Desk) -> FinishView:
    made = desk.made()
    dialogs = press.by_hand(desk, made["files"]) if made else {}
    alike = [line for line in next(iter(dialogs.values()), ()) if all(line in one for one in dialogs.values())]
    files = _files(made, dialogs, alike) if made else ()
    said, following = press.said_last(desk), month_after(desk.at.proposed.month)
    return FinishView(
        has_cards=bool(desk.at.decided.notes),
        files=files,
        dialog=alike,
        is_as_made=bool(made and desk.is_as_made(made)),
        folder=str(desk.batch_folder),
        printers=sorted(desk.printers, key=lambda one: one != desk.settings.printer.name),
        has_labels=any(FileKind.named(one.name)[0].paper is Paper.LABEL for one in files),
        to_post=[_made(card) for card in press.waiting(desk)],
        kept=_kept(desk),
        again={name: [_made(card) for card in _of(desk, name)] for name in press.batches(desk)},
        posted=len(press.posted(desk)),
        taken_back=_TAKEN_BACK[said.kind].format(counted(said.count, "card")) if said else "",
        batch_said=said.batch if said else "",
        next_month=following,
        next_month_name=month_and_year(following),
        measured=MEASURED,
    )


_TAKEN_BACK = {
    Kind.PRINTED: "Take it back: {} to be printed again",
    Kind.SENT: "Take it back: {} not in the post yet",
}


def month_after(month: str, steps: int = 1) -> str:
    """The month so many months after another.

    >>> month_after("2026-12"), month_after("2026-01", -1)
    ('2027-01', '2025-12')
    """
    first = date.fromisoformat(f"{month}-15")
    for _ in range(abs(steps)):
        first = (first + timedelta(days=30 if steps > 0 else -30)).replace(day=15)
    return f"{first:%Y-%m}"


def _files(made: Mapping[str, Any], dialogs: Mapping[str, Sequence[str]], alike: Sequence[str]) -> Sequence[FileView]:
    return [
        FileView(
            name=name,
            pages=about["pages"],
            paper=about["paper"],
            what=WHAT[FileKind.named(name)[0].paper],
            dialog=[line for line in dialogs.get(name, ()) if line not in alike],
        )
        for name, about in made["files"].items()
    ]


def _kept(desk: Desk) -> Mapping[str, Sequence[FileView]]:
    """The files of the batches of the month that are not those being made now."""
    now = desk.at.proposed.name if desk.at.decided.notes else ""
    there = {name: desk.made(name) for name in press.batches(desk) if name != now}
    return {name: _files(made, {}, ()) for name, made in there.items() if made}


def _of(desk: Desk, batch: str) -> Sequence[Event]:
    cards = desk.at.proposed.inputs.past.of_batch(batch)
    return [card for card in cards if card.kind in (Kind.PLANNED, Kind.PRINTED, Kind.SENT)]


def _made(card: Event) -> CardMade:
    return CardMade(f"{card.batch}/{card.number}", card.number, card.name, card.kind is Kind.PRINTED)
