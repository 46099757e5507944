"""Gifts: what goes along with a card, where a cell says what it is."""

import re

from notes.language.texts import NOTHING
from notes.language.vocabulary import words
from notes.problems import Level
from notes.reading.tables.cells import Cells
from notes.reading.values.answers import yes_or_no

_NONE = re.compile(r"(?:no|none|not|never|nothing|without)\b")


def read_gifts(cells: Cells) -> list[str]:
    """The gift of each row; a bare “yes” says nothing of it, and is told."""
    if "gift" not in cells:
        return [""] * len(cells)
    gifts = []
    for row, text in enumerate(cells.field("gift")):
        answer = yes_or_no(text) if text else None
        if answer:
            message = f"“{text}” does not say what goes along with the card."
            cells.tell(message, "Write what it is, like “a jar of honey”.", Level.NOTICE, row, cells.column("gift"))
        gifts.append("" if answer is not None or not _is_a_thing(text) else text)
    return gifts


def _is_a_thing(text: str) -> bool:
    """Whether a cell names something; a sum that was given, a day and “no thanks” do not."""
    folded = text.casefold()
    has_words = sum(map(str.isalpha, text)) > 2
    return has_words and not (folded in NOTHING or _NONE.match(folded) or folded in words("answers", "no_such"))
