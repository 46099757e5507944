"""Whatever a note says, no word of it is lost and every stroke stays on the card."""

import io
from dataclasses import dataclass
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from notes.problems import BadValue
from notes.writing import Written, open_hand, read_hands
from notes.writing.hand import Hand
from notes.writing.spelling import split

WORDS = st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,!?&–’éřłđữƠ0123456789", min_size=1, max_size=12)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join)


@dataclass(frozen=True)
class Letter:
    salutation: str
    paragraphs: tuple[str, ...]
    closing: str
    signature: str


LETTERS = st.builds(Letter, TEXTS, st.lists(TEXTS, max_size=3).map(tuple), WORDS, WORDS)


@pytest.fixture(scope="session", params=["june", "caveat"])
def hand(request: pytest.FixtureRequest, own_cache: Path) -> Hand:
    return open_hand(request.param, own_cache, read_hands()[0])


def ink(written: Written) -> tuple[float, float, float, float]:
    """The bounds of the glyphs where the runs put them, worked out stroke by stroke."""
    used = {mark for run in written.runs for mark in run.marks if isinstance(mark, str)}
    font = written.fonts["Hand"].font(used)
    glyphs = TTFont(io.BytesIO(font.ttf))["glyf"]
    boxes = {one: glyphs[name] for one, name in zip(font.glyphs, glyphs.glyphOrder[1:], strict=True)}
    unit = written.size / 1000
    edges: list[tuple[float, float, float, float]] = []
    for run in written.runs:
        assert run.font == "Hand"
        across, slope, lean, up = run.form
        for mark, x, y in run.placed(font.advances.__getitem__):
            if boxes[mark].numberOfContours:
                left, bottom = boxes[mark].xMin + x, boxes[mark].yMin + y
                right, top = boxes[mark].xMax + x, boxes[mark].yMax + y
                low, high = sorted((lean * bottom, lean * top))
                box = (across * left + low, slope * x + up * bottom, across * right + high, slope * x + up * top)
                edges.append(tuple(place + unit * one for place, one in zip(2 * (run.x, run.y), box, strict=True)))
    lefts, bottoms, rights, tops = zip(*edges, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


@settings(max_examples=30)
@given(letter=LETTERS, width=st.floats(150, 400), height=st.floats(120, 500), key=st.text(max_size=5))
def test_no_word_is_lost_and_all_ink_stays_in_the_box(hand, letter, width, height, key):
    try:
        written = hand.write(letter, width, height, key)
    except BadValue as bad:
        assert "too long" in bad.message or "wider" in bad.message
        return
    words = " ".join((letter.salutation, *letter.paragraphs, letter.closing, letter.signature)).split()
    assert " ".join(written.lines).split() == words
    left, bottom, right, top = ink(written)
    assert 0 <= written.bounds[0] <= left + 0.1
    assert 0 <= written.bounds[1] <= bottom + 0.1
    assert right - 0.1 <= written.bounds[2] <= width
    assert top - 0.1 <= written.bounds[3] <= height


@settings(max_examples=20)
@given(before=LETTERS, letter=LETTERS)
def test_a_card_does_not_depend_on_the_cards_before_it(hand, before, letter):
    def content(one: Letter, key: str) -> Written | str:
        try:
            return hand.write(one, 258, 348, key)
        except BadValue as bad:
            return bad.message

    alone = content(letter, "rosa")
    content(before, "ben")
    assert content(letter, "rosa") == alone


@settings(max_examples=100)
@given(text=st.text(max_size=30))
def test_any_text_is_written_or_a_letter_is_named(hand, text):
    missing = hand.covers(text)
    try:
        written = hand.write_lines([text], 3000, 400, "rosa")
    except BadValue as bad:
        assert missing or "wider" in bad.message
    else:
        assert not missing
        assert " ".join(written.lines).split() == split(text)
