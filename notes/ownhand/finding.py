"""Finding a page of the sheet in a photograph: its corner marks, which page it is, and how it lies.

A place on the page is in millimetres, as in `sheet`; a place in the photograph is x and y in pixels.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from notes.ownhand import marks
from notes.ownhand.bending import BLACK, FLAT, Bend, Places, bend_of, squares_in
from notes.ownhand.marks import PageMark
from notes.ownhand.sheet import HIGH, MARK, WIDE, Sheet
from notes.paper.blots import Blots, Grey, darkness
from notes.problems import BadValue

if TYPE_CHECKING:
    from PIL.Image import Image

LOOKED_AT = 1800  # pixels of the longer side in which marks are looked for
MARK_HIGH = 13.0  # millimetres about the row of squares in which it is, on a bent page too
PATCH = 9.0  # millimetres of a bent page that are as good as flat
PAPER_PIECES = 24  # along the longer side, whose brightness is found
_CORNERS = np.array([(0.0, 0.0), (WIDE, 0.0), (WIDE, HIGH), (0.0, HIGH)])  # clockwise
_AGAIN = "Photograph the whole page once more, from straight above, with all four corner marks in the picture."


@dataclass(frozen=True)
class Plane:
    """How a page lies in a photograph: the eight numbers of its perspective."""

    numbers: Places

    @classmethod
    def through(cls, page: Places, photograph: Places) -> "Plane":
        """The plane in which these places of the page are seen at those of the photograph (four of each, or more)."""
        rows, values = [], []
        for (x, y), (u, v) in zip(page, photograph, strict=True):
            rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
            values += [u, v]
        return cls(np.linalg.lstsq(np.array(rows), np.array(values), rcond=None)[0])

    def seen(self, page: Places) -> Places:
        """Where places of the page are in the photograph."""
        a, b, c, d, e, f, g, h = self.numbers
        x, y = np.asarray(page, dtype=float).T
        depth = g * x + h * y + 1
        return np.stack([(a * x + b * y + c) / depth, (d * x + e * y + f) / depth], axis=1)

    def cut(self, photograph: "Image", left: float, top: float, size: tuple[float, float], fine: float) -> Grey:
        """A piece of the page as it would be seen from above, with so many pixels for a millimetre."""
        from PIL import Image

        a, b, c, d, e, f, g, h = self.numbers
        depth = g * left + h * top + 1
        across = np.array([a / fine, b / fine, a * left + b * top + c]) / depth
        down = np.array([d / fine, e / fine, d * left + e * top + f]) / depth
        far = np.array([g, h]) / fine / depth
        pixels = (round(size[0] * fine), round(size[1] * fine))
        data = (*across.tolist(), *down.tolist(), *far.tolist())
        cut = photograph.transform(pixels, Image.Transform.PERSPECTIVE, data, Image.Resampling.BICUBIC, fillcolor=255)
        return np.asarray(cut, dtype=np.float32)


@dataclass(frozen=True)
class Found:
    """A page in a photograph: which it is, how it lies; in `grey` its guides are as light as the paper."""

    mark: PageMark
    plane: Plane
    grey: "Image"
    photograph: "Image"

    @cached_property
    def bend(self) -> Bend:
        """How the page is bent.

        Raises:
            BadValue: so much that it cannot be read.
        """
        sheet = Sheet.numbered(self.mark.sheet)
        return bend_of(self, sheet.on(self.mark.page)) if sheet else FLAT

    @property
    def fine(self) -> float:
        """Pixels for a millimetre, in the middle of the page."""
        middle = np.array([(WIDE / 2, HIGH / 2), (WIDE / 2 + 1, HIGH / 2)])
        one, other = self.plane.seen(middle)
        return float(np.hypot(*(other - one)))

    def cut(self, band: "Image", left: float, top: float, size: tuple[float, float], fine: float) -> Grey:
        """A piece of the page as it would be seen from above if it lay flat, with so many pixels for a millimetre."""
        from PIL import Image

        pixels = (round(size[0] * fine), round(size[1] * fine))
        columns, rows = (np.linspace(0, side, max(2, round(side / fine / PATCH) + 1)).round() for side in pixels)
        places = np.stack(np.meshgrid(columns, rows), axis=-1) / fine + (left, top)
        flat = places.reshape(-1, 2)
        seen = self.plane.seen(flat + self.bend.at(flat)).reshape(places.shape)
        mesh = []
        for row, column in product(range(len(rows) - 1), range(len(columns) - 1)):
            box = (columns[column], rows[row], columns[column + 1], rows[row + 1])
            corners = [seen[row + down, column + right] for down, right in ((0, 0), (1, 0), (1, 1), (0, 1))]
            mesh.append((tuple(map(int, box)), tuple(np.concatenate(corners).tolist())))
        cut = band.transform(pixels, Image.Transform.MESH, mesh, Image.Resampling.BICUBIC, fillcolor=255)
        return np.asarray(cut, dtype=np.float32)


def found_in(photograph: "Image") -> Found:
    """The page that a photograph shows.

    Raises:
        BadValue: it shows none, or not all of one.
    """
    grey = photograph.getchannel("R") if photograph.mode == "RGB" else photograph.convert("L")
    corners = _refined(grey, _corners_in(grey))
    for turn in range(4):
        plane = Plane.through(np.roll(_CORNERS, turn, axis=0), corners)
        if mark := _mark_on(grey, plane):
            return Found(mark, plane, grey, photograph)
    raise BadValue(
        "the four corner marks are there, but the row of squares between the upper two is not one of ours.",
        "Print the sheet anew with `notes hand sheet`; nothing may lie on its upper edge.",
    )


@dataclass(frozen=True)
class _Mark:
    """A corner mark as it is seen: its middle and how wide it is, in pixels."""

    x: float
    y: float
    wide: float


def _corners_in(grey: "Image") -> list[_Mark]:
    """The four corner marks, clockwise."""
    scale = min(1.0, LOOKED_AT / max(grey.size))
    small = grey.resize((round(grey.width * scale), round(grey.height * scale)), 4 if scale < 1 else 0)
    pixels = np.asarray(small, dtype=np.float32)
    seen = _marks_in(darkness(pixels, max(8, max(pixels.shape) // PAPER_PIECES)) > BLACK)
    if len(seen) > 4:
        largest = sorted(seen, key=lambda one: -one.wide)[:9]
        seen = min((list(four) for four in combinations(largest, 4)), key=_unlikely)
    if len(seen) < 4:
        raise _too_few(len(seen))
    middle = np.mean([(one.x, one.y) for one in seen], axis=0)
    around = sorted(seen, key=lambda one: float(np.arctan2(one.y - middle[1], one.x - middle[0])))
    return [_Mark(one.x / scale, one.y / scale, one.wide / scale) for one in around]


def _too_few(count: int) -> BadValue:
    if count == 0:
        return BadValue("this is no page of the sheet: none of its corner marks is to be seen.", _AGAIN)
    if count == 3:
        return BadValue("one of the four corner marks is not in the picture, or something covers it.", _AGAIN)
    return BadValue(f"only {count} of the four corner marks can be seen.", _AGAIN)


def _marks_in(ink: NDArray[np.bool_]) -> list[_Mark]:
    """Rings with a square in their middle."""
    blots = Blots.of(ink)
    high, wide = blots.boxes[:, 2] - blots.boxes[:, 0], blots.boxes[:, 3] - blots.boxes[:, 1]
    likely = (np.minimum(high, wide) >= 4) & (np.maximum(high, wide) < 2.2 * np.minimum(high, wide))
    middles = (blots.boxes[:, 2:] + blots.boxes[:, :2]) / 2
    fill = blots.sizes / np.maximum(1, high * wide)
    squares = np.flatnonzero(likely & (fill > 0.42))
    found = []
    for ring in np.flatnonzero(likely & (fill < 0.68) & (fill > 0.15) & (np.minimum(high, wide) >= 12)):
        near = np.hypot(*(middles[squares] - middles[ring]).T) < 0.14 * wide[ring]
        share = blots.sizes[squares] / blots.sizes[ring]
        for square in squares[near & (share > 0.2) & (share < 0.65)]:
            y, x = middles[square]
            found.append(_Mark(float(x), float(y), float(high[ring] + wide[ring]) / 2))
    return found


def _unlikely(four: Sequence[_Mark]) -> float:
    """How little four marks look like the corners of one page: how unlike they are, how far from its shape."""
    sides = sorted(float(np.hypot(one.x - other.x, one.y - other.y)) for one, other in combinations(four, 2))
    widths = [one.wide for one in four]
    shape = abs(np.log(sides[2] * sides[3] / (sides[0] * sides[1]) / (HIGH / WIDE) ** 2))
    return float(max(widths) / min(widths) - 1 + shape + abs(np.log(sides[0] / np.mean(widths) / (WIDE / MARK))))


def _refined(grey: "Image", corners: Sequence[_Mark]) -> Places:
    """The middles of the marks, by all pixels of the squares in them."""
    return np.array([_middle_of(grey, one) for one in corners])


def _middle_of(grey: "Image", mark: _Mark) -> tuple[float, float]:
    reach = 0.75 * mark.wide
    left, top = max(0, int(mark.x - reach)), max(0, int(mark.y - reach))
    piece = grey.crop((left, top, int(mark.x + reach), int(mark.y + reach)))
    pixels = np.asarray(piece, dtype=np.float32)
    light, dark = np.percentile(pixels, (90, 5))
    blots = Blots.of(pixels < (light + dark) / 2)
    row, column = (
        int(np.clip(at, 0, edge - 1))
        for at, edge in ((mark.y - top, pixels.shape[0]), (mark.x - left, pixels.shape[1]))
    )
    number = blots.labels[row, column]
    if not number or blots.sizes[number - 1] > 0.4 * mark.wide**2:
        return mark.x, mark.y
    rows, columns = np.nonzero(blots.labels == number)
    return left + float(columns.mean()) + 0.5, top + float(rows.mean()) + 0.5


def _mark_on(grey: "Image", plane: Plane) -> PageMark | None:
    """The page mark, if the page lies this way."""
    middles = [x for x, _ in squares_in(grey, plane, (WIDE / 2, 0.0), (WIDE - 2 * MARK, MARK_HIGH), marks.SIDE)]
    return PageMark.read([any(abs(x - place) < marks.STEP / 2 for x in middles) for place in marks.places()])
