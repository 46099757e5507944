"""The variants of a letter differ as one writer's do, and a joined letter keeps its joins."""

import numpy as np
import pytest
from notes.writing.variation import Temper, vary

from notes.writing.outlines import Outline, signed_areas

# A bar from the left edge to the right, as high as the pen is broad, and a dot above it.
BAR = [(0, 200), (0, 250), (100, 250), (200, 250), (300, 250), (400, 250), (400, 200), (300, 200), (200, 200)]
DOT = [(180, 500), (180, 550), (230, 550), (230, 500)]
LETTER = Outline(np.array([*BAR, *DOT], dtype=float), np.ones(13, dtype=bool), (8, 12), 400.0)


def variants(**temper: float) -> list[Outline]:
    return vary(LETTER, 40, Temper(x_height=400, **temper), np.random.default_rng(1))


def test_no_two_variants_are_alike_and_none_is_far_from_the_letter():
    shapes = variants()
    assert len({shape.points.round().tobytes() for shape in shapes}) == 40
    moved = np.array([shape.points - LETTER.points for shape in shapes])
    assert 10 < moved.std() < 30
    assert np.abs(moved).max() < 90


def test_a_calm_hand_varies_less():
    spread = [np.std([shape.advance for shape in variants(amount=amount)]) for amount in (0.5, 1.5)]
    assert spread[0] < spread[1] / 2


def test_the_joins_of_a_joined_letter_do_not_move():
    for shape in variants(joined=True):
        left, right = shape.points[:2], shape.points[5:7]
        assert np.abs(left - [(0, 200), (0, 250)]).max() < 3
        assert np.abs(right - [(shape.advance, 250), (shape.advance, 200)]).max() < 3


def test_a_broader_pen_makes_every_stroke_broader_and_takes_more_room():
    plain, broad = (variants(pen_offset=offset) for offset in (0.0, 10.0))
    high = [np.mean([one.points[3, 1] - one.points[7, 1] for one in shapes]) for shapes in (plain, broad)]
    assert high[1] == pytest.approx(high[0] + 20, abs=2)
    assert np.mean([one.advance for one in broad]) > np.mean([one.advance for one in plain]) + 10


def test_the_dot_has_a_place_of_its_own_each_time():
    over = [shape.points[9:, 0].mean() - shape.points[:9, 0].mean() for shape in variants()]
    assert np.std(over) > 8


def test_ink_that_is_turned_over_stays_ink():
    assert np.sign(signed_areas(LETTER.moved(scale=(1, -1)))).tolist() == np.sign(signed_areas(LETTER)).tolist()
