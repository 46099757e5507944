"""Timing: what one may think of a jotting on the day the card arrives.

Nobody asks who won before the race is run, nor wishes good luck behind it. What is to come is only thought of by sorts
that say so with “when: before”; “when: after” is for what has to be over for certain.
"""

import re
from datetime import date

from notes.wording.details import State, wordbook
from notes.wording.details.times import is_dated
from notes.wording.passages import Passage
from notes.wording.stories.jots import Jot
from notes.wording.stories.sorts import AFTER, BEFORE, Sort

_TO_COME = re.compile(
    r"\b(?:will|won[’']t|(?:who|you|there|it|they|he|she)[’']ll|good luck|fingers crossed|not long now)\b|\byet\?",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\bnext$|\bsome ?day$|\bone day$")
_PLANNED = re.compile(
    r"\b(?:booked|plan(?:s|ned|ning)?|sav(?:es|ing)|dream(?:s|ing)?|training for|off to"
    r"|soon|next|this|upcoming|learning for)\b"
)


def state_of(jot: Jot, at: int, arrival: date | None) -> State | None:
    """Where what a part of a jot says has got to by a day; None where it tells of no day.

    Within the month of which no more is known, it is over if it is told so, and else still to come.
    """
    if _NEXT.search(jot.parts[at]):
        return State.BEFORE
    span = jot.spans[at] if at < len(jot.spans) else None
    if arrival is None or (span is None and not is_dated(jot.said[at])):
        return None
    state = span.state(arrival) if span else State.UNKNOWN
    if state is State.UNKNOWN and is_told_as_over(jot.parts[at]):
        return State.AFTER
    return State.BEFORE if state is State.UNKNOWN and span else state


def is_told_as_over(text: str) -> bool:
    return "over" in wordbook.tenses(text) or wordbook.begins_with_what_was_done(text)


def suits(sort: Sort, state: State | None, text: str) -> bool:
    """Whether a sort thinks of what is to come where something is, and only there; on the day itself none does."""
    if state in (State.UNKNOWN, State.ON):
        return False
    if state:
        return (state is State.BEFORE) == (sort.when == BEFORE)
    if sort.when == AFTER:
        return is_told_as_over(text)
    return sort.when != BEFORE or "coming" in wordbook.tenses(text) or bool(_PLANNED.search(text))


def is_in_time(passage: Passage, state: State | None) -> bool:
    """Whether a passage may be said of what is over by then."""
    return state is None or state is State.BEFORE or not _TO_COME.search(passage.text)
