"""Judging: whether a note says what it has to, and what speaks for it against the others of its card."""

from collections.abc import Sequence

from notes.wording.details import Owner
from notes.wording.plans.card import Card
from notes.wording.plans.pieces import Built, Said

LENGTHS = ((0.2, 15, 25), (0.7, 30, 45), (1.0, 46, 65))  # up to a share of the cards, so many words
ASKING = 0.55  # the share of the cards that ask something
BY_NAME = 0.4  # the share of the cards that call the person by name once more
ONE_PARAGRAPH = 0.35  # the share of the longer cards that have one paragraph
# What the points are given for; a lead has its own.
TWO_DETAILS, ONE_DETAIL, THIRD_DETAIL, ONE_OF_TWO, JOINED = 2.4, 1.0, 0.0, -1.2, 1.4
FACT_ALONE, OTHER_NAMED = 3.0, 1.0
SAID_AGAIN = -1.5
MATTER_LATE = -2.5  # a wedding or a new house comes before the hobby
WRONG_ASKING, UNNAMED, LATE_DETAIL, REPEATED, WORDS_OFF, CHANCE = -1.6, -0.6, -0.6, -0.7, -0.4, 0.7


class Judge:
    """Judges the notes of one card, by what its own draws want of it."""

    def __init__(self, card: Card) -> None:
        self.card = card
        share = card.draws.share("length")
        self.fewest, self.most = next((few, many) for up_to, few, many in LENGTHS if share < up_to)
        self.asks = card.draws.share("asks") < ASKING
        self.name = card.by_name if card.draws.share("by name") < BY_NAME else ""
        self.known = len({detail.key for detail in card.fresh})

    def stands(self, pieces: Sequence[Said]) -> bool:
        """Whether a note can stand: one question at most, and who and what it is about are named."""
        ours = [piece for piece in pieces if piece.passage]
        if sum(piece.asked for piece in ours) > 1 or sum(piece.text.count("!") for piece in ours) > 2:
            return False
        facts = frozenset().union(*(piece.facts for piece in pieces))
        return self._names_the_person(pieces, facts) and self._names_the_matter(pieces, facts)

    def _names_the_person(self, pieces: Sequence[Said], facts: frozenset[str]) -> bool:
        person = self.card.person
        if person is None or "person" in facts:
            return True
        named = {one.who for piece in pieces for one in piece.details if one.who}
        if person.names:
            return any(set(person.names) & set(who.names) for who in named)
        return any(person.relation == who.relation for who in named)

    def _names_the_matter(self, pieces: Sequence[Said], facts: frozenset[str]) -> bool:
        known = self.card.facts
        if self.card.of_referral and "referred" in known and "referred" not in facts:
            return False
        if "about" not in known or "say_this" in facts or "about" in facts:
            return True
        return any(detail.of_card for piece in pieces if piece.named for detail in piece.details)

    def score(self, built: Built) -> float:
        pieces = built.pieces
        used = len(frozenset().union(*(piece.keys for piece in pieces)))
        score = WORDS_OFF * max(self.fewest - built.length, built.length - self.most, 0)
        score += TWO_DETAILS if used > 1 else ONE_DETAIL if used else 0
        score += THIRD_DETAIL if used > 2 else 0
        score += ONE_OF_TWO if self.known > 1 and used < 2 else 0
        score += JOINED if any(len(piece.keys) > 1 for piece in pieces) else 0
        score += FACT_ALONE if built.facts and not used else 0
        score += OTHER_NAMED if self._names_the_other(built) else 0
        score += WRONG_ASKING if any(piece.asked for piece in pieces) != self.asks else 0
        score += UNNAMED if "about" not in built.facts and not all(piece.named for piece in pieces) else 0
        score += LATE_DETAIL if used and not pieces[0].details and not self.card.is_of_a_matter else 0
        score += MATTER_LATE if self.card.is_of_a_matter and _is_beside_the_matter(pieces[0]) else 0
        score += REPEATED * _repeats(pieces) + SAID_AGAIN * _said_again(built)
        return score + CHANCE * self.card.draws.share(built.plan, *built.passages)

    def _names_the_other(self, built: Built) -> bool:
        """Whether a card for two that goes to one of them names the other."""
        if not self.card.for_two:
            return False
        return any(detail.who and detail.who.owner is Owner.PARTNER for detail in built.details)

    def breaks(self, plan: str, pieces: Sequence[Said]) -> frozenset[int]:
        """Where a second paragraph begins: behind the first piece, before the last, or nowhere."""
        if plan == "S":
            return frozenset([len(pieces) - 1])
        is_short = len(pieces) < 2 or sum(piece.length for piece in pieces) < 28
        if is_short or self.card.draws.share("paragraphs", plan) < ONE_PARAGRAPH:
            return frozenset()
        return frozenset([1 if plan in ("A", "C", "D") else len(pieces) - 1])


def _is_beside_the_matter(piece: Said) -> bool:
    """Whether a piece speaks of something that has nothing to do with what the card is for."""
    own = not piece.passage or piece.passage.terms.positions or piece.passage.terms.occasions
    return bool(piece.details) and not own and not any(detail.of_card for detail in piece.details)


def _said_again(built: Built) -> int:
    """How many things are named by the same words twice."""
    text = built.text.casefold()
    return sum(text.count(detail.phrase.casefold()) > 1 for detail in built.details if " " in detail.phrase)


def _repeats(pieces: Sequence[Said]) -> int:
    """How often one piece takes up a word of another, or begins like it."""
    count = 0
    seen: set[str] = set()
    begun: set[str] = set()
    for piece in pieces:
        if piece.passage is not pieces[0].passage or not seen:  # a tail comes back to its lead
            count += len(piece.words & seen)
        seen |= piece.words
        count += piece.beginning in begun
        begun.add(piece.beginning)
    return count
