"""Addressing: what the file says of the customer in the third person, said to them."""

import re
from dataclasses import dataclass, replace

from notes.language import inflection
from notes.wording.details.detail import Who
from notes.wording.details.noun_phrases import SELF
from notes.wording.details.shorthand import listed
from notes.wording.details.statement import Form, Statement

_FORMS_OF_BE = {"is": "are", "was": "were", "has": "have", "does": "do", "isn’t": "aren’t", "doesn’t": "don’t"}
PRONOUNS = frozenset(
    "he she they him his her hers their himself herself themselves themself my myself".split()  # noqa: SIM905
)
_SHORT_FORM = re.compile(r"(s?he)’(d|ll|s)")
_HE = frozenset(["he", "him", "his", "himself"])
_SHE = frozenset(["she", "her", "hers", "herself"])
_SUBJECTS = frozenset(["he", "she", "they"])


@dataclass(frozen=True, slots=True)
class You:
    """The customer who is written to: whether that is two people, he or she (None: not known), and the first names."""

    several: bool = False
    he: bool | None = None
    names: tuple[str, ...] = ()


ONE = You()


def to_you(text: str, who: Who | None, you: You, before: str = "") -> str | None:
    """The text with the customer's pronouns turned; None where somebody else may be meant by one.

    `before` are the words of the same sentence that lead to it.

    >>> from notes.wording.details.detail import Owner
    >>> to_you("her husband", None, You()), to_you("the soup for her", Who(Owner.KIN, ("Jo",)), You())
    ('your husband', 'the soup for you')
    >>> to_you("throwing her back out", None, You()), to_you("calling her back", None, You())
    ('throwing your back out', 'calling you back')
    """
    out: list[str] = []
    words = text.split()
    is_subject = False
    for at, word in enumerate(words):
        bare, ends = word.casefold().rstrip(",.;"), word[len(word.rstrip(",.;")) :]
        following = words[at + 1] if at + 1 < len(words) and not ends else ""
        following = "spine" if [one.casefold() for one in words[at + 1 : at + 3]] == ["back", "out"] else following
        if match := _SHORT_FORM.fullmatch(bare):
            turned = _short(match, following, who, you)
        elif bare not in PRONOUNS:
            plain = _plain_verb(bare) if is_subject else bare
            out.append(word if plain == bare else f"{plain}{ends}")
            is_subject = is_subject and bare in listed("adverbs")
            continue
        else:
            turned = _of_whom(bare, following, who, you, [*before.split(), *words[:at]])
        if turned is None:
            return None
        is_subject = bare in _SUBJECTS and turned == "you"
        out.append(word if turned == bare else f"{turned}{ends}")
    return " ".join(out)


def _short(match: re.Match[str], following: str, who: Who | None, you: You) -> str | None:
    """“she’d” as it is said to the customer; “she’s” is she is, or she has."""
    turned = _of_whom(match[1], "", who, you, [])
    if turned is None or (who is not None and turned == match[1]):
        return None
    if match[2] != "s":
        return f"you’{match[2]}"
    is_done = inflection.done(inflection.lemma(following) or "be") == following and not following.endswith("ing")
    return None if is_done else "you’re"


def _of_whom(bare: str, following: str, who: Who | None, you: You, before: list[str]) -> str | None:
    """A pronoun as it stands if somebody else is meant, turned if the customer is; None where nobody can tell."""
    if bare in ("my", "myself"):
        return bare
    if bare in ("they", "their", "themselves"):
        return _they(bare, who, you, before)
    he = bare in _HE
    turned = _turned(bare, following, you.several)
    if who is None:
        return turned if you.he in (None, he) or you.several else None
    if bare in SELF:
        return bare if who.he in (None, he) else None
    may_be_you, may_be_they = you.he in (None, he), who.he in (None, he)
    if not may_be_you:
        return bare if may_be_they else None
    is_done_to = bare == "him" or (bare == "her" and turned == "you")
    if is_done_to and not set(before) & _CONJUNCTIONS:
        return turned
    if not may_be_they:
        return turned
    is_own = turned == "your" and following.casefold().strip(",.") in listed("of_ones_own")
    return bare if (who.he is he and you.he is None) or is_own else None


_CONJUNCTIONS = frozenset(["that", "which", "who", "when", "where", "because", "while", "until", "if"])


def _they(bare: str, who: Who | None, you: You, before: list[str]) -> str | None:
    if who is None and you.several:
        return _turned(bare, "", several=True)
    is_of_things = bare != "themselves" and any(inflection.is_plural(word.strip(",.")) for word in before)
    if is_of_things and not (you.several or (who is not None and who.are_several)):
        return bare
    return bare if who is not None and who.are_several and not you.several else None


def _turned(bare: str, following: str, several: bool) -> str:
    if bare in SELF:
        return "yourselves" if several else "yourself"
    if bare in ("he", "she", "they", "him"):
        return "you"
    if bare == "her":
        next_word = following.casefold().strip(",.")
        ends = not following or next_word in _BEHIND_HER
        return "you" if ends else "your"
    return "yours" if bare == "hers" else "your"


_BEHIND_HER = (
    frozenset(["the", "a", "an", "this", "that", "these", "those", "your", "his", "every", "some", "no", "any", "my"])
    | listed("prepositions")
    | (listed("adverbs") - listed("bare"))
    | {"and", "or", "out", "off", "back", "away", "everywhere", "home", "there", "because", "when"}
)


def _plain_verb(word: str) -> str:
    """A verb behind “you”: “talks” is “talk”."""
    if word in _FORMS_OF_BE:
        return _FORMS_OF_BE[word]
    verb = inflection.lemma(word)
    return verb if verb and word == inflection.does(verb) else word


def addressed(said: Statement, who: Who | None, you: You, before: str = "") -> Statement | None:
    """The statement as it is said to the customer: “her grandson” is “your grandson”; `before` is what leads to it."""
    rest = to_you(said.rest, who, you, before)
    more = addressed(said.more, who, you, f"{before} {said.rest}") if said.more else None
    if rest is None or (said.more and more is None):
        return None
    if who is None and said.verb and rest.startswith("you "):
        return None  # “gets her to chapel early” is of somebody or something else
    if said.verb and said.form is not Form.SEEKS:
        turned = replace(said, rest=rest, more=more)
        return replace(turned, thing=turned.doing if said.thing else "")
    thing = to_you(said.thing, who, you)
    return None if thing is None else replace(said, rest=rest, thing=thing, more=more)
