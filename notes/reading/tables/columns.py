"""Columns: which field each column is, by what its header can mean, by its cells, and by the columns beside it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from notes.language.folding import squashed
from notes.language.headers import header_of
from notes.language.texts import cleaned, on_one_line, word_set
from notes.reading.files.sheets import Value
from notes.reading.tables.evidence import LONGEST, SAMPLE, Looks, fits, looks_of
from notes.reading.tables.meanings import ADDRESS_PARTS, Meaning, known_fields, meanings, without_group
from notes.reading.tables.parts import (
    Scene,
    Whose,
    is_either,
    is_of_the_office,
    is_sign_of_animals,
    parts_of,
    scene_of,
    spelled_out,
    words_of_header,
)
from notes.reading.tables.prefixes import without_prefixes
from notes.reading.values.name_likeness import has_a_given_name, is_like_a_name
from notes.reading.values.referrers import referrer

Rows = Sequence[Sequence[Value]]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table by field, counted from 0; `addresses` by group and part; `unknown` are not used.

    `aside` are known and not taken, with the reason; `others` tell of somebody else than the customer, and of whom.
    `doubtful` were understood by their parts or their cells, not by a listed name; `guessed` by their cells alone, and
    `asked` without being certain. `remarks` are columns of notes beside the field of that name; `told` are columns of
    days, each with the column beside it that says what happens on them.
    """

    fields: Mapping[str, int]
    addresses: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    headers: Sequence[str] = ()
    unknown: Sequence[int] = ()
    aside: Mapping[int, str] = field(default_factory=dict)
    others: Mapping[int, Whose] = field(default_factory=dict)
    doubtful: frozenset[int] = frozenset()
    guessed: frozenset[int] = frozenset()
    asked: frozenset[int] = frozenset()
    remarks: Sequence[int] = ()
    told: Mapping[int, int] = field(default_factory=dict)

    def header(self, column: int) -> str:
        return self.headers[column] if column < len(self.headers) else ""

    @property
    def understood(self) -> int:
        return len(self.fields) + sum(len(group) for group in self.addresses.values())

    def taken_for(self) -> Mapping[int, str]:
        """The field of each column that is used."""
        found = {column: name for name, column in self.fields.items()}
        for group, parts in self.addresses.items():
            found |= {column: f"{group} {name}".strip() for name, column in parts.items()}
        found |= dict.fromkeys(self.remarks, "notes")
        for day, reason in self.told.items():
            found |= {day: "on", reason: "occasion"}
        return found


def recognised(kind: str, header: str) -> bool:
    """Whether a header is understood in a table of this kind."""
    return any(not one.whose.value or one.name for one in meanings(kind, header))


def recognise(kind: str, headers: Sequence[str], chosen: Mapping[str, str] | None = None, rows: Rows = ()) -> Columns:
    """What each column is; what the settings choose comes first, and cells that contradict a header are believed."""
    return _Recognition(kind, headers, chosen or {}, rows).columns()


class _Recognition:
    """The columns of one table while they are given to the fields, the nearest name first."""

    def __init__(self, kind: str, headers: Sequence[str], chosen: Mapping[str, str], rows: Rows) -> None:
        self.kind, self.headers, self.rows = kind, headers, rows
        self.some = rows[:: max(1, len(rows) // SAMPLE)]
        self.read_as = without_prefixes(kind, spelled_out(headers))
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
            for meaning in self._meanings(column, header)
        ]
        for _, column, meaning in sorted(candidates, key=lambda one: one[:2]):
            if column not in self.taken:
                self._take(column, meaning)
        self._settle_names()
        self._settle_partner()
        self._settle_initials()
        self._settle_birthdays()
        self._settle_owner()
        self._settle_animals()
        self._settle_children()
        self._settle_source()
        self._settle_numbers()
        self._settle_suburb()
        self._settle_units()
        self._settle_vehicles()
        self._settle_keys()
        self._settle_days()
        unknown = [column for column, header in enumerate(self.headers) if header and column not in self.taken]
        return Columns(
            self.fields, self.addresses, list(self.headers), unknown, self.aside, self.others, frozenset(self.doubtful)
        )

    def _settle_names(self) -> None:
        """A name beside first names is the last name, unless it has the first name in it or is the firm’s."""
        if self.kind != "customers":
            return
        self._settle_couples()
        self._settle_wholes()
        self._settle_two_wholes()
        self._settle_accounts()
        fields = self.fields
        name = fields.get("name", fields.get("display_name"))
        if name is None or ("first_name" in fields) == ("last_name" in fields):
            return
        if "last_name" in fields:
            self._first_beside_last(name)
            return
        both = self._pairs(fields["first_name"], name)
        if both and not any(squashed(first) in squashed(whole) for first, whole in both):
            fields.pop("name" if "name" in fields else "display_name")
            fields["last_name"] = name

    def _settle_initials(self) -> None:
        """Initials beside last names are all that is known of the first ones."""
        if "first_name" in self.fields or "last_name" not in self.fields:
            return
        for column, header in enumerate(self.read_as):
            if column not in self.taken and {*words_of_header(header)} & _INITIALS and self._look(column).filled:
                self.fields["first_name"] = column
                self.taken.add(column)
                return

    def _settle_birthdays(self) -> None:
        """A second column of birthdays, of day and month perhaps, is for those of whom the first has none."""
        for column, header in enumerate(self.read_as):
            if column not in self.taken and {*words_of_header(header)} >= _DAY_AND_MONTH and "birthday" in self.fields:
                self.fields["birthday_besides"] = column
                self.taken.add(column)
                return

    def _settle_partner(self) -> None:
        """A partner between the first and the last name is one of two who share it."""
        fields = self.fields
        if not {"first_name", "last_name", "partner"} <= fields.keys() or "second_first_name" in fields:
            return
        if fields["first_name"] < fields["partner"] < fields["last_name"]:
            self._rename("partner", "second_first_name")

    def _settle_couples(self) -> None:
        """“Bride” and “Groom” above first names are those of both."""
        fields = self.fields
        if "second_name" not in fields or {"first_name", "last_name"} & fields.keys():
            return
        one = next((column for column in sorted(self.taken) if self._is_bare_first(column)), None)
        if one is None or one in self.others:
            return
        for name in [name for name in ("name", "display_name", "company", "contact") if name in fields]:
            del fields[name]
        fields["name"] = one

    def _is_bare_first(self, column: int) -> bool:
        parts = parts_of(self.read_as[column], self.scene)
        return parts.whose is Whose.FIRST and not parts.rest

    def _settle_wholes(self) -> None:
        """A column of first or last names that has whole ones is that of the name."""
        fields = self.fields
        if "first_name" in fields and "last_name" in fields:
            both = self._pairs(fields["first_name"], fields["last_name"])
            repeat = sum(squashed(first) in squashed(last) and " " in last for first, last in both)
            if repeat * 2 > len(both):
                self._rename("last_name", "name")
                if (other := self._another("last_name")) is not None:
                    fields["last_name"] = other
                    self.taken.add(other)
            return
        lone = next((one for one in ("first_name", "last_name") if one in fields), "")
        if lone and "name" not in fields and ("display_name" not in fields or lone == "first_name"):
            texts = [text for row in self.some if (text := _cell(row, fields[lone]))]
            wholes = [text for text in texts if is_like_a_name(text) and " " in text]
            if len(wholes) * 10 >= len(texts) * 6 and sum(map(has_a_given_name, wholes)) * 5 >= len(wholes) > 0:
                self._rename(lone, "name")

    def _settle_two_wholes(self) -> None:
        """Of two columns of whole names, the one that also has firms is how the customer is called on the list."""
        fields = self.fields
        if "name" not in fields or {"display_name", "first_name", "last_name", "company"} & fields.keys():
            return
        other = self._another("name")
        if other is not None and any(one != two for one, two in self._pairs(fields["name"], other)):
            fields["display_name"] = other
            self.taken.add(other)

    def _settle_accounts(self) -> None:
        """Accounts beside contacts are of people, and not of firms, where most have a title or an initial."""
        fields = self.fields
        if not {"company", "contact"} <= fields.keys() or {"name", "display_name", "first_name"} & fields.keys():
            return
        texts = [text for row in self.some if (text := _cell(row, fields["company"]))]
        if sum(bool(_OF_A_PERSON.match(text)) for text in texts) * 10 >= 6 * len(texts) > 0:
            self._rename("company", "name")

    def _rename(self, field: str, other: str) -> None:
        column = self.fields.pop(field)
        self.fields.setdefault(other, column)

    def _another(self, field: str) -> int | None:
        """The next column that may be this one."""
        free = (column for column, header in enumerate(self.read_as) if header and column not in self.taken)
        return next((one for one in free if any(m.name == field for m in self._meanings(one, self.read_as[one]))), None)

    def _pairs(self, column: int, other: int) -> Sequence[tuple[str, str]]:
        """What stands in two columns, where both are filled."""
        pairs = [(_cell(row, column), _cell(row, other)) for row in self.some]
        return [(one, two) for one, two in pairs if one and two]

    def _first_beside_last(self, name: int) -> None:
        """A name beside last names is the first name, unless it has the last name in it."""
        both = self._pairs(self.fields["last_name"], name)
        if both and sum(squashed(last) in squashed(whole) for last, whole in both) * 4 < len(both):
            self.fields.pop("name" if "name" in self.fields else "display_name")
            self.fields["first_name"] = name

    def _settle_children(self) -> None:
        """In a list of children and those who bring them, a birthday that is nobody’s by its header is the child’s.

        So it is where every adult is named as a parent; where people have names of their own, it is theirs.
        """
        column = self.fields.get("birthday")
        if column is None or not self.scene.children or parts_of(self.headers[column], self.scene).owned:
            return
        named = [self.fields[name] for name in _NAMES_OF_ADULTS if name in self.fields]
        of_children = any(whose is Whose.CHILD for whose in self.others.values()) or "child" in self.fields
        if of_children and all(parts_of(self.read_as[one], self.scene).owned for one in named):
            del self.fields["birthday"]
            self.others[column] = Whose.CHILD

    def _settle_source(self) -> None:
        """Where people heard of the business, some cells say from whom: “Referral - Rosa Holm”."""
        if self.kind != "customers" or "referred_by" in self.fields:
            return
        for column in range(len(self.headers)):
            is_free = column not in self.taken or column in self.aside
            if is_free and is_of_a_source(self.headers[column]) and self._tells_who_sent(column):
                self.aside.pop(column, None)
                self.fields["referred_by"] = column
                self.taken.add(column)
                return

    def _tells_who_sent(self, column: int) -> bool:
        return any(referrer(_cell(row, column)) for row in self.rows)

    def _settle_owner(self) -> None:
        """A lone “Owner” beside firms and contacts, or a few names again and again, is one of the business’s people."""
        column = self.fields.get("display_name")
        if self.kind != "customers" or column is None or column not in self.doubtful:
            return
        looks = self._look(column)
        comes_again = looks.filled > 3 and looks.distinct * 3 < looks.filled
        is_owner = words_of_header(self.headers[column]) == ("owner",)
        others = {"contact", "company", "name", "first_name"} & self.fields.keys()
        if others and ("contact" in others or comes_again) and (is_owner or comes_again):
            del self.fields["display_name"]
            self.others[column] = Whose.STAFF

    def _settle_animals(self) -> None:
        """That one has died, among the columns of an animal, is said of the animal."""
        for column in self.of_animals:
            if column not in self.taken and header_of(self.headers[column]).asks == "death":
                self.others[column] = Whose.ANIMAL
                self.taken.add(column)

    def _settle_numbers(self) -> None:
        """“Nr” directly beside streets without numbers is the number of the house."""
        for group in self.addresses.values():
            house = group.get("house_number")
            if house is not None and "street" not in group and self._look(house).mostly(self._look(house).streets):
                group["street"] = group.pop("house_number")
            elif house is not None and self._is_vague_beside(house, group.get("street")):
                self._give_back(group.pop("house_number"))
            street = group.get("street")
            if street is None or "house_number" in group or self._look(street).mostly(self._look(street).numbered):
                continue
            beside = [one for one in (street + 1, street - 1) if 0 <= one < len(self.headers)]
            named = [one for one in beside if words_of_header(self.headers[one]) in (("number",), ("n",))]
            those = [one for one in named if not self.rows or self._look(one).mostly(self._look(one).numbered)]
            for number in those[:1]:
                group["house_number"] = number
                self.taken.add(number)
                for name in [name for name, column in self.fields.items() if column == number]:
                    del self.fields[name]

    def _is_vague_beside(self, house: int, street: int | None) -> bool:
        """Whether “Número” stands beside streets that have their numbers already."""
        if street is None or words_of_header(self.headers[house]) not in (("number",), ("n",)):
            return False
        return self._look(street).mostly(self._look(street).streets)

    def _give_back(self, column: int) -> None:
        """A column that is not of an address is the number of the customer, where there is no other."""
        if "customer_id" in self.fields:
            self.taken.discard(column)
        else:
            self.fields["customer_id"] = column

    def _settle_suburb(self) -> None:
        """A suburb beside a city is one more line above it, as in New Zealand; each address has its own."""
        for column, header in enumerate(self.read_as):
            group = self.addresses.get(_group_of_suburb(header), {}) if column not in self.taken else {}
            free = next((part for part in ("street_2", "street_3", "street_4") if part not in group), "")
            if {"city", "street"} <= group.keys() and free and self._look(column).mostly(self._look(column).lettered):
                group[free] = column
                self.taken.add(column)

    def _settle_units(self) -> None:
        """Which unit somebody owns is no line of “Owner address”, where that is another address."""
        for group in self.addresses.values():
            street, unit = group.get("street"), group.get("street_2")
            if street is None or unit is None or words_of_header(self.headers[unit]) != ("unit",):
                continue
            if parts_of(self.headers[street], self.scene).owned:
                del group["street_2"]
                self.others[unit] = Whose.THING

    def _settle_vehicles(self) -> None:
        """When a vehicle was registered, or an event is, is nothing of its owner."""
        column = self.fields.get("first_purchase")
        spoken = {word for header in self.headers for word in words_of_header(header)}
        is_of_events = column is not None and words_of_header(self.headers[column]) == ("date",) and spoken & _OF_EVENTS
        if column is not None and is_of_events:
            del self.fields["first_purchase"]
            self.taken.discard(column)
        elif column is not None and spoken & _OF_VEHICLES and {*words_of_header(self.headers[column])} & _REGISTERED:
            del self.fields["first_purchase"]
            self.others[column] = Whose.THING

    def _settle_keys(self) -> None:
        """Where no column is known for the customer’s number, it is the first called one that tells all apart."""
        if self.kind == "orders":
            self._settle_order_numbers()
            self._settle_status()
            return
        number = self.fields.get("customer_id")
        if number and words_of_header(self.headers[number]) == ("code",) and self._may_be_postal(number):
            del self.fields["customer_id"]
            self.taken.discard(number)
        if self.kind != "customers" or "customer_id" in self.fields:
            return
        for column, header in enumerate(self.headers):
            looks = self._look(column)
            of_a_door = words_of_header(header) == ("key", "number")
            is_named = (bool({*words_of_header(header)[-1:]} & _KEYS) and not of_a_door) or (
                column == 0 and looks.mostly(looks.codes)
            )
            tells_apart = looks.filled == looks.distinct == len(self.rows[:: max(1, len(self.rows) // SAMPLE)]) > 1
            is_free = column not in self.taken or column == self.fields.get("household")
            if is_free and is_named and tells_apart and not self._may_be_postal(column):
                self.fields["customer_id"] = column
                self.taken.add(column)
                self.doubtful.add(column)
                return

    def _settle_order_numbers(self) -> None:
        """What is another for each of somebody’s orders is the number of the order, and not of the customer."""
        number, person = self.fields.get("customer_id"), self.fields.get("email", self.fields.get("name"))
        if number is None or person is None or number == person:
            return
        numbers: dict[str, set[str]] = {}
        for one, whose in self._pairs(number, person):
            numbers.setdefault(whose, set()).add(one)
        if any(len(those) > 1 for those in numbers.values()):
            del self.fields["customer_id"]
            self.fields["order_id"] = number

    def _settle_status(self) -> None:
        """“State” above OH and VIC is where somebody lives, and not how the order stands."""
        column = self.fields.get("status")
        if column is None or "state" not in words_of_header(self.headers[column]):
            return
        texts = [text for row in self.some if (text := _cell(row, column))]
        if sum(text.isupper() and len(text) <= 3 for text in texts) * 10 >= 7 * len(texts):
            del self.fields["status"]
            self.taken.discard(column)

    def _settle_days(self) -> None:
        """Where no header says when an order was, the first column of days does, if not of a birth or an end."""
        if self.kind != "orders" or "day" in self.fields or not self.rows:
            return
        for column, header in enumerate(self.headers):
            looks = self._look(column)
            is_other = not _NO_DAYS_OF_ORDERS.isdisjoint(words_of_header(header))
            if (
                column not in self.taken
                and not is_other
                and looks.mostly(looks.dates)
                and not looks.mostly(looks.whole)
            ):
                self.fields["day"] = column
                self.taken.add(column)
                self.doubtful.add(column)
                return

    def _may_be_postal(self, column: int) -> bool:
        """Whether a “Code” stands beside the town or state of an address that has no postal code yet."""
        beside = {group.get(part) for group in self.addresses.values() for part in ("city", "region")}
        lacks = all("postal_code" not in group for group in self.addresses.values())
        return lacks and bool({column - 1, column + 1} & beside) and self._look(column).mostly(self._look(column).codes)

    def _meanings(self, column: int, header: str) -> Iterator[Meaning]:
        found = meanings(self.kind, header, self.scene)
        if not found and header != self.headers[column]:
            found = meanings(self.kind, self.headers[column].strip("-– "), self.scene)
        usual = [one for one in found if not one.instead]
        contradicted = bool(usual) and all(one.name and not self._fits(column, one.name) for one in usual)
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
            if words_of_header(header) == ("where",) and self._look(column).hardly(self._look(column).numbered):
                continue  # towns, perhaps
            if meaning.aside or meaning.whose.value or self._fits(column, meaning.name):
                yield meaning

    def _cannot_be_instead(self, column: int, name: str) -> bool:
        """Whether a column that cannot be what its name says is no other field: “Guests” above 2 and 4 has no ids."""
        looks = self._look(column)
        counts_people = self.headers[column].casefold().endswith("s") and looks.mostly(looks.small)
        if name == "house_number":
            return not looks.mostly(looks.numbered)
        return (name == "email" and not looks.mostly(looks.emails)) or (name == "customer_id" and counts_people)

    def _lag(self, column: int, name: str) -> int:
        """How far an empty column stands behind one with something in it, and a whole address behind a street."""
        if not self.rows:
            return 0
        looks = self._look(column)
        is_worse = (name == "street" and looks.mostly(looks.with_town)) or (
            name == "title" and not looks.mostly(looks.titles)
        )
        return _EMPTY if not looks.filled else _EMPTY // 2 if is_worse else 0

    def _counts(self, column: int) -> bool:
        """Whether “No” has small numbers that come again: how many people or things, and nobody’s own."""
        looks = self._look(column)
        is_vague = words_of_header(self.headers[column]) == ("number",)
        return is_vague and looks.mostly(looks.small) and looks.distinct < looks.filled

    def _fits(self, column: int, name: str) -> bool:
        if name == "customer_id" and self.kind == "customers" and self._counts(column):
            return False
        return not self.rows or fits(name, self._look(column))

    def _look(self, column: int) -> Looks:
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


def _group_of_suburb(header: str) -> str:
    """The group of an address that a column of suburbs belongs to; “?” where it is no such column."""
    group, rest = without_group(words_of_header(header))
    return group if {*rest} & _SUBURBS and {*rest} - _BESIDE_A_SUBURB <= _SUBURBS else "?"


_SUBURBS = word_set(
    "lieu dit suburb locality district village hamlet neighbourhood neighborhood area townland quartier ortsteil "
    "stadtteil bairro barrio colonia frazione localita wijk bydel stadsdel fraccionamiento urbanizacion"
)
_BESIDE_A_SUBURB = frozenset(["address", "name", "line"])
_OF_A_PERSON = re.compile(
    r"(?:(?:mr|mrs|ms|miss|dr|capt|col|rev|sir|lady)\b\.?\s+(?:and |& )?)+[^\W\d_]|(?:[^\W\d_]\.?\s+){1,3}[^\W\d_]{2}",
    re.IGNORECASE,
)
_EMPTY = 20_000
_OF_VEHICLES = word_set(
    "vehicle vehicles car make model mot vin mileage odometer chassis fahrzeug kennzeichen véhicule immatriculation"
)
_OF_EVENTS = word_set("occasion event milestone birthday anlass ereignis evento ocasión")
_REGISTERED = word_set("registration registered reg built manufactured zulassung erstzulassung")
_INITIALS = word_set(
    "initials initial init inits voorletters voorletter voorl initialen initiales iniciali iniciais inicialy"
)
_DAY_AND_MONTH = frozenset(["birthday", "month", "day"])
_NAMES_OF_ADULTS = ("name", "first_name", "last_name", "display_name", "contact")
_OF_A_SOURCE = frozenset(["source", "heard", "hear", "found", "herkunft", "quelle", "origine", "origen"])
_REFERRALS = word_set("referral referred referrer referring ref")
_NO_DAYS_OF_ORDERS = frozenset(
    ["birthday", "born", "birth", "due", "expires", "expiry", "until", "end", "out", "fällig", "geburtstag", "échéance"]
)
_KEYS = frozenset(["id", "no", "nr", "number", "code", "ref", "key", "num"])  # “Chart ID”, “Friend No.”, “Envelope #”


def _cell(row: Sequence[Value], column: int) -> str:
    return str(row[column]).strip() if column < len(row) and row[column] is not None else ""


# What an animal has as well: beside the columns of an animal these are the animal’s.
_ALSO_OF_ANIMALS = ("birthday", "do_not_mail", "deceased", "status", "notes", "last_purchase", "name", "mail_ok")
_SURELY_OURS = frozenset(["mail", "card", "cards", "post", "contact"])


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


def is_of_a_source(header: str) -> bool:
    """Whether a column says where people heard of the business, which is seldom from somebody."""
    return not _OF_A_SOURCE.isdisjoint(words_of_header(header)) and _REFERRALS.isdisjoint(words_of_header(header))


def header_text(value: object) -> str:
    return on_one_line(cleaned(value[:LONGEST])) if isinstance(value, str) else "" if value is None else str(value)
