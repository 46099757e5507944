"""Every hand of ours writes the names of Europe and Vietnam, and no letter of them is a gap."""

import io

import pytest
from fontTools.ttLib import TTFont
from letters import BOX, glyphs_of
from notes.writing.coverage import base_of

from notes.writing import read_hands
from notes.writing.hand import Hand
from notes.writing.specimen import SCRIPTS, coverage

OURS = list(read_hands()[0])


@pytest.mark.parametrize("name", OURS)
def test_all_letters_can_be_written(hand, name):
    for script in ("English", "Western Europe", "Central Europe", "Vietnamese", "Cyrillic", "signs"):
        assert hand(name).covers(SCRIPTS[script]) == ""


@pytest.mark.parametrize("name", OURS)
def test_the_alphabets_with_marks_are_this_hands_own(hand, name):
    assert hand(name).lacks(SCRIPTS["Western Europe"] + SCRIPTS["Vietnamese"]) == ""
    assert set(hand(name).lacks(SCRIPTS["Central Europe"])) <= set("ĸŊŋ")


@pytest.mark.parametrize("name", OURS)
def test_a_mark_stands_above_its_letter(hand, name):
    x_height = top(hand(name), "x")
    for letter in "áếỗừĂẾǑňÿ":
        assert top(hand(name), letter) > top(hand(name), base_of(letter)) + 0.15 * x_height, letter


def top(hand: Hand, letter: str) -> int:
    """How high the ink of a letter reaches."""
    written = hand.write_lines([letter], *BOX, "x")
    font = TTFont(io.BytesIO(written.fonts["Hand"].font(glyphs_of(written, "Hand")).ttf))
    return max(glyph.yMax for name in font.getGlyphOrder() if (glyph := font["glyf"][name]).numberOfContours)


def test_the_list_tells_what_the_sister_does(hand):
    assert [str(one) for one in coverage(hand("caveat"))] == list(SCRIPTS)
    assert "Cyrillic (by the sister hand)" in map(str, coverage(hand("kalam")))
