"""Tables in the manner of programs of several countries: what their columns, names and dates are."""

from datetime import date

import pytest
from offices import read_csv

from notes.customers import Address


def customers(text: str):
    return read_csv(text).customers


def test_last_names_with_initials_behind_them_and_a_column_of_titles():
    ruth, both = customers("""
        Client Code,Client Name,Title,Addr Line 1,Post Town,Post Code
        AMP01,Ampleforth R,Mrs,4 Mill Lane,Malton,YO17 7HT
        DYS02,Dyson P & J,Mr & Mrs,9 Castlegate,Malton,YO17 7DP
        """)
    assert (ruth.dear, ruth.envelope) == ("Mrs Ampleforth", "Mrs R Ampleforth")
    assert (both.dear, both.envelope) == ("Mr & Mrs Dyson", "Mr & Mrs P & J Dyson")


def test_first_names_with_an_initial_behind_them_stay_as_they_are():
    assert [one.dear for one in customers("Name,City\nRosa H,Akron\nBen T,Akron\nUna K.,Akron")] == [
        "Rosa",
        "Ben",
        "Una",
    ]


def test_jobs_of_one_customer_are_one_customer_with_the_name_of_the_contact():
    shirley, kev = customers("""
        Job,Client,Contact,Site Address,Suburb,State,PC,Postal Address,Postal Suburb,Postal State,Postal PC,Invoiced,On
        J101,Barlow S,Shirley Barlow,4 Mill St,Bendigo,VIC,3550,PO Box 9,Bendigo,VIC,3552,1150,12/03/2026
        J102,Greenleaf P/L,Kev O'Dea,7/22 View St,Bendigo,VIC,3550,,,,,800,13/04/2026
        J103,Barlow S,Shirley Barlow,4 Mill St,Bendigo,VIC,3550,PO Box 9,Bendigo,VIC,3552,300,14/05/2026
        """)
    assert (shirley.dear, shirley.orders, str(shirley.total_spent)) == ("Shirley", 2, "1450.00")
    assert shirley.address == Address(("PO Box 9",), "Bendigo", "VIC", "3552", "AU")
    assert (kev.dear, kev.company, kev.address.lines) == ("Kev", "Greenleaf P/L", ("7/22 View St",))


def test_a_house_with_a_name_stands_above_its_street():
    forge, four = customers("""
        Forename,Surname,House,Street,Townland,Post Town,Co,Eircode
        Aoife,Ní Bhriain,The Forge,,Kilcolgan,Oranmore,Galway,H91 KP20
        Seán,Walsh,4,Cois Abhann,,Oranmore,Galway,H91 X2F7
        """)
    assert forge.address == Address(("The Forge", "Kilcolgan"), "Oranmore", "Galway", "H91 KP20", "IE")
    assert four.address.lines == ("4 Cois Abhann",)


@pytest.mark.parametrize(
    ("headers", "row", "birthday"),
    [
        ("Name,Street,City,Eircode,DOB", "Una Dell,1 Elm,Ely,H91 X2F7,12/05/1981", "1981-05-12"),
        ("Name,Street,City,Postcode,DOB", "Una Dell,1 Elm,Ely,YO17 7HT,12/05/1981", "1981-05-12"),
        ("Nombre,Dirección,C.P.,Población,F. Nac.", "Ana Ruiz,C/ Mayor 1,28013,Madrid,12/05/1981", "1981-05-12"),
        ("Nom,Adresse,CP,Ville,Date naiss.", "Claire Martin,1 rue A,67000,Metz,12/05/1981", "1981-05-12"),
        ("Name,Straße,PLZ,Ort,Geb.", "Anna Weiß,Weg 1,20099,Hamburg,12/05/1981", "1981-05-12"),
        ("Name,Street,City,ZIP,DOB", "Una Dell,1 Elm,Ely,44301,12/05/1981", "None"),  # it is asked about
        ("Nombre,Street,City,State,ZIP,F. Nac.", "Una Dell,1 Elm,Ely,OH,44301,12/05/1981", "None"),
        ("Name,Street,City,ZIP,BDay", "Una Dell,1 Elm,Ely,44301,051361", "1961-05-13"),
        ("Name,Street,City,ZIP,BDay", "Una Dell,1 Elm,Ely,44301,13051961", "1961-05-13"),
    ],
)
def test_the_order_of_a_date_by_the_country_or_the_language_of_its_table(headers, row, birthday):
    (customer,) = customers(f"{headers}\n{row}")
    assert str(customer.birthday) == birthday


def test_the_short_headers_of_old_programs():
    (frank,) = customers("""
        LName,FName,MI,Sfx,Addr,Apt,City,St,Zip5,Zip4,BDay,Tot$,LastSvc
        O'BRIEN,FRANK,,Jr,8 OAK AVE,2,AKRON,OH,44302,1234,123140,$950,09/30/26
        """)
    assert (frank.envelope, frank.address.postal_code, frank.last_purchase) == (
        "Frank O'Brien Jr",
        "44302-1234",
        date(2026, 9, 30),
    )


def test_the_number_of_a_booking_is_not_that_of_a_customer():
    heather, tom = customers("""
        Booking ID,Status,Created,Customer,Email,Address,City,Region,Postal/Zip,Country,Start Date,Total
        JF-1,PAID,2021-12-03,Heather Muirhead,h@example.ca,2 Beach Dr,Victoria,BC,V8V 1A1,CA,2022-06-01,3045.00
        JF-3,PAID,2022-12-03,Heather Muirhead,h@example.ca,2 Beach Dr,Victoria,BC,V8V 1A1,CA,2023-06-01,1680.00
        JF-4,VOID,2022-12-04,Tom Oakes,t@example.ca,14 Cook St,Victoria,BC,V8V 3W6,CA,2023-07-01,1680.00
        """)
    assert (heather.orders, str(heather.total_spent), heather.first_purchase) == (2, "4725.00", date(2021, 12, 3))
    assert (tom.orders, tom.holds) == (None, ())


def test_a_shops_orders_by_their_numbers_with_the_name_beside_the_address():
    rosalyn, ida = customers("""
        Name,Email,Total,Created at,Billing Name,Billing Street,Billing City,Shipping Name,Shipping Street,Shipping City
        #1001,r@x.com,57.00,2021-12-05 10:11:12 -0500,Rosalyn Pickett,88 Harbor Ln,Beverly,Rosalyn Pickett,,
        #1001,r@x.com,,2021-12-05 10:11:12 -0500,,,,,,
        #1002,r@x.com,51.00,2022-05-01 10:11:12 -0400,Rosalyn Pickett,88 Harbor Ln,Beverly,Ida Krug,3 Pine Rd,Kent
        #1003,i@x.com,90.00,2022-07-01 10:11:12 -0400,,,,Ida Krug,3 Pine Rd,Kent
        """)  # fmt: skip
    assert (rosalyn.customer_id, rosalyn.orders, rosalyn.address.lines) == ("r@x.com", 2, ("88 Harbor Ln",))
    assert (ida.name, ida.address.lines, str(ida.total_spent)) == ("Ida Krug", ("3 Pine Rd",), "90.00")


def test_last_names_in_capitals_before_the_first_names_of_a_column():
    names = [
        (one.first_name, one.last_name)
        for one in customers("Name,City\nRANGIHEUEA Mārama,Ely\nVAN DER MERWE Pieter,Ely\nO'SULLIVAN Shay,Ely")
    ]
    assert names == [("Mārama", "Rangiheuea"), ("Pieter", "van der Merwe"), ("Shay", "O'Sullivan")]


def test_a_family_by_the_names_of_both_parents_and_its_sum_once_for_all_children():
    hollis, again, kari = customers("""
        Family ID,Family Name,Contact 1,Contact 2,Address,City,State,Zip,Email,YTD Paid,Student First,Student DOB
        F100,Hollis,Amber Hollis,Derek Hollis,55 Creekside Dr,Ankeny,IA,50021,a@x.com,"$1,180.00",Piper,29-Dec-2017
        F100,Hollis,Amber Hollis,Derek Hollis,55 Creekside Dr,Ankeny,IA,50021,a@x.com,"$1,180.00",Rowan,03-Feb-2018
        F102,Stensrud/Meyer,Kari Stensrud,Joel Meyer,9 Oak Hollow,Polk City,IA,50226,k@x.com,$640.00,Freya,17-Dec-2016
        """)
    assert (hollis.dear, hollis.company, str(hollis.total_spent)) == ("Amber and Derek", "", "1180.00")
    assert (kari.dear, again.mail_ok, hollis.holds) == ("Kari and Joel", False, ())


def test_the_number_of_a_family_is_its_customers_number_where_each_has_another():
    families = "Family ID,First Name,Last Name,City\nFAM1310,Connie,Tidwell,Skokie\nFAM1313,Lorraine,Oduya,Skokie"
    assert [one.customer_id for one in customers(families)] == ["FAM1310", "FAM1313"]


@pytest.mark.parametrize(
    ("codes", "read"),
    [(["3800", "3872", "0810"], ["3800", "3872", "0810"]), (["2113", "02138", "02139"], ["02113", "02138", "02139"])],
)
def test_four_digits_have_lost_nothing_where_all_codes_have_four_and_there_are_no_states(codes, read):
    rows = "\n".join(f"Una Dell {code},1 Elm St,Ely,{code}" for code in codes)
    assert [one.address.postal_code for one in customers(f"Name,Street,City,Postcode\n{rows}")] == read


def test_the_late_karl_is_dead_in_whichever_column_of_names():
    (karl,) = customers("""
        first_name,last_name,billing_first_name,billing_last_name,billing_address_1,billing_city
        Karl,Bloom,Late Karl,Bloom,9 Pilton St,Barnstaple
        """)
    assert karl.deceased


def test_a_question_in_the_first_person_is_asked_about_cards():
    (darlene,) = customers("First Name,Last Name,City,Mail me a card?\nDarlene,Hatch,Los Alamos,No")
    assert not darlene.mail_ok


@pytest.mark.parametrize(("header", "cell"), [("En sommeil", "Oui"), ("BAJA", "X"), ("Gesperrt", "ja")])
def test_an_account_that_sleeps_gets_no_card(header, cell):
    asleep, awake = customers(f"Name,Ort,{header}\nOcéane Roux,Cannes,{cell}\nAnna Weiß,Ulm,")
    assert (asleep.mail_ok, awake.mail_ok) == (False, True)


def test_a_degree_behind_a_last_name_and_an_address_for_letters():
    (ngozi,) = customers("""
        First Name,Last Name,Corr. Address 1,Corr. Town,Corr. Postcode
        Dr. Ngozi,"Adeyemi, MD",2 Saltings Close,Lymington,SO41 9AA
        """)
    assert (ngozi.last_name, ngozi.dear, ngozi.address.lines) == ("Adeyemi", "Ngozi", ("2 Saltings Close",))


def test_the_country_may_stand_behind_the_code_without_a_comma():
    (cho,) = customers('Name,Billing Address\nDaniel & Grace Cho,"48 Azalea Dr, Marietta, GA 30062 US"')
    assert cho.address == Address(("48 Azalea Dr",), "Marietta", "GA", "30062", "US")
