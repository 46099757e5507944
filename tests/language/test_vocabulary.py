"""The lists of words: one way to ask whether a word is in one."""

import ast
from pathlib import Path

import pytest

from notes.language.vocabulary import Words, vocabulary, words
from notes.wording.given_names import names_in

ANIMALS = Words(("Guinea pig", "dog", "café’s cat", "†"))


@pytest.mark.parametrize("text", ["dog", "DOG", "D.o.g.", "guinea-pig", "cafe's cat", "Café’s Cat", "†"])
def test_case_accents_and_points_do_not_matter(text: str) -> None:
    assert text in ANIMALS


@pytest.mark.parametrize("text", ["dogs", "a dog", "guinea", "", "‡"])
def test_a_word_is_in_a_list_whole_or_not_at_all(text: str) -> None:
    assert text not in ANIMALS


@pytest.mark.parametrize(
    "texts", [["a", "D.o.g.", "b"], ["†", "a"], ["Café’s cat"], ["cat", "guinea\npig"], ["cat", "dogs"], ["", "-"], []]
)
def test_many_texts_are_asked_about_together_as_one_by_one(texts: list[str]) -> None:
    assert ANIMALS.any_of(texts) is any(text in ANIMALS for text in texts)


def test_where_accents_count_a_name_is_not_the_word_that_looks_like_it() -> None:
    assert "marié" in words("given_names", "no_names") and "Marie" not in words("given_names", "no_names")
    assert (names_in("Marie"), names_in("Si"), names_in("Marié")) == (["Marie"], ["Si"], [])


@pytest.mark.parametrize(
    ("text", "stands", "within", "begin"),
    [
        ("the dog barked", True, True, ""),
        ("Dogwood", False, True, ""),
        ("Dog food", True, True, "Dog"),
        ("GUINEA PIG hay", True, True, "GUINEA PIG"),
        ("guinea", False, False, ""),
    ],
)
def test_where_a_word_stands_in_a_text(text: str, stands: bool, within: bool, begin: str) -> None:
    assert (ANIMALS.stand_in(text), ANIMALS.within(text), ANIMALS.begin(text)) == (stands, within, begin)


def test_how_a_word_ends() -> None:
    assert words("firm_names", "feminine").end("Zahnarztpraxis") and not words("firm_names", "feminine").end("Malerhof")


def test_a_list_that_there_is_not_has_no_words() -> None:
    assert not words("days", "it").stand_in("oggi")


def test_every_list_is_asked_for_somewhere_and_each_word_stands_in_it_once() -> None:
    code = [path.read_text(encoding="utf-8") for path in (Path(__file__).parents[2] / "notes").rglob("*.py")]
    texts = {node.value for one in code for node in ast.walk(ast.parse(one)) if isinstance(node, ast.Constant)}
    for section, table in vocabulary().items():
        for name, entries in table.items():
            if isinstance(entries, list) and name not in ("en", "de", "fr", "es"):
                assert name in texts, f"nobody asks for [{section}] {name}"
                assert len(set(entries)) == len(entries), f"[{section}] {name} has a word twice"
