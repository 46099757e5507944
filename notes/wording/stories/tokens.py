"""Tokens: a clause in its words, quotations and marks, and the clause again."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_TOKEN = re.compile(r"(\s*)(“[^”]*”|\d+(?:[/.:]\d+)+|\d[\d,]*\d(?![\w])|[\w’'&+/.-]*[\w’'](?:\.(?=\s*[A-Z]))?|[^\w\s])")
_SINGLE = re.compile(r"(?<![\w’])'([^']+(?:(?<=\w)'(?=\w)[^']*)*)'(?!\w)")
_DOUBLE = re.compile(r'"([^"]*)"')
_IN_SINGLE = re.compile(r"(?<!\w)‘([^‘]+?)’(?!\w)")


class Token(NamedTuple):
    """A word, a quotation as a whole, or a mark; `space` tells whether there is one before it."""

    text: str
    space: bool = True

    @property
    def small(self) -> str:
        return self.text.casefold()

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum() or (self.text[0] == "’" and self.text[1:].isdigit())

    @property
    def is_quote(self) -> bool:
        return self.text.startswith("“")


def quoted(text: str) -> str:
    r"""A text with curly quotation marks and apostrophes.

    >>> quoted("'salsa, Tuesday' and 'grass'; she'd said no")
    '“salsa, Tuesday” and “grass”; she’d said no'
    """
    text = _DOUBLE.sub(r"“\1”", text)
    text = _IN_SINGLE.sub(r"“\1”", text)
    text = _SINGLE.sub(r"“\1”", text)
    return text.replace("'", "’").replace("‘", "’")


def tokens_of(text: str) -> list[Token]:
    """The tokens of a clause with curly quotation marks."""
    return [Token(match[2], bool(match[1])) for match in _TOKEN.finditer(text)]


def joined(tokens: Sequence[Token]) -> str:
    """The clause again, with a space between two words wherever one came to stand before another."""
    text = ""
    for before, one in zip([None, *tokens], tokens, strict=False):
        is_apart = one.space or (before is not None and before.is_word and one.is_word)
        text += f" {one.text}" if is_apart and before else one.text
    return text
