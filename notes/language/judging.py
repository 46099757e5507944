"""Judging: whether a card is kept back, by what the words of a cell say and by how the cell sounds.

The rules come first: what they find holds, unless the cell and the sentence that says it both sound like nothing of
the kind. Where they find nothing, a cell that surely sounds like a reason to wait is held, and a person is asked.
Only what is told in words is judged so; a tick, a day or a code is what its header makes of it.
"""

import re
from collections.abc import Sequence

from notes.language.answers import is_no
from notes.language.headers import Header
from notes.language.lexicon import Kind
from notes.language.phrases import STRONG, WEAK, tokens_of
from notes.language.remarks import Finding
from notes.language.signals import Part, findings
from notes.language.sounding import Sound, by_words, listen, sound, weight
from notes.language.subjects import Who

# Chosen on remarks that the weights had not seen; training/README.md has the figures, and how far they can be trusted.
LIKE_A_REASON = 2.0
LIKE_NOTHING = -2.0
WORDS_LIKE_NOTHING = -1.0
_WORDS_TO_JUDGE = 3
_WORDS_TO_HEAR = 18  # in a longer note a sad tone is mostly somebody else's
_TOO_MERRY = -0.5  # one reason in two hundred is lost by it, and nine tenths of the time saved
_SENTENCES = re.compile(r"(?<=[^\W\d_]{3})[.!?;]+\s+|(?<=[\d)])[.!?;]+\s+|\s--?\s|\n")


def judged(header: Header, text: str, part: Part = Part.NOTE, name: str = "") -> Sequence[Finding]:
    """What keeps a card back: what is found, what only sounds so, and not what only looks so.

    >>> from notes.language.headers import header_of
    >>> judged(header_of("Notes"), "gave the eulogy for the old copier at the office party")
    ()
    """
    found = findings(header, text, part, name)
    if part is not Part.NOTE or not _is_told(header, text) or (header.allows and is_no(text)):
        return found
    if found:
        is_nothing = by_words(header.text, text) < WORDS_LIKE_NOTHING and _loudest(header, text) < LIKE_NOTHING
        return () if is_nothing else found
    is_heard = _may_be_heard(header, text) and weight(header.text, text) > LIKE_A_REASON
    return (_heard(sound(header.text, text)),) if is_heard else ()


def listen_to(header: Header, texts: Sequence[str], part: Part = Part.NOTE) -> None:
    """Hear all the cells of a column at once which may have to be judged by how they sound."""
    if part is Part.NOTE:
        listen((header.text, text) for text in texts if _is_told(header, text) and _may_be_heard(header, text))


def _may_be_heard(header: Header, text: str) -> bool:
    """Whether a cell is short enough, and its words not so merry that what is like it would hardly outweigh them."""
    return len(text.split()) <= _WORDS_TO_HEAR and by_words(header.text, text) > _TOO_MERRY


def _is_told(header: Header, text: str) -> bool:
    """Whether a cell tells it in words, in a column that does not speak of another matter."""
    words = [token for token in tokens_of(text) if token not in (STRONG, WEAK, "#")]
    return len(words) >= _WORDS_TO_JUDGE and not (header.channel or header.matter)


def _loudest(header: Header, text: str) -> float:
    """How the cell sounds, or one of its sentences in which something is found: a long note may end with the news."""
    sentences = [one for one in _SENTENCES.split(text) if one.strip() and findings(header, one)]
    return max(weight(header.text, one) for one in (text, *sentences))


def _heard(heard: Sound) -> Finding:
    """What is asked of a cell that only sounds like a reason; of which, the words alone do not say surely enough."""
    return Finding(Kind.UNCLEAR, Who.CUSTOMER, ", ".join(f"“{word}”" for word in heard.words), sure=False, sounds=True)
