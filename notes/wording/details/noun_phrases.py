"""Noun phrases: where one ends, whether it is a single thing, and the articles that a jotting leaves out."""

import re

from notes.language import inflection
from notes.language.texts import word_set
from notes.wording.details.shorthand import listed
from notes.wording.details.wordbook import relations

SELF = {"himself", "herself", "themselves", "themself", "myself"}


def is_year(word: str) -> bool:
    return re.fullmatch(r"’\d\d|(?:18|19|20)\d\d", word) is not None


def is_relative(words: list[str]) -> bool:
    """Whether a word names a relative who must be somebody’s: “dad’s”, “grandkids”, but not “girls softball”."""
    word = words[0].casefold().strip(",") if words else ""
    whose = word.endswith(("’s", "s’"))
    known = word.removesuffix("’s")
    return (
        known in relations() and known not in _ANYBODY and (whose or not inflection.is_plural(known) or len(known) > 6)
    )


_ANYBODY = word_set("girls boys kids children girl boy h. twins baby gran dh pit folks lad lass lads")
_BARE_DAY = re.compile(r"(.*?)(\S+) ((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)")


def with_day(rest: str) -> str:
    """“bowls Weds” is on Wednesdays, “visits shut-ins Thurs” as well."""
    match = _BARE_DAY.fullmatch(rest)
    if match and match[2].casefold() not in listed("prepositions") | listed("determiners") | {"and"}:
        return f"{match[1]}{match[2]} on {match[3]}s"
    return f"on {rest}" if re.match(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b", rest) else rest


def wants_article(words: list[str]) -> bool:
    """Whether a noun phrase begins with nothing that goes before one, and is about a single thing."""
    first = words[0].casefold()
    if first in listed("determiners") | listed("prepositions") | listed("adverbs") or words[0][0].isupper():
        return False
    if first[0].isdigit() or re.match(r"\w+ty-", first):  # at forty-six
        return False
    if (
        first in SELF
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
    group = noun_group(words)
    return bool(group) and is_single(group)


def noun_group(words: list[str]) -> list[str]:
    """The words of a noun phrase before anything that follows its noun."""
    group: list[str] = []
    for word in words:
        bare = word.casefold().strip(",")
        if bare in listed("prepositions") or bare in ("and", "or", "who", "that", "which", "when", "where"):
            break
        if group and (bare.endswith("ed") and inflection.lemma(bare)) and not inflection.is_noun(bare):
            break
        if group and bare in listed("determiners") | SELF | listed("adverbs"):
            break
        group.append(word)
        if word.endswith(","):
            break
    return group


def is_single(group: list[str]) -> bool:
    """Whether a noun phrase without an article wants one: “treadmill” does, “bread” and “show tunes” do not."""
    last = group[-1].strip(",").casefold()
    if last in listed("bare") or inflection.is_plural(last) or group[-1][0].isupper():
        return False
    if last.endswith("ing") and inflection.lemma(last) not in ("", last):
        return False
    return inflection.is_noun(last) and inflection.is_counted(last)


def with_articles(text: str) -> str:
    """The text with the articles that a jotting leaves out behind “on”, “at” and the like, and with “your” dad."""
    words = text.split()
    if words[:1] in (["anything"], ["everything"]):
        return text
    out: list[str] = []
    for at, word in enumerate(words):
        before = words[at - 1].casefold() if at else ""
        if before in listed("prepositions") | {"and"} or (at == 0 and word.casefold().endswith("’s")):
            is_doing = before == "to" and inflection.lemma(word) == word.casefold()
            if is_relative([word]):
                out.append("your")
            elif before in listed("prepositions") - {"of", "as"} and not is_doing and wants_article(words[at:]):
                out.append("the")
        out.append(word)
    return _FROM_ONE_TO_THE_NEXT.sub(r"\1 \2 \3 \2", " ".join(out))


_FROM_ONE_TO_THE_NEXT = re.compile(r"\b(from) the (\w+) (to) (?:the )?\2\b")  # from room to room


def is_compound(words: list[str]) -> bool:
    """“fishing lures”, “sailing prints”, “driving test”: the first word tells what kind of thing it is.

    >>> is_compound("nursing school at Aultman".split()), is_compound("teaching school".split())
    (True, False)
    """
    if len(words) > 1 and words[1].casefold() in _TAUGHT and inflection.lemma(words[0]) not in _TEACHES:
        return True
    if len(words) != 2:
        return False
    return inflection.is_plural(words[1]) and inflection.lemma(words[0]) in _OF_A_KIND


_TAUGHT = word_set(
    """
    school lesson lessons class classes club league team test exam course courses group circle license licence degree
    permit camp
    """
)
_TEACHES = word_set("teach take give start begin finish leave lead coach attend run join miss pass need like love")
_OF_A_KIND = frozenset(["fish", "sail", "wed", "quilt", "hike", "run"])
