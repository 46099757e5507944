"""What a hand is given, and what it gives back: ink as values, from which paper makes a PDF and a plotter its moves.

Places and bounds are in points, the origin at the lower left corner of the box that was written into. Lengths along a
run are in thousandths of an em, as fonts have them.
"""

from collections.abc import Iterable, Mapping, Sequence
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

    `text` is what each glyph stands for when the page is read or copied: a letter, several, a space. A glyph may show
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


class Shift(NamedTuple):
    """Before the glyph that is number `at` of a run the pen moves `along`; if it does not, it goes on at `rise`.

    `rise` is how high above the line the pen is after the shift.
    """

    at: int
    along: int
    rise: int


class Run(NamedTuple):
    """Glyphs of one font, one after the other, from the place (x, y).

    `glyphs` is written in the font's own alphabet: each character is the number of a glyph, not a letter. `form` is the
    text matrix without its place.
    """

    font: str
    x: float
    y: float
    form: Form
    glyphs: str
    shifts: tuple[Shift, ...] = ()


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
        """The same letter so many points higher."""
        left, bottom, right, top = self.bounds
        runs = tuple(run._replace(y=run.y + by) for run in self.runs)
        return replace(self, runs=runs, bounds=(left, bottom + by, right, top + by))
