"""Stretches: pieces that stand behind one another, with what is counted of them.

The notes of a card are put together of few stretches in very many ways, so that each is counted once, and of a note
only what its stretches have is added up.
"""

from collections.abc import Iterable
from functools import reduce
from typing import NamedTuple

from notes.wording.phrasebook import KEEPSAKE
from notes.wording.plans.pieces import Said, subjects_of

_NOTHING: frozenset[str] = frozenset()


class Stretch(NamedTuple):
    """Some pieces in their order, and what is counted of them.

    `keys` are those of what they speak of, `subjects` what they are about, `passages` what they come from, `heads` of
    these what speaks of something, and `keepsakes` those on a small thing that is kept in mind, on which so many
    `dwell`. So many are `general`; whether one `joins` two things, `tells` news, `asks`, is `of_partner` or says how
    it happened (`says_how`) counts once.
    """

    pieces: tuple[Said, ...] = ()
    text: str = ""
    length: int = 0
    keys: frozenset[str] = _NOTHING
    subjects: frozenset[str] = _NOTHING
    facts: frozenset[str] = _NOTHING
    passages: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    keepsakes: tuple[str, ...] = ()
    dwell: int = 0
    general: int = 0
    joins: bool = False
    tells: bool = False
    asks: bool = False
    of_partner: bool = False
    says_how: bool = False

    @property
    def says_one_thing_of_two(self) -> bool:
        """Whether one sentence stands in it for two things; the last piece may come back to the first."""
        heads = self.heads
        if len(heads) < 2 or len(set(heads)) == len(heads):
            return False
        first, last = self.pieces[0], self.pieces[-1]
        is_tail = last.passage is first.passage and last.text != first.text
        return len(set(heads)) + is_tail < len(heads)

    @property
    def repeats_a_keepsake(self) -> bool:
        """Whether it dwells on two small things, or speaks of two of a kind: two that one cannot forget are a habit."""
        return self.dwell > 1 or len(set(self.keepsakes)) < len(self.keepsakes)


NO_PIECES = Stretch()


def stretch_of(pieces: Iterable[Said]) -> Stretch:
    """Pieces as a stretch."""
    return reduce(joined, map(_alone, pieces), NO_PIECES)


def _alone(piece: Said) -> Stretch:
    """A piece by itself, counted once for as long as it is there."""
    kept = vars(piece)
    if "alone" not in kept:
        kept["alone"] = _counted(piece)
    found: Stretch = kept["alone"]
    return found


def _counted(piece: Said) -> Stretch:
    passage = piece.passage
    is_keepsake = passage is not None and passage.about.startswith(KEEPSAKE)
    return Stretch(
        pieces=(piece,),
        text=piece.text,
        length=piece.length,
        keys=piece.keys,
        subjects=frozenset(subjects_of([piece])),
        facts=piece.facts,
        passages=(passage.key,) if passage else (),
        heads=(passage.key,) if passage and piece.keys else (),
        keepsakes=(passage.about,) if passage and is_keepsake else (),
        dwell=int(passage is not None and is_keepsake and "end" not in passage.terms.positions),
        general=int(piece.is_general),
        joins=len(piece.keys) > 1,
        tells=piece.has_news,
        asks=bool(piece.asked),
        of_partner=piece.of_partner,
        says_how=passage is not None and passage.about == "says mishap",
    )


def joined(one: Stretch, other: Stretch) -> Stretch:
    """Two stretches behind one another."""
    if not one.pieces or not other.pieces:
        return one if one.pieces else other
    pieces = one.pieces + other.pieces
    is_apart = one.keys.isdisjoint(other.keys)  # otherwise a thing is about what it was about first
    return Stretch(
        pieces,
        f"{one.text} {other.text}",
        one.length + other.length,
        one.keys | other.keys,
        one.subjects | other.subjects if is_apart else frozenset(subjects_of(pieces)),
        one.facts | other.facts,
        one.passages + other.passages,
        one.heads + other.heads,
        one.keepsakes + other.keepsakes,
        one.dwell + other.dwell,
        one.general + other.general,
        one.joins or other.joins,
        one.tells or other.tells,
        one.asks or other.asks,
        one.of_partner or other.of_partner,
        one.says_how or other.says_how,
    )
