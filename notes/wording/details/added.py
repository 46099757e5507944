"""What a clause adds to the one before it: “tells both”, “nine of twenty-two done”, “thirty years”."""

import re
from dataclasses import replace

from notes.language import inflection
from notes.wording.details.predicates import of_verb
from notes.wording.details.sentences import Company
from notes.wording.details.shorthand import listed, opened
from notes.wording.details.statement import Form, Statement
from notes.wording.details.statements import statement
from notes.wording.details.verbs import is_finite
from notes.wording.details.wordbook import is_he_called

_POINTS_BACK = re.compile(r" (?:it|them|both|this|that|those|these|one)$", re.I)


_OF = re.compile(r"(\w[\w-]*) of (\w[\w-]*) (done|finished|to go|left|down|in)$", re.I)


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


def of_every(text: str, before: Statement) -> Statement | None:
    """A clause on every one of those before it: “knits every one a sweater” behind “7 grandkids”.

    >>> of_every("each named for an aunt", Statement(Form.THING, thing="roses", plural=True)).of_you
    'each of your roses is named for an aunt'
    """
    if not before.plural and before.form is not Form.HAS:
        return None
    those = before.thing if before.thing.startswith(("the ", "your ")) else f"your {before.thing}"
    plain = opened(text)
    if match := _EACH_DONE.fullmatch(plain):
        each, done = match["each"], match["done"]
        said = Statement(Form.STATE, rest=done, subject=f"{each} of {those}", plural=each == "all")
        return replace(before, within=said)
    if match := _SO_MANY.fullmatch(plain):
        return replace(before, within=Statement(Form.HAS, rest=f"{match[1]} {_uncounted(before.thing)}"))
    if "them" in plain.split():
        return _of_them(plain, before, those)
    told = statement(text)
    if told is None or before.form is not Form.HAS or not told.rest.startswith("every one "):
        return None
    turned = replace(told, rest=f"every one of {before.thing} {told.rest.removeprefix('every one ')}")
    return replace(turned, thing=turned.doing)


_EACH_DONE = re.compile(
    r"(?P<each>every one|each|all)(?: of them)? (?P<done>(?:named|painted|made|carved|built|called|grown) .+)"
)


_SO_MANY = re.compile(r"((?:over |about )?[a-z]+(?:-[a-z]+)?) of them(?: now)?")


def _uncounted(thing: str) -> str:
    """Several of something without how many they were: “the four hens” are hens."""
    words = thing.removeprefix("the ").removeprefix("your ").split()
    return " ".join(words[1:] if words[0] in listed("determiners") else words)


def _of_them(plain: str, before: Statement, those: str) -> Statement | None:
    """“gives them all away” behind birdhouses: all of your birdhouses are given away."""
    named = plain.replace("them all", f"all {those}").replace("all of them", f"all of {those}")
    named = re.sub(r"\bthem\b", those, named)
    words = named.split()
    said = of_verb(words) if is_finite(words[0], inflection.lemma(words[0]), " ".join(words[1:])) else None
    return replace(before, within=said) if said else None


_WEATHER = {
    "pouring": "in pouring rain",
    "pouring rain": "in pouring rain",
    "raining": "in the rain",
    "in the rain": "in the rain",
    "snowing": "in the snow",
    "in the snow": "in the snow",
    "in a storm": "in a storm",
}
_IN_A_TOWN = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?")
_PART = re.compile(r"(?:sings )?(soprano|mezzo|alto|tenor|baritone|bass)")
_TOOK = re.compile(r"took (?:him|her|them) (?P<long>[a-z-]+ (?:years|months|weeks|days))")
_WITH_IT = re.compile(r"(?P<whose>(?:your|[A-Z]\w+’s) [a-z]+) (?P<how>broken|bust|inside out|in tow|on top)")


def is_weather(text: str) -> bool:
    return opened(text).casefold() in _WEATHER


def beside_it(text: str, before: Statement, company: Company) -> Statement | None:
    """What was so while something happened: “pouring”, “H’s brolly bust” behind “met at the bus stop”."""
    if before.form is not Form.DID or before.more:
        return None
    plain = opened(text)
    if weather := _WEATHER.get(plain.casefold()):
        return replace(before, rest=f"{before.rest}, {weather}", thing=f"{before.thing}, {weather}")
    first = plain.partition("’s ")[0]
    if company.is_you(first) and len(company.you.names) > 1:
        plain = plain.replace(first, next(name for name in company.you.names if first in (name, name[:1])), 1)
    if _IN_A_TOWN.fullmatch(text) and company.called(text) is None and is_he_called(text) is None:
        return replace(before, rest=f"{before.rest} in {text}", thing=f"{before.thing} in {text}")
    if match := _WITH_IT.fullmatch(plain):
        so = f"with {match['whose']} {match['how']}"
        return replace(before, rest=f"{before.rest}, {so}", thing=f"{before.thing}, {so}")
    return None


def of_a_choir(text: str, before: Statement) -> Statement | None:
    """What somebody sings in it: “alto” behind “choir”."""
    part = _PART.fullmatch(opened(text).casefold())
    if not part or before.form is not Form.THING or not re.search(r"\b(?:choir|chorus|quartet|chorale)$", before.thing):
        return None
    return replace(before, within=Statement(Form.DOES, "sing", f"{part[1]} in {before.thing}"))


def aside(text: str) -> str:
    """How far something is, as one adds it behind a full stop: “9 of 22 done” is “nine of twenty-two done”."""
    if took := _TOOK.fullmatch(opened(text)):
        return f"it took you {took['long']}"
    match = _OF.fullmatch(opened(text))
    return f"{match[1]} of {match[2]} {match[3]}" if match else ""


def for_years(text: str) -> str:
    """For how long somebody was something: “31 yrs” is “thirty-one years”."""
    plain = opened(text)
    match = re.fullmatch(r"([a-z-]+ years)", plain) or re.search(r"\b(?:after|for) ([a-z-]+ years)\b", plain)
    return match[1] if match else ""
