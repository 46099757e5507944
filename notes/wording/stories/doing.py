"""Doing: the verbs of a clause, in the form that goes with who does them."""

from dataclasses import dataclass, replace

from notes.language import inflection
from notes.wording.details.shorthand import listed as shorthand
from notes.wording.stories.contracting import contracted
from notes.wording.stories.grammar import behind_me, behind_you, listed
from notes.wording.stories.leaving_out import LeavingOut
from notes.wording.stories.parts import Form, Sort, Word, forms
from notes.wording.stories.pronouns import PRONOUNS
from notes.wording.stories.scene import BE, Unsure, mention
from notes.wording.stories.tokens import Token, joined


@dataclass
class Doing(LeavingOut):
    """Turns one clause, word after word."""

    def run(self) -> str | None:
        self.mentions = self.scene.mentions
        try:
            for at in range(len(self.words)):
                self.at = at
                self._take(at)
                found = mention(self.words, at, self.cast, self.scene.clause)
                if found and not (found.name and any(one == replace(found, does=True) for one in self.mentions)):
                    self.mentions = (*self.mentions, found)
        except Unsure:
            return None
        return joined(contracted(self._with_ands()))

    def _take(self, at: int) -> None:
        word = self.words[at]
        if word.sort in (Sort.MARK, Sort.QUOTE):
            self.out.append(word.token)
            self._mark(word, at)
        elif word.sort is Sort.AND:
            self.out.append(word.token)
            self._boundary(at + 1)
        elif word.sort is Sort.LINK:
            self._link(word, at)
        elif word.sort is Sort.VERB and (word.is_finite or self._is_many_do(word)):
            self._verb(word, at)
        elif word.small.split("’")[0] in PRONOUNS and not word.token.text[1:].isupper():
            self._pronoun(word, at)
        elif word.sort is Sort.PRONOUN:
            self._somebody(word, at)
        else:
            self._plain(word, at)

    def _verb(self, word: Word, at: int) -> None:
        if self._is_asked(word, at):
            self._open_clause(reported=True)
            self.subject, self.is_asking = "thing", True
        elif self.subject and self.has_verb and not self.is_boundary:
            self._of_what_was_around(word)
        elif self.has_verb and self.is_boundary:
            self._another_verb(word, at)
        elif not self.subject:
            self._first_verb(word, at)
        if self.is_participle:
            self.is_participle = False
            self.out.append(word.token)
            return
        self.has_verb = self.has_said = True
        self.form = word.form
        self.is_boundary = False
        self.doers |= {self.subject}
        if not self.is_reported and not self.main:
            self.main = self.subject
        form = {"you": behind_you, "me": behind_me}.get(self.subject)
        self.out.append(word.token._replace(text=form(word.token.text) if form else word.token.text))

    def _is_asked(self, word: Word, at: int) -> bool:
        """Whether a question begins here: “rang to ask was the second coat dry”."""
        led = (
            self.words[at - 2]
            if at > 1 and self.words[at - 1].sort is Sort.PRONOUN
            else self.words[at - 1]
            if at
            else None
        )
        asks = led is not None and led.sort is Sort.VERB and inflection.lemma(led.small) in ("ask", "wonder")
        return asks and word.form is Form.HELPS and at + 1 < len(self.words)

    def _of_what_was_around(self, word: Word) -> None:
        """A verb of what a clause inside was said of: “the first thing he heard was …”."""
        if self.around is not None:
            self._now_does(self.around)
            self.around = None
        elif self.thing is not None:
            self.main, self.main_form = self.subject, self.form
            self._now_does(self.thing)
        elif self.subject in ("you", "me") and word.form in (Form.DOES,):
            raise Unsure

    def _another_verb(self, word: Word, at: int) -> None:
        """A verb behind a joint: of the same person, or of whom the sentence around is."""
        if self.main and self.main != self.subject:
            is_same = word.form is self.form or Form.HELPS in (word.form, self.form)
            is_main = word.form is self.main_form or Form.HELPS in (word.form, self.main_form)
            if word.form is Form.DOES and is_same and is_main and "you" in (self.main, self.subject):
                raise Unsure
            if is_main:
                self.subject, self.is_reported = self.main, False
        led = next((place for place in range(at - 1, -1, -1) if self.words[place].sort is not Sort.ADVERB), -1)
        if self.jotted and self.subject == "thing" and self.words[led].small == "," and self._is_no_thing_s(word, at):
            self._and_you(at)
            return
        own = {True: "him", False: "her"}.get(self.cast.you.he) if self.cast.you.he is not None else ""
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        is_done_to_you = following is not None and following.small == own and following.sort is Sort.PRONOUN
        if self.jotted and self.subject == "you" and is_done_to_you:
            raise Unsure  # “wanted a delivery, told him no”
        is_explicit = self.is_explicit and self.jotted and self.subject == "you" and word.form is Form.DID
        if is_explicit and self.words[led].small == "," and not any(one.sort is Sort.AND for one in self.words[at:]):
            raise Unsure  # somebody else may do what is tacked on
        is_added = self.jotted and self.subject == "you" and self.words[led].small == ","
        if is_added and self.form is Form.DID and word.form is Form.DOES and self._is_noun_before(led):
            self.out.append(Token("which"))
            self.subject = "thing"
            return
        is_told_of = word.form is Form.DID and Form.DONE in forms(word.small) and self.form is Form.HELPS
        if led >= 0 and self.words[led].small == "," and not is_told_of:
            self.commas.append(len(self.out) - (at - led))

    def _is_no_thing_s(self, word: Word, at: int) -> bool:
        """Whether a verb behind a comma is what no thing does: “the heater burst, called it in”."""
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        is_done_to = following is not None and following.small in ("it", "them", "me", "us", "him", "her")
        is_done = Form.DONE in forms(word.small) and (following is None or following.sort is Sort.PREPOSITION)
        was = any(one.small in BE for one in self.words[:at]) and word.form is Form.DID and word.small not in BE
        was = was and not is_done
        return is_done_to or was or word.small in listed("deeds")

    def _first_verb(self, word: Word, at: int) -> None:
        """The verb of a clause that has said nobody so far: of the thing before it, or of whom it leaves out."""
        thing = self.thing
        led = next((one for one in reversed(self.words[:at]) if one.sort is not Sort.ADVERB), None)
        if led is not None and led.sort is Sort.AND and not self.has_said and at > 1:
            raise Unsure  # something is missing before the “and”
        if thing is None and at > 1 and self.words[0].sort is Sort.ADJECTIVE and self.words[1].small == ",":
            self._drop_label(at)  # “retired, taught second grade”
        if self._is_told_to(word, at) or self._is_counted_and_done(word, at):
            self.is_participle = True
            return
        is_role = (
            bool({one.small for one in self.words[:at]} & shorthand("roles"))
            and self.words[0].sort is not Sort.DETERMINER
        )
        if thing is not None and (thing.is_bare or is_role) and self._is_a_label(thing, at):
            following = self.words[at + 1] if at + 1 < len(self.words) else None
            if following is not None and following.small in ("him", "her", "them") and following.sort is Sort.PRONOUN:
                raise Unsure  # “kitchen clock fast on purpose, gets her to chapel”
            self._drop_label(at)
            thing = None
        if thing is not None and self.jotted and self._is_beside(thing, word, at):
            self._and_you(at)
            return
        if thing is not None:
            self._is_really_done(thing, word, at)
            self._now_does(thing)
            return
        if self._is_inverted(word, at):
            self.subject = "thing"
            return
        if self.jotted and self.words[0].form is Form.DOING:
            raise Unsure
        if self.words[0].sort is Sort.LINK and not self.has_said and self.clause_at <= 1:
            raise Unsure
        self._leave_out(at)

    def _with_ands(self) -> list[Token]:
        """The words with an “and” where a comma stands for it before the last thing that is done."""
        if not self.commas or any(token.small == "and" for token in self.out[self.commas[0] :]):
            return self.out
        last = self.commas[-1]
        comma = [] if len(self.commas) == 1 else [self.out[last]]
        return [*self.out[:last], *comma, Token("and"), *self.out[last + 1 :]]
