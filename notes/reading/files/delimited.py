"""Text files of values (CSV): their encoding, their separator, and the records in them."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from html import unescape
from itertools import compress

from notes.problems import BadValue
from notes.reading.files.sharing import Sharing, in_pieces
from notes.reading.files.sheets import MOST_CELLS, MOST_COLUMNS, MOST_LETTERS, TOO_WIDE, Contents, Row, Sheet
from notes.reading.records import records

MOST_ROWS = 1_048_576
_SEPARATORS = ",;\t|"
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\r?\n', re.IGNORECASE)
# Letters in European names, and what they turn into when the encoding is guessed wrong.
_NAME_LETTERS = re.compile(r"[àâäáãåæçèéêëìíîïñòóôöõøùúûüýÿßœšžčćđěęąłńőřśşťůűźżÀÂÄÁÃÅÆÇÈÉÊËÍÎÑÓÔÖÕØÚÜÝŒŠŽČĆĐŁŘŚŹŻ€’–]")
_ORDINAL = re.compile(r"(?:(?<=\d)[.\s]?|(?<=\b[MDNn]))[ºª°]")  # “2º B”, “Mª”, “Nº”
_QUOTES = re.compile(r"(?<!\w)[“‘„«](?=\w)|(?<=\w)[”»](?!\w)|(?<=\d)\s?€|(?:^|[^\w])[£](?=\s?\d)", re.MULTILINE)
_SMALL_THEN_CAPITAL = re.compile(r"(?<!\w)[à-öø-ÿ](?=[A-Z][a-z])")  # “ìDunmore” has been a quotation mark
_UNLIKELY = re.compile(r"[\x80-\x9f¡-§©-¬®-¶¸-¿×÷‰†‡•˙˘ˇ˝˛◊∑∏π∫ΩƒˆÞþ]")


def read_delimited(content: bytes) -> Contents:
    """The one sheet of a text file.

    Raises:
        BadValue: the content is no text, or has more rows than a spreadsheet could.
    """
    text, notices = decoded(content)
    is_marked = _ENTITY.search(text) is not None
    separator, text_start = separator_of(text)
    lines = csv.reader(io.StringIO(text[text_start:], newline=""), delimiter=separator)
    csv.field_size_limit(1_000_000)
    first = 2 if text_start else 1
    try:
        rows = _filled_rows(map(_spelled, lines) if is_marked else lines, first)
    except csv.Error as error:
        raise BadValue(f"the file cannot be read as CSV: {error}.", "Save it again as “CSV UTF-8”.") from None
    wide = MOST_COLUMNS in {len(row.values) for row in rows}
    return Contents([Sheet(None, rows)], [*notices, TOO_WIDE] if wide else notices, measured=_is_of_short_lines(text))


# As web shops write what they have for a page; a name has none of these by chance.
_ENTITY = re.compile(
    r"&(?:#\d{2,5}|#x[0-9a-fA-F]{2,4}|amp|quot|apos|nbsp|[A-Za-z]{1,2}(?:acute|grave|uml|circ|tilde|cedil|slash|ring));"
)


def _spelled(values: list[str]) -> list[str]:
    """The cells of a row, “O&#8217;Neill &amp; Daughters” as it reads."""
    return [_ENTITY.sub(lambda match: unescape(match[0]), value) if "&" in value else value for value in values]


def _is_of_short_lines(text: str) -> bool:
    """Whether no cell can be too long, as each ends with its line at the latest, and no line is."""
    if '"' in text:
        return False
    begin = 0
    while len(text) - begin > MOST_LETTERS:
        if (end := text.rfind("\n", begin, begin + MOST_LETTERS + 1)) < 0:
            return False
        begin = end + 1
    return True


def _filled_rows(lines: Iterable[list[str]], first: int) -> list[Row]:
    sharing = Sharing()
    found: list[Sequence[str]] = []
    numbers: list[int] = []
    seen = 0
    for piece in in_pieces(lines):
        filled = [*map(any, piece)]
        numbers += compress(range(first, first + len(piece)), filled)
        first += len(piece)
        if first - 1 > MOST_ROWS:
            raise BadValue(f"the file has more than {MOST_ROWS:,} rows.", "Export only the customers you write to.")
        kept = [*compress(piece, filled)]
        if max(map(len, kept), default=0) > MOST_COLUMNS:
            kept = [values[:MOST_COLUMNS] for values in kept]
        seen += sum(map(len, kept))
        if seen > MOST_CELLS:
            raise BadValue(f"the file has more than {MOST_CELLS:,} cells.", "Export only the columns that you need.")
        found += sharing.shared(kept)
    return records(Row, len(found), number=numbers, values=found)


def decoded(content: bytes) -> tuple[str, Sequence[str]]:
    """The text of a file, and a notice about its encoding if one is needed."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(encoding, errors="replace"), ()
    sample = content[:4096]
    if sample.count(0) > len(sample) // 4:
        little = sample[1::2].count(0) > sample[::2].count(0)
        return content.decode("utf-16-le" if little else "utf-16-be", errors="replace"), ()
    if b"\0" in content:
        raise _torn(content)
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        encoding = _guessed(content)
        name = _ENCODING_NAMES.get(encoding, encoding.replace("_", " "))
        notice = f"Read as {name} text, since the file is not UTF-8. Check the names with accents."
        return content.decode(encoding, errors="replace"), (notice,)


def _torn(content: bytes) -> BadValue:
    """What to say of a file with empty bytes in it: a list that broke while it was copied, or no list at all."""
    strange = sum(byte < 32 and byte not in b"\0\t\r\n" for byte in content[:4096])
    if strange or not any(mark in content[:4096] for mark in (b",", b";", b"\t")):
        return BadValue("this is not a spreadsheet.", "Save the list as .xlsx or as CSV, and choose that file.")
    row = content[: content.index(0)].count(b"\n") + 1
    return BadValue(
        f"the file is damaged: from row {row:,} on it has empty bytes for letters, as when a copy breaks off.",
        "Export or copy the list again, and choose the new file.",
    )


_ENCODING_NAMES = {
    "cp1252": "Windows (Western)",
    "cp1250": "Windows (Central European)",
    "mac_roman": "Mac",
    "cp1251": "Windows (Cyrillic)",
    "cp932": "Japanese (Shift JIS)",
    "big5": "Chinese (Big5)",
    "gb18030": "Chinese (GB 18030)",
    "cp949": "Korean",
}
_WORD = re.compile(r"[^\W\d_]{3,}")


_POUNDS = re.compile(rb"\xa3\s?\d")


def _guessed(content: bytes) -> str:
    """The encoding of a text that does not say.

    Charset-normalizer knows a hundred, but takes a short list of Western names for Czech or Chinese more often than
    not (of 60 lists each it reads 27 from Windows and 28 from a Mac, the rule below 54 and 53). So it is asked only
    where what the rule reads looks like no names.
    """
    sample = content[:1_000_000]
    has_pounds = _POUNDS.search(sample) is not None  # in Central Europe the same byte is an Ł, before no number
    european = ("cp1252", "mac_roman") if has_pounds else ("cp1252", "cp1250", "mac_roman")
    likely = max(european, key=lambda one: _likelihood(sample, one))
    if (has_pounds or _likelihood(sample, likely) > 0) and _looks_european(sample.decode(likely, errors="replace")):
        return likely
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else likely


def _looks_european(text: str) -> bool:
    """Whether the words with accents have plain letters as well; Cyrillic read as Western has nothing but accents."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    strange = sum(not any(map(str.isascii, word)) for word in words)
    return strange * 10 <= len(words)


def _likelihood(content: bytes, encoding: str) -> int:
    """How much the text looks like names in this encoding; the first asked wins a tie."""
    text = content.decode(encoding, errors="replace")
    lower_then_capital = len(re.findall(r"[a-zß-ÿ][ÀÂÄÁÃÅÆÇÈÉÊËÍÎÑÓÔÖÕØÚÜÝŒŠŽČĆĐŁŘŚŹŻ]", text))
    return (
        len(_NAME_LETTERS.findall(text))
        - 3 * len(_UNLIKELY.findall(text))
        + 5 * len(_ORDINAL.findall(text))
        + 4 * len(_QUOTES.findall(text))
        - 5 * len(_SMALL_THEN_CAPITAL.findall(text))
        - 5 * text.count("\ufffd")
        - 2 * lower_then_capital
    )


def separator_of(text: str) -> tuple[str, int]:
    """What separates the values, and where the text begins after a line like “sep=;”."""
    if match := _SEPARATOR_LINE.match(text):
        return match[1], match.end()
    sample = text[:100_000]
    return max(_SEPARATORS, key=lambda one: _evenness(sample, one)), 0


def _evenness(sample: str, separator: str) -> tuple[int, int]:
    """How well a separator splits most records alike, and into how many parts; one long jotting has no say."""
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
    evenness = {width: records * (width - 1) if records > 1 else 1 for width, records in widths.items()}
    width = max(evenness, key=lambda one: (evenness[one], one))
    return (evenness[width], width)
