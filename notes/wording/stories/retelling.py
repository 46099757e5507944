"""Retelling: the story that a cell has, in whole sentences to the customer; no story where anything is uncertain."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from notes.language import inflection
from notes.problems import Place
from notes.wording.cautions import is_dark_remark
from notes.wording.stories.cast import Cast
from notes.wording.stories.gates import is_dark_story, is_nothing_to_tell, is_passing, is_private, is_the_offices
from notes.wording.stories.grammar import is_auxiliary, is_did, is_he_does, listed
from notes.wording.stories.joining import joined_up, with_its_verb
from notes.wording.stories.jotted import is_jotted, is_whole, written_out
from notes.wording.stories.referents import with_its_things
from notes.wording.stories.story import Story
from notes.wording.stories.tokens import Token, joined, quoted, tokens_of
from notes.wording.stories.turning import Scene, scene_behind, turned

FEWEST, MOST = 9, 62  # words of a story
_HEART = 8  # words of the clause that a list of jottings has to have, to be one
_ENDS = re.compile(r"\s*;\s+|(?<=[\w”)])[.!]\s+(?=[“A-Za-z])")
_HANGS = re.compile(r"(?:when|whenever|if|because|while|since|until|as|after|before|although|though)\b[^,]*;", re.I)
_INITIAL = re.compile(r"\b(?:[A-Z]|St|Mr|Mrs|Ms|Dr|Mt)$")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a cell, as it stands there and as it is said; `text` is None where it cannot be said."""

    said: str
    text: str | None
    has_verb: bool = True
    jotted: bool = False


def stories_of(text: str, cast: Cast, column: str, place: Place, beside: Sequence[str] = ()) -> list[Story]:
    """The stories of a cell, the best first; `beside` are the other cells, which may name what it only points at."""
    pieces = split(quoted(text).replace("!", ".").replace(" - ", "; "))
    if is_private(quoted(text)) or is_private(text) or any(map(is_dark_remark, pieces)):
        return []
    told = (_story(run, column, place, beside) for run in _runs(read(text, cast)) if _is_told(run))
    found = [story for story in told if story.sentences]
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
    text = quoted(text)
    cast = cast.in_a_cell(text)
    jotted = is_jotted(text)
    pieces = written_out(text, cast) if jotted else [(said, tokens_of(said)) for said in split(text)]
    found: list[Clause] = []
    scene = Scene(cast.known_before())
    for said, written in pieces:
        tokens = _uncapitalised(written, cast) if written else []
        plain = joined(tokens) if jotted else said
        clause = None
        if tokens and not (is_dark_story(said) or is_the_offices(plain) or is_passing(plain)):
            clause = turned(tokens, cast, scene, jotted=jotted)
        if clause and jotted and (not is_whole(tokens) or is_nothing_to_tell(plain)):
            clause = None
        behind = clause.scene if clause else scene_behind(tokens or tokens_of(said), cast, scene)
        scene = behind if written else replace(behind, subject="")  # what the office notes for itself is of nobody
        text_to_you = _named(clause.text, found, cast) if clause else None
        found.append(Clause(said, text_to_you, clause.has_verb if clause else False, jotted))
    return found


def _named(text: str, before: Sequence[Clause], cast: Cast) -> str:
    """A clause with the name of the one whom the card is about, where “he” would be nobody in the story."""
    names = [who.called for who in cast.others if len(who.names) == 1]
    told = " ".join(one.text or "" for one in before)
    if len(names) != 1 or not re.match(r"(?:he|she)\b(?!’)", text) or _names_somebody(told):
        return text
    return re.sub(r"^(?:he|she)", names[0], text)


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
    return [kept for run in runs if (kept := _without_a_stub(run))]


def _without_a_stub(run: list[Clause]) -> list[Clause]:
    """A run without what stands at its end and has no verb, but for what counts up to now: “eleven all”."""
    while run and not run[-1].has_verb and re.match(r"(?:an?|my) ", run[-1].text or "", re.I):
        if re.search(r"\b(?:now|still|since)$", run[-1].text or ""):
            break
        run = run[:-1]
    return run


_HE_OR_SHE = frozenset(["he", "she", "him", "her", "his", "hers"])
_POINTS = re.compile(r"\b(?:it|its|they|he|she|him|her|his|hers)\b", re.I)
_OF_NOTHING = re.compile(r"it (?:was|is|turned|took|takes|rained|snowed|seems|seemed|had)\b", re.I)


_GOES_ON = re.compile(
    r"(?:and|but|or|so|then|yet|still|also|again|neither|both|by (?:then|now|[a-z]*day)|afterwards|the last time)\b",
    re.I,
)


def _stands(clause: Clause, before: Sequence[Clause]) -> bool:
    """Whether a clause means something behind those before it: what it points at is in the story."""
    text = clause.text or ""
    if not before and _GOES_ON.match(text):
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
    is_long = len(text.split()) >= FEWEST and any(clause.has_verb for clause in run)
    return is_long and bool(is_of_somebody) and (not run[0].jotted or _has_a_heart(run))


def _has_a_heart(run: Sequence[Clause]) -> bool:
    """Whether jottings are more than a list of this and that: one of them tells something, or quotes somebody."""
    told = [clause.text or "" for clause in run if clause.has_verb and not (clause.text or "").startswith("the first ")]
    return any(len(text.split()) >= _HEART or "“" in text for text in told)


_OF_YOU_OR_ME = re.compile(r"\b(?:you|your|yours|I|me|my|we|us|our)\b")


def _story(run: Sequence[Clause], column: str, place: Place, beside: Sequence[str]) -> Story:
    is_over = any(clause.has_verb and _is_over(clause.text or "") for clause in run)
    told = [with_its_verb(one.text or "", is_over=is_over, has_verb=one.has_verb) for one in run]
    sentences = tuple(sentence(text) for text in joined_up(told))
    sentences = with_its_things(sentences, beside)
    if any(_HANGS.match(one) for one in sentences):
        sentences = ()  # half a sentence before its semicolon
    while sum(len(one.split()) for one in sentences) > MOST:
        sentences = sentences[:-1]
    ends = tuple(count for count in range(len(sentences), 0, -1) if _may_end(sentences, count))
    return Story(
        sentences=sentences,
        said="; ".join(clause.said for clause in run),
        clauses=tuple(clause.said for clause in run),
        tells=tells(" ".join(sentences)),
        ends=ends,
        column=column,
        place=place,
    )


def _is_over(text: str) -> bool:
    return any(is_did(token.text) or token.small in ("was", "were", "had") for token in tokens_of(text))


def _may_end(sentences: Sequence[str], count: int) -> bool:
    return count == len(sentences) or sum(len(one.split()) for one in sentences[:count]) >= FEWEST


def sentence(text: str) -> str:
    """A clause as a sentence.

    >>> sentence("you said “There”"), sentence("you asked “why?”")
    ('You said “There.”', 'You asked “why?”')
    """
    text = text[:1].upper() + text[1:]
    text = f"“{text[1:2].upper()}{text[2:]}" if text.startswith("“") else text
    if text.endswith("”"):
        return text if text[-2] in ".!?" else f"{text[:-1]}.”"
    return text if text[-1] in ".!?" else f"{text}."


_FIRST = re.compile(
    r"\b(?:the|your|my|our) first (?:job|visit|day|time|order|lesson|thing|cut|fitting|card|call)\b|\bday one\b", re.I
)
_OURS = re.compile(r"\b(?:I|me|my|we|us|our|myself|ourselves)\b")
_KIND = re.compile(r"\b(?:gave|give|brought|bring|carried|carry|took no|never took|lent|saved|left (?:me|us))\b")
_TRIUMPH = re.compile(r"\b(?:won|win|passed|finished|first prize|graduated|record|beat|champion)\b")


def _is_past(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word tells of what is over; what somebody has done goes on."""
    before = tokens[at - 1].small if at else ""
    if (
        before.endswith("’ve")
        or before in {"have", "has", "to"} | listed("determiners")
        or tokens[at].text[:1].isupper()
    ):
        return False
    return is_did(tokens[at].text) or tokens[at].small in ("was", "were", "had", "didn’t", "wouldn’t", "couldn’t")


def tells(text: str) -> frozenset[str]:
    """What a story is of, as templates/stories.txt asks."""
    tokens = tokens_of(text)
    small = {token.small for token in tokens}
    did = sum(_is_past(tokens, at) for at in range(len(tokens)))
    found = {
        "of a first time": bool(_FIRST.search(text)),
        "of an animal": bool(small & listed("persons.animals")),
        "of a saying": "“" in text,
        "of a kindness": bool(_KIND.search(text)),
        "of a triumph": bool(_TRIUMPH.search(text)),
        "of a habit": not did,
        "of a happening": did > 0,
        "of ours": bool(_OURS.search(text)),
        "of theirs": not _OURS.search(text),
    }
    return frozenset(name for name, is_so in found.items() if is_so)
