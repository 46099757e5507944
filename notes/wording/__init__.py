"""The words for a pick: salutations, templates, wordings."""

from notes.wording.asking import Asked, cards_of
from notes.wording.composing import Past, Worded, compose
from notes.wording.library import Library, read_wordings
from notes.wording.linter import check_wordings, lint, read_cliches
from notes.wording.note import Note
from notes.wording.playground import in_every_wording, made_up, shown, trial

__all__ = [
    "Asked",
    "Library",
    "Note",
    "Past",
    "Worded",
    "cards_of",
    "check_wordings",
    "compose",
    "in_every_wording",
    "lint",
    "made_up",
    "read_cliches",
    "read_wordings",
    "shown",
    "trial",
]
