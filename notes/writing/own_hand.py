"""A person's own hand as a file: every copy of every letter that they wrote, and how they write.

The file is deflated JSON. A copy that is left out stays in it, so that it can be taken back. Pictures of signatures are
rows of pixels, packed.
"""

import base64
import json
import zlib
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import numpy as np

from notes.problems import BadValue
from notes.units import MM
from notes.writing.drawn import Drawn
from notes.writing.strokes.alphabet import Alphabet, Form, form_of, rows_of
from notes.writing.strokes.temper import HABITS

OWN = ".hand"
CALM = 0.5  # how much letters vary that are real copies already
_VERSION = 1
_REMEDY = "Read your sheet once more: notes hand read PHOTO… --name NAME"


@dataclass(frozen=True, kw_only=True)
class Manner:
    """How a person writes: lengths in millimetres or x-heights, slopes as tangents.

    `lean` is what the letters of a text lean beyond those in cells, `width` how much wider they are; `slant` is how the
    text leans in all.
    """

    x_height: float = 2.2
    pen: float = 0.35
    pitch: float = 3.3
    word_gap: float = 1.5
    word_spread: float = 0.27
    letter_gap: float = 0.2
    gap: float = 0.03
    joins: float = 0.5
    slant: float = 0.0
    lean: float = 0.0
    width: float = 1.0
    rise: float = 0.0
    ink: tuple[float, float, float] = (0.07, 0.1, 0.31)


@dataclass(frozen=True)
class Copy:
    """One copy of a letter, or of a few that were written as one."""

    number: int
    form: Form = field(repr=False)
    left_out: bool = False


@dataclass(frozen=True, kw_only=True)
class OwnHand:
    """All that is known of a hand; `signs` is the name that its signatures are for."""

    letters: Mapping[str, tuple[Copy, ...]] = field(repr=False)
    manner: Manner = Manner()
    signatures: tuple[Drawn, ...] = ()
    signs: str = ""
    language: str = "en"

    @property
    def alphabet(self) -> Alphabet:
        """The letters, without the copies that are left out."""
        kept = {
            letter: tuple(one.form for one in copies if not one.left_out) for letter, copies in self.letters.items()
        }
        return Alphabet({letter: forms for letter, forms in kept.items() if forms})

    @property
    def names(self) -> list[str]:
        """How each copy is called: a-1, th-2."""
        return [f"{letter}-{one.number}" for letter, copies in self.letters.items() for one in copies]

    @property
    def left_out(self) -> list[str]:
        return [f"{letter}-{one.number}" for letter, copies in self.letters.items() for one in copies if one.left_out]

    @property
    def signed(self) -> dict[str, Drawn]:
        """The signatures as one that comes in turns, by the name that it is for."""
        if not self.signatures or not self.signs:
            return {}
        first, *others = self.signatures
        return {" ".join(self.signs.split()): replace(first, others=tuple(others))}

    def without(self, names: Collection[str]) -> "OwnHand":
        """The hand in which these copies, and no others, are left out.

        Raises:
            BadValue: there is no such copy, or none of a letter would be left.
        """
        for name in sorted(names):
            if name not in self.names:
                raise BadValue(f"there is no copy “{name}”.", "Write them like a-2 or th-1, as the page shows them.")
        made = {
            letter: tuple(replace(one, left_out=f"{letter}-{one.number}" in names) for one in copies)
            for letter, copies in self.letters.items()
        }
        for letter, copies in made.items():
            if len(letter) == 1 and letter in _NEEDED and all(one.left_out for one in copies):
                raise BadValue(f"then no “{letter}” would be left.", "Keep one copy of each letter.")
        return replace(self, letters=made)

    def to_bytes(self) -> bytes:
        table = {
            "fairhand": _VERSION,
            "manner": asdict(self.manner),
            "signs": self.signs,
            "language": self.language,
            "letters": {
                letter: [[one.number, int(one.left_out), rows_of(one.form)] for one in copies]
                for letter, copies in sorted(self.letters.items())
            },
            "signatures": [_packed(one) for one in self.signatures],
        }
        return zlib.compress(json.dumps(table, separators=(",", ":")).encode(), 9)

    @classmethod
    def from_bytes(cls, data: bytes) -> "OwnHand":
        """The hand that was kept.

        Raises:
            BadValue: the file holds none.
        """
        try:
            table = json.loads(zlib.decompress(data))
            if table["fairhand"] != _VERSION:
                raise BadValue("this hand was read by another version of Fairhand.", _REMEDY)
            known = {one.name for one in fields(Manner)}
            manner = {key: value for key, value in table["manner"].items() if key in known}
            return cls(
                letters={
                    letter: tuple(Copy(number, form_of(rows), bool(out)) for number, out, rows in copies)
                    for letter, copies in table["letters"].items()
                },
                manner=Manner(**manner | {"ink": tuple(manner["ink"])}),
                signatures=tuple(_unpacked(*one) for one in table["signatures"]),
                signs=table["signs"],
                language=table["language"],
            )
        except (ValueError, KeyError, TypeError, zlib.error) as error:
            if isinstance(error, BadValue):
                raise
            raise BadValue("this file holds no hand.", _REMEDY) from error

    @classmethod
    def read(cls, path: Path) -> "OwnHand":
        return cls.from_bytes(path.read_bytes())

    @property
    def spec(self) -> dict[str, Any]:
        """What a `HandSpec` needs to know of it."""
        manner = self.manner
        x_height = min(max(manner.x_height, _SMALLEST), _LARGEST)
        habits = {
            "joins": manner.joins,
            "loops": 0.0,
            "gap": manner.gap,
            "width": manner.width,
            "word_spread": manner.word_spread,
            "rise": manner.rise,
            "haste": 0.4,
            "run": 99,
        }
        return {
            "x_height": x_height * MM,
            "pen": min(max(manner.pen * x_height / manner.x_height, 0.12), 1.4) * MM,
            "slant": float(np.degrees(np.arctan(np.clip(manner.lean, -0.3, 0.3)))),
            "temperament": CALM,
            "pitch": min(max(manner.pitch, 2.4), 5.5),
            "word_space": min(max(manner.word_gap, 0.5), 2.8),
            "ink": manner.ink,
            "habits": {key: min(max(value, HABITS[key][0]), HABITS[key][1]) for key, value in habits.items()},
        }


_SMALLEST, _LARGEST = 1.7, 3.0  # millimetres of x-height that look like writing on a card
_NEEDED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,"


def _packed(signature: Drawn) -> list[Any]:
    rows, columns = signature.picture.shape
    packed = base64.b64encode(np.packbits(signature.picture).tobytes()).decode()
    return [rows, columns, signature.pixels, packed]


def _unpacked(rows: int, columns: int, pixels: float, packed: str) -> Drawn:
    bits = np.unpackbits(np.frombuffer(base64.b64decode(packed), np.uint8), count=rows * columns)
    return Drawn(bits.reshape(rows, columns).astype(bool), pixels)
