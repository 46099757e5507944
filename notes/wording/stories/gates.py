"""Gates: what of a cell is the office's own, and what is nothing to be told at all."""

import re
from collections.abc import Sequence
from functools import cache

from notes.resources import table_beside
from notes.wording.cautions import is_dark_remark
from notes.wording.details.gathering import is_secret
from notes.wording.details.shorthand import listed as shorthand
from notes.wording.details.wordbook import is_of_an_order
from notes.wording.plans.saying import is_troubled

_OF_THE_OFFICE = re.compile(
    r"\b(?:has|have|got) (?:\w+ of )?(?:our|my) (?!heart|word|vote|thanks)|^still no "
    r"|\bour [\w ]+ (?:is|are) (?:still )?(?:in|at|there|here)\b"
    r"|^not (?:in|if|on|at|before|after|to|for|until|with)\b"
    r"|\bleft (?:an?|his|her|the|their|your) [\w’ ]+ (?:here|behind)$"
    r"|[$£€]\s?\d|\d\s?%|#\s?\d|\b(?:inv|po|file|lot|ref)\.? ?\d|https?:|@\w|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b"
    r"|\b\d+x\d+|\b(?:shoe|ring|collar|hat|glove|waist|dress|in|takes|wears) size\b"
    r"|^size\b|\bsize$|\bsizes? (?:\d|small|medium|large|up|down)",
    re.I,
)
# What is not true for long, or only on one day.
_PASSING = re.compile(
    r"(?<!than )(?<!as )\b(?:today|yesterday|tomorrow|tonight|this (?:morning|week|month|weekend)"
    r"|last (?:week|night|month|weekend)|next (?:week|month)|right now|at the moment|the other day|just now)\b",
    re.I,
)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = table_beside(__file__, "words.toml")[name]["anywhere"]
    ways = "|".join(re.escape(word).replace(r"\*", r"[\w’]*") for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w’/])(?:{ways})(?![\w’/])", re.IGNORECASE)


def is_private(text: str) -> bool:
    """Whether a cell tells what nobody would want to read of themselves, or was told in confidence.

    >>> is_private("told nobody, not even Tom"), is_private("told everybody")
    (True, False)
    """
    return _pattern("private").search(text) is not None or is_secret(text)


def holds_back(text: str, parts: Sequence[str], *, jotted: bool) -> bool:
    """Whether nothing of a cell is told: what is said in it in confidence or sorrow may be in every clause.

    Jottings are of one matter after another; there only the gravest are a reason to tell none of them.
    """
    if jotted:
        is_hushed = any(_HUSH.search(part) and len(part.split()) <= _ALONE for part in parts)
        return is_hushed or _pattern("whole").search(text) is not None
    return is_private(text) or any(is_dark_remark(without_good_causes(part)) for part in parts)


def held_pieces(pieces: Sequence[str]) -> frozenset[int]:
    """The places of the pieces of a jotting that are not told: what is private, and what “not a word” is said of."""
    private = {at for at, said in enumerate(pieces) if is_private(said)}
    mourned = {name for said in pieces if is_dark_remark(without_good_causes(said)) for name in _NAMES.findall(said)}
    private |= {at for at, said in enumerate(pieces) if mourned & set(_NAMES.findall(said))}
    hushed = {at - 1 for at, said in enumerate(pieces) if is_secret(said) or _HUSH.search(said)}
    return frozenset(private | hushed | {at + 1 for at in hushed})


_ALONE = 4  # words of a piece that only says that another is not to be told
_NAMES = re.compile(r"\b[A-Z][a-z’]+\b")
_HUSH = re.compile(
    r"\b(?:shh+|hush|keep it that way|say nothing|not a word|isn’t to know|not to (?:know|hear|see (?:it|this|that))"
    r"|don’t (?:ask|tell|mention|say)|stay out of it|steer clear|thinks (?:it’s|he|she|they|we))\b",
    re.I,
)
_GOOD_CAUSE = re.compile(
    r"\b(?:for|in aid of|to) (?:the |a |our |her |his )?(?:[a-z]+ )?(?:hospice|cancer (?:research|charity|ward)"
    r"|food bank|charity|heart (?:fund|foundation)|air ambulance|lifeboat)\b(?: shop)?",
    re.I,
)


def without_good_causes(text: str) -> str:
    """A text without the charity that something was done for, which is no sorrow.

    >>> without_good_causes("abseiled down the tower for the hospice, in the rain")
    'abseiled down the tower, in the rain'
    """
    return re.sub(r" +(?=[,.;]|$)", "", _GOOD_CAUSE.sub("", text))


def is_dark_story(text: str) -> bool:
    """Whether a clause tells of a sorrow, a quarrel, an illness or a wish to be left alone."""
    unquoted = re.sub(r"“[^”]*”", "", text)
    is_sour = _pattern("sour").search(unquoted) is not None or _OF_A_RELATIVE.search(text) is not None
    return is_dark_remark(text) or is_troubled(_without_inscriptions(text)) or is_sour


def _without_inscriptions(text: str) -> str:
    """A clause without what somebody once wrote on a thing, which is no trouble of today.

    >>> _without_inscriptions("somebody had penciled “I hate scales”"), _without_inscriptions("said “I hate scales”")
    ('somebody had penciled “”', 'said “I hate scales”')
    """
    return _INSCRIBED.sub(r"\1“”", text)


_INSCRIBED = re.compile(r"\b((?:pencil|wrote|writ|carv|scratch|paint|engrav|chalk|stitch)[a-z]* )“[^”]*”")


# What a relative wants or claims is between them.
_OF_A_RELATIVE = re.compile(
    r"\b(?:sister|brother|cousin|aunt|uncle|son|daughter|nephew|niece|mother|father|mum|dad|wife|husband|kids|family"
    r"|in-law|stepson|stepdaughter|twin)s?\b(?: in [A-Z]\w+| [A-Z][\w’]+)? (?:still )?"
    r"(?:wants?|claims?|is after|are after|was promised|says? (?:it|that|the) [^,.;]*\b(?:hers|his|theirs|promised)\b)"
    r"|\band wants (?:it|them|the) [^,.;]*back\b|\bwords about\b",
    re.I,
)


def is_an_order(text: str) -> bool:
    """Whether a sentence tells somebody what to do, or what has to be done.

    >>> is_an_order("the movers must use the side door"), is_an_order("is to be married in his father’s suit")
    (True, False)
    """
    return _ORDERS.search(text) is not None


_ORDERS = re.compile(
    r"\b(?:must|should|needs? to|has to be|have to be|is to(?! be\b)|are to(?! be\b)|please"
    r"|don’t forget|make sure"
    r"|side door|back door|front gate|side gate|ring first|call first|(?:park|parking|parks) (?:in|on|at|round|behind)"
    r"|by appointment|to be (?:done|paid|collected|delivered|picked up|billed|booked|fitted)|ask for|use the)\b",
    re.I,
)


def is_nothing_to_tell(clause: str) -> bool:
    """Whether a jotting has a word in it that one does not say to somebody of themselves."""
    return bool(set(re.findall(r"[a-z-]+", _without_inscriptions(clause).casefold())) & shorthand("never"))


def is_the_offices(clause: str) -> bool:
    """Whether a clause is the office's own: money, dates, keys, what it means to do.

    >>> is_the_offices("pays by transfer"), is_the_offices("ring after six"), is_the_offices("rang from the hospital")
    (True, True, False)
    """
    first = re.match(r"[\w’'/]+", clause)
    opens = first is not None and first[0].casefold().replace("'", "’") in _begins()
    return opens or is_of_an_order(clause) or is_the_offices_money(clause)


def is_the_offices_money(clause: str) -> bool:
    """Whether a clause is of money, appointments or what the office thinks of somebody, however it begins.

    >>> is_the_offices_money("still owes for cables"), is_the_offices_money("wants to ride to Rome")
    (True, False)
    """
    return bool(_pattern("office").search(clause) or _OF_THE_OFFICE.search(clause))


@cache
def _begins() -> frozenset[str]:
    return frozenset(table_beside(__file__, "words.toml")["office"]["begins"])


def is_passing(clause: str) -> bool:
    """Whether a clause is true for a few days only."""
    return _PASSING.search(clause) is not None
