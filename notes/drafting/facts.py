"""Facts: what a writer was told of a card, word by word, and what everybody knows of the things in it.

Words are compared by their stems, as the topics do it: “bakes” is “baking”, and “took” is “take”.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from notes.drafting.briefs import Brief
from notes.language import inflection
from notes.language.numbers import in_words
from notes.language.texts import word_set
from notes.resources import table_beside
from notes.wording.topics import Finder, Topic, stem, stems

Lore = Callable[[str], Collection[str]]
NUMBERS = frozenset(in_words(number) for number in range(2, 100)) | word_set(
    "hundred thousand million dozen second third fourth fifth sixth seventh eighth ninth tenth twice thrice half couple"
)
COMMON = 0.04  # of the topics: a word that so many of them use belongs to none
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+(?:[.,:/]\d+)*")
_SENTENCES = re.compile(r"(?<=[.!?…])[”’\"']?\s+")


def words_of(text: str) -> list[str]:
    return _WORD.findall(text.replace("'", "’"))


def sentences_of(text: str) -> list[str]:
    return [one.strip() for part in text.split("\n\n") for one in _SENTENCES.split(part) if one.strip()]


@cache
def roots(word: str) -> frozenset[str]:
    """The stems under which a word may stand elsewhere: its own, its verb’s, its parts’.

    >>> [sorted(roots(one)) for one in ("taught", "co-pilot", "twenty-six", "7")]
    [['taught', 'teach'], ['co-pilot', 'pilot'], ['twenty-six'], ['7', 'seven']]
    """
    small = word.casefold().removesuffix("’s").removesuffix("’")
    parts = [one for one in small.split("-") if len(one) > 2]
    found = {stem(small), *(() if NUMBERS.issuperset(parts) else map(stem, parts))}
    if verb := inflection.lemma(small):
        found.add(stem(verb))
    if small.isdecimal() and len(small) < 3:
        found.add(stem(in_words(int(small))))
    return frozenset(found)


def content(word: str) -> frozenset[str]:
    """The roots of a word that says something; none of a small one."""
    small = word.casefold()
    is_small = {small, small.split("’")[0]} & listed("may", "small")
    return frozenset() if is_small else roots(word)


def is_listed(word: str, part: str, *names: str) -> bool:
    """Whether a word, in whatever form, stands in one of the lists of words.toml."""
    if part == "never":  # to the letter: “could” is no cane, nor is a spin a spine
        small = word.casefold().removesuffix("’s")
        forms = {small, inflection.lemma(small), small.removesuffix("s")} - listed("may", "small")
        return any(forms & listed(part, name) for name in names)
    return any(roots(word) & _listed_roots(part, name) for name in names)


@cache
def listed(part: str, name: str) -> frozenset[str]:
    lists: Mapping[str, str] = table_beside(__file__, "words.toml")[part]
    return word_set(lists[name])


@cache
def _listed_roots(part: str, name: str) -> frozenset[str]:
    return frozenset(root for word in listed(part, name) for root in (stem(word), *roots(word)))


def lore_of(finder: Finder) -> Lore:
    """What everybody knows of the things in a fact, as stems: what is said of its topics and of few others."""

    @cache
    def words(topic: Topic) -> frozenset[str]:
        return frozenset(one for text in (*topic.finds, *(said.text for said in topic.passages)) for one in stems(text))

    @cache
    def common() -> frozenset[str]:
        counts = Counter(one for topic in finder.topics for one in words(topic))
        return frozenset(one for one, count in counts.items() if count > COMMON * len(finder.topics))

    @cache
    def lore(fact: str) -> frozenset[str]:
        topics = [found.topic for found in finder.find_all(fact)]
        named = frozenset(one for topic in topics for text in topic.finds for one in stems(text))
        return named | (frozenset().union(*map(words, topics)) - common())

    return lore


@dataclass(frozen=True)
class Facts:
    """The facts as their words: each fact by itself, and all that they and the names have."""

    about: Brief
    lore: Lore | None = None

    @cached_property
    def rows(self) -> Sequence[Sequence[frozenset[str]]]:
        return [[found for word in words_of(fact) if (found := content(word))] for fact in self.about.facts]

    @cached_property
    def all(self) -> frozenset[str]:
        told = [*self.about.facts, self.about.occasion, *self.about.names]
        return frozenset(root for text in told for word in words_of(text) for root in roots(word))

    @cached_property
    def names(self) -> frozenset[str]:
        told = [*self.about.facts, *self.about.names]
        return frozenset(word for text in told for word in words_of(text) if word[0].isupper())

    @cached_property
    def words(self) -> Sequence[frozenset[str]]:
        return [frozenset(word.casefold() for word in words_of(fact)) for fact in self.about.facts]

    @cached_property
    def of_things(self) -> frozenset[str]:
        """What everybody knows of the things that the facts speak of."""
        return frozenset(one for fact in self.about.facts for one in (self.lore(fact) if self.lore else ()))

    def has(self, word: str) -> bool:
        return bool(roots(word) & self.all)

    def goes_with(self, word: str) -> bool:
        """Whether a word belongs to the things of the facts, whoever has them."""
        return bool(roots(word) & self.of_things) and not is_listed(word, "never", "colors")

    def free(self, words: Sequence[str], *lists: str) -> list[str]:
        """The words that say something and are neither of the facts nor in one of these lists."""
        return [one for one in words if content(one) and not self.has(one) and not is_listed(one, "may", *lists)]
