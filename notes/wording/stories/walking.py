"""Walking: a clause read word after word, and who does what at each of them."""

from dataclasses import dataclass, field, replace

from notes.language import inflection
from notes.wording.details.shorthand import listed as shorthand
from notes.wording.details.wordbook import relations
from notes.wording.stories.cast import Cast, Mention
from notes.wording.stories.grammar import behind_you, listed
from notes.wording.stories.parts import Form, Sort, Word, is_number
from notes.wording.stories.scene import BE, SAYS, SUBJECT_FORMS, Scene, Thing, Unsure, says_of_itself
from notes.wording.stories.tokens import Token

_HE_SAYS = 2  # words


@dataclass
class Walking:
    """A clause as far as it has been read."""

    words: list[Word]
    cast: Cast
    scene: Scene
    jotted: bool = False
    out: list[Token] = field(default_factory=list)
    mentions: tuple[Mention, ...] = ()
    subject: str = ""  # who does what the clause says that is being read
    doer: Mention | None = None
    has_verb: bool = False  # whether that clause has its verb
    is_boundary: bool = True  # whether another verb of the same person may come
    main: str = ""  # who does what the sentence around it says
    main_form: Form = Form.NONE
    form: Form = Form.NONE
    is_reported: bool = False
    thing: Thing | None = None
    around: Thing | None = None  # what a clause inside is said of: “the first thing (he heard) was”
    is_behind_preposition: bool = False
    clause_at: int = 0  # where in `out` the clause begins
    has_said: bool = False
    is_with_another: bool = False
    doers: frozenset[str] = frozenset()
    commas: list[int] = field(default_factory=list)  # commas in `out` that stand for an “and”
    compound: bool = False  # whether somebody else does it as well: “he and Miles”
    at: int = 0
    is_participle: bool = False
    front_at: int = 0  # where in the words the clause begins behind its label
    is_relative: bool = False  # whether the clause is of “the man who …”
    is_explicit: bool = False  # whether a name says who does it
    is_asking: bool = False  # whether who does it comes behind the verb: “asked might he”

    def _mark(self, word: Word, at: int) -> None:
        if word.small in (",", ";", ":", "—", "–"):
            self._boundary(at + 1, is_comma=True)

    def _boundary(self, at: int, *, is_comma: bool = False) -> None:
        """A joint behind which another verb of the same person may come, or somebody else's clause."""
        self.is_boundary = True
        self.is_behind_preposition = False
        if not self.has_verb:
            self.compound = self.compound or not is_comma
            return
        if self._begins_clause(at):
            if is_comma and self._is_sentence_so_far() and not self._is_only_said(at):
                self.out[-1] = self.out[-1]._replace(text=";") if self.out[-1].text == "," else self.out[-1]
            self._open_clause()
            self.main, self.main_form = "", Form.NONE

    def _is_only_said(self, at: int) -> bool:
        """Whether no more follows than who says so: “for the view, he says”."""
        rest = self.words[at:]
        return len(rest) == _HE_SAYS and inflection.lemma(rest[-1].small) in SAYS

    def _is_sentence_so_far(self) -> bool:
        is_time = (
            any(word.small in listed("times") for word in self.words[1:3]) and self.words[0].sort is Sort.DETERMINER
        )
        verb = next((at for at, word in enumerate(self.words) if word.is_finite), 0)
        is_told_when = is_time and verb > 0 and self.words[verb - 1].sort is Sort.PRONOUN  # “the first time he came, …”
        said = self.words[: self.at]
        has_said = self.has_said and (says_of_itself(said) or not any(word.sort is Sort.LINK for word in said))
        return has_said and self.words[0].sort is not Sort.LINK and not is_told_when

    def _open_clause(self, *, reported: bool = False) -> None:
        self.subject, self.doer, self.has_verb, self.thing = "", None, False, None
        self.is_relative = False
        self.is_reported, self.compound, self.clause_at = reported, False, len(self.out)
        self.is_behind_preposition = False

    def _begin(self, subject: str, doer: Mention | None) -> None:
        """Somebody begins to do something."""
        if self.is_asking:
            self.subject, self.doer, self.is_asking = subject, doer, False
            if subject == "you":  # “asked was she late”
                self.out[-1] = self.out[-1]._replace(text=behind_you(self.out[-1].text))
            return
        led = self.words[self.at - 1] if self.at else None
        is_numbered = led is not None and led.sort is Sort.DETERMINER and is_number(led.small)
        if self.jotted and self.thing is not None and not self.has_verb and is_numbered:
            raise Unsure  # “proof two she took it off”
        if self.has_verb and not self.is_boundary:
            self.main, self.main_form = self.subject, self.form
            self.around = self.thing or self.around
            verb = self._last_verb()
            self._open_clause(reported=bool(verb and inflection.lemma(verb.small) in SAYS))
        elif self.has_verb:
            self._open_clause()
        elif self.thing and self.thing.kind in ("other", "thing") and not self.compound and not self.is_boundary:
            self.around, self.thing = self.thing, None
        if self.compound and self.subject:
            self.is_with_another = True
        self.subject, self.doer, self.is_boundary = subject, doer, False
        self.doers |= {subject}

    def _now_does(self, thing: Thing) -> None:
        self.subject, self.doer = thing.kind, thing.mention
        if thing.mention is not None:
            self.mentions = (*self.mentions, replace(thing.mention, does=True, is_beside=False))

    def _last_verb(self) -> Word | None:
        for one in reversed(self.words[: self.at]):
            if one.sort is Sort.VERB:
                return one
        return None

    def _following(self, at: int) -> Word | None:
        """The next word that is no adverb."""
        while at < len(self.words) and self.words[at].sort is Sort.ADVERB:
            at += 1
        return self.words[at] if at < len(self.words) else None

    def _does_something(self, at: int) -> bool:
        """Whether a name or a pronoun is followed by its verb."""
        following = self._following(at + 1)
        return following is not None and (following.is_finite or (following.sort is Sort.AND and at == 0))

    def _begins_clause(self, at: int) -> bool:
        """Whether somebody and their verb come before the next joint."""
        is_named = False
        is_behind = False
        for place in range(at, len(self.words)):
            word = self.words[place]
            if word.is_finite or self._is_many_do(word):
                return is_named
            if word.sort in (Sort.MARK, Sort.LINK) or (word.sort is Sort.AND and not is_named):
                return False
            if word.sort is Sort.PREPOSITION:
                is_behind = True
            if word.sort is Sort.PRONOUN and word.small.split("’")[0] in SUBJECT_FORMS:
                is_always = word.small in ("he", "she", "they", "i", "we") or "’" in word.small
                return is_always or self._does_something(place)
            if word.sort in (Sort.NOUN, Sort.NAME):
                is_named = is_named or not (is_behind or self._is_a_time(place))
            if word.sort is Sort.DETERMINER and place > at and self.words[place - 1].sort is Sort.NOUN:
                is_behind = False
        return False

    def _is_many_do(self, word: Word) -> bool:
        """Whether several do it: “the boys bang”."""
        return (
            word.form is Form.BASE
            and self.thing is not None
            and bool(self.thing.mention and self.thing.mention.several)
            and (not self.has_verb)
        )

    def _is_noun_before(self, at: int) -> bool:
        return at > 0 and self.words[at - 1].sort in (Sort.NOUN, Sort.NAME)

    def _is_a_time(self, at: int) -> bool:
        """Whether a word tells when something was, and does nothing."""
        word = self.words[at]
        if word.small not in listed("times"):
            return False
        following = self._following(at + 1)
        led = self.words[at - 1].small if at else ""
        return led in ("every", "each", "last", "this", "one", "some", "most") or not (
            following is not None and following.small in BE
        )

    def _is_bare(self, at: int) -> bool:
        """Whether a thing stands without an article and is no name."""
        start = at
        while start and self.words[start - 1].sort in (Sort.NOUN, Sort.ADJECTIVE, Sort.VERB, Sort.NAME):
            start -= 1
        led = self.words[start - 1] if start else None
        is_several = inflection.is_plural(self.words[at].small)
        is_counted = led is not None and is_number(led.small)
        is_led = led is not None and led.sort is Sort.DETERMINER and not is_counted
        is_named = any(self.words[place].sort is Sort.NAME for place in range(start, at + 1))
        return not (is_led or is_several or is_named)

    def _is_made_by(self, at: int) -> bool:
        """Whether a name is that of a thing: “the same steel Schwinn”."""
        start = at
        while start and self.words[start - 1].sort in (Sort.NOUN, Sort.ADJECTIVE):
            start -= 1
        led = self.words[start - 1] if start else None
        people = listed("persons.he") | listed("persons.she") | listed("persons.either") | listed("persons.animals")
        named = {one.small for one in self.words[start:at]}
        is_led = led is not None and led.small in ("the", "a", "an", "same") and start < at
        return (
            is_led and self.words[at].sort is Sort.NAME and not named & (people | {*relations()} | shorthand("roles"))
        )
