"""A hand's font as a PDF embeds it: Type0 / CIDFontType2, its codes led to its glyphs and back to their text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from notes.writing.letter import Font


@dataclass(frozen=True, slots=True)
class EmbeddedFont:
    """A font, and the code of two bytes by which strings call each of its glyphs that they need."""

    font: Font
    codes: Mapping[str, int]

    @property
    def widths(self) -> dict[int, int]:
        """The advance of each code in 1/1000 em."""
        return {code: self.font.advances[glyph] for code, glyph in self._called}

    @property
    def cid_to_gid(self) -> bytes:
        """The CIDToGIDMap stream."""
        table = bytearray(2 * (max(self.codes.values(), default=0) + 1))
        for gid, glyph in enumerate(self.font.glyphs, 1):
            if (code := self.codes.get(glyph)) is not None:
                table[2 * code : 2 * code + 2] = gid.to_bytes(2, "big")
        return bytes(table)

    @property
    def to_unicode(self) -> bytes:
        """The ToUnicode CMap."""
        return _unicode_map([(code, self.font.text[glyph]) for code, glyph in self._called])

    @property
    def _called(self) -> list[tuple[int, str]]:
        return sorted((code, glyph) for glyph, code in self.codes.items())


def _unicode_map(spelling: Sequence[tuple[int, str]]) -> bytes:
    """The CMap that leads each code back to its text, a hundred at a time as the format asks."""
    entries = [f"<{code:04x}> <{text.encode('utf-16-be').hex()}>" for code, text in spelling]
    blocks = [entries[at : at + 100] for at in range(0, len(entries), 100)]
    body = "\n".join(f"{len(one)} beginbfchar\n" + "\n".join(one) + "\nendbfchar" for one in blocks)
    return _CMAP.replace("BODY", body).encode("ascii")


_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
BODY
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
