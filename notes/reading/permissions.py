"""Permissions: who may be written to by what a whole column allows."""

import re
from collections.abc import Iterator, Set
from dataclasses import replace

from notes.holds import Hold
from notes.language.lexicon import Kind, word_class
from notes.language.phrases import tokens_of
from notes.language.texts import cleaned
from notes.reading.files.sheets import Value
from notes.reading.tables.cells import Cells
from notes.reading.values.answers import yes_or_no


def not_ticked(cells: Cells) -> Iterator[tuple[int, Hold]]:
    """Where some of those who may be written to are ticked, and nobody is refused, an empty cell is a no."""
    column = cells.column("mail_ok")
    if column is None:
        return
    answers = [(yes_or_no(value), _is_empty(value)) for value in cells.values(column)]
    ticked = any(answer for answer, empty in answers if not empty)
    refused = any(answer is False for answer, empty in answers if not empty)
    if ticked and not refused:
        yield from (
            (row, Hold(Kind.REFUSAL, cells.place(row, column))) for row, (_, empty) in enumerate(answers) if empty
        )


def without_the_post(cells: Cells) -> Iterator[tuple[int, Hold]]:
    """Rows that allow some ways to reach somebody, and not the post: “Email; Telephone” under “Channels Allowed”."""
    for column, header in enumerate(cells.table.columns.headers):
        tokens = {*tokens_of(header)}
        if _CHANNELS.isdisjoint(tokens) or _ALLOWED.isdisjoint(tokens):
            continue
        texts = replace(cells, problems=[]).texts(column)
        are_of_paper = {text: not word_class("paper").isdisjoint(_ways(text)) for text in {*texts}}
        if any(are_of_paper.values()):
            those = (row for row, text in enumerate(texts) if text and not are_of_paper[text])
            yield from ((row, Hold(Kind.REFUSAL, cells.place(row, column), texts[row])) for row in those)


def _ways(text: str) -> Set[str]:
    return {*tokens_of(_E_MAIL.sub("email", text))}


_E_MAIL = re.compile(r"\be[- ]mail", re.IGNORECASE)
_CHANNELS = frozenset(["channel", "channels", "kanal", "kanäle", "canaux", "canales"])
_ALLOWED = frozenset(
    ["allowed", "permitted", "consent", "consented", "ok", "agreed", "erlaubt", "autorisés", "permitidos"]
)


def _is_empty(value: Value) -> bool:
    return value is None or (isinstance(value, str) and not cleaned(value))
