"""Things: what a jotting names rather than says, as a noun phrase, and what somebody is."""

import re
from dataclasses import replace

from notes.language import inflection
from notes.wording.details.noun_phrases import is_year, noun_group, wants_article, with_articles
from notes.wording.details.shorthand import is_hour, listed
from notes.wording.details.statement import Form, Statement
from notes.wording.details.verbs import is_finite
from notes.wording.details.wordbook import animals, relations
from notes.wording.grammar import a

_EVERY = re.compile(
    r"\b(?:every|each|a|per) (?:day|week|month|year|morning|evening|night|spring|summer|fall|autumn|winter|weekend"
    r"|[A-Z]\w+)\b|\b[A-Z]\w+days\b|\ball year\b"
)


def having(words: list[str]) -> Statement | None:
    """A thing that they have."""
    first = words[0].casefold()
    bare = words[1:] if first in ("a", "an", "the") else words
    is_done = first == inflection.done(inflection.lemma(first) or "be") and not inflection.is_noun(first)
    if not bare or is_done or first == "no" or bare[1:2] in (["it"], ["them"]):
        return None
    said = named(" ".join(bare), liked=True)
    if said is None:
        return None
    own = said.thing if said.thing.split()[0] in listed("determiners") or said.plural else a(said.thing)
    return replace(said, form=Form.HAS, thing=f"the {said.thing}" if said.thing[0] != "’" else said.thing, rest=own)


def noun(text: str) -> Statement | None:
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
        if text.casefold().startswith("the "):
            thing = f"the {thing}"
        elif wants_article(words):
            thing = a(thing)
        return Statement(Form.REGULAR, thing=with_articles(thing), plural=inflection.is_plural(group[-1]))
    is_of_a_day = words[0] == text.split(" ", 1)[0] and _WEEKDAY.fullmatch(words[0])
    if is_of_a_day and len(words) == len(group) > 1 and not inflection.is_plural(group[-1]):
        return Statement(Form.REGULAR, thing=f"the {' '.join(words)}")
    if match := _YEARS_OF.fullmatch(" ".join(words)):
        return Statement(Form.THING, thing=f"{match['years']} of {with_articles(match['doing'])}")
    if match := _YEARS_AT.fullmatch(" ".join(words)):
        return Statement(Form.THING, thing=f"{match['years']} at the {match['where']}")
    first = words[0].casefold()
    last = group[-1].casefold().strip(",")
    if first in listed("determiners") and inflection.is_plural(last) and (last in animals() or last in relations()):
        whose = "the" if last in animals() else "your"
        own = with_articles(" ".join(words))
        return Statement(Form.HAS, thing=with_articles(f"{whose} {own}"), rest=own, plural=True)
    if said := _made(words, group):
        return said
    return named(text, False)


_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_YEARS_OF = re.compile(r"(?P<years>[a-z-]+ (?:years|months|weeks)) (?:of )?(?P<doing>[a-z]+ing .+)")
_YEARS_AT = re.compile(
    r"(?P<years>[a-z-]+ years) (?:at (?:the )?)?(?P<where>(?:[a-z]+ )*(?:counter|desk|school|hospital|mill|plant"
    r"|station|library|farm|kitchen|bakery|factory|railway|shipyard|mine))"
)


def _made(words: list[str], group: list[str]) -> Statement | None:
    """Several of something and what was made of them: “four kinds of apple grafted on one tree”."""
    of_kind = len(words) > 3 and words[1] in ("kinds", "sorts", "types", "varieties") and words[2] == "of"
    at = 4 if of_kind else len(group)
    is_counted = words[0] in listed("determiners") and inflection.is_plural(words[1] if of_kind else group[-1])
    if not is_counted or len(words) <= at + 1 or words[at] not in listed("made"):
        return None
    return Statement(Form.HAS, thing=with_articles(" ".join(words)), rest=with_articles(" ".join(words)), plural=True)


_FOR_YEARS = re.compile(r",?\s+(?:for\s+)?([a-z-]+(?: hundred)? years)(?: now)?$")


def role_of(words: list[str]) -> str:
    """What somebody is, with its article; "" where the words name nothing that one is."""
    bare = words[1:] if words and words[0].casefold() in ("a", "an", "the") else words
    roles = listed("roles") - {"model"}  # “model RR” is at no RR
    at = next((at for at, word in enumerate(bare[:-1], 1) if word in roles and bare[at][0].isupper()), 0)
    bare = [*bare[:at], "at", *bare[at:]] if at else bare  # “bellringer St Wilfrid’s”
    group = noun_group(bare) if bare else []
    return _role(bare, group) if group else ""


def being(words: list[str]) -> Statement | None:
    """What somebody is, and for how long if it says so; “the mayor” alone is somebody else."""
    if len(words) == 2 and words[0].casefold() == "the":
        return None
    text = " ".join(words)
    years = _FOR_YEARS.search(text)
    words = text[: years.start()].split() if years else words
    if len(words) > 1 and is_finite(words[0].casefold(), inflection.lemma(words[0]), words[1]):
        return None
    if words and words[0].casefold() in ("a", "an", "the", "is"):
        words = words[1:]
        words = words[1:] if words and words[0].casefold() in ("a", "an", "the") else words
    words = " ".join(words).partition(", ")[0].split()  # where they are from, or since when, is another thing
    role = role_of(words) if words else ""
    return Statement(Form.IS, thing=role, aside=years[1] if years else "") if role else None


_SHORT = frozenset(["ER", "ICU", "IT", "TV"])


def _is_a_name(word: str) -> bool:
    return word[0].isupper() and not inflection.is_word(word.lower().removesuffix("s"))


def _role(words: list[str], group: list[str]) -> str:
    """What somebody is, with its article: “the crossing guard at Lincoln School”, “an auctioneer”."""
    last = group[-1].casefold().strip(",")
    both = " ".join(group[-2:]).casefold().strip(",")
    if last in ("fan", "buff", "nut", "enthusiast", "lover") and len(group) == len(words) > 1:
        return a(" ".join(words if words[0].endswith("s") or _is_a_name(words[0]) else [words[0].lower(), *words[1:]]))
    in_service = {word.casefold() for word in group} & {"navy", "army", "marines", "raf", "marine"}
    is_cut = any(word[0].isupper() for word in words[:1] if not inflection.is_word(word) and word not in _SHORT)
    if (in_service and last != "veteran") or not {last, both} & listed("roles") or is_cut:
        return ""
    plain = [
        word if at or word in _SHORT or last == "veteran" else word[0].lower() + word[1:]
        for at, word in enumerate(words)
    ]
    role = with_articles(" ".join(plain))
    is_the_only = {last, both} & listed("only") and re.search(r"\b(?:at|for|of|on)\b", role)
    return f"the {role}" if is_the_only else a(role)


def named(text: str, liked: bool) -> Statement | None:
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
    is_the_one = words[0].casefold() in ("first", "last", "second", "third", "only", "PhD") and not several
    if is_bare and (is_the_one or wants_article(words) or of_something or is_year(first) or _is_the_way(group)):
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
