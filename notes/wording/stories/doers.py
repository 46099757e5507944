"""Doers: whose deed a jotting tells where it is not the customer's: “your son plays the tuba”, “Mia’s violin lessons”.

Of somebody else's deed nothing is said that takes the customer for the doer.
"""

import re
from collections.abc import Mapping
from functools import cache

from notes.language.inflection import is_word
from notes.resources import table_beside
from notes.wording.details.detail import Owner, Who
from notes.wording.details.wordbook import animals, is_he, is_he_called, relations
from notes.wording.stories.cast import OF_THE_CALENDAR, Cast, Part
from notes.wording.stories.grammar import listed

UNTOLD = Who(Owner.KIN)  # somebody of whom nobody knows what to call them
_NAME = r"(?-i:[A-ZÀ-Þ][\w-]*[a-zà-ÿ])"
_DOES = re.compile(
    r" (?:[a-z]+(?<!s)s|[a-z]{2,}ed|is|was|has|had|got|won|ran|made|built|went|swam|sang|took|began|can|in|at|on)\b"
)
_YOU_TOO = re.compile(r",? and (?:she|he|you|they)\b")
_WAS = re.compile(r" (?:was|were|had|used to)\b")
_ONCE = re.compile(r" (?:was|were|had|used to|[a-z]{2,}ed|won|ran|made|built|flew|swam|sang|wrote|grew|kept)\b")
_BUT_YOU = {True: re.compile(r",.*\b(?:she|you)\b"), False: re.compile(r",.*\b(?:he|you)\b"), None: re.compile("^$")}


_OURS = re.compile(r"(?:we|I|our (?:crew|guys|men|team|girls|boys|people))\b", re.I)


def is_ours(text: str) -> bool:
    """Whether a jotting tells what the business itself did: “we planted six bushes”."""
    return _OURS.match(text) is not None


def doer_of(text: str, start: int, end: int, cast: Cast) -> Who | None:
    """Who does or owns what stands from `start` to `end` of a jotting; None where it is the customer.

    >>> doer_of("your brother-in-law plays tuba", 27, 31, Cast()).called
    'your brother-in-law'
    >>> doer_of("plays tuba with your son", 6, 10, Cast())
    """
    if is_ours(text):
        return UNTOLD
    before, after = text[:start], text[end:]
    match = _patterns()["subject"].match(before)
    who = _who(match, cast) if match else None
    if match and who and (_YOU_TOO.match(text, match.end()) or _BUT_YOU[who.he].search(before, match.end())):
        return None
    if match and who and (found := _subject(match, who, text, start, cast)):
        return found
    return _owner(before, after, cast) or (UNTOLD if _patterns()["anybody"].search(before) else None)


def owner_in(found: str, cast: Cast) -> Who | None:
    """Whose something is by its own first words: “your granddaughter’s horse”; None where they do not say."""
    match = _patterns()["subject"].match(found)
    return _who(match, cast) if match and match["owns"] else None


def _subject(match: re.Match[str], who: Who, text: str, start: int, cast: Cast) -> Who | None:
    """Whoever stands at the beginning, as the one who does it or whose it is; of the dead nobody can be sure."""
    if match["owns"]:
        return who if re.fullmatch(r"(?: [a-z-]+){0,2} ?", text[match.end() : start]) else None
    is_certain = bool(match["word"] or not _names(cast).isdisjoint(who.names))
    if not (_DOES.match(text, match.end()) or (is_certain and who.owner is not Owner.PET)):
        return None
    is_old = who.owner is Owner.PARENT or (who.owner is Owner.KIN and who.relation.startswith("grand"))
    return UNTOLD if (_ONCE if is_old else _WAS).match(text, match.end()) else who


def _owner(before: str, after: str, cast: Cast) -> Who | None:
    """Whose it is, or for whom, where that is said behind it, or right before it: “trombone is your son’s”."""
    patterns = _patterns()
    if match := patterns["is theirs"].match(after) or patterns["watched"].search(before):
        return _who(match, cast)
    match = patterns["for them"].match(after)
    return _who(match, cast) if match and (match["class"] or patterns["got"].search(before)) else None


def _who(match: re.Match[str], cast: Cast) -> Who | None:
    """Somebody by the words for them; None where a name is the customer's own, or none."""
    word, animal = (match["word"] or "").casefold(), (match["animal"] or "").casefold()
    name = match["named"] or match["name"] or ""
    if name.casefold() in OF_THE_CALENDAR or (name and cast.part(name) in (Part.YOU, Part.ME)):
        name = ""
    if known := next((who for who in cast.people if name and name in who.names), None):
        return Who(known.owner, (name,), known.relation, known.animal, known.he)
    names = (name,) if name and (word or animal or is_he_called(name) is not None) else ()
    if animal:
        return Who(Owner.PET, names, animal, animals().get(animal, ""))
    if word:
        owner, relation = relations().get(word, (Owner.KIN, word if word in _listed("near") else ""))
        he = is_he(relation)
        return Who(owner, names, relation, he=he if he is not None or not name else is_he_called(name))
    if names:
        return Who(Owner.KIN, names, he=is_he_called(name))
    return UNTOLD if name and not is_word(name.casefold()) else None


def _names(cast: Cast) -> frozenset[str]:
    return frozenset(name for who in cast.people for name in who.names)


def _listed(name: str) -> frozenset[str]:
    return frozenset(table_beside(__file__, "sorts.toml")[name].split())


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    """How somebody is spoken of: `word` is what they are to the customer, `named` and `name` what they are called."""
    kin = listed("kin") | {word for word in relations() if word.isalpha() and len(word) > len("gs")} - {"folks", "lass"}
    words = "|".join(sorted(kin | _listed("near") | _listed("untold"), key=lambda word: (-len(word), word)))
    beasts = "|".join(sorted((listed("persons.animals") | {"puppy", "kitten"}) - {"kid"}))
    which = r"(?:(?:older|younger|oldest|youngest|eldest|little|big|other|twin|only|middle|best|old|next-door) )?"
    someone = (
        rf"(?:(?:your |the |an? |his |her )?{which}"
        rf"(?:(?P<word>(?:{words})(?:-in-law)?)|(?P<animal>{beasts}))(?![\w-]| of )"
        rf"(?:,? (?P<named>{_NAME}))?|(?P<name>{_NAME}))"
    )
    return {
        "subject": re.compile(rf"(?:and |then |now )?{someone}(?P<owns>’s?)?(?=[ ,]|$)", re.I),
        "is theirs": re.compile(rf"[^,;]{{0,20}}? ?\b(?:is|are|was|belongs? to) {someone}(?:’s?)?$", re.I),
        "for them": re.compile(rf"(?P<class> (?:lessons?|class|classes|camp))? for {someone}(?=[ ,]|$)", re.I),
        "watched": re.compile(
            rf"\b(?:at|to|watches|attends|loves|films|for|about) {someone}’s?(?: [a-z-]+){{0,2}} $", re.I
        ),
        "got": re.compile(r"\b(?:bought|buys|buying|gets|got|ordered|orders|wants|picked up)\b", re.I),
        "anybody": re.compile(
            r"(?<!with )(?<!and )(?<!for )(?<!from )(?<!to )(?<!your )\b"
            rf"(?:your )?(?:{'|'.join(sorted(kin))})\b(?!’| of )"
        ),
    }
