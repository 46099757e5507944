"""Rows that are nobody, people who are no customers, and codes that the sheet explains itself."""

import pytest
from offices import about, only, read_csv


def names(text: str) -> list[str]:
    return [one.name for one in read_csv(text).customers]


def test_what_stands_at_the_head_and_foot_of_every_page_of_a_report_is_nobody():
    text = """
        Tire & Auto,,,
        CUSTOMER LIST,,,Run 11/24/2026 Page 1
        Name,Street,City,Zip
        Ann Lee,1 Elm,Akron,44301
        Tire & Auto,,,
        CUSTOMER LIST,,,Run 11/24/2026 Page 2
        Name,Street,City,Zip
        Bo Ray,2 Elm,Akron,44301
        Total customers: 2,,,
        *** END OF REPORT ***,,,
        ,,,4110.50
        """
    assert names(text) == ["Ann Lee", "Bo Ray"]
    assert "row 5, 6, 7, 9, 10, 11 (" in about(read_csv(text), "left out").message


@pytest.mark.parametrize("last", ["Nombre de clients : 9", "Anzahl der Kunden: 9", "Number of customers 9"])
def test_a_count_at_the_end_is_nobody(last: str):
    assert names(f"Name,Street,City\nAnn Lee,1 Elm,Akron\n{last},,\n") == ["Ann Lee"]


def test_somebody_of_whom_only_the_name_is_known_stays():
    assert names("Name,Street,City\nAnn Lee,1 Elm,Akron\nBo Ray,,\n") == ["Ann Lee", "Bo Ray"]


def test_codes_mean_what_a_row_of_the_sheet_says():
    book = read_csv("""
        Name,Street,City,Codes
        Ann Lee,1 Elm,Akron,R
        Bo Ray,2 Elm,Akron,"R, NM"
        Cy Moe,3 Elm,Akron,DEC
        Codes: R=Reminders  NM=No mailings  DEC=Client deceased,,,
        """)
    assert [[hold.kind.value for hold in one.holds] for one in book.customers] == [[], ["refusal"], ["death"]]
    assert book.customers[1].holds[0].quote == "R, NM"


def test_without_a_row_that_explains_them_codes_mean_nothing():
    assert only(read_csv("Name,Street,City,Codes\nCy Moe,3 Elm,Akron,R\n")).holds == ()


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Contact Type", "Vendor"),
        ("Role in Matter", "Opposing Party"),
        ("Tipo de contacto", "Proveedor"),
        ("Kategorie", "Lieferant"),
        ("Type", "Employee"),
    ],
)
def test_no_card_goes_to_who_is_no_customer(header: str, role: str):
    book = read_csv(f"Name,Street,City,{header}\nAnn Lee,1 Elm,Akron,Client\nBo Ray,2 Elm,Akron,{role}\n")
    assert [bool(one.holds) for one in book.customers] == [False, True]


def test_where_all_have_one_role_it_says_nothing():
    assert not only(read_csv("Name,Street,City,Type\nAnn Lee,1 Elm,Akron,Vendor\n")).holds


def test_a_job_that_is_closed_says_nothing_of_the_customer():
    assert not only(read_csv("Name,Street,City,Matters\nAnn Lee,1 Elm,Akron,00112-Lee (Closed)\n")).holds


def test_an_animal_that_has_died_is_not_the_customer():
    book = read_csv("Last Name,First Name,City,Patient,Species,Deceased\nLee,Ann,Akron,Max,Canine,D 06-11-25\n")
    assert [hold.is_of_the_dead for hold in only(book).holds] == [False]


@pytest.mark.parametrize("filler", ["none@none.com", "noemail@example.com", "na@na.com", "x@noemail.com"])
def test_an_e_mail_that_only_fills_the_field_is_nobodys(filler: str):
    book = read_csv(f"Name,Email\nAnn Lee,{filler}\nBo Ray,{filler}\nCy Moe,cy@example.com\n")
    assert [one.email for one in book.customers] == ["", "", "cy@example.com"]
    assert "(2 rows)" in about(book, filler).message


@pytest.mark.parametrize(
    ("header", "cell", "who"),
    [
        ("Referred By", "Rosa Holm", "Rosa Holm"),
        ("Referral Source", "Friend - Rosa Holm", "Rosa Holm"),
        ("Lead Source", "Referral: Rosa Holm", "Rosa Holm"),
        ("How did you hear of us?", "Referral (Rosa Holm)", "Rosa Holm"),
        ("Lead Source", "Google", ""),
    ],
)
def test_who_sent_somebody_is_found_where_it_stands(header: str, cell: str, who: str):
    book = read_csv(f"Name,City,{header}\nAnn Lee,Akron,{cell}\nBo Ray,Akron,Instagram\n")
    assert book.customers[0].referred_by == who


@pytest.mark.parametrize(
    ("text", "dear", "last"),
    [
        ('Name,Preferred Name,City\n"Lee, Denise R",Dee,Akron\n', "Dee", "Lee"),
        ("Nombre,Ciudad\nMaría José Fernández Ruiz,Madrid\n", "María José", "Fernández Ruiz"),
        ("Nombre,Ciudad\nManuel Ortega Gil,Madrid\n", "Manuel", "Ortega Gil"),
        ("Nombre,Ciudad\nDª Carmen de la Torre Vda. de Lozano,Madrid\n", "Carmen", "de la Torre"),
        ("Nom,Prénom,Nom (contact)\nLEFÈVRE Odile,Odile,LEFÈVRE\n", "Odile", "Lefèvre"),
        ("Name,Dear,City\nSelin Öztürk,Sehr geehrte Frau Öztürk,Akron\n", "Frau Öztürk", "Öztürk"),
        ("First Name,City\nRosa Holm,Akron\nIda Berg,Kent\n", "Rosa", "Holm"),
        ("Name,City\nRosa Holm & Bo Holm,Akron\n", "Rosa and Bo", "Holm"),
        ("Voornaam,Tussenvoegsel,Achternaam\nJan,de,Vries\n", "Jan", "de Vries"),
        ("Vorname,Namensvorsatz,Nachname\nKarl,von,Trotha\n", "Karl", "von Trotha"),
        ('Name,City\n"HOLM, JAN JR",Akron\n', "Jan", "Holm"),
        ('Name,City\n"VAN HORN, PEGGY",Akron\n', "Peggy", "Van Horn"),
    ],
)
def test_whom_a_card_greets(text: str, dear: str, last: str):
    first = read_csv(text).customers[0]
    assert (first.dear, first.last_name) == (dear, last)


def test_a_title_of_address_is_found_beside_the_title_of_the_job():
    assert only(read_csv("Prefix,First Name,Last Name,Title\nMs.,Ann,Lee,Director\n")).title == "Ms."


def test_a_dollar_total_of_payments_is_no_number_of_them():
    one = only(read_csv("Name;City;Total Payments (EUR)\nAnn Lee;Akron;4.620,00\n"))
    assert (str(one.total_spent), one.currency, one.orders) == ("4620.00", "EUR", None)
    assert only(read_csv("Name,City,# of Visits\nAnn Lee,Akron,12\n")).orders == 12


def test_an_office_in_the_column_of_last_names_is_one():
    assert (
        only(read_csv("Last Name,First Name,City\nKandi County Sheriff,,Willmar\n")).company == "Kandi County Sheriff"
    )


def test_a_column_of_sources_is_looked_at_for_what_speaks_against_a_card():
    text = "Name,City,Lead Source\nAnn Lee,Akron,do not contact\nBo Ray,Akron,Referral: Rosa Holm\n"
    assert [bool(one.holds) for one in read_csv(text).customers] == [True, False]


@pytest.mark.parametrize("name", ["Lund, Arvid (+2024) & Inga", "Arvid (†) & Inga Lund", "Inga & Arvid (dec'd) Lund"])
def test_of_a_couple_only_who_lives_is_greeted(name: str):
    one = only(read_csv(f'Name,City\n"{name}",Akron\n'))
    assert (one.dear, one.envelope) == ("Inga", "Inga Lund")


def test_at_a_firm_the_contact_is_greeted():
    one = only(read_csv("Name,Contact Name,City\nMorgan & Vale Solicitors,Miss C Vale,Ledbury\n"))
    assert (one.dear, one.company) == ("Miss Vale", "Morgan & Vale Solicitors")


def test_when_a_record_was_made_says_nothing_of_a_death():
    assert not only(read_csv("Name,City,Created Time\nAnn Lee,Akron,2020-12-01 09:00:00\n")).holds


def test_one_column_with_two_words_for_the_code_belongs_to_the_address():
    one = only(read_csv("Name,Address Line 1,City,postal_code/zip_code\nAnn Lee,1 Elm,Akron,44301\n"))
    assert one.address.postal_code == "44301"


@pytest.mark.parametrize("kind", ["Organization", "Company", "Entreprise", "Firma"])
def test_a_column_of_types_tells_a_firm(kind: str):
    book = read_csv(f"Name,City,Contact Type\nRotary Club,Kent,{kind}\nRosa Holm,Akron,Individual\n")
    assert [(one.company, one.dear) for one in book.customers] == [("Rotary Club", ""), ("", "Rosa")]


@pytest.mark.parametrize(
    ("countries", "born"),
    [
        (("NL", "Nederland"), "1961-03-12"),
        (("D", "F"), "1961-03-12"),
        (("US", "US"), "1961-12-03"),
        (("NL", "US"), None),
    ],
)
def test_where_all_live_in_countries_that_put_the_day_first_dates_are_read_so(countries: tuple[str, str], born: str):
    rows = "".join(f"Ann Lee,1 Str,Ort,{country},12/03/1961\n" for country in countries)
    read = read_csv("Name,Street,City,Country,Birthday\n" + rows)
    assert (str(read.customers[0].birthday) if read.customers[0].birthday else None) == born
    assert read.questions == (born is None)


def test_the_owner_of_an_account_is_not_the_customer():
    book = read_csv("Account,Contact,City,Owner\nHajoca Corp,Dana Ruiz,Akron,Bob\nOak Dental,Ann Lee,Kent,Bob\n")
    assert [(one.dear, one.company) for one in book.customers] == [("Dana", "Hajoca Corp"), ("Ann", "Oak Dental")]


def test_an_owner_who_is_the_customer_is_one():
    assert only(read_csv("Owner,City,Pet,Species\nRosa Holm,Akron,Max,Dog\n")).dear == "Rosa"


@pytest.mark.parametrize("town", ["Kent, OH 44240", "Durham, NC 27701"])
def test_a_town_that_has_the_name_of_a_county_is_a_town(town: str):
    one = only(read_csv(f'Name,Address\nRosa Holm,"5 Oak Ave, {town}"\n'))
    assert (one.address.lines, one.address.city) == (("5 Oak Ave",), town.partition(",")[0])
