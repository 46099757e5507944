"""The whole program, beside what a user would take instead: a month's notes and labels from CSV.

`make bench` runs it and writes RESULTS.md and growth.svg; `make bench SIZES="30 1000"` measures these numbers of
customers anew and leaves the figures of the others as they were.
Everybody gets a card, and ours makes all that it makes: notes in a hand, envelopes, labels, the guide, the review page
with its pictures, plan.xlsx. The programs take turns, since others may share the machine.
"""

import json
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from importlib.resources import files
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import business, results
from benchmarks.peers import FONT
from benchmarks.runs import Run, run

OURS = "Fairhand"
PEERS = {
    "plain reportlab with rl_accel": "plain_reportlab",
    "typst": "typst_pages",
    "WeasyPrint and Jinja2": "weasyprint_pages",
    "LibreOffice": "libreoffice_pages",
}
ROUNDS = {30: 5, 1_000: 3, 10_000: 1}
TOO_LONG = {"LibreOffice": 1_000, "WeasyPrint and Jinja2": 1_000}  # more take it many minutes
STAGES = "stages.json"
FIGURES = Path(__file__).parent / "figures.json"
_PROJECT = {"PYTHONPATH": str(Path(__file__).parents[1])}
_PRINTED = ["cards.pdf", "labels.pdf"]
_CARDS = ["cards", "--file", "customers.csv", "--month", business.MONTH, "--today", business.TODAY, "--out", "out"]


@dataclass
class Measured:
    """The runs of each program for so many customers, the stages of ours, and why a program could not be measured.

    `first` is the processor time of a run that had to draw the letters of the hand, `machine` says where that was, and
    `load` how many processes wanted its processors at the end.
    """

    count: int
    machine: str = ""
    load: float = 0.0
    first: float = 0.0
    runs: dict[str, list[Run]] = field(default_factory=dict)
    stages: Mapping[str, float] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> "Measured":
        return cls(**{**kept, "runs": {name: [Run(**one) for one in runs] for name, runs in kept["runs"].items()}})

    def median(self, program: str, what: str) -> float:
        return median(getattr(one, what) for one in self.runs[program])

    def ratio(self, program: str, other: str, what: str) -> float:
        """The median of the ratios, each within one round."""
        pairs = zip(self.runs[program], self.runs[other], strict=False)
        return median(getattr(one, what) / getattr(two, what) for one, two in pairs)


def main(sizes: Sequence[int]) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        cache = place / "cache"  # of the letters, which are drawn once, for whoever uses the program the first time
        home, kept = _laid_out(place / "first", min(*sizes, 1_000))
        first = _ours(home, kept, cache).processor
        for count in sizes:
            measured = _measure(place / str(count), count, cache)
            _keep(replace(measured, first=first, machine=results.machine(), load=results.load()))
    results.write(Path(__file__).parent, _kept())


def _kept() -> list[Measured]:
    """What was measured, for fewer customers first."""
    known = json.loads(FIGURES.read_text()) if FIGURES.exists() else []
    return sorted(map(Measured.read, known), key=lambda one: one.count)


def _keep(measured: Measured) -> None:
    """Keep what was measured in place of what was measured for as many customers before."""
    figures = [one for one in _kept() if one.count != measured.count]
    FIGURES.write_text(json.dumps([asdict(one) for one in [*figures, measured]], indent=1) + "\n")


def _laid_out(home: Path, count: int) -> tuple[Path, set[str]]:
    """A folder with a business of so many customers, and what stays in it from run to run."""
    business.write(home, count)
    shutil.copy(str(files("fontpkg_caveat") / "files" / "Caveat[wght].ttf"), home / FONT)
    return home, {path.name for path in home.iterdir()}


def _measure(home: Path, count: int, cache: Path) -> Measured:
    home, kept = _laid_out(home, count)
    measured = Measured(count)
    for _ in range(ROUNDS.get(count, 1)):
        for program in (OURS, *PEERS):
            if program in measured.left_out:
                continue
            try:
                one = _ours(home, kept, cache) if program == OURS else _peer(home, kept, program, count)
            except RuntimeError as error:
                measured.left_out[program] = str(error)
                continue
            measured.runs.setdefault(program, []).append(one)
            print(
                f"{count:>7,} {program:<30} {one.processor:8.2f} s {one.wall:8.2f} s {one.megabytes:7.0f} MB",
                flush=True,
            )
        measured.stages = json.loads((home.parent / STAGES).read_text())
    return measured


def _ours(home: Path, kept: set[str], cache: Path) -> Run:
    """Our run, its stages timed as it goes."""
    _clear(home, kept)
    printed = [f"out/{business.MONTH}/{name}" for name in _PRINTED]
    command = [sys.executable, "-m", "benchmarks.stages", f"../{STAGES}", *_CARDS]
    return run(command, home, printed, {"XDG_CACHE_HOME": str(cache), **_PROJECT})


def _peer(home: Path, kept: set[str], program: str, count: int) -> Run:
    if count > TOO_LONG.get(program, count):
        raise RuntimeError("not run: it would take too long.")
    _clear(home, kept)
    return run([sys.executable, "-m", f"benchmarks.peers.{PEERS[program]}", "."], home, _PRINTED, _PROJECT)


def _clear(home: Path, kept: set[str]) -> None:
    for path in home.iterdir():
        if path.name not in kept:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or list(ROUNDS))
