"""Lengths: they carry their unit outside (“62 mm”, “2.625 in”) and are plain PostScript points inside."""

import re

from notes.problems import BadValue

POINTS_IN = {"mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0, "pt": 1.0}
MM = POINTS_IN["mm"]
INCH = POINTS_IN["in"]


def points(text: str) -> float:
    """The length in points.

    >>> points("1 in"), points("25.4mm")
    (72.0, 72.0)

    Raises:
        BadValue: the text is not a number with a unit.
    """
    match = re.fullmatch(r"\s*(-?\d+(?:\.\d+)?)\s*(mm|cm|in|pt)\s*", str(text))
    if not match:
        raise BadValue(f"“{text}” is not a length.", "Write a number and its unit, like 62 mm or 2.625 in.")
    return float(match[1]) * POINTS_IN[match[2]]
