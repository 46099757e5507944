"""Whatever a note says, no word of it is lost and every stroke stays on the card."""

import io
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from notes.problems import BadValue
from notes.writing import Written, open_hand, read_hands
from notes.writing.hand import Hand

WORDS = st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,!?&–’éřłđữƠ0123456789", min_size=1, max_size=12)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join)


@dataclass(frozen=True)
class Letter:
    salutation: str
    paragraphs: tuple[str, ...]
    closing: str
    signature: str


LETTERS = st.builds(Letter, TEXTS, st.lists(TEXTS, max_size=3).map(tuple), WORDS, WORDS)


@pytest.fixture(scope="session", params=["caveat", "zeyada"])
def hand(request: pytest.FixtureRequest, own_cache: Path) -> Hand:
    return open_hand(request.param, own_cache, read_hands()[0])


def ink(hand: Hand, written: Written) -> tuple[float, float, float, float]:
    """The bounds of the glyphs where the operators put them, worked out stroke by stroke."""
    font = hand.font("Hand", written.codes["Hand"])
    glyphs = TTFont(io.BytesIO(font.ttf))
    names = glyphs.getGlyphOrder()
    size = float(written.content.split(b" rg ")[1].split()[0])
    slope = x = y = x0 = y0 = rise = 0.0
    edges: list[tuple[float, float, float, float]] = []
    for matrix, lift, kern, string in re.findall(
        rb"1 (-?\.?[\d.]+ 0 1 -?\d+ -?\d+) Tm|(-?\d+) Ts|(?<=\))(-?\d+)(?=\()|\(([^)]*)\)", written.content
    ):
        if matrix:
            slope, x0, y0 = (float(one) for one in (matrix.split()[0], *matrix.split()[3:]))
            x, y = x0, y0
        rise = float(lift) if lift else rise
        x -= float(kern) if kern else 0
        for at in range(0, len(string), 2):
            code = int.from_bytes(string[at : at + 2], "big")
            gid = int.from_bytes(font.cid_to_gid[2 * code : 2 * code + 2], "big")
            one = glyphs["glyf"][names[gid]]
            if one.numberOfContours:
                up = y + rise + slope * (x - x0)
                edges.append((x + one.xMin, up + one.yMin, x + one.xMax, up + one.yMax))
            x += font.widths[code]
    lefts, bottoms, rights, tops = zip(*edges, strict=True)
    return min(lefts) * size, min(bottoms) * size, max(rights) * size, max(tops) * size


@settings(max_examples=60, deadline=None)
@given(letter=LETTERS, width=st.floats(150, 400), height=st.floats(120, 500), key=st.text(max_size=5))
def test_no_word_is_lost_and_all_ink_stays_in_the_box(hand, letter, width, height, key):
    try:
        written = hand.write(letter, width, height, key)
    except BadValue as bad:
        assert "too long" in bad.message or "wider" in bad.message
        return
    words = " ".join((letter.salutation, *letter.paragraphs, letter.closing, letter.signature)).split()
    assert " ".join(written.lines).split() == words
    left, bottom, right, top = ink(hand, written)
    assert 0 <= written.ink[0] <= left + 0.1
    assert 0 <= written.ink[1] <= bottom + 0.1
    assert right - 0.1 <= written.ink[2] <= width
    assert top - 0.1 <= written.ink[3] <= height


@settings(max_examples=40, deadline=None)
@given(before=LETTERS, letter=LETTERS)
def test_a_card_does_not_depend_on_the_cards_before_it(hand, before, letter):
    def content(one: Letter, key: str) -> bytes | str:
        try:
            return hand.write(one, 258, 348, key).content
        except BadValue as bad:
            return bad.message

    alone = content(letter, "rosa")
    content(before, "ben")
    assert content(letter, "rosa") == alone


@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=30))
def test_any_text_is_written_or_a_letter_is_named(hand, text):
    missing = hand.covers(text)
    try:
        written = hand.write_lines([text], 3000, 400, "rosa")
    except BadValue as bad:
        assert missing or not text.split() or "wider" in bad.message
    else:
        assert not missing
        assert set(written.codes) <= {"Hand", "Sister"}
