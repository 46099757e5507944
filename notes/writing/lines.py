"""Lines: where a writer goes on below, and what stands free between the parts of a letter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from notes.writing.word_forms import Word

LEAST = 0.2  # of the width, for the last line of a paragraph
DASHES = ("–", "—", "-")
_width = attrgetter("width")
_NARROWER = (0.97, 0.94, 0.91, 0.88, 0.85, 0.82, 0.79)


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline, `indent` from the left edge in 1/1000 em; `gap` is left free above, in pitches."""

    words: Sequence[Word]
    indent: float = 0.0
    gap: float = 0.0


def broken(words: Sequence[Word], width: float, space: float) -> list[list[Word]]:
    """The lines of a paragraph: filled as a writer fills them, mended where a lone word or little more is left over."""
    lines = _filled(words, width, space)
    if len(lines) > 1 and _is_forsaken(lines[-1], width, space):
        for share in _NARROWER:
            other = _filled(words, share * width, space)
            if len(other) > len(lines):
                break
            if not _is_forsaken(other[-1], width, space):
                return other
    return lines


def _is_forsaken(line: Sequence[Word], width: float, space: float) -> bool:
    return len(line) == 1 or width_of(line, space) < LEAST * width


def _filled(words: Sequence[Word], width: float, space: float) -> list[list[Word]]:
    line: list[Word] = []
    lines = [line]
    at = -space
    for word in words:
        at += space + word.width
        if at > width and line:
            # No line begins with a dash: the word before it comes along.
            line = [line.pop()] if word.text in DASHES and len(line) > 1 else []
            lines.append(line)
            at = width_of([*line, word], space)
        line.append(word)
    return lines


def width_of(words: Sequence[Word], space: float) -> float:
    widths: Iterable[float] = map(_width, words)
    return sum(widths) + space * (len(words) - 1)
