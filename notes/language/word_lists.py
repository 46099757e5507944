"""Word lists: those of lemminflect, looked up in their files, whose lines are in the order of their words.

The library reads all their lines into tables of its own, which takes a quarter of a second and fifty megabytes; a note
asks for a few hundred words.
"""

import gzip
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import lemminflect
from lemminflect import config
from lemminflect.codecs import InflectionLUCodec, LemmaLUCodec
from lemminflect.core import LexicalUtils

# It says nothing of its types.
_LIBRARY: Any = lemminflect
_INFLECTIONS: Any = InflectionLUCodec.InflectionLUCodec
_LEMMAS: Any = LemmaLUCodec.LemmaLUCodec
_WORDS: Any = LexicalUtils
Forms = Mapping[str, tuple[str, ...]]


class WordList:
    """The lines of a file by their first words; `own` stands in place of what the file has of a word."""

    def __init__(self, path: str, read: Callable[[str], Forms], own: Mapping[str, Forms]) -> None:
        with gzip.open(path) as file:
            self._lines = file.read()
        self._read, self._own = read, own

    def get(self, word: str, missing: Forms) -> Forms:
        """The forms of a word, by what kind of word each is."""
        if word in self._own:
            return self._own[word]
        found: dict[str, tuple[str, ...]] = {}
        for line in self._lines_of(word.encode()):
            found |= self._read(line.decode())
        return found or missing

    def _lines_of(self, word: bytes) -> Iterator[bytes]:
        """The lines of a word, which stand together."""
        if not word:
            return
        first, last = 0, len(self._lines)  # the first of its lines begins between these
        while first < last:
            middle = self._lines.rfind(b"\n", 0, (first + last) // 2) + 1
            if self._word_at(middle) < word:
                first = self._lines.find(b"\n", middle) + 1 or last
            else:
                last = middle
        while self._word_at(first) == word:
            end = self._lines.find(b"\n", first)
            yield self._lines[first:end]
            first = end + 1

    def _word_at(self, begin: int) -> bytes:
        return self._lines[begin : self._lines.find(b",", begin)]


def _lemmas(line: str) -> Forms:
    _, category, forms = _LEMMAS.fromString(line)
    return {_WORDS.categoryToUPos(category): forms}


def _inflections(line: str) -> Forms:
    _, _, forms = _INFLECTIONS.fromString(line)
    return dict(forms)


@cache
def lists() -> Any:
    """The library, with its two large tables replaced."""
    _LIBRARY.Lemmatizer().lemma_dict = WordList(config.lemma_lu_fn, _lemmas, {})
    of_helpers = _INFLECTIONS.updateForAuxMod({})
    _LIBRARY.Inflections().infl_dict = WordList(config.inflection_lu_fn, _inflections, of_helpers)
    return _LIBRARY
