"""Somebody: who is mentioned by name alone, as in “lost Barney”, “Duke is gone”; only the office knows who it was."""

import re

from notes.language.folding import folded
from notes.language.lexicon import word_class

_CALLED = r"(?P<who>[A-ZÀ-Þ][a-zà-ÿ’'-]+)"
_ENDS = r"(?=\s*(?:$|[.,;:!()/–—-])|\s+(?:{})\b)"
_WHEN = "in|on|last|this|to|at|today|yesterday|just|suddenly|recently|sadly|and|due|after|over|from|now|the other"
_LOST = re.compile(
    r"\b(?i:lost|losing|buried|mourning|grieving|missing|perdu|perdio|perdió a)\s+"
    r"(?:(?i:our|his|her|their|my|dear|poor|sweet|little|old)\s+){0,2}" + _CALLED + _ENDS.format(_WHEN)
)
_GONE = re.compile(
    _CALLED + r"(?:'s|’s| is| has)?\s+(?:now |sadly |just )?gone" + _ENDS.format("now|too|since|last|to heaven")
)
_PASSED = re.compile(
    _CALLED
    + r"\s+(?:has |have |had |just |sadly |recently )*(?:passed|past)"
    + _ENDS.format("over|at home|peacefully|suddenly|quietly|while|during|from|last|this|yesterday|in his|in her|early")
)


# One of these is in whatever the patterns find, and in few cells.
_WORTH = re.compile(r"lost|losing|buried|mourning|grieving|missing|perd|gone|passed|past", re.IGNORECASE)


def lost_by_name(text: str) -> str:
    """The words that say that somebody with a name is no more, "" where none do.

    >>> lost_by_name("lost Barney in May"), lost_by_name("Duke is gone"), lost_by_name("Tom passed, call Jo")
    ('lost Barney', 'Duke is gone', 'Tom passed')
    >>> lost_by_name("lost Google account"), lost_by_name("lost Tuesday's slot"), lost_by_name("She passed")
    ('', '', '')
    """
    if not _WORTH.search(text):
        return ""
    for pattern in (_LOST, _GONE, _PASSED):
        for match in pattern.finditer(text):
            if not _is_no_name(folded(match["who"].rstrip("'’"))):
                return match[0]
    return ""


def _is_no_name(word: str) -> bool:
    no_names = ("not_places", "dwelling", "thing", "common", "customer", "kin", "pet", "stranger", "paper", "channel")
    return len(word) < 3 or any(word in word_class(name) for name in no_names)
