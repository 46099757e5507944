"""Fitting: whether a passage can be said of a detail on a card, and what its slots are filled with."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from notes.language.inflection import is_counted
from notes.problems import Place
from notes.wording.details import Detail, Owner, State, Who
from notes.wording.details.detail import HAPPENING, is_plural
from notes.wording.grammar import a, possessive
from notes.wording.passages import VOCATIVE, Passage, Passages, Piece, Slot, Terms
from notes.wording.plans.card import Card, Manner

_KIN = {Owner.CHILD, Owner.PARTNER, Owner.PARENT, Owner.GRANDCHILD, Owner.KIN}
_SLOT_OF = {"dog": "pet", "cat": "pet", "horse": "pet", "grandchild": "kin"}  # by what a passage is “with”
_SENTENCE = re.compile(r"(?:^|(?<=[!?] )|(?<=[^.]\. ))[a-z]")  # a filled slot may begin one
_ARTICLE = re.compile(r"\b[Aa]n? $")  # before a slot it goes by what fills it: “a tuba”, “an oboe”
_LED = re.compile(r"\b(?:over|with|on) $", re.I)
_PRONOUNS = {"he": ("he", "she", "they"), "him": ("him", "her", "them"), "his": ("his", "her", "their")}


def _wants_article(thing: str) -> bool:
    """Whether one thing, as a jotting names it, wants an article: “over the crossword”, but “about moss”."""
    head = thing.rsplit(" ", 1)[-1]
    return thing.islower() and thing.split(" ", 1)[0] not in _OWN and not is_plural(thing) and is_counted(head)


_OWN = frozenset(["a", "an", "the", "your", "his", "her", "their"])


@dataclass(frozen=True)
class Fit:
    """A passage that can be said, with what fills its slots, and who is named in it besides the detail's own.

    `exact` counts the conditions that it meets: the more, the better it suits.
    """

    passage: Passage
    values: Mapping[str, str]
    several: Mapping[str, bool]
    company: Sequence[Detail] = ()
    exact: float = 0.0
    cells: Sequence[Place] = field(default=(), compare=False)

    def lead(self, name: str = "") -> str:
        return self._filled(self.passage.lead, name)

    def tail(self, name: str = "") -> str:
        return self._filled(self.passage.tail, name)

    def _filled(self, pieces: Sequence[Piece], name: str) -> str:
        text = ""
        for piece in pieces:
            if isinstance(piece, str):
                text += piece
            elif article := _ARTICLE.search(text):
                said = a(self._value(piece, name))
                text = text[: article.start()] + (said[:1].upper() + said[1:] if article[0][0].isupper() else said)
            else:
                said = self._value(piece, name)
                text += f"the {said}" if piece.name == "what" and _LED.search(text) and _wants_article(said) else said
        return _SENTENCE.sub(lambda match: match[0].upper(), text)

    def _value(self, slot: Slot, name: str) -> str:
        if slot.name == VOCATIVE:
            return f", {name}" if name else ""
        if slot.one:
            return slot.many if self.several.get(slot.name) else slot.one
        text = self.values[slot.name]
        return text[:1].upper() + text[1:] if slot.capital else text


def _suits(passage: Passage, manner: Manner) -> bool:
    terms = passage.terms
    if not passage.of_occasion(manner.occasion) or (terms.trades and manner.trade not in terms.trades):
        return False
    if terms.regions and not terms.regions & _regions(manner.region):
        return False
    return not (("i only" in terms.flags and manner.we) or ("plural you" in terms.flags and not manner.are_several))


def suited(passages: Sequence[Passage], card: Card) -> Sequence[Passage]:
    """Those of some passages that may be said on such a card, whatever is known: found once for all cards like it."""
    suits = partial(_suits, manner=card.manner)
    return passages.suiting(card.manner, suits) if isinstance(passages, Passages) else list(filter(suits, passages))


def fitted(
    passage: Passage,
    card: Card,
    detail: Detail | None = None,
    *,
    beside: Detail | None = None,
    bridges: bool = False,
    of_anybody: bool = False,
    dated: bool = False,
    caught: Mapping[str, str] | None = None,
) -> Fit | None:
    """The passage filled for a card, about a detail or, as a line of the occasion, about none; None if it cannot be.

    `beside` is a second thing that it joins to the first; what `bridges` is about the occasion as much as about the
    detail; what is `of_anybody` may be said of a thing whosever it is; what is `dated` goes by the day of the thing;
    `caught` are words of a story that it answers.
    """
    terms = passage.terms
    if not _suits(passage, card.manner):
        return None
    has_a_day = detail is not None and (detail.is_event or detail.kind in HAPPENING or detail.column == "trip" or dated)
    if not (of_anybody and not terms.of) and not _is_of(terms, card, None if bridges else detail):
        return None
    if not _is_timely(passage, card, None if (bridges or of_anybody) and not has_a_day else detail):
        return None
    company = _company(passage, card, detail)
    if company is None:
        return None
    values, several = _known_values(card, detail, company, bridges)
    if caught:
        values = {**values, **caught}
        several = {**several, **{name: is_plural(caught[name]) for name in ("what", "it") if name in caught}}
    if of_anybody and detail and detail.is_of_you:
        values = {**values, "thing": f"you {values['thing']}"}
    if beside:
        of_other = {"other": beside.bridge, "doing other": beside.doing, "other clause": beside.clause}
        values = {**values, **{name: text for name, text in of_other.items() if text}}
        several = {**several, "other": is_plural(beside.bridge)}
    if not all(slot in values or slot in several for slot in passage.slots):
        return None
    if not agrees(passage, several):
        return None
    exact = sum(map(bool, (terms.occasions, terms.times, terms.trades, terms.regions))) + 0.5 * len(company)
    return Fit(passage, values, several, tuple(company.values()), exact, _cells(passage, card, detail, company))


def _regions(region: str) -> frozenset[str]:
    return frozenset(["gb", "ie"] if region == "ie" else [region])


def _is_of(terms: Terms, card: Card, detail: Detail | None) -> bool:
    """Whether it is said of the one whose thing it is, and what is for an occasion to the one whose occasion it is."""
    of, owner = terms.of, detail.owner if detail else card.whose
    if owner is Owner.SELF:
        is_theirs = card.whose is Owner.SELF or card.row.person_is == "born"
        return not of and (is_theirs or not terms.occasions)
    if owner is Owner.PET:
        if detail is None:
            return "kin" in of
        return "pet" in of or (not of and detail.kind == "animal")
    return owner.value in of or "kin" in of or (not of and detail is not None and detail.column == "person")


def _is_timely(passage: Passage, card: Card, detail: Detail | None) -> bool:
    """Whether it is time for it. Of a thing that has no day it goes by the day of the occasion it is for."""
    times = passage.terms.times
    if not times:
        return True
    state = detail.state_on(card.arrival) if detail else card.state
    if state is State.ALWAYS:
        return "now" in times or (bool(passage.terms.occasions) and card.state.value in times)
    return (state.value or "unknown") in times


def _company(passage: Passage, card: Card, detail: Detail | None) -> dict[str, Detail] | None:
    """Who else is named, by the slot; None where the passage wants somebody who is not known."""
    found: dict[str, Detail] = {}
    own = detail.who if detail else None
    for wanted in sorted(passage.terms.company):
        if own and own.owner is Owner.PET and "pet" in passage.terms.of and wanted in ("pet", own.animal):
            continue
        one = next((one for one in card.details if _is_company(one, wanted, own, card)), None)
        if one is None:
            return None
        found[_SLOT_OF.get(wanted, wanted)] = one
    return found


def _is_somebody(one: Detail) -> bool:
    """Whether a detail is no more than that they have somebody: by a column, or an animal that a jotting names."""
    is_named = one.kind == "animal" and one.statement is None and bool(one.who and one.who.names)
    return one.column == "person" or (one.column == "notes" and is_named)


def _is_company(one: Detail, wanted: str, own: Who | None, card: Card) -> bool:
    who = one.who
    if not _is_somebody(one) or who is None or (own and who.owner is own.owner) or not who.names:
        return False
    is_of_both = card.whose is Owner.SELF and card.person is not None and card.person.owner is Owner.PARTNER
    if card.person and not is_of_both and set(card.person.names) & set(who.names):
        return False
    if wanted in ("dog", "cat", "horse"):
        return who.owner is Owner.PET and who.animal == wanted
    if wanted == "kin":
        return who.owner in _KIN
    return who.owner.value == wanted


def _known_values(
    card: Card, detail: Detail | None, company: Mapping[str, Detail], bridges: bool
) -> tuple[Mapping[str, str], Mapping[str, bool]]:
    """What every slot is filled with, worked out once for the things and people of a card, which stay as it does."""
    key = id(detail), bridges, *[(slot, id(one)) for slot, one in company.items()]
    if key not in card.fillings:
        card.fillings[key] = _values(card, detail, company, bridges)
    return card.fillings[key]


def _values(
    card: Card, detail: Detail | None, company: Mapping[str, Detail], bridges: bool
) -> tuple[dict[str, str], dict[str, bool]]:
    """What every slot is filled with, and which of the named are several."""
    values = dict(card.facts)
    several: dict[str, bool] = {"you": card.are_several}
    people = {slot: one.who for slot, one in company.items() if one.who}
    if card.person:
        people["person"] = card.person
    if detail:
        values |= {
            name: text
            for name, text in (("thing", detail.bridge if bridges else detail.thing), ("place", detail.where))
            if text
        }
        values |= _said_of(detail)
        several["thing"] = is_plural(detail.bridge) if bridges else detail.are_several
        if detail.who and detail.owner is Owner.PET:
            people["pet"] = detail.who
        elif detail.who:
            people["kin"] = detail.who
            if detail.owner in (Owner.PARTNER, Owner.CHILD):
                people.setdefault(detail.owner.value, detail.who)
    elif card.person and card.whose in _KIN:
        people["kin"] = card.person
    for slot, who in people.items():
        if not who.called:
            continue
        values |= {slot: who.called, f"{slot}'s": possessive(who.called)}
        several[slot] = who.are_several
    spoken = people.get("kin") or people.get("person")
    if spoken and (spoken.are_several or spoken.he is not None):
        form = 2 if spoken.are_several else 0 if spoken.he else 1
        values |= {name: forms[form] for name, forms in _PRONOUNS.items()}
    return values, several


def _said_of(detail: Detail) -> dict[str, str]:
    """The slots that a statement fills."""
    said = detail.statement
    values = {"doing": detail.doing.removeprefix("still "), "clause": detail.clause}
    if said:
        is_mine = re.search(r"\byou(?:r|rself|rselves)?\b", said.rest)
        values |= {
            "do": said.do.removeprefix("still "),
            "did": said.did,
            "does": "" if is_mine else said.does,
            "aside": said.aside,
        }
    return {name: text for name, text in values.items() if text}


def _cells(passage: Passage, card: Card, detail: Detail | None, company: Mapping[str, Detail]) -> list[Place]:
    cells = [detail.place] if detail else []
    cells += [one.place for one in company.values()]
    cells += [
        card.cells[slot.removesuffix("'s")] for slot in sorted(passage.slots) if slot.removesuffix("'s") in card.cells
    ]
    return list(dict.fromkeys(cells))


_VERB_AFTER = re.compile(
    r" (?!this|his|always|sometimes|as|was|its|perhaps|besides|us)[a-z]+[^s\W]s\b| (?:was|has|is)\b"
    r"|[’']s (?:a|an|the|still|not|been|got|in|on)\b"
)
_VERB_BEFORE = re.compile(
    r"\b(?:is|has|does|was|isn[’']t|hasn[’']t|doesn[’']t|(?:what|how|who|where)[’']s)(?: (?:the|your))?\s*$",
    re.IGNORECASE,
)


def agrees(passage: Passage, several: Mapping[str, bool]) -> bool:
    """Whether no verb of the passage itself is in the singular where there are several names."""
    for pieces in (passage.lead, passage.tail):
        for at, piece in enumerate(pieces):
            if isinstance(piece, Slot) and not piece.one and several.get(piece.name):
                before = pieces[at - 1] if at else ""
                after = pieces[at + 1] if at + 1 < len(pieces) else ""
                if isinstance(before, str) and _VERB_BEFORE.search(before):
                    return False
                if isinstance(after, str) and _VERB_AFTER.match(after):
                    return False
    return True
