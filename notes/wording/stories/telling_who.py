"""Telling who: names and pronouns, said to whom the story is told."""

from dataclasses import dataclass

from notes.language import inflection
from notes.wording.stories.cast import Mention, Part
from notes.wording.stories.grammar import is_participle, listed
from notes.wording.stories.parts import Form, Sort, Word
from notes.wording.stories.pronouns import Around
from notes.wording.stories.scene import SAYS, SUBJECT_FORMS, Thing, Unsure, is_own_relation, mention
from notes.wording.stories.tokens import Token
from notes.wording.stories.walking import Walking


@dataclass
class TellingWho(Walking):
    """A clause whose names and pronouns are turned."""

    def _link(self, word: Word, at: int) -> None:
        following = self._following(at + 1)
        if word.small == "who" and self._is_me_who(at):
            self.out += [Token("when"), Token("I")]
            self._open_clause()
            self.subject = "me"
            return
        is_relative = word.small in ("who", "which", "that") and following is not None and following.sort is Sort.VERB
        if self.has_verb or word.small in ("who", "which", "that", "what", "where", "how", "why"):
            self.main, self.main_form = (self.subject or self.main), self.form
        if self.thing and not self.has_verb:
            self.around = self.thing
        verb = self._last_verb()
        says = inflection.lemma(verb.small) in SAYS if verb else False
        self.out.append(word.token)
        owner = self.thing or self.around
        self._open_clause(reported=says)
        self.is_boundary = False
        self.is_relative = is_relative and word.small == "who"
        if is_relative or word.small == "what":
            self.subject = "other" if owner and owner.kind == "other" else "thing"
            self.doer = owner.mention if owner else None

    def _plain(self, word: Word, at: int) -> None:
        text = word.token.text
        part = self.cast.part(text) if text[:1].isupper() else None
        if part in (Part.YOU, Part.ME):
            self._name(word, at, part)
            return
        if self.cast.of_you_two(text) and not text.endswith("’s"):
            self._one_of_two(word, at)
            return
        if word.sort is Sort.PREPOSITION:
            self.is_behind_preposition = True
        elif word.sort is Sort.DETERMINER and self._is_noun_before(at):
            self.is_behind_preposition = False
        if word.sort in (Sort.NOUN, Sort.NAME) and not self.is_behind_preposition and not self._is_a_time(at):
            found = mention(self.words, at, self.cast, self.scene.clause)
            is_person = bool(found and (found.name or not found.is_of_things)) and not self._is_made_by(at)
            bare = self._is_bare(at)
            first = self.thing.at if self.thing and at and self.words[at - 1].sort in (Sort.NOUN, Sort.NAME) else at
            self.thing = Thing("other" if is_person else "thing", found, first, bare)
        if self.out and self.out[-1].small == "the" and is_own_relation(text):
            self.out[-1] = self.out[-1]._replace(text="your" if self.out[-1].text.islower() else "Your")
        elif at == 0 and is_own_relation(text) and len(self.words) > 1:
            self.out.append(Token("your", word.token.space))
        self.out.append(word.token)

    def _name(self, word: Word, at: int, part: Part) -> None:
        """The name of the customer, or of who signs."""
        text = word.token.text
        if text.endswith(("’s", "s’")):
            following = self._following(at + 1)
            if following is not None and following.small in ("been", "going", "got"):
                if following.small != "been":
                    raise Unsure
                self._begin("you" if part is Part.YOU else "me", None)
                self.has_verb = self.has_said = True
                self.out.append(word.token._replace(text="you’ve" if part is Part.YOU else "I’ve"))
                return
            self.out.append(word.token._replace(text="your" if part is Part.YOU else "my"))
            return
        does = self._does_something(at)
        if part is Part.YOU:
            self.out.append(word.token._replace(text="you"))
        else:
            self.out.append(word.token._replace(text="I" if does else "me"))
        if does:
            self._begin(part.value, None)
            self.is_explicit = True

    def _one_of_two(self, word: Word, at: int) -> None:
        """One of two who are written to, spoken to by name: “Roscoe, you still knock”."""
        if at or not self._does_something(at):
            raise Unsure
        self._begin("you", None)
        self.out += [word.token, Token(",", False), Token("you")]

    def _somebody(self, word: Word, at: int) -> None:
        """“it”, “nobody”, “there”: something else begins, where a verb follows."""
        is_short = "’" in word.small
        if word.small in ("neither", "both") and at == 0:
            self._of_both(word)
            return
        if word.small.split("’")[0] in SUBJECT_FORMS and (is_short or self._does_something(at)):
            self._begin(
                "thing" if word.small.split("’")[0] in ("it", "there", "nothing", "everything") else "other", None
            )
            self.has_verb = self.has_said = self.has_said or is_short
            self.has_verb = is_short
        self.out.append(word.token)

    def _of_both(self, word: Word) -> None:
        """“Neither” and “both” say of whom, where that is certain."""
        whom = "us" if {"you", "me"} <= self.scene.doers else "you" if self.cast.you.several else ""
        if not whom:
            raise Unsure
        self._begin("other", None)
        self.out += [word.token, Token("of"), Token(whom)]

    def _pronoun(self, word: Word, at: int) -> None:
        small = word.small.partition("’")[0]
        if self.jotted and small == "your":
            self.out.append(word.token)
            return
        if self.is_with_another and small in ("them", "their", "themselves"):
            if small != "them" or self.out[-1].small != "between":
                raise Unsure
            self.out.append(word.token._replace(text="you"))
            return
        found = self._around(at).meant(self.words, at)
        if found is None:
            raise Unsure
        text, who = found
        if who == "other" and text[:1].isupper() and small in ("he", "she", "him", "her", "his"):
            he = small in ("he", "him", "his")
            self.mentions = (*self.mentions, Mention(he, self.scene.clause, name=text.removesuffix("’s")))
        _, mark, ending = word.token.text.partition("’")
        if small in ("he", "she", "they", "i", "we"):
            self._begin(who, self._who_is(text, small) if who == "other" else None)
            following = self._following(at + 1)
            if following is not None and following.sort is Sort.AND:
                self.compound = self.is_with_another = True
            if mark:
                self.has_verb = self.has_said = True
                text = self._shortened(text, ending, who, at)
        elif mark and ending != "s":
            text = f"{text}’{ending}"
        self.out.append(word.token._replace(text=text))

    def _who_is(self, text: str, small: str) -> Mention | None:
        he = {"he": True, "she": False}.get(small)
        if he is None:
            return None
        return next(
            (one for one in reversed(self.mentions) if one.he in (None, he) and not one.several and one.name), None
        ) or (Mention(he, self.scene.clause, name=text))

    def _around(self, at: int) -> Around:
        ahead = []
        for place in range(at + 1, len(self.words)):
            if self.words[place].sort in (Sort.LINK, Sort.AND) or self.words[place].small in (",", ";"):
                break
            found = mention(self.words, place, self.cast, self.scene.clause)
            ahead += [found] if found else []
        subject = "" if self.is_boundary and self._begins_clause(at) else self.subject
        return Around(
            self.cast, self.mentions, self.scene.clause, subject, self.doer, self.main,
            self.subject if self.has_verb and self.subject else self.scene.subject, self.is_reported,
            any(word.small == "born" for word in self.words), self.is_relative,
            "you" in self.doers | self.scene.doers, tuple(ahead),
        )  # fmt: skip

    def _shortened(self, text: str, ending: str, who: str, at: int) -> str:
        """A pronoun with what is short behind it: “he’s”, “she’d”."""
        following = self.words[at + 1].small if at + 1 < len(self.words) else ""
        if ending == "d" and following in listed("determiners") | {"us", "me"}:
            return f"{text} had"
        if who != "you":
            return f"{text}’{ending}"
        if ending == "s":
            behind = self._following(at + 1)
            is_done = behind is not None and behind.form is Form.DONE and is_participle(behind.small)
            return f"{text}’ve" if is_done and behind is not None and not behind.small.endswith("ing") else f"{text}’re"
        return f"{text}’{ending}"

    def _is_me_who(self, at: int) -> bool:
        """Whether “who” is the one who signs: “introduced every pair to Joan, who had come to count them”."""
        following = self._following(at + 1)
        is_past = following is not None and (following.small in ("had", "was") or following.form is Form.DID)
        return is_past and len(self.out) > 1 and self.out[-1].text == "," and self.out[-2].text == "me"
