"""Kinds of lists that would send a card to the wrong person or the wrong place: codes, other addresses, and counts."""

import pytest
from offices import read_csv, read_workbook

from notes.language.answers import is_no
from notes.reading.tables.legends import codes_explained
from notes.reading.tables.prefixes import without_prefixes


@pytest.mark.parametrize(
    ("headers", "read_as"),
    [
        ("Key,RA Name,RA Street,RA City,RA ZIP", "Key,Name,Street,City,ZIP"),
        (
            "RA Vorname,RA Nachname,RA Straße,RA PLZ,LA Vorname,LA Nachname,LA Straße,LA PLZ",
            "Vorname,Nachname,Straße,PLZ,Shipping Vorname,Shipping Nachname,Shipping Straße,Shipping PLZ",
        ),
        (
            "BT_Name,BT_Addr1,BT_City,BT_Zip,ST_Name,ST_Addr1,ST_City,ST_Zip",
            "Name,Addr1,City,Zip,Shipping Name,Shipping Addr1,Shipping City,Shipping Zip",
        ),
        ("Xq.Name,Xq.Street,Xq.City,Xq.ZIP,Birthday", "Name,Street,City,ZIP,Birthday"),
        ("Vet Name,Vet Street,Vet City,Vet ZIP,Owner", "Vet Name,Vet Street,Vet City,Vet ZIP,Owner"),
        ("Pet Name,Pet Street,Pet City,Pet ZIP", "Pet Name,Pet Street,Pet City,Pet ZIP"),
        ("Zed Name,Zed Street,Zed City,Zed ZIP,Name", "Zed Name,Zed Street,Zed City,Zed ZIP,Name"),
        (
            "Billing Name,Billing Street,Billing City,Billing ZIP",
            "Billing Name,Billing Street,Billing City,Billing ZIP",
        ),
        ("Street,City,State,ZIP,Name", "Street,City,State,ZIP,Name"),
    ],
)
def test_letters_before_every_column_of_an_address(headers: str, read_as: str):
    assert list(without_prefixes("customers", headers.split(","))) == read_as.split(",")


def test_who_gets_the_parcel_gets_no_card():
    una, otto = read_csv(
        """
        Nr,RA Vorname,RA Nachname,RA Straße,RA Hausnummer,RA PLZ,RA Ort,LA Vorname,LA Nachname,LA Straße,LA PLZ,LA Ort
        1,Una,Lind,Lange Reihe,12b,20099,Hamburg,Una,Lind,Packstation 143,20099,Hamburg
        2,Otto,Kern,C 4,9,68159,Mannheim,Petra,Schmitz,Kaiserring 20,68161,Mannheim
        """,
        country="DE",
    ).customers
    assert (una.name, una.address.lines) == ("Una Lind", ("Lange Reihe 12b",))
    assert (otto.name, otto.address.postal_code) == ("Otto Kern", "68159")


ANOTHER_WAY = """
Only by email please = no
just text me = no
I'd rather an email = no
e-mail only = no
nur per E-Mail bitte = no
lieber per SMS = no
call only = no
Only cards, no email = -
post only please = -
only by mail = -
only birthdays = -
yes please, email too = -
"""


@pytest.mark.parametrize("line", ANOTHER_WAY.strip().splitlines())
def test_who_wants_to_hear_some_other_way_wants_no_card(line: str):
    text, _, answer = line.partition(" = ")
    assert is_no(text) == (answer == "no")


def test_an_answer_that_only_sounds_harmless_still_refuses():
    ann, ben = read_csv("""
        Name,Would you like to receive a handwritten card from us?
        Ann Lee,Only by email please
        Ben Orr,Yes!
        """).customers
    assert (ann.mail_ok, ben.mail_ok) == (False, True)


LEGENDS = {
    "Key: D = deceased, X = don't send, B = big spender": "d=deceased x=don't send b=big spender",
    "Codes: D - deceased, X - don't send": "d=deceased x=don't send",
    "Key: D: deceased; X: no mail": "d=deceased x=no mail",
    "P = passed   C = current   G = gave up": "p=passed c=current g=gave up",
    "† departed   V = visited   G/A = gift aid": "v=visited g/a=gift aid",
    "Bill: call him - soon": "",
    "Key: under the mat": "",
    "Flag (D dead, G gone away)": "d=dead g=gone away",
    "Size (S or M)": "",
}


@pytest.mark.parametrize("text", LEGENDS)
def test_what_codes_mean(text: str):
    assert " ".join(f"{code}={meaning}" for code, meaning in codes_explained(text).items()) == LEGENDS[text]


FOUR = ("Ada", "Bea", "Cyd", "Dot")


@pytest.mark.parametrize(
    ("header", "codes", "held"),
    [
        ("St", "A,D,A,M", "Bea Dot"),  # explained below, though the column could be one of states
        ("Flag (D dead, M moved, A all well)", "A,D,A,M", "Bea Dot"),
        ("Flag (D dead, M moved, A all well)", "A,D per son,A,M", "Bea Dot"),
        ("Status", "A,D,A,I", "Bea"),  # nobody says what they mean
        ("Status", "A,B,C,D", ""),
    ],
)
def test_codes_that_are_explained_elsewhere(header: str, codes: str, held: str):
    rows = [f"{name} Orr,1 Elm St {name},Akron,{code}" for name, code in zip(FOUR, codes.split(","), strict=True)]
    legend = [] if header != "St" else ["", '"A = active, M = moved, D = deceased"']
    book = read_csv("\n".join([f'Name,Street,City,"{header}"', *rows, *legend]))
    assert " ".join(one.name.removesuffix(" Orr") for one in book.customers if one.holds) == held


PEOPLE = [
    ["Name", "Street", "City", "Key"],
    ["Ann Lee", "1 Elm St", "Akron", "D"],
    ["Ben Orr", "2 Elm St", "Akron", "X"],
]
PEOPLE += [["Una Fox", "3 Elm St", "Akron", "B"], ["Ida Roe", "4 Elm St", "Akron", "B"]]


@pytest.mark.parametrize(
    "legend",
    [
        [["Hi Deb, the list is the next tab."], ["Key: D = deceased, X = don't send, B = big spender"]],
        [["Code", "Meaning"], ["D", "deceased"], ["X", "no mail"], ["B", "big spender"]],
    ],
    ids=["sentence", "columns"],
)
def test_a_sheet_of_its_own_explains_the_codes(tmp_path, legend):
    book = read_workbook(tmp_path / "a.xlsx", Notes=legend, People=PEOPLE)
    assert [(one.customer_id, one.mail_ok) for one in book.customers] == [
        ("Ann Lee", False),
        ("Ben Orr", False),
        ("Una Fox", True),
        ("Ida Roe", True),
    ]


def test_a_header_explains_its_codes():
    ann, ben = read_csv('Name,"Key (D = deceased, N = no mail)"\nAnn Lee,D\nBen Orr,\n').customers
    assert (ann.mail_ok, ben.mail_ok) == (False, True)


@pytest.mark.parametrize("day", ["Dec 03, 2021", "Dec. 3 2021", "03-Dec-2021", "Dec 3rd, 2021", "Dec 3, 2021 10:14 AM"])
def test_a_day_in_december_is_no_death(day: str):
    ann, ben = read_csv(
        f'Name,Street,City,Entered\nAnn Lee,1 Elm St,Akron,"{day}"\nBen Orr,2 Elm St,Akron,\n'
    ).customers
    assert (ann.holds, ben.holds) == ((), ())


def test_how_many_came_says_not_who_they_are():
    book = read_csv("""
        Booking ID,Created,Check-in,Guests,Customer Name,Customer Address,Customer City,Customer Postal/Zip,Total
        1,2024-03-02,2024-07-06,2,Guy Ray,55 Elm St,Akron,44301,100
        2,2024-03-05,2024-07-09,2,Una Fox,9 Oak St,Kent,44240,200
        3,2024-03-06,2024-08-09,4,Ida Roe,7 Fir St,Kent,44240,300
        """)
    assert [(one.name, str(one.total_spent), str(one.first_purchase)) for one in book.customers] == [
        ("Guy Ray", "100.00", "2024-03-02"),
        ("Una Fox", "200.00", "2024-03-05"),
        ("Ida Roe", "300.00", "2024-03-06"),
    ]


def test_the_newest_address_of_a_buyer_is_where_the_card_goes():
    (una,) = read_csv("""
        Order ID,Order Date,Customer Code,Customer Name,Customer Address,Customer City,Customer Zip,Total
        1,2026-10-20,C7,Una Fox,2 Beach Dr,Kent,44240,200
        2,2021-03-02,C7,Una Fox,18 Dallas Rd,Akron,44301,100
        """).customers
    assert (una.address.lines, una.orders) == (("2 Beach Dr",), 2)


def test_who_registered_and_never_completed_has_bought_nothing():
    ann, ben = read_csv("""
        Type,Status,Name,Street,City,Registered,Completed On,Fee
        Vendor,Completed,Ann Lee,1 Elm St,Lymington,02/09/2021,23/12/2021,"£9,225.00"
        Applicant,Active,Ben Orr,2 Elm St,Lymington,08/12/2021,,
        """).customers
    assert (str(ann.first_purchase), str(ann.total_spent), ann.mail_ok) == ("2021-12-23", "9225.00", True)
    assert ben.first_purchase is None


def test_a_supplier_is_no_customer_but_who_sells_a_house_is():
    suppliers = read_csv("Name,Type\nAnn Lee,Client\nBen Orr,Vendor\n").customers
    assert [one.mail_ok for one in suppliers] == [True, False]


SECONDS = {
    "Derek Lee": "Ann and Derek",
    "Craig Lee - DO NOT CONTACT": "Ann",
    "Arne Lee (dec.)": "Ann",
    "Arne Lee †": "Ann",
}


@pytest.mark.parametrize("other", SECONDS)
def test_a_second_name_that_is_marked_is_not_greeted(other: str):
    (ann,) = read_csv(f"Contact 1,Contact 2,Street,City\nAnn Lee,{other},1 Elm St,Akron\n").customers
    assert ann.dear == SECONDS[other]


def test_what_is_grave_in_any_row_of_a_buyer_holds_the_card():
    ann, ben = read_csv("""
        Arr,Dep,Guest,Address,Town,£,Comments
        2021-12-10,2021-12-13,Ann Lee,1 Elm St,Akron,240,walkers
        2021-12-17,2021-12-20,Ben Orr,2 Elm St,Akron,280,
        2026-05-02,2026-05-05,Ann Lee,1 Elm St,Akron,0,"died in Feb, deposit sent back"
        2026-06-01,2026-06-03,Ben Orr,2 Elm St,Akron,,"cancelled, has a cold"
        """).customers
    assert (ann.mail_ok, ann.orders) == (False, 1)
    assert (ben.mail_ok, str(ben.total_spent)) == (True, "280.00")


def test_an_order_that_was_paid_back_is_none():
    ann, ben = read_csv("""
        Sale Date,Order ID,Buyer User ID,Full Name,Street 1,Ship City,Order Total,Adjusted Order Total
        09/12/23,1,ann,Ann Lee,1 Elm St,Akron,432.00,0.00
        09/13/23,2,ben,Ben Orr,2 Elm St,Akron,52.00,
        09/14/23,3,ben,Ben Orr,2 Elm St,Akron,50.00,30.00
        """).customers
    assert (ann.orders, ann.first_purchase) == (None, None)
    assert (ben.orders, str(ben.total_spent)) == (2, "82.00")


def test_who_allows_other_ways_to_be_reached_and_not_the_post_gets_no_card():
    book = read_csv("""
        Name,Channels Allowed
        Ann Lee,Post; Email
        Ben Orr,Email; Telephone
        Una Fox,E-mail
        Ida Roe,
        """)
    assert [one.mail_ok for one in book.customers] == [True, False, False, True]


def test_the_card_goes_to_who_pays_for_a_pupil():
    book = read_csv("""
        Pupil,Pupil's birthday,Bill to,Address,Town,Started lessons,Notes
        Oscar Holm,2015-12-04,Kate & Rob Holm,12 Bridge St,Kent,2023-09-11,
        Gerald Fitch,1957-12-10,self,3 Abbey Row,Kent,2024-01-09,
        Maya Osei,2014-12-17,Mrs Abena Osei,40 Hill Rd,Kent,2021-12-08,
        """)
    assert [(one.dear, one.birthday) for one in book.customers] == [
        ("Kate and Rob", None),
        ("Gerald", None),
        ("Abena", None),
    ]


LINES_THAT_ARE_NOBODY = [
    ["9.", None, None, None],
    [None, None, "Sub-total locals", "$2,527"],
    ["Subtotal", "Count", 4, None],
    ["10 client(s) listed", None, None, None],
    ["Sage 50 - édition du 26/11/2026 09:41", None, None, None],
    [None, "Last updated by Mrs Hall, Advent 2026", None, None],
    [None, "Number on roll", 8, None],
    ["Mill Lane", None, None, None],
    ["B", None, None, None],
]


@pytest.mark.parametrize("line", LINES_THAT_ARE_NOBODY, ids=[str(place) for place in range(len(LINES_THAT_ARE_NOBODY))])
def test_a_line_among_people_that_is_nobody(tmp_path, line):
    rows = [["No.", "Name", "Address", "Spent so far"], [1, "Ann Lee", "1 Elm St, Akron, OH 44301", 20]]
    rows += [line, [2, "Ben Orr", "2 Elm St, Akron, OH 44301", 30]]
    assert [one.name for one in read_workbook(tmp_path / "a.xlsx", People=rows).customers] == ["Ann Lee", "Ben Orr"]


NAMES = {
    "The Rev'd Canon Aubrey PYM": "Aubrey | Rev'd Canon Aubrey Pym",
    "Rev'd Gilchrist": "Rev'd Gilchrist | Rev'd Gilchrist",
    "Rev and Mrs T Ashdown": "Rev and Mrs Ashdown | Rev and Mrs T Ashdown",
    "Jo Farnsworth †": " | ",
    "LE FEUVRE, Odette": "Odette | Odette Le Feuvre",
    "Red Lion (ask for Sheila)": "Sheila | Red Lion",
    "Waipā Rural Women": " | Waipā Rural Women",
    "Hamble Bellringers": " | Hamble Bellringers",
    "Maeve (Una's sister) Tobin": "Maeve | Maeve Tobin",
}


@pytest.mark.parametrize("name", NAMES)
def test_whom_a_card_greets(name: str):
    (one,) = read_csv(f'Name,Street,City\n"{name}",1 Elm St,Akron\n').customers
    assert f"{one.dear} | {one.envelope}" == NAMES[name]


def test_a_number_that_stands_there_again_with_the_same_name_is_one_customer():
    book = read_csv("""
        Acct,Customer,Address,City,Pet,Species,Spent
        77,Rosa Holm,12 Elm St,Akron,Max,Dog,90
        77,Rosa Holm,12 Elm St,Akron,Milo,Cat,90
        77,Tom Holm,12 Elm St,Akron,Rex,Dog,90
        78,Ben Orr,9 Oak Ave,Kent,Ivy,Dog,40
        """)
    assert [(one.name, one.same_as, str(one.total_spent)) for one in book.customers] == [
        ("Rosa Holm", "", "90"),
        ("Rosa Holm", "row 2", "None"),
        ("Tom Holm", "", "90"),
        ("Ben Orr", "", "40"),
    ]


@pytest.mark.parametrize("nothing", ["-", "n/a", "N/A", "unknown", "–", "?"])
def test_a_dash_is_no_line_of_an_address(nothing: str):
    row = ",".join([nothing] * 4)
    ann, ben = read_csv(f"Name,Street,City,State,ZIP\nAnn Lee,{row}\nBen Orr,2 Elm St,Akron,OH,44301\n").customers
    assert (ann.address.usable, ben.address.usable) == (False, True)
    assert not ann.address.lines


def test_what_a_program_bills_for_is_no_refusal():
    ann, ben = read_csv("""
        Name,Marketing contact status,Unsubscribed from all email
        Ann Lee,Non-marketing contact,true
        Ben Orr,Marketing contact,false
        """).customers
    assert (ann.mail_ok, ben.mail_ok) == (True, True)
