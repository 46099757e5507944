"""Lines: where a writer starts a new one, and how much is left free between words and between the parts of a letter.

A unit is 1/1000 em, as in notes.writing.takes.
"""

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from notes.writing.takes import Take

LEAST = 0.2  # of the width, for the last line of a paragraph
SQUEEZED = 0.1  # of the gaps of a line, for a word that nearly fits
NARROW, LONG = 0.86, 5  # and how narrow that word may be, if it has so many letters
DASHES = ("–", "—", "-")
_width = attrgetter("width")
_NARROWER = (0.97, 0.94, 0.91, 0.88, 0.85, 0.82, 0.79)


class Line(NamedTuple):
    """Words on one baseline with the gap before each, and how wide they are together.

    `indent` is from the left edge; `above` is free, in pitches. A `signature` has its own slant; the last word is as
    wide as usual, or `narrow` by such a share.
    """

    words: Sequence[Take]
    gaps: Sequence[int]
    width: int
    indent: float = 0.0
    above: float = 0.0
    signature: bool = False
    narrow: float = 1.0

    @classmethod
    def of(cls, words: Sequence[Take], gaps: Sequence[int]) -> "Line":
        return cls(words, gaps, sum(map(_width, words)) + sum(gaps) - gaps[0])


def broken(words: Sequence[Take], gaps: Sequence[int], width: float) -> list[Line]:
    """The lines of a paragraph: filled as a writer fills them, mended where a lone word or little more is left over."""
    lines = list(_filled(words, gaps, width))
    if len(lines) > 1 and _is_forsaken(lines[-1], width):
        for share in _NARROWER:
            other = list(_filled(words, gaps, share * width))
            if len(other) > len(lines):
                break
            if not _is_forsaken(other[-1], width):
                return other
    return lines


def _is_forsaken(line: Line, width: float) -> bool:
    return len(line.words) == 1 or line.width < LEAST * width


def _filled(words: Sequence[Take], gaps: Sequence[int], width: float) -> Iterator[Line]:
    start = at = free = 0
    for index, word in enumerate(words):
        further = at + gaps[index] + word.width
        if further > width and index > start and further > width + _give(word) + SQUEEZED * (free + gaps[index]):
            # No line begins with a dash: the word before it comes along.
            end = index - 1 if word.text in DASHES and index - start > 1 else index
            yield _squeezed(
                Line(words[start:end], gaps[start:end], at)
                if end == index
                else Line.of(words[start:end], gaps[start:end]),
                width,
            )
            start, at, free = end, words[end].width if end < index else 0, 0
        if index > start:
            at += gaps[index]
            free += gaps[index]
        at += word.width
    yield _squeezed(Line(words[start:], gaps[start:], at), width)


def _squeezed(line: Line, width: float) -> Line:
    """A line, its words nearer to one another towards the margin where they would run over it, the last one narrow."""
    words, gaps = line.words, line.gaps
    if (over := line.width - width) <= 0 or len(words) == 1:
        return line
    give = min(over, _give(words[-1]))
    late = sum(index * gap for index, gap in enumerate(gaps))
    nearer = [round(gap * (1 - (over - give) * index / late)) for index, gap in enumerate(gaps)]
    made = Line.of(words, nearer)
    return made._replace(width=made.width - round(give), narrow=1 - give / words[-1].width)


def _give(word: Take) -> float:
    """By how much a word can be narrower than usual."""
    return (1 - NARROW) * word.width if len(word.text) >= LONG else 0.0
