"""The occasions: what each kind of reason for a card asks of picking, wording and paper.

Ours stand in occasions.toml, the person's own in their occasions.toml, one table an occasion. A table of a name of ours
changes what it says and adds its aliases; a new one is a new occasion, ranked behind the one that it names in `after`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from notes.language.folding import squashed
from notes.language.texts import short
from notes.problems import BadValue, Place, Problem, did_you_mean
from notes.resources import table_beside
from notes.toml import read_toml

if TYPE_CHECKING:
    from notes.settings import Picking

_CHOICES: Mapping[str, Sequence[str]] = {
    "column": ("birthday", "anniversary", "graduation"),
    "counts": ("customer", "married", "age"),
    "loss": ("person", "pet"),
    "person_is": ("referred", "born"),
    "arrives": ("on", "before", "after"),
    "tells": ("service", "opening", "house", "study"),
    "late": ("news_days", "belated_days", "condolence_days", "new_customer_days", "years_late_days"),
    "silence": ("mourning_days", "apology_days"),
    "a_month": ("thanks_a_month", "quiet_a_month"),
}
_NUMBERS = frozenset(["late", "silence", "a_month"])  # each a number, or the setting of [picking] that holds it
_NAME = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_USUAL_PLACE = "follow-up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """A kind of reason, by the name of its folder in templates/.

    `matter` are the words by which a topic is found where About says nothing.
    `title` is what the reason for a card begins with, `with_person` the same where `Person` is filled in, `about` what
    it is for, `example` what About could say. `aliases` are other ways of writing it in the Milestones sheet; what is
    `found` from columns and orders need not be written there.
    `column` is the field of a customer that holds its day, of which one says `of_the_day`. A card goes `late` days
    after its day at most, `arrives` on it, a week before or after it; it must arrive `on_the_day` (and no pause between
    two cards holds it up), comes back `yearly`;
    there are at most so many `a_month`, in the order in which they are due (0: as many as there are).
    `solemn` allows no cheer: no front, nothing beside the matter. `initials` waits for somebody's. `loss` says who
    died. `silence` is for how many days the household gets no other card, `because` of what.
    `shared` greets the household on one card. `of_a_person` may be somebody else's than the customer's, whom the note
    then names; `whose` is the word in “whose birthday is it?” for what only one of a couple can have. `person_is` says
    who Person is, if not the one whom it happened to. `despite` are the kinds of holds that do not keep it back.
    `counts` is what its years are of; an age is never said.
    Notes of a `gentle` one ask nothing and say only what is meant for it; `at_fault` says that the business is. A
    remark of one of its `kinds`, or with words of `said_as`, says the same as the card, as does what somebody is where
    it is `of_a_role`. What comes `afterwards` is still to come while it is.
    `tells` is what else a cell beside a day may say of it, for About; in later years it `comes_round` as another one.
    Its words `heads_days` where a column of the customers' table is called by them and holds days. A card may go on
    `any_day` of the month that is named for it; where none is named, for its `usual_day`.
    """

    name: str
    title: str
    with_person: str = ""
    about: str = ""
    example: str = ""
    matter: str = ""
    aliases: tuple[str, ...] = ()
    found: bool = False
    column: str = ""
    of_the_day: str = ""
    late: int | str = "news_days"
    on_the_day: bool = False
    arrives: str = "on"
    yearly: bool = False
    a_month: int | str = 0
    solemn: bool = False
    initials: bool = False
    loss: str = ""
    silence: int | str = 0
    because: str = ""
    shared: bool = False
    of_a_person: bool = False
    whose: str = ""
    person_is: str = ""
    counts: str = ""
    despite: tuple[str, ...] = ()
    gentle: bool = False
    at_fault: bool = False
    kinds: tuple[str, ...] = ()
    said_as: tuple[str, ...] = ()
    of_a_role: bool = False
    afterwards: tuple[str, ...] = ()
    tells: str = ""
    comes_round: str = ""
    heads_days: bool = False
    any_day: bool = False
    usual_day: str = ""
    after: str = ""

    @property
    def says_years(self) -> bool:
        """Whether the number of years is for saying."""
        return self.counts in ("customer", "married")

    def of(self, person: str) -> str:
        """The title where it happened to somebody.

        >>> Occasion(name="wedding", title="Wedding").of("Ida")
        'Wedding of Ida'
        """
        return self.with_person.replace("{person}", person) if self.with_person else f"{self.title} of {person}"

    def late_days(self, picking: "Picking") -> int:
        return _number(self.late, picking)

    def silent_days(self, picking: "Picking") -> int:
        return _number(self.silence, picking)

    def quota(self, picking: "Picking") -> int:
        return _number(self.a_month, picking)


def _number(value: int | str, picking: "Picking") -> int:
    return value if isinstance(value, int) else int(getattr(picking, value))


@dataclass(frozen=True)
class Occasions:
    """All occasions, in the order of priority."""

    rows: tuple[Occasion, ...]
    _by_name: Mapping[str, Occasion] = field(init=False, repr=False, compare=False)
    _by_spelling: Mapping[str, Occasion] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_name", {one.name: one for one in self.rows})
        spelled = {squashed(word): one for one in self.rows for word in (one.name, *one.aliases)}
        spelled.pop("", None)
        object.__setattr__(self, "_by_spelling", spelled)

    @classmethod
    def from_table(cls, table: Mapping[str, Mapping[str, Any]]) -> "Occasions":
        """The occasions of a file, in its order.

        Raises:
            BadValue: a key or a value is not one that an occasion has.
        """
        return cls(tuple(_occasion(name, row, None) for name, row in table.items()))

    def __iter__(self) -> Iterator[Occasion]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __contains__(self, name: object) -> bool:
        return name in self._by_name

    def __getitem__(self, name: str) -> Occasion:
        """The occasion of a name; one that is no longer known, from an old card, is like any other milestone."""
        return self._by_name.get(name) or Occasion(name=name, title=name.capitalize())

    @property
    def names(self) -> list[str]:
        return [one.name for one in self.rows]

    @property
    def for_the_sheet(self) -> list[Occasion]:
        """Those that a person writes into the Milestones sheet: by priority, the solemn ones last."""
        return sorted((one for one in self.rows if not one.found), key=lambda one: one.solemn)

    def spelled(self, text: str) -> Occasion | None:
        """The occasion as people write it, None if it is not one."""
        return self._by_spelling.get(squashed(text))

    def understood(self, text: str) -> Occasion:
        """The occasion as people write it.

        >>> [ours().understood(text).name for text in ("New home", "Project finished", "Condolences")]
        ['new-home', 'project-finished', 'condolence']

        Raises:
            BadValue: no occasion is called that.
        """
        found = self.spelled(text)
        if found is None:
            raise BadValue(f"“{short(text)}” is not an occasion.", did_you_mean(text, self.names))
        return found

    def with_one(self, row: Occasion) -> "Occasions":
        """The table with one more row, or with one that takes the place of its namesake."""
        if row.name in self and not row.after:
            return Occasions(tuple(row if one.name == row.name else one for one in self.rows))
        others = [one for one in self.rows if one.name != row.name]
        place = [one.name for one in others].index(self._place_of(row)) + 1
        return Occasions((*others[:place], row, *others[place:]))

    def _place_of(self, row: Occasion) -> str:
        """The occasion behind which a new one is ranked: the last of the solemn ones, or what is news as well."""
        return row.after or ([one.name for one in self.rows if one.solemn][-1] if row.solemn else _USUAL_PLACE)


@cache
def ours() -> Occasions:
    """The occasions of occasions.toml."""
    return Occasions.from_table(table_beside(__file__, "occasions.toml"))


def read_occasions(path: Path) -> tuple[Occasions, Sequence[Problem]]:
    """Our occasions with those of a person's own file, if there is one, and what is wrong with it."""
    known = ours()
    table, broken = read_toml(path, "Begin each occasion with its name in [brackets].")
    problems = [*broken]
    for name, row in table.items():
        try:
            known = known.with_one(_new(name, row, known))
        except _BadKey as bad:
            problems.append(bad.at(Place(path.name, key=f"{name}.{bad.key}")))
        except BadValue as bad:
            problems.append(bad.at(Place(path.name, key=name)))
    return known, problems


class _BadKey(BadValue):
    """A value of a row that cannot be used, and the key that it stands behind."""

    def __init__(self, key: str, message: str, remedy: str) -> None:
        super().__init__(message, remedy)
        self.key = key


def _new(name: str, row: Any, known: Occasions) -> Occasion:
    if not isinstance(row, dict):
        raise BadValue("this is not an occasion.", f"Write [{name}] on a line of its own, and its settings below.")
    if not _NAME.fullmatch(name) or name != name.lower():
        like = re.sub(r"[\W_]+", "-", name.lower()).strip("-") or "moved-office"
        raise BadValue("this cannot be the name of a folder.", f"Use small letters and hyphens, like [{like}].")
    new = _occasion(name, row, next((one for one in known if one.name == name), None))
    if new.after == name:
        raise _BadKey("after", "an occasion cannot come after itself.", "Name another one, or leave the line out.")
    if new.after and new.after not in known:
        raise _BadKey("after", f"there is no occasion “{new.after}”.", did_you_mean(new.after, known.names))
    for word in (name, *new.aliases):
        if (other := known.spelled(word)) and other.name != name:
            raise _BadKey("aliases", f"“{word}” already means “{other.name}”.", "Leave it out here.")
    return new


def _occasion(name: str, row: Mapping[str, Any], old: Occasion | None) -> Occasion:
    """The occasion of a table; what it does not say is as in the old one."""
    values = {key: _checked(key, value) for key, value in row.items()}
    if old:
        return replace(old, **{**values, "aliases": (*old.aliases, *values.get("aliases", ()))})
    return Occasion(**{"title": name.replace("-", " ").capitalize(), **values, "name": name})


def _checked(key: str, value: Any) -> Any:
    usual = _USUAL.get(key)
    if usual is None:
        raise _BadKey(key, "an occasion has no such setting.", did_you_mean(key, sorted(_USUAL)))
    choices = _CHOICES.get(key, ())
    if key in _NUMBERS:
        if value in choices or (type(value) is int and 0 <= value <= 3660):
            return value
        raise _BadKey(key, f"“{value}” is not a number of {_what(key)}.", f"Write one like 30, or {_listed(choices)}.")
    if isinstance(usual, tuple):
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
        raise _BadKey(key, f"“{value}” is not a list of words.", f'Write it like {key} = ["moved office"].')
    if type(value) is not type(usual):
        kind = "true or false" if isinstance(usual, bool) else "text in quotes"
        raise _BadKey(key, f"“{value}” is not {kind}.", f"Write {kind}.")
    if choices and value not in choices:
        raise _BadKey(key, f"“{value}” is not one of the choices.", f"Write {_listed(choices)}.")
    return value


def _what(key: str) -> str:
    return "cards" if key == "a_month" else "days"


def _listed(choices: Sequence[str]) -> str:
    return " or ".join(f'"{one}"' for one in choices)


_USUAL = {one.name: getattr(Occasion(name="", title=""), one.name) for one in fields(Occasion) if one.name != "name"}
