"""Parts: very many cards in files of so many sheets, each finished by itself and kept until the last one is.

A part is known by a digest of all that it is made from. A run that is stopped leaves the parts that it has finished,
and the next one takes them as they are: a part is on the disk whole, or not at all. Envelopes and labels are parted
alike, and each part begins with a sheet of labels of its own.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Any

from notes import __version__, layout, stack, wording
from notes.batch import BatchCard
from notes.customers import Book
from notes.history import Past
from notes.inputs import Inputs
from notes.layout import Layout, Placed
from notes.paper import labels
from notes.paper.pieces import FileKind, Printed, Spot
from notes.problems import BadValue, Level, Place, Problem
from notes.progress import steps
from notes.stack import Piece, Stack
from notes.staging import write_whole
from notes.wording.note import Note
from notes.workers import ALONE

TOLD = "part.json"  # what a finished part says of itself; it is written last
PICTURED = 300  # cards, of which the review page has pictures


@dataclass(frozen=True)
class Part:
    """A part to be made: the notes for its cards, the number of its first card, and the first label to use."""

    number: int
    notes: Sequence[Note]
    first: int
    start: int


@dataclass(frozen=True)
class Run:
    """What all parts of a run have in common; the `key` makes this month's cards unlike another's."""

    inputs: Inputs
    key: str
    made_from: bytes
    folder: Path

    @classmethod
    def of(cls, inputs: Inputs, key: str, folder: Path) -> "Run":
        """The run, without the customers and the words, so that it is quickly sent to whoever makes a part."""
        bare = replace(
            inputs,
            book=Book(inputs.book.file, ()),
            past=Past(),
            problems=(),
            library=wording.Library(),
            drafted={},
            workers=ALONE,
        )
        return cls(bare, key, _made_from(inputs), folder)


def lay_out(inputs: Inputs, notes: Sequence[Note], key: str, start: int, title: str) -> tuple[Stack, Layout]:
    """The notes written and laid on their papers part by part: who is held and why, and the files of all parts."""
    assert inputs.parting  # noqa: S101 - whoever wants no parts lays out the whole
    size = inputs.parting.sheets * len(inputs.card.sheet)
    firsts = range(0, len(notes), size)
    parts = [Part(at // size + 1, notes[at : at + size], at + 1, 1 if at else start) for at in firsts]
    run = Run.of(inputs, key, inputs.parting.folder)
    told = inputs.workers.each(finished, run, parts, together=1)
    done = [_Done(run, part, one) for part, one in zip(steps(parts, "Making part {} of {}"), told, strict=True)]
    return _held(done), _laid(inputs, done, key, start, title)


def finished(run: Run, part: Part) -> dict[str, Any]:
    """What a part says of itself, once it is finished; one that is finished already is not made again."""
    folder = run.folder / _name(run, part)
    try:
        told: dict[str, Any] = json.loads((folder / TOLD).read_bytes())
        if all(sha256((folder / one["name"]).read_bytes()).hexdigest() == one["sha256"] for one in told["files"]):
            return told
    except (OSError, ValueError, KeyError, TypeError):
        pass  # it is not finished, or somebody has changed it
    told = _made(run, part, folder)
    write_whole(folder / TOLD, json.dumps(told, ensure_ascii=False).encode())
    return told


def _made(run: Run, part: Part, folder: Path) -> dict[str, Any]:
    """Write and lay out a part, its files each whole on the disk; what it says of itself."""
    run = replace(run, inputs=replace(run.inputs, hands={name: hand.anew() for name, hand in run.inputs.hands.items()}))
    written, held = _written(run, part)
    pieces = [piece for piece, _ in written.values()]
    files, placed = layout.lay_on_papers(run.inputs, pieces, part.start) if pieces else ([], [])
    files = [replace(file, part=part.number) for file in files]
    folder.mkdir(parents=True, exist_ok=True)
    for file in files:
        write_whole(folder / file.name, file.data)
    return {
        "files": [_of_file(file) for file in files],
        "cards": [
            _of_card(at, one, part.notes[at], why) for (at, (_, why)), one in zip(written.items(), placed, strict=True)
        ],
        "held": held,
        "wrong": [[one.place.file, one.message, one.remedy] for one in layout.preflight_of(run.inputs, files)],
        "next_label": labels.next_start(part.start, sum(piece.labelled for piece in pieces), run.inputs.label),
    }


def _written(run: Run, part: Part) -> tuple[dict[int, tuple[Piece, list[str]]], list[tuple[int, str, str]]]:
    """The pieces by the places of their notes, each with why it has no label; and what cannot be written, and why."""
    pieces: dict[int, tuple[Piece, list[str]]] = {}
    held: list[tuple[int, str, str]] = []
    for at, note in enumerate(part.notes):
        number, own = part.first + len(pieces), f"{run.key} {note.pick.customer.customer_id}"
        try:
            piece, unlabelled = stack.write_one(run.inputs, note, number, own)
        except BadValue as bad:
            held.append((at, bad.message, bad.remedy))
        else:
            pieces[at] = piece, [text for one in unlabelled for text in (one.message, one.remedy)]
    return pieces, held


def _of_file(file: Printed) -> dict[str, Any]:
    return {
        "name": file.name,
        "sha256": sha256(file.data).hexdigest(),
        "pages": file.pages,
        "paper": file.paper,
        "sides": file.sides,
    }


def _of_card(at: int, one: Placed, note: Note, unlabelled: list[str]) -> dict[str, Any]:
    card, sheet = one.piece.card, one.file.sheet_of(one.spot)
    return {
        "at": at,
        "number": card.number,
        "hand": card.written.hand,
        "x_height_mm": card.written.x_height_mm,
        "shorter": one.piece.note.paragraphs != note.paragraphs,
        "kind": one.file.kind.value,
        "spot": [one.spot.page, one.spot.cell],
        "sheet": [sheet.page, sheet.cell],
        "unlabelled": unlabelled,
    }


class _Done:
    """A finished part, by what it says of itself and by its notes."""

    def __init__(self, run: Run, part: Part, told: dict[str, Any]) -> None:
        self.files = [_file(one, run.folder / _name(run, part)) for one in told["files"]]
        self.cards = [_card(run.inputs, one, part) for one in told["cards"]]
        self.lines = [
            layout.listed_as(card, card.note.pick, Spot(*one["sheet"]), not one["unlabelled"])
            for card, one in zip(self.cards, told["cards"], strict=True)
        ]
        held = [(at, *stack.held_for(part.notes[at].pick, BadValue(*why))) for at, *why in told["held"]]
        self.held = [pick for _, pick, _ in held]
        self.problems = [problem for _, _, problem in held]
        for card, one in zip(self.cards, told["cards"], strict=True):
            if one["unlabelled"]:
                message, remedy = one["unlabelled"]
                self.problems.append(Problem(card.note.pick.customer.place, message, remedy, Level.WARNING))
        self.wrong = [Problem(Place(file), message, remedy) for file, message, remedy in told["wrong"]]
        self.next_label: int = told["next_label"]


def _file(told: dict[str, Any], folder: Path) -> Printed:
    kind, part = FileKind.named(told["name"])
    return Printed(
        kind, b"", told["pages"], told["paper"], (), sides=told["sides"], part=part, kept=folder / told["name"]
    )


def _card(inputs: Inputs, told: dict[str, Any], part: Part) -> BatchCard:
    note = part.notes[told["at"]]
    form = note.shorter if told["shorter"] and note.shorter else note
    return BatchCard(
        number=told["number"],
        note=replace(form, signature="") if stack.is_signed_by_pen(inputs, note) else form,
        hand=told["hand"],
        x_height_mm=told["x_height_mm"],
        envelope=stack.envelope_lines(note, inputs.settings),
        abroad=stack.is_abroad(note, inputs.settings),
        kind=FileKind(told["kind"]),
        spot=Spot(*told["spot"]),
        part=part.number,
    )


def _held(done: Sequence[_Done]) -> Stack:
    return Stack((), [pick for one in done for pick in one.held], [told for one in done for told in one.problems])


def _laid(inputs: Inputs, done: Sequence[_Done], key: str, start: int, title: str) -> Layout:
    """All parts together, with one guide for them."""
    cards = [card for one in done for card in one.cards]
    if not cards:
        return Layout(next_label=start)
    files = [file for one in done for file in one.files]
    lines = [line for one in done for line in one.lines]
    last = layout.guide_for(inputs, lines, files, start, title)
    wrong = [problem for one in done for problem in one.wrong]
    return Layout([*files, last], cards, _proof(inputs, cards, key), done[-1].next_label, wrong)


def _proof(inputs: Inputs, cards: Sequence[BatchCard], key: str) -> Printed:
    """The insides of the first cards as a person reads them, for the pictures on the review page."""
    pieces = stack.write(inputs, [card.note for card in cards[:PICTURED]], key).pieces
    return layout.insides([piece.card for piece in pieces], inputs)


def _name(run: Run, part: Part) -> str:
    """The name under which a part is kept: a digest of all that it is made from."""
    digest = blake2b(run.made_from, digest_size=12)
    digest.update(repr((run.key, part.number, part.first, part.start)).encode())
    for note in part.notes:
        digest.update(repr(_words(run.inputs, note)).encode("utf-8", "surrogatepass"))
    return f"{part.number:03}-{digest.hexdigest()}"


def _words(inputs: Inputs, note: Note) -> object:
    """All that a card is written from."""
    pick, shorter = note.pick, note.shorter
    said = [note.salutation, note.paragraphs, note.closing, note.signature, note.hand or inputs.hand_for(pick.customer)]
    said += [shorter.salutation, shorter.paragraphs, shorter.closing] if shorter else []
    envelope = stack.envelope_lines(note, inputs.settings), stack.is_abroad(note, inputs.settings)
    return pick.customer.customer_id, pick.customer.name, pick.occasion, said, envelope


def _made_from(inputs: Inputs) -> bytes:
    """What every part is made from besides the notes: the settings, the papers, the hands and the program."""
    digest = blake2b(_program(), digest_size=16)
    papers = inputs.card, inputs.label, inputs.envelope, inputs.front, inputs.front_for_shop, inputs.press, inputs.ways
    hands = {name: (hand.spec, hand.takes.cache) for name, hand in sorted(inputs.hands.items())}
    digest.update(repr((inputs.settings, papers, hands)).encode("utf-8", "surrogatepass"))
    return digest.digest()


@cache
def _program() -> bytes:
    here = Path(__file__).parent
    sources = sorted([*here.glob("*.py"), *here.glob("paper/*.py"), *here.glob("writing/**/*.py")])
    return __version__.encode() + b"".join(source.read_bytes() for source in sources)
