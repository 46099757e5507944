"""Coverage: letters that a font lacks, put together from those it has.

A letter is its base and its marks (NFD), a base and a stroke, or two letters side by side; where none of these helps,
a sister hand writes the whole word.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from unicodedata import normalize

import numpy as np

from notes.writing.accents import APOSTROPHE, HORN, marks_of
from notes.writing.outlines import Outline

GAP = 0.16  # between a letter and a mark above it, in x-heights
_STROKES = {  # base; where the bar lies: share of the width, share of the height, its length in widths, its angle
    "đ": ("d", 0.72, 0.8, 0.62, 0),
    "Đ": ("D", 0.16, 0.5, 0.5, 0),
    "ħ": ("h", 0.25, 0.8, 0.75, 0),
    "Ħ": ("H", 0.5, 0.74, 1.15, 0),
    "ŧ": ("t", 0.5, 0.38, 0.9, 0),
    "Ŧ": ("T", 0.5, 0.45, 0.6, 0),
    "ł": ("l", 0.5, 0.52, 1.6, 30),
    "Ł": ("L", 0.3, 0.5, 0.7, 30),
    "ø": ("o", 0.5, 0.5, 1.25, 50),
    "Ø": ("O", 0.5, 0.5, 1.1, 55),
}
_PAIRS = {"Ĳ": "IJ", "ĳ": "ij", "ŉ": "’n", "Ŀ": "L·", "ŀ": "l·"}
_COMMA_BELOW = "GKLNRgklnr"  # their cedilla is a comma
_BESIDE = "dtlL"  # their caron is an apostrophe
_TO_THE_RIGHT = "\u0300\u0301\u0309"  # beside a circumflex or breve, not on top of it

Forms = Mapping[str, Sequence[Outline]]


def completed(
    forms: Forms, glyphs: Mapping[str, Outline], x_height: float, wanted: Sequence[str]
) -> dict[str, list[Outline]]:
    """The letters of `wanted` that the hand lacks and that can be made; `glyphs` are single marks and signs."""
    marks = marks_of({**glyphs, **{key: those[0] for key, those in forms.items()}}, x_height)
    made: dict[str, list[Outline]] = {}
    for letter in wanted:
        if letter not in forms and (those := _made(letter, forms, marks, x_height)):
            made[letter] = those
    return made


def base_of(letter: str) -> str:
    """The letter that a composed one looks like, for the distance to its neighbours.

    >>> base_of("ế"), base_of("đ")
    ('e', 'd')
    """
    return _STROKES[letter][0] if letter in _STROKES else normalize("NFD", letter)[0]


def _made(letter: str, forms: Forms, marks: Mapping[str, Outline], x_height: float) -> list[Outline]:
    if letter in _STROKES:
        base, *where = _STROKES[letter]
        return [_struck(one, forms["-"][0], *where) for one in forms.get(base, ()) if "-" in forms]
    if letter in _PAIRS:
        both = [forms[one][0] for one in _PAIRS[letter] if one in forms]
        return [_side_by_side(*both)] if len(both) == 2 else []
    if letter == "ẞ":
        return [one.moved(scale=(1.1, 1.12)) for one in forms.get("ß", ())]
    parts = normalize("NFD", letter)
    base, over = parts[0], [_mark_for(parts[0], one) for one in parts[1:]]
    if not over or base not in forms or any(one not in marks for one in over):
        return []
    return [_marked(base, one, over, marks, x_height) for one in forms[base]]


def _mark_for(base: str, mark: str) -> str:
    if mark == "\u0327" and base in _COMMA_BELOW:
        return "\u0326"
    return mark


def _marked(base: str, outline: Outline, over: Sequence[str], marks: Mapping[str, Outline], x_height: float) -> Outline:
    """A letter with its marks: below, at the shoulder, and above one another."""
    bare = _without_dot(outline, x_height) if base in "ij" and any(one < HORN for one in over) else outline
    _, bottom, right, top = bare.box
    ink: list[Outline] = []
    level, beside = max(top, x_height) + GAP * x_height * (0.6 if base.isupper() else 1), 0.0
    for mark in over:
        shape = marks[mark]
        _, low, wide, high = shape.box
        if mark == HORN:
            down = 0.1 if base == "u" else 0.28  # at the top of a stem, at the shoulder of a round letter
            ink.append(shape.moved(_shoulder(bare, x_height) - 0.05 * x_height, top - down * x_height))
        elif mark == "\u030c" and base in _BESIDE and APOSTROPHE in marks:
            ink.append(marks[APOSTROPHE].moved(right + 0.06 * x_height, top - 0.5 * x_height))
        elif mark == "\u0326" and base == "g":  # it hangs below, so the comma stands above, turned
            ink.append(marks["\u0326"].moved(scale=(-1, -1)).moved(_middle(bare, top, x_height), level))
        elif mark in "\u0327\u0328":
            at = _middle(bare, bottom, x_height) if mark == "\u0327" else right - 0.25 * x_height
            ink.append(shape.moved(at, min(bottom, 0) + 0.1 * x_height))
        elif mark in "\u0323\u0326":
            ink.append(shape.moved(_middle(bare, bottom, x_height), min(bottom, 0) - 0.2 * x_height))
        elif beside and mark in _TO_THE_RIGHT:
            ink.append(shape.moved(_middle(bare, top, x_height) + beside + wide * 0.8, level - 0.28 * x_height))
        else:
            ink.append(shape.moved(_middle(bare, top, x_height), level))
            level += high - low + 0.1 * x_height
            beside = wide
    room = 0.15 * x_height if HORN in over else 0.0
    return replace(bare.with_ink(ink), advance=bare.advance + room)


def _middle(outline: Outline, height: float, x_height: float) -> float:
    """The middle of what a letter has near a height: a mark stands over the top of the letter, not over its foot."""
    near = outline.points[np.abs(outline.points[:, 1] - height) < 0.45 * x_height, 0]
    return float(near.min() + near.max()) / 2


def _shoulder(outline: Outline, x_height: float) -> float:
    """How far right a letter reaches near its top."""
    high = outline.points[outline.points[:, 1] > outline.box[3] - 0.35 * x_height, 0]
    return float(high.max())


def _without_dot(letter: Outline, x_height: float) -> Outline:
    return letter.part([one for one in letter.contours if letter.points[one, 1].min() < 0.9 * x_height])


def _struck(base: Outline, dash: Outline, across: float, up: float, length: float, angle: float) -> Outline:
    """A letter with a bar through it, drawn with the hand's own dash."""
    left, bottom, right, top = base.box
    bar_left, bar_bottom, bar_right, bar_top = dash.box
    size = length * (right - left) / max(bar_right - bar_left, 1)
    bar = dash.moved(-(bar_left + bar_right) / 2, -(bar_bottom + bar_top) / 2).moved(scale=(size, 1))
    turned = bar.turned(np.radians(angle))
    height = max(bottom, 0) + up * (top - max(bottom, 0))
    return base.with_ink([turned.moved(left + across * (right - left), height)])


def _side_by_side(first: Outline, second: Outline) -> Outline:
    both = first.with_ink([second.moved(dx=first.advance)])
    return Outline(both.points, both.on, both.ends, first.advance + second.advance)
