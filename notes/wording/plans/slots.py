"""Slots: the plain words that passages are filled with, and the cells that they are from."""

import re
from dataclasses import replace
from datetime import date, timedelta

from notes.language import inflection
from notes.language.days import spoken, weekday, with_its_date
from notes.language.locales import month_name
from notes.language.numbers import in_words, ordinal
from notes.occasions import Occasion
from notes.picking.picks import Pick
from notes.picking.reasons import month_alone
from notes.problems import Place
from notes.settings import Settings
from notes.wording.details.cells import as_gerund
from notes.wording.facts import is_of_nothing, said_to_you, with_us
from notes.wording.fragments import tidy_fragment, tidy_name, tidy_text
from notes.wording.plans.voice import region_of

NEXT_DAYS = timedelta(days=6)
FROM_SEVENTY, ROUND = 70, 5  # an age is said from seventy on, every fifth year; before that one may not like to hear it
_HAVING_IT_DONE = re.compile(
    r"having (?:(?:his|her|their|your|the|a|an) )?(?P<what>[a-z ]{3,20}?) (?P<how>out|removed|replaced)"
)
_HURT = re.compile(
    r"(?P<how>breaking|fracturing|spraining|twisting|tearing|dislocating|rupturing) "
    r"(?P<whose>his|her|their|your|the) (?P<what>(?:left |right )?[a-z]{3,12})"
)
OF_AGE = frozenset([18, 21])


def about_of(pick: Pick, others: bool, region: str) -> str:
    """What the card is about, as a thing and said to the reader, if it is the reader's own and of nobody `others`.

    “No special occasion” is nothing.
    """
    text = tidy_text(f"{pick.facts.get('about') or ''}")
    if is_of_nothing(text):
        return ""
    text = with_its_date(text, pick.on, pick.mail_by, month_first=region == "us")
    thing = as_operation(as_gerund(text))
    return thing if others else said_to_you(thing, several=bool(pick.with_people))


def as_operation(thing: str) -> str:
    """What was done to a body, as one calls it.

    >>> as_operation("having her appendix out"), as_operation("having his left hip replaced")
    ('the appendix operation', 'the left hip replacement')
    >>> as_operation("breaking her left wrist")
    'her broken left wrist'
    """
    if hurt := _HURT.fullmatch(thing):
        return f"{hurt['whose']} {inflection.done(inflection.lemma(hurt['how']))} {hurt['what']}"
    match = _HAVING_IT_DONE.fullmatch(thing)
    if match is None:
        return thing
    return f"the {match['what']} {'replacement' if match['how'] == 'replaced' else 'operation'}"


def without_a_tail(thing: str) -> str:
    """A thing for the middle of a sentence, without what a single comma adds to it.

    >>> without_a_tail("the model of the school, for its centenary"), without_a_tail("the hall, in March, twice")
    ('the model of the school', 'the hall, in March, twice')
    """
    return thing.split(", ", maxsplit=1)[0] if thing.count(", ") == 1 else thing


def facts_for(pick: Pick, settings: Settings, occasion: Occasion, arrival: date | None, others: bool) -> dict[str, str]:
    """The plain slots of which something is known; `others` tells that the card is about somebody else."""
    customer = pick.customer
    years = years_of(pick, occasion)
    about = without_a_tail(tidy_fragment("about", about_of(pick, others, region_of(settings)), "en", others))
    since = customer.first_purchase
    day = pick.mail_by or pick.on
    referred = pick.facts.get("referred") or pick.facts.get("referred_by")
    facts = {
        "about": about,
        "town": customer.address.city
        if (region_of(settings) and not customer.address.country)
        or customer.address.country == settings.business.country
        else "",
        "years": in_words(years) if years else "",
        "years-th": ordinal(years) if years else "",
        "age": _age(pick, occasion),
        "since": str(since.year) if since and day and since.year < day.year else "",
        "referred": tidy_name(f"{referred or ''}"),
        "business": settings.business.name,
        "month": month_name(arrival.month) if arrival else "",
        "day": "" if month_alone(customer, occasion) else _day(pick.on, arrival, region_of(settings)),
    }
    return {name: text for name, text in facts.items() if text}


def years_of(pick: Pick, occasion: Occasion) -> int:
    """The number that the card celebrates, else the years as a customer; 0 where it is not known."""
    if occasion.says_years:
        given = pick.facts.get("years")
        return given if isinstance(given, int) and 0 < given < 100 else 0
    return with_us(pick, occasion)


def _age(pick: Pick, occasion: Occasion) -> str:
    """The age that somebody reaches on the day, where it is one for saying; "" otherwise."""
    born = pick.customer.birthday
    if occasion.counts != "age" or pick.milestone or pick.on is None or born is None or born.year is None:
        return ""
    age = pick.on.year - born.year
    is_for_saying = age in OF_AGE or (FROM_SEVENTY <= age <= 110 and age % ROUND == 0)
    return ("a hundred" if age == 100 else in_words(age)) if is_for_saying else ""


def _day(on: date | None, arrival: date | None, region: str) -> str:
    """A day to come as one says it: “on Saturday”, “on the 14th”, “on March 3”."""
    if on is None or arrival is None or on <= arrival:
        return ""
    if on - arrival <= NEXT_DAYS:
        return f"on {weekday(on)}"
    if (on.year, on.month) == (arrival.year, arrival.month):
        return f"on the {on.day}{_th(on.day)}"
    return f"on {month_name(on.month)} {on.day}" if region == "us" else f"on {spoken(on)}"


def _th(day: int) -> str:
    return "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def cells_of(pick: Pick, occasion: Occasion) -> dict[str, Place]:
    """The cells that the plain slots are from."""
    customer, milestone = pick.customer, pick.milestone
    row = milestone.place if milestone else customer.place
    cells = {name: customer.cell("first_purchase") for name in ("since", "years", "years-th")}
    cells |= {"age": customer.cell("birthday"), "town": customer.cell("city"), "say_this": customer.cell("say_this")}
    if milestone and milestone.say_this:
        cells["say_this"] = replace(milestone.place, column="Say this")
    cells |= {
        name: replace(row, column=column) if milestone and not row.cell else row
        for name, column in (("about", "About"), ("person", "Person"))
    }
    if occasion.column and not milestone:
        field = occasion.column
        cells |= dict.fromkeys(
            ("day", *(("years", "years-th") if field == "anniversary" else ())), customer.cell(field)
        )
    elif milestone:
        cells["day"] = row if row.cell else replace(row, column="Date")
    if not milestone and (pick.facts.get("referred") or pick.facts.get("referred_by")):
        cells["referred"] = customer.cell("referred_by")
    return cells
