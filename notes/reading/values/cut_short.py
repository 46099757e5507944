"""First names that an office cuts short, as they are said: “Wm.” is William."""

from collections.abc import Mapping
from functools import cache

from notes.language.folding import squashed
from notes.language.given_names import is_given
from notes.language.vocabulary import vocabulary

_LEAST = 3  # letters of a name that only lost its end: “Fred.”


def written_out(first: str) -> str:
    """A first name without what stands behind it, written out where it is cut short; any other as it is.

    >>> written_out("Wm"), written_out("Chas. A."), written_out("Alex."), written_out("Jos"), written_out("Mary J.")
    ('William', 'Charles', 'Alex', 'Jos', 'Mary J.')
    """
    word = first.partition(" ")[0]
    if whole := _whole(word):
        return whole
    bare = word.rstrip(".")
    is_name = word.endswith(".") and len(bare) >= _LEAST and is_given(bare)
    return bare if is_name else first


def _whole(word: str) -> str:
    """The name that a word is cut from; without a full stop “Jos” and “Matt” may be what somebody is called."""
    whole = _cut().get(squashed(word), "")
    is_own = not word.endswith(".") and (is_given(word) or whole.casefold().startswith(squashed(word)))
    return "" if is_own else whole


def without_stops(text: str) -> str:
    """A name in which no first name ends in a full stop, that a parser of names would take for a title.

    >>> without_stops("Burke, Wm. J. Sr.")
    'Burke, Wm J. Sr.'
    """
    return " ".join(word[:-1] if word.endswith(".") and _whole(word) else word for word in text.split(" "))


@cache
def _cut() -> Mapping[str, str]:
    pairs = map(str.split, vocabulary()["names"]["cut_short"])
    return {pair[0]: pair[1] for pair in pairs}
