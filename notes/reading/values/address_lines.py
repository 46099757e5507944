"""Lines of an address, of the columns in which their parts stand."""

import re
from collections.abc import Sequence

from notes.language.folding import squashed

# Where the number of the house stands before the street.
_NUMBER_FIRST = frozenset(
    ["US", "CA", "GB", "IE", "AU", "NZ", "ZA", "IN", "SG", "FR", "LU", "HK", "PH", "JM", "MT", "IL", "PR"]
)


def street_of(parts: Sequence[str], country: str) -> str:
    """The street of its parts, the number on the side where the country has it."""
    number, direction, name, kind, side, addition = parts
    number = with_addition(number, addition)
    if addition and not number and name[-1:].isdigit():
        return with_addition(name, addition)
    street = " ".join(filter(None, [direction, name, kind, side]))
    if number and not any(map(str.isdigit, number)):  # a house with a name
        return "\n".join(filter(None, [number, street]))
    if not street:
        return ""
    return f"{number} {street}".strip() if country in _NUMBER_FIRST else f"{street} {number}".strip()


def with_addition(number: str, addition: str) -> str:
    """The number of a house with what stands behind it in a column of its own.

    >>> with_addition("12", "A"), with_addition("12", "bis"), with_addition("12", "4"), with_addition("12", "-3")
    ('12A', '12 bis', '12/4', '12-3')
    """
    if not number or not addition or number.casefold().endswith(addition.casefold()):
        return number
    if addition[:1] in "/-–" or (len(addition) == 1 and addition.isalpha()):
        return f"{number}{addition}"
    return f"{number}/{addition}" if addition[0].isdigit() else f"{number} {addition}"


def split_lines(text: str) -> tuple[str, ...]:
    if "\n" not in text:
        return (text,) if text else ()
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def once(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines without those that the first has at its end already.

    >>> once(("88 Harbor Ln, Unit 2", "Unit 2"))
    ('88 Harbor Ln, Unit 2',)
    >>> once(("100 Heron Cove Dr Unit 101", "Unit A-101"))
    ('100 Heron Cove Dr Unit 101',)
    """
    if len(lines) > 1 and any(_WITH_ROOM.search(line) and not _ROOM.fullmatch(line) for line in lines):
        lines = tuple(line for line in lines if not _ROOM.fullmatch(line))
    if len(lines) < 2 or "," not in lines[0]:
        return lines
    said = {squashed(part) for part in lines[0].split(",")[1:]}
    return (lines[0], *(line for line in lines[1:] if squashed(line) not in said))


_WITH_ROOM = re.compile(
    r"^\d+[A-Za-z]?/\d+\s|^p\.?\s?o\.?\s?box\b|\s(?:unit|apt\.?|apartment|suite|ste\.?|flat|#)\s*[\w-]+$", re.IGNORECASE
)
_ROOM = re.compile(r"(?:unit|apt\.?|suite|flat)\s[\w-]{1,6}", re.IGNORECASE)


def box_line(text: str) -> str:
    """A number in the column of the post box is “PO Box 118”."""
    return f"PO Box {text}" if text.isdigit() else text


def with_four(codes: list[str], more: Sequence[str] | None) -> list[str]:
    if more is None:
        return codes
    return [
        f"{code}-{four.zfill(4)}" if re.fullmatch(r"\d{5}", code) and re.fullmatch(r"\d{2,4}", four) else code
        for code, four in zip(codes, more, strict=True)
    ]
