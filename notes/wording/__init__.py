"""The words for a pick: salutations, templates, wordings.

What is named here is imported when it is first asked for: whoever only wants to know who gets a card, or holds a note,
need not wait until all that makes one has been read.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from notes.wording.asking import Asked, cards_of
    from notes.wording.composing import Past, Worded, Writer, compose, writer_of
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
    "Writer",
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
    "writer_of",
]
_HOMES = {
    "asking": ("Asked", "cards_of"),
    "composing": ("Past", "Worded", "Writer", "compose", "writer_of"),
    "library": ("Library", "read_wordings"),
    "linter": ("check_wordings", "lint", "read_cliches"),
    "note": ("Note",),
    "playground": ("in_every_wording", "made_up", "shown", "trial"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
