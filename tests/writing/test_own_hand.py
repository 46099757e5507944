"""A person's own hand is a file: it is found by its name, written with, and signs as its owner does."""

import zlib
from dataclasses import dataclass, replace

import numpy as np
import pytest

from notes.problems import BadValue
from notes.writing import open_hand, read_hands
from notes.writing.drawn import Drawn
from notes.writing.own_hand import Copy, Manner, OwnHand
from notes.writing.strokes.alphabet import Alphabet, PenStroke
from notes.writing.strokes.composing import Speller
from notes.writing.strokes.lettering import write_word
from notes.writing.strokes.temper import Temper

MANNER = Manner(x_height=2.5, pen=0.4, word_gap=1.7, pitch=3.6, joins=0.3, lean=0.1)
SIGNATURE = Drawn(np.array([[1, 0, 1], [1, 1, 1]], dtype=bool), 0.8)


def stem(height: float) -> tuple[PenStroke, ...]:
    points = np.array([(0.2, height), (0.1, height / 2), (0.0, 0.0)])
    return (PenStroke(points, np.full(3, 0.08)),)


def own(letters: str, **more: tuple[float, ...]) -> OwnHand:
    copies = {one: tuple(Copy(number, stem(1 + 0.1 * number)) for number in (1, 2, 3)) for one in letters}
    copies |= {word: tuple(Copy(at, stem(high)) for at, high in enumerate(some, 1)) for word, some in more.items()}
    return OwnHand(letters=copies, manner=MANNER, signatures=(SIGNATURE,), signs="Maud")


@dataclass(frozen=True)
class Letter:
    salutation: str = "no"
    paragraphs: tuple[str, ...] = ("on no on",)
    closing: str = ""
    signature: str = "Maud"


def test_a_hand_is_kept_with_all_that_was_measured() -> None:
    hand = own("no", the=(2.0,))
    again = OwnHand.from_bytes(hand.to_bytes())
    assert again.manner == MANNER and again.signs == "Maud"
    assert again.names == ["n-1", "n-2", "n-3", "o-1", "o-2", "o-3", "the-1"]
    (kept,) = again.signatures
    assert (kept.picture == SIGNATURE.picture).all() and kept.pixels == 0.8
    assert np.allclose(again.letters["o"][1].form[0].points[0], (0.2, 1.2), atol=0.01)


def test_a_copy_is_left_out_and_taken_back() -> None:
    hand = own("no").without(["n-2", "o-1"])
    assert hand.left_out == ["n-2", "o-1"]
    assert [len(forms) for forms in hand.alphabet.forms.values()] == [2, 2]
    assert hand.without([]).left_out == []


@pytest.mark.parametrize(
    ("names", "told"), [(["n-9"], "no copy “n-9”"), (["n-1", "n-2", "n-3"], "no “n” would be left")]
)
def test_what_cannot_be_left_out_is_told(names: list[str], told: str) -> None:
    with pytest.raises(BadValue, match=told):
        own("no").without(names)


@pytest.mark.parametrize("data", [b"", b"nothing", zlib.compress(b"{}"), zlib.compress(b"[1]")])
def test_a_file_that_is_no_hand_is_told(tmp_path, data: bytes) -> None:
    (tmp_path / "maud.hand").write_bytes(data)
    hands, (problem,) = read_hands(None, tmp_path)
    assert "maud" not in hands and problem.place.file == "hands/maud.hand"
    assert problem.message == "this file holds no hand."


def test_a_hand_writes_cards_and_signs_in_turns(tmp_path, own_cache) -> None:
    wider = replace(SIGNATURE, picture=np.ones((2, 5), dtype=bool))
    hand = replace(own("noMaud.,"), signatures=(SIGNATURE, wider))
    (tmp_path / "maud.hand").write_bytes(hand.to_bytes())
    opened = open_hand("maud", own_cache, read_hands(None, tmp_path)[0])
    assert opened.spec.word_space == 1.7 and opened.spec.pitch == 3.6
    written = [opened.write(Letter(), 300, 300, f"card {number}") for number in range(8)]
    assert all(one.lines == ("no", "on no on", "Maud") for one in written)
    signed = {mark for one in written for mark in one.runs[-1].marks if isinstance(mark, str)}
    inked = [one for one in signed if opened.takes.word(one)]
    assert len(inked) == 2


def test_letters_that_were_written_as_one_are_used_so() -> None:
    hand = own("then", the=(2.4,))
    temper = Temper(own=True, wander=0.0)
    speller = Speller(hand.alphabet)
    tops = {
        max(float(one.points[:, 1].max()) for one in write_word(speller, temper, "then", f"maud/{at}").strokes)
        for at in range(8)
    }
    assert max(tops) > 2.3 and min(tops) < 1.4
    plain = Speller(Alphabet({letter: forms for letter, forms in hand.alphabet.forms.items() if len(letter) == 1}))
    assert max(float(one.points[:, 1].max()) for one in write_word(plain, temper, "then", "maud/0").strokes) < 1.4


def test_each_copy_comes_before_one_comes_again() -> None:
    calm = Temper(own=True, wander=0.0, joins=0.0, bounce=0.0)
    word = write_word(Speller(own("o").alphabet), calm, "ooo", "maud/1")
    assert sorted(round(float(one.points[:, 1].max()), 1) for one in word.strokes) == [1.1, 1.2, 1.3]
