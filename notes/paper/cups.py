"""Sending a PDF to the printer of the office through CUPS, or saying what to do by hand.

Media, tray, type and sides are options of their own: `media=X,by-pass-tray,envelope` loses tray and type silently.
"""

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from notes.paper.document import Edge
from notes.paper.stocks import CardStock, EnvelopeStock, LabelStock, Size, Stock
from notes.problems import Unusable
from notes.units import INCH, MM

MEDIA = {"Letter": "na_letter_8.5x11in", "A4": "iso_a4_210x297mm"}
TURN_OVER = {None: "one-sided", Edge.LONG: "two-sided-long-edge", Edge.SHORT: "two-sided-short-edge"}


@dataclass(frozen=True, slots=True)
class Job:
    """A file, the paper it wants, and how it is to be printed; an empty tray is the printer's own choice."""

    file: Path
    media: str
    sides: str = "one-sided"
    tray: str = ""
    kind: str = ""

    def options(self) -> Mapping[str, str]:
        named = {"media": self.media, "InputSlot": self.tray, "MediaType": self.kind, "sides": self.sides}
        return {name: value for name, value in named.items() if value} | {"print-scaling": "none"}

    def command(self, printer: str = "") -> list[str]:
        """The command line.

        >>> " ".join(Job(Path("cards.pdf"), "na_letter_8.5x11in").command())
        'lp -o media=na_letter_8.5x11in -o sides=one-sided -o print-scaling=none -- cards.pdf'
        """
        to = ["-d", printer] if printer else []
        options = [part for name, value in self.options().items() for part in ("-o", f"{name}={value}")]
        return ["lp", *to, *options, "--", str(self.file)]


def job(file: Path, stock: Stock, *, edge: Edge | None = None, tray: str = "") -> Job:
    """How a file for this stock is printed: envelopes from the tray that takes single sheets, if no other is named."""
    if isinstance(stock, EnvelopeStock):
        return Job(file, media(stock), "one-sided", tray or "ByPassTray", "Envelope")
    kind = "Labels" if isinstance(stock, LabelStock) else "Cardstock"
    return Job(file, media(stock), TURN_OVER[edge], tray, kind)


def media(stock: Stock) -> str:
    """The name of the paper's size to a print system; where there is none, its measures."""
    if isinstance(stock, EnvelopeStock):
        return stock.media or _custom(stock.size)
    if isinstance(stock, CardStock | LabelStock):
        return MEDIA.get(stock.sheet.paper_name) or _custom(stock.sheet.paper)
    raise TypeError(stock)


def _custom(size: Size) -> str:
    width, height = sorted(size)
    if all(abs(one / MM - round(one / MM)) < 0.001 for one in size):
        return f"Custom.{width / MM:.0f}x{height / MM:.0f}mm"
    return f"Custom.{width / INCH:g}x{height / INCH:g}in"


def printers() -> Sequence[str]:
    """The printers that this computer knows, the usual one first; none where there is no CUPS."""
    if not (shutil.which("lp") and shutil.which("lpstat")):
        return ()
    usual = _ask("lpstat", "-d").rpartition(": ")[2].strip()
    known = [line.split()[0] for line in _ask("lpstat", "-e").splitlines() if line.strip()]
    return sorted(known, key=lambda name: (name != usual, name))


def send(jobs: Sequence[Job], printer: str = "") -> Sequence[str]:
    """Print the files in their order; what the print system answers to each.

    Raises:
        Unusable: there is no printer, or it refuses.
    """
    if not printer and not printers():
        remedy = "Open the PDFs and print them as guide.pdf says, or add a printer in the computer's settings."
        raise Unusable.because("printer", "this computer has no printer set up.", remedy)
    answers = []
    for each in jobs:
        done = subprocess.run(each.command(printer), capture_output=True, text=True, check=False, timeout=60)  # noqa: S603 - lp, and names of ours
        if done.returncode:
            why = done.stderr.strip().removeprefix("lp: ") or "it did not say why"
            raise Unusable.because(each.file.name, f"the printer refused it: {why}.", "Check the printer's name.")
        answers.append(done.stdout.strip())
    return answers


def _ask(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=10).stdout  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""


def dialog(size: Size, name: str, *, edge: Edge | None = None) -> list[str]:
    """The settings of a print dialog, in words."""
    width, height = sorted(size)
    both = f"Both sides, flip on {edge.value} edge" if edge else "One side only"
    return [
        f"Paper size: {name} ({width / INCH:.4g} × {height / INCH:.4g} in, {width / MM:.0f} × {height / MM:.0f} mm)",
        "Scale: 100%, “Actual size” (never “Fit” or “Shrink”)",
        both,
        "Orientation: portrait, or automatic",
    ]
