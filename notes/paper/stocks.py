"""Stocks: papers as they are sold, read from stocks.toml, each with its source, and all of them adding up.

Lengths are points; places on a sheet are measured from its left and top edge as it lies upright, width before height.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from notes.language.numbers import counted
from notes.problems import BadValue, Place, Problem, did_you_mean
from notes.toml import read_toml
from notes.units import INCH, MM, points

Size = tuple[float, float]
OURS = [Path(__file__).with_name(name) for name in ("labels.toml", "stocks.toml")]
CLEAR = 5 * MM  # from the edge of a sheet, where printers do not reach
TOLERANCE = 0.5 * MM  # tables round to a thousandth of an inch, up to a dozen times


class Fold(Enum):
    """How a card folds: not, with the fold at the left of the front, at its top, or twice."""

    NONE = "none"
    BOOK = "book"
    TENT = "tent"
    QUARTER = "quarter"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Equal cells on a sheet of paper, counted from 1 along the rows.

    Raises:
        BadValue: the cells do not fit the paper, or overlap.
    """

    paper: Size
    grid: tuple[int, int]
    size: Size
    first: Size = (0.0, 0.0)
    pitch: Size = (0.0, 0.0)
    last: Size | None = None
    paper_name: str = ""

    def __post_init__(self) -> None:
        for axis, (along, least) in enumerate((("width", "columns"), ("height", "rows"))):
            count, pitch = self.grid[axis], self.pitch[axis]
            if count < 1 or self.size[axis] <= 0:
                raise BadValue(f"there are no {least}.", "Write grid = [columns, rows], and a size in mm or in.")
            if count > 1 and pitch < self.size[axis] - 0.01:
                raise BadValue(f"the {least} overlap.", "“pitch” must be at least as large as “size”.")
            last = (self.last or self.first)[axis]
            total = self.first[axis] + (count - 1) * pitch + self.size[axis] + last
            if abs(total - self.paper[axis]) > TOLERANCE:
                raise BadValue(
                    f"the {along}s add up to {total / INCH:.3f} in, the paper to {self.paper[axis] / INCH:.3f} in.",
                    f"{self._understood(axis)}\n"
                    "first + pitches + size + last must make the paper; “last” is what is left at the right or bottom.",
                )

    def __len__(self) -> int:
        return self.grid[0] * self.grid[1]

    @property
    def is_alone(self) -> bool:
        """Whether the page is the cell itself, as on a roll: it has no margins, and no sheet is ever begun."""
        return len(self) == 1 and self.size == self.paper

    def _understood(self, axis: int) -> str:
        """What the figures say of one direction, to be compared with the sheet in hand."""
        count, first, last = self.grid[axis], self.first[axis], (self.last or self.first)[axis]
        what = ("column", "row")[axis]
        starts = [f"{(first + index * self.pitch[axis]) / MM:.1f}" for index in range(count)]
        shown = ", ".join([*starts[:3], "…", starts[-1]] if count > 4 else starts)
        wide, edge = ("wide", "left") if axis == 0 else ("high", "top")
        each = f"each {self.size[axis] / MM:.1f} mm {wide}, beginning {shown} mm from the {edge} edge"
        return f"I understood {counted(count, what)}, {each}; then {last / MM:.1f} mm are left."

    def cell(self, number: int) -> tuple[float, float, float, float]:
        """Left, bottom, width and height of a cell on the page, from its lower left corner."""
        row, column = divmod(number - 1, self.grid[0])
        left = self.first[0] + column * self.pitch[0]
        top = self.first[1] + row * self.pitch[1]
        return left, self.paper[1] - top - self.size[1], self.size[0], self.size[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """What every paper has: the name by which it is bought, and where its measures come from."""

    name: str
    title: str
    source: str
    aliases: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The paper in words, to look for in the cupboard."""
        return f"{self.name}: {self.title}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelStock(Stock):
    """Labels on a sheet, or one by one on a roll; `pad` stays free of text around the edge of each."""

    sheet: Sheet
    pad: float

    @property
    def insets(self) -> Size:
        """What stays free at the sides, and above and below: on a sheet no text comes near the edge of the paper."""
        if self.sheet.is_alone:
            return self.pad, self.pad
        sheet = self.sheet
        nearest = [min(sheet.first[axis], (sheet.last or sheet.first)[axis]) for axis in (0, 1)]
        return max(self.pad, CLEAR - nearest[0]), max(self.pad, CLEAR - nearest[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class CardStock(Stock):
    """A card, alone on its page or several on a sheet; `margin` stays free of writing around each panel."""

    sheet: Sheet
    fold: Fold
    turned: bool
    margin: float
    envelope: str
    cut: bool

    @property
    def panel(self) -> Size:
        """Width and height of one side of the finished card, as it is read."""
        width, height = self.sheet.size[::-1] if self.turned else self.sheet.size
        across = 2 if self.fold in (Fold.BOOK, Fold.QUARTER) else 1
        down = 2 if self.fold in (Fold.TENT, Fold.QUARTER) else 1
        return width / across, height / down

    @property
    def writing_box(self) -> Size:
        """Width and height of what a hand may write into."""
        return self.panel[0] - 2 * self.margin, self.panel[1] - 2 * self.margin


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvelopeStock(Stock):
    size: Size
    media: str = ""

    def holds(self, card: CardStock) -> bool:
        """Whether a card goes in, whichever way round."""
        return all(less < more for less, more in zip(sorted(card.panel), sorted(self.size), strict=True))


Kind = TypeVar("Kind", bound=Stock)
_A = {"card stock": "a card stock", "label sheet": "a label sheet", "envelope": "an envelope"}


@dataclass(frozen=True)
class Stocks:
    """All papers that are known, by name."""

    cards: Mapping[str, CardStock] = field(default_factory=dict)
    labels: Mapping[str, LabelStock] = field(default_factory=dict)
    envelopes: Mapping[str, EnvelopeStock] = field(default_factory=dict)
    broken: Mapping[str, BadValue] = field(default_factory=dict)

    def card(self, name: str) -> CardStock:
        return self._sound(self.cards, name, "card stock", "card")

    def label(self, name: str) -> LabelStock:
        return self._sound(self.labels, name, "label sheet", "label")

    def envelope(self, name: str) -> EnvelopeStock:
        return self._sound(self.envelopes, name, "envelope", "envelope")

    def _sound(self, stocks: Mapping[str, Kind], name: str, kind: str, section: str) -> Kind:
        """The stock of that name; where the person's own of this name has a mistake, not another in its place."""
        for key, bad in self.broken.items():
            if plain_name(key.removeprefix(f"{section}.")) == plain_name(name) and key.startswith(section):
                raise BadValue(f"“{name}” in your stocks.toml has a mistake: {bad.message}", bad.remedy)
        try:
            return _find(stocks, name, kind)
        except BadValue as missing:
            sections = [key for key in self.broken if key.startswith(f"{section}.")]
            if not sections:
                self._ensure_of_no_other_kind(name, kind)
                raise
            told = f"{missing.message} “{sections[0]}” in your stocks.toml has a mistake."
            raise BadValue(told, self.broken[sections[0]].remedy) from missing

    def _ensure_of_no_other_kind(self, name: str, kind: str) -> None:
        """Say that a name which is not found is that of another kind of paper.

        Raises:
            BadValue: it is.
        """
        kinds: Mapping[str, tuple[str, Mapping[str, Stock]]] = {
            "card": ("card stock", self.cards),
            "label": ("label sheet", self.labels),
            "envelope": ("envelope", self.envelopes),
        }
        for section, (other, stocks) in kinds.items():
            if other != kind and _called(stocks, name):
                remedy = f"It belongs under [{section}]. `notes stocks` lists them all."
                raise BadValue(f"“{name}” is {_A[other]}, not {_A[kind]}.", remedy)

    def envelope_of(self, card: CardStock | None, name: str) -> EnvelopeStock | None:
        """The envelope of that name for a card, or the card's own; where neither names one the smallest that holds it.

        Raises:
            BadValue: there is none of that name, or the card does not go into it.
        """
        name = name or (card.envelope if card else "")
        if not card:
            return self.envelope(name) if name else None
        envelope = self.envelope(name) if name else self.smallest_for(card)
        self.ensure_fitting(card, envelope)
        return envelope

    def smallest_for(self, card: CardStock) -> EnvelopeStock:
        """The smallest envelope that holds a card.

        Raises:
            BadValue: none does.
        """
        holding = [one for one in self.envelopes.values() if one.holds(card)]
        if not holding:
            raise BadValue(f"no envelope that is known holds a card of {shown_size(card.panel)}.", _OWN_ENVELOPE)
        return min(holding, key=lambda one: (one.size[0] * one.size[1], one.name))

    def ensure_fitting(self, card: CardStock, envelope: EnvelopeStock) -> None:
        """See whether a card goes into an envelope.

        Raises:
            BadValue: it does not; it says which one does.
        """
        if envelope.holds(card):
            return
        size = shown_size(card.panel)
        message = f"a card of {size} does not fit into the envelope {envelope.name} ({shown_size(envelope.size)})."
        raise BadValue(message, f"It needs {self.smallest_for(card).name}.")

    def named(self, name: str) -> list[Stock]:
        """The stocks of every kind that go by a name or alias: a card and its envelope may share one."""
        every = {f"{type(stock).__name__} {stock.name}": stock for stock in self}
        first = _find(every, name, "stock")
        wanted = plain_name(name)
        return [first, *(one for one in self if one is not first and _goes_by(one, wanted))]

    def usual(self, country: str) -> tuple[CardStock, LabelStock]:
        """The card and the label sheet that an office in this country has most likely.

        Raises:
            BadValue: the person's own of that name has a mistake.
        """
        names = self.usual_names(country)
        return self.card(names[0]), self.label(names[1])

    @staticmethod
    def usual_names(country: str) -> tuple[str, str]:
        """What they are called."""
        letter = country.upper() in {"US", "CA", "MX", "PH", "CL", "CO"}
        return ("5315", "5160") if letter else ("C2352", "L7160")

    def __iter__(self) -> Iterator[Stock]:
        yield from (*self.cards.values(), *self.labels.values(), *self.envelopes.values())


LETTER_COUNTRIES = {"US", "CA", "MX", "PH", "CL", "CO"}


def plain_paper(country: str) -> Size:
    """The ordinary paper of an office in this country."""
    return (8.5 * INCH, 11 * INCH) if country.upper() in LETTER_COUNTRIES else (210 * MM, 297 * MM)


def shown_size(size: Size) -> str:
    """A size as the trade says it, the smaller first: inches where they come out even, else millimetres.

    >>> shown_size((7 * INCH, 5 * INCH)), shown_size((4.25 * INCH, 5.5 * INCH)), shown_size((105 * MM, 148 * MM))
    ('5 × 7 in', '4.25 × 5.5 in', '105 × 148 mm')
    """
    inches = [round(one / INCH, 3) for one in sorted(size)]
    if all((8 * one).is_integer() for one in inches):
        return " × ".join(f"{one:g}" for one in inches) + " in"
    return " × ".join(f"{one / MM:.1f}".removesuffix(".0") for one in sorted(size)) + " mm"


def read_stocks(user_file: Path | None = None) -> tuple[Stocks, Sequence[Problem]]:
    """Our stocks and the person's own, which come first, and what is wrong with theirs."""
    problems: list[Problem] = []
    tables: dict[str, Tables] = {"paper": {}, "card": {}, "label": {}, "envelope": {}}
    for path in filter(None, (*OURS, user_file)):
        content, wrong = read_toml(path, _EXAMPLE)
        problems += wrong
        for section, entries in content.items():
            if section not in tables or not isinstance(entries, dict):
                problems.append(Problem(Place(path.name, key=section), "there is no such section.", _SECTIONS))
                continue
            tables[section] |= {name: (path.name, table) for name, table in entries.items()}
    broken: dict[str, BadValue] = {}
    papers = _build(tables["paper"], "paper", _paper, problems, broken)
    return Stocks(
        _build(tables["card"], "card", lambda name, table: _card(name, table, papers), problems, broken),
        _build(tables["label"], "label", lambda name, table: _label(name, table, papers), problems, broken),
        _build(tables["envelope"], "envelope", _envelope, problems, broken),
        broken,
    ), problems


_EXAMPLE = 'Put lengths in quotes with their unit, like size = ["63.5 mm", "38.1 mm"].'
_LARGEST, _MOST = 2000 * MM, 500  # the side of a paper, and columns or rows on it
_OWN_ENVELOPE = 'Add yours to stocks.toml, like [envelope.Mine] with size = ["9 in", "6 in"].'
_SECTIONS = "Write [card.NAME], [label.NAME], [envelope.NAME] or [paper.NAME]."
_COMMON = {"title", "source", "aliases"}
_ON_PAPER = {"paper", "grid", "size", "first", "pitch", "last"}
Value = TypeVar("Value")
Tables = dict[str, tuple[str, dict[str, Any]]]  # by name: the file, and what it says


def _build(
    tables: Tables,
    section: str,
    make: Callable[[str, dict[str, Any]], Value],
    problems: list[Problem],
    broken: dict[str, BadValue],
) -> dict[str, Value]:
    built: dict[str, Value] = {}
    for name, (file, table) in tables.items():
        try:
            built[name] = make(name, table)
        except BadValue as bad:
            broken[f"{section}.{name}"] = bad
            problems.append(bad.at(Place(file, key=f"{section}.{name}")))
    return built


def _paper(_: str, table: Mapping[str, Any]) -> Size:
    _know(table, _COMMON | {"size"})
    return _positive(_pair(table, "size"))


def _positive(size: Size) -> Size:
    if not all(0 < one < _LARGEST for one in size):
        raise BadValue("this is not the size of a paper.", 'Write it like size = ["8.5 in", "11 in"].')
    return size


def _card(name: str, table: Mapping[str, Any], papers: Mapping[str, Size]) -> CardStock:
    _know(table, _COMMON | _ON_PAPER | {"fold", "turned", "margin", "envelope", "cut"})
    fold = str(table.get("fold", "none"))
    if fold not in {one.value for one in Fold}:
        raise BadValue(f"“{fold}” is not a way to fold a card.", did_you_mean(fold, [one.value for one in Fold]))
    stock = CardStock(
        **_common(name, table),
        sheet=_sheet(table, papers),
        fold=Fold(fold),
        turned=bool(table.get("turned", False)),
        margin=points(table.get("margin", "0.375 in")),
        envelope=str(table.get("envelope", "")),
        cut=bool(table.get("cut", False)),
    )
    if min(stock.writing_box) < 20 * MM:
        raise BadValue("there is no room to write.", "Check “size”, “fold” and “margin”.")
    return stock


def _label(name: str, table: Mapping[str, Any], papers: Mapping[str, Size]) -> LabelStock:
    _know(table, _COMMON | _ON_PAPER | {"pad"})
    sheet = _sheet(table, papers)
    stock = LabelStock(**_common(name, table), sheet=sheet, pad=max(0.0, points(table.get("pad", "0.125 in"))))
    if any(2 * inset >= side for inset, side in zip(stock.insets, sheet.size, strict=True)):
        raise BadValue("there is no room to print.", "Check “size” and “pad”.")
    return stock


def _envelope(name: str, table: Mapping[str, Any]) -> EnvelopeStock:
    _know(table, _COMMON | {"size", "media"})
    short, long = sorted(_positive(_pair(table, "size")))  # whichever way it was measured, it is addressed lying
    return EnvelopeStock(**_common(name, table), size=(long, short), media=str(table.get("media", "")))


def _common(name: str, table: Mapping[str, Any]) -> dict[str, Any]:
    aliases = table.get("aliases", [])
    if not isinstance(aliases, list):
        raise BadValue("“aliases” must be a list.", 'Write it like aliases = ["8160", "5260"].')
    return {
        "name": name,
        "title": str(table.get("title", name)),
        "source": str(table.get("source", "")),
        "aliases": tuple(map(str, aliases)),
    }


def _sheet(table: Mapping[str, Any], papers: Mapping[str, Size]) -> Sheet:
    """The cells on the paper; a card without a paper is a page of its own."""
    paper_name = str(table.get("paper", ""))
    if paper_name and paper_name not in papers:
        raise BadValue(f"there is no paper “{paper_name}”.", did_you_mean(paper_name, list(papers)))
    size = _positive(_pair(table, "size"))
    grid = table.get("grid", [1, 1])
    if not (isinstance(grid, list) and len(grid) == 2 and all(type(one) is int and one <= _MOST for one in grid)):
        raise BadValue(f"“grid = {grid}” is not a number of columns and rows.", "Write it like grid = [3, 10].")
    return Sheet(
        paper=papers[paper_name] if paper_name else size,
        grid=(grid[0], grid[1]),
        size=size,
        first=_pair(table, "first", (0.0, 0.0)),
        pitch=_pair(table, "pitch", size),
        last=_pair(table, "last") if "last" in table else None,
        paper_name=paper_name,
    )


def _pair(table: Mapping[str, Any], key: str, default: Size | None = None) -> Size:
    value = table.get(key)
    if value is None and default is not None:
        return default
    if not (isinstance(value, list) and len(value) == 2):
        raise BadValue(f"“{key}” is missing, or is not two lengths.", f'Write it like {key} = ["63.5 mm", "38.1 mm"].')
    return points(value[0]), points(value[1])


def _table(table: Any) -> dict[str, Any]:
    if not isinstance(table, dict):
        raise BadValue("this is not a stock.", _SECTIONS)
    return table


def _know(table: Mapping[str, Any], known: set[str]) -> None:
    _table(table)
    if unknown := [key for key in table if key not in known]:
        raise BadValue(f"there is no “{unknown[0]}” setting for a stock.", did_you_mean(unknown[0], known))


def _find(stocks: Mapping[str, Kind], name: str, kind: str) -> Kind:
    """The stock of that name or alias; case, spaces and a leading “Avery” do not matter."""
    if found := _called(stocks, name):
        return found
    names = [one for stock in stocks.values() for one in (stock.name, *stock.aliases)]
    likely = [did_you_mean(name, names)] if len(names) < _A_FEW or get_close_matches(name, names, 1, 0.6) else []
    raise BadValue(f"there is no {kind} “{name}”.", "\n".join([*likely, "`notes stocks` lists them all."]))


_A_FEW = 30  # more names would only hide one another


def _called(stocks: Mapping[str, Kind], name: str) -> Kind | None:
    """The stock of that name, or of the one number in it: what stands on a box has more words."""
    wanted = plain_name(name)
    named = [stock for stock in stocks.values() if plain_name(stock.name) == wanted]
    for stock in (*named, *stocks.values()):
        if _goes_by(stock, wanted):
            return stock
    numbers = {plain_name(one) for one in re.split(r"[\s,;/()]+", name) if _NUMBER.search(one)} - {wanted}
    found = [stock for stock in stocks.values() if any(_goes_by(stock, one) for one in numbers)]
    return found[0] if len(found) == 1 else None


_NUMBER = re.compile(r"\d{4}")  # of an article; fewer digits are a count or a size


def _goes_by(stock: Stock, wanted: str) -> bool:
    return wanted in map(plain_name, (stock.name, *stock.aliases))


_MAKERS = re.compile(
    r"avery(zweckform)?|zweckform|herma|dymo|brother|zebra|hp|aone|a-one|us(letter)?(?=\d)|no\.?(?=\d)"
)
_PACK = re.compile(r"(?<=[a-z]\d{4})-\d{1,4}|(?<=^\d{4})-\d{1,4}|(?<=^\d{5})-\d{1,4}")


def plain_name(name: str) -> str:
    """A name as it is compared: “AVERY® 5160®” is 5160, and so is “5160-100”, the pack of a hundred.

    >>> plain_name("AVERY® 5160®"), plain_name("L7160-100"), plain_name("avery 5160"), plain_name("DIN-A6")
    ('5160', 'l7160', '5160', 'dina6')
    """
    bare = re.sub(r"[®™\s]|\((r|tm)\)", "", name.casefold())
    while (less := _MAKERS.sub("", bare, count=1) if _MAKERS.match(bare) else bare) != bare and less:
        bare = less
    return _PACK.sub("", bare).replace("-", "")
