"""A statement: what is known of somebody, as a clause that can be turned, or as a thing."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property

from notes.language import inflection
from notes.wording.details.noun_phrases import noun_group
from notes.wording.details.shorthand import listed


class Form(Enum):
    """What kind of thing is said, by which it is known what can be asked of it."""

    DOES = "does"  # hums show tunes on the treadmill
    KNOWS = "knows"  # knows two jokes: nothing that one is at
    UNDER_WAY = "under way"  # is learning to waltz
    WANTS = "wants"  # wants to learn the accordion
    SEEKS = "seeks"  # is looking for somewhere dark
    DID = "did"  # found your dad’s trombone
    WENT = "went"  # went to Canada in the summer to see Fiona
    COMING = "coming"  # is going to Italy in the spring
    PERFECT = "has done"  # has learned to say “open wide”
    PLUPERFECT = "had done"  # had asked for a digger
    MODAL = "modal"  # can’t have caffeine, won’t have a rattle in it, doesn’t like pear drops
    HAS = "has"  # six hens
    IS = "is"  # an auctioneer
    STATE = "state"  # is three, is called Gerald, is not bothered about the time
    WAS = "was"  # was a cook in the Navy
    REGULAR = "regular"  # a shoebox every March
    ALL = "all"  # everything glazed blue
    THING = "thing"  # old maps
    DEED = "deed"  # naming a pancake after the mayor: what they told that they did
    NEVER = "never"  # never seen snow
    TOLD = "told"  # Gladys the tortoise spending the winter in the fridge: as it was told


class Tense(Enum):
    """Of what time a statement is, and whether it is more than a thing."""

    HABIT = "habit"
    UNDER_WAY = "under way"
    PAST = "past"
    COMING = "coming"
    STATE = "state"
    WISH = "wish"
    THING = "thing"


_TENSES = {
    Form.DOES: Tense.HABIT,
    Form.KNOWS: Tense.STATE,
    Form.UNDER_WAY: Tense.UNDER_WAY,
    Form.WANTS: Tense.WISH,
    Form.SEEKS: Tense.WISH,
    Form.DID: Tense.PAST,
    Form.WENT: Tense.PAST,
    Form.COMING: Tense.COMING,
    Form.PERFECT: Tense.PAST,
    Form.PLUPERFECT: Tense.PAST,
    Form.MODAL: Tense.STATE,
    Form.HAS: Tense.STATE,
    Form.IS: Tense.STATE,
    Form.STATE: Tense.STATE,
    Form.WAS: Tense.PAST,
    Form.NEVER: Tense.PAST,
}
# The verb before the verb: as it is said of the customer, of somebody else, and of several.
_HELPERS = {
    Form.UNDER_WAY: ("’re", " is", " are"),
    Form.COMING: ("’re", " is", " are"),
    Form.PERFECT: ("’ve", " has", " have"),
    Form.PLUPERFECT: (" had", " had", " had"),
    Form.STATE: ("’re", " is", " are"),
    Form.WAS: (" were", " was", " were"),
    Form.IS: ("’re", " is", " are"),
    Form.HAS: ("’ve got", " has", " have"),
    Form.WANTS: (" want to", " wants to", " want to"),
    Form.NEVER: ("’ve never", " has never", " have never"),
}
_MANY = {"doesn’t": "don’t", "isn’t": "aren’t", "hasn’t": "haven’t", "wasn’t": "weren’t"}


@dataclass(frozen=True)
class Statement:
    """A clause: a verb in its plain form with what stands behind it, or a thing as a noun phrase.

    `aside` is what one would add behind a full stop: “nine of twenty-two done”, or for how long somebody was something.
    `helper` stands before the verb: “can’t”, “doesn’t”. `subject` is what the clause is about, if that is a thing of
    theirs: “your car”; then `plural` is the subject's. `within` is the clause that a mere thing is said in: of Canada
    that somebody went there. `timeless` tells that nobody knows whether they do it or did: then there is no clause.
    """

    form: Form
    verb: str = ""
    rest: str = ""
    thing: str = ""
    plural: bool = False
    aside: str = ""
    adverb: str = ""
    more: "Statement | None" = None
    helper: str = ""
    subject: str = ""
    within: "Statement | None" = None
    timeless: bool = False

    @cached_property
    def tense(self) -> Tense:
        return self.within.tense if self.within else _TENSES.get(self.form, Tense.THING)

    @cached_property
    def do(self) -> str:
        return "" if self.helper or self.subject else self._with(str)

    @cached_property
    def doing(self) -> str:
        return "" if self.helper or self.subject else self._with(inflection.doing)

    @cached_property
    def did(self) -> str:
        return "" if self.helper or self.subject else self._with(inflection.did)

    @cached_property
    def does(self) -> str:
        return "" if self.helper or self.subject else self._with(inflection.does)

    @cached_property
    def of_you(self) -> str:
        """The whole clause to the customer whose it is: “you hum show tunes on the treadmill”; "" where it is none."""
        if self.within:
            return self.within.of_you
        if self.subject:
            return self.of_another(self.subject, several=self.plural)
        said = self._predicate(you=True, several=False)
        return f"you{said}" if said else ""

    def of_another(self, subject: str, *, several: bool) -> str:
        """The whole clause about somebody else: “Pete drives you”; "" where it is none."""
        if self.timeless:
            return ""
        if self.within:
            return self.within.of_another(subject, several=several)
        said = self._predicate(you=False, several=several)
        return f"{subject}{said}" if said else ""

    def _predicate(self, *, you: bool, several: bool) -> str:
        """What stands behind the subject, with the space before it."""
        helper = _HELPERS.get(self.form, ("", "", ""))[0 if you else 2 if several else 1]
        match self.form:
            case Form.DOES | Form.KNOWS | Form.SEEKS if self.verb:
                return f" {self._with(str if you or several else inflection.does)}"
            case Form.DID | Form.WENT if self.verb:
                return f" {self._with(inflection.did)}"
            case Form.UNDER_WAY | Form.COMING if self.verb:
                return f"{helper} {self._with(inflection.doing)}"
            case Form.PERFECT | Form.PLUPERFECT if self.verb:
                return f"{helper} {self._with(inflection.done)}"
            case Form.MODAL if self.verb:
                return f" {_MANY.get(self.helper, self.helper) if you or several else self.helper} {self._with(str)}"
            case Form.WANTS if self.verb:
                return f"{helper} {self._with(str)}"
            case Form.STATE | Form.WAS if self.rest:
                return f"{helper} {f'{self.adverb} {self.rest}'.strip()}{self._and_more(you=you, several=several)}"
            case Form.HAS if self.rest or self.thing:
                return f"{helper} {self.rest or self.thing}{self._and_more(you=you, several=several)}"
            case Form.IS | Form.NEVER if self.thing:
                return f"{helper} {self.thing}{self._and_more(you=you, several=several)}"
        return ""

    def _and_more(self, *, you: bool, several: bool) -> str:
        return f" and{self.more._predicate(you=you, several=several)}" if self.more else ""

    def _with(self, inflected: Callable[[str], str]) -> str:
        """The clause with its verb in a form; "" where it has none."""
        if not self.verb:
            return ""
        said = f"{self.adverb} {inflected(self.verb)} {self.rest}".strip()
        return f"{said} and {self.more._with(inflected)}" if self.more else said

    @cached_property
    def object(self) -> str:
        """What something is done to: of “judge sweet peas at the show” the sweet peas; "" where it is nothing."""
        words = self.rest.split()
        group = noun_group(words[1:]) if words[:1] in (["the"], ["a"], ["an"], ["your"]) else noun_group(words)
        head = words[: len(words) - len(words[1:])] if group and group != noun_group(words) else []
        behind = words[len(head) + len(group) :]
        is_one = group and len(group) < 4 and (not behind or behind[0].casefold() in listed("prepositions"))
        if self.form is not Form.DOES or not is_one or self.verb in listed("no_object") or group[-1] in listed("roles"):
            return ""
        if group[-1] in listed("determiners") or (not head and group[0][0].isupper()):
            return ""
        article = "the" if head in (["a"], ["an"]) else "".join(head)
        return f"{article} {' '.join(group)}".strip()

    def followed_by(self, other: "Statement") -> "Statement":
        """Both in one sentence: “know two jokes and tell both”."""
        if self.more:
            return replace(self, more=self.more.followed_by(other))
        return replace(self, more=other)
