"""Where customers live: the columns of an address as one."""

import pytest
from cases import tables
from offices import read_csv

from notes.customers import Address, Book


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
        ("Address,ZIP", '"1 Elm, Akron, OH",44301', Address(("1 Elm",), "Akron", "OH", "44301")),
        ("Address,ZIP", '"1 Elm, Apt 2",44301', Address(("1 Elm, Apt 2",), "", "", "44301")),
        ("Street,City,Full Address", '1 Elm,Ely,"2 Elm, Akron, OH 44301"', Address(("1 Elm",), "Ely")),
        ("Street,City,Full Address", ',,"2 Elm, Akron, OH 44301"', Address(("2 Elm",), "Akron", "OH", "44301")),
        ("Street,City,Full Address", "1 Elm,Ely,", Address(("1 Elm",), "Ely")),
        ("Street,City,State,ZIP", "1 Elm,Halifax,NS,B3H 2R9", Address(("1 Elm",), "Halifax", "NS", "B3H 2R9", "CA")),
        ("Street,City,State,ZIP", "1 Elm,Halifax,ns,b3h2r9", Address(("1 Elm",), "Halifax", "ns", "B3H2R9", "CA")),
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


# Headers, and where the business is if not in the US; below them rows => lines | town | region | code | country, and
# behind an exclamation mark the cells that are told of.
ROWS = """
Street,City,State,ZIP
  1 Elm,Akron,OH,44301 => 1 Elm | Akron | OH | 44301 | -
  ,Akron,OH,44301 => - | Akron | OH | 44301 | -
Street,Apt,City
  1 Elm,4B,Akron => 1 Elm; Apt 4B | Akron | - | - | -
  1 Elm,Apt 4,Akron => 1 Elm; Apt 4 | Akron | - | - | -
  1 Elm,the attic,Akron => 1 Elm; the attic | Akron | - | - | -
  1 Elm,B-12,Akron => 1 Elm; Apt B-12 | Akron | - | - | -
  1 Elm,123456,Akron => 1 Elm; 123456 | Akron | - | - | -
Street,Unit,City
  1 Elm,4,Akron => 1 Elm; Unit 4 | Akron | - | - | -
Street,Suite No,City
  1 Elm,400,Akron => 1 Elm; Suite 400 | Akron | - | - | -
Street,Flat,City
  1 Elm,2,Ely => 1 Elm; Flat 2 | Ely | - | - | -
Street,House Number,City,Country
  Elm St,7,Akron,USA => 7 Elm St | Akron | - | - | US
  Hauptstr.,7,Bonn,Germany => Hauptstr. 7 | Bonn | - | - | DE
  Rue X,7,Lyon,France => 7 Rue X | Lyon | - | - | FR
  Via Roma,7,Roma,Italy => Via Roma 7 | Roma | - | - | IT
  ,7,Akron,USA => - | Akron | - | - | US
House Number,Street,City @ DE
  7,Elm St,Akron => Elm St 7 | Akron | - | - | -
House Number,Street,City @ CH
  7,Elm St,Akron => Elm St 7 | Akron | - | - | -
Street No,Street Direction,Street Name,Street Type,City
  7,N,Elm,Ave,Akron => 7 N Elm Ave | Akron | - | - | -
Street,City
  1 Elm,Akron => 1 Elm | Akron | - | - | -
  ditto,Akron => 1 Elm | Akron | - | - | - ! B3
Street,City
  1 Elm,Akron => 1 Elm | Akron | - | - | -
  〃,Akron => 1 Elm | Akron | - | - | - ! B3
  2 Oak,Akron => 2 Oak | Akron | - | - | -
  same as above,Akron => 2 Oak | Akron | - | - | -
  do.,ditto => 2 Oak | Akron | - | - | - ! C6
Street,City
  ditto,Akron => ditto | Akron | - | - | -
  ditto,Dover => ditto | Dover | - | - | -
Street,City
  ditto,Akron => - | Akron | - | - | - ! B2
  1 Elm,Dover => 1 Elm | Dover | - | - | -
Street,City
  see above,Akron => - | Akron | - | - | -
  on file,Dover => - | Dover | - | - | -
  1 Elm,Ely => 1 Elm | Ely | - | - | -
Street,City
  2026-03-12,Akron => - | Akron | - | - | - ! B2
  3-Dec,Akron => - | Akron | - | - | - ! B3
  Dec-12,Akron => - | Akron | - | - | - ! B4
  2026-03-12 00:00:00,Akron => - | Akron | - | - | - ! B5
  12-dec-2026,Akron => - | Akron | - | - | - ! B6
  1 Elm,Akron => 1 Elm | Akron | - | - | -
Street,City
  moved away,Akron => - | Akron | - | - | - ! B2
  deceased,Akron => - | Akron | - | - | - ! B3
  no address,Akron => - | Akron | - | - | - ! B4
  12 Moved Rd,Akron => 12 Moved Rd | Akron | - | - | -
  ask Bob,Akron => - | Akron | - | - | - ! B6
Address,Country
  "1 Elm St, Akron, OH 44301",USA => 1 Elm St | Akron | OH | 44301 | US
  "Hauptstr. 7, 53111 Bonn",Germany => Hauptstr. 7 | Bonn | - | 53111 | DE
  "10 High St, Ely, CB7 4AA",UK => 10 High St | Ely | - | CB7 4AA | GB
Street,City State Zip
  1 Elm,"Akron, OH 44301" => 1 Elm | Akron | OH | 44301 | -
  1 Elm,Akron OH 44301 => 1 Elm | Akron | OH | 44301 | -
  1 Elm,Akron => 1 Elm | Akron | - | - | -
Street,City,City State Zip
  1 Elm,Dover,"Akron, OH 44301" => 1 Elm | Akron | OH | 44301 | -
Street,City,ZIP,City State Zip
  1 Elm,Dover,44301,"Akron, OH 44302" => 1 Elm | Dover | - | 44301 | -
Street,City
  1 Elm,"Akron, OH 44301" => 1 Elm | Akron | OH | 44301 | -
  1 Elm,Akron OH 44301-1234 => 1 Elm | Akron | OH | 44301-1234 | -
Street,City,State
  1 Elm,"Akron, OH 44301",PA => 1 Elm | Akron | PA | 44301 | -
Street,City,ZIP,ZIP4
  1 Elm,Akron,44301,12 => 1 Elm | Akron | - | 44301-0012 | -
  1 Elm,Akron,44301,1234 => 1 Elm | Akron | - | 44301-1234 | -
  1 Elm,Akron,4430,1234 => 1 Elm | Akron | - | 04430-1234 | - ! D4
  1 Elm,Akron,44301,1 => 1 Elm | Akron | - | 44301 | -
  1 Elm,Akron,44301,12345 => 1 Elm | Akron | - | 44301 | -
Street,City,State,ZIP
  1 Elm,Halifax,NS,B3H 2R9 => 1 Elm | Halifax | NS | B3H 2R9 | CA
  1 Elm,Halifax,OH,B3H 2R9 => 1 Elm | Halifax | OH | B3H 2R9 | -
  1 Elm,APO,AE,09012 => 1 Elm | APO | AE | 09012 | US
  1 Elm,APO,XX,09012 => 1 Elm | APO | XX | 09012 | US
  1 Elm,San Juan,PR,00901 => 1 Elm | San Juan | PR | 00901 | -
  1 Elm,Akron,OH,4301 => 1 Elm | Akron | OH | 4301 | - ! E7
  1 Elm,Akron,OH,443011 => 1 Elm | Akron | OH | 443011 | - ! E8
Street,City,State,ZIP,Country
  1 Elm,San Juan,,00901,Puerto Rico => 1 Elm | San Juan | PR | 00901 | US
  1 Elm,San Juan,PR,901,PR => 1 Elm | San Juan | PR | 00901 | US ! E3
  PO Box 9,Majuro,MH,96960,Marshall Islands => PO Box 9 | Majuro | MH | 96960 | US
  PO Box 8,Pohnpei,,96941,Micronesia => PO Box 8 | Pohnpei | FM | 96941 | US
Street,City,State,ZIP,Country @ DE
  1 Elm,San Juan,,00901,Puerto Rico => 1 Elm | San Juan | - | 00901 | PR
Street,City,ZIP,Country
  1 Str,Bonn,1067,Germany => 1 Str | Bonn | - | 01067 | DE ! D2
  1 Str,Bern,3000,CH => 1 Str | Bern | - | 3000 | CH
  1 Elm,Akron,4301, => 1 Elm | Akron | - | 04301 | - ! D4
  1 Elm,Ely,CB74AA,UK => 1 Elm | Ely | - | CB74AA | GB
Street,City,ZIP @ DE
  1 Str,Bonn,1067 => 1 Str | Bonn | - | 01067 | - ! D2
PO Box,City
  118,Akron => PO Box 118 | Akron | - | - | -
  Box 4,Akron => Box 4 | Akron | - | - | -
  ,Akron => - | Akron | - | - | -
Street,PO Box,City
  1 Elm,118,Akron => 1 Elm; PO Box 118 | Akron | - | - | -
Home Street,Home City,Work Street,Work City
  1 Elm,Akron,2 Oak,Dover => 1 Elm | Akron | - | - | -
  ,Akron,2 Oak,Dover => 2 Oak | Dover | - | - | -
  ,,2 Oak,Dover => 2 Oak | Dover | - | - | -
Shipping Street,Shipping City,Billing Street,Billing City
  1 Elm,Akron,2 Oak,Dover => 2 Oak | Dover | - | - | -
Home Street,Home City,Country
  1 Elm,Akron,USA => 1 Elm | Akron | - | - | US
Home Street,Home City,Street 2
  1 Elm,Akron,Apt 2 => 1 Elm; Apt 2 | Akron | - | - | -
Home Street,Home Street 2,Home City,Street 2
  1 Elm,Rear,Akron,Apt 2 => 1 Elm; Rear; Apt 2 | Akron | - | - | -
Email,Country
  a@x.org,Germany => - | - | - | - | DE
Street,City,Country
  ,,FR => - | - | - | - | FR
"""


@pytest.mark.parametrize(("headers", "rows"), tables(ROWS))
def test_the_address_of_each_row(headers: str, rows: list[tuple[str, str]]) -> None:
    names, _, country = headers.partition(" @ ")
    lines = [f"Ann Lee {'ABCDEFGHIJ'[at]},{row}" for at, (row, _) in enumerate(rows)]
    book = read_csv("\n".join([f"Name,{names}", *lines]), country=country or "US")
    assert [shown(one.address, row, book) for row, one in enumerate(book.customers, 2)] == [one for _, one in rows]


def shown(one: Address, row: int, book: Book) -> str:
    parts = ["; ".join(one.lines), one.city, one.region, one.postal_code, one.country]
    told = {problem.place.cell or "" for problem in book.problems if (problem.place.cell or "")[1:] == f"{row}"}
    return " | ".join(part or "-" for part in parts) + (f" ! {' '.join(sorted(told))}" if told else "")
