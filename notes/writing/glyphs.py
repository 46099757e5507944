"""Glyphs: outlines as the bytes of a TrueType file."""

import struct

import numpy as np

from notes.writing.outlines import Outline

_ON, _X_SHORT, _Y_SHORT, _X_SAME, _Y_SAME = 1, 2, 4, 16, 32
_OVERLAP = 0x40  # strokes of a pen cross one another: fill what either covers


def glyph_bytes(outline: Outline) -> bytes:
    """The outline as an entry of the glyf table; nothing for a letter without ink."""
    if not outline.has_ink:
        return b""
    points = np.rint(outline.points).astype(int)
    low, high = points.min(axis=0), points.max(axis=0)
    header = struct.pack(">hhhhh", len(outline.ends), low[0], low[1], high[0], high[1])
    steps = np.diff(points, axis=0, prepend=np.zeros((1, 2), dtype=int)).tolist()
    flags, xs, ys = bytearray(), bytearray(), bytearray()
    for (dx, dy), on in zip(steps, outline.on.tolist(), strict=True):
        flag = _ON if on else 0
        flag |= _step(dx, xs, _X_SHORT, _X_SAME) | _step(dy, ys, _Y_SHORT, _Y_SAME)
        flags.append(flag)
    flags[0] |= _OVERLAP
    data = header + struct.pack(f">{len(outline.ends)}HH", *outline.ends, 0) + bytes(flags + xs + ys)
    return data + b"\0" * (-len(data) % 4)


def _step(step: int, to: bytearray, short: int, same: int) -> int:
    """The flags for one coordinate, whose bytes are added."""
    if step == 0:
        return same
    if -256 < step < 256:
        to.append(abs(step))
        return short | (same if step > 0 else 0)
    to += struct.pack(">h", step)
    return 0
