"""Lines: where a writer starts a new one, and how much is left free between words and between the parts of a letter.

A unit is 1/1000 em, as in notes.writing.takes.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import add, attrgetter
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
    ends = list(accumulate(map(add, gaps, map(_width, words))))
    breaks = _breaks(words, gaps, ends, width)
    if len(breaks) > 1 and _is_forsaken(breaks, ends, words, width):
        for share in _NARROWER:
            other = _breaks(words, gaps, ends, share * width)
            if len(other) > len(breaks):
                break
            if not _is_forsaken(other, ends, words, width):
                return _filled(words, gaps, ends, other, share * width)
    return _filled(words, gaps, ends, breaks, width)


def _is_forsaken(breaks: Sequence[int], ends: Sequence[int], words: Sequence[Take], width: float) -> bool:
    last = breaks[-2]
    return len(words) - last == 1 or ends[-1] - ends[last] + words[last].width < LEAST * width


def _breaks(words: Sequence[Take], gaps: Sequence[int], ends: Sequence[int], width: float) -> list[int]:
    """Where the lines of words end; `ends` is where each word would end if there were one line only."""
    breaks, start, last = [], 0, len(words)
    while start < last:
        full = ends[start] - words[start].width + width  # how far the line reaches
        end = max(bisect_right(ends, full, start), start + 1)
        while end < last and _comes_along(words, gaps, start, end, ends[end] - full):
            end += 1
        # No line begins with a dash: the word before it comes along.
        if end < last and words[end].text in DASHES and end - start > 1:
            end -= 1
        breaks.append(end)
        start = end
    return breaks


def _filled(
    words: Sequence[Take], gaps: Sequence[int], ends: Sequence[int], breaks: Sequence[int], width: float
) -> list[Line]:
    """The lines that end there."""
    lines, start = [], 0
    for end in breaks:
        long = ends[end - 1] - ends[start] + words[start].width
        line = Line(words[start:end], gaps[start:end], long)
        lines.append(_squeezed(line, width) if long > width and len(line.words) > 1 else line)
        start = end
    return lines


def _comes_along(words: Sequence[Take], gaps: Sequence[int], start: int, at: int, over: float) -> bool:
    """Whether a word that is too long for its line nearly fits."""
    give = _give(words[at])
    return over <= give or over <= give + SQUEEZED * sum(gaps[start + 1 : at + 1])


def _squeezed(line: Line, width: float) -> Line:
    """A line that would run over the margin, its words nearer to one another towards it, the last one narrow."""
    words, gaps, over = line.words, line.gaps, line.width - width
    give = min(over, _give(words[-1]))
    late = sum(index * gap for index, gap in enumerate(gaps))
    nearer = [round(gap * (1 - (over - give) * index / late)) for index, gap in enumerate(gaps)]
    made = Line.of(words, nearer)
    return made._replace(width=made.width - round(give), narrow=1 - give / words[-1].width)


def _give(word: Take) -> float:
    """By how much a word can be narrower than usual."""
    return (1 - NARROW) * word.width if len(word.text) >= LONG else 0.0
