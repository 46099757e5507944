"""Jotted: a cell that was jotted down, as somebody would write it out: nothing shouted, shortened or left out."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from notes.language import inflection
from notes.language.numbers import in_words, ordinal
from notes.language.texts import word_set
from notes.resources import table_beside
from notes.wording.details.shorthand import listed as shorthand
from notes.wording.details.shorthand import listings
from notes.wording.details.wordbook import is_he_called
from notes.wording.stories.articles import with_articles, with_owners
from notes.wording.stories.cast import Cast
from notes.wording.stories.filling import filled
from notes.wording.stories.gates import is_the_offices
from notes.wording.stories.grammar import listed
from notes.wording.stories.pieces import LOUD, label, pieces
from notes.wording.stories.tokens import Token, joined, quoted, tokens_of
from notes.wording.stories.whole import ACRONYMS, MONTHS, small_words

_AS_IT_STANDS = word_set(
    """
    sat sun wed mar may eve kid kids mon grandkid grandkids
    """
)
_SAYING = word_set(
    """
    says said hollers hollered shouts shouted yells yelled asks asked goes
    """
)
_LOUDLY = word_set("sing sings sang holler hollers hollered shout shouts shouted yell yells yelled")
_SPOKEN = re.compile(r"\b(?:you|your|I|me|my|don’t|let’s)\b", re.I)
_DIGITS = re.compile(r"\d{1,2}")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")


def written_out(text: str, cast: Cast) -> list[tuple[str, list[Token]]]:
    """The pieces of a jotting as they stand, each with its tokens written out; none where it is the office's own."""
    found = []
    you = cast.you.names[0] if cast.you.names and not cast.you.several else ""
    text = re.sub(rf"\b{you[:1]}\.(?=\s+[a-z])", you, quoted(text)) if you else quoted(text)
    for said in pieces(text):
        whole = _without_the_offices(said)
        first, rest = label(whole)
        found += [
            (said, opened(one, cast) if one else []) for one in ([first, rest] if first and rest else [first or rest])
        ]
    return found


def _without_the_offices(said: str) -> str:
    """A piece up to what in it is the office's own; "" where nothing is left."""
    parts = re.split(r",\s+", said)
    kept: list[str] = []
    for part in parts:
        if is_the_offices(part):
            break
        kept.append(part)
    if len(kept) < len(parts) and sum(len(part.split()) for part in kept) < 5:
        return ""
    return ", ".join(kept)


@cache
def _short() -> Mapping[str, str]:
    own = {key.casefold(): value for key, value in table_beside(__file__, "words.toml")["short"].items()}
    return {**{key.replace("'", "’"): value for key, value in listings()["short"].items()}, **own}


def opened(said: str, cast: Cast) -> list[Token]:
    """The tokens of a piece, written out."""
    tokens = _spoken(tokens_of(LOUD.sub("", said)))
    words = [_word(tokens, at, cast) for at in range(len(tokens))]
    return with_articles(with_owners(filled(_retokenised(tokens, words))))


def _retokenised(tokens: Sequence[Token], words: Sequence[str]) -> list[Token]:
    """The tokens again where a short word stood for several."""
    out: list[Token] = []
    for token, word in zip(tokens, words, strict=True):
        for at, part in enumerate([word] if token.is_quote else word.split(" ")):
            out.append(Token(part, token.space or at > 0))
    return out


def _spoken(tokens: Sequence[Token]) -> list[Token]:
    """What somebody shouts is a quotation: “Frank hollers DON’T YOU TOUCH IT”."""
    for at, token in enumerate(tokens):
        rest = tokens[at + 1 :]
        loud = next((place for place, one in enumerate(rest) if not (one.is_word and one.text.isupper())), len(rest))
        if token.small in _LOUDLY and 0 < loud < len(rest) and all(len(one.text) > 1 for one in rest[:loud]):
            words = joined(rest[:loud]).lower()
            quote = Token(f"“{words[0].upper()}{words[1:]}”")
            return [*tokens[: at + 1], quote, *rest[loud:]]
        if token.small in _SAYING and len(rest) > 2 and all(one.text.isupper() for one in rest if one.is_word):
            words = joined(rest).lower()
            if _SPOKEN.search(words):
                return [*tokens[: at + 1], Token(",", False), Token(f"“{words[0].upper()}{words[1:]}”")]
    return list(tokens)


def _word(tokens: Sequence[Token], at: int, cast: Cast) -> str:
    """One word, written out."""
    token = tokens[at]
    if token.is_quote:
        return _unshouted_quote(token.text)
    if named := _named(tokens, at, cast):
        return named
    small = token.small
    known = _short()
    if small == "sat" and at and tokens[at - 1].small == "in":
        return "on Saturday"
    if small in ("sat", "sun", "wed", "eve") and _tells_the_day(tokens, at):
        return known[small].capitalize() if small != "eve" else "Eve"
    if (
        small in known
        and small not in _AS_IT_STANDS
        and (token.text.islower() or not shorthand("only_small") & {small})
    ):
        return known[small]
    if _DIGITS.fullmatch(small) and 0 < int(small) < 100 and not _is_of_a_date(tokens, at):
        return in_words(int(small))
    if match := _ORDINAL.fullmatch(small):
        return ordinal(int(match[1]))
    return unshouted(token.text) if not _is_behind_an_animal(tokens, at) else token.text.capitalize()


def _tells_the_day(tokens: Sequence[Token], at: int) -> bool:
    """Whether a short word is a day: “every sat”, “xmas eve”."""
    before = tokens[at - 1].small if at else ""
    return before in ("on", "every", "ev", "each", "xmas", "christmas", "last", "one") or tokens[at].text.istitle()


def _is_of_a_date(tokens: Sequence[Token], at: int) -> bool:
    before = tokens[at - 1].small if at else ""
    return _short().get(before, before).capitalize() in MONTHS.split("|")


def _is_behind_an_animal(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word in capitals is the name of the animal before it: “barn cat MISTER”."""
    is_loud = tokens[at].text.isupper() and len(tokens[at].text) > 2
    return (
        is_loud and at > 0 and tokens[at - 1].small in listed("persons.animals") and not tokens[at - 1].text.isupper()
    )


def _named(tokens: Sequence[Token], at: int, cast: Cast) -> str:
    """A name as one writes it: of the customer by the initials, of anybody in capitals."""
    text, mark, ending = tokens[at].text.partition("’")
    bare = text.strip(".")
    ending = f"{mark}{ending.lower()}"
    if bare in ACRONYMS:
        return ""
    near = [name for who in cast.people for name in who.names if name[:1] == bare]
    if len(bare) == 1 and bare not in "AI" and bare.isupper() and len(near) == 1:
        return f"{near[0]}{ending}"
    you = cast.you.names[0] if cast.you.names and not cast.you.several else ""
    initials = {f"{you[:1]}{cast.last_name[:1]}"} if you and cast.last_name else set()
    initials = {one for one in initials if one.lower() not in small_words()}  # “the ROOF OF THE CAR” is nobody's
    if bare.isupper() and (bare in initials or (text.endswith(".") and bare == you[:1])):
        return f"{you}{ending}"
    names = (*cast.you.names, *cast.signers, *(name for who in cast.people for name in who.names))
    return next((f"{name}{ending}" for name in names if bare.isupper() and len(bare) > 1 and name.upper() == bare), "")


def unshouted(word: str) -> str:
    """A word in small letters, a name with a capital.

    >>> [unshouted(word) for word in ("NEIGHBOURS", "RUTHIE", "I’M", "TV", "Angelus", "N.")]
    ['neighbours', 'Ruthie', 'I’m', 'TV', 'Angelus', 'N.']
    """
    bare, mark, ending = word.partition("’")
    if not bare.isupper() or bare in ACRONYMS or (len(bare) == 1 and bare not in ("A",)):
        return f"{bare}{mark}{ending.lower()}" if bare.isupper() else word
    small = bare.casefold()
    if is_he_called(small) is not None and not inflection.is_word(small):
        return f"{bare.capitalize()}{mark}{ending.lower()}"
    known = inflection.is_word(small) or small in small_words() or inflection.lemma(small) or is_compound(small)
    if not known and len(bare) < 4:
        return word
    return word.lower() if known or "-" in word else bare.capitalize() + mark + ending.lower()


def is_compound(small: str) -> bool:
    """Whether a word is made of two: “henhouse”, “letterbox”."""
    halves = ((small[:at], small[at:]) for at in range(3, len(small) - 2))
    return any(inflection.is_word(one) and inflection.is_word(other) for one, other in halves)


def _unshouted_quote(quote: str) -> str:
    words = quote[1:-1].split(" ")
    kept = [unshouted(word) if word.strip(",.!?").isupper() and len(word) > 1 else word for word in words]
    kept = [_short().get(word.casefold(), word) if word in ("w/", "&", "+", "wd", "cd") else word for word in kept]
    kept = [in_words(int(word)) if _DIGITS.fullmatch(word) else word for word in kept]
    return f"“{' '.join(kept)}”"
