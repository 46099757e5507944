"""The hands: strokes, words as they come from a pen, and their layout."""

from notes.writing.hand_specs import HandSpec, read_hands
from notes.writing.letter import Letter, Writing, Written
from notes.writing.opening import open_hand
from notes.writing.strokes.picture import picture

__all__ = ["HandSpec", "Letter", "Writing", "Written", "open_hand", "picture", "read_hands"]
