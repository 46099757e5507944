"""Accounts: what a jotting says, clause after clause, said back to whoever it is about as one says it to them.

“reffed HS basketball 30 yrs, hung up the whistle in March” is “You reffed high school basketball for thirty years and
hung up the whistle in March.” Of “tortoise Don Pepe fell in pool July, I got him out” it is Don Pepe who fell. What no
verb tells is a thing, and leads: “Thirty-eight lighthouses so far, and Eli keeps the log.” A clause of which nobody can
tell who does it, or that is the office's own, is left out, and with it whatever leans on it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from notes.language import inflection
from notes.wording.accounts.clauses import read_clauses
from notes.wording.accounts.naming import Clause, Who, is_no_more, names_of, somebody_named
from notes.wording.accounts.rewriting import listed_here, parted
from notes.wording.details.shorthand import listed as shorthand
from notes.wording.details.wordbook import animals, is_he_called, relations
from notes.wording.stories.cast import Cast
from notes.wording.stories.choosing import names_a_thing, names_somebody
from notes.wording.stories.grammar import listed
from notes.wording.stories.jots import Jot
from notes.wording.stories.parts import is_number
from notes.wording.stories.retelling import sentence
from notes.wording.stories.tagging import tagged
from notes.wording.stories.tokens import tokens_of
from notes.wording.stories.whole import MONTHS

MOST = 34  # words of an account
FEWEST = 3
MOST_CLAUSES = 4
LABEL = 4  # words of what may be left out before an account: “potter, made …”
SHORT = 16  # words of two things that somebody does, said in one breath
MANNERS = ("deed", "habit", "under way", "others", "ours", "thing", "to come")
DEED, HABIT, UNDER_WAY, OTHERS, OURS, THING, TO_COME = MANNERS


@dataclass(frozen=True, slots=True)
class Account:
    """What a jotting says, said back: a sentence, and from which of its pieces to which."""

    text: str
    start: int
    end: int
    manner: str = ""  # one of MANNERS
    is_over: bool = False
    is_clause: bool = False  # whether it begins with what somebody does, and not with a thing

    @property
    def clause(self) -> str:
        """What it says, within a sentence: “you keep bees on the roof of the bank”; "" of a thing."""
        if not self.is_clause or ":" in self.text:
            return ""
        said = self.text.removesuffix(".").removesuffix("!")
        said = f"{said[:-2]}”" if said.endswith(".”") else said
        return (
            said
            if re.match(r"(?:I|[A-Z][\w’]+ (?:and )?)", said) and not _OWN_WORD.match(said)
            else said[:1].lower() + said[1:]
        )

    @property
    def is_shared(self) -> bool:
        """Whether whoever signs was in it: then one says it as both remember it."""
        return re.search(r"\b(?:I|we|me|us|my|our)\b", self.text) is not None


_OWN_WORD = re.compile(r"(?:You|Your|The|An?|In|At|On|Now|One|Two|Three|Four|Five|Six|Every)\b")


def account_of(jot: Jot) -> Account | None:
    """What a jotting says, as one says it to whoever it is about; None where nothing of it can be said so.

    >>> account_of(Jot(("sang in the choir 30 yrs, hung up the robe in March",), ("",))).text
    'You sang in the choir for thirty years and hung up the robe in March.'
    """
    return _account_of(jot, jot.cast)


def may_be_of_another(before: Jot | None, jot: Jot) -> bool:
    """Whether an animal that was named before it may have done what a jotting says without a word of who did it."""
    if before is None or len(before.said) > 1 or before.place != jot.place:
        return False
    told = account_of(before)
    is_of_you = told is not None and told.manner in (DEED, HABIT)
    words = re.findall(r"[a-z]+", before.text.casefold())
    return (
        not is_of_you and not (animals().keys() | listed("persons.animals")).isdisjoint(words) and _leaves_out_who(jot)
    )


def _leaves_out_who(jot: Jot) -> bool:
    """Whether a jotting begins with what an animal might have done, and does not say who did.

    >>> [_leaves_out_who(Jot((text,), (text,))) for text in ("ate the judge’s hat", "she ate it")]
    [True, False]
    """
    words = tagged(tokens_of(jot.parts[0]))
    return bool(words) and words[0].is_finite and inflection.lemma(words[0].small) in listed_here("of_animals")


@lru_cache(maxsize=10_000)
def _account_of(jot: Jot, cast: Cast) -> Account | None:
    clauses = list(read_clauses(parted(jot.said[0]), cast))
    at_first = len(clauses)
    if len(jot.said) > 1:
        behind = list(read_clauses([*parted(jot.said[0]), *parted(jot.said[1])], cast))[at_first:]
        if not clauses or not _leans_on(clauses[-1], behind, jot.said[1]):
            return None  # the second is told by itself
        clauses += [one for one in behind if one is None or one.who is not Who.NOBODY]
    for start, one in enumerate(clauses):
        is_loud = jot.said[0].endswith("!") and len(clauses) == 1 and one is not None and one.who is Who.NOBODY
        if one is None:
            break  # what stands behind something unread may be cut out of it
        if not (is_loud or _leads(one, clauses[start + 1 :])):
            if len(one.text.split()) > LABEL:
                break
            continue
        kept = [*takewhile(lambda it: it is not None, clauses[start : start + MOST_CLAUSES])]
        while kept:
            text = _joined([it for it in kept if it])
            fewest = FEWEST - is_loud if all(it and it.who is Who.NOBODY for it in kept) else FEWEST + 1
            fits = bool(text) and fewest <= len(text.split()) <= MOST and not _DANGLES.search(text)
            if (
                fits
                and _is_clear(text)
                and _is_fit(text, kept, cast)
                and start + len(kept) > at_first * (len(jot.said) > 1)
            ):
                return Account(
                    text, start, start + len(kept), *_manner_of([it for it in kept if it]), one.who is not Who.NOBODY
                )
            kept.pop()
    return None


def _manner_of(clauses: Sequence[Clause]) -> tuple[str, bool]:
    """What an account is of, by the first of its clauses that has a verb, and whether that is over."""
    first = next((one for one in clauses if one.who not in (Who.NOBODY, Who.STATE)), None)
    if first is None:
        return THING, False
    if first.who is not Who.YOU:
        return OURS if first.who is Who.WE else OTHERS, first.is_over
    return UNDER_WAY if first.text.startswith("you’re ") else DEED if first.is_over else HABIT, first.is_over


def _is_fit(text: str, clauses: Sequence[Clause | None], cast: Cast) -> bool:
    """Whether what is said is certain, and worth saying: who “he” is, and no plain fact of what they are or own."""
    verbal = [one for one in clauses if one and one.who not in (Who.NOBODY, Who.STATE)]
    if _UNSURE.search(text) or (len(verbal) == 1 and len(clauses) == 1 and _PLAIN.match(text)):
        return False
    if (not verbal and _DAY_OF_THE_WEEK.search(text)) or _takes_a_name_for_a_thing(text, cast):
        return False
    pronouns = {match.casefold() for match in _THIRD.findall(re.sub(r"“[^”]*”", "", text))}
    if not pronouns or re.search(r"\b(?:call|called|name|named) (?:him|her)\b", text):
        return True
    is_male = not pronouns.isdisjoint(("he", "him", "his", "himself"))
    is_female = not pronouns.isdisjoint(("she", "her", "hers", "herself"))
    if is_male and is_female:
        return False
    named = (is_he_called(name.casefold()) for name in re.findall(r"\b[A-Z][a-z]+\b", text))
    return cast.you.he is (not is_male) or (cast.you.he is None and is_male in named)


def _takes_a_name_for_a_thing(text: str, cast: Cast) -> bool:
    """Whether a sentence begins with a thing that somebody near is called: “The moose nips at feet” of a dog Moose."""
    match = _THE_THING.match(text)
    return match is not None and any(
        match[1].casefold() == name.casefold() for who in cast.people for name in who.names
    )


_THE_THING = re.compile(r"(?:The|An?|Your) ([A-Za-z]+)\b")
# What is only a class and its day is no account of anything: “A tap on Wednesdays!”
_DAY_OF_THE_WEEK = re.compile(r"^(?:An? )?(?:[\w’-]+ ){1,3}on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?!$")
_THIRD = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself)\b", re.I)
_UNSURE = re.compile(
    r"^[A-Z][a-z-]+ years!$"
    r"|^(?:Your|The|An?) [a-z]+ (?:let|taken|cut|put|kept|left|set|made) (?:out|in|up|down|into|off)\b"
    r"|\b(?:gave|made|brought|built|bought|sent|got) (?:us |me |you )?an? [a-z]+ one\b"
    r"|\bthe ones? (?:about|with|that|on|for|from|in)\b|\b(?:see|saw|buy|find|found|get|have|try|want|make|made) one"
    r" (?:that|which|with|of|in)\b"
    r"|^You say “(?:so|and|but|no|yes|neither|me|that|not|because|only)\b"
    r"|\d(?:st|nd|rd|th)\b|\basked (?:is|are|was|does|can)\b|\b(?:card|EBT|cash|check|cheque)\b|[A-Z]{3,}"
)
_PLAIN = re.compile(r"You (?:own|have|teach|coach|run|lead|work|live|drive|sell|love|like|collect|want)\b(?!.*[“\d])")


def _leans_on(first: Clause | None, behind: Sequence[Clause | None], said: str) -> bool:
    """Whether clauses are told of what was named before them: “it was”, or “Moose won’t sit still in it”."""
    if first is None or first.who is Who.NOBODY or not behind or behind[0] is None:
        return False
    told = next((one.text for one in behind if one and one.who not in (Who.NOBODY, Who.STATE)), "")
    is_named = " is called " in first.text
    is_on_it = all(re.match(r"(?:it|they|he|she)\b", one) for one in (said, told))
    return is_on_it or (is_named and bool(_IN_SOMETHING.search(told)))


_IN_SOMETHING = re.compile(r"\b(?:in|on|under|inside|behind|to|for|with) (?:it|them)\b")


_POINTING = re.compile(r"(?<!’)\b(?:it|them|they|he|she|him|her)\b")


def _is_clear(text: str) -> bool:
    """Whether what a sentence points at is named before in it."""
    plain = re.sub(r"“[^”]*”", "“”", text)
    for match in _POINTING.finditer(plain):
        before = " ".join("they" if word.casefold() in relations() else word for word in plain[: match.start()].split())
        is_it = match[0] in ("it", "them", "they")
        if is_it and _OF_NOTHING.match(plain, match.start()):
            continue
        is_thing = names_a_thing(before) or re.search(r"\bthe [A-Z]", before) is not None
        if not (is_thing if is_it else is_thing or names_somebody(before)):
            return False
    return True


_OF_NOTHING = re.compile(r"it(?: (?:your|my|our)sel|’s (?:all|been)| (?:was|took|takes|rained|snowed|went|turned)\b)")


_DANGLES = re.compile(r"\b(?:and|or|with|the|a|an|your|to|of|from)[.!]$")


def _leads(one: Clause, behind: Sequence[Clause | None]) -> bool:
    """Whether an account may begin with a clause."""
    if one.who is Who.STATE:
        return False
    if one.who is Who.NOBODY:
        verbal = (it for it in behind if it is None or it.who not in (Who.NOBODY, Who.STATE))
        following = next(verbal, None)
        if _is_left_out(one, following):
            return False
        return following is not None or says_enough(one.text)
    return not _LEANS.match(one.text)


_LEANS = re.compile(
    r"(?:it|they|he|she|and|but|so|then|both|all|one(?! of you)|the other|that’s|there|every ?one|mine|ours)\b", re.I
)


def _is_left_out(one: Clause, following: Clause | None) -> bool:
    """Whether what is named before a clause only says what somebody is: “potter, made …”, “dog Moose, won’t …”."""
    if following is None:
        return False
    words = one.text.split()
    points = re.search(r"\b(?:it|them|one)\b", following.text) is not None
    is_role = bool({word.casefold() for word in words} & (shorthand("roles") | listed_here("roles")))
    named = somebody_named().match(one.text)
    is_of_them = named is not None and is_no_more(named["rest"]) and following.text.startswith(names_of(named))
    return is_of_them or is_role or (len(words) < 3 and not points and not says_enough(one.text))


def says_enough(text: str, fewest: int = FEWEST) -> bool:
    """Whether a thing alone is worth saying: it has a number, or a name, and something besides."""
    words = text.split()
    named = somebody_named().match(text)
    if len(words) < fewest or (named and is_no_more(named["rest"])) or text.endswith("this time"):
        return False
    has_name = any(word[:1].isupper() and word[1:].islower() for word in words)
    plain = [word for word in words if word.islower() and word not in ("the", "a", "an", "of", "and", "your", "only")]
    is_first = "first" in words and len(words) > FEWEST
    return bool(plain) and (has_name or is_first or _has_number(words))


def _has_number(words: Sequence[str]) -> bool:
    return any(is_number(word.casefold()) for word in words)


def _joined(clauses: Sequence[Clause]) -> str:
    """The clauses as one says them: “…, and …”."""
    first, *rest = clauses
    if all(one.who in (Who.NOBODY, Who.STATE) for one in clauses):
        told = [first.text, *(one.text for one in rest if says_enough(one.text, FEWEST - 1))]
        text = ", ".join(told)
        return f"{text[:1].upper()}{text[1:]}!" if _is_apart(text) else ""
    told = []
    before: Clause | None = None
    for one in clauses:
        if one.who is Who.STATE or (one.who is Who.NOBODY and told):
            if told:
                told[-1] += _tacked_on(one)
            continue
        text = one.text
        is_same = before is not None and before.who is one.who is Who.YOU and before.is_over == one.is_over
        told.append(text.removeprefix("you ") if is_same and not text.startswith("you’") else text)
        before = one
    text = told[0]
    if len(told) > 2 and first.who is Who.NOBODY:
        text = f"{told[0]}: {', '.join(told[1:-1])}, and {told[-1]}"
    elif len(told) > 1:
        is_one = len(told) == 2 and told[1] != before.text and len(" ".join(told).split()) < SHORT if before else False
        text = f"{', '.join(told[:-1])}{' and' if is_one and ',' not in told[0] else ', and'} {told[-1]}"
    return sentence(text) if _is_apart(text) else ""


def _tacked_on(one: Clause) -> str:
    """What stands behind a clause that says how or how many: “, on the fourth go”, “, thirty-eight so far”."""
    if match := _AT_A_GO.match(one.text):
        return f", {_LED_BY.get(match['go'], 'on')} {one.text}"
    if match := _RUNNING.match(one.text):
        return f", for the {match[1]}"
    if _IN_A_MONTH.search(one.text):
        return ""  # it is of another day than what stands before it
    is_one_of_them = re.match(r"one (?:called|named)|(?:the )?only [A-Z]", one.text)
    if one.who is Who.STATE or is_one_of_them or says_enough(one.text, FEWEST - 1):
        return f", {one.text}"
    return ""


_IN_A_MONTH = re.compile(rf"\bin (?:{MONTHS})$")


_AT_A_GO = re.compile(r"the [a-z]+ (?P<go>go|try|attempt|round|lap|game)$")


_RUNNING = re.compile(r"(?:the )?([a-z]+ (?:year|time|month|week) running)$")
_LED_BY = {"attempt": "at", "round": "in", "lap": "on", "game": "in"}


def _is_apart(text: str) -> bool:
    """Whether nothing in a sentence shows that a word is wrong: no “a things”."""
    if re.search(r"\bdrive [a-z ]+ and (?!the |a |your )[a-z]+s\b", text):
        return False  # “drives school bus + lawns”
    several = (match[1] for match in re.finditer(r"\ban? ([a-z]+)\b", text))
    return not any(inflection.is_plural(word) and word not in listed_here("one_of_many") for word in several)
