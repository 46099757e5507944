"""Values of cells: dates decided by column, money, postal codes, yes and no."""

from datetime import date
from decimal import Decimal

import pytest
from offices import TODAY, about, only, read_csv, read_workbook

from notes.language.texts import cleaned
from notes.post.postal_codes import postal_code
from notes.problems import BadValue, Level
from notes.reading import read_book
from notes.reading.values.answers import yes_or_no
from notes.reading.values.dates import Use, Vague, settled, shape
from notes.reading.values.money import amount, currency_code
from notes.settings import Settings


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
        ("1/13/10", "2010-01-13"),
        ("1/13/20", "--01-13"),
        ("1/13/00", "--01-13"),
        ("n/a", None),
        ("", None),
        ("2/29/1985", None),
        ("12/25/2031", None),
    ],
)
def test_days_as_people_write_them(written: str, day: str | None):
    assert birthdays(f'Name,Birthday\nAnn Lee,"{written}"\n') == [day]


def meant(value: object, use: Use, from_1904: bool = False) -> str:
    """The day, "" where there is none, or what is wrong with it, as on 1 November 2026."""
    try:
        found = shape(value, from_1904)
        day, _ = settled(found, None, use, TODAY) if found else (None, "")
        return str(day) if day else ""
    except BadValue as bad:
        return bad.message


@pytest.mark.parametrize(
    "written", ["1900-01-01", "1900-01-00", "1899-12-30", "1899-12-31", "9999-12-31", "1753-01-01"]
)
def test_what_programs_write_where_there_is_no_date(written: str):
    assert meant(written, Use.PAST) == ""
    assert meant(f"{written[:5]}02{written[7:]}", Use.PAST) != ""  # the same in February


@pytest.mark.parametrize(
    ("written", "use", "day"),
    [
        ("01.11.26", Use.PAST, "2026-11-01"),
        ("02.11.26", Use.PAST, "1926-11-02"),
        ("01.11.26", Use.BIRTHDAY, "--11-01"),  # a baby, or a hundred years old
        ("02.11.26", Use.BIRTHDAY, "1926-11-02"),
        ("14.06.38", Use.ANY, "2038-06-14"),
        ("14.06.39", Use.ANY, "1939-06-14"),
    ],
)
def test_the_century_of_two_digits(written: str, use: Use, day: str):
    assert meant(written, use) == day


@pytest.mark.parametrize(
    ("written", "use", "day"),
    [
        ("2026-11-01", Use.PAST, "2026-11-01"),
        ("2026-11-02", Use.PAST, "“2026-11-02” is in the future (2026-11-02)."),
        ("2026-11-02", Use.ANY, "2026-11-02"),
        ("1890-06-14", Use.PAST, "1890-06-14"),
        ("1889-06-14", Use.PAST, "“1889-06-14” cannot be right: its year is 1889."),
        ("2200-06-14", Use.ANY, "2200-06-14"),
        ("2201-06-14", Use.ANY, "“2201-06-14” cannot be right: its year is 2201."),
        ("--04-12", Use.ANY, "--04-12"),
        ("--04-12", Use.PAST, "“--04-12” has no year."),
    ],
)
def test_a_date_lies_where_it_can(written: str, use: Use, day: str):
    assert meant(written, use) == day


@pytest.mark.parametrize("length", [(1, 31), (2, 29), (3, 31), (4, 30), (5, 31), (6, 30), (7, 31), (8, 31), (9, 30),
                                    (10, 31), (11, 30), (12, 31)])  # fmt: skip
def test_the_last_day_of_a_month(length: tuple[int, int]):
    month, last = length
    assert meant(f"--{month:02}-{last}", Use.ANY) == f"--{month:02}-{last}"
    assert "there is no such day" in meant(f"--{month:02}-{last + 1}", Use.ANY)


@pytest.mark.parametrize(
    ("number", "day"),
    [
        (0, ""),
        (-1, "“-1” is not a date."),
        (0.5, "“0.5” is not a date."),
        (3, "1900-01-02"),
        (1799, "1904-12-03"),
        (1900.5, "1905-03-14"),
        (2101, "1905-10-01"),
        (26098.75, "1971-06-14"),
        ("26098,0", "1971-06-14"),
        (73050, "2099-12-31"),
        (109_999, "“109999” cannot be right: its year is 2201."),
        (110_000, "“110000” is not a date."),
        (True, "“True” is not a date."),
    ],
)
def test_a_number_as_a_date(number: object, day: str):
    assert meant(number, Use.ANY) == day


@pytest.mark.parametrize(
    ("text", "year", "month"),
    [
        (1800, 1800, None),
        ("2018", 2018, None),
        ("since 2018", 2018, None),
        ("Mar 2019", 2019, 3),
        ("March, 2019", 2019, 3),
        ("03/2019", 2019, 3),
        ("2019-03", 2019, 3),
        ("März 2019", 2019, 3),
    ],
)
def test_a_year_and_a_month_are_dates_of_that_precision(text: object, year: int, month: int | None):
    found = shape(text)  # type: ignore[arg-type]
    assert isinstance(found, Vague) and (found.year, found.month) == (year, month)


def test_a_customer_since_a_year_is_none_since_their_first_order_in_the_file():
    book = read_csv("Name,Client since\nAnn Lee,2018\nBob Ray,Mar 2019\nCy Moe,Mar-21\nDi Fox,2015\n")
    assert [one.since_year for one in book.customers] == [2018, None, None, 2015]
    assert [str(one.first_purchase) for one in book.customers] == ["None", "2019-03-01", "2021-03-01", "None"]
    assert len([one for one in book.problems if "2 rows: only a year under “Client since”" in one.message]) == 1


def test_days_that_stand_for_no_date_are_told_once():
    rows = "".join(f"P{n} Lee,1970-01-01\n" for n in range(4)) + "Bob Ray,1980-02-03\nCy Moe,2000-01-01\n"
    book = read_csv(f"Name,Birthday\n{rows}")
    assert [str(one.birthday) for one in book.customers[4:]] == ["1980-02-03", "2000-01-01"]
    assert not any(one.birthday for one in book.customers[:4])
    assert about(book, "4 rows under “Birthday”: 1970-01-01 stands for no date").level is Level.NOTICE


@pytest.mark.parametrize(
    ("columns", "values", "birthday"),
    [
        ("Birth Year,Birth Month,Birth Day", "1980,2,3", "1980-02-03"),
        ("Birth Year,Birth Month,Birth Day", ",Feb,3", "--02-03"),
        ("Birth Year,Birth Month,Birth Day", "1980,,3", None),
        ("Birth Month,Birth Day", "2,30", None),
        ("Birth Day", "3", None),
        ("Birthday", "1980-02-03 at 3:10:44 PM PST", "1980-02-03"),
        ("Birthday", "0001-01-01", None),
        ("Birthday", "1980-02-03T23:00:00.000Z", "1980-02-04"),
        ("Birthday", "1980-02-03T05:00:00Z", "1980-02-03"),
    ],
)
def test_a_birthday_in_parts_and_beside_a_time(columns: str, values: str, birthday: str | None):
    found = only(read_csv(f"Name,{columns}\nAnn Lee,{values}\n")).birthday
    assert (str(found) if found else None) == birthday


def test_a_birthday_to_which_a_spreadsheet_put_its_year_has_none(tmp_path):
    from datetime import date

    rows = [
        ["Name", "Birthday"],
        ["Ann Lee", date(2019, 3, 4)],
        ["Bob Ray", date(2019, 7, 8)],
        ["Cy Moe", date(2019, 9, 1)],
    ]
    book = read_workbook(tmp_path / "a.xlsx", Customers=[*rows, ["Di Fox", date(1980, 1, 2)]])
    assert [str(one.birthday) for one in book.customers] == ["--03-04", "--07-08", "--09-01", "1980-01-02"]


def test_a_workbook_that_counts_from_1904():
    assert meant(26098, Use.PAST, from_1904=True) == "1975-06-15"


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
        ("12.00 -", "-12.00", ""),
        ("-$45.00", "-45.00", "USD"),
        ("$-45.00", "-45.00", "USD"),
        ("- 45", "-45", ""),
        ("+ 45", "45", ""),
        ("45 USD -", "-45", "USD"),
        ("45 USD +", "45", "USD"),
        ("0,123", "0.123", ""),
        ("-0,123", "-0.123", ""),
        (",50", "0.50", ""),
        ("1.234.567", "1234567", ""),
        ("1,234.5", "1234.5", ""),
        ("12,-", "12", ""),
        ("999999999999", "999999999999", ""),
    ],
)
def test_money_as_people_write_it(written: str, value: str, currency: str):
    found = amount(written)
    assert found is not None
    assert (found.value, found.currency) == (Decimal(value), currency)


@pytest.mark.parametrize(
    "written",
    ["free", "12 and 13", "=SUM(A1:A3)", "#N/A", "5 apples", "1e400", "45 EUR USD", "1000000000000", 1e12, True],
)
def test_what_is_no_money(written: object):
    with pytest.raises(BadValue):
        amount(written)


@pytest.mark.parametrize(
    ("sign", "home", "country", "code"),
    [
        ("$", "USD", "", "USD"),
        ("$", "MXN", "", "MXN"),
        ("$", "EUR", "", "USD"),
        ("kr", "NOK", "", "NOK"),
        ("kr", "USD", "DK", "DKK"),
        ("kr", "USD", "", "SEK"),
        ("usd", "EUR", "", "USD"),
        ("Schillings", "EUR", "", None),
    ],
)
def test_a_sign_that_several_currencies_have(sign: str, home: str, country: str, code: str | None):
    assert currency_code(sign, home, country) == code


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


@pytest.mark.parametrize(
    ("code", "countries"),
    [
        ("012", "IS"),
        ("0123", "NO AU NZ ZA BG"),
        ("01234", "US PR DE FR IT ES FI MX EE HR MY TR UA CZ SK GR SE"),
        ("01-234", "PL"),
        ("012345", "SG RO CN RU"),
        ("0123-456", "PT"),
        ("012-3456", "JP"),
        ("01234-567", "BR"),
    ],
)
def test_the_length_of_the_codes_of_a_country(code: str, countries: str):
    digits = code.replace("-", "")
    for country in countries.split():
        found, told, remedy = postal_code(digits[1:], country, "")
        assert (found, told) == (code, f"“{digits[1:]}” has lost its leading zero and is read as {code}.")
        assert code in remedy
        assert postal_code(digits, country, "") == (digits, "", "")
        assert postal_code(f"{digits}9", country, "Anywhere")[0] == (f"{digits}9")
        assert postal_code(digits[3:], country, "")[0] == digits[3:]


@pytest.mark.parametrize(
    ("written", "region", "code", "told"),
    [
        ("94043135", "", "09404-3135", "“94043135” has lost its leading zero and is read as 09404-3135."),
        ("940431351", "", "94043-1351", ""),
        ("211", "TX", "211", "“211” is too short, and 00211 would not be in TX."),
        ("123456", "MA", "123456", "“123456” does not have 5 digits."),
        ("SW1A 1AA", "", "SW1A 1AA", ""),
    ],
)
def test_codes_of_the_united_states(written: str, region: str, code: str, told: str):
    assert postal_code(written, "US", region)[:2] == (code, told)


def test_yes_and_no_in_the_words_of_people():
    assert [yes_or_no(one) for one in ("yes, but", "Ja: ok", "oui!", 1.0, " true.")] == [True] * 5
    assert [yes_or_no(one) for one in ("no, thanks", "nein danke", 0.0, "n/a", "-")] == [False] * 5
    assert [yes_or_no(one) for one in (2, -1, 0.5, "maybe", ".")] == [None] * 5
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


def test_a_sum_has_the_currency_that_its_cell_shows(tmp_path):
    from openpyxl import Workbook

    workbook = Workbook()
    sheet = workbook.active
    sheet.append(["Name", "Total Spent", "Currency"])
    rows = [
        ("Ann Lee", 5, None),
        ("Bob Ray", 6, None),
        ("Cy Moe", 7, "gbp"),
        ("Di Fox", "$8", None),
        ("Ed Fry", 9, None),
    ]
    for row, one in enumerate(rows, 2):
        sheet.append(one)
        if row != 6:
            sheet.cell(row, 2).number_format = '#,##0.00\\ "€"' if row != 3 else "#,##0.00"
    workbook.save(tmp_path / "a.xlsx")
    book = read_book(tmp_path / "a.xlsx", Settings(), today=TODAY)
    assert [one.currency for one in book.customers] == ["EUR", "USD", "GBP", "USD", "USD"]


@pytest.mark.parametrize("written", ["1900-02-29", "0001-01-01", "1970-01-01", "1753-01-01"])
def test_days_that_never_were_or_are_everybodys_are_no_dates(written: str):
    assert meant(written, Use.ANY) == ""
    assert meant(written.replace("-0", "-1", 1), Use.ANY) != ""


OF_THE_STATES = """
    Name,Birthday,Street,City,State,ZIP
    Ann Lee,12/7/1968,1 Elm St,Akron,OH,44301
    Bob Ray,3/4/1971,2 Elm St,Bend,OR,97701
    """
WHOLE = """
    Name,Birthday,Address
    Ann Lee,12/7/1968,"1 Elm St, Akron, OH 44301"
    Bob Ray,3/4/1971,"2 Elm St, Bend, OR 97701"
    """
BRITISH = """
    Name,Birthday,Street,Town,Postcode
    Ann Lee,12/7/1968,1 Elm Rd,Leeds,LS7 1AB
    Bob Ray,3/4/1971,2 Elm Rd,York,YO17 7HT
    """


@pytest.mark.parametrize(
    ("text", "expected"), [(OF_THE_STATES, "1968-12-07"), (WHOLE, "1968-12-07"), (BRITISH, "1968-07-12")]
)
def test_where_all_live_in_one_country_its_order_of_day_and_month_is_meant(text, expected):
    book = read_csv(text)
    assert str(book.customers[0].birthday) == expected
    assert not book.questions
