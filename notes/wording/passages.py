"""Passages: what can be said about a topic, and the lines of an occasion, as the files in templates/ have them.

A line that begins with `*` begins a passage; conditions may come before a colon, and `//` separates the lead from the
tail that comes back to it. `{…}` is a slot. templates/README.md tells all of it to whoever wants to add some.
"""

import hashlib
import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import NamedTuple, overload

from notes.problems import BadValue, Place, Problem, did_you_mean

OWNERS = ("kin", "child", "partner", "parent", "grandchild", "pet")
COMPANY = ("dog", "cat", "horse", "pet", "partner", "child", "grandchild", "kin")
TIMES = ("before", "now", "on", "after", "long after", "unknown")
POSITIONS = ("open", "mid", "end", "whole", "reason", "lead")
REGIONS = ("us", "gb", "ie")
TRADES = (
    *("veterinary", "dental", "hair", "law", "accounts", "realty", "builder", "garage", "bakery", "shop"),
    *("fitness", "school"),
)
FLAGS = ("serious", "says occasion", "i only", "plural you", "anywhere")
# What a story can be of, as templates/stories.txt asks.
TELLS = (
    *("of a first time", "of an animal", "of a saying", "of a kindness", "of a triumph", "of a habit"),
    *("of a happening", "of ours", "of theirs"),
)
# What a jotting can leave in the mind, as templates/keepsakes.txt has its blocks.
KEPT = (
    *("a name", "a saying", "so many", "so big", "a thing", "to eat", "to drink", "to wear", "a tool", "a vehicle"),
    *("to play", "an animal", "a plant", "a place", "to read", "to carry", "at home", "loved", "a mishap", "a habit"),
    "a deed",
)
VOCATIVE = ", name"
_PEOPLE = ("kin", "pet", "partner", "child", "person")
_PRONOUNS = ("he", "him", "his")
_PLAIN = (
    "thing",
    "doing",
    "do",
    "did",
    "does",
    "aside",
    "place",
    "town",
    "day",
    "years",
    "years-th",
    "since",
    "about",
    "referred",
    "month",
    "business",
    "other",
    "doing other",
    "clause",
    "other clause",
    "age",
)
# What the words of a story are caught as, for templates/answers.txt.
OF_A_STORY = (
    *("animal", "animal's", "who", "who's", "it", "number", "things", "weekday", "called"),
    *("piece", "next", "more", "what"),
    *("one", "count", "said"),  # of keepsakes
)
SLOTS = frozenset(
    {
        VOCATIVE,
        *OF_A_STORY,
        *(name for who in _PEOPLE for name in (who, f"{who}'s")),
        *_PRONOUNS,
        *_PLAIN,
    }
)
_SLOT = re.compile(r"\{([^{}]*)\}")
_BY_NUMBER = re.compile(
    rf"({'|'.join(_PEOPLE)}|thing|things|what|it|other|you):([^|{{}}]+)\|([^|{{}}]+)", re.IGNORECASE
)
QUOTED = re.compile(r"“[^”]*”")
_STARTS = re.compile(r"\s+")
_END = re.compile(r"[.?!]”?\s")


class Slot(NamedTuple):
    """A place in a passage that is filled for one person.

    `name` is in small letters; `capital` says that it begins a sentence; `one` and `many` are words that agree.
    """

    name: str
    capital: bool = False
    one: str = ""
    many: str = ""


Piece = str | Slot


@dataclass(frozen=True, slots=True)
class Terms:
    """When a passage may be taken: whose thing it is, who else is known, when, where, and on what card."""

    of: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    occasions: frozenset[str] = frozenset()
    trades: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset()
    positions: frozenset[str] = frozenset()
    tells: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Passage:
    """Something to say: a lead, and a tail that comes back to it after the occasion.

    `about` names the topic, kind or occasion whose file it is from, `text` is as the file has it.
    """

    about: str
    text: str
    lead: tuple[Piece, ...]
    tail: tuple[Piece, ...]
    terms: Terms
    place: Place = field(compare=False)

    @cached_property
    def key(self) -> str:
        """What the history knows the passage by: it outlives a move to another line."""
        return f"{self.about} {hashlib.sha256(self.text.encode()).hexdigest()[:8]}"

    @cached_property
    def slots(self) -> frozenset[str]:
        """The names of the slots that the passage cannot do without, and those that a word agrees with."""
        named = (piece.name for piece in (*self.lead, *self.tail) if isinstance(piece, Slot))
        return frozenset(name for name in named if name != VOCATIVE)

    @cached_property
    def questions(self) -> int:
        """How many questions it asks; those in quotes are somebody else's."""
        return QUOTED.sub("", self.text).count("?")

    @property
    def asks(self) -> bool:
        return self.questions > 0

    @cached_property
    def words(self) -> int:
        """About how many words it comes to."""
        return len(_SLOT.sub("x", self.text.replace("//", "")).split())

    def of_occasion(self, occasion: str) -> bool:
        return not self.terms.occasions or occasion in self.terms.occasions


@cache
def passage(about: str, text: str, place: Place) -> Passage:
    """The passage of a text as it comes after the `*`.

    Raises:
        BadValue: a condition or a slot is not known, or the text cannot be used.
    """
    terms, text = _with_terms(" ".join(text.split()))
    text = text.replace("'", "’") if "'" in text and "’" not in text else text
    lead, *tails = (part.strip() for part in text.split("//"))
    if len(tails) > 1:
        raise BadValue("there is more than one “//” in this passage.", "A single // separates the lead from the tail.")
    if not lead:
        raise BadValue("this passage is empty.", "Write a sentence after the *, or delete the line.")
    return Passage(about, text, _pieces(lead), _pieces("".join(tails)), terms, place)


def slots_in_first_sentence(passage: Passage) -> frozenset[str]:
    """The slots filled before the first sentence of a passage ends."""
    found: set[str] = set()
    for piece in passage.lead:
        if isinstance(piece, Slot):
            found.add(piece.name)
        elif _END.search(piece):
            break
    return frozenset(found)


def _with_terms(text: str) -> tuple[Terms, str]:
    """The conditions before the colon, and the text after it; a text may have a colon of its own."""
    head, colon, rest = text.partition(":")
    words = [_STARTS.sub(" ", word).strip().casefold() for word in head.split(",")]
    if not colon or not rest[:1].isspace():
        return Terms(), text
    known = [_condition(word) for word in words]
    if all(known):
        groups: dict[str, set[str]] = {}
        for name, values in filter(None, known):
            groups.setdefault(name, set()).update(values)
        return Terms(**{name: frozenset(values) for name, values in groups.items()}), rest.strip()
    if any(known) and len(words) > 1 and not any("{" in word for word in words):
        bad = next(word for word, found in zip(words, known, strict=True) if not found)
        raise BadValue(f"“{bad}” is not a condition.", did_you_mean(bad, _conditions()))
    return Terms(), text


def _condition(word: str) -> tuple[str, Sequence[str]] | None:
    """What group a condition belongs to, with its values."""
    for names, group in (
        (TIMES, "times"),
        (POSITIONS, "positions"),
        (REGIONS, "regions"),
        (FLAGS, "flags"),
        (TELLS, "tells"),
    ):
        if word in names:
            return group, [word]
    begin, _, rest = word.partition(" ")
    if begin == "of" and rest in OWNERS:
        return "of", [rest]
    if begin == "with" and rest in COMPANY:
        return "company", [rest]
    if begin == "for" and rest and " " not in rest:
        return "occasions", rest.split("/")
    if begin == "at" and rest and all(one in TRADES for one in rest.split("/")):
        return "trades", rest.split("/")
    return None


def _conditions() -> list[str]:
    return [
        *TIMES, *POSITIONS, *REGIONS, *FLAGS, *TELLS, *(f"of {one}" for one in OWNERS),
        *(f"with {one}" for one in COMPANY), *(f"at {one}" for one in TRADES),
    ]  # fmt: skip


def _pieces(text: str) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    end = 0
    for match in _SLOT.finditer(text):
        pieces += [text[end : match.start()]] if match.start() > end else []
        pieces.append(_slot(match[1]))
        end = match.end()
    pieces += [text[end:]] if end < len(text) else []
    if any(isinstance(piece, str) and ("{" in piece or "}" in piece) for piece in pieces):
        raise BadValue("a brace, { or }, is missing its other half.", "Write slots like {pet} or {, name}.")
    return tuple(pieces)


def _slot(name: str) -> Slot:
    name = name.replace("’", "'")
    if match := _BY_NUMBER.fullmatch(name):
        return Slot(match[1].casefold(), False, match[2], match[3])
    capital = name[:1].isupper()
    plain = name[:1].lower() + name[1:]
    if plain not in SLOTS:
        shown = sorted(SLOTS)
        raise BadValue(f"there is no slot {{{name}}}.", did_you_mean(name, shown))
    return Slot(plain, capital)


@dataclass(frozen=True, slots=True)
class Block:
    """A heading of a file with what is below it: settings by name, and the texts of its passages by line."""

    title: str
    row: int
    settings: dict[str, str]
    texts: list[tuple[int, str]]


_SETTING = re.compile(r"(finds|not|when|kind|called|doing|number):\s*(.*)")


def blocks(text: str, place: Place) -> tuple[list[Block], list[Problem]]:
    """The blocks of a file; one before the first heading has no title."""
    found = [Block("", 1, {}, [])]
    problems: list[Problem] = []
    is_open = False
    for row, raw in enumerate(text.splitlines(), start=1):
        line = raw.strip()
        if line.startswith("#"):
            continue
        if line.startswith("= "):
            found.append(Block(line[2:].strip(), row, {}, []))
            is_open = False
        elif line.startswith("*"):
            found[-1].texts.append((row, line[1:].strip()))
            is_open = True
        elif not line:
            is_open = False
        elif is_open:
            at, so_far = found[-1].texts[-1]
            found[-1].texts[-1] = (at, f"{so_far} {line}")
        elif match := _SETTING.fullmatch(line):
            so_far = found[-1].settings.get(match[1], "")
            found[-1].settings[match[1]] = f"{so_far}; {match[2].strip()}" if so_far else match[2].strip()
        else:
            remedy = "A passage begins with *, a topic with =, a remark with #."
            problems.append(Problem(_at(place, row), f"this line is not part of anything: “{line[:60]}”.", remedy))
    return [block for block in found if block.title or block.texts], problems


def passages_of(about: str, block: Block, place: Place) -> Iterator[Passage | Problem]:
    """The passages of a block, and a problem for each that cannot be used."""
    for row, text in block.texts:
        try:
            yield passage(about, text, _at(place, row))
        except BadValue as bad:
            yield bad.at(_at(place, row))


@dataclass(frozen=True)
class Part:
    """A block whose passages are about something, and what becomes of each of them."""

    about: str
    block: Block
    place: Place
    change: Callable[[Passage], Passage] | None = None

    def read(self) -> Iterator[Passage | Problem]:
        for one in passages_of(self.about, self.block, self.place):
            yield self.change(one) if self.change and isinstance(one, Passage) else one


class Passages(Sequence[Passage]):
    """The passages of some blocks, read when one of them is first asked for: a card needs few of all there are."""

    def __init__(self, *parts: Part) -> None:
        self.parts = parts

    def __reduce__(self) -> tuple[object, ...]:
        return Passages, self.parts

    def __add__(self, others: "Passages") -> "Passages":
        return Passages(*self.parts, *others.parts)

    @cached_property
    def _read(self) -> Sequence[Passage | Problem]:
        return [one for part in self.parts for one in part.read()]

    @cached_property
    def _passages(self) -> Sequence[Passage]:
        return [one for one in self._read if isinstance(one, Passage)]

    @cached_property
    def _suiting(self) -> dict[Hashable, Sequence[Passage]]:
        return {}

    def suiting(self, key: Hashable, suits: Callable[[Passage], bool]) -> Sequence[Passage]:
        """Those that suit, found once for each key, which says all that `suits` goes by."""
        if key not in self._suiting:
            self._suiting[key] = list(filter(suits, self._passages))
        return self._suiting[key]

    @property
    def problems(self) -> Sequence[Problem]:
        return [one for one in self._read if isinstance(one, Problem)]

    @overload
    def __getitem__(self, at: int) -> Passage: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Passage]: ...
    def __getitem__(self, at: int | slice) -> Passage | Sequence[Passage]:
        return self._passages[at]

    def __iter__(self) -> Iterator[Passage]:
        return iter(self._passages)

    def __len__(self) -> int:
        return len(self._passages)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    def __hash__(self) -> int:
        return hash(tuple(self._passages))


NO_PASSAGES = Passages()


def _at(place: Place, row: int) -> Place:
    return Place(place.file, row=row)
