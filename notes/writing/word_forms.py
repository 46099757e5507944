"""Words as a hand forms them: letters and ligatures, what kerning moves, and how far the ink reaches."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from unicodedata import name, normalize

from notes.problems import BadValue
from notes.writing.hand_font import Derived
from notes.writing.shaping import Shaper
from notes.writing.turns import KERN, SISTER

SPACE = 0  # the step of the space, the first letter of every hand


@dataclass(frozen=True, slots=True)
class Word:
    """A word in a hand, in 1/1000 em of the writer's own font.

    `steps` are what the pen does, one after the other, the space after the word as the last; `width` is what the word
    usually takes; `left`, `bottom` and `top` bound the ink of any take, `right` is what ink reaches beyond the advance.
    A word that a sister writes has a `scale`, how many times as large she writes, and no space after it.
    """

    text: str
    steps: tuple[int, ...]
    width: int
    left: int
    bottom: int
    right: int
    top: int
    scale: float | None = None


class Speller:
    """Forms each different word once."""

    def __init__(self, derived: Derived) -> None:
        self._derived = derived
        self._numbers = {key: number for number, key in enumerate(derived.keys)}

    def lacks(self, text: str) -> str:
        """The characters of a text that the hand cannot write."""
        return "".join(dict.fromkeys(one for one in text if one not in self._numbers and not one.isspace()))

    def form(self, text: str, scale: float | None = None) -> Word:
        """The word, all of whose letters the hand has; with a scale, as a sister writes it for another hand."""
        d = self._derived
        steps: list[int] = []
        boxes: list[tuple[float, float, float, float]] = []
        x = 0.0
        for key, kern in self._keys(text):
            number = self._numbers[key]
            left, bottom, right, top = d.boxes[number]
            boxes.append((x + left, bottom, x + right, top))
            steps += [number, KERN + kern] if kern else [number]
            advance = sum(d.advances[number]) / len(d.advances[number])
            x += advance + kern
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        narrower = advance - min(d.advances[number])  # a last letter that takes less room reaches further out of it
        bounds = (x, min(lefts), min(bottoms), max(rights) - x + narrower, max(tops))
        steps = [*steps, SPACE] if scale is None else [SISTER + one for one in steps]
        width, left, bottom, right, top = (round(one * (scale or 1)) for one in bounds)
        return Word(text, tuple(steps), width, left, bottom, right, top, scale)

    def _keys(self, text: str) -> list[tuple[str, int]]:
        """The letters and ligatures of a word, each with the kern after it; composed letters kern as their base."""
        plain = "".join(self._derived.stand_ins.get(one, one) for one in text)
        shaped = self._shaper.shape(plain)
        ends = [*(at for at, _ in shaped[1:]), len(text)]
        found: list[tuple[str, int]] = []
        for (at, kern), end in zip(shaped, ends, strict=True):
            key = text[at:end]
            parts = [key] if key in self._numbers else list(key)
            found += [(one, 0) for one in parts[:-1]]
            found.append((parts[-1], kern if end < len(text) else 0))
        return found

    @cached_property
    def _shaper(self) -> Shaper:
        return Shaper(self._derived.shaper)


_AS_WRITTEN: Mapping[int, str | None] = {
    **dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF]),
    **{0x2010: "-", 0x2011: "-", 0x2012: "–", 0x2015: "—", 0x2BB: "‘", 0x2BC: "’", 0x2B9: "’", 0x201B: "‘"},
}


def split(text: str) -> list[str]:
    """The words of a text: letters and their marks as one, without what a pen does not write.

    >>> split(" Dear  Ro\u00adsa,\u200b Hawai\u02bbi")
    ['Dear', 'Rosa,', 'Hawai‘i']
    """
    return (text if text.isascii() else normalize("NFC", text).translate(_AS_WRITTEN)).split()


def not_writable(character: str, text: str) -> BadValue:
    """No hand has this letter."""
    shown = f"“{character}”" if character.isprintable() else "that does not show"
    label = f"{shown} ({name(character, 'unnamed').lower()}, U+{ord(character):04X})"
    return BadValue(
        f"no hand can write the letter {label} of “{text}”.",
        "Write it in Latin letters, or drop a font that has it into fonts/.",
    )
