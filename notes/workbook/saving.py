"""Saving: a workbook as the bytes of its file."""

from errno import ENOSPC
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook


def saved(book: "Workbook") -> bytes:
    """The workbook as a file; its sheets are written into temporary files on the way.

    Raises:
        OSError: there is no room for those.
    """
    from lxml.etree import SerialisationError

    made = BytesIO()
    try:
        book.save(made)
    except SerialisationError as error:
        raise OSError(ENOSPC, f"a sheet could not be written ({error})") from error
    return made.getvalue()
