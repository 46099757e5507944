"""Candidates: the notes that could be put together of a card, each worked out only where it may be the best.

What the pieces of a note say is counted for every one of them; how they read together, which only takes away, for
those alone that no other outdoes.
"""

from collections.abc import Callable, Collection, Iterable
from functools import cached_property, partial
from typing import NamedTuple

from notes.wording.passages import Passage
from notes.wording.plans.judging import Judge
from notes.wording.plans.pieces import Built, Said, length_of
from notes.wording.rendering import flaws

MOST_APART = 3  # notes that a card is offered, each unlike the others
OUTDONE = 80.0  # more than a note can be worth that tells no story of something particular
_EVEN = 1e-6  # what two sums may differ by that were added up in another order


class Rough(NamedTuple):
    """The pieces of a note in their order, what speaks for what they say, and what the note is worth at most.

    `text` is what they come to, and `passages` what they come from.
    """

    plan: str
    pieces: tuple[Said, ...]
    worth: float
    most: float
    text: str
    passages: tuple[str, ...]


Suits = Callable[[Rough | Built], bool]


class Candidates:
    """The notes of a card, out of which one may ask for the best of some kind.

    Those that are `told` tell a story; the others are laid out as `rough` ones where none of these will do, or where
    there are thoughts among them, which `outdo` a story.
    """

    def __init__(
        self, judge: Judge, told: Iterable[Built], rough: Callable[[Judge], Iterable[Rough]], *, outdo: bool = False
    ) -> None:
        self._judge, self._rough, self._outdo = judge, rough, outdo
        self._told = sorted({one.text: one for one in told}.values(), key=_rank)
        self._finished: dict[str, Built | None] = {}
        self._flawed: dict[str, bool] = {}

    def __getstate__(self) -> dict[str, object]:
        """What a worker sends: the best worked out, and what is laid out for them and for what is shorter."""
        best = self.different(frozenset(), MOST_APART)
        if best and best[0].pieces[0].passage:
            _ = self._in_order
        return {name: value for name, value in vars(self).items() if name != "_rough"}

    def laid_out_by(self, rough: Callable[[Judge], Iterable[Rough]]) -> "Candidates":
        """These, with what lays them out where a worker has sent them without it."""
        vars(self).setdefault("_rough", rough)
        return self

    @cached_property
    def _by_text(self) -> dict[str, list[Rough]]:
        """The notes that tell no story; a text may come about in several ways, of which the last comes first."""
        found: dict[str, list[Rough]] = {}
        for one in self._rough(self._judge):
            found.setdefault(one.text, []).insert(0, one)
        return found

    @cached_property
    def _in_order(self) -> list[tuple[float, str]]:
        """What each text is worth at most, the most first."""
        return sorted(((max(one.most for one in ways), text) for text, ways in self._by_text.items()), reverse=True)

    def different(self, taken: frozenset[str], most: int) -> list[Built]:
        """The best without a passage that is taken, then the best of those that share neither plan nor passage with
        it, then those of one plan.
        """
        chosen: list[Built] = []
        for strict in (True, False):
            while len(chosen) < most:
                plans = {one.plan for one in chosen} if strict else set()
                had = taken.union(*[one.passages for one in chosen])
                if (best := self.best(partial(_is_new, plans, had))) is None:
                    break
                chosen.append(best)
        return chosen

    def best(self, suits: Suits) -> Built | None:
        """The best note of those that suit."""
        best = next(filter(suits, self._told), None)
        if best and best.score > OUTDONE and not self._outdo:
            return best
        for most, text in self._in_order:
            if best and most < best.score - _EVEN:
                break
            one = self._of(text, suits)
            if one and (best is None or _rank(one) < _rank(best)):
                best = one
        return best

    def shortest(self, head: Passage | None, plan: str, lengths: range, suits: Suits) -> Built | None:
        """The shortest note of those that suit and begin with a passage; where that is none, of those of the plan."""
        key = head and head.key

        def fits(one: Rough | Built) -> bool:
            first = one.pieces[0].passage
            is_alike = (first and first.key) == key and (head is not None or one.plan == plan)
            return is_alike and length_of(one.pieces) in lengths and suits(one)

        found = [one for one in self._told if fits(one)]
        if head is not None:
            texts = (text for text, ways in self._by_text.items() if any(map(fits, ways)))
            found += filter(None, (self._of(text, fits) for text in texts))
        return min(found, key=lambda one: (one.length, one.text), default=None)

    def all(self) -> list[Built]:
        """All the notes, the best first."""
        made = {one.text: one for one in self._told}
        made |= {text: one for text in self._by_text if (one := self._of(text, lambda _: True))}
        return sorted(made.values(), key=_rank)

    def _of(self, text: str, suits: Suits) -> Built | None:
        """The note of a text, if it can stand and suits."""
        ways = self._by_text[text]
        if len(ways) == 1 and not suits(ways[0]):
            return None
        if text not in self._finished:
            standing = next((one for one in ways if self._stands(one)), None)
            self._finished[text] = standing and self._judge.finished(*standing[:3])
        one = self._finished[text]
        return one if one and suits(one) else None

    def _stands(self, one: Rough) -> bool:
        return self._judge.stands(one.pieces) and not any(map(self._is_flawed, one.pieces))

    def _is_flawed(self, piece: Said) -> bool:
        """Whether a piece of ours shows that words are missing."""
        if piece.passage is None:
            return False
        if piece.text not in self._flawed:
            self._flawed[piece.text] = bool(flaws(piece.text))
        return self._flawed[piece.text]


def _is_new(plans: Collection[str], had: frozenset[str], one: Rough | Built) -> bool:
    return one.plan not in plans and had.isdisjoint(one.passages)


def _rank(one: Built) -> tuple[float, str]:
    return -one.score, one.text
