"""Legends: what the codes of a column mean, where a row of the sheet explains them (“NM=No mailings  G=Government”)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from notes.language.texts import cleaned
from notes.reading.files.sheets import Row
from notes.reading.tables.columns import Columns, cell_of

_SIGN = r"[*#+•?!^~†✝]{1,2}"
_PAIR = re.compile(
    rf"\(?(?P<code>[^\W_][\w+*#/-]{{0,4}}|{_SIGN})\)?\s*=\s*"
    r"(?P<meaning>[^=]+?)(?=[\s,;|]+\(?[\w+*#/?!^~†✝•-]{1,5}\)?\s*=|$)"
)
_LISTED = re.compile(
    r"(?:key|codes?|legend|abbreviations?|schlüssel|legende|clave)\b\s*[:–-]\s*(?P<pairs>.+)", re.IGNORECASE
)
_PAIR_LISTED = re.compile(r"\s*(?P<code>[^\W_]{1,4})\s*[:–-]\s*(?P<meaning>[^,;|]+?)\s*(?:[,;|]|$)")
_SAID = re.compile(r"[^\W\d_][^:=(]{0,30}(?::\s*(?P<pairs>[^:=]+)|\((?P<within>[^:=()]+)\))")
_PAIR_SAID = re.compile(r"(?P<code>[A-ZÀ-Þ\d]{1,3})\s+(?:is |for |- ?)?(?P<meaning>[^\W\d_]{3}.*)")
_CODE = re.compile(rf"[^\W_][\w+*#-]{{0,4}}|{_SIGN}")
_BETWEEN = re.compile(r"[\s,;/|+]+")


def codes_explained(text: str) -> Mapping[str, str]:
    """The codes that a text explains, in small letters, with what they mean; nothing where it explains fewer than two.

    >>> codes_explained("Codes: R=Reminders  NM=No mailings  DEC=Client deceased")
    {'r': 'Reminders', 'nm': 'No mailings', 'dec': 'Client deceased'}
    >>> codes_explained("Key: D - deceased, X - don't send"), codes_explained("Bill: call him")
    ({'d': 'deceased', 'x': "don't send"}, {})
    >>> codes_explained("Type: C current client, D deceased"), codes_explained("* = deceased  (L) = lost")
    ({'c': 'current client', 'd': 'deceased'}, {'*': 'deceased', 'l': 'lost'})
    """
    if len(text) > 2_000:
        return {}
    if said := _said(text):
        return said
    listed = _LISTED.match(text) if text.count("=") < 2 else None
    if not listed and text.count("=") < 2:
        return {}
    pairs = _PAIR_LISTED.finditer(listed["pairs"]) if listed else _PAIR.finditer(text)
    found = {match["code"].casefold(): match["meaning"].strip(" ,;|") for match in pairs}
    return found if len(found) > 1 else {}


def _said(text: str) -> Mapping[str, str]:
    """Codes in capitals behind the name of their column, each before what it means, with nothing between."""
    match = _SAID.fullmatch(text)
    said = (match["pairs"] or match["within"]) if match else ""
    pairs = [_PAIR_SAID.fullmatch(one.strip()) for one in re.split("[,;|]", said)]
    codes = {pair["code"].casefold(): pair["meaning"] for pair in pairs if pair}
    return codes if len(pairs) == len(codes) > 1 else {}


def is_one_code(text: str) -> bool:
    """Whether a cell does nothing but explain a code.

    >>> is_one_code("x = sent"), is_one_code("o=had one from them"), is_one_code("Rosa Holm")
    (True, True, False)
    """
    return _ONE.fullmatch(text) is not None


_ONE = re.compile(rf"\(?(?P<code>[^\W_][\w+*#/-]{{0,4}}|{_SIGN})\)?\s*=\s*(?P<meaning>[^\W\d_][^=]+)")


def legend_of(rows: Iterable[Row]) -> Mapping[str, str]:
    """All codes that these rows explain."""
    values = (value for row in rows for value in row.values if isinstance(value, str) and _EXPLAINING.search(value))
    texts = [cleaned(value) for value in values]
    alone = {match["code"].casefold(): match["meaning"].strip() for text in texts if (match := _ONE.fullmatch(text))}
    return alone | {code: meaning for text in texts for code, meaning in codes_explained(text).items()}


def legend_in_columns(rows: Sequence[Row]) -> Mapping[str, str]:
    """The codes of a sheet that has one in each row and beside it what it means; nothing of a sheet with more."""
    filled = [[str(value).strip() for value in row.values if value not in (None, "")] for row in rows]
    pairs = [tuple(texts) for texts in filled if len(texts) == 2 and _CODE.fullmatch(texts[0]) and len(texts[1]) > 2]
    return {code.casefold(): meaning for code, meaning in pairs} if 1 < len(pairs) >= len(rows) - 3 else {}


_EXPLAINING = re.compile("[=:(]")


def spelled(texts: Sequence[str], legend: Mapping[str, str]) -> Mapping[str, str]:
    """The texts of a column of codes, each with what they mean; nothing where the column has other things.

    >>> spelled(["NM", "R, DEC", ""], {"nm": "No mail", "r": "Reminders", "dec": "Deceased"})
    {'NM': 'No mail', 'R, DEC': 'Reminders. Deceased'}
    >>> spelled(["A", "N", "D", "D 3/11, son rang"], {"a": "Active", "n": "New", "d": "Deceased"})["D 3/11, son rang"]
    'Deceased. 3/11, son rang'
    """
    different = [*dict.fromkeys(filter(None, texts))]
    known = {text: ". ".join(legend[code] for code in codes) for text in different if (codes := _codes(text, legend))}
    others = [text for text in different if text not in known]
    if len(others) * OF_CODES > len(different) or (others and len(known) == 1):
        return {}
    return known | {text: _begun(text, legend) for text in others}


OF_CODES = 3  # of so many different texts of a column of codes one may be none


def _codes(text: str, legend: Mapping[str, str]) -> Sequence[str]:
    """The codes of a text that has nothing else."""
    codes = [part.casefold() for part in _BETWEEN.split(text) if part]
    return codes if {*codes} <= legend.keys() else ()


def _begun(text: str, legend: Mapping[str, str]) -> str:
    """A text that begins with a code in capitals, with what that means in its place."""
    code, _, rest = text.partition(" ")
    return f"{legend[code.casefold()]}. {rest}" if code.isupper() and code.casefold() in legend else text


def marked(texts: Iterable[str], legend: Mapping[str, str]) -> Mapping[str, str]:
    """The names beside which a code stands, each with what that means in brackets.

    >>> marked(["* Ida Berg", "Bo Dorn (L)", "Eva Lund"], {"*": "deceased", "l": "lost"})
    {'* Ida Berg': '* Ida Berg (deceased)', 'Bo Dorn (L)': 'Bo Dorn (L) (lost)'}
    """
    found = ((text, _BESIDE.fullmatch(text)) for text in texts)
    codes = {text: next(filter(None, match.groups())).casefold() for text, match in found if match}
    return {text: f"{text} ({legend[code]})" for text, code in codes.items() if code in legend}


_BESIDE = re.compile(
    rf"({_SIGN})\s*[^\W\d_].*|\(([^\W_]{{1,4}})\)\s+[^\W\d_].*|.*[^\W\d_]\.?\s*({_SIGN})|.*[^\W\d_]\s*\(([^\W_]{{1,4}}|{_SIGN})\)"
)


def without_codes(columns: Columns, rows: Sequence[Row], legend: Mapping[str, str]) -> Columns:
    """The columns; what looked like one of states or countries by its name is none where all its cells are codes."""
    coded = {
        column
        for parts in columns.addresses.values()
        for part, column in parts.items()
        if part in ("region", "country") and legend and spelled([cell_of(row.values, column) for row in rows], legend)
    }
    if not coded:
        return columns
    groups = {
        group: {part: one for part, one in parts.items() if one not in coded}
        for group, parts in columns.addresses.items()
    }
    return replace(columns, addresses=groups, unknown=sorted([*columns.unknown, *coded]))


_GRADES = frozenset("bc")


def states_by_letter(texts: Sequence[str]) -> Mapping[str, str]:
    """What a D means that nobody explains: beside A for active and others it asks; beside B and C it is a grade.

    >>> states_by_letter(["A", "A", "D", "I"]), states_by_letter(["A", "B", "C", "D"]), states_by_letter(["A", "Donor"])
    ({'D': 'deceased?'}, {}, {})
    """
    letters = {text.casefold() for text in texts if text}
    if not {"a", "d"} <= letters or max(map(len, letters)) > 1 or not letters.isdisjoint(_GRADES):
        return {}
    return {text: "deceased?" for text in dict.fromkeys(texts) if text.casefold() == "d"}
