"""The tenses: notes for a day to come and a day gone by, over seeds and days; about a quarter of an hour."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from benchmarks.figures import Figure
from notes import wording
from notes.customers import Customer, CustomerId
from notes.picking.picks import Outcome, Pick
from notes.problems import Place
from notes.resources import TEMPLATES
from notes.settings import Business, Settings
from notes.wording.library import Library

IS_LONG = True  # only where it is asked for by name
SEEDS, DAYS = 200, range(-30, 61)
OCCASIONS = ("birthday", "wedding", "graduation", "retirement", "wedding-anniversary")
ARRIVES = date(2026, 3, 9)
OVER = re.compile(
    r"\bI hope (?:it|the day|the birthday|the send-off|you had) (?:was|had)\b|you’re married|a few days late"
    r"|I hope you had|you’re a graduate|you’ve done it|how’s it feel|it was a wonderful day|had a happy",
    re.IGNORECASE,
)
TO_COME = re.compile(
    r"nearly here|nearly time|I’ll be thinking of you|not long now|I hope you have a good|in advance|the last week"
    r"|so it’s on|you graduate on|your last day’s on|I’ll think of you on",
    re.IGNORECASE,
)


def is_out_of_time(text: str, days: int) -> bool:
    """Whether a note speaks of a day as gone that is so many days to come, or as to come that is gone."""
    return bool((OVER if days > 0 else TO_COME if days < 0 else re.compile("(?!)")).search(text))


def note_of(library: Library, occasion: str, days: int, seed: int) -> str:
    """The note of somebody whose day is so many days after the card arrives, or before it."""
    settings = Settings(business=Business(name="Oak Ltd", sender="Ada", country="US"))
    who = Customer(
        place=Place("c.xlsx", "Customers", 2), customer_id=CustomerId("1"), name="Rosa Kern", first_name="Rosa",
        dear="Rosa", details={"likes": "the ukulele", "pet": "Otis", "partner": "Hal"},
    )  # fmt: skip
    on = ARRIVES + timedelta(days=days)
    posted = ARRIVES - timedelta(days=settings.post.days)
    facts = {"years": 12} if occasion == "wedding-anniversary" else {}
    pick = Pick(customer=who, occasion=occasion, on=on, mail_by=posted, outcome=Outcome.CARD, facts=facts)
    notes = wording.compose([pick], library, settings, seed, today=posted).notes
    return " ".join(notes[0].paragraphs) if notes else ""


def wrong_tenses(seeds: int = SEEDS) -> Iterator[str]:
    """The notes that are out of time: every seed with every day, and the occasions in turn."""
    library, _ = wording.read_wordings([TEMPLATES])
    for seed in range(seeds):
        for days in DAYS:
            text = note_of(library, OCCASIONS[(seed + days) % len(OCCASIONS)], days, seed)
            if is_out_of_time(text, days):
                yield text


def measure() -> Iterator[Figure]:
    """The notes that are out of time, of 18,200."""
    yield Figure("notes in the wrong tense, of 200 seeds by 91 days", sum(1 for _ in wrong_tenses()), most=0)
