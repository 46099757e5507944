"""The guide: what to load, what to set, and the list to tick while the stack is folded, filled and posted."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from notes.language.days import brief
from notes.language.locales import listed
from notes.language.numbers import counted
from notes.paper import plain
from notes.paper.cups import dialog
from notes.paper.document import Document, Edge, number
from notes.paper.pieces import FileKind, Printed, Spot
from notes.paper.plain import Plain
from notes.paper.stocks import CardStock, EnvelopeStock, Fold, LabelStock, Size, Stock
from notes.problems import BadValue
from notes.units import INCH

EDGE, GREY = 0.75 * INCH, 0.35
TEXT, SMALL, HEAD, TITLE = 10.5, 8.5, 13.0, 20.0
ROW = 21.0


@dataclass(frozen=True, slots=True)
class Load:
    """A file to print and the paper for it.

    `start` is the first label to use on a sheet that is already begun, `top` where the top of an envelope lies.
    """

    file: str
    stock: Stock
    sheets: int
    edge: Edge | None = None
    start: int = 1
    top: str = "left"


class Named(Protocol):
    """What the list says of a card: its number, whose it is, and whether it goes abroad."""

    @property
    def number(self) -> int: ...

    @property
    def envelope(self) -> tuple[str, ...]: ...

    @property
    def abroad(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Line:
    """A card in the list, and what to look for when it goes into its envelope; `gift` is what goes along with it."""

    card: Named
    spot: Spot
    occasion: str = ""
    mail_by: date | None = None
    labelled: bool = True
    gift: str = ""


def make(lines: Sequence[Line], loads: Sequence[Load], size: Size, *, title: str, notes: Sequence[str] = ()) -> Printed:
    """The guide on paper of that size; `notes` are further sentences for the person who prints."""
    guide = _Guide(title, size)
    guide.heading(title, TITLE)
    guide.text(_count(lines))
    guide.heading("What you need")
    guide.ticks(_supplies(lines, loads))
    guide.heading("Print one of each to check its position, then the rest")
    for load in loads:
        in_place = " (instead of printed envelopes)" if isinstance(load.stock, LabelStock) and len(loads) > 1 else ""
        guide.ticks([f"{load.file}: {_sheets(load)}{in_place}"])
        guide.steps(_settings(load))
    guide.heading("Then")
    guide.ticks([*dict.fromkeys(_handwork(loads)), *notes])
    if gifts := [line for line in lines if line.gift]:
        guide.heading("What goes along")
        guide.ticks([_packed(line) for line in gifts])
    guide.table(lines)
    return guide.finished()


def _count(lines: Sequence[Line]) -> str:
    days = [line.mail_by for line in lines if line.mail_by]
    posting = f" Post the first by {brief(min(days))}, the last by {brief(max(days))}." if days else ""
    return f"{counted(len(lines), 'card')}.{posting} {_order(lines)}"


def _order(lines: Sequence[Line]) -> str:
    """How the stacks agree; which cards are left out of the labels, so that nobody’s goes onto another’s envelope."""
    without = [f"{line.card.number} ({line.card.envelope[0]})" for line in lines if not line.labelled]
    if not without:
        return "Cards, envelopes and labels come out in the same order: number 1 is the first of each."
    has = "has" if len(without) == 1 else "have"
    return (
        "Cards and envelopes come out in the same order: number 1 is the first of each. So do the labels, but"
        f" {counted(len(without), 'card')} {has} none, as the address does not fit: {listed(without)}."
        " If you use labels, take the printed envelope there; the list marks it with “no label”."
    )


def _packed(line: Line) -> str:
    return f"Card {line.card.number}, {line.card.envelope[0]}: {line.gift}"


def _supplies(lines: Sequence[Line], loads: Sequence[Load]) -> Iterator[str]:
    for load in loads:
        yield _sheets(load) + (", if you use labels" if isinstance(load.stock, LabelStock) else ", and two to spare")
    abroad = sum(line.card.abroad for line in lines)
    yield f"{counted(len(lines) - abroad, 'stamp')} for letters at home" + (f", {abroad} for abroad" if abroad else "")
    if gifts := Counter(line.gift for line in lines if line.gift):
        named = listed(f"{gift} ({many})" if many > 1 else gift for gift, many in gifts.items())
        yield f"{counted(gifts.total(), 'gift')} that {'goes' if gifts.total() == 1 else 'go'} along: {named}"
    yield "A ruler or a bone folder for the folds, and a pen if you sign by hand"


def _sheets(load: Load) -> str:
    if isinstance(load.stock, EnvelopeStock):
        return f"{counted(load.sheets, 'envelope')}: {load.stock.title}"
    if isinstance(load.stock, LabelStock) and load.stock.sheet.is_alone:
        return f"{counted(load.sheets, 'label')} of {load.stock.shown}"
    begun = f", starting at label {load.start}" if load.start > 1 else ""
    return f"{counted(load.sheets, 'sheet')} of {load.stock.shown}{begun}"


def _settings(load: Load) -> list[str]:
    stock = load.stock
    if isinstance(stock, EnvelopeStock):
        how = f"Single-sheet tray, face up, flap closed, its top to the {load.top}; try one on plain paper first."
        return [*dialog(stock.size, stock.name), how, "Paper type: envelope"]
    assert isinstance(stock, CardStock | LabelStock)  # noqa: S101 - the kinds of stock there are
    name = stock.sheet.paper_name or stock.name
    kind = "Paper type: labels" if isinstance(stock, LabelStock) else "Paper type: card stock or heavy"
    return [*dialog(stock.sheet.paper, name, edge=load.edge), kind]


def _handwork(loads: Sequence[Load]) -> Iterator[str]:
    for load in loads:
        if not isinstance(load.stock, CardStock):
            continue
        if load.stock.cut:
            yield "Cut the sheets at the marks and keep the stack in order: the upper card comes first."
        elif len(load.stock.sheet) > 1:
            first = "upper" if load.stock.sheet.grid[0] == 1 else "upper left"
            yield f"Separate the cards and keep the stack in order: the {first} one comes first."
        fold = {Fold.BOOK: "the fold at the left", Fold.TENT: "the fold at the top", Fold.QUARTER: "twice"}
        if load.stock.fold in fold:
            yield f"Fold them with {fold[load.stock.fold]} and the writing inside."
    yield "Read each card once more, put it in its envelope, tick it off the list, and post it by its day."
    yield "Then say that they are in the post (at the desk, or with “make sent”), so that nobody gets a card twice."


class _Guide:
    """Pages that fill from the top."""

    def __init__(self, title: str, size: Size) -> None:
        self._document = Document(title)
        self._face = Plain(self._document)
        self._size = size
        self._content: list[bytes] = []
        self._y = size[1] - EDGE
        self._across = size[0] - 2 * EDGE

    def heading(self, text: str, size: float = HEAD) -> None:
        self._advance(size * 2.0)
        self._show(text, 0, size)
        self._y -= 4

    def text(self, text: str, indent: float = 0.0, size: float = TEXT, grey: float = 0.0) -> None:
        for part in plain.wrap(_printable(text), self._across - indent, size):
            self._advance(size * 1.4)
            self._show(part, indent, size, grey)

    def ticks(self, texts: Sequence[str] | Iterator[str]) -> None:
        for text in texts:
            parts = plain.wrap(_printable(text), self._across - 20, TEXT)
            self._advance(TEXT * 1.4 * len(parts) + 3)
            top = self._y + TEXT * 1.4 * (len(parts) - 1)
            self._box(0, top - 1)
            for row, part in enumerate(parts):
                self._content.append(self._face.show(part, EDGE + 20, top - row * TEXT * 1.4, TEXT))

    def steps(self, texts: Sequence[str]) -> None:
        for text in texts:
            self.text(text, 32, SMALL, GREY)

    def table(self, lines: Sequence[Line]) -> None:
        self._new_page()
        self.heading("The stack, in order")
        columns = (0.0, 26.0, 0.5 * self._across, 0.69 * self._across, 0.83 * self._across)
        names = ("", "To", "Occasion", "Sheet", "Post by")
        for first, line in enumerate(lines):
            if first == 0 or self._y - ROW < EDGE:
                if first:
                    self._new_page()
                self._advance(ROW)
                self._cells(columns, names, SMALL, GREY)
            self._advance(ROW)
            self._rule(self._y + ROW - 6)
            where = f"{line.spot.page}" + (f", card {line.spot.cell}" if line.spot.cell > 1 else "")
            day = brief(line.mail_by) if line.mail_by else ""
            marks = [
                line.occasion.replace("-", " "),
                *([] if line.labelled else ["no label"]),
                *(["gift"] if line.gift else []),
            ]
            occasion = " · ".join(marks)
            texts = (str(line.card.number), line.card.envelope[0], occasion, where, day)
            self._cells(columns, texts, TEXT, 0.0)
            self._box(self._across - 10, self._y - 1)

    def finished(self) -> Printed:
        self._new_page()
        pages = self._document.page_count
        spots = tuple(Spot(one + 1) for one in range(pages))
        return Printed(FileKind.GUIDE, self._document.data(), pages, "plain paper", spots)

    def _cells(self, columns: Sequence[float], texts: Sequence[str], size: float, grey: float) -> None:
        ends = [*columns[1:], self._across - 14]
        for left, end, text in zip(columns, ends, texts, strict=True):
            shown = _printable(text)
            fitting = min(size, (end - left - 6) / (plain.width(shown, 1) or 1))
            self._show(shown, left, fitting, grey)

    def _advance(self, height: float) -> None:
        if self._y - height < EDGE:
            self._new_page()
        self._y -= height

    def _new_page(self) -> None:
        if self._content:
            self._document.page(*self._size, content=b"".join(self._content))
        self._content, self._y = [], self._size[1] - EDGE

    def _show(self, text: str, indent: float, size: float, grey: float = 0.0) -> None:
        self._content.append(self._face.show(text, EDGE + indent, self._y, size, grey=grey))

    def _box(self, indent: float, y: float) -> None:
        self._content.append(f"q 0.6 w {number(EDGE + indent)} {number(y)} 9 9 re S Q\n".encode())

    def _rule(self, y: float) -> None:
        ends = number(EDGE), number(y), number(EDGE + self._across), number(y)
        self._content.append("q 0.3 w 0.7 G {} {} m {} {} l S Q\n".format(*ends).encode())


def _printable(text: str) -> str:
    """The text with a ring for each letter that the plain face lacks; the post never sees the list."""
    try:
        return plain.clean(text)
    except BadValue:
        return "".join(char if plain.has(char) else "◌" for char in text)
