"""Further sheets of a workbook: a second table of the same people, a list of the gone, sums without days."""

from datetime import date
from decimal import Decimal

import pytest
from offices import read_workbook

from notes.language.lexicon import Kind

PEOPLE = [
    ["Owner ID", "First", "Last", "Street", "City", "ZIP"],
    ["1", "Rosa", "Holm", "12 Elm St", "Akron", "44301"],
    ["2", "Una", "Dell", "3 Pine Rd", "Akron", "44303"],
    ["3", "Carl", "Yost", "8 Oak Ave", "Akron", "44302"],
]


def spent(book) -> list[str]:
    return [str(one.total_spent) for one in book.customers]


@pytest.mark.parametrize(
    ("rows", "totals"),
    [
        (
            [["Row Labels", "Sum of Amount", "Count of Invoice"], ["Holm, Rosa", 1200, 3], ["Rosa Holm", 300, 1],
             ["Una Dell", 90, 1], ["Grand Total", 1590, 5]],
            ["1500", "90", "None"],
        ),
        (
            [["Green Thumb"], ["Sales by Customer Summary"], [None, "Total"], ["Una Dell", 90.5], ["Carl Yost", None],
             ["   Shop", 880], ["   Total Carl Yost", 880], ["TOTAL", 970.5]],
            ["None", "90.5", "880"],
        ),
        ([["Owner ID", "Sales 2025", "Sales 2026"], [1, 300.5, 410.25], [3, 0, 88]], ["410.25", "None", "88"]),
        ([["Town", "Total"], ["Akron", 90], ["Kent", 80]], ["None", "None", "None"]),
        ([["Item", "Owner ID", "Total"], ["Mug", 7, 90], ["Bowl", 9, 80]], ["None", "None", "None"]),
    ],
    ids=["pivot", "summary", "years", "towns", "strangers"],
)  # fmt: skip
def test_a_sheet_of_sums_says_what_each_has_spent(tmp_path, rows, totals):
    assert spent(read_workbook(tmp_path / "a.xlsx", People=PEOPLE, Sums=rows)) == totals


def test_a_column_of_days_dates_the_orders_whatever_it_is_called(tmp_path):
    stays = [
        ["Stay #", "Animal ID", "Owner", "Xq", "Out", "Charge"],
        [1, 11, 1, date(2025, 5, 1), date(2025, 5, 3), 120],
        [2, 12, 2, date(2024, 5, 1), date(2024, 5, 3), 90],
    ]
    rosa, una, _ = read_workbook(tmp_path / "a.xlsx", People=PEOPLE, Stays=stays).customers
    assert (rosa.first_purchase, rosa.total_spent) == (date(2025, 5, 1), Decimal("120.00"))
    assert una.orders == 1


ADDRESSES = [
    ["Owner ID", "Address", "Town", "DOB"],
    ["1", "12 Elm St", "Akron", "1961-05-13"],
    ["2", "3 Pine Rd", "Akron", ""],
]


@pytest.mark.parametrize(
    ("further", "lines", "birthday"),
    [
        (ADDRESSES, ("12 Elm St",), "1961-05-13"),
        ([*ADDRESSES, ["1", "9 Elm St", "Kent", "1999-01-31"]], (), "None"),  # twice: whose is which is not known
        ([["Owner ID", "Name", "Species", "DOB"], ["1", "Rex", "Dog", "2019-05-13"], ["2", "Tib", "", ""]], (), "None"),
        ([["Name", "Address", "Town"], ["Ida Krug", "1 Elm", "Kent"], ["Jo Lam", "2 Elm", "Kent"]], (), "None"),
        ([["Owner ID", "Name", "Address"], ["1", "Ida Krug", "1 Elm"], ["2", "Jo Lam", "2 Elm"]], (), "None"),
    ],
    ids=["addresses", "twice", "animals", "others", "same-numbers"],
)  # fmt: skip
def test_a_second_table_of_the_same_people_adds_what_the_first_lacks(tmp_path, further, lines, birthday):
    people = [[*row[:3], "ann@example.com" if row[0] == "1" else row[0]] for row in PEOPLE[:3]]
    people[0][3] = "Phone"
    rosa, *_ = read_workbook(tmp_path / "a.xlsx", People=people, Further=further).customers
    assert (rosa.address.lines, str(rosa.birthday)) == (lines, birthday)


@pytest.mark.parametrize(
    ("sheet", "rows", "held"),
    [
        ("Deceased", [["Name", "When"], ["Una Dell", "2024"]], Kind.DEATH),
        ("Do not mail", [["Una", "Dell"]], Kind.REFUSAL),
        ("Moved away", [["Dell, Una"]], Kind.MOVED),
        ("Former customers", [["ID", "First", "Last"], ["2", "Una", "Dell"]], Kind.CLOSED),
        ("Ideas", [["Name", "When"], ["Una Dell", "2024"]], None),
        ("Archive", [["Una Dell"], ["Rosa Holm"], ["Carl Yost"]], None),  # an old copy of the whole list
    ],
)
def test_who_stands_on_a_sheet_of_the_gone_is_held(tmp_path, sheet, rows, held):
    rosa, una, _ = read_workbook(tmp_path / "a.xlsx", **{"People": PEOPLE, sheet: rows}).customers
    assert [hold.kind for hold in una.holds] == ([held] if held else [])
    assert not rosa.holds
