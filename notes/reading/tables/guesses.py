"""Guesses: what a column holds by its cells alone, where no header says it; the person is told of each."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from notes.language.texts import NOTHING, cleaned
from notes.post.countries import is_country
from notes.post.towns import regions, taken_apart, town_of
from notes.problems import BadValue
from notes.reading.files.sheets import Value
from notes.reading.tables.columns import Columns, Rows, cell_of
from notes.reading.values.dates import shape
from notes.reading.values.name_likeness import has_a_given_name, is_given_name, is_like_a_name, is_one_word

NEAR = 2  # columns
SAMPLE = 120  # rows are looked at, evenly spread
_NAMES = ("name", "first_name", "last_name", "display_name", "contact", "company", "envelope")
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_CODE = re.compile(
    r"(?:[A-Z]{1,2}-)?\d{3,5}(?:[- ]\d{2,4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d", re.I
)
_HOW_OFTEN = re.compile(
    r"^\d+\s?(?:x\b|-?(?:wk|week|month|mth|day|hr|hour|min|yr|year|time|visit|people|guest|adult|seat|pcs|kg)s?(?:ly)?\b)",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"\d+\w?(?:[-/]\d+\w?)?,?\s+[^\W\d_].*|[^\W\d_].*\s\d+\s?[a-z]?(?:[-/]\d+\w?)?\.?|p\.?\s?o\.?\s?box\s.*|.*\bbox\s+\d+",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Column:
    """What stands in a column, as far as it was looked at."""

    place: int
    values: Sequence[Value]

    @cached_property
    def texts(self) -> Sequence[str]:
        found = [cleaned(one) if isinstance(one, str) else "" if one is None else str(one) for one in self.values]
        return [text for text in found if text and text.casefold() not in NOTHING]

    def is_of(self, check: Callable[[str], bool], least: float = 0.7) -> bool:
        return bool(self.texts) and sum(map(check, self.texts)) >= least * len(self.texts)

    @property
    def is_filled(self) -> bool:
        return len(self.texts) * 2 >= len(self.values)

    @property
    def comes_again(self) -> bool:
        """Whether the same few stand there again and again: those who serve the customers, not these themselves."""
        return len(self.texts) > 1 and len(set(self.texts)) * 2 <= len(self.texts)

    @property
    def differs(self) -> bool:
        return len(set(self.texts)) * 10 >= len(self.texts) * 7


def with_guesses(columns: Columns, rows: Rows, home: str, *, headed: bool = True) -> Columns:
    """The columns, and among those that no header explains the name and the address, where the table has none.

    Where no row is a header (`headed`), birthdays too.
    """
    width = max(map(len, rows), default=0)
    places = [one for one in columns.unknown if one < width] + _unnamed_behind(columns, width)
    looked_at = rows[:: max(1, len(rows) // SAMPLE)]
    free = [_Column(place, [row[place] if place < len(row) else None for row in looked_at]) for place in places]
    free = [one for one in free if one.texts]
    fields: dict[str, int] = {}
    parts: dict[str, int] = {}
    asked: set[int] = set()
    if "email" not in columns.fields:
        fields |= _taken("email", free, lambda one: one.is_of(lambda text: bool(_EMAIL.fullmatch(text))))
    are_whole = _hold_towns(columns, looked_at)
    parts |= {} if are_whole else _address(free, _without_exceptions(columns, looked_at), home)
    if not any(name in columns.fields for name in _NAMES):
        is_placed = bool(parts or fields or columns.addresses or "email" in columns.fields)
        named, unsure = _name(free, is_placed)
        fields |= named
        asked |= {*named.values()} if unsure else set()
    if not are_whole:
        parts |= _town_by_its_place(free, columns, parts)
    if not headed and "birthday" not in columns.fields:
        fields |= _taken("birthday", free, _are_birthdays)
    return _with(columns, fields, parts, asked)


def _without_exceptions(columns: Columns, rows: Rows) -> Columns:
    """The columns without those of a whole address that few rows have: “Postal (if diff)”."""
    rare = {
        name
        for name, group in columns.addresses.items()
        if {*group} == {"whole"} and sum(bool(cell_of(row, group["whole"])) for row in rows) * 2 < len(rows)
    }
    kept = {name: group for name, group in columns.addresses.items() if name not in rare}
    return replace(columns, addresses=kept) if rare else columns


def _unnamed_behind(columns: Columns, width: int) -> list[int]:
    """The columns without a header behind “Address”, which stands above all of them."""
    found: list[int] = []
    for group in filter(None, columns.addresses.values()):
        column = max(group.values()) + 1
        while column < min(width, len(columns.headers)) and not columns.headers[column]:
            found.append(column)
            column += 1
    return found


def fits_first_row(columns: Columns, row: Sequence[Value], home: str) -> bool:
    """Whether a row has in the guessed columns what stands in them below, so that it is no header but the first."""
    checks = _checks(home)
    taken = columns.taken_for()
    known = [(place, checks[name]) for place in columns.guessed if (name := taken[place].strip()) in checks]
    fitting = [check(_Column(place, [row[place] if place < len(row) else None])) for place, check in known]
    return sum(fitting) * 2 > len(fitting)


def _checks(home: str) -> Mapping[str, Callable[[_Column], bool]]:
    return {
        "email": lambda one: one.is_of(lambda text: bool(_EMAIL.fullmatch(text))),
        "name": lambda one: one.is_of(is_like_a_name) and one.is_of(has_a_given_name),
        "birthday": lambda one: one.is_of(_is_day),
        **{part: partial(_Column.is_of, check=check) for part, check in _address_checks(home).items()},
    }


def _with(columns: Columns, fields: Mapping[str, int], parts: Mapping[str, int], asked: set[int]) -> Columns:
    guessed = frozenset([*fields.values(), *parts.values()])
    if not guessed:
        return columns
    addresses = {**columns.addresses, **({"": {**columns.addresses.get("", {}), **parts}} if parts else {})}
    return replace(
        columns,
        fields={**columns.fields, **fields},
        addresses=addresses,
        unknown=[one for one in columns.unknown if one not in guessed],
        doubtful=columns.doubtful | guessed,
        guessed=guessed,
        asked=frozenset(asked),
    )


def _taken(name: str, free: list[_Column], check: Callable[[_Column], bool]) -> dict[str, int]:
    """The first free column that passes, which is then free no more."""
    found = next((one for one in free if check(one)), None)
    if found is None:
        return {}
    free.remove(found)
    return {name: found.place}


def _address(free: list[_Column], columns: Columns, home: str) -> dict[str, int]:
    """The parts of an address that the table lacks; nothing beside a whole one."""
    known = {part for group in columns.addresses.values() for part in group}
    checks = _address_checks(home)
    found: dict[str, int] = {}
    if "whole" in known:
        return {}
    if not known - {"street_2", "country"} and (whole := _taken("whole", free, lambda one: one.is_of(checks["whole"]))):
        return whole
    if not {"postal_code", "town_line"} & known:
        found |= _taken("town_line", free, lambda one: one.is_of(checks["town_line"]))
    if not {"street", "po_box"} & known:
        found |= _taken("street", free, lambda one: one.is_of(checks["street"]) and one.differs)
    placed = [*found.values(), *(place for group in columns.addresses.values() for place in group.values())]
    if placed and "town_line" not in known | found.keys():
        found |= _beside_the_address(free, placed, known, checks)
    return found


def _beside_the_address(
    free: list[_Column], placed: Sequence[int], known: set[str], checks: Mapping[str, Callable[[str], bool]]
) -> dict[str, int]:
    """The state and the code, which stand near the street or the town; of several codes the last is the postal one."""
    found: dict[str, int] = {}
    for part in ("region", "postal_code"):
        near = [one for one in free if min(abs(one.place - other) for other in (*placed, *found.values())) <= NEAR]
        those = [one for one in near if part not in known and one.is_of(checks[part], 0.8)]
        if those:
            best = those[-1] if part == "postal_code" else those[0]
            found[part] = best.place
            free.remove(best)
    return found


def _address_checks(home: str) -> Mapping[str, Callable[[str], bool]]:
    def is_town_line(text: str) -> bool:
        town = town_of(text, home) if any(map(str.isdigit, text)) else None
        return town is not None and bool(town.postal_code) and not any(map(str.isdigit, town.city))

    def is_whole(text: str) -> bool:
        return taken_apart(text, home).usable

    return {
        "whole": is_whole,
        "town_line": is_town_line,
        "street": lambda text: bool(_STREET.fullmatch(text.partition("\n")[0])) and not _HOW_OFTEN.search(text),
        "region": lambda text: (text.isupper() or len(text) > 3) and text.strip(".").casefold() in regions(home),
        "postal_code": lambda text: bool(_CODE.fullmatch(text)),
        "city": _is_like_a_town,
    }


def _hold_towns(columns: Columns, rows: Rows) -> bool:
    """Whether more than the street stands in the column of streets: there is a comma or a break in most cells."""
    for group in columns.addresses.values():
        place = group.get("street", len(columns.headers))
        texts = [str(row[place]).strip() for row in rows if place < len(row) and row[place] not in (None, "")]
        if sum(any(gap in text for gap in (",", "\n", "  ", " / ")) for text in texts) * 2 > len(texts) > 0:
            return True
    return False


def _town_by_its_place(free: list[_Column], columns: Columns, parts: Mapping[str, int]) -> dict[str, int]:
    """The town by its place: behind the street, or beside the state or the code."""
    known = {**columns.addresses.get("", {}), **parts}
    is_known = {"city", "whole"} & {*known} or any("city" in group for group in columns.addresses.values())
    if is_known or not {"street", "region", "postal_code", "town_line"} & {*known}:
        return {}
    beside = {known[one] - 1 for one in ("region", "postal_code", "town_line") if one in known}
    beside |= {known[one] + 1 for one in ("street", "street_2", "postal_code") if one in known}
    those = [one for one in free if one.place in beside and one.is_of(_is_like_a_town, 0.8)]
    return _taken("city", free, lambda one: one is those[0]) if those else {}


def _is_like_a_town(text: str) -> bool:
    return len(text) < 40 and not any(map(str.isdigit, text)) and any(map(str.isalpha, text)) and "@" not in text


def _name(free: list[_Column], is_placed: bool) -> tuple[dict[str, int], bool]:
    """The columns of names, and whether only the shape of the words speaks for it."""
    those = [one for one in free if one.is_filled and not one.comes_again and one.is_of(is_like_a_name)]
    sure = [one for one in those if one.is_of(has_a_given_name, 0.2)]
    if sure and (whole := _taken("name", free, lambda one: one is _likeliest(sure))):
        return whole, False
    if both := _first_and_last(free):
        return both, False
    those = [one for one in those if one.differs and not one.is_of(is_country)]
    if those and is_placed and (whole := _taken("name", free, lambda one: one is those[0])):
        return whole, True
    return {}, False


def _likeliest(columns: Sequence[_Column]) -> _Column:
    """Of several columns of names that of the customers: they are all different, while those of a rep come again."""
    return max(columns, key=lambda one: (one.differs, len(one.texts), -one.place))


def _first_and_last(free: list[_Column]) -> dict[str, int]:
    first = next(
        (one for one in free if one.is_filled and one.is_of(is_given_name, 0.4) and one.is_of(is_one_word)), None
    )
    if first is None:
        return {}
    beside = [one for one in free if abs(one.place - first.place) == 1 and one.is_of(is_one_word) and one.differs]
    last = next((one for one in beside if not one.is_of(is_given_name, 0.4)), None)
    if last is None:
        return {}
    free.remove(first)
    free.remove(last)
    return {"first_name": first.place, "last_name": last.place}


def _is_day(text: str) -> bool:
    try:
        return shape(text) is not None and not text.replace(".", "").isdigit()
    except BadValue:
        return False


def _are_birthdays(column: _Column) -> bool:
    """Whether a column of days is one of birthdays: people are born in many decades, most of them long ago."""
    years = sorted(int(year) for text in column.texts for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)[:1])
    spread = bool(years) and years[len(years) // 2] < 1995 and years[-1] - years[0] > 10
    return column.is_of(_is_day) and len(years) * 10 >= len(column.texts) * 7 and spread


def first_full(rows: Sequence[Sequence[Value]]) -> Iterator[int]:
    """The rows from the first on that has as many cells filled as most have, without the titles above."""
    widths = [sum(value not in (None, "") for value in row) for row in rows]
    usual = max(set(widths), key=lambda one: (widths.count(one), one), default=0)
    yield from (place for place, width in enumerate(widths) if width >= max(1, usual - 1))
