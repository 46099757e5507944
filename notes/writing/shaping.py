"""Shaping: which letters join to one glyph, and how near the others come to each other."""

from functools import cached_property
from importlib import import_module
from typing import Any

LEAST = 8  # 1/1000 em; a smaller kern is less than the letters of a hand differ
_FEATURES = {"kern": True, "liga": True, "calt": False}


class Shaper:
    """The kerning and ligatures of a font file."""

    def __init__(self, font: bytes) -> None:
        self._data = font

    @cached_property
    def _font(self) -> Any:
        hb = _harfbuzz()
        font = hb.Font(hb.Face(self._data))
        font.scale = (1000, 1000)
        return font

    def shape(self, text: str) -> list[tuple[int, int]]:
        """For each glyph: where its text begins, and what kerning adds to its advance, in 1/1000 em."""
        return [(at, kern if abs(kern) >= LEAST else 0) for at, _, kern in self._shaped(text)]

    def _shaped(self, text: str) -> list[tuple[int, int, int]]:
        if not text:
            return []
        hb = _harfbuzz()
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer, _FEATURES)
        return [
            (info.cluster, info.codepoint, at.x_advance - self._font.get_glyph_h_advance(info.codepoint))
            for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]

    def single(self, text: str) -> int:
        """The number of the one glyph that this text becomes; 0 if it stays several."""
        shaped = self._shaped(text)
        return shaped[0][1] if len(shaped) == 1 else 0


def _harfbuzz() -> Any:
    """The library, when the first word is shaped; it tells no types."""
    return import_module("uharfbuzz")
