"""Scene: what the clauses before have brought into a story, and what may do what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from notes.language import inflection
from notes.language.texts import word_set
from notes.wording.details.wordbook import relations
from notes.wording.stories.cast import Cast, Mention
from notes.wording.stories.grammar import listed
from notes.wording.stories.parts import Form, Sort, Word
from notes.wording.stories.tagging import tagged
from notes.wording.stories.tokens import Token


@dataclass(frozen=True, slots=True)
class Scene:
    """What the clauses before have brought into the story: who was mentioned, and who did what came last."""

    mentions: tuple[Mention, ...] = ()
    clause: int = 0
    subject: str = ""
    doers: frozenset[str] = frozenset()
    is_named: bool = False  # whether a name said who did what came last


def scene_behind(tokens: Sequence[Token], cast: Cast, scene: Scene) -> Scene:
    """The scene behind a clause that is not said."""
    words = tagged(tokens)
    found = tuple(filter(None, (mention(words, at, cast, scene.clause) for at in range(len(words)))))
    is_of_others = any(one.name for one in found) or any(word.small in ("we", "us", "i") for word in words)
    has_verb = any(word.is_finite for word in words)
    is_yours = bool(words) and words[0].is_finite
    subject = "other" if is_of_others and has_verb and not is_yours else ""
    if not has_verb and not subject and not is_of_others:
        subject = scene.subject
    if words and (
        words[0].small in relations() or (words[0].small == "your" and len(words) > 1 and words[1].small in relations())
    ):
        subject = "other"  # “son Wyatt, broadcasting”: what comes next may be his
    if is_a_service(words):
        subject = "other"  # “cleaned the chimney”: whoever did that may have found the boot in it
    return Scene((*scene.mentions, *found), scene.clause + 1, subject, scene.doers)


def mention(words: Sequence[Word], at: int, cast: Cast, clause: int) -> Mention | None:
    """Who or what a word brings into the story."""
    word = words[at]
    tokens = [one.token for one in words]
    if word.sort in (Sort.NOUN, Sort.NAME, Sort.DETERMINER) and (found := cast.mention(tokens, at, clause)):
        before = next((one for one in reversed(words[:at]) if one.sort not in (Sort.DETERMINER, Sort.ADJECTIVE)), None)
        is_behind = (before is not None and before.sort is Sort.PREPOSITION) or _is_given(words, at)
        return replace(found, is_beside=is_behind or word.sort is Sort.DETERMINER)
    is_several = word.sort is Sort.NOUN and inflection.is_plural(word.small) and word.small not in listed("times")
    return Mention(None, clause, several=True, is_of_things=True) if is_several else None


def _is_given(words: Sequence[Word], at: int) -> bool:
    """Whether a name is only what something is called: “named the ball Agnes”."""
    verbs = {inflection.lemma(one.small) for one in words[:at] if one.sort is Sort.VERB}
    is_of_a_thing = words[at].sort is Sort.NAME and at > 0 and words[at - 1].sort is Sort.NOUN
    return is_of_a_thing and bool(verbs & _NAMES)


_NAMES = word_set("name call christen dub baptise baptize")


@dataclass(frozen=True, slots=True)
class Thing:
    """Somebody or something that may do what comes next: “you”, “me”, “other” or “thing”."""

    kind: str
    mention: Mention | None = None
    at: int = 0
    is_bare: bool = False  # whether it stands without an article, and is no name: “carpenter, built …”


def is_a_service(words: Sequence[Word]) -> bool:
    """Whether a clause begins with what one has a trade for, and the customer has not done themselves.

    >>> from notes.wording.stories.tokens import tokens_of
    >>> [is_a_service(tagged(tokens_of(text))) for text in ("mended the roof", "mended her own roof", "mends the roof")]
    [True, False, False]
    """
    if not words or words[0].form is not Form.DID:
        return False
    is_own = any(one.small in ("own", "himself", "herself", "themselves") for one in words)
    return not is_own and (inflection.lemma(words[0].small) in listed("services") or words[0].small.startswith("re-"))


def says_of_itself(words: Sequence[Word]) -> bool:
    """Whether there is a verb outside of what is told of a thing: “on the key, where it does not show” has none."""
    is_inside = False
    for word in words:
        if word.sort is Sort.LINK:
            is_inside = True
        elif word.sort is Sort.MARK:
            is_inside = False
        elif word.is_finite and not is_inside:
            return True
    return False


class Unsure(Exception):
    """Nobody can tell who does what."""


BE = word_set("is are was were isn’t aren’t wasn’t weren’t")
SAYS = word_set("say tell think know hope insist admit swear claim promise decide hear believe wish ask wonder turn")
BEFORE_THE_VERB = word_set(
    "never always still just only also often really ever even already usually nearly almost soon both all each"
)
SUBJECT_FORMS = word_set(
    """
    it there nobody everybody somebody everyone someone anybody nothing everything he she they i we both neither
    none all each most some one
    """
)


def is_own_relation(word: str) -> bool:
    """Whether “the” before a word means the customer's: “the grandmother”, but not “the kids”."""
    small = word.casefold()
    return small.removeprefix("great-") in listed("kin")
