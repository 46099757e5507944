"""Chance: ready tables of irregular numbers, and where in them a card begins.

A card takes its numbers one after the other from a place that follows from its key: nothing is drawn at run time, the
same card is the same in every process, and no card moves another.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from random import Random

LENGTH = 1 << 13
HASTY, SLOWLY = 0.46, 1.0  # how much of what differs does so from one to the next, and how much by and by
MOST = 400  # numbers that one card takes at most; a longer letter begins again


@dataclass(frozen=True, slots=True)
class Chance:
    """The numbers of one card: `normal` ones, a slow `drift` of which every second word takes one, and a `seed`.

    `whims` are four shares from 0 to 1, for what a writer decides once for a card; `place` is where in a table of one's
    own, LENGTH long, the card begins.
    """

    seed: int
    place: int
    whims: tuple[float, float, float, float]
    normal: Sequence[float]
    drift: Sequence[float]


def chance_for(key: str) -> Chance:
    """The numbers of the card with this key.

    >>> chance_for("rosa/birthday/2026-11") == chance_for("rosa/birthday/2026-11")
    True
    """
    digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=16).digest()
    seed = int.from_bytes(digest[4:], "big")
    whims = digest[0] / 255, digest[1] / 255, digest[2] / 255, digest[3] / 255
    first, second = seed % LENGTH, (seed >> 16) % LENGTH
    normal, slow = _packed()
    return Chance(
        seed >> 32, (seed >> 8) % LENGTH, whims, normal[first : first + MOST], slow[second : second + MOST // 8]
    )


def spread(usual: float, share: float, least: float, most: float) -> tuple[int, ...]:
    """A table, LENGTH long and MOST more, of lengths about a usual one, that go up and down slowly by a share."""
    normal, _, slow = _tables()
    return tuple(
        round(min(most, max(least, usual * (1 + share * (HASTY * one + SLOWLY * two)))))
        for one, two in zip(normal, slow, strict=False)
    )


def tides() -> tuple[bool, ...]:
    """For each place in a table, LENGTH long, whether what goes up and down slowly is up there."""
    _, _, slow = _tables()
    half = LENGTH // 2
    return tuple(one > 0 for one in slow[half:LENGTH] + slow[:half])


@cache
def _packed() -> tuple["array[float]", "array[float]"]:
    """The numbers of the first and the last table side by side, of which a part is quickly taken."""
    normal, _, slow = _tables()
    return array("d", normal), array("d", slow)


@cache
def _tables() -> tuple[tuple[float, ...], tuple[float, ...], tuple[float, ...]]:
    """Normal numbers cut at twice their deviation, such that follow one another smoothly, and what goes after those.

    The first two are rms 1; the third goes a part of the way at a time.
    """
    random = Random(2)  # noqa: S311  (nothing here is a secret)
    normal = tuple(max(-2.0, min(2.0, random.gauss(0, 1))) for _ in range(LENGTH + MOST))
    level, drift = 0.0, []
    for one in normal[::-1]:
        level = 0.65 * level + 0.76 * one
        drift.append(max(-2.0, min(2.0, level)))
    level, slow = 0.0, []
    for one in drift:
        level = 0.92 * level + 0.12 * one
        slow.append(level)
    return normal, tuple(drift), tuple(slow)
