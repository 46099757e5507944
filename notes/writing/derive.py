"""The derived font of a hand: every letter of its repertoire in many variants, made from a font file."""

import io
import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from importlib import import_module
from statistics import NormalDist
from typing import Any

import numpy as np

from notes.problems import BadValue
from notes.writing.coverage import base_of, completed
from notes.writing.derived import Derived
from notes.writing.glyphs import glyph_bytes
from notes.writing.hands import HandSpec
from notes.writing.marks import ASKED
from notes.writing.outlines import Outline, outlines_of, stroke_width
from notes.writing.repertoire import codes, order, wanted
from notes.writing.variation import Temper, vary

_SHAPING_TABLES = {"GlyphOrder", "head", "hhea", "hmtx", "maxp", "cmap", "OS/2", "post", "GSUB", "GPOS", "GDEF", "kern"}
SPACE = 0.11  # how unlike the spaces between words are
TIGHT, LOOSE = -0.12, 0.3
BROADEST = 20  # 1/1000 em that a stroke may be widened by on either side; more closes the eyes of an e
_LIGATURES = ("ff", "fi", "fl", "ft", "ffi", "ffl", "tt", "th")


def derive(spec: HandSpec) -> Derived:
    """The hand of a font file.

    Raises:
        BadValue: the file is not a font that one can write with.
    """
    font = _open(spec)
    shapes = _letters(font, spec)
    x_height = _x_height(shapes)
    composed = completed(shapes, _signs(font), x_height, wanted())
    shapes |= composed
    pen_now = stroke_width(shapes[one][0] for one in "nohlu" if one in shapes)
    em = spec.x_height / x_height * 1000
    offset = (spec.pen / em * 1000 - pen_now) / 2
    temper = Temper(
        x_height, float(np.clip(offset, 0, BROADEST)), spec.spacing, spec.slant, spec.temperament, spec.joined
    )
    keys = order((one for one in shapes if len(one) == 1), (one for one in shapes if len(one) > 1))
    all_codes = codes(keys)
    glyphs: dict[int, bytes] = {}
    advances, boxes = [], []
    for key, those in zip(keys, all_codes, strict=False):
        if key == " ":
            variants = _spaces(shapes[key][0], len(those), temper, spec.word_space)
        else:
            variants = _variants(shapes[key], len(those), temper, f"{spec.name} {key}")
        glyphs |= {code: glyph_bytes(one) for code, one in zip(those, variants, strict=True)}
        advances.append(tuple(round(one.advance) for one in variants))
        boxes.append(_box(variants))
    return Derived(
        keys=tuple(keys[: len(all_codes)]),
        codes=tuple(map(tuple, all_codes)),
        advances=tuple(advances),
        boxes=tuple(boxes),
        glyphs=glyphs,
        shaper=_for_shaping(font),
        x_height=round(x_height),
        ascent=max(box[3] for box in boxes),
        descent=min(box[1] for box in boxes),
        space=round(sum(advances[0]) / len(advances[0])),
        stand_ins={letter: base_of(letter) for letter in composed},
    )


def _open(spec: HandSpec) -> Any:
    from fontTools.ttLib import TTFont, TTLibError

    logging.getLogger("fontTools").setLevel(logging.ERROR)
    remedy = "Take another TrueType file (.ttf), or remove this one."
    try:
        font = TTFont(spec.font)
        if "glyf" not in font:
            raise BadValue(f"“{spec.font.name}” has no TrueType outlines.", remedy)
        if "fvar" in font:
            axes = {axis.axisTag: spec.axes.get(axis.axisTag, axis.defaultValue) for axis in font["fvar"].axes}
            instancer: Any = import_module("fontTools.varLib.instancer")
            font = instancer.instantiateVariableFont(font, axes)
        missing = [one for one in "xnoa ." if ord(one) not in (font.getBestCmap() or {})]
    except (TTLibError, OSError, ValueError, KeyError, AssertionError, TypeError) as error:
        raise BadValue(f"“{spec.font.name}” is not a font that can be read: {error}.", remedy) from error
    if missing:
        raise BadValue(f"“{spec.font.name}” lacks letters of the alphabet ({' '.join(missing)}).", remedy)
    return font


def _for_shaping(font: Any) -> bytes:
    """The font without its outlines, which shaping does not look at."""
    stream = io.BytesIO()
    font.save(stream)
    from fontTools.ttLib import TTFont

    bare = TTFont(stream)
    for tag in set(bare.keys()) - _SHAPING_TABLES:
        del bare[tag]
    stream = io.BytesIO()
    bare.save(stream)
    return stream.getvalue()


def _letters(font: Any, spec: HandSpec) -> dict[str, list[Outline]]:
    """The drawn forms of each letter: the font's own, then its alternates."""
    cmap = font.getBestCmap()
    names = {one: cmap[ord(one)] for one in wanted() if ord(one) in cmap}
    forms = {key: [name, *_alternates(font, spec, name)] for key, name in names.items()}
    forms |= {key: [name] for key, name in _ligatures(font, cmap).items()}
    outlines = outlines_of(font, {name for those in forms.values() for name in those})
    drawn = {key: [outlines[name] for name in those] for key, those in forms.items()}
    return {key: those for key, those in drawn.items() if key in " \u00a0" or those[0].has_ink}


def _signs(font: Any) -> dict[str, Outline]:
    """Marks and signs that letters can be made with, where the font has them."""
    cmap = font.getBestCmap()
    names = {one: cmap[ord(one)] for one in ASKED if ord(one) in cmap}
    outlines = outlines_of(font, set(names.values()))
    return {one: outlines[name] for one, name in names.items() if outlines[name].has_ink}


def _x_height(shapes: Mapping[str, Sequence[Outline]]) -> float:
    """How high the small letters are; the middle of them, as a hand never makes them all alike."""
    return float(np.median([shapes[one][0].box[3] for one in "acemnorsuvwxz" if one in shapes]))


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


def _ligatures(font: Any, cmap: Mapping[int, str]) -> dict[str, str]:
    """The joined letters that shaping makes by itself: “ff” and its like, by what they spell."""
    from notes.writing.shaping import Shaper

    shaper = Shaper(_for_shaping(font))
    return {text: font.getGlyphName(gid) for text in _LIGATURES if (gid := shaper.single(text))}


def _variants(forms: Sequence[Outline], count: int, temper: Temper, seed: str) -> list[Outline]:
    """So many variants of a letter, its drawn forms taking turns unevenly, as habit has it."""
    chance = np.random.default_rng(list(blake2b(seed.encode(), digest_size=16).digest()))
    of_each = [vary(form, -(-count // len(forms)), temper, chance) for form in forms]
    taken = [one for turn in zip(*of_each, strict=True) for one in turn]
    return taken[:count]


def _spaces(space: Outline, count: int, temper: Temper, usual: float) -> list[Outline]:
    """Spaces between words: none as wide as the next, and none so narrow that words run together."""
    width = max(space.advance, usual * temper.x_height)
    unlike = [temper.amount * SPACE * NormalDist().inv_cdf((one + 0.5) / count) for one in range(count)]
    return [replace(space, advance=width * (1 + min(LOOSE, max(TIGHT, one)))) for one in unlike]


def _box(variants: Sequence[Outline]) -> tuple[int, int, int, int]:
    """The ink of any of the variants."""
    boxes = [one.box for one in variants if one.has_ink] or [(0.0, 0.0, 0.0, 0.0)]
    left, bottom, right, top = zip(*boxes, strict=True)
    return int(min(left)) - 1, int(min(bottom)) - 1, int(max(right)) + 1, int(max(top)) + 1
