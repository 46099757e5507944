"""Pictures of the cards, cut out of the pages that will be printed."""

import io
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from notes.paper.folding import Face, place
from notes.paper.pieces import Printed
from notes.paper.stocks import CardStock

DPI = 110.0
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Window:
    """A piece of a page, counted from 1: left, bottom, right and top in points, and how it lies there.

    `turns` are quarter turns against the clock by which the page shows it; the picture is turned back.
    """

    page: int
    box: Box
    turns: int = 0


def windows(printed: Printed, stock: CardStock) -> list[Window]:
    """Where the written sides of the cards lie, in the order in which the cards were given."""
    return [_window(spot.page, stock, spot.cell) for spot in printed.spots]


def _window(page: int, stock: CardStock, cell: int) -> Window:
    lay = place(stock, cell, Face.INSIDE)
    (x, y), (far_x, far_y) = lay.on(0.0, 0.0), lay.on(*stock.panel)
    turns = {(1, 0): 0, (0, 1): 1, (-1, 0): 2, (0, -1): 3}[round(lay.a), round(lay.b)]
    return Window(page, (min(x, far_x), min(y, far_y), max(x, far_x), max(y, far_y)), turns)


def card_pictures(pdf: Path | bytes, places: Sequence[Window], dpi: float = DPI) -> list[bytes]:
    """A grey PNG for each window, upright."""
    return list(_pictures(pdf, places, dpi))


def _pictures(pdf: Path | bytes, places: Sequence[Window], dpi: float) -> Iterator[bytes]:
    import pypdfium2

    with closing(pypdfium2.PdfDocument(pdf)) as document:  # type: ignore[no-untyped-call]
        for window in places:
            with closing(document[window.page - 1]) as page:
                yield _png(page, window, dpi / 72)


def _png(page: object, window: Window, scale: float) -> bytes:
    from PIL import Image

    width, height = page.get_size()  # type: ignore[attr-defined]
    left, bottom, right, top = window.box
    margins = (max(left, 0), max(bottom, 0), max(width - right, 0), max(height - top, 0))
    with closing(page.render(scale=scale, crop=margins, grayscale=True)) as bitmap:  # type: ignore[attr-defined]
        picture = bitmap.to_pil()
        back = (None, Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_90)[window.turns]
        upright = picture.transpose(back) if back is not None else picture
        out = io.BytesIO()
        upright.save(out, "PNG", compress_level=1)
    return out.getvalue()
