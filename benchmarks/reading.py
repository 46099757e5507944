"""Reading: 100,000 customers from CSV against plain pandas, and from xlsx against plain openpyxl."""

import csv
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pandas as pd

from benchmarks.figures import Figure, seconds
from notes.reading import read_book
from notes.settings import Settings

ROWS = 100_000
HEADER = ["Customer ID", "First Name", "Last Name", "Company", "Street", "City", "State", "ZIP", "Country", "Email"]
HEADER += ["Birthday", "First Purchase", "Total Spent", "Notes"]
SYLLABLES = ["an", "be", "ca", "do", "el", "fi", "ga", "ho", "in", "ja", "ka", "li", "mo", "na", "or", "pe", "ra", "si"]
READ = (
    "import sys; from pathlib import Path; from notes.reading import read_book; from notes.settings import Settings; "
)
READ += "read_book(Path(sys.argv[1]), Settings()); "
READ += "print(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0])"


def measure() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        text, workbook = Path(folder) / "customers.csv", Path(folder) / "customers.xlsx"
        _write(text, workbook)
        pandas, ours = seconds(lambda: pd.read_csv(text), lambda: read_book(text, Settings()), rounds=3)
        yield Figure("plain pandas.read_csv, 100,000 customers", pandas, "s")
        yield Figure("reading the same as customers", ours, "s", most=2 * pandas + 1)
        yield Figure("memory of that", _peak_megabytes(text), "MB", most=300)
        plain, ours = seconds(lambda: _only_cells(workbook), lambda: read_book(workbook, Settings()), rounds=1)
        yield Figure("plain openpyxl, the same as xlsx", plain, "s")
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


def _only_cells(workbook: Path) -> int:
    book = openpyxl.load_workbook(workbook, read_only=True, data_only=True)
    return sum(1 for sheet in book for _ in sheet.iter_rows(values_only=True))


def _peak_megabytes(path: Path) -> float:
    """The most memory of a process of its own, as Linux counts it."""
    done = subprocess.run([sys.executable, "-c", READ, str(path)], check=True, capture_output=True, text=True)
    return int(done.stdout) / 1024
