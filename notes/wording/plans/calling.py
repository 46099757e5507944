"""Calling: a note calls by name once, and by their full name once whoever was sent, or sent somebody."""

from dataclasses import replace

from notes.wording.plans.pieces import Said
from notes.wording.plans.stretches import Stretch, stretch_of


def named_once(said: Stretch, name: str) -> Stretch:
    """The pieces with the name in at most one of them."""
    call = f", {name}"
    if not name or said.text.count(call) < 2:
        return said
    first = next(at for at, piece in enumerate(said.pieces) if call in piece.text)
    return stretch_of([_called_once(piece, call, at == first) for at, piece in enumerate(said.pieces)])


def _called_once(piece: Said, call: str, once: bool) -> Said:
    head, name, rest = piece.text.partition(call)
    text = head + (name if once else "") + rest.replace(call, "")
    return piece if text == piece.text else replace(piece, text=text)


def by_first_name(said: Stretch, full: str) -> Stretch:
    """The pieces with the full name of whoever was sent, or sent them, at its first mention only."""
    if " " not in full or " and " in full or said.text.count(full) < 2:
        return said
    short = full.split(" ", maxsplit=1)[0]
    first = next(at for at, piece in enumerate(said.pieces) if full in piece.text)
    return stretch_of(
        [
            piece if at <= first or full not in piece.text else replace(piece, text=piece.text.replace(full, short))
            for at, piece in enumerate(said.pieces)
        ]
    )
