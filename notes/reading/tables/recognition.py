"""Recognition: which field each column is, by what its header can mean, by its cells, and by the columns beside it."""

from collections.abc import Iterator, Mapping, Sequence

from notes.language.folding import squashed
from notes.language.vocabulary import words
from notes.reading.tables.addressing import settle_addressing
from notes.reading.tables.columns import Columns, Rows, cell_of
from notes.reading.tables.evidence import SAMPLE, Looks, fits, looks_of
from notes.reading.tables.meanings import ADDRESS_PARTS, Meaning, known_fields, meanings
from notes.reading.tables.parts import (
    Scene,
    Whose,
    is_either,
    is_of_the_office,
    is_sign_of_animals,
    parts_of,
    scene_of,
    words_of_header,
)
from notes.reading.tables.prefixes import without_prefixes, without_tags
from notes.reading.tables.settled_columns import (
    settle_animals,
    settle_birthdays,
    settle_children,
    settle_cycle,
    settle_days,
    settle_keys,
    settle_record,
    settle_source,
    settle_the_dead,
    settle_vehicles,
)
from notes.reading.tables.settled_names import (
    settle_former,
    settle_initials,
    settle_names,
    settle_owner,
    settle_partner,
    settle_pupils,
)
from notes.reading.tables.settled_places import (
    settle_followers,
    settle_numbers,
    settle_rooms,
    settle_suburb,
    settle_units,
)
from notes.reading.tables.spelled_headers import spelled_out

_EMPTY = 20_000
_ALSO_OF_ANIMALS = ("birthday", "do_not_mail", "deceased", "status", "notes", "last_purchase", "name", "mail_ok")
_SURELY_OURS = frozenset(["mail", "card", "cards", "post", "contact"])
# One after the other: what a later one decides may rest on what an earlier one did.
_SETTLING = (
    settle_former,
    settle_names,
    settle_pupils,
    settle_partner,
    settle_initials,
    settle_addressing,
    settle_birthdays,
    settle_owner,
    settle_animals,
    settle_children,
    settle_the_dead,
    settle_source,
    settle_followers,
    settle_numbers,
    settle_rooms,
    settle_suburb,
    settle_units,
    settle_vehicles,
    settle_cycle,
    settle_keys,
    settle_record,
    settle_days,
)


def recognised(kind: str, header: str) -> bool:
    """Whether a header is understood in a table of this kind."""
    return any(not one.whose.value or one.name for one in meanings(kind, header))


def recognise(kind: str, headers: Sequence[str], chosen: Mapping[str, str] | None = None, rows: Rows = ()) -> Columns:
    """What each column is; what the settings choose comes first, and cells that contradict a header are believed."""
    return Recognition(kind, headers, chosen or {}, rows).columns()


class Recognition:
    """The columns of one table while they are given to the fields, the nearest name first."""

    def __init__(self, kind: str, headers: Sequence[str], chosen: Mapping[str, str], rows: Rows) -> None:
        self.kind, self.headers, self.rows = kind, headers, rows
        self.some = rows[:: max(1, len(rows) // SAMPLE)]
        self.read_as = without_prefixes(kind, without_tags(kind, spelled_out(headers)))
        self.fields, self.addresses = _chosen(headers, chosen, kind)
        self.taken = {*self.fields.values(), *(one for group in self.addresses.values() for one in group.values())}
        self.scene = scene_of(self.read_as)
        self.of_animals = _of_animals(self.read_as, self.scene) if kind == "customers" else frozenset()
        self.aside: dict[int, str] = {}
        self.others: dict[int, Whose] = {}
        self.doubtful: set[int] = set()
        self._looks: dict[int, Looks] = {}

    def columns(self) -> Columns:
        candidates = [
            (meaning.rank + self._lag(column, meaning.name), column, meaning)
            for column, header in enumerate(self.read_as)
            if header and column not in self.taken
            for meaning in self.meanings_of(column, header)
        ]
        for _, column, meaning in sorted(candidates, key=lambda one: one[:2]):
            if column not in self.taken:
                self._take(column, meaning)
        for settle in _SETTLING:
            settle(self)
        unknown = [column for column, header in enumerate(self.headers) if header and column not in self.taken]
        return Columns(
            self.fields, self.addresses, list(self.headers), unknown, self.aside, self.others, frozenset(self.doubtful)
        )

    def rename(self, field: str, other: str) -> None:
        column = self.fields.pop(field)
        self.fields.setdefault(other, column)

    def another(self, field: str) -> int | None:
        """The next column that may be this one."""
        free = (column for column, header in enumerate(self.read_as) if header and column not in self.taken)
        return next(
            (one for one in free if any(m.name == field for m in self.meanings_of(one, self.read_as[one]))), None
        )

    def pairs(self, column: int, other: int) -> Sequence[tuple[str, str]]:
        """What stands in two columns, where both are filled."""
        pairs = [(cell_of(row, column), cell_of(row, other)) for row in self.some]
        return [(one, two) for one, two in pairs if one and two]

    def give_back(self, column: int) -> None:
        """A column that is not of an address is the number of the customer, where there is no other."""
        if "customer_id" in self.fields:
            self.taken.discard(column)
        else:
            self.fields["customer_id"] = column

    def may_be_postal(self, column: int) -> bool:
        """Whether a “Code” stands beside the town or state of an address that has no postal code yet."""
        beside = {group.get(part) for group in self.addresses.values() for part in ("city", "region")}
        lacks = all("postal_code" not in group for group in self.addresses.values())
        return lacks and bool({column - 1, column + 1} & beside) and self.look(column).mostly(self.look(column).codes)

    def meanings_of(self, column: int, header: str) -> Iterator[Meaning]:
        found = meanings(self.kind, header, self.scene)
        if not found and header != self.headers[column]:
            found = meanings(self.kind, self.headers[column].strip("-– "), self.scene)
        usual = [one for one in found if not one.instead]
        contradicted = bool(usual) and all(one.name and not self.fits(column, one.name) for one in usual)
        for meaning in found if contradicted else usual:
            if column in self.of_animals and meaning.name in (
                _ALSO_OF_ANIMALS if self.scene.animals else ("birthday",)
            ):
                yield Meaning("", 0, whose=Whose.ANIMAL)
                return
            if meaning.instead and self._cannot_be_instead(column, meaning.name):
                continue
            if meaning.name == "notes" and is_of_the_office(self.headers[column]):
                continue  # the office’s own matter is looked at for what holds a card, and never written about
            if words_of_header(header) == ("where",) and self.look(column).hardly(self.look(column).numbered):
                continue  # towns, perhaps
            if meaning.aside or meaning.whose.value or self.fits(column, meaning.name):
                yield meaning

    def _cannot_be_instead(self, column: int, name: str) -> bool:
        """Whether a column that cannot be what its name says is no other field: “Guests” above 2 and 4 has no ids."""
        looks = self.look(column)
        counts_people = self.headers[column].casefold().endswith("s") and looks.mostly(looks.small)
        if name == "mail_ok":  # “Donor” of whom none is one, “Prospect”: neither says who wants no cards
            return not looks.yeses or words("standings", "not_yet").any_of(words_of_header(self.headers[column]))
        if name == "name" and looks.distinct * 3 <= looks.filled:
            return True
        if name == "house_number":
            return not looks.mostly(looks.numbered)
        return (name == "email" and not looks.mostly(looks.emails)) or (name == "customer_id" and counts_people)

    def _lag(self, column: int, name: str) -> int:
        """How far an empty column stands behind one with something in it, and a whole address behind a street."""
        if not self.rows:
            return 0
        looks = self.look(column)
        is_worse = (name == "street" and looks.mostly(looks.with_town)) or (
            name == "title" and not looks.mostly(looks.titles)
        )
        return _EMPTY if not looks.filled else _EMPTY // 2 if is_worse else 0

    def _counts(self, column: int) -> bool:
        """Whether “No” has small numbers that come again: how many people or things, and nobody’s own."""
        looks = self.look(column)
        is_vague = words_of_header(self.headers[column]) == ("number",)
        return is_vague and looks.mostly(looks.small) and looks.distinct < looks.filled

    def fits(self, column: int, name: str) -> bool:
        if name == "customer_id" and self.kind == "customers" and self._counts(column):
            return False
        return not self.rows or fits(name, self.look(column))

    def look(self, column: int) -> Looks:
        if column not in self._looks:
            self._looks[column] = looks_of(self.rows, column)
        return self._looks[column]

    def _take(self, column: int, meaning: Meaning) -> None:
        if meaning.aside:
            self.aside[column] = meaning.name
        elif meaning.whose.value:
            self.others[column] = meaning.whose
        else:
            group = self.fields if meaning.group is None else self.addresses.setdefault(meaning.group, {})
            if meaning.name in group:
                return
            group[meaning.name] = column
            if meaning.rank >= 300:
                self.doubtful.add(column)
        self.taken.add(column)


def _of_animals(headers: Sequence[str], scene: Scene) -> frozenset[int]:
    """The columns that stand among those of an animal: behind the first of them, until the customer is named again."""
    found: set[int] = set()
    among = False
    for column, header in enumerate(headers):
        parts = parts_of(header, scene)
        names_animal = parts.whose is Whose.ANIMAL or (scene.animals and is_sign_of_animals(words_of_header(header)))
        if names_animal:
            among = scene.animals or (parts.whose is Whose.ANIMAL and not is_either(header))
        elif parts.owned and parts.whose.is_customer:
            among = False
        elif among and _SURELY_OURS.isdisjoint(words_of_header(header)):
            found.add(column)
            among = scene.animals
    return frozenset(found)


def _chosen(
    headers: Sequence[str], chosen: Mapping[str, str], kind: str
) -> tuple[dict[str, int], dict[str, dict[str, int]]]:
    """The columns that the settings name; a field that does not belong to this kind of table is passed over."""
    by_key = {squashed(header): column for column, header in reversed(list(enumerate(headers)))}
    fields: dict[str, int] = {}
    addresses: dict[str, dict[str, int]] = {}
    for name, header in chosen.items():
        column = by_key.get(squashed(header))
        if column is None:
            continue
        if kind == "customers" and name in ADDRESS_PARTS:
            addresses.setdefault("", {})[name] = column
        elif name in known_fields(kind):
            fields[name] = column
    return fields, addresses
