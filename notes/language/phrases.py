"""Phrases: the small language in which the lexicon is written, and the tokens that it is compared with.

“a|b” is either, “a_b” two words that count as one, “word?” may be missing, “stem*” is any word that begins so and
“*end” any that ends so, “<kin>” any word of the class, “..” up to three other words, “#” any number. A phrase never
reaches over a mark of punctuation.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from notes.language.folding import folded
from notes.language.vocabulary import vocabulary

Words = tuple[str, ...]

STRONG, WEAK = ".", ","  # what ends a sentence, and what only parts it
_CROSSES = re.compile(r"[†✝✞✟☨⚰]|(?<=\s)z[\"'”″״]{1,2}l\b")  # and z”l, behind a name
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ][a-zà-ÿ])")
_WITHOUT = re.compile(r"(?<=\S\s)w/o\b", re.IGNORECASE)  # alone it is “written off”
_SLASHED = re.compile(r"\b([A-Za-z])/([A-Za-z])\b")
_WITH = re.compile(r"\bw/(?=[\s\w])(?!(?:drew|drawn|draw|held|hold|out)\b)", re.IGNORECASE)
_WITH_IN_A_WORD = re.compile(r"\bw/(?=(?:drew|drawn|draw|held|hold|out)\b)", re.IGNORECASE)
_APOSTROPHES = re.compile(r"[’‘`´ʼ]")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.\s?){2,}(?=\W|$)")
_TOKEN = re.compile(
    r"[^\W\d_]+\d[^\W_]*|[^\W\d_]+(?:'[^\W\d_]+)*'?|\d+(?:[.,:/-]\d+)*|†|[.;!?\n|•·…]|[,()\[\]{}:/\\–—\"“”„<>=+&]|\s-+\s"
)
_IN_DECEMBER = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\.? dec\b\.?,? (?:19|20)\d\d\b", re.IGNORECASE)  # and no deceased
_STARS = re.compile(r"\b([0-5])[ -]?(?=stars?\b)", re.IGNORECASE)
_COUNTS = ("zero", "one", "two", "three", "four", "five")
_ELIDED = ("l", "d", "n", "s", "j", "m", "t", "c", "qu")
_GAP = r"(?:[\w'#]+ ){0,3}"


@lru_cache(maxsize=50_000)
def tokens_of(text: str) -> tuple[str, ...]:
    """The words of a text in small letters without accents, “#” for a number, “.” and “,” for marks that part it.

    >>> tokens_of("Décédé 3/2025 †"), tokens_of("#DoNotMail"), tokens_of("Dec'd - don't write!")
    (('decede', '#', '†'), ('do', 'not', 'mail'), ('decd', ',', 'do', 'not', 'write', '.'))
    >>> tokens_of("since 5 Dec 2016"), tokens_of("John, dec 2016")
    (('since', '#'), ('john', ',', 'dec', '#'))
    """
    if not text.isascii() or "`" in text or 'z"l' in text:
        text = _CROSSES.sub(" † ", _APOSTROPHES.sub("'", text))
    if "/" in text:
        text = _SLASHED.sub(r"\1 \2", _WITH.sub("with ", _WITH_IN_A_WORD.sub("with", _WITHOUT.sub("without", text))))
    if "star" in text or "Star" in text:
        text = _STARS.sub(lambda match: f"{_COUNTS[int(match[1])]} ", text)
    if "dec" in text or "Dec" in text or "DEC" in text:
        text = _IN_DECEMBER.sub("31", text)
    if not text.islower():
        text = _CAMEL.sub(" ", text)
    text = folded(text).replace("_", " ").replace("*", " ")
    if "." in text:
        text = _DOTTED.sub(lambda match: match[0].replace(".", "").replace(" ", "") + " ", text)
    found: list[str] = []
    shortened = False
    for token in _TOKEN.findall(text):
        if token == STRONG and shortened:
            continue
        words, shortened = _told_apart(token)
        found += words
    return tuple(found)


@cache
def _abbreviations() -> Mapping[str, Words]:
    """What offices shorten, by how; the full stop behind it ends no sentence."""
    return {short: tuple(word.split()) for short, word in vocabulary()["abbreviations"].items()}


@lru_cache(maxsize=50_000)
def _told_apart(token: str) -> tuple[Words, bool]:
    """What a token stands for, and whether it is cut short."""
    if words := _abbreviations().get(token):
        return words, True
    first = token[0]
    if first.isdigit():
        return ("#",), False
    if first.isalpha():
        words = _CONTRACTED.get(token) or (_words_of(token) if "'" in token else (token,))
        return words, len(token) == 1
    if first == "†":
        return (token,), False
    return (STRONG if first in ".;!?\n|•·…" else WEAK,), False


def _words_of(token: str) -> tuple[str, ...]:
    """The words about an apostrophe: “husband's”, “l'adresse”, “dec'd”."""
    token = token.strip("'")
    before, _, after = token.partition("'")
    joined = token.replace("'", "")
    if joined in _abbreviations():
        return _abbreviations()[joined]
    if before in _ELIDED:
        return before, *_words_of(after)
    if after == "s":
        return *_abbreviations().get(before, (before,)), "'s"
    if after == "t" and before.endswith("n"):
        return before[:-1], "not"
    return (joined,)


_VERBS = ("do", "does", "did", "is", "was", "were", "has", "have", "would", "should", "could", "are")
_CONTRACTED: Mapping[str, Words] = {
    **{f"{verb}nt": (verb, "not") for verb in _VERBS},
    **dict.fromkeys(["won't", "wont"], ("will", "not")),
    **dict.fromkeys(["can't", "cannot"], ("can", "not")),
    **dict.fromkeys(["donot", "dnt"], ("do", "not")),
    "ain't": ("is", "not"),
}


@dataclass(frozen=True, eq=False)
class Phrase:
    """A phrase of the lexicon, and the words of which one must be there; its pattern is made when first needed."""

    elements: Sequence["Element"]
    triggers: frozenset[str]
    needed: Sequence[frozenset[str]] = ()  # of each a word must be there beside the trigger
    language: str = ""

    @classmethod
    def of(
        cls, text: str, classes: Mapping[str, Sequence[Words]], common: frozenset[str], language: str = ""
    ) -> "Phrase":
        """A phrase as it is written in the lexicon.

        >>> phrase = Phrase.of("lost her|his .. <kin>", {"kin": [("dad",)]}, frozenset())
        >>> sorted(phrase.triggers), bool(phrase.pattern.search(" lost her dear dad "))
        (['lost'], True)
        """
        elements = tuple(Element.of(element, classes) for element in text.split())
        required = [one for one in elements if one.choices and not one.may_be_missing]
        each = [one.triggers(common) for one in required]
        first = min(range(len(each)), key=lambda place: (not common.isdisjoint(each[place]), len(each[place])))
        triggers = each[first]
        needed = (one.triggers(frozenset()) for place, one in enumerate(required) if place != first)
        whole = (one for one in needed if not any("*" in word for word in one))
        return cls(elements, triggers, sorted(whole, key=len), language)

    def may_be_among(self, tokens: Set[str]) -> bool:
        """Whether a text with these words can have it at all."""
        for words in self.needed:  # noqa: SIM110 - it is asked of every word of every cell, and all() is half as fast
            if words.isdisjoint(tokens):
                return False
        return True

    @property
    def is_one_word(self) -> bool:
        return len(self.elements) == 1

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(f"(?<= ){''.join(element.pattern for element in self.elements)}")


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a phrase: the words that may be there; none where any may."""

    choices: Sequence[Words]
    may_be_missing: bool = False

    @classmethod
    def of(cls, text: str, classes: Mapping[str, Sequence[Words]]) -> "Element":
        bare = text.rstrip("?")
        return cls(() if bare == ".." else tuple(_choices(bare, classes)), bare != text)

    @property
    def pattern(self) -> str:
        if not self.choices:
            return _GAP
        longest_first = sorted({_as_pattern(words) for words in self.choices}, key=lambda one: (-len(one), one))
        return f"(?:{'|'.join(longest_first)}){'?' if self.may_be_missing else ''}"

    def triggers(self, common: frozenset[str]) -> frozenset[str]:
        """For each choice one of its words: none that is common, and the longest of those."""
        return frozenset(min(words, key=lambda word: (word in common, -len(word))) for words in self.choices)


def _choices(element: str, classes: Mapping[str, Sequence[Words]]) -> Iterator[Words]:
    for choice in element.split("|"):
        if choice.startswith("<"):
            yield from classes[choice.strip("<>")]
        elif words := words_of(choice):
            yield words


@cache
def words_of(choice: str) -> Words:
    """The tokens of a word of the lexicon: “care_home” is two, “reklam*” a stem.

    >>> words_of("care_home"), words_of("reklam*"), words_of("'s"), words_of("l'adresse")
    (('care', 'home'), ('reklam*',), ("'s",), ('l', 'adresse'))
    """
    return tuple(part for word in choice.split("_") for part in _part(word))


def _part(word: str) -> Words:
    if word in ("'s", "#"):
        return (word,)
    return (folded(word),) if "*" in word else tokens_of(word)


def _as_pattern(words: Words) -> str:
    return "".join(re.escape(word).replace(r"\*", r"[\w']*") + " " for word in words)
