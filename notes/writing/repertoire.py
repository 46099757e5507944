"""The repertoire: which letters a hand is asked to draw, and the number of each of their variants.

A number is two printable bytes of ASCII, which need no escape wherever they are written down. The first byte tells the
letter and the second the variant, which compresses best. Numbers follow from the hand alone, never from a batch.
"""

from collections.abc import Iterable, Sequence

BYTES = bytes(one for one in range(0x23, 0x7F) if chr(one) not in "()\\")
MANY, FEW = 12, 8  # variants of a letter that a card uses often, and of one that it has once or twice
BLOCKS_OF_MANY = 2

_OFTEN = " etaoinshrdlucmfwygpbvk,.'’xqjzTIWSAHMBDCLPERNFGOYVUKJQXZ!?-—–“”&0123456789:;()"
_MARKS = "‘’‚“”„‹›«»–—…•€£&°№™−×†"


def wanted() -> list[str]:
    """The characters that names and notes may hold, the commonest first."""
    ranges = [(0x20, 0x7F), (0xA1, 0x180), (0x1E80, 0x1E86), (0x1EA0, 0x1EFA), (0x400, 0x460), (0x490, 0x494)]
    more = "ƠơƯưǍǎǏǐǑǒǓǔȘșȚțƏəẞ" + _MARKS
    characters = [*_OFTEN, *(chr(code) for first, end in ranges for code in range(first, end)), *more]
    return [one for one in dict.fromkeys(characters) if one != "\u00ad"]


def codes(keys: Sequence[str]) -> list[list[int]]:
    """For each letter of a hand (most used first) the codes of its variants.

    >>> [len(one) for one in codes(["a"] * 179)][::178]
    [12, 8]
    """
    rows = len(BYTES)
    found = []
    for index in range(len(keys)):
        block, row = divmod(index, rows)
        count = MANY if block < BLOCKS_OF_MANY else FEW
        start = block * MANY if block < BLOCKS_OF_MANY else BLOCKS_OF_MANY * (MANY - FEW) + block * FEW
        if start + count > rows:
            break
        found.append([BYTES[row] << 8 | BYTES[start + one] for one in range(count)])
    return found


def order(characters: Iterable[str], ligatures: Iterable[str]) -> list[str]:
    """The letters of a hand in the order of their codes."""
    those = set(characters)
    first = [one for one in wanted() if one in those]
    at = min(len(first), 60)  # a ligature stands in many a word: it has many variants
    return [*first[:at], *sorted(ligatures), *first[at:]]
