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
    number, direction, name, kind, side = parts
    street = " ".join(filter(None, [direction, name, kind, side]))
    if number and not any(map(str.isdigit, number)):  # a house with a name
        return "\n".join(filter(None, [number, street]))
    if not street:
        return ""
    return f"{number} {street}".strip() if country in _NUMBER_FIRST else f"{street} {number}".strip()


def split_lines(text: str) -> tuple[str, ...]:
    if "\n" not in text:
        return (text,) if text else ()
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def once(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines without those that the first has at its end already.

    >>> once(("88 Harbor Ln, Unit 2", "Unit 2"))
    ('88 Harbor Ln, Unit 2',)
    """
    if len(lines) < 2 or "," not in lines[0]:
        return lines
    said = {squashed(part) for part in lines[0].split(",")[1:]}
    return (lines[0], *(line for line in lines[1:] if squashed(line) not in said))


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
