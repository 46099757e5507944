"""Slips: here and there something goes a little wrong, and the word is still the same."""

from dataclasses import replace

import numpy as np
import pytest

from notes.resources import FONTS
from notes.writing import read_hands
from notes.writing.strokes.alphabet import Alphabet
from notes.writing.strokes.composing import Speller
from notes.writing.strokes.curves import along
from notes.writing.strokes.forming import Letter
from notes.writing.strokes.running import write_running
from notes.writing.strokes.slips import OPENED, SKIPPED, Slip, slip_of, slipped_letters, slipped_strokes
from notes.writing.strokes.style import Style
from notes.writing.strokes.temper import Temper
from notes.writing.strokes.words import Stroke

HASTY = Temper(letters="running", writer="anna", slips=2.0)
LINE = np.column_stack([np.linspace(0, 4, 120), np.zeros(120)])
STROKE = Stroke(LINE, np.full(120, 0.07), np.ones(120))


def share(text: str, temper: Temper = HASTY) -> float:
    return sum(slip_of(text, temper, f"anna/{number}")[0] is not None for number in range(200)) / 200


@pytest.mark.parametrize("text", ["Rosa", "Wilkinson", "1998", "4th", "is", "a", "&"])
def test_names_figures_and_short_words_are_free_of_slips(text):
    assert share(text) == 0


def test_the_longer_a_word_and_the_hastier_its_writer_the_more_slips():
    assert 0 < share("and") < share("everything") < 0.5
    assert share("everything", replace(HASTY, slips=0.5)) < share("everything") / 2
    assert share("everything", replace(HASTY, slips=0.0)) == 0


def test_a_signature_has_none():
    assert HASTY.of_signature("Sophie").slips == 0


def test_the_same_take_has_the_same_slip():
    first, second = (slip_of("everything", HASTY, "anna/7") for _ in range(2))
    assert first[0] == second[0] and first[1].random() == second[1].random()


def test_where_the_pen_skips_a_little_is_missing_and_nothing_is_moved():
    one, two = slipped_strokes([STROKE], Slip.SKIP, np.random.default_rng(1))
    assert SKIPPED[0] - 0.05 < two.points[0, 0] - one.points[-1, 0] < SKIPPED[1] + 0.05
    assert one.points[0, 0] == 0 and two.points[-1, 0] == 4


def test_where_the_pen_rests_there_is_a_speck_beside_the_end_of_a_stroke_and_none_behind_the_word():
    before = replace(STROKE, points=LINE - (6, 0))
    made = [slipped_strokes([before, STROKE], Slip.TOUCH, np.random.default_rng(number)) for number in range(12)]
    specks = [strokes[2].points for strokes in made if len(strokes) > 2]
    assert 2 < len(specks) < 10
    assert all(along(one)[-1] < 0.1 and np.hypot(*(one[0] - before.points[-1])) < 0.4 for one in specks)


def test_a_bowl_that_is_left_open_begins_a_little_before_its_end():
    letter = Letter("a", strokes=[np.array([[0.6, 0.9, 1], [0.3, 1.0, 0], [0.0, 0.5, 0], [0.6, 1.0, 1]])])
    slipped_letters([letter], Slip.OPEN, np.random.default_rng(1))
    assert 0.6 - OPENED[1] <= letter.strokes[0][0, 0] <= 0.6 - OPENED[0]


def test_a_dot_that_is_set_late_stays_off_a_tall_letter():
    def dotted() -> list[Letter]:
        return [Letter("i", waits=[np.zeros((2, 2))]), Letter("l")]

    for ahead, moved in (("l", False), ("n", True)):
        letters = dotted()
        letters[1].char = ahead
        slipped_letters(letters, Slip.LATE, np.random.default_rng(1))
        assert (letters[0].waits[0][0, 0] > 0) == moved


def test_a_slip_leaves_the_width_of_a_word():
    speller = Speller(Style.of(HASTY).alphabet(Alphabet.read(FONTS / "strokes" / "caveat.strokes")))
    for number in range(40):
        key = f"anna/{number}"
        if slip_of("remembered", HASTY, key)[0] in (Slip.SKIP, Slip.TOUCH, Slip.AGAIN):
            usual, slipped = (
                write_running(speller, one, "remembered", key) for one in (replace(HASTY, slips=0.0), HASTY)
            )
            assert abs(slipped.right - usual.right) < 0.45


def test_a_careful_writer_slips_less_than_a_hurried_one():
    hands = read_hands()[0]
    assert hands["lena"].temper.slips < hands["otto"].temper.slips
    assert all(0 < one.temper.slips <= 2 for one in hands.values() if one.letters)


@pytest.mark.parametrize("text", ["years.", "nights,", "don’t", "wouldn’t."])
def test_no_speck_makes_another_stop_of_a_stop(text: str) -> None:
    found = {slip_of(text, Temper(slips=3.0), f"june/{number}")[0] for number in range(400)}
    assert Slip.TOUCH not in found
    assert Slip.SKIP in found
