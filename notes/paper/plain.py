"""The plain face of addresses and guides: every letter checked, the letters that are used embedded."""

import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from notes.paper.document import Document, number
from notes.problems import BadValue, DoesNotFit

SMALLEST = 8.0  # points; the smallest that the post reads
TIGHTEST = 1.1  # leading; the lines of an address may not touch
HARDLY = 0.8  # of the largest size; a line is broken in two before it gets smaller than that


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

    def block(self, block: "Block", x: float, top: float) -> bytes:
        """Operators that write lines below each other, left-aligned."""
        first = top - block.size
        return b"".join(
            self.show(line, x, first - row * block.pitch, block.size) for row, line in enumerate(block.lines)
        )


class Block(NamedTuple):
    """Lines as they are set: broken where they had to be, with their size and pitch."""

    lines: tuple[str, ...]
    size: float
    pitch: float

    def at(self, size: float) -> "Block":
        """The same lines at a size that is no larger."""
        return Block(self.lines, size, self.pitch * size / self.size)

    @property
    def height(self) -> float:
        return self.pitch * len(self.lines)

    @property
    def width(self) -> float:
        return max((width(line, self.size) for line in self.lines), default=0.0)


def width(text: str, size: float) -> float:
    return float(_face().stringWidth(clean(text), size))


def has(char: str) -> bool:
    """Whether the face has this letter."""
    return ord(char) in _face().face.charToGlyph


def clean(text: str) -> str:
    """The text as it can be printed: letters and their marks as one, odd spaces as plain ones.

    Raises:
        BadValue: the face lacks a letter.
    """
    text = "".join(" " if unicodedata.category(char) == "Zs" else char for char in unicodedata.normalize("NFC", text))
    text = text.replace("\t", " ").replace("\n", " ").strip()
    for char in text:
        if not has(char):
            label = f"“{char}” (U+{ord(char):04X})"
            raise BadValue(
                f"the plain typeface has no {label}, which “{text}” needs.", "Write the line in Latin letters."
            )
    return text


def fit(
    lines: Sequence[str],
    space: tuple[float, float],
    *,
    largest: float,
    smallest: float = SMALLEST,
    leading: float = 1.2,
    hardly: float = HARDLY,
) -> Block:
    """The lines at the largest size at which they fit the space; a long one is broken before all get much smaller.

    Raises:
        BadValue: they do not fit even at the smallest size: one line is too long, or there are too many.
    """
    return _fitted(tuple(lines), space, largest, smallest, leading, hardly)


@lru_cache(maxsize=100_000)  # an address is looked at when its card is written, and when it is laid out
def _fitted(
    lines: tuple[str, ...],
    space: tuple[float, float],
    largest: float,
    smallest: float,
    leading: float,
    hardly: float,
) -> Block:
    across, down = space
    size = largest
    while size >= smallest:
        whole = all(width(line, size) <= across for line in lines)
        broken = [part for line in lines for part in wrap(line, across, size)]
        within = all(width(part, size) <= across for part in broken)
        pitch = min(size * leading, down / max(1, len(broken)))
        if within and pitch >= size * TIGHTEST and (whole or size <= hardly * largest):
            return Block(tuple(broken), size, pitch)
        size = round(size - 0.25, 2)
    return _refused(lines, across, int(down / (smallest * TIGHTEST)), smallest)


def _refused(lines: Sequence[str], across: float, room: int, smallest: float) -> Block:
    for line in lines:
        if too_long := [word for word in line.split() if width(word, smallest) > across]:
            raise DoesNotFit(f"“{too_long[0]}” is too long for the paper.", "Shorten it, or use a larger label.")
    longest = max(lines, key=lambda line: width(line, 1))
    if len(lines) <= room:
        raise DoesNotFit(f"the line “{longest}” is too long.", "Shorten it, or use a larger label.")
    raise DoesNotFit(
        f"there are {len(lines)} lines and room for only {room}.", "Shorten the address, or use a larger label."
    )


def wrap(text: str, across: float, size: float) -> list[str]:
    """The text in lines that are no wider than that, unless a word is; parts of a line stay nearly equal."""
    words = clean(text).split(" ")
    least = max(1, -(-int(width(text, size)) // max(1, int(across))))
    lines = _greedy(words, across, size)
    if len(lines) == 2 and least == 2:
        halves = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
        even = min(halves, key=lambda pair: max(width(part, size) for part in pair))
        return list(even)
    return lines


def _greedy(words: Sequence[str], across: float, size: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and width(f"{lines[-1]} {word}", size) <= across:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


@cache
def _face() -> Any:
    from reportlab.pdfbase.ttfonts import TTFont

    return TTFont("Plain", str(files("fontpkg_noto_sans") / "files" / "NotoSans[wdth,wght].ttf"))
