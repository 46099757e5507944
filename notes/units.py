"""Lengths: they carry their unit outside (“62 mm”, “2.625 in”) and are plain PostScript points inside."""

import re
import unicodedata

from notes.problems import BadValue

POINTS_IN = {"mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0, "pt": 1.0}
MM = POINTS_IN["mm"]
INCH = POINTS_IN["in"]


def points(text: str) -> float:
    """The length in points, written as on the box or on a ruler.

    >>> points("1 in"), points("25,4mm"), points("2 5/8 in"), points("2⅝″"), points('2-5/8"')
    (72.0, 72.0, 189.0, 189.0, 189.0)

    Raises:
        BadValue: the text is not a number with a unit.
    """
    match = _LENGTH.fullmatch(_plain(str(text)))
    if not match:
        raise BadValue(f"“{text}” is not a length.", "Write a number and its unit, like 62 mm, 2.625 in or 2 5/8 in.")
    if not match["unit"]:
        raise BadValue(f"“{text}” has no unit.", f"Write {text} mm or {text} in.")
    whole, above, below = match["whole"] or "0", match["above"] or "0", match["below"] or "1"
    number = float(whole) + (int(above) / int(below) if int(below) else 0.0)
    return (-number if match["sign"] else number) * POINTS_IN[_UNITS.get(match["unit"], match["unit"])]


_LENGTH = re.compile(
    r"\s*(?P<sign>-?)\s*(?=\d|\.\d)(?P<whole>(?:\d{1,9}(?:\.\d*)?|\.\d+)(?![\d/.]))?"
    r"(?:[\s-]*(?P<above>\d{1,3})\s*/\s*(?P<below>[1-9]\d{0,2}))?\s*"
    r"(?P<unit>mm|cm|inch(?:es)?|in|points?|pt|''|\")?\.?\s*"
)
_UNITS = {"inch": "in", "inches": "in", '"': "in", "''": "in", "point": "pt", "points": "pt"}
_MARKS = str.maketrans({"”": '"', "“": '"', "″": '"', "’": "'", "′": "'", "⁄": "/", "−": "-", "–": "-", "\xa0": " "})


def _plain(text: str) -> str:
    """A length in plain signs: “2⅝″” is “2 5/8"”, “36,5 mm” is “36.5 mm”."""
    apart = re.sub(r"(?<=\d)(?=[¼½¾⅐-⅞])", " ", text.strip().lower())
    return re.sub(r"(?<=\d),(?=\d)", ".", unicodedata.normalize("NFKC", apart).translate(_MARKS))
