"""A hand at work: a letter goes in, what a pen leaves on the paper comes out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from itertools import cycle
from math import ceil
from random import Random
from unicodedata import name as character_name
from unicodedata import normalize

from notes.problems import BadValue
from notes.units import MM
from notes.writing.derive import Derived
from notes.writing.embedding import embeddable
from notes.writing.hands import HandSpec
from notes.writing.letter import EmbeddableFont, Letter, Written
from notes.writing.repertoire import as_bytes
from notes.writing.shaping import Shaper

DRIFT = 0.05  # of the baseline, in x-heights, smooth over about two words
SLOPE, SLOPES_MEAN = 0.003, 0.002  # of a line, radians
PITCH = 0.012  # how unlike the line pitches are
MARGIN = 0.15  # raggedness of the left edge, x-heights
SPACE = 0.11  # how unlike the word spaces are
SMALLEST = 1.6 * MM  # x-height
TIGHTEST = 2.8  # pitch, x-heights
STEP = 0.97
PART = 0.45  # what stands between the parts of a letter, in pitches
ABOVE = 0.48  # the share of the empty height that is above


@dataclass(frozen=True, slots=True)
class Word:
    """A word as the hand forms it: the letters' numbers with kerns between, its usual width, the reach of its ink."""

    text: str
    steps: tuple[int, ...]
    kerns: tuple[tuple[int, int], ...]
    width: int
    left: int
    bottom: int
    right: int
    top: int


@dataclass(frozen=True)
class Line:
    """Words on one baseline; `indent` in 1/1000 em, `gap` what is left free above, in pitches."""

    words: Sequence[Word]
    indent: float = 0.0
    gap: float = 0.0


class Hand:
    """A hand that writes; it keeps the words that it has formed once."""

    def __init__(self, spec: HandSpec, derived: Derived) -> None:
        self.spec = spec
        self._derived = derived
        self._numbers = {key: number for number, key in enumerate(derived.keys)}
        self._words: dict[str, Word] = {}
        self._space = max(derived.space, round(spec.word_space * derived.x_height))
        self._end = as_bytes(derived.codes[self._numbers[" "]][0])

    def covers(self, text: str) -> str:
        """The characters of a text that this hand cannot write; nothing if it can write all."""
        return "".join(dict.fromkeys(one for one in normalize("NFC", text) if not self._has(one)))

    def _has(self, character: str) -> bool:
        return character in self._numbers or character.isspace()

    def write(
        self,
        letter: Letter,
        width: float,
        height: float,
        key: str,
        x_height: float | None = None,
        signature_space: bool = False,
    ) -> Written:
        """The letter in a box of this width and height, in points; `key` is what makes this card unlike another.

        Raises:
            BadValue: the hand lacks a letter, or the note does not fit.
        """
        self._check(letter)
        size = (x_height or self.spec.x_height) / self._derived.x_height
        pitch = self.spec.pitch
        while True:
            lines = self._lines(letter, width / size, signature_space)
            over = self._height(lines, pitch) * size - height
            wide = max((line.words[0].width for line in lines if len(line.words) == 1), default=0) * size > width
            if over <= 0 and not wide:
                return self._written(lines, size, pitch, width, height, key)
            if size * self._derived.x_height * STEP < SMALLEST:
                break
            size, pitch = size * STEP, max(TIGHTEST, pitch * STEP)
        raise _does_not_fit(over / (pitch * size * self._derived.x_height))

    def embeddable(self, codes: frozenset[int]) -> EmbeddableFont:
        """The font of this hand with the letters of these codes."""
        return embeddable(self.spec.name, self._derived, codes)

    def _check(self, letter: Letter) -> None:
        text = "\n".join([letter.salutation, *letter.paragraphs, letter.closing, letter.signature])
        if missing := self.covers(text):
            one = missing[0]
            raise BadValue(
                f"no hand can write “{one}” ({character_name(one, 'unnamed')}, U+{ord(one):04X}).",
                "Write the name another way, or choose a font that has this letter (fonts/README.md).",
            )

    def _lines(self, letter: Letter, width: float, signature_space: bool) -> list[Line]:
        lines: list[Line] = []
        for paragraph in filter(str.strip, [letter.salutation, *letter.paragraphs]):
            for index, words in enumerate(_broken([self._word(one) for one in _split(paragraph)], width, self._space)):
                lines.append(Line(words, gap=PART if index == 0 and lines else 0))
        end = [[self._word(one) for one in _split(text)] for text in (letter.closing, letter.signature) if text.strip()]
        room = width - max((self._width(words) for words in end), default=0)
        indent = max(0.0, min(self.spec.closing * width, room))
        for index, words in enumerate(end):
            space = 1.6 if signature_space and index == len(end) - 1 else 0
            lines.append(Line(words, indent, PART + space if index == 0 else 0.1 + space))
        return lines

    def _width(self, words: Sequence[Word]) -> float:
        return sum(word.width for word in words) + self._space * (len(words) - 1)

    def _height(self, lines: Sequence[Line], pitch: float) -> float:
        """From the top of the first line's ink to the bottom of the last one's, in 1/1000 em."""
        top = max(word.top for word in lines[0].words)
        bottom = min(word.bottom for word in lines[-1].words)
        steps = sum(1 + line.gap for line in lines[1:])
        return top - bottom + steps * pitch * self._derived.x_height * (1 + PITCH)

    def _written(
        self, lines: Sequence[Line], size: float, pitch: float, width: float, height: float, key: str
    ) -> Written:
        chance = Random(blake2b(key.encode(), digest_size=16).digest())
        pen = _Pen(self._derived, chance)
        xh = self._derived.x_height
        free = height - self._height(lines, pitch) * size
        y = height - free * ABOVE - size * max(word.top for word in lines[0].words)
        left = -min(word.left for line in lines for word in line.words[:1])
        out = ["{:.3g} {:.3g} {:.3g} rg BT /Hand 1000 Tf".format(*self.spec.ink)]
        parts: list[bytes] = [out[0].encode()]
        ink = [width, height, 0.0, 0.0]
        for index, line in enumerate(lines):
            if index:
                y -= pitch * xh * size * (1 + line.gap) * (1 + max(-2, min(1, chance.gauss(0, 1))) * PITCH)
            slope = chance.gauss(SLOPES_MEAN, SLOPE)
            x = (left + line.indent + abs(chance.gauss(0, MARGIN)) * xh) * size
            parts.append(f"{size:.5f} {size * slope:.5f} 0 {size:.5f} {x:.2f} {y:.2f} Tm".encode().replace(b"0.", b"."))
            dx = drift = at = level = 0
            for word in line.words:
                drift = 0.6 * drift + 0.8 * chance.gauss(0, DRIFT) * xh
                dy = round(drift) - level
                level += dy
                if dx or dy:
                    parts.append(b"%d %d Td" % (dx, dy))
                drawn, advance = pen.draw(word)
                parts.append(drawn)
                ink[0] = min(ink[0], x + (at + word.left) * size)
                ink[1] = min(ink[1], y + (level + word.bottom + slope * at) * size)
                ink[2] = max(ink[2], x + (at + advance + word.right) * size)
                ink[3] = max(ink[3], y + (level + word.top + slope * at) * size)
                dx = advance + round(self._space * (1 + max(-0.12, min(0.3, chance.gauss(0, SPACE)))))
                at += dx
        parts.append(b"ET")
        return Written(
            hand=self.spec.name,
            content=b"\n".join(parts),
            ink=(ink[0], ink[1], ink[2], ink[3]),
            x_height_mm=round(size * xh / MM, 2),
            lines=tuple(" ".join(word.text for word in line.words) for line in lines),
            codes={"Hand": frozenset(pen.used)},
        )

    def _word(self, text: str) -> Word:
        if (word := self._words.get(text)) is None:
            word = self._words[text] = self._formed(text)
        return word

    def _formed(self, text: str) -> Word:
        shaped = self._shaper.shape(text)
        ends = [*(at for at, _, _ in shaped[1:]), len(text)]
        keys = [text[at:end] for (at, _, _), end in zip(shaped, ends, strict=True)]
        d = self._derived
        numbers, kerns = [], []
        x, boxes = 0.0, []
        for key, (_, _, kern) in zip(keys, shaped, strict=True):
            for one in [key] if key in self._numbers else key:
                number = self._numbers[one]
                numbers.append(number)
                mean = sum(d.advances[number]) / len(d.advances[number])
                boxes.append((x + d.boxes[number][0], d.boxes[number][1], x + d.boxes[number][2], d.boxes[number][3]))
                x += mean
            if kern:
                kerns.append((len(numbers), kern))
                x += kern
        left, bottom, right, top = zip(*boxes, strict=True)
        return Word(
            text, tuple(numbers), tuple(kerns), round(x), int(min(left)), min(bottom), int(max(right) - x), max(top)
        )

    @cached_property
    def _shaper(self) -> Shaper:
        return Shaper(self._derived.shaper)


class _Pen:
    """The variants of each letter by turns, from a start and in a stride of this card's own."""

    def __init__(self, derived: Derived, chance: Random) -> None:
        self._derived = derived
        self._chance = chance
        self._turns: dict[int, Iterator[tuple[int, int]]] = {}
        self.used: set[int] = set()

    def draw(self, word: Word) -> tuple[bytes, int]:
        """The word as an operator, and its advance."""
        kerns = dict(word.kerns)
        text, advance = bytearray(b"("), 0
        for index, number in enumerate(word.steps, 1):
            code, width = next(self._turn(number))
            self.used.add(code)
            text += as_bytes(code)
            advance += width
            if index in kerns and index < len(word.steps):
                text += b")%d(" % -kerns[index]
                advance += kerns[index]
        space = self._derived.codes[0][0]
        self.used.add(space)
        text += as_bytes(space) + b")"
        return (b"[%b]TJ" if b"(" in text[1:] else b"%bTj") % bytes(text), advance

    def _turn(self, number: int) -> Iterator[tuple[int, int]]:
        if number not in self._turns:
            codes, advances = self._derived.codes[number], self._derived.advances[number]
            start, stride = self._chance.randrange(len(codes)), self._chance.choice((1, 3, 5, 7))
            places = [(start + stride * one) % len(codes) for one in range(len(codes))]
            self._turns[number] = cycle([(codes[one], advances[one]) for one in places])
        return self._turns[number]


def _split(text: str) -> list[str]:
    return normalize("NFC", text).split()


def _broken(words: Sequence[Word], width: float, space: float) -> list[list[Word]]:
    """Lines as a writer fills them: a word goes below when it does not fit any more."""
    lines: list[list[Word]] = []
    at = width + 1
    for word in words:
        at += space + word.width
        if at > width or not lines:
            lines.append([])
            at = word.width
        lines[-1].append(word)
    return lines


def _does_not_fit(over: float) -> BadValue:
    lines = max(1, ceil(over))
    return BadValue(
        f"the note is too long for this card by {lines} line{'s' if lines > 1 else ''}.",
        "Shorten your own line, or take a larger card.",
    )
