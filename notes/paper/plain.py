"""The plain face of addresses and guides: every letter checked, the letters that are used embedded."""

import unicodedata
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from notes.paper.document import Document, number
from notes.problems import BadValue

SMALLEST = 8.0  # points; the least that the post reads


class Plain:
    """Noto Sans, upright, in one document."""

    def __init__(self, document: Document) -> None:
        self._document = document.reportlab
        self._font = _face()

    def show(self, text: str, x: float, y: float, size: float, *, grey: float = 0.0) -> bytes:
        """Operators that write a line of text with its baseline at y."""
        chunks = []
        for subset, codes in self._font.splitString(clean(text), self._document):
            name = self._font.getSubsetInternalName(subset, self._document)
            chunks.append(f"{name} {number(size)} Tf <{codes.hex()}> Tj")
        return f"BT {number(grey)} g 1 0 0 1 {number(x)} {number(y)} Tm {' '.join(chunks)} ET\n".encode()


def width(text: str, size: float) -> float:
    return float(_face().stringWidth(clean(text), size))


def clean(text: str) -> str:
    """The text as it can be printed: letters and their marks as one, odd spaces as plain ones.

    Raises:
        BadValue: the face lacks a letter.
    """
    text = " ".join(unicodedata.normalize("NFC", text).split())
    for char in text:
        if ord(char) not in _face().face.charToGlyph:
            label = f"“{char}” (U+{ord(char):04X}, {unicodedata.name(char, 'unnamed').lower()})"
            raise BadValue(f"the plain face has no letter {label} for “{text}”.", "Write the line in Latin letters.")
    return text


def fit(
    lines: Sequence[str],
    space: tuple[float, float],
    *,
    largest: float,
    smallest: float = SMALLEST,
    leading: float = 1.2,
) -> float:
    """The size at which the lines fit the space.

    Raises:
        BadValue: they do not fit even at the smallest size; it says which line is too long, or how many are too many.
    """
    across, down = space
    widest = max(lines, key=lambda line: width(line, 1), default="")
    size = min([largest, across / (width(widest, 1) or 1), down / (leading * len(lines) or 1)])
    if size >= smallest:
        return size
    if down < smallest * leading * len(lines):
        room = int(down / (smallest * leading))
        raise BadValue(f"{len(lines)} lines do not fit, only {room} do.", "Shorten the address or use a larger label.")
    raise BadValue(f"the line “{widest}” is too long.", "Shorten it, break it in two, or use a larger label.")


@cache
def _face() -> Any:
    from reportlab.pdfbase.ttfonts import TTFont

    return TTFont("Plain", str(files("fontpkg_noto_sans") / "files" / "NotoSans[wdth,wght].ttf"))
