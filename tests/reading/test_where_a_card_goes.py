"""Where a card goes: of the addresses of a row the person's own, never a stranger's, a locker's or that for bills."""

import pytest
from offices import about, read_csv

TWO = (
    "Name,Company,Billing Address,Billing City,Billing Zip,Shipping Name,Shipping Address,Shipping City,Shipping Zip\n"
)
GERMAN = "Kundennummer,Vorname,Nachname,Strasse,PLZ,Ort,Liefer Strasse,Liefer PLZ,Liefer Ort\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (TWO + "Carl Yost,,8 Oak Ave,Akron,44302,Ida Krug,3 Pine Rd,Kent,44240", ("8 Oak Ave",)),
        (TWO + "Carl Yost,,,,,Ida Krug,3 Pine Rd,Kent,44240", ()),
        (TWO + "Carl Yost,,,,,Mary Yost,3 Pine Rd,Kent,44240", ("3 Pine Rd",)),
        (TWO + 'Carl Yost,Yost LLC,"Accounts Payable, Box 9",Kent,44240,Carl Yost,8 Oak,Akron,44302', ("8 Oak",)),
        (TWO + 'Carl Yost,Yost LLC,"Accounts Payable, PO Box 9",Kent,44240,,,,', ("PO Box 9",)),
        (GERMAN + "1,Anna,Schäfer,Lange Reihe 12b,20099,Hamburg,Packstation 143,20097,Hamburg", ("Lange Reihe 12b",)),
        (GERMAN + "1,Anna,Schäfer,,,,Packstation 143,20097,Hamburg", ()),
        ("Name,Delivery Address,Delivery City,Billing Address,Billing City\nUna Dell,1 Elm,Ely,2 Oak,Ely", ("2 Oak",)),
        ("Name,Delivery Address,Delivery City\nUna Dell,1 Elm,Ely", ("1 Elm",)),
        ("Name,Address 1,Address 2,City\nUna Dell,\"88 Harbor Ln, Unit 2\",Unit 2,Ely", ("88 Harbor Ln, Unit 2",)),
    ],
)  # fmt: skip
def test_of_several_addresses_a_card_goes_to_the_persons_own(text, lines):
    (customer,) = read_csv(text).customers
    assert customer.address.lines == lines


def test_who_is_named_only_beside_the_address_gets_the_card_there():
    (customer,) = read_csv(TWO + ",,,,,Ida Krug,3 Pine Rd,Kent,44240").customers
    assert (customer.name, customer.address.lines) == ("Ida Krug", ("3 Pine Rd",))


def test_a_locker_for_parcels_is_told():
    book = read_csv(GERMAN + "1,Anna,Schäfer,,,,Packstation 143,20097,Hamburg")
    assert about(book, "“Packstation 143” takes parcels and no letters").place.row == 2


@pytest.mark.parametrize(
    ("header", "cell", "town", "code"),
    [
        ("Town / PC", "Malton YO17 7HT", "Malton", "YO17 7HT"),
        ("Town/Postcode", '"Malton, YO17 7HT"', "Malton", "YO17 7HT"),
        ("City/Post code", "Malton YO17 7HT", "Malton", "YO17 7HT"),
        ("Town/Eircode", '"Athenry, H65 AB12"', "Athenry", "H65 AB12"),
        ("CITY/ST/ZIP", "Akron OH 44301", "Akron", "44301"),
        ("PLZ/Ort", "20099 Hamburg", "Hamburg", "20099"),
        ("Ort, PLZ", "20099 Hamburg", "Hamburg", "20099"),
        ("C.P. / Ville", "67000 Strasbourg", "Strasbourg", "67000"),
        ("CP y Localidad", "28004 Madrid", "Madrid", "28004"),
        ("Suburb/State/PCode", "Bendigo VIC 3550", "Bendigo", "3550"),
        ("City, Prov, Postal", '"Victoria, BC V8V 1A1"', "Victoria", "V8V 1A1"),
    ],
)
def test_town_and_code_under_one_header_are_taken_apart(header, cell, town, code):
    (customer,) = read_csv(f'Name,Address,"{header}"\nRuth Lee,4 Mill Lane,{cell}').customers
    assert (customer.address.city, customer.address.postal_code) == (town, code)


@pytest.mark.parametrize(
    ("header", "cell", "country"),
    [
        ("LKZ", "D", "DE"),
        ("Land", "A", "AT"),
        ("Land", "CH", "CH"),
        ("Länderkz.", "F", "FR"),
        ("Country", "FL", "LI"),
        ("Land", "I", "IT"),
        ("Pays", "B", "BE"),
    ],
)
def test_the_letters_of_a_car_are_a_country(header, cell, country):
    (customer,) = read_csv(f"Name,Street,ZIP,City,{header}\nUna Dell,Am Markt 1,5020,Salzburg,{cell}").customers
    assert (customer.address.country, customer.address.postal_code) == (
        country,
        "05020"[country in ("AT", "CH", "LI", "BE") :],
    )


@pytest.mark.parametrize(
    ("region", "code", "country"),
    [
        ("VIC", "3550", "AU"),
        ("WA", "6000", "AU"),
        ("BC", "V8V 1A1", "CA"),
        ("", "YO17 7HT", "GB"),
        ("", "H65 X2F7", "IE"),
        ("OH", "44301", ""),
    ],
)
def test_a_code_shows_its_country_where_no_column_does(region, code, country):
    book = read_csv(f"Name,Street,City,State,Postcode\nUna Dell,1 Elm St,Ely,{region},{code}")
    assert (book.customers[0].address.country, book.customers[0].address.postal_code) == (country, code)


def test_a_code_beside_an_address_in_another_group_belongs_to_it():
    (customer,) = read_csv("Name,Address,City,Region,Postal/Zip\nTom Oakes,14 Cook St,Victoria,BC,V8V 3W6").customers
    assert customer.address.postal_code == "V8V 3W6"


@pytest.mark.parametrize(
    "header", ["Bill Addr (if diff)", "Billing address if different", "Billing street (if different)"]
)
def test_a_bill_that_goes_elsewhere_than_the_property_shows_where_the_mail_goes(header: str) -> None:
    rows = 'Rosa Holm,14 Quarry Rd,Guilford,06437,PO Box 312,"Madison, CT 06443"\nIda Lund,9 Elm St,Guilford,06437,,\n'
    book = read_csv(f"Cust,Prop. Addr,Prop. City,Prop. Zip,{header},Bill City St Zip\n{rows}")
    assert [(one.address.lines, one.address.city) for one in book.customers] == [
        (("PO Box 312",), "Madison"), (("9 Elm St",), "Guilford")
    ]  # fmt: skip
