"""Details: what is known of a person, from every cell that tells something: whose it is, what, when and its state."""

from notes.wording.details.detail import Detail, Known, Owner, Span, State, Unclear, Who
from notes.wording.details.gathering import gather

__all__ = ["Detail", "Known", "Owner", "Span", "State", "Unclear", "Who", "gather"]
