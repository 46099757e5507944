"""Pace: how quick the pen is at each letter of a word.

It sets out slowly and gets quicker as it goes; short words, which are the common ones in every language, are quick from
the start; names and figures are written with care.
"""

from collections.abc import Sequence

import numpy as np

from notes.writing.strokes.curves import Numbers

SHORT = 3  # letters of a word that needs no care
AT_ONCE = 0.34  # the pace at which such a word begins
LONG = 8  # letters after which the pen is as quick as it gets
ALIKE = "cosuvwxyz"  # they begin a word no larger than they go on, or they would be capitals
CAREFUL = 0.4  # names, as a share of the pace of other words


def pace_of(letters: Sequence[str], mood: float = 0.0) -> Numbers:
    """How quick each letter is, from 0 (slow and full) to 1; `mood` is that of the word.

    >>> pace_of("information").round(1).tolist()
    [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]
    """
    count = len(letters)
    far = np.arange(count) / max(count - 1, 1)
    if count <= SHORT:
        pace = AT_ONCE * (count > 1) + 0.2 * far
    else:
        pace = far * min(1.0, 0.35 + 0.65 * (count - SHORT) / (LONG - SHORT))
    pace = pace * (1 + 0.35 * mood) + 0.1 * mood
    if letters[0][:1].isupper():
        pace = CAREFUL * pace
    if count > 1 and letters[0] in ALIKE:
        pace[0] = pace[1]
    slow = np.array([not one[:1].islower() for one in letters])
    quick: Numbers = np.where(slow, 0.0, pace).clip(0, 1)
    return quick
