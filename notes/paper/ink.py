"""Ink: what hands have written, as the operators of a PDF, and the fonts that these call.

A writing is drawn in a grid of 1/1000 em, so that its places are whole numbers and its file is small. The grid stays
until the `Q` that follows: stand a writing between q and Q.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import count

from notes.paper.document import Document
from notes.paper.embedding import EmbeddedFont
from notes.writing.letter import Colour, Font, FontSource, Form, Kern, Rise, Writing, mark_of

Fonts = Mapping[str, EmbeddedFont]  # by the names that operators call them by
_Leaf = dict[tuple[str, str], "_Called"]  # by hand and font

_ESCAPES = {ord("("): b"\\(", ord(")"): b"\\)", ord("\\"): b"\\\\", ord("\r"): b"\\r"}
_END = b")]TJ"
MOST_NUMBERS = 4096  # sizes, slopes and slants whose text is kept
MOST_TABLES = 200  # pages with a table of their own, of 2 to 4 kB; a thousand cards would be twice as large with them


class Ink:
    """All that hands write into one document: the operators of each writing, then the fonts that they called.

    The fonts of a second hand get names of their own; with a `prefix` all of them do, for a document that others write
    into as well. For a print shop the ink stands `apart`: its colour is a plate of its own, which the document must
    have by the name that `plate` gives.

    Names and codes are given in the order of writing: on each page anew, where `leaf` is called after it, so that
    nothing written on one page changes the operators of another. The fonts of a page are small tables of its own that
    lead to glyphs which all share. A document of very many `pages` has one table for all.
    """

    def __init__(self, prefix: str = "", *, apart: bool = False, pages: int = 1) -> None:
        self._prefix, self._apart = prefix, apart
        self._by_page = pages <= MOST_TABLES
        self._colours: dict[Colour, None] = {}
        self._hands: dict[str, dict[str, _Called]] = {}
        self._leaves: list[_Leaf] = []
        self._whole: dict[tuple[str, str], Font] = {}

    def operators(self, writing: Writing) -> bytes:
        """A writing in points, the origin at the lower left corner of the box that it was written into."""
        grid = writing.size / 1000
        self._colours[writing.ink_colour] = None
        colour = _plate(writing.ink_colour) if self._apart else _colour(writing.ink_colour)
        parts = [b"%b %.5f 0 0 %.5f 0 0 cm BT" % (colour, grid, grid)]
        font, shown = "", b""
        for run in writing.runs:
            if run.font != font:
                called = self._called(writing, run.font)
                parts[-1] += b" /%b 1000 Tf" % called.name.encode()
                font, string = run.font, called.strings.__getitem__
            before, shown = shown, b"".join(map(string, run.script))
            if shown.startswith(_END):
                shown = shown[len(_END) :]
            else:
                shown = (b" 0 Ts[(" if b" Ts[(" in before else b"[(") + shown
            parts.append(b"%b %d %d Tm%b)]TJ" % (_form(run.form), round(run.x / grid), round(run.y / grid), shown))
        parts.append(b"ET")
        return b"\n".join(parts)

    @property
    def colours(self) -> Sequence[Colour]:
        """The colours that were written with."""
        return tuple(self._colours)

    def leaf(self) -> Callable[[], Fonts]:
        """End a page; what gives its fonts, once all the pages are written."""
        return self._end() if self._by_page else dict

    def fonts(self) -> Fonts:
        """The fonts of what was written since the last page ended."""
        return self._end()()

    def into(self, document: Document) -> None:
        """Embed the fonts, once all is written."""
        for name, font in self.fonts().items():
            document.embed(name, font)

    def _end(self) -> Callable[[], Fonts]:
        leaf: _Leaf = {(hand, name): one for hand, fonts in self._hands.items() for name, one in fonts.items()}
        self._leaves.append(leaf)
        self._hands = {}
        return lambda: {one.name: EmbeddedFont(self._font(key), one.strings.codes) for key, one in sorted(leaf.items())}

    def _font(self, key: tuple[str, str]) -> Font:
        """A font of a hand, with all the glyphs of it that were written."""
        if key not in self._whole:
            called = [leaf[key] for leaf in self._leaves if key in leaf]
            self._whole[key] = called[0].source.font({glyph for one in called for glyph in one.strings.codes})
        return self._whole[key]

    def _called(self, writing: Writing, font: str) -> "_Called":
        fonts = self._hands.setdefault(writing.hand, {})
        if font not in fonts:
            place = list(self._hands).index(writing.hand)
            fonts[font] = _Called(f"{self._prefix}{font}{place + 1 if place else ''}", writing.fonts[font])
        return fonts[font]


class _Strings(dict[str, bytes]):
    """How each piece of a script is written, as a part of `[(`, ..., `)]TJ`.

    A glyph is written as the number that it has, if it has two bytes and is free, else as another one.
    """

    def __init__(self) -> None:
        super().__init__()
        self.codes: dict[str, int] = {}
        self._taken: set[int] = set()
        self._free = (one for one in count(1) if one not in self._taken)

    def __missing__(self, piece: str) -> bytes:
        written = self[piece] = self._mark(piece) if len(piece) == 1 else b"".join(map(self.__getitem__, piece))
        return written

    def _mark(self, character: str) -> bytes:
        mark = mark_of(character)
        if isinstance(mark, Kern):
            return b")%d(" % -mark.by
        return b")]TJ %d Ts[(" % mark.to if isinstance(mark, Rise) else self._glyph(mark)

    def _glyph(self, glyph: str) -> bytes:
        code = ord(glyph)
        if code > 0xFFFF or code in self._taken:
            code = next(self._free)
        self._taken.add(code)
        self.codes[glyph] = code
        return b"".join(_ESCAPES.get(one, bytes([one])) for one in code.to_bytes(2, "big"))


@dataclass(frozen=True, slots=True)
class _Called:
    """A font of a hand, by the name that the operators call it."""

    name: str
    source: FontSource
    strings: _Strings = field(default_factory=_Strings)


def _form(form: Form) -> bytes:
    """A text matrix without its place, in as few characters as will do."""
    a, b, c, d = form
    return b"%b %b %b %b" % (_short(a), _decimal(b), _short(c), _short(d))


@lru_cache(MOST_NUMBERS)
def _short(value: float) -> bytes:
    return b"%d" % value if value == int(value) else _decimal(value)


@lru_cache(MOST_NUMBERS)
def _decimal(value: float) -> bytes:
    text = b"%.4f" % (value + 0.0)  # there is no -0
    return text.replace(b"0.", b".") if abs(value) < 1 else text


@cache
def _colour(colour: Colour) -> bytes:
    return f"{' '.join(f'{one:.3g}' for one in colour)} rg".encode()


@cache
def _plate(colour: Colour) -> bytes:
    return f"/{plate(colour)} cs 1 scn".encode()


def plate(colour: Colour) -> str:
    """The name by which the operators call the plate of a colour.

    >>> plate((0.07, 0.1, 0.31))
    'Ink121A4F'
    """
    return "Ink" + "".join(f"{round(255 * one):02X}" for one in colour)
