"""Beginning: how a clause begins, and whether it leaves out that it is the customer who does what it says."""

from collections.abc import Sequence
from dataclasses import dataclass

from notes.language import inflection
from notes.wording.details.wordbook import relations
from notes.wording.stories.cast import Cast
from notes.wording.stories.grammar import (
    is_auxiliary,
    is_certainly_a_verb,
    is_did,
    is_he_does,
    is_told_of_them,
    listed,
    may_be_a_verb,
)
from notes.wording.stories.tokens import Token

_BEFORE_ITS_SUBJECT = frozenset(
    "never always still just only also often really ever even already usually once nearly almost soon".split()  # noqa: SIM905
)
_EACH = frozenset(["both", "each", "all"])
_BE = frozenset(["was", "were", "is", "are", "wasn’t", "isn’t"])


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where “you” has to be put in, if it has; and whether the clause has a verb at all."""

    at: int = 0
    is_yours: bool = False
    has_verb: bool = True


def beginning(tokens: Sequence[Token], cast: Cast) -> Beginning | None:
    """How a clause begins; None where nobody can tell."""
    at = 0
    while at < len(tokens) and tokens[at].small in listed("conjunctions"):
        at += 1
    first = at
    while at < len(tokens) and tokens[at].small in (listed("leading") | listed("adverbs")) - _EACH:
        at += 1
        if at < len(tokens) and tokens[at - 1].small in listed("leading") and tokens[at].text == ",":
            at += 1
    leading = next(
        (place + 1 for place in range(at - 1, first - 1, -1) if tokens[place].small not in _BEFORE_ITS_SUBJECT), first
    )
    if at >= len(tokens) or not tokens[at].is_word:
        return Beginning(has_verb=False) if tokens[at : at + 1] and tokens[at].is_quote else None
    word, behind = tokens[at], [one.text for one in tokens[at + 1 :]]
    if word.small.split("’")[0] in listed("subjects"):
        return Beginning()
    if _opens_with_a_verb(word, behind):
        return Beginning() if _is_inverted(tokens, at) else Beginning(leading, is_yours=True)
    if word.small in listed("subordinators") and word.small not in ("after", "before", "since", "until", "till", "as"):
        return _behind_a_clause(tokens, at)
    if word.small in listed("prepositions"):
        if word.small in listed("subordinators") and starts_subject(tokens, at + 1, cast):
            return _behind_a_clause(tokens, at)  # “until I had signed …”
        return _behind_a_front(tokens, at, cast)
    if is_a_time(tokens, at):
        return _behind_a_front(tokens, at, cast)
    return _of_a_thing(tokens, at, cast)


def _opens_with_a_verb(word: Token, behind: Sequence[str]) -> bool:
    if word.text[:1].isupper() and not word.text.isupper():
        return False
    if is_auxiliary(word.text):
        return True
    return may_be_a_verb(word.text, behind) or is_told_of_them(word.text, behind)


def _is_inverted(tokens: Sequence[Token], at: int) -> bool | None:
    """Whether what looks like a deed is only how something is: “taped inside the guitar, …, was a note”."""
    return any(tokens[later].small in _BE and tokens[later - 1].text == "," for later in range(at + 1, len(tokens)))


def _behind_a_clause(tokens: Sequence[Token], at: int) -> Beginning | None:
    """A clause that begins with “when” or “while”: the main one behind it has to say who does what."""
    comma = next((place for place in range(at, len(tokens)) if tokens[place].text == ","), None)
    if comma is None or comma + 1 >= len(tokens):
        return Beginning() if comma is None and _has_main_clause(tokens, at) else None
    word, behind = tokens[comma + 1], [one.text for one in tokens[comma + 2 :]]
    if not word.is_word:
        return None
    if _opens_with_a_verb(word, behind):
        return Beginning(comma + 1, is_yours=True)
    return Beginning()


def _has_main_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether two verbs are there: one of the clause with “when”, one of what it is said of."""
    verbs = [
        place
        for place in range(at + 1, len(tokens))
        if tokens[place].is_word and (is_auxiliary(tokens[place].text) or is_did(tokens[place].text))
    ]
    return len(verbs) > 1


def is_a_time(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause begins with when it was: “every year”, “the first time”, “last Christmas”."""
    small = [one.small for one in tokens[at : at + 4]]
    if len(small) < 2:
        return False
    if small[0] in ("every", "each", "last", "this", "next", "one", "some", "most", "that", "all"):
        return small[1] in listed("times")
    return small[0] == "the" and len(small) > 2 and any(one in listed("times") for one in small[1:3])


def _behind_a_front(tokens: Sequence[Token], at: int, cast: Cast) -> Beginning | None:
    """Where the subject is missing behind “for twenty-three years”; not where it stands behind its verb."""
    is_open = True  # whether the noun of the front has still to come
    for place in range(at + 1, len(tokens)):
        token, behind = tokens[place], [one.text for one in tokens[place + 1 :]]
        if not token.is_word:
            is_open = token.text != ","
            if token.text == "," and place + 1 < len(tokens) and starts_subject(tokens, place + 1, cast):
                return Beginning()
            continue
        if token.small.split("’")[0] in listed("subjects") - listed("determiners"):
            return Beginning()
        if is_auxiliary(token.text) or (
            not is_open and (is_did(token.text) or is_certainly_a_verb(token.text, behind))
        ):
            follows = behind[0] if behind else ""
            noun_follows = follows.casefold() in listed("determiners") or follows[:1].isupper() or follows[:1] == "“"
            if token.small in listed("inverting") and noun_follows:
                return Beginning()
            return Beginning(place, is_yours=True)
        begins = token.small in listed("determiners") or token.text[:1].isupper()
        if not is_open and begins and starts_subject(tokens, place, cast):
            return Beginning()
        if token.small in listed("prepositions") or _is_number(token.small):
            is_open = True
        elif inflection.is_noun(token.small) or token.text[:1].isupper():
            is_open = False
    return None


def _of_a_thing(tokens: Sequence[Token], at: int, cast: Cast) -> Beginning | None:
    """A clause that begins with somebody or something: with a verb, or as it stands where it says what there was."""
    if starts_subject(tokens, at, cast) or _is_a_name_that_does(tokens, at):
        return Beginning()
    if has_verb(tokens, at):
        word = tokens[at]
        is_named = word.small in listed("determiners") or word.text[:1].isupper() or word.small in relations()
        is_named = is_named or inflection.is_plural(word.small)
        return Beginning() if is_named and not _is_cut(tokens, at) else None
    word = tokens[at]
    counts = word.small in listed("determiners") or word.small[0].isdigit() or _is_number(word.small)
    return Beginning(has_verb=False) if counts and len(tokens) - at > 1 else None


def _is_a_name_that_does(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause is a name and what they do: “Roscoe still knocks”."""
    later = at + 1
    while later < len(tokens) and tokens[later].small in listed("adverbs"):
        later += 1
    return later < len(tokens) and tokens[at].text[:1].isupper() and is_he_does(tokens[later].text)


def _is_number(small: str) -> bool:
    return small.split("-", maxsplit=1)[0] in listed("determiners")


def has_verb(tokens: Sequence[Token], at: int = 0) -> bool:
    """Whether a clause has a verb that says who does or did what, outside of “who” and “that”."""
    places = range(at + 1, len(tokens))
    return any(tokens[place].is_word and _is_free(tokens, place) and _is_a_verb(tokens, place) for place in places)


def _is_cut(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verb only comes behind a comma, so that something is missing: “the clock fast, gets her to chapel”.

    What stands between two commas is said beside it.
    """
    words = range(at + 1, len(tokens))
    verb = next((place for place in words if _is_a_verb(tokens, place) and _is_free(tokens, place)), 0)
    commas = sum(token.text == "," for token in tokens[at:verb])
    is_thing = tokens[at].text[:1].isupper() or inflection.is_plural(tokens[at].small)
    nearer = next((place for place in words if tokens[place].small in _NEARER - {"it"}), len(tokens))
    is_label = is_thing and nearer < (verb or len(tokens)) and tokens[nearer - 1].text != ","
    before = verb - 1
    while before > at and tokens[before].small in listed("adverbs"):
        before -= 1
    return (verb > 0 and tokens[before].text == "," and commas < 2) or is_label


def _is_free(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at - 1].small not in listed("determiners") | {"who", "that", "which", "to"}


_MOST_WORDS = 7
_ALONE = frozenset(["i", "we", "it", "there", "everybody", "nobody", "somebody"])
_NEARER = frozenset(["i", "we", "he", "she", "they", "you", "it"])  # who do it instead: “the only thing he got wrong”


def starts_subject(tokens: Sequence[Token], at: int, cast: Cast) -> bool:
    """Whether somebody or something begins here whose verb follows: “the examiner shook”, “Miles would not”."""
    if at >= len(tokens) or not _may_start(tokens, at):
        return False
    word = tokens[at]
    is_alone = word.small.split("’")[0] in _ALONE
    for place in range(at + 1, min(at + _MOST_WORDS, len(tokens))):
        token = tokens[place]
        if token.small in listed("conjunctions") | listed("adverbs"):
            continue
        if not token.is_word or token.small in _ENDS_IT | _NEARER or is_alone:
            return is_alone and token.is_word and _is_a_verb(tokens, place)
        is_behind_and = tokens[place - 1].small in listed("conjunctions")
        if _is_a_verb(tokens, place) and not _is_a_thing_too(tokens, place):
            return not is_behind_and and tokens[place - 1].small not in listed("determiners")
        if is_he_does(token.text) and place == at + 1 and word.text[:1].isupper():
            return True
    return False


_ENDS_IT = listed("prepositions") | {"who", "that", "which", "to"}


def _may_start(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word may be the first of somebody or something."""
    word, before = tokens[at], tokens[at - 1] if at else None
    if not word.is_word or (before and (before.small in listed("determiners") or before.small.endswith("’s"))):
        return False
    known = listed("determiners") | listed("subjects")
    return word.small.split("’")[0] in known or word.text[:1].isupper() or inflection.is_plural(word.small)


def _is_a_verb(tokens: Sequence[Token], at: int) -> bool:
    behind = [one.text for one in tokens[at + 1 :]]
    text = tokens[at].text
    if text[:1].isupper() and at:
        return False  # the month of May
    return is_auxiliary(text) or is_did(text) or is_certainly_a_verb(text, behind)


def _is_a_thing_too(tokens: Sequence[Token], at: int) -> bool:
    """Whether what looks like a verb is a thing here: “the worst rose on the table”."""
    following = tokens[at + 1].small if at + 1 < len(tokens) else ""
    is_done = following in listed("determiners") or following in ("me", "him", "her", "it", "them", "us", "you", "that")
    return tokens[at].small in listed("things_too") and not is_done
