"""Referents: the things that a story only points at, named from the other cells; no story where they are nowhere."""

import re
from collections.abc import Sequence

from notes.language import inflection
from notes.language.texts import word_set
from notes.wording.details.wordbook import relations
from notes.wording.stories.grammar import is_verb_form, listed
from notes.wording.stories.tokens import Token, joined, quoted, tokens_of

_FIRST = re.compile(
    r"(?:the |our )?(?:1st|first) (?P<what>job|order|visit|time|call|case)(?:[:,]| was)? (?P<that>.+)", re.I
)
_EVERYDAY = word_set(
    """
    sellers buyers owners movers builders painters teachers players neighbors neighbours street road town
    village sun moon rain weather phone power door house world way thing things kids
    """
)
_AS_YOURS = {"his": "your", "her": "your", "their": "your", "a": "the", "an": "the"}


def with_its_things(sentences: Sequence[str], sources: Sequence[str]) -> tuple[str, ...]:
    """The sentences with what they are about named; none where the first speaks of a thing that nobody names.

    `sources` are the other cells: what was bought, what somebody likes, what the card is about.

    >>> with_its_things(["The watch lay lost for three winters."], ["the first job, his father’s watch"])
    ('Your father’s watch lay lost for three winters.',)
    >>> with_its_things(["The watch lay lost for three winters."], [])
    ()
    """
    sources = [quoted(source) for source in sources if source]
    if opening := _what_came_first(sentences, sources):
        return (opening, *sentences)
    told, is_named = _named(list(sentences), sources)
    return tuple(told) if is_named or not _points_at_nothing(told[0]) else ()


def _what_came_first(sentences: Sequence[str], sources: Sequence[str]) -> str:
    """“The first job was getting a plastic alligator out of the toilet.”, where the story is about that."""
    nouns = {token.small for one in sentences for token in tokens_of(one) if _is_noun(token)}
    for source in sources:
        match = _FIRST.fullmatch(source.strip(" ."))
        known = {token.small for token in tokens_of(match["that"])} if match else set()
        if match and nouns & known and re.search(r"\w+ing\b", match["that"].split(" ")[0]):
            return f"The first {match['what'].lower()} was {match['that']}."
    return ""


def _named(sentences: list[str], sources: Sequence[str]) -> tuple[list[str], bool]:
    """The sentences with the first thing that another cell has named in full, and whether there is one."""
    for place, one in enumerate(sentences):
        tokens = tokens_of(one)
        for at in range(len(tokens) - 1):
            full = _in_full(tokens, at, sources)
            if full:
                sentences[place] = _with(tokens, at, full)
                return sentences, True
    return sentences, False


def _in_full(tokens: Sequence[Token], at: int, sources: Sequence[str]) -> str:
    """What “the watch” or “every pair” is in full, by the cell that names it."""
    determiner, noun = tokens[at].small, tokens[at + 1].small
    if not _is_noun(tokens[at + 1]) or (
        at + 2 < len(tokens) and _is_noun(tokens[at + 2]) and not is_verb_form(tokens[at + 2].text)
    ):
        return ""
    for source in sources:
        if determiner == "every" and (whole := re.search(rf"\b((?:the|her|his) [\w ]+?), [\w-]+ {noun}s\b", source)):
            whole_of = re.sub(r"^.*\b(?:for|on|of) (?=the |her |his )", "", whole[1])
            return f"every {noun} of {_yours(whole_of)}"
        if determiner == "the" and (phrase := _phrase(noun, source)):
            return phrase
    return ""


def _phrase(noun: str, source: str) -> str:
    """The thing of a noun as a cell has it: “your father’s watch”, “the hem of the red dress”."""
    parts = re.split(r"\s*[,;:]\s*", source)
    for place, part in enumerate(parts):
        words = part.split()
        at = next((at for at, word in enumerate(words) if _is_same(word, noun)), None)
        if at is None:
            continue
        start = at
        while start and not _is_outside(words[start - 1]):
            start -= 1
            if words[start].casefold() in listed("determiners"):
                break
        phrase = _yours(" ".join(words[start : at + 1]))
        whole = _yours(parts[0])
        is_part = place > 0 and phrase == f"the {noun}" and len(parts[0].split()) < 5 and not _FIRST.match(source)
        return f"{phrase} of {whole}" if is_part else phrase
    return ""


def _is_same(word: str, noun: str) -> bool:
    small = word.casefold()
    return small in (noun, f"{noun}s") or (len(noun) > 3 and small.endswith(noun))


def _is_outside(word: str) -> bool:
    """Whether a word ends a thing to its left: “for”, “and”, a verb."""
    small = word.casefold()
    closed = listed("prepositions") | listed("conjunctions") | listed("subordinators")
    return small in closed or (small.endswith("ing") and bool(inflection.lemma(small)))


def _yours(phrase: str) -> str:
    first, _, rest = phrase.partition(" ")
    if first.casefold() in listed("determiners"):
        return f"{_AS_YOURS.get(first.casefold(), first.casefold())} {rest}"
    return f"the {phrase}"


def _with(tokens: Sequence[Token], at: int, full: str) -> str:
    is_first = at == 0
    words = tokens_of(full[:1].upper() + full[1:] if is_first else full)
    words[0] = words[0]._replace(space=tokens[at].space)
    return joined([*tokens[:at], *words, *tokens[at + 2 :]])


def _is_noun(token: Token) -> bool:
    closed = listed("determiners") | listed("prepositions") | listed("subjects") | listed("adverbs") | listed("times")
    is_word = token.is_word and token.text.islower() and token.small.isalpha() and token.small not in closed
    return is_word and inflection.is_noun(token.small)


def _points_at_nothing(sentence: str) -> bool:
    """Whether a story begins with “the” thing, and nobody knows which: not so with people, and “the only time …”."""
    tokens = tokens_of(sentence)
    if tokens[0].small in ("every", "this", "last", "on") and len(tokens) > 3:
        tokens = tokens[2:]
    if not tokens or tokens[0].small != "the":
        return False
    verb = next((at for at in range(1, len(tokens)) if is_verb_form(tokens[at].text)), len(tokens))
    named = [token.small for token in tokens[1:verb]]
    if verb < len(tokens) and tokens[verb].small in listed("deeds"):
        return False  # somebody: “the tester asked”
    people = (
        listed("persons.he") | listed("persons.she") | listed("persons.either") | listed("people") | listed("times")
    )
    is_told = bool({"you", "i", "we", "of", "across", "in", "next", "real", "only", "first", "one"} & {*named})
    return not is_told and not {*named} & (people | _EVERYDAY) and not any(one in relations() for one in named)
