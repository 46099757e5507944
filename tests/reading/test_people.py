"""People: names and greetings, addresses, duplicates, those not to be written to."""

from decimal import Decimal
from pathlib import Path

import pytest
from offices import about, only, read_csv, read_workbook

from notes.customers import Address, Book
from notes.post.addresses import postal_lines
from notes.post.towns import taken_apart
from notes.problems import Level
from notes.reading.values.name_casing import cased
from notes.reading.values.name_remarks import called, in_care_of, unmarked
from notes.reading.values.person_names import Kind, from_columns, parsed


@pytest.mark.parametrize(
    ("whole", "dear", "envelope"),
    [
        ("Rosa Lindqvist", "Rosa", "Rosa Lindqvist"),
        ("LINDQVIST, ROSA", "Rosa", "Rosa Lindqvist"),
        ("rosa mcdonald", "Rosa", "Rosa McDonald"),
        ("Dr. Rosa Lindqvist, MD", "Rosa", "Dr. Rosa Lindqvist, MD"),
        ("Dr. Rosa Lindqvist, DMD", "Rosa", "Rosa Lindqvist, DMD"),
        ("DR. ROSA MACINTYRE III, DDS, PC", "Rosa", "Rosa MacIntyre III, DDS, PC"),
        ("Dr Eva & Dr Max Klein", "Eva and Max", "Dr Eva & Dr Max Klein"),
        ("Mrs. Eva Klein & Family", "Eva and family", "Mrs. Eva Klein & Family"),
        ("Fam. Klein", "Familie Klein", "Familie Klein"),
        ('Margaret "Peggy" Klein', "Peggy", "Margaret Klein"),
        ("Margaret (Peggy) Klein", "Peggy", "Margaret Klein"),
        ("Margaret Klein (Peggy)", "Peggy", "Margaret Klein"),
        ("Rosa Klein - DO NOT CALL", "Rosa", "Rosa Klein"),
        ("C/O Pine Lodge, Rosa Klein", "Rosa", "Rosa Klein"),
        ("Trần Văn Bình", "Trần Văn Bình", "Trần Văn Bình"),
        ("Binh Tran", "Binh", "Binh Tran"),
        ("Rosa & Jan Lindqvist", "Rosa and Jan", "Rosa & Jan Lindqvist"),
        ("Rosa Lindqvist und Jan Peeters", "Rosa and Jan", "Rosa Lindqvist und Jan Peeters"),
        ("Mr. & Mrs. Jan Peeters", "Mr. & Mrs. Peeters", "Mr. & Mrs. Jan Peeters"),
        ("Dr. Eva & Max Klein", "Eva and Max", "Dr. Eva & Max Klein"),
        ("mr & mrs. jan peeters", "Mr & Mrs. Peeters", "Mr & Mrs. Jan Peeters"),
        ("Emma O'BRIEN", "Emma", "Emma O'Brien"),
        ("The Peeters Family", "Peeters family", "The Peeters Family"),
        ("A.J. Peeters", "A.J. Peeters", "A.J. Peeters"),
        ("🌷 Rosa Lindqvist", "Rosa", "Rosa Lindqvist"),
        ("Nagy László", "Nagy László", "Nagy László"),
        ("山田太郎", "山田太郎", "山田太郎"),
        ("eBay Peeters", "eBay", "eBay Peeters"),
        ("Famille Dupont", "Famille Dupont", "Famille Dupont"),
        ("family Klein", "Klein family", "family Klein"),
        ("Klein household", "Klein family", "Klein household"),
        ("MR AND MRS JAN PEETERS", "Mr and Mrs Peeters", "Mr and Mrs Jan Peeters"),
        ("Mr. and Mrs. Peeters", "Mr. and Mrs. Peeters", "Mr. and Mrs. Peeters"),
        ("DR. JAN PEETERS", "Jan", "Dr. Jan Peeters"),
        ("Dr. Peeters", "Dr. Peeters", "Dr. Peeters"),
        ("Rosa Holm PhD", "Rosa", "Rosa Holm, PhD"),
        ("Rosa Holm Jr.", "Rosa", "Rosa Holm Jr."),
        ("J Holm", "J Holm", "J Holm"),
        ("JR Holm", "JR", "JR Holm"),
        ("Rosa Holm - USD", "Rosa", "Rosa Holm"),
        ("María José Muñoz López", "María José", "María José Muñoz López"),
        ("Anna Maria Holm", "Anna", "Anna Maria Holm"),
        ("Kim Min-jun", "Kim Min-jun", "Kim Min-jun"),
        ("Kim Park", "Kim", "Kim Park"),
        ("王 伟", "王 伟", "王 伟"),
        ("ANNA VAN DER ROHE", "Anna", "Anna van der Rohe"),
        ("Jo Li", "Jo", "Jo Li"),
        ("Hale, Mr. & Mrs. Otto", "Mr. & Mrs. Hale", "Mr. & Mrs. Otto Hale"),
        ("Mr O Hale and Miss P Quick", "Mr Hale and Miss Quick", "Mr O Hale and Miss P Quick"),
        ("Mr O & Mrs P Hale", "Mr and Mrs Hale", "Mr O & Mrs P Hale"),
        ("Mr. O. Hale and P. Quick", "Mr. O. Hale and P. Quick", "Mr. O. Hale and P. Quick"),
        ("O. Hale and Mrs. P. Quick", "O. Hale and Mrs. P. Quick", "O. Hale and Mrs. P. Quick"),
        ("Mr Otto Hale & Mrs Petra Hale", "Otto and Petra", "Mr Otto Hale & Mrs Petra Hale"),
        ("Otto B. and Petra C. Hale", "Otto and Petra", "Otto B. and Petra C. Hale"),
        ("O & P Hale", "O & P Hale", "O & P Hale"),
        ("Rev & Mrs O Hale", "Rev & Mrs Hale", "Rev & Mrs O Hale"),
        ("Messrs O and P Hale", "Messrs Hale", "Messrs O and P Hale"),
        ("Otto Hale / And Spouse", "Otto", "Otto Hale"),
        ("Otto Hale and wife", "Otto", "Otto Hale"),
        ("Otto Hale/Petra Quick", "Otto and Petra", "Otto Hale & Petra Quick"),
        ("Hale, Otto & Hale, Petra", "Otto and Petra", "Otto Hale & Petra Hale"),
        ("The Haleys", "Haley family", "The Haleys"),
        ("The Finches", "Finch family", "The Finches"),
        ("Hale Residence", "Hale family", "The Hale Family"),
        ("Sue Ann Hale", "Sue Ann", "Sue Ann Hale"),
        ("José Pedro Soto", "José Pedro", "José Pedro Soto"),
        ('"Ozzie" Hale', "Ozzie", "Ozzie Hale"),
        ("HALE, OTTO TRUSTEE", "Otto", "Otto Hale"),
        ("Mrs O P Hale", "Mrs Hale", "Mrs O P Hale"),
        ("Mr. and Mrs. Otto Hale and family", "Mr. and Mrs. Hale and family", "Mr. and Mrs. Otto Hale and family"),
    ],
)
def test_a_whole_name(whole: str, dear: str, envelope: str):
    name = parsed(whole)
    assert (name.dear, name.envelope) == (dear, envelope)


@pytest.mark.parametrize(
    "firm",
    [
        "Peeters GmbH",
        "Peeters & Sons Ltd",
        "The Corner Bakery",
        "+1 Fitness",
        "@Home Cafe",
        "Estate of Jan Peeters",
        "Mabel's Tooth Works",
        "Peeters Oral Surgery",
        "Dental Studio",
        "Peeters & Holm, Endodontists",
        "Klein Orthodontics",
        "Second Chance Rescue",
        "The Willows",
        "Pine Street Fellowship",
        "Grace Farm Lodge",
        "Farm Lee Inn",
    ],
)
def test_a_firm_is_not_greeted_as_a_person(firm: str):
    assert (parsed(firm).kind, parsed(firm).dear, parsed(firm).envelope) == (Kind.FIRM, "", firm)


@pytest.mark.parametrize("person", ["Shirley Temple", "Alice Church", "Mary Bank", "Grace Marine", "Anders Bar"])
def test_a_last_name_that_is_a_word_of_firms(person: str):
    assert parsed(person).kind is Kind.PERSON


def test_the_columns_of_a_couple_and_of_a_family():
    assert from_columns("Eva und Max", "Klein", "Eheleute").envelope == "Eheleute Eva und Max Klein"
    assert from_columns("", "Klein", "Fam.").dear == "Familie Klein"
    assert from_columns("Dr Eva & Dr Max", "Klein").dear == "Eva and Max"
    assert from_columns("Margaret (Peggy)", "Klein").dear == "Peggy"
    assert from_columns("伟", "王").envelope == "王伟"


@pytest.mark.parametrize(
    ("whole", "first", "last"),
    [
        ("María José Muñoz López", "María José", "Muñoz López"),
        ("Anna Maria Holm", "Anna", "Holm"),
        ("Anne and Tom Miller", "Anne and Tom", "Miller"),
        ("Anne & Tom Miller", "Anne & Tom", "Miller"),
        ("Tom Miller and Anne Miller", "Tom and Anne", "Miller"),
        ("Tom Miller and Anne Schmidt", "Tom and Anne", ""),
        ("Mr. & Mrs. Jan Peeters", "Jan", "Peeters"),
        ("Mr. & Mrs. Peeters", "", "Peeters"),
        ("Nagy László", "László", "Nagy"),
        ("Tran Thi-Mai", "Thi-Mai", "Tran"),
        ("王 伟", "伟", "王"),
        ("김철수", "철수", "김"),
        ("Famille Dupont", "", "Dupont"),
        ("Rosa Klein and family", "Rosa", "Klein"),
    ],
)
def test_the_first_and_the_last_name_in_a_whole_one(whole: str, first: str, last: str):
    assert (parsed(whole).first, parsed(whole).last) == (first, last)


@pytest.mark.parametrize(
    ("whole", "parent", "envelope", "mark"),
    [
        ("Ostrava Tiles:Rosa Holm", "Ostrava Tiles", "Rosa Holm", ""),
        ("Ostrava Tiles: Bathroom (deleted)", "Ostrava Tiles", "Bathroom", "deleted"),
        ("Rosa Holm (deleted) - USD", "", "Rosa Holm", "deleted"),
        ("Estate of Jan Peeters", "", "Estate of Jan Peeters", "Estate of"),
    ],
)
def test_what_accounting_programs_write_beside_a_name(whole: str, parent: str, envelope: str, mark: str):
    name = parsed(whole)
    assert (name.parent, name.envelope, name.mark) == (parent, envelope, mark)
    assert (name.kind is Kind.FIRM) == bool(parent or mark == "Estate of")


@pytest.mark.parametrize(
    ("given", "dear", "envelope"),
    [
        (("Rosa", "Holm", "", "Jr."), "Rosa", "Rosa Holm Jr."),
        (("Rosa", "Holm", "", "III"), "Rosa", "Rosa Holm III"),
        (("Rosa", "Holm", "", "FAIA"), "Rosa", "Rosa Holm, FAIA"),
        (("Rosa", "Holm", "", "MS, PE"), "Rosa", "Rosa Holm, MS, PE"),
        (("Rosa", "Holm", "Dr.", "DDS"), "Rosa", "Rosa Holm, DDS"),
        (("Rosa", "Holm", "Dr.", "Jr."), "Rosa", "Dr. Rosa Holm Jr."),
        (("Rosa", "Holm", "Mrs.", "DDS"), "Rosa", "Mrs. Rosa Holm, DDS"),
        (("J.", "Holm"), "J. Holm", "J. Holm"),
        (("J", "Holm"), "J Holm", "J Holm"),
        (("J.", "Holm", "Mr."), "Mr. Holm", "Mr. J. Holm"),
        (("J.", "", "Mr."), "", "Mr. J."),
        (("Jo", "Holm"), "Jo", "Jo Holm"),
        (("Mary J.", "Holm", "Mrs."), "Mary J.", "Mrs. Mary J. Holm"),
        (("St. John", "Holm"), "St. John", "St. John Holm"),
        (("Wm.", "Holm"), "William", "Wm. Holm"),
        (("J.-P.", "Holm"), "J.-P. Holm", "J.-P. Holm"),
        (("Jo-Ann", "Holm"), "Jo-Ann", "Jo-Ann Holm"),
        (("Rosa", ""), "Rosa", "Rosa"),
        (("Rosa", "Holm", "", "", "Maria", "Rosi"), "Rosi", "Rosa Maria Holm"),
        (("Rosa", "Holm", "", "", "maria"), "Rosa", "Rosa Maria Holm"),
        (("Rosa (Rosi)", "Holm"), "Rosi", "Rosa Holm"),
        (("Eva & family", "Klein"), "Eva and family", "Eva & family Klein"),
        (("Dr. Eva & Dr. Max", "Klein"), "Eva and Max", "Dr. Eva & Dr. Max Klein"),
        (("伟", "王", "Dr."), "王伟", "王伟"),
        (("", ""), "", ""),
    ],
)
def test_a_name_in_columns(given: tuple[str, ...], dear: str, envelope: str):
    assert (from_columns(*given).dear, from_columns(*given).envelope) == (dear, envelope)


@pytest.mark.parametrize("given", [("Rosa (deleted)", "Holm"), ("Rosa", "Holm (deleted)"), ("Rosa (deleted)", "")])
def test_a_remark_beside_either_part_of_a_name(given: tuple[str, str]):
    assert from_columns(*given).mark == from_columns(*given, title="Mrs.").mark == "deleted"


@pytest.mark.parametrize(
    ("written", "name", "nickname"),
    [
        ('Elizabeth "Betty" White', "Elizabeth White", "Betty"),
        ("Rosa ‘Rosi’ Holm", "Rosa Holm", "Rosi"),
        ("William (Bill)", "William", "Bill"),
        ("William (Bill) Turner", "William Turner", "Bill"),
        ("William Turner (Bill)", "William Turner", "Bill"),
        ("William Turner (Tom)", "William Turner (Tom)", ""),  # whoever that is
        ("William (Tom) Turner", "William Turner", "Tom"),
        ('William Turner "Tom"', "William Turner", "Tom"),
        ("William (bill)", "William (bill)", ""),
        ("Maria (Deleted)", "Maria (Deleted)", ""),
        ("(Bill) Turner", "(Bill) Turner", ""),
        ("Rosa 'R' Holm", "Rosa 'R' Holm", ""),
        ("Rosa Holm", "Rosa Holm", ""),
    ],
)
def test_the_name_that_somebody_goes_by(written: str, name: str, nickname: str):
    assert called(written) == (name, nickname)


@pytest.mark.parametrize(
    ("written", "name", "mark"),
    [
        ("Rosa Holm (deleted)", "Rosa Holm", "deleted"),
        ("Rosa Holm [x]", "Rosa Holm", "x"),
        ("Rosa (a) Holm", "Rosa (a) Holm", ""),
        ("Rosa Holm - DO NOT CALL", "Rosa Holm", "DO NOT CALL"),
        ("ROSA HOLM - DO NOT MAIL", "ROSA HOLM", "DO NOT MAIL"),
        ("Rosa Holm - VIP", "Rosa Holm", "VIP"),
        ("ROSA HOLM - VIP", "ROSA HOLM - VIP", ""),
        ("Rosa Holm – vip – new", "Rosa Holm", "vip – new"),
        ("Rosa Holm — Vip", "Rosa Holm — Vip", ""),
        ("Rosa - vip", "Rosa - vip", ""),
        ("Rosa - deceased", "Rosa", "deceased"),
    ],
)
def test_a_remark_at_the_end_of_a_name(written: str, name: str, mark: str):
    assert unmarked(written) == (name, mark)


@pytest.mark.parametrize(
    ("written", "name", "care_of"),
    [
        ("C/O Pine Lodge, Rosa Holm", "Rosa Holm", "c/o Pine Lodge"),
        ("Rosa Holm, c/o Pine", "Rosa Holm", "c/o Pine"),
        ("Rosa Holm C/o Pine", "Rosa Holm", "c/o Pine"),
        ("Rosa c/o", "Rosa c/o", ""),
        ("A/B", "A/B", ""),
    ],
)
def test_in_whose_care_somebody_is(written: str, name: str, care_of: str):
    assert in_care_of(written) == (name, care_of)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("MACDONALD", "MacDonald"),
        ("MACINTYRE", "MacIntyre"),
        ("MACE", "Mace"),
        ("MCDONALD", "McDonald"),
        ("MC", "MC"),
        ("O'BRIEN", "O'Brien"),
        ("o’neil", "O’Neil"),
        ("PEETERS'S", "Peeters's"),
        ("N'DA", "N'Da"),
        ("jean-luc", "Jean-Luc"),
        ("BO", "BO"),
        ("XTZ", "XTZ"),
        ("KAI", "Kai"),
        ("MR", "MR"),
        ("anna", "Anna"),
        ("deVries", "deVries"),
        ("A.B. HOLM", "A.B. Holm"),
    ],
)
def test_capitals_as_they_belong(written: str, name: str):
    assert cased(written) == name


def test_whole_names_are_not_turned_round():
    assert (parsed("王伟").whole, parsed("Nagy László").whole) == ("王伟", "Nagy László")


def test_columns_of_a_name_win_and_a_dear_column_wins_over_all():
    book = read_csv("""
        Salutation,First Name,Last Name,Title,Dear
        Mrs.,ROSA,LINDQVIST,Head of Sales,
        Dear Mr. P.,Jan,Peeters,Owner,
        ,Ida,Holm,Dr.,Idchen
        """)
    assert [one.dear for one in book.customers] == ["Rosa", "Mr. P.", "Idchen"]
    assert [one.envelope for one in book.customers] == ["Mrs. Rosa Lindqvist", "Jan Peeters", "Dr. Ida Holm"]


def test_only_a_last_name_is_greeted_with_its_title():
    assert from_columns("", "Lindqvist", "Ms.").dear == "Ms. Lindqvist"
    assert from_columns("", "Lindqvist").dear == ""


def test_an_accounting_list_of_firms_their_people_and_projects():
    book = read_csv("""
        Customer,Full Name,Email,Billing Address
        Ostrava Tiles,Rosa Holm,rosa@example.com,"1 Elm St\nBoston, MA 02113"
        Ostrava Tiles:Bathroom,Rosa Holm,rosa@example.com,
        Pine & Co. (deleted),Jan Peeters,jan@example.com,"2 Elm St, Boston, MA 02113"
        """)
    first, project, gone = book.customers
    assert (first.name, first.company, first.dear) == ("Rosa Holm", "Ostrava Tiles", "Rosa")
    assert first.address == Address(("1 Elm St",), "Boston", "MA", "02113", "")
    assert (project.mail_ok, gone.mail_ok, gone.dear) == (False, False, "")
    assert about(book, "row 2", "Rosa Holm").place.row == 3


def test_one_email_is_one_customer_and_their_sums_are_added():
    book = read_csv("""
        Name,Email,Total Spent,Birthday
        Rosa Holm,rosa@example.com,10.00,
        ROSA HOLM,Rosa@Example.com,5.50,1980-02-29
        Jan Holm,rosa@example.com,7.00,
        """)
    first, again, husband = book.customers
    assert (first.total_spent, str(first.birthday)) == (Decimal("15.50"), "1980-02-29")
    assert (again.mail_ok, again.total_spent) == (False, None)
    assert husband.mail_ok


def test_who_may_be_one_person_is_asked_and_a_household_is_not():
    book = read_csv("""
        First Name,Last Name,Street,City,Zip
        Richard,Holm,2211 W Berry Street,Akron,44301
        Rich,Holm,2211 West Berry St.,Akron,44301
        Jan,Holm,2211 W Berry Street,Akron,44301
        """)
    assert about(book, "may be the same").place.row == 3
    assert all(one.mail_ok for one in book.customers)


def test_who_is_not_written_to_and_why():
    book = read_csv("""
        Name,Do Not Mail,Status,Deceased
        Ann Lee,x,,
        Bob Ray,moved away,,
        Cy Moe,,Archived,
        Di Fox,,,2024-05-01
        Ed Gill,no,Active,no
        """)
    assert [one.mail_ok for one in book.customers] == [False, False, False, False, True]
    assert [one.deceased for one in book.customers] == [False, False, False, True, False]
    assert [str(one.holds[0].kind.value) for one in book.customers[:4]] == ["refusal", "moved", "closed", "death"]
    assert book.customers[1].holds[0].place.cell == "B3"
    assert about(book, "“Status” has Archived 1, Active 1; cards kept back: 1.").place.column == "Status"


def test_ticks_for_those_who_get_cards_leave_the_others_out():
    book = read_csv("""
        Name,Send card
        Ann Lee,x
        Bob Ray,
        """)
    assert [one.mail_ok for one in book.customers] == [True, False]


def test_a_row_without_a_name_and_one_without_an_address_are_told():
    book = read_csv("""
        Name,Street,City,Email
        Ann Lee,1 Elm,Akron,
        Bob Ray,,,
        ,2 Elm,Akron,c@example.com
        """)
    assert about(book, "Bob Ray", "address").place.row == 3
    assert about(book, "no name").level is Level.WARNING


def told(book: Book) -> list[tuple[int | None, str]]:
    """What is told above a notice, by row."""
    return [(one.place.row, one.message) for one in book.problems if one.level is not Level.NOTICE]


def test_what_an_address_lacks_is_told_of_those_who_may_get_a_card():
    book = read_csv("""
        Name,Company,Street,City,State,ZIP,Country,Do Not Mail
        Ann Lee,,1 Elm,,,,,
        Bob Ray,Ray Ltd,,,,,,
        Bob Roe,Bob Roe,,,,,,
        Cy Moe,,2 Elm,Akron,,44301,,
        Di Fox,,3 Elm,Akron,OH,,,
        Ed Gill,,4 Elm,Akron,,,,x
        Flo Hart,,5 Rue Haute,Lille,,59000,FR,
        Gus Ito,,,,,,,x
        """)
    assert told(book) == [
        (2, "Ann Lee has no town or postal code, so no envelope can be printed."),
        (3, "Bob Ray (Ray Ltd) has no address, so no envelope can be printed."),
        (4, "Bob Roe has no address, so no envelope can be printed."),
        (5, "the address of Cy Moe has no state, so the mail may not arrive."),
        (6, "the address of Di Fox has no ZIP code, so the mail may not arrive."),
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["Ann Lee,1 Elm,Akron", "Bob Ray,2 Elm,Akron"], [(None, "no address has a {}, so the mail may not arrive.")]),
        (["Ann Lee,1 Elm,Akron"], [(2, "the address of Ann Lee has no {}, so the mail may not arrive.")]),
    ],
)
def test_what_all_addresses_lack_is_told_once(rows: list[str], expected: list[tuple[int | None, str]]):
    book = read_csv("\n".join(["Name,Street,City", *rows]))
    assert told(book) == [(row, text.format(what)) for row, text in expected for what in ("state", "ZIP code")]


def test_a_word_for_nothing_is_no_detail_and_a_number_no_childs_name():
    book = read_csv("""
        Name,Child,Pet,Likes
        Ann Lee,2,none,tulips
        Bob Ray,Ida,n/a,2
        Cy Moe,,-,
        """)
    assert [dict(one.details) for one in book.customers] == [{"likes": "tulips"}, {"child": "Ida", "likes": "2"}, {}]


@pytest.mark.parametrize(
    ("written", "number"),
    [("3", 3), ("1,234", 1234), ("2.0", 2), ("-", None), ("–", None), ("", None), ("some", None), ("1e999", None)],
)
def test_a_number_of_orders(written: str, number: int | None):
    book = read_csv(f'Name,Orders\nAnn Lee,"{written}"\n')
    assert only(book).orders == number
    assert [message for row, message in told(book) if row] == (
        [f"“{written}” is not a number of orders."] if written in ("some", "1e999") else []
    )


@pytest.mark.parametrize(
    ("held", "number"), [(3, 3), (2.0, 2), (0, 0), (10**9 - 1, 10**9 - 1), (10**9, None), (-1, None), (True, None)]
)
def test_a_number_of_orders_in_a_workbook(tmp_path: Path, held: object, number: int | None):
    assert only(read_workbook(tmp_path / "a.xlsx", Customers=[["Name", "Orders"], ["Ann Lee", held]])).orders == number


@pytest.mark.parametrize(
    ("written", "email"),
    [
        ("ann@example.com; lee@example.com", "ann@example.com"),
        ("ann@example.com,lee@example.com", "ann@example.com"),
        ("ann@example.com;lee@example.com", "ann@example.com"),
        ("Ann Lee <ann@example.com>", "ann@example.com"),
        ("ann@example.com ::: lee@example.com", "ann@example.com"),
        ("not known", "not known"),
    ],
)
def test_the_first_of_several_email_addresses(written: str, email: str):
    assert only(read_csv(f'Name,Email\nAnn Lee,"{written}"\n')).email == email


@pytest.mark.parametrize(
    ("written", "dear"),
    [("Dear Bob,", "Bob"), ("Hello Bob!", "Bob"), ("HI Bob", "Bob"), ("Bob:", "Bob"), ("Hilda", "Hilda"), ("", "Ann")],
)
def test_a_column_that_has_the_whole_greeting(written: str, dear: str):
    assert only(read_csv(f'Name,Dear\nAnn Lee,"{written}"\n')).dear == dear


def test_a_line_in_whose_care_stands_above_the_street():
    ann, bob, cy = read_csv("""
        Name,Street,City
        Ann Lee c/o Pine Lodge,1 Elm,Akron
        Bob Ray,2 Elm,Akron
        Cy Moe c/o Pine Lodge,,Akron
        """).customers
    assert [one.address.lines for one in (ann, bob, cy)] == [("c/o Pine Lodge", "1 Elm"), ("2 Elm",), ()]


def test_pictures_in_a_name_are_told():
    book = read_csv("First Name,Last Name\nAnn 🌷,Lee\nZoë,Ray\n")
    assert [one.first_name for one in book.customers] == ["Ann", "Zoë"]
    assert about(book, "emoji").place.cell == "A2"
    assert about(book, "emoji").level is Level.NOTICE


def test_whom_one_speaks_to_at_a_firm_is_greeted():
    book = read_csv("""
        Contact,Name
        Rosa Holm,Ostrava Tiles Ltd
        Rosa Holm,Jan Peeters
        Pine & Co. Ltd,Jan Peeters
        Rosa Holm,
        ,Ostrava Tiles Ltd
        """)
    assert [(one.name, one.company, one.dear) for one in book.customers] == [
        ("Rosa Holm", "Ostrava Tiles Ltd", "Rosa"),
        ("Jan Peeters", "", "Jan"),
        ("Jan Peeters", "", "Jan"),
        ("Rosa Holm", "", "Rosa"),
        ("Ostrava Tiles Ltd", "Ostrava Tiles Ltd", ""),
    ]


def test_an_envelope_column_wins_and_the_whole_name_counts_without_a_first():
    book = read_csv("""
        Name,First Name,Last Name,Envelope,Suffix,Middle Name
        Rosa Lindqvist-Holm,Rosa,Holm,Frau Rosa Holm,,
        Jan Peeters,,Peeters,,,
        ,Ida,Holm,,Jr.,Maria
        ,,Holm,,,
        """)
    assert [(one.name, one.dear, one.envelope) for one in book.customers] == [
        ("Rosa Holm", "Rosa", "Frau Rosa Holm"),
        ("Jan Peeters", "Jan", "Jan Peeters"),
        ("Ida Holm", "Ida", "Ida Maria Holm Jr."),
        ("Holm", "", "Holm"),
    ]


def test_ids_are_the_files_own_or_outlive_a_sorting_and_are_told_apart():
    book = read_csv("""
        Name,ID,Email,ZIP,Street
        Ann Lee,7,ann@example.com,44301,1 Elm
        Ann Lee,,Ann.L@example.com,44301,1 Elm
        Ann Lee,,,44301,1 Elm
        Ann Lee,,,44301,2 Elm
        Ann Lee,7,,44301,3 Elm
        ,,,,4 Elm
        """)
    assert [one.customer_id for one in book.customers] == [
        "7", "ann.l@example.com", "Ann Lee, 44301", "Ann Lee, 44301 (2)", "7 (2)", "nobody",
    ]  # fmt: skip


def test_a_file_without_addresses_is_told_once():
    book = read_csv("Name,Email\nAnn Lee,a@example.com\nBob Ray,b@example.com\n")
    assert about(book, "no postal address").place.row is None


def test_an_address_is_of_one_group_of_columns():
    book = read_csv("""
        First Name,Home Street,Home City,Home Postal Code,Business Street,Business City,Business Postal Code
        Ann,1 Elm,Akron,44301,9 Mill,Dover,19901
        Bob,,Akron,,9 Mill,Dover,19901
        """)
    assert [one.address.city for one in book.customers] == ["Akron", "Dover"]


def test_without_ids_the_ids_do_not_depend_on_the_order_of_rows():
    rows = ["Ann Lee,44301,a@example.com", "Bob Ray,44302,", "Cy Moe,44303,"]
    there, back = (read_csv("\n".join(["Name,Zip,Email", *some])) for some in (rows, rows[::-1]))
    assert {one.name: one.customer_id for one in there.customers} == {
        one.name: one.customer_id for one in back.customers
    }


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        (
            Address(("Hauptstr. 1", "Hinterhaus"), "Köln", "", "D-50667", "DE"),
            ("Hauptstr. 1", "Hinterhaus", "50667 Köln", "GERMANY"),
        ),
        (Address(("Storgatan 4",), "Piteå", "", "S-941 31", "Sweden"), ("Storgatan 4", "941 31 Piteå", "SWEDEN")),
        (
            Address(("1-2 Ginza",), "Chuo-ku", "Tokyo", "104-0061", "JP"),
            ("1-2 Ginza", "Chuo-ku, Tokyo", "104-0061", "JAPAN"),
        ),
        (
            Address(("4 Hoxton St",), "London", "Kent", "N1 5LH", "UK"),
            ("4 Hoxton St", "LONDON", "Kent", "N1 5LH", "UNITED KINGDOM"),
        ),
        (Address(("9 Elm St", "Apt 2"), "Boston", "MA", "02113", ""), ("9 Elm St", "Apt 2", "Boston, MA 02113")),
        (Address(("9 Elm St",), "Boston", "", "02113", "USA"), ("9 Elm St", "Boston 02113")),
        (Address(("Plaza 1",), "Springfield", "", "77", "Ruritania"), ("Plaza 1", "Springfield 77", "RURITANIA")),
        (
            Address(("Prinsengracht 3",), "Amsterdam", "VV", "1016", "NL"),
            ("Prinsengracht 3", "1016 VV Amsterdam", "NETHERLANDS"),
        ),
    ],
)
def test_the_lines_of_an_address_in_the_order_of_its_country(address: Address, lines: tuple[str, ...]):
    assert postal_lines(address, "US") == lines


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("9 Mill Lane\nCambridge, MA 02139", Address(("9 Mill Lane",), "Cambridge", "MA", "02139")),
        ("Hauptstr. 9\n01099 Dresden\nGermany", Address(("Hauptstr. 9",), "Dresden", "", "01099", "DE")),
        (
            "12 Rue X, Apt 4, Montréal, QC H2L 3K7, Canada",
            Address(("12 Rue X", "Apt 4"), "Montréal", "QC", "H2L 3K7", "CA"),
        ),
        ("9 Mill Lane", Address(("9 Mill Lane",))),
    ],
)
def test_an_address_in_one_cell(text: str, address: Address):
    assert taken_apart(text) == address


def test_a_canadian_code_and_province_tell_the_country():
    customer = only(read_csv("Name,Street,City,State,Zip\nAnn Lee,1 Elm,Halifax,NS,B3H 2R9\n"))
    assert customer.address.country == "CA"


@pytest.mark.parametrize(
    ("whole", "name", "company", "dear"),
    [
        ("Acme Works", "Ann Ray", "Acme Works", "Ann"),  # neither of her names is in it
        ("Ann Ray", "Ann Ray", "", "Ann"),
        ("Ray Household", "Ray", "", "Ray family"),
        ("Ann and Bob Ray", "Ann and Bob Ray", "", "Ann and Bob"),
    ],
)
def test_a_whole_name_beside_the_parts_is_the_firms_or_the_houses(whole: str, name: str, company: str, dear: str):
    customer = only(read_csv(f"Name,First Name,Last Name,City\n{whole},Ann,Ray,Akron\n"))
    assert (customer.name, customer.company, customer.dear) == (name, company, dear)


@pytest.mark.parametrize(
    ("columns", "values", "number"),
    [
        ("Patient ID,Patient Name,Species,Owner Name", "77,Otis,dog,Ann Ray", ""),
        ("Patient ID,Patient Name", "77,Ann Ray", "77"),
        ("Student ID,Student Name,Parent Name", "77,Mia Ray,Ann Ray", ""),
        ("Student ID,Student Name", "77,Ann Ray", "77"),
    ],
)
def test_the_number_of_an_animal_or_a_child_is_not_the_customers(columns: str, values: str, number: str):
    customer = only(read_csv(f"{columns},City\n{values},Akron\n"))
    assert customer.name == "Ann Ray"
    assert (customer.customer_id == "77") == (number == "77")


def test_a_list_of_pupils_of_whom_many_have_no_parent_beside_them_is_of_the_pupils():
    book = read_csv(
        "Pupil,Parent,Address,Village,Postcode,D.O.B.,Started\n"
        "Otto Penn,Ruth P.,7 Ferry Row,Saltwick,LN99 4ZB,16/12/2016,12/09/2023\n"
        "Marga Holm,,1 Shore Lane,Saltwick,LN99 4ZB,21/12/1951,18/02/2022\n"
    )
    assert [(one.dear, str(one.birthday), str(one.first_purchase)) for one in book.customers] == [
        ("Otto", "2016-12-16", "2023-09-12"),
        ("Marga", "1951-12-21", "2022-02-18"),
    ]


def test_where_every_pupil_has_a_parent_the_card_is_the_parents():
    book = read_csv(
        "Pupil,Parent,Address,Village,Postcode,D.O.B.\n"
        "Otto Penn,Ruth Penn,7 Ferry Row,Saltwick,LN99 4ZB,16/12/2016\n"
        "Marga Holm,Ida Holm,1 Shore Lane,Saltwick,LN99 4ZB,21/12/2011\n"
    )
    assert [(one.dear, one.birthday) for one in book.customers] == [("Ruth", None), ("Ida", None)]
