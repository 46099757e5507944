"""Naming: who is named in a clause of a jotting behind what they are to the customer, and what it says of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache

from notes.language import inflection
from notes.wording.accounts.rewriting import listed_here
from notes.wording.details.wordbook import animals, is_he_called, relations
from notes.wording.stories.cast import Cast
from notes.wording.stories.grammar import listed
from notes.wording.stories.joining import is_over
from notes.wording.stories.jotted import opened
from notes.wording.stories.parts import Form, Sort, forms
from notes.wording.stories.scene import Scene
from notes.wording.stories.tagging import tagged
from notes.wording.stories.tokens import Token, joined
from notes.wording.stories.whole import is_known, is_unread


class Who(Enum):
    """Who does what a clause says."""

    YOU = "you"
    WE = "we"
    OTHER = "other"
    NOBODY = ""  # it only names a thing
    STATE = "state"  # it only says how something is


@dataclass(frozen=True, slots=True)
class Clause:
    text: str
    who: Who

    @property
    def is_over(self) -> bool:
        verb = re.match(r"you (?:[a-z]+-)?([a-z]+)\b", self.text)
        was_done = verb is not None and Form.DID in forms(verb[1]) and Form.BASE not in forms(verb[1])
        return is_over(self.text) or was_done


def of_somebody(part: str, cast: Cast, scene: Scene) -> tuple[Clause, Scene] | None:
    """What a clause says of somebody it names behind what they are: “son Dev made the team”, “cats Salt + Vinegar …”.

    Whoever is written to knows who that is: “Dev made the team”.
    """
    match = somebody_named().match(part)
    if match is None:
        return None
    names, rest = names_of(match), match["rest"].strip()
    if not rest:
        return None
    if study := re.fullmatch(r"(?P<what>[a-z][a-z ]*) at (?:the )?[A-Z].*", rest):
        is_known_thing = all(inflection.is_noun(word) or word == "and" for word in study["what"].split())
        return (Clause(f"{names} is studying {rest}", Who.OTHER), scene) if is_known_thing else None
    tokens = opened(f"they {rest}" if " and " in names else f"{names.split()[0]} {rest}", cast)
    words = tagged(tokens)
    verb = words[1] if len(words) > 1 else None
    if verb is not None and verb.sort is Sort.ADVERB and len(words) > 2:
        verb = words[2]
    if verb is None or not is_readable(tokens[1:]):
        return None
    if words[1].sort is Sort.ADJECTIVE and len(words) > 2 and words[2].sort is Sort.PREPOSITION:
        be = "are" if " and " in names else "is"
        return Clause(f"{names} {be} {joined(tokens[1:])}", Who.OTHER), scene
    is_base = " and " in names and Form.BASE in forms(verb.small)
    if not (verb.is_finite or is_base or Form.DID in forms(verb.small) or Form.DOES in forms(verb.small)):
        return None
    told = to_you(joined(tokens[1:]), names, cast)
    behind = replace(scene, subject="other", clause=scene.clause + 1)
    return None if told is None else (Clause(f"{names} {told}", Who.OTHER), behind)


def to_you(told: str, names: str, cast: Cast) -> str | None:
    """What somebody does, with “you” for the customer in it; None where “her” may be either of them.

    >>> from notes.wording.details.addressing import You
    >>> to_you("taught her to fish", "Kai", Cast(you=You(("Ilse",), he=False)))
    'taught you to fish'
    """
    match = re.search(r"\b(?:him|his|her|hers)\b", told)
    if match is None:
        return told
    of_him = match[0] in ("him", "his")
    if cast.you.he is (not of_him):
        return told  # it cannot be the customer's
    if " and " not in names and is_he_called(names.casefold()) is of_him and cast.you.he is not of_him:
        return told  # his own
    if cast.you.he is not of_him or (" and " not in names and is_he_called(names.casefold()) is of_him):
        return None
    is_owned = match[0] == "his" or (match[0] == "her" and _OWNS.match(told, match.start()) is not None)
    return f"{told[: match.start()]}{'your' if is_owned else 'you'}{told[match.end() :]}"


_OWNS = re.compile(
    r"her (?!(?:in|on|at|to|how|the|a|an|from|with|for|out|up|all|over|by|about|after|before|through|into|off|and"
    r"|home|back|again|once|down|across|around|until|till)\b)[a-z]"
)


def is_of_them(name: str, pronoun: str, cast: Cast) -> bool:
    """Whether “he” or “she” is somebody who was named, and not the customer."""
    he = pronoun == "he"
    known = is_he_called(name.split(maxsplit=1)[0].casefold())
    return known is he if cast.you.he is he else known in (he, None)


def of_kin(part: str, cast: Cast, scene: Scene) -> tuple[Clause, Scene] | None:
    """What a clause says of a relative without a name: “mum in Bala says …”, “mum + dad coming up for it”."""
    match = kin().match(part)
    if match is None or match["rest"].startswith(("’", "s ")):
        return None
    who = re.sub(r"\s*[&+]\s*", " and ", match["who"])
    are_several = " and " in who or inflection.is_plural(who)
    tokens = opened(f"{'they' if are_several else 'he'} {match['rest']}", cast)
    words = tagged(tokens)
    if len(words) < 3 or not is_readable(tokens):
        return None
    told = joined(tokens[1:])
    verb = words[1]
    if verb.form is Form.DOING or verb.small in ("here", "home", "back", "visiting"):
        told = f"{'are' if are_several else 'is'} {told}"
    elif not (verb.is_finite or (are_several and Form.BASE in forms(verb.small))):
        return None
    if (said := to_you(told, "", cast)) is None:
        return None
    whose = "the" if who in listed("people") else "your"  # the kids on the bus are not theirs
    text = f"{whose} {who}{match['where'] or ''} {said}"
    return Clause(text, Who.OTHER), replace(scene, subject="other", clause=scene.clause + 1)


def is_readable(tokens: Sequence[Token]) -> bool:
    """Whether every word is one, and nothing is short, so that it can stand on a card."""
    plain = [token for token in tokens if not token.is_quote and not re.fullmatch(r"\d{1,3}(?:,\d{3})+", token.text)]
    return not is_unread(plain) and all(is_known(token) for token in plain if token.is_word and token.text.islower())


def yours(text: str) -> str:
    """A text with “your” for what is theirs, where nobody else is in it."""
    return re.sub(r"\b(?:his|her|their)(?= [a-z])", "your", text)


def names_of(match: re.Match[str]) -> str:
    return re.sub(r"\s*[&+]\s*", " and ", match["names"])


def is_no_more(rest: str) -> bool:
    """Whether somebody is only named."""
    return not rest.strip()


def named_in(part: str) -> str:
    """Who is named in a clause behind what they are: “the office goldfish Warren”."""
    match = anybody_within().search(part)
    return match["names"] if match else ""


@cache
def anybody_within() -> re.Pattern[str]:
    return re.compile(somebody_named().pattern.removesuffix(r"(?P<rest>(?: .*)?)$"))


@cache
def somebody_named() -> re.Pattern[str]:
    known = {*relations(), *animals(), "oldest", "eldest", "youngest", "middle one"}
    who = "|".join(sorted(known, key=lambda word: (-len(word), word)))
    looks = "(?:" + "|".join(sorted(listed_here("looks"))) + ")"
    name = r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|Scouts?\b)[A-ZÀ-Þ][\w’-]*[a-zà-ÿ]"
    return re.compile(
        rf"(?:(?:her|his|their|the|your|my) )?(?:{looks} )?(?i:{who}),? (?P<names>{name}(?: {name})?"
        rf"(?:(?: and |\s*[&+]\s*){name})?)(?P<rest>(?: .*)?)$"
    )


@cache
def kin() -> re.Pattern[str]:
    kin = "|".join(sorted((word for word in relations() if word.isalpha() and len(word) > 2), key=len, reverse=True))
    return re.compile(
        rf"(?:(?:her|his|their|the|your) )?(?P<who>(?:{kin})(?:(?: and |\s*[&+]\s*)(?:{kin}))?)"
        r"(?P<where> (?:in|from) [A-Z][\w’]+(?: [A-Z][\w’]+)*)? (?P<rest>[a-z].*)$"
    )
