"""The page mark: a row of squares that says which page of which sheet it is, and which way up it lies.

A square that is black is a one. The row stands between the upper corner marks; a one begins and ends it. Between them
are the page, the number of the sheet's language, and a check.
"""

from hashlib import blake2b
from typing import NamedTuple

SIDE, STEP, FIRST = 3.6, 5.2, 59.2  # millimetres: a square, from one to the next, and the middle of the first
PAGES, SHEETS, CHECK = 2, 5, 6  # bits
COUNT = PAGES + SHEETS + CHECK + 2
_EDITION = b"Fairhand sheet 1"  # whoever moves a cell changes this, or old paper is read wrongly


class PageMark(NamedTuple):
    """Which page it is, from 1, and the number of its sheet."""

    page: int
    sheet: int

    def bits(self) -> list[bool]:
        value = (self.page - 1) << SHEETS | self.sheet
        whole = value << CHECK | _check(value)
        inner = [bool(whole >> at & 1) for at in reversed(range(PAGES + SHEETS + CHECK))]
        return [True, *inner, True]

    @classmethod
    def read(cls, bits: list[bool]) -> "PageMark | None":
        """The mark that these squares are, if they are one.

        >>> PageMark.read(PageMark(2, 5).bits()), PageMark.read(PageMark(2, 5).bits()[::-1])
        (PageMark(page=2, sheet=5), None)
        """
        if not (bits[0] and bits[-1]):
            return None
        whole = int("".join("01"[one] for one in bits[1:-1]), 2)
        value = whole >> CHECK
        if whole & ((1 << CHECK) - 1) != _check(value):
            return None
        return cls((value >> SHEETS) + 1, value & ((1 << SHEETS) - 1))


def places() -> list[float]:
    """The middles of the squares along the row."""
    return [FIRST + STEP * at for at in range(COUNT)]


def _check(value: int) -> int:
    return blake2b(_EDITION + bytes([value]), digest_size=1).digest()[0] & ((1 << CHECK) - 1)
