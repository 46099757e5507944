"""A TrueType file put together from its glyphs, with what a PDF needs of one and no more."""

import struct
from collections.abc import Mapping, Sequence
from itertools import accumulate


def truetype(glyphs: Sequence[bytes], advances: Sequence[int], metrics: Mapping[str, int]) -> bytes:
    """A TrueType file with what a PDF needs of it; glyph 0 is `.notdef`, empty."""
    count = len(glyphs) + 1
    offsets = [0, *accumulate(map(len, glyphs), initial=0)]
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
        b"loca": struct.pack(f">{len(offsets)}I", *offsets),
        b"maxp": struct.pack(">IHHHHHHHHHHHHHH", 0x10000, count, *_largest(glyphs), 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0),
    }
    return _file(tables)


def _largest(glyphs: Sequence[bytes]) -> tuple[int, int]:
    """The most points, and the most contours, that any glyph has."""
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
        checksum = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        directory += struct.pack(">4sIII", tag, checksum, at + len(body), len(table))
        body += padded
    return head + directory + body
