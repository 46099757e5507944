"""Gaps between words: they go with the words, and stay within what people leave."""

from itertools import pairwise
from statistics import mean

import pytest

from notes.writing.gaps import STEP, STOPS, USUAL, gap_tables, kind_of
from notes.writing.strokes.temper import Temper

UNIT = 357
TABLES = gap_tables(Temper(word_gap=1.5, word_spread=0.5), 1.0, UNIT)


@pytest.mark.parametrize(
    ("narrow", "wide"), [("a", "the"), ("the", "house"), ("house", "wonderful"), ("house", "house,"), ("so,", "so.")]
)
def test_what_follows_stands_the_farther_off(narrow, wide):
    first, second = (mean(TABLES[kind_of(word)]) for word in (narrow, wide))
    assert first < second


def test_no_gap_is_so_narrow_that_words_run_together_or_so_wide_that_they_fall_apart():
    for word in ("I", "and", "again", "thousands"):
        gaps = [gap / UNIT for gap in TABLES[kind_of(word)]]
        assert 0.97 < min(gaps) < max(gaps) < 2.5


def test_no_gap_behind_a_stop_is_so_wide_that_a_reader_of_the_pdf_sees_two_columns():
    wide = gap_tables(Temper(word_gap=1.7, word_spread=0.5), 1.0, UNIT)
    assert max(wide[kind_of("wait;")]) == max(wide[kind_of("last.")]) <= 2.6 * UNIT


def test_gaps_are_narrow_for_a_while_and_then_wide():
    near = [abs(one - two) for one, two in pairwise(TABLES[USUAL])]
    far = [abs(one - two) for one, two in zip(TABLES[USUAL], TABLES[USUAL][200:], strict=False)]
    assert mean(near) < 0.6 * mean(far)


def test_an_even_hand_has_even_gaps_but_for_the_stops():
    even = gap_tables(Temper(word_gap=1.5, word_spread=0.5), 0.0, UNIT)
    assert {gap for word in ("a", "the", "wonderful") for gap in even[kind_of(word)]} == {
        STEP * round(1.5 * UNIT / STEP)
    }
    assert all(min(even[kind_of(f"so{stop}")]) > 1.5 * UNIT for stop in STOPS)
