"""Heads: of what kind a thing is by its last word, a soup spoon a tool and waders something to wear."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from notes.language import inflection
from notes.resources import table_beside
from notes.wording.stories.parts import Sort, Word

LOVED = "loved"  # of what kind it is matters less, and it is not theirs
EATEN, WORN, PLANT, PLACE = "to eat", "to wear", "a plant", "a place"
MASSES = frozenset([EATEN, "to drink"])  # of which there may be much, and not one
_NO_KINDS = frozenset(["gone", "growing", "falling", "loving"])


def kind_of_thing(names: Sequence[str]) -> str:
    """Of what kind a thing is, by the words for it; "" where nobody can tell.

    >>> kind_of_thing(["soup", "spoon"]), kind_of_thing(["waders"]), kind_of_thing(["jar", "of", "plum", "jam"])
    ('a tool', 'to wear', 'to eat')
    """
    behind = names[names.index("of") - 1] if "of" in names else ""
    for one in (names[-1].casefold(), behind.casefold()):
        ways = (one, inflection.singular(one), one.removesuffix("s"), one.removesuffix("es"))
        known = [*("-".join([*names[-2:-1], way]) for way in ways), *ways]
        found = next((kind for way in known if (kind := _kinds().get(way))), "")
        if found:
            return found
    return ""


def kind_where(words: Sequence[Word], names: Sequence[str], led: Word | None) -> str:
    """The same of a thing in a clause: what was planted grows, and of what was lost nothing is known any more.

    `led` is the word before the thing.
    """
    verbs = {form for word in words if word.sort is Sort.VERB for form in (word.small, inflection.lemma(word.small))}
    if verbs & _listed("gone") and not (led and led.sort is Sort.PREPOSITION):
        return ""
    kind = kind_of_thing(names)
    if led and inflection.lemma(led.small) in _listed("loving") and kind not in MASSES:
        return LOVED
    return PLANT if kind == EATEN and verbs & _listed("growing") else kind


def falls(text: str) -> re.Match[str] | None:
    """What befalls a thing and nobody else: “the amp fell over”, “rolled off the truck”.

    >>> falls("rolled off the truck")[0], falls("rolled the dough")
    ('rolled off', None)
    """
    return _falling().search(text)


@cache
def _falling() -> re.Pattern[str]:
    ways = [way for line in _table()["falling"].split("\n") for way in line.split("|") if way]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ways))})\b")


@cache
def _kinds() -> Mapping[str, str]:
    return {word: kind for kind, words in _table().items() if kind not in _NO_KINDS for word in words.split()}


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(_table()[name].split())


@cache
def _table() -> Mapping[str, str]:
    return table_beside(__file__, "heads.toml")
