"""Voice: a passage as several people would say it, and as it is spelled on this side of the ocean or the other."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from notes.resources import table_beside
from notes.settings import Settings

_BRITISH = frozenset(["GB", "AU", "NZ", "ZA", "IN", "SG", "HK", "MT"])
_TEAM = re.compile(
    r"\s(?:&|and|\+)\s|,\s|^(?:the|everyone|everybody|all)\b|\bteam\b|\bfamily\b|\bstaff\b|\bcrew\b", re.IGNORECASE
)
_QUOTED = re.compile(r"(“[^”]*”)")
_OF_ONE = re.compile(r"\b(?:I|me|[Mm]y|[Mm]ine|myself)\b")


def _changes(*changes: tuple[str, str]) -> Sequence[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern), by) for pattern, by in changes]


_WE = _changes(
    (r"\bI['’]m\b", "we’re"),
    (r"\bI am\b", "we are"),
    (r"\bam I\b", "are we"),
    (r"\bI was\b", "we were"),
    (r"\bwas I\b", "were we"),
    (r"\bI wasn['’]t\b", "we weren’t"),
    (r"\b(I\b[^.?!;]*,? (?:and|but) )was\b", r"\1were"),
    (r"\bI\b", "we"),
    (r"\bmyself\b", "ourselves"),
    (r"\bme\b", "us"),
    (r"\bmy\b", "our"),
    (r"\bMy\b", "Our"),
    (r"\bmine\b", "ours"),
    (r"\bMine\b", "Ours"),
)
_SENTENCE = re.compile(r"(^|[.?!…][”)]?\s+\(?|“)(we|ours?|are we)\b")


def is_of_several(signer: str, business: str) -> bool:
    """Whether more than one signs, so that a note says “we”.

    >>> [is_of_several(signer, "Miter & Moss") for signer in ("Nora & Walt", "Dr. Beth Halloran", "")]
    [True, False, True]
    """
    return not signer or signer == business or _TEAM.search(signer) is not None


def region_of(settings: Settings) -> str:
    """The side of the ocean on which the business writes."""
    country = settings.business.country
    return "ie" if country == "IE" else "gb" if country in _BRITISH else "us"


@lru_cache(maxsize=10_000)
def as_we(text: str) -> str:
    """What one person says, said by several; somebody else says what is in quotes.

    >>> as_we("I’m glad. Tell me, and I’ll pass on my best.")
    'We’re glad. Tell us, and we’ll pass on our best.'
    >>> as_we("I thought of you, and was glad of it.")
    'We thought of you, and were glad of it.'
    >>> as_we("I’d say “I told you so” myself.")
    'We’d say “I told you so” ourselves.'
    """
    parts = _QUOTED.split(text)
    for at, part in enumerate(parts):
        if not part.startswith("“") and _OF_ONE.search(part):
            parts[at] = _changed(part, _WE)
    return _SENTENCE.sub(lambda match: match[1] + match[2][0].upper() + match[2][1:], "".join(parts))


_I = _changes(
    (r"\bwe[’']re\b", "I’m"),
    (r"\bWe[’']re\b", "I’m"),
    (r"\b[Ww]e are\b", "I am"),
    (r"\b[Ww]e were\b", "I was"),
    (r"\b[Ww]e\b", "I"),
    (r"(?<!\bof )\bus\b", "me"),
    (r"\bour\b", "my"),
    (r"\bOur\b", "My"),
    (r"\bourselves\b", "myself"),
    (r"\bours\b", "mine"),
)
_BOTH = re.compile(
    r"\bwe[’']ve (?:only just )?met\b|\b(?:time|when|until|till|before|as) we\b|\bwe[’']ll get along\b|\beach other\b"
    r"|\bbetween us\b|\b(?:neither|both|two|all|rest) of us\b"
    r"|\bwe[’'](?:re|ve) [^.?!]*(?:strangers|neighbou?rs|friends|together)\b",
    re.IGNORECASE,
)
_FROM_ME = re.compile(r"\bI\b")
_WE_DO = re.compile(r"\bwe\b", re.IGNORECASE)


@lru_cache(maxsize=10_000)
def as_one(text: str) -> str:
    """What somebody says who signs alone; “next time we talk” is said of two, and so is “we” beside an “I”.

    >>> as_one("Tell Otis we asked. We’re glad you came to us."), as_one("Next time we talk, bring our map.")
    ('Tell Otis I asked. I’m glad you came to me.', 'Next time we talk, bring our map.')
    >>> as_one("I think we’ll get along."), as_one("We’ve only just met.")
    ('I think we’ll get along.', 'We’ve only just met.')
    >>> as_one("Now that I know about sea stories, we’re hardly strangers.")
    'Now that I know about sea stories, we’re hardly strangers.'
    """
    if _BOTH.search(text) or (_FROM_ME.search(text) and _WE_DO.search(text)):
        return text
    return _changed(text, _I)


RETOLD = "\u2063"  # stands behind what the office has written in its own voice


def voiced(text: str, *, we: bool) -> str:
    """A text as whoever signs says it; up to the mark of what is retold “our” stays, even if one signs alone.

    >>> voiced(f"You rang our bell.{RETOLD} We heard it.", we=False)
    'You rang our bell. I heard it.'
    >>> voiced(f"You rang our bell.{RETOLD} I heard it.", we=True)
    'You rang our bell. We heard it.'
    """
    told, _, said = text.rpartition(RETOLD)
    return as_we(told + said) if we else told + as_one(said)


def _changed(text: str, changes: Sequence[tuple[re.Pattern[str], str]]) -> str:
    for pattern, by in changes:
        text = pattern.sub(by, text)
    return text


def spelled(text: str, region: str) -> str:
    """A text as it is spelled in a region.

    >>> spelled("My favorite color. Gray, or grey?", "gb"), spelled("My favorite color", "us")
    ('My favourite colour. Grey, or grey?', 'My favorite color')
    """
    if region == "us":
        return text
    return _american().sub(lambda match: _cased(match[0], _british()[match[0].casefold()]), text)


@cache
def _british() -> dict[str, str]:
    return dict(table_beside(__file__, "spelling.toml")["british"])


@cache
def _american() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(_british(), key=len, reverse=True))
    return re.compile(rf"(?<![\w’'])(?:{words})(?![\w])", re.IGNORECASE)


def _cased(model: str, word: str) -> str:
    return word[0].upper() + word[1:] if model[0].isupper() else word
