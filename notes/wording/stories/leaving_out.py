"""Leaving out: who does what a clause says that leaves it out, and what only labels them."""

from dataclasses import dataclass
from itertools import pairwise

from notes.language import inflection
from notes.language.texts import word_set
from notes.wording.stories.grammar import listed
from notes.wording.stories.parts import Form, Sort, Word, forms, is_number
from notes.wording.stories.scene import BEFORE_THE_VERB, Thing, Unsure, is_a_service
from notes.wording.stories.telling_who import TellingWho
from notes.wording.stories.tokens import Token

_PLACES = word_set("place house home farm shop yard barn office")
_HOLDS = word_set("had have has put left kept got took wore lost need needed")
_AS_IT_IS_DONE = word_set(
    """
    fill do make cut pay sign fix paint build frame serve deliver freeze finish order take sell bake hang keep
    leave book
    """
)


@dataclass
class LeavingOut(TellingWho):
    """A clause that may leave out who does what it says."""

    def _is_told_to(self, word: Word, at: int) -> bool:
        """Whether somebody was asked, and did not ask: “once asked to read back my question: …, the judge asked”."""
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        is_asked = (
            word.small in ("asked", "told", "invited", "made") and following is not None and following.sort is Sort.TO
        )
        is_led = at > 0 and self.words[at - 1].small in ("once", "when", "twice")
        return is_asked and is_led and any(one.small == ":" for one in self.words[at:])

    def _is_a_label(self, thing: Thing, at: int) -> bool:
        """Whether a thing only says what somebody is, before the comma: “carpenter, built every shelf”."""
        marks = [one.small for one in self.words[:at] if one.sort is Sort.MARK]
        is_one = marks == [","] or (set(marks) == {","} and self._are_bare(at))
        return is_one and self.words[at - 1].small in {",", *BEFORE_THE_VERB}

    def _are_bare(self, at: int) -> bool:
        """Whether all that stands before the verb are labels: “midwife, nights, sleeps until two”."""
        sorts = (Sort.NOUN, Sort.ADJECTIVE, Sort.MARK, Sort.ADVERB, Sort.PREPOSITION, Sort.DETERMINER)
        is_plain = self.words[0].sort in (Sort.NOUN, Sort.ADJECTIVE)
        return is_plain and all(one.sort in sorts or is_number(one.small) for one in self.words[:at])

    def _drop_label(self, at: int) -> None:
        place = max(spot for spot in range(at) if self.words[spot].small == ",")
        behind = at - 1 - place
        self.front_at = place + 1
        del self.out[: len(self.out) - behind]
        if self.out:
            self.out[0] = self.out[0]._replace(space=False)
        self.clause_at = 0

    def _is_beside(self, thing: Thing, word: Word, at: int) -> bool:
        """Whether what stands before the comma is only there: “four kinds of apple on one tree, shows everybody”."""
        led = next((place for place in range(at - 1, -1, -1) if self.words[place].sort is not Sort.ADVERB), -1)
        noun = next(one for one in reversed(self.words[: thing.at + 1]) if one.sort in (Sort.NOUN, Sort.NAME))
        is_several = inflection.is_plural(noun.small) and noun.sort is Sort.NOUN
        if is_several and word.form is Form.DOES and (led < 0 or self.words[led].small != ","):
            raise Unsure
        is_person = thing.kind == "other" and bool(thing.mention and thing.mention.name)
        is_animal = bool(thing.mention and thing.mention.name in listed("persons.animals"))
        if (
            is_person
            and not is_animal
            and led >= 0
            and self.words[led].small == ","
            and any(one.sort is Sort.PREPOSITION for one in self.words[thing.at : led])
        ):
            raise Unsure  # “wife Ginny on the e-bike now, beats …”
        if led < 0 or self.words[led].small != "," or is_person or thing.kind in ("you", "me"):
            return False
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        if following is not None and following.small in ("him", "her", "them") and following.sort is Sort.PRONOUN:
            raise Unsure  # “clock fast on purpose, gets her to chapel”
        commas = sum(one.small == "," for one in self.words[:at])
        return commas == 1 or (is_several and word.form is Form.DOES) or word.small in listed("deeds") | {"hollered"}

    def _and_you(self, at: int) -> None:
        if not self._may_be_you(at):
            raise Unsure
        place = len(self.out)
        while self.out[place - 1].text != ",":
            place -= 1
        who = "me" if self._is_mine(at) else "you"
        self.out[place:place] = [Token("and"), Token("I" if who == "me" else "you")]
        self.subject = who

    def _is_counted_and_done(self, word: Word, at: int) -> bool:
        """Whether what looks like a deed tells how several things are: “four kinds of apple grafted on one tree”."""
        is_first = (
            self.thing is not None
            and not self.has_said
            and self.words[0].sort is Sort.DETERMINER
            and is_number(self.words[0].small)
        )
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        is_bare = following is not None and following.sort is Sort.PREPOSITION
        return (
            self.jotted
            and is_first
            and is_bare
            and word.form is Form.DID
            and Form.DONE in forms(word.small)
            and not self.has_verb
            and (self.thing is not None and self.thing.kind == "thing")
            and any(one.small == "," for one in self.words[at:])
        )

    def _is_really_done(self, thing: Thing, word: Word, at: int) -> None:
        """Unsure of a thing in a jotting that looks as if it did what is done to it: “flask filled here”."""
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        is_bare = following is None or following.sort in (Sort.PREPOSITION, Sort.ADVERB, Sort.MARK)
        is_deed = thing.kind == "thing" and word.form is Form.DID and is_bare
        if self.jotted and is_deed and inflection.lemma(word.small) in _AS_IT_IS_DONE:
            raise Unsure
        led = self.words[at - 1] if at else None
        if self.jotted and thing.kind == "thing" and led is not None and led.small == ",":
            raise Unsure

    def _is_inverted(self, word: Word, at: int) -> bool:
        """Whether who does it stands behind the verb: “under seven layers was my pencil”, “taped inside was a note”."""
        if word.small not in listed("inverting"):
            return False
        is_fronted = self.words[0].sort is Sort.PREPOSITION or self.words[0].form is Form.DONE
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        return is_fronted and following is not None and following.sort in (Sort.DETERMINER, Sort.NAME, Sort.QUOTE)

    def _leave_out(self, at: int) -> None:
        """Puts in who does what a clause says that leaves it out."""
        who = "me" if self.jotted and self._is_mine(at) else "you"
        if who == "you" and not self._may_be_you(at):
            raise Unsure
        if who == "you" and self._may_be_the_offices(at):
            raise Unsure
        following = self._following(at + 1)
        was = self.jotted and self.words[at].small in ("was", "were", "wasn’t", "weren’t")
        if was and following is not None and following.sort in (Sort.DETERMINER, Sort.NOUN, Sort.NAME):
            raise Unsure  # “wasn’t his birthday”
        if was and following is not None and following.form is Form.DOING:
            raise Unsure  # nobody knows whether that was the customer or the office
        own = {"him", "his"} if self.cast.you.he is not False else {"her"}
        if self.jotted and self.scene.is_named and any(one.small in own for one in self.words[at:]):
            raise Unsure  # “Owen rang every night. held the phone to his ear”
        if not self._is_front(at) or (self.jotted and self.words[at].small in ("may", "might", "will", "shall")):
            raise Unsure
        if self._is_it(at):
            self.out.append(Token("it", bool(self.out)))
            self.subject = "thing"
            return
        place = len(self.out)
        while place > self.clause_at and self.out[place - 1].small in BEFORE_THE_VERB:
            place -= 1
        if 0 < place < len(self.out) and self.out[place].small == "ever":
            place = len(self.out)
        if place and self.out[place - 1].small == "ever" and self.out[0].small == "the":
            self.out.insert(place, Token(",", False))  # “the first time ever, you came in”
            place += 1
        self.out.insert(place, Token("you" if who == "you" else "I", place > 0))
        if place + 1 < len(self.out):
            self.out[place + 1] = self.out[place + 1]._replace(space=True)
        self.subject = who

    def _may_be_the_offices(self, at: int) -> bool:
        """Whether the office may have done it: “replaced the deadbolt twice”; not “mended her own roof”."""
        rest = self.words[at + 1 :]
        if self.words[at].form is not Form.DID:
            return False
        own = {True: "him", False: "her"}.get(self.cast.you.he) if self.cast.you.he is not None else None
        is_for_you = any(
            one.small == "for" and two.small == own and two.sort is Sort.PRONOUN for one, two in pairwise(rest)
        )
        return is_for_you or is_a_service(self.words[at:])

    def _is_it(self, at: int) -> bool:
        """Whether nobody does what a clause says: “took three of us”."""
        rest = self.words[at + 1 : at + 4]
        is_counted = (
            len(rest) > 1 and is_number(rest[0].small) and rest[1].small in ("of", "hours", "days", "goes", "minutes")
        )
        return self.words[at].small in ("took", "takes") and is_counted

    def _is_front(self, at: int) -> bool:
        """Whether what stands before a verb only tells when or where: “on Sundays”, “usually”."""
        is_behind = False
        for place in range(self.front_at, at):
            word = self.words[place]
            is_behind = is_behind or word.sort is Sort.PREPOSITION
            is_time = word.small in listed("times") or word.sort in (Sort.DETERMINER, Sort.ADVERB, Sort.AND, Sort.MARK)
            is_when = place + 1 < at and self.words[place + 1].small in listed("times")
            if not (is_behind or is_time or is_when or word.sort in (Sort.LINK, Sort.PRONOUN, Sort.VERB)):
                return self.has_said
        return True

    def _may_be_you(self, at: int) -> bool:
        """Whether a clause that leaves out who does it means the customer: not where somebody else did the last.

        Behind a thing it has to be what a thing cannot do.
        """
        if self.scene.subject != "thing":
            return self.scene.subject in ("", "you")
        small = {one.small for one in self.words}
        return bool(small & {"it", "them"}) or self.words[at].small in listed("deeds")

    def _is_mine(self, at: int) -> bool:
        """Whether whoever wrote a clause does it: where it is done to the customer, “told her no stairs”."""
        own = {True: "him", False: "her"}.get(self.cast.you.he) if self.cast.you.he is not None else None
        near = self.words[at + 1 : at + 4]
        if any(word.small == own and word.sort is Sort.PRONOUN for word in near):
            return True
        if any(word.small == "my" for word in near) and not self.cast.we and self.words[at].small in _HOLDS:
            return True
        goes = inflection.lemma(self.words[at].small) in ("go", "call", "stop", "drive", "pop", "drop")
        behind = [word.small for word in self.words[at + 1 : at + 5]]
        if goes and set(behind) & {"his", "her"} and set(behind) & _PLACES:
            return True
        subject = {True: "he", False: "she"}.get(self.cast.you.he) if self.cast.you.he is not None else None
        places = range(at + 2, len(self.words))
        return any(
            self.words[place].small.partition("’")[0] == subject and self.words[place - 1].small == ","
            for place in places
        )
