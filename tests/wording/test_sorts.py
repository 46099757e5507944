"""What a story is of, by its own words: which of our sorts is the nearest, and what is caught for answers."""

from pathlib import Path

import pytest
from our_library import LIBRARY
from said_of_things import phrasebook_of

from notes.problems import Place
from notes.wording import read_wordings
from notes.wording.stories.looking import Sorts, sorts_of
from notes.wording.stories.sorts import Known, Sort, is_phrase

KNOWN = Known(frozenset(["Pilgrim", "Tater", "Duke"]), frozenset(["Eli"]))


@pytest.mark.parametrize(
    ("story", "sort"),
    [
        ("Batch nine made your brother-in-law leave the table.", "somebody left"),
        ("The crocodile is the hard part.", "the hard part"),
        ("Your grandson Theo, five, counted the stones: 412.", "counted by somebody"),
        ("The judge let Eli bang the gavel, and he asked to do it again.", "to do it again"),
        ("You tossed a coin at every crossroads, and ended up in Muncie.", "by chance"),
        ("Pilgrim opens gates.", "an animal gets out"),
        ("Your dog Hector buries slippers under the roses.", "an animal digs"),
        ("Sarge, your horse, walked past the tractor and shied at the barn cat.", "an animal takes fright"),
        ("Forty-one ring pulls and a thimble so far.", "so far"),
        ("You came in last, after dark.", "last over the line"),
        ("The fifth ran into you while you were parked at church.", "ran into you"),
        ("It began to tick when I picked it up.", "came back to life"),
        ("Cleo, seven, comes down it to breakfast.", "what a child does"),
        ("Roscoe still knocks.", "goes on doing it"),
        ("Your pickup reached 300,000 miles in August.", "an old engine"),
        ("You lost a wellington in the mud.", "a boot in the mud"),
        ("The sellers left a jukebox in the basement. It plays one song.", "plays one song"),
        ("You have a sourdough starter named Gladys.", "gave it a name"),
        ("You swim in the sea all year.", "into cold water"),
        ("You walk to the river and back every morning.", "in all weathers"),
        ("You bowl on Wednesdays. You sing in the choir on Fridays.", "a day of the week"),
        ("You come to our class on Tuesdays with your mat.", "our day of the week"),
        ("You passed at the sixth try.", "after so many tries"),
        ("On Thursdays you take library books to people who can’t get out.", "for others"),
        ("You watched it all from a deckchair.", "watched me work"),
        ("You play cribbage every night.", "a game for two"),
        ("Emil’s sole came off, and your father tied it on with fishing line.", "tied up with string"),
        ("You’re building a canoe in the garage.", "under way"),
        ("The beard is your own.", "anything"),
    ],
)
def test_the_nearest_sort_of_a_story(story: str, sort: str) -> None:
    sentences = [f"{one}." for one in story.rstrip(".").split(". ")]
    assert sorts_of(sentences, LIBRARY.phrasebook.of_stories, KNOWN)[0].sort.name == sort


@pytest.mark.parametrize(
    ("phrase", "sentence", "caught"),
    [
        ("<animal> … ate", "Tater, your hound, ate it.", {"animal": "Tater", "animal's": "Tater’s"}),
        ("<animal> … ate", "Rex, your dog, ate it.", {"animal": "Rex", "animal's": "Rex’s"}),
        ("<animal> … ate", "Your old dog ate it.", {"animal": "the dog", "animal's": "the dog’s"}),
        ("<animal> … ate", "Your dog, Pickles, ate it.", {"animal": "Pickles", "animal's": "Pickles’s"}),
        ("<animal> … ate", "Norbert ate it.", None),  # nobody says that he is an animal
        ("<child> ~ (ate|hid)", "Your son hid it.", {"who": "your son", "who's": "your son’s"}),
        ("<child> ~ (ate|hid)", "Eli politely hid it.", {"who": "Eli", "who's": "Eli’s"}),
        ("<child> ~ (ate|hid)", "Your twins hid it.", None),  # an answer is of one
        ("<who> won", "The judge won.", {"who": "the judge", "who's": "the judge’s"}),
        ("<who> won", "Once won, it was yours.", None),
        ("<who> says", "In L’Eau Claire says nothing.", None),  # half a name
        ("<who> says", "Eau Claire says nothing.", None),
        ("<who> says", "Aunt Lucille says nothing.", {"who": "Lucille", "who's": "Lucille’s"}),
        ("<it> is broken", "A crocodile is broken.", {"it": "the crocodile"}),
        ("<it> is broken", "Your piano is broken.", {"it": "your piano"}),
        ("every <weekday>", "You row every Friday.", {"weekday": "Friday"}),
        (
            "<number> <things>",
            "Nine pulls.",
            {"number": "nine", "next": "tenth", "more": "ten", "things": "pulls", "piece": "pull"},
        ),
        ("<number> <things>", "You have 282 hills.", {"number": "282", "things": "hills", "piece": "hill"}),
        ("<what=tuba|french horn>", "You play the French horn.", {"what": "French horn"}),
        ("bring <what> in", "You bring ripe plums in.", {"what": "ripe plums"}),
        ("(came|come) (in)? last", "You came last.", {}),
        ("(came|come) (in)? last", "You came in last.", {}),
        ("you ~ (sang|took the (_)? train)", "You took the night train.", {}),
        ("you said … “", "You said, as ever, “No.”", {}),
        ("abseil*", "You abseiled down.", {}),
    ],
)  # fmt: skip
def test_what_a_phrase_catches(phrase: str, sentence: str, caught: dict[str, str] | None) -> None:
    found = sorts_of([sentence], Sorts([Sort("x", (phrase,), (), ())]), KNOWN)
    assert (found[0].caught if found else None) == caught


def test_he_is_the_animal_of_the_sentence_before() -> None:
    lay = Sort("lay", ("<animal> lay",), (), ())
    assert sorts_of(["I measured Duke.", "He lay down."], Sorts([lay]), KNOWN)[0].caught["animal"] == "Duke"
    assert sorts_of(["I measured Tom.", "He lay down."], Sorts([lay]), KNOWN) == []


def test_what_is_of_no_sort_for_a_word() -> None:
    play = Sort("play", ("you play",), ("play fair",), ())
    assert sorts_of(["You play."], Sorts([play]), KNOWN) and not sorts_of(["You play fair."], Sorts([play]), KNOWN)


def test_of_which_sentence_a_story_is_of_a_sort() -> None:
    one, other = Sort("one", ("first",), (), ()), Sort("other", ("second",), (), ())
    found = sorts_of(["The first thing.", "The second thing."], Sorts([one, other]), KNOWN)
    assert [(each.sort.name, each.is_last) for each in found] == [("other", True), ("one", False)]


def test_a_later_file_adds_to_a_sort() -> None:
    book = phrasebook_of(
        {"answers": "= gone\nfinds: went\n* Where?\n= gone\nfinds: left; away\nnot: left over\n* Why?"}
    )
    (gone,) = book.sorts
    assert (gone.finds, gone.never) == (("went", "left", "away"), ("left over",))
    assert [one.text for one in gone.answers] == ["Where?", "Why?"]


def test_a_phrase_that_cannot_be_looked_for(tmp_path: Path) -> None:
    (tmp_path / "answers.txt").write_text("= gone\nfinds: (went|left; away\n* Where?", encoding="utf-8")
    library, problems = read_wordings([tmp_path])
    assert library.phrasebook.sorts[0].finds == ("away",)
    assert [(one.place, one.message) for one in problems] == [
        (Place("templates/answers.txt", row=1), "“(went|left” cannot be looked for.")
    ]


def test_every_phrase_of_ours_can_be_looked_for_and_every_sort_has_answers() -> None:
    sorts = LIBRARY.phrasebook.sorts
    assert [phrase for sort in sorts for phrase in (*sort.finds, *sort.never) if not is_phrase(phrase)] == []
    assert [sort.name for sort in sorts if len(sort.answers) < 3 or not sort.finds] == []
