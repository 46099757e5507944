"""Files for a print shop: each flat card a page of its own, with trim and bleed boxes and the marks outside of them."""

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from notes.paper.artwork import Artwork
from notes.paper.document import Document, number
from notes.paper.exchange import Press, usual
from notes.paper.folding import Face, Matrix, place
from notes.paper.ink import Ink, plate
from notes.paper.pieces import Card, FileKind, Printed, Spot
from notes.paper.stocks import CardStock, Fold, Sheet, Size
from notes.units import MM
from notes.writing.letter import Colour

BLEED = 3 * MM
SLUG = 10 * MM  # around the trimmed card, where the marks stand
INK = "Handwriting"
MARKS = 4 * MM, 9 * MM  # where a mark begins and ends, from the trimmed edge


class Marks(Enum):
    """The marks that a print shop wants around a card."""

    CROP_AND_FOLD = "crop and fold"
    CROP = "crop"
    NONE = "none"


def make(
    cards: Sequence[Card],
    stock: CardStock,
    *,
    kind: FileKind = FileKind.PRINT_SHOP,
    front: Artwork | None = None,
    title: str = "Cards for the print shop",
    ink_name: str = INK,
    marks: Marks = Marks.CROP_AND_FOLD,
    press: Press | None = None,
) -> Printed:
    """The cards one by one: with a front, an outside page before each inside page, as its reader holds the card.

    The file is a PDF/X-4 for a `press`, the usual one if none is given. What hands wrote is on a plate of its own by
    the name of `ink_name`, which the shop may print with any ink.
    """
    flat = alone(stock)
    width, height = flat.sheet.paper
    trim = (SLUG, SLUG, SLUG + width, SLUG + height)
    bleed = (SLUG - BLEED, SLUG - BLEED, SLUG + width + BLEED, SLUG + height + BLEED)
    document = Document(title, press=press or usual())
    ink = Ink(apart=True, pages=len(cards))
    written = [(ink.operators(card.written), ink.leaf()) for card in cards]
    drawn = _marks(flat, marks)
    spots = []
    one_side = stock.fold is Fold.QUARTER
    for operators, fonts in written:
        outside = front.placed(flat, 1) if front else b""
        in_margins = Matrix(e=flat.margin, f=flat.margin).then(place(flat, 1, Face.INSIDE))
        inside = in_margins.around(operators)
        pages = [(outside, {}), (inside, fonts())] if front and not one_side else [(outside + inside, fonts())]
        for content, called in pages:
            shown = Matrix(e=SLUG, f=SLUG).around(content) + drawn
            page = document.page(width + 2 * SLUG, height + 2 * SLUG, shown, trim=trim, bleed=bleed, fonts=called)
        spots.append(Spot(page))
    if front:
        front.into(document)
    ink.into(document)
    _plates(document, [*ink.colours, *(front.inks if front else ())], ink_name)
    return Printed(kind, document.data(), document.page_count, f"print shop: {stock.title}", tuple(spots))


def alone(stock: CardStock) -> CardStock:
    """The same card on a sheet of its own, lying as its reader holds it."""
    width, height = stock.sheet.size[::-1] if stock.turned else stock.sheet.size
    return replace(stock, sheet=Sheet(paper=(width, height), grid=(1, 1), size=(width, height)), turned=False)


def _plates(document: Document, colours: Sequence[Colour], ink_name: str) -> None:
    """The plate of each colour that is written with; a second one has its number in the name."""
    for index, colour in enumerate(sorted(set(colours)), 1):
        black = 1 - max(colour)
        cyan, magenta, yellow = ((1 - one - black) / max(1 - black, 1e-6) for one in colour)
        name = ink_name if index == 1 else f"{ink_name} {index}"
        document.add_plate(plate(colour), name, (cyan, magenta, yellow, black))


def _marks(flat: CardStock, wanted: Marks) -> bytes:
    """Crop marks at the corners, and dashed ones where the card is folded; none reaches into the bleed."""
    if wanted is Marks.NONE:
        return b""
    width, height = flat.sheet.paper
    crop = _ticks((0, width), (0, height), flat.sheet.paper)
    fold = _ticks(
        (width / 2,) if flat.fold in (Fold.BOOK, Fold.QUARTER) else (),
        (height / 2,) if flat.fold in (Fold.TENT, Fold.QUARTER) else (),
        flat.sheet.paper,
    )
    dashed = b"[2 2] 0 d %sS " % _drawn(fold) if wanted is Marks.CROP_AND_FOLD else b""
    return b"q 0.25 w 0 G %sS %bQ\n" % (_drawn(crop), dashed)


def _ticks(xs: Sequence[float], ys: Sequence[float], size: Size) -> list[tuple[float, float, float, float]]:
    near, far = MARKS
    lines = [(x, at, x, at + far - near) for x in xs for at in (-far, size[1] + near)]
    return lines + [(at, y, at + far - near, y) for y in ys for at in (-far, size[0] + near)]


def _drawn(lines: Sequence[tuple[float, float, float, float]]) -> bytes:
    shifted = (tuple(number(one + SLUG) for one in line) for line in lines)
    return "".join("{} {} m {} {} l ".format(*line) for line in shifted).encode()
