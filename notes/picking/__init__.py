"""Whom to write to, why, and why not."""

from notes.picking.decision import decide
from notes.picking.picks import Outcome, Pick, Picks, Revenue

__all__ = ["Outcome", "Pick", "Picks", "Revenue", "decide"]
