"""Keepsakes: the small thing that a jotting leaves in the mind, and the last word to somebody near."""

import pytest

from notes.problems import Place
from notes.wording.details.addressing import You
from notes.wording.details.clauses import clauses
from notes.wording.plans.building import build
from notes.wording.stories.cast import Cast
from notes.wording.stories.jots import jots_of
from notes.wording.stories.keepsakes import keepsakes_of
from notes.wording.stories.ways import ways_of
from tests.our_library import LIBRARY
from tests.wording.cards import card_of


def kept(text: str) -> list[tuple[str, str]]:
    jots = jots_of(text, Cast(), "notes", Place("x"))
    return [(one.kind, one.one or one.it) for jot in jots if len(jot.said) == 1 for one in keepsakes_of(jot)]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("eats cereal w/ a soup ladle", ("a tool", "a soup ladle")),
        ("saw 19 barns before this one", ("so many", "nineteen barns")),
        ("hauled in a 90 lb turnip at the show", ("so big", "a ninety-pound turnip")),
        ("grew a 412 lb pumpkin, could not lift it", ("so big", "a 412-pound pumpkin")),
        ("brought us 6 jars plum butter", ("a thing", "six jars of plum butter")),
        ("found on a pile of wool coats", ("a thing", "a pile of wool coats")),
        ("went out in her opera gloves", ("to wear", "opera gloves")),
        ("says stairs are “somebody else’s hobby”", ("a saying", "“somebody else’s hobby”")),
        ("planted river birch Apr, she named it Gerald", ("a name", "Gerald")),
        ("giant pumpkin Beatrice, 212 lb", ("a name", "a giant pumpkin")),
        ("plays bass in a band, The Wet Socks", ("a name", "the Wet Socks")),
        ("still drives the old Ford, calls her Betsy", ("a name", "Betsy")),
        ("built a twelve-room purple martin house", ("a thing", "a twelve-room purple martin house")),
        ("first handstand landed in the rubber plant", ("a thing", "a rubber plant")),
        ("galoshes, gumdrops", ("to wear", "galoshes")),
        ("galoshes, gumdrops", ("to eat", "gumdrops")),
        ("collects doorknobs (212)", ("so many", "212 doorknobs")),
        ("crooked pear he & his dad planted", ("a plant", "a crooked pear")),
        ("man in a lobster suit outran her", ("a thing", "a lobster suit")),  # not hers to wear
        ("his brother has a red tractor", ("a thing", "a red tractor")),
        ("'58 Bronco named Priscilla", ("a name", "Priscilla")),
    ],
)
def test_what_a_jotting_leaves(text: str, left: tuple[str, str]) -> None:
    assert left in kept(text)


@pytest.mark.parametrize(
    "text",
    [
        "never uses the bread knife",  # what is denied is not theirs
        "needs a knee brace and 3 pills",
        "lost his fishing buddy Al in May",  # a sorrow
        "has 2 kids, 3 dogs",  # no wonder for their number
        "wasps nest by the shed, careful",
        "gate code 4471",
        "we planted 6 blueberry bushes for her",  # ours
        "called Bob about the fence",
        "son named Theo",
        "saw the musical Evita",
        "quit smoking, whiskey on Fridays",
        "needs 4 new tires",
        "call re: piano tuning",
    ],
)
def test_nothing_is_kept_of_what_is_sore_or_plain(text: str) -> None:
    assert kept(text) == []


@pytest.mark.parametrize(
    ("text", "called", "text_left"),
    [
        ("Tess (wife) not so sure", "Tess", "not so sure"),
        ("Bramble (whippet) on the good sofa", "Bramble", "whippet on the good sofa"),
        ("Ned & Flo (twins) started school", "Ned and Flo", "started school"),
    ],
)
def test_whom_an_aside_explains(text: str, called: str, text_left: str) -> None:
    clause = clauses(text)[0]
    assert clause.who is not None
    assert (clause.who.called, clause.text) == (called, text_left)


def ends(**cells: str) -> set[str]:
    """How the best notes of ten cards end."""
    cards = (card_of(pet="Bramble (whippet)", seed=seed, **cells) for seed in range(10))
    return {build(card, LIBRARY.phrasebook)[0].pieces[-1].text for card in cards}


def test_a_note_that_has_not_spoken_of_the_dog_ends_with_a_word_to_it() -> None:
    assert any("Bramble" in end for end in ends(notes="eats cereal w/ a soup ladle"))


def test_the_persons_own_sentence_stands_last_all_the_same() -> None:
    assert ends(notes="eats cereal w/ a soup ladle", say_this="See you on the ice.") == {"See you on the ice."}


def test_nobody_is_greeted_where_somebody_is_ill() -> None:
    built = build(card_of("get-well", pet="Bramble (whippet)"), LIBRARY.phrasebook)
    regards = {passage.key for passage in LIBRARY.phrasebook.near_ones("any")}
    assert built
    assert regards.isdisjoint(key for one in built for key in one.passages)


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("feeds the crows before breakfast", [("a habit", "feeding the crows before breakfast")]),
        ("painted waiting rm 3x this yr", [("a deed", "painted the waiting room three times")]),
        ("1st recital, music stand fell over", [("a mishap", "the music stand fell over")]),
        ("rolled off the wagon on the way", []),  # nobody did
        ("stung 6 times in one day", []),  # was done to them
        ("lost the ladle in the lake", []),  # nothing to be proud of
        ("wants to see a puffin", []),
    ],
)
def test_what_somebody_does_and_what_befalls_a_thing(text: str, ways: list[tuple[str, str]]) -> None:
    jots = jots_of(text, Cast(), "notes", Place("x"))
    found = [one for jot in jots if len(jot.said) == 1 for one in ways_of(jot)]
    assert [(one.kind, one.words.get("doing") or one.words.get("did") or one.words["clause"]) for one in found] == ways


@pytest.mark.parametrize(("several", "found"), [(True, ["bickering over the oars"]), (False, [])])
def test_what_two_people_do_is_no_order_of_the_office(several: bool, found: list[str]) -> None:
    cast = Cast(You(several=several, names=("Ada", "Roy") if several else ("Ada",)))
    jots = jots_of("bicker over the oars", cast, "notes", Place("x"))
    assert [one.words["doing"] for jot in jots for one in ways_of(jot)] == found


def test_a_second_thing_is_said_in_passing_behind_the_first() -> None:
    for seed in range(4):
        best = build(card_of(notes="eats cereal w/ a soup ladle. galoshes", seed=seed), LIBRARY.phrasebook)[0]
        first, last = (next(one for one in best.pieces if word in one.text) for word in ("ladle", "galoshes"))
        assert best.pieces.index(first) < best.pieces.index(last)
        assert last.passage is not None
        assert "end" in last.passage.terms.positions


def test_what_two_remarks_leave_is_remembered_together() -> None:
    notes = [
        build(card_of(notes="eats cereal w/ a soup ladle. saw 19 barns", seed=seed), LIBRARY.phrasebook)[0].text
        for seed in range(4)
    ]
    assert all("soup ladle" in one and "nineteen barns" in one.casefold() for one in notes)
