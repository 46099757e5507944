"""Addressing: which columns say how people are greeted, and what their envelope says."""

import re
from typing import TYPE_CHECKING

from notes.language.folding import squashed
from notes.language.texts import word_set
from notes.language.vocabulary import words
from notes.reading.tables.columns import cell_of
from notes.reading.tables.parts import Whose, words_of_header

if TYPE_CHECKING:
    from notes.reading.tables.recognition import Recognition

# “lsal_desc”, “Esal1”, “CnAdrSal_Addressee”, “Joint Salutation”, “Thank-you greeting”
_SALUTATION = re.compile(r"[a-z]?sals?|salut\w*|greeting\w*|greeted|dear|addressee\w*|briefanrede")
_OF_AN_ENVELOPE = word_set("envelope mailing mail label postal addressed")
_NAMING = word_set("name names line salutation title")
_INFORMAL = word_set("informal casual letter lsal first friendly personal greeting")
_OF_ANOTHER_CHANNEL = word_set("email phone sms text web greeting_card code id type date formula")


def settle_addressing(found: "Recognition") -> None:
    """A column called after greetings or envelopes that no list has is the one or the other by what stands in it.

    With the last and the first name it is what the envelope says; with one of them, or a title, what follows “Dear”.
    """
    if found.kind != "customers" or not {"first_name", "last_name", "name", "company"} & found.fields.keys():
        return
    those = [column for column, header in enumerate(found.read_as) if header and _may_address(found, column)]
    kinds = {column: kind for column in those if (kind := _kind_of(found, column))}
    for field in ("dear", "envelope"):
        mine = sorted((column for column, kind in kinds.items() if kind == field), key=lambda one: _behind(found, one))
        if mine and field not in found.fields:
            column = mine[0]
            if found.fields.get("salutation") == column:
                del found.fields["salutation"]
            found.fields[field] = column
            found.others.pop(column, None)
            found.taken.add(column)
            found.doubtful.add(column)


def _may_address(found: "Recognition", column: int) -> bool:
    """Whether a column that nothing is taken from has the name of a greeting or of a line of the envelope."""
    is_free = column not in found.taken or found.others.get(column) is Whose.SECOND
    said = words_of_header(found.read_as[column])
    is_said = any(_SALUTATION.fullmatch(word) for word in said)
    is_line = not _OF_AN_ENVELOPE.isdisjoint(said) and not _NAMING.isdisjoint(said)
    is_ours = _OF_ANOTHER_CHANNEL.isdisjoint(said) and found.fits(column, "dear")
    return is_free and (is_said or is_line) and is_ours


def _kind_of(found: "Recognition", column: int) -> str:
    """“dear” or “envelope”, "" where the cells show neither."""
    texts = [(text, row) for row in found.some if (text := cell_of(row, column))]
    if len(texts) < 2 or len({text for text, _ in texts}) * 2 < len(texts):
        return ""
    whole = sum(_is_whole(found, text, row) for text, row in texts)
    if whole * 10 >= 6 * len(texts):
        return "envelope"
    short = sum(_is_greeting(text) for text, _ in texts)
    return "dear" if whole * 10 <= 3 * len(texts) and short * 10 >= 6 * len(texts) else ""


def _is_whole(found: "Recognition", text: str, row: object) -> bool:
    """Whether a text has the first and the last name of its row, or the name of the firm."""
    spoken = squashed(text)
    first, last, name, company = (
        squashed(cell_of(row, found.fields[one])) if one in found.fields else ""  # type: ignore[arg-type]
        for one in ("first_name", "last_name", "name", "company")
    )
    if name and not (first or last):
        parts = [squashed(one) for one in cell_of(row, found.fields["name"]).replace(",", " ").split()]  # type: ignore[arg-type]
        return len(parts) > 1 and sum(part in spoken for part in parts) > 1
    if company and company in spoken:
        return True
    return bool(first and last) and last in spoken and len(_without_titles(text)) > 1


def _without_titles(text: str) -> list[str]:
    joining = ("and", "&", "und", "et", "y", "+", "the")
    return [one for one in text.split() if one.casefold() not in joining and one not in words("names", "honorifics")]


def _is_greeting(text: str) -> bool:
    """Whether a text is short, as what follows “Dear” is, and no number or sentence."""
    return len(text.split()) <= 6 and not any(map(str.isdigit, text)) and "@" not in text


def _behind(found: "Recognition", column: int) -> tuple[bool, int]:
    """The informal one of several is taken."""
    return _INFORMAL.isdisjoint(words_of_header(found.read_as[column])), column
