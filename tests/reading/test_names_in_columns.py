"""Whom a row is about, by all its columns of names: the person, the firm, whom to greet, and the envelope."""

from datetime import date

import pytest
from cases import tables
from offices import read_csv

from notes.reading.files.sheets import Row, Sheet
from notes.reading.tables.finding import find_table
from notes.reading.tables.recognition import recognise
from notes.reading.understanding import understanding_of

# Headers, and below them rows => number | name | title | firm | greeted as | on the envelope.
ROWS = """
Name,Company
  Rosa Kern,Oak Ltd => Rosa Kern | Rosa Kern | - | Oak Ltd | Rosa | Rosa Kern
  Oak Ltd,Oak Ltd => Oak Ltd | Oak Ltd | - | Oak Ltd | - | Oak Ltd
  ,Oak Ltd => Oak Ltd (2) | Oak Ltd | - | Oak Ltd | - | Oak Ltd
  Rosa Kern, => Rosa Kern (2) | Rosa Kern | - | - | Rosa | Rosa Kern
  Hal & Rosa Kern,Oak Ltd => Hal & Rosa Kern | Hal & Rosa Kern | - | Oak Ltd | Hal and Rosa | Hal & Rosa Kern
Company,Contact
  Oak Ltd,Rosa Kern => Rosa Kern | Rosa Kern | - | Oak Ltd | Rosa | Rosa Kern
  Oak Ltd, => Oak Ltd | Oak Ltd | - | Oak Ltd | - | Oak Ltd
  Oak Ltd,Oak Ltd => Oak Ltd (2) | Oak Ltd | - | Oak Ltd | - | Oak Ltd
Name,Contact
  Oak Ltd,Rosa Kern => Rosa Kern | Rosa Kern | - | Oak Ltd | Rosa | Rosa Kern
  Rosa Kern,Hal Holm => Rosa Kern (2) | Rosa Kern | - | - | Rosa | Rosa Kern
  Oak Ltd,Fir GmbH => Oak Ltd | Oak Ltd | - | Oak Ltd | - | Oak Ltd
  ,Rosa Kern => Rosa Kern (3) | Rosa Kern | - | - | Rosa | Rosa Kern
Display Name,Company
  Rosa Kern,Oak Ltd => Rosa Kern | Rosa Kern | - | Oak Ltd | Rosa | Rosa Kern
  Oak Ltd:Kitchen, => Kitchen | Kitchen | - | Kitchen | - | Kitchen
  Rosa Kern (old), => Rosa Kern (2) | Rosa Kern | - | - | - | -
First,Last,Company
  Rosa,Kern,Oak Ltd => Rosa Kern | Rosa Kern | - | Oak Ltd | Rosa | Rosa Kern
  ,Oak Ltd, => Oak Ltd | Oak Ltd | - | Oak Ltd | - | Oak Ltd
  ,Kern, => Kern | Kern | - | - | - | Kern
  ,,Oak Ltd => Oak Ltd (2) | Oak Ltd | - | Oak Ltd | - | Oak Ltd
First,Last,Display Name
  Rosa,Kern,Rosa Kern => Rosa Kern | Rosa Kern | - | - | Rosa | Rosa Kern
  Rosa,Kern,Oak Ltd => Rosa Kern (2) | Rosa Kern | - | Oak Ltd | Rosa | Rosa Kern
  Rosa,Kern,Oak Ltd:Shed => Rosa Kern (3) | Rosa Kern | - | Oak Ltd | Rosa | Rosa Kern
First,Last,Name
  Rosa,Kern,Rosa Kern => Rosa Kern | Rosa Kern | - | - | Rosa | Rosa Kern
  Rosa,Kern,Oak Ltd => Rosa Kern (2) | Rosa Kern | - | Oak Ltd | Rosa | Rosa Kern
  Rosa,Kern,Rosa & Hal Kern => Rosa & Hal Kern | Rosa & Hal Kern | - | - | Rosa and Hal | Rosa & Hal Kern
Title,First,Last,Dear,Envelope
  Mrs.,Rosa,Kern,, => Rosa Kern | Rosa Kern | Mrs. | - | Rosa | Mrs. Rosa Kern
  Manager,Rosa,Kern,, => Rosa Kern (2) | Rosa Kern | - | - | Rosa | Rosa Kern
  Mrs.,Rosa,Kern,Rosie,Frau Kern => Rosa Kern (3) | Rosa Kern | Mrs. | - | Rosie | Frau Kern
  Mrs.,Rosa,Kern,Dear Rosie!, => Rosa Kern (4) | Rosa Kern | Mrs. | - | Rosie | Mrs. Rosa Kern
  ,R.,Kern,S and L, => R. Kern | R. Kern | - | - | R. Kern | R. Kern
Salutation,First,Last
  Mrs.,Rosa,Kern => Rosa Kern | Rosa Kern | Mrs. | - | Rosa | Mrs. Rosa Kern
  Dear Rosie,Rosa,Kern => Rosa Kern (2) | Rosa Kern | - | - | Rosie | Rosa Kern
  Hi Rosie:,Rosa,Kern => Rosa Kern (3) | Rosa Kern | - | - | Rosie | Rosa Kern
  Firma,,Oak => Oak | Oak | - | Oak | - | Oak
First,Middle,Last,Suffix,Nickname
  Rosa,M,Kern,PhD, => Rosa Kern | Rosa Kern | - | - | Rosa | Rosa M Kern PhD
  Rosa,,Kern,Jr.,Rosie => Rosa Kern (2) | Rosa Kern | - | - | Rosie | Rosa Kern Jr.
Name,Email
  Ann Lee,Ann@X.org => ann@x.org | Ann Lee | - | - | Ann | Ann Lee
  Bob Ray,bob@x.org bob2@x.org => bob@x.org | Bob Ray | - | - | Bob | Bob Ray
  Di Fox, => Di Fox | Di Fox | - | - | Di | Di Fox
  Di Fox, => Di Fox (2) | Di Fox | - | - | Di | Di Fox
Name,ZIP
  Ann Lee,44301 => Ann Lee, 44301 | Ann Lee | - | - | Ann | Ann Lee
  Ann Lee,44302 => Ann Lee, 44302 | Ann Lee | - | - | Ann | Ann Lee
  Ann Lee,44301 => Ann Lee, 44301 (2) | Ann Lee | - | - | Ann | Ann Lee
  ,44303 => 44303 | - | - | - | - | -
ID,Name
  7,Ann Lee => 7 | Ann Lee | - | - | Ann | Ann Lee
  7,Bob Ray => 7 (2) | Bob Ray | - | - | Bob | Bob Ray
  ,Cy Moe => Cy Moe | Cy Moe | - | - | Cy | Cy Moe
"""


@pytest.mark.parametrize(("headers", "rows"), tables(ROWS))
def test_whom_a_row_is_about(headers: str, rows: list[tuple[str, str]]) -> None:
    book = read_csv("\n".join([headers, *(row for row, _ in rows)]))
    found = [[one.customer_id, one.name, one.title, one.company, one.dear, one.envelope] for one in book.customers]
    assert [" | ".join(part or "-" for part in one) for one in found] == [who for _, who in rows]


@pytest.mark.parametrize(
    ("with_last", "without", "first"),
    [(0, 4, True), (1, 4, True), (1, 3, False), (2, 6, False), (2, 7, True), (4, 0, False)],
)
def test_a_name_beside_last_names_is_the_first_name_unless_it_often_has_the_last(
    with_last: int, without: int, first: bool
) -> None:
    rows = [["Rosa Kern", "Kern"]] * with_last + [["Rosa", "Kern"]] * without
    fields = recognise("customers", ["Name", "Last Name"], rows=rows).fields
    assert fields == ({"first_name": 0, "last_name": 1} if first else {"name": 0, "last_name": 1})


@pytest.mark.parametrize(("whole", "last"), [("Rosa Kern", False), ("Kern", True), ("", False)])
def test_a_name_beside_first_names_is_the_last_name_unless_it_has_the_first(whole: str, last: bool) -> None:
    rows = [["Rosa", "" if whole == "" else "Holm"]] * 2 + [["Rosa", whole]]
    fields = recognise("customers", ["First Name", "Name"], rows=rows).fields
    assert fields == ({"first_name": 0, "last_name": 1} if last else {"first_name": 0, "name": 1})


def test_what_was_understood_of_a_column_shows_its_first_values() -> None:
    headers = ["Name", "Birthday", "Phone", "Qx", "Billing Email", ""]
    rows = [
        ["Ann", date(2026, 3, 4), 7, None, "a@x.org", "x"],
        ["Ann", None, 7.5, "", "b@x.org"],
        *([f"N{number}", "2026-03-05 00:00:00", 0, "  ", "c@x.org"] for number in range(4)),
    ]
    table = find_table(Sheet("S", [Row(number, row) for number, row in enumerate([headers, *rows], 1)]), "customers")
    assert table
    found = {one.header: ([*one.values], one.field, one.sure) for one in understanding_of(table)}
    assert found == {
        "Name": (["Ann", "N0", "N1"], "name", True),
        "Birthday": (["2026-03-04", "2026-03-05 00:00:00"], "birthday", True),
        "Phone": (["7", "7.5", "0"], "phone", True),
        "Qx": ([], "", True),
        "Billing Email": (["a@x.org", "b@x.org", "c@x.org"], "email", False),
    }


LOUD = [
    ("QUIST Ed & Loretta", "Ed and Loretta", "Ed & Loretta Quist"),
    ("O'BRIEN Pat & Lou", "Pat and Lou", "Pat & Lou O'Brien"),
    ("VAN DYKE Sue", "Sue", "Sue Van Dyke"),
    ("BELL, Marguerite", "Marguerite", "Marguerite Bell"),
    ("NG, Amy", "Amy", "Amy Ng"),
    ("TJ Ann Holm", "TJ", "TJ Ann Holm"),
]


@pytest.mark.parametrize(("written", "dear", "envelope"), LOUD)
def test_a_single_last_name_in_capitals_is_known_in_a_column_of_others(written: str, dear: str, envelope: str):
    book = read_csv(
        f'Owner,Street,City,State,Zip\nIda Krug,1 Elm St,Akron,OH,44301\n"{written}",2 Elm St,Akron,OH,44301\n'
    )
    assert [(one.dear, one.envelope) for one in book.customers if one.place.row == 3] == [(dear, envelope)]
