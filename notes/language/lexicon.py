"""The lexicon: what offices write that speaks against a cheerful card, in every language that it is kept in.

It is data, a file for each language: lexicon.en.toml and so on. All are used together, for a note may be in any.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from notes.kept import kept
from notes.language.folding import folded
from notes.language.phrases import Phrase, tokens_of, words_of
from notes.resources import table_beside

LANGUAGES = ("en", "de", "fr", "es", "mul")  # “mul” is many others, each in its plainest words


class Kind(Enum):
    """What a cell tells of, the gravest first."""

    DEATH = "death"
    REFUSAL = "refusal"
    MOVED = "moved"
    DISPUTE = "dispute"
    CLOSED = "closed"
    ILLNESS = "illness"
    PARTING = "parting"
    JOB_LOST = "job"
    UNCLEAR = "unclear"  # it is not clear which


class Scope(Enum):
    """Where a phrase counts."""

    ANYWHERE = "anywhere"
    ALONE = "alone"  # as the whole cell, a tag, or a remark in brackets
    CERTAIN = "certain"  # even in a name, or in a column of something else
    OF_PETS = "of_pets"  # in a column of animals
    SETTLED = "settled"  # says that the rest of it is over


Section = tuple[str, Scope]


@cache
def files() -> Sequence[Mapping[str, Any]]:
    """The contents of the file of each language."""
    return kept("lexicon-files", _read(*map(_name, LANGUAGES)), _files)


def _files() -> list[dict[str, Any]]:
    return [dict(table_beside(__file__, _name(language))) for language in LANGUAGES]


def _read(*names: str) -> Iterator[bytes]:
    return (Path(__file__).with_name(name).read_bytes() for name in names)


def _name(language: str) -> str:
    return f"lexicon.{language}.toml"


def listed(section: str, name: str) -> list[str]:
    """A list of the lexicon, those of all languages one after the other.

    >>> "husband" in listed("classes", "kin"), "decede" in listed("no such", "list")
    (True, False)
    """
    return [text for file in files() for text in file.get(section, {}).get(name, ())]


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of a class that are one word, in all languages."""
    return frozenset(words[0] for words in map(words_of, listed("classes", name)) if len(words) == 1)


@cache
def pairs(name: str) -> frozenset[str]:
    """The words of a class that are two, as they come one after the other."""
    return frozenset(" ".join(words) for words in map(words_of, listed("classes", name)) if len(words) == 2)


@cache
def _function_words() -> Mapping[str, str]:
    """The small words that tell a language, each with its own."""
    return {word: code for code, file in zip(LANGUAGES, files(), strict=True) for word in file["speech"]["words"]}


def language_of(tokens: Iterable[str]) -> str:
    """The language that the small words of a text are of; "" where there are none, or those of several.

    >>> language_of(["passe", "tot", "le", "matin"]), language_of(["tot", "aufgefunden"])
    ('fr', '')
    """
    known = _function_words()
    told = {known[token] for token in tokens if token in known}
    return told.pop() if len(told) == 1 else ""


class Sense(NamedTuple):
    """Words that mean another thing beside certain others, perhaps only in one sentence with them."""

    of: frozenset[str]
    near: frozenset[str]
    in_a_sentence: bool


@cache
def senses() -> Sequence[Sense]:
    """The words that have another sense."""
    those = [one for file in files() for one in file.get("senses", {}).values()]
    return [Sense(frozenset(one["of"]), frozenset(one["near"]), one.get("in_a_sentence", False)) for one in those]


@cache
def common() -> frozenset[str]:
    """Words that are in every other note: no phrase is looked for because of them."""
    return word_class("common") | word_class("customer") | {"#", "'s"}


class _Entry(NamedTuple):
    """A phrase as the lexicon has it, before its pattern is wanted: most phrases are in no cell of a spreadsheet."""

    section: str
    scope: str
    language: str
    text: str
    triggers: tuple[str, ...]


@cache
def _whole(entry: _Entry) -> tuple[Section, Phrase]:
    return (entry.section, Scope(entry.scope)), _phrase(entry.text, entry.language)


def _phrase(text: str, language: str) -> Phrase:
    return Phrase.of(text, _classes(language), common(), language)


@cache
def _classes(language: str) -> Mapping[str, Sequence[tuple[str, ...]]]:
    classes = files()[LANGUAGES.index(language)]["classes"]
    return {name: tuple(map(words_of, texts)) for name, texts in classes.items()}


@cache
def _worked_out() -> tuple[Sequence[_Entry], frozenset[str]]:
    """The entries of each section and scope, and every word that is in one of them."""
    read = _read(*map(_name, LANGUAGES), "lexicon.py", "phrases.py", "folding.py", "vocabulary.toml")
    entries, words = kept("lexicon", read, _entries)
    return [_Entry(*one) for one in entries], frozenset(words)


def _entries() -> tuple[list[tuple[Any, ...]], list[str]]:
    found: dict[Section, list[tuple[Any, ...]]] = {}
    known: set[str] = set()
    for language, file in zip(LANGUAGES, files(), strict=True):
        for section, content in file.items():
            for scope in Scope:
                for text in content.get(scope.value, ()):
                    phrase = _phrase(text, language)
                    one = (section, scope.value, language, text, tuple(sorted(phrase.triggers)))
                    found.setdefault((section, scope), []).append(one)
                    known |= set(_words_in(phrase))
    return [one for those in found.values() for one in those], sorted(known)


@cache
def _by_trigger() -> tuple[Mapping[str, Sequence[_Entry]], Mapping[str, Sequence[str]]]:
    """The entries by the words of which one must be there, and parts of words by how they begin or end."""
    index: dict[str, list[_Entry]] = {}
    for entry in _worked_out()[0]:
        for word in entry.triggers:
            index.setdefault(word, []).append(entry)
    stems: dict[str, list[str]] = {}
    for word in sorted(index):
        if word.endswith("*"):
            stems.setdefault(word[:_BEGIN], []).append(word)
        elif word.startswith("*"):
            stems.setdefault(f"*{word[-_BEGIN:]}", []).append(word)
    return index, stems


_BEGIN = 3  # letters: no stem has fewer


@lru_cache(maxsize=50_000)
def phrases_with(token: str) -> Sequence[tuple[Section, Phrase]]:
    """The phrases that a word of a text may belong to."""
    index, stems = _by_trigger()
    found = list(index.get(token, ()))
    for part in stems.get(token[:_BEGIN], ()):
        if token.startswith(part[:-1]):
            found += index[part]
    for part in stems.get(f"*{token[-_BEGIN:]}", ()):
        if token.endswith(part[1:]):
            found += index[part]
    return [_whole(one) for one in found]


def phrases_among(tokens: Sequence[str]) -> Sequence[tuple[str, Section, Phrase]]:
    """The phrases that a text with these words may have, each with the word that it was looked up by."""
    words, different = {*tokens}, dict.fromkeys(tokens)
    found: dict[Phrase, tuple[str, Section, Phrase]] = {}
    for token in different:
        alone, beside = _partners(token)
        for section, phrase in alone:
            found[phrase] = token, section, phrase
        for word in () if beside.keys().isdisjoint(words) else different:
            for section, phrase in beside.get(word, ()):
                if phrase.may_be_among(words):
                    found[phrase] = token, section, phrase
    return [*found.values()]


def is_told_in(language: str, tokens: Sequence[str]) -> bool:
    """Whether a text with these words has a phrase of a language.

    >>> is_told_in("mul", ["geen", "kaarten", "sturen"]), is_told_in("mul", ["no", "cards"])
    (True, False)
    """
    text = f" {' '.join(tokens)} "
    return any(one.language == language and one.pattern.search(text) for _, _, one in phrases_among(tokens))


@lru_cache(maxsize=50_000)
def _partners(token: str) -> tuple[Sequence[tuple[Section, Phrase]], Mapping[str, Sequence[tuple[Section, Phrase]]]]:
    """The phrases of a word that need no other, and those that need one, by the others of which one must be there."""
    beside: dict[str, list[tuple[Section, Phrase]]] = {}
    for one in phrases_with(token):
        for word in one[1].needed[0] if one[1].needed else ():
            beside.setdefault(word, []).append(one)
    return [one for one in phrases_with(token) if not one[1].needed], beside


@dataclass(frozen=True)
class Triggers:
    """Words, and stems of words, without one of which no phrase of some sections can be in a text."""

    words: frozenset[str]
    stems: tuple[str, ...]
    begins: frozenset[str]

    def may_be_among(self, tokens: Set[str]) -> bool:
        if not self.words.isdisjoint(tokens):
            return True
        return any(token.startswith(self.stems) for token in tokens if token[:_BEGIN] in self.begins)


@cache
def triggers(sections: frozenset[str], scope: Scope) -> Triggers:
    """The words and stems of the phrases of some sections."""
    those = (one for one in _worked_out()[0] if one.section in sections and one.scope == scope.value)
    words = frozenset(word for one in those for word in one.triggers)
    stems = tuple(sorted(word[:-1] for word in words if word.endswith("*")))
    whole = frozenset(word for word in words if not word.endswith("*"))
    return Triggers(whole, stems, frozenset(stem[:_BEGIN] for stem in stems))


_DOTTED = re.compile(r"\b([^\W\d_]{4,})\.(?=\s[^\WA-ZÀ-Þ]|[,;:/)]|$)|\b([^\W\d_]{8,})\.(?=\s)")
_TAIL = 6  # letters, at least, of the second word of a compound that is cut short


_CLIPPED = re.compile(r"\b([^\W\d_]{4,})['’`]d\b")
_EIGHTY_SIXED = re.compile(r"\b86(?:['’`]?e?d)\b", re.IGNORECASE)


def written_out(text: str) -> str:
    """The text with the words that are cut short, by a point or in the middle: “verstorb.”, “discont'd”.

    >>> written_out("Werbewiderspr. v. 3.11."), written_out("Reklam. offen"), written_out("toute la tribu. Son")
    ('Werbewiderspruch v. 3.11.', 'Reklamation offen', 'toute la tribu. Son')
    >>> written_out("discont'd 9/14"), written_out("86'd"), written_out("fall. 3/11, avisa la hija")
    ('discontinued 9/14', 'eightysixed', 'fallecido 3/11, avisa la hija')
    """
    if "'d" in text or "’d" in text or "`d" in text:
        text = _CLIPPED.sub(_clipped, text)
    if "86" in text:
        text = _EIGHTY_SIXED.sub("eightysixed", text)
    if "." not in text:
        return text
    first, _, rest = text.partition(".")
    word, language = _shortened_at_first().get(folded(first), ("", ""))
    if word and language_of(tokens_of(rest)) in ("", language):
        text = f"{word}{rest}"
    return _DOTTED.sub(_written_out, text)


@cache
def _shortened_at_first() -> Mapping[str, tuple[str, str]]:
    """What a cell may begin with that is cut short and another word as well, the whole word, and its language."""
    those = zip(LANGUAGES, files(), strict=True)
    return {short: (word, code) for code, file in those for short, word in file.get("shortened", {}).items()}


def _clipped(match: re.Match[str]) -> str:
    """“discont'd” is “discontinued”."""
    begin = folded(match[1])
    return next((word for word in _cut_short() if word.startswith(begin) and word.endswith("ed")), match[0])


def _written_out(match: re.Match[str]) -> str:
    word = folded(match[1] or match[2])
    if word in known_words():
        return match[0]
    for place in (0, *range(3, len(word) - _TAIL + 1)):
        longer = next((one for one in _cut_short() if one.startswith(word[place:]) and one != word[place:]), "")
        if longer:
            return f"{match[1] or match[2]}{longer[len(word) - place :]}"
    return match[0]


@cache
def _cut_short() -> Sequence[str]:
    """The words that may be cut short, the shortest first."""
    return sorted({folded(text) for text in listed("mistyped", "words")}, key=lambda one: (len(one), one))


@cache
def known_words() -> frozenset[str]:
    """Every word that the lexicon has, and those that only look like one of its words."""
    return _worked_out()[1] | {word for text in listed("mistyped", "lookalikes") for word in tokens_of(text)}


def _words_in(phrase: Phrase) -> Iterator[str]:
    return (word for element in phrase.elements for words in element.choices for word in words)
