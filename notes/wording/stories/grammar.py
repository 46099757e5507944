"""Grammar: which words of a clause are verbs, and their forms behind “you” and “I”."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from notes.language import inflection
from notes.language.texts import word_set
from notes.resources import table_beside


@cache
def listed(name: str) -> frozenset[str]:
    table: Any = table_beside(__file__, "words.toml")
    for part in name.split("."):
        table = table[part]
    return frozenset(table.split())


BEHIND_YOU = {
    **{"is": "are", "was": "were", "has": "have", "does": "do", "am": "are"},
    **{"isn’t": "aren’t", "wasn’t": "weren’t", "hasn’t": "haven’t", "doesn’t": "don’t"},
}
BEHIND_I = {"is": "am", "has": "have", "does": "do", "hasn’t": "haven’t", "doesn’t": "don’t", "isn’t": "am not"}
_LEADS_ON = word_set(
    """
    him her them it me us you up out down off back home away everybody everyone nobody somebody anybody himself herself
    that how what who when where why if whether every each all not
    """
)


def is_auxiliary(word: str) -> bool:
    return word.casefold() in listed("auxiliaries")


def is_he_does(word: str) -> bool:
    """Whether a word is what he or she does: “hums”, “takes”, “was”."""
    small = word.casefold()
    verb = inflection.lemma(small)
    return small in BEHIND_YOU or (bool(verb) and small != verb and small == inflection.does(verb))


def is_did(word: str) -> bool:
    """Whether a word is what somebody did: “asked”, “rowed”, “put”."""
    return inflection.tells_what_was_done(word)


def is_participle(word: str) -> bool:
    """Whether a word may stand behind “have”: “watched”, “been”."""
    return inflection.tells_what_is_done(word)


def behind_you(word: str) -> str:
    """A verb as it stands behind “you”.

    >>> [behind_you(word) for word in ("hums", "was", "carries", "asked", "won’t")]
    ['hum', 'were', 'carry', 'asked', 'won’t']
    """
    return _behind(word, BEHIND_YOU)


def behind_me(word: str) -> str:
    """A verb as it stands behind “I”.

    >>> [behind_me(word) for word in ("hums", "was", "is", "left")]
    ['hum', 'was', 'am', 'left']
    """
    return _behind(word, BEHIND_I)


def _behind(word: str, forms: dict[str, str]) -> str:
    small = word.casefold()
    if small in forms:
        return forms[small]
    if is_auxiliary(small) or not is_he_does(small) or small in BEHIND_YOU:
        return word
    return inflection.lemma(small)


def is_certainly_a_verb(word: str, behind: Sequence[str]) -> bool:
    """Whether a word in the form of what he or she does is no thing: “takes”, “names it”, but not “hats”."""
    if is_auxiliary(word) or not inflection.is_noun(word.casefold()):
        return is_he_does(word) or is_auxiliary(word)
    if not is_he_does(word):
        return False
    following = behind[0].casefold() if behind else ""
    is_object = following in (listed("determiners") | _LEADS_ON) - {"every", "each", "all"} or (
        behind[:1] and behind[0][:1] == "“"
    )
    return bool(is_object)


def may_be_a_verb(word: str, behind: Sequence[str]) -> bool:
    """Whether a word that opens a clause may be what somebody does: more is a verb there than in its middle."""
    following = behind[0].casefold() if behind else ""
    if is_certainly_a_verb(word, behind):
        return True
    is_habit = word.casefold() in listed("habits") or following in listed("adverbs") | _LEADS_ON or not following
    return (
        is_he_does(word)
        and is_habit
        and (not following or following in listed("prepositions") | listed("adverbs") | _LEADS_ON)
    )


def is_told_of_them(word: str, behind: Sequence[str]) -> bool:
    """Whether a word that opens a clause is what somebody did, and not how something is: no “retired ferry captain”."""
    following = behind[0].casefold() if behind else ""
    leads_on = listed("determiners") | {"it", "him", "her", "them", "me"}
    if not is_did(word) or (word.casefold() in listed("participles") and following not in leads_on):
        return False
    leads = listed("determiners") | listed("prepositions") | listed("adverbs") | _LEADS_ON
    is_open = not following or not following[0].isalpha() or following in leads or behind[0][0].isupper()
    return is_open or word.casefold() in listed("did_things") or following.endswith("ly")


def is_verb_form(word: str) -> bool:
    """Whether a word has the form of a verb that says who does or did something."""
    return is_auxiliary(word) or is_he_does(word) or is_did(word)
