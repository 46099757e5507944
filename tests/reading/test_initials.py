"""Who is named but by initials, by whom no card begins."""

import pytest

from notes.reading.values.couples import is_of_initials


@pytest.mark.parametrize("text", ["S", "S & L", "S. and L.", "S/L", "J.-R.", "S, L!", "A B C D E F", "A.B.C.D.E.F."])
def test_a_few_single_letters_are_initials(text: str) -> None:
    assert is_of_initials(text)


@pytest.mark.parametrize("text", ["", "TJ", "Jo", "S and LO", "12", "A B C D E F G", "A.B.C.D.E.F.G."])
def test_anything_else_is_a_name_or_nothing(text: str) -> None:
    assert not is_of_initials(text)
