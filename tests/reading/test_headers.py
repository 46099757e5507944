"""Headers: every ordinary pair of whose a column is and what it holds is understood, however it is joined."""

from itertools import product

import pytest

from notes.reading.tables.columns import Columns, recognise

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
