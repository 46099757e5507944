"""Running letters: a word is one movement of the pen, in the forms of its writer."""

from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import pairwise

import numpy as np
import pytest

from notes.problems import BadValue
from notes.resources import FONTS
from notes.writing import read_hands
from notes.writing.hand_specs import HandSpec
from notes.writing.strokes.alphabet import Alphabet
from notes.writing.strokes.composing import Speller
from notes.writing.strokes.movements import Movement, movements, swung
from notes.writing.strokes.pace import pace_of
from notes.writing.strokes.running import write_running
from notes.writing.strokes.spacing import HEIGHTS, edges
from notes.writing.strokes.style import Style
from notes.writing.strokes.temper import Temper
from notes.writing.strokes.words import Word

ANNA = Temper(letters="running", forms="g:loop s:run", writer="anna", wander=0.0, bounce=0.0, joins=1.0)
SIGNS = FONTS / "strokes" / "caveat.strokes"
RUNNING = [spec for spec in read_hands()[0].values() if spec.letters]


@cache
def speller_of(temper: Temper) -> Speller:
    return Speller(Style.of(temper).alphabet(Alphabet.read(SIGNS)))


def written(text: str, temper: Temper = ANNA, key: str = "1") -> Word:
    return write_running(speller_of(temper), temper, text, key)


def shape(word: Word) -> bytes:
    return b"".join(one.points.round(3).tobytes() for one in word.strokes)


def test_a_pen_passes_its_places_and_turns_where_it_stops():
    corner = Movement.from_line("> 0,1 0,0* 1,0").strokes[0]
    line = swung(corner)
    for place in corner[:, :2]:
        assert np.hypot(*(line - place).T).min() < 1e-9
    assert np.abs(line[:, 0] * line[:, 1]).max() < 1e-9  # down, and then to the right
    corner[1, 2] = 0
    assert np.abs(swung(corner)[:, 0] * swung(corner)[:, 1]).max() > 0.01  # round the corner


def test_every_letter_and_figure_has_a_movement_within_its_lines():
    known = movements("running")
    assert set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,!?’-") <= set(known)
    for movement in known.values():
        for places in movement.strokes + movement.waits:
            assert -1.2 < places[:, 1].min() <= places[:, 1].max() < 2.3


def test_who_joins_writes_a_word_without_a_lift_and_who_does_not_lifts_after_each_letter():
    assert len(written("manner").strokes) == 1
    assert len(written("manner", replace(ANNA, joins=0.0)).strokes) == 6
    for stroke in written("manner").strokes:
        assert np.hypot(*np.diff(stroke.points, axis=0).T).max() < 0.08


def test_dots_and_bars_wait_until_the_word_stands():
    waiting = [stroke.after for stroke in written("until").strokes]
    assert waiting == sorted(waiting)
    assert sum(waiting) == 2


def test_a_pair_that_a_writer_writes_as_one_has_one_bar():
    paired = replace(ANNA, forms="th:usual tt:usual")
    assert {sum(stroke.after for stroke in written("letter", ANNA, f"{number}").strokes) for number in range(20)} == {2}
    bars = [sum(stroke.after for stroke in written("letter", paired, f"{number}").strokes) for number in range(40)]
    assert 0.6 < bars.count(1) / len(bars) < 1  # mostly


def test_a_shortcut_stands_in_hurried_words_and_in_no_name():
    plain = replace(ANNA, forms="", hurry=0.7, joins=0.0)
    short = replace(plain, forms="ing:usual")
    sung = [len(written("sing", short, f"{number}").strokes) for number in range(60)]
    usual = len(written("sing", plain).strokes)
    assert set(sung) == {usual - 2, usual} and sung.count(usual) < 10
    assert shape(written("Ingrid", short)) == shape(written("Ingrid", plain))
    calm = [replace(one, hurry=-0.7) for one in (short, plain)]
    assert shape(written("sing", calm[0])) == shape(written("sing", calm[1]))


def test_a_take_depends_on_its_key_and_a_writer_is_always_the_same():
    lively = replace(ANNA, wander=1.0)
    assert shape(written("letter", lively)) == shape(written("letter", lively))
    assert shape(written("letter", lively, "1")) != shape(written("letter", lively, "2"))
    assert shape(written("a", ANNA, "1")) != shape(written("a", replace(ANNA, writer="ben"), "1"))
    assert shape(written("a", ANNA.of_business("Oak"))) != shape(written("a", ANNA.of_business("Fern")))


def test_of_two_forms_a_writer_has_one_and_the_other_for_a_reason():
    """A bar that waits is that of a plain t; the other form is for one place, some other in each writer, or a slip."""
    seen = {}
    for writer in ("anna", "ben", "cleo", "dora", "emil", "fritz"):
        two = replace(ANNA, forms="t:plain/on", writer=writer)
        for word in ("net", "tune", "stone", "after", "other"):
            plain = [sum(one.after for one in written(word, two, f"{number}").strokes) for number in range(8)]
            seen[writer, word] = Counter(plain).most_common(1)[0]
    assert all(often >= 6 for _, often in seen.values())
    assert len({tuple(seen[writer, word][0] for word in ("net", "tune", "stone")) for writer, _ in seen}) > 1


def test_a_word_begins_with_care_a_short_one_does_not_and_a_name_is_never_hurried():
    assert list(pace_of("wonderful")) == sorted(pace_of("wonderful"))
    assert pace_of("wonderful")[0] < pace_of("and")[0] < pace_of("wonderful")[-1]
    assert pace_of("Magdalena").max() < pace_of("wonderful").max() / 2
    assert pace_of("1998").max() == 0
    assert (pace_of("wonderful", mood=1.0) >= pace_of("wonderful")).all()


@pytest.mark.parametrize("spec", RUNNING, ids=lambda spec: spec.name)
def test_letters_stand_as_near_as_those_of_people_where_the_pen_lifts(spec):
    """People leave .2 x-heights free there on the average, from ink to ink; at .5 a word becomes two."""
    lifting = replace(spec.temper, joins=0.0, slips=0.0)
    words = [written(word, lifting, f"{number}") for word in ("garden", "about", "onset") for number in range(3)]
    free = [one for word in words for one in free_at_lifts(word)]
    assert 0.08 < np.mean(free) < 0.3 and np.quantile(free, 0.95) < 0.55


def free_at_lifts(word: Word) -> list[float]:
    """What is free between the ink of one stroke and the next, where small letters are nearest to each other."""
    small = (HEIGHTS > 0) & (HEIGHTS < 1)
    sides = [edges([one.points]) for one in word.strokes if not one.after]
    return [float((ahead[0] - behind[1])[small].min()) - ANNA.pen for behind, ahead in pairwise(sides)]


@pytest.mark.parametrize("text", ["and", "you", "the", "sing"])
def test_letters_written_as_one_are_not_crushed(text):
    hurried = replace(ANNA, forms="", hurry=0.7)
    as_one = replace(hurried, forms=f"{text.removeprefix('s')}:usual")
    pairs = [[width(written(text, temper, f"{number}")) for temper in (as_one, hurried)] for number in range(12)]
    assert np.mean([one / apart for one, apart in pairs if one != apart]) > 0.86


def width(word: Word) -> float:
    return float(np.ptp(np.concatenate([one.points[:, 0] for one in word.strokes if not one.after])))


def test_the_quicker_a_word_becomes_the_flatter_and_wider_are_its_letters():
    steps = written("nnnnnnnn", replace(ANNA, joins=0.0)).strokes
    size = [np.ptp(one.points, axis=0) for one in steps]
    assert size[0][1] > size[4][1] > size[7][1] > 0.6 * size[0][1]
    assert size[0][0] < size[4][0]


def test_two_takes_of_a_word_differ_in_their_joins_and_a_writer_is_still_known_by_them():
    lifts = [
        len(written("mountain", replace(ANNA, wander=0.8, joins=0.6), f"{number}").strokes) for number in range(40)
    ]
    assert 2 <= len(set(lifts)) <= 5
    assert max(lifts) <= min(lifts) + 4


def ink_above(word: Word, height: float) -> float:
    """How far from its top the ink reaches above a height."""
    points = np.concatenate([one.points for one in word.strokes])
    return float(np.ptp([0.0, *points[points[:, 1] > height][:, 0] - points[points[:, 1].argmax(), 0]]))


def test_a_form_for_the_end_of_a_word_stands_where_a_word_ends_quickly_mostly_and_nowhere_else():
    plain = replace(ANNA, forms="", tails=0.0)
    trailing = replace(plain, forms="n:usual/trail$")

    def unlike(word: str) -> int:
        return sum(
            shape(written(word, trailing, f"{take}")) != shape(written(word, plain, f"{take}")) for take in range(20)
        )

    assert unlike("nonet") == 0
    assert 8 <= unlike("mountain") <= 18


@pytest.mark.parametrize("spec", RUNNING, ids=lambda spec: spec.name)
def test_an_f_has_a_hook_and_a_t_has_none(spec):
    pairs = [[written(letter, spec.temper, f"{spec.name}/{number}") for letter in "ft"] for number in range(12)]
    tops = [[max(float(one.points[:, 1].max()) for one in word.strokes) for word in pair] for pair in pairs]
    assert np.diff(np.mean(tops, axis=0)) < -0.25
    for (f, t), (tall, low) in zip(pairs, tops, strict=True):
        stem = replace(t, strokes=tuple(one for one in t.strokes if not one.after))
        assert ink_above(f, 1 + 0.6 * (tall - 1)) > 0.1
        assert ink_above(stem, 1 + 0.6 * (low - 1)) < 0.2


@pytest.mark.parametrize("spec", RUNNING, ids=lambda spec: spec.name)
@pytest.mark.parametrize("word", ["it", "fault", "letter"])
def test_a_bar_crosses_its_stem(spec, word):
    strokes = written(word, spec.temper, spec.name).strokes
    bar = max((one.points for one in strokes if one.after), key=lambda line: np.ptp(line[:, 0]))
    ink = np.concatenate([one.points for one in strokes if not one.after])
    near = ink[(np.abs(ink[:, 1] - bar[:, 1].mean()) < 0.1) & (ink[:, 0] < bar[:, 0].max())]
    assert ((near[:, 0] > bar[:, 0].min() + 0.05) & (near[:, 0] < bar[:, 0].max() - 0.05)).any()


@pytest.mark.parametrize("spec", RUNNING, ids=lambda spec: spec.name)
def test_a_bar_goes_on_past_its_stem(spec):
    """“talk” with a bar that ends at its stem would be “1alk”."""
    for number in range(12):
        stem, bar = (one.points for one in written("t", spec.temper, f"{number}").strokes)
        level = stem[np.argsort(np.abs(stem[:, 1] - bar[:, 1].mean()))[:3], 0].mean()
        assert bar[:, 0].max() > level + 0.06


@pytest.mark.parametrize("spec", RUNNING, ids=lambda spec: spec.name)
def test_a_c_before_a_stem_is_no_a_or_d(spec):
    for number in range(12):
        c, stem = (one.points for one in written("cl", spec.temper, f"{spec.name}/{number}").strokes)
        for low in (0.0, 0.3, 0.6):
            between = [part[(part[:, 1] > low) & (part[:, 1] < low + 0.3)][:, 0] for part in (c, stem)]
            assert len(between[0]) == 0 or between[1].min() - between[0].max() > 0.05


@pytest.mark.parametrize(
    ("letter", "marks"), [("é", 1), ("ï", 2), ("ő", 2), ("đ", 1), ("ş", 1), ("t", 1), ("Đ", 1), ("ſ", 0)]
)
def test_a_letter_with_marks_is_the_letter_and_its_marks(letter, marks):
    assert sum(stroke.after for stroke in written(letter).strokes) == marks


@pytest.mark.parametrize("word", ["Дмитрий", "€100", "A&B", "“so”", "1.000,–", "…"])
def test_signs_that_have_no_movement_come_from_the_font(word):
    assert len(written(word).strokes) >= len(word)


@pytest.mark.parametrize("spec", RUNNING, ids=lambda spec: spec.name)
def test_letters_stand_in_their_order(spec):
    word = written("nonon", replace(spec.temper, joins=0.0))
    middles = [stroke.points[:, 0].mean() for stroke in word.strokes]
    assert middles == sorted(middles)


def test_forms_that_there_are_not_are_named():
    with pytest.raises(BadValue, match="there are no letters “copperplate”"):
        HandSpec(name="x", font=SIGNS, letters="copperplate")
    with pytest.raises(BadValue, match="“f” has no form “lop”") as caught:
        HandSpec(name="x", font=SIGNS, letters="running", forms={"f": "usual lop"})
    assert caught.value.remedy == "Did you mean “loop”?"


@pytest.mark.parametrize("spec", RUNNING, ids=lambda spec: spec.name)
def test_an_apostrophe_stands_between_two_letters_and_not_above_one(spec):
    """“won’t” must not become “wónt”: its mark begins beyond the letters before it."""
    temper = spec.temper
    for number in range(6):
        word = written("on’", temper, str(number))
        mark = max((one.points for one in word.strokes), key=lambda points: points[:, 1].min())
        before = max(float(one.points[:, 0].max()) for one in word.strokes if one.points is not mark)
        assert float(mark[:, 0].mean()) > before - 0.2


@pytest.mark.parametrize("spec", RUNNING, ids=lambda spec: spec.name)
def test_the_letter_behind_an_apostrophe_leaves_it_its_room(spec):
    """An s below the mark of “it’s” would have an accent."""
    calm = replace(spec.temper, wander=0.2, slips=0.0, slant=0.0)
    for number in range(4):
        mark, *_, behind = sorted(
            (one.points for one in written("’s", calm, str(number)).strokes), key=lambda points: -points[:, 1].min()
        )
        assert behind[:, 0].min() - mark[:, 0].max() > 0.1


@pytest.mark.parametrize("spec", RUNNING, ids=lambda spec: spec.name)
def test_a_hyphen_stands_behind_the_arm_of_an_r_and_not_below_it(spec):
    calm = replace(spec.temper, wander=0.2, slips=0.0)
    for number in range(4):
        *before, hyphen = (one.points for one in written("r-", calm, str(number)).strokes)
        assert hyphen[:, 0].min() > max(float(one[:, 0].max()) for one in before)


@pytest.mark.parametrize("spec", RUNNING, ids=lambda spec: spec.name)
def test_an_r_stands_off_the_bar_of_an_f(spec):
    """Where they meet, “Friday” begins with an H."""
    calm = replace(spec.temper, wander=0.2, slips=0.0)
    strokes = written("Fr", calm).strokes
    low = min((one.points for one in strokes if one.after), key=lambda bar: bar[:, 1].max())
    r = max((one.points for one in strokes if not one.after), key=lambda line: line[:, 0].max())
    assert np.hypot(*(low[:, None] - r[None]).transpose(2, 0, 1)).min() > calm.pen / 2
