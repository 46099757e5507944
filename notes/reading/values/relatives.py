"""Relatives: people who are called by what they are to somebody, on a family's own list (“Aunty Jean & Uncle Bob”)."""

import re

from notes.language.texts import word_set
from notes.reading.values.couples import AND

_CALLED = word_set(
    "aunt aunty auntie uncle gran granny grandma grandpa grandad granddad nanna tante onkel oma opa tonton mamie tía "
    "tío abuela abuelo zia zio nonna nonno"
)
_JOINT = re.compile(rf"\s+{AND}\s+", re.IGNORECASE)


def as_relatives(name: str) -> str:
    """How people are greeted who are called so, "" for anybody else: never “Dear Aunty and Bob”.

    >>> as_relatives("Aunty Jean & Uncle Bob"), as_relatives("Auntie Pat"), as_relatives("Nan Goldin")
    ('Aunty Jean and Uncle Bob', 'Auntie Pat', '')
    """
    people = _JOINT.split(name)
    heads = [one.split() for one in people]
    if len(people) > 2 or not all(len(one) in (1, 2) and one[0][0].isupper() for one in heads if one):
        return ""
    called = [len(one) == 2 and one[0].casefold() in _CALLED for one in heads]
    return (
        " and ".join(people) if any(called) and (called[0] or len(people) == 1) and all(map(_is_named, heads)) else ""
    )


def _is_named(words: list[str]) -> bool:
    return len(words) == 1 or words[0].casefold() in _CALLED
