"""Judging: whether a note says what it has to, and what speaks for it against the others of its card."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import combinations

from notes.wording.plans.aptness import share_a_place, subject_of
from notes.wording.plans.card import Card
from notes.wording.plans.pieces import BY_THE_TRADE, Built, Said, details_of, facts_of
from notes.wording.plans.stretches import Stretch

SHORT = (0.2, 16, 32)  # up to a share of the cards, so many words
LONGER = (25, 56)
GREETING = 7  # words up to which a piece is a greeting and no more
PLENTY = 3  # things known, of which a card may speak of three and leave some for the next
ASKING = 0.55  # the share of the cards that ask something
BY_NAME = 0.5  # the share of the cards that call the person by name once more
# The share of the cards that begin as only somebody of this trade would, and of those where nothing of them is known.
BY_TRADE, BY_TRADE_ALONE = 0.2, 0.85
ONE_PARAGRAPH = 0.35  # the share of the longer cards that have one paragraph
# What the points are given for; a remark has its own.
EACH_OF_TWO, THIRD, UNUSED, HELD_BACK, JOINED = 3.0, 0.4, -1.0, -4.0, 4.6
NEWS, FACT_ALONE, OTHER_NAMED, SAID_AGAIN, MATTER_LATE, GENERAL = 4.0, 3.0, 1.0, -1.5, -2.5, -1.2
OFF_TRADE, WRONG_ASKING, LATE_DETAIL, REPEATED, ALIKE, WISHES, ALL_OF_ME = 1.6, -1.2, -0.8, -0.6, -1.1, -1.3, -0.4
TOLD_IN_FULL = 0.9
UNTHANKED = -4.0  # who sent a new customer is not named
UNCOUNTED = -9.0  # the years that the card is for, or a round age, are not said
WORD_OFF, CHANCE, TWICE = -0.14, 0.6, -4.0
OFTEN = 2  # times that a name may stand in a note
SAID_BY = 8  # letters: congratulations and congratulate are one
# What says the occasion, and is said once.
_OCCASION = re.compile(
    r"happy (?:[a-z{}-]+ )?(?:birthday|anniversary|retirement)|congratulat\w+|\bthank|\bwelcome\b|well done|\bsorry\b",
    re.I,
)
_NUMBERED = re.compile(r"happy [a-z-]+ (?=birthday|anniversary)")  # a fortieth anniversary is one
_SENTENCE = re.compile(r"(?<=[.?!”])\s+(?=[A-ZÀ-Þ“])")
_WISH = re.compile(
    r"(?:And |Oh, and |Then )?(?:I|We)(?: do)? (?:hope|wish|trust|’d like to think)\b|May\b|Here’s hoping\b"
)
_COUNTS = frozenset(["years", "years-th"])
_OF_ME = re.compile(r"(?:I|We)\b")


class Judge:
    """Judges the notes of one card, by what its own draws want of it."""

    def __init__(self, card: Card) -> None:
        self.card = card
        self.subjects = frozenset(subject_of(detail) for detail in card.fresh if not detail.of_card)
        is_short = card.draws.share("length") < SHORT[0] and len(self.subjects) < 2
        self.fewest, self.most = SHORT[1:] if is_short else LONGER
        self.most_used = 3 if card.is_of_a_matter or len(self.subjects) > PLENTY else 2
        self.asks = card.draws.share("asks") < (0.0 if card.row.gentle else ASKING)
        is_bare = not self.subjects and card.is_of_a_matter
        self.by_trade = card.draws.share("by trade") < (BY_TRADE_ALONE if is_bare else BY_TRADE)
        self.name = card.by_name if card.draws.share("by name") < BY_NAME else ""

    def can_speak_of(self, subjects: frozenset[str]) -> None:
        """Of what is known only this can be said: the rest counts as unknown."""
        self.subjects &= subjects

    def stands(self, pieces: Sequence[Said]) -> bool:
        """Whether a note can stand: one question at most, and who and what it is about are named."""
        ours = [piece for piece in pieces if piece.passage]
        if sum(piece.asked for piece in ours) > 1 or sum(piece.text.count("!") for piece in ours) > 2:
            return False
        if sum(bool(piece.facts & _COUNTS) for piece in pieces) > 1:
            return False
        if any(share_a_place(one, other) for one, other in combinations(details_of(pieces).values(), 2)):
            return False
        facts = facts_of(pieces)
        if not self._names_the_person(pieces, facts) or not self._names_the_matter(pieces, facts):
            return False
        text = " ".join(piece.text for piece in pieces)
        return max((text.count(name) for name in self._names_in(pieces)), default=0) <= OFTEN

    def _names_in(self, pieces: Sequence[Said]) -> set[str]:
        """The names that the pieces may say."""
        people = [detail.who for piece in pieces for detail in piece.details]
        return {name for who in (*people, self.card.person) if who for name in who.names}

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
        if (self.card.row.person_is == "born" and "person" in facts) or self._is_said_by_the_occasion(known["about"]):
            return True
        return any(detail.of_card for piece in pieces if piece.named for detail in piece.details)

    def _is_said_by_the_occasion(self, about: str) -> bool:
        """Whether the matter begins with no more than what the occasion is: “the wedding, under the oak”."""
        head = about.partition(",")[0].removeprefix("the ").removeprefix("your ").casefold()
        return head != about.casefold() and head in (self.card.row.matter, self.card.row.name.replace("-", " "))

    def what_it_says(self, plan: str, said: Stretch) -> float:
        """What speaks for the pieces of a note by what they say, beside the worth of each."""
        facts, used, length = said.facts, said.subjects, said.length
        two, unused = len(used), len(self.subjects - used)
        score = WORD_OFF * max(self.fewest - length, length - self.most, 0)
        score += EACH_OF_TWO * min(two, 2) + THIRD * max(0, min(two, self.most_used) - 2)
        score += HELD_BACK * max(0, two - self.most_used)
        score += UNUSED * min(unused, 3) if length < self.most - 6 else 0
        score += FACT_ALONE if facts and not used else 0
        score += LATE_DETAIL if used and not _is_early(said.pieces) else 0
        score += OFF_TRADE if (plan == BY_THE_TRADE) == self.by_trade else -OFF_TRADE
        score += UNCOUNTED if self.counts and not facts & self.counts else 0
        score += UNTHANKED if "referred" in self.card.facts and "referred" not in facts else 0
        score += self._of_each(said, is_general=GENERAL if unused else 0)
        return score + (self._of_the_matter(said) if self.card.is_of_a_matter else 0)

    def _of_each(self, said: Stretch, is_general: float) -> float:
        """What speaks for the pieces, each by itself."""
        score = is_general * said.general + (JOINED if said.joins else 0) + (NEWS if said.tells else 0)
        score += WRONG_ASKING if said.asks != self.asks else 0
        return score + (OTHER_NAMED if self.card.for_two and said.of_partner else 0)

    def _of_the_matter(self, said: Stretch) -> float:
        """What speaks for the pieces of a card that is for something."""
        is_late = said.pieces[0].is_beside_the_matter
        return (MATTER_LATE if is_late else 0) + (TOLD_IN_FULL if "about" in said.facts else 0)

    def finished(self, plan: str, pieces: tuple[Said, ...], worth: float) -> Built:
        """A note with all that speaks for it: what its pieces say, how they read, and chance."""
        built = Built(plan, pieces, 0.0, self.breaks(plan, pieces))
        reads = REPEATED * _repeats(pieces) + SAID_AGAIN * _said_again(built) + _monotony(built)
        return replace(built, score=worth + reads + CHANCE * self.card.draws.share(plan, *built.passages))

    @cached_property
    def counts(self) -> frozenset[str]:
        """The slots of which one says the number that the card celebrates; none where it has none."""
        known = self.card.facts
        if "age" in known:
            return frozenset(["age"])
        return frozenset(["years", "years-th"] if self.card.row.says_years and "years" in known else [])

    def breaks(self, plan: str, pieces: Sequence[Said]) -> frozenset[int]:
        """Where a second paragraph begins: behind the first piece, before the last, or nowhere."""
        if plan == "S":
            return frozenset([len(pieces) - 1])
        is_short = len(pieces) < 2 or sum(piece.length for piece in pieces) < 28
        if is_short or self.card.draws.share("paragraphs", plan) < ONE_PARAGRAPH:
            return frozenset()
        half = len(pieces) // 2
        if half == 1 and pieces[0].length < GREETING:  # “A very happy birthday!” is no paragraph
            return frozenset([2] if len(pieces) > 2 else [])
        return frozenset([half])


def says_the_occasion(text: str) -> bool:
    """Whether a text congratulates, thanks, or wishes a happy day."""
    return _OCCASION.search(text) is not None


def _is_early(pieces: Sequence[Said]) -> bool:
    """Whether something of the person stands in the first two pieces."""
    return any(piece.details or piece.facts for piece in pieces[:2])


def _said_again(built: Built) -> int:
    """How many things are named by the same words twice, and people three times."""
    text = built.text.casefold()
    things = sum(text.count(detail.phrase.casefold()) > 1 for detail in built.details if " " in detail.phrase)
    names = {name for detail in built.details if detail.who for name in detail.who.names}
    return things + sum(built.text.count(name) > 2 for name in names)


def _repeats(pieces: Sequence[Said]) -> int:
    """How often one piece takes up a word of another."""
    count = 0
    seen: set[str] = set()
    for piece in pieces:
        if piece.passage is not pieces[0].passage or not seen:  # a tail comes back to its lead
            count += len(piece.words & seen)
        seen |= piece.words
    return count


@dataclass(frozen=True, slots=True)
class _Manner:
    """How a piece says what it says: how its sentences begin, how many wish or are of the writer, and the occasion.

    What one passage says twice of the occasion, as “nobody thanks you: thank you”, it means.
    """

    beginnings: Sequence[str]
    wishes: int
    of_me: int
    of_the_occasion: frozenset[str]


@lru_cache(maxsize=10_000)
def _manner(text: str) -> _Manner:
    sentences = _SENTENCE.split(text)
    return _Manner(
        [" ".join(one.casefold().split()[:2]) for one in sentences],
        sum(bool(_WISH.match(one)) for one in sentences),
        sum(bool(_OF_ME.match(one)) for one in sentences),
        frozenset(_NUMBERED.sub("happy ", match.casefold())[:SAID_BY] for match in _OCCASION.findall(text)),
    )


def _monotony(built: Built) -> float:
    """What speaks against sentences that begin alike, that wish again and again, or that are all of the writer."""
    manners = [_manner(piece.text) for piece in built.pieces]
    beginnings = [one for manner in manners for one in manner.beginnings]
    alike = len(beginnings) - len(set(beginnings))
    wishes = sum(manner.wishes for manner in manners)
    of_me = sum(manner.of_me for manner in manners)
    said = [word for manner in manners for word in manner.of_the_occasion]
    twice: float = len(said) - len(set(said))
    counted = sum(bool(piece.facts & {"years", "years-th"}) for piece in built.pieces)
    joins = any(piece.text.startswith(("And ", "Oh, ")) for piece in built.pieces[1:])
    ands = sum(piece.text.startswith("And ") for piece in built.pieces)
    twice += max(0, counted - 1) + 0.6 * joins + 2 * max(0, ands - 1)
    return TWICE * twice + ALIKE * alike + WISHES * max(0, wishes - 1) + ALL_OF_ME * max(0, of_me - 2)
