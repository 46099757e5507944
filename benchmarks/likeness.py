"""Likeness: how often a letter comes back in the same shape, which gives a font away."""

from collections.abc import Iterator
from itertools import pairwise

from notes.writing.repertoire import MANY, codes

from benchmarks.figures import Figure
from benchmarks.letters import letters
from benchmarks.writing import BOX, COUNT, hand
from notes.writing import Written

NEAR = 30  # letters


def measure() -> Iterator[Figure]:
    letter_count = alike = doubles = doubles_alike = 0
    for number, card in enumerate(letters(COUNT)):
        one = hand().write(card, *BOX, f"customer {number}")
        drawn = shapes(one)
        last: dict[str, int] = {}
        for at, code in enumerate(drawn):
            alike += at - last.get(code, -NEAR - 1) <= NEAR
            last[code] = at
        letter_count += len(drawn)
        doubles += sum(_letter(a) == _letter(b) for a, b in pairwise(drawn))
        doubles_alike += sum(a == b for a, b in pairwise(drawn))
    yield Figure(f"letters in {COUNT:,} cards", letter_count, "letters")
    yield Figure(
        f"letters that return in the same shape within {NEAR} letters", 100 * alike / letter_count, "%", most=0
    )
    yield Figure("double letters that are alike, of all double ones", 100 * doubles_alike / doubles, "%", most=0)


def shapes(written: Written) -> list[str]:
    """The shape of each letter on a card, in their order, spaces left out."""
    spaces = set(map(chr, codes([" "])[0]))
    return [glyph for run in written.runs for glyph in run.marks if isinstance(glyph, str) and glyph not in spaces]


def _letter(glyph: str) -> tuple[int, int]:
    """The first byte and the block of the second tell the letter."""
    return ord(glyph) >> 8, ((ord(glyph) & 0xFF) - 0x23) // MANY
