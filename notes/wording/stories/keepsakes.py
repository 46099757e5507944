"""Keepsakes: the one small thing of a jotting that stays in the mind, as one names it to whoever it is about.

“opens paint w/ a soup spoon” leaves the soup spoon, “saw 23 houses, lost 2” the twenty-three houses, “says pg 2 is
another woman’s problem” what was said, “named the birch Gerald” Gerald. A keepsake claims nothing of anybody, so that
it can be spoken of where a jotting is too short, or too crowded, to be told: templates/keepsakes.txt has what is said
of each kind.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile

from notes.language import inflection
from notes.language.numbers import in_words
from notes.reading.values.name_likeness import is_given_name
from notes.resources import table_beside
from notes.wording.details.wordbook import animals, relations
from notes.wording.grammar import a
from notes.wording.passages import KEPT
from notes.wording.plans.saying import is_sayable
from notes.wording.stories.cast import OF_THE_CALENDAR
from notes.wording.stories.doers import is_ours
from notes.wording.stories.gates import is_dark_story
from notes.wording.stories.grammar import is_he_does
from notes.wording.stories.jots import Jot
from notes.wording.stories.parts import Sort, Word, is_number
from notes.wording.stories.tagging import tagged
from notes.wording.stories.tokens import quoted, tokens_of

NAME, SAYING, MANY, THING, THINGS, STUFF, TWO = KEPT
_WORTH = {NAME: 8.0, SAYING: 6.0, MANY: 5.0, THING: 3.0, THINGS: 3.0, STUFF: 2.5}
MEASURED, EACH_MORE_WORD, ONE_WORD_SAID = 3.0, 0.6, -2.0
MOST_WORDS, MOST_SAID, MOST_NAMES = 4, 6, 3
FEWEST = 3  # of what is a wonder by its number
_SAID = re.compile(
    r"\b(?:says?|said|calls? (?:it|him|her|them)|labell?ed|sign(?:ed|s)?|answers?|asks?|asked|shouts?|motto)"
    r"\b[^“.;]{0,30}“([^”]+)”"
)
_DENIED = re.compile(r"\b(?:no|not|never|nothing|without|hates?|hated|against|instead of|nor)\b|n’t\b")
_UNITS = {f"{one}s": one for one in ("pound", "inch", "mile", "acre", "gallon")} | {"feet": "foot", "inches": "inch"}
_A_MEASURE = re.compile(r"[\w,]+(?:-\w+)?-(?:pound|foot|inch|mile|acre|gallon)\b")
_OWNED = frozenset(["a", "an", "the", "your", "her", "his", "their", "one", "our", "my", "its", "that", "this"])
_UNREADABLE = re.compile(r"\b\w\b(?!’)|[A-Z]|[/=+#&@%$£€’]|\d")


@dataclass(frozen=True, slots=True)
class Keepsake:
    """A thing to be named: `it` with its article (“the soup spoon”), `one` without a definite one (“a soup spoon”)."""

    kind: str
    it: str
    one: str
    worth: float

    @property
    def is_exclaimed(self) -> bool:
        """Whether it can stand before a thought by itself: “A soup spoon!”."""
        return self.kind not in (NAME, SAYING) and bool(self.one)

    @property
    def is_a_wonder(self) -> bool:
        """Whether one gives its number first: “Twenty-three houses!”, “A 412-pound pumpkin!”."""
        return self.kind == MANY or _A_MEASURE.search(self.one) is not None

    def is_named_in(self, text: str) -> bool:
        """Whether a text says the number or the thing itself.

        >>> spoon = Keepsake(THING, "the soup spoon", "a soup spoon", 3.0)
        >>> spoon.is_named_in("Who has the spoon?"), spoon.is_named_in("Is there a lid?")
        (True, False)
        """
        words = self.it.split()[1:]
        return not {words[0].casefold(), words[-1].casefold()}.isdisjoint(re.findall(r"[\w-]+", text.casefold()))


@lru_cache(maxsize=10_000)
def keepsakes_of(jot: Jot) -> tuple[Keepsake, ...]:
    """What a jotting leaves, the dearest first; nothing of one that denies or grieves.

    >>> [one.it for one in keepsakes_of(Jot(("opens paint w/ a soup spoon",), ("opens paint with a soup spoon",)))]
    ['the soup spoon']
    """
    text = ", ".join(jot.parts)
    if is_dark_story(text):
        return ()
    found = [*_said_in("; ".join(jot.said)), *_called_in(jot), *(one for part in jot.parts for one in _named_in(part))]
    return tuple(sorted({one.it: one for one in found}.values(), key=lambda one: -one.worth))


def _said_in(said: str) -> Iterator[Keepsake]:
    """What somebody says, in quotes."""
    for match in _SAID.finditer(quoted(said)):
        words = match[1].rstrip(" .,!;:")
        count = len(words.split())
        if count <= MOST_SAID and words.islower():
            worth = _WORTH[SAYING] + (ONE_WORD_SAID if count == 1 else 0)
            yield Keepsake(SAYING, f"“{words}”", f"“{words}”", worth)


def _called_in(jot: Jot) -> Iterator[Keepsake]:
    """Things that have a name as people have: “named it Gerald”, “the giant pumpkin Beatrice”, “the band The Socks”."""
    people = {name for who in jot.cast.people for name in who.names}
    for part in jot.parts:
        words = tagged(tokens_of(part))
        for at in range(1, len(words)):
            name = _name_from(words, at) if words[at - 1].sort is not Sort.NAME else ""
            before = words[: at - (name.startswith("the ") and words[at - 1].small == ",")]
            if name and before and name not in people and _is_named(before, name) and not any(map(_is_alive, before)):
                is_told = before[-1].small in _words("naming")
                thing = _keepsake([*_phrases(before[:-1] if is_told else before)][-1])
                yield Keepsake(NAME, name, thing.one if thing else "", _WORTH[NAME])


def _is_named(before: Sequence[Word], name: str) -> bool:
    """Whether what stands before a name gives it to a thing."""
    last, verb = before[-1], next((word for word in reversed(before[-5:]) if word.small in _words("naming")), None)
    if verb is not None and (verb is not last or verb.small not in _words("telephoning")):
        return True
    if name.startswith("the "):
        return last.small in _words("named")
    is_thing = last.sort is Sort.NOUN and last.small not in _words("plain") | _words("titled")
    return is_thing and is_given_name(name)


def _is_alive(word: Word) -> bool:
    return word.small in animals() or word.small in relations() or word.small in _words("alive")


def _name_from(words: Sequence[Word], at: int) -> str:
    """The name that begins at a word, “the” before it and all; "" for none."""
    has_article = words[at].small == "the"
    rest = [*takewhile(lambda word: word.sort is Sort.NAME, words[at + has_article :])]
    names = [word.token.text for word in rest]
    if (
        not names
        or len(names) > MOST_NAMES
        or not OF_THE_CALENDAR.isdisjoint(one.casefold().rstrip("s") for one in names)
    ):
        return ""
    return " ".join(["the", *names] if has_article else names)


def _named_in(part: str) -> Iterator[Keepsake]:
    """The things that a jotting names."""
    if is_ours(part):
        return
    denied = _DENIED.search(part)
    words = tagged(tokens_of(part[: denied.start()] if denied else part))
    if any(word.sort is Sort.VERB for word in words) or any(map(_counts, words)):
        yield from filter(None, map(_keepsake, _phrases(words)))


def _phrases(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """The noun phrases of a clause that begin with an article or the like, with “of” what they are."""
    phrase: list[Word] = []
    for at, word in enumerate(words):
        is_of = word.small == "of" and bool(phrase) and phrase[-1].sort is Sort.NOUN
        is_first = word.sort is Sort.DETERMINER and phrase and phrase[-1].sort is not Sort.DETERMINER
        if is_first or not (word.sort in _IN_A_PHRASE or (is_of and at + 1 < len(words) and _is_bare(words[at + 1]))):
            yield phrase
            phrase = []
        is_open = phrase or word.sort is not Sort.NOUN or at or not is_he_does(word.small)
        if (word.sort in _IN_A_PHRASE and is_open) or (is_of and phrase):
            phrase.append(word)
    yield phrase


_IN_A_PHRASE = frozenset([Sort.DETERMINER, Sort.ADJECTIVE, Sort.NOUN, Sort.NAME])


def _is_bare(word: Word) -> bool:
    return word.sort in (Sort.ADJECTIVE, Sort.NOUN)


def _keepsake(phrase: Sequence[Word]) -> Keepsake | None:
    owners = [word for word in phrase if _is_determiner(word)]
    rest = [word for word in phrase if not _is_determiner(word) and word.small not in _words("empty")]
    number = next((word.small for word in owners if _counts(word)), "")
    if not rest or len(rest) > MOST_WORDS or any(word.small not in _OWNED and not _counts(word) for word in owners):
        return None
    names = [word.token.text for word in rest]
    if number and len(names) > 1 and names[0] in _UNITS and names[1] != "of":  # a ninety-pound turnip
        names, number = [f"{number}-{_UNITS[names[0]]}", *names[1:]], ""
    if rest[-1].sort is not Sort.NOUN or not _is_dear(names):
        return None
    head = names[names.index("of") - 1] if "of" in names else names[-1]
    if number:
        return _many(number, names, head)
    if len(names) < 2:
        return None
    text = " ".join(names)
    kind = THINGS if inflection.is_plural(head) else THING if inflection.is_counted(head) else STUFF
    worth = _WORTH[kind] + EACH_MORE_WORD * (len(rest) - 2) + (MEASURED if _A_MEASURE.match(text) else 0)
    is_one_of_many = _words("ordinals").isdisjoint(names)
    return Keepsake(kind, f"the {text}", (a(text) if kind == THING else text) if is_one_of_many else "", worth)


def _is_determiner(word: Word) -> bool:
    """Whether a word says which or how many; “twelve-room” says what kind."""
    return word.sort is Sort.DETERMINER and ("-" not in word.small or is_number(word.small.rpartition("-")[2]))


def _many(number: str, names: Sequence[str], head: str) -> Keepsake | None:
    """Things that are a wonder for their number."""
    holds = names[0] in _words("containers")
    head = names[0] if holds else head
    if number in _FEW or not inflection.is_plural(head) or head in _words("uncounted") or (holds and len(names) == 1):
        return None
    if holds and "of" not in names:
        names = [names[0], "of", *names[1:]]
    text = " ".join(names)
    return Keepsake(MANY, f"the {number} {text}", f"{number} {text}", _WORTH[MANY] + EACH_MORE_WORD * (len(names) - 1))


_FEW = frozenset(map(in_words, range(FEWEST)))


def _is_dear(names: Sequence[str]) -> bool:
    """Whether a thing is one to remember: no relative, nothing plain, nothing to be ashamed of."""
    text = " ".join(names)
    if _UNREADABLE.search(_A_MEASURE.sub("", text)) or not is_sayable(f"the {text}"):
        return False
    is_a_kind = len(names) > 2 and names[-2] not in _words("plain") and not names[-2].endswith("ing")  # a martin house
    is_plain = (names[-1] in _words("plain") and not is_a_kind) or not _words("never").isdisjoint(names)
    return not is_plain and relations().keys().isdisjoint(names)


def _counts(word: Word) -> bool:
    return word.sort is Sort.DETERMINER and word.small not in _OWNED and is_number(word.small)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table_beside(__file__, "keepsakes.toml")[name].split())
