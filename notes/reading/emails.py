"""E-mail addresses: the first of a cell, and none where an office typed something to fill the field."""

import re
from collections import Counter
from collections.abc import Sequence

from notes.language.numbers import counted
from notes.problems import Level
from notes.reading.tables.cells import Cells

_FILLED_IN = re.compile(
    r"(?:no(?:ne|email|mail|\.?reply)?|na|n/a|null|nil|unknown|refused|declined|notprovided|test|xx+|donotreply|keine?|sans|aucun|sin)@.*|"
    r"[^@]+@(?:no(?:ne|email|mail)?|na|null|test|unknown|xx+|noemail|example\.invalid)(?:\.\w+)?",
    re.IGNORECASE,
)


def read_emails(cells: Cells) -> Sequence[str]:
    """The e-mail address of each row; one that only fills the field is told once, and is nobody’s."""
    column = cells.column("email")
    if column is None:
        return [""] * len(cells)
    texts = cells.texts(column)
    if not _SEVERAL.isdisjoint("".join(texts)):
        texts = [_first_of_several(text) for text in texts]
    nobodys = Counter(text for text in texts if text and _FILLED_IN.fullmatch(text))
    for text, count in nobodys.items():
        rows = counted(count, "row")
        cells.tell(f"“{text}” ({rows}) is nobody’s e-mail address, and is not read.", "", Level.NOTICE, column=column)
    return ["" if text in nobodys else text for text in texts] if nobodys else texts


_SEVERAL = frozenset(" ;,")


def _first_of_several(text: str) -> str:
    """The first of several e-mail addresses in a cell."""
    if _SEVERAL.isdisjoint(text):
        return text
    parts = text.replace(":::", " ").replace(";", " ").replace(",", " ").split()
    return next((part.strip("<>") for part in parts if "@" in part), text)
