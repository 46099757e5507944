"""Articles: those that a jotting leaves out, where one can tell which; a clause that still lacks one is not said."""

from collections.abc import Sequence

from notes.language import inflection
from notes.language.texts import word_set
from notes.wording.details.noun_phrases import is_single
from notes.wording.details.shorthand import listed as shorthand
from notes.wording.details.wordbook import relations
from notes.wording.grammar import a
from notes.wording.stories.grammar import listed
from notes.wording.stories.parts import Form, Sort, Word, tagged
from notes.wording.stories.tokens import Token

_WITH_A = word_set("with without like as into")
_WHOLE = word_set(
    """
    purpose accident hand foot joke fun top bed home work school church night day noon midnight account
    end time times place way love word teatime lunchtime bedtime dinnertime daylight dark dawn dusk week
    half part turn christmas easter dinner lunch breakfast supper tea auction speed front back line
    stock sight paper laughter
    """
)
_GETS_A = word_set(
    """
    drop find build make bake buy bring catch carve knit lose eat send write give tell draw adopt get break have own
    keep restore ride fly sail put raise name want wear plant grow steal use design invent leave
    """
)
_GETS_THE = word_set("drive run captain direct conduct tend judge lead manage host edit win call paint clean open close answer ring")
_ALL_OF_IT = word_set("whole entire rest other next same best worst only first last")


def with_articles(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with the articles that are certain: “pipe hums” is your pipe, “with needle” with a needle."""
    words = tagged(tokens)
    put = {start: article for start, end in _groups(words) if (article := _article(words, start, end))}
    out: list[Token] = []
    for at, token in enumerate(tokens):
        if at in put:
            out += [Token(put[at], token.space), token._replace(space=True)]
        else:
            out.append(token)
    return out


def lacks_one(tokens: Sequence[Token]) -> bool:
    """Whether a single thing stands in a clause without an article."""
    words = tagged(tokens)
    return any(_is_bare(words, start, end) for start, end in _groups(words))


def _groups(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Where the nouns of a clause stand, with what tells how each is: from, and up to."""
    found, at = [], 0
    while at < len(words):
        end = at
        while end < len(words) and words[end].sort in (Sort.ADJECTIVE, Sort.NOUN):
            end += 1
        while end > at and words[end - 1].sort is Sort.ADJECTIVE:
            end -= 1
        if end > at:
            found.append((at, end))
        at = max(end, at + 1)
    return found


def _is_bare(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a single thing stands there without a word before it that would go there."""
    before = words[start - 1] if start else None
    if before is not None and (before.sort in (Sort.DETERMINER, Sort.NAME) or before.small in ("own", "other")):
        return False
    group = [word.token.text for word in words[start:end]]
    if group[0] in _ALL_OF_IT and len(group) > 1:
        return True
    if group[-1].casefold() in _WHOLE or group[-1].casefold() in shorthand("bare"):
        return False
    if words[start].small in relations() and not inflection.is_plural(group[-1]):
        return True
    return is_single(group) and not _is_of_both(words, start, end)


def _is_of_both(words: Sequence[Word], start: int, end: int) -> bool:
    """“from room to room”, “side by side”."""
    pair = [words[end - 1].small, words[end].small, words[end + 1].small] if end + 1 < len(words) else []
    behind = bool(pair) and pair[0] == pair[2]
    before = start > 1 and words[start - 2].small == words[end - 1].small and words[start - 1].sort is Sort.PREPOSITION
    return behind or before


def _article(words: Sequence[Word], start: int, end: int) -> str:
    if start and words[start - 1].small.endswith("’s") and words[start - 1].small[:-2] in relations():
        return ""
    if not _is_bare(words, start, end):
        return ""
    first, before = words[start].small, words[start - 1] if start else None
    head = words[end - 1].small
    if first in relations() or head in relations():
        return "your"
    if first in _ALL_OF_IT:
        return "the"
    indefinite = a(words[start].token.text).split(" ", 1)[0]
    if before is None:
        has_verb = any(word.is_finite for word in words)
        return _first(words, start, end) if has_verb else indefinite
    if before.sort is Sort.PREPOSITION:
        return indefinite if before.small in _WITH_A else "the"
    if before.small == "," and start > 1 and words[start - 2].sort is Sort.NAME and end < len(words) and words[end].small == ",":
        return indefinite  # “Sarge, retired police horse, …”
    if before.sort is Sort.AND and start > 1 and words[start - 2].sort is Sort.NOUN and not _is_followed_by_verb(words, end):
        return indefinite
    if before.sort in (Sort.AND, Sort.LINK) or before.small == ",":
        return "the"
    return _behind_verb(words, start, indefinite)


def _is_followed_by_verb(words: Sequence[Word], end: int) -> bool:
    return end < len(words) and words[end].is_finite


def _behind_verb(words: Sequence[Word], start: int, indefinite: str) -> str:
    """The article of what is done to: “dropped a turkey”, “runs the ferry”; "" where nobody can tell."""
    before = words[start - 1]
    verb = inflection.lemma(before.small)
    if before.sort is Sort.PRONOUN and start > 1:
        verb = inflection.lemma(words[start - 2].small)
        return indefinite if verb in ("give", "buy", "bring", "send", "make", "build", "knit", "bake", "get", "tell") else ""
    if before.sort is not Sort.VERB:
        return ""
    if before.form is Form.HELPS and verb != "have":
        return ""
    return indefinite if verb in _GETS_A else "the" if verb in _GETS_THE else ""


def _first(words: Sequence[Word], start: int, end: int) -> str:
    """The article of what a jotting begins with: a thing is theirs, somebody is not."""
    people = (
        listed("persons.he")
        | listed("persons.she")
        | listed("persons.either")
        | listed("persons.animals")
        | shorthand("roles")
    )
    return "the" if {word.small for word in words[start:end]} & people else "your"


def with_owners(tokens: Sequence[Token]) -> list[Token]:
    """“dad’s sandals” are your dad's, “lights own fire” is your own."""
    words = tagged(tokens)
    out: list[Token] = []
    for at, token in enumerate(tokens):
        before = words[at - 1] if at else None
        is_led = before is not None and before.sort in (Sort.DETERMINER, Sort.ADJECTIVE)
        is_theirs = token.small.endswith("’s") and token.small[:-2] in relations() and not is_led
        is_own = token.small == "own" and before is not None and before.sort in (Sort.VERB, Sort.PREPOSITION)
        if is_theirs or is_own:
            out += [Token("your", token.space), token._replace(space=True)]
        else:
            out.append(token)
    return out
