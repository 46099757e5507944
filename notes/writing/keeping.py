"""What a writer has written is kept in the cache: the ink of takes, so that the next month's cards begin with it."""

import json
import zlib
from collections.abc import Mapping
from pathlib import Path

from notes.kept import put

MOST = 20_000  # takes to keep; a hand with more starts over

Ink = tuple[int, bytes]  # the width of a take's ink, and its glyph


def read(path: Path) -> dict[str, Ink]:
    """The ink kept in a file, by key; nothing if the file is missing or damaged."""
    try:
        data = path.read_bytes()
        checked, length = int.from_bytes(data[:4], "big"), int.from_bytes(data[4:8], "big")
        if checked != zlib.crc32(data[4:]):
            return {}
        table: dict[str, tuple[int, int]] = json.loads(data[8 : 8 + length])
    except (OSError, ValueError):
        return {}
    found: dict[str, Ink] = {}
    at = 8 + length
    for key, (width, size) in table.items():
        found[key] = width, data[at : at + size]
        at += size
    return found


def write(path: Path, kept: Mapping[str, Ink]) -> None:
    """Keep ink, whole or not at all; a cache that cannot be written to costs only time."""
    keys = sorted(kept)
    table = {key: (kept[key][0], len(kept[key][1])) for key in keys}
    head = json.dumps(table, separators=(",", ":")).encode()
    data = len(head).to_bytes(4, "big") + head + b"".join(kept[key][1] for key in keys)
    put(path, zlib.crc32(data).to_bytes(4, "big") + data)
