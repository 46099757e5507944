"""The hands: variants of letters, shaping, and words as they come from a pen."""

from notes.writing.hand_specs import HandSpec, read_hands
from notes.writing.letter import Letter, Writing, Written
from notes.writing.opening import open_hand

__all__ = ["HandSpec", "Letter", "Writing", "Written", "open_hand", "read_hands"]
