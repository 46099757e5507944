"""What a hand is given, and what it gives back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from struct import unpack
from typing import Protocol

_FONTS_AND_STRINGS = re.compile(rb"/(Hand|Sister) |\(([^)]*)\)")


class Letter(Protocol):
    """The parts of a note, in the order in which they are written; a part may be empty."""

    @property
    def salutation(self) -> str: ...
    @property
    def paragraphs(self) -> tuple[str, ...]: ...
    @property
    def closing(self) -> str: ...
    @property
    def signature(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Written:
    """A letter in a hand, ready for a page.

    `content` holds PDF operators in points, the origin at the lower left corner of the box that was written into, and
    names the font /Hand (and /Sister for a word that another hand had to write); it changes the matrix, so stand it
    between q and Q. `ink` is (left, bottom, right, top) of what is black.
    """

    hand: str
    content: bytes
    ink: tuple[float, float, float, float]
    x_height_mm: float
    lines: tuple[str, ...]

    @property
    def codes(self) -> dict[str, frozenset[int]]:
        """The CIDs used, by the name of the font; found in the content, as few ask and a month's letters are kept."""
        strings: dict[bytes, list[bytes]] = {}
        font = b"Hand"
        for name, string in _FONTS_AND_STRINGS.findall(self.content):
            if name:
                font = name
            elif string:
                strings.setdefault(font, []).append(string)
        joined = {name.decode(): b"".join(those) for name, those in strings.items()}
        return {name: frozenset(unpack(f">{len(those) // 2}H", those)) for name, those in joined.items()}

    def raised(self, by: float) -> "Written":
        """The same letter so many points higher."""
        if not by:
            return self
        left, bottom, right, top = self.ink
        content = b"1 0 0 1 0 %.2f cm\n" % by + self.content
        return replace(self, content=content, ink=(left, bottom + by, right, top + by))

    def calling(self, names: Mapping[str, str]) -> "Written":
        """The same letter, with its fonts called by other names: for a page on which several hands write."""
        content = self.content
        for old, new in names.items():
            content = content.replace(b"/%s " % old.encode(), b"/%s " % new.encode())
        return replace(self, content=content)


@dataclass(frozen=True, slots=True)
class EmbeddableFont:
    """A font as a PDF wants it: Type0 / CIDFontType2 with Identity-H; made for the codes that a document uses.

    `ttf` is the font file, `widths` the advance of each CID in 1/1000 em, `cid_to_gid` the CIDToGIDMap stream,
    `to_unicode` the ToUnicode CMap; `bbox`, `ascent`, `descent`, `cap_height`, `italic_angle` in 1/1000 em and degrees.
    """

    name: str
    ttf: bytes
    widths: dict[int, int]
    cid_to_gid: bytes
    to_unicode: bytes
    bbox: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int
    italic_angle: float
