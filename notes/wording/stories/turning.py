"""Turning: a clause that the office wrote of somebody, said to them; None where anything in it is uncertain."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from notes.language import inflection
from notes.language.texts import word_set
from notes.wording.stories.cast import Cast
from notes.wording.stories.doing import Doing
from notes.wording.stories.grammar import listed
from notes.wording.stories.parts import Form, Sort, Word, forms, readings
from notes.wording.stories.phrases import Phrase, phrase
from notes.wording.stories.scene import (
    Scene,
)
from notes.wording.stories.tagging import tagged
from notes.wording.stories.tokens import Token


@dataclass(frozen=True, slots=True)
class Turned:
    """A clause as it is said to the customer, and the scene behind it."""

    text: str
    scene: Scene
    has_verb: bool = True


def turned(
    tokens: Sequence[Token], cast: Cast, scene: Scene, *, jotted: bool = False, column: str = ""
) -> Turned | None:
    """A clause said to the customer; None where it is not certain who does what.

    In a clause that was `jotted` down it may be the writer who does it: “told her no stairs”.
    """
    words = tagged(tokens)
    if any(word.small == ":" for word in words[3:5]) and words[1].small == "first":
        return None  # “the first job: locked out”: whoever was
    if not jotted and (said := phrase(words, column)):
        return _of_a_phrase(said, cast, scene)
    if (jotted and _is_an_order(words)) or (column == "bought" and _may_be_ours(words[0])):
        return None
    turner = Doing(words, cast, scene, jotted)
    text = turner.run()
    if text is None:
        return None
    text = _FOR_YEARS.sub(_have_done, text)
    has_verb = turner.has_said
    if (not has_verb and not _may_stand_alone(words)) or _breaks_off(words):
        return None
    if not has_verb and _is_somebody_alone(words):
        text, has_verb = f"you’re {text}", True
    doers = scene.doers | turner.doers
    subject = turner.main if turner.has_said else scene.subject
    if subject == "thing" and words[0].small in ("the", "our", "my") and words[1].small == "first":
        subject = ""  # “the first job was your front door” does nothing
    mentions = tuple(one for one in turner.mentions if one.clause == scene.clause)
    behind = Scene((*scene.mentions, *mentions), scene.clause + 1, subject, doers, turner.is_explicit)
    return Turned(text, behind, has_verb)


def _may_be_ours(first: Word) -> bool:
    """Whether what was bought begins with a deed that the office may have done: “opening the safe”, “opened the safe”.

    Only what a customer does is theirs without a word of who did it: “had the hem taken up”.
    """
    is_deed = first.form in (Form.DOING, Form.DID, Form.DOES) and first.sort is Sort.VERB
    return is_deed and inflection.lemma(first.small) not in _OF_A_CUSTOMER


_OF_A_CUSTOMER = word_set(
    """
    ask beg borrow bring buy choose collect commission want have hire need order pick rent request take wear
    """
)


def _of_a_phrase(said: Phrase, cast: Cast, scene: Scene) -> Turned | None:
    """What is said without a verb of its own, behind the words that lead to it: “you’re teaching yourself …”."""
    turner = Doing(tagged(said.tokens), cast, scene)
    turner.subject, turner.has_verb, turner.is_boundary, turner.main = "you", True, False, "you"
    turner.doers = frozenset(["you"])
    text = turner.run()
    if text is None:
        return None
    behind = Scene((*scene.mentions, *turner.mentions), scene.clause + 1, "you", scene.doers | {"you"})
    return Turned(f"{said.lead} {text}".strip(), behind)


def _is_an_order(words: Sequence[Word]) -> bool:
    """Whether a jotting begins with what somebody is to do, or what was said they may: “hear the branch may close”."""
    small = [word.small for word in words[:2]]
    is_base = forms(small[0]) == {Form.BASE} and readings(small[0])[0] == "v" and not words[0].is_finite
    if small == ["did", "it"]:
        return True  # who did, the office may have
    said = len(small) > 1 and small[0] == "said" and forms(small[1]) >= {Form.BASE} and readings(small[1])[0] == "v"
    return is_base or said


_GIVEN_UP = word_set(
    "give gave gives send sent sends take took takes put puts bring brought brings get got hand handed call called"
)


_FOR_YEARS = re.compile(r"^you (?P<verb>[a-z]+)(?= [^,;]* for (?:[a-z-]+) years$)")


def _have_done(match: re.Match[str]) -> str:
    """What somebody does “for fifteen years” they have done."""
    verb = match["verb"]
    return f"you’ve {inflection.done(verb)}" if inflection.lemma(verb) == verb else match[0]


def _breaks_off(words: Sequence[Word]) -> bool:
    """Whether a clause ends where something has to follow: “a walk from”, “because”."""
    last = words[-1]
    is_open = last.sort is Sort.PREPOSITION and last.small not in _MAY_END
    is_given = words[-1].small in ("back", "away", "up", "over") and len(words) > 1 and words[-2].small in _GIVEN_UP
    is_whose = last.sort is Sort.DETERMINER and last.small in ("a", "an", "the", "my", "your", "our", "their", "every")
    return is_open or is_whose or is_given or last.sort in (Sort.AND, Sort.LINK, Sort.TO)


_MAY_END = word_set(
    """
    up down out off over back away in on through along around round about by since before after inside outside
    behind across near past under above below for at with
    """
)


def _may_stand_alone(words: Sequence[Word]) -> bool:
    """Whether what has no verb says what there was: “eleven all”, “a frog in the pool”, not “retired ferry captain”."""
    first = words[0]
    if len(words) > 1 and first.small.split("-")[0] in listed("numbers") and words[1].small == ",":
        return False  # somebody's age
    if first.small in ("every", "each"):
        return False  # how often somebody comes
    return (len(words) > 1 or first.sort is Sort.QUOTE) and (
        first.sort in (Sort.DETERMINER, Sort.QUOTE) or first.small in ("still", "then")
    )


def _is_somebody_alone(words: Sequence[Word]) -> bool:
    """Whether a clause without a verb says who somebody is: “the only man in the Thursday circle”."""
    small = [one.small for one in words[:3]]
    people = listed("persons.he") | listed("persons.she") | listed("persons.either")
    return len(small) > 2 and small[0] == "the" and small[1] in ("only", "first", "last", "one") and small[2] in people
