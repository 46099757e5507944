"""The last look at a PDF before anyone prints it."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from notes.paper.stocks import Size
from notes.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class Expected:
    """What a file is meant to be: so many pages, all of one size in points."""

    pages: int
    size: Size


def check(pdf: Path | bytes, expected: Expected, *, name: str = "") -> list[Problem]:
    """What would spoil the print: pages missing or of another size, letters without their font, boxes out of shape."""
    import pikepdf

    file = name or (pdf.name if isinstance(pdf, Path) else "the PDF")
    try:
        with pikepdf.open(BytesIO(pdf) if isinstance(pdf, bytes) else pdf) as opened:
            wrong = [*_pages(opened, expected), *_fonts(opened), *_preferences(opened), *opened.check_pdf_syntax()]
    except (pikepdf.PdfError, OSError) as error:
        wrong = [f"this is not a whole PDF: {error}."]
    return [Problem(Place(file), message, "Make the cards anew with `notes cards`.") for message in wrong]


def _pages(pdf: Any, expected: Expected) -> list[str]:
    wrong = []
    if len(pdf.pages) != expected.pages:
        wrong.append(f"it has {len(pdf.pages)} pages, not {expected.pages}.")
    for index, page in enumerate(pdf.pages, 1):
        for name in ("/MediaBox", "/TrimBox", "/BleedBox"):
            if name in page.obj and len(page.obj[name]) != 4:
                wrong.append(f"page {index}: its {name[1:]} has not four numbers.")
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
    return [] if preferences.get("/PrintScaling") == "/None" else ["it does not say that it is printed unscaled."]
