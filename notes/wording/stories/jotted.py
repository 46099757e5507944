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
from notes.wording.stories.gates import is_the_offices
from notes.wording.stories.grammar import is_verb_form, listed
from notes.wording.stories.pieces import LOUD, label, pieces
from notes.wording.stories.tokens import Token, joined, quoted, tokens_of
from notes.wording.stories.whole import ACRONYMS, MONTHS, is_count, small_words

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
_SPOKEN = re.compile(r"\b(?:you|your|I|me|my|don’t|let’s)\b", re.I)
_DIGITS = re.compile(r"\d{1,2}")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_UNITS = word_set(
    """
    years year months weeks days hours minutes summers winters nights miles pounds feet
    """
)
_BEFORE_A_MONTH = word_set(
    """
    in on of by since until till from to every each last next this and or for before after through mid early
    late during around , -
    """
)
_NO_STRETCH = word_set(
    """
    ago old late early fast slow long deep high wide away later before after running straight apart
    """
)


def written_out(text: str, cast: Cast) -> list[tuple[str, list[Token]]]:
    """The pieces of a jotting as they stand, each with its tokens written out; none where it is the office's own."""
    found = []
    you = cast.you.names[0] if cast.you.names and not cast.you.several else ""
    text = re.sub(rf"\b{you[:1]}\.(?=\s+[a-z])", you, quoted(text)) if you else quoted(text)
    for said in pieces(text):
        whole = _without_the_offices(said)
        first, rest = label(whole)
        found += [
            (said, _opened(one, cast) if one else []) for one in ([first, rest] if first and rest else [first or rest])
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


def _opened(said: str, cast: Cast) -> list[Token]:
    """The tokens of a piece, written out."""
    tokens = _spoken(tokens_of(LOUD.sub("", said)))
    words = [_word(tokens, at, cast) for at in range(len(tokens))]
    return with_articles(with_owners(_said_in_full(_for_so_long(_retokenised(tokens, words)))))


def _said_in_full(tokens: list[Token]) -> list[Token]:
    """What a jotting leaves out and everybody hears: “turns out” is it turns out, “same thing” the same thing."""
    out: list[Token] = []
    for at, token in enumerate(tokens):
        before = tokens[at - 1].small if at else ""
        if token.small == "may" and before == "in":
            token = token._replace(text="May")  # noqa: PLW2901 - the month
        if (
            token.small == "week"
            and at + 1 < len(tokens)
            and is_count(tokens[at + 1].small)
            and before not in ("in", "the")
        ):
            out.append(Token("in"))
        if at == 0 and token.text in MONTHS.split("|") and tokens[1:2] and tokens[1].text.isdigit():
            out.append(Token("on", False))
        if at == 0 and token.text in ACRONYMS - {"UK"} and is_verb_form(tokens[1].text if len(tokens) > 1 else ""):
            out.append(Token("the", False))
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        is_of_a_trip = following is not None and following.small in ("trip", "honeymoon", "vacation", "cruise")
        if (
            token.text in MONTHS.split("|")
            and at
            and not is_of_a_trip
            and before not in _BEFORE_A_MONTH | listed("determiners")
            and not before.endswith(("ly", "’s"))
        ):
            out.append(Token("in"))
        if token.small == "time" and before == "by":
            out.append(Token("the"))
        if at == 0 and token.small in ("turns", "turned") and tokens[1:2] and tokens[1].small == "out":
            out.append(Token("it"))
        is_counted = re.fullmatch(
            r"(?:seco|thi|four|fif|six|seven|eigh|nin|ten|eleven|twelf)[a-z]*(?:nd|rd|th)", token.small
        )
        if (
            is_counted
            and at + 1 < len(tokens)
            and inflection.is_noun(tokens[at + 1].small)
            and before not in listed("determiners")
        ):
            out.append(Token("the"))
        if token.text == "." and out:
            continue
        if token.small in ("same", "best", "worst") and before not in listed("determiners") and before != "at":
            out.append(Token("the"))
        out.append(token)
    return out


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
    return before in ("on", "every", "ev", "each", "xmas", "christmas", "last", "one") or tokens[at].text[:1].isupper()


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
    you = cast.you.names[0] if cast.you.names and not cast.you.several else ""
    initials = {f"{you[:1]}{cast.last_name[:1]}"} if you and cast.last_name else set()
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
    known = inflection.is_word(small) or small in small_words() or inflection.lemma(small) or _is_compound(small)
    if not known and len(bare) < 4:
        return word
    return word.lower() if known or "-" in word else bare.capitalize() + mark + ending.lower()


def _is_compound(small: str) -> bool:
    """Whether a word is made of two: “henhouse”, “letterbox”."""
    halves = ((small[:at], small[at:]) for at in range(3, len(small) - 2))
    return any(inflection.is_word(one) and inflection.is_word(other) for one, other in halves)


def _unshouted_quote(quote: str) -> str:
    words = quote[1:-1].split(" ")
    kept = [unshouted(word) if word.strip(",.!?").isupper() and len(word) > 1 else word for word in words]
    kept = [_short().get(word.casefold(), word) if word in ("w/", "&", "+") else word for word in kept]
    kept = [in_words(int(word)) if _DIGITS.fullmatch(word) else word for word in kept]
    return f"“{' '.join(kept)}”"


def _for_so_long(tokens: Sequence[Token]) -> list[Token]:
    """“hauled buckets to the mules eleven years” is for eleven years."""
    out: list[Token] = []
    for at, token in enumerate(tokens):
        following = tokens[at + 2].small if at + 2 < len(tokens) else ""
        is_stretch = at > 1 and at + 1 < len(tokens) and is_count(token.small) and tokens[at + 1].small in _UNITS
        before = tokens[at - 1].small if at else ""
        leads = (
            listed("prepositions")
            | listed("determiners")
            | {"every", "ev", "another", "took", "lasted", ",", "was", "were", "is", "lost", "and"}
        )
        is_taken = any(one.small in ("took", "takes", "taken", "lasted", "cost") for one in tokens[max(at - 3, 0) : at])
        if (
            is_stretch
            and not is_taken
            and following not in _NO_STRETCH
            and before not in leads
            and not before.isdigit()
        ):
            out.append(Token("for"))
        out.append(token)
    return out
