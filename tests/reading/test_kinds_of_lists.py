"""Lists of many trades and countries, each as an office has it, and whom a card greets where.

In kinds_of_lists.txt a list begins with “##”, its name and country; a sheet with “#” and its name; cells stand apart by
“|”. Below come its customers: greeted as | on the envelope | firm | lines | town | state | code | birthday | spent,
and what surely keeps a card back.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from notes.customers import Customer
from notes.language.lexicon import Kind
from notes.reading.book import read_contents_as_book
from notes.reading.files.sheets import Contents, Row, Sheet
from notes.settings import Settings

FILE = Path(__file__).parent / "kinds_of_lists.txt"


def every() -> Iterator[tuple[str, list[str]]]:
    """Each list: its heading, and its lines."""
    for block in FILE.read_text(encoding="utf-8").split("## ")[1:]:
        heading, *lines = block.strip().splitlines()
        yield heading, lines


def sheets_of(lines: list[str]) -> list[Sheet]:
    rows: dict[str | None, list[Row]] = {}
    name = None
    for line in lines:
        if line.startswith("# "):
            name = line[2:]
            continue
        cells: list[object] = [cell.strip().replace("\\n", "\n") or None for cell in line.split("|")]
        rows.setdefault(name, []).append(Row(len(rows.get(name, ())) + 1, cells))  # type: ignore[arg-type]
    return [Sheet(name, those) for name, those in rows.items()]


def shown(one: Customer) -> str:
    address = one.address
    company = "" if one.company == one.envelope else one.company
    born = f"born {one.birthday}" if one.birthday else ""
    spent = "" if one.total_spent is None else f"spent {one.total_spent:.2f}"
    held = ", ".join(dict.fromkeys(hold.kind.value for hold in one.holds if hold.sure))
    held = f"held: {held}" if held else ""
    where = [" / ".join(address.lines), address.city, address.region, address.postal_code]
    return " | ".join([one.dear, one.envelope, company, *where, born, spent, *filter(None, [held])]).strip()


@pytest.mark.parametrize(("heading", "lines"), list(every()))
def test_a_list_is_read_as_its_office_means_it(heading: str, lines: list[str]) -> None:
    country = heading.rpartition("(")[2].rstrip(")")
    settings = replace(Settings(), business=replace(Settings().business, country=country))
    given = [line for line in lines if not line.startswith("  = ")]
    book = read_contents_as_book(Contents(sheets_of(given)), Path("list.xlsx"), settings, date(2026, 11, 27))
    expected = [line[4:].strip() for line in lines if line.startswith("  = ")]
    assert [shown(one) for one in book.customers] == expected


def test_who_has_moved_says_so_where_the_street_should_be() -> None:
    lines = ["Who|Where|City", "Walt Sawyer|moved! ask Jen for new address|Bath", "Ann Holm|12 Moved Rd|Bath"]
    book = read_contents_as_book(Contents(sheets_of(lines)), Path("list.xlsx"), Settings(), date(2026, 11, 27))
    assert [[hold.kind for hold in one.holds] for one in book.customers] == [[Kind.MOVED], []]
