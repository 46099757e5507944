"""Sounding: how a remark sounds to somebody who has read thousands, whatever words the lexicon has.

Each trait of a cell (a word, two that stand together, a kind of word, a word under its header) has a weight that was
learnt from labelled remarks, and what the remarks told that are most like it counts beside them (likeness.py);
together they say how surely a reader would keep a cheerful card back. Where that is in doubt the cell is heard again,
each word beside all others (rehearing.py). The weights are data, in sounds.txt, made by training/learn.py from
training/remarks.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from math import sqrt
from pathlib import Path

from notes.language.lexicon import common, known_words, word_class, written_out
from notes.language.phrases import STRONG, WEAK, tokens_of
from notes.language.spelling import mended, spelled, words_meant
from notes.language.things import is_thing

_CLASSES = (
    *("kin", "pet", "customer", "negation", "channel", "paper", "stranger", "dating", "not_places"),
    *("opponent", "provider", "trade", "frame"),
)
_BEGIN, _END = "<", ">"
_WORDS_OF_A_HEADER = 6
_WORDS_OF_A_CODE = 4  # so short a cell means what it means under its header
_TOLD = 3  # words that a person is shown
_SHORTEST_SHOWN = 4  # letters


@dataclass(frozen=True, slots=True)
class Sound:
    """How much a cell sounds like a reason to wait (below 0 like none), and the words that weighed most."""

    weight: float
    words: Sequence[str]


def said(header: str, text: str) -> str:
    """A cell in one line: a remark as it is, another with its header."""
    return text if header == "Notes" else f"{header}: {text}"


def traits(header: str, text: str) -> frozenset[str]:
    """What is weighed of a cell.

    >>> sorted(one for one in traits("Notes", "mum died") if "mum" in one)
    ['< mum', 'h:notes=mum', 'h=notes=mum died', 'mum', 'mum died']
    """
    above = _words_above(header)
    words = _words_of(text)
    classes = [*map(_class_of, words)]
    return frozenset([*words, *_together(words), *classes, *_together(classes), *_below(above, words)])


STRANGE = 0.5  # so many of its words nobody has told anything of


def is_strange(text: str) -> bool:
    """Whether a cell is in words that none of the remarks has: nobody can say how it sounds.

    >>> is_strange("dim nionod, caws Caerffili gwelwch yn dda"), is_strange("her husband died in May")
    (True, False)
    """
    told = [word for word in _words_of(text)[1:-1] if word.isalpha() and len(word) > 1]
    _, learnt = _learnt()
    unknown = sum(word not in learnt and word not in known_words() for word in told)
    return len(told) > 2 and unknown > STRANGE * len(told)


def _words_of(text: str) -> list[str]:
    return [_BEGIN, *words_meant(written_out(text)), _END]


@lru_cache(maxsize=2_000)
def _words_above(header: str) -> Sequence[str]:
    return [spelled(word) for word in tokens_of(header) if word not in (STRONG, WEAK)][:_WORDS_OF_A_HEADER]


def _together(words: Sequence[str]) -> Iterator[str]:
    """Two words that follow each other."""
    return map(" ".join, pairwise(words))


def _below(above: Sequence[str], words: Sequence[str]) -> Sequence[str]:
    """The words of the header, how long the cell is, and how a short one reads below its header."""
    own = [word for word in words[1:-1] if word not in (STRONG, WEAK)]
    found = [*(f"h:{word}" for word in above), f"len{min(len(own), 2 * _WORDS_OF_A_CODE)}"]
    if len(own) <= _WORDS_OF_A_CODE:
        found += [f"h:{header}={word}" for header in above for word in own]
        found.append(f"h={' '.join(above)}={' '.join(own)}")
    return found


@lru_cache(maxsize=50_000)
def _class_of(word: str) -> str:
    """What kind of word it is, where the lexicon knows; else the word; either as a trait of its own."""
    if word == "#" or not word[:1].isalpha():
        return f"~{word}"
    own = next((name for name in _CLASSES if word in word_class(name)), "thing" if is_thing(word) else word)
    return f"~{own}"


@cache
def _learnt() -> tuple[int, Mapping[str, int]]:
    """What every cell weighs to begin with, and each trait, in hundredths: whole, so that they add up in any order."""
    lines = Path(__file__).with_name("sounds.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    (_, bias), *others = rows
    return int(bias), {name: int(hundredths) for name, hundredths in others}


def sound(header: str, text: str) -> Sound:
    """How a cell sounds.

    >>> sound("Notes", "loves dahlias, two cats").weight < 0 < sound("Notes", "dad slipped away on Friday").weight
    True
    """
    return Sound(weight(header, text), _heaviest(header, text))


OF_THE_LIKE = 4.0  # what the remarks most like a cell count beside its words
OF_A_SECOND = 2.0  # what the second hearing counts beside both
_KEPT = 50_000  # cells
_of_the_like: dict[tuple[str, str], float] = {}
_of_a_second: dict[tuple[str, str], float] = {}


def weight(header: str, text: str) -> float:
    """How much a cell sounds like a reason to wait."""
    listen([(header, text)])
    return by_words(header, text) + OF_THE_LIKE * _of_the_like[header, text]


def surely(header: str, text: str, doubt: tuple[float, float]) -> float:
    """How much a cell sounds like a reason to wait, heard again where that is in doubt."""
    first = weight(header, text)
    if not doubt[0] < first < doubt[1]:
        return first
    listen_again([(header, text)], doubt)
    return first + OF_A_SECOND * _of_a_second[header, text]


def listen(cells: Sequence[tuple[str, str]]) -> None:
    """Hear many cells, each with its header, at once: quicker than one after the other."""
    from notes.language.likeness import likeness

    _fill(_of_the_like, cells, likeness)


def listen_again(cells: Sequence[tuple[str, str]], doubt: tuple[float, float]) -> None:
    """Hear those of many cells again that are in doubt."""
    from notes.language.rehearing import reheard

    _fill(_of_a_second, [cell for cell in cells if doubt[0] < weight(*cell) < doubt[1]], reheard)


def _fill(
    known: dict[tuple[str, str], float],
    cells: Sequence[tuple[str, str]],
    judge: Callable[[Sequence[str]], Iterable[float]],
) -> None:
    """What a judge says of the cells that it has not heard yet."""
    unheard = [cell for cell in dict.fromkeys(cells) if cell not in known]
    if not unheard:
        return
    if len(known) + len(unheard) > _KEPT:
        known.clear()
    found = judge([said(header, mended(text)) for header, text in unheard])
    known.update({cell: round(float(one), 3) for cell, one in zip(unheard, found, strict=True)})


def forget() -> None:
    """Hear every cell anew."""
    _of_the_like.clear()
    _of_a_second.clear()
    by_words.cache_clear()


def let_go() -> None:
    """Give back the memory of all that cells are heard with; what has been heard stays known."""
    from notes.language import likeness, rehearing

    likeness.let_go()
    rehearing.let_go()
    for known in (_learnt, _weights_of, _weights_of_two):
        known.cache_clear()


@lru_cache(maxsize=50_000)
def by_words(header: str, text: str) -> float:
    """How much the traits of a cell weigh alone."""
    start, learnt = _learnt()
    words = _words_of(text)
    found: dict[str, int] = {}
    for one in words:
        found.update(_weights_of(one))
    for two in pairwise(words):
        found.update(_weights_of_two(*two))
    for name in _below(_words_above(header), words):
        if told := learnt.get(name):
            found[name] = told
    return (start + sum(found.values()) / sqrt(len(found) or 1)) / 100


@lru_cache(maxsize=50_000)
def _weights_of(word: str) -> Mapping[str, int]:
    """What a word and its kind weigh, where they weigh anything."""
    return _weighing([word, _class_of(word)])


@lru_cache(maxsize=50_000)
def _weights_of_two(first: str, second: str) -> Mapping[str, int]:
    """What two words that stand together, and their kinds, weigh."""
    return _weighing([f"{first} {second}", f"{_class_of(first)} {_class_of(second)}"])


def _weighing(names: Sequence[str]) -> Mapping[str, int]:
    _, learnt = _learnt()
    return {name: learnt[name] for name in names if learnt.get(name)}


def _heaviest(header: str, text: str) -> Sequence[str]:
    """The words of the text that weighed most for holding the card, to be shown to a person."""
    _, learnt = _learnt()
    shown = [name for name in traits(header, text) if learnt.get(name, 0) > 0 and _tells(name)]
    return tuple(sorted(shown, key=lambda name: (-learnt[name], name))[:_TOLD])


def _tells(name: str) -> bool:
    """Whether a trait is a word, or two, that says something by itself."""
    words = name.split()
    return all(map(str.isalpha, words)) and any(len(word) >= _SHORTEST_SHOWN and word not in common() for word in words)
