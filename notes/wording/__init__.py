"""The words for a pick: salutations, templates, wordings."""

from notes.wording.composing import Past, Worded, compose
from notes.wording.library import Library, read_wordings
from notes.wording.linter import check_wordings, lint, read_cliches
from notes.wording.note import Note
from notes.wording.playground import in_every_wording, shown, trial

__all__ = [
    "Library",
    "Note",
    "Past",
    "Worded",
    "check_wordings",
    "compose",
    "in_every_wording",
    "lint",
    "read_cliches",
    "read_wordings",
    "shown",
    "trial",
]
