"""Letters put together: a base, and marks that a pen adds, as everyone who knows the language does.

Lengths are in x-heights. A mark above sits on y = 0 and one below hangs from it, both about x = 0.
"""

from collections.abc import Sequence
from unicodedata import normalize

import numpy as np

from notes.writing.strokes.alphabet import Alphabet, Form, PenStroke
from notes.writing.strokes.curves import Points, even

GAP = 0.2  # between a letter and a mark above it
HORN = "\u031b"
_STEP = 0.035
_CURVES = {  # a mark as the lines of a pen, each a row of places that a smooth line passes
    "\u0300": (((-0.16, 0.3), (0.1, 0.0)),),
    "\u0301": (((0.16, 0.32), (-0.08, 0.0)),),
    "\u0302": (((-0.2, 0.0), (0.02, 0.26), (0.22, 0.02)),),
    "\u0303": (((-0.26, 0.04), (-0.12, 0.16), (0.1, 0.06), (0.26, 0.2)),),
    "\u0304": (((-0.24, 0.06), (0.24, 0.1)),),
    "\u0306": (((-0.2, 0.24), (-0.08, 0.04), (0.08, 0.04), (0.22, 0.26)),),
    "\u0307": (((-0.02, 0.06), (0.02, 0.04)),),
    "\u0308": (((-0.2, 0.08), (-0.17, 0.05)), ((0.17, 0.1), (0.2, 0.07))),
    "\u0309": (((-0.1, 0.3), (0.04, 0.36), (0.1, 0.24), (0.0, 0.12), (0.0, 0.02)),),
    "\u030a": (((0.02, 0.28), (-0.13, 0.16), (0.0, 0.02), (0.13, 0.14), (0.02, 0.28)),),
    "\u030b": (((-0.02, 0.32), (-0.2, 0.0)), ((0.26, 0.34), (0.08, 0.02))),
    "\u030c": (((-0.22, 0.26), (-0.01, 0.0), (0.22, 0.28)),),
    HORN: (((0.1, 0.34), (0.16, 0.2), (0.08, 0.06), (-0.1, 0.0)),),
    "\u0323": (((-0.02, -0.1), (0.02, -0.12)),),
    "\u0326": (((0.03, -0.04), (0.0, -0.18), (-0.08, -0.3)),),
    "\u0327": (((0.0, 0.02), (-0.04, -0.1), (0.1, -0.16), (0.06, -0.3), (-0.12, -0.32)),),
    "\u0328": (((0.02, 0.03), (-0.1, -0.14), (-0.06, -0.28), (0.1, -0.28)),),
    "’": (((0.05, 0.32), (0.06, 0.18), (-0.05, 0.0)),),
}
_BARS = {  # base; where the bar lies: share of the width, share of the height, its length in widths, its angle
    "đ": ("d", 0.72, 0.78, 0.62, 4),
    "Đ": ("D", 0.16, 0.5, 0.5, 2),
    "ħ": ("h", 0.25, 0.78, 0.75, 4),
    "Ħ": ("H", 0.5, 0.74, 1.15, 0),
    "ŧ": ("t", 0.5, 0.38, 0.9, 4),
    "Ŧ": ("T", 0.5, 0.45, 0.6, 2),
    "ł": ("l", 0.5, 0.52, 0.9, 30),
    "Ł": ("L", 0.3, 0.5, 0.7, 30),
    "ø": ("o", 0.5, 0.5, 1.3, 50),
    "Ø": ("O", 0.5, 0.5, 1.1, 55),
}
_PAIRS = {"Ĳ": "IJ", "ĳ": "ij", "ŉ": "’n", "Ŀ": "L·", "ŀ": "l·", "æ": "ae", "œ": "oe", "Æ": "AE", "Œ": "OE", "…": "..."}
_OVERLAP = {"æ": 0.24, "œ": 0.18, "Æ": 0.3, "Œ": 0.25, "…": -0.3}
_LIKE = {"“": "”", "‘": "’", "‚": ",", "„": "”", "´": "’", "‐": "-", "‑": "-", "−": "–", "ẞ": "ß", "×": "x", "•": "."}
_BARE = {"ı": "i", "ȷ": "j", "ſ": "f"}  # without what waits: a dot, a bar
_PLAIN_MARKS = {"’": "'", "'": "’", "”": '"', '"': "”", ",": "", "-": "–", ":": "", ";": ""}  # and what is like them
_COMMA_BELOW = "GKLNRgklnr"  # their cedilla is a comma
_BESIDE = "dtlL"  # their caron is an apostrophe
_TO_THE_RIGHT = "\u0300\u0301\u0309"  # beside a circumflex or breve, not on top of it


class Speller:
    """All that an alphabet can write: its own letters and those put together, made when they are first asked for."""

    def __init__(self, alphabet: Alphabet, pen: float = 0.075) -> None:
        self._alphabet, self._radius = alphabet, pen
        self._made: dict[str, tuple[Form, ...]] = {}
        self.words = frozenset(one for one in alphabet.forms if len(one) > 1)

    def __getitem__(self, letter: str) -> tuple[Form, ...]:
        """The forms of a letter; none if it cannot be written."""
        if letter in self._alphabet:
            return self._alphabet[letter]
        if letter not in self._made:
            self._made[letter] = self._composed(letter)
        return self._made[letter]

    @property
    def is_capital(self) -> bool:
        """Whether the alphabet has capitals only."""
        return self._alphabet.is_capital

    @property
    def reach(self) -> float:
        """From the tails to the tops of the letters."""
        return self._alphabet.reach

    def lacks(self, text: str) -> str:
        """The characters of a word that cannot be written."""
        return "".join(one for one in dict.fromkeys(text) if not self[one])

    def _composed(self, letter: str) -> tuple[Form, ...]:
        if letter in _BARS:
            base, *where = _BARS[letter]
            return tuple(self._barred(form, *where) for form in self[base])
        if letter in _PAIRS:
            return self._paired(*(self[one] for one in _PAIRS[letter]), overlap=_OVERLAP.get(letter, -0.15))
        if letter in _LIKE:
            return self[_LIKE[letter]]
        if letter in "–—":
            return tuple(_stretched(form, 1.5 if letter == "–" else 2.4) for form in self["-"])
        if letter in _PLAIN_MARKS:
            return self._plain_mark(letter)
        if letter in _BARE:
            return tuple(_without_dot(form) for form in self[_BARE[letter]])
        if letter == "·":
            return tuple(_moved(form, 0.0, 0.45) for form in self["."])
        parts = normalize("NFD", letter)
        over = ["\u0326" if one == "\u0327" and parts[0] in _COMMA_BELOW else one for one in parts[1:]]
        if not over or any(one not in _CURVES for one in over):
            return ()
        return tuple(self._marked(parts[0], form, over) for form in self[parts[0]])

    def _plain_mark(self, letter: str) -> tuple[Form, ...]:
        """A mark that the alphabet lacks, from its own of the like, or as any pen makes it."""
        for other in _PLAIN_MARKS[letter]:
            if other in self._alphabet:
                return self._alphabet[other]
        if letter in ":;" and "." not in self._alphabet:
            return ()
        stroke = self._line(_smooth(np.array(_CURVES["’"][0])))
        tall = max((_bounds(form)[1][1] for one in "lhT" if one in self._alphabet for form in self[one]), default=1.6)
        at = {",": -0.2, "-": 0.5}.get(letter, tall - 0.32)
        if letter in '"”':
            return ((*_moved((stroke,), 0.0, at), *_moved((stroke,), 0.2, at)),)
        dots = [*_moved(self["."][0], 0.0, 0.0), *_moved(self["."][0], 0.0, 0.6)] if letter == ":" else []
        if letter == ":":
            return (tuple(dots),)
        if letter == ";":
            return ((*_moved((stroke,), 0.0, -0.2), *_moved(self["."][0], 0.0, 0.6)),)
        line = self._line(np.array(((0.0, 0.0), (0.45, 0.02)))) if letter == "-" else stroke
        return (_moved((line,), 0.0, at),)

    def _barred(self, form: Form, across: float, up: float, length: float, angle: float) -> Form:
        low, high = _bounds(form)
        width, middle = high[0] - low[0], low[0] + across * (high[0] - low[0])
        height = max(low[1], 0.0) + up * (high[1] - max(low[1], 0.0))
        step = np.array([np.cos(np.radians(angle)), np.sin(np.radians(angle))]) * max(0.45, length * width) / 2
        ends = np.array([middle, height]) + np.array([-step, step])
        return (*form, self._line(ends))

    def _paired(self, *letters: tuple[Form, ...], overlap: float) -> tuple[Form, ...]:
        made = []
        for number in range(max(map(len, letters))):
            form: Form = ()
            for those in letters:
                if not those:
                    return ()
                one = those[number % len(those)]
                at = _bounds(form)[1][0] - overlap - _bounds(one)[0][0] if form else 0.0
                form = (*form, *_moved(one, at, 0.0))
            made.append(form)
        return tuple(made)

    def _marked(self, base: str, form: Form, over: Sequence[str]) -> Form:
        """A letter with its marks: below, at the shoulder, and above one another."""
        form = _without_dot(form) if base in "ijіј" and any(one < HORN for one in over) else form
        low, high = _bounds(form)
        level, beside = max(high[1], 1.0) + GAP * (0.6 if base.isupper() else 1.0), 0.0
        for mark in over:
            lines = [self._line(_smooth(np.array(one))) for one in _CURVES[mark]]
            if mark == HORN:
                at = (_shoulder(form, high[1]), high[1] - (0.15 if base in "uU" else 0.3))
            elif mark == "\u030c" and base in _BESIDE:
                lines = [self._line(_smooth(np.array(_CURVES["’"][0])))]
                at = (high[0] + 0.14, high[1] - 0.36)
            elif mark == "\u0326" and base == "g":  # it hangs below, so the comma goes above, turned
                lines = [self._line(-_smooth(np.array(_CURVES[mark][0])))]
                at = (_middle(form, high[1]), level)
            elif mark in "\u0327\u0328":
                at = (_middle(form, low[1]) if mark == "\u0327" else high[0] - 0.2, min(low[1], 0.0))
            elif mark in "\u0323\u0326":
                at = (_middle(form, low[1]), min(low[1], 0.0) - 0.14)
            elif beside and mark in _TO_THE_RIGHT:
                at = (_middle(form, high[1]) + beside + 0.16, level - 0.22)
            else:
                at = (_middle(form, high[1]), level)
                level += 0.34
                beside = 0.24
            form = (*form, *_moved(tuple(lines), *at))
        return form

    def _line(self, points: Points) -> PenStroke:
        made, radius = even(points, np.full(len(points), self._radius), _STEP)
        return PenStroke(made, radius, waits=True)


def base_of(letter: str) -> str:
    """The letter that a composed one looks like, for how it is drawn and joined.

    >>> base_of("ế"), base_of("đ")
    ('e', 'd')
    """
    return _BARS[letter][0] if letter in _BARS else normalize("NFD", letter)[0]


def _smooth(places: Points) -> Points:
    """A smooth line through a few places (Catmull and Rom)."""
    if len(places) < 3:
        return places
    padded = np.vstack([2 * places[0] - places[1], places, 2 * places[-1] - places[-2]])
    share = np.linspace(0, 1, 8, endpoint=False)[:, None]
    made = []
    for one in range(1, len(padded) - 2):
        before, start, end, after = padded[one - 1 : one + 3]
        made.append(
            0.5
            * (
                2 * start
                + (end - before) * share
                + (2 * before - 5 * start + 4 * end - after) * share**2
                + (3 * start - before - 3 * end + after) * share**3
            )
        )
    return np.vstack([*made, places[-1:]])


def _bounds(form: Form) -> tuple[Points, Points]:
    every = np.concatenate([one.points for one in form])
    return every.min(axis=0), every.max(axis=0)


def _moved(form: Form, dx: float, dy: float) -> Form:
    return tuple(PenStroke(one.points + np.array((dx, dy)), one.radius, one.waits) for one in form)


def _stretched(form: Form, factor: float) -> Form:
    return tuple(PenStroke(one.points * (factor, 1.0), one.radius, one.waits) for one in form)


def _without_dot(form: Form) -> Form:
    return tuple(one for one in form if not one.waits)


def _middle(form: Form, height: float) -> float:
    """The middle of what a letter has near a height: a mark goes over the top of the letter, not over its foot."""
    every = np.concatenate([one.points for one in form if not one.waits] or [form[0].points])
    near = every[np.abs(every[:, 1] - height) < 0.45, 0]
    near = near if len(near) else every[:, 0]
    return float(near.min() + near.max()) / 2


def _shoulder(form: Form, top: float) -> float:
    every = np.concatenate([one.points for one in form])
    return float(every[every[:, 1] > top - 0.35, 0].max())
