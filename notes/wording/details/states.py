"""States: what the words of a cell tell of the time of a thing, and of its place."""

import re

from notes.wording.details import wordbook
from notes.wording.details.detail import State
from notes.wording.details.statements import Form, Statement
from notes.wording.details.times import Timed
from notes.wording.topics import kinds

LASTING = kinds("lasting")
_PLACE_NAME = re.compile(
    r"\b(?:to|in|at|through|across|around|from|of|for)\s+(?:the\s+)?((?:[A-ZÀ-Þ][\w'’.-]*)(?:\s+(?:of|the|de|del|la|and)?\s*[A-ZÀ-Þ][\w'’.-]*)*)"
)
ONLY_A_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w'’.-]*)(?:\s+[A-ZÀ-Þ][\w'’.-]*)*")
_HABITS = frozenset([Form.DOES, Form.KNOWS, Form.IS, Form.HAS, Form.ALL, Form.REGULAR, Form.STATE, Form.MODAL])


def state_of(time: Timed, column: str, kind: str, text: str, said: Statement | None = None) -> State:
    """What the words tell of the state of a thing, where its day does not."""
    if time.again or column == "likes":
        return State.ALWAYS
    is_lasting = time.span is None or re.search(r"\bsince\b", text) is not None
    is_habit = said is not None and said.form in _HABITS and is_lasting and kind != "trip"
    if is_habit and not text.split(" ", 1)[0].endswith("ing"):
        return State.ALWAYS
    tenses = wordbook.tenses(text)
    if time.span is None:
        always = "always" in tenses or (kind in LASTING and "now" not in tenses)
        return State.ALWAYS if always else State.NOW if "now" in tenses else State.UNKNOWN
    if "over" in tenses and "coming" not in tenses:
        return State.AFTER
    return State.UNKNOWN


def where_of(text: str) -> str:
    """The place of a journey or a move.

    >>> where_of("the week in Lisbon"), where_of("Portugal"), where_of("the drive to Yellowstone")
    ('Lisbon', 'Portugal', 'Yellowstone')
    """
    if match := _PLACE_NAME.search(text):
        return match[1].rstrip(".,")
    return text if ONLY_A_NAME.fullmatch(text) else ""
