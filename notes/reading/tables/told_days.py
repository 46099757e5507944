"""Told days: columns of days on which something happens to the customers, and where it is said what.

The column beside them may say it, the cell itself (“retires 12/18/26”), or the header (“HS graduation”, “Moving in”).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from notes.language.texts import word_set
from notes.occasions import Occasions
from notes.reading.files.sheets import Value
from notes.reading.tables.cells import Cells
from notes.reading.tables.columns import Columns, Rows
from notes.reading.tables.evidence import looks_of
from notes.reading.tables.parts import Whose, parts_of, scene_of, words_of_header
from notes.reading.values.dated_reasons import dated_reason
from notes.reading.values.jotted_news import news_beside
from notes.reading.values.told_reasons import told_reason

_OF_REASONS = word_set(
    "what why reason occasion event milestone was wofür warum grund anlass ereignis quoi pourquoi raison motif "
    "événement qué motivo razón ocasión"
)
_OF_MESSAGES = word_set("message messages inscription wording engraving nachricht widmung dédicace mensaje dedicatoria")
_OF_LETTINGS = word_set("tenant tenants tenancy lease rent renter lessee mieter miete locataire loyer inquilino")
_BESIDE_THEM = word_set("for the of it is date day this card für der des tag pour le du para el del")
_OF_ANY_DAY = word_set("date day when on")
_MAY_SAY_WHICH = ("notes", "mail_ok")  # “Card?” may say which card and when
_HAS_DAYS = "anniversary"  # “Big day” may have the day of a wedding, and “graduates 12/12/26” in the next row
_LONGEST = 60  # letters of a cell that says an occasion and its day
_SPARSE = 2  # where a list is of events, what is beside their days is what was ordered, unless few rows have it


def with_told_days(columns: Columns, rows: Rows, occasions: Occasions) -> Columns:
    """The columns, with each pair of days and reasons among those that nothing else claims.

    A column of both in one is paired with itself; it may be called like notes, but is none.
    """
    if _is_for_others(columns):
        return columns
    free = [*columns.unknown, *(one for one, whose in columns.others.items() if whose is Whose.THING)]
    days = [one for one in free if (looks := looks_of(rows, one)).mostly(looks.dates) and not looks.mostly(looks.whole)]
    begun = [columns.fields["first_purchase"]] if "first_purchase" in columns.fields else []  # “Closing (new home)”
    begun = [] if _OF_LETTINGS & {word for header in columns.headers for word in words_of_header(header)} else begun
    jotted = [one for one in (columns.fields.get("notes"), *columns.remarks) if one is not None]
    told: dict[int, int | None] = {day: None for day in (*days, *begun) if heads_days(columns.header(day), occasions)}
    for day in (one for one in days if one not in told):
        noted = jotted if set(words_of_header(columns.header(day))) <= _OF_ANY_DAY else ()
        beside = [one for one in (day + 1, day - 1) if one in (*free, *noted) and one not in (*days, *told.values())]
        reasons = [one for one in beside if _are_reasons(columns, rows, day, one, occasions)]
        if reasons:
            told[day] = max(reasons, key=lambda one: (_together(rows, day, one), one))
    said = [columns.fields[one] for one in _MAY_SAY_WHICH if one in columns.fields]
    told |= {one: one for one in [*free, *said] if one not in told and _are_dated_reasons(rows, one, occasions)}
    both = {*told, *(one for one in told.values() if one is not None and one not in jotted)}
    if (days_of := columns.fields.get(_HAS_DAYS)) is not None and _says_some_reason(rows, days_of, occasions):
        told[days_of] = days_of
    if not told:
        return columns
    return replace(
        columns,
        fields={name: one for name, one in columns.fields.items() if one not in both},
        told=told,
        unknown=[one for one in columns.unknown if one not in both],
        others={one: whose for one, whose in columns.others.items() if one not in both},
        doubtful=columns.doubtful | both,
    )


def without_told(cells: Cells, field: str) -> Cells:
    """The cells, without those below a field of days that say what else happens on theirs: “graduates 12/12/26”."""
    column = cells.column(field)
    if column is None or column not in cells.table.columns.told:
        return cells
    silent = replace(cells, problems=[])
    told = [dated_reason(text, cells.settings.occasions) for text in silent.texts(column)]
    others = [None if one else value for one, value in zip(told, cells.values(column), strict=True)]
    return replace(cells, given={**cells.given, column: others}, plain={})


def _is_for_others(columns: Columns) -> bool:
    """Whether people order for others who are named, so that a birthday is that of whoever gets the flowers."""
    strangers = [columns.header(one) for one, whose in columns.others.items() if whose is Whose.OTHER]
    scene = scene_of(columns.headers)
    return scene.buyers and any(not parts_of(header, scene).rest for header in strangers)


def heads_days(header: str, occasions: Occasions) -> bool:
    """Whether a header says by itself what happens to the customer on the days below it: “Retires”, “HS graduation”."""
    reason = told_reason(header, occasions) if header else None
    return reason is not None and reason.occasion.heads_days and not reason.person


def _are_reasons(columns: Columns, rows: Rows, day: int, reason: int, occasions: Occasions) -> bool:
    """Whether a column says what happens on the days beside it: it names occasions, or asks why, and has no others."""
    looks = looks_of(rows, reason)
    if not looks.mostly(looks.lettered) or looks.emails or _together(rows, day, reason) < 0.6:
        return False
    if reason in columns.others and looks.filled * _SPARSE > len(rows) > _SPARSE:
        return False
    if not _OF_MESSAGES.isdisjoint(words_of_header(columns.header(reason))):
        return False  # what somebody had written on a card of theirs
    texts = _texts(rows, reason)
    named = sum((told_reason(text, occasions) or news_beside(text, occasions)) is not None for text in texts)
    return named * 3 >= len(texts) or _asks_why(words_of_header(columns.header(reason)))


def _asks_why(words: Sequence[str]) -> bool:
    """Whether a header asks what a day is for, and nothing else: “What for”; but not “What they study”."""
    return not _OF_REASONS.isdisjoint(words) and _OF_REASONS.union(_BESIDE_THEM).issuperset(words)


def _are_dated_reasons(rows: Rows, column: int, occasions: Occasions) -> bool:
    """Whether most cells are as short as an occasion and its day, and half of them are that."""
    texts = Counter(_texts(rows, column))
    count = texts.total()
    if not count or sum(many for text, many in texts.items() if len(text) <= _LONGEST) * 10 < 9 * count:
        return False
    parts = [(dated_reason(text, occasions), many) for text, many in texts.items() if len(text) <= _LONGEST]
    reasons = [(one[1], many) for one, many in parts if one]
    if sum(many for _, many in reasons) * 2 < count:
        return False
    return sum(many for reason, many in reasons if told_reason(reason, occasions) is not None) * 2 >= count


def _says_some_reason(rows: Rows, column: int, occasions: Occasions) -> bool:
    """Whether any cell says an occasion beside its day."""
    parts = (dated_reason(text, occasions) for text in {*_texts(rows, column)} if len(text) <= _LONGEST)
    return any(one and told_reason(one[1], occasions) for one in parts)


def _together(rows: Rows, one: int, other: int) -> float:
    """In how many of the rows that have either column both are filled."""
    pairs = [(bool(_filled(row, one)), bool(_filled(row, other))) for row in rows]
    either = sum(map(any, pairs))
    return sum(map(all, pairs)) / either if either else 0.0


def _texts(rows: Rows, column: int) -> Sequence[str]:
    return [str(row[column]) for row in rows if column < len(row) and row[column]]


def _filled(row: Sequence[Value], column: int) -> Value:
    return row[column] if column < len(row) and row[column] not in (None, "") else None
