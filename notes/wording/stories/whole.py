"""Whole: whether a piece of a jotting that was written out can stand on a card, nothing short in it nor missing."""

import re
from collections.abc import Sequence
from functools import cache

from notes.language import inflection
from notes.language.texts import word_set
from notes.wording.details.shorthand import is_spelled_out
from notes.wording.details.shorthand import listed as shorthand
from notes.wording.details.wordbook import relations
from notes.wording.stories.articles import lacks_one
from notes.wording.stories.grammar import listed
from notes.wording.stories.parts import Form, Sort, Word
from notes.wording.stories.tagging import tagged
from notes.wording.stories.tokens import Token, joined

ACRONYMS = word_set(
    """
    US UK TV AC ER HS UPS DVD CD FBI NASA BBC NHS VHS RV SUV OK DIY PE PTA YMCA VFW AM PM
    """
)
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_OF_A_MONTH = re.compile(rf"\b({MONTHS}) \d{{1,2}}\b")
_UNREAD = re.compile(
    r"[/=@#<>|*_~\[\]{}%$£€]|\d[/.:x-]\d|\b[b-df-hj-np-tv-xz]{2,}\b|(?<!’)\b\d{1,2}\b|\b[A-Z]{2,}\b|\b[B-HJ-Z]\b"
)


# A tail that is no more than a label or a number: “, the first house”, “, 200”.
_ADDED = re.compile(
    r"\bno$|\b(?:with|without|of|to|from) ?,"
    r"|, (?:(?:both|all) of them|the (?:first|second|third|last) [a-z]+|[\d,]+|[a-z]+ing)$"
    r"|\b[A-Z][a-z]+ (?:two|three|four|five|six|seven|eight|nine|ten) [a-z]+s\b"
)


def is_whole(tokens: Sequence[Token], *, is_loud: bool = False) -> bool:
    """Whether a piece that was written out is whole: nothing is short, and no article is missing."""
    bare = [token for token in tokens if not token.is_quote and token.text not in ACRONYMS]
    if is_unread(bare) or lacks_one(tokens) or _is_told_to_do(tagged(tokens)):
        return False
    if _ADDED.search(_OF_A_MONTH.sub(r"\1", joined(bare))):
        return False
    is_left = tokens[0].small == "still" and len(tokens) > 1 and inflection.tells_what_is_done(tokens[1].text)
    if is_left:
        return False  # “still taped on my mirror” says of what in another piece
    return all(is_known(token) for token in bare if token.is_word and token.text.islower()) and _is_finished(
        tokens, is_loud=is_loud
    )


def is_unread(tokens: Sequence[Token]) -> bool:
    """Whether something in a piece is short, or a sign that nobody says: “3/4”, “w/”, “PTA mtg”."""
    bare = [token for token in tokens if not token.is_quote and token.text not in ACRONYMS]
    return _UNREAD.search(_OF_A_MONTH.sub(r"\1", joined(bare))) is not None


def _is_finished(tokens: Sequence[Token], *, is_loud: bool) -> bool:
    """Whether a piece without a verb is one that may stand by itself: “eleven all”, “a frog in the pool”."""
    small = [token.small for token in tokens]
    people = listed("persons.he") | listed("persons.she") | listed("persons.either") | shorthand("roles")
    words = tagged(tokens)
    has_verb = (
        any(
            word.is_finite or (word.sort is Sort.PRONOUN and re.search(r"’(?:s|re|ve|d|ll)$", word.small))
            for word in words
        )
        or words[0].form is Form.DOING
    )
    if has_verb or tokens[0].is_quote:
        return True
    is_named = any(token.is_quote for token in tokens) or any(word.sort is Sort.PREPOSITION for word in words[2:])
    if is_loud and is_named and words[0].sort is Sort.DETERMINER and not set(small) & shorthand("roles"):
        return True
    if set(small[:5]) & people:
        return False
    if is_count(small[0]) or small[0].isdigit():
        return not {":", "your"} & {*small}
    leads = small[0] in ("then", "still") and len(small) < 6
    places = {"in", "on", "at", "under", "round", "around", "with", "for", "behind", "beside", "over", "inside"}
    is_there = (
        small[0] in ("a", "an", "the", "my") and len(small) < 9 and "," not in small and bool(places & {*small[2:4]})
    )
    return leads or is_there


def _is_told_to_do(words: Sequence[Word]) -> bool:
    """Whether a word behind a comma tells somebody what to do: “, be gentle”."""
    return any(
        (words[at - 1].small == "," and words[at].sort is not Sort.NAME and words[at].small in _ORDERS)
        or (words[at - 1].small == "," and words[at].form is Form.BASE)
        for at in range(1, len(words))
    )


_ORDERS = word_set(
    """
    verify confirm remind be go keep mind watch call ask tell don’t check use give ring take put let get bring
    no nag shout
    """
)


def is_known(token: Token) -> bool:
    """Whether a word in small letters is one: “boyf” is none."""
    if token.small in listed("auxiliaries"):
        return True
    if re.search(r"^[a-z]+’(?!(?:s|d|ll|re|ve|m|t|er|clock)?$)", token.small):
        return False
    small = re.sub(r"(?:n’t|’\w+|’)$", "", token.small)
    if small in relations():
        return True
    parts = [part for part in small.split("-") if part]
    known = [inflection.is_word(part) or part in small_words() or is_count(part) or part in _PLAIN for part in parts]
    return all(known) or (len(small) > 4 and is_spelled_out([small]) and not _BEGINS_CUT.match(small))


# “blkberry”, “prblm”: no word begins so.
_BEGINS_CUT = re.compile(r"(?!str|spr|scr|spl|thr|shr|sch|chr|phr|phl|chl|sph|squ)[b-df-hj-np-tv-xz]{3}")


_PLAIN = word_set(
    """
    of in on at to for with from by the an and or but that who as than you your his her him them they
    she he it its we us our my me into onto off out up down over if then this what when how why where
    per la le de du one grandkids grandbabies
    """
)


@cache
def small_words() -> frozenset[str]:
    names = ("subjects", "determiners", "prepositions", "conjunctions", "subordinators", "adverbs", "auxiliaries")
    return frozenset().union(*(listed(name) for name in names)) | {"him", "her", "them", "me", "us", "not", "his"}


def is_count(small: str) -> bool:
    return small.split("-", 1)[0] in listed("determiners") and small not in (
        "a",
        "an",
        "the",
        "her",
        "his",
        "my",
        "no",
        "every",
        "each",
        "this",
        "that",
        "these",
        "those",
    )
