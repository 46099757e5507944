"""Turning: a clause that the office wrote of somebody, said to them; None where anything in it is uncertain."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from notes.language import inflection
from notes.language.texts import word_set
from notes.wording.stories.beginning import Beginning, beginning, is_a_time, starts_subject
from notes.wording.stories.cast import Cast, Mention, Part
from notes.wording.stories.grammar import (
    behind_me,
    behind_you,
    is_auxiliary,
    is_certainly_a_verb,
    is_did,
    is_he_does,
    is_participle,
    is_verb_form,
    listed,
)
from notes.wording.stories.pronouns import PRONOUNS, Pronouns, to_you
from notes.wording.stories.tokens import Token, joined

PEOPLE = frozenset(["he", "she", "they", "we", "i", "you", "nobody", "everybody", "somebody", "everyone", "someone"])


@dataclass(frozen=True, slots=True)
class Scene:
    """What the clauses before have brought into the story: who was mentioned, and who did what came last."""

    mentions: tuple[Mention, ...] = ()
    clause: int = 0
    subject: str = ""
    doers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Turned:
    """A clause as it is said to the customer, and the scene behind it; `begins_with` is who does what it says."""

    text: str
    scene: Scene
    has_verb: bool = True


def scene_behind(tokens: Sequence[Token], cast: Cast, scene: Scene) -> Scene:
    """The scene once a clause has been read, whether it could be turned or not."""
    found = [cast.mention(tokens, at, scene.clause) for at, token in enumerate(tokens) if token.is_word]
    things = [
        Mention(None, scene.clause, several=True, is_of_things=True)
        for token in tokens
        if token.text.islower() and inflection.is_plural(token.text) and not is_he_does(token.text)
        and token.small not in listed("people") | listed("adverbs")
    ]  # fmt: skip
    is_of_others = any(one and one.name for one in found) or any(token.small in ("we", "us", "i") for token in tokens)
    is_yours = bool(tokens) and is_verb_form(tokens[0].text)
    unclear = "other" if is_of_others and not is_yours and any(is_verb_form(token.text) for token in tokens) else ""
    return Scene((*scene.mentions, *filter(None, found), *things), scene.clause + 1, unclear, scene.doers)


def turned(tokens: Sequence[Token], cast: Cast, scene: Scene, *, jotted: bool = False) -> Turned | None:
    """A clause said to the customer; None where it is not certain who does what.

    In a clause that was `jotted` down it may be the writer who does it: “told her no stairs”.
    """
    start = beginning(tokens, cast)
    if start is None:
        return None
    left_out = _left_out(tokens, start, cast) if jotted else "you"
    if jotted and start.is_yours and _was_doing(tokens, start):
        return None  # nobody knows whether that was the customer or the office
    if start.is_yours and left_out == "you" and not _may_go_on(tokens, scene):
        return None
    turner = _Turner(list(tokens), cast, scene, start, left_out, jotted)
    text = turner.run()
    if text is None or _lacks_who(text):
        return None
    if not start.has_verb and _is_somebody_alone(tokens):
        text, start = f"you’re {text}", replace(start, has_verb=True)
    behind = scene_behind(tokens, cast, scene)
    doers = scene.doers | {one for one in (turner.first, turner.current) if one}
    mentions = tuple(one for one in turner.mentions if one.clause == scene.clause)
    subject = turner.main if start.has_verb else scene.subject
    is_first = len(tokens) > 1 and tokens[1].small == "first"
    if subject == "thing" and (is_first or tokens[0].small.split("-")[0] in _COUNTS):
        subject = ""  # “the first job was your front door” does nothing
    behind = replace(behind, mentions=(*scene.mentions, *mentions), subject=subject, doers=doers)
    return Turned(text, behind, start.has_verb)


def _lacks_who(text: str) -> bool:
    """Whether a clause begins with what somebody does and nobody has been put before it: “usually leaves early”."""
    words = text.casefold().split()
    front = [word for word in words[:3] if word in listed("adverbs") | {"perhaps", "maybe"}]
    behind = words[len(front) : len(front) + 1]
    is_bare = bool(front) and words[: len(front)] == front and any(map(is_he_does, behind))
    return is_bare or any(_is_left_behind(words, at) for at in range(3, len(words)))


def _is_left_behind(words: Sequence[str], at: int) -> bool:
    """Whether a verb behind an “and” still says what he or she does: “you ask, and sometimes brings it back”."""
    if words[at - 1] not in listed("adverbs") or words[at - 2] not in ("and", "but", "or"):
        return False
    before = set(words[: at - 2])
    is_yours = "you" in before and not before & {"he", "she", "it", "who", "that", "which"}
    return is_yours and is_he_does(words[at]) and is_certainly_a_verb(words[at], words[at + 1 :])


def _was_doing(tokens: Sequence[Token], start: Beginning) -> bool:
    at = start.at
    return at + 1 < len(tokens) and tokens[at].small in ("was", "were") and tokens[at + 1].small.endswith("ing")


def _left_out(tokens: Sequence[Token], start: Beginning, cast: Cast) -> str:
    """Who does what a clause says that leaves it out: whoever wrote it, where it is done to the customer."""
    own = {True: "him", False: "her"}.get(cast.you.he) if cast.you.he is not None else None
    small = [one.small for one in tokens[start.at : start.at + 4]]
    at = next((place for place, word in enumerate(small) if place and word == own), 0)
    is_object = at and to_you(own or "", tokens, start.at + at) == "you"
    is_mine = "my" in small and not cast.we and start.is_yours
    return "me" if start.is_yours and (is_object or is_mine or _is_yours_behind(tokens, start, cast)) else "you"


def _is_yours_behind(tokens: Sequence[Token], start: Beginning, cast: Cast) -> bool:
    """Whether the customer does something only behind a comma: “put it right, she’s put it back”."""
    own = {True: "he", False: "she"}.get(cast.you.he) if cast.you.he is not None else None
    places = range(start.at + 2, len(tokens))
    return any(tokens[at].small.partition("’")[0] == own and tokens[at - 1].text == "," for at in places)


_COUNTS = word_set(
    """
    two three four five six seven eight nine ten eleven twelve fourteen fifteen twenty thirty forty
    fifty
    """
)


def _may_go_on(tokens: Sequence[Token], scene: Scene) -> bool:
    """Whether a clause that leaves out who does what it says means the customer: not where somebody else did the last.

    Behind a thing it has to be what a thing cannot do.
    """
    if scene.subject != "thing":
        return scene.subject in ("", "you")
    small = {one.small for one in tokens}
    return bool(small & {"it", "them"}) or any(one.small in listed("deeds") for one in tokens[:2])


@dataclass
class _Turner:
    """Turns one clause, word after word."""

    tokens: list[Token]
    cast: Cast
    scene: Scene
    start: Beginning
    left_out: str = "you"
    jotted: bool = False
    out: list[Token] = field(default_factory=list)
    first: str = ""  # who does what the clause says
    current: str = ""  # who does what comes next
    pending: str = ""  # whose verb has still to come
    done: bool = False  # whether somebody else who does it has their verb
    is_with_another: bool = False  # whether it is the customer and somebody else who do it
    has_said: bool = False  # whether somebody has done something
    main: str = ""  # who does what the main clause says last
    mentions: tuple[Mention, ...] = ()

    def run(self) -> str | None:
        pronouns = Pronouns(self.cast, self.scene.mentions, self.scene.subject, self.scene.clause)
        for at, token in enumerate(self.tokens):
            if self.start.is_yours and at == self.start.at:
                self._subject(self.left_out, at)
                self.out.append(Token("you" if self.left_out == "you" else "I", bool(self.out)))
            if not token.is_word:
                self.out.append(token)
                continue
            if not self._word(at, token, pronouns):
                return None
            is_doer = self.current in ("other", "thing") and not self.done
            pronouns = pronouns.behind(self.tokens, at, self.current, is_doer=is_doer, is_open=not self.first)
            if is_doer and pronouns.doer and self.main == "thing":
                self.main = "other"
            self.done = self.done or (self.current in ("other", "thing") and is_verb_form(token.text))
        self.mentions = pronouns.mentions
        if self.pending and self.pending != "other":
            return None
        return joined(contracted(self.out))

    def _subject(self, who: str, at: int) -> None:
        before = self.tokens[at - 1].small if at else ""
        is_main = not self.first or before in listed("conjunctions") or before in (",", "that", "out")
        self.main = who if is_main else self.main
        self.current = self.pending = who
        self.first = self.first or who

    def _word(self, at: int, token: Token, pronouns: Pronouns) -> bool:
        """Takes up one word; False where nobody can tell what it means."""
        behind = [one.text for one in self.tokens[at + 1 :]]
        if token.small == "who" and self._is_me_who(at):
            self.out[-2:] = [self.out[-2], self.out[-1], Token("when"), Token("I")]
            return True
        if self.jotted and token.small == "your":
            self.out.append(token)
            return True
        if self.jotted and self.current == "you" and is_did(token.text) and self._is_tacked_on(at):
            return False
        part = self.cast.part(token.text) if token.text[:1].isupper() else None
        if part in (Part.YOU, Part.ME):
            return self._name(at, token, part)
        if self.cast.of_you_two(token.text) and not token.text.endswith("’s"):
            return self._one_of_two(at, token)
        if token.small.split("’")[0] in PRONOUNS and not token.text[1:].isupper():
            return self._pronoun(at, token, pronouns)
        if self.pending and (is_auxiliary(token.text) or is_he_does(token.text) or is_did(token.text)):
            return self._verb(token, behind)
        if self._begins_another(at):
            self._subject("other" if token.text[:1].isupper() or token.small in PEOPLE else "thing", at)
            self.pending = ""
            self._ends_a_sentence(at)
        if self.current in ("you", "me") and not self.pending and self._goes_on(at):
            return self._coordinate(token, behind)
        if token.small in ("neither", "both") and at == 0 and is_verb_form(self._next_word(at)):
            return self._of_both(token)
        if self.out and self.out[-1].small == "the" and is_own_relation(token.text):
            self.out[-1] = self.out[-1]._replace(text="your")
        self.out.append(token)
        return True

    def _ends_a_sentence(self, at: int, behind: int = 0) -> None:
        """A comma between two sentences is a semicolon: “four companies before one would cover it, they all asked”."""
        place = -1 - behind
        is_behind_a_comma = at > 1 and self.tokens[at - 1].text == "," and self.out and self.out[place].text == ","
        leads = listed("subordinators") | listed("prepositions") | listed("leading")
        is_fronted = self.tokens[0].small in leads or is_a_time(self.tokens, 0)
        if is_behind_a_comma and (self.has_said or not (is_fronted or self.start.is_yours)):
            self.out[place] = self.out[place]._replace(text=";")

    def _of_both(self, token: Token) -> bool:
        """“Neither” and “both” say of whom, where that is certain."""
        whom = "us" if {"you", "me"} <= self.scene.doers else "you" if self.cast.you.several else ""
        self.out += [token, Token("of"), Token(whom)]
        return bool(whom)

    def _is_tacked_on(self, at: int) -> bool:
        """Whether a verb stands behind a comma with no “and”, so that somebody else may do it."""
        is_behind = at > 0 and self.tokens[at - 1].text == "," and self.has_said
        return is_behind and not any(one.small == "and" for one in self.tokens[at:])

    def _is_me_who(self, at: int) -> bool:
        """Whether “who” is the one who signs: “introduced every pair to Joan, who had come to count them”."""
        is_past = self._next_word(at) in ("had", "was") or is_did(self._next_word(at))
        return is_past and len(self.out) > 1 and self.out[-1].text == "," and self.out[-2].text == "me"

    def _one_of_two(self, at: int, token: Token) -> bool:
        """One of two who are written to, spoken to by name: “Roscoe, you still knock”."""
        if at or not self._does_something(at):
            return False
        self._subject("you", at)
        self.out += [token, Token(",", False), Token("you")]
        return True

    def _name(self, at: int, token: Token, part: Part) -> bool:
        """The name of the customer, or of who signs."""
        if token.text.endswith(("’s", "s’")):
            if self._next_is_done(at):
                return self._name_and_has(at, token, part)
            self.out.append(token._replace(text="your" if part is Part.YOU else "my"))
            return True
        does = self._does_something(at)
        if part is Part.YOU:
            self.out.append(token._replace(text="you"))
        else:
            self.out.append(token._replace(text="I" if does else "me"))
        if does:
            self._subject(part.value, at)
            self._ends_a_sentence(at, behind=1)
        return True

    def _name_and_has(self, at: int, token: Token, part: Part) -> bool:
        """“Burl’s been leaving it pecans” is you’ve been; whatever else “’s” may be is left."""
        if self._next_word(at) != "been":
            return False
        self._subject(part.value, at)
        self.pending = ""
        self.out.append(token._replace(text="you’ve" if part is Part.YOU else "I’ve"))
        return True

    def _pronoun(self, at: int, token: Token, pronouns: Pronouns) -> bool:
        if self.is_with_another and token.small in ("them", "their", "themselves"):
            self.out.append(token._replace(text="you"))
            return token.small == "them" and self.out[-2].small == "between"
        found = pronouns.meant(self.tokens, at)
        if found is None:
            return False
        text, who = found
        word, mark, ending = token.text.partition("’")
        if word.casefold() in ("he", "she", "they") or (word == "I"):
            self._subject(who, at)
            self._ends_a_sentence(at)
            if mark:
                self.pending = ""
                if ending == "d" and self._next_word(at) in listed("determiners") | {"us", "me"}:
                    self.out += [token._replace(text=text), Token("had")]
                    return True
                if who == "you":
                    short = _short(ending, self._next_word(at))
                    if short is None:
                        return False
                    text = f"you’{short}"
                else:
                    text = f"{text}’{ending}"
            elif word.casefold() == "they" or self._next_word(at) in ("and", "or"):
                self.pending = ""  # “you and Miles are”
                self.is_with_another = word.casefold() != "they"
        elif mark:
            text = f"{text}’{ending}"
        self.out.append(token._replace(text=text))
        return True

    def _verb(self, token: Token, behind: Sequence[str]) -> bool:
        who, self.pending = self.pending, ""
        self.has_said = True
        form = {"you": behind_you, "me": behind_me}.get(who)
        self.out.append(token._replace(text=form(token.text) if form else token.text))
        return True

    def _goes_on(self, at: int) -> bool:
        """Whether a word stands where another verb of the same person may: behind “and”, “but”, “then” or a comma."""
        before = at - 1
        while before >= 0 and self.tokens[before].small in listed("adverbs"):
            before -= 1
        return before >= 0 and self.tokens[before].small in ("and", "but", "or", ",", "then", "so", "—", "–")

    def _coordinate(self, token: Token, behind: Sequence[str]) -> bool:
        """A verb of the same person behind an “and”; False where it may be a thing."""
        if not is_he_does(token.text):
            self.out.append(token)
            return True
        if not is_certainly_a_verb(token.text, behind):
            if inflection.is_plural(token.text) and behind[:1] and behind[0] not in listed("prepositions"):
                return False
            following = behind[0].casefold() if behind else ""
            if following in listed("prepositions") or not behind:
                return False
            self.out.append(token)
            return True
        form = behind_you if self.current == "you" else behind_me
        self.out.append(token._replace(text=form(token.text)))
        return True

    def _begins_another(self, at: int) -> bool:
        """Whether somebody or something else begins to do something here."""
        if self.tokens[at].small in listed("adverbs"):
            return False  # “always keeps” is nobody else, though the lists have a plural of it
        is_front = (self.start.is_yours and at < self.start.at) or is_a_time(self.tokens, at)
        return not is_front and starts_subject(self.tokens, at, self.cast)

    def _does_something(self, at: int) -> bool:
        """Whether a name is followed by its verb."""
        rest = list(self.tokens[at + 1 :])
        while rest and rest[0].small in listed("adverbs"):
            rest = rest[1:]
        if not rest or not rest[0].is_word or rest[0].small in ("do", "have", "be", "are", "were"):
            return False
        behind = [one.text for one in rest[1:]]
        return is_did(rest[0].text) or is_certainly_a_verb(rest[0].text, behind) or _is_he_does(rest[0].text, behind)

    def _next_word(self, at: int) -> str:
        return self.tokens[at + 1].small if at + 1 < len(self.tokens) else ""

    def _next_is_done(self, at: int) -> bool:
        word = self._next_word(at)
        return word in listed("adverbs") or word in ("been", "going", "got")


def _is_he_does(word: str, behind: Sequence[str]) -> bool:
    leads = listed("prepositions") | listed("adverbs")
    return is_he_does(word) and (not behind or not behind[0][0].isalnum() or behind[0].casefold() in leads)


def _short(ending: str, following: str) -> str | None:
    """What “he’s”, “she’d” and “he’ll” end in behind “you”; None where “he’s” may be is or has."""
    if ending == "s":
        if following in ("been", "had", "got") or (is_participle(following) and not following.endswith("ing")):
            return "ve"
        return "re"
    return {"d": "d", "ll": "ll", "re": "re", "ve": "ve"}.get(ending)


_SHORTER = {"have": "ve", "had": "d", "are": "re", "will": "ll", "would": "d", "am": "m"}
_DENIED = word_set(
    """
    is are was were has have had does do did could would should
    """
)


def contracted(tokens: Sequence[Token]) -> list[Token]:
    """The tokens as one says them: “you have watched” is “you’ve watched”, “would not” is “wouldn’t”."""
    out: list[Token] = []
    skip = False
    for at, token in enumerate(tokens):
        following = tokens[at + 1].small if at + 1 < len(tokens) else ""
        if skip:
            skip = False
            continue
        if token.small in _DENIED and following == "not":
            out.append(token._replace(text=f"{token.text}n’t"))
            skip = True
        elif out and out[-1].small in ("you", "i") and token.small in _SHORTER and _may_be_short(tokens, at):
            out[-1] = out[-1]._replace(text=f"{out[-1].text}’{_SHORTER[token.small]}")
        else:
            out.append(token)
    return out


def _may_be_short(tokens: Sequence[Token], at: int) -> bool:
    """Whether a helping verb is one here, and something follows that it helps."""
    rest = list(tokens[at + 1 :])
    while rest and rest[0].small in listed("adverbs"):
        rest = rest[1:]
    if not rest or not rest[0].is_word or tokens[at + 1].small == "not":
        return False
    if tokens[at].small in ("have", "had"):
        return is_participle(rest[0].text) or rest[0].small in ("been", "yet")
    return True


def _is_somebody_alone(tokens: Sequence[Token]) -> bool:
    """Whether a clause without a verb says who somebody is: “the only man in the Thursday circle”."""
    small = [one.small for one in tokens[:3]]
    people = listed("persons.he") | listed("persons.she") | listed("persons.either")
    return len(small) > 2 and small[0] == "the" and small[1] in ("only", "first", "last", "one") and small[2] in people


def is_own_relation(word: str) -> bool:
    """Whether “the” before a word means the customer's: “the grandmother”, but not “the kids”."""
    small = word.casefold()
    return small.removeprefix("great-") in listed("kin")
