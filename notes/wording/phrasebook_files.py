"""The files of the phrasebook: topics, kinds, lines, thoughts and the rest of templates/, as they are read."""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from notes.problems import BadValue, Level, Place, Problem, did_you_mean
from notes.wording.passages import COMPANY, KEPT, NO_PASSAGES, TRADES, Block, Part, Passage, Passages, blocks
from notes.wording.phrasebook import (
    ANSWER,
    ANY,
    ANYTHING,
    FALLBACKS,
    FIRST,
    GROUPS,
    IT,
    KEEPSAKE,
    OF_FACTS,
    OURS,
    Pair,
    Phrasebook,
)
from notes.wording.stories.sorts import Sort, behind_its_story, sort_of
from notes.wording.text_files import text_of
from notes.wording.topics import KINDS, Topic, joined, kind_problem, topic_of

Key = TypeVar("Key", bound=Hashable)

TOPICS, KINDS_FOLDER, TRADES_FOLDER, PAIRS, LINES = "topics", "kinds", "trades", "pairs.txt", "lines"
THOUGHTS, SHAPES = "thoughts", "shapes"  # what is of a shape alone comes behind all that knows the thing
THOUGHT, TURN = "thought", "turn"
BRIDGES, NEAR, FACTS, STORIES, ANSWERS = "bridges", "near", "facts.txt", "stories.txt", "answers.txt"
KEEPSAKES, REGARDS, TURNS = "keepsakes.txt", "regards.txt", "turns.txt"
NOT_WORDINGS = frozenset([TOPICS, KINDS_FOLDER, TRADES_FOLDER, THOUGHTS])


def read_phrasebook(
    folders: Sequence[Path], occasions: Collection[str] = (), *, sound: bool = False
) -> tuple[Phrasebook, Sequence[Problem]]:
    """The phrasebook of all folders: a later one adds to what those before it have.

    `occasions` are those that a block of a trade may be for; without them any is. In what is known to be `sound`
    nobody looks for mistakes: each passage is read when it is first needed.
    """
    reader = _Reader(occasions, sound)
    for folder in folders:
        for pattern, take in _TAKEN.items():
            for path in sorted(folder.glob(pattern), key=lambda path: (path.stem == SHAPES, path)):
                if not (pattern.startswith("*") and path.parent.name in NOT_WORDINGS):
                    take(reader, path, _place(folder, path))
            reader.additions()
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
        self._thoughts: dict[str, Sort] = {}
        self._turns: dict[str, Sort] = {}
        self._keepsakes: dict[str, Passages] = {}
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
            thoughts=tuple(self._thoughts.values()),
            turns=tuple(self._turns.values()),
            keepsakes=self._keepsakes,
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
        self._sorted(ANSWER, path, place, self._sorts, behind_its_story)

    def thoughts(self, path: Path, place: Place) -> None:
        self._sorted(THOUGHT, path, place, self._thoughts)

    def turns(self, path: Path, place: Place) -> None:
        self._sorted(TURN, path, place, self._turns)

    def keepsakes(self, path: Path, place: Place) -> None:
        for block in self.blocks(path, place):
            if self._is_one_of(block, KEPT, "a kind of keepsake", place):
                _add(self._keepsakes, block.title, self.passages(f"{KEEPSAKE} {block.title}", block, place))

    def _sorted(
        self,
        about: str,
        path: Path,
        place: Place,
        into: dict[str, Sort],
        change: Callable[[Passage], Passage] | None = None,
    ) -> None:
        """Takes up the sorts of a file; a block of a known name adds to it."""
        for block in self.blocks(path, place):
            at = Place(place.file, row=block.row)
            sort, problems = sort_of(block, self.passages(about, block, place, change), at)
            self.problems += problems
            known = into.get(block.title)
            into[block.title] = known.and_more(sort) if known else sort

    def bridges(self, path: Path, place: Place) -> None:
        occasion = path.parent.name
        for block in self.blocks(path, place):
            if self._is_one_of(block, KINDS | {*GROUPS, ANYTHING}, "a kind or a group of things", place):
                found = self.passages(f"{occasion} with {block.title}", block, place)
                _add(self._bridges, (occasion, block.title), found)

    def near(self, path: Path, place: Place) -> None:
        self._near_on(path.parent.name, path, place)

    def regards(self, path: Path, place: Place) -> None:
        self._near_on(ANY, path, place)

    def _near_on(self, occasion: str, path: Path, place: Place) -> None:
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
            sides = KINDS | {*GROUPS} | OF_FACTS | {OURS}
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


# In which order the files of a folder are taken up, and as what.
_TAKEN: Mapping[str, Callable[[_Reader, Path, Place], None]] = {
    f"{TOPICS}/*.txt": _Reader.topics,
    f"{KINDS_FOLDER}/*.txt": _Reader.kinds,
    f"*/{LINES}*.txt": _Reader.lines,
    f"*/{BRIDGES}.txt": _Reader.bridges,
    f"*/{NEAR}.txt": _Reader.near,
    REGARDS: _Reader.regards,
    f"{TRADES_FOLDER}/*.txt": _Reader.trades,
    FACTS: _Reader.facts,
    STORIES: _Reader.stories,
    ANSWERS: _Reader.answers,
    f"{THOUGHTS}/*.txt": _Reader.thoughts,
    TURNS: _Reader.turns,
    KEEPSAKES: _Reader.keepsakes,
    PAIRS: _Reader.pairs,
}


def _place(folder: Path, path: Path) -> Place:
    return Place(f"templates/{path.relative_to(folder).as_posix()}")
