"""A change: what the person decided about one customer's card; whatever is empty is left to the program."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import Enum
from typing import Any

from notes.customers import CustomerId
from notes.picking.objections import Objection


class Send(Enum):
    """Whether a card goes."""

    AS_PROPOSED = ""
    YES = "yes"  # although something is in the way, or nothing asks for a card
    LATER = "later"  # not before the day `until`
    NEVER = "never"  # no card at all to this customer, until the person says otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What was decided about the card of a customer.

    `occasion` and `on` belong to the card they were looking at. `despite` is what was in the way when they let the card
    go all the same, and `answer` what they answered. `choice` is the text of the proposal they took, `words` are their
    own (paragraphs with a blank line between them), and `base` is the text that was there when they began to write.
    `lines` go on the envelope; `more` is what else they know about the customer.
    """

    customer_id: CustomerId
    name: str = ""
    occasion: str = ""
    on: str = ""
    send: Send = Send.AS_PROPOSED
    until: date | None = None
    despite: Objection | None = None
    answer: str = ""
    choice: str = ""
    salutation: str = ""
    words: str = ""
    base: str = ""
    closing: str = ""
    signer: str = ""
    hand: str = ""
    initials: str = ""
    lines: tuple[str, ...] = ()
    more: tuple[str, ...] = ()

    @property
    def decided(self) -> tuple[str, ...]:
        """The names of what was decided, for a mark on the card."""
        return tuple(name for name in SHOWN if getattr(self, name) not in ("", (), Send.AS_PROPOSED))

    def with_values(self, values: Mapping[str, Any]) -> "Change":
        """The change with some new decisions, given as `from_json` returns them."""
        return replace(self, **values)


SHOWN = ("send", "choice", "words", "salutation", "closing", "signer", "hand", "initials", "lines", "more")
TEXTS = ("answer", "choice", "salutation", "words", "base", "closing", "signer", "hand", "initials")
LISTS = ("lines", "more")
LONGEST = 4000  # characters in a text; no card holds that many
VALUES = {one.name for one in fields(Change)} - {"customer_id", "name", "occasion", "on"}


def from_json(given: Mapping[str, Any]) -> dict[str, Any]:
    """The decisions in a file, or sent by a browser.

    Raises:
        ValueError: there is nothing of that name to decide, or the value does not suit it.
    """
    return {name: _value(name, value) for name, value in given.items()}


def as_json(values: Mapping[str, Any]) -> dict[str, Any]:
    """The decisions, ready for a file."""
    return {name: _plain(value) for name, value in sorted(values.items())}


def _value(name: str, value: Any) -> Any:
    if name == "send":
        return Send(value)
    if name == "until":
        return date.fromisoformat(value) if value else None
    if name == "despite":
        return _objection(value)
    if name in TEXTS and isinstance(value, str) and len(value) <= LONGEST:
        return clean(value)
    if name in LISTS and isinstance(value, Sequence) and not isinstance(value, str) and len(value) <= 20:
        texts = [clean(one) for one in value if isinstance(one, str) and len(one) <= LONGEST]
        return tuple(filter(None, texts))
    raise ValueError(f"{name} cannot be {value!r}")


def _objection(value: Any) -> Objection | None:
    """What was in the way; None for a sentence about it, which is what the earliest records kept."""
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        return Objection.from_json(value)
    if value is None or isinstance(value, str):
        return None
    raise ValueError(f"despite cannot be {value!r}")


def clean(text: str) -> str:
    """A text without anything invisible, line by line."""
    lines = ["".join(one for one in line if one.isprintable()) for line in text.splitlines()]
    return "\n".join(line.rstrip() for line in lines).strip()


def _plain(value: Any) -> Any:
    if isinstance(value, Send):
        return value.value
    if isinstance(value, Objection):
        return value.as_json()
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, date) else value or ""
