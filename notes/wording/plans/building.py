"""Building: notes from leads, lines and tails, by plan, the best first.

A: lead, occasion, tail. B: occasion, lead, tail. C: a second lead beside the first. D: short. E: occasion, reason,
lead. W: a line of the occasion that is a whole note. L: lines of the occasion alone. S: with the person's sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from notes.problems import Place
from notes.wording.details import Detail, Owner
from notes.wording.passages import Passage
from notes.wording.phrasebook import PURSUITS, Phrasebook
from notes.wording.plans.card import Card
from notes.wording.plans.fitting import Fit, fitted
from notes.wording.plans.judging import Judge
from notes.wording.plans.leads import Lead, leads_of
from notes.wording.plans.pieces import Built, Said
from notes.wording.plans.voice import as_we, spelled
from notes.wording.rendering import flaws, smooth

MOST_ON_ONE, MOST_LEADS, MOST_LINES = 5, 15, 4
LONGEST_SECOND = 32  # words
_NAMEABLE = re.compile(r"[^+&/\d“”\"(]{3,48}")  # a thing in a few words, no list and no number
# What names a thing in front of a passage that does not; a gerund, a name and a plural can stand in each of them.
NAMING = ("I thought of you and {thing}{name}.", "You and {thing}{name}.")
NAMING_AND_ASKING = ("How are you getting along with {thing}{name}?", "How are things going with {thing}{name}?")
_TELLING = frozenset(["years", "years-th", "since", "person", "about", "referred"])
_ONE_YEAR = re.compile(r"(?<![\w-])([Oo])ne years\b")


def build(card: Card, book: Phrasebook) -> list[Built]:
    """The notes that can be made of a card, the best first."""
    made = list(_Maker(card, book).notes())
    return sorted(made, key=lambda one: (-one.score, one.text))


class _Maker:
    """Makes the notes of one card."""

    def __init__(self, card: Card, book: Phrasebook) -> None:
        self.card = card
        self.judge = Judge(card)
        self._pieces: dict[tuple[object, ...], Said] = {}
        self._flawed: dict[str, bool] = {}
        self.lines = self._lines(book)
        self.leads = leads_of(card, book, self.judge.asks)

    def _lines(self, book: Phrasebook) -> dict[str, list[Said]]:
        """The lines of the occasion by their place in the note, a few of each, as the card's draws have it."""
        found: dict[str, list[Fit]] = {}
        for passage in book.lines_of(self.card.occasion, self.card.years):
            fit = fitted(passage, self.card)
            if fit and not self.card.was_said(fit):
                for position in sorted(passage.terms.positions or {"mid"}):
                    found.setdefault(position, []).append(fit)
        lines: dict[str, list[Said]] = {}
        for position, fits in found.items():
            fits.sort(key=lambda fit: -(0.4 * fit.exact + 1.5 * self.card.draws.share(position, fit.passage.key)))
            lines[position] = [self._line(fit) for fit in fits[:MOST_LINES]]
        return lines

    def notes(self) -> Iterator[Built]:
        if self.card.own_sentence:
            yield from self._with_their_own()
            return
        for lead in self._chosen():
            yield from self._with(lead)
        for whole in self._some("whole"):
            yield from self._made("W", [whole], 0.0)
        yield from self._of_lines()

    def _chosen(self) -> list[Lead]:
        """The best leads, no more than a few on one detail, so that the proposals differ."""
        chosen: list[Lead] = []
        count: dict[str, int] = {}
        for lead in self.leads:
            key = lead.details[0].key
            if count.get(key, 0) < MOST_ON_ONE and len(chosen) < MOST_LEADS:
                chosen.append(lead)
                count[key] = count.get(key, 0) + 1
        return chosen

    def _with(self, lead: Lead) -> Iterator[Built]:
        head, tail = self._lead(lead), self._tail(lead)
        if "says occasion" in lead.flags and not self.card.is_of_a_matter:
            yield from self._made("A", [head, *tail], lead.worth + 0.5)
            return
        for mid in self._some("mid"):
            yield from self._made("A", [head, mid, *tail], lead.worth + (0.8 if tail else 0))
            yield from self._made("D", [head, mid], lead.worth)
            for second in self._seconds(lead):
                worth = lead.worth + 0.15 * second.worth
                yield from self._made("C", [head, mid, self._lead(second)], worth)
                yield from self._made("C", [head, self._lead(second), mid, *tail], worth - 0.5)
        for opening in self._some("open"):
            yield from self._made("B", [opening, head, *tail], lead.worth + (0.3 if tail else 0))
            for reason in self._some("reason")[:2]:
                yield from self._made("E", [opening, reason, head], lead.worth - 0.4)
                yield from self._made("E", [opening, reason, head, *tail], lead.worth - 0.4)
        for end in self._some("end"):
            yield from self._made("D", [head, end], lead.worth - 0.2)
            for reason in self._some("reason")[:2]:
                yield from self._made("A", [head, reason, end], lead.worth - 0.3)

    def _of_lines(self) -> Iterator[Built]:
        """The occasion in lines of its own, where nothing else is known."""
        for opening in self._some("open"):
            for reason in self._some("reason"):
                yield from self._made("L", [opening, reason], -2.0)
                for end in self._some("end")[:2]:
                    yield from self._made("L", [opening, reason, end], -2.0)

    def _with_their_own(self) -> Iterator[Built]:
        """The person's own sentence at the end, where it breaks nothing."""
        own = Said(self.card.own_sentence, cells=(self.card.cells["say_this"],), facts=frozenset(["say_this"]))
        for lead in self._chosen():
            for line in self._some("mid"):
                yield from self._made("S", [self._lead(lead), line, own], lead.worth)
            for line in self._some("open"):
                yield from self._made("S", [line, self._lead(lead), own], lead.worth)
        for line in (*self._some("open"), *self._some("mid")):
            yield from self._made("S", [line, own], 0.0)
            for reason in self._some("reason")[:2]:
                yield from self._made("S", [line, reason, own], 0.0)

    def _some(self, position: str) -> Sequence[Said]:
        return self.lines.get(position, ())

    def _seconds(self, lead: Lead) -> list[Lead]:
        """Two leads on something else that may go beside a lead."""
        if "serious" in lead.flags:
            return []
        apart = (other for other in self.leads if _stands_beside(other, lead))
        return [one for one, _ in zip(apart, range(2), strict=False)]

    def _lead(self, lead: Lead) -> Said:
        """The lead, begun with the name of the thing where it does not say what it is about."""
        text = lead.fit.lead(self.judge.name)
        naming = "" if lead.named else self._naming(lead)
        if naming:
            text = f"{naming} {text}"
        said = self._said(text, lead.passage, lead.details, lead.cells)
        kept = replace(said, named=lead.named or bool(naming))
        return said if kept == said else self._kept(kept, "lead")

    def _naming(self, lead: Lead) -> str:
        """A few words that name the thing in the person's own words; nothing where they do not fit into a sentence."""
        detail = lead.details[0]
        phrase = detail.phrase
        if detail.owner is not Owner.SELF or detail.kind not in PURSUITS or not _NAMEABLE.fullmatch(phrase):
            return ""
        calls = NAMING_AND_ASKING if self.judge.asks and not lead.passage.asks else NAMING
        call = calls[int(self.card.draws.share("naming", lead.passage.key) * len(calls))]
        name = f", {self.judge.name}" if self.judge.name and "{name}" in call else ""
        said = call.replace("{name}", name).replace("{thing}", phrase)
        return said[:1].upper() + said[1:]

    def _tail(self, lead: Lead) -> list[Said]:
        text = lead.fit.tail()
        return [self._said(text, lead.passage, lead.details, lead.cells)] if text else []

    def _line(self, fit: Fit) -> Said:
        facts = frozenset(slot.removesuffix("'s") for slot in fit.passage.slots) & _TELLING
        said = self._said(fit.lead(self.judge.name), fit.passage, tuple(fit.company), fit.cells)
        return self._kept(replace(said, facts=facts), "line") if facts else said

    def _said(self, text: str, passage: Passage, details: tuple[Detail, ...], cells: Sequence[Place]) -> Said:
        """A piece as whoever signs says and spells it."""
        key = (passage.key, text, *(detail.key for detail in details))
        if key not in self._pieces:
            voiced = spelled(smooth(as_we(text) if self.card.we else text), self.card.region)
            one_year = _ONE_YEAR.sub(lambda match: "A year" if match[1] == "O" else "a year", voiced)
            self._pieces[key] = Said(one_year, passage, details, tuple(cells))
        return self._pieces[key]

    def _kept(self, said: Said, as_what: str) -> Said:
        """The one piece of its kind, so that what is worked out of it is worked out once."""
        return self._pieces.setdefault((as_what, said.text, *sorted(said.keys)), said)

    def _made(self, plan: str, pieces: Sequence[Said], worth: float) -> Iterator[Built]:
        """The note, if nothing is wrong with it."""
        pieces = self._named_once(pieces)
        if self.judge.stands(pieces) and not any(map(self._is_flawed, pieces)):
            built = Built(plan, tuple(pieces), 0.0, self.judge.breaks(plan, pieces))
            yield replace(built, score=worth + self.judge.score(built))

    def _named_once(self, pieces: Sequence[Said]) -> Sequence[Said]:
        """The pieces with the name in at most one of them."""
        call = f", {self.judge.name}"
        if not self.judge.name or sum(piece.text.count(call) for piece in pieces) < 2:
            return pieces
        first = next(at for at, piece in enumerate(pieces) if call in piece.text)
        return [self._called_once(piece, call, at == first) for at, piece in enumerate(pieces)]

    def _called_once(self, piece: Said, call: str, once: bool) -> Said:
        head, name, rest = piece.text.partition(call)
        text = head + (name if once else "") + rest.replace(call, "")
        return piece if text == piece.text else self._kept(replace(piece, text=text), "renamed")

    def _is_flawed(self, piece: Said) -> bool:
        """Whether a piece of ours shows that words are missing."""
        if piece.passage is None:
            return False
        if piece.text not in self._flawed:
            self._flawed[piece.text] = bool(flaws(piece.text))
        return self._flawed[piece.text]


def _stands_beside(other: Lead, lead: Lead) -> bool:
    """Whether a second lead is on something else, and neither asks again nor says the occasion itself."""
    spoken = {detail.key for detail in lead.details}
    owners = {detail.owner for detail in lead.details if detail.owner is not Owner.SELF}
    return (
        other.named
        and not other.flags & {"serious", "says occasion"}
        and not (other.passage.asks and lead.passage.asks)
        and other.passage.words <= LONGEST_SECOND
        and not any(detail.key in spoken or detail.owner in owners for detail in other.details)
    )
