"""The command for a real pen: pen."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notes.cli import options
from notes.cli.endings import without_traceback
from notes.cli.monthly import compose
from notes.folders import Folder, ensure_writable
from notes.language.numbers import counted
from notes.units import MM

if TYPE_CHECKING:
    from notes.batch import Batch, BatchCard
    from notes.inputs import Inputs
    from notes.pen import Drawing

METRES = 1000 * MM


@click.command()
@options.file
@options.month
@options.today
@options.out
@options.seed
@click.option("--hand", metavar="NAME", help="The handwriting (`notes hands` lists them all).")
@options.quiet
@without_traceback
def pen(
    file: Path | None, month: str | None, today: date | None, out: Path | None, seed: int, hand: str | None
) -> None:
    """Write this month's cards for a plotter with a real pen.

    The files are in out/<month>/pen/: for each card an SVG with a layer for the card and one for its envelope, and HPGL
    for each; and one G-code file that pauses for every paper.
    """
    from notes.staging import write_whole

    folder = Folder.find(Path.cwd(), file, out)
    settings = options.settings(folder, {"card": {"hand": hand}})
    inputs, batch = compose(folder, settings, month, today, seed)
    target = folder.out / batch.name / "pen"
    ensure_writable(folder.out)
    target.mkdir(parents=True, exist_ok=True)
    options.say_whose(folder)
    stack = [(card, _papers(inputs, card)) for card in batch.cards]
    for name, data in _files(batch, inputs, stack).items():
        write_whole(target / name, data)
    for card, papers in stack:
        click.echo(f"{card.number:>4}  {card.note.pick.customer.name}: {'; '.join(map(_told, papers))}")
    click.echo(f"{counted(len(stack), 'card')} in {target}")
    options.tell(batch.problems)
    options.end(batch.problems)


def _papers(inputs: "Inputs", card: "BatchCard") -> "Sequence[Drawing]":
    """What the pen draws for a card: its inside, and its envelope."""
    from notes.paper import envelopes
    from notes.pen import drawing_of

    stock, envelope = inputs.card, inputs.envelope
    name = card.note.pick.customer.name
    assert card.written is not None  # noqa: S101 - a plotter gets no parts
    inside = drawing_of(f"card {card.number}, {name}", stock.panel, card.written, (stock.margin, stock.margin))
    hand = inputs.hands[card.hand]
    left, bottom, *box = envelopes.read_area(envelope)
    address = hand.write_lines(card.envelope, box[0], box[1], f"{card.number} {name} pen")
    return [inside, drawing_of(f"envelope {card.number}, {name}", envelope.size, address, (left, bottom))]


def _files(
    batch: "Batch", inputs: "Inputs", stack: "Sequence[tuple[BatchCard, Sequence[Drawing]]]"
) -> dict[str, bytes]:
    from notes.pen import gcode, hpgl, svg

    files = {"cards.gcode": gcode([paper for _, papers in stack for paper in papers])} if batch.cards else {}
    for card, papers in stack:
        files[f"{card.number:03}.svg"] = svg(papers, inputs.hands[card.hand].spec.pen)
        for kind, paper in zip(("card", "envelope"), papers, strict=True):
            files[f"{card.number:03}-{kind}.hpgl"] = hpgl(paper)
    return files


def _told(paper: "Drawing") -> str:
    kind = paper.name.split()[0]
    return f"{kind} {paper.drawn / METRES:.1f} m, {paper.lifts} lifts, {paper.travelled / METRES:.1f} m above the paper"
