"""Names with something beside them that is no name: what they do, whose they are, the kind of a firm."""

import pytest
from offices import read_csv

from notes.language.lexicon import Kind as HoldKind
from notes.reading.values.person_names import Kind, from_columns, parsed

PEOPLE = """
Maeve (Gráinne's sister) Tobin | Maeve | Maeve Tobin
Maeve Tobin - Gráinne's sister | Maeve | Maeve Tobin
Declan (Barber) Walsh | Declan | Declan Walsh
Declan (barber) | Declan | Declan
Robert (Bob) Smith | Bob | Robert Smith
Rosa (Mum) Holm | Rosa | Rosa Holm
Bob (and Sue) Smith | Bob and Sue | Bob and Sue Smith
Smith Bob & Sue | Bob and Sue | Bob & Sue Smith
Bob Smith & Sue | Bob and Sue | Bob Smith & Sue
Mr. Otto & Petra | Otto and Petra | Mr. Otto & Petra
Anna u. Karl Schäfer | Anna and Karl | Anna u. Karl Schäfer
Anna U. Thant | Anna | Anna U. Thant
Eheleute Schäfer | Eheleute Schäfer | Eheleute Schäfer
Eheleute Anna und Karl Schäfer | Anna and Karl | Anna und Karl Schäfer
Sister Mary Agnes Doyle | Sister Mary Agnes | Sister Mary Agnes Doyle
Sister Mary Agnes | Sister Mary Agnes | Sister Mary Agnes
Bro. Kevin Walsh | Bro. Kevin | Bro. Kevin Walsh
Docteur Claire Martin | Claire | Docteur Claire Martin
Mª José García | Mª José | Mª José García
HOLM Rosa | Rosa | Rosa Holm
Rosa HOLM | Rosa | Rosa Holm
ROSA HOLM | Rosa | Rosa Holm
zzz Rosa Holm | Rosa | Rosa Holm
*Rosa Holm | Rosa | Rosa Holm
Rosa Holm VIP | Rosa | Rosa Holm
Rosa Holm, Attorney | Rosa | Rosa Holm
c/o Ida Krug |  | c/o Ida Krug
Earl Jones | Earl | Earl Jones
"""


@pytest.mark.parametrize("line", PEOPLE.strip().splitlines())
def test_what_stands_beside_a_name_is_greeted_by_nobody(line):
    name, dear, envelope = (part.strip() for part in line.split("|"))
    one = parsed(name)
    assert (one.dear, one.envelope) == (dear, envelope)
    assert one.kind is not Kind.FIRM


@pytest.mark.parametrize(
    "name",
    ["Mairie de Lyon", "EARL des Lilas", "Hotel Post", "Bar Manolo", "Peluquería Ana", "Chez Paul", "Salon Belle",
     "Kita Sonnenschein", "Huber Bau", "Ayuntamiento de Gijón", "Greenleaf Constructions P/L", "Old Mill Farm",
     "Bendigo RSL"],
)  # fmt: skip
def test_a_firm_is_known_by_the_word_for_its_kind(name):
    assert parsed(name).kind is Kind.FIRM


@pytest.mark.parametrize(
    ("first", "last", "title", "dear"),
    [
        ("Declan (Barber)", "Walsh", "", "Declan"),
        ("Maeve (Gráinne's sister)", "Tobin", "", "Maeve"),
        ("William (Bill)", "Walsh", "", "Bill"),
        ("Ruth/Walt", "Holm", "", "Ruth and Walt"),
        ("Mrs P", "Tolland", "", "Mrs Tolland"),
        ("Miss", "Tolland", "", "Miss Tolland"),
        ("Rev'd", "Gilchrist", "", "Rev'd Gilchrist"),
        ("Dr Anna", "Weiß", "", "Anna"),
        ("Don Lee", "Holm", "", "Don Lee"),
        ("MARGARET E", "HOLM", "", "Margaret E"),
        ("Mary Agnes", "Doyle", "Sister", "Sister Mary Agnes"),
    ],
)
def test_beside_a_first_name_of_its_own_too(first, last, title, dear):
    assert from_columns(first, last, title).dear == dear


@pytest.mark.parametrize(
    ("name", "contact", "dear", "company"),
    [
        ("Mrs R Ampleforth", "Ruth Ampleforth", "Ruth", ""),
        ("Mrs R Ampleforth", "Peter Dyson", "Mrs Ampleforth", "Peter Dyson"),
        ("Dyson & Sons Ltd", "Peter Dyson", "Peter", "Dyson & Sons Ltd"),
    ],
)
def test_a_contact_has_the_first_name_that_the_account_lacks(name, contact, dear, company):
    (customer,) = read_csv(f"Name,Contact name,Street,City\n{name},{contact},4 Mill Lane,Malton").customers
    assert (customer.dear, customer.company) == (dear, company)


def test_what_a_web_shop_writes_for_its_pages_reads_as_it_is_meant():
    (customer,) = read_csv("First,Last,Company,City\nAnn,O&#8217;Neill,Books &amp; Tea,Ely").customers
    assert (customer.last_name, customer.company) == ("O’Neill", "Books & Tea")


@pytest.mark.parametrize(
    ("line", "dear"), [("Liebe Petra, lieber Uwe", "Petra und Uwe"), ("Dear Ann, dear Bob", "Ann and Bob")]
)
def test_two_who_are_greeted_one_after_the_other(line, dear):
    (customer,) = read_csv(f'Name,City,Briefanrede\nSandmann,Ely,"{line}"').customers
    assert customer.dear == dear


def test_a_firm_alone_in_the_column_of_first_names_is_a_firm():
    (customer,) = read_csv("First,Last,Street,City\nHumane Educational Society,,1 Elm,Ely").customers
    assert (customer.company, customer.first_name, customer.dear) == ("Humane Educational Society", "", "")


@pytest.mark.parametrize(("name", "held"), [("zzz Rosa Holm", True), ("xx - Rosa Holm", True), ("*Rosa Holm", False)])
def test_a_name_that_is_sorted_to_the_end_is_asked_about(name, held):
    (customer,) = read_csv(f"Name,Street,City\n{name},12 Elm St,Akron").customers
    assert [hold.kind for hold in customer.holds] == [HoldKind.CLOSED] * held
