"""The source of a hand: the letters that are drawn in a font file."""

import logging
from collections.abc import Mapping
from importlib import import_module
from itertools import chain
from typing import Any

from notes.problems import BadValue
from notes.writing.hand_specs import HandSpec
from notes.writing.outlines import Outline, outlines_of

_MORE = "ƠơƯưǍǎǏǐǑǒǓǔȘșȚțƏəẞ‘’‚“”„‹›«»–—…•€£&°№™−×†"
LARGEST = 6000  # 1/1000 em, and points; letters in ordinary fonts need a fifth of that
_REMEDY = "Take another TrueType or OpenType file (.ttf, .otf), or remove this one."


def read_source(spec: HandSpec) -> dict[str, list[Outline]]:
    """The drawn forms of each letter of a font.

    Raises:
        BadValue: the file is broken, or no font to write with.
    """
    logging.getLogger("fontTools").setLevel(logging.CRITICAL)
    try:
        forms = _read(spec)
        for one in chain(*forms.values()):
            _check(one)
    except Exception as error:  # a hostile font can fail in any way
        if isinstance(error, ImportError):  # brotli, which web fonts are packed with
            raise BadValue(f"“{spec.font.name}” is a packed web font (WOFF2).", _UNPACK) from error
        what = "has no outlines" if isinstance(error, _NoOutlines) else "is not a font that can be read"
        raise BadValue(f"“{spec.font.name}” {what}.", _REMEDY) from error
    if not any(one.isalpha() for one in forms):
        raise BadValue(f"“{spec.font.name}” is a font of symbols and has no letters.", _REMEDY)
    if missing := [one for one in "xnoa." if one not in forms]:
        raise BadValue(f"“{spec.font.name}” lacks letters of the alphabet ({' '.join(missing)}).", _REMEDY)
    return forms


_UNPACK = "Get it as a .ttf or .otf: whoever offers a web font has that as well, or a converter makes it."


def _check(outline: Outline) -> None:
    """Refuse a letter that no pen could have drawn."""
    if outline.has_ink and not -LARGEST < min(outline.box) <= max(outline.box) < LARGEST:
        raise ValueError("a letter is too large")
    if not 0 <= outline.advance < LARGEST or len(outline.points) > LARGEST:
        raise ValueError("a letter is not one")


class _NoOutlines(Exception):
    pass


def _read(spec: HandSpec) -> dict[str, list[Outline]]:
    from fontTools.ttLib import TTFont

    font: Any = TTFont(spec.font, recalcTimestamp=False, fontNumber=0)  # of a collection the first
    if not {"glyf", "CFF ", "CFF2"} & set(font.keys()):
        raise _NoOutlines
    if "fvar" in font:
        axes = {axis.axisTag: spec.axes.get(axis.axisTag, axis.defaultValue) for axis in font["fvar"].axes}
        instancer: Any = import_module("fontTools.varLib.instancer")
        font = instancer.instantiateVariableFont(font, axes, inplace=True)
    cmap = font.getBestCmap() or {}
    names = {one: cmap[ord(one)] for one in wanted() if ord(one) in cmap}
    forms = {letter: [name, *_alternates(font, spec, name)] for letter, name in names.items()}
    outlines = outlines_of(font, {name for those in forms.values() for name in those})
    drawn = {letter: [outlines[name] for name in those] for letter, those in forms.items()}
    return {letter: those for letter, those in drawn.items() if those[0].has_ink}


def wanted() -> list[str]:
    """The characters that names and notes may hold."""
    ranges = [(0x21, 0x7F), (0xA1, 0x180), (0x1E80, 0x1E86), (0x1EA0, 0x1EFA), (0x400, 0x460), (0x490, 0x494)]
    characters = [*(chr(code) for first, end in ranges for code in range(first, end)), *_MORE]
    return [one for one in dict.fromkeys(characters) if one != "\u00ad"]


def _alternates(font: Any, spec: HandSpec, name: str) -> list[str]:
    """The other forms of a glyph, from the stylistic sets that the hand names."""
    found = []
    for tag in spec.alternates:
        for mapping in _substitutions(font, tag):
            if name in mapping:
                found.append(mapping[name])
                break
    return found


def _substitutions(font: Any, tag: str) -> list[Mapping[str, str]]:
    if "GSUB" not in font:
        return []
    table = font["GSUB"].table
    indices = {
        i for one in table.FeatureList.FeatureRecord if one.FeatureTag == tag for i in one.Feature.LookupListIndex
    }
    return [
        sub.mapping for i in sorted(indices) for sub in table.LookupList.Lookup[i].SubTable if hasattr(sub, "mapping")
    ]
