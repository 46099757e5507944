"""Headers: every ordinary pair of whose a column is and what it holds is understood, however it is joined."""

from itertools import product

import pytest

from notes.reading.tables.columns import Columns
from notes.reading.tables.recognition import recognise, recognised

OWNERS = [
    "Customer", "Client", "Patient", "Member", "Guest", "Donor", "Tenant", "Contact", "Subscriber", "Policyholder",
    "Resident", "Owner", "Student", "Attendee", "Constituent", "Parent", "Household", "Cust", "Pet Owner",
    "Account Holder",
]  # fmt: skip
NOUNS = {
    "Name": "name", "Full Name": "name", "First Name": "first_name", "Last Name": "last_name", "Surname": "last_name",
    "Given Name": "first_name", "Middle Name": "middle_name", "Email": "email", "E-mail Address": "email",
    "Phone": "phone", "Mobile Phone": "phone", "Birthday": "birthday", "Birth Date": "birthday",
    "Date of Birth": "birthday", "DOB": "birthday", "ID": "customer_id", "No": "customer_id", "Number": "customer_id",
    "Since": "first_purchase", "Street": "street", "Address": "street", "Address 1": "street",
    "Street Address": "street", "Address 2": "street_2", "Address Line 2": "street_2", "City": "city", "Town": "city",
    "State": "region", "Province": "region", "Zip": "postal_code", "ZIP Code": "postal_code",
    "Postal Code": "postal_code", "Postcode": "postal_code", "Country": "country", "Total Spent": "total_spent",
    "Lifetime Value": "total_spent", "First Visit": "first_purchase", "Last Visit Date": "last_purchase",
    "Number of Visits": "orders", "Notes": "notes", "Status": "status", "Nickname": "nickname", "Company": "company",
    "Title": "title",
}  # fmt: skip


def written(owner: str, noun: str) -> list[str]:
    """The ways in which programs and people join the two."""
    tight = noun.title().replace(" ", "").replace("-", "")
    return [
        f"{owner} {noun}",
        f"{owner}'s {noun}",
        f"{owner.replace(' ', '')}{tight}",
        f"{owner} {noun}".lower().replace(" ", "_").replace("-", "_"),
        f"{noun} ({owner})",
        f"{owner} - {noun}",
        f"{noun} - {owner}",
        f"{owner} {noun}".upper(),
    ]


def meaning(columns: Columns) -> str:
    names = [*columns.fields, *(part for group in columns.addresses.values() for part in group)]
    return "name" if names == ["display_name"] else " ".join(names)


def test_pairs_of_owner_and_noun_are_understood_in_every_spelling():
    pairs = [
        (header, field) for owner, (noun, field) in product(OWNERS, NOUNS.items()) for header in written(owner, noun)
    ]
    missed = [
        (header, field, got) for header, field in pairs if (got := meaning(recognise("customers", [header]))) != field
    ]
    assert len(missed) / len(pairs) < 0.05, missed[:40]


@pytest.mark.parametrize(("cells", "is_it"), [(["1"], True), (["1", "1"], True), (["yes", "no"], False)])
def test_the_number_1_of_a_customer_is_not_a_yes(cells, is_it):
    columns = recognise("milestones", ["Customer ID", "Occasion"], rows=[[cell, "Wedding"] for cell in cells])
    assert ("customer_id" in columns.fields) is is_it


@pytest.mark.parametrize(
    "headers",
    [
        ["Client #", "Name", "Birthday"],
        ["Member №", "Name", "Birthday"],
        ["N° client", "Nom", "Date de naissance"],
        ["N° dossier", "Nom", "Date de naissance"],
        ["Alum ID", "Name", "Birthday"],
    ],
)
def test_a_sign_for_number_makes_a_number(headers):
    columns = recognise("customers", headers)
    assert columns.fields["customer_id"] == 0


@pytest.mark.parametrize("header", ["Chart ID", "Friend No.", "Envelope #", "Kürzel-Nr", "Slip Acct"])
def test_the_first_column_that_numbers_all_apart_is_the_number_of_the_customer(header):
    headers = [header, "Name", "Badge No"]
    assert recognise("customers", headers, rows=[["A1", "Ann", "7"], ["A2", "Bob", "7"]]).fields["customer_id"] == 0
    assert "customer_id" not in recognise("customers", headers, rows=[["A1", "Ann", "7"], ["A1", "Bob", "7"]]).fields


def test_what_mail_is_sent_to_may_be_a_street():
    columns = recognise("customers", ["Name", "Mail To"], rows=[["Ann", "114 Gannet Ln"], ["Bob", "2 Elm St"]])
    assert columns.addresses[""]["street"] == 1
    columns = recognise("customers", ["Name", "Mail To"], rows=[["Ann", "Ann Hale"], ["Bob", "The Hales"]])
    assert columns.fields["envelope"] == 1


def test_a_header_with_of_is_no_sign_of_animals():
    columns = recognise("customers", ["Name", "Class Of", "Birthday", "City"])
    assert columns.fields["birthday"] == 2


# What a header is taken for: a field, with ~ where it is not certain; “of” somebody else; “aside” what is not used.
ALONE = """
Client # => customer_id
Membership => -
Member => display_name~
Member Since => first_purchase
Membership Expires => -
Patient Name => name
Pet Name => pet
Child Name => child
Owner Name => name~
Owner 2 Name => second_name~
Spouse => partner
Spouse Birthday => second_birthday~
Spouse Email => second_email~
Spouse Phone => of second
Vet => of other
Groomer => of staff
Staff Name => of staff
Sales Rep => looked_after_by
Referred By => referred_by
Address 1&2 => street~
Address Line 3 => street_3
Street address line 1 - Home => home street~
Address (City) => city
Ship To Line 2 => ship to street_2
Full Address => whole
Billing Full Address => billing whole
Address Name => -
Address Number => -
Home Address City => home city
Email Address => email
Billing Email => email~
Work Phone => phone~
Billing First Name => first_name~
Number of Visits => orders
Visits => orders
First Visit => first_purchase
Last Order Date => last_purchase
Order Total => total_spent~
Average Order => -
Sales 2025 => total_spent~
Card 2025 => -
Birthday (Child) => of child
DOB => birthday
Birth Year => birth_year
Wedding Date => anniversary
Gate Code => -
Ref => customer_id~
Notes (internal) => -
Do Not Mail => do_not_mail
OK to Mail => mail_ok
Pet Status => of animal
Deceased => deceased
Name (old) => name~
CustFirstName => first_name~
cust_last_name => last_name~
Nachname => last_name
Straße => street
Fecha de nacimiento => birthday
Mail To => envelope
Tags => aside
Photo => aside
Credit Limit => -
Student First Name => first_name~
Parent Email => email~
Parent 2 Name => second_name~
Guardian => display_name~
Emergency Contact => of other
Contact 2 => second_name~
Donor Since => first_purchase~
Last Gift => last_purchase
Policy Number => of thing
Vehicle => of thing
Date Added => aside
ZIP+4 => postal_code_4
P.O. Box => po_box
Apt => street_2
Job Title => aside
Preferred Name => nickname
Middle Initial => middle_name
"""
TOGETHER = """
Owner Last | Pet Name | Birthday | Notes | Owner Email => last_name~ | pet | of animal | notes | email~
Pet | Owner | Breed | DOB | Deceased | Phone => pet | display_name~ | - | of animal | of animal | phone
Parent 1 First | Parent 2 First | Parent 2 Last | City => first_name~ | second_first_name~ | second_last_name~ | city
Buyer Name | Recipient Name | Ship City => name~ | of other | ship city
Customer Name | Address | Address 2 | ST | Phone 1 | Phone 2 => name | street | street_2 | region | phone~ | -
First | Last | Ship Street | Ship City => first_name | last_name | ship street | ship city
Name | Street | Nr | City => name | street | house_number | city
Sales 2024 | Sales 2025 | Name => - | total_spent~ | name
Customer ID | Customer Name | Customer => customer_id | name | display_name
"""
ORDERS = """
Order No | Customer | Date | Total => order_id | name | day | amount
Booking Date | Visit Total | Client => day | amount~ | name
Invoice | Inv Date | Amount | Item | Email => order_id | day~ | amount | item | email
"""
MILESTONES = """
Customer ID | Occasion | Date | Person | About => customer_id | occasion | on | person | about
Client | Event | On => name | occasion | on
"""


def taken_for(kind: str, headers: list[str]) -> list[str]:
    found = recognise(kind, headers)
    taken = dict(found.taken_for())
    shown = []
    for column in range(len(headers)):
        what = taken.get(column, "")
        what = what or (f"of {found.others[column].value}" if column in found.others else "")
        what = what or ("aside" if column in found.aside else "-")
        shown.append(what + ("~" if column in found.doubtful else ""))
    return shown


def rows(text: str) -> list[list[str]]:
    return [line.split(" => ") for line in text.strip().splitlines()]


@pytest.mark.parametrize(("headers", "fields"), [*rows(ALONE), *rows(TOGETHER)])
def test_what_a_header_is_taken_for(headers: str, fields: str) -> None:
    assert taken_for("customers", headers.split(" | ")) == fields.split(" | ")


@pytest.mark.parametrize(
    ("kind", "headers", "fields"),
    [*(["orders", *row] for row in rows(ORDERS)), *(["milestones", *row] for row in rows(MILESTONES))],
)
def test_what_a_header_of_another_table_is_taken_for(kind: str, headers: str, fields: str) -> None:
    assert taken_for(kind, headers.split(" | ")) == fields.split(" | ")


def test_a_column_has_one_meaning_though_its_place_gave_it_another() -> None:
    found = recognise("customers", ["Name", "Street", "Nr", "City"])
    assert (found.fields, found.addresses) == ({"name": 0}, {"": {"street": 1, "house_number": 2, "city": 3}})
    assert found.understood == 4


@pytest.mark.parametrize(
    ("header", "field"),
    [("Lessons", "orders"), ("Client Bookings", "orders"), ("Lesson", ""), ("Client Booking", ""), ("Purchase", "")],
)
def test_how_often_somebody_came_is_said_by_many(header: str, field: str) -> None:
    assert recognise("customers", ["Name", header]).taken_for().get(1, "") == field


@pytest.mark.parametrize(
    ("kind", "header", "is_known"),
    [
        ("customers", "First Name", True),
        ("customers", "Spouse Email", True),
        ("customers", "Spouse Phone", False),  # known, and nothing of the customer
        ("customers", "Tags", True),
        ("customers", "Gate Code", False),
        ("orders", "Order Date", True),
        ("orders", "Gate Code", False),
    ],
)
def test_whether_a_header_is_understood(kind: str, header: str, is_known: bool) -> None:
    assert recognised(kind, header) is is_known
