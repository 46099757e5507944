"""What a note may mention: the facts of a pick under their template names, tidied for the middle of a sentence."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from notes.customers import DETAILS, Customer
from notes.language import inflection
from notes.language.days import with_its_date
from notes.language.locales import month_name
from notes.language.texts import word_set
from notes.occasions import Occasion
from notes.picking.picks import Pick
from notes.problems import Place
from notes.settings import Settings
from notes.wording.cautions import NAMED, is_dark
from notes.wording.details.addressing import You, to_you
from notes.wording.details.told import is_sentence
from notes.wording.fragments import names_whose, tidy_fragment, tidy_given, tidy_name, tidy_sentence
from notes.wording.template_names import NAMES, WORDED

_OTHER_YEARS = {"age", "married"}  # are not how long they have been a customer
_SPOKEN = {"person", "referred", "referred_by"}  # a name, or “her mother”


def facts_of(pick: Pick, dear: str, sender: str, settings: Settings, language: str) -> dict[str, Any]:
    """The value of every name in the vocabulary, empty where nothing is known."""
    customer, own, occasion = pick.customer, settings.business.language, settings.occasions[pick.occasion]
    values: dict[str, Any] = {name.name: "" for name in NAMES}
    day = pick.mail_by or pick.on
    others = bool(pick.facts.get("person"))
    values |= {name: _tidy(name, f"{value or ''}", own, others) for name, value in _raw(pick, occasion).items()}
    values |= {
        "dear": dear,
        "sender": sender,
        "business": settings.business.name,
        "both": bool(pick.with_people),
        "belated": bool(pick.facts.get("belated")),
        "month": month_name(day.month, language) if day else "",
        "company": customer.company,
        "city": customer.address.city,
        "years": _count(pick.facts.get("years")) if occasion.says_years else 0,
        "with_us": with_us(pick, occasion),
        "since": _since(customer.first_purchase, day),
        "when": _when(pick.on if pick.milestone else None, day) if language == "en" else "",
    }
    if language == "en":
        month_first = settings.business.country == "US"
        values["about"] = with_its_date(values["about"], pick.on, pick.mail_by, month_first=month_first)
        values["about"] = "" if is_of_nothing(f"{pick.facts.get('about') or ''}") else values["about"]
        values["about"] = values["about"] if others else said_to_you(values["about"], several=bool(pick.with_people))
        values["told_us"] = "" if is_sentence(values["told_us"]) else values["told_us"]
    if occasion.at_fault and language == "en":
        values["about"] = as_mishap(values["about"])
    if occasion.counts == "married":  # the person of an anniversary is the other half of it
        values |= {"partner": values["person"] or values["partner"], "person": ""}
    if occasion.loss == "pet":  # it may be the one that died
        values["pet"] = ""
    values |= {name: "" for name in ("child", "partner", "person") if _greeted(values[name], dear)}
    if language != own:
        values |= dict.fromkeys(WORDED, "")
    return values


_OF_NOTHING = re.compile(
    r"(?:for )?no(?: special| particular| real)? (?:occasion|reason)(?: at all)?"
    r"|nothing(?: special| much| in particular)?|just because",
    re.IGNORECASE,
)


def is_of_nothing(about: str) -> bool:
    """Whether a row says that there is no occasion.

    >>> is_of_nothing("no occasion"), is_of_nothing("no fewer than three medals")
    (True, False)
    """
    return _OF_NOTHING.fullmatch(about.strip(" .")) is not None


def said_to_you(about: str, *, several: bool = False) -> str:
    """What a card is about, said to the reader; “his” is the reader's where nobody else is named before it.

    >>> said_to_you("the breaker tripping in his game"), said_to_you("Tom’s move to his new house")
    ('the breaker tripping in your game', 'Tom’s move to his new house')
    """
    if names_whose(about):
        return about
    return to_you(about, None, You(several)) or to_you(about, None, You(several=True)) or about


def _raw(pick: Pick, occasion: Occasion) -> dict[str, object]:
    details: Mapping[str, str] = pick.customer.details
    raw: dict[str, object] = {
        name: details.get(name, "") for name in DETAILS if name not in ("say_this", "write_exactly")
    }
    raw |= {name: pick.facts.get(name, "") for name in ("about", "person", "referred", "referred_by")}
    raw["say_this"] = pick.facts.get("say_this") or sentence_of(pick, occasion)
    return raw


def _tidy(name: str, text: str, language: str, others: bool) -> str:
    if name == "say_this":
        return tidy_sentence(text)
    if name in NAMED:
        return "" if is_dark(name, text) else tidy_given(text, of_pet=name == "pet")
    if name in DETAILS and is_dark(name, text):
        return ""
    return tidy_name(text) if name in _SPOKEN else tidy_fragment(name, text, language, others and name == "about")


_BEHIND_WHAT_WAS_DONE = word_set(
    """
    in on at to for with from by over off out up down into onto too so short long late early wrong twice again shut
    open behind under apart inside outside away the a
    """
)


def as_mishap(about: str) -> str:
    """What went wrong, for behind “I’m sorry about”: what was done to a thing is told as being done.

    >>> as_mishap("the trailer backed over the mailbox"), as_mishap("the broken chair")
    ('the trailer being backed over the mailbox', 'the broken chair')
    >>> as_mishap("the brakes that still squealed")
    'the brakes that still squealed'
    """
    words = about.split()
    for at in range(2, len(words)):
        word, before, behind = words[at], words[at - 1].rstrip(","), words[at + 1 : at + 2]
        verb = inflection.lemma(word)
        is_done = verb and word == inflection.done(verb) and (word != verb or word in _ALWAYS_ALIKE)
        if before in _NO_NOUN or not is_done or {"that", "which", "who"} & set(words[:at]):
            continue
        if (inflection.is_noun(before) or before[:1].isupper()) and (not behind or behind[0] in _BEHIND_WHAT_WAS_DONE):
            return " ".join([*words[: at - 1], before, "being", *words[at:]])
    return about


_ALWAYS_ALIKE = frozenset(["cut", "let", "put", "set", "shut"])
_NO_NOUN = frozenset(
    [
        "you",
        "we",
        "i",
        "he",
        "she",
        "they",
        "it",
        "that",
        "which",
        "who",
        "was",
        "were",
        "had",
        "been",
        "being",
        "got",
        "is",
        "not",
        "never",
    ]
)


def exact_words(pick: Pick, occasion: Occasion) -> str:
    """The whole note in the person's own words: of the milestone, else of the customer; "" where there is none."""
    text = str(pick.facts.get("write_exactly") or "")
    if not text and not occasion.solemn:
        text = pick.customer.details.get("write_exactly", "")
    return text if any(letter.isalpha() for letter in text) else ""


def exact_cell(pick: Pick) -> Place:
    """The cell that they stand in."""
    if pick.facts.get("write_exactly") and pick.milestone:
        return replace(pick.milestone.place, column="Write exactly this")
    return pick.customer.cell("write_exactly")


def sentence_of(pick: Pick, occasion: Occasion) -> str:
    """The customer's own sentence, from the column that stays filled until somebody clears it."""
    return "" if pick.facts.get("say_this") or occasion.solemn else pick.customer.details.get("say_this", "")


def unusable(pick: Pick, occasion: Occasion, language: str) -> dict[str, str]:
    """What the file holds and no sentence can, by the name of the column."""
    raw = {name: f"{value or ''}" for name, value in _raw(pick, occasion).items()}
    return {name: text for name, text in raw.items() if text.strip() and not _tidy(name, text, language, False)}


def _greeted(name: str, dear: str) -> bool:
    """Whether somebody is greeted by the note already, and so is not a third person in it."""
    return bool(name) and re.search(rf"\b{re.escape(name)}\b", dear, re.IGNORECASE) is not None


def _count(value: object) -> int:
    return value if isinstance(value, int) and 0 < value < 100 else 0


def with_us(pick: Pick, occasion: Occasion) -> int:
    """The full years as a customer on the day that the note is about; only where there is no day as it is counted."""
    first, day = pick.customer.first_purchase, pick.on or pick.mail_by
    if first and day:
        return _full_years(first, day)
    return 0 if occasion.counts in _OTHER_YEARS else _count(pick.facts.get("years"))


def _full_years(first: date | None, day: date | None) -> int:
    if not (first and day and first < day):
        return 0
    return day.year - first.year - ((day.month, day.day) < (first.month, first.day))


def _since(first: date | None, day: date | None) -> str:
    return str(first.year) if first and day and first.year < day.year else ""


def _when(on: date | None, day: date | None) -> str:
    """The time of a milestone as one says it."""
    if not (on and day) or on > day:
        return ""
    ago = (day.year - on.year) * 12 + day.month - on.month
    if ago < 2:
        return ("this month", "last month")[ago]
    name = month_name(on.month)
    return f"in {name}" if ago < 11 else f"in {name} {on.year}"


def describe(customer: Customer) -> str:
    """The customer in a message."""
    return customer.name or customer.company or customer.customer_id
