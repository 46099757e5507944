"""The words for a pick: salutations, templates, wordings."""

from notes.wording.composing import Past, Worded, compose
from notes.wording.library import Library, read_wordings
from notes.wording.notes import Note

__all__ = ["Library", "Note", "Past", "Worded", "compose", "read_wordings"]
