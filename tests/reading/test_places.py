"""Where customers live: the columns of an address as one."""

import pytest
from offices import read_csv

from notes.customers import Address


def addresses(text: str) -> list[Address]:
    return [one.address for one in read_csv(text).customers]


def test_number_further_lines_and_box_stand_below_the_street():
    assert addresses("""
        Name,Street,House Number,Street 2,PO Box,City,ZIP
        Ann Lee,Elm St,7,Apt 2,,Akron,44301
        Bob Ray,,,,118,Akron,44301
        Cy Moe,"Elm\n\nRear",,,Box 4,Akron,44301
        """) == [
        Address(("7 Elm St", "Apt 2"), "Akron", "", "44301"),
        Address(("PO Box 118",), "Akron", "", "44301"),
        Address(("Elm", "Rear", "Box 4"), "Akron", "", "44301"),
    ]  # fmt: skip


def test_of_several_addresses_the_first_that_a_letter_could_reach_and_never_two_mixed():
    assert addresses("""
        Name,Home Street,Home City,Street,City,Country
        Ann Lee,1 Elm,Akron,2 Elm,Dover,FR
        Bob Ray,,Akron,,Dover,
        Cy Moe,,,,,FR
        Di Fox,3 Elm,,,,
        Ed Gill,3 Elm,,4 Elm,Ely,
        Flo Hart,5 Elm,Akron,6 Elm,,
        """) == [
        Address(("2 Elm",), "Dover", "", "", "FR"),
        Address((), "Dover"),
        Address(country="FR"),
        Address(("3 Elm",)),
        Address(("4 Elm",), "Ely"),
        Address(("5 Elm",), "Akron"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("headers", "values", "address"),
    [
        ("Street,Ship City,Ship Zip", "1 Elm,Akron,44301", Address(("1 Elm",), "Akron", "", "44301")),
        ("Street,Ship City,Ship Street,City", "1 Elm,Akron,2 Elm,Dover", Address(("1 Elm",), "Dover")),
        ("Street,Ship City,Ship PO Box", "1 Elm,Akron,118", Address(("PO Box 118",), "Akron")),
        ("Street,Ship City,Billing City", "1 Elm,Akron,Dover", Address(("1 Elm",))),
        ("Email,Country", "ann@example.com,USA", Address(country="US")),
        ("Email,State", "ann@example.com,OH", Address()),  # where the computer was
        ("Email,ZIP", "ann@example.com,44301", Address(postal_code="44301")),
        ("Address", '"1 Elm, Akron, OH 44301"', Address(("1 Elm",), "Akron", "OH", "44301")),
        ("Address,ZIP", '"1 Elm, Akron, OH",44301', Address(("1 Elm, Akron, OH",), "", "", "44301")),
        ("Street,City,Full Address", '1 Elm,Ely,"2 Elm, Akron, OH 44301"', Address(("1 Elm",), "Ely")),
        ("Street,City,Full Address", ',,"2 Elm, Akron, OH 44301"', Address(("2 Elm",), "Akron", "OH", "44301")),
        ("Street,City,Full Address", "1 Elm,Ely,", Address(("1 Elm",), "Ely")),
        ("Street,City,State,ZIP", "1 Elm,Halifax,NS,B3H 2R9", Address(("1 Elm",), "Halifax", "NS", "B3H 2R9", "CA")),
        ("Street,City,State,ZIP", "1 Elm,Halifax,ns,b3h2r9", Address(("1 Elm",), "Halifax", "ns", "b3h2r9", "CA")),
        ("Street,City,State,ZIP", "1 Elm,Halifax,OH,B3H 2R9", Address(("1 Elm",), "Halifax", "OH", "B3H 2R9")),
        ("Street,City,State,ZIP", "1 Elm,Halifax,NS,44301", Address(("1 Elm",), "Halifax", "NS", "44301")),
        ("Street,City,ZIP,Country", "1 Str,Bonn,1067,Germany", Address(("1 Str",), "Bonn", "", "01067", "DE")),
    ],
)
def test_the_columns_of_an_address(headers: str, values: str, address: Address):
    assert addresses(f"Name,{headers}\nAnn Lee,{values}\n") == [address]


def test_a_second_line_stays_a_second_line_however_its_address_is_numbered():
    headers = "Name,Addr 1 - Line 1,- Line 2,- City,- Postcode,Addr 2 - Line 1,- Line 2,- City,- Postcode"
    assert addresses(f"{headers}\nAnn Lee,Unit 6,2 Elm St,Akron,44301,,,,\n") == [
        Address(("Unit 6", "2 Elm St"), "Akron", "", "44301")
    ]
