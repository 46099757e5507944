"""Remarks: what can be said of each thing that is known, by topic, as a fact, tied to the occasion, of who is near."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from notes.problems import Place
from notes.wording.details import Detail, Owner, wordbook
from notes.wording.details.detail import is_plural
from notes.wording.details.statements import Form
from notes.wording.passages import COMPANY, Passage, slots_in_first_sentence
from notes.wording.phrasebook import ANY, GROUPS, IT, OURS, PURSUITS, Phrasebook
from notes.wording.plans.aptness import (
    LESSONS,
    NO_BRIDGE,
    acts,
    breaks_off,
    ends_with_the_thing,
    is_of_its_day,
    is_of_its_time,
    is_one_thing,
    is_plain,
    is_the_thing,
    is_told_whole,
    leaves_out_where,
    lives_there,
    names,
    names_of,
    oddity,
    says_more,
    subject_of,
    subjects_by_key,
    without_its_verb,
)
from notes.wording.plans.card import Card
from notes.wording.plans.fitting import Fit, fitted, suited
from notes.wording.plans.forms import DONE_BY_US, OF_ANYBODY, forms_of, lasts
from notes.wording.plans.saying import is_sayable, is_sayable_in_full
from notes.wording.stories.heads import falls
from notes.wording.topics import KINDS, SMALL, kinds, stems


class Source(Enum):
    """Where a remark is from; what knows the thing or ties it to the occasion is worth more than what fits anything."""

    THOUGHT = 200.0  # what one thinks of just what a jotting says: before a story that is told
    ACCOUNT = 201.0  # what a jotting says, said back, and what one thinks of that
    KEEPSAKE = 120.0  # a small thing that a jotting leaves in the mind
    OCCASION = 7.0  # what this thing has to do with this occasion
    TOPIC = 3.5
    BRIDGE = 2.1
    FACT = 2.2
    NEAR = 1.7
    TRADE = 3.0
    PAIR = 3.2
    NAME = -1.6
    KIND = -2.4


OF_JOTTINGS = frozenset([Source.THOUGHT, Source.ACCOUNT, Source.KEEPSAKE])
REGARDED = 0.85  # the share of the cards that end with a word to somebody near
OF_THE_OCCASION = 1.1
CLOSER = 0.5  # for each step by which a bridge fits more closely
NAMES_IT, JOINS, OF_THE_CARD, IS_NEWS, IS_A_THING, EACH_CONDITION = 0.8, 1.2, 1.5, 0.6, 0.7, 0.5
# What says the occasion and what is known of them in one thought; it is the best where the card is for something.
ONE_THOUGHT, ONE_THOUGHT_OF_A_MATTER = 3.0, 6.0
ONE_THOUGHT_OF_ANY = 2.0  # of what would be said of any thing
LOOSE = 1.6  # what a sentence is worth less that only takes up the one before
GENERAL = -2.0  # what would do for anybody who has the occasion
CAME_OF_IT = 4.0  # somebody wrote it down so that it would be said
ASKS_AS_WANTED, CHANCE, LATER_ON_THE_LIST = 0.7, 1.3, 0.15
DANGLES, POINTS, FLAT, FOR_HOW_LONG = 1.0, 2.0, 0.5, 1.2
MOST_IN_A_PAIR = 6  # words of a thing that stands beside another
_DANGLING = re.compile(r"(?:and|but|or|so|then|it|they|that|those|he|she)\b", re.IGNORECASE)
_POINTING = re.compile(r"[^.?!]*\b(?:it|them|they|that one|those)\b", re.IGNORECASE)
_ASKED = re.compile(r"(?:asked|asks|asking)\b", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:the|your) ")  # one thing that was bought here, and no order that comes again
_STRETCH = re.compile(r"\byears\b")  # “thirty years of teaching” are no thing that goes well or badly
_SOMEBODY = frozenset(
    [name for who in ("kin", "pet", "child", "partner", "person") for name in (who, f"{who}'s")] + ["thing"]
)
_NAMING = frozenset(["thing", "doing", "place"])
_LEARNED = kinds("learned")
_OF_A_HOUSE = frozenset(["work", "home", "move", "building"])
# What somebody does or has: what is only wished for, or over, is not theirs to be spoken of as if it were.
_DATED = frozenset(["at stake", "a time"])  # is asked about by whether it is over
_THEIRS = frozenset([Form.THING, Form.DOES, Form.HAS, Form.REGULAR, Form.IS, Form.UNDER_WAY])
_CALLED_BY = frozenset(["job", "service"])
_ONES_OWN = frozenset([Form.THING, Form.HAS, Form.IS])
_GREETING = re.compile(
    r"^(?:(?:And |So |Well, )?(?:Happy|Congratulations|Welcome|Well done|Thank you|Thanks|Many happy|A (?:very )?happy"
    r"|Bravo|Merry|Season’s|I’m (?:so |very )?(?:sorry|glad|pleased|happy))\b[^.!?]{0,60}[.!]"
    r"|[^.!?]{0,30}\b(?:congratulations|thank you)[.!])\s+(?=[A-ZÀ-Þ“])"
)
# What ends a passage that says its occasion, where it says no more than a greeting would.
_GREETING_BEHIND = re.compile(
    r"\s+(?:Congratulations(?: on (?:the|your) [a-z ]{3,20})?|Thank you|Welcome|Happy (?:birthday|anniversary))"
    r"(?:, [\w’ .-]{1,30}?)?[.!]$"
)
# What came of it is what one would ask, or nothing at all.
_SETTLED = frozenset(["move", "close", "sell", "start", "begin", "finish", "leave", "quit", "have"])
_HURT = frozenset(
    [
        *(
            "break",
            "hurt",
            "injure",
            "sprain",
            "tear",
            "lose",
            "fall",
            "crash",
            "fail",
            "drop",
            "miss",
            "twist",
            "burn",
        ),
        *("cut", "divorce"),
    ]
)
_FLAT = re.compile(r"(?:I haven’t forgotten|I like to think|I hope|Are you still|How are things)", re.IGNORECASE)
_GOES_ON = re.compile(r"\b(?:all year|every|always|daily|weekly|on \w+days|at a time|since)\b")
_ON_ITS_DAYS = re.compile(
    r"\b(?:before|at|by) (?:\d+|five|six|seven|eight|nine|ten|eleven|noon)\b"
    r"|\b(?:every (?:morning|evening|afternoon|day|night)|\w+days?|all year"
    r"|in (?:the )?(?:summer|winter|spring|fall|autumn))\b"
)
_A_DAY_OFF = re.compile(r"day off|let off|for the day|how you’d spend it")
_AT_AN_HOUR = re.compile(r"\b(?:the day|morning|afternoon|evening|Saturday)\b")
_SOME_ANIMAL = frozenset(["the cat", "the dog", "the cats", "the dogs"])
_TAKEN_UP = frozenset(["pursuit", "does", "under way"])  # what may be “it” in the next sentence


@dataclass(frozen=True)
class Remark:
    """A passage on a detail, or on two, and what speaks for it; `named` tells whether it names what it is about."""

    fit: Fit
    details: tuple[Detail, ...]
    source: Source
    worth: float
    named: bool = True

    @property
    def passage(self) -> Passage:
        return self.fit.passage

    @property
    def flags(self) -> frozenset[str]:
        return self.passage.terms.flags

    @property
    def is_in_passing(self) -> bool:
        """Whether it is a last word, which only stands behind something else."""
        return "end" in self.passage.terms.positions

    @property
    def cells(self) -> list[Place]:
        """The cells that it is from, those of both details where it joins two."""
        return list(dict.fromkeys([*(detail.place for detail in self.details), *self.fit.cells]))

    def lead(self, name: str = "", *, greeted: bool = False) -> str:
        """What it says; without its greeting where the card has `greeted` already, "" where that leaves nothing."""
        text = self.fit.lead(name)
        if not greeted:
            return text
        rest = _GREETING.sub("", text, count=1)
        if rest == text:
            rest = _GREETING_BEHIND.sub("", text)
        if rest == text:
            return "" if "says occasion" in self.flags else text
        return "" if _DANGLING.match(rest) else rest

    @cached_property
    def subjects(self) -> frozenset[str]:
        """What it is about: somebody near is one thing, whatever is said of them."""
        return frozenset(subjects_by_key(self.details).values())


def remarks_of(card: Card, book: Phrasebook, asks: bool) -> list[Remark]:
    """All that can be said of the details that do not rest; `asks` tells whether this card is to ask something."""
    return Remarks(card, book, asks).all()


def general_topic(card: Card, book: Phrasebook) -> str:
    """The topic that every card of the occasion is about: what it knows would do for anybody."""
    found = book.finder.find(card.row.matter) if card.row.matter else None
    return found.topic.name if found else ""


def trade_remarks(card: Card, book: Phrasebook, position: str) -> list[Remark]:
    """What the trade has to begin this occasion with, or to end it."""
    found = []
    for passage in suited(book.of_trade(card.trade, card.occasion), card):
        fit = fitted(passage, card) if position in passage.terms.positions else None
        if fit and not card.was_said(fit) and not breaks_off(passage, card):
            worth = Source.TRADE.value + EACH_CONDITION * fit.exact + CHANCE * card.draws.share("trade", passage.key)
            found.append(Remark(fit, tuple(fit.company), Source.TRADE, worth))
    return sorted(found, key=lambda one: (-one.worth, one.passage.key))


def regards_to(card: Card, book: Phrasebook) -> list[Remark]:
    """A last word for each of those near whom a cheerful card may end with, as the card's draws have it."""
    if not card.is_cheerful or card.draws.share("regards") > REGARDED:
        return []
    found: dict[str, Remark] = {}
    for passage in suited(book.near_ones(ANY), card):
        fit = fitted(passage, card)
        if fit and fit.company and not card.was_said(fit):
            one = fit.company[0]
            is_just_for_it = one.who is not None and one.who.animal in passage.terms.company
            worth = CHANCE * card.draws.share("regards", passage.key) + CLOSER * is_just_for_it
            if one.key not in found or found[one.key].worth < worth:
                found[one.key] = Remark(fit, tuple(fit.company), Source.NEAR, worth)
    return sorted(found.values(), key=lambda one: (-one.worth, one.passage.key))


def _is_some_animal(detail: Detail) -> bool:
    """Whether a jotting names no animal of theirs: “no lilies, cat” is no more than a warning."""
    return detail.column == "notes" and not detail.of_card and detail.who is None and detail.thing in _SOME_ANIMAL


class Remarks:
    """Finds the remarks of one card."""

    def __init__(self, card: Card, book: Phrasebook, asks: bool) -> None:
        self.card, self.book, self.asks = card, book, asks
        self.general = general_topic(card, book)
        self.fresh = [one for one in card.fresh if not _is_some_animal(one)]
        self._known_sides: dict[int, frozenset[str]] = {}

    def all(self) -> list[Remark]:
        """All that can be said, the best first."""
        found = [one for place, detail in enumerate(self.fresh) for one in self.on(detail, place)]
        found += [*self.on_two(), *self.near()]
        return sorted(found, key=lambda one: (-one.worth, one.passage.key))

    def on(self, detail: Detail, place: int) -> Iterator[Remark]:
        """The remarks on one detail, which stands at a place among those of the card."""
        later = LATER_ON_THE_LIST * place
        for passage, source in self._passages(detail):
            fit = fitted(passage, self.card, detail)
            if fit is None or self.card.was_said(fit) or not self._suits(passage, detail, source):
                continue
            if not is_of_its_day(passage, (detail,), self.card):
                continue
            if source is Source.KIND and not is_of_its_time(passage, detail, self.card):
                continue
            if breaks_off(passage, self.card) or self._names_another_job(passage, detail):
                continue
            named = detail.column == "person" or (not says_more(detail) and names(passage, detail))
            named = named or (
                source is Source.OCCASION and self.book.names(passage) and not leaves_out_where(passage, detail)
            )
            named = named and (detail.owner is Owner.SELF or bool(passage.slots & _SOMEBODY))
            yield self._remark(fit, (detail, *fit.company), source, self._worth(fit, detail, named) - later, named)
        yield from self._facts(detail, later)
        yield from self._bridges(detail, later)

    def _remark(self, fit: Fit, details: tuple[Detail, ...], source: Source, more: float, named: bool = True) -> Remark:
        return Remark(fit, details, source, source.value + more, named)

    def _worth(self, fit: Fit, detail: Detail, named: bool = True) -> float:
        passage = fit.passage
        worth = EACH_CONDITION * fit.exact + CHANCE * self.card.draws.share("lead", passage.key)
        worth += NAMES_IT if named else 0
        worth += JOINS if fit.company else 0
        is_general = detail.of_card and detail.topic == self.general
        worth += (GENERAL if is_general else OF_THE_CARD) if self.card.is_its_matter(detail) else 0
        worth += IS_NEWS if detail.is_event else 0
        worth += IS_A_THING if detail.column != "person" else 0
        worth += oddity(detail)
        worth += CAME_OF_IT if detail.came_of_it else 0
        worth += ASKS_AS_WANTED if passage.asks == self.asks else -ASKS_AS_WANTED
        worth += FOR_HOW_LONG if "aside" in passage.slots else 0
        worth -= FLAT if _FLAT.match(passage.text) else 0
        worth -= DANGLES if _DANGLING.match(passage.text) else 0
        worth -= POINTS if not named and _POINTING.match(passage.text) else 0
        return worth

    def _suits(self, passage: Passage, detail: Detail, source: Source) -> bool:
        """Whether it is about the thing itself, and has to do with what the card is for: no board game at a birth."""
        if detail.column == "person":
            return not self.card.is_of_a_matter or bool(passage.terms.occasions)
        if self.card.is_of_a_matter and not (detail.of_card or passage.terms.occasions):
            return False
        topic = self.book.topic(detail.topic)
        if detail.column == "notes" and not detail.of_card and detail.thing and not is_sayable(detail.thing):
            return False  # a word of a jotting that was not understood names no topic for certain
        if detail.column == "bought" and source in (Source.TOPIC, Source.OCCASION) and detail.kind != "work":
            return False
        if detail.of_card and self.card.row.matter and detail.topic != self.general:
            if detail.kind == "trip":
                return False  # to live in a cottage is no week at the lake
            return bool(passage.terms.occasions) or detail.kind in _LEARNED
        if detail.of_card or source is Source.KIND or source is Source.NAME or topic is None:
            return True
        is_where_only = self.card.is_of_a_matter or (detail.statement is not None and bool(detail.statement.verb))
        if source is Source.OCCASION and detail.kind in _OF_A_HOUSE and is_where_only:
            return False  # the helmet goes up in the kitchen; no kitchen is done
        if topic.kind == "family" and detail.statement and detail.statement.form not in _ONES_OWN:
            return False  # whoever teaches children has none at home for that
        if source is Source.OCCASION:
            return self._is_theirs(detail) and is_the_thing(topic.finds, detail.phrase)
        return is_plain(detail) and is_the_thing(topic.finds, detail.phrase)

    def _names_another_job(self, passage: Passage, detail: Detail) -> bool:
        """Whether a passage calls somebody by another job of the topic than their own: no midwife is a nurse."""
        topic = self.book.topic(detail.topic)
        if topic is None or detail.kind not in _CALLED_BY:
            return False
        said = frozenset(stems(passage.text))
        named = ({stem for find in topic.finds for stem in stems(find)} & said) - SMALL
        return bool(named) and not named & frozenset(stems(detail.phrase))

    def _is_theirs(self, detail: Detail) -> bool:
        """Whether a thing is certain, and belongs to the one whom the card is for."""
        is_whose = self.card.whose is detail.owner or self.card.whose is Owner.SELF
        return is_whose and (detail.statement is None or detail.statement.form in _THEIRS)

    def _passages(self, detail: Detail) -> Iterator[tuple[Passage, Source]]:
        """The passages of the topic, and behind them those of the kind, of the column, and of anything at all."""
        topic = self.book.topic(detail.topic)
        for passage in suited(topic.passages, self.card) if topic else ():
            is_general = detail.of_card and detail.topic == self.general
            yield passage, Source.OCCASION if passage.terms.occasions and not is_general else Source.TOPIC
        if detail.column == "person":
            who = "pet" if detail.owner is Owner.PET else detail.owner.value
            yield from ((passage, Source.NAME) for passage in suited(self.book.of_kind(who), self.card))
        elif (detail.phrase or detail.where) and not (detail.statement and detail.statement.form in NO_BRIDGE):
            column = "likes" if detail.column == "likes" else "told_us"
            is_liked = detail.column == "likes" and is_plain(detail) and is_sayable(detail.thing)
            is_sure = is_liked or detail.column == "details"
            kinds = [detail.kind, column, ANY] if is_sure and not (topic and topic.is_grave) else []
            if column == "likes" and wordbook.is_only_admired(detail.said):
                kinds = kinds[:1]  # nobody asks how it is going with covered bridges
            if detail.of_card:  # most occasions have lines to name it
                kinds = [detail.kind] if detail.kind in KINDS and not _STRETCH.search(detail.phrase) else []
            yield from (
                (passage, Source.KIND) for kind in kinds for passage in suited(self.book.of_kind(kind), self.card)
            )

    def _facts(self, detail: Detail, later: float) -> Iterator[Remark]:
        """What is known, said in full."""
        if detail.kind == "health" and not self.card.row.gentle:
            return
        verb = detail.statement.verb if detail.statement else ""
        is_settled = verb in (_HURT if detail.column == "told_us" else _SETTLED | _HURT)
        is_of_a_thing = detail.owner is Owner.SELF and falls(detail.said) is not None
        if detail.of_card or detail.column == "person" or is_settled or is_of_a_thing:
            return
        for form in (
            forms_of(detail, gentle=self.card.row.gentle) if is_sayable_in_full(without_its_verb(detail)) else ()
        ):
            for passage in suited(self.book.facts_of(form), self.card):
                is_bare = self.card.whose not in (Owner.SELF, detail.owner) and not passage.terms.occasions
                if is_bare or not is_of_its_time(passage, detail, self.card) or self._is_too_light(passage):
                    continue
                if _A_DAY_OFF.search(passage.text) and _GOES_ON.search(detail.thing):
                    continue
                if "the day" in passage.text and _ON_ITS_DAYS.search(detail.thing):
                    continue
                if ", " in detail.thing and not ends_with_the_thing(passage):
                    continue
                is_role, anybody = form == Form.IS.value, form in OF_ANYBODY
                fit = fitted(passage, self.card, detail, bridges=is_role, of_anybody=anybody, dated=form in _DATED)
                if fit and not self.card.was_said(fit):
                    more = OF_THE_OCCASION * (bool(passage.terms.occasions) + 3 * (detail.owner is not Owner.SELF))
                    more += min(self._one_thought(passage), ONE_THOUGHT_OF_ANY)
                    yield self._remark(fit, (detail,), Source.FACT, self._worth(fit, detail) + more - later)

    def _is_too_light(self, passage: Passage) -> bool:
        """To somebody who is ill only that is said which is meant for the ill."""
        return self.card.row.gentle and not passage.terms.occasions

    def _bridges(self, detail: Detail, later: float) -> Iterator[Remark]:
        said = detail.statement
        if detail.of_card or detail.owner is not Owner.SELF or detail.column == "person" or detail.kind == "health":
            return
        if (topic := self.book.topic(detail.topic)) and topic.is_grave:
            return
        if (
            not is_sayable(detail.bridge)
            or forms_of(detail, gentle=self.card.row.gentle) == ["mishap"]
            or (said and said.form in NO_BRIDGE)
            or not detail.bridge
        ):
            return
        kind = self._kind_for_bridges(detail)
        if not kind:
            return
        for passage, closeness in self.book.bridges_to(self.card.occasion, kind):
            is_dish = kind in GROUPS["food"] and detail.column == "notes"
            if (
                closeness < (1 if is_dish else 0 if detail.column != "likes" else -1)
                or not slots_in_first_sentence(passage) & _NAMING
            ):
                continue
            fit = fitted(passage, self.card, detail, bridges=True)
            if fit and detail.bridge == detail.doing and acts(passage):
                continue
            if not is_of_its_day(passage, (detail,), self.card):
                continue
            if "the day" in passage.text and _ON_ITS_DAYS.search(detail.bridge):
                continue
            if fit and not self.card.was_said(fit):
                worth = self._worth(fit, detail) + CLOSER * closeness - later
                worth += min(self._one_thought(passage), ONE_THOUGHT_OF_ANY + closeness)
                yield self._remark(fit, (detail, *fit.company), Source.BRIDGE, worth)

    def _kind_for_bridges(self, detail: Detail) -> str:
        """As a thing of what kind a detail may be tied to the occasion; "" where that is not certain."""
        said = detail.statement
        if detail.span is not None and detail.kind in PURSUITS:
            return ""  # a craft fair is no craft
        if _ASKED.match(detail.said):
            return ""  # whoever asked about a greenhouse has none
        if detail.column == "bought":
            if LESSONS.search(detail.thing) or DONE_BY_US.search(detail.thing) or ", " in detail.thing:
                return ""
            is_eaten = detail.kind in GROUPS["food"] | {"cooking"} and is_plain(detail)
            return "work" if lasts(detail.thing) else "food" if is_eaten else ""
        if detail.column == "trip" or detail.kind == "trip":
            return "trip" if said is None or said.form is Form.THING or said.object else ""
        if said and said.form is Form.HAS:
            return "animal" if re.search(r"\b(?:named|called)\b", said.thing) or is_plural(said.thing) else ""
        is_sure = detail.column == "likes" or (bool(detail.topic) and self._is_its_topic(detail))
        return detail.kind if is_sure and detail.kind in KINDS and is_plain(detail) else ""

    def _is_its_topic(self, detail: Detail) -> bool:
        """Whether the topic is the thing itself: the outlet behind the piano is no music."""
        topic = self.book.topic(detail.topic)
        return topic is None or detail.doing == detail.thing or is_the_thing(topic.finds, detail.phrase)

    def _kind_for_pairs(self, detail: Detail) -> str:
        """What kind of thing it is for a sentence that is true of any thing of the kind, in however many words."""
        if detail.column == "notes" and not self._is_its_topic(detail):
            return ""
        if detail.column not in ("likes", "notes") or LESSONS.search(detail.thing) or says_more(detail):
            return ""
        is_short = 0 < len(detail.bridge.split()) <= MOST_IN_A_PAIR
        return detail.kind if is_short and detail.topic and detail.kind in PURSUITS else ""

    def near(self) -> Iterator[Remark]:
        """What the occasion is to those who are near."""
        for passage in suited(self.book.near_ones(self.card.occasion), self.card):
            fit = fitted(passage, self.card)
            if fit and fit.company and not self.card.was_said(fit) and not lives_there(passage, fit):
                one = fit.company[0]
                if one.owner is Owner.PET and self._is_the_matter(one):
                    continue  # nobody asks the dog what it makes of its own knee
                if any(new.is_event and subject_of(new) == subject_of(one) for new in self.fresh):
                    continue  # whoever has just taken a test is asked about that
                is_exact = passage.about.rpartition(" ")[2] in (one.who.animal if one.who else "", one.owner.value)
                worth = self._worth(fit, one) - JOINS + (CLOSER if is_exact else 0) + self._one_thought(passage)
                yield self._remark(fit, tuple(fit.company), Source.NEAR, worth)

    def _one_thought(self, passage: Passage) -> float:
        if "says occasion" not in passage.terms.flags:
            return 0.0
        return ONE_THOUGHT_OF_A_MATTER if self.card.is_of_a_matter else ONE_THOUGHT

    def _is_the_matter(self, one: Detail) -> bool:
        """Whether the card is about somebody already: “Rocket’s knee surgery”."""
        return any(name in self.card.facts.get("about", "") for name in names_of(one))

    def on_two(self) -> Iterator[Remark]:
        """Two details in one sentence, by what kind of thing each is."""
        sides = [(one, self._sides(one)) for one in self.fresh]
        for pair in self.book.pairs:
            for one, of_one in sides if pair.one != IT else ():
                if pair.one not in of_one:
                    continue
                if pair.other in COMPANY:
                    yield from self._joined(pair.passages, one)
                for other, of_other in sides:
                    if other is not one and pair.other in of_other and not is_one_thing(one, other):
                        yield from self._joined(pair.passages, one, other)

    def behind(self, first: Detail) -> list[Remark]:
        """What may follow a passage on a first thing, and joins another to it."""
        found: list[Remark] = []
        if first.owner is not Owner.SELF or not self._sides(first) & _TAKEN_UP:
            return found
        for pair in self.book.pairs:
            if pair.one != IT:
                continue
            if pair.other in COMPANY:
                found += self._joined(pair.passages, first)
            for other in self.fresh:
                if other is not first and pair.other in self._sides(other) and not is_one_thing(first, other):
                    found += self._joined(pair.passages, first, other)
        return sorted(found, key=lambda one: (-one.worth, one.passage.key))

    def _joined(self, passages: Sequence[Passage], one: Detail, other: Detail | None = None) -> Iterator[Remark]:
        for passage in suited(passages, self.card):
            of_ours = passage.about.startswith(f"{OURS} ")
            fit = fitted(passage, self.card, one, beside=other, bridges=of_ours)
            if fit is None or self.card.was_said(fit) or (one.bridge == one.doing and acts(passage)):
                continue
            if not is_of_its_day(passage, (one, other) if other else (one,), self.card):
                continue
            if _AT_AN_HOUR.search(passage.text) and any(
                map(_ON_ITS_DAYS.search, (one.thing, other.thing if other else ""))
            ):
                continue
            if lives_there(passage, fit):
                continue
            if any(
                name in f"{one.thing} {other.thing if other else ''}" for near in fit.company for name in names_of(near)
            ):
                continue
            if not self.card.is_cheerful and not passage.terms.occasions:
                continue
            two = (one, other) if other else (one, *fit.company)
            more = JOINS + max(oddity(detail) for detail in two)
            more -= LOOSE if passage.about.startswith(f"{IT} ") else 0
            more += self._one_thought(passage)
            more += ASKS_AS_WANTED if passage.asks == self.asks else -ASKS_AS_WANTED
            more += EACH_CONDITION * fit.exact + CHANCE * self.card.draws.share("pair", passage.key)
            yield self._remark(fit, two, Source.PAIR, more)

    def _sides(self, detail: Detail) -> frozenset[str]:
        """As what a detail may stand in a pair: its kind and the groups of that, or the form in which it is said."""
        if id(detail) not in self._known_sides:  # the details stay as long as their card
            self._known_sides[id(detail)] = self._worked_out_sides(detail)
        return self._known_sides[id(detail)]

    def _worked_out_sides(self, detail: Detail) -> frozenset[str]:
        is_whole = is_told_whole(detail) and not detail.of_card and is_sayable_in_full(detail.thing)
        whole = frozenset(["clause"] if is_whole else [])
        return whole | self._other_sides(detail)

    def _other_sides(self, detail: Detail) -> frozenset[str]:
        """As what a detail may stand in a pair besides a whole clause."""
        if detail.of_card or detail.column == "person" or detail.kind == "health" or detail.owner is not Owner.SELF:
            told = detail.statement is not None and detail.statement.form is Form.TOLD and not detail.of_card
            return frozenset(
                forms_of(detail, gentle=self.card.row.gentle) if told and is_sayable_in_full(detail.thing) else []
            )
        if ", " in detail.thing or not is_sayable_in_full(detail.thing):
            return frozenset()
        ours = [OURS] if detail.column == "bought" and _DEFINITE.match(detail.thing) else []
        kind = self._kind_for_bridges(detail) or self._kind_for_pairs(detail)
        groups = [name for name, members in GROUPS.items() if kind in members]
        return frozenset([*ours, *filter(None, [kind]), *groups, *forms_of(detail, gentle=self.card.row.gentle)])
