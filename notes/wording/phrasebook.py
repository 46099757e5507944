"""The phrasebook: all that can be said, by topic, by kind of thing, by pair of kinds and by occasion."""

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from notes.problems import BadValue, Level, Place, Problem, did_you_mean
from notes.wording.details.statements import Form
from notes.wording.passages import COMPANY, NO_PASSAGES, TRADES, Block, Part, Passage, Passages, blocks
from notes.wording.stories.sorts import Sort, behind_its_story, sort_of
from notes.wording.text_files import text_of
from notes.wording.topics import KINDS, SMALL, Finder, Topic, joined, kind_problem, stems, topic_of

Key = TypeVar("Key", bound=Hashable)

TOPICS, KINDS_FOLDER, TRADES_FOLDER, PAIRS, LINES = "topics", "kinds", "trades", "pairs.txt", "lines"
BRIDGES, NEAR, FACTS, STORIES, ANSWERS = "bridges", "near", "facts.txt", "stories.txt", "answers.txt"
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
IT = "it"  # the first side of a pair that takes up what the passage before it was about
ANSWER = "answer"  # what the history calls every answer by: the same words are one, whatever they answer
ANY = "any"  # a side of a pair that may be of any kind, and the passages that do for every kind
NOT_WORDINGS = frozenset([TOPICS, KINDS_FOLDER, TRADES_FOLDER])
# What facts.txt has a block for: the forms of a statement, a journey, and what is said of a mishap and of the dead.
OF_FACTS = frozenset(
    [
        *(form.value for form in Form),
        *("clause", "scene", "step", "step of kin", "at stake", "a time", "moved", "from", "waits", "works"),
        "goes",
        "mishap",
        "recalled",
        "recalled by",
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

    `lines` and `near` are by occasion, `bridges` by occasion and kind or group, `trades` by trade and occasion,
    `facts` by what kind of thing is said of somebody, `stories` is by occasion what stands around one, `sorts` are what
    a story can be of, with what one answers it.
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

    @cached_property
    def finder(self) -> Finder:
        return Finder(self.topics)

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


def read_phrasebook(
    folders: Sequence[Path], occasions: Collection[str] = (), *, sound: bool = False
) -> tuple[Phrasebook, Sequence[Problem]]:
    """The phrasebook of all folders: a later one adds to what those before it have.

    `occasions` are those that a block of a trade may be for; without them any is. In what is known to be `sound`
    nobody looks for mistakes: each passage is read when it is first needed.
    """
    reader = _Reader(occasions, sound)
    for folder in folders:
        for path in sorted(folder.glob(f"{TOPICS}/*.txt")):
            reader.topics(path, _place(folder, path))
        reader.additions()
        for path in sorted(folder.glob(f"{KINDS_FOLDER}/*.txt")):
            reader.kinds(path, _place(folder, path))
        for path in sorted(folder.glob(f"*/{LINES}*.txt")):
            if path.parent.name not in NOT_WORDINGS:
                reader.lines(path, _place(folder, path))
        for path in sorted(folder.glob(f"*/{BRIDGES}.txt")):
            reader.bridges(path, _place(folder, path))
        for path in sorted(folder.glob(f"*/{NEAR}.txt")):
            reader.near(path, _place(folder, path))
        for path in sorted(folder.glob(f"{TRADES_FOLDER}/*.txt")):
            reader.trades(path, _place(folder, path))
        if (path := folder / FACTS).is_file():
            reader.facts(path, _place(folder, path))
        if (path := folder / STORIES).is_file():
            reader.stories(path, _place(folder, path))
        if (path := folder / ANSWERS).is_file():
            reader.answers(path, _place(folder, path))
        if (path := folder / PAIRS).is_file():
            reader.pairs(path, _place(folder, path))
    return reader.phrasebook(), reader.problems


def is_of_phrasebook(name: str) -> bool:
    """Whether a file of templates/, by its name without ending, is one of these and no whole wording."""
    folder, _, file = name.rpartition("/")
    return folder.split("/")[0] in NOT_WORDINGS or file.split("-")[0] == LINES or file in (BRIDGES, NEAR)


class _Reader:
    """Reads file after file, and keeps what is wrong."""

    def __init__(self, occasions: Collection[str], sound: bool) -> None:
        self._occasions, self._sound = occasions, sound
        self._topics: dict[str, Topic] = {}
        self._additions: list[tuple[Block, Place]] = []
        self._kinds: dict[str, Passages] = {}
        self._pairs: dict[tuple[str, str], Passages] = {}
        self._lines: dict[str, Passages] = {}
        self._bridges: dict[tuple[str, str], Passages] = {}
        self._near: dict[str, Passages] = {}
        self._trades: dict[tuple[str, str], Passages] = {}
        self._facts: dict[str, Passages] = {}
        self._stories: dict[str, Passages] = {}
        self._sorts: dict[str, Sort] = {}
        self.problems: list[Problem] = []

    def phrasebook(self) -> Phrasebook:
        pairs = [Pair(one, other, found) for (one, other), found in self._pairs.items()]
        return Phrasebook(
            topics=tuple(self._topics.values()),
            kinds=self._kinds,
            pairs=pairs,
            lines=self._lines,
            bridges=self._bridges,
            near=self._near,
            trades=self._trades,
            facts=self._facts,
            stories=self._stories,
            sorts=tuple(self._sorts.values()),
        )

    def blocks(self, path: Path, place: Place) -> list[Block]:
        try:
            text = text_of(path)
        except BadValue as bad:
            self.problems.append(bad.at(place))
            return []
        found, problems = blocks(text, place)
        self.problems += problems
        return found

    def passages(
        self, about: str, block: Block, place: Place, change: Callable[[Passage], Passage] | None = None
    ) -> Passages:
        found = Passages(Part(about, block, place, change))
        if not self._sound:
            self.problems += found.problems
        return found

    def topics(self, path: Path, place: Place) -> None:
        for block in self.blocks(path, place):
            at = Place(place.file, row=block.row)
            if not block.title:
                self.problems.append(
                    Problem(
                        at, "there is a passage before the first topic.", "Write = and the name of its topic above it."
                    )
                )
                continue
            if "kind" in block.settings:
                self._topic(block, at)
            else:
                self._additions.append((block, at))

    def additions(self) -> None:
        """Takes up the blocks that only add to a topic, which may be in a file behind theirs."""
        for block, at in self._additions:
            self._topic(block, at)
        self._additions.clear()

    def _topic(self, block: Block, at: Place) -> None:
        kind = block.settings.get("kind", "")
        known = self._topics.get(block.title)
        if kind not in KINDS and not (known and not kind):
            self.problems.append(kind_problem(kind, at))
            return
        topic = topic_of(block, kind, at, self.passages(block.title, block, Place(at.file)))
        self._topics[block.title] = joined(known, topic) if known else topic

    def kinds(self, path: Path, place: Place) -> None:
        for block in self.blocks(path, place):
            kind = block.title or path.stem
            if kind not in KINDS | FALLBACKS | {ANY}:
                self.problems.append(kind_problem(kind, Place(place.file, row=block.row)))
                continue
            _add(self._kinds, kind, self.passages(kind, block, place))

    def lines(self, path: Path, place: Place) -> None:
        first = FIRST if path.stem.endswith(FIRST) else ""
        occasion = path.parent.name + first
        for block in self.blocks(path, place):
            _add(self._lines, occasion, self.passages(occasion, block, place))

    def facts(self, path: Path, place: Place) -> None:
        for block in self.blocks(path, place):
            if self._is_one_of(block, OF_FACTS, "a kind of statement", place):
                _add(self._facts, block.title, self.passages(f"says {block.title}", block, place))

    def stories(self, path: Path, place: Place) -> None:
        for block in self.blocks(path, place):
            known = {*self._occasions, ANY} if self._occasions else [block.title]
            if self._is_one_of(block, known, "an occasion", place):
                _add(self._stories, block.title, self.passages(f"{block.title} story", block, place))

    def answers(self, path: Path, place: Place) -> None:
        for block in self.blocks(path, place):
            at = Place(place.file, row=block.row)
            sort, problems = sort_of(block, self.passages(ANSWER, block, place, behind_its_story), at)
            self.problems += problems
            known = self._sorts.get(block.title)
            self._sorts[block.title] = known.and_more(sort) if known else sort

    def bridges(self, path: Path, place: Place) -> None:
        occasion = path.parent.name
        for block in self.blocks(path, place):
            if self._is_one_of(block, KINDS | {*GROUPS, ANYTHING}, "a kind or a group of things", place):
                found = self.passages(f"{occasion} with {block.title}", block, place)
                _add(self._bridges, (occasion, block.title), found)

    def near(self, path: Path, place: Place) -> None:
        occasion = path.parent.name
        for block in self.blocks(path, place):
            if self._is_one_of(block, COMPANY, "somebody near to a customer", place):
                near = partial(_with, block.title)
                _add(self._near, occasion, self.passages(f"{occasion} near {block.title}", block, place, near))

    def trades(self, path: Path, place: Place) -> None:
        trade = path.stem
        if trade not in TRADES:
            message = f"“{trade}” is not a trade that we know, so none of this is ever used."
            self.problems.append(Problem(place, message, did_you_mean(trade, TRADES), Level.WARNING))
        for block in self.blocks(path, place):
            known = self._occasions or [block.title]
            if self._is_one_of(block, known, "an occasion", place):
                found = self.passages(f"{trade} at {block.title}", block, place)
                _add(self._trades, (trade, block.title), found)

    def _is_one_of(self, block: Block, known: Collection[str], what: str, place: Place) -> bool:
        """Whether the title of a block is one that we know; if not, it is a problem."""
        if block.title in known and block.title:
            return True
        message = f"“{block.title}” is not {what}." if block.title else "there is a passage before the first heading."
        remedy = did_you_mean(block.title, sorted(known))
        self.problems.append(Problem(Place(place.file, row=block.row), message, remedy, Level.ERROR))
        return False

    def pairs(self, path: Path, place: Place) -> None:
        for block in self.blocks(path, place):
            one, _, other = (part.strip() for part in block.title.partition("+"))
            sides = KINDS | {*GROUPS} | OF_FACTS
            bad = next(
                (side for side, known in ((one, sides | {IT}), (other, sides | {*COMPANY})) if side not in known), None
            )
            if bad is not None:
                remedy = did_you_mean(bad, sorted(sides | {*COMPANY}))
                at = Place(place.file, row=block.row)
                self.problems.append(Problem(at, f"“{bad}” is nothing that a pair can join.", remedy, Level.ERROR))
                continue
            near = partial(_with, other) if other in COMPANY else None
            _add(self._pairs, (one, other), self.passages(f"{one} + {other}", block, place, near))


def _add(known: dict[Key, Passages], key: Key, more: Passages) -> None:
    known[key] = known.get(key, NO_PASSAGES) + more


def _with(company: str, passage: Passage) -> Passage:
    """A passage that is only for those who have somebody, a dog or a partner."""
    terms = replace(passage.terms, company=passage.terms.company | {company})
    return replace(passage, terms=terms)


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


def _place(folder: Path, path: Path) -> Place:
    return Place(f"templates/{path.relative_to(folder).as_posix()}")


def passages_in(book: Phrasebook) -> Iterator[Passage]:
    """Every passage of a phrasebook."""
    for topic in book.topics:
        yield from topic.passages
    pairs = [pair.passages for pair in book.pairs]
    for sort in book.sorts:
        yield from sort.answers
    of_occasions = (book.lines, book.bridges, book.near, book.trades, book.facts, book.stories)
    for group in (*book.kinds.values(), *pairs, *(found for by in of_occasions for found in by.values())):
        yield from group
