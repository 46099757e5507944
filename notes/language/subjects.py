"""Subjects: whom a remark is about, by who is named nearest to the words that say it."""

from collections.abc import Sequence
from enum import Enum
from itertools import pairwise, takewhile

from notes.language.lexicon import pairs, word_class
from notes.language.phrases import STRONG, WEAK, tokens_of


class Who(Enum):
    """Whom a cell is about."""

    CUSTOMER = "customer"
    HOUSE = "house"  # somebody near to them
    ANIMAL = "animal"
    OTHER = "other"


def subject_of(section: str, own: list[str], before: list[str], after: list[str], name: str) -> tuple[Who, bool]:
    if section == "pet_death":
        return (Who.OTHER if nearest(before) is Who.OTHER else Who.ANIMAL), True
    if any(word.startswith(_PARTED) for word in own) and (_is_of_a_relative(before) or _is_with_a_relative(after)):
        return Who.OTHER, True
    if section in ("refusal", "dispute", "parting", "job", "closed"):
        return Who.CUSTOMER, True
    within = None if section == "moved" else nearest(own)
    if within and within is not Who.OTHER:
        return _owned(within, before), True
    near = nearest(_about(_since_the_last_comma(before)) if section == "moved" else _told(before))
    near_behind = list(takewhile(lambda word: word not in (STRONG, WEAK), after[1:5]))
    behind = nearest(near_behind) if after[:1] and after[0] in word_class("of") | word_class("whose") else None
    if not behind and own == ["†"]:
        behind = nearest(after[:1])
    if behind and (not near or _is_only_a_thing(near, behind, before)):
        return behind, True
    if near:
        return (near, True) if section != "moved" else (Who.OTHER, True)
    if set(own) & word_class("bereaved"):
        return Who.HOUSE, True
    strange = (
        set(_told(before))
        - word_class("customer")
        - (word_class("common") - word_class("names_of_things"))
        - set(tokens_of(name))
        - {STRONG, WEAK, "#", "_", "'s"}
    )
    if not strange or section != "death":
        return Who.CUSTOMER, True
    return Who.HOUSE, False


def _is_only_a_thing(near: Who, behind: Who, before: list[str]) -> bool:
    """Whether a thing stands before it and somebody behind: “wine for the funeral of her mother” is of her mother."""
    return near is Who.OTHER and behind is not Who.OTHER and word_class("stranger").isdisjoint(before)


def _is_of_a_relative(before: list[str]) -> bool:
    """Whether it is the daughter who divorces: a sorrow, and none that keeps a card from her parents."""
    near = [word for word in before[-_NEAR:] if word in word_class("kin")]
    return bool(near) and near[-1] not in word_class("spouse")


def _is_with_a_relative(after: list[str]) -> bool:
    """Whether it is a bill that they split with her sister."""
    near = list(takewhile(lambda word: word not in (STRONG, WEAK), after[:3]))
    kin = [word for word in near if word in word_class("kin")]
    return bool(kin) and kin[0] not in word_class("spouse")


_NEAR = 4  # words
_PARTED = ("divorc", "separ", "split", "scheid", "geschied", "trenn", "getrenn", "breakup", "broke")


def _since_the_last_comma(before: list[str]) -> list[str]:
    places = [place for place, word in enumerate(before) if word == WEAK]
    return before[places[-1] + 1 :] if places else before


def _about(before: list[str]) -> list[str]:
    """What comes after whoever said it: “family say she is …” is about her."""
    told = [place for place, word in enumerate(before) if word in word_class("telling")]
    return before[told[-1] + 1 :] if told else before


def _told(before: list[str]) -> list[str]:
    """What was told, where somebody told it: “told by a neighbour that Mr Lutz” is about Mr Lutz."""
    places = [place for place, word in enumerate(before) if word in word_class("that") | word_class("telling")]
    places += [place for place, two in enumerate(pairwise(before)) if two[0] == WEAK and two[1] in _HIM_OR_HER]
    return (before[max(places) + 1 :] if places else []) or before


_HIM_OR_HER = frozenset(["he", "she"])  # “nurse called, he had a stroke” is about him


def _owned(who: Who, before: list[str]) -> Who:
    return Who.OTHER if before[-2:-1] and before[-1] == "'s" and before[-2] in word_class("stranger") else who


_WHERE = frozenset({"at", "in", "on", "by", "through", "near", "behind", "from"})  # “the chap at that door”
_OF_ANOTHER = frozenset({WEAK, "by", "for", "after", "since", "before", "because", "when", "while"})


def _is_told_of(words: Sequence[str], place: int) -> bool:
    """Whether a thing is what is spoken of: not where somebody is, nor what somebody did something to."""
    return _WHERE.isdisjoint(words[max(0, place - 2) : place]) and _OF_ANOTHER.isdisjoint(words[place:])


def _is_their_name(words: Sequence[str], place: int) -> bool:
    """Whether what may be a thing is what somebody is called: “sister Fern”."""
    return place > 0 and (words[place - 1] in word_class("kin") or words[place - 1] in word_class("pet"))


def nearest(words: Sequence[str]) -> Who | None:
    """Of whom the nearest word before speaks; None where nobody is named."""
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        whose = words[place - 2] if place > 1 and words[place - 1] == "'s" else ""
        two = f"{words[place - 1]} {word}" if place else ""
        for name, who in (("stranger", Who.OTHER), ("thing", Who.OTHER), ("pet", Who.ANIMAL), ("kin", Who.HOUSE)):
            if word not in word_class(name) and not (two and two in pairs(name)):
                continue
            if name != "thing" or (_is_told_of(words, place) and not _is_their_name(words, place)):
                return Who.OTHER if whose in word_class("stranger") else who
    return None
