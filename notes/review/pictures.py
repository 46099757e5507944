"""Pictures of the cards, cut out of the pages that will be printed."""

import io
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from notes.paper.folding import Face, place
from notes.paper.pieces import Printed
from notes.paper.stocks import CardStock

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 110.0
BLACK = (0.0, 0.0, 0.0)
MOST = 300  # pictures on a page; with more of them a browser gets slow
PAGES = 16  # of a file that is open; what was drawn of them is remembered until it is closed, two megabytes a page
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
    """Where the written sides of the cards are, in the order of the cards."""
    return [_window(spot.page, stock, spot.cell) for spot in printed.spots]


def _window(page: int, stock: CardStock, cell: int) -> Window:
    lay = place(stock, cell, Face.INSIDE)
    (x, y), (far_x, far_y) = lay.on(0.0, 0.0), lay.on(*stock.panel)
    turns = {(1, 0): 0, (0, 1): 1, (-1, 0): 2, (0, -1): 3}[round(lay.a), round(lay.b)]
    return Window(page, (min(x, far_x), min(y, far_y), max(x, far_x), max(y, far_y)), turns)


def card_pictures(
    pdf: Path | bytes, places: Sequence[Window], dpi: float = DPI, ink: Sequence[float] = BLACK
) -> list[bytes]:
    """A PNG in sixteen shades of an ink (red, green, blue: 0 to 1) for each window, upright; b"" beyond the `MOST`."""
    return [*_pictures(pdf, places[:MOST], dpi, _shades(ink)), *(b"" for _ in places[MOST:])]


def _pictures(pdf: Path | bytes, places: Sequence[Window], dpi: float, shades: Sequence[int]) -> Iterator[bytes]:
    import pypdfium2

    for _, near in groupby(places, key=lambda window: (window.page - 1) // PAGES):
        with closing(pypdfium2.PdfDocument(pdf)) as document:  # type: ignore[no-untyped-call]
            # A page is opened once for all that lies on it: opening it costs as much as a picture.
            for number, those in groupby(near, key=lambda window: window.page):
                with closing(document[number - 1]) as page:
                    yield from [_png(_cut_out(page, window, dpi / 72), shades) for window in those]


def _cut_out(page: Any, window: Window, scale: float) -> "Image":
    from PIL.Image import Transpose

    width, height = page.get_size()
    left, bottom, right, top = window.box
    margins = tuple(max(margin, 0) for margin in (left, bottom, width - right, height - top))
    with closing(page.render(scale=scale, crop=margins, grayscale=True)) as bitmap:
        picture: Image = bitmap.to_pil()
        back = (None, Transpose.ROTATE_270, Transpose.ROTATE_180, Transpose.ROTATE_90)[window.turns]
        return picture.transpose(back) if back is not None else picture.copy()


def _shades(ink: Sequence[float]) -> list[int]:
    """The palette: sixteen steps of brightness from the ink, which is as dark as it is, to white paper."""
    darkness = 1 - sum(part * weight for part, weight in zip(ink, (0.3, 0.59, 0.11), strict=True))
    covered = [min((1 - level / 15) / darkness, 1.0) for level in range(16)]
    return [round(255 * (1 - share * (1 - part))) for share in covered for part in ink]


def _png(picture: "Image", shades: Sequence[int]) -> bytes:
    """Four bits a dot show a pen as well as eight, in half the bytes."""
    from PIL import Image

    few = picture.point([shade // 17 for shade in range(256)])
    palette = Image.frombytes("P", few.size, few.tobytes())
    palette.putpalette(shades)
    out = io.BytesIO()
    palette.save(out, "PNG", compress_level=1, bits=4)
    return out.getvalue()
