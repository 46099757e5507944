"""What a header can mean, the likeliest first.

A listed name stands without a number; behind the others is how far they stand behind one. “?” is what a column may hold
whose cells cannot be what its name says, @ the group of an address, in capitals whose it is if not the customer’s.
"""

import pytest

from notes.reading.tables.meanings import Meaning, known_fields, meanings, without_year

OF_CUSTOMERS = """
Name                    => name email=600? customer_id=600? name email=1600? customer_id=1600?
First Name              => first_name first_name
Client                  => display_name customer_id=600? email=600? mail_ok=600? display_name customer_id=1600? \
email=1600? mail_ok=1600?
Member                  => display_name=300 customer_id=600? email=600? mail_ok=600?
Spouse Name             => partner partner
Spouse First Name       => second_first_name=300
Spouse Birthday         => second_birthday=300
Spouse Phone            => SECOND=300
Spouse City             => SECOND=300
Child Birthday          => CHILD=300
Son/Daughter            => child=300
Name of dau. or son     => child=300
Dog Name                => ANIMAL=300
Emergency Contact Phone => OTHER=300
Parent Email            => email=320
Student Name            => name=320 email=600? customer_id=600?
Patient DOB             => birthday=320 birth_day=600?
Notes / remarks         => notes=380
Notes (private)         => notes
Street                  => street@ email=600? street@ email=1600?
Address 1&2             => street@=300
Address 7               =>
Address number          =>
Address (City)          => city@ city@=300 street@ email=1600?
Address (full)          => whole@=300 street@ email=1600?
Full Address            => whole@ whole@=300 whole@
City / Town             => city@ city@=300 city@
Location                => street@=300
Location name           =>
1                       =>
Mail To                 => envelope street@=600? envelope street@=1600?
Bill To 1               => street@bill to=300
Ship 1                  =>
Billing Street          => street@billing email=600? street@billing email=1600?
Billing Address Line 2  => street_2@billing street_2@billing=300 street_2@billing
Postal Street           => street@postal email=600? street@postal email=1600?
PO St                   => postal_code@ street@po=300 house_number@=600? postal_code@ house_number@=1600?
Zip Code - Home         => postal_code@home=300
Home Name               => name=560 email=600? customer_id=600? recipient@home
Work Name               =>
Visits                  => orders last_purchase=600? total_spent=600? orders last_purchase=1600? total_spent=1600?
Total Visits            => orders=300 last_purchase=600? total_spent=600?
Company                 => company customer_id=600? company customer_id=1600?
Contact                 => contact email=600? phone=600? contact email=1600? phone=1600?
Sales 2025              => total_spent=7975
Sales 2024              => total_spent=7976
Sales 2024 2025         =>
Card 2025               =>
Shoe size               =>
"""
OF_ORDERS = """
Order          => order_id order_id=325 item=600 order_id=601 order_id
Customer       => name name=300 email=600? customer_id=600? name email=1600? customer_id=1600?
Member Name    => name=101 name=322 email=600? customer_id=600? name=1101 email=1600? customer_id=1600?
Visit          => day=352 item=600 order_id=601
Visit Total    => amount=300
Booking Date   => day day=300 day=322 day
Staff          => STAFF=300
Billing City   =>
Name (x)       => name email=1600? customer_id=1600?
"""


def said(one: Meaning) -> str:
    name = f"{one.name or one.whose.name}{'' if one.group is None else f'@{one.group}'}"
    is_listed = one.rank % 1000 < 100 and one.rank < 2000
    return f"{name}{'' if is_listed else f'={one.rank}'}{'?' * one.instead}"


@pytest.mark.parametrize(
    ("kind", "line"),
    [("customers", line) for line in OF_CUSTOMERS.strip().splitlines()]
    + [("orders", line) for line in OF_ORDERS.strip().splitlines()],
)
def test_what_a_header_can_mean(kind: str, line: str) -> None:
    header, _, expected = (part.strip() for part in line.partition("=>"))
    assert " ".join(map(said, meanings(kind, header))) == expected


def test_what_is_known_and_left_aside_has_its_reason() -> None:
    found = {(one.name, one.aside) for one in meanings("customers", "Open Balance")}
    assert found == {("It is what they owe, not what they bought.", True)}


def test_the_fields_that_the_settings_may_name() -> None:
    assert {"name", "birthday", "street", "whole", "town_line"} <= {*known_fields()}
    assert {"day", "amount"} <= {*known_fields("orders")} and "street" not in known_fields("orders")
    assert len(known_fields()) == len({*known_fields()})
    assert without_year("Sales 2024") == "Sales "
