"""Who is greeted, how, and what stands on the envelope."""

from dataclasses import replace

import pytest

from notes.customers import Customer, CustomerId
from notes.picking.picks import Pick
from notes.problems import Place
from notes.settings import Business, Settings
from notes.wording.salutations import envelope_name, salutation, sign_off


def customer(**values):
    return Customer(place=Place("customers.xlsx"), customer_id=CustomerId("1"), **({"name": ""} | values))


def pick(*people):
    return Pick(customer=people[0], with_people=people[1:])


ROSA = customer(name="Rosa Kern", first_name="Rosa", last_name="Kern", dear="Rosa", envelope="Ms. Rosa Kern")
HAL = customer(name="Hal Kern", first_name="Hal", last_name="Kern", dear="Hal", envelope="Hal Kern")
IDA = customer(name="Ida Vance", first_name="Ida", last_name="Vance", dear="Ida", envelope="Ida Vance")


@pytest.mark.parametrize(
    ("people", "language", "line"),
    [
        ([ROSA], "en", "Dear Rosa,"),
        ([ROSA, HAL], "en", "Dear Rosa and Hal,"),
        ([ROSA, HAL, IDA], "en", "Dear Rosa, Hal and Ida,"),
        ([customer(dear="Dr. Pell")], "en", "Dear Dr. Pell,"),
        ([customer(dear="Hello Bart")], "en", "Hello Bart,"),
        ([customer(dear="Mr. and Mrs. Jones")], "en", "Dear Mr. and Mrs. Jones,"),
        ([customer(name="Pelé")], "en", "Dear Pelé,"),
        ([customer(name="毛泽东", dear="毛泽东")], "en", "Dear 毛泽东,"),
        ([customer(name="Oak Ltd", company="Oak Ltd")], "en", "Dear all at Oak Ltd,"),
        ([customer(name="Oak Ltd", company="Oak Ltd", first_name="Ida")], "en", "Dear Ida,"),
        ([customer(name=" ")], "en", ""),
        ([customer(name="—", dear=",")], "en", ""),
        ([ROSA], "de", "Guten Tag Rosa Kern,"),
        ([customer(first_name="Rosa", last_name="Kern", title="Frau")], "de", "Liebe Frau Kern,"),
        ([customer(first_name="Hal", last_name="Kern", title="Mr.")], "de", "Lieber Herr Kern,"),
        ([customer(dear="Frau Kern")], "de", "Liebe Frau Kern,"),
        ([customer(dear="Liebe Rosa")], "de", "Liebe Rosa,"),
        ([ROSA, HAL], "de", "Guten Tag Rosa und Hal,"),
        ([customer(dear="Madame Petit")], "fr", "Chère Madame Petit,"),
        ([ROSA], "fr", "Bonjour Rosa,"),
        ([ROSA], "es", "Hola, Rosa:"),
        ([customer(first_name="Luis", last_name="Gil", title="Sr.")], "es", "Estimado señor Gil:"),
    ],
)
def test_the_greeting(people, language, line):
    assert salutation(pick(*people), language) == line


@pytest.mark.parametrize(
    ("occasion", "partner", "line"),
    [
        ("wedding-anniversary", "Carol", "Dear Rosa and Carol,"),
        ("birthday", "Carol", "Dear Rosa,"),
        ("wedding-anniversary", "ex-husband Rob", "Dear Rosa,"),
        ("wedding-anniversary", "her wife", "Dear Rosa,"),
        ("wedding-anniversary", "NH", "Dear Rosa,"),
    ],
)
def test_a_wedding_anniversary_greets_the_partner_who_is_named(occasion, partner, line):
    who = replace(ROSA, details={"partner": partner})
    assert salutation(replace(pick(who), occasion=occasion), "en") == line


def test_a_family_name_stands_once_on_the_envelope():
    assert envelope_name(pick(ROSA), "en") == "Ms. Rosa Kern"
    assert envelope_name(pick(ROSA, HAL), "en") == "Rosa and Hal Kern"
    assert envelope_name(pick(ROSA, IDA), "en") == "Ms. Rosa Kern and Ida Vance"


def test_the_sign_off_is_in_the_language_of_the_note():
    assert sign_off(Settings(business=Business(sign_off="Yours,")), "en") == "Yours,"
    assert sign_off(Settings(business=Business(sign_off="Yours,")), "de") == "Herzliche Grüße"
    assert sign_off(Settings(business=Business(language="de")), "de") == "Herzliche Grüße"
    assert sign_off(Settings(business=Business(language="de", sign_off="Bis bald")), "de") == "Bis bald"


@pytest.mark.parametrize(
    ("values", "line", "envelope"),
    [
        ({"name": "Mike Oak / Deb Oak", "dear": "Mike Oak / Deb Oak"}, "Dear Mike and Deb,", "Mike and Deb Oak"),
        ({"name": "Mike/Deb Oak", "dear": "Mike"}, "Dear Mike and Deb,", "Mike and Deb Oak"),
        (
            {"name": "Mike Oak / Deb Fir", "dear": "Mike", "envelope": "Mike Oak / Deb Fir"},
            "Dear Mike and Deb,",
            "Mike Oak and Deb Fir",
        ),
        ({"name": "Mike Oak / Deb Oak", "envelope": "The Oaks"}, "Dear Mike and Deb,", "The Oaks"),
        # What somebody chose stays, and nobody is greeted by an initial or a number.
        ({"name": "Mike / Deb Oak", "dear": "Micky"}, "Dear Micky,", "Mike and Deb Oak"),
        ({"name": "M / Deb Oak", "dear": "M / Deb Oak"}, "Dear M / Deb Oak,", "M and Deb Oak"),
        ({"name": "Mike Oak/", "dear": "Mike"}, "Dear Mike,", "Mike Oak/"),
        ({"name": "Mike / 7", "dear": "Mike"}, "Dear Mike,", "Mike / 7"),
        ({"name": "Mike / Deb Oak", "company": "Oak Ltd", "dear": "Mike"}, "Dear Mike,", "Mike / Deb Oak"),
        ({"name": "S and L", "dear": "S and L"}, "", "S and L"),
        ({"name": "Rosa Kern", "dear": "Rosa,"}, "Dear Rosa,", "Rosa Kern"),
        ({"name": "Rosa Kern", "first_name": "Rosa"}, "Dear Rosa,", "Rosa Kern"),
    ],
)
def test_two_people_of_one_cell_are_both_greeted(values, line, envelope):
    one = pick(customer(**values))
    assert (salutation(one, "en"), envelope_name(one, "en")) == (line, envelope)
