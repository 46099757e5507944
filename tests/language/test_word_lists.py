"""Word lists: what is looked up in their files is what the library reads in them."""

import gzip
from pathlib import Path

import pytest

from notes.language.word_lists import WordList, lists

LINES = "Abbas,noun\nabash,verb\nbar,noun\nbar,verb\nzip,verb\n"


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("Abbas", {"noun": ("Abbas",)}),
        ("bar", {"noun": ("bar",), "verb": ("bar",)}),
        ("zip", {"verb": ("zip",)}),
        ("will", {"VB": ("will",)}),
        ("ba", {}),
        ("bars", {}),
        ("", {}),
        ("zzz", {}),
        ("bar,noun", {}),
    ],
)
def test_a_word_is_found_by_all_its_lines(word: str, forms: dict[str, tuple[str, ...]], tmp_path: Path) -> None:
    path = tmp_path / "words.csv.gz"
    path.write_bytes(gzip.compress(LINES.encode()))
    known = WordList(str(path), lambda line: {line.split(",")[1]: (line.split(",")[0],)}, {"will": {"VB": ("will",)}})
    assert known.get(word, {}) == forms


@pytest.mark.parametrize("number", [0, 1, 2, 4711, 40_000, 80_675])
def test_every_line_of_the_library_is_found(number: int) -> None:
    words = lists().Lemmatizer()
    word, _, forms = gzip.decompress(Path(words.lemma_lu_fn).read_bytes()).decode().splitlines()[number].split(",")
    assert tuple(forms.split("/")) in words.lemma_dict.get(word, {}).values()
