"""Habits of offices, each by its kind: footnotes, legends, months as headings, ticks, numbers of houses, torn files."""

import pytest
from offices import about, only, read_csv, read_workbook

from notes.language.lexicon import Kind
from notes.problems import Unusable

HEAD = "Name,Street,City,State,Zip"
ROSA = "Rosa Holm,1 Elm St,Akron,OH,44301"


def test_footnotes_and_legends_below_a_list_are_nobody(tmp_path):
    head = ["Surname", "Who", "Street", "City", "Zip", "Xmas 25"]
    rows = [["Holm*", "Rosa", "1 Elm St", "Akron", "44301", "x"], ["Berg", "Ida", "2 Elm St", "Akron", "44301", "o"]]
    below = [["* John to ring Rosa about the deposit"], ["x = sent", "o = had one from them"]]
    book = read_workbook(tmp_path / "customers.xlsx", Cards=[head, *rows, *below])
    assert [one.envelope for one in book.customers] == ["Rosa Holm", "Ida Berg"]


def test_months_above_those_who_were_born_in_them_are_headings(tmp_path):
    def person(name: str) -> list[object]:
        return [name, "1 Elm St", "Akron", "OH", "44301"]

    rows = [["Name", "Street", "City", "State", "Zip"], ["April"], person("Rosa Holm"), ["May"], person("Ida Berg")]
    book = read_workbook(tmp_path / "customers.xlsx", Birthdays=rows)
    assert [one.name for one in book.customers] == ["Rosa Holm", "Ida Berg"]


def test_a_tick_says_which_of_two_addresses_is_for_the_mail():
    address = "Address_{0} Street,Address_{0} City,Address_{0} State,Address_{0} Zip,Address_{0} Billing?"
    book = read_csv(
        f"Name,{address.format(1)},{address.format(2)}\n"
        "Rosa Holm,9 Rental St,Akron,OH,44301,No,1 Elm St,Kent,OH,44240,Yes\n"
        "Ida Berg,2 Elm St,Akron,OH,44301,Yes,9 Site Rd,Kent,OH,44240,No\n"
    )
    assert [one.address.lines for one in book.customers] == [("1 Elm St",), ("2 Elm St",)]


@pytest.mark.parametrize(("header", "line"), [("Hausnr.", "Gartenweg 9 a"), ("House no", "9 a Gartenweg")])
def test_the_language_of_the_header_shows_on_which_side_the_number_stands(header: str, line: str):
    book = read_csv(f"Name,Straße,{header},PLZ,Ort\nRosa Holm,Gartenweg,9 a,04435,Schkeuditz\n")
    assert only(book).address.lines == (line,)


def test_what_is_said_of_a_relative_beside_the_street_is_not_on_the_envelope():
    book = read_csv(
        f"{HEAD}\nRosa Holm,52 Orchard Ct (mom Carla),Akron,OH,44301\nIda Berg,1 Elm (rear),Akron,OH,44301\n"
    )
    assert [one.address.lines for one in book.customers] == [("52 Orchard Ct",), ("1 Elm (rear)",)]
    assert about(book, "“mom Carla” beside the street").place.cell == "B2"


def test_who_is_no_client_gets_no_card():
    book = read_csv(f"{HEAD},Is Client\n{ROSA},Yes\n{ROSA.replace('Rosa Holm', 'Curt Radley')},No\n")
    assert [[hold.kind for hold in one.holds] for one in book.customers] == [[], [Kind.CLOSED]]


def test_the_end_of_a_year_is_not_that_of_a_customer():
    book = read_csv(f"{HEAD},Yr end\n{ROSA},31 Mar\n{ROSA.replace('Rosa', 'Ida')},5 Apr\n")
    assert not any(one.holds for one in book.customers)


def test_two_names_for_the_first_name_are_of_one_person():
    book = read_csv("Given Name,First Name,Last Name,Street,City\nRobert,Bob,Tillery,1 Elm St,Akron\n")
    assert only(book).last_name == "Tillery"


def test_a_birthday_beside_children_and_dogs_is_the_customers_own():
    book = read_csv(f"{HEAD},Kids / dogs,Bday\n{ROSA},dog Biscuit,Dec 8\n")
    assert (str(only(book).birthday), only(book).holds) == ("--12-08", ())


def test_the_cell_is_told_that_has_no_town():
    book = read_csv(f"Name,Mailing Address,City,State,Zip\n{ROSA}\nJean Lee,FULL TIMER,,,\n")
    assert about(book, "Jean Lee has no town").place.cell == "B3"


def test_a_torn_file_is_told_with_its_row():
    with pytest.raises(Unusable) as refused:
        read_csv(f"{HEAD}\n{ROSA}\nIda \0\0\0\0")
    assert "from row 3 on it has empty bytes" in refused.value.problems[0].message


def test_a_deal_that_closed_is_no_account_that_did():
    book = read_csv(f"{HEAD},Closed,Deal\n{ROSA},5/20/2022,bought\n{ROSA.replace('Rosa', 'Ida')},3/8/2019,bought\n")
    assert not any(one.holds for one in book.customers)


def test_the_day_since_which_somebody_comes_is_that_of_the_first_purchase():
    book = read_csv(f"{HEAD},Coming in since\n{ROSA},2013-03-09\n")
    assert str(book.customers[0].first_purchase) == "2013-03-09"


def test_a_round_that_goes_by_its_streets(tmp_path):
    head = ["No", "Name", "Town", "Mon", "Wed"]
    rows = [["BECK LANE"], [4, "Ida Berg", "Kent", 1, 2], ["CHAPEL TERRACE"], ["12a", "Otto Hale", "Kent", 1, 2]]
    book = read_workbook(tmp_path / "customers.xlsx", Round=[head, *rows])
    assert [one.address.lines for one in book.customers] == [("4 Beck Lane",), ("12a Chapel Terrace",)]


@pytest.mark.parametrize("name", ["Ottoline Krebs", "The Hendersons (Mike, Sarah, Tom & Ella)"])
def test_a_name_is_no_news(name: str):
    assert not only(read_csv(f'{HEAD}\n"{name}",1 Elm St,Akron,OH,44301\n')).holds


@pytest.mark.parametrize(
    ("row", "dear"),
    [
        ("Fam.,,Schubert", "Familie Schubert"),
        ("Familie,Petra und Uwe,Sommer", "Petra and Uwe"),
        ("Herr,Jan,Visser", "Jan"),
    ],
)
def test_a_family_where_a_title_may_stand_is_greeted_with_its_name(row: str, dear: str):
    assert only(read_csv(f"Anrede,Vorname,Name,Straße,PLZ,Ort\n{row},Am Anger 5,99084,Erfurt\n")).dear == dear


def test_who_only_supplies_the_business_is_no_customer():
    book = read_csv(f"{HEAD},ID/Status\n{ROSA},Customer\n{ROSA.replace('Rosa Holm', 'Phil Grady')},Vendor\n")
    assert [[hold.kind for hold in one.holds] for one in book.customers] == [[], [Kind.CLOSED]]


def test_the_second_tenant_shares_the_plot():
    book = read_csv("Tenant,2nd tenant,Address,Town\nDerek Pugh,Wendy Pugh,3 Finkle Row,Skelderby\n")
    assert only(book).dear == "Derek and Wendy"


def test_the_human_of_a_pet_is_the_customer():
    book = read_csv(
        "Human(s),Pups,Mailing,City,State,Zip,First groom,Human b-day\n"
        "Rosa Holm,Rex,1 Elm St,Akron,OH,44301,4/11/19,12/17\n"
    )
    assert (str(only(book).birthday), str(only(book).first_purchase)) == ("--12-17", "2019-04-11")


def test_house_and_road_are_the_street():
    book = read_csv('Client,House & road,Village,Post code\nRosa Holm,"Windward, Cliff Road","Combe, Devon",EX99 9ZB\n')
    assert only(book).address.lines == ("Windward, Cliff Road",)


COUPLES = [
    ("HUTCHINS, Don & Gayle", "Don and Gayle"),
    ("Hutchins, Gayle & Don", "Gayle and Don"),
    ("Don & Gayle Hutchins", "Don and Gayle"),
    ("Gen & Tom Fox", "Gen and Tom"),
    ("Dr. & Mrs. Tom Fox", "Dr. & Mrs. Fox"),
    ("Cantrell, Bobby Ray", "Bobby Ray"),
]


@pytest.mark.parametrize(("name", "dear"), COUPLES)
def test_a_title_that_is_a_first_name_is_one_where_no_other_follows(name: str, dear: str):
    book = read_csv(f'Name,Street,City,State,Zip\n"{name}",1 Elm St,Akron,OH,44301\n')
    assert only(book).dear == dear


@pytest.mark.parametrize(
    ("header", "answers", "is_held"),
    [
        ("Donor", "no,no,no", False),
        ("Prospect", "FALSE,FALSE,TRUE", False),
        ("Lead", "no,no,yes", False),
        ("Customer", "no,yes,yes", True),
    ],
)
def test_a_tick_that_none_has_or_that_names_no_customer_yet_refuses_no_cards(header: str, answers: str, is_held: bool):
    names = ("Rosa", "Ida", "Nils")
    rows = [f"{name} Holm,1 Elm St,Akron,OH,44301,{one}" for name, one in zip(names, answers.split(","), strict=True)]
    book = read_csv("\n".join([f"{HEAD},{header}", *rows]))
    assert [bool(one.holds) for one in book.customers] == [is_held, False, False]


@pytest.mark.parametrize(("code", "is_held"), [("NR18 9JW", False), ("NR18 9JW deceased", True)])
def test_letters_of_a_postal_code_say_nothing(code: str, is_held: bool):
    customer = only(read_csv(f"Name,Street,Town,Postcode\nRosa Holm,3 Back Lane,Wymondham,{code}\n", country="GB"))
    assert bool(customer.holds) is is_held


def test_his_and_her_birthday_are_of_whoever_the_row_names():
    book = read_csv(f"{HEAD},His B-day,Her B-day\n{ROSA},,12/09\nSkip Berg,2 Elm St,Akron,OH,44301,12/16,\n")
    assert [str(one.birthday) for one in book.customers] == ["--12-09", "--12-16"]


def test_a_birthday_of_1885_has_no_year_and_how_many_there_are_is_nobody():
    book = read_csv(f"{HEAD},Birthdate\n{ROSA},12/15/1885\nSites rented: 6,,,,,\n")
    assert str(only(book).birthday) == "--12-15"


@pytest.mark.parametrize(
    ("header", "value", "field", "expected"),
    [
        ("CFD[Customer since]", "2021-12-04", "first_purchase", "2021-12-04"),
        ("Anz. Rechnungen", "6", "orders", "6"),
    ],
)
def test_headers_with_a_tag_around_them_or_a_shortened_count(header: str, value: str, field: str, expected: str):
    assert str(getattr(only(read_csv(f"{HEAD},{header}\n{ROSA},{value}\n")), field)) == expected


@pytest.mark.parametrize(("text", "kind"), [("No mail; E-mail OK", Kind.REFUSAL), ("No mail; mail ok now", None)])
def test_leave_to_send_an_email_is_none_to_send_a_letter(text: str, kind: Kind | None):
    customer = only(read_csv(f"{HEAD},Communication Tags\n{ROSA},{text}\n"))
    assert [one.kind for one in customer.holds] == ([kind] if kind else [])
