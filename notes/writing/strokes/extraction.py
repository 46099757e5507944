"""The letters of a font as movements of a pen."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from unicodedata import normalize

import numpy as np

from notes.writing.hand_specs import HandSpec
from notes.writing.outlines import Outline, Points
from notes.writing.source import read_source
from notes.writing.strokes.alphabet import Alphabet, Form, PenStroke
from notes.writing.strokes.curves import smoothed
from notes.writing.strokes.graph import graph_of
from notes.writing.strokes.habits import habit_of
from notes.writing.strokes.ordering import ordered
from notes.writing.strokes.paths import Path, paths_of
from notes.writing.strokes.raster import MARGIN, Picture, picture_of, thinned, without_slits

_COMPOSED = "đĐħĦŧŦłŁøØæœÆŒ–—…ĲĳŉĿŀı"
FINE = 110  # pixels for an x-height
STEP = 0.04  # x-heights from point to point
HEIGHT_OF_E, WIDTH_OF_EYE = 0.94, 0.5  # x-heights
LEAST_BAR = 0.44  # x-heights from the line to the bar of an e
_WITHOUT_EYES = "hmnrukvwyijltfxzHIJKLMNTUVWXYZ"
SLIT = 0.013  # of a square x-height
EYE = 0.44  # x-heights from the bar of an e to its top
SMOOTH = 0.035  # x-heights
LOWEST = -2.5  # x-heights; no tail begins as low


def form_of(letter: str, outline: Outline, x_height: float) -> Form:
    """The movements of a letter of a font; lengths become x-heights."""
    pixels = FINE / x_height
    picture, corner = picture_of(outline, pixels)
    if letter in _WITHOUT_EYES:
        picture = without_slits(picture, round(SLIT * FINE**2))
    origin = (corner + np.array([0.0, picture.shape[0] / pixels])) / x_height
    paths = _movements(letter, picture, 1 / FINE, origin)
    if letter == "e":
        paths = [_with_open_eye(paths[0]), *paths[1:]]
    return _form(paths)


def form_in(letter: str, picture: Picture, scale: float, origin: Points) -> Form:
    """The movements that left this ink; a pixel is so many x-heights, and its upper left corner lies at the origin."""
    return _form(_movements(letter, np.pad(picture, MARGIN), scale, origin + np.array((-MARGIN, MARGIN)) * scale))


def _movements(letter: str, picture: Picture, scale: float, origin: Points) -> list[Path]:
    paths = paths_of(graph_of(thinned(picture), picture), scale, origin)
    return [_smooth(one) for one in ordered(letter, [_marked(letter, one) for one in paths])]


def _form(paths: Sequence[Path]) -> Form:
    return tuple(PenStroke(one.points, one.radius, one.waits) for one in sorted(paths, key=lambda one: one.waits))


def _with_open_eye(path: Path) -> Path:
    """An e whose eye stays open whatever pen writes it: its bar low enough, and all of it wide enough."""
    points = path.points.copy()
    low, high = points.min(axis=0), points.max(axis=0)
    points[:, 1] *= max(1.0, HEIGHT_OF_E / float(high[1]))
    eye = points[: int(len(points) * 0.6), 0]
    points[:, 0] = low[0] + (points[:, 0] - low[0]) * max(1.0, WIDTH_OF_EYE / float(eye.max() - eye.min()))
    turn = int(np.argmax(points[: len(points) // 2, 0]))
    if turn < 3:
        return Path(points, path.radius, path.waits)
    middle = points[: turn + 1, 0].mean()
    bar = float(np.interp(middle, points[: turn + 1, 0], points[: turn + 1, 1]))
    top = float(points[turn:, 1][points[turn:, 0] > middle].max(initial=bar))
    share = 1 - np.arange(turn + 1) / turn
    lower = max(0.0, min(EYE - (top - bar), bar - LEAST_BAR))
    points[: turn + 1, 1] -= lower * np.sin(np.pi / 2 * np.minimum(1, 1.6 * share))
    return Path(points, path.radius, path.waits)


def _marked(letter: str, path: Path) -> Path:
    """Whether it is a dot or a bar that waits until the letter is done."""
    low, high = path.points.min(axis=0), path.points.max(axis=0)
    wide, tall = high - low
    if letter in "ijäöüÄÖÜ" and low[1] > 0.95:
        return replace(path, waits=True)
    if habit_of(letter).bar_last and wide > 1.6 * tall and path.length < 1.35 * wide:
        return replace(path, waits=True)
    return path


def _smooth(path: Path) -> Path:
    """Evenly spaced points of the line, without the steps of the pixels."""
    points, radius = path.points, path.radius
    along = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    if along[-1] < 2 * STEP:
        return Path(points[[0, -1]], radius[[0, -1]], path.waits)
    fine = np.linspace(0, along[-1], max(8, int(along[-1] / 0.008)))
    dense = np.stack([np.interp(fine, along, points[:, 0]), np.interp(fine, along, points[:, 1])], axis=1)
    wide = np.interp(fine, along, radius)
    step = fine[1]
    dense = smoothed(dense, SMOOTH / step)
    wide = smoothed(wide[:, None], 0.12 / step)[:, 0]
    count = max(3, int(along[-1] / STEP) + 1)
    at = np.linspace(0, len(fine) - 1, count)
    index = np.arange(len(fine))
    return Path(
        np.stack([np.interp(at, index, dense[:, 0]), np.interp(at, index, dense[:, 1])], axis=1),
        np.interp(at, index, wide),
        path.waits,
    )


def alphabet_of(drawn: Mapping[str, Sequence[Outline]], x_height: float) -> Alphabet:
    """The alphabet of a font's letters; letters with accents are put together, not kept."""
    return Alphabet(
        {
            letter: tuple(form_of(letter, _without_rules(one, x_height), x_height) for one in those if one.has_ink)
            for letter, those in drawn.items()
            if len(letter) == 1 and letter != " " and len(normalize("NFD", letter)) == 1 and letter not in _COMPOSED
        }
    )


def _without_rules(outline: Outline, x_height: float) -> Outline:
    """A letter without what lies below every tail: lines to write on, as fonts for schools have them by mistake."""
    kept = [one for one in outline.contours if float(outline.points[one, 1].max()) > LOWEST * x_height]
    return outline.part(kept) if kept else outline


def alphabet_of_font(spec: HandSpec) -> Alphabet:
    """The alphabet of a font file.

    Raises:
        BadValue: the file is not a font that is fit to write with.
    """
    forms = read_source(spec)
    heights = [forms[one][0].box[3] for one in "acemnorsuvwxz" if one in forms]
    return alphabet_of(forms, float(np.median(heights)))
