"""Cells that say several days and what each is, and birthdays among what is jotted down."""

import pytest
from offices import only, read_csv

HEAD = "Name,Street,City,State,Zip"
ROSA = "Rosa Holm,1 Elm St,Akron,OH,44301"
IDA = "Ida Lund,2 Elm St,Akron,OH,44301"
OTHERS = f"{IDA},bakes her own rye bread\nJo Berg,3 Elm St,Akron,OH,44301,plays the cello in church\n"

# A cell below “Dates”, and the birthday, since when they come, the milestones, and what stays.
DATES = [
    ("in since Sept 2021; bday 28 Dec", "--12-28", "2021-09-01", [], ""),
    ("bday: Dec 11, 1980 / with us since Feb 2018", "1980-12-11", "2018-02-01", [], ""),
    ("customer since 5 Dec 2016; birthday 2 April", "--04-02", "2016-12-05", [], ""),
    ("since June 2022; service due Feb; 15 Dec (b'day)", "--12-15", "2022-06-01", [], ""),
    ("bd 12/27; retires Dec 18 2026", "--12-27", "None", [("retirement", "2026-12-18")], ""),
    ("THANK YOU card Dec 15: ran the cider press all seven Saturdays, wouldn't take a dime",
     "None", "None", [("thanks", "2026-12-15")], "ran the cider press all seven Saturdays, wouldn't take a dime"),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "born", "since", "milestones", "rest"), DATES)
def test_a_cell_may_say_several_days_and_what_they_are(
    cell: str, born: str, since: str, milestones: list[tuple[str, str]], rest: str
) -> None:
    book = read_csv(f'{HEAD},Dates\n{ROSA},"{cell}"\n{IDA},bday 31/12; since 2/2020\n')
    one = book.customers[0]
    assert (str(one.birthday), str(one.first_purchase), one.notes, one.holds) == (born, since, rest, ())
    assert [(each.occasion, str(each.on)) for each in book.milestones] == milestones
    assert all(each.place.cell == "F2" for each in book.milestones)


JOTTED = [
    ("Breadmaker lives on the lid, told him twice. Bday 17 Dec. Slow to pay", "--12-17",
     "Breadmaker lives on the lid, told him twice. Slow to pay"),
    ("6 Dec b'day - a thimble under the keys - two goats", "--12-06", "a thimble under the keys - two goats"),
    ("born 17 December 1950; two goats", "1950-12-17", "two goats"),
    ("dtr Mia, bday 17 Dec, likes hens", "None", "dtr Mia, bday 17 Dec, likes hens"),
    ("dog's bday 17 Dec; two goats", "None", "dog's bday 17 Dec; two goats"),
    ("cake for bday 17 Dec was a hit", "None", "cake for bday 17 Dec was a hit"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "born", "rest"), JOTTED)
def test_a_birthday_among_jottings_is_the_customer_s_where_nobody_else_is_named(
    text: str, born: str, rest: str
) -> None:
    book = read_csv(f'{HEAD},Remarks\n{ROSA},"{text}"\n{OTHERS}')
    assert (str(book.customers[0].birthday), book.customers[0].notes) == (born, rest)


def test_a_column_of_birthdays_comes_before_what_is_jotted_down() -> None:
    book = read_csv(f"{HEAD},Remarks,Birthday\n{ROSA},bday 17 Dec; two goats,--03-01\n{OTHERS}")
    assert (str(book.customers[0].birthday), book.customers[0].notes) == ("--03-01", "bday 17 Dec; two goats")


@pytest.mark.parametrize(
    ("header", "cell", "month"),
    [
        ("Birthday", "December", 12),
        ("Human bday", "Dec.", 12),
        ("Birth month", "12", 12),
        ("Birthday month", "March", 3),
    ],
)
def test_a_birthday_may_be_no_more_than_a_month(header: str, cell: str, month: int) -> None:
    one = only(read_csv(f"{HEAD},{header}\n{ROSA},{cell}\n"))
    assert (one.birthday, one.birthday_month) == (None, month)


@pytest.mark.parametrize(
    ("header", "cell", "since"),
    [("CSA since", "spring 2017", 2017), ("Swims here since", "2019", 2019), ("Moved since", "2019", None)],
)
def test_what_goes_on_since_a_year_is_coming(header: str, cell: str, since: int | None) -> None:
    assert only(read_csv(f"{HEAD},{header}\n{ROSA},{cell}\n")).since_year == since


def test_a_state_and_zip_that_no_address_claims_are_of_the_only_one() -> None:
    one = only(read_csv("Name,Ship-to street,Ship-to city,ST,ZIP\nRosa Holm,1 Elm St,Akron,OH,44301\n"))
    assert (one.address.lines, one.address.city, one.address.region, one.address.postal_code) == (
        ("1 Elm St",), "Akron", "OH", "44301"
    )  # fmt: skip
