"""Answers: yes, no, and “there is none”, in the words that people use."""

import re
from collections.abc import Set
from functools import cache, lru_cache

from notes.language.folding import folded
from notes.language.lexicon import listed, word_class
from notes.language.phrases import STRONG, WEAK, tokens_of

_FIRST = re.compile(
    r"([^,;:(–—-]+?)(?:\s+(?:whatsoever|at all|please|thanks|thank you|merci|danke|gracias))?\s*(?:[,;:(–—-]|$)"
)
_ZERO = re.compile(r"[^\w]*0+(?:[.,/:-]0+)*\W*")  # and a day that is not one: 00/00/0000


@lru_cache(maxsize=10_000)
def is_yes(text: str) -> bool:
    """Whether it is a yes, or a tick.

    >>> is_yes("X"), is_yes("☑"), is_yes("Yes!"), is_yes("perhaps")
    (True, True, True, False)
    """
    return _bare(text) in _answers("yes")


@lru_cache(maxsize=10_000)
def is_no(text: str) -> bool:
    """A no where it is asked whether a card may go: “N”, “0”, “opted out”.

    >>> is_no("N"), is_no("0.00"), is_no("Nil, own request"), is_no("later"), is_no("Only by email please")
    (True, True, True, False, True)
    """
    return (
        _bare(text) in _answers("no")
        or bool(_ZERO.fullmatch(text))
        or _begins_with_a_no(text)
        or _is_a_polite_no(text)
        or _names_only_another_way(text)
    )


def _is_a_polite_no(text: str) -> bool:
    """Whether nothing but courtesy stands beside a no: “pls no”, “no ta”, “wants none”."""
    words = [word for word in tokens_of(text) if word not in (STRONG, WEAK)]
    bare = [word for word in words if word not in word_class("courtesy")]
    return len(bare) < len(words) and " ".join(bare) in _answers("no")


def _names_only_another_way(text: str) -> bool:
    """Whether they want to hear by e-mail or telephone, and not by post: “Only by email please”, “just text me”."""
    tokens = _of_channels(text)
    is_only = not _ONLY.isdisjoint(tokens) and tokens.isdisjoint(word_class("paper"))
    return (
        is_only
        and not _other_ways().isdisjoint(tokens)
        and tokens <= _other_ways() | word_class("common") | _ONLY | _WE
    )


@lru_cache(maxsize=10_000)
def names_only_channels(text: str) -> bool:
    """Whether it names nothing but ways to reach somebody, and not the post.

    >>> names_only_channels("e-mail, SMS"), names_only_channels("post and e-mail")
    (True, False)
    """
    tokens = _of_channels(text)
    return tokens.isdisjoint(word_class("paper")) and tokens <= _other_ways() | word_class("common")


def _of_channels(text: str) -> Set[str]:
    return {*tokens_of(_HYPHENATED.sub("email", text))} - {STRONG, WEAK}


@cache
def _other_ways() -> frozenset[str]:
    return word_class("channel") - word_class("paper")


_HYPHENATED = re.compile(r"\be[- ]?(?:mail|news(?:letter)?|blast)(?=s?\b)", re.IGNORECASE)
_WE = frozenset(["i", "id", "we", "me", "us", "d", "would", "electronico"])
_ONLY = frozenset(
    [
        "only",
        "just",
        "solely",
        "rather",
        "instead",
        "via",
        "prefer",
        "preferred",
        "nur",
        "lieber",
        "uniquement",
        "seulement",
        "solo",
        "solamente",
    ]
)


def _begins_with_a_no(text: str) -> bool:
    """Whether what stands before the first comma is a no: “Nil, own request”, “None whatsoever”."""
    first = _FIRST.match(folded(text))
    return first is not None and _bare(first[1]) in _answers("no")


@lru_cache(maxsize=10_000)
def is_none_such(text: str) -> bool:
    """A no where a column says something sad or a refusal: “never” refuses there, and “none” is none.

    >>> is_none_such("N/A"), is_none_such("None on file"), is_none_such("never")
    (True, True, False)
    """
    return _bare(text) in _answers("no_such") or bool(_ZERO.fullmatch(text))


@lru_cache(maxsize=10_000)
def is_dead(text: str) -> bool:
    """The other answer of a column that tells who lives: “D” under “Vital status”."""
    return _bare(text) in _answers("dead")


@lru_cache(maxsize=10_000)
def is_refusing(text: str) -> bool:
    """A no that somebody said: “never”, “no thanks”; “0” and “none” may only say that there is nothing.

    >>> is_refusing("Never!"), is_refusing("take off"), is_refusing("none")
    (True, True, False)
    """
    return _bare(text) in _answers("refusing")


@lru_cache(maxsize=10_000)
def is_never(text: str) -> bool:
    """A never: under “Mail returned” it says that none was, under “Do not mail” it would refuse.

    >>> is_never("Never"), is_never("no")
    (True, False)
    """
    return _bare(text) in _answers("never")


@lru_cache(maxsize=10_000)
def is_still_so(text: str) -> bool | None:
    """Whether what a column tells of is open, or over, as the words below it say; None where they say neither.

    >>> is_still_so("C/26/014 OPEN"), is_still_so("réglé le 3/9, satisfait"), is_still_so("noch nicht erledigt")
    (True, False, True)
    """
    tokens = tokens_of(text)
    if not word_class("open").isdisjoint(tokens):
        return True
    over = [place for place, token in enumerate(tokens) if token in word_class("over")]
    if not over:
        return None
    return not word_class("negation").isdisjoint(tokens[max(0, over[0] - 2) : over[0]])


def _bare(text: str) -> str:
    return folded(text).strip(" .!:;'\"").replace("-", " ").replace("’", "'") or text.strip()


@cache
def _answers(name: str) -> frozenset[str]:
    return frozenset(_bare(text) for text in listed("answers", name))
