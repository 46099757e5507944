"""Turning: a clause that the office wrote of somebody, said to them; None where anything in it is uncertain."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from notes.language import inflection
from notes.language.texts import word_set
from notes.wording.details.shorthand import listed as shorthand
from notes.wording.details.wordbook import relations
from notes.wording.stories.cast import Cast, Mention, Part
from notes.wording.stories.contracting import contracted
from notes.wording.stories.grammar import behind_me, behind_you, is_participle, listed
from notes.wording.stories.parts import Form, Sort, Word, forms, is_number, readings
from notes.wording.stories.phrases import Phrase, phrase
from notes.wording.stories.pronouns import PRONOUNS, Around
from notes.wording.stories.tagging import tagged
from notes.wording.stories.tokens import Token, joined


@dataclass(frozen=True, slots=True)
class Scene:
    """What the clauses before have brought into the story: who was mentioned, and who did what came last."""

    mentions: tuple[Mention, ...] = ()
    clause: int = 0
    subject: str = ""
    doers: frozenset[str] = frozenset()
    is_named: bool = False  # whether a name said who did what came last


@dataclass(frozen=True, slots=True)
class Turned:
    """A clause as it is said to the customer, and the scene behind it."""

    text: str
    scene: Scene
    has_verb: bool = True


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
    return Scene((*scene.mentions, *found), scene.clause + 1, subject, scene.doers)


def mention(words: Sequence[Word], at: int, cast: Cast, clause: int) -> Mention | None:
    """Who or what a word brings into the story."""
    word = words[at]
    tokens = [one.token for one in words]
    if word.sort in (Sort.NOUN, Sort.NAME, Sort.DETERMINER) and (found := cast.mention(tokens, at, clause)):
        before = next((one for one in reversed(words[:at]) if one.sort not in (Sort.DETERMINER, Sort.ADJECTIVE)), None)
        is_behind = before is not None and before.sort is Sort.PREPOSITION
        return replace(found, is_beside=is_behind or word.sort is Sort.DETERMINER)
    is_several = word.sort is Sort.NOUN and inflection.is_plural(word.small) and word.small not in listed("times")
    return Mention(None, clause, several=True, is_of_things=True) if is_several else None


def turned(
    tokens: Sequence[Token], cast: Cast, scene: Scene, *, jotted: bool = False, column: str = ""
) -> Turned | None:
    """A clause said to the customer; None where it is not certain who does what.

    In a clause that was `jotted` down it may be the writer who does it: “told her no stairs”.
    """
    words = tagged(tokens)
    if not jotted and (said := phrase(words, column)):
        return _of_a_phrase(said, cast, scene)
    if jotted and _is_an_order(words):
        return None
    turner = _Turner(words, cast, scene, jotted)
    text = turner.run()
    if text is None:
        return None
    text = _FOR_YEARS.sub(_have_done, text)
    has_verb = turner.has_said
    if (not has_verb and not _may_stand_alone(words)) or _breaks_off(words):
        return None
    if not has_verb and _is_somebody_alone(words):
        text, has_verb = f"you’re {text}", True
    doers = scene.doers | turner.doers
    subject = turner.main if turner.has_said else scene.subject
    if subject == "thing" and words[0].small in ("the", "our", "my") and words[1].small == "first":
        subject = ""  # “the first job was your front door” does nothing
    mentions = tuple(one for one in turner.mentions if one.clause == scene.clause)
    behind = Scene((*scene.mentions, *mentions), scene.clause + 1, subject, doers, turner.is_explicit)
    return Turned(text, behind, has_verb)


def _of_a_phrase(said: Phrase, cast: Cast, scene: Scene) -> Turned | None:
    """What is said without a verb of its own, behind the words that lead to it: “you’re teaching yourself …”."""
    turner = _Turner(tagged(said.tokens), cast, scene)
    turner.subject, turner.has_verb, turner.is_boundary, turner.main = "you", True, False, "you"
    turner.doers = frozenset(["you"])
    text = turner.run()
    if text is None:
        return None
    behind = Scene((*scene.mentions, *turner.mentions), scene.clause + 1, "you", scene.doers | {"you"})
    return Turned(f"{said.lead} {text}".strip(), behind)


def _is_an_order(words: Sequence[Word]) -> bool:
    """Whether a jotting begins with what somebody is to do, or what was said they may: “hear the branch may close”."""
    small = [word.small for word in words[:2]]
    is_base = forms(small[0]) == {Form.BASE} and readings(small[0])[0] == "v" and not words[0].is_finite
    if small == ["did", "it"]:
        return True  # who did, the office may have
    said = len(small) > 1 and small[0] == "said" and forms(small[1]) >= {Form.BASE} and readings(small[1])[0] == "v"
    return is_base or said


_FOR_YEARS = re.compile(r"^you (?P<verb>[a-z]+)(?= [^,;]* for (?:[a-z-]+) years$)")


def _have_done(match: re.Match[str]) -> str:
    """What somebody does “for fifteen years” they have done."""
    verb = match["verb"]
    return f"you’ve {inflection.done(verb)}" if inflection.lemma(verb) == verb else match[0]


def _breaks_off(words: Sequence[Word]) -> bool:
    """Whether a clause ends where something has to follow: “a walk from”, “because”."""
    last = words[-1]
    is_open = last.sort is Sort.PREPOSITION and last.small not in _MAY_END
    is_given = words[-1].small in ("back", "away", "up", "over") and len(words) > 1 and words[-2].small in _GIVEN_UP
    is_whose = last.sort is Sort.DETERMINER and last.small in ("a", "an", "the", "my", "your", "our", "their", "every")
    return is_open or is_whose or is_given or last.sort in (Sort.AND, Sort.LINK, Sort.TO)


_MAY_END = word_set(
    """
    up down out off over back away in on through along around round about by since before after inside outside
    behind across near past under above below for at with
    """
)


def _may_stand_alone(words: Sequence[Word]) -> bool:
    """Whether what has no verb says what there was: “eleven all”, “a frog in the pool”, not “retired ferry captain”."""
    first = words[0]
    if len(words) > 1 and first.small.split("-")[0] in listed("numbers") and words[1].small == ",":
        return False  # somebody's age
    if first.small in ("every", "each"):
        return False  # how often somebody comes
    return (len(words) > 1 or first.sort is Sort.QUOTE) and (
        first.sort in (Sort.DETERMINER, Sort.QUOTE) or first.small in ("still", "then")
    )


def _is_somebody_alone(words: Sequence[Word]) -> bool:
    """Whether a clause without a verb says who somebody is: “the only man in the Thursday circle”."""
    small = [one.small for one in words[:3]]
    people = listed("persons.he") | listed("persons.she") | listed("persons.either")
    return len(small) > 2 and small[0] == "the" and small[1] in ("only", "first", "last", "one") and small[2] in people


@dataclass(frozen=True, slots=True)
class _Thing:
    """Somebody or something that may do what comes next: “you”, “me”, “other” or “thing”."""

    kind: str
    mention: Mention | None = None
    at: int = 0
    is_bare: bool = False  # whether it stands without an article, and is no name: “carpenter, built …”


_BE = word_set("is are was were isn’t aren’t wasn’t weren’t")
_SAYS = word_set("say tell think know hope insist admit swear claim promise decide hear believe wish ask wonder turn")
_PLACES = word_set("place house home farm shop yard barn office")
_HOLDS = word_set("had have has put left kept got took wore lost need needed")
_HE_SAYS = 2  # words
_GIVEN_UP = word_set(
    "give gave gives send sent sends take took takes put puts bring brought brings get got hand handed call called"
)
_AS_IT_IS_DONE = word_set(
    """
    fill do make cut pay sign fix paint build frame serve deliver freeze finish order take sell bake hang keep
    leave book
    """
)
_BEFORE_THE_VERB = word_set(
    "never always still just only also often really ever even already usually nearly almost soon both all each"
)


class _Unsure(Exception):
    """Nobody can tell who does what."""


@dataclass
class _Turner:
    """Turns one clause, word after word."""

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
    thing: _Thing | None = None
    around: _Thing | None = None  # what a clause inside is said of: “the first thing (he heard) was”
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

    def run(self) -> str | None:
        self.mentions = self.scene.mentions
        try:
            for at in range(len(self.words)):
                self.at = at
                self._take(at)
                found = mention(self.words, at, self.cast, self.scene.clause)
                if found and not (found.name and any(one == replace(found, does=True) for one in self.mentions)):
                    self.mentions = (*self.mentions, found)
        except _Unsure:
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

    # Marks and joints.

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
        return len(rest) == _HE_SAYS and inflection.lemma(rest[-1].small) in _SAYS

    def _is_sentence_so_far(self) -> bool:
        is_time = (
            any(word.small in listed("times") for word in self.words[1:3]) and self.words[0].sort is Sort.DETERMINER
        )
        verb = next((at for at, word in enumerate(self.words) if word.is_finite), 0)
        is_told_when = is_time and verb > 0 and self.words[verb - 1].sort is Sort.PRONOUN  # “the first time he came, …”
        return self.has_said and self.words[0].sort is not Sort.LINK and not is_told_when

    def _open_clause(self, *, reported: bool = False) -> None:
        self.subject, self.doer, self.has_verb, self.thing = "", None, False, None
        self.is_relative = False
        self.is_reported, self.compound, self.clause_at = reported, False, len(self.out)
        self.is_behind_preposition = False

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
        says = inflection.lemma(verb.small) in _SAYS if verb else False
        self.out.append(word.token)
        owner = self.thing or self.around
        self._open_clause(reported=says)
        self.is_boundary = False
        self.is_relative = is_relative and word.small == "who"
        if is_relative or word.small == "what":
            self.subject = "other" if owner and owner.kind == "other" else "thing"
            self.doer = owner.mention if owner else None

    def _last_verb(self) -> Word | None:
        for one in reversed(self.words[: self.at]):
            if one.sort is Sort.VERB:
                return one
        return None

    # Who does it.

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
            self.thing = _Thing("other" if is_person else "thing", found, first, bare)
        if self.out and self.out[-1].small == "the" and is_own_relation(text):
            self.out[-1] = self.out[-1]._replace(text="your" if self.out[-1].text.islower() else "Your")
        elif at == 0 and is_own_relation(text) and len(self.words) > 1:
            self.out.append(Token("your", word.token.space))
        self.out.append(word.token)

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

    def _is_noun_before(self, at: int) -> bool:
        return at > 0 and self.words[at - 1].sort in (Sort.NOUN, Sort.NAME)

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

    def _is_a_time(self, at: int) -> bool:
        """Whether a word tells when something was, and does nothing."""
        word = self.words[at]
        if word.small not in listed("times"):
            return False
        following = self._following(at + 1)
        led = self.words[at - 1].small if at else ""
        return led in ("every", "each", "last", "this", "one", "some", "most") or not (
            following is not None and following.small in _BE
        )

    def _name(self, word: Word, at: int, part: Part) -> None:
        """The name of the customer, or of who signs."""
        text = word.token.text
        if text.endswith(("’s", "s’")):
            following = self._following(at + 1)
            if following is not None and following.small in ("been", "going", "got"):
                if following.small != "been":
                    raise _Unsure
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
            raise _Unsure
        self._begin("you", None)
        self.out += [word.token, Token(",", False), Token("you")]

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
            raise _Unsure  # “proof two she took it off”
        if self.has_verb and not self.is_boundary:
            self.main, self.main_form = self.subject, self.form
            self.around = self.thing or self.around
            verb = self._last_verb()
            self._open_clause(reported=bool(verb and inflection.lemma(verb.small) in _SAYS))
        elif self.has_verb:
            self._open_clause()
        elif self.thing and self.thing.kind in ("other", "thing") and not self.compound and not self.is_boundary:
            self.around, self.thing = self.thing, None
        if self.compound and self.subject:
            self.is_with_another = True
        self.subject, self.doer, self.is_boundary = subject, doer, False
        self.doers |= {subject}

    def _does_something(self, at: int) -> bool:
        """Whether a name or a pronoun is followed by its verb."""
        following = self._following(at + 1)
        return following is not None and (following.is_finite or (following.sort is Sort.AND and at == 0))

    def _following(self, at: int) -> Word | None:
        """The next word that is no adverb."""
        while at < len(self.words) and self.words[at].sort is Sort.ADVERB:
            at += 1
        return self.words[at] if at < len(self.words) else None

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
            if word.sort is Sort.PRONOUN and word.small.split("’")[0] in _SUBJECT_FORMS:
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

    def _somebody(self, word: Word, at: int) -> None:
        """“it”, “nobody”, “there”: something else begins, where a verb follows."""
        is_short = "’" in word.small
        if word.small in ("neither", "both") and at == 0:
            self._of_both(word)
            return
        if word.small.split("’")[0] in _SUBJECT_FORMS and (is_short or self._does_something(at)):
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
            raise _Unsure
        self._begin("other", None)
        self.out += [word.token, Token("of"), Token(whom)]

    def _pronoun(self, word: Word, at: int) -> None:
        small = word.small.partition("’")[0]
        if self.jotted and small == "your":
            self.out.append(word.token)
            return
        if self.is_with_another and small in ("them", "their", "themselves"):
            if small != "them" or self.out[-1].small != "between":
                raise _Unsure
            self.out.append(word.token._replace(text="you"))
            return
        found = self._around(at).meant(self.words, at)
        if found is None:
            raise _Unsure
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

    # What they do.

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
            raise _Unsure

    def _now_does(self, thing: _Thing) -> None:
        self.subject, self.doer = thing.kind, thing.mention
        if thing.mention is not None:
            self.mentions = (*self.mentions, replace(thing.mention, does=True, is_beside=False))

    def _another_verb(self, word: Word, at: int) -> None:
        """A verb behind a joint: of the same person, or of whom the sentence around is."""
        if self.main and self.main != self.subject:
            is_same = word.form is self.form or Form.HELPS in (word.form, self.form)
            is_main = word.form is self.main_form or Form.HELPS in (word.form, self.main_form)
            if word.form is Form.DOES and is_same and is_main and "you" in (self.main, self.subject):
                raise _Unsure
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
            raise _Unsure  # “wanted a delivery, told him no”
        is_explicit = self.is_explicit and self.jotted and self.subject == "you" and word.form is Form.DID
        if is_explicit and self.words[led].small == "," and not any(one.sort is Sort.AND for one in self.words[at:]):
            raise _Unsure  # somebody else may do what is tacked on
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
        was = any(one.small in _BE for one in self.words[:at]) and word.form is Form.DID and word.small not in _BE
        was = was and not is_done
        return is_done_to or was or word.small in listed("deeds")

    def _first_verb(self, word: Word, at: int) -> None:
        """The verb of a clause that has said nobody so far: of the thing before it, or of whom it leaves out."""
        thing = self.thing
        led = next((one for one in reversed(self.words[:at]) if one.sort is not Sort.ADVERB), None)
        if led is not None and led.sort is Sort.AND and not self.has_said and at > 1:
            raise _Unsure  # something is missing before the “and”
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
                raise _Unsure  # “kitchen clock fast on purpose, gets her to chapel”
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
            raise _Unsure
        if self.words[0].sort is Sort.LINK and not self.has_said and self.clause_at <= 1:
            raise _Unsure
        self._leave_out(at)

    def _is_told_to(self, word: Word, at: int) -> bool:
        """Whether somebody was asked, and did not ask: “once asked to read back my question: …, the judge asked”."""
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        is_asked = (
            word.small in ("asked", "told", "invited", "made") and following is not None and following.sort is Sort.TO
        )
        is_led = at > 0 and self.words[at - 1].small in ("once", "when", "twice")
        return is_asked and is_led and any(one.small == ":" for one in self.words[at:])

    def _is_a_label(self, thing: _Thing, at: int) -> bool:
        """Whether a thing only says what somebody is, before the comma: “carpenter, built every shelf”."""
        marks = [one.small for one in self.words[:at] if one.sort is Sort.MARK]
        is_one = marks == [","] or (set(marks) == {","} and self._are_bare(at))
        return is_one and self.words[at - 1].small in {",", *_BEFORE_THE_VERB}

    def _is_beside(self, thing: _Thing, word: Word, at: int) -> bool:
        """Whether what stands before the comma is only there: “four kinds of apple on one tree, shows everybody”."""
        led = next((place for place in range(at - 1, -1, -1) if self.words[place].sort is not Sort.ADVERB), -1)
        noun = next(one for one in reversed(self.words[: thing.at + 1]) if one.sort in (Sort.NOUN, Sort.NAME))
        is_several = inflection.is_plural(noun.small) and noun.sort is Sort.NOUN
        if is_several and word.form is Form.DOES and (led < 0 or self.words[led].small != ","):
            raise _Unsure
        is_person = thing.kind == "other" and bool(thing.mention and thing.mention.name)
        is_animal = bool(thing.mention and thing.mention.name in listed("persons.animals"))
        if (
            is_person
            and not is_animal
            and led >= 0
            and self.words[led].small == ","
            and any(one.sort is Sort.PREPOSITION for one in self.words[thing.at : led])
        ):
            raise _Unsure  # “wife Ginny on the e-bike now, beats …”
        if led < 0 or self.words[led].small != "," or is_person or thing.kind in ("you", "me"):
            return False
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        if following is not None and following.small in ("him", "her", "them") and following.sort is Sort.PRONOUN:
            raise _Unsure  # “clock fast on purpose, gets her to chapel”
        commas = sum(one.small == "," for one in self.words[:at])
        return commas == 1 or (is_several and word.form is Form.DOES) or word.small in listed("deeds") | {"hollered"}

    def _and_you(self, at: int) -> None:
        if not self._may_be_you(at):
            raise _Unsure
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

    def _is_really_done(self, thing: _Thing, word: Word, at: int) -> None:
        """Unsure of a thing in a jotting that looks as if it did what is done to it: “flask filled here”."""
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        is_bare = following is None or following.sort in (Sort.PREPOSITION, Sort.ADVERB, Sort.MARK)
        is_deed = thing.kind == "thing" and word.form is Form.DID and is_bare
        if self.jotted and is_deed and inflection.lemma(word.small) in _AS_IT_IS_DONE:
            raise _Unsure
        led = self.words[at - 1] if at else None
        if self.jotted and thing.kind == "thing" and led is not None and led.small == ",":
            raise _Unsure

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
            raise _Unsure
        following = self._following(at + 1)
        was = self.jotted and self.words[at].small in ("was", "were", "wasn’t", "weren’t")
        if was and following is not None and following.sort in (Sort.DETERMINER, Sort.NOUN, Sort.NAME):
            raise _Unsure  # “wasn’t his birthday”
        if was and following is not None and following.form is Form.DOING:
            raise _Unsure  # nobody knows whether that was the customer or the office
        own = {"him", "his"} if self.cast.you.he is not False else {"her"}
        if self.jotted and self.scene.is_named and any(one.small in own for one in self.words[at:]):
            raise _Unsure  # “Owen rang every night. held the phone to his ear”
        if not self._is_front(at) or (self.jotted and self.words[at].small in ("may", "might", "will", "shall")):
            raise _Unsure
        if self._is_it(at):
            self.out.append(Token("it", bool(self.out)))
            self.subject = "thing"
            return
        place = len(self.out)
        while place > self.clause_at and self.out[place - 1].small in _BEFORE_THE_VERB:
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

    def _with_ands(self) -> list[Token]:
        """The words with an “and” where a comma stands for it before the last thing that is done."""
        if not self.commas or any(token.small == "and" for token in self.out[self.commas[0] :]):
            return self.out
        last = self.commas[-1]
        comma = [] if len(self.commas) == 1 else [self.out[last]]
        return [*self.out[:last], *comma, Token("and"), *self.out[last + 1 :]]


_SUBJECT_FORMS = word_set(
    """
    it there nobody everybody somebody everyone someone anybody nothing everything he she they i we both neither
    none all each most some one
    """
)


def is_own_relation(word: str) -> bool:
    """Whether “the” before a word means the customer's: “the grandmother”, but not “the kids”."""
    small = word.casefold()
    return small.removeprefix("great-") in listed("kin")
