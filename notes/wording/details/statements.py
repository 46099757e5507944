"""Statements: what a jotting says, as a clause that can be turned: “hums show tunes on treadmill” is hum and the rest.

What cannot be read with certainty is no statement. In one of the customer it says “you” and “your”, whoever is meant by
“her” in the file.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from notes.language import inflection
from notes.language.texts import word_set
from notes.wording.details.addressing import PRONOUNS, to_you
from notes.wording.details.detail import Who
from notes.wording.details.noun_phrases import (
    is_compound,
    is_relative,
    is_year,
    noun_group,
    wants_article,
    with_articles,
    with_day,
)
from notes.wording.details.shorthand import is_hour, is_spelled_out, listed, listings, opened
from notes.wording.details.wordbook import animals, relations
from notes.wording.grammar import a


class Form(Enum):
    """What kind of thing is said, by which it is known what can be asked of it."""

    DOES = "does"  # hums show tunes on the treadmill
    KNOWS = "knows"  # knows two jokes: nothing that one is at
    UNDER_WAY = "under way"  # is learning to waltz
    WANTS = "wants"  # wants to learn the accordion
    SEEKS = "seeks"  # is looking for somewhere dark
    DID = "did"  # found your dad’s trombone
    HAS = "has"  # six hens
    IS = "is"  # an auctioneer
    REGULAR = "regular"  # a shoebox every March
    ALL = "all"  # everything glazed blue
    THING = "thing"  # old maps
    DEED = "deed"  # naming a pancake after the mayor: what they told that they did
    NEVER = "never"  # never seen snow
    TOLD = "told"  # Gladys the tortoise spending the winter in the fridge: as it was told


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause: a verb in its plain form with what stands behind it, or a thing as a noun phrase.

    `aside` is what one would add behind a full stop: “nine of twenty-two done”, or for how long somebody was something.
    """

    form: Form
    verb: str = ""
    rest: str = ""
    thing: str = ""
    plural: bool = False
    aside: str = ""
    adverb: str = ""
    more: "Statement | None" = None

    @property
    def do(self) -> str:
        return self._with(str)

    @property
    def doing(self) -> str:
        return self._with(inflection.doing)

    @property
    def did(self) -> str:
        return self._with(inflection.did)

    @property
    def does(self) -> str:
        return self._with(inflection.does)

    @property
    def of_you(self) -> str:
        """The whole clause to the customer whose it is: “you hum show tunes on the treadmill”; "" where it is none."""
        match self.form:
            case Form.DOES | Form.KNOWS | Form.SEEKS if self.verb:
                return f"you {self.do}"
            case Form.UNDER_WAY if self.verb:
                return f"you’re {self.doing}"
            case Form.DID if self.verb:
                return f"you {self.did}"
            case Form.HAS:
                return f"you’ve got {self.thing.removeprefix('the ')}"
            case Form.IS:
                return f"you’re {self.thing}"
            case Form.NEVER:
                return f"you’ve never {self.thing}"
        return ""

    def of_another(self, subject: str, *, several: bool) -> str:
        """The whole clause about somebody else: “Pete drives you”; "" where it is none."""
        match self.form:
            case Form.DOES | Form.KNOWS if self.verb:
                return f"{subject} {self.do if several else self.does}"
            case Form.UNDER_WAY if self.verb:
                return f"{subject} {'are' if several else 'is'} {self.doing}"
            case Form.DID if self.verb:
                return f"{subject} {self.did}"
        return ""

    def _with(self, inflected: Callable[[str], str]) -> str:
        """The clause with its verb in a form; "" where it has none."""
        if not self.verb:
            return ""
        said = f"{self.adverb} {inflected(self.verb)} {self.rest}".strip()
        return f"{said} and {self.more._with(inflected)}" if self.more else said

    @property
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
        return replace(self, more=replace(other, adverb=""))


MOST_WORDS = 16
_NOTHING_SAID = re.compile(r"\b(?:stuff|things?|a lot|lots|etc)\b", re.I)
_POINTS_BACK = re.compile(r" (?:it|them|both|this|that|those|these|one)$", re.I)
_NOT_READ = re.compile(r"->|[=#@<>|*_\[\]{}$£€%]|\d[./:-]\d|[A-Z]+-\d|\w&\w|https?:|\b(?:we|us|our|I|me)\b|\?")
_NEGATED = re.compile(r"n['’]t\b|\b(?:not|never|no|cannot|neither|nor|without)\b", re.I)
_OF = re.compile(r"(\w[\w-]*) of (\w[\w-]*) (done|finished|to go|left|down|in)$", re.I)
_EVERY = re.compile(r"\b(?:every|each|a|per) (?:day|week|month|year|morning|evening|night|[A-Z]\w+)\b|\b[A-Z]\w+days\b")
_TOKEN = re.compile(r"[^\s,]+|,")
_NO_THING = word_set("never not no being having always still just only already going has have had is was")


def statement(text: str, who: Who | None = None, *, liked: bool = False, several: bool = False) -> Statement | None:
    """What a text says of the customer, or of somebody near to them; None where it is not certain.

    `liked` tells that it is a thing that they are fond of, `several` that two are written to.

    >>> statement("hums show tunes on treadmill").doing
    'humming show tunes on the treadmill'
    >>> statement("6 hens named after opera singers").thing, statement("bowls Weds").do
    ('the six hens named after opera singers', 'bowl on Wednesdays')
    """
    plain = opened(text)
    if (said := _never(plain)) and who is None and not liked:
        return said
    if not plain or len(plain.split()) > MOST_WORDS or _NOT_READ.search(plain) or _NEGATED.search(plain):
        return None
    if not is_spelled_out(plain.split()) or re.search(r"\byou(?:r|rs|rself)?\b", plain):
        return None
    if set(plain.casefold().split()) & listed("never") or _POINTS_BACK.search(plain):
        return None
    read = _read(plain, who, liked)
    return _addressed(read, who, several) if read else None


_NEVER_YET = re.compile(r"(?:has |have )?never (?:having )?(?P<what>(?P<done>[a-z]+) .+)", re.I)


def _never(text: str) -> Statement | None:
    """What somebody has never done yet: “never been on a plane”, “never having owned a real winter coat”."""
    match = _NEVER_YET.fullmatch(text)
    if not match or PRONOUNS & set(text.casefold().split()) or len(text.split()) > MOST_WORDS:
        return None
    verb = inflection.lemma(match["done"])
    is_fit = match["done"] == "been" or (verb and match["done"] == inflection.done(verb) != verb)
    return Statement(Form.NEVER, thing=match["what"]) if is_fit and not _NOT_READ.search(text) else None


def goes_on(text: str, before: Statement) -> Statement | None:
    """What a clause adds to the one before: “tells both” behind “knows two jokes”."""
    words = opened(text).split()
    verbs = [(words[0], " ".join(words[1:]))] if words else []
    if len(words) == 3 and words[1] == "and":
        verbs = [(words[0], ""), (words[2], "")]
    points = len(words) == 2 and _POINTS_BACK.search(f" {words[1]}") is not None
    if not before.verb or not (points or len(verbs) == 2):
        return None
    form = inflection.did if before.form is Form.DID else inflection.does
    found = [
        (inflection.lemma(verb), rest)
        for verb, rest in verbs
        if inflection.lemma(verb) and form(inflection.lemma(verb)) == verb
    ]
    if len(found) < len(verbs):
        return None
    for verb, rest in found:
        before = before.followed_by(Statement(before.form, verb, rest))
    return before


def told(text: str, *, several: bool = False) -> Statement | None:
    """What somebody told, as they would say it: it can be thought of, whatever it is.

    >>> told("the man in Tasmania he talks to by radio").thing, told("Laleh's first recital").thing
    ('the man in Tasmania you talk to by radio', 'Laleh’s first recital')
    """
    text = text.lower() if text.isupper() else text
    plain = text.replace("'", "’").strip(" .,;!")
    words = plain.split()
    if not words or len(words) > MOST_WORDS or _NOT_READ.search(plain) or not is_spelled_out(words):
        return None
    if (said := _never(plain)) or words[0].casefold() in _NO_THING:
        return said
    is_of_somebody = words[0][0].isupper() and set(plain.casefold().split()) & PRONOUNS
    thing = None if is_of_somebody else to_you(plain, None, several)
    if not thing:
        return None
    said = statement(text, several=several) if words[0].islower() and words[0].endswith("ing") else None
    if said and said.form in (Form.DOES, Form.UNDER_WAY):
        kinds = (("waiting", Form.UNDER_WAY), ("once", Form.DID), ("at_it", Form.DOES))
        return replace(said, form=next((form for words, form in kinds if said.verb in listed(words)), Form.DEED))
    return Statement(Form.TOLD, thing=thing, plural=inflection.is_plural((noun_group(words) or words)[-1]))


def of_every(text: str, before: Statement) -> Statement | None:
    """A clause on every one of those before it: “knits every one a sweater” behind “7 grandkids”."""
    said = statement(text)
    if said is None or before.form is not Form.HAS or not said.rest.startswith("every one "):
        return None
    turned = replace(said, rest=f"every one of {before.thing} {said.rest.removeprefix('every one ')}")
    return replace(turned, thing=turned.doing)


def aside(text: str) -> str:
    """How far something is, as one adds it behind a full stop: “9 of 22 done” is “nine of twenty-two done”."""
    match = _OF.fullmatch(opened(text))
    return f"{match[1]} of {match[2]} {match[3]}" if match else ""


def for_years(text: str) -> str:
    """For how long somebody was something: “31 yrs” is “thirty-one years”."""
    plain = opened(text)
    match = re.fullmatch(r"([a-z-]+ years)", plain) or re.search(r"\b(?:after|for) ([a-z-]+ years)\b", plain)
    return match[1] if match else ""


def _read(text: str, who: Who | None, liked: bool) -> Statement | None:
    """The statement of an opened text, with its pronouns as they stand."""
    if phrase := _undertaking(text, liked):
        form = Form.WANTS if phrase in listings()["words"]["wanting"] else Form.UNDER_WAY
        return _undertaken(form, phrase, text[len(phrase) :].strip())
    words, adverb = text.split(), ""
    while len(words) > 1 and words[0].casefold() in listed("adverbs") | {"she", "he", "they"}:
        adverb = words[0].casefold() if who and words[0].casefold() in ("always", "often") else adverb
        words = words[1:]
    if words and words[0] == "from" and len(words) < 4 and words[-1][:1].isupper():
        return Statement(Form.KNOWS, "come", " ".join(words), thing=f"coming {' '.join(words)}")
    if role := _being(words):
        return None if who else role
    first, rest = (words[0].casefold() if words else ""), " ".join(words[1:])
    if first in ("everything", "everyone", "everybody") and rest:
        return Statement(Form.ALL, thing=with_articles(rest))
    verb = inflection.lemma(first)
    if first in ("has", "have") and rest and not who:
        return _having(words[1:])
    if first.endswith("ing") and verb and (rest or not inflection.is_noun(first)) and not is_compound(words):
        return _verbal(Form.DOES, verb, rest) if verb != "go" else None  # where to, and when: that is not a habit
    if liked:
        return _thing(" ".join(words), liked)
    if _is_finite(first, verb, rest, who):
        said = None if _is_weak(first, rest) else _verbal(Form.DOES, verb, rest)
        return replace(said, adverb=adverb) if said else None
    if verb and first == inflection.did(verb) != verb and not _is_weak(first, rest) and _goes_behind_a_verb(rest):
        said = None if verb == "ask" and rest.startswith("about ") else _verbal(Form.DID, verb, rest)
        return replace(said, adverb=adverb) if said else None
    return None if who else _noun(" ".join(words))


def _undertaking(text: str, liked: bool) -> str:
    """The words at the beginning that say that somebody wants something or is at it; what one likes is neither."""
    small = text.casefold().replace("’", "'")
    phrases = (*listings()["words"]["wanting"], *listings()["words"]["under_way"])
    found = next((phrase for phrase in phrases if small.startswith(f"{phrase} ")), "")
    return "" if liked and not found.startswith("learning") else found


def _is_weak(verb: str, rest: str) -> bool:
    """Whether a verb says nothing by itself; one may do the flowers."""
    first = rest.casefold().split(" ", 1)[0]
    if verb in ("went", "goes", "gets", "got") and first in ("over", "off", "down", "up", "on", "out", "under"):
        return True
    if verb in ("came", "comes", "went", "goes", "gets", "got") and len(rest.split()) > 1:
        return False
    return verb in listed("weak") and not (verb in ("does", "did") and first in listed("determiners"))


def _having(words: list[str]) -> Statement | None:
    """A thing that they have."""
    first = words[0].casefold()
    bare = words[1:] if first in ("a", "an", "the") else words
    is_done = first == inflection.done(inflection.lemma(first) or "be") and not inflection.is_noun(first)
    if not bare or is_done:
        return None
    said = _thing(" ".join(bare), liked=True)
    return (
        replace(said, form=Form.HAS, thing=f"the {said.thing}" if said.thing[0] != "’" else said.thing)
        if said
        else None
    )


def _undertaken(form: Form, phrase: str, rest: str) -> Statement | None:
    """What somebody wants or is at, by the words that say so."""
    if not rest:
        return None
    head = rest.split(maxsplit=1)[0].casefold()
    if form is Form.WANTS and phrase in ("wanting", "wants", "dreams of", "dreaming of"):
        if phrase.startswith("dream"):
            return None
        if rest[0].isupper() and len(rest.split()) < 4:
            return _verbal(form, "see", rest)
        is_thing = head in listed("determiners") or head in ("somewhere", "something", "someone", "somebody")
        return Statement(Form.SEEKS, "want", with_articles(rest), thing=with_articles(rest)) if is_thing else None
    if form is Form.WANTS:
        if "learn" in phrase:
            return _verbal(form, "learn", rest if phrase.endswith("learn") else f"to {rest}")
        return _verbal(form, head, rest.partition(" ")[2]) if inflection.lemma(head) == head else None
    first, _, more = phrase.partition(" ")
    verb = inflection.lemma(first)
    behind = f"{more} {rest}".strip()
    if not more and head in listed("prepositions") - {"for", "to"}:
        return _verbal(Form.DOES, verb, behind)
    if phrase == "looking for":
        return Statement(Form.SEEKS, "look", f"for {with_articles(rest)}", thing=with_articles(rest))
    return _verbal(form, verb, behind) if verb else None


def _verbal(form: Form, verb: str, rest: str) -> Statement | None:
    """A statement of a verb; None where an article is missing behind it and nobody can tell which."""
    rest = with_day(rest)
    words = rest.split()
    if words[:1] == ["and"] or _NOTHING_SAID.search(rest):
        return None
    if words and is_year(words[0]):
        rest = f"the {rest}"
    elif is_relative(words[:1]):
        rest = f"your {rest}"
    elif words and wants_article(words):
        if verb in listed("the_verbs"):
            rest = f"the {rest}"
        elif verb in listed("a_verbs"):
            rest = a(rest)
        elif verb not in listed("bare_verbs"):
            return None
    filled = with_articles(rest)
    if verb in listed("stative"):
        return Statement(Form.KNOWS, verb, filled, thing=inflection.doing(verb))
    said = Statement(form, verb, filled)
    return replace(said, thing=said.doing)


def _is_finite(first: str, verb: str, rest: str, who: Who | None) -> bool:
    """Whether a word is a verb as it is said of somebody: “hums”, “sings in the choir”, but not “orchids”."""
    if not verb or not rest or not first.endswith("s") or first.endswith("ss") or first != inflection.does(verb):
        return False
    return not inflection.is_noun(first) or first in listed("habits")


def _goes_behind_a_verb(rest: str) -> bool:
    words = rest.split()
    if not words:
        return False
    first = words[0].casefold()
    known = (
        listed("determiners")
        | listed("prepositions")
        | {"her", "his", "their", "best", "first", "second", "third", "up"}
    )
    return first in known or first.removesuffix("’s") in relations() or words[0][0].isupper()


def _noun(text: str) -> Statement | None:
    """What somebody is or has, as a noun phrase says it."""
    words = text.split()
    if not words or _EVERY.match(text) or is_hour([*words, ""], 0):
        return None
    if words[0].casefold() in ("a", "an", "the"):
        words = words[1:]
    group = noun_group(words)
    if not group:
        return None
    if _EVERY.search(text):
        thing = " ".join(words)
        thing = thing if not wants_article(words) else a(thing)
        return Statement(Form.REGULAR, thing=with_articles(thing), plural=inflection.is_plural(group[-1]))
    first = words[0].casefold()
    last = group[-1].casefold().strip(",")
    if first in listed("determiners") and inflection.is_plural(last) and (last in animals() or last in relations()):
        whose = "the" if last in animals() else "your"
        return Statement(Form.HAS, thing=with_articles(f"{whose} {' '.join(words)}"), plural=True)
    return _thing(text, False)


_FOR_YEARS = re.compile(r",?\s+(?:for\s+)?([a-z-]+(?: hundred)? years)(?: now)?$")


def _being(words: list[str]) -> Statement | None:
    """What somebody is, and for how long if it says so."""
    text = " ".join(words)
    years = _FOR_YEARS.search(text)
    words = text[: years.start()].split() if years else words
    if len(words) > 1 and _is_finite(words[0].casefold(), inflection.lemma(words[0]), words[1], None):
        return None
    if words and words[0].casefold() in ("a", "an", "the", "is"):
        words = words[1:]
        words = words[1:] if words and words[0].casefold() in ("a", "an", "the") else words
    group = noun_group(words) if words else []
    role = _role(words, group) if group else ""
    return Statement(Form.IS, thing=role, aside=years[1] if years else "") if role else None


def _role(words: list[str], group: list[str]) -> str:
    """What somebody is, with its article: “the crossing guard at Lincoln School”, “an auctioneer”."""
    last = group[-1].casefold().strip(",")
    if last not in listed("roles") or any(word[0].isupper() for word in words[:1] if not inflection.is_word(word)):
        return ""
    plain = [word if at else word[0].lower() + word[1:] for at, word in enumerate(words)]
    role = with_articles(" ".join(plain))
    is_the_only = last in listed("only") and re.search(r"\b(?:at|for|of|on)\b", role)
    return f"the {role}" if is_the_only else a(role)


def _thing(text: str, liked: bool) -> Statement | None:
    """A thing as a noun phrase in the middle of a sentence."""
    if named := re.fullmatch(r"(.+?),? ’([A-Z][\w-]+)’", text):
        return Statement(Form.THING, thing=f"{named[2]} the {named[1].removeprefix('the ')}")
    words = text.split()
    group = noun_group(words)
    if not group or any(
        character.isdigit() and not re.fullmatch(r"[12]\d{3}", word) for word in words for character in word[:1]
    ):
        return None
    head = group[-1].casefold().strip(",")
    if head in listed("admirers") or words[0].casefold() in ("back", "off", "out", "up", "about", "away"):
        return None
    is_one = inflection.is_noun(head) or group[-1][0].isupper() or not inflection.is_word(head) or head.endswith("ing")
    if not re.search(r"[a-z]", head) or head in listed("determiners") or not is_one:
        return None
    first = words[0]
    if (
        first[0].isupper()
        and inflection.is_word(first)
        and not inflection.is_word(f"{first}x")
        and len(words) > 1
        and not words[1][0].isupper()
    ):
        words = [first[0].lower() + first[1:], *words[1:]]
    thing = " ".join(words)
    several = " and " in f" {' '.join(group)} " or inflection.is_plural(head)
    behind = words[len(group)].casefold() if len(words) > len(group) else ""
    of_something = not several and behind in listed("prepositions") and first[0].islower()
    is_bare = first.casefold() not in listed("determiners") and not liked
    if is_bare and (wants_article(words) or of_something or is_year(first) or _is_the_way(group)):
        thing = f"the {thing}"
    return Statement(Form.THING, thing=with_articles(thing), plural=several)


def _is_the_way(group: list[str]) -> bool:
    """“Long Trail”, “Cotswold Way”: names that are never without their article."""
    return len(group) > 1 and group[-1] in (
        "Trail",
        "Way",
        "Wall",
        "Coast",
        "Mountains",
        "Islands",
        "River",
        "Canyon",
        "Cup",
    )


def _addressed(said: Statement, who: Who | None, several: bool) -> Statement | None:
    """The statement as it is said to the customer: “her grandson” is “your grandson”."""
    rest = to_you(said.rest, who, several)
    if rest is None:
        return None
    if said.verb and said.form is not Form.SEEKS:
        turned = replace(said, rest=rest)
        return replace(turned, thing=turned.doing)
    thing = to_you(said.thing, who, several)
    return None if thing is None else replace(said, rest=rest, thing=thing)
