"""A whole year of notes: each speaks of the person, nobody has the same twice, and none is for anyone."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from our_library import LIBRARY

from notes import picking, reading, wording
from notes.history import Kind, Past
from notes.picking.household import household_of
from notes.problems import report
from notes.resources import SAMPLE
from notes.settings import Business, Picking, Settings
from notes.settings_file import read_settings

CHINOOK = Path(__file__).parents[3] / "shared" / "data" / "databases" / "chinook" / "chinook.xlsx"


def year_of_notes(file, settings, year):
    """The notes of twelve months, and what was held; each month knows what was sent before it."""
    book = reading.read_book(file, settings, today=date(year, 1, 1))
    events, notes, held = [], [], []
    for month in range(1, 13):
        past, name = Past.of(events), f"{year}-{month:02}"
        picks = picking.decide(book, name, date(year, month, 1), settings, past)
        worded = wording.compose(picks.cards, LIBRARY, settings, 1, past, book=book)
        notes += worded.notes
        held += worded.held
        events += [
            note.event(Kind.SENT, f"{name}-01", batch=name, month=name, number=number)
            for number, note in enumerate(worded.notes)
        ]
    return notes, held


def test_a_year_of_the_sample_speaks_of_everyone_and_to_nobody_twice_alike():
    settings, wrong = read_settings(SAMPLE / "notes.toml")
    notes, held = year_of_notes(SAMPLE / "customers.xlsx", settings, 2027)
    assert report(wrong) == "" and len(notes) > 100
    assert [note.wording for note in notes if not note.mentions] == []
    assert len(held) <= len(notes) / 20
    said = [(household_of(note.pick.customer), passage) for note in notes for passage in note.passages]
    assert len(set(said)) == len(said)
    assert len({note.text for note in notes}) == len(notes)


@pytest.mark.skipif(not CHINOOK.is_file(), reason="the Chinook workbook is not beside this checkout")
def test_a_year_of_chinook_speaks_of_everyone():
    settings = Settings(business=Business(sender="Ada"), picking=replace(Picking(), window="all"))
    notes, held = year_of_notes(CHINOOK, settings, 2025)
    occasions = Counter(note.pick.occasion for note in notes)
    assert occasions == {"thanks": 12, "quiet": 24}  # revenue is spread evenly: the first fifth of 59 is thanked
    assert all(note.mentions for note in notes)
    # Nothing is known of these people but since when they have come: for some there is nothing new to say of that.
    assert len(held) <= len(notes) / 5
