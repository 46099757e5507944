"""The looks of a workbook: how many cells are given them, before anybody does it."""

import re
import zipfile
from pathlib import Path

from openpyxl.utils import column_index_from_string

MOST_SPREAD = 200_000  # cells, done in about a second
_RANGE = re.compile(
    rb'<(?:\w{1,20}:)?(?:mergeCell|hyperlink)\s[^<>]{0,400}?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"'
)


def spread_too_far(path: Path) -> bool:
    """Whether ranges that are merged, or that are one link, have more cells than can be made of them soon."""
    spread = 0
    with zipfile.ZipFile(path) as packed:
        for name in packed.namelist():
            if name.endswith(".xml") and "/worksheets/" in name:
                for left, top, right, bottom in _RANGE.findall(packed.read(name)):
                    spread += _width(left, right) * (abs(int(bottom) - int(top)) + 1)
                    if spread > MOST_SPREAD:
                        return True
    return False


def _width(left: bytes, right: bytes) -> int:
    first, last = (column_index_from_string(one.decode()) for one in (left, right))
    return abs(last - first) + 1
