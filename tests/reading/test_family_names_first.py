"""Whose family name stands first, by the names themselves."""

import pytest

from notes.reading.values.surnames import family_first


@pytest.mark.parametrize(
    ("first", "last", "is_first"),
    [
        ("Nagy", "István", True),
        ("Kovács", "Anna", True),
        ("Nagy", "Roth", False),
        ("István", "Nagy", False),
        ("Nguyen", "Quoc", True),
        ("Tanaka", "Yuki", True),
        ("Nguyen", "Tanaka", False),
        ("Kim", "Min-jun", True),
        ("Kim", "Kern", False),
        ("Rosa", "Kern", False),
    ],
)
def test_whether_the_family_name_stands_first(first: str, last: str, is_first: bool) -> None:
    assert family_first(first, last) is is_first
