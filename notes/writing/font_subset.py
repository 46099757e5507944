"""The part of a hand's font that a document uses."""

from collections.abc import Iterable
from dataclasses import dataclass

from notes.writing.hand_font import Derived
from notes.writing.letter import Font
from notes.writing.truetype import truetype


@dataclass(frozen=True, slots=True)
class HandFont:
    """The font of a hand, of which each document gets its own part."""

    name: str
    derived: Derived

    def font(self, glyphs: Iterable[str]) -> Font:
        """The font with these glyphs, in the order of their numbers."""
        derived, used = self.derived, sorted(map(ord, glyphs))
        spelling: dict[int, str] = {}
        advances: dict[int, int] = {}
        for key, its_codes, its_advances in zip(derived.keys, derived.codes, derived.advances, strict=True):
            spelling |= dict.fromkeys(its_codes, key)
            advances |= dict(zip(its_codes, its_advances, strict=True))
        lefts, bottoms, rights, tops = zip(*derived.boxes, strict=True)
        box = min(lefts), min(bottoms), max(rights), max(tops)
        metrics = dict(zip(("left", "bottom", "right", "top"), box, strict=True))
        metrics |= {"ascent": derived.ascent, "descent": derived.descent}
        return Font(
            name=f"Fairhand-{self.name.title()}",
            ttf=truetype([derived.glyphs[code] for code in used], [advances[code] for code in used], metrics),
            glyphs=tuple(map(chr, used)),
            text={chr(code): spelling[code] for code in used},
            advances={chr(code): advances[code] for code in used},
            box=box,
            ascent=derived.ascent,
            descent=derived.descent,
            cap_height=round(derived.x_height * 1.6),
        )
