"""Comments on cells and lines through them speak against a card as what stands in the cells does."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from offices import read_workbook
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from notes.customers import Book, Customer
from notes.language.lexicon import Kind
from notes.reading import read_book
from notes.reading.files.comments import comments_of
from notes.settings import Settings

HEADER = ("Name", "Street", "City", "State", "ZIP", "Phone")
ROWS = [("Rosa Holm", "12 Elm St", "Akron", "OH", "44301", "1"), ("Una Dell", "3 Pine Rd", "Akron", "OH", "44303", "2")]


def marked(path: Path, cell: str, comment: str = "", *, struck: bool = False) -> Book:
    """The book of two customers, one of their cells with a comment or a line through it."""
    workbook = Workbook()
    sheet = workbook.active
    for row in (HEADER, *ROWS):
        sheet.append(row)
    if comment:
        sheet[cell].comment = Comment(comment, "Jo Smith")
    sheet[cell].font = Font(strike=struck)
    workbook.save(path)
    return read_book(path, Settings())


def kinds(customer: Customer) -> list[tuple[Kind, bool]]:
    return [(hold.kind, hold.sure) for hold in customer.holds]


@pytest.mark.parametrize(
    ("cell", "comment", "kind"),
    [
        ("A2", "deceased", Kind.DEATH),
        ("B2", "Jo Smith:\nmoved to Leeds, new address unknown", Kind.MOVED),
        ("F2", "please no more cards", Kind.REFUSAL),
    ],
)
def test_a_comment_on_any_cell_of_a_row_holds_the_card(tmp_path, cell, comment, kind):
    rosa, una = marked(tmp_path / "list.xlsx", cell, comment).customers
    assert [one for one, _ in kinds(rosa)] == [kind]
    assert rosa.holds[0].place.cell == cell
    assert not una.holds


@pytest.mark.parametrize(("cell", "comment"), [("A2", "loves dahlias"), ("A1", "deceased"), ("F2", "ring after six")])
def test_a_comment_about_nothing_grave_or_on_a_header_holds_nothing(tmp_path, cell, comment):
    assert not any(one.holds for one in marked(tmp_path / "list.xlsx", cell, comment).customers)


@pytest.mark.parametrize(
    ("cell", "holds"),
    [("A2", [(Kind.CLOSED, True)]), ("B2", [(Kind.MOVED, True)]), ("F2", [])],
)
def test_a_name_or_a_street_that_is_crossed_out_holds_the_card(tmp_path, cell, holds):
    rosa, una = marked(tmp_path / "list.xlsx", cell, struck=True).customers
    assert kinds(rosa) == holds
    assert not una.holds


def test_a_discussion_is_read_with_all_its_answers_and_a_damaged_part_has_no_comments(tmp_path):
    path = tmp_path / "parts.zip"
    relation = '<Relationship Id="r1" Type="http://x/{}" Target="../{}.xml"/>'
    with ZipFile(path, "w") as packed:
        packed.writestr(
            "xl/worksheets/_rels/sheet1.xml.rels",
            f"<Relationships>{relation.format('comments', 'comments1')}{relation.format('threadedComment', 'threaded')}"
            f"{relation.format('comments', 'missing')}</Relationships>",
        )
        packed.writestr(
            "xl/comments1.xml",
            "<comments><authors><author>Jo</author></authors><commentList><comment ref='B3'><text><r><t>[Threaded "
            "comment]\n\nYour version of Excel allows you to read this.\n\nComment:\n    moved</t></r></text></comment>"
            "<comment ref='C4'><text><r><t>Jo:</t></r><r><t>\nwidowed</t></r></text></comment>"
            "</commentList></comments>",
        )
        packed.writestr(
            "xl/threaded.xml",
            "<ThreadedComments><threadedComment ref='B3'><text>moved?</text></threadedComment>"
            "<threadedComment ref='B3'><text>yes, to Leeds</text></threadedComment></ThreadedComments>",
        )
    with ZipFile(path) as packed:
        found = comments_of(packed, "/xl/worksheets/sheet1.xml")
    assert found == {"B3": "moved?\nyes, to Leeds", "C4": "widowed"}


def test_a_workbook_without_comments_is_read_as_before(tmp_path):
    book = read_workbook(tmp_path / "list.xlsx", List=[HEADER, *ROWS])
    assert not any(one.holds for one in book.customers)
