"""Ink: what a pen of some width leaves along its strokes, as outlines.

Lengths are in x-heights; outlines are in units of which an x-height has so many.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from notes.writing.outlines import Outline, Points
from notes.writing.strokes.curves import Numbers, along, even
from notes.writing.strokes.raster import MARGIN, Picture
from notes.writing.strokes.words import STEP, Stroke

BEND = np.radians(26)  # how far a line turns from knot to knot
REACH = 0.55  # x-heights between knots at the most
CORNER = np.radians(80)  # where a line turns so sharply it is drawn as two
SWELL, SLOW, LIFT = 0.07, 0.05, 0.22  # shares of the width: on the way down, in bends, where the pen leaves the paper
LIFTED = 0.12  # x-heights over which it does
SHARP = 72  # pixels for an x-height from which on the edge of a line is about where it is painted
HALF = 127  # of a pixel's ink


def ink_of(strokes: Iterable[Stroke], units: float) -> Outline:
    """The outline of all that is black, of overlapping pieces."""
    pieces = [piece for stroke in strokes for piece in _pieces(stroke)]
    drawn = [_around(points, radius) for points, radius in pieces]
    if not drawn:
        return Outline(np.empty((0, 2)), np.empty(0, dtype=bool), (), 0.0)
    ends = np.cumsum([len(points) for points, _ in drawn]) - 1
    points = np.concatenate([points for points, _ in drawn]) * units
    return Outline(points, np.concatenate([on for _, on in drawn]), tuple(int(end) for end in ends), 0.0)


def painted(strokes: Iterable[Stroke], pixels: float) -> tuple[Picture, Points]:
    """The same ink as a picture with so many pixels for an x-height, and where its lower left corner lies."""
    times = int(np.ceil(SHARP / pixels))
    lines = [(one.points, widths(one)) for one in strokes]
    edge = max(float(radius.max()) for _, radius in lines) + MARGIN / pixels
    every = np.concatenate([points for points, _ in lines])
    corner = every.min(axis=0) - edge
    width, height = (np.ceil((every.max(axis=0) - corner + edge) * pixels).astype(int) * times).tolist()
    pixels *= times
    image = Image.new("L", (width, height))
    draw = ImageDraw.Draw(image)
    for line, radius in lines:
        points, wide = even(line, radius, 0.35 * float(radius.min()))
        for (x, y), half in zip((points - corner) * pixels, wide * pixels, strict=True):
            draw.ellipse((x - half - 0.5, height - y - half - 0.5, x + half - 0.5, height - y + half - 0.5), fill=255)
    return np.asarray(image.reduce(times)) > HALF, corner


def widths(stroke: Stroke) -> Numbers:
    """Half the width of the ink: a little more on the way down and in bends, less where the pen is lifted."""
    points = stroke.points
    if len(points) < 4:
        return stroke.radius
    steps = np.gradient(points, axis=0)
    length = np.maximum(np.hypot(*steps.T), 1e-9)
    down = -steps[:, 1] / length
    bends = np.abs(np.gradient(np.unwrap(np.arctan2(steps[:, 1], steps[:, 0])))) / np.maximum(length, STEP / 3)
    far = along(points)
    lifted = np.exp(-(((far[-1] - far) / LIFTED) ** 2))
    change = SWELL * down + SLOW * np.minimum(1, bends / 8) - LIFT * lifted
    kernel = np.ones(5) / 5
    smooth = np.convolve(np.pad(change, 2, mode="edge"), kernel, "valid")
    changed: Numbers = stroke.radius * (1 + smooth)
    return changed


def _pieces(stroke: Stroke) -> Iterable[tuple[Points, Numbers]]:
    """The parts of a stroke between its sharp corners."""
    points, radius = stroke.points, widths(stroke)
    if len(points) < 5:
        yield points, radius
        return
    ahead = points[2:] - points[1:-1]
    behind = points[1:-1] - points[:-2]
    headings = np.arctan2(ahead[:, 1], ahead[:, 0]) - np.arctan2(behind[:, 1], behind[:, 0])
    turns = np.abs((headings + np.pi) % (2 * np.pi) - np.pi)
    window = np.convolve(turns, np.ones(3), "same")
    first = 0
    for corner in [*_peaks(window), len(points) - 1]:
        if corner - first >= 1:
            yield points[first : corner + 1], radius[first : corner + 1]
        first = corner


def _peaks(window: Numbers) -> list[int]:
    """The points at which a line turns most sharply, none too near to another."""
    found: list[int] = []
    for index in np.argsort(-window, kind="stable").tolist():
        if window[index] < CORNER:
            break
        if all(abs(index + 1 - other) > 3 for other in found):
            found.append(index + 1)
    return sorted(found)


def _around(points: Points, radius: Numbers) -> tuple[Points, NDArray[np.bool_]]:
    """The contour around a piece: both its sides, and round ends."""
    steps = np.gradient(points, axis=0) if len(points) > 2 else np.repeat(points[-1:] - points[:1], len(points), axis=0)
    length = np.hypot(*steps.T)[:, None]
    ahead = np.where(length > 1e-9, steps / np.maximum(length, 1e-9), np.array([[1.0, 0.0]]))
    knots = _knots(points, ahead)
    places, ahead, half = points[knots], ahead[knots], radius[knots][:, None]
    aside = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1)
    left, right = places + aside * half, places - aside * half
    end = [places[-1] + half[-1] * (ahead[-1] + aside[-1]), places[-1] + half[-1] * (ahead[-1] - aside[-1])]
    start = [places[0] - half[0] * (ahead[0] + aside[0]), places[0] - half[0] * (ahead[0] - aside[0])]
    around = np.concatenate([left, end, right[::-1], start])
    on = np.zeros(len(around), dtype=bool)
    count = len(places)
    on[[0, count - 1, count + 2, 2 * count + 1]] = True
    return around, on


def _knots(points: Points, ahead: Points) -> list[int]:
    """The points that are enough to draw a line by: nearer to each other where it bends."""
    turns = np.abs(np.diff(np.unwrap(np.arctan2(ahead[:, 1], ahead[:, 0]))))
    effort = np.concatenate([[0], np.cumsum(np.maximum(turns / BEND, np.hypot(*np.diff(points, axis=0).T) / REACH))])
    count = max(1, int(np.ceil(effort[-1])))
    at = np.searchsorted(effort, np.linspace(0, effort[-1], count + 1) - 1e-9).clip(0, len(points) - 1)
    knots: list[int] = np.unique(at).tolist()
    return knots
