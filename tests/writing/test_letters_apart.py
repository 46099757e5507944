"""Letters that no pen joined keep off each other: whatever a font's bars, dots and stems, no other letter is read."""

import numpy as np
import pytest

from notes.writing.strokes.apart import kept_off
from notes.writing.strokes.joining import exit_of

PEN = 0.15
STEM = np.array([[0.0, 0.0], [0.0, 0.5], [0.0, 1.0]])
NEXT = np.array([[0.6, 0.0], [0.6, 0.5], [0.6, 1.0]])


def line(left: float, right: float, height: float = 0.9) -> np.ndarray:
    return np.stack([np.linspace(left, right, 41), np.full(41, height)], axis=1)


@pytest.mark.parametrize(
    ("mark", "left", "right"),
    [
        (line(-0.3, 0.3), -0.3, 0.3),  # it is clear as it is
        (line(-0.3, 0.8), -0.3, 0.39),  # a bar through the next letter ends before it
        (line(-0.3, 0.45), -0.3, 0.39),
        (line(0.35, 0.45, 1.1), 0.29, 0.39),  # a dot at the next letter is moved to its own
    ],
)
def test_a_mark_is_kept_off_the_letter_beside_it(mark: np.ndarray, left: float, right: float) -> None:
    other = np.vstack([NEXT, line(0.6, 0.6, 1.1)])
    points, _ = kept_off(mark, STEM, other, PEN)
    assert points[:, 0].min() == pytest.approx(left, abs=0.05)
    assert points[:, 0].max() == pytest.approx(right, abs=0.05)


@pytest.mark.parametrize(("top", "joined"), [(0.8, False), (0.95, True)])
def test_a_low_o_is_not_left_over_its_top(top: float, joined: bool) -> None:
    turn = np.linspace(0.4 * np.pi, 2.4 * np.pi, 60)
    ring = np.stack([0.4 * np.cos(turn), top / 2 + top / 2 * np.sin(turn) / np.sin(0.4 * np.pi)], axis=1)
    assert (exit_of("o", ring, 0.4) is not None) == joined
