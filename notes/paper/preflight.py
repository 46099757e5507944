"""The last look at a PDF before anyone prints it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from notes.language.numbers import counted
from notes.paper.document import Box
from notes.paper.folding import turned_box
from notes.paper.pieces import Printed
from notes.paper.stocks import CardStock, EnvelopeStock, Fold, LabelStock, Size, Stock
from notes.problems import Place, Problem
from notes.units import INCH, MM

UNPRINTABLE = 4 * MM  # along each edge; many lasers
NEAR_A_FOLD = 1 * MM
CLEAR_ZONE = 4.75 * INCH, 0.625 * INCH  # the lower right of an envelope belongs to the post
DARK = 200
SAMPLED = 50  # one page in so many is looked at whatever is known of it
BLUR = 1.5  # points by which a picture may show ink beside where it is

_AGAIN = "Make the cards again with `notes cards`."
_MORE_PAD = (
    'If you gave this label a measure of your own, give it a larger “pad”, like pad = "5 mm"; else calibrate anew.'
)


@dataclass(frozen=True, slots=True)
class Expected:
    """What a file is meant to be: so many pages of one size in points, without ink in the boxes that are `clear`."""

    pages: int
    size: Size
    clear: tuple[Box, ...] = ()
    remedy: str = _AGAIN

    @classmethod
    def on(cls, stock: Stock, pages: int, quarter_turns: int = 1) -> "Expected":
        """What a file for this stock is meant to be: clear at the edges, at the folds, and where the post prints."""
        if isinstance(stock, EnvelopeStock):
            upright = turned_box(stock.size, quarter_turns)
            size = min(stock.size), max(stock.size)
            wide = min(CLEAR_ZONE[0], stock.size[0])
            corners = upright.on(stock.size[0] - wide, 0), upright.on(stock.size[0], CLEAR_ZONE[1])
            (left, right), (bottom, top) = map(sorted, zip(*corners, strict=True))
            zone = left, bottom, right, top
            return cls(pages, size, (*_edges(size), zone))
        assert isinstance(stock, CardStock | LabelStock)  # noqa: S101 - the kinds of stock there are
        if isinstance(stock, LabelStock):
            on_a_roll = stock.sheet.is_alone
            return cls(pages, stock.sheet.paper, () if on_a_roll else _edges(stock.sheet.paper), _MORE_PAD)
        return cls(pages, stock.sheet.paper, (*_edges(stock.sheet.paper), *_folds(stock)))


def check(
    pdf: Path | bytes, expected: Expected, *, name: str = "", looks: Collection[int] | None = None
) -> list[Problem]:
    """What would spoil the print: pages missing or of another size, letters without their font, boxes out of shape.

    The ink is looked at in a picture of the pages that one `looks` at: of all of them, unless it is known better.
    """
    import pikepdf

    file = name or (pdf.name if isinstance(pdf, Path) else "the PDF")
    try:
        with pikepdf.open(BytesIO(pdf) if isinstance(pdf, bytes) else pdf) as opened:
            wrong = [*_pages(opened, expected), *_fonts(opened), *_preferences(opened), *opened.check_pdf_syntax()]
        ink = _ink(pdf, expected.clear, looks) if expected.clear and not wrong else []
        ink = _ink(pdf, expected.clear, None) if ink and looks is not None else ink
    except (pikepdf.PdfError, OSError) as error:
        wrong, ink = [f"this PDF is not complete: {error}."], []
    told = [*((message, _AGAIN) for message in wrong), *((message, expected.remedy) for message in ink)]
    return [Problem(Place(file), message, remedy) for message, remedy in told]


def doubtful_pages(printed: Printed, expected: Expected) -> Collection[int] | None:
    """The pages to look at: where by the boxes of the ink some may be where none belongs, and a sample of the others.

    The sample has the first and the last page: it shows what all pages have in common, and that the boxes are right.
    None stands for all pages, where nothing is known of the ink.
    """
    if len(printed.ink) != len(printed.spots):
        return None
    boxes = zip(printed.spots, printed.ink, strict=True)
    doubtful = {spot.page for spot, box in boxes if any(_near(box, clear) for clear in expected.clear)}
    return doubtful | {*range(1, printed.pages + 1, SAMPLED), printed.pages}


def _near(box: Box, clear: Box) -> bool:
    """Whether two boxes meet, or all but."""
    return all(box[at] - BLUR < clear[at + 2] and clear[at] < box[at + 2] + BLUR for at in (0, 1))


def _edges(size: Size) -> tuple[Box, ...]:
    """What printers cannot reach."""
    width, height = size
    least = UNPRINTABLE
    sides = (0, 0, least, height), (width - least, 0, width, height)
    return (*sides, (0, 0, width, least), (0, height - least, width, height))


def _folds(stock: CardStock) -> tuple[Box, ...]:
    """A strip along each fold, on each card of the sheet."""
    strips = []
    near = NEAR_A_FOLD
    for cell in range(1, len(stock.sheet) + 1):
        left, bottom, width, height = stock.sheet.cell(cell)
        x, y = left + width / 2, bottom + height / 2
        upright = (x - near, bottom, x + near, bottom + height)
        across = (left, y - near, left + width, y + near)
        if stock.fold is Fold.QUARTER:
            strips += [upright, across]
        elif stock.fold is not Fold.NONE:
            strips.append(upright if (stock.fold is Fold.BOOK) != stock.turned else across)
    return tuple(strips)


def _ink(pdf: Path | bytes, clear: Sequence[Box], looks: Collection[int] | None) -> list[str]:
    """Where there is ink that should not be, by a picture at 72 dots an inch of the pages that one looks at."""
    import pypdfium2

    opener: Any = pypdfium2.PdfDocument  # it is only partly typed
    wrong = []
    with opener(pdf) as opened:
        for index in range(1, len(opened) + 1) if looks is None else sorted(looks):
            page = opened[index - 1]
            image = page.render(scale=1, grayscale=True).to_pil()
            for left, bottom, right, top in clear:
                strip = image.crop(tuple(map(round, (left, image.height - top, right, image.height - bottom))))
                if strip.getextrema()[0] < DARK:
                    across, up = f"{left / INCH:.1f} to {right / INCH:.1f}", f"{bottom / INCH:.1f} to {top / INCH:.1f}"
                    wrong.append(
                        f"page {index}: there is ink where nothing may be printed ({across} in across, {up} in up)."
                    )
    return wrong


def _pages(pdf: Any, expected: Expected) -> list[str]:
    wrong = []
    if len(pdf.pages) != expected.pages:
        wrong.append(f"it has {counted(len(pdf.pages), 'page')}, not {expected.pages}.")
    for index, page in enumerate(pdf.pages, 1):
        for name in ("/MediaBox", "/TrimBox", "/BleedBox"):
            if name in page.obj and len(page.obj[name]) != 4:
                wrong.append(f"page {index}: its {name[1:]} does not have four numbers.")
        left, bottom, right, top = (float(one) for one in page.mediabox)
        if abs(right - left - expected.size[0]) > 0.01 or abs(top - bottom - expected.size[1]) > 0.01:
            wrong.append(f"page {index}: it is {right - left:.1f} × {top - bottom:.1f} points.")
        if len(page.Contents.read_bytes().strip()) == 0:
            wrong.append(f"page {index}: it is empty.")
    return wrong


def _fonts(pdf: Any) -> list[str]:
    wrong = []
    for item in pdf.objects:
        if getattr(item, "_type_name", "") != "dictionary" or item.get("/Type") != "/Font":
            continue
        within = item.get("/DescendantFonts")
        descriptor = (within[0] if within is not None else item).get("/FontDescriptor")
        if descriptor is None or "/FontFile2" not in descriptor:
            wrong.append(f"the font {item.get('/BaseFont')} is not in the file.")
    return wrong


def _preferences(pdf: Any) -> list[str]:
    preferences = pdf.Root.get("/ViewerPreferences", {})
    return [] if preferences.get("/PrintScaling") == "/None" else ["it does not say that it must be printed unscaled."]
