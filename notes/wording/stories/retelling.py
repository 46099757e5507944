"""Retelling: the story that a cell has, in whole sentences to the customer; no story where anything is uncertain."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from notes.language import inflection
from notes.problems import Place
from notes.wording.stories.cast import Cast
from notes.wording.stories.gates import is_dark_story, is_passing, is_private, is_the_offices
from notes.wording.stories.grammar import is_auxiliary, is_did, is_he_does, listed
from notes.wording.stories.story import Story
from notes.wording.stories.tokens import Token, quoted, tokens_of
from notes.wording.stories.turning import Scene, scene_behind, turned

FEWEST, MOST = 9, 62  # words of a story
_ENDS = re.compile(r"\s*;\s+|(?<=[\w”)])[.!]\s+(?=[“A-Za-z])")
_INITIAL = re.compile(r"\b(?:[A-Z]|St|Mr|Mrs|Ms|Dr|Mt)$")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a cell, as it stands there and as it is said; `text` is None where it cannot be said."""

    said: str
    text: str | None
    has_verb: bool = True


def stories_of(text: str, cast: Cast, column: str, place: Place) -> list[Story]:
    """The stories of a cell, the best first."""
    if is_private(quoted(text)):
        return []
    found = [_story(run, column, place) for run in _runs(read(text, cast)) if _is_told(run)]
    return sorted(found, key=lambda one: -len(one.text.split()))


def split(text: str) -> list[str]:
    """The clauses of a cell.

    >>> split("asked for one; St. John’s was far. It was “no; never” they said")
    ['asked for one', 'St. John’s was far', 'It was “no; never” they said']
    """
    pieces: list[str] = []
    for part in re.split(r"(“[^”]*”)", text):
        if part.startswith("“"):
            pieces[-1:] = [(pieces[-1] if pieces else "") + part]
            continue
        start = 0
        own: list[str] = []
        for match in _ENDS.finditer(part):
            if _INITIAL.search(part[start : match.start()]):
                continue
            own.append(part[start : match.start()])
            start = match.end()
        own.append(part[start:])
        pieces[-1:] = [(pieces[-1] if pieces else "") + own[0]]
        pieces += own[1:]
    return [
        piece.strip(" .;,") if not piece.rstrip().endswith("”") else piece.strip(" ;,")
        for piece in pieces
        if piece.strip(" .;,")
    ]


def read(text: str, cast: Cast) -> list[Clause]:
    """Every clause of a cell as it is said to the customer."""
    found = []
    cast = cast.in_a_cell(quoted(text))
    scene = Scene(cast.known_before())
    for said in split(quoted(text)):
        tokens = _uncapitalised(tokens_of(said), cast)
        clause = None
        if not (is_dark_story(said) or is_the_offices(said) or is_passing(said)):
            clause = turned(tokens, cast, scene)
        scene = clause.scene if clause else scene_behind(tokens, cast, scene)
        found.append(Clause(said, clause.text if clause else None, clause.has_verb if clause else False))
    return found


def _uncapitalised(tokens: list[Token], cast: Cast) -> list[Token]:
    """The tokens with a small letter where only the sentence began: “Keeps his boots”."""
    first = tokens[0]
    is_name = cast.part(first.text) is not None or first.text == "I" or first.text.startswith("I’")
    if first.text[:1].isupper() and not is_name and first.text[1:].islower():
        small = first.small
        verb_or_small = small in listed("subjects") | listed("determiners") | listed("prepositions") | listed("adverbs")
        if verb_or_small or is_he_does(small) or is_did(small) or is_auxiliary(small):
            return [first._replace(text=small), *tokens[1:]]
    return tokens


def _runs(clauses: Sequence[Clause]) -> list[list[Clause]]:
    """The clauses that can be said, as far as they follow one another, and each run from where it can begin."""
    runs: list[list[Clause]] = [[]]
    for clause in clauses:
        if clause.text is None:
            runs.append([])
        elif _stands(clause, runs[-1]):
            runs[-1].append(clause)
        else:
            runs.append([])
    return [run for run in runs if run]


_HE_OR_SHE = frozenset(["he", "she", "him", "her", "his", "hers"])
_POINTS = re.compile(r"\b(?:it|its|they|he|she|him|her|his|hers)\b", re.I)
_OF_NOTHING = re.compile(r"it (?:was|is|turned|took|takes|rained|snowed|seems|seemed|had)\b", re.I)


def _stands(clause: Clause, before: Sequence[Clause]) -> bool:
    """Whether a clause means something behind those before it: what it points at is in the story."""
    text = clause.text or ""
    if not before and re.match(r"(?:and|but|or|so|then|yet|still|also|again|neither|both)\b", text, re.I):
        return False
    told = " ".join(one.text or "" for one in before)
    for match in _POINTS.finditer(text):
        leads = f"{told} {text[: match.start()]}"
        is_said = _names_somebody(leads) if match[0].casefold() in _HE_OR_SHE else _names_a_thing(leads)
        if not is_said and not (match[0].casefold() == "it" and _OF_NOTHING.match(text, match.start())):
            return False
    return True


def _names_somebody(text: str) -> bool:
    """Whether some words before a “he” name somebody."""
    people = listed("persons.he") | listed("persons.she") | listed("persons.either") | listed("persons.animals")
    return any(
        token.small.removesuffix("’s") in people or (token.text[:1].isupper() and token.small.split("’")[0] != "i")
        for token in tokens_of(text)
        if token.is_word
    )


def _names_a_thing(text: str) -> bool:
    """Whether some words before an “it” name what it may mean: a noun behind an article, or several things."""
    tokens = tokens_of(text)
    return any(_is_a_thing(tokens, at) for at in range(len(tokens)))


def _is_a_thing(tokens: Sequence[Token], at: int) -> bool:
    token, before = tokens[at], tokens[at - 1].small if at else ""
    small = listed("determiners") | listed("prepositions")
    people = listed("persons.he") | listed("persons.she") | listed("persons.either")
    is_noun = token.text.islower() and token.text.isalpha() and inflection.is_noun(token.small)
    if not is_noun or token.small in people | small | listed("subjects") or is_auxiliary(token.small):
        return False
    is_several = inflection.is_plural(token.small) and not is_he_does(token.small)
    is_led = before in small - {"to"} or before.endswith("’s") or (at > 1 and tokens[at - 2].small in small - {"to"})
    return is_several or is_led or (at == 0 and not is_did(token.small))


def _is_told(run: Sequence[Clause]) -> bool:
    """Whether clauses make a story: something that somebody did, does or said, in enough words."""
    text = " ".join(clause.text or "" for clause in run)
    is_of_somebody = _OF_YOU_OR_ME.search(text) or _names_somebody(text)
    return len(text.split()) >= FEWEST and any(clause.has_verb for clause in run) and bool(is_of_somebody)


_OF_YOU_OR_ME = re.compile(r"\b(?:you|your|yours|I|me|my|we|us|our)\b")


def _story(run: Sequence[Clause], column: str, place: Place) -> Story:
    sentences = tuple(sentence(clause.text or "") for clause in run)
    while sum(len(one.split()) for one in sentences) > MOST:
        sentences = sentences[:-1]
    ends = tuple(count for count in range(len(sentences), 0, -1) if _may_end(sentences, run, count))
    said = "; ".join(clause.said for clause in run[: len(sentences)])
    return Story(
        sentences=sentences,
        said=said,
        clauses=tuple(clause.said for clause in run[: len(sentences)]),
        tells=tells(" ".join(sentences)),
        ends=ends,
        column=column,
        place=place,
    )


def _may_end(sentences: Sequence[str], run: Sequence[Clause], count: int) -> bool:
    return count == len(sentences) or (
        sum(len(one.split()) for one in sentences[:count]) >= FEWEST and run[count - 1].has_verb
    )


def sentence(text: str) -> str:
    """A clause as a sentence.

    >>> sentence("you said “There”"), sentence("you asked “why?”")
    ('You said “There.”', 'You asked “why?”')
    """
    text = text[:1].upper() + text[1:]
    if text.endswith("”"):
        return text if text[-2] in ".!?" else f"{text[:-1]}.”"
    return text if text[-1] in ".!?" else f"{text}."


_FIRST = re.compile(
    r"\b(?:the|your|my|our) first (?:job|visit|day|time|order|lesson|thing|cut|fitting|card|call)\b|\bday one\b", re.I
)
_OURS = re.compile(r"\b(?:I|me|my|we|us|our|myself|ourselves)\b")
_SAYS = re.compile(r"“|\b(?:said|says|say|told|tell|asked|ask|hollered|holler)\b")
_KIND = re.compile(r"\b(?:gave|give|brought|bring|carried|carry|took no|never took|lent|saved|left (?:me|us))\b")
_TRIUMPH = re.compile(r"\b(?:won|win|passed|finished|first prize|graduated|record|beat|champion)\b")


def tells(text: str) -> frozenset[str]:
    """What a story is of, as templates/stories.txt asks."""
    tokens = tokens_of(text)
    small = {token.small for token in tokens}
    did = sum(is_did(token.text) or token.small in ("was", "were", "had", "didn’t", "wouldn’t") for token in tokens)
    found = {
        "of a first time": bool(_FIRST.search(text)),
        "of an animal": bool(small & listed("persons.animals")),
        "of a saying": bool(_SAYS.search(text)),
        "of a kindness": bool(_KIND.search(text)),
        "of a triumph": bool(_TRIUMPH.search(text)),
        "of a habit": not did,
        "of a happening": did > 0,
        "of ours": bool(_OURS.search(text)),
        "of theirs": not _OURS.search(text),
    }
    return frozenset(name for name, is_so in found.items() if is_so)
