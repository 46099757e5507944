"""Gaps: what a writer leaves free between words, as the word before asks for it and as the writing goes.

After a short word the next one comes soon, after a stop it comes late; and for a while all gaps are narrow, or wide.
"""

from collections.abc import Sequence

from notes.writing.chance import spread
from notes.writing.strokes.temper import Temper

LEAST, MOST = 0.8, 1.5  # gaps, as a share of the usual one
NARROWEST = 1.0  # x-heights; where less is free, two words are one
WIDEST = 2.6  # x-heights; what is wider the readers of a PDF take for the space between two columns
STEP = 18  # of 1/1000 em; finer differences nobody sees
STOPS = {",": 0.42, ";": 0.44, ":": 0.5, ".": 0.84, "!": 0.84, "?": 0.84, "'": 0.3, "’": 0.3, "”": 0.4}  # x-heights
_SHARES = ((2, 0.86), (3, 0.92), (6, 1.0), (99, 1.1))  # after a word with so many letters
USUAL = 2  # the kind of a word that is neither short nor long, with no stop
_FURTHER = tuple(sorted(set(STOPS.values())))


def kind_of(word: str) -> int:
    """Which of the tables of gaps is for what follows this word.

    >>> kind_of("a"), kind_of("beautifully"), kind_of("so,") == kind_of("and,")
    (0, 3, True)
    """
    if word[-1] in STOPS:
        return len(_SHARES) + _FURTHER.index(STOPS[word[-1]])
    return next(kind for kind, (letters, _) in enumerate(_SHARES) if len(word) <= letters or letters == _SHARES[-1][0])


def gap_tables(temper: Temper, amount: float, unit: int) -> Sequence[Sequence[int]]:
    """For each kind of word a table of the gaps behind it, in units of which an x-height has so many."""
    usual = temper.word_gap * unit
    base = spread(usual, temper.word_spread * amount, LEAST * usual, MOST * usual)
    even = max(0.0, 1 - amount)
    rows = [(share + (1 - share) * even, 0.0) for _, share in _SHARES] + [(1.0, one * unit) for one in _FURTHER]
    steps = [STEP * one for one in range(int(WIDEST * unit / STEP) + 1)]  # each number stands in memory once
    least = NARROWEST * unit / STEP
    return [
        [steps[min(round(max(least, (share * one + further) / STEP)), len(steps) - 1)] for one in base]
        for share, further in rows
    ]
