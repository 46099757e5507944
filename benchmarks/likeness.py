"""Likeness: how often a letter comes back in the same shape, which gives a font away."""

import re
from collections.abc import Iterator
from itertools import pairwise

from benchmarks.figures import Figure
from benchmarks.letters import letters
from benchmarks.writing import BOX, COUNT, hand
from notes.writing.repertoire import MANY, as_bytes, codes

NEAR = 30  # letters


def measure() -> Iterator[Figure]:
    letter_count = alike = doubles = doubles_alike = 0
    for number, card in enumerate(letters(COUNT)):
        one = hand().write(card, *BOX, f"customer {number}")
        drawn = shapes(one.content)
        last: dict[bytes, int] = {}
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


def shapes(content: bytes) -> list[bytes]:
    """The code of each letter on a card, in their order, spaces left out."""
    spaces = {as_bytes(code) for code in codes([" "])[0]}
    text = b"".join(re.findall(rb"\(([^)]*)\)", content))
    return [code for at in range(0, len(text), 2) if (code := text[at : at + 2]) not in spaces]


def _letter(code: bytes) -> tuple[int, int]:
    """The first byte and the block of the second tell the letter."""
    return code[0], (code[1] - 0x23) // MANY
