"""Marks: the accents of a hand, taken from letters that have them, from the font's own marks, or from their likes."""

from collections.abc import Mapping

import numpy as np

from notes.writing.outlines import Outline

# Combining mark: letters that show it, then the font's glyphs for it.
SOURCES: Mapping[str, tuple[str, str]] = {
    "\u0300": ("àèòù", "\u0300`"),
    "\u0301": ("áéóú", "\u0301´"),
    "\u0302": ("ôêâû", "\u0302^"),
    "\u0303": ("õãñ", "\u0303~"),
    "\u0304": ("ōāē", "\u0304¯-"),
    "\u0306": ("ŏăğ", "\u0306˘"),
    "\u0307": ("żėċi", "\u0307˙"),
    "\u0308": ("öäëü", "\u0308¨"),
    "\u030a": ("åů", "\u030a˚°"),
    "\u030b": ("őű", "\u030b˝"),
    "\u030c": ("čěřš", "\u030cˇ"),
    "\u0323": ("", "\u0323."),
    "\u0326": ("", "\u0326,"),
    "\u0327": ("", "\u0327¸,"),
    "\u0328": ("", "\u0328˛"),
}
ASKED = "".join(glyphs for _, glyphs in SOURCES.values()) + "’?/-"  # what marks are made of
HORN, APOSTROPHE = "\u031b", "’"
_ABOVE_THE_LETTER = 0.98  # of the x-height: what lies wholly above is no part of the letter itself


def marks_of(drawn: Mapping[str, Outline], x_height: float) -> dict[str, Outline]:
    """The marks that can be had, each set about x = 0; one above stands on y = 0, one below hangs from it."""
    found: dict[str, Outline] = {}
    for mark, (letters, glyphs) in SOURCES.items():
        seen = [_afloat(drawn[one], x_height) for one in letters if one in drawn]
        own = [drawn[one] for one in glyphs if one in drawn]
        if outline := next((one for one in [*seen, *own] if one.has_ink), None):
            found[mark] = _set_about_zero(_of_a_size(outline, mark, x_height), below=mark >= "\u0323")
    return _completed(found, drawn, x_height)


def _completed(found: dict[str, Outline], drawn: Mapping[str, Outline], x_height: float) -> dict[str, Outline]:
    """What can be made of other marks: a caron is a circumflex turned over, two acutes are a double one."""
    if "\u030c" not in found and "\u0302" in found:
        found["\u030c"] = _set_about_zero(found["\u0302"].moved(scale=(1, -1)))
    if "\u030b" not in found and "\u0301" in found:
        acute = found["\u0301"]
        found["\u030b"] = acute.moved(dx=-0.2 * x_height).with_ink([acute.moved(dx=0.2 * x_height)])
    if "\u0307" not in found and "." in drawn:
        found["\u0307"] = _set_about_zero(drawn["."])
    if "\u0308" not in found and "\u0307" in found:
        dot = found["\u0307"]
        found["\u0308"] = dot.moved(dx=-0.22 * x_height).with_ink([dot.moved(dx=0.22 * x_height)])
    if "?" in drawn:
        found["\u0309"] = _set_about_zero(_hook(drawn["?"], x_height))
    if "’" in drawn:
        found[HORN] = _at_zero(_horn(drawn["’"], x_height))
        found[APOSTROPHE] = _at_zero(_sized(drawn["’"], 0.5 * x_height))
    return found


def _horn(apostrophe: Outline, x_height: float) -> Outline:
    """The horn of ơ and ư: an apostrophe that leans out, as a straight one would be lost in the letter."""
    left, bottom, right, top = apostrophe.box
    straight = right - left < 0.45 * (top - bottom)
    return _sized(apostrophe.turned(np.radians(-42)) if straight else apostrophe, 0.48 * x_height)


def _sized(outline: Outline, height: float) -> Outline:
    _, bottom, _, top = outline.box
    size = height / max(top - bottom, 1)
    return outline.moved(scale=(size, size))


def _at_zero(outline: Outline) -> Outline:
    return outline.moved(-outline.box[0], -outline.box[1])


def _hook(question: Outline, x_height: float) -> Outline:
    """The hook above of Vietnamese: a question mark without its dot."""
    body = question.part([max(question.contours, key=lambda one: float(np.ptp(question.points[one, 1])))])
    return _sized(body, 0.5 * x_height)


def _afloat(letter: Outline, x_height: float) -> Outline:
    low = _ABOVE_THE_LETTER * x_height
    return letter.part([one for one in letter.contours if letter.points[one, 1].min() > low])


def _of_a_size(outline: Outline, mark: str, x_height: float) -> Outline:
    """Spacing marks of some fonts are as large as letters: such a one is drawn smaller."""
    left, bottom, right, top = outline.box
    largest = {"\u0323": 0.3, "\u0307": 0.3, "\u0326": 0.5}.get(mark, 0.75) * x_height
    size = min(1.0, largest / max(right - left, top - bottom, 1))
    return outline.moved(scale=(size, size))


def _set_about_zero(outline: Outline, below: bool = False) -> Outline:
    left, bottom, right, top = outline.box
    return outline.moved(-(left + right) / 2, -top if below else -bottom)
