"""In which language a note is, how a paragraph is smoothed, and what the history remembers of a whole wording."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from notes.customers import Address, Customer, CustomerId
from notes.picking.picks import Outcome, Pick
from notes.problems import Place
from notes.settings import Business, Settings
from notes.wording.note import Note
from notes.wording.rendering import _is_out_of_time, _silent_about, flaws, language_of, remembered, smooth


def pick(**given: Any) -> Pick:
    country, language = given.pop("country", ""), given.pop("language", "")
    details = given.pop("details", {})
    who = Customer(
        place=Place("c.xlsx"), customer_id=CustomerId("1"), name="Rosa", language=language, details=details,
        address=Address(country=country),
    )  # fmt: skip
    return Pick(customer=who, occasion="thanks", outcome=Outcome.CARD, **given)


@pytest.mark.parametrize(
    ("language", "country", "spoken"),
    [
        ("German", "US", "de"),
        (" Deutsch ", "US", "de"),
        ("de-AT", "US", "de"),
        ("pt_BR", "US", "pt"),
        ("xx", "US", "xx"),
        ("", "US", "fr"),
        ("", "AT", "de"),
        ("", "MX", "es"),
        ("", "MC", "fr"),
        ("", "JP", "fr"),
        ("", "", "fr"),
    ],
)
def test_the_language_is_that_of_the_column_else_of_the_country_else_of_the_business(
    language: str, country: str, spoken: str
) -> None:
    settings = Settings(business=Business(country="US", language="fr"))
    assert language_of(pick(language=language, country=country), settings) == spoken


@pytest.mark.parametrize(
    ("text", "smoothed"),
    [
        ("Thanks ,  Bob Jr.. It's\nfine .", "Thanks, Bob Jr. It’s fine."),
        ("Well... so", "Well... so"),
        ("the boys' own", "the boys’ own"),
        ("'tis", "'tis"),
        ("", ""),
    ],
)
def test_a_paragraph_as_it_is_written(text: str, smoothed: str) -> None:
    assert smooth(text) == smoothed


def test_what_shows_that_words_are_missing() -> None:
    flawed = ["Dear ,", "for the .", "and , so", "your!", "a ( ) b", "{{ x }}", ", so", "with an, yes"]
    assert [text for text in [*flawed, "the best.", "your own", "and so", "Dear Rosa,"] if flaws(text)] == flawed


@pytest.mark.parametrize(
    ("on", "mail_by", "belated", "text", "out"),
    [
        (date(2026, 11, 20), date(2026, 11, 10), False, "Today is the day.", False),
        (date(2026, 12, 2), date(2026, 11, 10), False, "Today is the day.", True),
        (date(2026, 12, 2), date(2026, 11, 10), False, "A good year.", False),
        (date(2026, 11, 20), date(2026, 11, 10), True, "Today is the day.", True),
        (date(2027, 11, 20), date(2026, 11, 10), False, "Today is the day.", True),
        (None, date(2026, 11, 10), True, "Today is the day.", False),
        (date(2026, 11, 20), None, True, "Today is the day.", False),
        (date(2026, 12, 2), date(2026, 11, 10), False, "See you today.", False),
    ],
)
def test_what_says_today_is_for_the_day(
    on: date | None, mail_by: date | None, belated: bool, text: str, out: bool
) -> None:
    one = pick(on=on, mail_by=mail_by, facts={"belated": belated})
    assert _is_out_of_time(one, "en", [text], "See you today.") is out


def test_who_it_happened_to_has_to_be_named() -> None:
    assert _silent_about({"person": "Mia"}, ["likes"])
    assert not _silent_about({"person": "Mia"}, ["person"]) and not _silent_about({"person": "Mia"}, ["referred"])
    assert not _silent_about({"person": ""}, [])


def test_what_the_history_remembers() -> None:
    one = pick(details={"likes": "Old Roses", "pet": "Otis", "say_this": "See you."}, facts={"about": "The Kitchen"})
    note = Note(
        pick=one, wording="x", salutation="", paragraphs=(), closing="", signature="", envelope_name="",
        mentions=("about", "likes", "pet", "years", "say_this"),
    )  # fmt: skip
    *told, own = remembered(note)
    assert told == ["the kitchen", "old roses", "pet: otis"]
    assert remembered(replace(note, mentions=("say_this",))) == (own,)
    assert remembered(replace(note, mentions=())) == ()
