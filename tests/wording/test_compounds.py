"""Two words of which the first tells what kind of thing the second is, and is nothing that somebody does."""

import pytest

from notes.wording.details.noun_phrases import is_compound, is_relative, is_single, is_year, noun_group


@pytest.mark.parametrize(
    ("words", "is_it"),
    [
        ("fishing lures", True),
        ("sailing prints", True),
        ("wedding dresses", True),
        ("driving test", True),
        ("driving lessons", True),
        ("driving cars", False),
        ("sailing boat", False),
        ("painting lessons", True),
        ("old prints", False),
        ("sailing prints framed", False),
        ("prints", False),
    ],
)
def test_what_is_one_thing_in_two_words(words: str, is_it: bool) -> None:
    assert is_compound(words.split()) is is_it


@pytest.mark.parametrize(
    ("words", "group"),
    [
        ("the red hat of Rosa", "the red hat"),
        ("hat and coat", "hat"),
        ("hat, coat", "hat,"),
        ("hat himself", "hat"),
        ("hat now", "hat"),
        ("hat the cat", "hat"),
        ("hat painted blue", "hat"),
        ("painted hat", "painted hat"),
        ("hat bed", "hat bed"),
        ("in the hat", ""),
        ("hat who sings", "hat"),
    ],
)
def test_where_a_noun_phrase_ends(words: str, group: str) -> None:
    assert noun_group(words.split()) == group.split()


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("treadmill", True),
        ("old treadmill,", True),
        ("bread", False),
        ("show tunes", False),
        ("Lisbon", False),
        ("singing", False),
        ("bed", False),
    ],
)
def test_what_wants_an_article_of_its_own(words: str, is_one: bool) -> None:
    assert is_single(words.split()) is is_one


def test_a_year_and_a_relative() -> None:
    assert [word for word in ("1962", "’72", "1762", "2012", "196", "72") if is_year(word)] == ["1962", "’72", "2012"]
    relatives = ["dad’s", "grandkids", "husband", "mother,"]
    assert [
        one for one in [*relatives, "girls", "kids", "sons", "sons’", "hat", ""] if is_relative(one.split())
    ] == relatives
