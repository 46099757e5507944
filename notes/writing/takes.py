"""Takes: the words a writer has written, each several times, as glyphs that are whole words.

A unit is 1/1000 em, and an em is 2.8 x-heights, so that PDF readers can tell lines and words apart. All the ink of
a word is the glyph of its first letter; its other letters are empty glyphs, among which its width is shared.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path
from struct import unpack

import numpy as np

from notes.language.texts import short
from notes.problems import DoesNotFit
from notes.writing import keeping
from notes.writing.drawn import Drawn
from notes.writing.gaps import kind_of
from notes.writing.glyphs import glyph_bytes
from notes.writing.keeping import Ink
from notes.writing.letter import Font
from notes.writing.outlines import Outline
from notes.writing.strokes.composing import Speller
from notes.writing.strokes.inking import ink_of
from notes.writing.strokes.lettering import write_word
from notes.writing.strokes.running import write_running
from notes.writing.strokes.signatures import signed
from notes.writing.strokes.temper import Temper
from notes.writing.strokes.words import Word
from notes.writing.truetype import truetype

X_HEIGHT = 357  # units
BLANK, NARROWEST = 40, 10  # units; the empty letters of a word are as wide as its width shared, in steps
PHASES = 4  # calm or hurried, upright or leaning; the number of a take, divided by that, leaves its phase
HURRY, DRIFT = 0.7, 0.8  # how much more quickly than usual, and how much farther over; the others more slowly, less far
SIGNATURES = 4  # takes of a signature
_DRAWN = "drawn\0"  # before the name of a signature that is a picture
LONGEST, WIDEST = 64, 32_000  # letters and units of a word; a font holds no wider one, and no card
_FIRST, _LAST = 0x10000, 0x10FFFF  # the numbers of glyphs


@dataclass(frozen=True, slots=True)
class Take:
    """One writing of a word: its glyphs, how wide it is between the lines, and the bounds of all its ink, in units.

    `left` and `right` are measured from where the pen stands before the word; the width is that of the glyphs together.
    """

    text: str
    glyphs: str
    width: int
    left: int
    bottom: int
    right: int
    top: int
    kind: int = 0  # as to what is left free behind it


@dataclass(frozen=True, slots=True)
class Key:
    """What a glyph is: the ink of a take, or empty and so wide."""

    text: str
    width: int
    take: tuple[str, str, str] | None = None


@dataclass
class Takes:
    """All takes of one writer, made when asked for; they depend on the writer, the word and the number alone."""

    name: str
    speller: Speller
    temper: Temper
    cache: Path | None = None
    tell: Callable[[int], None] | None = None  # is told how many words were written and not kept from before
    drawn: dict[str, Drawn] = field(default_factory=dict)  # pictures of signatures, by the name that they stand for
    _kept: dict[str, Ink] = field(default_factory=dict)
    _new: int = 0
    _rows: dict[str, dict[int, Take]] = field(default_factory=dict)
    _ink: dict[str, bytes] = field(default_factory=dict)
    _keys: dict[str, Key] = field(default_factory=dict)
    _numbers: dict[Key, str] = field(default_factory=dict)
    _lender: Speller | None = None

    def __post_init__(self) -> None:
        self.spaces = _Spaces(self)
        if self.cache:
            self._kept = keeping.read(self.cache)

    def anew(self) -> "Takes":
        """The same writer who has written nothing yet; what is kept from before is known."""
        fresh = replace(self, cache=None, _rows={}, _ink={}, _keys={}, _numbers={})
        fresh.cache = self.cache
        return fresh

    def lacks(self, text: str) -> str:
        """The characters of a word that this writer cannot write."""
        return self.speller.lacks(text)

    def lend(self, other: "Takes") -> None:
        """Borrow another hand's letters for a word with one that this writer lacks."""
        self._lender = other.speller

    def row(self, text: str) -> Mapping[int, Take]:
        """The takes of a word that there are, by number."""
        return self._rows.setdefault(text, {})

    def take(self, text: str, number: int) -> Take:
        """One of the takes of a word."""
        row = self._rows.setdefault(text, {})
        if (found := row.get(number)) is None:
            found = row[number] = self._written(text, f"{self.name}/{number}")
        return found

    def signed(self, text: str, signature: str, number: int) -> Take:
        """A word of a signature: a form of its own for each signer, with small changes from card to card."""
        row = self._rows.setdefault(f"{text}\0{signature}", {})
        number %= SIGNATURES
        if (found := row.get(number)) is None:
            found = row[number] = self._written(text, f"{self.name}/{signature}/{number}", signature)
        return found

    def signed_as_drawn(self, name: str, text: str, number: int) -> Take:
        """The picture of a signature, which is read as this text; of several, one after the other."""
        row = self._rows.setdefault(f"{text}\0{name}", {})
        number %= 1 + len(self.drawn[name].others)
        if number not in row:
            digest = self.drawn[name].turn(number).digest
            row[number] = self._written(text, f"{self.name}/drawn/{digest}", f"{_DRAWN}{number}\0{name}")
        return row[number]

    def word(self, glyph: str) -> Word | None:
        """The strokes of a take by its glyph, for a pen; none if the glyph is empty."""
        take = self._keys[glyph].take
        return self._word(*take) if take else None

    def advance(self, glyph: str) -> int:
        """How far a glyph moves the pen, in units."""
        return self._keys[glyph].width

    def font(self, glyphs: Iterable[str]) -> Font:
        """The font with these glyphs, in the order of their numbers; what was written for it is kept."""
        self._keep()
        used = sorted(glyphs)
        keys = [self._keys[one] for one in used]
        ink = [self._ink[one] if key.take else b"" for one, key in zip(used, keys, strict=True)]
        boxes = np.array([np.frombuffer(one[2:10], ">i2") for one in ink if one] or [np.zeros(4, int)], dtype=int)
        left, bottom = (int(one) for one in boxes[:, :2].min(axis=0))
        right, top = (int(one) for one in boxes[:, 2:].max(axis=0))
        metrics = {"left": left, "bottom": bottom, "right": right, "top": top, "ascent": 800, "descent": -400}
        return Font(
            name=f"Fairhand-{self.name.title()}",
            ttf=truetype(ink, [key.width for key in keys], metrics),
            glyphs=tuple(used),
            text={one: key.text for one, key in zip(used, keys, strict=True)},
            advances={one: key.width for one, key in zip(used, keys, strict=True)},
            box=(left, bottom, right, top),
            ascent=800,
            descent=-400,
            cap_height=600,
        )

    def _word(self, text: str, key: str, signature: str) -> Word:
        if drawn := self._drawn(signature):
            return drawn.word(text)
        speller = self._lender if self._lender and self.speller.lacks(text) else self.speller
        if not signature:
            return _write(speller, _in_phase(self.temper, key), text, key)
        return signed(_write(speller, self.temper.of_signature(signature), text, key), signature)

    def _written(self, text: str, key: str, signature: str = "") -> Take:
        width, ink = self._ink_of(text, key, signature)
        blank = max(NARROWEST, BLANK * round(width / len(text) / BLANK))
        blank = blank if blank * (len(text) - 0.7) < width else max(NARROWEST, blank - BLANK)
        first = width - blank * (len(text) - 1)
        glyph = self.number(Key(text[0], first, (text, key, signature)))
        self._ink[glyph] = ink
        glyphs = glyph + "".join(self.number(Key(one, blank)) for one in text[1:])
        left, bottom, right, top = unpack(">hhhh", ink[2:10])
        return Take(text, glyphs, width, left, bottom, right, top, kind_of(text))

    def _ink_of(self, text: str, key: str, signature: str) -> Ink:
        """The width of a take and its glyph, kept from an earlier run or written now.

        Raises:
            DoesNotFit: no card is as wide as this word.
        """
        name = f"{text}\0{key}"
        if (found := self._kept.get(name)) is None:
            if len(text) > LONGEST:
                raise _too_wide(text)
            word = self._word(text, key, signature)
            ink = self._outline(word, signature).moved(dx=-round(word.left * X_HEIGHT))
            width = max(NARROWEST * len(text), round((word.right - word.left) * X_HEIGHT))
            if width > WIDEST:
                raise _too_wide(text)
            found = self._kept[name] = width, glyph_bytes(ink)
            self._new += 1
            if self.tell:
                self.tell(self._new)
        return found

    def _drawn(self, signature: str) -> Drawn | None:
        if not signature.startswith(_DRAWN):
            return None
        number, _, name = signature.removeprefix(_DRAWN).partition("\0")
        return self.drawn[name].turn(int(number)) if name in self.drawn else None

    def _outline(self, word: Word, signature: str) -> Outline:
        drawn = self._drawn(signature)
        return drawn.outline(X_HEIGHT) if drawn else ink_of(word.strokes, X_HEIGHT)

    def _keep(self) -> None:
        """Keep what has been written since the last time."""
        if self.cache and self._new:
            keeping.write(self.cache, self._kept if len(self._kept) < keeping.MOST else {})
            self._new = 0

    def number(self, key: Key) -> str:
        """The character that stands for a glyph; the same in every run, unless two keys fall together."""
        if (found := self._numbers.get(key)) is None:
            digest = blake2b(f"{key.text}\0{key.width}\0{key.take or ''}".encode(), digest_size=4).digest()
            number = _FIRST + int.from_bytes(digest, "big") % (_LAST - _FIRST)
            while chr(number) in self._keys:
                number = number + 1 if number < _LAST else _FIRST
            found = self._numbers[key] = chr(number)
            self._keys[found] = key
        return found


def _too_wide(text: str) -> DoesNotFit:
    return DoesNotFit(f"“{short(text)}” is too long for one word on a card.", "Shorten it, or put a space into it.")


def _in_phase(temper: Temper, key: str) -> Temper:
    """How a take is written: two calm, two hurried, of which one leans and is large."""
    leans, hurried = divmod(int(key.rpartition("/")[2]) % PHASES, 2)
    return replace(temper, hurry=HURRY if hurried else -HURRY, drift=DRIFT if leans else -DRIFT)


def _write(speller: Speller, temper: Temper, text: str, key: str) -> Word:
    write = write_running if temper.letters else write_word
    return write(speller, temper, text, key)


class _Spaces(dict[int, str]):
    """The glyph of a space of each width."""

    def __init__(self, takes: Takes) -> None:
        super().__init__()
        self._takes = takes

    def __missing__(self, width: int) -> str:
        found = self[width] = self._takes.number(Key(" ", max(NARROWEST, width)))
        return found
