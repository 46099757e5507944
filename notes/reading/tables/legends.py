"""Legends: what the codes of a column mean, where a row of the sheet explains them (“NM=No mailings  G=Government”)."""

import re
from collections.abc import Iterable, Mapping, Sequence

from notes.language.texts import cleaned
from notes.reading.files.sheets import Row

_PAIR = re.compile(
    r"(?P<code>[^\W_][\w+*#/-]{0,4}|[*#+•]{1,2})\s*=\s*(?P<meaning>[^=]+?)(?=[\s,;|]+[\w+*#/-]{1,5}\s*=|$)"
)
_LISTED = re.compile(
    r"(?:key|codes?|legend|abbreviations?|schlüssel|legende|clave)\b\s*[:–-]\s*(?P<pairs>.+)", re.IGNORECASE
)
_PAIR_LISTED = re.compile(r"\s*(?P<code>[^\W_]{1,4})\s*[:–-]\s*(?P<meaning>[^,;|]+?)\s*(?:[,;|]|$)")
_CODE = re.compile(r"[^\W_][\w+*#-]{0,4}|[*#+•†]{1,2}")
_BETWEEN = re.compile(r"[\s,;/|+]+")


def codes_explained(text: str) -> Mapping[str, str]:
    """The codes that a text explains, in small letters, with what they mean; nothing where it explains fewer than two.

    >>> codes_explained("Codes: R=Reminders  NM=No mailings  DEC=Client deceased")
    {'r': 'Reminders', 'nm': 'No mailings', 'dec': 'Client deceased'}
    >>> codes_explained("Key: D - deceased, X - don't send"), codes_explained("Bill: call him")
    ({'d': 'deceased', 'x': "don't send"}, {})
    """
    if len(text) > 2_000:
        return {}
    listed = _LISTED.match(text) if text.count("=") < 2 else None
    if not listed and text.count("=") < 2:
        return {}
    pairs = _PAIR_LISTED.finditer(listed["pairs"]) if listed else _PAIR.finditer(text)
    found = {match["code"].casefold(): match["meaning"].strip(" ,;|") for match in pairs}
    return found if len(found) > 1 else {}


def is_one_code(text: str) -> bool:
    """Whether a cell does nothing but explain a code.

    >>> is_one_code("x = sent"), is_one_code("o=had one from them"), is_one_code("Rosa Holm")
    (True, True, False)
    """
    return _ONE.fullmatch(text) is not None


_ONE = re.compile(r"(?:[^\W_][\w+*#/-]{0,4}|[*#+•†]{1,2})\s*=\s*[^\W\d_][^=]+")


def legend_of(rows: Iterable[Row]) -> Mapping[str, str]:
    """All codes that these rows explain."""
    texts = (value for row in rows for value in row.values if isinstance(value, str) and _EXPLAINING.search(value))
    return {code: meaning for text in texts for code, meaning in codes_explained(cleaned(text)).items()}


def legend_in_columns(rows: Sequence[Row]) -> Mapping[str, str]:
    """The codes of a sheet that has one in each row and beside it what it means; nothing of a sheet with more."""
    filled = [[str(value).strip() for value in row.values if value not in (None, "")] for row in rows]
    pairs = [tuple(texts) for texts in filled if len(texts) == 2 and _CODE.fullmatch(texts[0]) and len(texts[1]) > 2]
    return {code.casefold(): meaning for code, meaning in pairs} if 1 < len(pairs) >= len(rows) - 3 else {}


_EXPLAINING = re.compile(r"=|^(?:key|codes?|legend|abbr|schl|clave)", re.IGNORECASE)


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
