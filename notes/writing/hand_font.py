"""The derived font: a hand as it is kept, ready to write."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Derived:
    """A hand, ready to write: for each key (a letter or a ligature) codes, advances, ink boxes and glyphs.

    All lengths are in 1/1000 em. `shaper` is the font that kerning and ligatures are asked of.
    """

    keys: tuple[str, ...]
    codes: tuple[tuple[int, ...], ...]
    advances: tuple[tuple[int, ...], ...]
    boxes: tuple[tuple[int, int, int, int], ...]
    glyphs: Mapping[int, bytes]
    shaper: bytes
    x_height: int
    ascent: int
    descent: int
    space: int
    stand_ins: Mapping[str, str]
