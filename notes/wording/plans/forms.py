"""Forms: as what a thing that is known can be said, by which it is known what one can say to it.

An interview has come or is to come, a first term goes on, a daughter takes over the shop, a hen house is simply there.
"""

import re
from collections.abc import Callable, Mapping

from notes.language import inflection
from notes.language.texts import word_set
from notes.wording.details import Detail, Owner
from notes.wording.details.shorthand import listed
from notes.wording.details.statements import Form, Statement
from notes.wording.phrasebook import PURSUITS
from notes.wording.plans.aptness import LESSONS, is_plain, is_told_whole

# What comes out one way or the other: one keeps one's fingers crossed for it, and asks how it went.
_AT_STAKE = word_set(
    """
    interview audition exam exams test tests boards finals bar hearing tryout tryouts trial trials competition contest
    tournament match race final recital concert solo performance debut viewing inspection presentation speech match
    championship championships regatta qualifier heat driving-test viva defence defense
    """
)
_A_TIME = word_set("semester term year season course week month apprenticeship internship residency training")
_STEPS = word_set("take start begin come move go join leave change switch return train qualify open buy try apply")
_STEP_BEHIND = {
    "take": ("over", "up", "on"),
    "come": ("into", "back", "home"),
    "go": ("back", "into", "to", "off"),
    "return": ("to",),
    "try": ("out", "for"),
}
_DEFINITE = re.compile(r"(?:the|your|[A-Z][\w’.-]+(?: [A-Z][\w’.-]+)?’s?) ")
_ONE_OF_MANY = re.compile(
    r"(?:an?|some|no|every|any|his|her|their|\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|[a-z]+(?:teen|ty)) "
)
_IN_A_STATE = re.compile(r" being |,")
_HEAD = re.compile(r"\s(?:of|in|at|for|with|on|to|from|by|about|that|who|as|you|down|up|along|under|over)\s|,")
_MOVE = re.compile(r"(?:the|your) (?:[a-z]+ )?(?:move|moving)\b")
_RETIRED = re.compile(r"\b(?:retired|former|ex)\b")
OF_ANYBODY = frozenset(
    [
        *("told", "scene", "step of kin", "step", "at stake", "a time", "moved"),
        *("never", "deed", "bought", "order", "deal", "likes", "lessons"),
    ]
)  # may be said of anything, whosever it is
_AT_WORK = re.compile(
    r"\b(?:bus|buses|trucks?|lorry|lorries|vans?|taxis?|cab|gritter|plow|plough|snowplow|ferry|ambulance|mail|post|shift"
    r"|nights|days|tiles?|bricks|pianos|houses|cases|patients|classes)$"
)
_WORKS_WITH = frozenset(["drive", "work", "move", "lay", "deliver", "clean", "paint", "sell", "carry", "run"])
_FOR_A_LIVING = frozenset(["work", "teach", "run", "live", "volunteer", "serve"])
_JOBS = frozenset(["job", "service"])
_MISHAPS = frozenset(
    ["come", "fall", "slip", "trip", "miss", "crash", "lift", "chase", "jump", "step", "tumble", "drop", "hit"]
)
_IN_A_MONTH = re.compile(
    r"\bin (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
# What stays in a house or on somebody, so that they may like it for years.
LASTS = re.compile(
    r"\b(?:doors?|windows?|kitchen|bathroom|engine|gearbox|frames?|table|chairs?|desk|bed|bookcase|shel(?:f|ves)|deck|porch"
    r"|fence|gates?|stove|boiler|furnace|roof|conservatory|extension|arch|bench|stairs|floor|sofa|couch|cabinets?|cupboards?"
    r"|tow bar|tyres|tires|brakes|rings?|watch|clock|coat|suit|dress|jacket|boots|shoes|glasses|spectacles|bike|bicycle"
    r"|tandem"
    r"|guitar|piano|violin|fiddle|cello|harp|ukulele|house|home|cottage|bungalow|cabin|flat|apartment|farmhouse|barn"
    r"|quilt|rug|lamp|mirror|stool|trellis|pond|patio|path|wall|terrace|raised beds|lawn)$|\b(?:house|cottage|bungalow"
    r"|cabin|flat|apartment|farmhouse) with\b|\bframes? (?:for|of)\b",
    re.IGNORECASE,
)
# What the business itself has done, so that it need not ask.
DONE_BY_US = re.compile(
    r"\b(?:repairs?|repaired|service|servicing|mend(?:ed|ing)|clean(?:ed|ing)|polic(?:y|ies)|jobs?|treatment|work|fitting"
    r"|fixed|resoled|rewired|tuned|tuning|visits?|appointment)\b",
    re.IGNORECASE,
)
_FOR_WHAT = re.compile(r"\s(?:for|in|at|on|by|under|from|to|with)\s")
_WITH_MORE = re.compile(r"\b(?:house|cottage|bungalow|cabin|flat|apartment|farmhouse) with\b|\bframes? (?:for|of)\b")
_EVERY_WEEK = re.compile(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|every|daily|weekly|morning)\b")


def forms_of(detail: Detail, *, gentle: bool) -> list[str]:
    """As what a detail can be said: the headings of facts.txt that have something to say to it.

    On a `gentle` card, to somebody who is ill, how it came about is a mishap.
    """
    first = detail.thing.split(" ", 1)[0]
    if gentle and detail.column != "likes" and inflection.lemma(first) in _MISHAPS:
        return ["mishap"]
    form = _form_of(detail)
    is_whole = is_told_whole(detail) and not (form == "works" and detail.owner is Owner.SELF)
    return [*(["clause"] if is_whole else []), *([form] if form else [])]


def _form_of(detail: Detail) -> str:
    """As what a detail can be said that is not a whole clause; "" if as nothing."""
    said, is_own = detail.statement, detail.owner is Owner.SELF
    if detail.column == "bought":
        return _as_bought(detail.thing)
    if said and said.form in _AS_IT_IS:
        return _AS_IT_IS[said.form](detail)
    is_journey = detail.kind == "trip" and (said is None or said.form is Form.THING)
    if detail.column == "trip" or is_journey or (_IN_A_MONTH.search(detail.thing) and is_own):
        return "goes" if is_own and not detail.thing.startswith("from ") else ""
    if said is None or said.form is Form.THING:
        is_done = detail.doing and detail.kind in PURSUITS and is_own and is_plain(detail)
        return "does" if is_done else "likes" if detail.column == "likes" else ""
    return _as_habit(detail, said)


def _as_bought(thing: str) -> str:
    if DONE_BY_US.search(thing):
        return ""
    if LESSONS.search(thing):
        return "lessons"
    return "bought" if lasts(thing) else "order" if _EVERY_WEEK.search(thing) else "deal"


def lasts(thing: str) -> bool:
    """Whether something stays in a house or on somebody: a door does, and flowers for the window don't."""
    head = _FOR_WHAT.split(thing, maxsplit=1)[0]
    ends_well = LASTS.search(thing) is not None and LASTS.search(head) is not None
    return ends_well or _WITH_MORE.search(thing) is not None


def _as_told(detail: Detail) -> str:
    """Under which heading of facts.txt stands what can be said to a thing that was told; "" if nothing can."""
    if detail.is_of_you:
        return "scene"
    if _IN_A_STATE.search(detail.thing):
        return Form.TOLD.value if detail.thing.count(",") == 1 and _DEFINITE.match(detail.thing) else ""
    if doing := _doing(detail):
        if detail.owner is not Owner.PET and inflection.lemma(doing[0]) in _FOR_A_LIVING:
            return ""  # nobody smiles at what somebody does for a living
        return "step of kin" if detail.owner is not Owner.PET and _is_step(doing) else "scene"
    if _ONE_OF_MANY.match(detail.thing):
        return ""
    head = _HEAD.split(detail.thing, maxsplit=1)[0].casefold().split()[-1]
    if head in _AT_STAKE:
        return "at stake"
    if head in _A_TIME:
        return "a time"
    return "moved" if _MOVE.match(detail.thing) else Form.TOLD.value


def _as_done(detail: Detail) -> str:
    """The same of what they told that they do or did."""
    if "," in detail.thing:
        return ""
    if _is_step(detail.thing.split()):
        return "step"
    return "works" if _is_work(detail) else Form.DEED.value


def _is_of_the_past(detail: Detail) -> bool:
    """Whether somebody is spoken of by what they have given up: “a retired vicar” is nobody to ask about the parish."""
    return _RETIRED.search(detail.thing) is not None


def _doing(detail: Detail) -> list[str]:
    """The words of what somebody else does, from the verb on: of “Josh taking over the counter” the last four."""
    words = detail.thing.split()
    if detail.owner is Owner.SELF and not (words[0][0].isupper() or words[0] == "your"):
        return []
    for at, word in enumerate(words[1:6], 1):
        verb = inflection.lemma(word)
        if word.endswith("ing") and verb and verb != word:
            before = words[at - 1].casefold()
            return [] if before in _BEFORE_A_NOUN or before.endswith(("’s", "’")) else words[at:]
    return []


_BEFORE_A_NOUN = frozenset(["the", "a", "an", "of", "for", "in", "your", "first", "new"])


def _is_step(doing: list[str]) -> bool:
    verb = inflection.lemma(doing[0])
    behind = doing[1] if len(doing) > 1 else ""
    return verb in _STEPS and behind in _STEP_BEHIND.get(verb, (behind,))


# What is said of a thing as it was told.
_AS_IT_IS: Mapping[Form, Callable[[Detail], str]] = {
    Form.TOLD: _as_told,
    Form.DEED: _as_done,
    Form.NEVER: lambda detail: Form.NEVER.value,
}


def _as_habit(detail: Detail, said: Statement) -> str:
    """As what something is said that somebody does, knows, is or waits for; "" where nothing is asked about it."""
    if said.form is Form.IS and _is_of_the_past(detail) and not said.aside:
        return ""
    if said.form is Form.DOES and LESSONS.fullmatch(said.rest):
        return ""  # “riding lessons” are had, and not ridden
    if said.form is Form.DOES and not said.rest and said.verb not in listed("arts"):
        return ""
    if said.form is Form.KNOWS and said.verb == "come":
        return "from"
    if said.form is Form.UNDER_WAY and said.verb in listed("waiting"):
        return "waits"
    if said.form is Form.DOES and _is_work(detail):
        return "works"
    return said.form.value


def _is_work(detail: Detail) -> bool:
    """Whether somebody does a thing for a living, which is nothing that one loves about them."""
    said = detail.statement
    if said is None or not said.verb:
        return False
    return (
        detail.kind in _JOBS
        or said.verb in ("teach", "work")
        or (said.verb in _WORKS_WITH and bool(_AT_WORK.search(detail.thing)))
    )
