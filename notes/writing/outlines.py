"""Outlines: the letters of a font as points of quadratic curves, in units of 1/1000 em."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]


@dataclass(frozen=True)
class Outline:
    """A drawn letter: `points` (n, 2), whether each is `on` the curve, the last point of each contour, the advance."""

    points: Points
    on: NDArray[np.bool_]
    ends: tuple[int, ...]
    advance: float

    @property
    def has_ink(self) -> bool:
        return len(self.ends) > 0

    @property
    def contours(self) -> list[slice]:
        starts = (0, *(end + 1 for end in self.ends))
        return [slice(start, end + 1) for start, end in zip(starts, self.ends, strict=False)]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top of the control points, which hold the curve between them."""
        low, high = self.points.min(axis=0), self.points.max(axis=0)
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])

    def moved(self, dx: float = 0, dy: float = 0, scale: tuple[float, float] = (1, 1)) -> "Outline":
        points = self.points * np.array(scale) + np.array((dx, dy))
        outline = Outline(points, self.on, self.ends, self.advance)
        return outline.reversed() if scale[0] * scale[1] < 0 else outline

    def turned(self, angle: float) -> "Outline":
        """The outline turned about the origin."""
        turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
        return Outline(self.points @ turn, self.on, self.ends, self.advance)

    def reversed(self) -> "Outline":
        """The same ink, with every contour traced in the other direction."""
        order = np.concatenate([np.arange(one.stop - 1, one.start - 1, -1) for one in self.contours])
        return Outline(self.points[order], self.on[order], self.ends, self.advance)

    def part(self, contours: Iterable[slice]) -> "Outline":
        """Some contours of the letter."""
        chosen = list(contours)
        if not chosen:
            return Outline(np.empty((0, 2)), np.empty(0, dtype=bool), (), self.advance)
        ends = tuple(int(end) - 1 for end in np.cumsum([one.stop - one.start for one in chosen]))
        return Outline(
            np.concatenate([self.points[one] for one in chosen]),
            np.concatenate([self.on[one] for one in chosen]),
            ends,
            self.advance,
        )


def outlines_of(font: Any, names: Iterable[str]) -> Mapping[str, Outline]:
    """The outlines of some glyphs of a fontTools font, composites taken apart."""
    scale = 1000 / font["head"].unitsPerEm
    hmtx = font["hmtx"]
    drawn = _quadratic(font) if "glyf" in font else _of_postscript(font)
    found = {}
    for name in names:
        coordinates, ends, flags = drawn(name)
        points = np.array(coordinates, dtype=float).reshape(-1, 2) * scale
        on = np.array([flag & 1 for flag in flags], dtype=bool)
        # A contour of one or two points draws nothing; such anchors would only spoil the bounds.
        whole = Outline(points, on, tuple(ends), hmtx[name][0] * scale)
        kept = [one for one in whole.contours if one.stop - one.start > 2]
        found[name] = whole if len(kept) == len(whole.ends) else whole.part(kept)
    return found


def _quadratic(font: Any) -> Callable[[str], Any]:
    glyf = font["glyf"]
    return lambda name: glyf[name].getCoordinates(glyf)


def _of_postscript(font: Any) -> Callable[[str], Any]:
    """The cubic curves of an OpenType font with PostScript outlines, as quadratic ones that look the same."""
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    glyphs, near = font.getGlyphSet(), font["head"].unitsPerEm / 1000

    def drawn(name: str) -> Any:
        pen: Any = TTGlyphPen(None)
        curves: Any = Cu2QuPen
        glyphs[name].draw(curves(pen, near, reverse_direction=True))
        return pen.glyph().getCoordinates(None)

    return drawn
