"""Jots: what a cell says one thing after another, written out and yet about nobody in particular.

A story has to be a whole sentence to the customer; what a jotting is about can be known from fewer words. Thoughts are
found in these: templates/thoughts.txt.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from notes.language.numbers import in_words
from notes.problems import Place
from notes.wording.details.detail import Span
from notes.wording.details.verbs import begins_with_a_verb, only_repeats
from notes.wording.stories.cast import Cast, Part
from notes.wording.stories.choosing import says_no_more_than
from notes.wording.stories.gates import (
    held_pieces,
    holds_back,
    is_an_order,
    is_dark_story,
    is_passing,
    is_private,
    is_the_offices_money,
    without_good_causes,
)
from notes.wording.stories.grammar import is_he_does, listed
from notes.wording.stories.heads import falls
from notes.wording.stories.jotted import opened
from notes.wording.stories.pieces import pieces, split
from notes.wording.stories.retelling import read, sentence
from notes.wording.stories.story import key_of
from notes.wording.stories.tokens import joined, quoted

_FEW_WORDS = range(4, 15)
_YOU_DID = re.compile(r"you(?:’ve|’re)? ", re.I)
_PARTED = re.compile(r"\s*//+\s*")
_HOUR = re.compile(r"\b([ap])\.m\.?(?!\w)", re.I)
_TIMES = re.compile(r"\b([2-9])x(?=[\s,.;!]|$)", re.I)
_PAGE = re.compile(r"\bp(?:g|age)?\.? ?(?=\d)(\d{1,3})\b")
_COUNT = "\u2063"  # stands before a number that was said in brackets
_COUNTS = re.compile(rf"{_COUNT}\d+")
_HOW_MANY = re.compile(r"\b([a-z-]+s) \((\d{1,4})(?: (?:so far|now|of them|and counting))?\)")
_COUNTED = re.compile(rf"\b(?P<verb>(?:^|(?<=, ))|[a-z]+ )(?P<what>(?:[a-z-]+ )?[a-z-]+s){_COUNT}(?P<number>\d+)")
_ON_A_DAY = re.compile(r"(?: on)? \d{1,2}[/.-]\d{1,2}[/.-](?:20)?\d\d(?=!*$)")
_EQUALS = re.compile(r"\s*=\s*")
_QUOTES = re.compile("[“”]")
_NAME = re.compile(r"\b[A-Z][a-z]+")
_KIN = "|".join(sorted(listed("kin") | listed("persons.animals") | {"kids", "twins", "boys", "girls", "grandkids"}))
_NAME_OR_KIN = re.compile(rf"\b[A-Z][a-z]+|\b(?:{_KIN})\b")
_OF_KIN = re.compile(rf"(?:his |her |their )?(?:{_KIN})\b", re.IGNORECASE)
_CALENDAR = re.compile(r"\b(?:Xmas|Christmas|Easter|Thanksgiving)\b")
_OF_SOMEBODY = re.compile(rf"\b(?:his|her|their)(?= (?:[a-z]+ )?(?:{_KIN})\b)")


@dataclass(frozen=True, slots=True)
class Jot:
    """One thing that a cell says, or two that stand behind one another: as it stands there, and written out."""

    said: tuple[str, ...]
    parts: tuple[str, ...]
    column: str = ""
    place: Place = field(default=Place(""), compare=False)
    cast: Cast = field(default_factory=Cast, compare=False, repr=False)
    spans: tuple[Span | None, ...] = field(default=(), compare=False)  # when each of its parts is or was

    @property
    def text(self) -> str:
        return ", ".join(self.parts)

    @property
    def key(self) -> str:
        """What the history knows it by."""
        return key_of("; ".join(self.said))

    def told(self) -> str:
        """What it says as a sentence to the customer who did it; "" where it is too long for one, or not certain.

        >>> Jot(("wore his hat to bed",), ("wore his hat to bed",)).told()
        'You wore your hat to bed.'
        """
        clauses = read(self.text, self.cast, "notes") if len(self.parts) == 1 and not falls(self.text) else []
        text = (clauses[0].text or "") if len(clauses) == 1 and clauses[0].has_verb else ""
        is_fit = _YOU_DID.match(text) and ";" not in text and len(text.split()) in _FEW_WORDS
        return sentence(text) if is_fit else ""

    @property
    def is_of_a_day(self) -> bool:
        """Whether it ends with a day in figures, as what the office has planned does as well."""
        return any(map(_ON_A_DAY.search, self.said))

    @property
    def pieces(self) -> Sequence[tuple[str, str]]:
        """What commas part in it, as it stands there and written out; all of it where they part these otherwise."""
        said, written = (", ".join(of).split(", ") for of in (self.said, self.parts))
        is_alike = len(said) == len(written)
        return [*zip(said, written, strict=True)] if is_alike else [("; ".join(self.said), self.text)] * len(written)

    def pieces_of(self, start: int, end: int) -> range:
        """The places of the pieces over which something stands that begins and ends there."""
        return range(self.text.count(", ", 0, start), self.text.count(", ", 0, end) + 1)

    def covers(self, said: str) -> bool:
        """Whether something that the cell says is in it."""
        plain = re.sub(r"\bw/ ?", "with ", quoted(said))
        return bool(said) and any(plain in one for one in self.said)


def jots_of(text: str, cast: Cast, column: str, place: Place, matter: Sequence[str] = ()) -> list[Jot]:
    """The jots of a cell, the single ones first; `matter` is what the card is about already."""
    whole = quoted(text)
    if holds_back(whole, split(whole.replace("!", ".").replace(" - ", "; ")), jotted=True):
        return []
    found: list[Jot | None] = [
        Jot((said,), (one,), column, place, cast) if one else None for said, one in _written(text, cast, matter)
    ]
    both = (_behind(one, other) for one, other in pairwise(found))
    return [one for one in (*found, *both) if one]


def _behind(one: Jot | None, other: Jot | None) -> Jot | None:
    """Two jots of a cell as one, for what only both of them say."""
    if one is None or other is None:
        return None
    return Jot((*one.said, *other.said), (*one.parts, *other.parts), one.column, one.place, one.cast)


def _written(text: str, cast: Cast, matter: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The pieces of a cell, each written out; "" where it is the office's own, or nothing for a card."""
    text = _HOUR.sub(lambda hour: "morning" if hour[1] in "aA" else "evening", _PARTED.sub("; ", quoted(text)))
    text = _TIMES.sub(lambda match: _how_often(int(match[1])), _PAGE.sub(r"page \1", text))
    text = _HOW_MANY.sub(rf"\1{_COUNT}\2", text)
    cast = cast.in_a_cell(text)
    found = pieces(_EQUALS.sub(" is ", text))
    held = held_pieces(found) | _of_theirs(found, text, cast)
    for at, (counted, said) in enumerate((one, _COUNTS.sub("", one)) for one in found):
        undated = _ON_A_DAY.sub("", said)
        kept = _as_far_as_fit(undated)
        is_held = at in held and (kept == undated or _NAME_OR_KIN.search(_CALENDAR.sub("", kept)) or is_private(said))
        is_said = says_no_more_than(kept, " ".join(matter)) or only_repeats(kept, text)
        if kept and not is_held and not is_said:
            kept = _COUNTED.sub(_counted, _ON_A_DAY.sub("", counted)) if kept == undated else kept
            yield said, _yours(_QUOTES.sub("", joined(opened(kept, cast))))
        else:
            yield said, ""


def _of_theirs(found: Sequence[str], text: str, cast: Cast) -> set[int]:
    """The places of the pieces that go on about somebody else: “Ivy's first specs - picked the purple ones”."""
    places: set[int] = set()
    for at, (before, said) in enumerate(pairwise(found), 1):
        goes_on = re.search(rf"{re.escape(before)}\s*[-–,:]\s*{re.escape(said)}", text)
        first = before.split(" ", 1)[0]
        is_theirs = cast.part(first) is Part.OTHER or _OF_KIN.match(before) or at - 1 in places
        if goes_on and is_theirs and begins_with_a_verb(said):
            places.add(at)
    return places


def _how_often(number: int) -> str:
    return "twice" if number == 2 else f"{in_words(number)} times"


def _counted(match: re.Match[str]) -> str:
    """What was counted in brackets with its number before it: “collects 140 padlocks”."""
    first, _, rest = f"{match['verb']}{match['what']}".partition(" ")
    if is_he_does(first) or first.endswith(("ing", "ed")):
        return f"{first} {match['number']} {rest}" if rest else first
    is_all = not match["verb"].strip()
    return f"{match['number']} {match['what']}" if is_all else f"{first} {rest}"


def _as_far_as_fit(said: str) -> str:
    """A piece up to where something is the office's own, or a sorrow; "" where that is its beginning."""
    kept = list(takewhile(_is_fit, said.split(", ")))
    return ", ".join(kept) if _is_fit(", ".join(kept)) else ""


def _is_fit(said: str) -> bool:
    plain = without_good_causes(said)
    is_out = is_dark_story(plain) or is_the_offices_money(plain) or is_passing(plain)
    return not is_out and not is_an_order(re.sub(r"“[^”]*”", "", said))


def _yours(text: str) -> str:
    """A jot with “your” relatives, where nobody else is named whose they may be.

    >>> _yours("built a barn with his brother"), _yours("Tom and his brother sing")
    ('built a barn with your brother', 'Tom and his brother sing')
    """
    match = _OF_SOMEBODY.search(text)
    return text if match is None or _NAME.search(text[: match.start()]) else _OF_SOMEBODY.sub("your", text)
