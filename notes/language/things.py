"""Things: what dies, is lost or moves and is nobody’s sorrow: “boiler died”, “lost her keys”, “moved the piano”."""

from collections.abc import Sequence, Set
from functools import cache, lru_cache
from pathlib import Path

from notes.language.lexicon import word_class
from notes.language.phrases import STRONG, WEAK

_SHORTEST_HEAD = 5  # letters: “batterie” in “Autobatterie”
_REACH = 4


@lru_cache(maxsize=50_000)
def is_thing(word: str) -> bool:
    """Whether a word is the name of a thing, in any of the languages, as one or many, or in a German compound.

    >>> [is_thing(word) for word in ("boiler", "keys", "autobatterie", "lunettes", "llaves")]
    [True, True, True, True, True]
    >>> [is_thing(word) for word in ("husband", "dog", "cancer", "Rosa", "rose", "roses")]
    [False, False, False, False, False, True]
    """
    if word in _people():
        return False
    known = _things()
    if word in known or any(word.endswith(end) and word[: -len(end)] in known for end in ("s", "es", "n", "en")):
        return True
    return any(word[place:] in word_class("heads") for place in range(2, len(word) - _SHORTEST_HEAD + 1))


@cache
def _things() -> frozenset[str]:
    lines = Path(__file__).with_name("things.en.txt").read_text(encoding="utf-8").splitlines()
    named = frozenset(word for line in lines if not line.startswith("#") for word in line.split())
    return named | word_class("thing") | word_class("goods") | word_class("heads")


@cache
def _people() -> frozenset[str]:
    named = word_class("names_of_things")
    return word_class("kin") | word_class("pet") | word_class("customer") | word_class("common") | named


def happened_to_a_thing(
    words: Sequence[str], before: Sequence[str], behind: Sequence[str], names: Set[str] = frozenset()
) -> bool:
    """Whether what words say became of a thing: the one that it is said of, or the one that somebody did it to.

    `names` are the customer’s own: a Mr Keller is no cellar.

    >>> happened_to_a_thing(["died"], ["the", "boiler", "has"], []), happened_to_a_thing(["lost"], [], ["her", "keys"])
    (True, True)
    >>> happened_to_a_thing(["died"], ["dad", "in", "the", "garden"], [])
    False
    """
    if word_class("of_things").isdisjoint(words):
        return False
    return _is_subject(before, names) or (words[-1] in word_class("of_things") and _is_object(behind, names))


def _is_subject(before: Sequence[str], names: Set[str]) -> bool:
    """Whether the noun just before is a thing, and not the place where it happened."""
    near = list(before)
    while near and near[-1] in word_class("between"):
        near.pop()
    if not near or near[-1] in names or not is_thing(near[-1]) or {*near[-2:-1]} & word_class("titles"):
        return False
    phrase = near[-_REACH:-1]
    return word_class("where").isdisjoint(phrase) and word_class("of_things").isdisjoint(phrase)


def _is_object(behind: Sequence[str], names: Set[str]) -> bool:
    """Whether the noun just behind is a thing: its head, for one dies in a car crash of more than a car."""
    for place, word in enumerate(behind[:_REACH]):
        after = behind[place + 1] if place + 1 < len(behind) else ""
        if word in (STRONG, WEAK) or word in word_class("where") or word in word_class("told_of") - word_class("whose"):
            return False
        if word in names:
            return False
        if (word in word_class("kin") or word in word_class("pet")) and after != "'s":
            return False
        if is_thing(word):
            return after not in word_class("mishap")
    return False


def is_about_a_thing(behind: Sequence[str]) -> bool:
    """Whether what upset somebody is a thing: “devastated when we ran out of bagels”."""
    near = behind[: 2 * _REACH]
    if STRONG in near:
        near = near[: near.index(STRONG)]
    nobody = word_class("kin").isdisjoint(near) and word_class("pet").isdisjoint(near)
    return nobody and any(map(is_thing, near)) and word_class("mishap").isdisjoint(near)
