"""Topics: the things that people do, love, own and go through, found in what a cell says of them."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from notes.kept import kept
from notes.language.texts import word_set
from notes.problems import Level, Place, Problem, did_you_mean
from notes.resources import table_beside
from notes.wording.passages import NO_PASSAGES, Block, Passages


def kinds(which: str) -> frozenset[str]:
    """The kinds of a list of kinds.toml.

    >>> "trip" in kinds("happening"), "trip" in kinds("lasting")
    (True, False)
    """
    return word_set(table_beside(__file__, "kinds.toml")[which])


KINDS = kinds("all")
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|&")
# Words whose ending belongs to them: a boxer’s boxing is not what one moves house with.
_KEPT = word_set(
    """
    evening morning spring string king ceiling during bus gas boss class boxing training building wedding landing
    opening crossing dressing serving meeting hearing setting heating wiring roofing siding flooring lighting curling
    fencing bowling filling banking housing packing framing lodging ending railing ring crown news glasses tennis
    wine wines
    """
)
_SHORTEST_MENDED = 5  # letters of a stem
_LONG_ENOUGH = 7  # letters of a word as it is written: a desert is not a dessert
MOST_OF_IT = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A thing that people do, love, own or go through, the words that find it, and what can be said about it."""

    name: str
    kind: str
    finds: Sequence[str]
    never: Sequence[str] = ()
    called: str = ""
    doing: str = ""
    plural: bool = False
    passages: Passages = NO_PASSAGES
    place: Place = field(compare=False, default=Place(""))

    @property
    def is_grave(self) -> bool:
        """Whether it is no light matter: half of what can be said about it is serious."""
        return sum("serious" in one.terms.flags for one in self.passages) * 2 >= len(self.passages) > 0


@dataclass(frozen=True, slots=True)
class Found:
    """A topic that was found in a text, and how much of the text says so."""

    topic: Topic
    weight: float
    matched: str
    at_head: bool = False


class _Phrase(NamedTuple):
    """Words that stand side by side, and others that must stand anywhere else in the text."""

    words: tuple[str, ...]
    also: tuple[tuple[str, ...], ...]
    topic: int
    weight: float
    written: str


_AsKept = tuple[tuple[str, ...], tuple[tuple[str, ...], ...], int, float, str]  # a phrase
_Words = tuple[Mapping[str, Sequence[_AsKept]], Mapping[int, Sequence[tuple[tuple[str, ...], ...]]], Mapping[str, str]]


class Finder:
    """Finds the topic of a text: the longest of the words that mean it wins."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        self.topics = topics
        self._topics_by_name = {topic.name: topic for topic in topics}
        self._called = {topic.name: topic.called for topic in topics}
        asked = repr([(topic.name, topic.finds, topic.never) for topic in topics]).encode()
        self._by_word, self._never, self._near = kept("topics", [asked, Path(__file__).read_bytes()], self._words)

    def _words(self) -> "_Words":
        """What finds the topics, by the first word; what rules each out; and the words that a misspelt one may be."""
        by_word: dict[str, list[_AsKept]] = {}
        never: dict[int, list[tuple[tuple[str, ...], ...]]] = {}
        vocabulary: set[str] = set()
        for number, topic in enumerate(self.topics):
            for text in dict.fromkeys([*topic.finds, topic.name]):
                first, *also = (stems(part) for part in text.split("+"))
                if first and all(also):
                    length = sum(len(word) for part in (first, *also) for word in part)
                    one = (first, tuple(also), number, length + len(text) / 100, text)
                    by_word.setdefault(first[0], []).append(one)
                    vocabulary.update(first, *also)
            ruled_out = [tuple(filter(None, map(stems, text.split("+")))) for text in topic.never]
            never[number] = [one for one in ruled_out if one]
        return by_word, never, _misspellings(vocabulary)

    def called(self, name: str) -> str:
        """What a topic is called in the middle of a sentence."""
        return self._called.get(name, "")

    def topic(self, name: str) -> Topic | None:
        return self._topics_by_name.get(name)

    def knows(self, name: str) -> bool:
        return name in self._called

    def find(self, text: str, prefer: Collection[str] = (), but: Collection[str] = ()) -> Found | None:
        """The topic that a text is about: of a preferred kind where two say as much, of none of the kinds in `but`.

        What is said only in passing does not count: a poem for the service is not a service.
        """
        words = stems(text)
        head = _head(text)
        total = sum(len(word) for word in words if word not in SMALL and word not in TRANSPARENT) or 1
        best: Found | None = None
        for one in self.find_all(text, prefer):
            if one.topic.kind in but:
                continue
            at_head = any(word in head for word in stems(one.matched))
            if not at_head and one.weight < MOST_OF_IT * total:
                continue
            weighed = Found(one.topic, one.weight + (3 if at_head else 0), one.matched, at_head)
            if best is None or weighed.weight > best.weight:
                best = weighed
        return best

    def find_all(self, text: str, prefer: Collection[str] = ()) -> list[Found]:
        """Every topic that a text speaks of, with the most that it says of each."""
        written = [token.casefold() for token in _TOKEN.findall(text)]
        words = [self._mended(stem(word)) if len(word) >= _LONG_ENOUGH else stem(word) for word in written]
        best: dict[int, tuple[float, str]] = {}
        for at, word in enumerate(words):
            for phrase in map(_Phrase._make, self._by_word.get(word, ())):
                if _is_other_word(phrase, written[at]):
                    continue
                if tuple(words[at : at + len(phrase.words)]) == phrase.words and all(
                    _stands_in(one, words) for one in phrase.also
                ):
                    weight = phrase.weight + (0.6 if self.topics[phrase.topic].kind in prefer else 0)
                    best[phrase.topic] = max(best.get(phrase.topic, (0.0, "")), (weight, phrase.written))
        found = [Found(self.topics[number], weight, written) for number, (weight, written) in best.items()]
        return [one for (number, _), one in zip(best.items(), found, strict=True) if not self._ruled_out(number, words)]

    def _ruled_out(self, number: int, words: Sequence[str]) -> bool:
        return any(all(_stands_in(part, words) for part in parts) for parts in self._never[number])

    def _mended(self, word: str) -> str:
        if self._near.get(word) == word or len(word) < _SHORTEST_MENDED:
            return word
        for less in (word, *_with_one_left_out(word)):
            if less in self._near:
                return self._near[less]
        return word


SMALL = word_set("the a an of to in at on with for and or her his their my our your first new old")
# Words behind the one on which a phrase turns: ukulele lessons are about the ukulele.
TRANSPARENT = word_set(
    """
    lesson class practic club group season cours session team night project hobbi collection fan nut enthusiast player
    teacher leagu stuff thing work plan
    """
)
_UP_TO = re.compile(r"^.*?\b(?:\w+|\d+)[\s-]+years?(?:\s+of|\s+as|\s+in)\s+(?:an?\s+)?", re.IGNORECASE)
_BEHIND = re.compile(r"\b(?:of|for|with|in|at|to|from|on|that|and|by|about|through|after)\b", re.IGNORECASE)


def _head(text: str) -> frozenset[str]:
    """The words on which a phrase turns: those before the first “of”, “for”, “at”; of a place name the whole.

    >>> sorted(_head("the poem for the service")), sorted(_head("thirty years of teaching Latin"))
    (['poem'], ['latin', 'teach'])
    """
    bare = _UP_TO.sub("", text)
    first = next((part for part in _BEHIND.split(bare) if part.strip()), bare)
    words = stems(first)
    if (
        first.split()
        and first.split()[0].casefold().endswith("ing")
        and (len(bare.split()) != 2 or bare.split()[1][:1].isupper())
    ):
        return frozenset(stems(bare))
    capitals = {stem(word.casefold()) for word in re.findall(r"\b[A-ZÀ-Þ][\w’'-]+", bare)}
    while len(words) > 1 and words[-1] in TRANSPARENT:
        words = words[:-1]
    return frozenset([*words[-1:], *capitals])


def _misspellings(vocabulary: Iterable[str]) -> dict[str, str]:
    """Each longer word by itself and by what is left of it without one letter."""
    near: dict[str, str] = {}
    for word in sorted(vocabulary):
        if len(word) >= _SHORTEST_MENDED + 1:
            for less in _with_one_left_out(word):
                near.setdefault(less, word)
    for word in vocabulary:
        near[word] = word
    return near


def _with_one_left_out(word: str) -> list[str]:
    """The word without one letter; the first stays, since nobody gets it wrong."""
    return [word[:at] + word[at + 1 :] for at in range(1, len(word))]


def _is_other_word(phrase: _Phrase, written: str) -> bool:
    """Whether a single “running” met a “run”, which may be anything; a move is moving, and a dance dancing."""
    return len(phrase.words) == 1 and phrase.written.endswith("ing") and not written.endswith(("ing", "s", "e"))


def _stands_in(phrase: tuple[str, ...], words: Sequence[str]) -> bool:
    first = phrase[0]
    return any(word == first and tuple(words[at : at + len(phrase)]) == phrase for at, word in enumerate(words))


def stems(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared: in small letters, without endings.

    >>> stems("Baking the breads"), stems("runners, racing"), stems("Hadrian's Wall")
    (('bak', 'the', 'bread'), ('runner', 'rac'), ('hadrian', 'wall'))
    """
    return tuple(stem(token.casefold()) for token in _TOKEN.findall(text))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without what number and time put at its end.

    >>> [stem(word) for word in ("ponies", "boxes", "knitting", "bakes", "baking", "glass", "spring")]
    ['poni', 'box', 'knit', 'bak', 'bak', 'glass', 'spring']
    """
    word = word.replace("’", "'").removesuffix("'s").removesuffix("'")
    if word in _KEPT or len(word) < 4:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "i"
    if word.endswith(("ses", "xes", "zes", "ches", "shes")) and len(word) > 4:
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word.endswith("ing") and len(word) > 5:
        word = word[:-3]
        if len(word) > 2 and word[-1] == word[-2] and word[-1] not in "ls":
            word = word[:-1]
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    if word.endswith("y") and len(word) > 3 and word[-2] not in "aeiou":
        word = word[:-1] + "i"
    return word


def kind_problem(kind: str, place: Place) -> Problem:
    return Problem(place, f"“{kind}” is not a kind of topic.", did_you_mean(kind, KINDS), Level.ERROR)


def topic_of(block: Block, kind: str, place: Place, passages: Passages) -> Topic:
    """The topic of a block."""
    settings = block.settings
    return Topic(
        name=block.title,
        kind=kind,
        finds=_listed(settings.get("finds", "")),
        never=_listed(settings.get("not", "")),
        called=settings.get("called", ""),
        doing=settings.get("doing", ""),
        plural=settings.get("number", "") == "plural",
        passages=passages,
        place=place,
    )


def joined(known: Topic, more: Topic) -> Topic:
    """A topic with what a later file adds to it."""
    return replace(
        known,
        kind=more.kind or known.kind,
        finds=(*known.finds, *more.finds),
        never=(*known.never, *more.never),
        called=more.called or known.called,
        doing=more.doing or known.doing,
        passages=known.passages + more.passages,
    )


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip().casefold() for part in text.split(";") if part.strip())
