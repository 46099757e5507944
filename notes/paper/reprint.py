"""Single pages and single cards of a file that was made before, just as they were: the same streams, the same fonts."""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from notes.paper.stocks import Sheet

Box = tuple[float, float, float, float]  # left, bottom, width, height


def pages_of(pdf: bytes, pages: Sequence[int]) -> bytes:
    """A PDF with these pages of another, counted from 1; the same pages are the same bytes."""
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as whole:
        wanted = set(pages)
        for page in range(len(whole.pages), 0, -1):
            if page not in wanted:
                del whole.pages[page - 1]
        whole.remove_unreferenced_resources()
        out = BytesIO()
        whole.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def cards_alone(pdf: bytes, spots: Sequence[tuple[int, int]], sheet: "Sheet", first: int = 1) -> bytes:
    """A PDF with single cards of another, each with nothing of its neighbours, from the panel `first` of a sheet on.

    `spots` are their pages and cells, counted from 1. The ink is the same; only its place on the sheet is another.
    """
    import pikepdf

    size = len(sheet)
    with pikepdf.open(BytesIO(pdf)) as whole, pikepdf.new() as alone:
        for start in range(-(first - 1), len(spots), size):
            page = alone.add_blank_page(page_size=sheet.paper)
            content = b""
            for place, spot in enumerate(spots[max(0, start) : start + size], max(0, -start) + 1):
                form = alone.copy_foreign(whole.pages[spot[0] - 1].as_form_xobject())
                page.add_resource(form, pikepdf.Name.XObject, pikepdf.Name(f"/Card{place}"))
                content += _moved(sheet.cell(spot[1]), sheet.cell(place), f"/Card{place}")
            page.contents_add(alone.make_stream(content))
        out = BytesIO()
        alone.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def _moved(cell: Box, to: Box, name: str) -> bytes:
    """What shows the part of a page that is in one cell in the place of another."""
    left, bottom, width, height = to
    across, up = left - cell[0], bottom - cell[1]
    clip = f"{left:.3f} {bottom:.3f} {width:.3f} {height:.3f} re W n"
    return f"q {clip} 1 0 0 1 {across:.3f} {up:.3f} cm {name} Do Q\n".encode()
