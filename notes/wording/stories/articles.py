"""Articles: those that a jotting leaves out, where one can tell which; a clause that still lacks one is not said."""

from collections.abc import Sequence

from notes.language import inflection
from notes.language.texts import word_set
from notes.wording.details.noun_phrases import is_single
from notes.wording.details.shorthand import listed as shorthand
from notes.wording.details.wordbook import relations
from notes.wording.grammar import a
from notes.wording.stories.grammar import is_auxiliary, is_did, is_he_does, listed
from notes.wording.stories.tokens import Token

_WITH_A = frozenset(["with", "without", "like"])
_WHOLE = word_set(
    """
    purpose accident hand foot joke fun top bed home work school church night day noon midnight account
    end time times place way love word teatime lunchtime bedtime dinnertime daylight dark dawn dusk week
    half part turn christmas easter dinner lunch breakfast supper tea auction speed front back line
    stock sight paper
    """
)
_NO_NOUN = word_set(
    """
    both all half dead left right same one other up down out off in on over there here too yet again
    just only even still now then so very quite nothing something everything anything dry wet hot cold
    sorry sick clear straight sure ready late early fast slow first last second third home back away
    wrong well good best better more most less much many few plenty enough high low long short quick
    loud open shut alone together far ago so please thanks okay ok no yes not never always once twice
    ever what who whom whose which where when why how that this these those
    """
)


_ALL_OF_IT = frozenset(["whole", "entire", "rest", "other", "next"])


def with_articles(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with the articles that are certain: “pipe hums” is your pipe, “with needle” with a needle."""
    out: list[Token] = []
    for at, token in enumerate(tokens):
        if article := _article(tokens, at):
            out.append(Token(article, token.space))
            token = token._replace(space=True)  # noqa: PLW2901 - a space comes behind the article
        out.append(token)
    return out


def _first(tokens: Sequence[Token]) -> str:
    """The article of what a jotting begins with: a thing is theirs, somebody is not."""
    people = (
        listed("persons.he")
        | listed("persons.she")
        | listed("persons.either")
        | listed("persons.animals")
        | shorthand("roles")
    )
    return "the" if {token.small for token in _group(tokens, 0)} & (people | _ALL_OF_IT) else "your"


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    small = tokens[at].small
    if tokens[at].text[:1].isupper():
        return False
    is_form = is_auxiliary(small) or is_did(small) or (is_he_does(small) and _is_a_verb_here(tokens, at))
    return tokens[at].is_word and is_form and tokens[at - 1].small not in listed("determiners")


def lacks_one(tokens: Sequence[Token]) -> bool:
    """Whether a single thing stands in a clause without an article."""
    return any(_is_bare(tokens, at) for at in range(len(tokens)))


def _article(tokens: Sequence[Token], at: int) -> str:
    before = tokens[at - 1].small if at else ""
    is_theirs = tokens[at].small.endswith("’s") and tokens[at].small[:-2] in relations()
    if is_theirs and before not in listed("determiners") and not before.endswith("’s"):
        return "your"
    if not _is_bare(tokens, at):
        return ""
    token, before = tokens[at], tokens[at - 1].small if at else ""
    if token.small in relations() and not inflection.is_plural(token.small):
        return "your"
    if before in _WITH_A:
        return a(token.text).split(" ", 1)[0]
    if at == 0:
        has_verb = any(_is_verb(tokens, place) for place in range(1, len(tokens)))
        return _first(tokens) if has_verb else a(token.text).split(" ", 1)[0]
    if not inflection.is_word(token.small):
        return "the" if before in listed("prepositions") else ""
    if before in ("had", "has") and len(_group(tokens, at)) > 1:
        return "the"
    if before in listed("prepositions") or before in ("and", ",", "when", "while", "until", "because"):
        return "the"
    return ""


def _is_bare(tokens: Sequence[Token], at: int) -> bool:
    """Whether a single thing begins here without a word before it that would go there."""
    if not _may_be_of_a_thing(tokens, at):
        return False
    start = at
    while start and _is_an_adjective(tokens, start - 1):
        start -= 1
    before = tokens[start - 1] if start else None
    if before is not None and before.is_word:
        if before.small in listed("determiners") or before.small.endswith(("’s", "s’")) or before.small[0].isdigit():
            return False
        if _may_be_of_a_thing(tokens, start - 1) or before.small in listed("adverbs") or before.text[:1].isupper():
            return False
        if _number(before.small) or before.small in ("other", "same", "first", "second", "third", "last", "next"):
            return False
    group = [token.text for token in _group(tokens, at)]
    last = group[-1].casefold()
    if last in _WHOLE or last in shorthand("bare"):
        return False
    return is_single(group)


def _is_an_adjective(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word only tells how the thing behind it is: “ugly”, “written”."""
    small = tokens[at].small
    if not tokens[at].is_word or not tokens[at].text.islower() or not inflection.is_word(small) or small in _NO_NOUN:
        return False
    closed = ("determiners", "prepositions", "adverbs", "conjunctions", "subjects", "subordinators", "auxiliaries")
    if any(small in listed(name) for name in closed) or small in _PRONOUNS or inflection.is_noun(small):
        return False
    return not inflection.lemma(small) or (
        small.endswith(("en", "ed")) and bool(at) and tokens[at - 1].small in listed("determiners")
    )


def _group(tokens: Sequence[Token], at: int) -> list[Token]:
    """The words of a thing, from where it begins."""
    end = at
    while end < len(tokens) and _may_be_of_a_thing(tokens, end):
        end += 1
    return list(tokens[at : max(end, at + 1)])


def _number(small: str) -> bool:
    return small.split("-", 1)[0] in listed("determiners")


def _may_be_of_a_thing(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a noun, or a word before one, and no verb here."""
    token = tokens[at]
    small = token.small
    if not token.is_word or not token.text.islower() or not small.isalpha() or small in _NO_NOUN:
        return False
    if small in listed("determiners") | listed("prepositions") | listed("adverbs") | listed("conjunctions") | listed(
        "subjects"
    ):
        return False
    if small in listed("subordinators") or is_auxiliary(small) or small.endswith("ly") or small in _PRONOUNS:
        return False
    if not inflection.is_noun(small):
        return False
    return not _is_a_verb_here(tokens, at)


_PRONOUNS = word_set(
    """
    him her them me us himself herself myself themselves yourself you your hers ours mine
    """
)


def _is_a_verb_here(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that may be a noun is what somebody does here."""
    small, before = tokens[at].small, tokens[at - 1].small if at else ""
    following = tokens[at + 1].small if at + 1 < len(tokens) else ""
    verb = inflection.lemma(small)
    if not verb:
        return False
    is_form = is_did(small) or is_he_does(small) or small.endswith("ing")
    leads = ("to", "you", "i", "we", "they", "me", "him", "it", "them", "us", "he", "she", "don’t", "who")
    if before in ("had", "has") and small.endswith("ing"):
        return False
    if before in ("says", "said", "let", "made", "make") and verb == small:
        return True
    if before in leads or is_auxiliary(before) or before.endswith("n’t"):
        return before != "it" or is_form or following in listed("determiners")
    if not is_form:
        return False
    is_object = following in listed("determiners") | listed("prepositions") | _PRONOUNS | {
        "up",
        "down",
        "out",
        "off",
        "it",
    }
    if at == len(tokens) - 1 and is_he_does(small) and not inflection.is_plural(before) and inflection.is_noun(before):
        return True
    is_object = is_object and (is_did(small) or following not in ("every", "each", "all"))
    return at == 0 or is_did(small) or is_object or before in ("and", ",", "but", "then")
