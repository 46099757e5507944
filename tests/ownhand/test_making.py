"""A hand is made of what stands in the cells, and writes as its owner's text was written."""

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.filled_sheets import PEN, Camera, Filled, filled, photographed
from notes.ownhand import making
from notes.ownhand.cells import Verdict, Written, written_on
from notes.ownhand.finding import found_in
from notes.ownhand.making import Read, hand_of
from notes.ownhand.measuring import measured
from notes.ownhand.sheet import Cell, Kind, Sheet
from notes.problems import BadValue
from notes.writing import open_hand

WORDS = "we saw one more swan on our river and came in when rain came and so we saw no more sun in a week or so"
WHOLE = Sheet.of("en")
ASKED = [cell for cell in WHOLE.cells if (cell.text.islower() and cell.copy == 1) or cell.kind is Kind.TEXT]
SHEET = replace(WHOLE, text=WORDS, cells=tuple(cell for cell in ASKED if len(cell.text) < 2 and cell.text.isascii()))
INK = (0.1, 0.1, 0.3)


@pytest.fixture(scope="module")
def walt(own_cache) -> Filled:
    return filled(open_hand("walt", own_cache), SHEET)


@pytest.fixture(scope="module")
def cells(walt: Filled) -> list[Written]:
    found = [found_in(photographed(walt.page(number, 200), Camera(200))) for number in (1, 3)]
    return [one for page in found for one in written_on(page, SHEET.on(page.mark.page))]


@pytest.fixture(scope="module")
def read(cells: list[Written]) -> Read:
    return hand_of(SHEET, cells, "Maud", INK)


def test_every_letter_is_in_the_hand(read: Read) -> None:
    assert "".join(sorted(read.hand.letters)) == "abcdefghijklmnopqrstuvwxyz"
    heights = {one: np.concatenate([s.points for s in read.hand.alphabet[one][0]])[:, 1] for one in "noahgl"}
    assert all(abs(heights[one].max() - 1) < 0.25 for one in "noa")  # an o runs on above its bowl
    assert heights["l"].max() > 1.5 and heights["h"].max() > 1.5 and heights["g"].min() < -0.4


def test_size_gaps_and_pitch_are_those_of_the_text(walt: Filled, read: Read) -> None:
    manner, size = read.hand.manner, 2.6
    assert manner.x_height == pytest.approx(size, rel=0.1)  # turns of a quick pen fall short
    assert manner.word_gap * manner.x_height == pytest.approx(np.mean(walt.word_gaps) * size, rel=0.1)
    assert manner.pen == pytest.approx(PEN, rel=0.05)
    assert read.hand.signs == "Maud" and manner.ink == INK


def test_a_missing_letter_is_named(cells: list[Written]) -> None:
    without = [one.of(Verdict.EMPTY) if one.cell.text in "kq" else one for one in cells]
    with pytest.raises(BadValue, match="there is no “k” and “q” that can be read"):
        hand_of(SHEET, without, "Maud", INK)


def test_a_missing_text_is_told(cells: list[Written]) -> None:
    without = [one.of(Verdict.EMPTY) if one.cell.kind is Kind.TEXT else one for one in cells]
    with pytest.raises(BadValue, match="the text of the last page is missing"):
        hand_of(SHEET, without, "Maud", INK)


def test_an_n_in_the_cell_of_an_l_is_doubted(cells: list[Written], monkeypatch) -> None:
    monkeypatch.setattr(making, "fitted", lambda hand, *_: hand.manner)
    (low,) = (one for one in cells if one.cell.text == "n")
    (tall,) = (one for one in cells if one.cell.text == "l")
    wrong = replace(low, cell=Cell(**{**vars(low.cell), "text": "l"}))
    read = hand_of(SHEET, [wrong if one is tall else one for one in cells], "Maud", INK)
    assert [(one.cell.name, one.verdict) for one in read.doubtful] == [("l-1", Verdict.DOUBTFUL)]
    assert read.hand.left_out == []  # there is no other l


def bars(slope: float, rise: float = 0.0) -> np.ndarray:
    """Three lines of words of four bars, 20 pixels high and 3 wide: 9 apart, 40 between words, 75 between lines."""
    page = np.zeros((330, 900), dtype=bool)
    for line in range(3):
        for word in range(6):
            for bar in range(4):
                for up in range(20):
                    x = 60 + word * (3 * 12 + 3 + 40) + bar * 12 + slope * up
                    y = 100 + 75 * line - up - rise * x
                    page[round(y), round(x) : round(x) + 3] = True
    return page


@pytest.mark.parametrize(("slope", "rise"), [(0.0, 0.0), (0.3, 0.0), (-0.2, 0.0), (0.0, 0.04)])
def test_a_text_is_measured(slope: float, rise: float) -> None:
    text = measured(bars(slope, rise), 18, 20.0)
    assert text is not None
    assert (text.lines, text.pieces) == (3, 72)
    assert text.x_height == pytest.approx(17, abs=1)
    assert text.pitch * text.x_height == pytest.approx(75, abs=1)
    assert text.slant == pytest.approx(slope, abs=0.05)
    assert text.rise == pytest.approx(rise, abs=0.005)
    assert len(text.word_gaps) == 15
    assert np.mean(text.word_gaps) * text.x_height == pytest.approx(43 - 18 * abs(slope), abs=2)


def test_a_scribble_is_doubted_and_not_followed(cells: list[Written], monkeypatch) -> None:
    monkeypatch.setattr(making, "fitted", lambda hand, *_: hand.manner)
    (one,) = (cell for cell in cells if cell.cell.text == "m")
    noise = np.random.default_rng(1).random(one.ink.shape) > 0.5
    scribbled = replace(one, ink=noise, cell=replace(one.cell, copy=2))
    read = hand_of(SHEET, [*cells, scribbled], "Maud", INK)
    assert [each.cell.name for each in read.doubtful] == ["m-2"]
    assert [copy.number for copy in read.hand.letters["m"]] == [1]
