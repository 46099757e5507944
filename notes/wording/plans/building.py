"""Building: notes from remarks and lines, by plan, the best first.

T: as only somebody of this trade would begin. A: a remark, the occasion, more. B: the occasion, remarks. W: a line
that is a whole note. L: lines of the occasion alone. S: with the person's sentence. Those that tell a story are in
telling.py, and come before all of these.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

from notes.problems import Place
from notes.wording.details import Detail
from notes.wording.passages import Passage
from notes.wording.phrasebook import Phrasebook
from notes.wording.plans.aptness import breaks_off, names_of, subject_of
from notes.wording.plans.beside import (
    go_together,
    in_order,
    is_of_the_day_alone,
    is_on_one,
    says_again,
)
from notes.wording.plans.calling import by_first_name, named_once
from notes.wording.plans.candidates import Candidates, Rough
from notes.wording.plans.card import Card
from notes.wording.plans.fitting import Fit, fitted, suited
from notes.wording.plans.judging import CHANCE, Judge, says_the_occasion
from notes.wording.plans.keeping import keepsakes_on
from notes.wording.plans.pieces import Built, Said, passages_of
from notes.wording.plans.recounting import accounts_on
from notes.wording.plans.remarks import OF_JOTTINGS, Remark, Remarks, Source, general_topic, regards_to, trade_remarks
from notes.wording.plans.stretches import NO_PIECES, Stretch, joined, stretch_of
from notes.wording.plans.telling import told
from notes.wording.plans.thinking import thoughts_on
from notes.wording.plans.voice import spelled, voiced
from notes.wording.rendering import smooth

MOST_HEADS, MOST_ON_ONE, MOST_LINES, MOST_MORE, MOST_TRADE = 6, 2, 3, 5, 2
MOST_OPENINGS, MOST_PAIRS = 2, 12
MOST_TELLING, MOST_BEHIND = 5, 5
LONGEST_SECOND = 26  # words
SHORT_ENOUGH = 42  # words of a note that has room for a last one to somebody near
WHOLE_BESIDE_MORE = -1.5  # what a line counts that is a note by itself, where something of the person is known
BARE = 0.0  # what the occasion by itself counts, where nothing is known of the person
BESIDE = 0.6  # what a remark counts that does not begin the note
# What stands at the beginning, with no opening before it, where it says the occasion and a thing in one thought.
OF_ONE_PIECE = OF_JOTTINGS | {Source.NEAR, Source.PAIR, Source.BRIDGE, Source.FACT}
ON_JOTTINGS = (accounts_on, thoughts_on, keepsakes_on)
_TELLING = frozenset(["years", "years-th", "since", "age", "person", "about", "referred"])
_COUNTING = frozenset(["years", "years-th", "age"])
_ONE_YEAR = re.compile(r"(?<![\w-])([Oo])ne years\b")


@dataclass(frozen=True)
class _Head:
    """How a note begins."""

    plan: str
    pieces: tuple[Said, ...]
    worth: float
    subjects: frozenset[str] = frozenset()
    says_occasion: bool = False
    tail: tuple[Said, ...] = ()
    first: Detail | None = None  # the thing that its last passage is about


def build(card: Card, book: Phrasebook) -> list[Built]:
    """The notes that can be made of a card, the best first."""
    return candidates(card, book).all()


def candidates(card: Card, book: Phrasebook) -> Candidates:
    """The notes that can be made of a card, to choose from."""
    judge = Judge(card)
    own = _on_jottings(card, book, judge)
    outdo = bool(own) and not card.own_sentence
    return Candidates(judge, told(card, book), lays_out(card, book, own), outdo=outdo)


def lays_out(card: Card, book: Phrasebook, own: Sequence[Remark] | None = None) -> Callable[[Judge], Iterator[Rough]]:
    """What lays out the notes of a card that tell no story; `own` is what is thought of its jottings, where known."""
    return lambda judge: _Maker(card, book, judge, _on_jottings(card, book, judge) if own is None else own).notes()


def _on_jottings(card: Card, book: Phrasebook, judge: Judge) -> Sequence[Remark]:
    """What can be said of all that the jottings of a card say, the best first."""
    found = [one for find in ON_JOTTINGS for one in find(card, book, asks=judge.asks)]
    return sorted(found, key=lambda one: (-one.worth, one.passage.key))


class _Maker:
    """Makes the notes of one card."""

    def __init__(self, card: Card, book: Phrasebook, judge: Judge, own: Sequence[Remark]) -> None:
        self.card = card
        self.judge = judge
        self._pieces: dict[tuple[object, ...], Said] = {}
        self._remarked: dict[tuple[int, bool], Said] = {}
        self.lines = self._lines(book)
        self.finder = Remarks(card, book, self.judge.asks)
        self.remarks = [*own, *self.finder.all()]
        self.judge.can_speak_of(frozenset(subject for one in self.remarks for subject in one.subjects))
        self._behind: dict[str, list[Remark]] = {}
        self._mores: dict[tuple[frozenset[str], str], list[tuple[Remark, ...]]] = {}
        self.general = general_topic(card, book)
        self.begins = trade_remarks(card, book, "lead")[:MOST_TRADE]
        self.regards = [self._said_of(one) for one in regards_to(card, book)]

    def _lines(self, book: Phrasebook) -> dict[str, list[Said]]:
        """The lines of the occasion by their place in the note, a few of each, as the card's draws have it."""
        found: dict[str, list[Fit]] = {}
        for passage in suited(book.lines_of(self.card.occasion, self.card.years), self.card):
            fit = fitted(passage, self.card)
            is_apt = not is_of_the_day_alone(passage) and not breaks_off(passage, self.card)
            if fit and is_apt and not self.card.was_said(fit):
                for position in sorted(passage.terms.positions or {"mid"}):
                    found.setdefault(position, []).append(fit)
        lines: dict[str, list[Said]] = {}
        for position, fits in found.items():
            fits.sort(key=lambda fit: -(0.4 * fit.exact + 1.5 * self.card.draws.share(position, fit.passage.key)))
            telling = [fit for fit in fits if fit.passage.slots & {"about", "person", "referred"}][:MOST_TELLING]
            telling += [
                fit for fit in fits if fit.passage.slots & _COUNTING and not says_the_occasion(fit.passage.text)
            ][:1]
            chosen = [*fits[:MOST_LINES], *(fit for fit in telling if fit not in fits[:MOST_LINES])]
            lines[position] = [self._line(fit) for fit in chosen]
        return lines

    def notes(self) -> Iterator[Rough]:
        if self.card.own_sentence:
            yield from self._with_their_own()
            return
        for head in self._heads():
            begun = stretch_of(head.pieces)
            middles = [joined(begun, middle) for middle in self._middles(head)]
            for more in self._more(head):
                if any(says_again(one, head.pieces) for one in more):
                    continue
                said = self._said_behind(more)
                worth = head.worth + BESIDE * sum([one.worth for one in more])
                for middle in middles:
                    yield from self._made(head.plan, self._ordered(joined(middle, said)), worth)
                    if head.tail and len(middle.pieces) > len(head.pieces):
                        tailed = joined(joined(middle, said), stretch_of(head.tail))
                        yield from self._made(head.plan, tailed, worth + 0.2)
        for whole in self._some("whole"):
            worth = WHOLE_BESIDE_MORE if self.judge.subjects else 1.0 if self._is_bare else 3.0
            yield from self._made("W", stretch_of([whole]), worth)
        yield from self._of_lines()

    def _said_behind(self, more: tuple[Remark, ...]) -> Stretch:
        """The remarks that stand behind the beginning of a note, as they are said there."""
        return stretch_of([self._said_of(one, greeted=True) for one in more])

    def _ordered(self, said: Stretch) -> Stretch:
        """The pieces with what somebody was for so many years right behind the occasion that it is for."""
        pieces = said.pieces
        if len(pieces) < 3 or not (said.says_how or self.card.row.of_a_role):
            return said
        at = next((at for at, piece in enumerate(pieces) if at > 1 and self._belongs_to_the_matter(piece)), 0)
        if not at or not pieces[0].passage or "open" not in pieces[0].passage.terms.positions:
            return said
        return stretch_of([pieces[0], pieces[at], *pieces[1:at], *pieces[at + 1 :]])

    def _belongs_to_the_matter(self, piece: Said) -> bool:
        """Whether a piece says what they were, or how it came about."""
        is_how = piece.passage is not None and piece.passage.about == "says mishap"
        return is_how or any(map(self._is_role, piece.details))

    def _is_role(self, detail: Detail) -> bool:
        return not detail.of_card and self.card.is_its_matter(detail)

    def _heads(self) -> Iterator[_Head]:
        """How the note may begin: as the trade would, with a thing, or with the occasion."""
        for one in self.begins:
            if "says occasion" in one.flags:
                yield _Head("T", (self._said_of(one),), one.worth, one.subjects, True)
                if not self.card.is_of_a_matter or not one.lead(greeted=True):
                    continue
            for opening in self._openings():
                yield _Head("T", (opening, self._said_of(one, greeted=True)), one.worth, one.subjects, True)
        for one in self._chosen():
            says = "says occasion" in one.flags
            named, first = self._naming(one), one.details[0] if is_on_one(one) else None
            if not says or (one.lead(greeted=True) and one.source not in OF_ONE_PIECE):
                for opening in self._openings():
                    pieces = (opening, *named, self._said_of(one, greeted=True))
                    yield _Head("A", pieces, one.worth, one.subjects, True, first=first)
            if says or not (self.card.is_of_a_matter or any(detail.of_card for detail in one.details)):
                pieces = (*named, self._said_of(one))
                yield _Head("A", pieces, one.worth, one.subjects, says, tuple(self._tail(one)), first if says else None)
        for opening in self._openings(more=1):
            yield _Head("B", (opening,), BARE if self._is_bare else 2.4, says_occasion=True)

    def _openings(self, more: int = 0) -> Sequence[Said]:
        """The lines to begin with: those that say what the card is about, where there are some."""
        lines = self._some("open")
        telling = [line for line in lines if line.facts & {"about", "person", "referred"}]
        return (sorted(telling, key=lambda line: "about" not in line.facts) or lines)[: MOST_OPENINGS + more]

    def _chosen(self) -> list[Remark]:
        """The best remarks to begin with, no more than a few on one thing, so that the proposals differ."""
        chosen: list[Remark] = []
        said = (*self._some("open"), *self._some("mid"))
        count: dict[str, int] = {}
        for one in self.remarks:
            key = one.details[0].key
            if one.source is Source.KIND and one.details[0].of_card and any(line.facts & {"about"} for line in said):
                continue
            says = one.source in OF_ONE_PIECE | {Source.OCCASION} and "says occasion" in one.flags
            beside = self.card.is_of_a_matter and not says and not any(map(self.card.is_its_matter, one.details))
            if one.details[0].of_card and one.details[0].topic == self.general and self.judge.subjects:
                continue  # it would do for anybody, and something is known
            is_named = one.named or one.details[0].of_card or self._naming(one)
            if beside or one.is_in_passing or count.get(key, 0) >= MOST_ON_ONE or not is_named:
                continue
            chosen.append(one)
            count[key] = count.get(key, 0) + 1
            if len(chosen) == MOST_HEADS:
                break
        return chosen

    def _middles(self, head: _Head) -> Sequence[Stretch]:
        """The occasion in a few words, where the beginning has not said it, or has not said its number."""
        if not head.says_occasion:
            return [stretch_of([mid]) for mid in self._some("mid")]
        counts = self.judge.counts
        if not counts or any(piece.facts & counts for piece in head.pieces):
            return [NO_PIECES]
        counting = [mid for mid in self._some("mid") if mid.facts & counts and not says_the_occasion(mid.text)]
        return [NO_PIECES, *(stretch_of([mid]) for mid in counting)]  # “Happy birthday!” once is enough

    def _more(self, head: _Head) -> list[tuple[Remark, ...]]:
        """What else may be said: nothing, or one thing; behind the bare occasion two."""
        key = (head.subjects, head.first.key if head.first else "")
        if key not in self._mores:
            self._mores[key] = self._found_more(head)
        return self._mores[key]

    def _found_more(self, head: _Head) -> list[tuple[Remark, ...]]:
        by_subject: dict[frozenset[str], list[Remark]] = {}
        for one in self._beside:
            if one.subjects & head.subjects:
                continue
            group = by_subject.setdefault(one.subjects, [])
            if len(group) < 2 and not any(other.passage.asks == one.passage.asks for other in group):
                group.append(one)
        groups = sorted(by_subject.values(), key=lambda group: -group[0].worth)[:MOST_MORE]
        singles = [one for group in groups for one in group]
        if head.subjects:
            behind = self._taking_up(head.first, head.subjects) if head.first else []
            return [(), *((one,) for one in singles), *((one,) for one in behind)]
        pairs = [
            in_order((one, other))
            for at, group in enumerate(groups)
            for later in groups[at + 1 :]
            for one, other in product(group, later)
            if go_together((one, other))
        ]
        taken_up = [
            (one, more) for one in singles if is_on_one(one) for more in self._taking_up(one.details[0], one.subjects)
        ]
        two = sorted([*pairs, *taken_up], key=lambda both: -sum(one.worth for one in both))
        return [(), *((one,) for one in singles), *two[:MOST_PAIRS]]

    def _taking_up(self, first: Detail, subjects: frozenset[str]) -> list[Remark]:
        """What may stand behind a passage on a thing, and joins to it somebody or something not yet spoken of."""
        if first.key not in self._behind:
            self._behind[first.key] = self.finder.behind(first)
        others = (one for one in self._behind[first.key] if not {subject_of(two) for two in one.details[1:]} & subjects)
        return list(others)[:MOST_BEHIND]

    @cached_property
    def _beside(self) -> list[Remark]:
        """The remarks that may stand behind the beginning of a note."""
        return [one for one in self.remarks if self._goes_beside(one)]

    def _goes_beside(self, one: Remark) -> bool:
        """Whether a remark may stand behind the beginning of a note: it names its thing, and is no long story."""
        return (
            one.named
            and (not one.flags & {"serious", "says occasion"} or bool(one.lead(greeted=True)))
            and (one.passage.words <= LONGEST_SECOND or one.source in OF_JOTTINGS)
            and not (one.source in OF_ONE_PIECE and "says occasion" in one.flags)
            and not any(detail.of_card for detail in one.details)
        )

    @property
    def _is_bare(self) -> bool:
        """Whether nothing is known but what the card is for: then what the trade knows of that is best."""
        return not self.judge.subjects and self.card.is_of_a_matter

    def _of_lines(self) -> Iterator[Rough]:
        """The occasion in lines of its own, where nothing else is known."""
        for opening in self._some("open"):
            for reason in self._some("reason"):
                said = stretch_of([opening, reason])
                yield from self._made("L", said, self._worth_of_lines)
                for end in self._some("end")[:2]:
                    if not (says_the_occasion(opening.text) and says_the_occasion(end.text)):
                        yield from self._made("L", joined(said, stretch_of([end])), self._worth_of_lines)

    @property
    def _worth_of_lines(self) -> float:
        return -2.0 if self.judge.subjects else -1.0 if self._is_bare else 0.5

    def _with_their_own(self) -> Iterator[Rough]:
        """The person's own sentence at the end, where it breaks nothing."""
        own = Said(self.card.own_sentence, cells=(self.card.cells["say_this"],), facts=frozenset(["say_this"]))
        for one in self._chosen():
            pieces = [*self._naming(one), self._said_of(one)]
            for line in self._some("mid"):
                yield from self._made("S", stretch_of([*pieces, line, own]), one.worth)
            for line in self._some("open"):
                yield from self._made("S", stretch_of([line, *pieces, own]), one.worth)
        for line in (*self._some("open"), *self._some("mid")):
            yield from self._made("S", stretch_of([line, own]), 0.0)
            for more in self._more(_Head("S", (), 0.0)):
                if len(more) == 1:
                    yield from self._made("S", stretch_of([line, self._said_of(more[0]), own]), BESIDE * more[0].worth)
            for reason in self._some("reason")[:2]:
                yield from self._made("S", stretch_of([line, reason, own]), 0.0)

    def _some(self, position: str) -> Sequence[Said]:
        return self.lines.get(position, ())

    def _naming(self, remark: Remark) -> tuple[Said, ...]:
        """What says in full what a remark is about that does not name it; nothing where nothing can."""
        if remark.named:
            return ()
        facts = (one for one in self.remarks if one.source is Source.FACT and one.details[0] is remark.details[0])
        plain = next((one for one in facts if not one.passage.asks), None)
        return (self._said_of(plain),) if plain else ()

    def _said_of(self, one: Remark, *, greeted: bool = False) -> Said:
        key = (id(one), greeted)  # each remark stays for as long as its card is built
        if key not in self._remarked:
            self._remarked[key] = self._remark(one, greeted=greeted)
        return self._remarked[key]

    def _remark(self, one: Remark, *, greeted: bool) -> Said:
        text = one.lead(self.judge.name, greeted=greeted) or one.lead(self.judge.name)
        said = self._said(text, one.passage, one.details, one.cells)
        facts = frozenset(slot.removesuffix("'s") for slot in one.passage.slots) & _TELLING
        kept = replace(said, named=one.named, facts=facts)
        return said if kept == said else self._kept(kept, "remark")

    def _tail(self, one: Remark) -> list[Said]:
        text = one.fit.tail()
        return [self._said(text, one.passage, one.details, one.cells)] if text else []

    def _line(self, fit: Fit) -> Said:
        facts = frozenset(slot.removesuffix("'s") for slot in fit.passage.slots) & _TELLING
        said = self._said(fit.lead(self.judge.name), fit.passage, tuple(fit.company), fit.cells)
        return self._kept(replace(said, facts=facts), "line") if facts else said

    def _said(self, text: str, passage: Passage, details: tuple[Detail, ...], cells: Sequence[Place]) -> Said:
        """A piece as whoever signs says and spells it."""
        key = (passage.key, text, *(detail.key for detail in details))
        if key not in self._pieces:
            said = spelled(smooth(voiced(text, we=self.card.we)), self.card.region)
            one_year = _ONE_YEAR.sub(lambda match: "A year" if match[1] == "O" else "a year", said)
            self._pieces[key] = Said(one_year, passage, details, tuple(cells))
        return self._pieces[key]

    def _kept(self, said: Said, as_what: str) -> Said:
        """The one piece of its kind, so that what is worked out of it is worked out once."""
        return self._pieces.setdefault((as_what, said.text, *sorted(said.keys)), said)

    def _made(self, plan: str, said: Stretch, worth: float) -> Iterator[Rough]:
        """The note, if its pieces go together."""
        said = by_first_name(named_once(said, self.judge.name), self.card.facts.get("referred", ""))
        if said.says_one_thing_of_two or said.repeats_a_keepsake:
            return
        if said.pieces[0].passage and said.text.startswith("And "):
            return  # there is nothing before it
        says = worth + self.judge.what_it_says(plan, said)
        pieces, text, passages = said.pieces, said.text, said.passages
        if last := self._regards_behind(said):
            pieces, text, passages = (*pieces, last), f"{text} {last.text}", (*passages, *passages_of([last]))
        yield Rough(plan, pieces, says, says + CHANCE, text, passages)

    def _regards_behind(self, said: Stretch) -> Said | None:
        """A last word for somebody of whom the note has not spoken, where it is short enough for one."""
        if said.length > SHORT_ENOUGH or self.card.own_sentence:  # the person's own stands last
            return None
        for one in self.regards:
            if not any(name in said.text for name in names_of(one.details[0])):
                return one
        return None
