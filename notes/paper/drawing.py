"""A picture of a stock at its true size: print it on plain paper and hold it against the sheet that was bought."""

from notes.paper import envelopes
from notes.paper.document import Document, number
from notes.paper.folding import INSIDES, OUTSIDES, UNCHANGED, Face, place
from notes.paper.plain import Plain, width
from notes.paper.stocks import CardStock, EnvelopeStock, Fold, LabelStock, Size, Stock
from notes.units import INCH, MM

LINE, FAINT = 0.35, 0.75  # grey


def pdf(stock: Stock) -> bytes:
    """One page of the size of the paper: its cells, folds, and where text may stand."""
    document = Document(stock.title)
    face = Plain(document)
    if isinstance(stock, LabelStock):
        size, content = stock.sheet.paper, _labels(stock, face)
    elif isinstance(stock, CardStock):
        size, content = stock.sheet.paper, _cards(stock, face)
    else:
        assert isinstance(stock, EnvelopeStock)  # noqa: S101 - the kinds of stock there are
        size, content = stock.size, _envelope(stock, face)
    document.page(*size, content=_box(0.25, 0.25, size[0] - 0.5, size[1] - 0.5) + content)
    return document.data()


def png(stock: Stock, dots_an_inch: int = 72) -> bytes:
    """The same as a picture for the screen."""
    from io import BytesIO
    from typing import Any

    import pypdfium2

    opener: Any = pypdfium2.PdfDocument  # it is only partly typed
    with opener(pdf(stock)) as opened:
        image = opened[0].render(scale=dots_an_inch / 72).to_pil()
    file = BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


def measures(size: Size) -> str:
    """A size in both units.

    >>> measures((72.0, 144.0))
    '1 × 2 in, 25.4 × 50.8 mm'
    """
    inches, millimetres = (f"{size[0] / unit:.4g} × {size[1] / unit:.4g}" for unit in (INCH, MM))
    return f"{inches} in, {millimetres} mm"


def _labels(stock: LabelStock, face: Plain) -> bytes:
    drawn = []
    for cell in range(1, len(stock.sheet) + 1):
        left, bottom, wide, high = stock.sheet.cell(cell)
        drawn.append(_box(left, bottom, wide, high))
        drawn.append(_box(left + stock.pad, bottom + stock.pad, wide - 2 * stock.pad, high - 2 * stock.pad, FAINT))
        drawn.append(_centred(face, str(cell), left + wide / 2, bottom + high / 2 - 4))
    left, bottom, wide, high = stock.sheet.cell(1)
    words = f"{stock.name}  {measures((wide, high))}"
    return b"".join(drawn) + _centred(face, words, left + wide / 2, bottom + stock.pad + 3, 6)


def _cards(stock: CardStock, face: Plain) -> bytes:
    drawn = []
    on_the_same_side = OUTSIDES[stock.fold] if stock.fold is Fold.QUARTER else ()
    for cell in range(1, len(stock.sheet) + 1):
        drawn.append(_box(*stock.sheet.cell(cell)))
        for panel in (*INSIDES[stock.fold], *on_the_same_side):
            drawing = _note(stock, face, cell) if panel.face is Face.INSIDE else _other(stock, face, panel.face)
            drawn.append(place(stock, cell, panel.face).around(drawing))
    return b"".join(drawn)


def _note(stock: CardStock, face: Plain, cell: int) -> bytes:
    """The panel of the note, with the folds at its edges."""
    wide, high = stock.panel
    beside = _dashed(0, 0, 0, high) if stock.fold in (Fold.BOOK, Fold.QUARTER) else b""
    above = _dashed(0, high, wide, high) if stock.fold in (Fold.TENT, Fold.QUARTER) else b""
    writing = _box(stock.margin, stock.margin, *stock.writing_box, FAINT)
    words = _centred(face, f"the note of card {cell} goes here", wide / 2, high / 2)
    return beside + above + writing + words + _centred(face, measures(stock.panel), wide / 2, 12, 7)


def _other(stock: CardStock, face: Plain, side: Face) -> bytes:
    return _centred(face, side.value, stock.panel[0] / 2, stock.panel[1] / 2)


def _envelope(stock: EnvelopeStock, face: Plain) -> bytes:
    wide, high = stock.size
    block = envelopes.place_of(("The name", "The street and number", "The town and postal code"), stock)
    read = _box(
        envelopes.SIDE, envelopes.LOWEST, wide - 2 * envelopes.SIDE, envelopes.HIGHEST - envelopes.LOWEST, FAINT
    )
    clear_width, clear_height = min(4.75 * INCH, wide), 0.625 * INCH
    clear = _box(wide - clear_width, 0, clear_width, clear_height, FAINT)
    address = face.block(block[2], block[0], block[1])
    words = face.show("nothing may be printed here", wide - clear_width + 8, clear_height / 2 - 3, 7, grey=LINE)
    sender = face.show("the sender", envelopes.EDGE, high - envelopes.EDGE - 9, 9)
    return read + clear + address + words + sender + _centred(face, measures(stock.size), wide / 2, high - 14, 7)


def _centred(face: Plain, text: str, x: float, y: float, size: float = 9.0) -> bytes:
    return face.show(text, x - width(text, size) / 2, y, size, grey=LINE)


def _box(left: float, bottom: float, wide: float, high: float, grey: float = LINE) -> bytes:
    where = " ".join(map(number, (left, bottom, wide, high)))
    return f"q 0.5 w {grey} G {where} re S Q\n".encode()


def _dashed(x: float, y: float, to_x: float, to_y: float) -> bytes:
    return UNCHANGED.around(
        f"0.5 w {LINE} G [4 3] 0 d {number(x)} {number(y)} m {number(to_x)} {number(to_y)} l S".encode()
    )
