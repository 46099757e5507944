"""The source of a hand: the letters that are drawn in a font file, and what shaping needs of it."""

import io
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from itertools import chain
from typing import Any

from notes.problems import BadValue
from notes.writing.accents import ASKED
from notes.writing.hand_specs import HandSpec
from notes.writing.outlines import Outline, outlines_of
from notes.writing.repertoire import wanted
from notes.writing.shaping import Shaper

_SHAPING_TABLES = {"GlyphOrder", "head", "hhea", "hmtx", "maxp", "cmap", "OS/2", "post", "GSUB", "GPOS", "GDEF", "kern"}
_LIGATURES = ("ff", "fi", "fl", "ft", "ffi", "ffl", "tt", "th")
LARGEST = 6000  # 1/1000 em, and points; letters of ordinary fonts have a fifth of it
_REMEDY = "Take another TrueType file (.ttf), or remove this one."


@dataclass(frozen=True)
class Source:
    """The drawn forms of each letter and ligature, marks that others are made of, and a font to shape with."""

    forms: dict[str, list[Outline]]
    signs: dict[str, Outline]
    shaper: bytes


def read_source(spec: HandSpec) -> Source:
    """The font of a hand.

    Raises:
        BadValue: the file is broken, or it is not a font that one can write with.
    """
    logging.getLogger("fontTools").setLevel(logging.CRITICAL)
    try:
        source = _read(spec)
        for one in chain(*source.forms.values(), source.signs.values()):
            _check(one)
    except Exception as error:  # a hostile font fails in any way that there is
        what = "has no TrueType outlines" if isinstance(error, _NoOutlines) else "is not a font that can be read"
        raise BadValue(f"“{spec.font.name}” {what}.", _REMEDY) from error
    if missing := [one for one in "xnoa." if one not in source.forms]:
        raise BadValue(f"“{spec.font.name}” lacks letters of the alphabet ({' '.join(missing)}).", _REMEDY)
    return source


def _check(outline: Outline) -> None:
    """Refuse a letter that no pen can have drawn."""
    if outline.has_ink and not -LARGEST < min(outline.box) <= max(outline.box) < LARGEST:
        raise ValueError("a letter is too large")
    if not 0 <= outline.advance < LARGEST or len(outline.points) > LARGEST:
        raise ValueError("a letter is not one")


class _NoOutlines(Exception):
    pass


def _read(spec: HandSpec) -> Source:
    from fontTools.ttLib import TTFont

    font: Any = TTFont(spec.font, recalcTimestamp=False)
    if "glyf" not in font:
        raise _NoOutlines
    if "fvar" in font:
        axes = {axis.axisTag: spec.axes.get(axis.axisTag, axis.defaultValue) for axis in font["fvar"].axes}
        instancer: Any = import_module("fontTools.varLib.instancer")
        font = instancer.instantiateVariableFont(font, axes, inplace=True)
    shaper = _for_shaping(font)
    return Source(_forms(font, spec, shaper), _signs(font), shaper)


def _for_shaping(font: Any) -> bytes:
    """The font without its outlines, which shaping does not look at."""
    from fontTools.ttLib import TTFont

    stream = io.BytesIO()
    font.save(stream)
    bare = TTFont(stream, recalcTimestamp=False)
    for tag in set(bare.keys()) - _SHAPING_TABLES:
        del bare[tag]
    stream = io.BytesIO()
    bare.save(stream)
    return stream.getvalue()


def _forms(font: Any, spec: HandSpec, shaper: bytes) -> dict[str, list[Outline]]:
    """The drawn forms of each letter: the font's own, then its alternates."""
    cmap = font.getBestCmap()
    names = {one: cmap[ord(one)] for one in wanted() if ord(one) in cmap}
    forms = {key: [name, *_alternates(font, spec, name)] for key, name in names.items()}
    forms |= {key: [name] for key, name in _ligatures(font, shaper).items()}
    outlines = outlines_of(font, {name for those in forms.values() for name in those})
    drawn = {key: [outlines[name] for name in those] for key, those in forms.items()}
    return {key: those for key, those in drawn.items() if key == " " or those[0].has_ink}


def _signs(font: Any) -> dict[str, Outline]:
    """Marks and signs that letters can be made with, where the font has them."""
    cmap = font.getBestCmap()
    names = {one: cmap[ord(one)] for one in ASKED if ord(one) in cmap}
    outlines = outlines_of(font, set(names.values()))
    return {one: outlines[name] for one, name in names.items() if outlines[name].has_ink}


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


def _ligatures(font: Any, shaper: bytes) -> dict[str, str]:
    """The joined letters that shaping makes by itself: “ff” and its like, by what they spell."""
    asked = Shaper(shaper)
    return {text: font.getGlyphName(glyph) for text in _LIGATURES if (glyph := asked.single(text))}
