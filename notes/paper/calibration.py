"""Calibration: where a printer puts its ink, learned from the test sheet and a ruler.

The person reads how far each of the four crosses is from the two nearest edges of the paper; a least-squares fit of an
affine map through them gives offset, scale and skew.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from math import atan, degrees, hypot

from notes.paper.folding import UNCHANGED, Matrix
from notes.paper.stocks import Size
from notes.problems import BadValue
from notes.units import MM

FROM_EDGE = 30 * MM
SMALLEST_OFFSET = 0.5 * MM  # less than a ruler can show
SMALLEST_SCALE = 0.003
SHRUNK = 0.91, 0.97  # what “Fit to page” does to Letter, to A4 on Letter, and to envelopes
FARTHEST = 25 * MM
CROSSES = ("upper left", "upper right", "lower left", "lower right")


@dataclass(frozen=True, slots=True)
class Reading:
    """What the ruler says about a cross: the distance to the nearest side edge and to the nearest end, in points."""

    across: float
    down: float


def targets(size: Size) -> list[tuple[float, float]]:
    """Where the crosses are drawn, in the order of `CROSSES`."""
    width, height = size
    return [(x, y) for y in (height - FROM_EDGE, FROM_EDGE) for x in (FROM_EDGE, width - FROM_EDGE)]


def learn(size: Size, readings: Sequence[Reading]) -> Matrix:
    """What the printer does, from the four crosses; an error too small for a ruler counts as none.

    Raises:
        BadValue: the print dialog shrinks the page, or a cross cannot be where it was read.
    """
    width, height = size
    if len(readings) != len(CROSSES):
        raise BadValue(
            "there are four crosses on the sheet.", "Measure all four, from the upper left to the lower right."
        )
    read = [
        (one.across if left else width - one.across, height - one.down if upper else one.down)
        for one, (upper, left) in zip(readings, [(1, 1), (1, 0), (0, 1), (0, 0)], strict=True)
    ]
    if not all(math.isfinite(one) for seen in read for one in seen):
        raise BadValue("what you measured are not numbers.", "Write eight, in mm: 30 30.5 29 ...")
    for name, seen, meant in zip(CROSSES, read, targets(size), strict=True):
        if hypot(seen[0] - meant[0], seen[1] - meant[1]) > FARTHEST:
            remedy = "Measure from its middle to the nearest edges; both should be near 30 mm."
            raise BadValue(f"the {name} cross cannot be where you measured it.", remedy)
    found = fit(targets(size), read)
    across, down = hypot(found.a, found.b), hypot(found.c, found.d)
    if SHRUNK[0] <= across <= SHRUNK[1] and SHRUNK[0] <= down <= SHRUNK[1]:
        remedy = "Set “Actual size” or 100% instead of “Fit” in the print dialog, and print the sheet again."
        raise BadValue(f"the print dialog is shrinking the page to {(across + down) / 2:.1%}.", remedy)
    return _worth_it(found, size)


def fit(meant: Sequence[tuple[float, float]], seen: Sequence[tuple[float, float]]) -> Matrix:
    """The affine map that takes the meant points nearest to the seen ones (least squares)."""
    import numpy as np

    points = np.column_stack([meant, np.ones(len(meant))])
    found, *_ = np.linalg.lstsq(points, np.array(seen), rcond=None)
    return Matrix(*(round(float(one), 9) + 0.0 for one in found.ravel()))  # no -0.0, and no noise of the last digit


def _worth_it(found: Matrix, size: Size) -> Matrix:
    """The map, or no change at all where a ruler could not tell the difference."""
    middle = size[0] / 2, size[1] / 2
    arrives = found.on(*middle)
    offset = max(abs(arrives[0] - middle[0]), abs(arrives[1] - middle[1]))
    distortion = max(abs(found.a - 1), abs(found.d - 1), abs(found.b), abs(found.c))
    return UNCHANGED if offset < SMALLEST_OFFSET and distortion <= SMALLEST_SCALE else found


def describe(found: Matrix, size: Size) -> str:
    """What the printer does, in a sentence."""
    middle = found.on(size[0] / 2, size[1] / 2)
    right, up = (middle[0] - size[0] / 2) / MM, (middle[1] - size[1] / 2) / MM
    if found == UNCHANGED:
        return "The printer prints true; there is nothing to correct."
    parts = [f"{abs(right):.1f} mm too far to the {'right' if right > 0 else 'left'}"] if abs(right) >= 0.05 else []
    parts += [f"{abs(up):.1f} mm too {'high' if up > 0 else 'low'}"] if abs(up) >= 0.05 else []
    scaled = max(abs(found.a - 1), abs(found.d - 1)) > 0.001
    parts += [f"{found.a:.1%} wide and {found.d:.1%} high"] if scaled else []
    parts += [f"askew by {degrees(atan(found.b)):.2f}°"] if abs(found.b) > 0.0005 else []
    return f"The printer prints {', '.join(parts)}; this is corrected from now on."
