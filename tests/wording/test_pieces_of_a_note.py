"""The pieces of a note beside each other: what is early or general, what is said again, and what goes together."""

from types import SimpleNamespace
from typing import Any

import pytest

from notes.problems import Place
from notes.wording.details import Detail, Owner, Who
from notes.wording.passages import Passage, passage
from notes.wording.plans.beside import go_together, in_order, is_of_the_day_alone, is_on_one
from notes.wording.plans.judging import (
    ALIKE,
    ALL_OF_ME,
    TWICE,
    WISHES,
    _is_early,
    _manner,
    _monotony,
    _repeats,
    _said_again,
)
from notes.wording.plans.pieces import Built, Said
from notes.wording.plans.remarks import Source


def made(text: str) -> Passage:
    return passage("x", text, Place("t.txt"))


OURS, END, REASON, OPEN = made("X."), made("end: X."), made("reason: X."), made("open: X.")
ROSES = Detail(said="old roses", phrase="old roses", column="likes")
MATTER = Detail(said="the degree", phrase="the degree", column="about", of_card=True)
MIA = Detail(said="chess", phrase="chess", owner=Owner.CHILD, who=Who(Owner.CHILD, ("Mia",)), column="notes")


def said(text: str = "X.", ours: Passage | None = OURS, *details: Detail, facts: str = "") -> Said:
    return Said(text, ours, details, facts=frozenset(facts.split()))


PLAIN, ABOUT = said(), said("X.", OURS, ROSES)


def test_something_of_the_person_stands_in_the_first_two_pieces() -> None:
    assert [_is_early(pieces) for pieces in ([ABOUT], [PLAIN, ABOUT], [PLAIN, PLAIN, ABOUT], [PLAIN])] == [
        True, True, False, False,
    ]  # fmt: skip
    assert _is_early([PLAIN, said(facts="years")])


@pytest.mark.parametrize(
    ("piece", "is_general"),
    [
        (said(ours=END), True),
        (said(ours=REASON), True),
        (said(ours=OPEN), False),
        (said(), False),
        (said("X.", END, ROSES), False),
        (said(ours=END, facts="since years"), True),
        (said(ours=END, facts="since town"), False),
        (said(ours=None), False),
    ],
)
def test_what_could_go_to_anybody(piece: Said, is_general: bool) -> None:
    assert piece.is_general is is_general


@pytest.mark.parametrize(
    ("piece", "is_beside"),
    [
        (ABOUT, True),
        (PLAIN, False),
        (said("X.", OURS, MATTER), False),
        (said("X.", OURS, ROSES, MATTER), False),
        (said("X.", OPEN, ROSES), False),
        (said("X.", made("for thanks: X."), ROSES), False),
        (said("X.", None, ROSES), False),
    ],
)
def test_what_has_nothing_to_do_with_what_the_card_is_for(piece: Said, is_beside: bool) -> None:
    assert piece.is_beside_the_matter is is_beside


@pytest.mark.parametrize(
    ("texts", "again"),
    [
        (["Old roses.", "More."], 0),
        (["Old roses.", "My old roses."], 1),
        (["Mia.", "Mia."], 0),
        (["Mia.", "Mia.", "Mia."], 1),
        (["Mia and old roses.", "Mia’s old roses.", "Mia."], 2),
        (["Chess.", "Chess.", "Chess."], 0),  # a word is no name, and may come again
    ],
)
def test_what_is_named_by_the_same_words_again(texts: list[str], again: int) -> None:
    assert _said_again(Built("A", tuple(said(text, OURS, ROSES, MIA) for text in texts))) == again


def test_a_word_is_taken_up_by_another_piece_but_not_by_a_tail() -> None:
    other = made("Y.")
    window, garden = "The window sings.", "A window in the garden."
    assert _repeats([said(window), said(garden, other)]) == 1
    assert _repeats([said(window), said(garden)]) == 0
    assert _repeats([said(window), said(garden, other), said("Garden, window.", other)]) == 3
    assert _repeats([said("Do sit.", other), said("Do sit.", OURS)]) == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Happy birthday, and thank you.", {"happy bi", "thank"}),
        ("Congratulations! I congratulate.", {"congratu"}),
        ("A thank-you. Thanks.", {"thank"}),
        ("Welcome. Well done. Sorry.", {"welcome", "well don", "sorry"}),
        ("Hello.", set()),
    ],
)
def test_what_says_the_occasion(text: str, words: set[str]) -> None:
    assert _manner(text).of_the_occasion == words


@pytest.mark.parametrize(
    ("texts", "points"),
    [
        (["Some may sit.", "All may sing."], 0.0),
        (["Some may sit.", "Some may sing."], ALIKE),
        (["Some may sit. Some may sing. Some may go."], 2 * ALIKE),
        (["I hope so.", "May it be."], WISHES),
        (["I hope so."], 0.0),
        (["I sit.", "We sing."], 0.0),
        (["I sit.", "We sing.", "I go."], ALL_OF_ME),
        (["Thank you.", "All my thanks."], TWICE),
        (["X.", "And so on."], 0.6 * TWICE),
        (["And so on.", "X."], 0.0),
        (["X.", "Oh, well."], 0.6 * TWICE),
    ],
)
def test_what_speaks_against_sentences_that_are_alike(texts: list[str], points: float) -> None:
    assert _monotony(Built("A", tuple(map(said, texts)))) == pytest.approx(points)


def test_the_years_are_counted_once() -> None:
    counted = [said("X.", facts="years"), said("Y.", facts="years-th"), said("Z.", facts="since")]
    assert _monotony(Built("A", tuple(counted))) == pytest.approx(TWICE)


def remark(source: Source, asks: bool = False, *subjects: str, text: str = "X.", details: int = 1) -> Any:
    return SimpleNamespace(
        source=source, passage=SimpleNamespace(asks=asks), subjects=frozenset(subjects), details=[ROSES] * details,
        fit=SimpleNamespace(lead=lambda: text), is_in_passing=False,
    )  # fmt: skip


def test_who_is_near_comes_last_and_a_question_behind_what_is_said() -> None:
    near, asks, tells = remark(Source.NEAR), remark(Source.TOPIC, True), remark(Source.TOPIC)
    assert in_order((near, asks)) == (asks, near)
    assert in_order((asks, tells)) == (tells, asks)
    assert in_order((tells, near)) == (tells, near)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (remark(Source.TOPIC, True, "a"), remark(Source.TOPIC, True, "b"), False),
        (remark(Source.TOPIC, True, "a"), remark(Source.TOPIC, False, "b"), True),
        (remark(Source.TOPIC, False, "a"), remark(Source.TOPIC, False, "a"), False),
        (remark(Source.PAIR, False, "a", "b"), remark(Source.TOPIC, False, "b"), False),
        (remark(Source.NEAR, False, "a"), remark(Source.TOPIC, False, "b"), True),
        (remark(Source.NEAR, False, "a"), remark(Source.NEAR, False, "b"), True),
    ],
)
def test_what_goes_together(one: Any, other: Any, together: bool) -> None:
    assert go_together((one, other)) is together


def test_of_three_who_are_near_may_not_be_two_beside_a_thing() -> None:
    near = [remark(Source.NEAR, False, name) for name in "abc"]
    assert go_together(tuple(near))
    assert not go_together((*near[:2], remark(Source.TOPIC, False, "d")))


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (remark(Source.TOPIC), True),
        (remark(Source.OCCASION), True),
        (remark(Source.BRIDGE), True),
        (remark(Source.FACT), True),
        (remark(Source.KIND), False),
        (remark(Source.NEAR), False),
        (remark(Source.TOPIC, details=2), False),
        (remark(Source.TOPIC, text="Play. Happy birthday!"), False),
        (remark(Source.TOPIC, text="Happy birthday! Play."), True),
    ],
)
def test_what_the_next_sentence_may_take_up(one: Any, expected: bool) -> None:
    assert is_on_one(one) is expected


def test_what_is_true_on_one_day_only() -> None:
    texts = ("on: X.", "on, after: X.", "X.", "before: X.")
    assert [is_of_the_day_alone(made(text)) for text in texts] == [True, False, False, False]
