"""No customers: rows of people who buy nothing from the business, by what a column calls them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from notes.holds import Hold
from notes.language.folding import folded
from notes.language.lexicon import Kind
from notes.language.vocabulary import words
from notes.reading.tables.cells import Cells
from notes.reading.tables.parts import Whose, parts_of, words_of_header
from notes.reading.values.answers import yes_or_no

_BETWEEN = re.compile(r"[\s_/]+")
_ROLES = frozenset(
    ["type", "role", "roles", "category", "relationship", "relation", "kind", "class", "classification", "group",
     "status", "rolle", "typ", "art", "kategorie", "gruppe", "tipo", "categoria", "catégorie", "rôle", "is"]
)  # fmt: skip


def of_no_customers(cells: Cells) -> Iterator[tuple[int, Hold]]:
    """Rows of those who buy nothing from the business, by a column of roles: a supplier, a prospect."""
    nobody, sellers, buyers, not_yet = (
        words("standings", name) for name in ("no_customers", "sellers", "buyers", "not_yet")
    )
    silent = replace(cells, problems=[])
    for column, header in enumerate(cells.table.columns.headers):
        if column in cells.table.columns.others or _ROLES.isdisjoint(map(folded, _BETWEEN.split(header))):
            continue
        texts = silent.texts(column)
        if _asks_who_is_a_customer(header) and {yes_or_no(text) for text in set(texts)} <= {True, False, None}:
            nos = [row for row, text in enumerate(texts) if text and yes_or_no(text) is False]
            yield from ((row, Hold(Kind.CLOSED, cells.place(row, column), texts[row])) for row in nos)
        those = {text for text in set(texts) if text in nobody or text in not_yet}
        if any(text in buyers for text in set(texts)):  # of houses: who sells and who lets is a customer as well
            those = {text for text in those if text not in sellers}
        if those and any(text and text not in those for text in texts):
            rows = [row for row, text in enumerate(texts) if text in those]
            yield from ((row, Hold(Kind.CLOSED, cells.place(row, column), texts[row])) for row in rows)


def _asks_who_is_a_customer(header: str) -> bool:
    """Whether a column says with yes and no who is a customer at all: “Is Client”."""
    said = words_of_header(header)
    return said[:1] == ("is",) and parts_of(header).whose is Whose.CUSTOMER and not parts_of(header).rest[1:]
