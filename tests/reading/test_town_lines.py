"""A header that names several parts of the line with the town is that line, and nothing else is."""

import pytest

from notes.reading.tables.meanings import meanings


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("Town / PC", "town_line=340"),
        ("Ort und PLZ", "town_line=340"),
        ("City Zip Code", "town_line=340"),
        ("Address Line City and State", "town_line=340"),
        ("City and State", "town_line"),
        ("City State Zip", "town_line"),
        ("City / Town", "city"),
        ("State / Province", "region"),
        ("City", "city"),
        ("City or Name", ""),
        ("Town, PC and Name", ""),
    ],
)
def test_what_a_header_of_towns_means(header: str, part: str) -> None:
    first = next(iter(meanings("customers", header)), None)
    assert (f"{first.name}{f'={first.rank}' if first.rank >= 300 else ''}" if first else "") == part
