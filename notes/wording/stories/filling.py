"""Filling: the small words that a jotting leaves out and everybody hears, “on Sundays”, “for eleven years”, “was”."""

import re
from collections.abc import Sequence

from notes.language import inflection
from notes.language.texts import word_set
from notes.wording.grammar import a
from notes.wording.stories.grammar import is_verb_form, listed
from notes.wording.stories.parts import Form
from notes.wording.stories.tagging import tagged
from notes.wording.stories.tokens import Token
from notes.wording.stories.whole import ACRONYMS, MONTHS, is_count

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
_DAYS_OF_THE_WEEK = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?$")
_WEEKS = word_set("week day night morning evening year month")
_NO_STRETCH = word_set(
    """
    ago old late early fast slow long deep high wide away later before after running straight apart
    """
)
_ORDINAL = re.compile(r"(?:seco|thi|four|fif|six|seven|eigh|nin|ten|eleven|twelf)[a-z]*(?:nd|rd|th)")
_TRIPS = frozenset(["trip", "honeymoon", "vacation", "cruise"])


def filled(tokens: Sequence[Token]) -> list[Token]:
    """The words with what is left out: “turns out” is it turns out, “same thing” the same thing.

    >>> from notes.wording.stories.tokens import joined, tokens_of
    >>> joined(filled(tokens_of("turns out same dog waits at the gate eleven years")))
    'it turns out the same dog waits at the gate for eleven years'
    """
    tokens = _equalled(_for_so_long(tokens))
    out: list[Token] = []
    for at, token in enumerate(tokens):
        if token.text == "." and out:
            continue
        word = _at_the_beginning(tokens) if at == 0 else ""
        word = word or _of_a_time(tokens, at) or _of_one_of_several(tokens, at)
        if word:
            out.append(Token(word, token.space))
        out.append(_in_its_form(tokens, at)._replace(space=token.space or bool(word)))
    return out


def _at_the_beginning(tokens: Sequence[Token]) -> str:
    """What stands before the first word."""
    first, second = tokens[0], tokens[1] if len(tokens) > 1 else Token("")
    if first.text in MONTHS.split("|") and second.text.isdigit():
        return "on"
    if first.text in ACRONYMS - {"UK"} and second.text and is_verb_form(second.text):
        return "the"
    if first.small in ("turns", "turned") and second.small == "out":
        return "it"
    if len(tokens) < _LEAST:
        return ""
    is_before = first.small in _WEEKS and second.small in ("before", "after")
    is_thing = second.small not in listed("times") and inflection.is_noun(second.small)
    return "the" if is_before or (first.small in ("only", "last") and is_thing) else ""


_LEAST = 3  # words of a piece that begins with “the only …”


def _of_a_time(tokens: Sequence[Token], at: int) -> str:
    """What stands before a day, a month or “week two”."""
    token, before = tokens[at], tokens[at - 1].small if at else ""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    is_led = before in _BEFORE_A_MONTH | listed("determiners")
    is_alone = following is None or not following.is_word or following.small in listed("prepositions") | {"and"}
    if at and _DAYS_OF_THE_WEEK.match(token.text) and is_alone and not is_led:
        return "on"
    is_month = token.text in MONTHS.split("|") and not (following is not None and following.small in _TRIPS)
    if at and is_month and not is_led and not before.endswith(("ly", "’s")):
        return "on" if following is not None and following.text.isdigit() and len(following.text) < 3 else "in"
    is_numbered = token.small == "week" and following is not None and is_count(following.small)
    return "in" if is_numbered and before not in ("in", "the") else ""


def _of_one_of_several(tokens: Sequence[Token], at: int) -> str:
    """The article of what there is one of: “the third time”, “the same thing”, “by the time”."""
    small, before = tokens[at].small, tokens[at - 1].small if at else ""
    if small == "time" and before == "by":
        return "the"
    is_led = before in listed("determiners")
    is_counted = _ORDINAL.fullmatch(small) and at + 1 < len(tokens) and inflection.is_noun(tokens[at + 1].small)
    is_same = small in ("same", "best", "worst") and before != "at"
    return "the" if (is_counted or is_same) and not is_led else ""


def _in_its_form(tokens: Sequence[Token], at: int) -> Token:
    """A word with its capital, and a day that comes again as several: “rows Thursday” is on Thursdays."""
    token, before = tokens[at], tokens[at - 1].small if at else ""
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if token.small == "may" and before == "in":
        return token._replace(text="May")
    if token.small == "father" and following == "Christmas":
        return token._replace(text="Father")
    is_day = _DAYS_OF_THE_WEEK.match(token.text) and not token.text.endswith("s")
    if at and is_day and _of_a_time(tokens, at) and tagged(tokens[:1])[0].form is Form.DOES:
        return token._replace(text=f"{token.text}s")
    return token


def _equalled(tokens: Sequence[Token]) -> list[Token]:
    """“the only thing he ever won = a ham” with what stands for the sign: was, or is where all of it goes on."""
    at = next((place for place, token in enumerate(tokens) if token.text == "="), 0)
    words = tagged(tokens)
    if at < _FEWEST_EQUAL or at == len(tokens) - 1:
        return list(tokens)
    if words[at + 1].is_finite:
        return [*tokens[:at], *tokens[at + 1 :]]
    start = max((place + 1 for place in range(at) if tokens[place].text == ","), default=0)
    is_sole = tokens[start].small in _SOLE or (tokens[start].small == "the" and tokens[start + 1].small in _SOLE)
    if any(word.is_finite for word in words[start:at]) and not is_sole:
        return [*tokens[:at], Token(",", False), *_with_article(tokens[at + 1 :])]
    is_over = any(word.form is Form.DID for word in words)
    several = inflection.is_plural(tokens[at - 1].small)
    be = ("were" if several else "was") if is_over else ("are" if several else "is")
    article = [Token("the")] if start and tokens[start].small in _SOLE else []
    return [*tokens[:start], *article, *tokens[start:at], Token(be), *tokens[at + 1 :]]


_FEWEST_EQUAL = 2  # words before the sign: “Newf = Moxie” says too little
_SOLE = frozenset(["only", "last", "first", "best", "favorite", "favourite"])


def _with_article(tokens: Sequence[Token]) -> list[Token]:
    """“gurnard” alone as a gurnard; what tells how something is stays as it is: “purple”."""
    what = tokens[0].text
    kinds = inflection.kinds(what)
    is_thing = "ADJ" not in kinds and (not kinds or (inflection.is_noun(what) and inflection.is_counted(what)))
    is_one = is_thing and len(tokens) == 1 and what.islower() and not inflection.is_plural(what)
    return [Token(a(what).split(" ", 1)[0]), *tokens] if is_one else list(tokens)


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
        is_led = before in leads or before.isdigit() or token.small == "all" or is_taken
        if is_stretch and following not in _NO_STRETCH and not is_led:
            out.append(Token("for"))
        out.append(token)
    return out
