"""Optical spacing: how near to each other letters stand, from ink to ink."""

import numpy as np

from notes.writing.strokes.curves import Numbers, Points

LOWEST, HIGHEST, BAND = -1.4, 3.0, 0.1
BANDS = round((HIGHEST - LOWEST) / BAND)
SOFT = 0.22
NOTHING = 1e3  # where a letter has no ink in a band
CLOSEST = 0.12
FAR = 9.0  # gaps beyond count as this
HEIGHTS = LOWEST + BAND * (np.arange(BANDS) + 0.5)
_WEIGHT = np.where((HEIGHTS > -0.15) & (HEIGHTS < 1.15), 1.0, 0.55)


def edges(strokes: list[Points]) -> tuple[Numbers, Numbers]:
    """The leftmost and the rightmost ink in each band of height, if there is any."""
    points = np.concatenate(strokes)
    band = np.clip(((points[:, 1] - LOWEST) / BAND).astype(int), 0, BANDS - 1)
    left, right = np.full(BANDS, NOTHING), np.full(BANDS, -NOTHING)
    np.minimum.at(left, band, points[:, 0])
    np.maximum.at(right, band, points[:, 0])
    spread_left, spread_right = left.copy(), right.copy()
    for step, more in ((1, 0.03), (2, 0.1)):
        spread_left[step:] = np.minimum(spread_left[step:], left[:-step] + more)
        spread_left[:-step] = np.minimum(spread_left[:-step], left[step:] + more)
        spread_right[step:] = np.maximum(spread_right[step:], right[:-step] - more)
        spread_right[:-step] = np.maximum(spread_right[:-step], right[step:] - more)
    return spread_left, spread_right


def shift(right: Numbers, left: Numbers, gap: float, closest: float = CLOSEST) -> float:
    """How far to move a letter with this left edge so that it keeps a gap from that right edge."""
    free = left - right
    nearest = float(free.min())
    if nearest > NOTHING / 2:  # a mark high up, and a letter below it
        return float(right.max() - left.min()) + CLOSEST
    free = np.minimum(free - nearest, FAR)
    seen = float(np.sum(_WEIGHT * np.exp(-free / SOFT)))
    return max(gap + SOFT * float(np.log(max(seen, 1e-12))), closest) - nearest
