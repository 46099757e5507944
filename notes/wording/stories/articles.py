"""Articles: those that a jotting leaves out, where one can tell which; a clause that still lacks one is not said."""

from collections.abc import Sequence

from notes.language import inflection
from notes.language.texts import word_set
from notes.wording.details.noun_phrases import is_single
from notes.wording.details.shorthand import listed as shorthand
from notes.wording.details.wordbook import relations
from notes.wording.grammar import a
from notes.wording.stories.grammar import listed
from notes.wording.stories.heads import kind_of_thing
from notes.wording.stories.parts import Form, Sort, Word, is_number
from notes.wording.stories.tagging import tagged
from notes.wording.stories.tokens import Token

_WITH_A = word_set("with without like as")
_WHOLE = word_set(
    """
    purpose accident hand ear heart foot joke fun top bed home work school church night day noon midnight account
    end time times place way love word teatime lunchtime bedtime dinnertime daylight dark dawn dusk week
    half part turn christmas easter dinner lunch breakfast supper tea auction speed front back line
    stock sight paper laughter post mail youtube facebook google zoom skype whatsapp instagram reverse
    alto soprano tenor bass baritone
    """
)
# What something is made of, or covered in: “a recliner in moss corduroy”.
_MADE_OF = word_set(
    """
    corduroy velvet plaid tweed leather suede vinyl denim linen wool cotton silk lace satin canvas felt chintz tartan
    oak pine walnut cherry mahogany cedar maple ash birch teak brass copper gold silver bronze steel iron glass clay
    concrete brick stone granite marble plaster blue red green yellow white black gray grey pink purple orange brown
    cream navy teal
    """
)
# What one is taken by, and sits in: “by car”, but “in the car”.
_SAT_IN = word_set("car bus boat train plane bike hospital")
_INSIDE = word_set("in on off into onto at")
_TO_PLAY = word_set("learn play practice practise take")
_GETS_A = word_set(
    """
    drop find build make bake buy bring catch carve knit lose eat send write give tell draw adopt get break have own
    keep restore ride fly sail put raise name want wear plant grow steal use design invent leave
    """
)
_GETS_THE = word_set(
    """
    drive run captain accompany join chair direct conduct tend judge lead manage host edit win call paint clean open
    close answer ring
    """
)
_OF_EVERYBODY = word_set("power phone heating electricity water rain sun moon weather road town village school church")
_OF_A_KIND_OF_PLACE = word_set("home school church bed")
_KINDS = frozenset(["kinds", "sorts", "types", "varieties"])
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
    return any(_is_bare(words, start, end) and not _is_a_label(words, start, end) for start, end in _groups(words))


def _is_a_label(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a thing stands before the comma only to say what somebody is: “midwife, delivered half the town”."""
    return start == 0 and end < len(words) and words[end].small == "," and any(word.is_finite for word in words[end:])


def _groups(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Where the nouns of a clause stand, with what tells how each is: from, and up to."""
    found, at = [], 0
    while at < len(words):
        end = at
        while end < len(words) and (
            words[end].sort in (Sort.ADJECTIVE, Sort.NOUN)
            or (words[end].sort is Sort.NAME and _is_within(words, at, end))
        ):
            end += 1
        while end > at and words[end - 1].sort is Sort.ADJECTIVE:
            end -= 1
        if end - at > 1 and words[end - 1].small in listed("times") and inflection.is_plural(words[end - 1].small):
            end -= 1  # “drives milk truck nights”
        if end > at:
            found.append((at, end))
        at = max(end, at + 1)
    return found


def _is_within(words: Sequence[Word], start: int, at: int) -> bool:
    """Whether a name stands within a thing: “old Hobbs place”."""
    is_led = at > start and words[at - 1].sort is Sort.ADJECTIVE
    return is_led and at + 1 < len(words) and words[at + 1].sort is Sort.NOUN


def _is_bare(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a single thing stands there without a word before it that would go there."""
    before = words[start - 1] if start else None
    if before is not None and (before.sort in (Sort.DETERMINER, Sort.NAME) or before.small in ("own", "other")):
        return False
    group = [word.token.text for word in words[start:end]]
    if group[0] in _ALL_OF_IT and len(group) > 1:
        return not (group[0] in ("last", "next") and group[1] in listed("times"))
    is_place = len(group) > 1 and group[-1].casefold() in _OF_A_KIND_OF_PLACE
    if is_place:
        return True
    head = group[-1].casefold()
    if start > 1 and [word.small for word in words[start - 2 : start]] == ["out", "of"]:
        return False  # “out of date”
    is_in = before is not None and before.small in _INSIDE and head in _SAT_IN
    if is_in:
        return True
    if head in _WHOLE or head in shorthand("bare"):
        return False
    if (
        end < len(words)
        and is_number(words[end].small)
        and (end + 1 == len(words) or words[end + 1].sort in (Sort.MARK, Sort.PREPOSITION))
    ):
        return False  # “in booth four”
    if before is not None and before.small == "in" and head in _MADE_OF:
        return False
    if words[start].small in relations() and not inflection.is_plural(group[-1]):
        return True
    is_of_a_kind = start > 1 and words[start - 2].small in _KINDS
    return is_single(group) and not (_is_of_both(words, start, end) or is_of_a_kind)


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
    if first in _ALL_OF_IT or (first.endswith("est") and words[start].sort is Sort.ADJECTIVE):
        return "the"
    indefinite = a(words[start].token.text).split(" ", 1)[0]
    if before is None:
        return _at_the_front(words, start, end, indefinite)
    if before.sort is Sort.PREPOSITION:
        return _behind_preposition(words, start, indefinite)
    if before.small == ":":
        return indefinite
    if before.small == "," or before.sort in (Sort.AND, Sort.LINK):
        return _behind_a_joint(words, start, end, indefinite)
    return _behind_verb(words, start, end, indefinite)


def _at_the_front(words: Sequence[Word], start: int, end: int, indefinite: str) -> str:
    if _is_a_label(words, start, end):
        return ""
    if end < len(words) and words[end].sort is Sort.NAME:
        return "the"  # “barn cat Mister”
    return _first(words, start, end) if any(word.is_finite for word in words) else indefinite


def _behind_preposition(words: Sequence[Word], start: int, indefinite: str) -> str:
    before = words[start - 1].small
    is_of_a_kind = before == "of" and start > 1 and words[start - 2].small in _KINDS
    if is_of_a_kind or before == "out":
        return ""  # “four kinds of apple”, “one came out square”
    return indefinite if before in _WITH_A else "the"


def _behind_a_joint(words: Sequence[Word], start: int, end: int, indefinite: str) -> str:
    """The article behind a comma, an “and” or a “when”; "" where a thing is only thrown in."""
    before, led = words[start - 1], words[start - 2] if start > 1 else None
    is_closed = end < len(words) and words[end].small == ","
    if before.small == "," and is_closed and led is not None and led.sort is Sort.NAME:
        return indefinite  # “Sarge, retired police horse, …”
    is_and_a_thing = before.sort is Sort.AND and led is not None and led.sort is Sort.NOUN
    if is_and_a_thing and not _is_followed_by_verb(words, end):
        return indefinite
    is_held = end < len(words) and words[end].sort is Sort.PREPOSITION and any(word.is_finite for word in words[end:])
    if before.small == "," and is_held:
        return indefinite  # “toy truck in hand, hollered”
    if before.small == "," and not any(word.is_finite for word in words[end : end + 2]):
        return indefinite if any(word.small == ":" for word in words[:start]) else ""
    return "the"


def _is_followed_by_verb(words: Sequence[Word], end: int) -> bool:
    return end < len(words) and words[end].is_finite


def _behind_verb(words: Sequence[Word], start: int, end: int, indefinite: str) -> str:
    """The article of what is done to: “dropped a turkey”, “runs the ferry”; "" where nobody can tell."""
    before = words[start - 1]
    verb = inflection.lemma(before.small)
    if before.sort is Sort.PRONOUN and start > 1:
        verb = inflection.lemma(words[start - 2].small)
        return (
            indefinite
            if verb in ("give", "buy", "bring", "send", "make", "build", "knit", "bake", "get", "tell")
            else ""
        )
    if before.sort is not Sort.VERB:
        return ""
    if before.form is Form.HELPS and verb == "be" and words[0].small in ("the", "your", "my", "our"):
        return "the" if words[1].small in ("last", "only", "first", "next", "same") else indefinite
    if before.form is Form.HELPS and verb != "have":
        return ""
    if verb in _TO_PLAY and kind_of_thing([words[end - 1].small]) == "to play":
        return "the"
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
    is_everybodys = words[end - 1].small in _OF_EVERYBODY or bool({word.small for word in words[start:end]} & people)
    return "the" if is_everybodys else "your"


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
