"""The same person twice: what is taken together, and who is only asked about."""

from datetime import date
from decimal import Decimal

import pytest
from offices import about, read_csv

from notes.customers import Address
from notes.language.lexicon import Kind
from notes.reading.duplicates import first_names_agree, street_key

TWICE = """
    Name,Email,Total Spent,Currency,Orders,Birthday,First Order,Last Order,Street,City,Child,Pet,Deceased,Do Not Mail
    Rosa Holm,rosa@example.com,10.00,EUR,2,,2021-05-01,2022-05-01,,,Ida,,,
    Rosa Holm,Rosa@Example.com,5.00,EUR,3,1980-02-29,2020-05-01,2021-05-01,1 Elm,Akron,Tom,Rex,,
    Rosa Holm,rosa@example.com,7.00,USD,,1981-03-01,,2025-01-01,2 Elm,Dover,,,,moved
    Jan Ray,jan@example.com,,,,,,,3 Elm,Akron,,,,x
    J. Ray,jan@example.com,7.00,USD,,,,,3 Elm,Akron,,,2024-05-01,
    Eva Ray,jan@example.com,,,,,,,3 Elm,Akron,,,,
    ,jan@example.com,,,,,,,,,,,,
    """


def test_the_first_row_gets_what_the_later_ones_add():
    rosa = read_csv(TWICE).customers[0]
    assert (rosa.total_spent, rosa.currency, rosa.orders) == (Decimal("15.00"), "EUR", 5)
    assert (rosa.first_purchase, rosa.last_purchase) == (date(2020, 5, 1), date(2025, 1, 1))
    assert str(rosa.birthday) == "1980-02-29"
    assert rosa.address == Address(("1 Elm",), "Akron")
    assert dict(rosa.details) == {"child": "Ida", "pet": "Rex"}
    assert (rosa.mail_ok, [(one.kind, one.place.cell) for one in rosa.holds]) == (False, [(Kind.MOVED, "N4")])
    jan = read_csv(TWICE).customers[3]
    assert (jan.total_spent, jan.orders, jan.deceased) == (Decimal("7.00"), None, True)
    assert [(one.kind, one.place.cell) for one in jan.holds] == [(Kind.REFUSAL, "N5"), (Kind.DEATH, "M6")]


def test_a_later_row_gets_no_card_and_leaves_its_sum_where_it_was_added():
    _, again, dollars, _, dead, eva, nameless = read_csv(TWICE).customers
    assert [one.mail_ok for one in (again, dollars, dead, nameless, eva)] == [False, False, False, False, True]
    assert [one.same_as for one in (again, dollars, dead, eva, nameless)] == ["row 2", "row 2", "row 5", "", "row 5"]
    assert (again.total_spent, again.currency, again.orders) == (None, "", None)
    assert (dollars.total_spent, dollars.currency) == (Decimal("7.00"), "USD")


def test_what_was_added_is_told():
    told = [one.message for one in read_csv(TWICE).problems if "same e-mail" in one.message]
    assert [message.partition("; ")[2] for message in told] == [
        "they count as one customer and get one card. Together they spent 15.00.",
        "they count as one customer and get one card.",
        "they count as one customer and get one card. Together they spent 7.00.",
        "they count as one customer and get one card.",
    ]
    assert about(read_csv(TWICE), "jan@example.com has", "Jan Ray in row 5").place.row == 8


def test_who_may_be_one_has_the_name_the_street_and_the_town_and_no_other_birthday():
    book = read_csv("""
        First Name,Last Name,Street,City,Zip,Birthday,Email
        Rich,Holm,2211 W Berry St,Akron,44301,1980-02-29,
        Richard,Holm,2211 West Berry Street,Akron,44301,,
        R.,Holm,2211 W Berry St,Akron,44301,1980-02-28,
        Rich,Holm,2211 W Berry St Apt 2,Akron,44301,,
        Rich,Holm,2211 W Berry St,Dover,19901,,
        Rich,Ray,2211 W Berry St,Akron,44301,,
        Rich,Lee,,Akron,44301,,
        Rich,Lee,,Akron,44301,,
        ,Moe,7 Elm,Akron,44301,,
        ,Moe,7 Elm,Akron,44301,,
        Ann,Fox,8 Elm,Akron,44301,,ann@example.com
        Ann,Fox,8 Elm,Akron,44301,,ann@example.com
        """)
    asked = [(one.place.row, one.message) for one in book.problems if "may be the same person" in one.message]
    assert asked == [
        (3, "Richard Holm may be the same person as Rich Holm in row 2; name and address match."),
        (4, "R. Holm may be the same person as Richard Holm in row 3; name and address match."),
        (11, "Moe may be the same person as Moe in row 10; name and address match."),
    ]
    assert [one.mail_ok for one in book.customers[:11]] == [True] * 11


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("Rich", "Richard", True),
        ("Ric", "Richard", True),
        ("R.", "Richard", True),
        ("Ri", "Richard", False),
        ("Bob", "Robert", True),
        ("Anna Maria", "Anna", True),
        ("Zoé", "ZOE", True),
        ("", "", True),
        ("", "Rosa", False),
        ("Jan", "Ann", False),
    ],
)
def test_first_names_that_may_be_one_persons(one: str, other: str, agree: bool):
    assert first_names_agree(one, other) == first_names_agree(other, one) == agree


def test_a_street_as_it_is_compared():
    assert [street_key(one) for one in ("2211 West Berry St.", "1 Elm Street, Apt 2", "-")] == [
        "2211 w berry st", "1 elm st apt 2", "",
    ]  # fmt: skip


@pytest.mark.parametrize(("before", "is_asked"), [(48, True), (49, False)])
def test_beyond_fifty_of_one_name_and_place_nobody_is_asked_about(before: int, is_asked: bool):
    """The names are no two alike but for the last two, and begin with letters of their own."""
    rows = [f"{chr(0x4E00 + number) * 2},Holm,1 Elm,Akron" for number in range(before)] + ["Ann,Holm,1 Elm,Akron"] * 2
    book = read_csv("\n".join(["First Name,Last Name,Street,City", *rows]))
    assert any("may be the same" in one.message for one in book.problems) == is_asked


@pytest.mark.parametrize(
    ("rows", "same"),
    [
        # A whole name without an address or e-mail is that of the one row that has both.
        (["Ann,Lee,1 Elm,Akron,", "Ann,Lee,,,"], ["", "row 2"]),
        (["Ann,Lee,,,", "Ann,Lee,1 Elm,Akron,"], ["row 3", ""]),
        (["Ann,Lee,1 Elm,Akron,", "Ann,Lee,,Akron,"], ["", "row 2"]),
        (["Ann,Lee,1 Elm,Akron,", "Ann,Lee,,,", "ANN,LEE,,,"], ["", "row 2", "row 2"]),
        (["Ann,Lee,1 Elm,Akron,", "Ann,Lee,2 Elm,Akron,", "Ann,Lee,,,"], ["", "", ""]),  # of which of the two?
        (["Ann,Lee,1 Elm,Akron,", "Ann,Lee,,,ann@example.com"], ["", ""]),
        (["Ann,Lee,1 Elm,Akron,", "Ann,,,,"], ["", ""]),
        (["Ann,Lee,1 Elm,,", "Ann,Lee,,,"], ["", ""]),  # no letter would come to either
    ],
)
def test_a_name_alone_is_the_one_who_has_it_and_an_address(rows: list[str], same: list[str]):
    book = read_csv("\n".join(["First Name,Last Name,Street,City,Email", *rows]))
    assert [one.same_as for one in book.customers] == same


def test_a_number_of_their_own_tells_namesakes_apart():
    book = read_csv("ID,First Name,Last Name,Street,City\n1,Ann,Lee,1 Elm,Akron\n2,Ann,Lee,,\n")
    assert [one.same_as for one in book.customers] == ["", ""]


def test_what_to_do_about_a_row_that_is_there_twice():
    by_email, by_name = (
        about(read_csv(text), "count as one customer")
        for text in (
            "Name,Email\nAnn Lee,a@x.org\nAnn Lee,a@x.org\n",
            "First Name,Last Name,Street,City\nAnn,Lee,1 Elm,Akron\nAnn,Lee,,\n",
        )
    )
    assert by_email.remedy == "Delete one of the rows, or correct its e-mail address."
    assert by_name.remedy == "Delete one of the rows, or correct its name."
