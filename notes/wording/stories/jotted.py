"""Jotted: a cell that was jotted down, as somebody would write it out: nothing shouted, shortened or left out."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from notes.language import inflection
from notes.language.numbers import in_words, ordinal
from notes.language.texts import word_set
from notes.resources import table_beside
from notes.wording.details.shorthand import is_spelled_out, listings
from notes.wording.details.shorthand import listed as shorthand
from notes.wording.details.wordbook import is_he_called
from notes.wording.stories.articles import lacks_one, with_articles
from notes.wording.stories.cast import Cast
from notes.wording.stories.gates import is_the_offices
from notes.wording.stories.grammar import is_verb_form, listed
from notes.wording.stories.tokens import Token, joined, quoted, tokens_of

_SMILES = re.compile(
    r"\s*(?:[:;]-?[)(DP]|\blol\b|\blmao\b|\b(?:ha){1,3}h?\b|\bxx?\b|\bbless (?:him|her|em|them)\b)", re.I
)
_WITHOUT = re.compile(r"(?<!\w)w/o(?:ut)?(?!\w)\s*", re.I)
_NO_END = word_set(
    """
    insp husb dtr dau dr mr mrs ms st mt no approx incl esp asst elem dept ret retd vs gma gpa bro sis
    nbr
    """
)
_AS_IT_STANDS = word_set(
    """
    sat sun wed mar may eve kid kids mon grandkid grandkids
    """
)
_ASIDE = re.compile(r"\s*\([^()]*\)")
_LOUD = re.compile(r"!+")
_ENDS = re.compile(r"\s*;\s*|\s+[-–—]+\s+|\n+|(?<=[\w”’)])[.!?]+\s+|[.!?]+$")
_ACRONYMS = word_set(
    """
    US UK TV AC ER HS UPS DVD CD FBI NASA BBC NHS VHS RV SUV OK DIY PE PTA YMCA VFW AM PM
    """
)
_SAYING = word_set(
    """
    says said hollers hollered shouts shouted yells yelled asks asked goes
    """
)
_SPOKEN = re.compile(r"\b(?:you|your|I|me|my|don’t|let’s)\b", re.I)
_FIRST = re.compile(
    r"(?:our |the |my )?(?:1st|first) (?P<what>job|visit|order|time|call|haircut|lesson|fitting|case|thing)"
    r"(?: was|:| =)? (?P<rest>.+)",
    re.I,
)
_DIGITS = re.compile(r"\d{1,2}")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_UNITS = word_set(
    """
    years year months weeks days hours minutes summers winters nights miles pounds feet
    """
)
_NO_STRETCH = word_set(
    """
    ago old late early fast slow long deep high wide away later before after running straight apart
    """
)


def is_jotted(text: str) -> bool:
    """Whether a cell was jotted down, and not written out.

    >>> is_jotted("spoke once; said “There,” and pointed"), is_jotted("1st job FRONT DOOR, did half + half")
    (False, True)
    """
    shouted = len(re.findall(r"\b[A-Z]{3,}\b", text)) > 1
    is_small = len(re.findall(r"[.!]\s+[a-z]", text)) > 1
    return (
        shouted
        or is_small
        or re.search(r"\b\d\d?/\d\d?\b", text) is not None
        or re.search(r"(?:^|\s)(?:w/|[&+@=]|\d\d?/\d\d?)|!!|\b[b-df-hj-np-tv-xz]{2,}\b", text) is not None
    )


def written_out(text: str, cast: Cast) -> list[tuple[str, list[Token]]]:
    """The pieces of a jotting as they stand, each with its tokens written out; none where it is the office's own."""
    found = []
    you = cast.you.names[0] if cast.you.names and not cast.you.several else ""
    text = re.sub(rf"\b{you[:1]}\.(?=\s+[a-z])", you, quoted(text)) if you else quoted(text)
    for said in pieces(text):
        whole = _without_the_offices(said)
        label, rest = _label(whole)
        found += [
            (said, _opened(one, cast) if one else []) for one in ([label, rest] if label and rest else [label or rest])
        ]
    return found


def _label(said: str) -> tuple[str, str]:
    """What came first, as a sentence of its own, and the rest.

    >>> _label("1st job FRONT DOOR, couldn’t pick"), _label("1st visit was a ewe"), _label("asked for one")
    (('the first job was your FRONT DOOR', 'couldn’t pick'), ('the first visit was a ewe', ''), ('', 'asked for one'))
    """
    match = _FIRST.match(said)
    if not match:
        return "", said
    what, _, rest = match["rest"].partition(", ")
    first = what.split()[0].casefold()
    whose = "" if first[0].isdigit() or _is_count(first) or first in ("a", "an", "the") else "your "
    return f"the first {match['what'].lower()} was {whose}{what}", rest


def pieces(text: str) -> list[str]:
    """The pieces of a jotting that each say one thing.

    >>> pieces("1st job FRONT DOOR (blue), did half + half!! 11 ALL - insp. passed it in 5 min.")
    ['1st job FRONT DOOR, did half + half', '11 ALL', 'insp. passed it in 5 min']
    """
    text = _SMILES.sub(". ", _ASIDE.sub("", text))
    text = re.sub(r"” (?=“)", "”, ", text)
    text = _WITHOUT.sub("without ", text)
    text = re.sub(r"(?<![\w])w/\s*", "with ", text, flags=re.I)
    found, start = [], 0
    for match in _ENDS.finditer(text):
        if _is_inside(text, match):
            continue
        found.append(text[start : match.start()])
        start = match.end()
    found.append(text[start:])
    return [piece.strip(" ,.;") for piece in found if piece.strip(" ,.;")]


def _is_inside(text: str, match: re.Match[str]) -> bool:
    """Whether what looks like an end is within a quotation, or only ends a word that is cut short."""
    before = text[: match.start()]
    if before.count("“") > before.count("”"):
        return True
    word = re.search(r"[\w’/-]+$", before)
    is_stop = match[0].startswith(".") and match.end() < len(text)
    if not word or not is_stop:
        return False
    is_initial = len(word[0]) == 1 and word[0].isupper()
    return is_initial or word[0].casefold() in _NO_END


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
    tokens = _spoken(tokens_of(_LOUD.sub("", said)))
    words = [_word(tokens, at, cast) for at in range(len(tokens))]
    return with_articles(_said_in_full(_for_so_long(_retokenised(tokens, words))))


def _said_in_full(tokens: list[Token]) -> list[Token]:
    """What a jotting leaves out and everybody hears: “turns out” is it turns out, “same thing” the same thing."""
    out: list[Token] = []
    tokens = _joined_by_and(tokens)
    for at, token in enumerate(tokens):
        before = tokens[at - 1].small if at else ""
        if token.small == "may" and before == "in":
            token = token._replace(text="May")  # noqa: PLW2901 - the month
        if (
            token.small == "week"
            and at + 1 < len(tokens)
            and _is_count(tokens[at + 1].small)
            and before not in ("in", "the")
        ):
            out.append(Token("in"))
        if at == 0 and token.text in _MONTHS.split("|") and tokens[1:2] and tokens[1].text.isdigit():
            out.append(Token("on", False))
        if at == 0 and token.text in _ACRONYMS - {"UK"} and is_verb_form(tokens[1].text if len(tokens) > 1 else ""):
            out.append(Token("the", False))
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
    return _short().get(before, before).capitalize() in _MONTHS.split("|")


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
    if not bare.isupper() or bare in _ACRONYMS or (len(bare) == 1 and bare not in ("A",)):
        return f"{bare}{mark}{ending.lower()}" if bare.isupper() else word
    small = bare.casefold()
    if is_he_called(small) is not None and not inflection.is_word(small):
        return f"{bare.capitalize()}{mark}{ending.lower()}"
    known = inflection.is_word(small) or small in _small() or inflection.lemma(small) or _is_compound(small)
    if not known and len(bare) < 4:
        return word
    return word.lower() if known or "-" in word else bare.capitalize() + mark + ending.lower()


def _is_compound(small: str) -> bool:
    """Whether a word is made of two: “henhouse”, “letterbox”."""
    halves = ((small[:at], small[at:]) for at in range(3, len(small) - 2))
    return any(inflection.is_word(one) and inflection.is_word(other) for one, other in halves)


@cache
def _small() -> frozenset[str]:
    names = ("subjects", "determiners", "prepositions", "conjunctions", "subordinators", "adverbs", "auxiliaries")
    return frozenset().union(*(listed(name) for name in names)) | {"him", "her", "them", "me", "us", "not", "his"}


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
        is_stretch = at > 1 and at + 1 < len(tokens) and _is_count(token.small) and tokens[at + 1].small in _UNITS
        before = tokens[at - 1].small if at else ""
        leads = (
            listed("prepositions")
            | listed("determiners")
            | {"every", "ev", "another", "took", "lasted", ",", "was", "were", "is", "lost", "and"}
        )
        if is_stretch and following not in _NO_STRETCH and before not in leads and not before.isdigit():
            out.append(Token("for"))
        out.append(token)
    return out


def _is_count(small: str) -> bool:
    return small.split("-", 1)[0] in listed("determiners") and small not in (
        "a",
        "an",
        "the",
        "her",
        "his",
        "my",
        "no",
        "every",
        "each",
        "this",
        "that",
        "these",
        "those",
    )


_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_OF_A_MONTH = re.compile(rf"\b({_MONTHS}) \d{{1,2}}\b")
_UNREAD = re.compile(
    r"[/=@#<>|*_~\[\]{}%$£€]|\d[/.:x-]\d|\b[b-df-hj-np-tv-xz]{2,}\b|\b\d{1,2}\b|\b[A-Z]{2,}\b|\b[B-HJ-Z]\b"
)


def is_whole(tokens: Sequence[Token]) -> bool:
    """Whether a piece that was written out is whole: nothing is short, and no article is missing."""
    bare = [token for token in tokens if not token.is_quote and token.text not in _ACRONYMS]
    text = _OF_A_MONTH.sub(r"\1", joined(bare))
    if _UNREAD.search(text) or lacks_one(tokens) or not all(_may_follow(tokens, at) for at in _behind_commas(tokens)):
        return False
    is_left = tokens[0].small == "still" and len(tokens) > 1 and inflection.tells_what_is_done(tokens[1].text)
    if is_left:
        return False  # “still taped on my mirror” says of what in another piece
    return all(_is_known(token) for token in bare if token.is_word and token.text.islower()) and _is_finished(tokens)


def _joined_by_and(tokens: list[Token]) -> list[Token]:
    """“named it, built it a ramp” is named it and built it; nothing is changed where there is an “and” already."""
    commas = [at for at, token in enumerate(tokens) if token.text == ","]
    at = commas[0] if len(commas) == 1 else 0
    is_second = 0 < at < len(tokens) - 1 and is_verb_form(tokens[at + 1].text) and is_verb_form(tokens[0].text)
    if not is_second or any(token.small == "and" for token in tokens[at:]):
        return tokens
    return [*tokens[:at], Token("and"), *tokens[at + 1 :]]


def _is_finished(tokens: Sequence[Token]) -> bool:
    """Whether a piece without a verb is one that may stand by itself: “eleven all”, “a frog in the pool”."""
    small = [token.small for token in tokens]
    people = listed("persons.he") | listed("persons.she") | listed("persons.either") | shorthand("roles")
    has_verb = any(is_verb_form(token.text) or re.search(r"’(?:s|re|ve|d|ll)$", token.small) for token in tokens)
    if has_verb or (tokens[0].is_quote and len(tokens) == 1):
        return True
    if small[0] in ("a", "an") and set(small[1:4]) & people:
        return False
    if _is_count(small[0]) or small[0].isdigit():
        return not {":", "your"} & {*small}
    leads = small[0] == "then" and len(small) < 6
    places = {"in", "on", "at", "under", "round", "around", "with", "for", "behind", "beside", "over", "inside"}
    is_there = (
        small[0] in ("a", "an", "the", "my") and len(small) < 9 and "," not in small and bool(places & {*small[2:4]})
    )
    return leads or is_there


def _behind_commas(tokens: Sequence[Token]) -> list[int]:
    return [at + 1 for at, token in enumerate(tokens[:-1]) if token.text == ","]


def _may_follow(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands behind a comma is more than a word thrown in: “, be gentle”, “, keeping it”."""
    token = tokens[at]
    names = ("determiners", "prepositions", "subjects", "conjunctions", "subordinators")
    if token.is_quote or token.text[:1].isupper() or any(token.small in listed(name) for name in names):
        return True
    is_first_word = token.small.split("’", 1)[0] in listed("subjects") or _is_count(token.small)
    has_and = any(one.small == "and" for one in tokens[at:])
    return is_first_word or (has_and and is_verb_form(token.text))


def _is_known(token: Token) -> bool:
    """Whether a word in small letters is one: “boyf” is none."""
    if token.small in listed("auxiliaries"):
        return True
    small = re.sub(r"(?:n’t|’\w+|’)$", "", token.small)
    parts = [part for part in small.split("-") if part]
    known = [inflection.is_word(part) or part in _small() or _is_count(part) or part in _PLAIN for part in parts]
    return all(known) or (len(small) > 4 and is_spelled_out([small]))


_PLAIN = word_set(
    """
    of in on at to for with from by the an and or but that who as than you your his her him them they
    she he it its we us our my me into onto off out up down over if then this what when how why where
    per la le de du one grandkids grandbabies
    """
)
