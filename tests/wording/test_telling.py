"""What stands around a story on a card: the occasion before it or behind it, and nothing that it does not need."""

from dataclasses import replace

import pytest
from cards import card_of
from said_of_things import phrasebook_of

from notes.problems import Place
from notes.wording.plans.building import build
from notes.wording.plans.memory import Memory
from notes.wording.stories import Story

LINES = "* open: Happy birthday!\n* mid: All the best."
FRAMES = """
= birthday
* open: Happy birthday{, name}.
* open, of a saying: Happy birthday, and say it again.
* end: I think of it often.
* end, says occasion: Happy birthday{, name}.
"""
STORY = Story(
    sentences=("You spoke once.", "You said “There,” and pointed."),
    said="spoke once; said “There,” and pointed",
    clauses=("spoke once", "said “There,” and pointed"),
    ends=(2, 1),
    column="told_us",
    place=Place("c.xlsx", "Customers", 2, "Told us"),
)


def notes_with(story: Story, frames: str = FRAMES, memory: Memory | None = None) -> list[str]:
    book = phrasebook_of({"birthday/lines": LINES, "stories": frames})
    card = replace(card_of(memory=memory), stories=(story,))
    return [f"{one.plan}: {' | '.join(piece.text for piece in one.pieces)}" for one in build(card, book)]


def test_a_story_stands_between_the_occasion_and_a_few_words_or_before_the_occasion() -> None:
    assert sorted(notes_with(replace(STORY, ends=(2,)))) == [
        "B: Happy birthday!",
        "P: You spoke once. You said “There,” and pointed. | All the best.",
        "Q: You spoke once. You said “There,” and pointed. | Happy birthday, Rosa.",
        "R: Happy birthday! | You spoke once. You said “There,” and pointed.",
        "R: Happy birthday! | You spoke once. You said “There,” and pointed. | I think of it often.",
        "R: Happy birthday, Rosa. | You spoke once. You said “There,” and pointed.",
        "R: Happy birthday, Rosa. | You spoke once. You said “There,” and pointed. | I think of it often.",
    ]


def test_a_story_may_stop_where_it_is_whole() -> None:
    assert "P: You spoke once. | All the best." in notes_with(STORY)


def test_the_whole_story_comes_first() -> None:
    assert "You said “There,” and pointed." in notes_with(STORY)[0]


def test_a_frame_for_a_saying_is_for_a_story_with_one() -> None:
    of_a_saying = notes_with(replace(STORY, tells=frozenset(["of a saying"])))
    assert any("say it again" in note for note in of_a_saying)
    assert not any("say it again" in note for note in notes_with(STORY))


@pytest.mark.parametrize("frames", ["", "= years\n* open: {Years} years!"])
def test_no_story_is_told_where_nothing_is_to_stand_around_it(frames: str) -> None:
    assert notes_with(STORY, frames) == ["B: Happy birthday!"]


def test_a_story_is_told_once() -> None:
    told_before = Memory(mentions={STORY.key: 50})
    assert notes_with(STORY, memory=told_before) == ["B: Happy birthday!"]


def test_the_history_knows_a_story_by_how_it_begins_in_the_cell() -> None:
    longer = replace(STORY, said=f"{STORY.said}; I had missed a bit; it was the skirting; the whole of it")
    assert (
        replace(longer, said=f"{longer.said}; in the hall").key
        == longer.key
        == ("story: spoke once; said “there,” and pointed; i had")
    )


def test_two_short_stories_of_two_cells_are_told_together() -> None:
    other = Story(sentences=("You sew.",), said="sews", clauses=("sews",), ends=(1,), column="likes")
    book = phrasebook_of({"birthday/lines": LINES, "stories": FRAMES})
    card = replace(card_of(), stories=(replace(STORY, ends=(2,)), other))
    both = [one for one in build(card, book) if "You spoke" in one.text and "You sew" in one.text]
    assert {one.plan for one in both} == {"P", "Q", "R"}
    assert {STORY.key, other.key} <= set(both[0].mentions)  # neither is told again


@pytest.mark.parametrize(
    "second", [{"column": "told_us"}, {"sentences": ("You sew, " + "and sew, " * 12 + "and sew.",)}]
)
def test_stories_of_one_cell_and_long_ones_are_told_alone(second: dict[str, object]) -> None:
    other = replace(Story(sentences=("You sew.",), said="sews", ends=(1,), column="likes"), **second)  # type: ignore[arg-type]
    book = phrasebook_of({"birthday/lines": LINES, "stories": FRAMES})
    notes = build(replace(card_of(), stories=(STORY, other)), book)
    assert not any("You spoke" in one.text and "You sew" in one.text for one in notes)
