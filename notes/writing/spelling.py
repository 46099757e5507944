"""Spelling: the words of a text as a pen writes them, and what to say of a letter that no hand has."""

import re
from collections.abc import Mapping
from unicodedata import name, normalize

from notes.problems import BadValue

_AS_WRITTEN: Mapping[int, str | None] = {
    **dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF]),
    **{0x2010: "-", 0x2011: "-", 0x2012: "–", 0x2015: "—", 0x2BB: "‘", 0x2BC: "’", 0x2B9: "’", 0x201B: "‘"},
}
_changes = re.compile(f"[{''.join(map(chr, _AS_WRITTEN))}]").search


def split(text: str) -> list[str]:
    r"""The words of a text: letters and their marks as one, without what a pen does not write.

    >>> split(" Dear  Ro\u00adsa,\u200b Hawai\u02bbi")
    ['Dear', 'Rosa,', 'Hawai‘i']
    """
    if not text.isascii():
        text = normalize("NFC", text)
        text = text.translate(_AS_WRITTEN) if _changes(text) else text
    return text.split()


def not_writable(character: str, text: str) -> BadValue:
    """What to say of a letter that no hand has."""
    shown = f"the letter “{character}”" if character.isprintable() else "an invisible letter"
    label = f"{shown} ({name(character, 'unnamed').lower()}, U+{ord(character):04X})"
    return BadValue(
        f"no hand can write {label} in “{text}”.",
        "Write it in Latin letters, or drop a font that has it into fonts/.",
    )
