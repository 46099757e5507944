"""Glyphs: outlines as the bytes of a TrueType file, and such a file put together."""

import struct
from collections.abc import Mapping, Sequence

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


def truetype(glyphs: Sequence[bytes], advances: Sequence[int], metrics: Mapping[str, int]) -> bytes:
    """A TrueType file with what a PDF needs of it; glyph 0 is `.notdef`, empty."""
    count = len(glyphs) + 1
    offsets = np.concatenate([[0, 0], np.cumsum([len(one) for one in glyphs])])
    left, bottom, right, top = (metrics[side] for side in ("left", "bottom", "right", "top"))
    ascent, descent = metrics["ascent"], metrics["descent"]
    bearings = [struct.unpack(">h", one[2:4])[0] if one else 0 for one in glyphs]
    widths = [0, *advances]
    tables = {
        b"glyf": b"".join(glyphs),
        b"head": struct.pack(
            ">IIIIHHQQhhhhHHhhh",
            *(0x10000, 0x10000, 0, 0x5F0F3CF5, 0x0B, 1000, 0, 0),
            *(left, bottom, right, top, 0, 8, 2, 1, 0),
        ),
        b"hhea": struct.pack(
            ">IhhhHhhhhhh8xhH", 0x10000, ascent, descent, 0, max(widths), 0, 0, right, 1, 0, 0, 0, count
        ),
        b"hmtx": b"".join(struct.pack(">Hh", *one) for one in zip(widths, [0, *bearings], strict=True)),
        b"loca": offsets.astype(">u4").tobytes(),
        b"maxp": struct.pack(">IHHHHHHHHHHHHHH", 0x10000, count, *_largest(glyphs), 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0),
    }
    return _file(tables)


def _largest(glyphs: Sequence[bytes]) -> tuple[int, int]:
    """The most points and contours that a glyph has."""
    points = contours = 0
    for one in glyphs:
        if one:
            of_it = struct.unpack(">h", one[:2])[0]
            contours = max(contours, of_it)
            points = max(points, struct.unpack(">H", one[8 + 2 * of_it : 10 + 2 * of_it])[0] + 1)
    return points, contours


def _file(tables: Mapping[bytes, bytes]) -> bytes:
    count = len(tables)
    power = count.bit_length() - 1
    head = struct.pack(">IHHHH", 0x10000, count, 16 << power, power, 16 * count - (16 << power))
    at = len(head) + 16 * count
    directory, body = b"", b""
    for tag, table in sorted(tables.items()):
        padded = table + b"\0" * (-len(table) % 4)
        checksum = int(np.frombuffer(padded, dtype=">u4").sum(dtype=np.uint64)) & 0xFFFFFFFF
        directory += struct.pack(">4sIII", tag, checksum, at + len(body), len(table))
        body += padded
    return head + directory + body
