"""Pieces: the sentences of a note with what they came from, and the note that a plan makes of them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from notes.language.texts import word_set
from notes.problems import Place
from notes.wording.details import Detail, Owner
from notes.wording.passages import QUOTED, Passage
from notes.wording.plans.aptness import subjects_by_key
from notes.wording.plans.memory import mention_of

BY_THE_TRADE = "T"  # the plan that begins as only somebody of this trade would
_NOTHING: frozenset[str] = frozenset()
_WORD = re.compile(r"[^\W\d_][\w’]{3,}")
# Words that may be in two sentences of one note without anybody noticing.
_COMMON = word_set(
    """
    that this with have your been what when there they them their will would could about from just than then were into
    some somebody anybody nobody everybody year years more most good know like hope glad very every other you’re it’s
    that’s i’ve i’d i’m we’re we’ve don’t happy birthday thank thanks congratulations
    """
)


@dataclass(frozen=True)
class Said:
    """A piece of a note: its words, what it came from, and what of the person it speaks of.

    `named` is false where it is about a thing that it does not name, so that something else has to.
    """

    text: str
    passage: Passage | None = None
    details: tuple[Detail, ...] = ()
    cells: tuple[Place, ...] = ()
    facts: frozenset[str] = frozenset()
    named: bool = True

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        """What a worker sends of it: not what was worked out of it."""
        return Said, (self.text, self.passage, self.details, self.cells, self.facts, self.named)

    @cached_property
    def length(self) -> int:
        return len(self.text.split())

    @cached_property
    def asked(self) -> int:
        """How many questions it asks; somebody else asks what is in quotes."""
        return QUOTED.sub("", self.text).count("?")

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that one notices when they come again."""
        own = {word for detail in self.details for word in _WORD.findall(detail.key)}
        return frozenset(word.casefold() for word in _WORD.findall(self.text)) - _COMMON - own

    @cached_property
    def beginning(self) -> str:
        return " ".join(self.text.casefold().split()[:2])

    @cached_property
    def by_key(self) -> Mapping[str, Detail]:
        found: dict[str, Detail] = {}
        for detail in self.details:
            found.setdefault(detail.key, detail)
        return found

    @cached_property
    def keys(self) -> frozenset[str]:
        return frozenset(self.by_key)

    @cached_property
    def subjects(self) -> Mapping[str, str]:
        """What it is about, by the keys of its details."""
        return subjects_by_key(tuple(self.by_key.values()))

    @cached_property
    def has_news(self) -> bool:
        return any(detail.came_of_it for detail in self.details)

    @cached_property
    def of_partner(self) -> bool:
        return any(detail.who and detail.who.owner is Owner.PARTNER for detail in self.details)

    @cached_property
    def is_general(self) -> bool:
        """Whether it could go to anybody."""
        own = self.details or self.facts - {"since", "years"} or not self.passage
        return not own and bool(self.passage and self.passage.terms.positions & {"end", "reason"})

    @cached_property
    def is_beside_the_matter(self) -> bool:
        """Whether it speaks of something that has nothing to do with what the card is for."""
        own = not self.passage or self.passage.terms.positions or self.passage.terms.occasions
        return bool(self.details) and not own and not any(detail.of_card for detail in self.details)


def details_of(pieces: Sequence[Said]) -> dict[str, Detail]:
    """What pieces speak of by its key, each once, the first first."""
    found: dict[str, Detail] = {}
    for piece in pieces:
        if piece.details:
            found |= {key: detail for key, detail in piece.by_key.items() if key not in found}
    return found


def subjects_of(pieces: Sequence[Said]) -> set[str]:
    """What pieces are about: somebody is one thing, whatever is said of them."""
    found: Mapping[str, str] = {}
    for piece in pieces:
        if piece.details:
            found = {**piece.subjects, **found} if found else piece.subjects
    return set(found.values())


def facts_of(pieces: Sequence[Said]) -> frozenset[str]:
    return _NOTHING.union(*[piece.facts for piece in pieces])


def passages_of(pieces: Sequence[Said]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([piece.passage.key for piece in pieces if piece.passage]))


def text_of(pieces: Sequence[Said]) -> str:
    return " ".join([piece.text for piece in pieces])


def length_of(pieces: Sequence[Said]) -> int:
    return sum([piece.length for piece in pieces])


@dataclass(frozen=True)
class Built:
    """A note as a plan made it, with what speaks for it; `breaks` are the pieces that begin a paragraph."""

    plan: str
    pieces: tuple[Said, ...]
    score: float = 0.0
    breaks: frozenset[int] = frozenset()

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        """What a worker sends of it: not what was worked out of it."""
        return Built, (self.plan, self.pieces, self.score, self.breaks)

    @cached_property
    def details(self) -> list[Detail]:
        """What it speaks of, each once, the first first."""
        return list(details_of(self.pieces).values())

    @property
    def mentions(self) -> tuple[str, ...]:
        """What the history remembers that it spoke of."""
        return tuple(map(mention_of, self.details))

    @cached_property
    def facts(self) -> frozenset[str]:
        return facts_of(self.pieces)

    @cached_property
    def passages(self) -> tuple[str, ...]:
        return passages_of(self.pieces)

    @cached_property
    def text(self) -> str:
        return text_of(self.pieces)

    @cached_property
    def length(self) -> int:
        return length_of(self.pieces)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        groups: list[list[str]] = []
        for at, piece in enumerate(self.pieces):
            if at == 0 or at in self.breaks:
                groups.append([])
            groups[-1].append(piece.text)
        return tuple(" ".join(group) for group in groups)
