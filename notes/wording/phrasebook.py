"""The phrasebook: all that can be said, by topic, by kind of thing, by pair of kinds and by occasion."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from notes.wording.details.statements import Form
from notes.wording.passages import Passage
from notes.wording.stories.looking import Sorts
from notes.wording.stories.sorts import Sort
from notes.wording.topics import SMALL, Finder, Topic, stems

# Kinds of their own: what is known only by its column, and somebody of whom no more is known than the name.
FALLBACKS = frozenset(["likes", "told_us", "child", "partner", "kin", "pet", "beginning"])
FIRST = "-first"  # lines-first.txt has the lines of a first year
# Kinds of things that somebody does or has for the love of it: naming them is pleasant at any time.
PURSUITS = frozenset(
    [
        *("music", "stage", "art", "craft", "making", "collecting", "game", "reading", "writing", "learning", "sport"),
        *("fitness", "outdoors", "watching", "garden", "cooking", "food", "drink", "vehicle", "building", "service"),
    ]
)
OURS = "ours"  # the side of a pair that is any one thing bought here, whatever it is
IT = "it"  # the first side of a pair that takes up what the passage before it was about
ANSWER = "answer"  # what the history calls every answer by: the same words are one, whatever they answer
KEEPSAKE = "keepsake"  # what the history calls by what is said of one
ANY = "any"  # a side of a pair that may be of any kind, and the passages that do for every kind
# What facts.txt has a block for: the forms of a statement, a journey, and what is said of a mishap and of the dead.
OF_FACTS = frozenset(
    [
        *(form.value for form in Form),
        *("clause", "scene", "step", "step of kin", "at stake", "a time", "moved", "from", "waits", "works"),
        "goes",
        "mishap",
        "recalled",
        "recalled by",
        "recalled thing",
        "recalled of you",
        "deed",
        "bought",
        "order",
        "deal",
        "likes",
        "lessons",
    ]
)
# The kinds that a group of bridges does for; `anything` does for every kind, and comes after the others.
GROUPS: Mapping[str, frozenset[str]] = {
    "active": frozenset(["sport", "fitness", "outdoors"]),
    "quiet": frozenset(["reading", "game", "art", "watching", "writing", "learning"]),
    "making": frozenset(["craft", "cooking", "building", "making"]),
    "music": frozenset(["music"]),
    "food": frozenset(["food", "drink"]),
    "home": frozenset(["home", "place", "move"]),
    "pursuit": PURSUITS,
}
ANYTHING = "anything"


@dataclass(frozen=True)
class Pair:
    """Passages that join two things of two kinds in one sentence, or a thing and somebody near, like “dog”."""

    one: str
    other: str
    passages: Sequence[Passage]


@dataclass(frozen=True)
class Phrasebook:
    """All topics, with the passages by kind and by pair of kinds, and what belongs to an occasion.

    `lines` and `near` are by occasion, what may be said of somebody near on `any` card among the latter, `bridges`
    by occasion and kind or group, `trades` by trade and occasion, `facts` by what kind of thing is said of
    somebody, `stories` is by occasion what stands around one, `sorts` are what a story can be of, with what one
    answers it, `thoughts` what a jotting can be of, with what one thinks of it, `keepsakes` is by kind what one
    says of the small thing that it leaves in the mind.
    """

    topics: Sequence[Topic] = ()
    kinds: Mapping[str, Sequence[Passage]] = field(default_factory=dict)
    pairs: Sequence[Pair] = ()
    lines: Mapping[str, Sequence[Passage]] = field(default_factory=dict)
    bridges: Mapping[tuple[str, str], Sequence[Passage]] = field(default_factory=dict)
    near: Mapping[str, Sequence[Passage]] = field(default_factory=dict)
    trades: Mapping[tuple[str, str], Sequence[Passage]] = field(default_factory=dict)
    facts: Mapping[str, Sequence[Passage]] = field(default_factory=dict)
    stories: Mapping[str, Sequence[Passage]] = field(default_factory=dict)
    sorts: Sequence[Sort] = ()
    thoughts: Sequence[Sort] = ()
    turns: Sequence[Sort] = ()
    keepsakes: Mapping[str, Sequence[Passage]] = field(default_factory=dict)

    @cached_property
    def finder(self) -> Finder:
        return Finder(self.topics)

    @cached_property
    def of_stories(self) -> Sorts:
        return Sorts(self.sorts)

    @cached_property
    def of_turns(self) -> Sorts:
        return Sorts(self.turns)

    @cached_property
    def of_jottings(self) -> Sorts:
        return Sorts(self.thoughts)

    @cached_property
    def _by_name(self) -> Mapping[str, Topic]:
        return {topic.name: topic for topic in self.topics}

    @cached_property
    def _naming(self) -> dict[str, frozenset[str]]:
        """By topic, the words that name it, as far as somebody has asked."""
        return {}

    def names(self, passage: Passage) -> bool:
        """Whether the lead of a passage names the thing that it is about."""
        if passage.slots & {"thing", "place"}:
            return True
        words = stems(" ".join(piece for piece in passage.lead if isinstance(piece, str)))
        topic = self.topic(passage.about)
        if topic and topic.name not in self._naming:
            self._naming[topic.name] = _naming(topic)
        return bool(topic and self._naming[topic.name] & frozenset(words))

    def topic(self, name: str) -> Topic | None:
        return self._by_name.get(name)

    @property
    def occasions(self) -> list[str]:
        return sorted({name.removesuffix(FIRST) for name in self.lines})

    def of_kind(self, kind: str) -> Sequence[Passage]:
        return self.kinds.get(kind, ())

    def lines_of(self, occasion: str, years: int = 0) -> Sequence[Passage]:
        """The lines of an occasion; those of a first year where there are some."""
        first = self.lines.get(f"{occasion}{FIRST}", ()) if years == 1 else ()
        return first or self.lines.get(occasion, ())

    def bridges_to(self, occasion: str, kind: str) -> Sequence[tuple[Passage, int]]:
        """The bridges from a thing of a kind to an occasion, each with how closely it fits: 2 for the kind itself."""
        found = [(passage, 2) for passage in self.bridges.get((occasion, kind), ())]
        for group, members in GROUPS.items():
            if kind in members and group != kind:
                fits = 0 if group == "pursuit" else 1
                found += [(passage, fits) for passage in self.bridges.get((occasion, group), ())]
        return [*found, *((passage, -1) for passage in self.bridges.get((occasion, ANYTHING), ()))]

    def facts_of(self, form: str) -> Sequence[Passage]:
        return self.facts.get(form, ())

    def around_a_story(self, occasion: str) -> Sequence[Passage]:
        """What may stand before and behind a story on a card of an occasion; nothing where no story belongs."""
        own = self.stories.get(occasion, ())
        return [*own, *self.stories.get(ANY, ())] if own else []

    def near_ones(self, occasion: str) -> Sequence[Passage]:
        return self.near.get(occasion, ())

    def of_trade(self, trade: str, occasion: str) -> Sequence[Passage]:
        return self.trades.get((trade, occasion), ())

    @cached_property
    def twins(self) -> Mapping[str, Sequence[str]]:
        """By its key, the keys of the passages that begin just as one does, and so would be heard as the same."""
        alike: dict[str, list[Passage]] = {}
        for passage in passages_in(self):
            if beginning := _beginning(passage):
                alike.setdefault(beginning, []).append(passage)
        groups = [[one.key for one in group] for group in alike.values() if len(group) > 1]
        return {key: group for group in groups for key in group}


_HEARD_AS_ONE = 8  # words at the beginning of two passages, behind a greeting
_GREETING = re.compile(r"(?:happy|congratulations|thank you|all good wishes|many happy)[^.!?]*[.!] ")


def _beginning(passage: Passage) -> str:
    """The first words of a passage, whatever fills its slots; "" where it has too few to be known by."""
    text = "".join(one if isinstance(one, str) else "…" for one in passage.lead).casefold()
    words = _GREETING.sub("", text, count=1).split()[:_HEARD_AS_ONE]
    return " ".join(words) if len(words) == _HEARD_AS_ONE and sum("…" in word for word in words) < 2 else ""


_OF_ANYTHING = frozenset(stems("playing learning going doing making taking keeping"))
_OF_WHAT_SORT = frozenset(
    stems("big small little long early late every kind thing far away beginning again learning other bad great")
)


def _naming(topic: Topic) -> frozenset[str]:
    """The words that name a topic by themselves: those that find it alone, those of its name, the last of `called`."""
    alone = [word for word in map(stems, topic.finds) if len(word) == 1]
    name, called = list(stems(topic.name)), list(stems(topic.called))
    words = [*(word for found in alone for word in found), *name[-1:], *called[-1:]]
    return (frozenset(words) - _OF_ANYTHING | (frozenset(name) - _OF_WHAT_SORT)) - SMALL


def passages_in(book: Phrasebook) -> Iterator[Passage]:
    """Every passage of a phrasebook."""
    for topic in book.topics:
        yield from topic.passages
    pairs = [pair.passages for pair in book.pairs]
    for sort in (*book.sorts, *book.thoughts, *book.turns):
        yield from sort.answers
    of_occasions = (book.lines, book.bridges, book.near, book.trades, book.facts, book.stories, book.keepsakes)
    for group in (*book.kinds.values(), *pairs, *(found for by in of_occasions for found in by.values())):
        yield from group
