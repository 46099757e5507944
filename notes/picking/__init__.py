"""Whom to write to, why, and why not."""

from notes.picking.answers import new_answers
from notes.picking.decision import decide
from notes.picking.picks import Outcome, Pick, Picks, Revenue
from notes.picking.summary import as_json, as_text, why

__all__ = ["Outcome", "Pick", "Picks", "Revenue", "as_json", "as_text", "decide", "new_answers", "why"]
