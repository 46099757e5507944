"""A hand's font as a PDF embeds it: the letters that a document used, and the text that they stand for."""

from collections.abc import Sequence

from notes.writing.hand_font import Derived
from notes.writing.letter import EmbeddableFont
from notes.writing.truetype import truetype


def embeddable(name: str, derived: Derived, codes: frozenset[int]) -> EmbeddableFont:
    """The font with these codes, glyph by glyph in their order."""
    used = sorted(codes)
    spelling: dict[int, str] = {}
    advances: dict[int, int] = {}
    for key, its_codes, its_advances in zip(derived.keys, derived.codes, derived.advances, strict=True):
        spelling |= dict.fromkeys(its_codes, key)
        advances |= dict(zip(its_codes, its_advances, strict=True))
    boxes = derived.boxes
    bbox = (
        min(one[0] for one in boxes),
        min(one[1] for one in boxes),
        max(one[2] for one in boxes),
        max(one[3] for one in boxes),
    )
    metrics = dict(zip(("left", "bottom", "right", "top"), bbox, strict=True))
    metrics |= {"ascent": derived.ascent, "descent": derived.descent}
    return EmbeddableFont(
        name=f"Fairhand-{name.title()}",
        ttf=truetype([derived.glyphs[code] for code in used], [advances[code] for code in used], metrics),
        widths={code: advances[code] for code in used},
        cid_to_gid=_cid_to_gid(used),
        to_unicode=to_unicode({code: spelling[code] for code in used}),
        bbox=bbox,
        ascent=derived.ascent,
        descent=derived.descent,
        cap_height=round(derived.x_height * 1.6),
        italic_angle=0.0,
    )


def _cid_to_gid(used: Sequence[int]) -> bytes:
    table = bytearray(2 * (max(used, default=0) + 1))
    for gid, code in enumerate(used, 1):
        table[2 * code : 2 * code + 2] = gid.to_bytes(2, "big")
    return bytes(table)


def to_unicode(spelling: dict[int, str]) -> bytes:
    """The CMap that leads each code back to its text, a hundred at a time as the format asks."""
    entries = [f"<{code:04x}> <{text.encode('utf-16-be').hex()}>" for code, text in spelling.items()]
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
