"""Saying: whether words of a cell are certain enough to stand in the middle of a sentence of ours."""

import re
from functools import lru_cache

from notes.language import inflection
from notes.language.texts import word_set

_LEFT_OVER = re.compile(
    r"\b\d+(?:st|nd|rd|th)\b"
    r"|\b(?:told|likes?|asked|asks|says|said|notes?|never|not|no longer|without|being|having|had|etc|stuff|re|via|per"
    r"|phew|sore|aching|ache|aches|pain|pains|stiff|injury|surgery|secret|secretly|pen name)\b"
    r"|n['’]t\b|, and |[=/&+<>@#|*_{}\[\]$£€%?!:;…“]|\.\.|(?<!\bSt)(?<!\bMt)(?<!\bDr)(?<!\bMr)(?<!\bMrs)\.",
    re.IGNORECASE,
)
_A_BODYS = re.compile(
    r"(?:the|your|a) (?:\w+ )?(?:shoulder|elbow|knee|hip|thumb|back|neck|wrist|ankle|foot|heart|ear|eye|leg|arm|hand"
    r"|finger|toe|tooth|rib|spine|lung|feet|teeth)s?",
    re.IGNORECASE,
)
_OF_YOURS = re.compile(r"(?<= you) (?:had|have)(?= \w+)|(?<=you’d) had(?= \w+)")  # “the walleye you had caught”
# What one would not have read out to them.
_TROUBLED = re.compile(
    r"\b(?:fret(?:s|ting)?|worr(?:y|ies|ied|ying)|weep(?:s|y)?|cr(?:y|ies|ied|ying)|scared?|fears?|argu(?:es?|ing)"
    r"|feud(?:s|ing)?|quarrel\w*|complain\w*|grumbl\w*|hat(?:es?|ing)|ow(?:es?|ing)|struggl\w*|limp(?:s|ing)?"
    r"|snor(?:es?|ing)|gambl(?:es?|ing)|overdue|cranky|grumpy|moody|nosy|stingy|cheap|frail|unsteady|confused|lonely"
    r"|diabet\w*|allerg\w*|incontinen\w*|dentures?|thinn(?:ing|er)|thin on top|bald(?:ing)?|overweight"
    r"|going gr[ae]y|wrinkles?|deaf|broke|pills?|meds?|medication|hearing aids?|wheelchair|oxygen"
    r"|bad (?:chest|back|knee|hip))\b",
    re.IGNORECASE,
)
# What only means something beside the sentence that it is cut from, or is the office's own.
_LEANS = re.compile(
    r"\b(?:it|them|this|these|those|been|always|my|me|we|us|our|ours|I|and lose|so far|and then)\b|\b[A-Z]\b(?!\.)"
    r"|[’'](?:ve|ll|re)\b|\bthe day (?:one|two|three)\b"
    r"|(?<!in )(?<!since )(?<!from )(?<!of )(?<!by )\b(?:19|20)\d\d$"
    r"|\b(?:shows?|showing|tells?|telling|gives?|giving) (?:everybody|everyone|people)$"
    r"|^(?:just )?(?:(?:up|down|over|in) )?from "
    r"|^going (?:in|into|on|up|under|over|to)\b"
    r"|^(?:the )?(?:to|was|were|will|would|has|have|had|got|not) "
    r"|\b(?:thinks?|thinking|reckon(?:s|ing)?|believ(?:es?|ing)|swear(?:s|ing)?|insist(?:s|ing)?|claim(?:s|ing)?"
    r"|guess(?:es|ing)?) (?!twice)",
)
_AS_A = re.compile(r"\bas (?P<what>[a-z]+)$")  # “lays fire as tower” wants an article
# What hangs on another clause, or says more than one can check: it is left unsaid rather than said wrongly.
_HANGS_ON = re.compile(
    r"\b(?:when|whenever|while|if|because|that|what|how|who|whom|whose|which|where|why|though|although|unless|whether"
    r"|can|could|may|might|must|should|would|will|had|you|yourself|he|she|they|him)\b"
    r"|\b(?:before|after|until|till|since|than|so|as|like) (?:you|he|she|it|they|we|I|(?-i:[A-Z]))"
    r"|(?<!at )(?<!on )(?<!the )(?<!all )(?<!most )(?<!every )(?<!of )\b(?:nights|days|mornings|evenings|weekends)$"
    r"|\b(?:early|too|again|instead|anyway|anyhow|though|still|so|ever|yet|twice|once|down|off|away|after|afterwards?|before|beforehand)$"
    r"|\b(?:the|your|a|an) \w+ (?:picked|done|paid|booked|ordered|sorted|ready|finished|chosen|fixed|measured|planned)$"
    r"|^(?:twice|once|almost|nearly|only|just|mostly|maybe|perhaps)\b",
    re.IGNORECASE,
)
MOST_IN_FULL = 10  # words of what is said in full
_AS_AN_ADJECTIVE = word_set(
    """
    used painted stained knitted baked fried smoked dried pressed carved dyed woven mixed restored retired broken cooked
    iced homemade handmade lost grown raised stuffed roasted grilled salted pickled spoken written printed recycled
    framed bound spotted speckled striped potted cut forced fallen hidden frozen
    """
)
_CUT_OFF = word_set(
    """
    of in at on to for with from by the a an and or but that who which when as than his her their my our your
    is are was were since so yet till until exc except
    """
)
_BEGINS_WELL = re.compile(r"[^\W_]|’\d\d")
_NUMBER_BEHIND_A_NAME = re.compile(r"\b[A-Z][\w’-]+ \d{1,3}\b")
_SHOUTED = re.compile(r"\b[A-Z]{4,}\b|\b[A-Z]\d+s?\b")
_SHORTENED = re.compile(r"\b(?=\w{2,5}\b)[b-df-hj-np-tv-xz]{2,5}\b|\b[b-df-hj-np-tv-xz]{4,}")
_SHORT = re.compile(r"(?<![\w’-])[a-z]{2,4}(?![\w’-])")
_SHORT_WORDS = word_set(
    """
    of in at on to for with from by the an and or but that who as than you your his her him them they she he
    it its we us our my me into onto off out up down over if then this what when how why where per la le de du
    des el von van der den al una uno i ii iii jr sr am pm one two four five six nine ten both all any each
    some such own
    """
)
MOST_WORDS = 14


def is_troubled(words: str) -> bool:
    """Whether words tell of an illness, a worry or a fault that one would not have read out."""
    return _TROUBLED.search(words) is not None


@lru_cache(maxsize=10_000)
def is_sayable(words: str) -> bool:
    """Whether words are whole: nothing is cut off, shouted, shortened or denied in them, and no header is left in them.

    >>> [is_sayable(words) for words in ("the lever harp", "the told you", "a walk with", "the coat being left long")]
    [True, False, False, False]
    >>> is_sayable("the weathered frame"), is_sayable("thrifts ugly lamps")
    (True, False)
    """
    words = _OF_YOURS.sub("", words)
    parts = words.split()
    if len(parts) > 1 and inflection.is_plural(parts[0]) and inflection.kinds(parts[1]) == ("ADJ",):
        return False  # “thrifts ugly lamps”
    if _LEANS.search(words) or any(_tells_of_a_deed(*two) for two in _beginnings(words)):
        return False
    if not parts or len(parts) > MOST_WORDS or not _BEGINS_WELL.match(words):
        return False
    if (
        _A_BODYS.fullmatch(words)
        or parts[-1].casefold() in _CUT_OFF
        or _LEFT_OVER.search(words)
        or _TROUBLED.search(words)
        or _SHOUTED.search(words)
    ):
        return False
    if (bare := _AS_A.search(words)) and inflection.is_noun(bare["what"]) and not inflection.is_plural(bare["what"]):
        return False
    if _NUMBER_BEHIND_A_NAME.search(words) or _SHORTENED.search(words):
        return False
    return all(inflection.is_word(word) or word in _SHORT_WORDS for word in _SHORT.findall(words))


@lru_cache(maxsize=10_000)
def is_sayable_in_full(words: str) -> bool:
    """Whether what somebody does, has or is can be said to them in full: one plain thing, and nothing that hangs on it.

    >>> [is_sayable_in_full(words) for words in ("keeping bees", "getting you to chapel", "driving milk truck nights")]
    [True, False, False]
    """
    return is_sayable(words) and len(words.split()) <= MOST_IN_FULL and not _HANGS_ON.search(words)


def _beginnings(words: str) -> list[tuple[str, str]]:
    """The first two words of each part between commas, without an article before them; of the first part the first."""
    parts = [part.split() for part in words.split(", ")]
    bare = [part[1:] if part and part[0].casefold() in ("the", "a", "an") else part for part in parts]
    return [
        (said[0], said[1] if at else "")
        for at, (part, said) in enumerate(zip(parts, bare, strict=True))
        if len(said) > 1 and not (part is not said and _is_made_so(*said[:2]))
    ]


def _is_made_so(word: str, thing: str) -> bool:
    """Whether a word behind an article is what was done to the thing behind it: “the weathered frame”."""
    verb = inflection.lemma(word) if word.islower() else ""
    return bool(verb) and word.endswith("ed") and word == inflection.done(verb) and inflection.is_noun(thing)


def _tells_of_a_deed(word: str, behind: str) -> bool:
    """Whether a word is what somebody does or did, and no thing: “loses”, “watched”, but not “birds” or “painted”.

    `behind` tells where the word may be either: “plays Lincoln” and “plays the fool” are no plays.
    """
    verb = inflection.lemma(word) if word.islower() else ""
    if not verb or word == verb or word in _AS_AN_ADJECTIVE:
        return False
    does, did = word == inflection.does(verb), word in (inflection.did(verb), inflection.done(verb))
    is_doing = behind[:1].isupper() or behind in ("the", "a", "an", "his", "her", "their", "your")
    return (does or did) and (is_doing or not inflection.is_noun(word))
