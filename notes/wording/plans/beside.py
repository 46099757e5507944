"""Beside: which remarks of a note may stand beside one another, and in which order."""

import re
from collections.abc import Sequence
from itertools import combinations, permutations

from notes.wording.details import Detail
from notes.wording.passages import Passage
from notes.wording.plans.pieces import Said
from notes.wording.plans.remarks import OF_JOTTINGS, Remark, Source
from notes.wording.plans.thinking import A_PIECE
from notes.wording.plans.voice import RETOLD
from notes.wording.stories.story import KIND

SHORT = 20  # words of what is said back behind something that is
_ENDS_GREETING = re.compile(r"(?:[Hh]appy|[Cc]ongratulations|[Tt]hank you|[Ww]elcome)[^.?!]*[.!]$")


def is_on_one(one: Remark) -> bool:
    """Whether a remark is about one thing, and ends with it: the next sentence may take it up."""
    is_known = one.source in (Source.OCCASION, Source.TOPIC, Source.BRIDGE, Source.FACT)
    return len(one.details) == 1 and is_known and not _ENDS_GREETING.search(one.fit.lead())


def says_again(one: Remark, pieces: Sequence[Said]) -> bool:
    """Whether a remark names a small thing, or one by its name, that what stands before it has named.

    So does one on a jotting of which a piece before it speaks already.
    """
    if one.source not in OF_JOTTINGS:
        return False
    if any(_opens_alike(one.lead(), piece.text) for piece in pieces):
        return True
    is_long = one.source is Source.ACCOUNT and len(one.lead().split()) > SHORT
    if is_long and any(piece.passage and _is_retold(piece.passage) for piece in pieces):
        return True  # one thing said back is told, two are read out
    return any(_names_what_is_in(one, piece.text) or _is_of_one(one.details, piece.details) for piece in pieces)


def _opens_alike(one: str, other: str) -> bool:
    """Whether two things are said with one liking: “I love it that …”, twice."""
    return any(opening in one and opening in other for opening in _OPENINGS)


_OPENINGS = ("love it that", "makes me smile that", "makes us smile that", "can’t get over it")


def _is_retold(passage: Passage) -> bool:
    return any(isinstance(piece, str) and RETOLD in piece for piece in passage.lead)


def _is_of_one(some: Sequence[Detail], others: Sequence[Detail]) -> bool:
    """Whether two remarks are on one jotting, or on a part of it."""
    pairs = ((one, other) for one in some for other in others if one.kind in _JOTTED and other.kind in _JOTTED)
    return any(bool(_cut(one.said) & _cut(other.said)) for one, other in pairs)


def _cut(said: str) -> frozenset[str]:
    return frozenset(part.strip(" !.").casefold() for part in re.split(r"[,;]", said) if part.strip(" !."))


_JOTTED = frozenset([KIND, A_PIECE])


def _names_what_is_in(one: Remark, text: str) -> bool:
    named = one.fit.values.get("it" if one.source is Source.KEEPSAKE else "called", "")
    last = named.split()[-1] if named else ""
    return bool(last) and last in text and re.search(rf"\b{re.escape(last)}\b", text) is not None


def in_order(remarks: tuple[Remark, ...]) -> tuple[Remark, ...]:
    """Those who are near come last, and what is said in passing, and a question behind what is said."""
    return tuple(sorted(remarks, key=lambda one: (one.is_in_passing, one.source is Source.NEAR, one.passage.asks)))


def go_together(remarks: tuple[Remark, ...]) -> bool:
    """Whether they ask once at most, are each of something else, and of one who is near at most."""
    subjects = [subject for one in remarks for subject in one.subjects]
    near = sum(one.source is Source.NEAR for one in remarks)
    jotted = [one for one in remarks if one.source in OF_JOTTINGS]
    if any(_opens_alike(one.lead(), other.lead()) for one, other in combinations(jotted, 2)):
        return False
    told = [one for one in jotted if one.source is Source.ACCOUNT]
    if len(told) > 1 and any(len(one.lead().split()) > SHORT for one in told):
        return False
    if any(_is_of_one(one.details, other.details) for one, other in combinations(jotted, 2)):
        return False
    if any(_names_what_is_in(one, other.lead()) for one, other in permutations(jotted, 2)):
        return False
    is_one_near = near < 2 or all(one.source is Source.NEAR for one in remarks)
    return sum(one.passage.asks for one in remarks) < 2 and len(set(subjects)) == len(subjects) and is_one_near


def is_of_the_day_alone(passage: Passage) -> bool:
    """Whether a line is true on one day only: the post may come a day sooner or later."""
    return passage.terms.times == {"on"}
