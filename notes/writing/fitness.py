"""Fitness of a font: whether its maker lets it be printed with, and whether a pen could draw its letters.

What a maker lets others do stands in the font (OS/2 fsType). Of several leaves the widest one counts, as the
specification of OpenType has it.
"""

import logging
from io import BytesIO
from typing import Any

from notes.files import read_real
from notes.problems import BadValue
from notes.writing.hand_specs import HandSpec

NO_LEAVE, LEAVES, ONLY_PICTURES = 0x0002, 0x000C, 0x0200
PICTORIAL = 5  # PANOSE: a font of symbols, whatever letters they stand for
STRAIGHT = 0.97  # of the sides of its letters; a font of squares has hardly any others
_SAMPLE = "aegnosRS"
_LEAVE = "Take another font; or, if its maker gave you leave, write permitted = true for it in fonts/hands.toml."


def ensure_permitted(spec: HandSpec) -> None:
    """See that a font may be printed with.

    Raises:
        BadValue: its maker does not let it be put into documents, or it is one of symbols.
    """
    table = _open(spec, "OS/2")
    if table is None:
        return
    leave = getattr(table, "fsType", 0)
    if not spec.permitted and ((leave & NO_LEAVE and not leave & LEAVES) or leave & ONLY_PICTURES):
        raise BadValue(f"the maker of “{spec.font.name}” does not let it be put into documents.", _LEAVE)
    if getattr(getattr(table, "panose", None), "bFamilyType", 0) == PICTORIAL:
        remedy = "Take another TrueType or OpenType file (.ttf, .otf), or remove this one."
        raise BadValue(f"“{spec.font.name}” is a font of symbols and has no letters.", remedy)


def is_of_squares(spec: HandSpec) -> bool:
    """Whether letters are made of squares, as on an old screen: no side of them is round or aslant."""
    from fontTools.pens.recordingPen import DecomposingRecordingPen

    font = _open(spec)
    if font is None or not {"glyf", "CFF ", "CFF2"} & set(font.keys()):
        return False
    recorder: Any = DecomposingRecordingPen  # it is only partly typed
    glyphs, names = font.getGlyphSet(), font.getBestCmap() or {}
    square = others = 0
    for name in (names[ord(one)] for one in _SAMPLE if ord(one) in names):
        pen = recorder(glyphs)
        glyphs[name].draw(pen)
        straight, all_sides = _sides(pen.value)
        square, others = square + straight, others + all_sides - straight
    return square >= 4 * len(_SAMPLE) and square >= STRAIGHT * (square + others)


def _sides(drawn: list[Any]) -> tuple[int, int]:
    """How many sides of a letter lie across or upright, and how many there are."""
    at, straight, count = (0.0, 0.0), 0, 0
    for operator, points in drawn:
        if operator not in ("moveTo", "closePath", "endPath"):
            count += 1
            across, up = (abs(end - start) for start, end in zip(at, points[-1] or at, strict=True))
            straight += operator == "lineTo" and min(across, up) == 0
        at = points[-1] if points and points[-1] else at
    return straight, count


def _open(spec: HandSpec, table: str = "") -> Any:
    """The font, or one of its tables; nothing where it has none that can be read, as others will say."""
    from fontTools.ttLib import TTFont

    logging.getLogger("fontTools").setLevel(logging.CRITICAL)
    try:
        font: Any = TTFont(BytesIO(read_real(spec.font)), recalcTimestamp=False, fontNumber=0, lazy=True)
        return font[table] if table else font
    except Exception:  # a hostile font can fail in any way
        return None
