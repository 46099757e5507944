"""Text files of values (CSV): which encoding, which separator, and the records in them."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from notes.problems import BadValue
from notes.reading.files.sheets import Contents, Row, Sheet

MOST_ROWS = 1_048_576
_SEPARATORS = ",;\t|"
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\r?\n', re.IGNORECASE)
# Letters of European names, and what they turn into when the encoding was guessed wrong.
_NAME_LETTERS = re.compile(r"[àâäáãåæçèéêëìíîïñòóôöõøùúûüýÿßœšžčćđěęąłńőřśşťůűźżÀÂÄÁÃÅÆÇÈÉÊËÍÎÑÓÔÖÕØÚÜÝŒŠŽČĆĐŁŘŚŹŻ€’–]")
_UNLIKELY = re.compile(r"[\x80-\x9f¡-§©-¬®-¶¸-¿×÷‰†‡•˙˘ˇ˝˛◊∑∏π∫ΩƒˆÞþ]")


def read_delimited(content: bytes) -> Contents:
    """The one sheet of a text file.

    Raises:
        BadValue: the content is no text, or has more rows than a spreadsheet could.
    """
    text, notices = decoded(content)
    separator, text_start = separator_of(text)
    records = csv.reader(io.StringIO(text[text_start:], newline=""), delimiter=separator, strict=False)
    csv.field_size_limit(1_000_000)
    first = 2 if text_start else 1
    try:
        rows = list(_filled_rows(records, first))
    except csv.Error as error:
        raise BadValue(f"the file cannot be read as CSV: {error}.", "Save it anew as “CSV UTF-8”.") from None
    return Contents([Sheet(None, rows)], notices)


def _filled_rows(records: Iterable[list[str]], first: int) -> Iterable[Row]:
    for number, values in enumerate(records, first):
        if number > MOST_ROWS:
            raise BadValue(f"the file has more than {MOST_ROWS:,} rows.", "Export only the customers you write to.")
        if any(values):
            yield Row(number, values)


def decoded(content: bytes) -> tuple[str, Sequence[str]]:
    """The text of a file, and what is to be told about its encoding."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(encoding, errors="replace"), ()
    sample = content[:4096]
    if sample.count(0) > len(sample) // 4:
        little = sample[1::2].count(0) > sample[::2].count(0)
        return content.decode("utf-16-le" if little else "utf-16-be", errors="replace"), ()
    if b"\0" in content:
        raise BadValue("this is not a spreadsheet.", "Save the list as .xlsx or as CSV, and choose that file.")
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        encoding = max(("cp1252", "cp1250", "mac_roman"), key=lambda one: _likelihood(content, one))
        told = f"Read as {_ENCODING_NAMES[encoding]} text, for the file is not UTF-8: look at names with accents."
        return content.decode(encoding, errors="replace"), (told,)


_ENCODING_NAMES = {
    "cp1252": "Windows (Western)",
    "cp1250": "Windows (Central European)",
    "mac_roman": "Mac",
}


def _likelihood(content: bytes, encoding: str) -> int:
    """How much the text looks like names in this encoding; the first asked wins a tie."""
    odd = bytes(one for one in content[:1_000_000] if one >= 0x80 or one == 0x20)
    text = content[:1_000_000].decode(encoding, errors="replace")
    if not odd:
        return 0
    lower_then_capital = len(re.findall(r"[a-zß-ÿ][ÀÂÄÁÃÅÆÇÈÉÊËÍÎÑÓÔÖÕØÚÜÝŒŠŽČĆĐŁŘŚŹŻ]", text))
    return (
        len(_NAME_LETTERS.findall(text))
        - 3 * len(_UNLIKELY.findall(text))
        - 5 * text.count("\ufffd")
        - 2 * lower_then_capital
    )


def separator_of(text: str) -> tuple[str, int]:
    """What stands between the values, and where the text begins after a line like “sep=;”."""
    if match := _SEPARATOR_LINE.match(text):
        return match[1], match.end()
    sample = text[:100_000]
    return max(_SEPARATORS, key=lambda one: _evenness(sample, one)), 0


def _evenness(sample: str, separator: str) -> tuple[int, int]:
    """In how many records, and how often, a separator splits most lines alike."""
    widths: dict[int, int] = {}
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
    try:
        for number, record in enumerate(reader):
            if number >= 200:
                break
            if len(record) > 1:
                widths[len(record)] = widths.get(len(record), 0) + 1
    except csv.Error:
        pass
    if not widths:
        return (0, 0)
    width = max(widths, key=lambda one: (widths[one] * (one - 1), one))
    return (widths[width] * (width - 1), width)
