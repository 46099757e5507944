"""Values of cells: dates decided by column, money, postal codes, yes and no."""

from datetime import date
from decimal import Decimal

import pytest
from offices import about, only, read_csv, read_workbook

from notes.language.texts import cleaned
from notes.post.postal_codes import postal_code
from notes.problems import BadValue, Level
from notes.reading.values.answers import yes_or_no
from notes.reading.values.money import amount


def birthdays(text: str, **business: str) -> list[str | None]:
    return [str(one.birthday) if one.birthday else None for one in read_csv(text, **business).customers]


def test_one_date_proves_the_order_for_its_column():
    assert birthdays("""
        Name,Birthday
        Ann Lee,3/4/1968
        Bob Ray,6/14/1971
        """) == ["1968-03-04", "1971-06-14"]
    assert birthdays("""
        Name,Birthday
        Ann Lee,3/4/1968
        Bob Ray,14/6/1971
        """) == ["1968-04-03", "1971-06-14"]


def test_a_column_that_proves_nothing_is_asked_about():
    text = """
        Name,Birthday
        Ann Lee,3/4/1968
        """
    book = read_csv(text)
    assert book.questions
    assert only(book).birthday is None
    assert about(book, "Birthday", "month first or day first").level is Level.ERROR
    assert birthdays(text, date_order="day first") == ["1968-04-03"]


def test_the_dates_beside_settle_the_order_and_it_is_told():
    book = read_csv("""
        Name,Birthday,First Purchase
        Ann Lee,3/4/1968,2/19/2021
        """)
    assert str(only(book).birthday) == "1968-03-04"
    assert about(book, "3/4/1968", "month first").level is Level.NOTICE


def test_a_column_of_both_orders_is_told_and_only_what_is_sure_is_read():
    book = read_csv("""
        Name,Birthday
        Ann Lee,13/6/1971
        Bob Ray,6/14/1971
        Cy Moe,5/6/1971
        """)
    assert [str(one.birthday) for one in book.customers] == ["1971-06-13", "1971-06-14", "None"]
    assert about(book, "13/6/1971", "6/14/1971").level is Level.ERROR


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("--04-12", "--04-12"),
        ("0000-09-21", "--09-21"),
        ("1604-02-29", "--02-29"),
        ("7 June", "--06-07"),
        ("June 7th", "--06-07"),
        ("29.02.1984", "1984-02-29"),
        ("1984-02-29 00:00:00", "1984-02-29"),
        ("5. März 1987", "1987-03-05"),
        ("le 5 mars 1987", None),
        ("Sat, Mar 7, 1987", "1987-03-07"),
        ("05-Mar-87", "1987-03-05"),
        ("19870305", "1987-03-05"),
        ("1/1/1900", None),
        ("0/0/00", None),
        ("12/25/49", "1949-12-25"),
        ("1/13/00", "--01-13"),
        ("n/a", None),
        ("", None),
        ("2/29/1985", None),
        ("12/25/2031", None),
    ],
)
def test_days_as_people_write_them(written: str, day: str | None):
    assert birthdays(f'Name,Birthday\nAnn Lee,"{written}"\n') == [day]


def test_what_is_no_date_is_told_at_its_cell():
    book = read_csv("""
        Name,Birthday
        Ann Lee,31/02/1990
        Bob Ray,1987
        Cy Moe,12/25/2031
        """)
    places = {one.place.cell: one.message for one in book.problems if one.place.cell}
    assert "31/02/1990" in places["B2"]
    assert "only a year" in places["B3"]
    assert "2031" in places["B4"]


def test_a_serial_number_is_read_as_a_date_and_told(tmp_path):
    book = read_workbook(tmp_path / "a.xlsx", Customers=[["Name", "Birthday"], ["Ann Lee", 26098]])
    assert str(only(book).birthday) == "1971-06-14"
    assert about(book, "26098").place.cell == "B2"


def test_half_a_column_that_a_spreadsheet_swapped_is_asked_about(tmp_path):
    typed = [[f"P{n} Lee", date(2021, n, 5)] for n in range(1, 6)]
    rows = [["Name", "First Purchase"], *typed, ["Q Ray", "13/02/2021"], ["R Ray", "25/03/2021"]]
    assert read_workbook(tmp_path / "a.xlsx", Customers=rows).questions


@pytest.mark.parametrize(
    ("written", "value", "currency"),
    [
        ("$1,234.50", "1234.50", "USD"),
        ("1.234,50 €", "1234.50", "EUR"),
        ("($45.00)", "-45.00", "USD"),
        ("-45", "-45", ""),
        ("USD 99", "99", "USD"),
        ("1 234,50 zł", "1234.50", "PLN"),
        ("CHF 1'234.50", "1234.50", "CHF"),
        ("1,234", "1234", ""),
        ("12,5", "12.5", ""),
        ("R$ 3.000,00", "3000.00", "BRL"),
        ("12.00-", "-12.00", ""),
    ],
)
def test_money_as_people_write_it(written: str, value: str, currency: str):
    found = amount(written)
    assert found is not None
    assert (found.value, found.currency) == (Decimal(value), currency)


@pytest.mark.parametrize("written", ["free", "12 and 13", "=SUM(A1:A3)", "#N/A", "5 apples", "1e400"])
def test_what_is_no_money(written: str):
    with pytest.raises(BadValue):
        amount(written)


def test_a_column_decides_what_a_point_means():
    book = read_csv("""
        Name;Umsatz
        Ann Lee;1.234
        Bob Ray;43,62
        """)
    assert [one.total_spent for one in book.customers] == [Decimal(1234), Decimal("43.62")]


def test_another_currency_is_kept_apart_and_told():
    book = read_csv("""
        Name,Total Spent
        Ann Lee,$10.00
        Bob Ray,$12.00
        Cy Moe,"1.234,50 €"
        """)
    assert (book.customers[2].total_spent, book.customers[2].currency) == (Decimal("1234.50"), "EUR")
    assert about(book, "1.234,50 €", "EUR").place.row == 4


@pytest.mark.parametrize(
    ("written", "country", "region", "code", "told"),
    [
        ("2113", "US", "MA", "02113", True),
        ("2113", "US", "Massachusetts", "02113", True),
        ("7611", "US", "TX", "7611", True),
        ("940431351", "US", "CA", "94043-1351", False),
        ("60316.0", "DE", "", "60316", False),
        ("171", "NO", "", "0171", True),
        ("1000", "BE", "", "1000", False),
        ("H2L 3K7", "CA", "QC", "H2L 3K7", False),
    ],
)
def test_postal_codes_keep_or_get_back_their_zeros(written, country, region, code, told):
    found, message, _ = postal_code(written, country, region)
    assert (found, bool(message)) == (code, told)


def test_yes_and_no_in_the_words_of_people():
    assert [yes_or_no(one) for one in ("x", "X", True, "yes", 1, "✓", "Ja", "Yes, moved")] == [True] * 8
    assert [yes_or_no(one) for one in ("no", "N", "FALSE", 0, "", None, "nein")] == [False] * 7
    assert yes_or_no("moved away") is None


def test_nothing_invisible_stays():
    assert cleaned("\u200b Fra\u00adnk\xa0\u202e") == "Frank"
    assert cleaned("Le\u0301onie") == "Léonie"
    assert cleaned('="02113"') == "02113"
    assert cleaned("'t Hart") == "'t Hart"
    assert cleaned("a\r\nb\x0b c") == "a\nb\nc"


def test_an_amount_without_a_sign_is_in_the_currency_of_its_column():
    book = read_csv("Name;Umsatz\nAnn Lee;1.234,50 €\nBob Ray;99,00\n")
    assert [one.currency for one in book.customers] == ["EUR", "EUR"]


def test_dates_of_purchase_keep_to_the_past():
    book = read_csv("""
        Name,First Purchase
        Ann Lee,2027-01-01
        Bob Ray,2021-01-01
        """)
    assert [one.first_purchase for one in book.customers] == [None, date(2021, 1, 1)]
