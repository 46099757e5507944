"""The cast of a story: to whom it is told, who tells it, and who else is in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from notes.language import inflection
from notes.language.locales import month_name
from notes.language.texts import word_set
from notes.wording.details.addressing import ONE, You
from notes.wording.details.detail import Who
from notes.wording.details.wordbook import is_he_called, relations
from notes.wording.stories.grammar import listed
from notes.wording.stories.tokens import Token, tokens_of

OF_THE_CALENDAR = frozenset(month_name(month).casefold() for month in range(1, 13)) | word_set(
    "monday tuesday wednesday thursday friday saturday sunday christmas easter xmas halloween thanksgiving eve"
    " i mr mrs ms dr"
)
_HE, _SHE = word_set("he him his himself"), word_set("she her hers herself")
_SHORTEST_NICKNAME = 3
_PLACES_BEHIND = word_set("in at from to near of on by since through across around for")


class Part(Enum):
    """Who a name stands for."""

    YOU = "you"
    ME = "me"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody or something that a pronoun may mean; `he` is None where it may be either."""

    he: bool | None
    clause: int
    several: bool = False
    is_of_things: bool = False
    name: str = ""
    is_me: bool = False
    does: bool = False  # whether they did something in the story
    is_beside: bool = False  # whether they only own something, or stand behind a preposition


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is who: the customer (`you`, and their last name), the first names of who signs, and who is near.

    `we` tells that more than one signs; then a name of theirs stays as it is. `signer_he` tells whether who signs is he
    or she, `is_unsure` that the cell says both “he” and “she” and nobody knows which the customer is, `other_he` which
    the only one is of whom the name does not tell. `others` are those whom the card itself is about: a cell may speak
    of the baby without a name.
    """

    you: You = ONE
    last_name: str = ""
    signers: tuple[str, ...] = ()
    we: bool = False
    people: Sequence[Who] = ()
    signer_he: bool | None = None
    is_unsure: bool = False
    other_he: bool | None = None
    others: Sequence[Who] = ()

    def known_before(self) -> tuple[Mention, ...]:
        """Whom a pronoun may mean before anybody is mentioned."""
        return tuple(Mention(who.he, -1, several=who.are_several, name=who.called, does=True) for who in self.others)

    def in_a_cell(self, text: str) -> "Cast":
        """The cast as the pronouns of a cell tell it: who is not the one is the other."""
        small = set(re.findall(r"[a-z]+", re.sub(r"“[^”]*”", "", text).casefold()))
        he, she = bool(small & _HE), bool(small & _SHE)
        signer = next((is_he_called(name) for name in self.signers), None)
        own = self.you.he
        if own is None and not self.you.several and he and she:
            return self._by_the_others(text, signer)
        if own is None or not (he and she):
            return replace(self, signer_he=signer)
        tokens = tokens_of(text)
        found = [self.mention(tokens, at, 0) for at in range(len(tokens)) if tokens[at].is_word]
        unknown = {(one.name, one.is_me) for one in found if one and one.he is None and not one.several}
        other = not own if len(unknown) == 1 and not any(one and one.he is (not own) for one in found) else None
        return replace(self, signer_he=signer if signer is not None else other, other_he=other)

    def _by_the_others(self, text: str, signer: bool | None) -> "Cast":
        """The cast of a cell with “he” and “she”: the customer is the one that nobody else in it is."""
        tokens = tokens_of(text)
        named = (self.mention(tokens, at, 0) for at in range(len(tokens)) if tokens[at].is_word)
        sorts = {one.he for one in named if one and not one.several and not one.is_me}
        if len(sorts) != 1 or None in sorts:
            return replace(self, is_unsure=True, signer_he=signer)
        return replace(self, you=replace(self.you, he=not sorts.pop()), signer_he=signer)

    def part(self, word: str) -> Part | None:
        """For whom a word stands that may be a name, without its “’s”; None where it is none that is known."""
        bare = re.sub(r"[’']s?$", "", word).strip(".")
        if any(bare in who.names for who in self.people):
            return Part.OTHER
        if bare in self.signers and bare not in self.you.names:
            return Part.OTHER if self.we else Part.ME
        return Part.YOU if self._is_you(bare) else None

    def _is_you(self, name: str) -> bool:
        if self.you.several:
            return False
        nickname = len(name) >= _SHORTEST_NICKNAME and name[:1].isupper() and not is_known_word(name)
        return any(name == one or (nickname and one.startswith(name)) for one in self.you.names)

    def of_you_two(self, word: str) -> bool:
        """Whether a word is the name of one of two who are written to."""
        return self.you.several and re.sub(r"’s?$", "", word) in self.you.names

    def mention(self, tokens: Sequence[Token], at: int, clause: int) -> Mention | None:
        """Who or what a word brings into the story, for a pronoun that comes later."""
        word = tokens[at].text
        small = re.sub(r"’s?$", "", word.casefold())
        if small in listed("persons.he"):
            return Mention(True, clause, name=small)
        if small in listed("persons.she"):
            return Mention(False, clause, name=small)
        if small in listed("people") or (small in relations() and inflection.is_plural(small)):
            return Mention(None, clause, several=True)
        if small in listed("persons.either") | listed("persons.animals") or small in relations():
            return Mention(None, clause, name=small)
        if word[:1].isupper() and self.part(word) is Part.ME:
            return Mention(self.signer_he, clause, is_me=True)
        before = tokens[at - 1].small if at else ""
        if word[:1].isupper() and before in listed("persons.he") | listed("persons.she"):
            return Mention(before in listed("persons.he"), clause, name=re.sub(r"’s?$", "", word))
        if word[:1].isupper() and self._is_somebody(tokens, at):
            return Mention(self._he(re.sub(r"’s?$", "", word)), clause, name=re.sub(r"’s?$", "", word))
        return None

    def _he(self, name: str) -> bool | None:
        known = next((who.he for who in self.people if name in who.names and who.he is not None), None)
        told = known if known is not None else is_he_called(name)
        return told if told is not None else self.other_he

    def _is_somebody(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word with a capital may be somebody, and no place or day."""
        word = re.sub(r"’s?$", "", tokens[at].text)
        if any(word in who.names for who in self.people):
            return True
        part = self.part(word)
        if part is Part.OTHER:
            return True
        if word.casefold() in OF_THE_CALENDAR or part is not None or self.of_you_two(word):
            return False
        if word.isupper() and len(word) > 1 and is_he_called(word) is None:
            return False  # it is only said loudly
        if at > 1 and tokens[at - 1].text == "," and tokens[at - 2].text[:1].isupper() and is_he_called(word) is None:
            return False  # Paris, Texas
        before = tokens[at - 1].small if at else ""
        return (
            tokens[at].text.endswith("’s")
            or is_he_called(word) is not None
            or not (before in _PLACES_BEHIND or at == 0)
        )


def is_known_word(name: str) -> bool:
    """Whether a name is a word of everyday as well: Rose, Hope, Grace."""
    return inflection.is_word(name.casefold())
