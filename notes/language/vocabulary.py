"""The words that the program knows besides headers and countries: data in vocabulary.toml, and one way to ask.

>>> "G.m.b.H." in words("names", "firms"), words("names", "estates").begin("Estate of Rosa Holm")
(True, 'Estate of')
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from notes.language.folding import all_squashed, squashed
from notes.resources import table_beside


def vocabulary() -> Mapping[str, Any]:
    return table_beside(__file__, "vocabulary.toml")


@cache
def words(section: str, name: str) -> "Words":
    """A list of the vocabulary; one without words where a section has none of this name."""
    table = vocabulary()[section]
    return Words(tuple(table.get(name, ())), bool(table.get("accents_count")))


@dataclass(frozen=True)
class Words:
    """A list of words and phrases. How a text is written matters to none of them: capitals, points, apostrophes.

    Accents do not matter either, except where they tell two words apart: “marié” is not a Marie.
    """

    entries: Sequence[str]
    accents_count: bool = False

    def __contains__(self, text: str) -> bool:
        """Whether a text is one of them, no more and no less."""
        return self.key(text) in self.keys

    def any_of(self, texts: Sequence[str]) -> bool:
        """Whether any of very many texts is one of them."""
        if self.accents_count:
            return any(text in self for text in texts)
        keys = all_squashed(texts)
        bare = {text for key, text in zip(keys, texts, strict=True) if not key}
        return not self.keys.isdisjoint(keys) or any(text in self for text in bare)

    def key(self, text: str) -> str:
        """A text as it is compared with `keys`, for who compares one with many lists."""
        return _plain(text) if self.accents_count else squashed(text) or _plain(text)

    @cached_property
    def keys(self) -> frozenset[str]:
        return frozenset(map(self.key, self.entries))

    def stand_in(self, text: str) -> bool:
        """Whether one of them is in a text, as whole words."""
        plain = _plain(text)
        if len(text) > _LONG and not any(entry in plain for entry in self._entries):
            return False
        return bool(self.entries and self._pattern.search(plain))

    def within(self, text: str) -> bool:
        """Whether one of them is part of a text, even inside a word."""
        plain = _plain(text)
        return any(entry in plain for entry in self._entries)

    def begin(self, text: str) -> str:
        """The words with which a text begins, "" where they are none of these."""
        plain = _plain(text)
        return next((text[: len(one)] for one in self._entries if plain.startswith(f"{one} ")), "")

    def end(self, text: str) -> bool:
        """Whether a text ends with the letters of one of them."""
        return _plain(text).endswith(self._entries)

    @cached_property
    def _entries(self) -> tuple[str, ...]:
        return tuple(map(_plain, self.entries))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self._entries, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


_LONG = 10_000  # letters: a whole column, in which each of a few words is found sooner than any of them as a word


def _plain(text: str) -> str:
    return text.casefold().replace("’", "'")
