"""Retelling: the story that a cell has, in whole sentences to the customer; no story where anything is uncertain."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from notes.problems import Place
from notes.wording.stories.cast import Cast
from notes.wording.stories.choosing import is_told, names_a_thing, names_somebody, says_no_more_than, tells, worth
from notes.wording.stories.gates import (
    held_pieces,
    holds_back,
    is_an_order,
    is_dark_story,
    is_nothing_to_tell,
    is_passing,
    is_the_offices,
    without_good_causes,
)
from notes.wording.stories.grammar import is_auxiliary, is_did, is_he_does, listed
from notes.wording.stories.joining import joined_up, with_its_verb
from notes.wording.stories.jotted import written_out
from notes.wording.stories.parts import Sort
from notes.wording.stories.phrases import of_a_pet
from notes.wording.stories.pieces import is_jotted, label, split
from notes.wording.stories.referents import with_its_things
from notes.wording.stories.scene import Scene, says_of_itself, scene_behind
from notes.wording.stories.story import Story
from notes.wording.stories.tagging import tagged
from notes.wording.stories.tokens import Token, joined, quoted, tokens_of
from notes.wording.stories.turning import Turned, turned
from notes.wording.stories.whole import ACRONYMS, is_whole

_FEWEST_KEPT = 4  # words before a comma that are told without what stands behind it
_FEWEST_OF_A_CLAUSE = 3  # words of a clause with a verb that are told: “you knit” is none
_SHORTEST_END = 9  # words after which a story may stop
MOST = 62  # words of a story
MOST_CLAUSES = 3
_BLESSINGS = re.compile(r",? (?:God|Lord) (?:love|bless|help) (?:him|her|them|em|’em)\b", re.I)
_HANGS = re.compile(r"(?:when|whenever|if|because|while|since|until|as|after|before|although|though)\b[^,]*;", re.I)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a cell, as it stands there and as it is said; `text` is None where it cannot be said."""

    said: str
    text: str | None
    has_verb: bool = True
    jotted: bool = False
    is_loud: bool = False


def stories_of(
    text: str, cast: Cast, column: str, place: Place, beside: Sequence[str] = (), matter: Sequence[str] = ()
) -> list[Story]:
    """The stories of a cell, the best first; `beside` are the other cells, which may name what it only points at.

    `matter` is what the card is about: that it is done is no story.
    """
    whole = quoted(text)
    if holds_back(whole, split(whole.replace("!", ".").replace(" - ", "; ")), jotted=is_jotted(whole)):
        return []
    beside = [one for one in beside if one != text]
    runs = [part for run in _runs(read(text, cast, column, " ".join(matter))) for part in _parts(run)]
    told = (_story(run, column, place, beside) for run in runs if _is_told(run, column))
    return _apart(sorted((story for story in told if story.sentences), key=lambda one: -worth(one.sentences)))


def _parts(run: list[Clause]) -> Iterator[list[Clause]]:
    """A run from each clause with which it may begin, where it is longer than a story."""
    yield run
    if len(run) > MOST_CLAUSES or sum(len((one.text or "").split()) for one in run) > MOST:
        yield from (run[at:] for at in range(1, len(run)) if run[at].has_verb and _stands(run[at], []))


def _apart(stories: Sequence[Story]) -> list[Story]:
    """The stories that tell nothing that one before them tells."""
    found: list[Story] = []
    for story in stories:
        if not any(set(story.clauses) & set(one.clauses) for one in found):
            found.append(story)
    return found


def _is_told(run: Sequence[Clause], column: str) -> bool:
    if column in ("pet", "child", "partner"):
        return any(one.has_verb for one in run)
    texts = [one.text or "" for one in run]
    loud = [one.is_loud for one in run]
    return is_told(texts, has_verb=[one.has_verb for one in run], jotted=run[0].jotted, loud=loud)


def read(text: str, cast: Cast, column: str = "told_us", matter: str = "") -> list[Clause]:
    """Every clause of a cell as it is said to the customer."""
    text = _BLESSINGS.sub("", quoted(text))
    cast = cast.in_a_cell(text)
    jotted = is_jotted(text)
    if column == "pet":
        text, jotted = text.replace(";", ","), False
    pieces = written_out(text, cast) if jotted else [(said, tokens_of(_labelled(said))) for said in split(text)]
    kept_back = held_pieces([said for said, _ in pieces]) if jotted else frozenset()
    found: list[Clause] = []
    scene = Scene(cast.known_before())
    for place, (said, written) in enumerate(pieces):
        tokens = _uncapitalised(written, cast) if written else []
        clause = None
        if tokens and place not in kept_back and not says_no_more_than(joined(tokens), matter):
            clause = _told(said, tokens, cast, scene, "notes" if jotted else column)
        behind = clause.scene if clause else scene_behind(tokens or tokens_of(said), cast, scene)
        scene = behind if written else replace(behind, subject="")  # what the office notes for itself is of nobody
        text_to_you = _named(clause.text, found, cast, clause.scene) if clause else None
        is_loud = jotted and _is_loud(said)
        found.append(Clause(said, text_to_you, clause.has_verb if clause else False, jotted, is_loud))
    return found


def _is_loud(said: str) -> bool:
    """Whether whoever wrote a piece stressed it."""
    return "!" in said or bool(set(re.findall(r"\b[A-Z]{3,}\b", said)) - ACRONYMS)


def _labelled(said: str) -> str:
    """“first order: the choir’s robes” as a clause."""
    what, _ = label(said) if ":" in said else ("", "")
    return what or said


def _told(said: str, tokens: Sequence[Token], cast: Cast, scene: Scene, column: str) -> Turned | None:
    """A clause said to the customer: the whole of it, or as much of its beginning as can be said."""
    if is_dark_story(without_good_causes(said)) or is_an_order(re.sub(r"“[^”]*”", "", said)):
        return None
    jotted = column == "notes"
    is_loud = _is_loud(said)
    if column == "pet":
        tokens = of_a_pet(tagged(tokens)) or []
    for part in _beginnings(tokens):
        plain = without_good_causes(joined(part))
        if (
            is_the_offices(plain)
            or is_passing(plain)
            or (jotted and (not is_whole(part, is_loud=is_loud) or is_nothing_to_tell(plain)))
        ):
            continue
        if part and (clause := turned(part, cast, scene, jotted=jotted, column=column)):
            if jotted and clause.has_verb and len(clause.text.split()) < _FEWEST_OF_A_CLAUSE:
                continue
            if len(part) < len(tokens) and not (clause.has_verb and _has_its_verb(part)):
                continue  # half a clause, without its verb
            return clause
    return None


def _has_its_verb(part: Sequence[Token]) -> bool:
    """Whether a beginning says something, and not only a “where …” within it does."""
    words = tagged(part)
    return says_of_itself(words) or not any(word.sort is Sort.LINK for word in words[1:])


def _beginnings(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """A clause, and what of it stands before each of its commas, as far as that is long enough to be one."""
    yield tokens
    commas = [at for at, token in enumerate(tokens) if token.text == "," and at >= _FEWEST_KEPT]
    yield from (tokens[:at] for at in reversed(commas))


def _named(text: str, before: Sequence[Clause], cast: Cast, scene: Scene) -> str:
    """A clause with the name of whom “he” is, where the story has not said it: the only one that it can be."""
    match = re.search(r"(?<!’)\b(?:he|she)\b(?!’)", text)
    told = []
    for one in reversed(before):
        if one.text is None:
            break
        told.append(one.text)
    if not match or names_somebody(" ".join([*told, text[: match.start()]])):
        return text
    he = match[0] == "he"
    known = {name for who in (*cast.others, *cast.people) if not who.are_several for name in who.names}
    names = {one.name for one in scene.mentions if one.name in known and one.he in (None, he)}
    return f"{text[: match.start()]}{names.pop()}{text[match.end() :]}" if len(names) == 1 else text


def _uncapitalised(tokens: list[Token], cast: Cast) -> list[Token]:
    """The tokens with a small letter where only the sentence began: “Keeps his boots”."""
    first = tokens[0]
    is_name = cast.part(first.text) is not None or first.text == "I" or first.text.startswith("I’")
    if first.text[:1].isupper() and not is_name and first.text[1:].islower():
        small = first.small
        verb_or_small = small in listed("subjects") | listed("determiners") | listed("prepositions") | listed("adverbs")
        is_verb = is_he_does(small) or is_did(small) or is_auxiliary(small) or tagged(tokens)[0].sort is Sort.VERB
        if verb_or_small or is_verb:
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
_POINTS = re.compile(r"\b(?:it|its|they|he|she|him|her|his|hers|them|there(?=$|[,.;]))\b", re.I)
_IN_IT = re.compile(r"\b(?:in|on|under|inside|behind|to|for|with) $")
_OF_NOTHING = re.compile(
    r"it(?:’s (?:an?|one|two|the) | (?:all|in turns|was|is|turned|took|takes|rained|snowed|seems|seemed|had)\b)", re.I
)


_GOES_ON = re.compile(
    r"(?:and|but|or|so|then|yet|still|also|again|neither|both|by (?:then|now|[a-z]*day)|afterwards|the last time)\b",
    re.I,
)


def _stands(clause: Clause, before: Sequence[Clause]) -> bool:
    """Whether a clause means something behind those before it: what it points at is in the story."""
    text = re.sub(r"“[^”]*”", "“”", clause.text or "")
    if not before and _GOES_ON.match(text):
        return False
    told = " ".join(one.text or "" for one in before)
    for match in _POINTS.finditer(text):
        leads = f"{told} {text[: match.start()]}"
        is_inside = match[0].casefold() in ("it", "there") and _IN_IT.search(text[: match.start()])
        if is_inside and not names_a_thing(text[: match.start()], several=True):
            leads = told  # “found a ticket in it”: not in the ticket
        is_said = names_somebody(leads) if match[0].casefold() in _HE_OR_SHE else names_a_thing(leads)
        if not is_said and not (match[0].casefold() == "it" and _OF_NOTHING.match(text, match.start())):
            return False
    return True


def _story(run: Sequence[Clause], column: str, place: Place, beside: Sequence[str]) -> Story:
    is_over = any(clause.has_verb and _is_over(clause.text or "") for clause in run)
    told = [one.text or "" for one in run]
    told[1:] = [with_its_verb(one.text or "", is_over=is_over, has_verb=one.has_verb) for one in run[1:]]
    if column in ("told_us", "notes") and (len(run) > 1 or run[0].has_verb):
        told[0] = with_its_verb(told[0], is_over=is_over, has_verb=run[0].has_verb)
    if told[0].startswith("it ") and not run[0].has_verb and not re.match(r"an? ", run[0].text or "", re.I):
        told[0] = run[0].text or ""
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
    return count == len(sentences) or sum(len(one.split()) for one in sentences[:count]) >= _SHORTEST_END


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
