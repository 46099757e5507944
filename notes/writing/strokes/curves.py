"""Lines as rows of points: lengths, directions, smoothing, and curves from place to place."""

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Numbers = NDArray[np.float64]


def along(points: Points) -> Numbers:
    """How far each point is from the first, along the line."""
    return np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])


def even(points: Points, radius: Numbers, step: float) -> tuple[Points, Numbers]:
    """The same line with points a step apart."""
    far = along(points)
    if far[-1] < 1e-6:
        return points[:1], radius[:1]
    at = np.linspace(0, far[-1], max(2, round(far[-1] / step) + 1))
    made = np.stack([np.interp(at, far, column) for column in points.T], axis=1)
    return made, np.interp(at, far, radius)


def heading(points: Points, at_end: bool, reach: float) -> Points:
    """The direction of a line at its start or its end, seen over some length."""
    line = points if not at_end else points[::-1]
    far = along(line)
    index = min(int(np.searchsorted(far, reach)), len(line) - 1)
    step: Points = line[index] - line[0] if not at_end else line[0] - line[index]
    return step / max(float(np.hypot(*step)), 1e-9)


def curve(start: Points, leaving: Points, end: Points, arriving: Points, ease: tuple[float, float]) -> Points:
    """A cubic curve that leaves and arrives in these directions; `ease` is how long it keeps to them, in its length."""
    far = float(np.hypot(*(end - start)))
    share = np.linspace(0, 1, max(4, round(far / 0.04)))[:, None]
    one, two = start + leaving * ease[0] * far, end - arriving * ease[1] * far
    made: Points = (
        (1 - share) ** 3 * start
        + 3 * share * (1 - share) ** 2 * one
        + 3 * share**2 * (1 - share) * two
        + share**3 * end
    )
    return made


def smoothed(points: Points, sigma: float) -> Points:
    """A line with its corners rounded, its ends where they were; sigma in points, one number or one for each point."""
    if len(points) < 5 or sigma < 0.25:
        return points
    reach = min(int(3 * sigma) + 1, len(points) - 1)
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    kernel /= kernel.sum()
    head = 2 * points[0] - points[1 : reach + 1][::-1]
    tail = 2 * points[-1] - points[-reach - 1 : -1][::-1]
    padded = np.vstack([head, points, tail])
    return np.stack([np.convolve(column, kernel, "valid") for column in padded.T], axis=1)


def waves(at: Numbers, chance: np.random.Generator, lengths: tuple[float, float], count: int = 3) -> Numbers:
    """A smooth irregularity along a line, rms 1: a sum of sines of these wavelengths."""
    total = np.zeros_like(at)
    for length, phase in zip(chance.uniform(*lengths, count), chance.uniform(0, 2 * np.pi, count), strict=True):
        total += np.sin(2 * np.pi * at / length + phase)
    scaled: Numbers = total * np.sqrt(2 / count)
    return scaled


def needed(points: Points, slack: float) -> set[int]:
    """The points without which the line would be off by more than that (Douglas and Peucker)."""
    kept = {0, len(points) - 1}
    rows = [(0, len(points) - 1)]
    while rows:
        first, last = rows.pop()
        if last - first < 2:
            continue
        chord = points[last] - points[first]
        away = points[first + 1 : last] - points[first]
        length = float(np.hypot(*chord))
        off = np.abs(chord[0] * away[:, 1] - chord[1] * away[:, 0]) / length if length > 1e-9 else np.hypot(*away.T)
        far = int(np.argmax(off))
        if off[far] > slack:
            middle = first + 1 + far
            kept.add(middle)
            rows += [(first, middle), (middle, last)]
    return kept
