"""Text files of templates/, in whichever encoding an editor saved them."""

from pathlib import Path

from notes.files import read_real
from notes.problems import BadValue

LARGEST = 1_000_000  # bytes


def text_of(path: Path) -> str:
    """What stands in a file.

    Raises:
        BadValue: it cannot be read, or is no file.
    """
    try:
        data = read_real(path, LARGEST)
    except OSError as error:
        remedy = "Check whether it is a text file, and open in another program."
        raise BadValue(f"this cannot be read: {error.strerror or error}.", remedy) from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")
