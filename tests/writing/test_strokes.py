"""A letter of a font becomes the movements of a pen, and a word is written with them as people write."""

from dataclasses import replace
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from notes.writing.hand_specs import HandSpec
from notes.writing.outlines import Outline
from notes.writing.source import read_source
from notes.writing.strokes.alphabet import Alphabet
from notes.writing.strokes.composing import Speller
from notes.writing.strokes.extraction import alphabet_of_font, form_of
from notes.writing.strokes.inking import ink_of
from notes.writing.strokes.lettering import write_word
from notes.writing.strokes.raster import picture_of, thinned
from notes.writing.strokes.temper import Temper
from notes.writing.strokes.words import Word

SPEC = HandSpec(name="kalam", font=Path(str(files("fontpkg_kalam"))) / "files" / "Kalam-Light.ttf")
CALM = Temper(wander=0.0, bounce=0.0, joins=0.0)


@pytest.fixture(scope="module")
def alphabet() -> Alphabet:
    return alphabet_of_font(SPEC)


@pytest.fixture(scope="module")
def speller(alphabet) -> Speller:
    return Speller(alphabet)


def boxes(*those: tuple[float, float, float, float]) -> Outline:
    """Black boxes (left, bottom, right, top), for an x-height of 500."""
    points = [
        (x, y) for left, low, right, top in those for x, y in ((left, low), (left, top), (right, top), (right, low))
    ]
    ends = tuple(4 * number + 3 for number in range(len(those)))
    return Outline(np.array(points, dtype=float), np.ones(len(points), dtype=bool), ends, 600.0)


def test_a_bar_is_thinned_to_a_line_as_long_as_it_and_a_ring_stays_one():
    bar = np.zeros((40, 200), dtype=bool)
    bar[15:25, 20:180] = True
    line = np.argwhere(thinned(bar))
    assert len(np.unique(line[:, 1])) == len(line) > 140
    ring = bar.copy()
    ring[18:22, 60:140] = False
    assert thinned(ring).sum() > 1.8 * 100


def test_a_cross_is_a_stem_from_above_and_then_a_bar_from_the_left():
    cross = boxes((240, 0, 300, 900), (100, 470, 440, 530))
    stem, bar = form_of("t", cross, 500)
    assert not stem.waits
    assert bar.waits
    assert stem.points[0, 1] > 1.6
    assert stem.points[-1, 1] < 0.2
    assert (bar.points[0, 0], bar.points[-1, 0]) == pytest.approx((0.25, 0.85), abs=0.08)
    assert stem.radius == pytest.approx(0.06, abs=0.02)


def test_an_i_has_its_dot_last():
    stem, dot = form_of("i", boxes((200, 0, 260, 500), (205, 650, 255, 700)), 500)
    assert (stem.waits, dot.waits) == (False, True)
    assert dot.points[:, 1].min() > 1.2


@pytest.mark.parametrize("letter", "abdeghkmnopqruwyABDEGHKMQRW2358&")
def test_strokes_drawn_again_cover_the_letter(letter):
    outline = read_source(SPEC)[letter][0]
    x_height = 502.0
    picture, corner = picture_of(outline, 100 / x_height)
    image = Image.new("1", picture.shape[::-1])
    for stroke in form_of(letter, outline, x_height):
        for (x, y), radius in zip(stroke.points, stroke.radius, strict=True):
            right, down = 100 * x - corner[0] * 100 / x_height, picture.shape[0] - 100 * y + corner[1] * 100 / x_height
            around = 100 * radius
            ImageDraw.Draw(image).ellipse((right - around, down - around, right + around, down + around), fill=1)
    drawn = np.asarray(image)
    assert (drawn & picture).sum() / (drawn | picture).sum() > (0.72 if letter == "e" else 0.8)


def test_an_alphabet_that_is_kept_is_the_same(alphabet):
    again = Alphabet.from_bytes(alphabet.to_bytes())
    assert set(again.forms) == set(alphabet.forms)
    for one, other in zip(again["g"][0], alphabet["g"][0], strict=True):
        assert one.waits == other.waits
        assert np.abs(one.points[[0, -1]] - other.points[[0, -1]]).max() < 0.01


@pytest.mark.parametrize("letter", "áếỗừĂẾǑňÿżÅ")
def test_a_mark_stands_above_its_letter(speller, letter):
    for form in speller[letter]:
        letter_top = max(one.points[:, 1].max() for one in form if not one.waits)
        assert any(one.waits and one.points[:, 1].min() > letter_top + 0.05 for one in form)


def test_what_is_lacking_is_named_and_what_can_be_put_together_is_not(speller):
    assert speller.lacks("Þórdís Nguyễn Łukasz") == " "
    assert speller.lacks("Ж王") == "Ж王"


def shape(word: Word) -> bytes:
    return b"".join(one.points.round(3).tobytes() for one in word.strokes)


def test_a_take_depends_on_its_key_and_nothing_else(speller):
    first = shape(write_word(speller, Temper(), "letter", "kalam/1"))
    write_word(speller, Temper(), "another", "kalam/1")
    assert shape(write_word(speller, Temper(), "letter", "kalam/1")) == first
    assert shape(write_word(speller, Temper(), "letter", "kalam/2")) != first


def test_no_letter_is_drawn_twice_alike(speller):
    strokes = write_word(speller, Temper(joins=0.0), "oooooo", "kalam/1").strokes
    assert len(strokes) == 6
    sizes = [np.ptp(one.points, axis=0).round(3).tolist() for one in strokes]
    assert all(one != other for one, other in pairwise(sorted(sizes)))


@pytest.mark.parametrize("pair", [a + b for a in "ftA" for b in "abcdegikmnopqrsuvwxyz”"])
def test_the_bar_of_a_letter_does_not_meet_the_next_one(pair, speller):
    temper = Temper(joins=0.0)
    for take in range(2):
        strokes = write_word(speller, temper, pair, f"kalam/{take}").strokes
        bar = next(one for one in strokes if one.after)
        stems = sum(not one.waits for one in speller[pair[0]][0])
        beside = np.concatenate([one.points for one in strokes if not one.after][stems:])
        away = np.hypot(*(bar.points[:, None] - beside[None]).transpose(2, 0, 1)).min()
        assert away > temper.pen, f"{away / temper.pen:.2f} widths of the pen"


def test_letters_stand_side_by_side_and_apart(speller):
    strokes = write_word(speller, CALM, "nonono", "kalam/1").strokes
    for one, other in pairwise(strokes):
        gap = np.hypot(*(one.points[:, None] - other.points[None]).transpose(2, 0, 1)).min()
        assert 0.05 < gap < 0.6
        assert other.points[:, 0].mean() > one.points[:, 0].mean()


def test_who_joins_lifts_the_pen_less_often_and_no_line_is_broken(speller):
    apart = write_word(speller, CALM, "manner", "kalam/1").strokes
    joined = write_word(speller, replace(CALM, joins=1.0, run=99), "manner", "kalam/1").strokes
    assert len(joined) < len(apart) == 6
    for stroke in joined:
        steps = np.hypot(*np.diff(stroke.points, axis=0).T)
        assert steps.max() < 0.08


def test_pairs_that_would_be_read_as_another_letter_are_not_joined(speller):
    keen = replace(CALM, joins=1.0, run=99)
    for pair in ("cl", "ll", "rn"):
        assert len(write_word(speller, keen, pair, "kalam/1").strokes) == 2


def test_the_ink_is_as_broad_as_the_pen(speller):
    word = write_word(speller, replace(CALM, pen=0.2), "l", "kalam/1")
    (stroke,) = word.strokes
    ink, corner = picture_of(ink_of(word.strokes, 100), 1.0)
    assert ink.sum() == pytest.approx(100 * 20 * np.hypot(*np.diff(stroke.points, axis=0).T).sum(), rel=0.2)
    assert corner[1] == pytest.approx(100 * (stroke.points[:, 1].min() - 0.1), abs=8)


def test_two_businesses_do_not_write_alike_and_one_always_does():
    assert Temper().of_business("Oak & Ash") == Temper().of_business("Oak & Ash") != Temper().of_business("Fern")
