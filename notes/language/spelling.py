"""Spelling: the word that a mistyped one was meant to be.

A word that nobody knows (neither the lexicon nor the word lists nor the pieces of the encoder, which has read the web)
is taken for the likeliest one that is a single slip of the fingers or the ear away; it is put in its place only where
that is a word of the lexicon, for nothing else would be understood better. A long word that sounds like a weighty one
is that one: “berievment”; or one with its letters in another order.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import pairwise

from notes.language.folding import folded
from notes.language.given_names import is_given
from notes.language.lexicon import files, known_words, language_of, listed
from notes.language.phrases import tokens_of
from notes.language.things import is_thing

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_OF_ONE_SOUND = ("aeiouy", "cksz", "dt", "bp", "mn", "fv", "gj")
_SHORTEST, _LONGEST = 4, 30  # letters of what may be a mistyped word
_SHORTEST_FREELY = 6  # letters: of a shorter word only the likeliest slips are taken back
_UNREAD = -15.0  # how likely a word of the lexicon is that is no piece, as a logarithm,
_LOOKED_FOR = -11.0  # and at least a weighty word, which the web has more seldom than the notes of an office
# How likely each slip is, as a logarithm.
_TWICE, _SWAPPED, _MISSING, _BESIDE, _SAME_SOUND, _TOO_MANY, _ANOTHER = -2.0, -2.5, -3.0, -3.0, -3.0, -3.5, -8.0


def words_meant(text: str) -> tuple[str, ...]:
    """The words of a text as they were meant."""
    meant, tokens = _meant(text), tokens_of(text)
    return tuple(meant.get(token, token) for token in tokens) if meant else tokens


def mended(text: str) -> str:
    """The text with its mistyped words as they were meant, and all else as it is.

    >>> mended("Her husbnad dide, 4 Oct"), mended("Todd, Starkey and Kassel"), mended("Decaesed per Todd")
    ('Her husband died, 4 Oct', 'Todd, Starkey and Kassel', 'deceased per Todd')
    """
    meant = _meant(text)
    return _WORD.sub(lambda match: meant.get(folded(match[0]), match[0]), text) if meant else text


_WORD = re.compile(r"[^\W\d_]+")
_CAPITAL = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+")


@lru_cache(maxsize=50_000)
def _meant(text: str) -> Mapping[str, str]:
    """The mistyped words of a text with what was meant; with a capital, only what is weighty."""
    tokens = tokens_of(text)
    words_as_meant = tuple(map(spelled, tokens))
    meant = {} if words_as_meant == tokens else _changed(tokens, words_as_meant)
    before = _before()
    if not before.keys().isdisjoint(tokens):
        pairs = pairwise(tokens)
        meant |= {one: before[one][other] for one, other in pairs if one in before and other in before[one]}
    if meant:
        named = {*map(folded, _CAPITAL.findall(text))}
        meant = {token: word for token, word in meant.items() if token not in named or _is_no_name(token, word)}
    return meant


_NAMED = re.compile(r"(?<=[^\W\d_A-ZÀ-Þ] )[A-ZÀ-Þ][a-zà-ÿ]+")


@lru_cache(maxsize=20_000)
def names_in(text: str) -> frozenset[str]:
    """Words with a capital within a sentence: names, but in German, where every noun has one."""
    if not (named := _NAMED.findall(text)) or language_of(tokens_of(text)) not in ("", "en", "fr", "es"):
        return frozenset()
    return frozenset(map(folded, named)) if len(named) * 2 < len(text.split()) else frozenset()


def _changed(tokens: Sequence[str], meant: Sequence[str]) -> dict[str, str]:
    return {token: word for token, word in zip(tokens, meant, strict=True) if token != word}


def _is_no_name(token: str, word: str) -> bool:
    return word in _weighty() and _likeness(token, word) >= _ALIKE_NO_NAME


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


@lru_cache(maxsize=50_000)
def spelled(token: str) -> str:
    """The word of the lexicon that a mistyped one was meant to be, else the word itself.

    >>> spelled("decesed"), spelled("decreased"), spelled("complainant"), spelled("diied"), spelled("berievment")
    ('deceased', 'decreased', 'complainant', 'died', 'bereavement')
    """
    if len(token) < _SHORTEST:
        return _short().get(token, token)
    if token in known_words() or not (token.isalpha() and token.isascii()) or len(token) > _LONGEST:
        return token
    if token.startswith(_stems()):
        return token
    if token in _likely_words() or _is_english(token) or is_thing(token) or is_given(token) or _is_cut_short(token):
        return token
    near = [(_how_likely(word) + slip, word) for word, slip in _slips(token) if _is_any(word)]
    best = max(near)[1] if near else _sounding_like(token)
    return best if best in _weighty() or (best in known_words() and not _is_a_form(token)) else token


@cache
def _stems() -> tuple[str, ...]:
    """What the lexicon lets stand with any ending: “klient*” of “klientem”."""
    stems = (one.rstrip("*") for one in known_words() if one.endswith("*"))
    return tuple(sorted(stem for stem in stems if len(stem) > _SHORTEST))


@cache
def _short() -> Mapping[str, str]:
    """Short words that are mistyped so, which are near to too many others to be told by their letters."""
    return {typed: meant for file in files() for typed, meant in file.get("mistyped_short", {}).items()}


@cache
def _before() -> Mapping[str, Mapping[str, str]]:
    """Words that are mistyped before certain others, with those and what is meant: “pasted away”."""
    found: dict[str, dict[str, str]] = {}
    for file in files():
        for pair, meant in file.get("mistyped_before", {}).items():
            one, other = pair.split()
            found.setdefault(one, {})[other] = meant
    return found


def _likely_words() -> Mapping[str, float]:
    from notes.language.encoding import likely_words  # a library that no command needs to begin with

    return likely_words()


def _is_english(token: str) -> bool:
    from notes.language.inflection import is_word  # nor this one

    return is_word(token)


def _how_likely(word: str) -> float:
    usual = _likely_words().get(word, _UNREAD)
    return max(usual, _LOOKED_FOR) if word in _weighty() else usual


@cache
def _weighty() -> frozenset[str]:
    """The words that are looked for first of all, whatever else a text may have."""
    return frozenset(folded(text) for text in listed("mistyped", "words"))


def _is_cut_short(token: str) -> bool:
    return any(word.startswith(token) for word in _weighty())


def _is_any(word: str) -> bool:
    return word in known_words() or word in _likely_words()


_FORMS = ("s", "e", "n", "r", "en", "er", "em", "es", "a", "o", "as", "os")


def _is_a_form(token: str) -> bool:
    """Whether it only ends otherwise than a word that is known: of no language but English are all forms listed."""
    stems = {token[: -len(end)] for end in _FORMS if token.endswith(end) and token[-len(end) - 1] != end[0]}
    return any(stem in _likely_words() or stem in known_words() for stem in stems if len(stem) >= _SHORTEST)


def _slips(token: str) -> Iterator[tuple[str, float]]:
    """Every text that a slip may have turned into the token, with how likely the slip is; none of its first letter.

    A short word has fewer, for it is near to more words, and the last letter is nobody's slip: it is another form.
    """
    is_short, last = len(token) < _SHORTEST_FREELY, len(token) - 1
    for place in range(1, len(token)):
        before, here, after = token[:place], token[place], token[place + 1 :]
        if here == before[-1]:
            yield before + after, _TWICE
        elif not is_short and after:
            yield before + after, _TOO_MANY
        if after and after[0] != here:
            yield before + after[0] + here + after[1:], _SWAPPED
        yield before + before[-1] + here + after, _TWICE
        if not is_short:
            yield from ((before + one + here + after, _MISSING) for one in _LETTERS if one != before[-1])
        for one in _LETTERS if len(token) > _SHORTEST_FREELY else _near(here):
            if one != here and (place < last or one not in _VOWELS):
                yield before + one + after, _near(here).get(one, _ANOTHER)
    yield token + token[-1], _TWICE


_VOWELS = "aeiou"


@cache
def _near(letter: str) -> Mapping[str, float]:
    """The letters that are typed or heard for another, with how likely that is."""
    found = {one: _SAME_SOUND for sound in _OF_ONE_SOUND if letter in sound for one in sound}
    for row in _ROWS:
        if letter in row:
            place = row.index(letter)
            found |= dict.fromkeys(row[max(0, place - 1) : place + 2], _BESIDE)
    return found


_HEARD = (
    (r"ph", "f"),
    (r"gh(?=t)", ""),
    (r"c(?=[eiy])|z", "s"),
    (r"[cq]", "k"),
    (r"(?<=.)[aeiouyhw]", ""),
    (r"(.)\1+", r"\1"),
)
_SOUNDS = 4  # consonants, at least, that tell a word
_ALIKE = 0.75  # how much of two words of one sound has to be the same
_ALIKE_NO_NAME = 0.8  # and of a word with a capital, which may be a name


@lru_cache(maxsize=10_000)
def _sound_of(word: str) -> str:
    """The consonants of a word as they are heard, its first letter among them."""
    for letters, heard in _HEARD:
        word = re.sub(letters, heard, word)
    return word


@cache
def _by_sound() -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for word in sorted(_weighty()):
        for key in (_sound_of(word), _letters_of(word)):
            found.setdefault(key, []).append(word)
    return found


def _letters_of(word: str) -> str:
    """The letters of a word in no order, but for the first and the last: “deacesed” has those of “deceased”."""
    return f"{word[0]}-{''.join(sorted(word[1:-1]))}-{word[-1]}"


def _sounding_like(token: str) -> str:
    """The one weighty word that has its letters or sounds like it, "" where there are none or several."""
    for key in (_letters_of(token), _sound_of(token)):
        those = [one for one in _by_sound().get(key, ()) if _likeness(one, token) > _ALIKE]
        if len(those) == 1 and len(key) >= _SOUNDS:
            return those[0]
    return ""
