"""A letter as a picture of black and white, and what it is thinned to: a line one pixel wide."""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from notes.writing.outlines import Outline, Points

Picture = NDArray[np.bool_]
FLATNESS = 8  # straight pieces for each curve of an outline
MARGIN = 4  # white pixels around a letter


def picture_of(outline: Outline, pixels: float) -> tuple[Picture, Points]:
    """The letter with so many pixels for each unit, top row first, and where its lower left corner lies."""
    contours = [_flattened(outline.points[one], outline.on[one]) for one in outline.contours]
    every = np.concatenate(contours)
    corner = every.min(axis=0) - MARGIN / pixels
    width, height = (np.ceil((every.max(axis=0) - corner) * pixels).astype(int) + MARGIN).tolist()
    turns = np.zeros((height, width), dtype=int)
    for contour in contours:
        at = (contour - corner) * pixels
        at[:, 1] = height - at[:, 1]
        image = Image.new("1", (width, height))
        ImageDraw.Draw(image).polygon([(float(x), float(y)) for x, y in at], fill=1)
        turns += np.where(np.asarray(image), np.sign(_area(contour)), 0).astype(int)
    return turns != 0, corner


def _flattened(points: Points, on: NDArray[np.bool_]) -> Points:
    """A contour of quadratic curves as straight pieces."""
    knots: list[Points] = []
    for here, ahead, is_on, next_on in zip(points, np.roll(points, -1, 0), on, np.roll(on, -1), strict=True):
        knots.append(np.array([*here, is_on]))
        if not is_on and not next_on:
            knots.append(np.array([*((here + ahead) / 2), 1.0]))
    first = next(index for index, knot in enumerate(knots) if knot[2])
    knots = [*knots[first:], *knots[: first + 1]]
    made: list[Points] = []
    share = np.linspace(0, 1, FLATNESS, endpoint=False)[:, None]
    index = 0
    while index < len(knots) - 1:
        start, middle = knots[index][:2], knots[index + 1]
        if middle[2]:
            made.append(start[None])
            index += 1
        else:
            end = knots[index + 2][:2]
            made.append((1 - share) ** 2 * start + 2 * share * (1 - share) * middle[:2] + share**2 * end)
            index += 2
    return np.concatenate(made)


def _area(contour: Points) -> float:
    ahead = np.roll(contour, -1, axis=0)
    return float(np.sum(contour[:, 0] * ahead[:, 1] - ahead[:, 0] * contour[:, 1]))


def without_slits(picture: Picture, least: int) -> Picture:
    """The picture with its small holes filled: slits left between two strokes, not the eyes of letters."""
    white = ~np.pad(picture, 1)
    outside = np.zeros_like(white)
    outside[0, 0] = True
    holes = white & ~_spread(outside, white)
    filled = np.pad(picture, 1)
    while holes.any():
        seed = np.zeros_like(holes)
        seed[tuple(np.argwhere(holes)[0])] = True
        hole = _spread(seed, holes)
        holes &= ~hole
        if hole.sum() < least:
            filled |= hole
    return filled[1:-1, 1:-1]


def _spread(seed: Picture, within: Picture) -> Picture:
    """Everything connected to the seed."""
    while True:
        wider = seed.copy()
        wider[1:] |= seed[:-1]
        wider[:-1] |= seed[1:]
        wider[:, 1:] |= seed[:, :-1]
        wider[:, :-1] |= seed[:, 1:]
        wider &= within
        if wider.sum() == seed.sum():
            return wider
        seed = wider


def thinned(picture: Picture) -> Picture:
    """The middle line of what is black (Guo and Hall, 1989)."""
    ink = np.pad(picture, 1).astype(np.uint8)
    tables = _tables()
    changed = True
    while changed:
        changed = False
        for table in tables:
            going = ink.astype(bool) & table[_neighbours(ink)]
            if going.any():
                ink[going] = 0
                changed = True
    return ink[1:-1, 1:-1].astype(bool)


def _neighbours(ink: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The eight pixels around each as bits: north first, then clockwise."""
    code = np.zeros_like(ink)
    around = ((-1, 0), (-1, 1), (0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1))
    height, width = ink.shape
    for bit, (down, right) in enumerate(around):
        code[1:-1, 1:-1] |= ink[1 + down : height - 1 + down, 1 + right : width - 1 + right] << bit
    return code


@cache
def _tables() -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which pixels go in either half of a round, by their neighbours."""
    tables = []
    for half in (0, 1):
        table = np.zeros(256, dtype=bool)
        for code in range(256):
            n, ne, e, se, s, sw, w, nw = (bool(code >> bit & 1) for bit in range(8))
            pieces = (not n and (ne or e)) + (not e and (se or s)) + (not s and (sw or w)) + (not w and (nw or n))
            one = (nw or n) + (ne or e) + (se or s) + (sw or w)
            other = (n or ne) + (e or se) + (s or sw) + (w or nw)
            edge = ((s or sw or not nw) and w) if half == 0 else ((n or ne or not se) and e)
            table[code] = pieces == 1 and 2 <= min(one, other) <= 3 and not edge
        tables.append(table)
    return tables[0], tables[1]


def radii(picture: Picture, at: NDArray[np.int_]) -> NDArray[np.float64]:
    """The distance from each of these pixels (row, column) to the nearest white one."""
    inside = np.pad(picture, 1)
    height, width = inside.shape
    touches = np.zeros_like(inside)
    for down, right in ((-1, 0), (1, 0), (0, -1), (0, 1)):
        touches[1:-1, 1:-1] |= inside[1 + down : height - 1 + down, 1 + right : width - 1 + right]
    white = np.argwhere(~inside & touches) - 1.0
    found = np.empty(len(at))
    for start in range(0, len(at), 256):
        block = at[start : start + 256].astype(float)
        distance = np.hypot(block[:, None, 0] - white[None, :, 0], block[:, None, 1] - white[None, :, 1])
        found[start : start + 256] = distance.min(axis=1)
    return found
