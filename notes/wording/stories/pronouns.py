"""Pronouns: whom “she”, “his” and “they” mean in a clause; nobody is guessed at."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from notes.language import inflection
from notes.wording.details.shorthand import listed as shorthand_listed
from notes.wording.stories.cast import Cast, Mention
from notes.wording.stories.grammar import is_he_does, listed
from notes.wording.stories.tokens import Token

_HE = frozenset(["he", "him", "his", "himself"])
_SHE = frozenset(["she", "her", "hers", "herself"])
_THEY = frozenset(["they", "them", "their", "theirs", "themselves"])
_ME = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"])
_YOU = frozenset(["you", "your", "yours"])
PRONOUNS = _HE | _SHE | _THEY | _ME | _YOU
_POSSESSIVE = frozenset(["his", "their"])
_SELF = frozenset(["himself", "herself", "themselves"])


@dataclass(frozen=True, slots=True)
class Pronouns:
    """What a pronoun may mean at one place of a story."""

    cast: Cast
    mentions: tuple[Mention, ...]
    subject: str
    clause: int
    current: str = ""
    doer: Mention | None = None  # who does what the clause says, where it is somebody else
    is_open: bool = True  # whether the clause has not said yet who does something

    def behind(
        self, tokens: Sequence[Token], at: int, current: str, *, is_doer: bool = False, is_open: bool = False
    ) -> "Pronouns":
        """The same once a word has been read; `is_doer` tells that it is of the one who does what comes next."""
        found = self.cast.mention(tokens, at, self.clause) or _things(tokens, at, self.clause)
        mentions = (*self.mentions, found) if found else self.mentions
        doer = replace(found, does=True) if is_doer and found else self.doer
        if doer is not self.doer and doer is not None:
            mentions = (*self.mentions, doer)
        return replace(self, mentions=mentions, current=current, doer=doer, is_open=is_open)

    def meant(self, tokens: Sequence[Token], at: int) -> tuple[str, str] | None:
        """The word as it is said to the customer, and who that is; None where it may be somebody else."""
        word = tokens[at].small.partition("’")[0]
        if word in _ME:
            return tokens[at].text.partition("’")[0], "me" if word == "i" else "other"
        if word in _YOU:
            return None  # the office speaks to nobody; in a quotation it is left alone
        if word in _THEY:
            return self._they(tokens, at, word)
        return self._he_or_she(tokens, at, word)

    def _he_or_she(self, tokens: Sequence[Token], at: int, word: str) -> tuple[str, str] | None:
        if self.cast.is_unsure:
            return None
        he = word in _HE
        rivals = [one for one in self.mentions if not one.several and one.he in (None, he)]
        if self.cast.you.several:
            return None  # nobody says “he” of somebody who reads it
        turned = to_you(word, tokens, at)
        if turned == "you" and word in ("him", "her") and self.current == "you":
            return self._done_to(tokens[at], rivals)  # it would be “herself”
        if self.cast.you.he not in (None, he):
            if rivals and all(one.is_me for one in rivals):
                return _to_me(word, turned), "me"
            return (tokens[at].text.partition("’")[0], "other") if rivals else None
        if rivals and not self._is_yours_all_the_same(turned, rivals) and not self._is_of_the_topic(tokens, at, rivals):
            return None
        return turned, "you"

    def _done_to(self, token: Token, rivals: Sequence[Mention]) -> tuple[str, str] | None:
        """Somebody else to whom the customer does something, where there is one."""
        if rivals and all(one.is_me for one in rivals):
            return "me", "me"
        return (token.text, "other") if len({one.name for one in rivals}) == 1 else None

    def _is_of_the_topic(self, tokens: Sequence[Token], at: int, rivals: Sequence[Mention]) -> bool:
        """Whether a clause begins with the pronoun, and who else could be meant has done nothing so far."""
        is_subject = tokens[at].small.partition("’")[0] in ("he", "she")
        return self.is_open and is_subject and not any(one.does for one in rivals)

    def _is_yours_all_the_same(self, turned: str, rivals: Sequence[Mention]) -> bool:
        """Whether the customer is meant though somebody else could be: nobody lets himself by calling it “him”."""
        near = [one for one in rivals if one.clause >= self.clause - 1]
        if near:
            is_done_to = turned == "you" and self.current in ("other", "thing") and self.doer is not None
            names = {one.name for one in near}
            return is_done_to and bool(self.doer and self.doer.name) and names == {self.doer.name if self.doer else ""}
        return "you" in (self.current, self.subject)

    def _they(self, tokens: Sequence[Token], at: int, word: str) -> tuple[str, str] | None:
        known = [one for one in self.mentions if one is not self.doer]
        several = [one for one in known if one.several]
        singles = [one for one in known if not one.several]
        kept = tokens[at].text.partition("’")[0], "other"
        if self.cast.you.several and several:
            return kept if several[-1].clause == self.clause and self.current != "you" else None
        if self.cast.you.several:
            return to_you(word, tokens, at, several=True), "you"
        is_other = word != "they" and (self.cast.you.he is not None or self.current == "you")
        if several and not is_other:
            return kept if not singles or known[-1].several else None
        if is_other or (word != "they" and not singles and not self.cast.people):
            return kept
        with_you = len({one.name for one in singles}) == 1 and all(one.name and not one.is_me for one in singles)
        is_both = word == "they" and ((with_you and self.subject == "you") or not singles)
        return ("you", "you") if is_both else None


def _things(tokens: Sequence[Token], at: int, clause: int) -> Mention | None:
    """Several things, which “they” may be."""
    token, before = tokens[at], tokens[at - 1].small if at else ""
    is_plural = token.text.islower() and inflection.is_plural(token.text)
    is_plural = is_plural and (not is_he_does(token.text) or before in listed("determiners"))
    is_plural = is_plural and token.small not in listed("times") | listed("adverbs")
    return Mention(None, clause, several=True, is_of_things=True) if is_plural else None


def _to_me(word: str, turned: str) -> str:
    if word in _SELF:
        return "myself"
    return "I" if word in ("he", "she") else "my" if turned == "your" else "mine" if turned == "yours" else "me"


def to_you(word: str, tokens: Sequence[Token], at: int, *, several: bool = False) -> str:
    """A pronoun of the customer, as it is said to them."""
    following = tokens[at + 1].small if at + 1 < len(tokens) and tokens[at + 1].is_word else ""
    if word in _SELF:
        return "yourselves" if several else "yourself"
    if word in _POSSESSIVE or (word == "her" and following and following not in _behind_her()):
        return "your"
    return "yours" if word in ("hers", "theirs") else "you"


def _behind_her() -> frozenset[str]:
    """What may stand behind “her” where it is no “your”: “told her the news”, “took her up”."""
    return (
        listed("prepositions")
        | listed("conjunctions")
        | frozenset(
            ["the", "a", "an", "this", "that", "these", "those", "every", "some", "any", "no", "my", "how", "what"]
        )
        | _SELF
        | frozenset(
            ["when", "where", "why", "who", "because", "not", "there", "home", "back", "away", "again", "too", "so"]
        )
        | (shorthand_listed("adverbs") - shorthand_listed("bare") - {"first", "last", "own"})
    )
