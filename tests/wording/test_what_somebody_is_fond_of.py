"""Somebody who is fond of something is a fan of it, with the capital of a name and without that of a word."""

import pytest

from notes.wording.details.things import being


@pytest.mark.parametrize(
    ("jotted", "role"),
    [
        ("Beatles fan", "a Beatles fan"),
        ("Lego fan", "a Lego fan"),
        ("Elvis lover", "an Elvis lover"),
        ("Opera buff", "an opera buff"),
        ("Old cars fan", "an old cars fan"),
        ("opera fan", "an opera fan"),
        ("fan", ""),
        ("fan of opera", ""),
    ],
)
def test_what_somebody_is_fond_of(jotted: str, role: str) -> None:
    found = being(jotted.split())
    assert (found.thing if found else "") == role
