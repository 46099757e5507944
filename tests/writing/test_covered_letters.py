"""Every hand of ours writes the names of Europe and Vietnam, and no letter of them is a gap."""

from importlib.resources import files
from pathlib import Path

import pytest

from notes.writing import HandSpec, open_hand, read_hands
from notes.writing.specimen import SCRIPTS, coverage

KALAM = Path(str(files("fontpkg_kalam"))) / "files" / "Kalam-Light.ttf"
SPEC = HandSpec(name="kalam", font=KALAM, sister="caveat")
OURS = list(read_hands()[0])


@pytest.mark.parametrize("name", OURS)
def test_all_letters_can_be_written(hand, name):
    for script in ("English", "Western Europe", "Central Europe", "Vietnamese", "Cyrillic", "signs"):
        assert hand(name).covers(SCRIPTS[script]) == ""


@pytest.mark.parametrize("name", OURS)
def test_the_alphabets_with_marks_are_this_hands_own(hand, name):
    assert hand(name).lacks(SCRIPTS["Western Europe"] + SCRIPTS["Vietnamese"]) == ""
    assert set(hand(name).lacks(SCRIPTS["Central Europe"])) <= set("ĸŊŋ")


def test_the_list_tells_what_the_sister_does(hand, own_cache):
    assert [str(one) for one in coverage(hand("caveat"))] == list(SCRIPTS)
    assert "Cyrillic (by the sister hand)" in map(str, coverage(open_hand(SPEC, own_cache)))
