"""Memory: what was said to a house before, so that nothing is said twice and no event is asked about again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from notes.wording.details import Detail
from notes.wording.details.statements import Form
from notes.wording.stories.story import KIND as STORY

SENTENCE_RESTS = 36  # months
DETAIL_RESTS = 18
LOVE_RESTS = 12
SOON = 6


class Told(Protocol):
    """A card that went, or is about to go, as the history has it."""

    @property
    def month(self) -> str: ...
    @property
    def mail_by(self) -> date | None: ...
    @property
    def at(self) -> str: ...
    @property
    def mentions(self) -> tuple[str, ...]: ...
    @property
    def passages(self) -> tuple[str, ...]: ...


@dataclass(frozen=True)
class Memory:
    """What one house has been told: passages and details, how many months ago, and what the last card spoke of."""

    passages: Mapping[str, int] = field(default_factory=dict)
    mentions: Mapping[str, int] = field(default_factory=dict)
    last: frozenset[str] = frozenset()

    @classmethod
    def of(cls, cards: Iterable[Told], month: str) -> "Memory":
        """The memory of the cards before a month, given as 2026-11."""
        passages: dict[str, int] = {}
        mentions: dict[str, int] = {}
        last: tuple[str, frozenset[str]] = ("", frozenset())
        for card in cards:
            when = _month(card)
            ago = _months(month) - _months(when)
            for names, known in ((card.passages, passages), (card.mentions, mentions)):
                for name in names:
                    known[name] = min(ago, known.get(name, ago))
            if card.mentions and when >= last[0]:
                last = (when, frozenset(card.mentions) | (last[1] if when == last[0] else frozenset()))
        return cls(passages, mentions, last[1])

    def knowing(self, twins: Mapping[str, Sequence[str]]) -> "Memory":
        """The memory in which whatever begins like something that was said has been said as well."""
        heard = dict(self.passages)
        for key, ago in self.passages.items():
            for twin in twins.get(key, ()):
                heard[twin] = min(ago, heard.get(twin, ago))
        return Memory(heard, self.mentions, self.last)

    def was_said(self, key: str) -> bool:
        """Whether a passage was said within the months in which no sentence comes again."""
        return self.passages.get(key, SENTENCE_RESTS) < SENTENCE_RESTS

    def rests(self, detail: Detail) -> bool:
        """Whether a detail has to rest now: mentioned lately, or an event that was asked about."""
        key = mention_of(detail)
        if key in self.last:
            return True
        ago = self.mentions.get(key)
        if ago is None:
            return False
        if detail.is_event or detail.kind == STORY:
            return True
        if _gets_done(detail):
            return ago < SENTENCE_RESTS
        return ago < (
            DETAIL_RESTS if detail.column in ("told_us", "bought", "trip", "details", "notes") else LOVE_RESTS
        )

    def may_return(self, detail: Detail) -> bool:
        """Whether a detail may be spoken of where everything rests: half a year ago, and no event."""
        key = mention_of(detail)
        is_over = detail.is_event or _gets_done(detail)
        return key not in self.last and not is_over and self.mentions.get(key, SOON) >= SOON

    def is_settled(self, sentence: str) -> bool:
        """Whether the person's own sentence went out before."""
        return own_mention(sentence) in self.mentions


def _gets_done(detail: Detail) -> bool:
    """Whether it is an undertaking that is finished one day: a sauna is not built for years, Italian is learned so."""
    said = detail.statement
    return said is not None and said.form is Form.UNDER_WAY and said.verb not in _GOES_ON


_GOES_ON = frozenset(["learn", "study"])


def mention_of(detail: Detail) -> str:
    """How the history names a detail; what came of an event is not the same thing as the event."""
    return f"{detail.key} → {detail.came_of_it.casefold()}" if detail.came_of_it else detail.key


def own_mention(sentence: str) -> str:
    return f"say this: {' '.join(sentence.split()).casefold()}"


def _month(card: Told) -> str:
    return card.month or (f"{card.mail_by:%Y-%m}" if card.mail_by else card.at[:7])


def _months(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) if len(month) >= 7 else 0
