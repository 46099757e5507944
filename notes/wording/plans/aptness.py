"""Aptness: what a passage and a thing that is known are to one another, before anything is said."""

import re
from collections.abc import Sequence
from functools import lru_cache

from notes.language import inflection
from notes.language.locales import month_name
from notes.wording.details import Detail, Owner, State
from notes.wording.details.statements import Form
from notes.wording.passages import Passage, Slot
from notes.wording.phrasebook import GROUPS
from notes.wording.plans.card import Card
from notes.wording.plans.fitting import Fit
from notes.wording.stories.story import KIND as STORY
from notes.wording.topics import SMALL, stems

MOST_PLAIN = 3  # words of a thing of which anything may be said
_DOES_SOMETHING = re.compile(
    r" (?!will (?:keep|still|have to|be |wait)|can wait|may have"
    r"|(?:and|or|for|in|on|at|to|with|while|when|before|after|again|once|until|if|as|any|instead|now|this|the|all|by|from)\b)"
    r"[a-z’]+"
)
_BEHIND_THE_HEAD = re.compile(
    r"\s+(?:at|for|of|in|on|with|to|from|and|by|near|since|behind|under|over|beside|above|below|into|off|after|before)\s|[,(;:]"
)
_AROUND_IT = re.compile(r"\s+(?:lessons?|class|classes|club|course|courses|league|team|group|practice)$")
_TO_YOU = re.compile(r"\b(?:you|your|you’re|you’ve|yours)\b", re.IGNORECASE)
_LONG = frozenset(["thing", "doing", "do", "did", "does", "clause", "other clause"])
_LITTLE = frozenset(["you", "your", "who", "is", "be", "are", "it", "yourself", "i"]) | frozenset(
    stems("playing learning going doing making taking keeping getting having language instrument")
)
NO_BRIDGE = frozenset(
    [
        Form.KNOWS,
        Form.IS,
        Form.REGULAR,
        Form.ALL,
        Form.SEEKS,
        Form.DID,
        Form.UNDER_WAY,
        Form.TOLD,
        Form.DEED,
        Form.NEVER,
    ]
)
LESSONS = re.compile(r"\b(?:class|classes|lessons?|sessions?|rehearsals?|training|membership)\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty)\b"
)
_MONTHS = frozenset(map(month_name, range(1, 13)))
_NAMED = re.compile(r"(?<= )[A-ZÀ-Þ][\w’-]{3,}")
# What one does to something; without a word of what, nobody knows what is meant.
_DONE_TO_SOMETHING = frozenset(
    form
    for verb in ("collect", "bring", "take", "get", "make", "pick", "drop", "do", "want", "need", "pay", "order", "use")
    for form in (verb, inflection.doing(verb))
)
_LASTING = frozenset([State.ALWAYS, State.NOW])


def subject_of(detail: Detail) -> str:
    who = None if detail.of_card else detail.who
    return f"{who.owner.value} {' '.join(who.names)}" if who and who.names else detail.key


def subjects_by_key(details: Sequence[Detail]) -> dict[str, str]:
    """What a piece is about, by the keys of its details: what was jotted down is the thing that was read of it."""
    read = next((subject_of(one) for one in details if one.kind != STORY), "")
    return {one.key: read if one.kind == STORY and read else subject_of(one) for one in details}


def is_one_thing(one: Detail, other: Detail) -> bool:
    """Whether two details are about the same: of somebody, of a topic, or what they bake and that they bake."""
    if subject_of(one) == subject_of(other) or (one.topic and one.topic == other.topic):
        return True
    if one.topic and other.topic and (one.topic == other.kind or other.topic == one.kind):
        return True  # a greenhouse, and the garden
    things = set(stems(one.thing)), set(stems(other.thing))
    is_within = things[0] <= things[1] or (one.column == "bought" and bool(things[1]) and things[1] <= things[0])
    return {one.kind, other.kind} <= GROUPS["food"] | {"cooking"} or is_within


def lives_there(passage: Passage, fit: Fit) -> bool:
    """Whether what is for kin in general would be said of a partner or a child: they have sentences of their own."""
    is_for_any = passage.terms.company == {"kin"}
    return is_for_any and any(one.owner in (Owner.PARTNER, Owner.CHILD, Owner.GRANDCHILD) for one in fit.company)


def names_of(detail: Detail) -> Sequence[str]:
    return detail.who.names if detail.who else ()


def leaves_out_where(passage: Passage, detail: Detail) -> bool:
    """Whether a passage on a journey does not say where to: a week in Whitby is more than any beach."""
    if detail.kind not in ("trip", "place") or passage.slots & {"thing", "place"}:
        return False
    names = [word.strip("’,.") for word in detail.thing.split() if word[:1].isupper() and word not in _MONTHS]
    return bool(names) and not any(name in passage.text for name in names)


def share_a_place(one: Detail, other: Detail) -> bool:
    """Whether two details speak of the same by name: the Ploughing, and who lost a boot at the Ploughing."""
    named = [_capitals(detail.thing) for detail in (one, other)]
    people = {name for detail in (one, other) for name in names_of(detail)}
    return bool((named[0] & named[1]) - people - _MONTHS)


@lru_cache(maxsize=10_000)
def _capitals(thing: str) -> frozenset[str]:
    return frozenset(_NAMED.findall(f" {thing}"))


def breaks_off(passage: Passage, card: Card) -> bool:
    """Whether a line goes on behind a matter that has a comma in it: “chosen together finished!”."""
    return ", " in card.facts.get("about", "") and not ends_with_the_thing(passage, "about")


def ends_with_the_thing(passage: Passage, *slots: str) -> bool:
    """Whether a sentence ends where the thing in one of the slots does, so that a comma in it needs none behind it."""
    wanted = frozenset(slots) or _LONG
    at = next((at for at, piece in enumerate(passage.lead) if isinstance(piece, Slot) and piece.name in wanted), None)
    if at is None:
        return bool(slots)
    behind = passage.lead[at + 1] if at + 1 < len(passage.lead) else ""
    return isinstance(behind, str) and behind.startswith((".", "?", "!"))


def is_plain(detail: Detail) -> bool:
    """Whether a thing is said in a few common words, so that anything that is true of its kind is true of it."""
    words = detail.bridge.split()
    bare = words[1:] if words[:1] in (["the"], ["a"], ["an"], ["your"]) else words
    return (
        0 < len(bare) <= MOST_PLAIN
        and not any(word[:1].isupper() or any(letter.isdigit() for letter in word) for word in bare)
        and not _NUMBER.search(detail.bridge)
        and not LESSONS.search(detail.bridge)
    )


def oddity(detail: Detail) -> float:
    """What speaks for a fact that nobody else has: a name in it, a number, words enough to see it."""
    if detail.column == "person" or detail.of_card:
        return 0.0
    words = detail.thing.split()
    odd = 0.35 * any(word[:1].isupper() for word in words[1:]) + 0.35 * bool(_NUMBER.search(detail.thing))
    return odd + 0.25 * (len(words) > 3) - 0.5 * (detail.column == "bought")


def acts(passage: Passage) -> bool:
    """Whether a bridge has its thing do something that what one does cannot: no “playing goalie starts first time”."""
    for at, piece in enumerate(passage.lead):
        if not isinstance(piece, Slot) or piece.name != "thing":
            continue
        behind = passage.lead[at + 1] if at + 1 < len(passage.lead) else ""
        if piece.one or (isinstance(behind, str) and _DOES_SOMETHING.match(behind)) or isinstance(behind, Slot):
            return True
    return False


def is_of_its_time(passage: Passage, detail: Detail, card: Card) -> bool:
    """Whether a sentence that says nothing of its time may be said of the detail: not of what is over, or to come."""
    if passage.terms.times:
        return True
    said = detail.statement
    if said and said.form in (Form.DID, Form.TOLD, Form.DEED, Form.NEVER):
        return True
    state = detail.state_on(card.arrival)
    return state in _LASTING or (state is State.UNKNOWN and detail.kind != "trip" and detail.column != "trip")


def is_of_its_day(passage: Passage, details: Sequence[Detail], card: Card) -> bool:
    """Whether a sentence may be said of things as far as they have a day: then it has to know of it."""
    dated = (one for one in details if one.span is not None and not one.of_card)
    return all(is_of_its_time(passage, one, card) for one in dated)


def without_its_verb(detail: Detail) -> str:
    """What a detail is about; of what somebody has never done what stands behind “never seen”."""
    is_never = detail.statement is not None and detail.statement.form is Form.NEVER
    return detail.thing.partition(" ")[2] or detail.thing if is_never else detail.thing


def is_told_whole(detail: Detail) -> bool:
    """Whether a detail is a clause of what is so; of what is only wished for other things are said."""
    said = detail.statement
    if inflection.lemma(detail.thing) in _DONE_TO_SOMETHING or detail.thing in _DONE_TO_SOMETHING:
        return False  # “granny collects” says the child from the class
    return bool(detail.clause) and said is not None and said.form not in (Form.WANTS, Form.SEEKS)


def says_more(detail: Detail) -> bool:
    """Whether a detail says something of its topic that has to be said before anything else about it is."""
    said = detail.statement
    return said is not None and said.form in NO_BRIDGE | {Form.WANTS, Form.HAS, Form.UNDER_WAY}


def is_the_thing(finds: Sequence[str], phrase: str) -> bool:
    """Whether a word that finds a topic is the thing that a phrase names: in “the cello teacher” no cello is meant."""
    head = _BEHIND_THE_HEAD.split(phrase, maxsplit=1)[0]
    is_doing = head.split()[:1] and head.split()[0].endswith("ing")
    near = " ".join(_BEHIND_THE_HEAD.split(phrase, maxsplit=2)[:2])  # “a seat by the radiator” is no radiator
    words = stems(near) if is_doing else stems(_AROUND_IT.sub("", head))[-1:]
    return any(stems(find) and set(stems(find)) & set(words) for find in finds)


def names(passage: Passage, detail: Detail) -> bool:
    """Whether the first sentence of a passage says to the person what it is about, in a word of their own."""
    if passage.slots & {"thing", "place"}:
        return True
    lead = "".join(piece if isinstance(piece, str) else " x " for piece in passage.lead)
    first = re.split(r"(?<=[.?!])\s", lead)[0]
    own = frozenset(stems(detail.phrase)) - SMALL - _LITTLE
    return bool(own & frozenset(stems(first))) and bool(_TO_YOU.search(first))
