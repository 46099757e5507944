"""What a user would take instead: programs that make a note and a label for each line of a CSV, the letters all alike.

Each reads customers.csv in the folder that it is told, and writes cards.pdf and labels.pdf beside it. The words are
one text with the cells of a row filled in, about as long as a note of ours; two cards stand on a Letter page, and
thirty labels.
"""

from csv import DictReader
from pathlib import Path

TEXT = """Dear {First name},

Happy birthday! We thought of you this week when {Bought} came up again at the bench, and of how you told us about
{Told us} the last time you were in. I hope there is time for {Likes} on the day itself, and somebody to share the cake
with. Thank you for being with us since {year}, and we still look forward to every visit of yours.

Warmly,
Nora & Walt"""
INSTEAD = {"Bought": "your old frame", "Told us": "the garden", "Likes": "a long walk"}
FONT = "Caveat.ttf"  # which is laid beside the customers


def rows(folder: Path) -> list[dict[str, str]]:
    """The customers, each with what the text names."""
    with (folder / "customers.csv").open(newline="", encoding="utf-8") as file:
        return [_filled(row) for row in DictReader(file)]


def _filled(row: dict[str, str]) -> dict[str, str]:
    known = {name: value or INSTEAD.get(name, "") for name, value in row.items()}
    return {**known, "year": row["Customer since"][:4]}


def paragraphs(row: dict[str, str]) -> list[str]:
    """The note of a row, each paragraph on a line of its own."""
    return [" ".join(part.split()) for part in TEXT.replace("\nNora", "\n\nNora").format(**row).split("\n\n")]


def address(row: dict[str, str]) -> list[str]:
    town = f"{row['City']} {row['State']} {row['ZIP']}"
    return [f"{row['First name']} {row['Last name']}", row["Address 1"], town]
