"""Looking at every cell: 1,000 customers with 40 columns, beside reading them.

Ten columns hold remarks, each with words of its own and many of them words that could mean something; the others hold
what the columns of offices hold: names, addresses, numbers, days, and a few kinds.
"""

import csv
import random
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.figures import Figure, seconds
from notes.language.judging import forget
from notes.memory import without_collecting
from notes.reading import read_book
from notes.reading.files.detection import read_contents
from notes.reading.signals import read_holds
from notes.reading.tables.cells import Cells
from notes.reading.tables.finding import find_table
from notes.settings import Settings

ROWS = 1_000
KNOWN = ["Name", "Street", "City", "Zip", "Notes", "Birthday"]
REMARKS, NUMBERS, DAYS, KINDS = 9, 10, 8, 7
PLAIN = "called about the order paid cash likes roses asked for new hinges garden kitchen moved boxes mail card May"
SAD = ["passed away in May", "do not mail", "returned mail", "complaint settled", "lost her keys", "in hospice"]


def measure() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "customers.csv"
        _write(path)
        cells = _cells(path)
        _look(cells)  # the lexicon is read once a run
        looking, reading = seconds(lambda: _look(cells), lambda: _read(path), rounds=5)
        yield Figure("looking at 1,000 customers with 40 columns", looking, "s", most=1)
        yield Figure("reading them, looking and all", reading, "s")
        yield Figure("of that, looking", looking / reading, "times")


def _write(path: Path) -> None:
    chance = random.Random(1)  # noqa: S311 - invented remarks
    others = [("Remark", REMARKS), ("Number", NUMBERS), ("Day", DAYS), ("Kind", KINDS)]
    header = [*KNOWN, *(f"{name} {number}" for name, count in others for number in range(count))]
    with path.open("w", newline="", encoding="utf-8") as file:
        lines = csv.writer(file)
        lines.writerow(header)
        for row in range(ROWS):
            remarks = [f"{' '.join(chance.sample(PLAIN.split(), 4))} {row}" for _ in range(REMARKS + 1)]
            if row % 2:
                remarks[row % len(remarks)] = f"{SAD[row % len(SAD)]} {row}"
            numbers = [chance.randrange(10_000) for _ in range(NUMBERS)]
            days = [f"{chance.randrange(1, 13)}/{chance.randrange(1, 29)}/{2000 + row % 26}" for _ in range(DAYS)]
            kinds = [chance.choice(["A", "Active", "Gold", "web", ""]) for _ in range(KINDS)]
            person = [f"Rosa Holm {row}", f"{row} Elm", "Akron", "44301", remarks[0], "14 Nov"]
            lines.writerow([*person, *remarks[1:], *numbers, *days, *kinds])


def _cells(path: Path) -> Cells:
    table = find_table(read_contents(path).sheets[0], "customers")
    assert table is not None  # noqa: S101 - it is our own file
    return Cells(path.name, table, Settings(), date(2026, 11, 1))


def _look(cells: Cells) -> None:
    forget()
    with without_collecting():  # as it is looked at when a book is read
        read_holds(cells, [""] * len(cells))


def _read(path: Path) -> None:
    forget()
    read_book(path, Settings())
