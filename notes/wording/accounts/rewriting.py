"""Rewriting: what a jotting shortens or leaves out, as one says it, before its clauses are read and behind that."""

import re
from collections.abc import Sequence
from functools import cache

from notes.resources import table_beside
from notes.wording.stories.tokens import quoted


def parted(said: str) -> list[str]:
    """The clauses of a jotting, as commas and the like part them; none within a quotation."""
    pieces, depth, start = [], 0, 0
    text = prepared(said)
    for at, letter in enumerate(text):
        depth += (letter == "“") - (letter == "”")
        if not depth and letter in ",;" and not re.match(r"\d", text[at + 1 : at + 2]):
            pieces.append(text[start:at])
            start = at + 1
    pieces.append(text[start:])
    return [piece.strip(" .!") for piece in pieces if piece.strip(" .!")]


def prepared(said: str) -> str:
    text = quoted(said)
    for pattern, instead in _rewritings("said"):
        text = pattern.sub(instead, text)
    text = re.sub(r"\ba (?=8|11|18)", "an ", text)
    return _compounds().sub(lambda match: match[0].replace(" ", "-"), text)


def smoothed(text: str) -> str:
    for pattern, instead in _rewritings("smoothed"):
        text = pattern.sub(instead, text)
    text = _SPOKEN.sub(lambda said: f"{said[1]}, “{said[2].upper()}", text)
    for one in listed_here("compounds"):
        text = text.replace(one, one.replace("-", " "))
    return text


_SPOKEN = re.compile(r"\b(said) “([a-z])")


@cache
def _rewritings(name: str) -> Sequence[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern), instead) for pattern, instead in table_beside(__file__, "accounts.toml")[name]]


@cache
def _compounds() -> re.Pattern[str]:
    pairs = (one.split("-") for one in sorted(listed_here("compounds")))
    return re.compile(rf"\b(?:{'|'.join(f'({first}) ({last})' for first, last in pairs)})\b")


@cache
def listed_here(name: str) -> frozenset[str]:
    return frozenset(table_beside(__file__, "accounts.toml")[name].split())
