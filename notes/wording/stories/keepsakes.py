"""Keepsakes: the one small thing of a jotting that stays in the mind, as one names it to whoever it is about.

“opens paint w/ a soup spoon” leaves the soup spoon, “saw 23 houses, lost 2” the twenty-three houses, “says pg 2 is
another woman’s problem” what was said, “named the birch Gerald” Gerald. A keepsake claims nothing of anybody, so that
it can be spoken of where a jotting is too short, or too crowded, to be told: templates/keepsakes.txt has what is said
of each kind. Of a thing that is not theirs only that is said which is true of any thing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import takewhile, zip_longest

from notes.language import inflection
from notes.language.numbers import in_words
from notes.reading.values.name_likeness import is_given_name
from notes.resources import table_beside
from notes.wording.details.wordbook import animals, is_of_an_order, relations
from notes.wording.grammar import a
from notes.wording.passages import KEPT
from notes.wording.plans.saying import is_sayable
from notes.wording.stories.cast import OF_THE_CALENDAR, Cast
from notes.wording.stories.doers import doer_of, is_ours
from notes.wording.stories.gates import is_dark_story
from notes.wording.stories.grammar import is_he_does
from notes.wording.stories.heads import MASSES, PLACE, WORN, falls, kind_where
from notes.wording.stories.jots import Jot
from notes.wording.stories.parts import Sort, Word, is_number
from notes.wording.stories.tagging import tagged
from notes.wording.stories.tokens import quoted, tokens_of

NAME, SAYING, MANY, BIG, THING = KEPT[:5]
_WORTH = {NAME: 8.0, SAYING: 6.0, MANY: 5.0, BIG: 6.0}
A_THING, OF_A_KIND, EACH_MORE_WORD = 3.0, 0.8, 0.6
MOST_WORDS, FEWEST_SAID, MOST_SAID, MOST_NAMES = 4, 3, 6, 3
FEWEST = 10  # of what is a wonder by its number
_SAID = re.compile(
    r"\b(?:says?|said|calls? (?:it|him|her|them)|labell?ed|sign(?:ed|s)?|answers?|asks?|asked|shouts?|motto)"
    r"\b[^“.;]{0,30}“([^”]+)”"
)
_DENIED = re.compile(
    r"\b(?:no|not|never|nothing|without|hates?|hated|against|instead of|nor|quit|gave up|given up|stopped|off the"
    r"|allergic|allergy|avoids?|sober|dislikes?|afraid of|ex-?)\b|n’t\b",
    re.I,
)
_UNITS = {f"{one}s": one for one in ("pound", "inch", "mile", "acre", "gallon")} | {"feet": "foot", "inches": "inch"}
_A_MEASURE = re.compile(r"[\w,]+(?:-\w+)?-(?:pound|foot|inch|mile|acre|gallon)\b")
_OWNED = frozenset(["a", "an", "the", "your", "her", "his", "their", "one", "its", "that", "this"])
_UNREADABLE = re.compile(r"\b\w\b(?!’)|[A-Z]|[/=+#&@%$£€’]|\d")


@dataclass(frozen=True, slots=True)
class Keepsake:
    """A thing to be named: `it` with its article (“the soup spoon”), `one` without a definite one (“a soup spoon”).

    `at` is where among the parts of the jotting that commas divide it stands, `words` is what else can be said of it.
    """

    kind: str
    it: str
    one: str
    worth: float
    at: int = 0
    words: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def is_exclaimed(self) -> bool:
        """Whether it can stand before a thought by itself: “A soup spoon!”."""
        return self.kind not in (NAME, SAYING) and bool(self.one) and len(self.it.split()) > 2

    @property
    def is_a_wonder(self) -> bool:
        """Whether one gives its number first: “Twenty-three houses!”, “A 412-pound pumpkin!”."""
        return self.kind in (MANY, BIG)

    @property
    def slots(self) -> Mapping[str, str]:
        """The slots that it fills."""
        if self.kind == SAYING:
            return {"said": self.it}
        if self.kind == MANY:
            return {"count": self.one, **self.words}
        return {"it": self.it} | ({"one": self.one} if self.one else {}) | dict(self.words)

    def is_named_in(self, text: str) -> bool:
        """Whether a text says the number or the thing itself.

        >>> spoon = Keepsake(THING, "the soup spoon", "a soup spoon", 3.0)
        >>> spoon.is_named_in("Who has the spoon?"), spoon.is_named_in("Is there a lid?")
        (True, False)
        """
        words = self.it.split()[1:]
        return not {words[0].casefold(), words[-1].casefold()}.isdisjoint(re.findall(r"[\w-]+", text.casefold()))


def keepsakes_of(jot: Jot) -> tuple[Keepsake, ...]:
    """What a jotting leaves, the dearest first; nothing of one that denies or grieves.

    >>> [one.it for one in keepsakes_of(Jot(("opens paint w/ a soup spoon",), ("opens paint with a soup spoon",)))]
    ['the soup spoon']
    """
    return _keepsakes_of(jot, jot.cast)


@lru_cache(maxsize=10_000)
def _keepsakes_of(jot: Jot, cast: Cast) -> tuple[Keepsake, ...]:
    """The same, known by who is who as well: “Rex” is a name of a thing only where nobody is called so."""
    text = ", ".join(jot.parts)
    if is_dark_story(text) or not _words("harm").isdisjoint(re.findall(r"[a-z-]+", text)):
        return ()
    named = (one for part in jot.parts for one in _named_in(part, cast))
    found = [*_said_in("; ".join(jot.said)), *_called_in(jot), *named]
    return tuple(sorted({one.it: one for one in found}.values(), key=lambda one: -one.worth))


def _said_in(said: str) -> Iterator[Keepsake]:
    """What somebody says, in quotes."""
    for match in _SAID.finditer(quoted(said)):
        words = match[1].rstrip(" .,!;:")
        count = len(words.split())
        if FEWEST_SAID <= count <= MOST_SAID and words.islower():
            yield Keepsake(SAYING, f"“{words}”", f"“{words}”", _WORTH[SAYING])


def _called_in(jot: Jot) -> Iterator[Keepsake]:
    """Things that have a name as people have: “named it Gerald”, “the giant pumpkin Beatrice”, “the band The Socks”."""
    people = {name for who in jot.cast.people for name in who.names}
    for part in jot.parts:
        words = tagged(tokens_of(part))
        for at in range(1, len(words)):
            name = _name_from(words, at) if words[at - 1].sort is not Sort.NAME else ""
            before = words[: at - (name.startswith("the ") and words[at - 1].small == ",")]
            is_named = name and before and name not in people and _is_named(before, name)
            if is_named and not any(map(_is_alive, _without_a_make(before))):
                is_told = before[-1].small in _words("naming")
                _, phrase = [*_phrases(before[:-1] if is_told else before)][-1]
                thing = _keepsake(phrase)
                kind = THING if falls(part) else NAME  # whatever fell may be no more
                yield Keepsake(kind, name, thing.one if thing else "", _WORTH[NAME])


def _is_named(before: Sequence[Word], name: str) -> bool:
    """Whether what stands before a name gives it to a thing."""
    last, verb = before[-1], next((word for word in reversed(before[-5:]) if word.small in _words("naming")), None)
    if verb is not None and (verb is not last or verb.small not in _words("telephoning")):
        return True
    if name.startswith("the "):
        return last.small in _words("named")
    is_thing = last.sort is Sort.NOUN and last.small not in _words("plain") | _words("titled")
    return is_thing and is_given_name(name)


def _without_a_make(words: Sequence[Word]) -> list[Word]:
    """The words without a make behind its year: a ’66 Mustang is no horse."""
    return [
        word
        for at, word in enumerate(words)
        if not (at and word.token.text[0].isupper() and is_number(words[at - 1].small.strip("’")))
    ]


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


def _named_in(part: str, cast: Cast) -> Iterator[Keepsake]:
    """The things that a jotting names, each of its kind where it is theirs."""
    if is_ours(part) or is_of_an_order(part) or _is_an_errand(part):
        return
    denied = _DENIED.search(part)
    told = part[: denied.start()] if denied else part
    is_told = any(word.sort is Sort.VERB for word in tagged(tokens_of(told)))
    for at, said in enumerate(told.split(", ")):
        words = tagged(tokens_of(said))
        for led, phrase in _phrases(words):
            one = _keepsake(phrase, words, led, is_told=is_told or any(map(_counts, words)))
            if (
                one
                and one.kind not in (MANY, BIG, THING)
                and not _is_theirs(one.kind, part, said, words, led, phrase, cast)
            ):
                one = replace(one, kind=THING) if len(one.it.split()) > 2 and is_told else None
            if one:
                yield replace(one, at=at)


def _is_an_errand(part: str) -> bool:
    """Whether a jotting tells of what somebody needs, or of what is to be done for them."""
    small = re.findall(r"[a-z]+:?", part.casefold())
    return "re:" in small or not _words("errands").isdisjoint(inflection.lemma(word) or word for word in small)


def _is_theirs(
    kind: str, part: str, said: str, words: Sequence[Word], led: Word | None, phrase: Sequence[Word], cast: Cast
) -> bool:
    """Whether a thing is the customer's: no man in a pineapple suit, and no brother, comes before it."""
    name = phrase[-1].token.text
    is_in = led is not None and led.sort is Sort.PREPOSITION and led.small not in _LEADING
    if is_in and kind != PLACE and not (kind == WORN and led and led.small == "in"):
        return False  # under the piano, on the other oak: where it was
    does = words[0].sort in (Sort.DETERMINER, Sort.NOUN, Sort.NAME) and _is_subject(words)
    starts = ((one, one.find(name)) for one in (said, part))
    return not does and not any(doer_of(one, start, start + len(name), cast) for one, start in starts if start >= 0)


def _is_subject(words: Sequence[Word]) -> bool:
    """Whether what a clause begins with does something; of “the apple he planted” somebody else does."""
    verb = next((at for at, word in enumerate(words) if word.is_finite), 0)
    return verb > 0 and not any(word.sort is Sort.PRONOUN for word in words[:verb])


def _with_looks(words: Sequence[Word]) -> Iterator[Word]:
    """The words, with what looks like an adverb before a thing as how it is: “sparkly sneakers”."""
    for word, behind in zip_longest(words, words[1:]):
        is_how = word.sort is Sort.ADVERB and word.small.endswith("ly") and behind and behind.sort is Sort.NOUN
        yield word._replace(sort=Sort.ADJECTIVE) if is_how else word


def _phrases(words: Sequence[Word]) -> Iterator[tuple[Word | None, Sequence[Word]]]:
    """The noun phrases of a clause, each with its article and with “of” what it is, and the word before it."""
    phrase: list[Word] = []
    led: Word | None = None
    for at, word in enumerate(_with_looks(words)):
        is_of = word.small == "of" and bool(phrase) and phrase[-1].sort is Sort.NOUN
        is_first = word.sort is Sort.DETERMINER and phrase and phrase[-1].sort is not Sort.DETERMINER
        if is_first or not (word.sort in _IN_A_PHRASE or (is_of and at + 1 < len(words) and _is_bare(words[at + 1]))):
            yield led, phrase
            phrase = []
        is_open = phrase or word.sort is not Sort.NOUN or at or not is_he_does(word.small)
        if (word.sort in _IN_A_PHRASE and is_open) or (is_of and phrase):
            led = led if phrase else words[at - 1] if at else None
            phrase.append(word)
    yield led, phrase


_IN_A_PHRASE = frozenset([Sort.DETERMINER, Sort.ADJECTIVE, Sort.NOUN, Sort.NAME])


def _is_bare(word: Word) -> bool:
    return word.sort in (Sort.ADJECTIVE, Sort.NOUN)


def _keepsake(
    phrase: Sequence[Word], words: Sequence[Word] = (), led: Word | None = None, *, is_told: bool = True
) -> Keepsake | None:
    """What a phrase of a clause names; by one word only, or in a mere list, it has to be of a kind that is known."""
    owners = [word for word in phrase if _is_determiner(word)]
    rest = [word for word in phrase if not _is_determiner(word) and word.small not in _words("empty")]
    number = next((word.small for word in owners if _counts(word)), "")
    if not rest or len(rest) > MOST_WORDS or any(word.small not in _OWNED and not _counts(word) for word in owners):
        return None
    names = [word.token.text for word in rest]
    if number and len(names) > 1 and names[0] in _UNITS and names[1] != "of":  # a ninety-pound turnip
        names, number = [f"{number}-{_UNITS[names[0]]}", *names[1:]], ""
    if rest[-1].sort is not Sort.NOUN or not _is_dear(names[rest[0].sort is Sort.ADJECTIVE and len(rest) > 1 :]):
        return None
    head = names[names.index("of") - 1] if "of" in names else names[-1]
    if number:
        return _many(number, names, head)
    kind = kind_where(words, names, led)
    if not kind and (len(names) < 2 or not is_told):
        return None
    if (
        len(names) > 1
        and [*phrase] == [*words[: len(phrase)]]
        and not kind
        and is_he_does(names[-1])
        and rest[0].sort is Sort.NOUN
    ):
        return None  # “tap dances”
    if (len(names) < 2 and names[0] in _words("ordinary")) or (not kind and _is_a_pursuit(names[-1])):
        return None
    if names[-1] in _words("ordinals") or any(is_he_does(name) and name.endswith("s") for name in names[:-1]):
        return None  # “the last page first”, “rents cabin to us”
    if len(names) < 2 and not (owners or led is None or led.sort in _LEADS or led.small in _LEADING):
        return None
    text = " ".join(names)
    worth = A_THING + EACH_MORE_WORD * (len(rest) - 2) + (OF_A_KIND if kind else 0)
    if _A_MEASURE.match(text):
        kind, worth = BIG, _WORTH[BIG] + EACH_MORE_WORD * (len(rest) - 2)
    is_one_of_many = _words("ordinals").isdisjoint(names)
    is_one = inflection.is_counted(head) or (kind and kind not in MASSES)
    is_counted = is_one and not inflection.is_plural(head)
    return Keepsake(kind or THING, f"the {text}", (a(text) if is_counted else text) if is_one_of_many else "", worth)


_LEADS = frozenset([Sort.VERB, Sort.MARK, Sort.AND])
_LEADING = frozenset(["with", "to"])


def _is_a_pursuit(name: str) -> bool:
    """Whether a word is what one does: “fly fishing” is no thing."""
    return name.endswith("ing") and inflection.lemma(name) not in ("", name)


def _is_determiner(word: Word) -> bool:
    """Whether a word says which or how many; “twelve-room” says what kind."""
    return word.sort is Sort.DETERMINER and ("-" not in word.small or is_number(word.small.rpartition("-")[2]))


def _many(number: str, names: Sequence[str], head: str) -> Keepsake | None:
    """Things that are a wonder for their number."""
    holds = names[0] in _words("containers")
    head = names[0] if holds else head
    if not inflection.is_plural(head) or head in _words("uncounted") or (holds and len(names) == 1):
        return None
    if holds and "of" not in names:
        names = [names[0], "of", *names[1:]]
    text = " ".join(names)
    if number in _FEW:
        few = f"the {number} {text}"
        return Keepsake(THING, few, f"{number} {text}", A_THING) if number not in _TOO_FEW and len(names) > 1 else None
    return Keepsake(MANY, f"the {number} {text}", f"{number} {text}", _WORTH[MANY] + EACH_MORE_WORD * (len(names) - 1))


_FEW = frozenset(map(in_words, range(FEWEST)))
_TOO_FEW = frozenset(map(in_words, range(3)))


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
