"""Pronouns: whom “she”, “his” and “they” mean in a clause; nobody is guessed at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from notes.wording.details.wordbook import relations
from notes.wording.stories.cast import Cast, Mention
from notes.wording.stories.grammar import listed
from notes.wording.stories.parts import Sort, Word

_HE = frozenset(["he", "him", "his", "himself"])
_SHE = frozenset(["she", "her", "hers", "herself"])
_THEY = frozenset(["they", "them", "their", "theirs", "themselves"])
_ME = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"])
_YOU = frozenset(["you", "your", "yours"])
PRONOUNS = _HE | _SHE | _THEY | _ME | _YOU
_POSSESSIVE = frozenset(["his", "their"])
_SELF = frozenset(["himself", "herself", "themselves"])


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a pronoun: whom the story has mentioned, who does what its clause says, and who did before.

    `subject` is who does it (“you”, “me”, “other”, “thing”, “” where nobody yet), `doer` who that is if somebody else,
    `main` is who does what the sentence around a reported clause says, `before` who did what came last.
    """

    cast: Cast
    mentions: tuple[Mention, ...]
    clause: int
    subject: str = ""
    doer: Mention | None = None
    main: str = ""
    before: str = ""
    is_reported: bool = False
    is_born: bool = False  # whether somebody “was born” here, who may be the baby of the card
    is_relative: bool = False  # whether the clause tells of somebody “who …”
    is_told_of_you: bool = False  # whether the customer has done something in the story
    ahead: tuple[Mention, ...] = ()  # who is named in the same clause, behind the pronoun

    def meant(self, words: Sequence[Word], at: int) -> tuple[str, str] | None:
        """The word as it is said to the customer, and who that is; None where it may be somebody else."""
        word = words[at].small.partition("’")[0]
        text = words[at].token.text.partition("’")[0]
        if word in _ME:
            return text, "me" if word == "i" else "other"
        if word in _YOU:
            return None  # the office speaks to nobody; in a quotation it is left alone
        return self._they(words, at, word, text) if word in _THEY else self._he_or_she(words, at, word, text)

    def _he_or_she(self, words: Sequence[Word], at: int, word: str, text: str) -> tuple[str, str] | None:
        he = word in _HE
        rivals = [one for one in self.mentions if not one.several and one.he in (None, he)]
        turned = to_you(word, words, at)
        if self.cast.you.several or self.cast.you.he not in (None, he):
            return self._somebody_else(word, text, turned, he, rivals)
        if self.cast.is_unsure:
            return None
        if word in _SELF:
            return (turned, "you") if self.subject == "you" else (text, "other") if self.subject == "other" else None
        rivals = [one for one in rivals if self._is_near(one)]
        if not rivals:
            return turned, "you"
        is_yours = self._which(word, turned)
        verdict = is_yours(rivals)
        return (turned, "you") if verdict else (text, "other") if verdict is False else None

    def _is_near(self, one: Mention) -> bool:
        """Whether somebody who was mentioned may still be meant: whom the cell has named, or the last “inspector”."""
        named = {name for who in (*self.cast.people, *self.cast.others) for name in who.names}
        is_known = one.name in named or one.name[:1].isupper() or one.name in relations()
        if one.clause < 0:
            return self.is_born
        return is_known or one.clause >= self.clause - 1

    def _which(self, word: str, turned: str) -> Callable[[Sequence[Mention]], bool | None]:
        if word in ("he", "she"):
            return self._is_the_subject
        return self._is_the_owner if turned in ("your", "yours") else self._is_done_to

    def _somebody_else(
        self, word: str, text: str, turned: str, he: bool, rivals: Sequence[Mention]
    ) -> tuple[str, str] | None:
        """Who is meant where it cannot be the customer."""
        if any(one.clause >= 0 for one in rivals):
            return (_to_me(word, turned), "me") if all(one.is_me for one in rivals) else (text, "other")
        near = [who for who in (*self.cast.others, *self.cast.people) if not who.are_several and who.names]
        near = [who for who in near if who.he in (None, he)]
        if len({who.called for who in near}) != 1 or word in _SELF:
            return None
        name = near[0].names[0]
        return (f"{name}’s" if turned == "your" else name), "other"

    def _is_the_subject(self, rivals: Sequence[Mention]) -> bool | None:
        """Whether “she” is the customer: nobody who is named behind it in the clause can be, nor who did nothing."""
        rivals = [one for one in rivals if one.name not in {ahead.name for ahead in self.ahead}]
        if not rivals or (self.is_reported and self.main == "you"):
            return True
        acting = [one for one in rivals if one.does and not one.is_me]
        if not acting:
            is_topic = self.is_told_of_you or self.before in ("", "you", "me") or self.main == "you"
            return True if is_topic else None
        near = {name for who in (*self.cast.people, *self.cast.others) for name in who.names}
        is_of_them = not self.is_reported and "you" not in (self.before, self.main, self.subject)
        return (
            False
            if is_of_them
            and any(one.name in near and one.he is not None for one in rivals if one.clause >= 0 or self.is_born)
            else None
        )

    def _is_the_owner(self, rivals: Sequence[Mention]) -> bool | None:
        """Whether “her” is the customer's."""
        if self.subject == "you":
            strong = [one for one in rivals if one.clause >= self.clause - 1 and (one.does or not one.is_beside)]
            return True if not strong else None
        near = [one for one in rivals if one.clause >= self.clause - 1]
        if self.is_relative and self.doer is not None and self.doer.name in {one.name for one in near}:
            return False  # “the only man who irons his shoelaces”
        return None if near or "you" not in (self.subject, self.before, self.main) else True

    def _is_done_to(self, rivals: Sequence[Mention]) -> bool | None:
        """Whether something is done to the customer: not by themselves, and nobody does it to “him” who is “he”."""
        names = {one.name for one in rivals}
        if self.is_reported and self.main == "you" and self.subject != "you":
            return True
        if self.subject == "you":
            return False if len(names) == 1 and not all(one.is_me for one in rivals) else None
        if self.subject == "me" and all(one.is_me for one in rivals):
            return True
        animals = listed("persons.animals") | listed("persons.he") & {"bull", "stallion", "cockerel", "rooster"}
        near = {
            one.name
            for one in rivals
            if one.clause >= self.clause - 1
            and not one.is_me
            and (one.does or not (one.is_beside or one.name in animals))
        }
        if self.doer is not None and self.doer.name and near <= {self.doer.name}:
            return True
        return True if not near and (self.before in ("", "you") or self.is_told_of_you) else None

    def _they(self, words: Sequence[Word], at: int, word: str, text: str) -> tuple[str, str] | None:
        known = [one for one in self.mentions if one is not self.doer]
        several = [one for one in known if one.several]
        singles = [one for one in known if not one.several]
        kept = text, "other"
        if self.cast.you.several and word == "them" and self.subject == "you":
            return kept  # it would be “yourselves”
        if self.cast.you.several and several:
            return kept if several[-1].clause == self.clause and self.subject != "you" else None
        if self.cast.you.several:
            return to_you(word, words, at, several=True), "you"
        if word == "their" and not several:
            return "your", "you"  # the household's
        is_other = word != "they" and (self.cast.you.he is not None or self.subject == "you")
        if several and not is_other:
            return kept if not singles or known[-1].several else None
        if is_other or (word != "they" and not singles and not self.cast.people):
            return kept
        with_you = len({one.name for one in singles}) == 1 and all(one.name and not one.is_me for one in singles)
        is_both = word == "they" and ((with_you and self.before == "you") or not singles)
        return ("you", "you") if is_both else None


def _to_me(word: str, turned: str) -> str:
    if word in _SELF:
        return "myself"
    return "I" if word in ("he", "she") else "my" if turned == "your" else "mine" if turned == "yours" else "me"


def to_you(word: str, words: Sequence[Word], at: int, *, several: bool = False) -> str:
    """A pronoun of the customer, as it is said to them."""
    if word in _SELF:
        return "yourselves" if several else "yourself"
    if word in _POSSESSIVE:
        is_alone = word == "his" and not (at + 1 < len(words) and words[at + 1].token.is_word)
        return "yours" if is_alone else "your"
    if word == "her" and words[at].sort is Sort.DETERMINER:
        return "your"
    return "yours" if word in ("hers", "theirs") else "you"
