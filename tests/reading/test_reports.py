"""What is not one row for each customer: reports in groups, ditto marks, and sheets beside that of the customers."""

from datetime import date
from pathlib import Path

import pytest
from offices import about, read_csv, read_workbook

from notes.customers import Address, Customer
from notes.reading.tables.spelled_headers import spelled_out


def sold(book) -> list[tuple[str, str, int]]:
    return [
        (one["customer_id"], f"{one['day']:%Y-%m-%d}", one["amount"] // 10_000)
        for one in book.orders.to_dict("records")
    ]


def test_orders_below_their_customer_are_theirs_and_no_total_is_an_order(tmp_path: Path) -> None:
    book = read_workbook(
        tmp_path / "a.xlsx",
        Sales=[
            ["Date", "Num", "Amount"],
            ["Ann Lee"],
            ["2026-01-03", "7", "20.00"],
            ["2026-02-03", "8", "30.00"],
            ["Total for Ann Lee", None, "50.00"],
            ["Bob Ray"],
            ["2026-03-01", "9", "5.00"],
            ["Total for Bob Ray", None, "5.00"],
            ["Total", None, "55.00"],
        ],
    )
    assert sold(book) == [("Ann Lee", "2026-01-03", 20), ("Ann Lee", "2026-02-03", 30), ("Bob Ray", "2026-03-01", 5)]
    assert about(book, "not customers").message.startswith("left out, since these are not customers: row 2, 5, 6, 8, 9")


@pytest.mark.parametrize(
    "rows",
    [
        [["Ann Lee"], ["2026-01-03", "7", "20.00"]],  # one heading and no subtotal may be a title
        [["2026-01-03", "7", "20.00"], ["Ann Lee"], ["2026-02-03", "8", "30.00"], ["Total", None, "30.00"]],
        [["Ann Lee"], ["Bob Ray"], ["Total", None, "30.00"]],
    ],
)
def test_what_is_no_report_is_not_taken_for_one(tmp_path: Path, rows: list[list[object]]) -> None:
    people = [["Name", "City"], ["Ann Lee", "Akron"]]
    assert read_workbook(tmp_path / "a.xlsx", People=people, Sales=[["Date", "Num", "Amount"], *rows]).orders is None


def test_one_heading_with_its_subtotal_is_a_report(tmp_path: Path) -> None:
    rows = [["Ann Lee"], ["2026-01-03", "7", "20.00"], ["Total", None, "20.00"]]
    assert sold(read_workbook(tmp_path / "a.xlsx", Sales=[["Date", "Num", "Amount"], *rows])) == [
        ("Ann Lee", "2026-01-03", 20)
    ]


def test_customers_below_a_town_live_there(tmp_path: Path) -> None:
    book = read_workbook(
        tmp_path / "a.xlsx",
        Routes=[
            ["Name", "Street"],
            ["Route 1 - Chelsea, VT 05038"],
            ["Ann Lee", "1 Elm"],
            ["Bob Ray", "2 Elm"],
            ["Route 2 - Troy, NY 12180"],
            ["Cy Moe", "3 Elm"],
        ],
    )
    assert [(one.name, one.address.city, one.address.postal_code) for one in book.customers] == [
        ("Ann Lee", "Chelsea", "05038"),
        ("Bob Ray", "Chelsea", "05038"),
        ("Cy Moe", "Troy", "12180"),
    ]


@pytest.mark.parametrize(("other", "town"), [("Route 2 - Troy, NY 12180", "Chelsea"), ("North side", "")])
def test_headings_are_towns_where_most_of_them_are(tmp_path: Path, other: str, town: str) -> None:
    rows = [["Name", "Street"], ["Route 1 - Chelsea, VT 05038"], ["Ann Lee", "1 Elm"], [other], ["Cy Moe", "3 Elm"]]
    assert read_workbook(tmp_path / "a.xlsx", Routes=rows).customers[0].address.city == town


def test_details_are_read_beside_customers_and_orders_and_are_neither(tmp_path: Path) -> None:
    book = read_workbook(
        tmp_path / "a.xlsx",
        People=[["Customer ID", "Name"], ["1", "Ann Lee"]],
        Details=[["Customer ID", "Who", "What", "When"], ["1", "son Rhys", "his driving test", "2026-12-01"]],
        Sold=[["Order ID", "Date", "Customer ID", "Total"], [1, date(2024, 1, 1), "1", 3]],
    )
    assert [(one.customer_id, one.who, one.what, one.when) for one in book.jottings] == [
        ("1", "son Rhys", "his driving test", "2026-12-01")
    ]
    assert sold(book) == [("1", "2024-01-01", 3)]
    assert [one.name for one in book.customers] == ["Ann Lee"]


def places(text: str) -> list[Address]:
    return [one.address for one in read_csv(text).customers]


def test_a_ditto_mark_is_what_stands_above_it() -> None:
    assert places("""
        Name,Street,City,ZIP
        Ann Lee,1 Elm,Akron,44301
        Bob Ray,\"\"\"\",ditto,44301
        Cy Moe,same as above,"''",do.
        Di Fox,2 Elm,same,44302
        """) == [
        Address(("1 Elm",), "Akron", "", "44301"),
        Address(("1 Elm",), "Akron", "", "44301"),
        Address(("1 Elm",), "Akron", "", "44301"),
        Address(("2 Elm",), "Akron", "", "44302"),
    ]  # fmt: skip


def test_a_column_of_nothing_but_ditto_is_left_as_it_is_and_on_file_is_no_street() -> None:
    assert [one.lines for one in places("Name,Street,City\nAnn Lee,Ditto,Akron\nBob Ray,ditto,Akron\n")] == [
        ("Ditto",),
        ("ditto",),
    ]
    assert [one.lines for one in places("Name,Street,City\nAnn Lee,1 Elm,Akron\nBob Ray,on file,Akron\n")] == [
        ("1 Elm",),
        (),
    ]


FIVE, BARE = ["strFirst", "strLast", "lngID", "dtmIn", "strNote"], ["First", "Last", "ID", "In", "Note"]


@pytest.mark.parametrize(
    ("headers", "read"),
    [
        ([*FIVE, "strA", "strB", "City", "Zip", "Tag"], [*BARE, "A", "B", "City", "Zip", "Tag"]),
        ([*FIVE, "strA", "Fax", "City", "Zip", "Tag"], [*FIVE, "strA", "Fax", "City", "Zip", "Tag"]),
        (["Home - City", "- State", "Work", "- State"], ["Home - City", "Home - State", "Work", "State"]),
        (["- City"], ["City"]),
    ],
)  # fmt: skip
def test_headers_without_the_tags_of_a_programmer_and_with_what_they_leave_out(
    headers: list[str], read: list[str]
) -> None:
    assert spelled_out(headers) == read


@pytest.mark.parametrize(
    ("year", "birthday"),
    [("1890", "--02-03"), ("1891", "1891-02-03"), ("2026", "2026-02-03"), ("2027", "--02-03"), ("?", "--02-03")],
)
def test_a_year_in_a_column_of_its_own_is_one_in_which_somebody_was_born(year: str, birthday: str) -> None:
    (one,) = read_csv(f"Name,Birth Year,Birth Month,Birth Day\nAnn Lee,{year},2,3\n").customers
    assert shown(one) == birthday


def shown(one: Customer) -> str:
    day = one.birthday
    assert day
    return f"{day.year or '-'}-{day.month:02}-{day.day:02}"
