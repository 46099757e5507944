"""Parted days: a cell that says several days and what each is, read as if every day stood in a column of its own.

“in since Sept 2021; bday 28 Dec” below “Dates” is a birthday and since when somebody comes; so is “Bday 17 Dec.” among
what is jotted down, where no column has birthdays. What a cell says further stays where it is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from notes.language.locales import month_number
from notes.language.vocabulary import words
from notes.occasions import Occasions
from notes.reading.files.sheets import Row, Value
from notes.reading.tables.columns import Columns
from notes.reading.tables.evidence import SAMPLE
from notes.reading.tables.finding import Table
from notes.reading.tables.parts import Whose
from notes.reading.values.dated_reasons import dated_reason
from notes.reading.values.told_reasons import told_reason

_OF_A_LABEL = {"birthday": "birthday_labels", "first_purchase": "since_labels"}  # by field, in the vocabulary
_NUMBERS = r"\d{1,2}(?P<joint>[./-])\d{1,2}(?:(?P=joint)(?:\d{4}|\d\d))?|\d{4}-\d\d-\d\d"
_DAY = (
    rf"(?:{_NUMBERS}|\d{{1,2}}(?:st|nd|rd|th|\.)?\s(?:of\s)?(?P<behind>[^\W\d_]{{3,}})\.?(?:,?\s(?:19|20)\d\d)?|"
    r"(?P<before>[^\W\d_]{3,})\.?\s\d{1,2}(?:st|nd|rd|th)?(?!\d)(?:,?\s(?:19|20)\d\d)?)"
)
_YEAR = r"(?:[^\W\d_]{3,}\.?,?\s)?(?:\d{1,2}[/.])?(?:19|20)\d\d"
_BEGINS = {"days": r"(?:^|[;,\n(/|•]|\.\s|\s[-–—]\s)\s*", "notes": r"(?:^|[;\n|•]|[.!]\s|\s[-–—]\s)\s*"}
_ENDS = r"(?:\s*[!.]+)?\s*(?=$|[;,\n)/|•]|\s[-–—]\s|(?<=[!.])\s)"
_FURTHER = re.compile(r"\s*[:;!]+\s+|\s+[-–—]\s+")
_EDGES = " ;,|•-–—\n"
_LONGEST = 60  # letters of what is a day and its reason

Texts = list[Value]


def with_parted_days(table: Table, occasions: Occasions) -> Table:
    """The table, with the days that its cells name beside other things in columns behind the others."""
    columns = table.columns
    width = max([len(columns.headers), *map(len, [row.values for row in table.rows])], default=0)
    some = _filled_up(table.rows[:: max(1, len(table.rows) // SAMPLE)], width)
    looked_through = [*_looked_through(columns, some, occasions)]
    rows = _filled_up(table.rows, width) if looked_through else []
    added: list[Texts] = []
    for column, is_of_days in looked_through:
        own = [row[column] for row in rows]
        fields = [one for one in _OF_A_LABEL if one not in columns.fields and (is_of_days or one == "birthday")]
        for field in fields:
            pairs = [_parted(text, field, "days" if is_of_days else "notes") for text in own]
            if any(day for day, _ in pairs):
                own = [rest for _, rest in pairs]
                columns = _with(columns, field, column, width + len(added))
                added.append([day or None for day, _ in pairs])
        if is_of_days:
            parted = [_reason_and_further(text, occasions) for text in own]
            if any(further for _, further in parted):
                own = [reason for reason, _ in parted]
                columns = _with(columns, "", column, width + len(added))
                added.append([further or None for _, further in parted])
        for row, text in zip(rows, own, strict=True):
            row[column] = text
    if not added:
        return table
    values = [[*row, *(texts[place] for texts in added)] for place, row in enumerate(rows)]
    whole = [replace(one, values=those) for one, those in zip(table.rows, values, strict=True)]
    return replace(table, columns=columns, rows=whole)


def _filled_up(rows: Sequence[Row], width: int) -> list[Texts]:
    return [[*row.values, *[None] * (width - len(row.values))] for row in rows]


def _looked_through(columns: Columns, some: Sequence[Texts], occasions: Occasions) -> Iterator[tuple[int, bool]]:
    """The columns that may have days among other things, and whether they are of days."""
    of_notes = [one for one in (columns.fields.get("notes"), *columns.remarks) if one is not None]
    free = [*columns.unknown, *(one for one, whose in columns.others.items() if whose is Whose.THING), *of_notes]
    for column in sorted({*free}):
        texts = [row[column] for row in some]
        said = [text for text in texts if isinstance(text, str) and any(map(str.isalpha, text))]
        if not said:
            continue
        if column not in of_notes and sum(_is_of_days(text, occasions) for text in said) * 2 >= len(said):
            yield column, True
        elif column in of_notes and "birthday" not in columns.fields:
            yield column, False


def _is_of_days(text: str, occasions: Occasions) -> bool:
    """Whether a cell says days and what they are, and little else.

    >>> from notes.occasions import ours
    >>> _is_of_days("in since Sept 2021; bday 28 Dec", ours()), _is_of_days("bday 28 Dec, likes hens", ours())
    (True, False)
    """
    rest: Value = text
    for field in _OF_A_LABEL:
        rest = _parted(rest, field, "days")[1]
    reason, _ = _reason_and_further(rest, occasions)
    return not reason or _is_reason(reason, occasions)


def _parted(text: Value, field: str, kind: str) -> tuple[str, Value]:
    """The day that a cell names by one of the labels of a field, and what it says beside that.

    >>> _parted("in since Sept 2021; bday 28 Dec", "birthday", "days")
    ('28 Dec', 'in since Sept 2021')
    >>> _parted("6 Dec b'day - a thimble under the keys", "birthday", "notes")
    ('6 Dec', 'a thimble under the keys')
    >>> _parted("dtr Mia, bday 6/2", "birthday", "notes")
    ('', 'dtr Mia, bday 6/2')
    """
    if not isinstance(text, str):
        return "", text
    for match in (one for pattern in _labelled(field, kind) for one in pattern.finditer(text)):
        named = match["behind"] or match["before"]
        if named and not month_number(named):
            continue
        before, behind = text[: match.start()].rstrip(_EDGES), text[match.end() :].lstrip(_EDGES + ".")
        joint = "" if not before or not behind else f"{match[0][0]} " if match[0][0] in ".!" else "; "
        return match["day"], f"{before}{joint}{behind}" or None
    return "", text


@cache
def _labelled(field: str, kind: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """“bday: 28 Dec” and “28 Dec (birthday)”, as a piece of a cell."""
    spelled = sorted(words("days", _OF_A_LABEL[field]).entries, key=len, reverse=True)
    label = f"(?:{'|'.join(map(re.escape, spelled))})".replace("'", "['’‘´`]")
    day = rf"(?P<day>{_DAY}{f'|{_YEAR}' if field == 'first_purchase' else ''})"
    ahead = rf"(?:(?:his|her|own)\s)?{label}\.?(?:\s*[:=]\s*|\s+(?:is\s+)?(?:on\s+|the\s+)?){day}"
    pieces = (ahead, rf"{day}\s*\(?{label}\)?")
    one, other = (re.compile(f"{_BEGINS[kind]}{piece}{_ENDS}", re.IGNORECASE) for piece in pieces)
    return one, other


def _reason_and_further(text: Value, occasions: Occasions) -> tuple[str | None, str]:
    """What happens on which day, and what a long cell says behind that.

    >>> from notes.occasions import ours
    >>> _reason_and_further("THANK YOU card Dec 15: ran the cider press all seven Saturdays", ours())
    ('THANK YOU card Dec 15', 'ran the cider press all seven Saturdays')
    >>> _reason_and_further("retires 12/18/26 - 31 yrs", ours()), _reason_and_further("service due Feb", ours())
    (('retires 12/18/26 - 31 yrs', ''), ('service due Feb', ''))
    """
    if not isinstance(text, str) or len(text) <= _LONGEST:
        return text if isinstance(text, str) else None, ""
    for match in _FURTHER.finditer(text):
        reason, further = text[: match.start()], text[match.end() :]
        if len(reason) <= _LONGEST and _is_reason(reason, occasions):
            return reason, further
    return text, ""


def _is_reason(text: str, occasions: Occasions) -> bool:
    parts = dated_reason(text, occasions) if len(text) <= _LONGEST else None
    return parts is not None and told_reason(parts[1], occasions) is not None


def _with(columns: Columns, field: str, source: int, place: int) -> Columns:
    """The columns and one more behind them, called like the one that it is from; without a field it has remarks."""
    headers = [*columns.headers, *[""] * (place - len(columns.headers)), columns.header(source)]
    fields: Mapping[str, int] = {**columns.fields, field: place} if field else columns.fields
    unknown = columns.unknown if field else [*columns.unknown, place]
    return replace(columns, headers=headers, fields=fields, unknown=unknown, parted={**columns.parted, place: source})
