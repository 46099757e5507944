"""Pieces: a cell cut where it says one thing after another, in whole clauses or as it was jotted down."""

import re

from notes.language.numbers import in_words
from notes.language.texts import word_set
from notes.wording.stories.gates import is_private
from notes.wording.stories.parts import Form, forms
from notes.wording.stories.whole import is_count

_ENDS_A_CLAUSE = re.compile(r"\s*;\s+|(?<=[\w”)])[.!]\s+(?=[“A-Za-z])")
_INITIAL = re.compile(r"\b(?:[A-Z]|St|Mr|Mrs|Ms|Dr|Mt)$")
_SMILES = re.compile(
    r"\s*(?:[:;]-?[)(DP]|\blol\b|\blmao\b|\b(?:ha){1,3}h?\b|\bxx?\b|\bbless (?:him|her|em|them)\b)", re.I
)
_WITHOUT = re.compile(r"(?<!\w)w/o(?:ut)?(?!\w)\s*", re.I)
_NO_END = word_set(
    """
    inv est acct dep bal appt amt qty ext insp husb dtr dau dr mr mrs ms st mt approx incl esp asst elem dept
    ret retd vs gma gpa bro sis nbr
    """
)
HELD = " #held"  # stands for what was said in brackets and is nobody's to read
_ASIDE = re.compile(r"\s*\([^()]*\)")
LOUD = re.compile(r"!+")
_ENDS = re.compile(r"\s*;\s*|\s+/\s+|\s+[-–—]+\s+|\n+|(?<=[\w”’)])[.!?]+\s+|[.!?]+$")
_FIRST = re.compile(
    r"(?:our |the |my )?(?:1st|first) (?P<what>job|visit|order|time|call|haircut|lesson|fitting|case|thing)"
    r"(?: was|:| =)? (?P<rest>.+)",
    re.I,
)


_GOES_ON = word_set("ever here there in at i we he she they came went was had i’d he’d she’d on with out back ,")


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
        or re.search(r"\b\d\d?/\d\d?\b|\s/\s|(?:^|[;.,] )\d{1,2}(?:st|nd|rd|th)? [a-z]", text) is not None
        or re.search(r"(?:^|\s)(?:w/|[&+@=]|\d\d?/\d\d?)|!!|\b[b-df-hj-np-tv-xz]{2,}\b", text) is not None
    )


def split(text: str) -> list[str]:
    """The clauses of a cell.

    >>> split("asked for one; St. John’s was far. It was “no; never” they said")
    ['asked for one', 'St. John’s was far', 'It was “no; never” they said']
    """
    pieces: list[str] = []
    for part in re.split(r"(“[^”]*”)", text):
        if part.startswith("“"):
            pieces[-1:] = [(pieces[-1] if pieces else "") + part]
            continue
        if pieces and pieces[-1].endswith((".”", "!”", "?”")) and re.match(r"\s+[A-Z]", part):
            pieces.append("")
        start = 0
        own: list[str] = []
        for match in _ENDS_A_CLAUSE.finditer(part):
            if _INITIAL.search(part[start : match.start()]):
                continue
            own.append(part[start : match.start()])
            start = match.end()
        own.append(part[start:])
        pieces[-1:] = [(pieces[-1] if pieces else "") + own[0]]
        pieces += own[1:]
    return [
        piece.strip(" .;,") if not piece.rstrip().endswith("”") else piece.strip(" ;,")
        for piece in pieces
        if piece.strip(" .;,")
    ]


# “locked out with a cobbler in the oven”: how somebody was, and no thing.
_IS_HOW_IT_WAS = re.compile(
    r"(?:[a-z]+ed|stuck|lost|shut|caught|left|gone|broken|frozen) "
    r"(?:in|out|up|down|on|off|at|to|with|without|by|under|between|behind|from|over)\b"
)


def label(said: str) -> tuple[str, str]:
    """What came first, as a sentence of its own, and the rest.

    >>> label("1st job FRONT DOOR, couldn’t pick"), label("1st visit was a ewe"), label("asked for one")
    (('the first job was your FRONT DOOR', 'couldn’t pick'), ('the first visit was a ewe', ''), ('', 'asked for one'))
    """
    match = _FIRST.match(said)
    if not match or match["rest"].split()[0].casefold() in _GOES_ON or _IS_HOW_IT_WAS.match(match["rest"]):
        return "", said
    what, _, rest = match["rest"].partition(", ")
    first = what.split()[0].casefold()
    whose = "" if first[0].isdigit() or is_count(first) or first in ("a", "an", "the") else "your "
    return f"the first {match['what'].lower()} was {whose}{what}", rest


def pieces(text: str) -> list[str]:
    """The pieces of a jotting that each say one thing.

    >>> pieces("1st job FRONT DOOR (blue), did half + half!! 11 ALL - insp. passed it in 5 min.")
    ['1st job FRONT DOOR, did half + half!', '11 ALL', 'insp. passed it in 5 min']
    """
    text = _SMILES.sub(". ", _ASIDE.sub(lambda aside: HELD if is_private(aside[0]) else "", text))
    text = re.sub(r"” (?=“)", "”, ", text)
    text = _WITHOUT.sub("without ", text)
    text = re.sub(r"(?<![\w])w(?:/|\.(?=\s))\s*", "with ", text, flags=re.I)
    text = re.sub(r"\b([A-Z][a-z]+) Elem\. (?=[a-z])", r"\1 Elementary. ", text)
    text = _STILL_SO.sub("; still", text)
    text = _DATE.sub("", text)
    text = _AT_A_PLACE.sub(r"\1 at the \2", _HOUR.sub(_hour, text))
    text = _OF_KINDS.sub(r"\1 of ", _DAY_ONE.sub("on day one", text))
    text = re.sub(r"\bon day one: (?=[a-z])", "on day one ", text)
    text = _ON_THE_FIRST.sub(r"\1on the first \2 ", text)
    text = re.sub(r"(?<=\d)\+", "", text)
    text = _OF_A_TRIP.sub(_on_a_trip, text)
    text = re.sub(r"(?<=\w)\s+=\s+(?=\w)", " = ", re.sub(r"\bno\. ?(?=\d)", "number ", text, flags=re.I))
    text = _AT_AN_EXAM.sub(r"at the \1 \2 ", _SENT.sub(r"\1 ", text))
    found, start = [], 0
    is_parted = len(re.findall(r"\s/\s", text)) > 1 or not re.search(r"[.;]\s", text)
    for match in _ENDS.finditer(text):
        if _is_inside(text, match) or ("/" in match[0] and not is_parted):
            continue
        found.append(text[start : match.start()] + ("!" if "!" in match[0] else ""))
        start = match.end()
    found.append(text[start:])
    found = [re.sub(r"^\s*(?:&|\+|and|[-–—]) ", "", piece).strip(" ,.;") for piece in found]
    return [_undated(piece) for piece in found if piece]


# “sent Mirela K, she bought his truck”: who bought it.
_SENT = re.compile(r"\bsent ([A-Z][\w’-]+)(?: [A-Z]\.?)?(?: in)?(?: \d+/\d+)?, (?:s?he|they) (?=[a-z])")
_AT_AN_EXAM = re.compile(
    r"(?:(?<=[.;] )|^)((?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*)\.? "
    r"(exam|visit|check-?up|appointment|lesson|show|fair|class) (?=(?:I|we|he|she|they)\b)"
)


def _undated(piece: str) -> str:
    """A piece of what somebody did, without its date: “moved into the schoolhouse 22/11”."""
    return _LAST_DATE.sub("", piece) if Form.DID in forms(piece.split(maxsplit=1)[0].casefold()) else piece


_STILL_SO = re.compile(r", still(?= (?![a-z]+s\b)[a-z]+(?: [a-z]+)?(?:[.;/]|$))")
_DATE = re.compile(r"(?<=[A-Za-z]{2})(?: on)? \d{1,2}/\d{1,2}(?:/\d{2,4})?(?= (?!at\b)[a-z])")
_LAST_DATE = re.compile(r"(?<=[A-Za-z]{2})(?: on)? \d{1,2}/\d{1,2}(?:/\d{2,4})?$")
_AT_A_PLACE = re.compile(
    r"\b([A-Z]{3,}) ((?:[a-z]+ )?(?:hall|church|school|club|gym|centre|center|pub|library|park|market|show|fair))\b"
)
_ON_THE_FIRST = re.compile(r"(^|[.;] )(?:1st|first) (day|night|morning|visit|lesson) (?=(?:he|she|they)\b)", re.I)
_DAY_ONE = re.compile(r"(?<!on )(?<!from )(?<!since )(?<!of )\bday (?:1|one)\b", re.I)
_OF_KINDS = re.compile(r"\b((?:\d+|[a-z]+) (?:kinds|sorts|types|varieties)) (?=[a-z]+)(?!of\b|and\b)")
_HOUR = re.compile(r"(?<!at )(?<!by )\b(\d{1,2}) ?(am|pm)\b", re.I)
_MONTH = r"(?:Jan|Febr?|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]+)?"
_OF_A_TRIP = re.compile(
    rf"(?:^|(?<=[.;/] ))(?:(?P<month>{_MONTH})\.? )?"
    r"(?P<what>trip|honeymoon|vacation|cruise|road trip|wedding): (?=\w)",
    re.I,
)
# What one is at; the others one is on.
_ONE_DAY = re.compile(r"wedding")


def _hour(match: re.Match[str]) -> str:
    hour, is_morning = int(match[1]), match[2].casefold() == "am"
    if not 0 < hour < 12:
        return match[0]
    part = "morning" if is_morning else "afternoon" if hour < 5 else "evening"
    return f"at {in_words(hour)} in the {part}"


def _on_a_trip(match: re.Match[str]) -> str:
    month = f"{match['month']} " if match["month"] else ""
    what = match["what"].lower()
    return f"{'at' if _ONE_DAY.fullmatch(what) else 'on'} the {month}{what} "


def _is_inside(text: str, match: re.Match[str]) -> bool:
    """Whether what looks like an end is within a quotation, or only ends a word that is cut short."""
    before = text[: match.start()]
    if before.count("“") > before.count("”"):
        return True
    if re.search(r"\b(?:sent|via|thru|fr|from|by) [A-Z][\w’-]+ [A-Z]$", before):
        return False
    word = re.search(r"[\w’/-]+$", before)
    is_stop = match[0].startswith(".") and match.end() < len(text)
    if not word or not is_stop:
        return False
    is_initial = len(word[0]) == 1 and word[0].isupper()
    return is_initial or word[0].casefold() in _NO_END
