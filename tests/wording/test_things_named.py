"""What a jotting names rather than says: things, what somebody has or is, and the articles that it leaves out."""

import pytest
from test_predicates import said

from notes.wording.details.noun_phrases import with_articles, with_day
from notes.wording.details.statement import Form
from notes.wording.details.things import being, having, noun
from notes.wording.details.verbs import is_finite, is_verbal, is_weak, leads_on, parted, undertaken, undertaking

NOUNS = """
old maps                                | thing (old maps) several
Old maps                                | thing (old maps) several
a map                                   | thing (a map)
treadmill                               | thing (the treadmill)
bread                                   | thing (bread)
show tunes                              | thing (show tunes) several
hat for a cat                           | thing (the hat for a cat)
hats for cats                           | thing (hats for cats) several
his hat                                 | thing (his hat)
blue and white china                    | thing (the blue and white china)
first edition                           | thing (the first edition)
1962 Airstream                          | thing (the 1962 Airstream)
’72 Triumph                             | thing (the ’72 Triumph)
Boston Marathon                         | thing (Boston Marathon)
Long Trail                              | thing (the Long Trail)
Trail                                   | thing (Trail)
cat ’Miso’                              | thing (Miso the cat)
the old cat, ’Miso’                     | thing (Miso the old cat)
roses every spring                      | regular (roses every spring) several
Tuesday choir                           | regular (the Tuesday choir)
a shoebox every March                   | regular (a shoebox every March)
every March                             | -
Tuesdays                                | -
thirty years of baking bread            | thing (thirty years of baking bread)
three months sailing round Fife         | thing (three months of sailing round Fife)
twenty years mill counter               | thing (twenty years at the mill counter)
twenty years at the mill                | thing (twenty years at the mill)
six hens                                | has [six hens] (the six hens) several
two sons                                | has [two sons] (your two sons) several
the hens                                | thing (the hens) several
four kinds of apple grafted on one tree | has [four kinds of apple grafted on one tree] \
(four kinds of apple grafted on one tree) several
2 dogs                                  | -
5 am swim                               | -
back door                               | -
fan of opera                            | -
the                                     | -
"""
BEINGS = """
usher                          | is (an usher)
an usher for thirty years      | is (an usher) for thirty years
retired vicar, forty years now | is (a retired vicar) for forty years
the mayor                      | -
the mayor of Troy              | is (a mayor of Troy)
opera fan                      | is (an opera fan)
Navy nurse                     | -
Navy veteran                   | is (a Navy veteran)
ER nurse                       | is (an ER nurse)
Zumba teacher                  | -
bellringer St Wilfrid’s        | is (a bellringer at St Wilfrid’s)
crossing guard at Lincoln      | is (the crossing guard at Lincoln)
Senior Warden at St Ann        | is (the senior Warden at St Ann)
judge sweet peas               | -
hat                            | -
"""
HAVINGS = """
six hens           | has [six hens] (the six hens) several
hen                | has [a hen] (the hen)
the hen            | has [a hen] (the hen)
a new roof         | has [a new roof] (the new roof)
old maps           | has [old maps] (the old maps) several
an owl named Hoot  | has [an owl named Hoot] (the owl named Hoot)
broken leg         | -
no car             | -
a                  | -
"""


def lines(text: str) -> list[list[str]]:
    return [[part.strip() for part in line.split(" | ")] for line in text.strip().splitlines()]


@pytest.mark.parametrize(("text", "thing"), lines(NOUNS))
def test_what_a_jotting_names(text: str, thing: str) -> None:
    assert said(noun(text)) == thing


@pytest.mark.parametrize(("text", "role"), lines(BEINGS))
def test_what_somebody_is(text: str, role: str) -> None:
    found = being(text.split())
    assert said(found) + (f" for {found.aside}" if found and found.aside else "") == role


@pytest.mark.parametrize(("text", "has"), lines(HAVINGS))
def test_what_somebody_has(text: str, has: str) -> None:
    assert said(having(text.split())) == has


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("on treadmill", "on the treadmill"),
        ("to dad’s", "to your dad’s"),
        ("dad’s boat", "your dad’s boat"),
        ("for grandkids", "for your grandkids"),
        ("to walk dog", "to walk dog"),
        ("with old friend", "with the old friend"),
        ("anything for cat", "anything for cat"),
        ("as nurse", "as nurse"),
        ("of cat", "of cat"),
        ("and hat", "and hat"),
        ("from room to room", "from room to room"),
        ("from room to the hall", "from the room to the hall"),
        ("in bed", "in bed"),
    ],
)
def test_the_articles_that_a_jotting_leaves_out(text: str, whole: str) -> None:
    assert with_articles(text) == whole


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("shut-ins Thursday", "shut-ins on Thursdays"),
        ("Thursday", "on Thursday"),
        ("Thursdays at two", "on Thursdays at two"),
        ("on Thursday", "on Thursday"),
        ("every Thursday", "every Thursday"),
        ("hens and Thursday", "hens and Thursday"),
    ],
)
def test_a_day_behind_a_verb(text: str, whole: str) -> None:
    assert with_day(text) == whole


def test_what_says_nothing_by_itself() -> None:
    weak = ["got off", "went up the hill", "went home", "goes under", "does it"]
    strong = ["got rid of it", "went home early", "gets cold feet", "does the flowers", "does flowers", "makes it"]
    assert [text for text in [*weak, *strong] if is_weak(*text.split(" ", 1))] == weak


def test_what_makes_a_verb_of_the_word_before_it() -> None:
    leading = ["the gulls", "every hen", "all hens", "a hen", "him a hat", "the"]
    others = ["every morning", "all day", "one", "old gulls", "“the gulls”", "this week", ""]
    assert [text for text in [*leading, *others] if leads_on(text)] == leading


@pytest.mark.parametrize(
    ("first", "verb", "rest", "is_it"),
    [
        ("hums", "hum", "tunes", True),
        ("hums", "hum", "", False),
        ("hums", "", "tunes", False),
        ("hum", "hum", "tunes", False),
        ("dress", "dress", "up", False),
        ("orchids", "orchid", "of the wild", False),
        ("books", "book", "the hall", True),
        ("books", "book", "old", False),
        ("plays", "play", "ball", True),
    ],
)
def test_whether_a_word_is_a_verb_as_it_is_said_of_somebody(first: str, verb: str, rest: str, is_it: bool) -> None:
    assert is_finite(first, verb, rest) is is_it


def test_what_begins_with_what_can_only_be_a_verb() -> None:
    verbal = ["hums tunes", "he hums", "she", "sang a song", "sang", "painted the shed", "doesn't sing"]
    assert [text for text in [*verbal, "books", "they’re", "left home", "old maps"] if is_verbal(text)] == verbal


@pytest.mark.parametrize(
    ("rest", "form", "parts"),
    [
        ("bread and gives it all away", Form.DOES, ["bread", "gives it all away"]),
        ("bread & never sells it", Form.DOES, ["bread", "never sells it"]),
        ("bread, and then sold it", Form.DID, ["bread", "sold it"]),
        ("bread and sold it", Form.DOES, ["bread and sold it"]),
        ("bread and butter", Form.DOES, ["bread and butter"]),
        ("hats and socks", Form.DOES, ["hats and socks"]),
        ("hats and dances", Form.DOES, ["hats", "dances"]),
        ("bread, sells it and bakes more", Form.DOES, ["bread, sells it", "bakes more"]),
    ],
)
def test_where_an_and_leads_to_another_verb(rest: str, form: Form, parts: list[str]) -> None:
    head, tail = parted(rest, form)
    assert [head, *tail] == parts


@pytest.mark.parametrize(
    ("form", "phrase", "rest", "meant"),
    [
        (Form.WANTS, "wants", "a dog", "seeks want [a dog] (a dog)"),
        (Form.WANTS, "wants", "somewhere dark", "seeks want [somewhere dark] (somewhere dark)"),
        (Form.WANTS, "wants", "Rome", "wants see [Rome] (seeing Rome)"),
        (Form.WANTS, "wants", "Rome in the spring", "-"),
        (Form.WANTS, "wants", "help", "-"),
        (Form.WANTS, "wants", "", "-"),
        (Form.WANTS, "dreams of", "Rome", "-"),
        (Form.WANTS, "wants to", "learn Welsh", "wants learn [Welsh] (learning Welsh)"),
        (Form.WANTS, "wants to learn", "Welsh", "wants learn [Welsh] (learning Welsh)"),
        (Form.WANTS, "wants to learn to", "sing", "wants learn [to sing] (learning to sing)"),
        (Form.WANTS, "hopes to", "Petra", "-"),
        (Form.UNDER_WAY, "looking for", "mill", "seeks look [for mill] (mill)"),
        (Form.UNDER_WAY, "learning", "Welsh", "under way learn [Welsh] (learning Welsh)"),
        (Form.UNDER_WAY, "learning", "at home", "does learn [at home] (learning at home)"),
        (Form.UNDER_WAY, "training", "for the race", "under way train [for the race] (training for the race)"),
        (Form.UNDER_WAY, "saving up", "for van", "under way save [up for the van] (saving up for the van)"),
    ],
)
def test_what_somebody_wants_or_is_at(form: Form, phrase: str, rest: str, meant: str) -> None:
    assert said(undertaken(form, phrase, rest)) == meant


def test_what_one_likes_is_neither_wanted_nor_under_way_but_what_one_learns() -> None:
    assert [undertaking(text, True) for text in ("learning the harp", "planning a trip")] == ["learning", ""]
    assert [undertaking(text, False) for text in ("wants to sing", "planning a trip", "sings")] == [
        "wants to",
        "planning",
        "",
    ]
