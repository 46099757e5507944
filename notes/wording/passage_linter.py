"""The linter of passages and lines: what in them would leave a hole, claim what nobody knows, or be out of time."""

import re
from collections.abc import Iterator, Mapping

from notes.problems import Level, Problem
from notes.wording.passages import Passage, slots_in_first_sentence
from notes.wording.phrasebook import Phrasebook, passages_in
from notes.wording.topics import kinds

SHORTEST_LEAD, LONGEST_LEAD, LONGEST_TAIL = 4, 52, 20  # words
_CLAIMS = re.compile(
    r"\b(?:you (?:told|mentioned|said)|we talked|talked about you|I remember|the other day|I (?:heard|saw|noticed)"
    r"|everyone here (?:asks|says)|my (?:grand\w+|mother|father|wife|husband)|this (?:card|note)|writing this)\b",
    re.IGNORECASE,
)
_OVER = re.compile(r"\b(?:how (?:did|was|were)|was it|were they|did it go|came through|went well)\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:good luck|are you (?:ready|packed)|I hope it goes|will go|can’t wait|when it comes)\b", re.IGNORECASE
)
_DAYS = re.compile(r"\b(?:today|tonight|tomorrow|yesterday|this (?:week|month|morning))\b", re.IGNORECASE)
_TOLD_US = frozenset(f"says {heading}" for heading in ("told", "deed", "step", "scene", "at stake", "moved"))
_YOU_TOLD = re.compile(r"you (?:told|mentioned|said)", re.IGNORECASE)
_AS_A_THING = re.compile(
    r"\{(?:person|child|kin|partner)\}[^.?!]*\bit(?:['’]s| is| was) (?:asleep|awake|crying|smiling)\b"
    r"|\b(?:give|hand) it back\b",
    re.IGNORECASE,
)
_PLEASED = re.compile(
    r"\b(?:I love the thought|I like to picture|I still smile|makes me smile|and I['’]m in a good mood)\b",
    re.IGNORECASE,
)
_DAY_AGAIN = re.compile(r"\b(?:on|for|by|until|of) \{day\}")
_NO_PLEASURE = frozenset(["health", "exam", "says at stake", "says mishap"])
_NEEDS = {
    "pet": ("Write “with pet:”, “with dog:” or “of pet:” before it.", {"pet", "dog", "cat", "horse"}),
    "partner": ("Write “with partner:” or “of partner:” before it.", {"partner"}),
    "child": ("Write “with child:” or “of child:” before it.", {"child"}),
}


def lint_passages(book: Phrasebook, cliches: Mapping[str, str]) -> list[Problem]:
    """Everything in the passages and lines of a phrasebook that reads badly or could be wrong."""
    kinds = {topic.name: topic.kind for topic in book.topics}
    kinds |= {passage.about: kind for (_, kind), found in book.bridges.items() for passage in found}
    problems = [
        Problem(passage.place, message, remedy, level)
        for passage in passages_in(book)
        for level, message, remedy in _faults(passage, kinds.get(passage.about, passage.about), cliches)
    ]
    for groups, look in ((book.bridges, _bridge), (book.near, _near), (book.trades, _of_trade)):
        passages = [passage for found in groups.values() for passage in found]
        problems += [
            Problem(passage.place, message, remedy, Level.WARNING)
            for passage in passages
            for message, remedy in look(passage)
        ]
    return problems


def _bridge(passage: Passage) -> Iterator[tuple[str, str]]:
    if not slots_in_first_sentence(passage) & {"thing", "doing", "place"}:
        yield "the first sentence does not name the thing.", "Put {thing} or {doing} into it."


def _near(passage: Passage) -> Iterator[tuple[str, str]]:
    if not passage.slots & {"pet", "pet's", "child", "child's", "partner", "partner's", "kin", "kin's"}:
        yield "this names nobody.", "Put {pet}, {child}, {partner} or {kin} into it."


def _of_trade(passage: Passage) -> Iterator[tuple[str, str]]:
    if not passage.terms.positions & {"lead", "end"}:
        yield (
            "this says neither “lead” nor “end”.",
            "Write “lead:” before what begins a note, “end:” before what ends it.",
        )


def _faults(passage: Passage, kind: str, cliches: Mapping[str, str]) -> Iterator[tuple[Level, str, str]]:
    yield from ((Level.ERROR, message, remedy) for message, remedy in _holes(passage))
    found = [
        *_shape(passage),
        *_tone(passage, cliches),
        *_time(passage, kind),
        *_sense(passage, kind),
        *_anyone(passage),
    ]
    for message, remedy in found:
        yield Level.WARNING, message, remedy


def _holes(passage: Passage) -> Iterator[tuple[str, str]]:
    """Slots of somebody who may not be known."""
    terms, is_line = passage.terms, bool(passage.terms.positions)
    named = {slot.removesuffix("'s") for slot in passage.slots}
    for slot, (remedy, enough) in _NEEDS.items():
        if slot in named and not (terms.company | terms.of) & enough:
            yield f"there may be no {{{slot}}}, which would leave a hole.", remedy
    known = terms.of or terms.company & {"kin", "grandchild"}
    if named & {"kin", "he", "him", "his"} and not known and not is_line:
        yield "there may be no {kin}, which would leave a hole.", "Write “of kin:” before it."


def _shape(passage: Passage) -> Iterator[tuple[str, str]]:
    lead, _, tail = passage.text.partition("//")
    words, words_of_tail = len(lead.split()), len(tail.split())
    if not passage.terms.positions and not SHORTEST_LEAD <= words <= LONGEST_LEAD:
        yield f"this comes to {words} words.", f"A passage has {SHORTEST_LEAD} to {LONGEST_LEAD}."
    if words_of_tail > LONGEST_TAIL:
        yield f"the tail has {words_of_tail} words.", "Keep what comes after // to one short sentence."
    if passage.text.rstrip()[-1] not in ".!?…”)":
        yield "this does not end like a sentence.", "End it with a full stop."
    if passage.questions > 1:
        yield "this asks more than one question.", "One question is a question; two are a form."


def _tone(passage: Passage, cliches: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    plain = " ".join(passage.text.replace("’", "'").casefold().split())
    for phrase, instead in cliches.items():
        if re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", plain):
            yield f"“{phrase}” reads like a campaign.", instead
    claim = _CLAIMS.search(passage.text)
    if claim and not (passage.about in _TOLD_US and _YOU_TOLD.fullmatch(claim[0])):
        yield f"“{claim[0]}” claims something that no cell says.", "Say “I’d guess” or “I’m told”, or leave it out."


def _sense(passage: Passage, kind: str) -> Iterator[tuple[str, str]]:
    """What nobody says of a person, or of a thing of this kind."""
    if thing := _AS_A_THING.search(passage.text):
        yield f"“{thing[0]}” calls a person “it”.", "Say the name again, or turn the sentence."
    if twice := _DAY_AGAIN.search(passage.text):
        yield f"“{twice[0]}” says “on” twice: a day is “on Saturday” already.", "Write {day} alone."
    if kind in _NO_PLEASURE and (pleased := _PLEASED.search(passage.text)):
        yield f"“{pleased[0]}” is pleased about what may have gone badly.", "Ask how it went, or wish them well."


def _time(passage: Passage, kind: str) -> Iterator[tuple[str, str]]:
    """What is true on one side of the day only, and does not say which."""
    times = passage.terms.times
    if not times and kind in kinds("happening") and (over := _OVER.search(passage.text)):
        yield f"“{over[0]}” assumes that it is over.", "Write “after:” or “long after:” in front of it."
    if not times and kind in kinds("happening") and (coming := _TO_COME.search(passage.text)):
        yield f"“{coming[0]}” assumes that it is still to come.", "Write “before:” in front of it."
    if times and times <= {"after", "long after"} and (coming := _TO_COME.search(passage.text)):
        yield f"“{coming[0]}” is for what is still to come.", "Write “before:” in front of it."
    if not times and kind in kinds("happening") and (day := _DAYS.search(passage.text)):
        yield (
            f"“{day[0]}” may no longer be true when the card is read.",
            "Write “on:” or “before:” in front of it, or another word.",
        )


def _anyone(passage: Passage) -> Iterator[tuple[str, str]]:
    """Complaints about a whole note with nothing of the person in it, which nobody would miss."""
    if "whole" in passage.terms.positions and not passage.slots and not passage.terms.of:
        remedy = "Use {pet}, {since}, {years}, {town} or another slot in it."
        yield "this could go to anyone: it mentions nothing about the person.", remedy
