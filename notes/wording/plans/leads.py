"""Leads: what can be said of the details of a card, by topic, by kind and by pair, the best first."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from notes.problems import Place
from notes.wording.details import Detail, Owner
from notes.wording.passages import Passage
from notes.wording.phrasebook import ANY, Phrasebook
from notes.wording.plans.card import Card
from notes.wording.plans.fitting import Fit, fitted
from notes.wording.topics import KINDS, SMALL, stems

# What a passage is worth by where it is from; a topic knows more than a kind, and two in one sentence more than two.
OF_TOPIC, OF_NAME, OF_KIND, OF_COLUMN, OF_ANYTHING = 3.0, 0.4, -2.0, -2.6, -3.2
OF_PAIR, OF_ANY_PAIR = 2.2, -2.0
NAMES_IT, JOINS, OF_THE_CARD, IS_NEWS, IS_A_THING, EACH_CONDITION = 1.5, 1.6, 1.5, 1.0, 1.6, 0.6
CAME_OF_IT = 4.0  # somebody wrote it down so that it would be said
ASKS_AS_WANTED, CHANCE, LATER_ON_THE_LIST = 0.8, 1.2, 0.15
DANGLES, POINTS = 1.0, 2.0
_DANGLING = re.compile(r"(?:and|but|or|so|then|it|they|that|those|he|she)\b", re.IGNORECASE)
_POINTING = re.compile(r"[^.?!]*\b(?:it|them|they|that one|those)\b", re.IGNORECASE)
_STRETCH = re.compile(r"\byears\b")  # “thirty years of teaching” do not go well or badly
_BEHIND_THE_HEAD = re.compile(r"\s+(?:at|for|of|in|on|with|to|from|and|by|near|since)\s|[,(;]")
_AROUND_IT = re.compile(r"\s+(?:lessons?|class|classes|club|course|courses|league|team|group|practice)$")
_TO_YOU = re.compile(r"\b(?:you|your|you’re|you’ve|yours)\b", re.IGNORECASE)
_PLAIN = re.compile(r"[a-z][^+&/\d]*")  # no list, no number, no name at its beginning
_FEW = 6  # words of the person's own that may stand in a pair
_NEVER_CALLED = frozenset(["trip", "place", "work"])  # nobody would say “on Japan”, “the piece”
_NEAR = frozenset([Owner.CHILD, Owner.PARTNER, Owner.PET])


@dataclass(frozen=True)
class Lead:
    """A passage on a detail, or on two, and what speaks for it; `named` tells whether it names what it is about."""

    fit: Fit
    details: tuple[Detail, ...]
    worth: float
    named: bool = True

    @property
    def passage(self) -> Passage:
        return self.fit.passage

    @property
    def flags(self) -> frozenset[str]:
        return self.passage.terms.flags

    @property
    def cells(self) -> list[Place]:
        """The cells that it is from, those of both details where it joins two."""
        return list(dict.fromkeys([*(detail.place for detail in self.details), *self.fit.cells]))


def leads_of(card: Card, book: Phrasebook, asks: bool) -> list[Lead]:
    """All that can be said of the details that do not rest; `asks` tells whether this card is to ask something."""
    finder = _Leads(card, book, asks)
    leads = [lead for place, detail in enumerate(card.fresh) for lead in finder.on(detail, place)]
    leads += finder.on_two()
    return sorted(leads, key=lambda lead: (-lead.worth, lead.passage.key))


class _Leads:
    """Finds the leads of one card."""

    def __init__(self, card: Card, book: Phrasebook, asks: bool) -> None:
        self.card, self.book, self.asks = card, book, asks

    def on(self, detail: Detail, place: int) -> Iterator[Lead]:
        """The leads on one detail, given its place among those of the card."""
        for passage, of_source in self._passages(detail):
            fit = fitted(passage, self.card, detail)
            if fit is None or self.card.was_said(fit) or not self._suits(passage, detail, of_source):
                continue
            named = detail.column == "person" or _names(passage, detail)
            worth = of_source + self._worth(fit, detail, named) - LATER_ON_THE_LIST * place
            yield Lead(fit, (detail, *fit.company), worth, named)

    def _worth(self, fit: Fit, detail: Detail, named: bool) -> float:
        passage = fit.passage
        worth = EACH_CONDITION * fit.exact + CHANCE * self.card.draws.share("lead", passage.key)
        worth += NAMES_IT if named else 0
        worth += JOINS if fit.company else 0
        worth += OF_THE_CARD if detail.of_card else 0
        worth += IS_NEWS if detail.is_event else 0
        worth += CAME_OF_IT if detail.came_of_it else 0
        worth += IS_A_THING if detail.column not in ("person", "about") else 0
        worth += ASKS_AS_WANTED if passage.asks == self.asks else -ASKS_AS_WANTED
        worth -= DANGLES if _DANGLING.match(passage.text) else 0
        worth -= POINTS if not named and _POINTING.match(passage.text) else 0
        return worth

    def _suits(self, passage: Passage, detail: Detail, of_source: float) -> bool:
        """Whether it is about the thing itself, and has to do with what the card is for: no board game at a birth."""
        if detail.column == "person":
            return True
        if self.card.is_of_a_matter and not (detail.of_card or passage.terms.occasions):
            return False
        topic = self.book.topic(detail.topic)
        return of_source != OF_TOPIC or bool(topic and _is_the_thing(topic.finds, detail.phrase))

    def _passages(self, detail: Detail) -> Iterator[tuple[Passage, float]]:
        """The passages of the topic, and behind them those of the kind, of the column, and of anything at all."""
        topic = self.book.topic(detail.topic)
        yield from ((passage, OF_TOPIC) for passage in (topic.passages if topic else ()))
        if detail.column == "person":
            who = "pet" if detail.owner is Owner.PET else detail.owner.value
            yield from ((passage, OF_NAME) for passage in self.book.of_kind(who))
        elif detail.phrase or detail.where:
            column = "likes" if detail.column == "likes" else "told_us"
            kinds = {detail.kind: OF_KIND, column: OF_COLUMN, ANY: OF_ANYTHING}
            if detail.of_card:  # it has lines of its own to name it
                usable = detail.kind in KINDS and not _STRETCH.search(detail.phrase)
                kinds = {detail.kind: OF_KIND} if usable else {}
            yield from ((passage, worth) for kind, worth in kinds.items() for passage in self.book.of_kind(kind))

    def on_two(self) -> Iterator[Lead]:
        """Two details in one sentence, by the pairs of kinds."""
        for pair in self.book.pairs:
            worth = OF_ANY_PAIR if ANY in (pair.one, pair.other) else OF_PAIR
            for one in self.card.fresh:
                for other in self.card.fresh:
                    if one is not other and _is_side(pair.one, one) and _is_side(pair.other, other):
                        yield from self._joined(pair.passages, one, other, worth)

    def _joined(self, passages: Sequence[Passage], one: Detail, other: Detail, worth: float) -> Iterator[Lead]:
        called = {"a": self._called(one), "b": self._called(other)}
        if not all(called.values()):
            return
        for passage in passages:
            fit = fitted(passage, self.card, replace(one, owner=Owner.SELF), called)
            if fit is None or self.card.was_said(fit):
                continue
            asks = ASKS_AS_WANTED if passage.asks == self.asks else -ASKS_AS_WANTED
            yield Lead(fit, (one, other), worth + asks + CHANCE * self.card.draws.share("pair", passage.key))

    def _called(self, detail: Detail) -> str:
        """A detail in a few words: the person's own where they are few, else the topic's."""
        if detail.column == "person":
            return detail.who.called if detail.who else ""
        if _STRETCH.search(detail.phrase):
            return ""
        own = detail.phrase if len(detail.phrase.split()) <= _FEW and _PLAIN.fullmatch(detail.phrase) else ""
        if detail.kind in _NEVER_CALLED:
            return own if own.startswith(("the ", "your ")) else ""
        return own


def _is_the_thing(finds: Sequence[str], phrase: str) -> bool:
    """Whether a word that finds a topic is the thing that a phrase names: in “the cello teacher” no cello is meant."""
    head = _BEHIND_THE_HEAD.split(phrase, maxsplit=1)[0]
    is_doing = head.split()[:1] and head.split()[0].endswith("ing")
    words = stems(phrase) if is_doing else stems(_AROUND_IT.sub("", head))[-1:]
    return any(stems(find) and set(stems(find)) & set(words) for find in finds)


def _names(passage: Passage, detail: Detail) -> bool:
    """Whether the first sentence of a passage says to the person what it is about, in a word of their own."""
    if passage.slots & {"thing", "place"}:
        return True
    lead = "".join(piece if isinstance(piece, str) else " x " for piece in passage.lead)
    first = re.split(r"(?<=[.?!])\s", lead)[0]
    own = frozenset(stems(detail.phrase)) - SMALL
    return bool(own & frozenset(stems(first))) and bool(_TO_YOU.search(first))


def _is_side(side: str, detail: Detail) -> bool:
    """Whether a detail is of the kind that one side of a pair names: the customer's own thing, or somebody near."""
    if side == ANY:
        return detail.owner is Owner.SELF and detail.kind != "health"
    if detail.column == "person":
        return detail.kind == side and detail.owner in _NEAR
    return detail.kind == side and detail.owner is Owner.SELF
