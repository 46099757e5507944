"""Printing: a batch sent to the printer of the office, how to print it by hand, and single cards made again."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from notes.batch_folder import Made
from notes.folders import Folder
from notes.inputs import TURNS, paper_size, papers, tray_and_paper
from notes.paper import calibration, testsheet
from notes.paper.cups import Job, dialog, job
from notes.paper.document import Edge
from notes.paper.pieces import FileKind, Paper
from notes.paper.printer_profiles import Way, keep, read_printers
from notes.paper.reprint import cards_alone, pages_of
from notes.paper.stocks import CardStock, EnvelopeStock, LabelStock, Sheet, Stock, read_stocks
from notes.problems import BadValue, Unusable
from notes.settings import Settings
from notes.staging import write_whole
from notes.units import MM

MEASURED = ("cards", "labels", "envelopes")  # the kinds of paper, in the order of `stocks_of`


@dataclass(frozen=True)
class Again:
    """A file of cards made again: its path, whence, and the pages or, where cards are alone on it, the first panel."""

    file: Path
    source: str
    pages: Sequence[int] = ()
    panel: int = 0


def stocks_of(folder: Folder, settings: Settings) -> tuple[CardStock, LabelStock, EnvelopeStock]:
    return papers(read_stocks(folder.own("stocks.toml"))[0], settings)


def jobs(folder: Folder, settings: Settings, made: Made, *, labels: bool = False) -> Sequence[Job]:
    """The cards, then the envelopes or in their place the labels, each with its paper and its tray."""
    card, label, envelope = stocks_of(folder, settings)
    printer = settings.printer
    found = []
    for name in made.files:
        file, (kind, _) = made.folder / name, FileKind.named(name)
        if kind.paper is Paper.CARD:
            edge = _edge(settings) if kind is FileKind.CARDS else None
            found.append(job(file, card, edge=edge, tray=printer.card_tray))
        elif kind.paper is Paper.LABEL and labels:
            found.append(job(file, label, tray=printer.label_tray))
        elif kind.paper is Paper.ENVELOPE and not labels:
            found.append(job(file, envelope, tray=printer.envelope_tray))
    return found


def by_hand(folder: Folder, settings: Settings, kind: FileKind) -> Sequence[str]:
    """What to choose in the print dialog for a file, line by line; nothing for one that any paper does for."""
    card, label, envelope = stocks_of(folder, settings)
    if kind.paper is Paper.CARD:
        edge = _edge(settings) if kind is FileKind.CARDS else None
        return dialog(card.sheet.paper, card.sheet.paper_name or card.name, edge=edge)
    if kind.paper is Paper.LABEL:
        return dialog(label.sheet.paper, label.sheet.paper_name or label.name)
    return dialog(envelope.size, envelope.name) if kind.paper is Paper.ENVELOPE else ()


def _edge(settings: Settings) -> Edge | None:
    return TURNS[settings.card.turned_over] if settings.card.has_an_outside else None


def again(folder: Folder, settings: Settings, batch: str, numbers: Collection[int], panel: int = 1) -> Sequence[Again]:
    """Cards of a batch made again, exactly as they were, with their envelopes.

    Where the paper allows it they are alone on their sheet, from a panel of it on.

    Raises:
        Unusable: there are no cards, or none of these numbers.
    """
    made, sheet = Made.read(folder.out / batch), _sheet_of(folder, settings)
    files = []
    for name, spots in made.spots(numbers).items():
        target = made.folder / f"reprint-{name}"
        pages = sorted({page for page, _ in spots})
        if FileKind.named(name)[0].paper is Paper.CARD and sheet:
            first = (panel - 1) % len(sheet) + 1
            write_whole(target, cards_alone(made.files[name], spots, sheet, first))
            files.append(Again(target, name, panel=first if len(sheet) > 1 else 0))
        else:
            write_whole(target, pages_of(made.files[name], pages))
            files.append(Again(target, name, pages))
    return files


def _sheet_of(folder: Folder, settings: Settings) -> Sheet | None:
    """The sheet of the cards, None where a front makes the pages those of two sides, which are printed as they were."""
    return None if settings.card.has_an_outside else stocks_of(folder, settings)[0].sheet


def sheet_to_measure(folder: Folder, settings: Settings, kind: str) -> bytes:
    """The test sheet for a printer, in the size of the paper for one of the `MEASURED`."""
    return testsheet.sheet(paper_size(_stock(folder, settings, kind)))


def learn(folder: Folder, settings: Settings, kind: str, side: str, readings: str) -> str:
    """Correct the printer by eight numbers in mm, two for each cross of the test sheet; what was found, in a sentence.

    Raises:
        BadValue: they are not eight numbers, or cannot be right.
        Unusable: what is known of the printers cannot be read or written.
    """
    stock, path = _stock(folder, settings, kind), folder.own("printers.toml")
    size = paper_size(stock)
    ways, wrong = read_printers(path)
    if wrong:
        raise Unusable(wrong)
    found = calibration.learn(size, _numbers(readings))
    tray, paper = tray_and_paper(stock, settings)
    keep(path, ways, Way(printer=settings.printer.name, tray=tray, paper=paper, side=side, map=found))
    return calibration.describe(found, size)


def _stock(folder: Folder, settings: Settings, kind: str) -> Stock:
    return stocks_of(folder, settings)[MEASURED.index(kind)]


def _numbers(text: str) -> list[calibration.Reading]:
    try:
        numbers = [float(one.replace(",", ".")) * MM for one in re.split(r"[\s;]+", text.strip())]
    except ValueError:
        numbers = []
    if len(numbers) != 8:
        remedy = "Write two for each cross, starting at the upper left: 30 30.5 29 ..."
        raise BadValue(f"“{text}” is not eight numbers.", remedy)
    return [calibration.Reading(across, down) for across, down in zip(numbers[::2], numbers[1::2], strict=True)]
