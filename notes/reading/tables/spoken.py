"""Headers in sentences: which there are, and how to name those that were not understood."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from notes.language.folding import squashed
from notes.reading.tables.meanings import aliases, without_year
from notes.toml import toml_line


def how_to_name(headers: Sequence[str]) -> str:
    """How to name columns in notes.toml that were not understood, with lines that can be typed as they are.

    >>> print(how_to_name(["Hobbys", "Qx"]))
    If you need one of them, write under [columns] in notes.toml:
    likes = "Hobbys"
    The names to put before the = are listed in data/README.md.
    """
    near = [(name, header) for header in headers if (name := _nearest(header))][:3]
    lines = [toml_line(name, header) for name, header in near or [("likes", headers[0])]]
    begin = "If you need one of them, write under [columns] in notes.toml" + (":" if near else ", for example:")
    return "\n".join([begin, *lines, "The names to put before the = are listed in data/README.md."])


def _nearest(header: str) -> str:
    """The field whose names are spelled most like a header; "" where none is near."""
    known = {key: name for key, (name, _) in aliases()["customers"].items() if len(key) > 3}
    near = get_close_matches(squashed(without_year(header)), known, cutoff=0.8)
    return known[near[0]] if near else ""


def quoted_headers(headers: Iterable[str], most: int = 12) -> str:
    """Headers in a sentence: “Colour”, “Size” and 3 more."""
    names = [f"“{header}”" for header in headers]
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")
