"""Headers as the programs of small businesses write them, each alone in its table, and what each is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from notes.reading.tables.columns import Columns
from notes.reading.tables.recognition import recognise

ALIKE = [{"name", "display_name"}, {"pet", "-"}, {"salutation", "title"}, {"salutation", "dear"}]


def every() -> Iterator[tuple[str, str, str]]:
    """Program, header and field, as program_headers.txt has them."""
    program = ""
    for line in (Path(__file__).parent / "program_headers.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            program = line[3:]
        elif " = " in line:
            header, _, field = line.rpartition(" = ")
            yield program, header, field


def meaning(columns: Columns) -> str:
    return " ".join([*columns.fields, *(part for group in columns.addresses.values() for part in group)]) or "-"


@pytest.mark.parametrize(("program", "header", "field"), list(every()))
def test_a_header_of_a_program_is_understood(program: str, header: str, field: str):
    got = meaning(recognise("customers", [header]))
    assert got == field or {got, field} in ALIKE
