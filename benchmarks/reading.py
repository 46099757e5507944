"""Reading: 100,000 customers from CSV against plain pandas, and from xlsx against plain openpyxl.

What is compared is whole runs over the same file: each is a process of its own that imports what it needs, reads every
cell as what it is (pandas as text, since a code with zeros is not a number), and ends, ours as our commands end.
"""

import csv
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl

from benchmarks.figures import Figure

ROWS = 100_000
HEADER = ["Customer ID", "First Name", "Last Name", "Company", "Street", "City", "State", "ZIP", "Country", "Email"]
HEADER += ["Birthday", "First Purchase", "Total Spent", "Notes"]
SYLLABLES = ["an", "be", "ca", "do", "el", "fi", "ga", "ho", "in", "ja", "ka", "li", "mo", "na", "or", "pe", "ra", "si"]
PANDAS = """
import sys
import pandas
pandas.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
"""
OPENPYXL = """
import sys
import openpyxl
book = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)
cells = [row for sheet in book for row in sheet.iter_rows(values_only=True)]
"""
OURS = """
import sys
from pathlib import Path
from notes.memory import at_the_end
from notes.reading import read_book
from notes.settings import Settings
book = read_book(Path(sys.argv[1]), Settings())
at_the_end()
"""
PEAK = "print(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0])"


def measure() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        text, workbook = Path(folder) / "customers.csv", Path(folder) / "customers.xlsx"
        _write(text, workbook)
        plain, ours = _seconds(text, PANDAS, OURS, rounds=5)
        yield Figure("plain pandas.read_csv, 100,000 customers, the whole run", plain, "s")
        yield Figure("reading the same as customers, the whole run", ours, "s", most=2 * plain + 1)
        yield Figure("memory of that", _peak_megabytes(text), "MB", most=300)
        plain, ours = _seconds(workbook, OPENPYXL, OURS, rounds=2)
        yield Figure("plain openpyxl, the same as xlsx, the whole run", plain, "s")
        yield Figure("reading the same as customers, against it", ours / plain, "times", most=1.3)
        yield Figure("memory of that", _peak_megabytes(workbook), "MB", most=300)


def _write(text: Path, workbook: Path) -> None:
    """Customers with names and addresses of their own, as no two people have the same."""
    chance = random.Random(1)  # noqa: S311 - invented names

    def word(count: int) -> str:
        return "".join(chance.choices(SYLLABLES, k=count)).capitalize()

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Customers")
    sheet.append(HEADER)
    with text.open("w", newline="", encoding="utf-8") as file:
        lines = csv.writer(file)
        lines.writerow(HEADER)
        for row in range(ROWS):
            name, last, month, day = word(2), word(3), row % 12 + 1, row % 28 + 1
            company = "" if row % 3 else f"{word(3)} Ltd"
            values = [
                row,
                name,
                last,
                company,
                f"{row % 900 + 1} {word(3)} St",
                word(3),
                "OH",
                f"{44301 + row % 20}",
                "USA",
            ]
            values += [f"c{row}@example.com", f"{1940 + row % 60}-{month:02d}-{day:02d}"]
            values += [
                f"{2010 + row % 14}-{month:02d}-{day:02d}",
                f"{row % 1000}.{row % 100:02d}",
                "" if row % 5 else "likes blue",
            ]
            lines.writerow(values)
            sheet.append(values)
    book.save(workbook)


def _seconds(path: Path, *programs: str, rounds: int) -> list[float]:
    """The least processor time for a whole run of each program; they take turns, since others share the machine."""
    least = [float("inf")] * len(programs)
    for _ in range(rounds):
        for index, program in enumerate(programs):
            start = _spent_by_children()
            _run(program, path)
            least[index] = min(least[index], _spent_by_children() - start)
    return least


def _spent_by_children() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def _run(program: str, path: Path) -> str:
    return subprocess.run([sys.executable, "-c", program, str(path)], check=True, capture_output=True, text=True).stdout


def _peak_megabytes(path: Path) -> float:
    """The most memory of a process of its own, as Linux counts it."""
    return int(_run(OURS + PEAK, path)) / 1024
