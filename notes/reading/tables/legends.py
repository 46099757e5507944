"""Legends: what the codes of a column mean, where a row of the sheet explains them (“NM=No mailings  G=Government”)."""

import re
from collections.abc import Iterable, Mapping, Sequence

from notes.language.texts import cleaned
from notes.reading.files.sheets import Row

_PAIR = re.compile(
    r"(?P<code>[^\W_][\w+*#-]{0,4}|[*#+•]{1,2})\s*=\s*(?P<meaning>[^=]+?)(?=[\s,;|]+[\w+*#-]{1,5}\s*=|$)"
)
_BETWEEN = re.compile(r"[\s,;/|+]+")


def codes_explained(text: str) -> Mapping[str, str]:
    """The codes that a text explains, in small letters, with what they mean; nothing where it explains fewer than two.

    >>> codes_explained("Codes: R=Reminders  NM=No mailings  DEC=Client deceased")
    {'r': 'Reminders', 'nm': 'No mailings', 'dec': 'Client deceased'}
    """
    if text.count("=") < 2 or len(text) > 2_000:
        return {}
    found = {match["code"].casefold(): match["meaning"].strip(" ,;|") for match in _PAIR.finditer(text)}
    return found if len(found) > 1 else {}


def legend_of(rows: Iterable[Row]) -> Mapping[str, str]:
    """All codes that these rows explain."""
    texts = (value for row in rows for value in row.values if isinstance(value, str) and "=" in value)
    return {code: meaning for text in texts for code, meaning in codes_explained(cleaned(text)).items()}


def spelled(texts: Sequence[str], legend: Mapping[str, str]) -> Mapping[str, str]:
    """The texts of a column of codes, each with what they mean; nothing where the column has other things.

    >>> spelled(["NM", "R, DEC", ""], {"nm": "No mail", "r": "Reminders", "dec": "Deceased"})
    {'NM': 'No mail', 'R, DEC': 'Reminders. Deceased'}
    """
    known: dict[str, str] = {}
    for text in dict.fromkeys(filter(None, texts)):
        codes = [part.casefold() for part in _BETWEEN.split(text) if part]
        if not {*codes} <= legend.keys():
            return {}
        known[text] = ". ".join(legend[code] for code in codes)
    return known
