"""Phrases: what a cell says without a verb of its own, “teaching himself to juggle”, with the words that lead to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from notes.language import inflection
from notes.language.texts import word_set
from notes.wording.details.noun_phrases import is_single
from notes.wording.stories.parts import Form, Sort, Word, is_number
from notes.wording.stories.tokens import Token

# What one is at for a while.
_WEEKDAYS = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?$")
_UNDER_WAY = word_set(
    """
    teach learn restore build rebuild write train practise practice raise plan try save trace map catalogue
    catalog translate compile renovate digitize digitise breed transcribe rehearse
    """
)
_THOUGHT = "I like to think of"


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words that lead to a phrase, and the phrase as it stands behind them."""

    lead: str
    tokens: Sequence[Token]


def phrase(words: Sequence[Word], column: str) -> Phrase | None:
    """How a phrase is said: what one is at, what one likes to do, a thing; None where a clause is none.

    What may be over or still to come is only thought of.
    """
    tokens = [word.token for word in words]
    if not words or words[0].is_finite or _adds_another(words):
        return None
    if words[0].form is Form.DOING and not _has_main_verb(words):
        return _doing(words, tokens, column)
    at = _somebody_doing(words)
    if at and not _has_main_verb(words[at:]):
        return Phrase(_THOUGHT, tokens) if len(words) >= _LEAST - 1 else None
    return _thing(words, tokens, column)


_LEAST = 6
_TRADE = word_set(
    """
    policy rider service repair alteration account lease closing payroll books frame claim loan will deed filing
    returns
    """
)


def _adds_another(words: Sequence[Word]) -> bool:
    """Whether another thing is added behind a comma: “the shoulder, and working as a hairdresser”."""
    adds = any(one.small == "," and two.sort is Sort.AND for one, two in pairwise(words))
    return adds and not is_number(words[0].small)


def _has_main_verb(words: Sequence[Word]) -> bool:
    """Whether a verb says who did something, outside of “that” and “who”."""
    is_inside = False
    for at, word in enumerate(words):
        if word.sort is Sort.LINK:
            is_inside = True
        elif word.sort is Sort.MARK:
            is_inside = False
        elif (word.is_finite or _is_many_do(words, at)) and not is_inside and not _is_of_a_thing(words, at):
            return True
    return False


def _is_many_do(words: Sequence[Word], at: int) -> bool:
    """Whether several do it: “his tomatoes come up in our car park”."""
    return words[at].form is Form.BASE and at > 0 and words[at - 1].sort is Sort.NOUN


def _is_of_a_thing(words: Sequence[Word], at: int) -> bool:
    """Whether a verb tells more of the thing before it: “the man he talks to”, “every batch numbered”."""
    led = words[at - 1] if at else None
    is_absolute = at == len(words) - 1 and Form.DID is words[at].form
    return is_absolute or (
        led is not None and led.sort is Sort.PRONOUN and at > 1 and words[at - 2].sort in (Sort.NOUN, Sort.NAME)
    )


def _doing(words: Sequence[Word], tokens: Sequence[Token], column: str) -> Phrase | None:
    if len(words) < 4 or column == "bought":
        return None  # what was bought the office may have done: “opening the safe in the old drugstore”
    verb = inflection.lemma(words[0].small)
    if words[1].small == "," and words[2].sort is Sort.LINK:
        words = [words[0], *words[2:]]  # “fishing, when her shift is over”
    rest = _as_done(words[1:])
    is_name_of_a_role = len(words) > 1 and (
        words[1].sort is Sort.NOUN
        and is_single([words[1].token.text])
        and not (len(words) > 2 and words[2].sort is Sort.NOUN)
    )
    if verb in ("have", "be", "lose", "come") or is_name_of_a_role:
        return None
    is_again = any(word.small in ("every", "each") for word in words)
    if column in ("likes", "trip") or verb in ("want", "need", "hope") or is_again:
        if column == "trip":
            return Phrase(f"{_THOUGHT} you", tokens)
        return Phrase("you", [Token(verb), *rest])
    if verb in _UNDER_WAY:
        return Phrase("you’re", tokens)
    return Phrase(f"{_THOUGHT} you", tokens) if len(words) >= _LEAST - 1 else None


def _as_done(words: Sequence[Word]) -> list[Token]:
    """What follows, with another verb behind an “and” in the same form: “keeping bees and giving the honey away”."""
    out = [word.token for word in words]
    for at in range(1, len(words)):
        if words[at].form is Form.DOING and words[at - 1].sort is Sort.AND:
            out[at] = out[at]._replace(text=inflection.lemma(words[at].small) or out[at].text)
    return out


def _somebody_doing(words: Sequence[Word]) -> int:
    """Where somebody else's doing begins: “Mr. Fitz sleeping in the middle of it”; 0 where nobody does."""
    is_somebody = words[0].sort is Sort.NAME or (
        words[0].sort is Sort.DETERMINER
        and (words[0].small in ("his", "her", "their") or words[0].small.endswith("’s"))
    )
    for at in range(1, min(len(words), 9)):
        if words[at].form is Form.DOING:
            return at if is_somebody else 0
        if words[at].sort in (Sort.MARK, Sort.LINK, Sort.PREPOSITION, Sort.VERB, Sort.PRONOUN):
            return 0
    return 0


def _thing(words: Sequence[Word], tokens: Sequence[Token], column: str) -> Phrase | None:
    """A thing that is told in some words: “one custard tart with two forks, on Saturdays”."""
    if len(words) < _LEAST - 1 or _has_main_verb(words):
        return None
    first = words[0]
    counts = is_number(first.small) or (first.sort is Sort.NAME and any(word.small == "," for word in words[:3]))
    if column in ("bought", "likes", "trip") and counts:
        return Phrase("", tokens)
    if len(words) > 1 and first.small == "the" and words[1].small in ("only", "one"):
        return None
    is_standing = any(word.small in ("every", "each") or _WEEKDAYS.match(word.small) for word in words)
    if column == "bought" and first.sort is Sort.DETERMINER and is_standing:
        return Phrase("it’s", tokens)
    if column == "likes" and any(word.sort in (Sort.LINK, Sort.PREPOSITION) for word in words) and is_plain(first):
        return Phrase("you like", tokens)
    if column == "told_us" and first.sort is Sort.NAME and any(word.sort is Sort.PREPOSITION for word in words):
        return Phrase("", tokens)
    joins = any(word.sort in (Sort.PREPOSITION, Sort.LINK) for word in words[2:])
    is_known = (first.small in ("the", "his", "her") or first.small.endswith("’s")) and joins
    is_named = any(word.small in (",", "that", "who") or word.sort is Sort.NAME for word in words[1:])
    is_known = is_known or (first.small in ("the", "his", "her") and any(word.form is Form.DONE for word in words))
    is_told = (column == "told_us" and len(words) >= _LEAST) or (
        column == "bought" and is_named and len(words) > _LEAST
    )
    is_known = is_known and len(words) >= _LEAST - 1
    is_trade = bool(_TRADE & {word.small for word in words})
    return Phrase(_THOUGHT, tokens) if is_known and is_told and not is_trade else None


def is_plain(word: Word) -> bool:
    """Whether a thing is named without an article: “checkers with whoever is waiting”."""
    return word.sort in (Sort.NOUN, Sort.ADJECTIVE)


def of_a_pet(words: Sequence[Word]) -> list[Token] | None:
    """“Pilgrim, a cob, who opens gates” as what Pilgrim does; None where no more than a name is told."""
    verb = next((at for at, word in enumerate(words) if word.is_finite), 0)
    if not verb or words[0].sort is not Sort.NAME:
        return None
    end = next(at for at, word in enumerate(words) if word.sort not in (Sort.NAME, Sort.AND))
    between = (Sort.MARK, Sort.DETERMINER, Sort.NOUN, Sort.ADJECTIVE, Sort.LINK)
    if any(word.sort not in between for word in words[end:verb]) or end > 3:
        return None
    return [word.token for word in (*words[:end], *words[verb:])]
