"""Stocks: papers as they are sold, read from stocks.toml, each with its source, and all of them adding up.

Lengths are points; places on a sheet are measured from its left and top edge as it lies upright, width before height.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from notes.problems import BadValue, Place, Problem, did_you_mean
from notes.toml import read_toml
from notes.units import INCH, MM, points

Size = tuple[float, float]
OURS = Path(__file__).with_name("stocks.toml")
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
                    "first + pitches + size + last must make the paper; “last” is what is left at the right or bottom.",
                )

    def __len__(self) -> int:
        return self.grid[0] * self.grid[1]

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
    sheet: Sheet
    pad: float


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


Kind = TypeVar("Kind", bound=Stock)


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
            if _plain_name(key.removeprefix(f"{section}.")) == _plain_name(name) and key.startswith(section):
                raise BadValue(f"“{name}” in your stocks.toml has a mistake: {bad.message}", bad.remedy)
        try:
            return _find(stocks, name, kind)
        except BadValue as missing:
            sections = [key for key in self.broken if key.startswith(f"{section}.")]
            if not sections:
                raise
            told = f"{missing.message} “{sections[0]}” in your stocks.toml has a mistake."
            raise BadValue(told, self.broken[sections[0]].remedy) from missing

    def named(self, name: str) -> list[Stock]:
        """The stocks of every kind that go by a name or alias: a card and its envelope may share one."""
        every = {f"{type(stock).__name__} {stock.name}": stock for stock in self}
        first = _find(every, name, "stock")
        wanted = _plain_name(name)
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


def read_stocks(user_file: Path | None = None) -> tuple[Stocks, Sequence[Problem]]:
    """Our stocks and the person's own, which come first, and what is wrong with theirs."""
    problems: list[Problem] = []
    tables: dict[str, Tables] = {"paper": {}, "card": {}, "label": {}, "envelope": {}}
    for path in filter(None, (OURS, user_file)):
        content, wrong = read_toml(path, _EXAMPLE)
        problems += wrong
        for section, entries in content.items():
            if section not in tables or not isinstance(entries, dict):
                problems.append(Problem(Place(path.name, key=section), "there is no such section.", _SECTIONS))
                continue
            tables[section] |= {name: (path.name, table) for name, table in entries.items()}
    broken: dict[str, BadValue] = {}
    papers = _build(tables["paper"], "paper", lambda _, table: _pair(_table(table), "size"), problems, broken)
    return Stocks(
        _build(tables["card"], "card", lambda name, table: _card(name, table, papers), problems, broken),
        _build(tables["label"], "label", lambda name, table: _label(name, table, papers), problems, broken),
        _build(tables["envelope"], "envelope", _envelope, problems, broken),
        broken,
    ), problems


_EXAMPLE = 'Put lengths in quotes with their unit, like size = ["63.5 mm", "38.1 mm"].'
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
    pad = points(table.get("pad", "0.125 in"))
    if 2 * pad >= min(sheet.size):
        raise BadValue("there is no room to print.", "Check “size” and “pad”.")
    return LabelStock(**_common(name, table), sheet=sheet, pad=pad)


def _envelope(name: str, table: Mapping[str, Any]) -> EnvelopeStock:
    _know(table, _COMMON | {"size", "media"})
    return EnvelopeStock(**_common(name, table), size=_pair(table, "size"), media=str(table.get("media", "")))


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
    size = _pair(table, "size")
    grid = table.get("grid", [1, 1])
    if not (isinstance(grid, list) and len(grid) == 2 and all(isinstance(one, int) for one in grid)):
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
    wanted = _plain_name(name)
    for stock in stocks.values():
        if _goes_by(stock, wanted):
            return stock
    names = [one for stock in stocks.values() for one in (stock.name, *stock.aliases)]
    raise BadValue(f"there is no {kind} “{name}”.", did_you_mean(name, names) + "\n`notes stocks` lists them all.")


def _goes_by(stock: Stock, wanted: str) -> bool:
    return wanted in map(_plain_name, (stock.name, *stock.aliases))


def _plain_name(name: str) -> str:
    return name.casefold().replace(" ", "").removeprefix("avery")
