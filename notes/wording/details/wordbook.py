"""The words by which details are understood, kept as data in words.toml and lexicon.toml."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from notes.language import inflection
from notes.resources import table_beside
from notes.wording.details.detail import Owner, Who
from notes.wording.topics import TRANSPARENT, stems


def _lists() -> Mapping[str, Any]:
    return table_beside(__file__, "words.toml")


@cache
def relations() -> Mapping[str, tuple[Owner, str]]:
    """By every way to write it in small letters, whose relative it is and the word for a sentence.

    >>> relations()["dtr"]
    (<Owner.CHILD: 'child'>, 'daughter')
    """
    return {
        written: (Owner(owner), word)
        for owner, words in _lists()["relations"].items()
        for word, ways in words.items()
        for written in ways
    }


def little_words() -> Sequence[str]:
    """What no thing begins with that stands behind a time."""
    little: Sequence[str] = _lists()["times"]["little"]
    return little


@cache
def animals() -> Mapping[str, str]:
    """By every word for an animal or a breed, the kind of animal."""
    return {word: kind for kind, words in _lists()["animals"].items() for word in words}


def animal_in(text: str) -> str:
    """The kind of animal that a text speaks of, "" for none.

    >>> animal_in("beagle x, 7"), animal_in("a Maine Coon"), animal_in("Otis")
    ('dog', 'cat', '')
    """
    match = _pattern("animals").search(text.casefold())
    return animals()[match[0]] if match else ""


def is_he(relation: str) -> bool | None:
    """Whether a relative is he or she; None where the word does not say."""
    genders = _lists()["genders"]
    return True if relation in genders["he"] else False if relation in genders["she"] else None


def is_he_called(name: str) -> bool | None:
    """Whether somebody of a first name is he or she; None where the name is given to both, or is not known.

    >>> is_he_called("Stan"), is_he_called("Joan"), is_he_called("Robin")
    (True, False, None)
    """
    small = name.casefold()
    return True if small in _names("he") else False if small in _names("she") else None


def alone(who: Who, name: str) -> Who:
    """One of several by name: what Danny does Sofia need not do.

    >>> alone(Who(Owner.CHILD, ("Danny", "Sofia"), "kids"), "Sofia")
    Who(owner=<Owner.CHILD: 'child'>, names=('Sofia',), relation='', animal='', he=False)
    """
    if len(who.names) < 2 or name not in who.names:
        return who
    he = is_he_called(name) if who.owner is not Owner.PET else None
    return replace(who, names=(name,), relation="" if replace(who, names=()).are_several else who.relation, he=he)


@cache
def _names(which: str) -> frozenset[str]:
    return frozenset(table_beside(__file__, "names.toml")[which].split())


def says_office(text: str) -> bool:
    """Whether a clause is the office’s own business, and nothing to write of."""
    return _pattern("office").search(text.casefold().replace("’", "'")) is not None or is_of_an_order(text)


def is_of_an_order(text: str) -> bool:
    """Whether a clause tells the particulars of an order: which number, how many dishes, what one must not eat.

    >>> is_of_an_order("12 gluten free"), is_of_an_order("twelve vegetarians"), is_of_an_order("twelve sausages in bed")
    (True, True, False)
    """
    return _OF_AN_ORDER.search(text.casefold()) is not None


_OF_AN_ORDER = re.compile(
    r"#|\b(?:gluten|dairy|nut|egg|lactose|wheat|sugar)[ -]?free\b"
    r"|\b(?:gluten|lactose|coeliacs?|celiacs?|intoleran\w+)\b"
    r"|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty|dozen) (?:x )?"
    r"(?:vegans?|vegetarians?|veggies?|halal|kosher|covers|portions|servings|trays|platters|head|pax|no [a-z]+)\b"
)


def is_errand(text: str) -> bool:
    """Whether a clause is somebody’s errand at the office.

    >>> is_errand("picks up Sat"), is_errand("picks apples")
    (True, False)
    """
    return _pattern("errands").match(text.casefold()) is not None


def is_done_to_them(text: str) -> bool:
    """Whether a clause without a subject is what the office did for somebody."""
    return _pattern("done_to").match(text.casefold()) is not None


def without_idioms(text: str) -> str:
    """The text without the words that name another thing than the one meant: a hot dog is no dog.

    >>> without_idioms("does downward dog in the kitchen")
    'does in the kitchen'
    """
    text = re.sub(r"(?:['’]\d\d|\b(?:19|20)\d\d) [A-Z][a-z]+", "", text)  # a ’66 Mustang is no horse
    text = re.sub(r"\b(?:Mon|Tues?|Weds?|Thu(?:rs)?|Fri|Sat|Sun)s?\b", "", text)
    text = re.sub(r"\b[a-z]+ times a [a-z]+\b", "", text)
    ways = "|".join(map(re.escape, _lists()["idioms"]["words"]))
    return " ".join(re.sub(rf"\b(?:{ways})s?\b", "", text, flags=re.IGNORECASE).split())


def is_nobody(text: str) -> bool:
    """Whether a text begins with a word for somebody near that means nobody of theirs.

    >>> is_nobody("Boy Scouts pushed it"), is_nobody("boy Sam"), is_nobody("Mother’s Day brunch")
    (True, False, True)
    """
    return _nobody().match(text.casefold().replace("’", "'")) is not None


@cache
def _nobody() -> re.Pattern[str]:
    ways = "|".join(map(re.escape, _lists()["idioms"]["nobody"]))
    return re.compile(rf"(?:{ways})(?:e?s)?\b")


def says_business(text: str) -> bool:
    """Whether a clause that says of whom it speaks is the office’s own business all the same.

    >>> says_business("Mia never eats soup"), says_business("Mia pays the invoices")
    (False, True)
    """
    if re.search(r"\bdo(?:n['’]?t| not) (?:ask|say|tell|mention|send|bring|use|give|offer|ring|let)\b", text, re.I):
        return True
    soft = "|".join(_lists()["office"]["soft"])
    return says_office(re.sub(rf"(?<![\w'])(?:{soft})(?![\w'])", "", text.casefold().replace("’", "'")))


def orders_the_office(text: str) -> bool:
    """Whether a clause begins with something that the office means to do: “ring him”, “ask abt boiler”, “go back”.

    >>> orders_the_office("go back Tues"), orders_the_office("go to Maine every June")
    (True, False)
    """
    first = text.casefold().split(" ", 1)[0].strip(":!,.")
    return first in _lists()["office"]["begins"] or _ERRAND_OF_OURS.match(text) is not None


_ERRAND_OF_OURS = re.compile(r"(?:go|come|pop|drop|get|run|head) (?:back|round|over|by|in|out)\b", re.IGNORECASE)


def opener(text: str, *names: str) -> tuple[str, str]:
    """The name of the list whose word or phrase a text begins with, and the rest; ("", text) for none.

    >>> opener("loves old maps", "likes"), opener("asked abt the succession", "likes", "asked")
    (('likes', 'old maps'), ('asked', 'the succession'))
    """
    small = text.casefold().replace("’", "'")
    for name in names:
        for phrase in sorted(_lists()["openers"][name], key=len, reverse=True):
            if small.startswith(f"{phrase} "):
                return name, text[len(phrase) :].strip()
    return "", text


def tenses(text: str) -> set[str]:
    """What the words of a clause say of its time: now, over, coming, always."""
    return {name for name in _lists()["tense"] if _pattern(f"tense.{name}").search(text.casefold())}


def is_only_admired(text: str) -> bool:
    """Whether a thing that somebody likes is made by others, as far as anybody knows.

    >>> is_only_admired("children's drawings"), is_only_admired("drawing")
    (True, False)
    """
    head = re.split(r" (?:of|by|from|in|with|on)\b", text.casefold(), maxsplit=1)[0].split()
    return bool(head) and head[-1] in _lists()["liked"]["admired"]


def begins_with_what_was_done(text: str) -> bool:
    """Whether a clause begins with a verb of what is over, by itself or behind a name.

    >>> begins_with_what_was_done("Danny started at OSU"), begins_with_what_was_done("driving test")
    (True, False)
    """
    return any(inflection.tells_what_was_done(word.casefold()) for word in text.split()[:2])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    if name == "animals":
        words = list(animals())
    elif name in ("errands", "done_to"):
        words = _lists()["office"][name]
    elif name == "office":
        words = _lists()["office"]["phrases"]
    else:
        words = _lists()["tense"][name.partition(".")[2]]
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w'])(?:{listed})(?![\w'])")


@cache
def _kinds() -> Mapping[str, str]:
    """By the stem of a word, the kind of the thing that it names."""
    listed = table_beside(__file__, "lexicon.toml")
    by_stem: dict[str, str] = {}
    for kind, words in listed.items():
        for word in words.split():
            by_stem.setdefault(" ".join(stems(word)), kind)
    return by_stem


def kind_of(text: str) -> str:
    """The kind of a thing by the last of its words that gives it away, before any “of” or “for”; "" where none does.

    >>> kind_of("the annual heron census"), kind_of("sailing prints"), kind_of("the frame for a picture")
    ('event', 'art', '')
    """
    head = stems(re.split(r"\b(?:of|with|for|in|at|to|from|over|about|into|on)\b", text.casefold())[0])
    while len(head) > 1 and head[-1] in TRANSPARENT:
        head = head[:-1]
    return _kinds().get(head[-1], "") if head else ""
