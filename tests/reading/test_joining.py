"""Joining: orders and milestones to customers, and what the orders tell of them."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from offices import about, only, read_csv, read_workbook

from notes.customers import Day
from notes.occasions import ours
from notes.problems import BadValue

CUSTOMERS = [
    ["Customer ID", "Name", "Email"],
    ["7", "Rosa Holm", "rosa@example.com"],
    ["8", "Jan Ray", "jan@example.com"],
]


def test_orders_by_id_email_or_name_and_only_those_that_count(tmp_path: Path):
    orders = [
        ["Invoice", "Date", "Customer ID", "Customer", "Email", "Total", "Status", "Item"],
        [1, date(2024, 1, 5), "7", None, None, 10, "Paid", "Mug"],
        [2, date(2025, 3, 6), None, "Rosa Holm", None, 5.5, "paid", "Bowl"],
        [3, date(2023, 3, 6), "7", None, None, 99, "Cancelled", None],
        [4, date(2025, 3, 7), None, None, "JAN@example.com", 2, None, None],
        [5, date(2025, 3, 7), "9", None, None, 4, None, None],
        [6, date(2025, 3, 8), "8", None, None, 7, "Refunded", None],
    ]
    book = read_workbook(tmp_path / "a.xlsx", Customers=CUSTOMERS, Orders=orders)
    rosa, jan = book.customers
    assert (rosa.first_purchase, rosa.last_purchase, rosa.orders) == (date(2024, 1, 5), date(2025, 3, 6), 2)
    assert (rosa.total_spent, jan.total_spent) == (Decimal("15.50"), Decimal("2.00"))
    assert book.orders is not None
    assert list(book.orders["customer_id"]) == ["7", "7", "8"]
    assert list(book.orders["amount"]) == [100_000, 55_000, 20_000]
    assert about(book, "no customer “9”").place.sheet == "Orders"
    assert "1 not counted: marked “Cancelled”." in book.remarks


CALLED = [
    ["Customer ID", "Name", "Company", "Email"],
    ["007", "Rosa Holm", "Tiles Ltd", "rosa@example.com"],
    ["8", "Jan Ray", "", "jan@example.com"],
    ["9", "Ann Ray", "", ""],
]


@pytest.mark.parametrize(
    ("number", "email", "name", "customer_id"),
    [
        (7, "", "", "007"),
        ("7", "jan@example.com", "Jan Ray", "007"),  # the number comes first
        ("77", "JAN@example.com", "Rosa Holm", "8"),
        ("", "", "ROSA HOLM", "007"),
        ("", "", "Tiles Ltd", "007"),
        ("", "", "Holm", "007"),
        ("", "", "Holm, Rosa", "007"),
        ("", "", "Ray", None),  # two are called so
        ("", "", "Rosa", None),
        ("", "nobody@example.com", "", None),
        ("", "", "", None),
    ],
)
def test_whose_a_row_is(tmp_path: Path, number: object, email: str, name: str, customer_id: str | None):
    rows = [["Customer ID", "Email", "Name", "Occasion"], [number, email, name, "Baby"]]
    book = read_workbook(tmp_path / "a.xlsx", Customers=CALLED, Milestones=rows)
    assert [one.customer_id for one in book.milestones] == ([customer_id] if customer_id else [])


def test_a_name_in_two_columns_says_whose_a_row_is(tmp_path: Path):
    rows = [
        ["First Name", "Last Name", "Occasion"],
        ["Ann", "Ray", "Baby"],
        ["Rosa", None, "Baby"],
        [None, "Holm", "Baby"],
    ]
    book = read_workbook(tmp_path / "a.xlsx", Customers=CALLED, Milestones=rows)
    assert [one.customer_id for one in book.milestones] == ["9", "007"]


def test_whose_a_row_is_not_is_told_once_and_in_its_words(tmp_path: Path):
    rows = [
        ["Customer ID", "Name", "Email", "Occasion"],
        [None, "Ray", None, "Baby"],
        [5, None, None, "Baby"],
        [5, None, None, "Baby"],
        [None, None, "a@b.com", "Baby"],
        [None, None, None, "Baby"],
        [None, "Rsoa Holm", None, "Baby"],
    ]
    book = read_workbook(tmp_path / "a.xlsx", Customers=CALLED, Milestones=rows)
    write = "Write the name or id as it is on the customers’ sheet."
    assert [(one.place.row, one.place.cell, one.message, one.remedy) for one in book.problems if one.place.row] == [
        (2, "B2", "several customers are called “Ray”.", "Write the Customer ID."),
        (3, "B3", "there is no customer “5”, so this milestone is left out.", write),
        (5, "B5", "there is no customer “a@b.com”, so this milestone is left out.", write),
        (6, None, "this milestone does not say whose it is.", "Write the Customer ID or the name."),
        (7, "B7", "there is no customer “Rsoa Holm”, so this milestone is left out.", "Did you mean “Rosa Holm”?"),
    ]


def test_which_orders_count_and_why_the_others_do_not(tmp_path: Path):
    rows = [
        ["Date", "Customer ID", "Total", "Refunded", "Cancelled", "Currency", "Item"],
        [date(2024, 1, 5), 7, 10, 3, None, None, "Mug"],
        [date(2024, 1, 6), 7, 10, -3, "no", None, None],
        [date(2024, 1, 7), 7, 10, None, "x", None, None],
        [date(2024, 1, 8), 7, 10, None, "who knows", None, None],
        [date(2024, 1, 8), 7, 10, None, " ", None, None],
        [None, 8, 10, None, None, None, None],
        [date(2024, 1, 8), 8, None, None, None, None, None],
        [date(2024, 1, 8), 5, 10, None, None, None, None],
        [date(2024, 1, 9), 8, 4, None, None, "EUR", None],
        [date(2024, 1, 10), 8, 3, None, None, "GBP", None],
        [date(2024, 1, 11), 8, -2.5, None, None, "GBP", None],
    ]
    book = read_workbook(tmp_path / "a.xlsx", Customers=CALLED, Orders=rows)
    assert book.orders is not None
    assert list(book.orders["amount"]) == [70_000, 70_000, 100_000, 40_000, 30_000, -25_000]
    assert book.orders["item"][0] == "Mug"
    assert book.remarks == [
        "6 orders from “Orders” are counted.",
        "2 not counted: cancelled.",
        "1 not counted: without a date.",
        "1 not counted: without a known customer.",
        "1 not counted: without an amount.",
    ]
    rosa, jan, _ = book.customers
    assert (rosa.orders, rosa.total_spent, rosa.currency) == (3, Decimal("24.00"), "USD")
    assert (jan.orders, jan.total_spent, jan.currency) == (2, Decimal("4.00"), "EUR")
    assert (jan.first_purchase, jan.last_purchase) == (date(2024, 1, 9), date(2024, 1, 10))


def test_what_the_row_of_a_customer_has_is_not_taken_from_the_orders(tmp_path: Path):
    customers = [["Customer ID", "Name", "Total Spent", "Currency", "Orders", "Last Purchase"],
                 ["7", "Rosa Holm", 99, "EUR", 0, date(2025, 1, 1)]]  # fmt: skip
    orders = [["Date", "Customer ID", "Total"], [date(2024, 1, 5), "7", 10]]
    rosa = only(read_workbook(tmp_path / "a.xlsx", Customers=customers, Orders=orders))
    assert (rosa.total_spent, rosa.currency, rosa.orders) == (Decimal(99), "EUR", 0)
    assert (rosa.first_purchase, rosa.last_purchase) == (date(2024, 1, 5), date(2025, 1, 1))


@pytest.mark.parametrize(
    ("resolved", "is_resolved"), [(None, True), ("no", False), (" ", True), ("yes", True), (0, False)]
)
def test_whether_a_complaint_is_settled(tmp_path: Path, resolved: object, is_resolved: bool):
    rows = [["Customer ID", "Occasion", "Resolved"], [7, "Apology", resolved], [7, "Apology", "perhaps"]]
    book = read_workbook(tmp_path / "a.xlsx", Customers=CALLED, Milestones=rows)
    assert [one.resolved for one in book.milestones] == [is_resolved, False]
    assert about(book, "perhaps", "taken as no").place.cell == "C3"


@pytest.mark.parametrize(
    ("header", "words", "number"),
    [
        ("Type", ["Baby", "Foo"], 1),
        ("Type", ["Baby", "Foo", "Foo"], 0),
        ("Anlass", ["Foo", "Foo", "Baby"], 1),
        ("Type", [], 0),
    ],
)
def test_when_a_column_is_of_occasions(tmp_path: Path, header: str, words: list[str], number: int):
    rows = [["Customer ID", header], *([7, word] for word in words), [8, None]]
    assert len(read_workbook(tmp_path / "a.xlsx", Customers=CALLED, Events=rows).milestones) == number


def test_what_the_customers_sheet_says_stands(tmp_path: Path):
    customers = [["Customer ID", "Name", "First Purchase"], ["7", "Rosa Holm", date(2019, 1, 1)]]
    orders = [["Date", "Customer ID", "Total"], [date(2024, 1, 5), "7", 10]]
    customer = only(read_workbook(tmp_path / "a.xlsx", Customers=customers, Orders=orders))
    assert (customer.first_purchase, customer.last_purchase) == (date(2019, 1, 1), date(2024, 1, 5))


def test_milestones_in_the_words_of_the_office(tmp_path: Path):
    milestones = [
        ["Customer ID", "Name", "Occasion", "Date", "About", "Approved by", "Resolved"],
        ["7", None, "New home", date(2026, 11, 3), "the house by the lake", None, None],
        [None, "Jan Ray", "Apology", "--11-05", "the late tiles", "MB", "no"],
        [None, "Jan Rya", "Wedding", date(2026, 11, 3), None, None, None],
        ["8", None, "Weddding", date(2026, 11, 3), None, None, None],
    ]
    book = read_workbook(tmp_path / "a.xlsx", Customers=CUSTOMERS, Milestones=milestones)
    home, apology = book.milestones
    assert (home.customer_id, home.occasion, home.on, home.about) == (
        "7",
        "new-home",
        Day(11, 3, 2026),
        "the house by the lake",
    )
    assert (apology.on, apology.approved_by, apology.resolved) == (Day(11, 5), "MB", False)
    assert "Jan Ray" in about(book, "Jan Rya").remedy
    assert about(book, "Weddding", "Did you mean “wedding”?").place.cell == "C5"


def test_a_name_that_two_customers_have_is_asked_about(tmp_path: Path):
    customers = [["Customer ID", "Name"], ["7", "Rosa Holm"], ["8", "Rosa Holm"]]
    milestones = [["Name", "Occasion", "Date"], ["Rosa Holm", "Baby", date(2026, 11, 3)]]
    book = read_workbook(tmp_path / "a.xlsx", Customers=customers, Milestones=milestones)
    assert not book.milestones
    assert about(book, "several customers").place.sheet == "Milestones"


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("Wedding", "wedding"),
        ("PROJECT FINISHED", "project-finished"),
        ("Get well soon", "get-well"),
        ("thank you", "thanks"),
    ],
)
def test_occasions_as_people_write_them(written: str, word: str):
    assert ours().understood(written).name == word


def test_an_occasion_that_there_is_not():
    with pytest.raises(BadValue):
        ours().understood("Tuesday")


def test_a_file_of_orders_alone_names_its_customers_once():
    book = read_csv("""
        Order ID,Sale Date,Full Name,Email,Order Total,Ship City,Ship Zipcode,Street 1,Ship State
        1,2024-03-05,Ann Lee,ann@example.com,12.50,Akron,44301,1 Elm St,OH
        2,2024-04-05,Ann Lee,ann@example.com,10.00,Akron,44301,1 Elm St,OH
        3,2024-04-06,Bob Ray,bob@example.com,7.00,Akron,44301,2 Elm St,OH
        """)
    ann, bob = book.customers
    assert (ann.total_spent, ann.orders, ann.address.city, bob.orders) == (Decimal("22.50"), 2, "Akron", 1)


@pytest.mark.parametrize(
    ("header", "is_of_orders"),
    [
        ("Order ID,Date,Name,Total,Street,City", True),  # orders have numbers
        ("Date,Name,Total,Street,City", False),  # what each has spent, since when
        ("Date,Name,Total", True),  # no customers’ list is without addresses and birthdays
        ("Order ID,Date,Name,Total,Birthday", False),
    ],
)
def test_a_table_that_could_be_of_customers_or_of_orders(header: str, is_of_orders: bool):
    row = {"Order ID": "1", "Date": "2024-01-05", "Name": "Ann Lee", "Total": "10", "Street": "1 Elm", "City": "Akron"}
    values = ",".join(row.get(name, "") for name in header.split(","))
    assert (read_csv(f"{header}\n{values}\n").orders is not None) == is_of_orders


@pytest.mark.parametrize(("sheet", "is_of_orders"), [("Sales 2026", True), ("Invoices", True), ("Clients", False)])
def test_a_sheet_may_say_that_it_is_of_orders(tmp_path: Path, sheet: str, is_of_orders: bool):
    rows = [["Date", "Name", "Total", "Street"], [date(2024, 1, 5), "Ann Lee", 10, "1 Elm"]]
    assert (read_workbook(tmp_path / "a.xlsx", **{sheet: rows}).orders is not None) == is_of_orders


def test_the_orders_of_one_buyer_are_known_by_number_else_email_else_name_and_code():
    book = read_csv("""
        Order ID,Customer ID,Date,Name,Email,Total,Street,City,ZIP
        1,7,2024-01-05,Ann Lee,,10,,,
        2,7,2024-01-06,Annie Lee,,10,1 Elm,Akron,44301
        3,8,2024-01-06,Ann Lee,,10,2 Elm,Akron,44301
        0,7,2024-01-06,Anna Lee,,10,9 Elm,Akron,44301
        4,,2024-01-06,Bo Ray,bo@example.com,10,3 Elm,Akron,44301
        5,,2024-01-06,B. Ray,Bo@example.com,10,,,
        6,,2024-01-06,Cy Moe,,10,4 Elm,Akron,44301
        7,,2024-01-06,CY MOE,,10,4 Elm,Akron,44301
        8,,2024-01-06,Cy Moe,,10,5 Elm,Dover,19901
        9,,2024-01-06,,,10,,,
        """)
    assert [(one.customer_id, one.name, one.place.row, one.address.lines) for one in book.customers] == [
        ("7", "Annie Lee", 2, ("1 Elm",)),
        ("8", "Ann Lee", 4, ("2 Elm",)),
        ("bo@example.com", "Bo Ray", 6, ("3 Elm",)),
        ("Cy Moe, 44301", "Cy Moe", 8, ("4 Elm",)),
        ("Cy Moe, 19901", "Cy Moe", 10, ("5 Elm",)),
    ]
    assert [one.orders for one in book.customers[:3]] == [3, 1, 2]


def test_what_is_wrong_with_an_order_is_told_of_the_one_that_tells_of_its_buyer():
    book = read_csv("""
        Order ID,Date,Name,Total,Street,City,ZIP,State
        1,2024-01-05,Ann Lee,10,1 Elm,Boston,2113,MA
        2,2024-01-06,Ann Lee,10,1 Elm,Boston,2113,MA
        """)
    assert about(book, "lost its leading zero").place.row == 2


def test_currencies_are_kept_apart():
    book = read_csv("""
        Order ID,Date,Name,Total,Currency
        1,2024-03-05,Ann Lee,12.50,USD
        2,2024-04-05,Ann Lee,100.00,EUR
        """)
    assert (only(book).total_spent, only(book).currency) == (Decimal("12.50"), "USD")
    assert book.orders is not None
    assert sorted(book.orders["currency"]) == ["EUR", "USD"]


def test_a_column_called_type_makes_no_milestones_of_customers_or_appointments():
    book = read_csv("""
        Start Time,First Name,Last Name,Email,Type,Appointment Price,Status
        "March 5, 2026 10:00 am",Ann,Lee,ann@example.com,Cut,45.00,Completed
        "April 5, 2026 10:00 am",Ann,Lee,ann@example.com,Cut,45.00,No Show
        """)
    assert (only(book).name, only(book).orders, only(book).last_purchase) == ("Ann Lee", 1, date(2026, 3, 5))
    assert only(read_csv("Name,Type,City,Street\nAnn Lee,Customer,Akron,1 Elm\n")).name == "Ann Lee"
