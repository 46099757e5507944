"""Whom to write to, why, and why not."""

from notes.picking.answers import new_answers
from notes.picking.decision import decide
from notes.picking.everyone import Greeting, decide_for_everyone, for_everyone
from notes.picking.picks import Outcome, Pick, Picks, Revenue
from notes.picking.renumbering import renumbered
from notes.picking.summary import as_json, as_text, why

__all__ = [
    "Greeting",
    "Outcome",
    "Pick",
    "Picks",
    "Revenue",
    "as_json",
    "as_text",
    "decide",
    "decide_for_everyone",
    "for_everyone",
    "new_answers",
    "renumbered",
    "why",
]
