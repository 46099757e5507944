"""Tables: what a header means, which row it stands in, and what is told of cells, rows and columns."""

from pathlib import Path

import pytest
from offices import about, only, read_csv, read_workbook

from notes.problems import Level, Unusable
from notes.reading.files.sheets import Row, Sheet
from notes.reading.tables.finding import find_table
from notes.reading.tables.recognition import recognise
from notes.reading.tables.spoken import how_to_name, quoted_headers


def test_the_column_whose_name_comes_first_for_a_field_has_it():
    columns = recognise("customers", ["Kundenname", "Full Name", "Name (old)", "Name", "Zip", "PLZ", "Business City"])
    assert columns.fields == {"name": 3}
    assert columns.addresses == {"": {"postal_code": 4}, "business": {"city": 6}}
    assert columns.unknown == [0, 1, 2, 5]
    assert columns.understood == 3


def test_a_whole_header_comes_before_one_with_something_in_parentheses():
    assert recognise("customers", ["Name (old)", "Full Name"]).fields == {"name": 1}
    assert recognise("customers", ["City (old)", "Town"]).addresses == {"": {"city": 1}}


def test_of_sums_by_year_the_last_counts_and_no_other_column_goes_by_its_year():
    columns = recognise("customers", ["Sales 2024", "Sales 2025", "Sales 2023", "Card 2025", "Sales 2024 and 2025"])
    assert columns.fields == {"total_spent": 1}
    assert columns.unknown == [0, 2, 3, 4]
    assert recognise("orders", ["Sales 2025"]).fields == {}


def test_a_plain_sum_is_better_than_that_of_a_year():
    assert recognise("customers", ["Sales 2025", "Name", "Total Spent (all)"]).fields == {"total_spent": 2, "name": 1}


def test_what_the_settings_name_comes_first():
    headers = ["Pet", "Hobbys", "Hobbys", "Name", "Where"]
    chosen = {"likes": "hobbys", "city": "Where", "pet": "nowhere", "nonsense": "Name"}
    columns = recognise("customers", headers, chosen)
    assert columns.fields == {"likes": 1, "pet": 0, "name": 3}
    assert columns.addresses == {"": {"city": 4}}
    assert recognise("orders", ["Where"], {"city": "Where"}).addresses == {}


def test_a_header_that_the_settings_name_keeps_its_field():
    assert recognise("customers", ["Name", "Called"], {"name": "Called"}).fields == {"name": 1}


@pytest.mark.parametrize(
    ("headers", "lines"),
    [
        (["Bithday", "Xyz"], ['birthday = "Bithday"']),
        (["Memos"], ['notes = "Memos"']),
        (["Pets"], ['pet = "Pets"']),
        (
            ["Coments", "Bithday", "Qx", "Phonne", "Pone"],
            ['notes = "Coments"', 'birthday = "Bithday"', 'phone = "Phonne"'],
        ),
    ],
)
def test_lines_for_the_settings_that_can_be_typed_as_they_are(headers: list[str], lines: list[str]):
    assert how_to_name(headers).splitlines()[1:-1] == lines


@pytest.mark.parametrize(
    ("headers", "text"), [(["a"], "“a”"), (["a", "b"], "“a”, “b”"), (["a", "b", "c"], "“a”, “b” and 1 more"), ([], "")]
)
def test_headers_in_a_sentence(headers: list[str], text: str):
    assert quoted_headers(headers, 2) == text


def test_every_column_of_remarks_is_looked_at():
    book = read_csv("Name,Notes,Comments,Colour\nAnn Lee,,do not contact,\nBob Ray,do not contact,,\nCy Moe,,,red\n")
    assert [one.mail_ok for one in book.customers] == [False, False, True]


def found(*rows: list[object], kind: str = "customers") -> list[tuple[int, ...]] | None:
    """The number of the header, those of the rows, and those left out; a row may be left empty with []."""
    sheet = Sheet("Sheet", [Row(number, row) for number, row in enumerate(rows, 1) if row])
    table = find_table(sheet, kind)
    return table and [(table.header_row,), tuple(row.number for row in table.rows), tuple(table.left_out)]


NAMES = ["Name", "Street", "City"]
ANN, BOB = ["Ann Lee", "1 Elm", "Akron"], ["Bob Ray", "2 Elm", "Akron"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([NAMES, ANN, BOB], [(1,), (2, 3), ()]),
        ([["Our customers"], [], NAMES, [], ANN], [(3,), (5,), ()]),
        ([["Name", "City"], NAMES, ANN], [(2,), (3,), ()]),  # the better header
        ([["Name", "ann@example.com"], ANN], None),  # values, not names
        ([["Name"], ["Ann Lee"]], None),  # one word is no header
        ([["Name", "City", "x" * 61, "y" * 61], ANN], None),
        ([["Name", "City", "x" * 60, "y" * 60], ANN], [(1,), (2,), ()]),
        ([["Name", "City", "Phone", "x" * 61], ANN], [(1,), (2,), ()]),  # a third of them may be
        ([["Name", "City", "Phone", "a@example.com", "b@example.com"], ANN], None),
        ([["Street", "City"], ["1 Elm", "Akron"]], None),  # nobody
        ([["Name", "Colour"], ["Ann Lee", "red"]], None),  # a name alone is understood
        ([NAMES, ANN, ["TOTAL", "", 2], BOB], [(1,), (2, 4), (3,)]),
        ([NAMES, ["Total Fitness", "2 Elm", "Akron"]], [(1,), (2,), ()]),
        ([NAMES, ANN, ["name", "street", "city"], BOB], [(1,), (2, 4), (3,)]),
        ([NAMES, ANN, ["Name", "street", "3 Elm"], BOB], [(1,), (2, 4), (3,)]),  # but for one cell
        ([NAMES, ANN, ["Name", "3 Elm", "Akron"], BOB], [(1,), (2, 3, 4), ()]),  # somebody called Name
        ([NAMES, ANN, [], ["Email", "Phone", "Birthday"], BOB], [(1,), (2,), (4, 5)]),
        ([NAMES, ANN, ["Email", "Phone", "Birthday"], BOB], [(1,), (2, 3, 4), ()]),  # only below a blank row
        ([NAMES, ANN, [], ["Email", "Phone"], BOB], [(1,), (2, 4, 5), ()]),  # two words may be a customer’s
        ([NAMES, ANN, [], ["Email", "Phone", "Birthday", "a", "b"], BOB], [(1,), (2, 4, 5), ()]),
        ([NAMES, ANN, [None, " "], BOB], [(1,), (2, 4), ()]),
        ([NAMES, [7, "1 Elm", "Akron"], [None, "2 Elm"]], [(1,), (2, 3), ()]),
    ],
)
def test_where_a_table_stands(rows: list[list[object]], expected: list[tuple[int, ...]] | None):
    assert found(*rows) == expected


@pytest.mark.parametrize(("blank", "is_found"), [(58, True), (59, True), (60, False)])
def test_how_far_down_a_header_is_looked_for(blank: int, is_found: bool):
    assert (found(*[["a"]] * blank, NAMES, ANN) is not None) == is_found


@pytest.mark.parametrize(("between", "number"), [(12, 14), (13, 1)])
def test_how_far_below_a_header_a_better_one_is_looked_for(between: int, number: int):
    table = found(["Name", "City"], *[["a", "b"]] * between, NAMES, ANN)
    assert table and table[0] == (number,)


@pytest.mark.parametrize(
    ("header", "kind", "is_one"),
    [
        (["Email", "Occasion"], "milestones", True),
        (["Street", "Occasion"], "milestones", False),
        (["Email", "Date", "Total"], "orders", True),
        (["Email", "Date"], "orders", False),
        (["Email", "Total"], "orders", False),
        (["Item", "Date", "Total"], "orders", False),
    ],
)
def test_what_makes_a_table_one_of_its_kind(header: list[object], kind: str, is_one: bool):
    assert (found(header, ["x"] * len(header), kind=kind) is not None) == is_one


def test_a_header_of_two_rows_needs_a_gap_in_the_upper_and_words_in_the_lower(tmp_path: Path):
    two = [["Name", None, "Billing", None], ["First", "Last", "Street", "City"], ["Ann", "Lee", "1 Elm", "Akron"]]
    assert only(read_workbook(tmp_path / "a.xlsx", Customers=two)).address.lines == ("1 Elm",)
    one = [["Name", "City", None], ["Lee", 7, "x"], ["Ray", "Akron", "x"]]
    assert [c.place.row for c in read_workbook(tmp_path / "b.xlsx", Customers=one).customers] == [2, 3]


@pytest.mark.parametrize(
    ("lower", "fields", "first_row"),
    [
        (["First", "Last", None], {"first_name": 0, "last_name": 1, "birthday": 2}, 3),
        (["First", "Last", 7], {"name": 0, "birthday": 2}, 2),
    ],
)
def test_two_rows_are_a_header_where_cells_are_merged(lower: list[object], fields: dict[str, int], first_row: int):
    rows = [["Name", None, "Birthday"], lower, ["Ann", "Lee", "1980-02-29"]]
    for before in ([], [["Our list"]]):
        table = find_table(
            Sheet("Sheet", [Row(number, row) for number, row in enumerate([*before, *rows], 1)]), "customers"
        )
        assert table and table.columns.fields == fields
        assert table.rows[0].number == first_row + len(before)


def test_rows_with_a_blank_one_between_them_are_no_header_of_two():
    rows = [Row(1, ["Name", None, "Birthday"]), Row(3, ["First", "Last", None]), Row(4, ["Ann", "Lee", "1980-02-29"])]
    table = find_table(Sheet("Sheet", rows), "customers")
    assert table and table.columns.fields == {"name": 0, "birthday": 2}


def test_what_is_told_of_columns_and_rows():
    book = read_csv("Name,City,Colour,Shape,\nAnn Lee,Akron,red,,\nBob Ray,Dover,,,,x,y\nCy Moe,Ely\n")
    assert about(book, "“Colour”.").level is Level.NOTICE
    assert not [one for one in book.problems if "Shape" in one.message]
    long = about(book, "more cells than the header")
    assert (long.place.row, "“x”, “y” are not used" in long.message) == (3, True)


def test_cells_are_taken_as_they_are_shown(tmp_path: Path):
    rows = [
        ["Name", "Phone", "Likes", "Pet", "Trip"],
        ["Ann Lee", 5551234.0, 2.5, True, None],
        [123, 1e20, "#REF!", "=A1", "a\nb"],
    ]
    ann, other = read_workbook(tmp_path / "a.xlsx", Customers=rows).customers
    assert (ann.phone, dict(ann.details)) == ("5551234", {"likes": "2.5", "pet": "True"})
    assert (other.name, other.phone, dict(other.details)) == ("123", "1e+20", {"trip": "a b"})


def test_what_cannot_be_read_is_told_at_every_cell_where_it_stands():
    book = read_csv("Name,Orders\nAnn Lee,some\nBob Ray,2\nCy Moe,some\nDi Fox,\n")
    assert [one.orders for one in book.customers] == [None, 2, None, None]
    assert [one.place.cell for one in book.problems if "number of orders" in one.message] == ["B2", "B4"]


def test_the_currency_of_a_sum_is_its_own_its_columns_its_headers_or_the_business():
    text = "Name,Total Spent{},Currency\nAnn Lee,10,\nBob Ray,€ 5,\nCy Moe,7,gbp\nDi Fox,,EUR\n"
    assert [one.currency for one in read_csv(text.format("")).customers] == ["EUR", "EUR", "GBP", ""]
    assert [one.currency for one in read_csv(text.format(" (CHF)")).customers] == ["CHF", "EUR", "GBP", ""]
    assert only(read_csv("Name,Total Spent\nAnn Lee,10\n", currency="CAD")).currency == "CAD"
    assert only(read_csv("Name,Total Spent $\nAnn Lee,10\n", currency="CAD")).currency == "CAD"


def test_an_amount_that_is_written_otherwise_than_its_column_is_told():
    book = read_csv('Name,Total Spent\nAnn Lee,10.50\nBob Ray,11.50\nCy Moe,"1.234,50"\nDi Fox,12\n')
    assert about(book, "differently from the rest", "read as 1234.50").place.cell == "B4"
    assert len([one for one in book.problems if one.place.column == "Total Spent"]) == 1


def test_only_dates_of_one_order_beside_settle_a_column():
    both = "Name,Birthday,First Purchase,Anniversary\nAnn Lee,3/4/1968,2/19/2021,19/2/2001\n"
    assert read_csv(both).questions
    same = "Name,Birthday\nAnn Lee,4/4/1968\n"
    assert (str(only(read_csv(same)).birthday), read_csv(same).questions) == ("1968-04-04", False)


@pytest.mark.parametrize(
    ("texts", "typed", "asks"),
    [
        (["13/2/2021", "25/3/2021"], 4, True),
        (["13/2/2021"], 4, False),  # one text may be an oversight
        (["13/2/2021", "25/3/2021"], 3, False),
        (["13/2/2021", "5/3/2021"], 4, False),  # a text that could have been a date
    ],
)
def test_when_a_spreadsheet_seems_to_have_swapped_dates(tmp_path: Path, texts: list[str], typed: int, asks: bool):
    from datetime import date

    rows = [["Name", "First Purchase"], *[["A Lee", date(2021, n, 12)] for n in range(1, typed + 1)]]
    rows += [["B Ray", text] for text in texts]
    assert read_workbook(tmp_path / "a.xlsx", Customers=rows).questions == asks
    rows.append(["C Moe", date(2021, 1, 13)])
    assert not read_workbook(tmp_path / "b.xlsx", Customers=rows).questions


def test_a_remark_beside_a_date_is_told_wherever_it_stands():
    book = read_csv("Name,Birthday\nAnn Lee,01.11.26\nBob Ray,01.11.26\nCy Moe,02.11.26\n")
    assert [one.place.cell for one in book.problems if "only the day is used" in one.message] == ["B2", "B3"]
    assert [str(one.birthday) for one in book.customers] == ["--11-01", "--11-01", "1926-11-02"]


def test_a_file_without_anybody_in_it_shows_what_its_first_row_has(tmp_path: Path):
    with pytest.raises(Unusable) as refused:
        read_workbook(tmp_path / "a.xlsx", Empty=[], People=[["R" * 30, None, "H" * 31], [1, None, 2]])
    assert refused.value.problems[0].message.endswith(f"the first row is “{'R' * 30}”, “{'H' * 29}…”.")
