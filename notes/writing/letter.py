"""What a hand is given, and what it gives back: ink as values, from which paper makes a PDF and a plotter its moves.

Places and bounds are in points, the origin at the lower left corner of the box that was written into. Kerns and rises
are in thousandths of an em, as fonts have their lengths.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, Protocol

Bounds = tuple[float, float, float, float]  # left, bottom, right, top
Form = tuple[float, float, float, float]  # a, b, c, d of a text matrix: x' = ax + cy, y' = bx + dy
Colour = tuple[float, float, float]  # red, green, blue: 0 to 1
UPRIGHT: Form = (1.0, 0.0, 0.0, 1.0)


class Letter(Protocol):
    """The parts of a note, in the order in which they are written; a part may be empty."""

    @property
    def salutation(self) -> str: ...
    @property
    def paragraphs(self) -> tuple[str, ...]: ...
    @property
    def closing(self) -> str: ...
    @property
    def signature(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Font:
    """A TrueType font with the glyphs that were asked for: glyph 0 is empty, then they come in the order of `glyphs`.

    `text` is what each glyph means when the page is read or copied: a letter, several, a space. A glyph may show
    a whole word and stand for its first letter, if empty glyphs for the others follow. `advances` and the other
    lengths are in thousandths of an em.
    """

    name: str
    ttf: bytes
    glyphs: tuple[str, ...]
    text: Mapping[str, str]
    advances: Mapping[str, int]
    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int


class FontSource(Protocol):
    """Makes the font of a document once it is known which glyphs the document uses."""

    def font(self, glyphs: Iterable[str]) -> Font: ...


class Kern(NamedTuple):
    """The pen moves on by so much (or back, if it is negative) before the next glyph."""

    by: int


class Rise(NamedTuple):
    """From here to the end of the run, or the next rise, the glyphs stand so high above its line."""

    to: int


Mark = str | Kern | Rise  # a str is a glyph: one character, whose number is that of the glyph in its font

# A run keeps its marks in strings that it shares with others, as a month's letters have millions of them. Kerns and
# rises are characters of the private area of Unicode, a kern up to two ems; fonts number their glyphs outside of it.
_KERN, _RISE, _END = 0xE000, 0xF000, 0xF900
_NO_KERN, _NO_RISE = (_KERN + _RISE) // 2, (_RISE + _END) // 2


def as_character(mark: Mark) -> str:
    """The character of a mark in the script of a run.

    >>> mark_of(as_character(Kern(-10))), mark_of(as_character(Rise(4))), mark_of(as_character("a"))
    (Kern(by=-10), Rise(to=4), 'a')
    """
    if isinstance(mark, Kern):
        return chr(min(max(_NO_KERN + mark.by, _KERN), _RISE - 1))
    return chr(min(max(_NO_RISE + mark.to, _RISE), _END - 1)) if isinstance(mark, Rise) else mark


def mark_of(character: str) -> Mark:
    """The mark that a character in the script of a run means."""
    number = ord(character)
    if _KERN <= number < _RISE:
        return Kern(number - _NO_KERN)
    return Rise(number - _NO_RISE) if _RISE <= number < _END else character


class Run(NamedTuple):
    """What a pen does from the place (x, y) on, with one font and one `form`: the text matrix without its place.

    `script` has the marks one after the other, each `as_character`, in pieces that come again: a word, a space, a rise.
    """

    font: str
    x: float
    y: float
    form: Form
    script: Sequence[str]

    @property
    def marks(self) -> list[Mark]:
        return [mark_of(one) for piece in self.script for one in piece]

    def placed(self, advance: Callable[[str], float]) -> Iterator[tuple[str, float, float]]:
        """Each glyph with its place in font units: how far along the line, and how far above it."""
        along = rise = 0.0
        for mark in self.marks:
            if isinstance(mark, Kern):
                along += mark.by
            elif isinstance(mark, Rise):
                rise = mark.to
            else:
                yield mark, along, rise
                along += advance(mark)


class Writing(Protocol):
    """What an output needs of a written thing, whatever hand wrote it.

    `runs` are its ink, `size` the points of an em where the form is upright, `ink_colour` its colour; `fonts` has the
    source of the font for each name that a run calls; `bounds` is what is black, `x_height_mm` how high the small
    letters are, and `lines` what a person reads. Two writings of the same `hand` have the same fonts.
    """

    @property
    def hand(self) -> str: ...
    @property
    def size(self) -> float: ...
    @property
    def ink_colour(self) -> Colour: ...
    @property
    def runs(self) -> Sequence[Run]: ...
    @property
    def fonts(self) -> Mapping[str, FontSource]: ...
    @property
    def bounds(self) -> Bounds: ...
    @property
    def x_height_mm(self) -> float: ...
    @property
    def lines(self) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A letter in a hand: a `Writing` as a value."""

    hand: str
    size: float
    ink_colour: Colour
    runs: tuple[Run, ...]
    bounds: Bounds
    x_height_mm: float
    lines: tuple[str, ...]
    fonts: Mapping[str, FontSource] = field(repr=False, compare=False)

    def raised(self, by: float) -> "Written":
        """The same letter, raised by so many points."""
        left, bottom, right, top = self.bounds
        runs = tuple(run._replace(y=run.y + by) for run in self.runs)
        return replace(self, runs=runs, bounds=(left, bottom + by, right, top + by))
