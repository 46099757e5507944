"""Addresses: those of one cell taken apart, and the lines on an envelope in the order of each country."""

import pytest

from notes.customers import Address
from notes.post.addresses import postal_lines
from notes.post.countries import country_code, country_line, is_country
from notes.post.towns import taken_apart


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("1 Elm St\nSanta Fe NM 87501", Address(("1 Elm St",), "Santa Fe", "NM", "87501")),
        ("1 Elm St, Santa Fe, NM 87501-1234", Address(("1 Elm St",), "Santa Fe", "NM", "87501-1234")),
        ("1 Elm St, Akron, Ohio 44301", Address(("1 Elm St",), "Akron", "Ohio", "44301")),
        ("1 Elm, Akron, OH 44301, USA", Address(("1 Elm",), "Akron", "OH", "44301", "US")),
        ("1 Elm, Akron, OH, 44301", Address(("1 Elm",), "Akron", "OH", "44301")),
        ("1 High St, London SW1A 1AA, UK", Address(("1 High St",), "London", "", "SW1A 1AA", "GB")),
        ("Santa Fe, NM 87501", Address((), "Santa Fe", "NM", "87501")),
        ("1 Elm St,\n,\nApt 2,\nSanta Fe, NM 87501,", Address(("1 Elm St", "Apt 2"), "Santa Fe", "NM", "87501")),
        ("1 High St, London, SW1A 1AA", Address(("1 High St",), "London", "", "SW1A 1AA", "GB")),
        ("1 High St, London SW1A 1AA", Address(("1 High St",), "London", "", "SW1A 1AA", "GB")),
        ("Flat 2, 1 High St, SW1A 1AA", Address(("Flat 2",), "1 High St", "", "SW1A 1AA", "GB")),
        ("Dorfstr. 1, D-50667 Köln", Address(("Dorfstr. 1",), "Köln", "", "50667")),
        ("Prinsengracht 3, 1016 VV Amsterdam", Address(("Prinsengracht 3",), "Amsterdam", "", "1016 VV", "NL")),
        ("ul. Długa 5, 00-238 Warszawa, Poland", Address(("ul. Długa 5",), "Warszawa", "", "00-238", "PL")),
        ("Storgatan 4, 941 31 Piteå", Address(("Storgatan 4",), "Piteå", "", "941 31")),
        ("Rua X 1, 1000-123 Lisboa", Address(("Rua X 1",), "Lisboa", "", "1000-123", "PT")),
        ("12 Rue X, Montréal QC H2L3K7", Address(("12 Rue X",), "Montréal", "QC", "H2L3K7", "CA")),
        ("1 Elm, Deutschland", Address(("1 Elm",), country="DE")),
        ("Deutschland", Address(("Deutschland",))),
        ("1 Elm St, Santa Fe, New Mexico 87501", Address(("1 Elm St",), "Santa Fe", "New Mexico", "87501")),
        ("1 Elm St Charleston, West Virginia 25301", Address(("1 Elm St",), "Charleston", "West Virginia", "25301")),
        ("14 Fir Ct Apt 9 Akron OH 44301", Address(("14 Fir Ct Apt 9",), "Akron", "OH", "44301")),
        ("123 Main St St Louis MO 63101", Address(("123 Main St",), "St Louis", "MO", "63101")),
        ("123 Main St Paul MN 55101", Address(("123 Main St Paul MN 55101",))),  # Main St, or St Paul?
        ("12 Broadway Akron OH 44301", Address(("12 Broadway Akron OH 44301",))),  # where does the street end?
        ("PO Box 9 Akron OH 44301", Address(("PO Box 9",), "Akron", "OH", "44301")),
        ("3 Quay St, Galway, H91 E2K3", Address(("3 Quay St",), "Galway", "", "H91 E2K3", "IE")),
        ("5 High St, Fitzroy VIC 3065", Address(("5 High St",), "Fitzroy", "VIC", "3065", "AU")),
        ("Calle Real 3, 18009 Granada", Address(("Calle Real 3",), "Granada", "", "18009")),
        ("a, b, c", Address(("a", "b", "c"))),
        ("", Address()),
    ],
)
def test_an_address_in_one_cell(text: str, address: Address) -> None:
    assert taken_apart(text) == address


@pytest.mark.parametrize(
    ("address", "home", "lines"),
    [
        (Address(("1 St",), "Akron", "OH", "44301"), "DE", ("1 St", "44301 Akron", "OH")),
        (Address(("1 St",), "", "OH", "44301", "US"), "US", ("1 St", "OH 44301")),
        (Address(("1 St",), "Akron", "", "", "US"), "US", ("1 St", "Akron")),
        (Address((), "Akron", "OH", "44301", "US"), "US", ("Akron, OH 44301",)),
        (Address(("1 High St",), "London", "London", "SW1A 1AA", "GB"), "US",
         ("1 High St", "LONDON", "SW1A 1AA", "UNITED KINGDOM")),
        (Address(("1 Rue Haute",), "Lille", "Nord", "F-59000", "FR"), "US",
         ("1 Rue Haute", "59000 LILLE", "Nord", "FRANCE")),
        (Address(("1 Orchard Rd",), "Singapore", "", "238824", "SG"), "US",
         ("1 Orchard Rd", "SINGAPORE 238824")),
        (Address(("1 Orchard Rd",), "Jurong", "", "238824", "SG"), "US",
         ("1 Orchard Rd", "Jurong", "SINGAPORE 238824")),
        (Address(("1 Str.",), "Bern", "BE", "CH-3000", "CH"), "CH", ("1 Str.", "3000 Bern")),
        (Address(("1 Katu",), "Helsinki", "", "FI-00100", "FI"), "US", ("1 Katu", "00100 Helsinki", "FINLAND")),
        (Address(("1 Str.",), "Bonn", "", "D-X", "DE"), "DE", ("1 Str.", "D-X Bonn")),
        (Address(("1 Str.",), "Bonn", "", "F-53111", "DE"), "DE", ("1 Str.", "F-53111 Bonn")),
        (Address(("1 Elm",), "Toronto", "ON", "M5V 1J1", "Canada"), "US", ("1 Elm", "TORONTO ON M5V 1J1", "CANADA")),
        (Address(("1 Gracht",), "Delft", "Holland", "2611", "NL"), "NL", ("1 Gracht", "2611 Delft", "Holland")),
        (Address(("1 Gracht",), "Delft", "ZH", "2611 AB", "NL"), "NL", ("1 Gracht", "2611 AB Delft", "ZH")),
        (Address(("1 Gracht",), "Delft", "ZH", "2611", "DE"), "DE", ("1 Gracht", "2611 Delft", "ZH")),
        (Address(("1 Elm",), "Toronto", "ON", "m5v1j1", "CA"), "US", ("1 Elm", "TORONTO ON M5V 1J1", "CANADA")),
        (Address(("1 High St",), "Ely", "", "cb74aa", "GB"), "US", ("1 High St", "ELY", "CB7 4AA", "UNITED KINGDOM")),
        (Address(("1 Elm",), "Boston", "Massachusetts", "02113"), "US", ("1 Elm", "Boston, MA 02113")),
        (Address(("1 Elm",), "New York", "New York", "10001"), "US", ("1 Elm", "New York, NY 10001")),
        (Address(("1 Elm",), "Pago Pago", "American Samoa", "96799"), "US", ("1 Elm", "Pago Pago, AS 96799")),
        (Address(("Plaza 1",), "Springfield", "", "", "Ruritania"), "Ruritania", ("Plaza 1", "Springfield")),
    ],
)  # fmt: skip
def test_the_lines_below_the_name(address: Address, home: str, lines: tuple[str, ...]) -> None:
    assert postal_lines(address, home) == lines


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("us", "US"), ("U.S.A.", "US"), ("uk", "GB"), ("Česko", "CZ"), ("Pologne", "PL"), ("España", "ES"),
        ("Österreich", "AT"), ("CZECH REPUBLIC", "CZ"), ("XX", "XX"), ("Ruritania", "Ruritania"), ("", ""), ("–", "–"),
    ],
)  # fmt: skip
def test_the_code_of_a_country(written: str, code: str) -> None:
    assert country_code(written) == code


@pytest.mark.parametrize(
    ("text", "can_be"),
    [
        ("Deutschland", True),
        ("Brazil", True),
        ("USA", True),
        ("UK", True),
        ("US", False),
        ("DE", False),
        ("Granada", False),
        ("1", False),
        ("", False),
    ],
)
def test_what_can_only_be_a_country(text: str, can_be: bool) -> None:
    assert is_country(text) == can_be


def test_a_country_on_an_envelope() -> None:
    assert [country_line(one) for one in ("FR", "CZ", "Ruritania")] == ["FRANCE", "CZECH REPUBLIC", "RURITANIA"]


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        (Address(("4 Oak Path", "Kowloon"), "Hong Kong", "", "", "HK"), ("4 Oak Path", "Kowloon", "HONG KONG")),
        (Address(("4 Oak Path",), "Singapore", "", "238801", "SG"), ("4 Oak Path", "SINGAPORE 238801")),
        (Address(("4 Oak Path",), "", "", "238801", "SG"), ("4 Oak Path", "SINGAPORE 238801")),
        (Address(("4 Oak Path",), "Gibraltar", "", "GX11 1AA", "GI"), ("4 Oak Path", "GX11 1AA", "GIBRALTAR")),
        (Address(("4 rue Oak",), "Monaco", "", "98000", "MC"), ("4 rue Oak", "98000 MONACO")),
        (Address(("4 rue Oak",), "Monaco", "", "", "MC"), ("4 rue Oak", "MONACO")),
        (Address(("4 Rua Oak",), "Macau", "", "", "MO"), ("4 Rua Oak", "Macau", "MACAO")),
        (Address(("4 rue Oak",), "Luxembourg", "", "1111", "LU"), ("4 rue Oak", "1111 Luxembourg", "LUXEMBOURG")),
        (Address(("4 Oak St",), "Singapore", "MI", "49453", "US"), ("4 Oak St", "Singapore, MI 49453")),
    ],
)
def test_a_town_that_is_its_own_country_is_named_once(address: Address, lines: tuple[str, ...]):
    assert postal_lines(address, "US") == lines


@pytest.mark.parametrize(
    ("town", "region", "line"),
    [
        ("APO", "AE", "APO AE 09021"),
        ("FPO", "AP", "FPO AP 09021"),
        ("dpo", "AA", "DPO AA 09021"),
        ("San Juan", "PR", "San Juan, PR 09021"),
        ("Apollo", "PA", "Apollo, PA 09021"),
    ],
)
def test_the_post_of_the_forces_writes_no_comma(town: str, region: str, line: str):
    assert postal_lines(Address(("Unit 7 Box 3",), town, region, "09021", "US"), "US")[-1] == line
