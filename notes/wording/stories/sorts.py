"""Sorts: what a story is of by its own words, as templates/answers.txt finds it: an animal's deed, a first time.

A phrase of `finds:` is the words of a sentence to the customer. `ate*` is any ending, `(ate|stole)` one or the other,
`(all)?` may be missing, `_` is any word, `~` up to two and `…` up to six, `^` the beginning of a sentence. What stands
in `<…>` is caught for the answers: an `<animal>`, a `<child>`, anybody (`<who>`), a thing (`<it>`), a `<number>` of
`<things>`, a `<weekday>`, what something is `<called>`, and `<what>` is made, brought or learned; `<what=cello|tuba>`
catches one of these.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from notes.language import inflection
from notes.language.locales import month_name
from notes.language.numbers import in_words, ordinal
from notes.problems import Place, Problem
from notes.resources import table_beside
from notes.wording.grammar import possessive
from notes.wording.passages import Block, Passage, Passages
from notes.wording.stories.grammar import listed
from notes.wording.topics import SMALL, stems

_SIGN = re.compile(r"\s+|[(|^…~“]|\)\??|<[a-z]+(?:=[^<>]+)?>|[^\s()|<>^…~“]+")
_A_WORD = re.compile(r"[A-Za-z’]+\*?")
_AS_IT_STANDS = re.compile(r"(?!_)[\w’-]+\*?")  # a word of a phrase that a sentence must have, or begin a word with
_SET_APART = frozenset("()<>")
_SPACE = r",?\s+"
_BETWEEN = {"…": r"(?:[\w’,-]+\s+){0,6}?", "~": r"(?:[\w’,-]+\s+){0,2}?"}
_NAME = r"(?-i:[A-ZÀ-Þ][\w’-]*[a-zà-ÿ])"
_NAMES = re.compile(rf"\b{_NAME}")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


_ENDS_A_THING = (
    "with|this|that|for|in|on|at|to|of|and|or|from|by|last|over|out|up|off|all|every|each|again|who|which|when|while"
    "|once|twice|now|then|there|as|but|than|into|through|behind|before|after|his|her|their|your|my|our|the|an?|is|was"
)
CAUGHT = ("animal", "child", "who", "it", "number", "things", "weekday", "called", "what")
BEFORE, AFTER = "before", "after"
NAMING = frozenset(CAUGHT) | {"animal's", "who's", "piece"}


@dataclass(frozen=True, slots=True)
class Known:
    """The names of animals and of children that are known beside a story."""

    animals: frozenset[str] = frozenset()
    children: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Sort:
    """What a story can be of, the phrases that tell so, and what one answers it."""

    name: str
    finds: tuple[str, ...]
    never: tuple[str, ...]
    answers: Passages
    when: str = ""  # “before” or “after”: it thinks of what is to come, or of what is over

    def found_in(
        self, sentence: str, known: Known, phrases: Sequence[str] | None = None
    ) -> tuple[Mapping[str, str], str] | None:
        """What the phrases catch in a sentence of a story, and the phrase; None where it is not of this sort.

        Where it is known which `phrases` it may have, only these are tried.
        """
        folded = sentence.casefold()
        for phrase in self.finds if phrases is None else phrases:
            if not _may_be_in(phrase, folded):
                continue
            for match in _pattern(phrase).finditer(sentence):
                caught = _caught(match, known)
                if caught is not None:
                    return None if self._is_never(sentence) else (caught, phrase)
        return None

    def _is_never(self, sentence: str) -> bool:
        return any(_pattern(phrase).search(sentence) for phrase in self.never)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(stems(" ".join(_A_WORD.findall(" ".join([self.name, *self.finds]))))) - SMALL - _says_little()

    def names(self, passage: Passage) -> bool:
        """Whether a passage names what it is about, in a word that finds it or in one that was caught."""
        text = " ".join(piece for piece in (*passage.lead, *passage.tail) if isinstance(piece, str))
        return bool(passage.slots & NAMING) or not self._words.isdisjoint(stems(text))

    def span_in(self, sentence: str, phrase: str) -> tuple[int, int]:
        """From where to where a sentence says what a phrase has found in it."""
        match = _pattern(phrase).search(sentence)
        return match.span() if match else (0, 0)

    def and_more(self, other: "Sort") -> "Sort":
        """A sort with what a later file adds to it."""
        finds, never = (*self.finds, *other.finds), (*self.never, *other.never)
        return Sort(self.name, finds, never, self.answers + other.answers, self.when or other.when)


@dataclass(frozen=True, slots=True)
class Found:
    """A sort that a story is of: what was caught for its answers, by which phrase and in which sentence."""

    sort: Sort
    caught: Mapping[str, str]
    sentence: str
    phrase: str = ""
    is_last: bool = True
    rank: float = 0.0  # from 0, the most particular of all sorts, to 1

    @property
    def knows_who(self) -> bool:
        """Whether its phrase says who it is that does it."""
        return re.search(r"\b[Yy]ou\b|<(?:animal|child|who)>", self.phrase) is not None


def sort_of(block: Block, answers: Passages, at: Place) -> tuple[Sort, list[Problem]]:
    """The sort of a block, with its answers, and what is wrong with the phrases that find it."""
    phrases = {
        name: [one.strip() for one in block.settings.get(name, "").replace("'", "’").split(";") if one.strip()]
        for name in ("finds", "not")
    }
    remedy = f"Close every bracket; what can be caught is {', '.join(f'<{one}>' for one in CAUGHT)}, each once."
    bad = [one for found in phrases.values() for one in found if not is_phrase(one)]
    finds, never = (tuple(filter(is_phrase, found)) for found in phrases.values())
    problems = [Problem(at, f"“{one}” cannot be looked for.", remedy) for one in bad]
    when = block.settings.get("when", "")
    if when not in ("", BEFORE, AFTER):
        remedy = "Write when: before or when: after, or leave the line out."
        problems.append(Problem(at, f"“when: {when}” is not understood.", remedy))
    return Sort(block.title, finds, never, answers, when if when in (BEFORE, AFTER) else ""), problems


def behind_its_story(passage: Passage) -> Passage:
    """An answer that says nothing else stands behind its story."""
    terms = passage.terms
    return passage if terms.positions else replace(passage, terms=replace(terms, positions=frozenset(["end"])))


def naming_the_animal(sentences: Sequence[str], at: int, known: Known) -> str:
    """A sentence that begins with “he” or “she”, with the animal that the one before it named instead."""
    begins = re.match(r"(?:He|She) (?=\w)", sentences[at])
    named = [name for name in _NAMES.findall(sentences[at - 1]) if name not in _no_names()] if begins and at else []
    if begins is None or len(set(named)) != 1 or named[0] not in known.animals:
        return sentences[at]
    return f"{named[0]} {sentences[at][begins.end() :]}"


def with_those_in(text: str, known: Known) -> Known:
    """The known names, and those that a story itself explains: “Dolores, your donkey”, “Theo, five”."""
    animals = re.findall(rf"({_NAME}), (?:your|the|a|an) (?:[a-z-]+ )?(?:{_animals()})\b", text)
    animals += re.findall(rf"\b(?i:{_animals()}),? ({_NAME})\b", text)
    ages = "|".join(in_words(age) for age in range(2, 13))
    children = re.findall(rf"({_NAME}), (?:who (?:is|was) )?(?:{ages})\b", text)
    children += re.findall(rf"\b(?:{_children()}),? ({_NAME})\b", text)
    return Known(known.animals | set(animals), known.children | set(children))


def is_phrase(phrase: str) -> bool:
    """Whether a phrase can be looked for: its brackets are closed, and what it catches can be caught, and once.

    >>> is_phrase("<animal> … (ate|stole)"), is_phrase("(ate|stole"), is_phrase("<dragon>")
    (True, False, False)
    """
    if _SET_APART.isdisjoint(phrase):
        return True
    caught = [sign[1:-1].partition("=")[0] for sign in _SIGN.findall(phrase) if sign.startswith("<")]
    depth = 0
    for letter in phrase:
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if depth < 0:
            return False
    return depth == 0 and len(caught) == len(set(caught)) and set(caught) <= set(CAUGHT)


@cache
def words_needed(phrase: str) -> Sequence[Sequence[str]]:
    """Words, or beginnings of words, of which a sentence must have one of each group for a phrase to be found in it.

    So few phrases are worked out for a sentence.

    >>> words_needed("(sent|drove) <who> (far)? (from|out of) room* “"), words_needed("^You two|both")
    ([['sent', 'drove'], ['from', 'out'], ['room']], [])
    """
    groups: list[Sequence[str]] = []
    choices: list[list[str]] = []
    depth, is_apart = 0, True
    for sign in _SIGN.findall(phrase):
        depth += (sign == "(") - sign.startswith(")")
        if sign == "(" and depth == 1:
            choices = [[]]
        elif sign == ")" and depth == 0 and all(choices):
            groups.append([max(words, key=len) for words in choices])
        elif sign == "|" and depth == 0:
            return []
        elif sign == "|" and depth == 1:
            choices.append([])
        elif depth == 0 and "=" in sign and (words := _longest_of_each(sign)):
            groups.append(words)
        elif depth < 2 and is_apart and _AS_IT_STANDS.fullmatch(sign):
            word = sign.rstrip("*").casefold()
            if depth:
                choices[-1].append(word)
            else:
                groups.append([word])
        is_apart = sign not in (")", "_") and not sign.startswith("<")
    return groups


def _longest_of_each(sign: str) -> Sequence[str]:
    """The longest word of each of the things in a `<what=…>`; none where one of them has no plain word.

    >>> _longest_of_each("<what=box turtle|gecko>"), _longest_of_each("<what=d&d|chess>")
    (['turtle', 'gecko'], [])
    """
    things = [list(filter(_AS_IT_STANDS.fullmatch, one.split())) for one in sign[1:-1].partition("=")[2].split("|")]
    return [max(words, key=len).casefold() for words in things] if all(things) else []


def _may_be_in(phrase: str, folded: str) -> bool:
    """Whether the words that a phrase needs stand in a sentence in small letters, one behind the other."""
    behind = 0
    for group in words_needed(phrase):
        places = [at for word in group if (at := folded.find(word, behind)) >= 0]
        if not places:
            return False
        behind = min(places) + 1
    return True


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    """A phrase as a regular expression; between two words there may be a comma."""
    parts: list[str] = []
    opened: list[int] = []
    space = ""
    for sign in _SIGN.findall(phrase):
        if sign.isspace():
            parts.append(space)
            space = _SPACE
            continue
        if sign == "(":
            opened.append(len(parts))
            space = _SPACE
            continue
        if sign.startswith(")"):
            inner = "".join(parts[opened[-1] :])
            parts[opened.pop() :] = [f"(?:(?:{inner}){_SPACE})?" if sign == ")?" else f"(?:{inner})"]
            space = "" if sign == ")?" else _SPACE
            continue
        parts.append(_compiled(sign))
        space = "" if sign in _BETWEEN or sign == "|" else _SPACE
    begins, ends = (
        "" if phrase.startswith("^") else r"(?<![\w’-])",
        "" if phrase.endswith(("“", "^")) else r"(?![\w’-])",
    )
    return re.compile(f"{begins}(?:{''.join(parts)}){ends}", re.IGNORECASE)


def _compiled(sign: str) -> str:
    if sign in _BETWEEN:
        return _BETWEEN[sign]
    if sign in ("^", "“", "|"):
        return sign
    if sign.startswith("<"):
        name, _, listed_there = sign[1:-1].partition("=")
        words = _one_of(map(re.escape, listed_there.split("|"))) if listed_there else _catches()[name]
        return f"(?P<{name}>{words})"
    if sign == "_":
        return r"[\w’-]+"
    return re.escape(sign).replace(r"\*", r"[\w’-]*")


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(table_beside(__file__, "sorts.toml")[name].split())


def _one_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


@cache
def _no_names() -> frozenset[str]:
    return _listed("no_names") | {*_WEEKDAYS, *map(month_name, range(1, 13))}


@cache
def _catches() -> Mapping[str, str]:
    """What each name in angle brackets stands for."""
    tens = _one_of(in_words(number) for number in range(20, 100, 10))
    ones = _one_of(in_words(number) for number in range(2, 20))
    numbers = f"(?:{tens})(?:-(?:one|{ones}))?|{ones}"
    animals = _animals()
    hundreds = rf"(?:a|one|{numbers}) hundred(?: and (?:{numbers}))?"
    kin = _one_of(listed("kin") | _listed("relations"))
    return {
        "animal": rf"{_NAME}, (?:your|the|a) (?:[a-z-]+ )?(?:{animals})|"
        rf"(?:your|the|a|an|one) (?:[a-z-]+ ){{0,2}}?(?:{animals})(?:,? {_NAME})?(?!’)|{_NAME}",
        "child": rf"(?:your|the|a) (?:[a-z-]+ )?(?:{_children()})(?:,? {_NAME})?|{_NAME}",
        "who": rf"your (?:[a-z-]+ )?(?:{kin})(?:-in-law)?(?: {_NAME})?|the (?:{_one_of(_listed('people'))})|{_NAME}",
        "it": rf"(?-i:the|your|a|an|The|Your|A|An) [a-z-]+(?: (?!(?:{_ENDS_A_THING})\b)[a-z-]+){{0,2}}",
        "number": rf"(?:{hundreds}|(?:{numbers})(?: thousand)?|\d(?:[\d,]*\d)?)",
        "things": r"(?-i:(?:(?!own\b|his\b|her\b)[a-z-]+ )?(?!(?:his|this|always)\b)[a-z-]+(?<!s)s)",
        "weekday": rf"(?:{'|'.join(_WEEKDAYS)})s?",
        "called": _NAME,
        "what": rf"(?-i:(?!(?:{_ENDS_A_THING})\b)[a-z-]+(?: (?!(?:{_ENDS_A_THING})\b)[a-z-]+){{0,2}})",
    }


@cache
def _says_little() -> frozenset[str]:
    return frozenset(stems(" ".join(_listed("says_little"))))


@cache
def _animals() -> str:
    return _one_of(listed("persons.animals") | _listed("animals"))


@cache
def _children() -> str:
    return _one_of(_listed("children"))


def _caught(match: re.Match[str], known: Known) -> Mapping[str, str] | None:
    """What a phrase caught, in the words of the answers; None where it caught something else."""
    values: dict[str, str] = {}
    for name, text in match.groupdict().items():
        if text is None:
            continue
        if name in ("who", "child", "called") and _is_half_a_name(match, name):
            return None
        is_thing = name in ("it", "things", "number")
        value = _said(name, text if is_thing else text.removesuffix("’s"), known)
        if not value:
            return None
        slot = "who" if name == "child" else name
        values[slot] = value
        values |= {f"{slot}'s": possessive(value)} if slot in ("animal", "who") else {}
        values |= _follows_from(slot, value)
    return values


def _follows_from(slot: str, value: str) -> Mapping[str, str]:
    """What goes with what was caught: one of several things, and the number behind a number.

    >>> _follows_from("things", "pie plates"), _follows_from("number", "twenty-two")
    ({'piece': 'pie plate'}, {'next': 'twenty-third', 'more': 'twenty-three'})
    """
    if slot == "things":
        head, space, last = value.rpartition(" ")
        one = inflection.singular(last)
        return {"piece": f"{head}{space}{one}"} if one else {}
    if slot == "number" and value in _numbers():
        return {"next": ordinal(_numbers()[value] + 1), "more": in_words(_numbers()[value] + 1)}
    return {}


@cache
def _numbers() -> Mapping[str, int]:
    return {in_words(number): number for number in range(1, 99)}


def _is_half_a_name(match: re.Match[str], name: str) -> bool:
    """Whether what was caught goes on in another name, or is the end of one: “Claire” of “Eau Claire”."""
    before, behind = match.string[: match.start(name)], match.string[match.end(name) :]
    last = re.search(r"([A-ZÀ-Þ][\w-]*)[’ ]$", before)
    goes_on = re.match(r"[’ ][A-ZÀ-Þ]", behind) is not None
    return goes_on or (last is not None and last[1] not in _listed("titles") and last[1] not in _no_names())


def _said(name: str, text: str, known: Known) -> str:
    """How an answer says what was caught; "" where it is not what it has to be."""
    first, last = text.partition(" ")[0], text.rpartition(" ")[2]
    is_name = last[:1].isupper() and last not in _no_names()
    match name:
        case "animal" if first.endswith(","):
            return first.rstrip(",")
        case "animal" | "child" if is_name:
            names = known.animals if name == "animal" else known.children
            return last if last in names or first != last else ""
        case "animal":
            return "" if first == last else f"the {last}"
        case "child" | "who":
            is_several = inflection.is_plural(last) or last == "twins"
            return last if is_name else "" if first == last or is_several else text[:1].lower() + text[1:]
        case "it":
            is_one = inflection.is_noun(last) and not inflection.is_plural(last)
            return re.sub(r"^(?:a|an|the)\b", "the", text[:1].lower() + text[1:]) if is_one else ""
        case "weekday":
            return text.removesuffix("s").capitalize()
        case "called":
            return text if is_name else ""
        case "number":
            return text.lower()
        case "what":
            return text.removeprefix("own ") if inflection.is_noun(last) else ""
    return text
