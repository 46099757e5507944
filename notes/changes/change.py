"""A change: what the person decided about the card of one customer; what is empty is left to the program."""

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
    NEVER = "never"  # to this customer none at all, until the person says otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What was decided about the card of a customer.

    `occasion` and `on` are those of the card that was looked at. `despite` is what was in the way when it was said that
    the card goes all the same, `answer` what was answered to it. `choice` are the words of the proposal that was taken,
    `words` the person's own (paragraphs with a blank line between them), `base` the words that were there when they
    began to write. `lines` are those of the envelope, `more` what they know besides.
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
        """The change with some of it decided anew; the values are as `from_json` gives them."""
        return replace(self, **values)


SHOWN = ("send", "choice", "words", "salutation", "closing", "signer", "hand", "initials", "lines", "more")
TEXTS = ("answer", "choice", "salutation", "words", "base", "closing", "signer", "hand", "initials")
LISTS = ("lines", "more")
LONGEST = 4000  # characters of a text; no card holds as many
VALUES = {one.name for one in fields(Change)} - {"customer_id", "name", "occasion", "on"}


def from_json(given: Mapping[str, Any]) -> dict[str, Any]:
    """What was decided, as a file or a browser tells it.

    Raises:
        ValueError: there is no such thing to decide, or the value is not one for it.
    """
    return {name: _value(name, value) for name, value in given.items()}


def as_json(values: Mapping[str, Any]) -> dict[str, Any]:
    """The same for a file."""
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
    """What was in the way; None as well for a sentence of it, which is what the first records kept."""
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        return Objection.from_json(value)
    if value is None or isinstance(value, str):
        return None
    raise ValueError(f"despite cannot be {value!r}")


def clean(text: str) -> str:
    """A text without what cannot be seen or written, its lines kept."""
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
