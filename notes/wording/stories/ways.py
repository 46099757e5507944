"""Ways: what a jotting says that somebody does or did, or that befell a thing, in the forms in which one speaks of it.

“swims in the sea all year” is a habit, and one may hope that nobody ever talks them out of swimming there; “saved a
penalty in the final” is a deed; “the amp fell over” is a mishap, and it is the amp that one feels for.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from notes.language import inflection
from notes.resources import table_beside
from notes.wording.accounts.clauses import may_be_of_a_thing
from notes.wording.details.wordbook import is_of_an_order, orders_the_office, relations
from notes.wording.plans.saying import is_sayable_in_full
from notes.wording.stories.cast import OF_THE_CALENDAR, Cast
from notes.wording.stories.grammar import listed
from notes.wording.stories.heads import falls
from notes.wording.stories.jots import Jot
from notes.wording.stories.keepsakes import Keepsake
from notes.wording.stories.parts import Form, forms, readings
from notes.wording.stories.retelling import read

HABIT, DEED, MISHAP = "a habit", "a deed", "a mishap"
_WORTH = {HABIT: 4.2, DEED: 4.0, MISHAP: 4.5}
LENGTHS = range(3, 11)  # words of what is said
_YOU_DO = re.compile(r"you (?P<verb>[a-z]+)(?P<rest>(?: [\w’-]+)+)")
_A_THING = re.compile(r"(?:the|an?|your) (?P<name>(?:[a-z-]+ ){0,2}[a-z-]+) $")
_LEANS = re.compile(
    r"\b(?:it|them|this|these|those|me|my|us|our|we|I|here|there|you|he|she|they|him|ones?)\b|’(?:ve|re|s not)\b"
)
_LACKS_AN_ARTICLE = re.compile(r" [a-z]+-[a-z]+ (?:[a-z]+ )*[a-z]+(?<!s)$")  # built twelve-room house
_BARE = re.compile(r"\b(?:for|with|to|from|by|of) ([a-z-]+)")  # for wife
_DATED = re.compile(rf"\b(?:{'|'.join(sorted(OF_THE_CALENDAR))})\b", re.I)
_PARTICLES = frozenset(["up", "by", "off", "out", "in", "down", "back", "to"])
_YOURS = re.compile(r"\byour")
_NOW = re.compile(r"(?:[Ss]till|[Nn]ow|[Aa]lways) ")
_OF_LATE = re.compile(r" this (?:year|season|winter|spring|summer|fall|autumn)$")  # the card may come a year later
_IN_A_MONTH = re.compile(
    r"\b((?:in|at|on|for) )(?=(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" [a-z])"
)


def ways_of(jot: Jot) -> tuple[Keepsake, ...]:
    """What a jotting says of a way of theirs, or of what befell a thing.

    >>> [one.words for one in ways_of(Jot(("hums at every game",), ("hums at every game",)))]
    [{'do': 'hum at every game', 'doing': 'humming at every game', 'does': 'hums at every game'}]
    """
    return _ways_of(jot, jot.cast)


@lru_cache(maxsize=10_000)
def _ways_of(jot: Jot, cast: Cast) -> tuple[Keepsake, ...]:
    """The same, known by who is who as well: of two people one speaks otherwise than of one."""
    return tuple(_found(jot)) if len(jot.parts) == 1 else ()


def _found(jot: Jot) -> Iterator[Keepsake]:
    parts = jot.parts[0].split(", ")
    for at, said in enumerate(parts):
        if fall := falls(said):
            if (thing := _A_THING.match(said[: fall.start()])) and len(said.split()) < LENGTHS.stop:
                one = f"the {thing['name']}"
                yield Keepsake(MISHAP, one, "", _WORTH[MISHAP], at, {"clause": said})
        elif _is_of_what_was_told(at, said, parts):
            continue
        elif way := _way(said, jot):
            kind, words = way
            yield Keepsake(kind, said, "", _WORTH[kind], at, words)


def _is_of_what_was_told(at: int, said: str, parts: Sequence[str]) -> bool:
    """Whether a thing may do what a clause says that somebody did something with: “stands in her yard now”."""
    return at > 0 and Form.DID in forms(parts[at - 1].partition(" ")[0]) and may_be_of_a_thing(said)


def _way(said: str, jot: Jot) -> tuple[str, dict[str, str]] | None:
    """Of what kind a clause is that the customer does or did, and its forms."""
    said = _OF_LATE.sub("", _NOW.sub("", said, count=1))
    clauses = read(_IN_A_MONTH.sub(r"\1the ", said), jot.cast, "notes")
    told = clauses[0].text or "" if len(clauses) == 1 and clauses[0].has_verb else ""
    match = _YOU_DO.fullmatch(told) or _YOU_DO.fullmatch(_of_both(said, jot))
    if match is None or len(match[0].split()) not in LENGTHS or _LEANS.search(match["rest"]):
        return None
    verb, rest = match["verb"], match["rest"]
    if _LACKS_AN_ARTICLE.match(rest) or any(name in relations() for name in _BARE.findall(rest)):
        return None
    doing = inflection.doing(inflection.lemma(verb)) or "doing"
    if inflection.lemma(verb) in _no("way") or not is_sayable_in_full(f"{doing}{rest}"):
        return None
    if forms(verb) == {Form.BASE}:
        does = {} if _YOURS.search(rest) else {"does": f"{inflection.does(verb)}{rest}"}
        return HABIT, {"do": f"{verb}{rest}", "doing": f"{inflection.doing(verb)}{rest}", **does}
    is_deed = Form.DID in forms(verb) and Form.BASE not in forms(verb) and inflection.lemma(verb) not in _no("deed")
    return (DEED, {"did": f"{verb}{rest}"}) if is_deed else None


def _of_both(said: str, jot: Jot) -> str:
    """What two people do, said to them: “share one scone”; "" where it may be the office that is to do it."""
    first, _, rest = said.removeprefix("a ").partition(" ")
    small, second = first.casefold(), rest.split(" ", 1)[0]
    is_base = jot.cast.you.several and forms(small) == {Form.BASE} and "v" in readings(small)
    is_done = is_base and second in listed("determiners") | listed("prepositions") and second not in _PARTICLES
    is_the_offices = small in _no("pair") or orders_the_office(said) or is_of_an_order(said) or _DATED.search(said)
    return f"you {small} {rest}" if is_done and not is_the_offices else ""


@cache
def _no(what: str) -> frozenset[str]:
    return frozenset(table_beside(__file__, "keepsakes.toml")[f"no_{what}"].split())
