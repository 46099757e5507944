"""Statements: what a jotting says, as a clause that can be turned: “hums show tunes on treadmill” is hum and the rest.

What cannot be read with certainty is no statement. In one of the customer it says “you” and “your”, whoever is meant by
“her” in the file.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from typing import Any

from notes.language import inflection
from notes.language.numbers import in_words, ordinal
from notes.language.texts import word_set
from notes.resources import table_beside
from notes.wording.details.detail import Who
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
        group = _group(words[1:]) if words[:1] in (["the"], ["a"], ["an"], ["your"]) else _group(words)
        head = words[: len(words) - len(words[1:])] if group and group != _group(words) else []
        behind = words[len(head) + len(group) :]
        is_one = group and len(group) < 4 and (not behind or behind[0].casefold() in _words("prepositions"))
        if self.form is not Form.DOES or not is_one or self.verb in _words("no_object") or group[-1] in _words("roles"):
            return ""
        if group[-1] in _words("determiners") or (not head and group[0][0].isupper()):
            return ""
        article = "the" if head in (["a"], ["an"]) else "".join(head)
        return f"{article} {' '.join(group)}".strip()

    def followed_by(self, other: "Statement") -> "Statement":
        """Both in one sentence: “know two jokes and tell both”."""
        if self.more:
            return replace(self, more=self.more.followed_by(other))
        return replace(self, more=replace(other, adverb=""))


MOST_WORDS = 16
_CUT = re.compile(r"^[a-z]*[^aeiouy\W\d_’-]{4,}$|^[^aeiouyA-Z\W\d_’-]{2,}$|^[a-z]{2,4}[bcdfgjlmpqvwz]r?$")
_NOTHING_SAID = re.compile(r"\b(?:stuff|things?|a lot|lots|etc)\b", re.I)
_POINTS_BACK = re.compile(r" (?:it|them|both|this|that|those|these|one)$", re.I)
_NOT_READ = re.compile(r"->|[=#@<>|*_\[\]{}$£€%]|\d[./:-]\d|[A-Z]+-\d|\w&\w|https?:|\b(?:we|us|our|I|me)\b|\?")
_NEGATED = re.compile(r"n['’]t\b|\b(?:not|never|no|cannot|neither|nor|without)\b", re.I)
_OF = re.compile(r"(\w[\w-]*) of (\w[\w-]*) (done|finished|to go|left|down|in)$", re.I)
_EVERY = re.compile(r"\b(?:every|each|a|per) (?:day|week|month|year|morning|evening|night|[A-Z]\w+)\b|\b[A-Z]\w+days\b")
_TOKEN = re.compile(r"[^\s,]+|,")
_NO_THING = word_set("never not no being having always still just only already going has have had is was")
_LINKING = word_set("and or but nor who that which when where while until")
_SELF = {"himself", "herself", "themselves", "themself", "myself"}
_DAYS_AND_MONTHS = re.compile(
    r"(?:Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun|Mons|Fris|Sats|Suns|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)$", re.I
)


@cache
def _table() -> Mapping[str, Any]:
    return table_beside(__file__, "statements.toml")


@cache
def _words(name: str) -> frozenset[str]:
    listed = _table()["words"][name]
    return frozenset(word.replace("-", " ") for word in (listed.split() if isinstance(listed, str) else listed))


def statement(text: str, who: Who | None = None, *, liked: bool = False, several: bool = False) -> Statement | None:
    """What a text says of the customer, or of somebody near to them; None where it is not certain.

    `liked` tells that it is a thing that they are fond of, `several` that two are written to.

    >>> statement("hums show tunes on treadmill").doing
    'humming show tunes on the treadmill'
    >>> statement("6 hens named after opera singers").thing, statement("bowls Weds").do
    ('the six hens named after opera singers', 'bowl on Wednesdays')
    """
    plain = _opened(text)
    if (said := _never(plain)) and who is None and not liked:
        return said
    if not plain or len(plain.split()) > MOST_WORDS or _NOT_READ.search(plain) or _NEGATED.search(plain):
        return None
    if not _is_spelled_out(plain.split()) or re.search(r"\byou(?:r|rs|rself)?\b", plain):
        return None
    if set(plain.casefold().split()) & _words("never") or _POINTS_BACK.search(plain):
        return None
    read = _read(plain, who, liked)
    return _addressed(read, who, several) if read else None


_NEVER_YET = re.compile(r"(?:has |have )?never (?:having )?(?P<what>(?P<done>[a-z]+) .+)", re.I)


def _never(text: str) -> Statement | None:
    """What somebody has never done yet: “never been on a plane”, “never having owned a real winter coat”."""
    match = _NEVER_YET.fullmatch(text)
    if not match or _PRONOUNS & set(text.casefold().split()) or len(text.split()) > MOST_WORDS:
        return None
    verb = inflection.lemma(match["done"])
    is_fit = match["done"] == "been" or (verb and match["done"] == inflection.done(verb) != verb)
    return Statement(Form.NEVER, thing=match["what"]) if is_fit and not _NOT_READ.search(text) else None


def goes_on(text: str, before: Statement) -> Statement | None:
    """What a clause adds to the one before: “tells both” behind “knows two jokes”."""
    words = _opened(text).split()
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
    if not words or len(words) > MOST_WORDS or _NOT_READ.search(plain) or not _is_spelled_out(words):
        return None
    if (said := _never(plain)) or words[0].casefold() in _NO_THING:
        return said
    is_of_somebody = words[0][0].isupper() and set(plain.casefold().split()) & _PRONOUNS
    thing = None if is_of_somebody else _to_you(plain, None, several)
    if not thing:
        return None
    said = statement(text, several=several) if words[0].islower() and words[0].endswith("ing") else None
    if said and said.form in (Form.DOES, Form.UNDER_WAY):
        kinds = (("waiting", Form.UNDER_WAY), ("once", Form.DID), ("at_it", Form.DOES))
        return replace(said, form=next((form for words, form in kinds if said.verb in _words(words)), Form.DEED))
    return Statement(Form.TOLD, thing=thing, plural=inflection.is_plural((_group(words) or words)[-1]))


def _is_spelled_out(words: list[str]) -> bool:
    """Whether no word is cut short: “instr”, “bldg”."""
    known = _words("prepositions") | _words("determiners") | _words("adverbs") | _LINKING
    small = {word.strip(",.") for word in words if word.islower()} - known
    return not any(_CUT.search(word) and not inflection.is_word(word) for word in small)


def of_every(text: str, before: Statement) -> Statement | None:
    """A clause on every one of those before it: “knits every one a sweater” behind “7 grandkids”."""
    said = statement(text)
    if said is None or before.form is not Form.HAS or not said.rest.startswith("every one "):
        return None
    turned = replace(said, rest=f"every one of {before.thing} {said.rest.removeprefix('every one ')}")
    return replace(turned, thing=turned.doing)


def aside(text: str) -> str:
    """How far something is, as one adds it behind a full stop: “9 of 22 done” is “nine of twenty-two done”."""
    match = _OF.fullmatch(_opened(text))
    return f"{match[1]} of {match[2]} {match[3]}" if match else ""


def for_years(text: str) -> str:
    """For how long somebody was something: “31 yrs” is “thirty-one years”."""
    opened = _opened(text)
    match = re.fullmatch(r"([a-z-]+ years)", opened) or re.search(r"\b(?:after|for) ([a-z-]+ years)\b", opened)
    return match[1] if match else ""


def _opened(text: str) -> str:
    """The text with its abbreviations opened, nothing shouted, and small numbers in words."""
    text = re.sub(r"\s*\([^()]*\)", "", text).replace("’", "'")
    text = re.sub(r"\s*!+", "", text).strip(" .,;:-–—*•")
    text = re.sub(r"\s[+&]\s", " and ", text)
    words = text.split()
    return " ".join(_open(word, words, at) for at, word in enumerate(words)).replace("'", "’")


def _open(word: str, words: list[str], at: int) -> str:
    bare, end = (word[:-1], word[-1]) if word.endswith((",", ".")) and len(word) > 1 else (word, "")
    short: Mapping[str, str] = _table()["short"]
    if _DAYS_AND_MONTHS.fullmatch(bare):
        return f"{short[bare.casefold()]}{end}" if bare[0].isupper() and bare.casefold() in short else word
    for way in (word.casefold(), bare.casefold()):
        if way in short:
            return short[way] + (end if way == bare.casefold() and end == "," else "")
    if bare.isdigit() and 0 < int(bare) < 100 and not (at and words[at - 1][0].isupper()) and not _is_hour(words, at):
        return in_words(int(bare)) + end
    if match := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)", bare):
        return ordinal(int(match[1])) + end
    if match := re.fullmatch(r"(\d)-(\w+)", bare):
        return f"{in_words(int(match[1]))}-{match[2]}{end}"
    if bare.isupper() and len(bare) > 2 and inflection.is_word(bare):
        return bare.lower() + end
    if bare.isupper() and bare.isalpha() and len(bare) > 4:
        return bare.capitalize() + end
    return word


def _is_hour(words: list[str], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1].casefold().strip(".,") in ("am", "pm", "a.m", "p.m", "k", "km", "mph")


def _read(text: str, who: Who | None, liked: bool) -> Statement | None:
    """The statement of an opened text, with its pronouns as they stand."""
    if phrase := _undertaking(text, liked):
        form = Form.WANTS if phrase in _table()["words"]["wanting"] else Form.UNDER_WAY
        return _undertaken(form, phrase, text[len(phrase) :].strip())
    words, adverb = text.split(), ""
    while len(words) > 1 and words[0].casefold() in _words("adverbs") | {"she", "he", "they"}:
        adverb = words[0].casefold() if who and words[0].casefold() in ("always", "often") else adverb
        words = words[1:]
    if words and words[0] == "from" and len(words) < 4 and words[-1][:1].isupper():
        return Statement(Form.KNOWS, "come", " ".join(words), thing=f"coming {' '.join(words)}")
    if role := _being(words):
        return None if who else role
    first, rest = (words[0].casefold() if words else ""), " ".join(words[1:])
    if first in ("everything", "everyone", "everybody") and rest:
        return Statement(Form.ALL, thing=_filled(rest))
    verb = inflection.lemma(first)
    if first in ("has", "have") and rest and not who:
        return _having(words[1:])
    if first.endswith("ing") and verb and (rest or not inflection.is_noun(first)) and not _is_compound(words):
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
    phrases = (*_table()["words"]["wanting"], *_table()["words"]["under_way"])
    found = next((phrase for phrase in phrases if small.startswith(f"{phrase} ")), "")
    return "" if liked and not found.startswith("learning") else found


def _is_weak(verb: str, rest: str) -> bool:
    """Whether a verb says nothing by itself; one may do the flowers."""
    first = rest.casefold().split(" ", 1)[0]
    if verb in ("went", "goes", "gets", "got") and first in ("over", "off", "down", "up", "on", "out", "under"):
        return True
    if verb in ("came", "comes", "went", "goes", "gets", "got") and len(rest.split()) > 1:
        return False
    return verb in _words("weak") and not (verb in ("does", "did") and first in _words("determiners"))


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
        is_thing = head in _words("determiners") or head in ("somewhere", "something", "someone", "somebody")
        return Statement(Form.SEEKS, "want", _filled(rest), thing=_filled(rest)) if is_thing else None
    if form is Form.WANTS:
        if "learn" in phrase:
            return _verbal(form, "learn", rest if phrase.endswith("learn") else f"to {rest}")
        return _verbal(form, head, rest.partition(" ")[2]) if inflection.lemma(head) == head else None
    first, _, more = phrase.partition(" ")
    verb = inflection.lemma(first)
    behind = f"{more} {rest}".strip()
    if not more and head in _words("prepositions") - {"for", "to"}:
        return _verbal(Form.DOES, verb, behind)
    if phrase == "looking for":
        return Statement(Form.SEEKS, "look", f"for {_filled(rest)}", thing=_filled(rest))
    return _verbal(form, verb, behind) if verb else None


def _verbal(form: Form, verb: str, rest: str) -> Statement | None:
    """A statement of a verb; None where an article is missing behind it and nobody can tell which."""
    rest = _with_day(rest)
    words = rest.split()
    if words[:1] == ["and"] or _NOTHING_SAID.search(rest):
        return None
    if words and _year(words[0]):
        rest = f"the {rest}"
    elif _is_relative(words[:1]):
        rest = f"your {rest}"
    elif words and _wants_article(words):
        if verb in _words("the_verbs"):
            rest = f"the {rest}"
        elif verb in _words("a_verbs"):
            rest = a(rest)
        elif verb not in _words("bare_verbs"):
            return None
    filled = _filled(rest)
    if verb in _words("stative"):
        return Statement(Form.KNOWS, verb, filled, thing=inflection.doing(verb))
    said = Statement(form, verb, filled)
    return replace(said, thing=said.doing)


def _year(word: str) -> bool:
    return re.fullmatch(r"’\d\d|(?:18|19|20)\d\d", word) is not None


def _is_relative(words: list[str]) -> bool:
    """Whether a word names a relative who must be somebody’s: “dad’s”, “grandkids”, but not “girls softball”."""
    word = words[0].casefold().strip(",") if words else ""
    whose = word.endswith(("’s", "s’"))
    known = word.removesuffix("’s")
    return (
        known in relations() and known not in _ANYBODY and (whose or not inflection.is_plural(known) or len(known) > 6)
    )


_ANYBODY = word_set("girls boys kids children girl boy h. twins baby gran dh pit folks lad lass lads")


_BARE_DAY = re.compile(r"(.*?)(\S+) ((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)")


def _with_day(rest: str) -> str:
    """“bowls Weds” is on Wednesdays, “visits shut-ins Thurs” as well."""
    match = _BARE_DAY.fullmatch(rest)
    if match and match[2].casefold() not in _words("prepositions") | _words("determiners") | {"and"}:
        return f"{match[1]}{match[2]} on {match[3]}s"
    return f"on {rest}" if re.match(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b", rest) else rest


def _wants_article(words: list[str]) -> bool:
    """Whether a noun phrase begins with nothing that goes before one, and is about a single thing."""
    first = words[0].casefold()
    if first in _words("determiners") | _words("prepositions") | _words("adverbs") or words[0][0].isupper():
        return False
    if first[0].isdigit() or re.match(r"\w+ty-", first):  # at forty-six
        return False
    if (
        first in _SELF
        or first.endswith(("ly", "’s", "s’"))
        or first.startswith("“")
        or first in ("him", "them", "me", "you", "for", "to", "and")
    ):
        return False
    if first in (
        "first",
        "second",
        "third",
        "best",
        "well",
        "alone",
        "together",
        "home",
        "away",
        "back",
        "out",
        "daily",
        "weekly",
        "abroad",
        "overseas",
    ):
        return False
    group = _group(words)
    return bool(group) and _is_single(group)


def _group(words: list[str]) -> list[str]:
    """The words of a noun phrase before anything that follows its noun."""
    group: list[str] = []
    for word in words:
        bare = word.casefold().strip(",")
        if bare in _words("prepositions") or bare in ("and", "or", "who", "that", "which", "when", "where"):
            break
        if group and (bare.endswith("ed") and inflection.lemma(bare)) and not inflection.is_noun(bare):
            break
        if group and bare in _words("determiners") | _SELF | _words("adverbs"):
            break
        group.append(word)
        if word.endswith(","):
            break
    return group


def _is_single(group: list[str]) -> bool:
    """Whether a noun phrase without an article wants one: “treadmill” does, “bread” and “show tunes” do not."""
    last = group[-1].strip(",").casefold()
    if last in _words("bare") or inflection.is_plural(last) or group[-1][0].isupper():
        return False
    if last.endswith("ing") and inflection.lemma(last):
        return False
    return inflection.is_noun(last) and inflection.is_counted(last)


def _filled(text: str) -> str:
    """The text with the articles that a jotting leaves out behind “on”, “at” and the like, and with “your” dad."""
    words = text.split()
    if words[:1] in (["anything"], ["everything"]):
        return text
    out: list[str] = []
    for at, word in enumerate(words):
        before = words[at - 1].casefold() if at else ""
        if before in _words("prepositions") | {"and"} or (at == 0 and word.casefold().endswith("’s")):
            is_doing = before == "to" and inflection.lemma(word) == word.casefold()
            if _is_relative([word]):
                out.append("your")
            elif before in _words("prepositions") - {"of", "as"} and not is_doing and _wants_article(words[at:]):
                out.append("the")
        out.append(word)
    return " ".join(out)


def _is_compound(words: list[str]) -> bool:
    """“fishing lures”, “sailing prints”: the first word tells what kind of thing it is."""
    return (
        len(words) == 2
        and inflection.is_plural(words[1])
        and inflection.is_noun(words[0])
        and inflection.lemma(words[0]) in ("fish", "sail", "wed", "quilt", "hike", "run")
    )


def _is_finite(first: str, verb: str, rest: str, who: Who | None) -> bool:
    """Whether a word is a verb as it is said of somebody: “hums”, “sings in the choir”, but not “orchids”."""
    if not verb or not rest or not first.endswith("s") or first.endswith("ss") or first != inflection.does(verb):
        return False
    return not inflection.is_noun(first) or first in _words("habits")


def _goes_behind_a_verb(rest: str) -> bool:
    words = rest.split()
    if not words:
        return False
    first = words[0].casefold()
    known = (
        _words("determiners")
        | _words("prepositions")
        | {"her", "his", "their", "best", "first", "second", "third", "up"}
    )
    return first in known or first.removesuffix("’s") in relations() or words[0][0].isupper()


def _noun(text: str) -> Statement | None:
    """What somebody is or has, as a noun phrase says it."""
    words = text.split()
    if not words or _EVERY.match(text) or _is_hour([*words, ""], 0):
        return None
    if words[0].casefold() in ("a", "an", "the"):
        words = words[1:]
    group = _group(words)
    if not group:
        return None
    if _EVERY.search(text):
        thing = " ".join(words)
        thing = thing if not _wants_article(words) else a(thing)
        return Statement(Form.REGULAR, thing=_filled(thing), plural=inflection.is_plural(group[-1]))
    first = words[0].casefold()
    last = group[-1].casefold().strip(",")
    if first in _words("determiners") and inflection.is_plural(last) and (last in animals() or last in relations()):
        whose = "the" if last in animals() else "your"
        return Statement(Form.HAS, thing=_filled(f"{whose} {' '.join(words)}"), plural=True)
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
    group = _group(words) if words else []
    role = _role(words, group) if group else ""
    return Statement(Form.IS, thing=role, aside=years[1] if years else "") if role else None


def _role(words: list[str], group: list[str]) -> str:
    """What somebody is, with its article: “the crossing guard at Lincoln School”, “an auctioneer”."""
    last = group[-1].casefold().strip(",")
    if last not in _words("roles") or any(word[0].isupper() for word in words[:1] if not inflection.is_word(word)):
        return ""
    plain = [word if at else word[0].lower() + word[1:] for at, word in enumerate(words)]
    role = _filled(" ".join(plain))
    is_the_only = last in _words("only") and re.search(r"\b(?:at|for|of|on)\b", role)
    return f"the {role}" if is_the_only else a(role)


def _thing(text: str, liked: bool) -> Statement | None:
    """A thing as a noun phrase in the middle of a sentence."""
    if named := re.fullmatch(r"(.+?),? ’([A-Z][\w-]+)’", text):
        return Statement(Form.THING, thing=f"{named[2]} the {named[1].removeprefix('the ')}")
    words = text.split()
    group = _group(words)
    if not group or any(
        character.isdigit() and not re.fullmatch(r"[12]\d{3}", word) for word in words for character in word[:1]
    ):
        return None
    head = group[-1].casefold().strip(",")
    if head in _words("admirers") or words[0].casefold() in ("back", "off", "out", "up", "about", "away"):
        return None
    is_one = inflection.is_noun(head) or group[-1][0].isupper() or not inflection.is_word(head) or head.endswith("ing")
    if not re.search(r"[a-z]", head) or head in _words("determiners") or not is_one:
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
    of_something = not several and behind in _words("prepositions") and first[0].islower()
    is_bare = first.casefold() not in _words("determiners") and not liked
    if is_bare and (_wants_article(words) or of_something or _year(first) or _is_the_way(group)):
        thing = f"the {thing}"
    return Statement(Form.THING, thing=_filled(thing), plural=several)


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
    rest = _to_you(said.rest, who, several)
    if rest is None:
        return None
    if said.verb and said.form is not Form.SEEKS:
        turned = replace(said, rest=rest)
        return replace(turned, thing=turned.doing)
    thing = _to_you(said.thing, who, several)
    return None if thing is None else replace(said, rest=rest, thing=thing)


_FORMS_OF_BE = {"is": "are", "was": "were", "has": "have", "does": "do"}


def _to_you(text: str, who: Who | None, several: bool) -> str | None:
    """The text with the customer's pronouns turned; None where somebody else may be meant by one."""
    out: list[str] = []
    words = text.split()
    for at, word in enumerate(words):
        bare = word.casefold().strip(",.")
        if match := _SHORT_FORM.fullmatch(bare):
            is_of_them = who is not None and (who.he is None or (match[1] == "he") is who.he)
            if is_of_them or match[2] == "s":
                return None
            out.append(f"you’{match[2]}")
            continue
        if bare not in _PRONOUNS:
            out.append(word)
            continue
        if who is not None:
            of_them = who.he is not None and bare in (_HE if who.he else _SHE)
            of_you = (who.he is not None and bare in (_SHE if who.he else _HE)) or (at == 0 and bare in ("her", "him"))
            if of_them and not (at == 0 and bare in ("her", "him")):
                out.append(word)
                continue
            if not of_you:
                return None
        turned = _turned(bare, words[at + 1] if at + 1 < len(words) else "", several, text, at)
        if turned is None:
            return None
        out.append(word.casefold().replace(bare, turned))
    fixed = " ".join(out)
    return (
        re.sub(r"\byou ([a-z’]+)", lambda match: f"you {_plain_verb(match[1])}", fixed)
        if "you " in fixed and _SUBJECT.search(text)
        else fixed
    )


_PRONOUNS = frozenset(
    [
        "he",
        "she",
        "they",
        "him",
        "his",
        "her",
        "hers",
        "their",
        "himself",
        "herself",
        "themselves",
        "themself",
        "my",
        "myself",
    ]
)
_SHORT_FORM = re.compile(r"(s?he)’(d|ll|s)")
_HE = frozenset(["he", "him", "his", "himself"])
_SHE = frozenset(["she", "her", "hers", "herself"])
_SUBJECT = re.compile(r"\b(?:he|she|they)\b", re.I)


def _turned(bare: str, following: str, several: bool, text: str, at: int) -> str | None:
    if bare in _SELF:
        return "yourselves" if several else "yourself"
    if bare in ("he", "she", "they", "him"):
        return "you" if bare != "they" or several else None
    if bare == "their" and not several:
        return None
    if bare == "her":
        next_word = following.casefold().strip(",.")
        ends = not following or next_word in _words("determiners") | _words("prepositions") | _words(
            "adverbs"
        ) - _words("bare")
        return "you" if ends else "your"
    return "yours" if bare == "hers" else "your"


def _plain_verb(word: str) -> str:
    """A verb behind “you”: “talks” is “talk”."""
    if word in _FORMS_OF_BE:
        return _FORMS_OF_BE[word]
    verb = inflection.lemma(word)
    return verb if verb and word == inflection.does(verb) else word
