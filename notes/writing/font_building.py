"""The derived font of a hand: every letter of its repertoire in many variants, made from a font file."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from statistics import NormalDist

import numpy as np

from notes.writing.coverage import base_of, completed
from notes.writing.glyphs import glyph_bytes
from notes.writing.hand_font import Derived
from notes.writing.hand_specs import HandSpec
from notes.writing.outlines import Outline, stroke_width
from notes.writing.repertoire import codes, order, wanted
from notes.writing.source import read_source
from notes.writing.variation import Temper, vary

SPACE = 0.11  # how unlike the spaces between words are
TIGHT, LOOSE = -0.12, 0.3
JOINED = 0.85  # of the pairs of letters
NARROWEST = 125  # 1/1000 em; two equal letters less than 100 apart are one to some readers of a PDF
BROADEST = 20  # 1/1000 em that a stroke may be widened by on either side; more closes the eyes of an e


def derive(spec: HandSpec) -> Derived:
    """The hand of a font file.

    Raises:
        BadValue: the file is not a font that one can write with.
    """
    source = read_source(spec)
    x_height = _x_height(source.forms)
    composed = completed(source.forms, source.signs, x_height, wanted())
    shapes = source.forms | composed
    temper = _temper(spec, shapes, x_height)
    keys = order((one for one in shapes if len(one) == 1), (one for one in shapes if len(one) > 1))
    all_codes = codes(keys)
    glyphs: dict[int, bytes] = {}
    advances, boxes = [], []
    for key, those in zip(keys, all_codes, strict=False):
        if key == " ":
            variants = _spaces(shapes[key][0], len(those), temper, spec.word_space)
        else:
            # A full stop does not hang on to the word as its letters do on one another.
            alone = replace(temper, joined=False, spacing=temper.spacing + 0.2) if temper.joined else temper
            own = temper if key.isalpha() else alone
            variants = _variants(shapes[key], len(those), own, f"{spec.name} {key}")
        glyphs |= {code: glyph_bytes(one) for code, one in zip(those, variants, strict=True)}
        advances.append(tuple(round(one.advance) for one in variants))
        boxes.append(_box(variants))
    return Derived(
        keys=tuple(keys[: len(all_codes)]),
        codes=tuple(map(tuple, all_codes)),
        advances=tuple(advances),
        boxes=tuple(boxes),
        glyphs=glyphs,
        shaper=source.shaper,
        x_height=round(x_height),
        ascent=max(box[3] for box in boxes),
        descent=min(box[1] for box in boxes),
        space=round(sum(advances[0]) / len(advances[0])),
        stand_ins={letter: base_of(letter) for letter in composed},
    )


def _temper(spec: HandSpec, shapes: Mapping[str, Sequence[Outline]], x_height: float) -> Temper:
    """How the hand varies, its strokes made as broad as its pen; strokes that are broader stay as they are."""
    strokes = stroke_width(shapes[one][0] for one in "nohlu" if one in shapes)
    pen = spec.pen / spec.x_height * x_height
    offset = min(BROADEST, max(0.0, (pen - strokes) / 2))
    joined = _is_joined(shapes) if spec.joined is None else spec.joined
    return Temper(x_height, offset, spec.spacing, spec.slant, spec.temperament, joined)


def _is_joined(shapes: Mapping[str, Sequence[Outline]]) -> bool:
    """Whether nearly every letter reaches into the next: such a font is a script whose letters hang together."""
    gaps = [
        shapes[one][0].advance - shapes[one][0].box[2] + shapes[other][0].box[0]
        for one in "acdehiklmnu"
        for other in "aceimnorudgp"
        if one in shapes and other in shapes
    ]
    return sum(gap <= 0 for gap in gaps) > JOINED * len(gaps)


def _x_height(shapes: Mapping[str, Sequence[Outline]]) -> float:
    """How high the small letters are; the middle of them, as a hand never makes them all alike."""
    return float(np.median([shapes[one][0].box[3] for one in "acemnorsuvwxz" if one in shapes]))


def _variants(forms: Sequence[Outline], count: int, temper: Temper, seed: str) -> list[Outline]:
    """So many variants of a letter, its drawn forms taking turns unevenly, as habit has it."""
    chance = np.random.default_rng(list(blake2b(seed.encode(), digest_size=16).digest()))
    forms = [replace(form, advance=max(form.advance, NARROWEST)) for form in forms]
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
