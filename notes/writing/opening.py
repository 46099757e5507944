"""A hand is opened: taken from the cache, or derived from its font and put there."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from functools import cache
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import Any

from notes import __version__
from notes.problems import BadValue, Unusable, did_you_mean
from notes.staging import write_whole
from notes.writing.hand import Hand
from notes.writing.hand_font import Derived
from notes.writing.hand_specs import HandSpec, read_hands

_LARGEST = 30_000_000  # bytes; no font of a hand is larger
_ARRAYS = ("keys", "codes", "advances", "boxes")


def open_hand(hand: HandSpec | str, cache: Path, hands: Mapping[str, HandSpec] | None = None) -> Hand:
    """The hand, ready to write; `cache` is a folder that may be deleted at any time.

    Raises:
        BadValue: there is no such hand, or its font is not one that one can write with.
    """
    known = hands if hands is not None else read_hands()[0]
    if isinstance(hand, str):
        if hand not in known:
            raise BadValue(f"there is no hand “{hand}”.", did_you_mean(hand, list(known)))
        hand = known[hand]
    sister = known.get(hand.sister)
    call = (lambda: open_hand(replace(sister, sister=""), cache, known)) if sister else None
    return Hand(hand, _derived(hand, cache), call)


def _derived(spec: HandSpec, folder: Path) -> Derived:
    path = folder / f"{_plain(spec.name)}-{_digest(spec)}.hand"
    if (found := _read(path)) is None:
        from notes.writing.font_building import derive

        found = derive(spec)
        _write(path, found)
    return found


def _plain(name: str) -> str:
    return "".join(one for one in name if one.isalnum() or one in "-_")[:40]


def _digest(spec: HandSpec) -> str:
    """What the derived font depends on: the font, its temperament, and the code that derives it."""
    try:
        if spec.font.stat().st_size > _LARGEST:
            raise BadValue(f"“{spec.font.name}” is too large for a font.", "Take another TrueType file (.ttf).")
        font = spec.font.read_bytes()
    except OSError as error:
        raise BadValue(f"“{spec.font.name}” cannot be read: {error.strerror}.", "Put the font back.") from error
    parameters = json.dumps(asdict(replace(spec, font=Path(spec.font.name))), default=str, sort_keys=True)
    return blake2b(font + parameters.encode() + _code(), digest_size=10).hexdigest()


@cache
def _code() -> bytes:
    sources = sorted(Path(__file__).parent.glob("*.py"))
    return __version__.encode() + b"".join(source.read_bytes() for source in sources)


def _read(path: Path) -> Derived | None:
    """The hand in a cache file; none if there is no such file or it is not whole."""
    try:
        data = path.read_bytes()
        checked, length = int.from_bytes(data[:4], "big"), int.from_bytes(data[4:8], "big")
        if checked != zlib.crc32(data[4:]):
            return None
        values = json.loads(data[8 : 8 + length])
    except (OSError, ValueError):
        return None
    glyphs, shaper = data[8 + length : 8 + length + values.pop("size")], data[8 + length + values.pop("shaper_at") :]
    for name in _ARRAYS[1:]:
        values[name] = tuple(map(tuple, values[name]))
    values["keys"] = tuple(values["keys"])
    ends = values.pop("ends")
    pieces = [glyphs[start:end] for start, end in zip([0, *ends], ends, strict=False)]
    return Derived(glyphs=dict(zip(chain(*values["codes"]), pieces, strict=True)), shaper=shaper, **values)


def _write(path: Path, derived: Derived) -> None:
    """Put a hand into the cache, whole or not at all; a cache that cannot be written to costs only time."""
    glyphs = [derived.glyphs[code] for code in chain(*derived.codes)]
    ends: list[int] = []
    for glyph in glyphs:
        ends.append((ends[-1] if ends else 0) + len(glyph))
    values: dict[str, Any] = {one.name: getattr(derived, one.name) for one in fields(Derived)}
    del values["glyphs"], values["shaper"]
    values |= {"ends": ends, "size": ends[-1], "shaper_at": ends[-1]}
    head = json.dumps(values, separators=(",", ":")).encode()
    data = len(head).to_bytes(4, "big") + head + b"".join(glyphs) + derived.shaper
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, zlib.crc32(data).to_bytes(4, "big") + data)
    except (OSError, Unusable):
        return
