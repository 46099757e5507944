"""Looking: which phrases of many sorts a sentence may have, by the words in it, so that few are tried on it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from notes.kept import kept
from notes.wording.stories import sorts
from notes.wording.stories.sorts import Found, Known, Sort, naming_the_animal, with_those_in, words_needed

_WORD = re.compile(r"[\w’-]+")


class Sorts:
    """Sorts in their order, and by the words that a sentence must have for it the phrases that find them."""

    def __init__(self, those: Sequence[Sort]) -> None:
        self._sorts = those
        phrases = repr([sort.finds for sort in those]).encode()
        self._by_word, self._always = kept("sorts", [phrases, *_what_reads_them()], self._places)
        self._longest = max(map(len, self._by_word), default=0)
        self.in_sentence = lru_cache(maxsize=1_000)(self._in_sentence)

    def __reduce__(self) -> tuple[object, ...]:
        return Sorts, (self._sorts,)

    def __len__(self) -> int:
        return len(self._sorts)

    def _places(self) -> tuple[dict[str, list[tuple[int, int]]], list[tuple[int, int]]]:
        """By the rarest words of phrases, where these are: the place of a sort and the number of the phrase in it.

        Behind that stand those that any sentence may have.
        """
        by_word: dict[str, list[tuple[int, int]]] = {}
        always: list[tuple[int, int]] = []
        for rank, sort in enumerate(self._sorts):
            for number, phrase in enumerate(sort.finds):
                words = _rarest(phrase)
                for word in words:
                    by_word.setdefault(word, []).append((rank, number))
                if not words:
                    always.append((rank, number))
        return by_word, always

    def _in_sentence(self, sentence: str) -> Mapping[int, Sequence[str]]:
        """By the place of a sort, in the order of these, its phrases that the sentence may have."""
        found = {*self._always}
        for beginning in self._beginnings(sentence):
            found.update(self._by_word.get(beginning, ()))
        numbers: dict[int, list[str]] = {}
        for rank, number in sorted(found):
            numbers.setdefault(rank, []).append(self._sorts[rank].finds[number])
        return numbers

    def _beginnings(self, sentence: str) -> Iterator[str]:
        for word in {*_WORD.findall(sentence.casefold())}:
            yield from (word[:end] for end in range(1, min(len(word), self._longest) + 1))

    def may_be(self, sentence: str) -> Iterator[tuple[int, Sort, Sequence[str]]]:
        """The sorts that a sentence may be of, the first first: the place of each, and the phrases to try."""
        for rank, phrases in self.in_sentence(sentence).items():
            yield rank, self._sorts[rank], phrases


def sorts_of(sentences: Sequence[str], those: Sorts, known: Known) -> list[Found]:
    """What a story is of, the nearest first."""
    known = with_those_in(" ".join(sentences), known)
    found: dict[int, Found] = {}
    last = len(sentences) - 1
    for at in range(last, -1, -1):
        sentence = naming_the_animal(sentences, at, known)
        for rank, sort, phrases in those.may_be(sentence):
            if rank not in found and (hit := sort.found_in(sentence, known, phrases)):
                found[rank] = Found(sort, hit[0], sentence, hit[1], at == last, rank / len(those))
    return list(found.values())


@cache
def _what_reads_them() -> Sequence[bytes]:
    return [Path(file).read_bytes() for file in (__file__, str(sorts.__file__))]


def _rarest(phrase: str) -> Sequence[str]:
    """Words of which one begins a word of a sentence with the phrase, those that few will have; none where any may do.

    >>> _rarest("you (sent|drove) <who> out of (bedroom|kitchen)*")
    ['bedroom', 'kitchen']
    """
    return max(words_needed(phrase), key=lambda words: (min(map(len, words)), -len(words)), default=())
