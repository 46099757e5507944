"""Single pages of a file that was made before, just as they were: the same streams, the same fonts."""

from collections.abc import Sequence
from io import BytesIO


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
