"""Dates and sums of money as people write them, cell by cell: what each says by itself, before its column is asked."""

import datetime

import pytest

from notes.problems import BadValue
from notes.reading.files.sheets import Value
from notes.reading.values.dates import (
    Shape,
    Slashed,
    Vague,
    Whole,
    is_day_before,
    order_of,
    placeholders,
    shape,
    year_of_the_program,
)
from notes.reading.values.money import amount, currency_code, writes_comma

TODAY = datetime.date(2026, 11, 1)

# year-month-day; “3 or 4 of 2026” where either may be the month; “in 2026-3” for no day; “!” told or refused.
DATES = """
2026-03-04 => 2026-3-4
2026/3/4 => 2026-3-4
2026.3.4 => 2026-3-4
2026 - 3 - 4 => 2026-3-4
20260304 => 2026-3-4
18991231 => ! not a date
2026-03-04T23:00:00Z => 2026-3-4 utc 23
2026-03-04 00:00:00 => 2026-3-4
2026-03-04T12:00Z => 2026-3-4 utc 12
2026-03-04T12:30Z => 2026-3-4
2026-03-04 12:00 EST => 2026-3-4
2026-03-04T23:00:00+01:00 => 2026-3-4
3/4/2026 at 5:30 pm => 3 or 4 of 2026
March 4, 2026 10:15 => 2026-3-4
--03-04 => None-3-4
--0304 => None-3-4
3/4/26 => 3 or 4 of 26 short
3/4/'26 => 3 or 4 of 26 short
13/4/2026 => 13 or 4 of 2026 day first
3/14/2026 => 3 or 14 of 2026 month first
13/14/2026 => 13 or 14 of 2026
3/4 => 3 or 4 of None
3.4.2026 => 2026-4-3
3.4. => None-4-3
3-4-2026 => 3 or 4 of 2026
3 / 4 / 2026 => 3 or 4 of 2026
March 2026 => in 2026-3
Mar. 2026 => in 2026-3
March of 2026 => in 2026-3
März 2026 => in 2026-3
3/2026 => in 2026-3
13/2026 => ! not a date
0/2026 => ! not a date
2026-03 => in 2026-3
2026/13 => ! not a date
since 2019 => in 2019
early 2019 => in 2019
seit März 2019 => in 2019-3
summer 2019 => in 2019
2019 => in 2019
1799 => 1904-12-3 ! told
1800 => in 1800
2100 => in 2100
2101 => 1905-10-1 ! told
45000 => 2023-3-15 ! told
45000.0 => 2023-3-15 ! told
45000,00 => 2023-3-15 ! told
60 => -
61 => 1900-3-1 ! told
0 => -
1 => 1899-12-31 ! told
110000 => ! not a date
109999 => 2201-3-1 ! told
4 March => None-3-4
4th of March 2026 => 2026-3-4
4. März => None-3-4
March 4th, '26 => 26-3-4 short
March 4 => None-3-4
Mar 4 26 => 26-3-4 short
4-Mar-26 => 26-3-4 short
Wed, March 4, 2026 => 2026-3-4
Mittwoch, 4. März 2026 => 2026-3-4
Foo 4 => ! not a date
4 Foo => ! not a date
yes => ! not a date
n/a => -
#REF! => ! an error, not a date
=A1 => ! a formula, not a date
le 4 mars 2026 => ! not a date
4 de marzo de 2026 => 2026-3-4
1 1 1 => ! not a date
"""
# value, currency, and the sign for decimals that it proves.
MONEY = """
$1,234.50 => 1234.50 USD point
1.234,50 € => 1234.50 EUR comma
(12.00) => -12.00  point
-12 => -12
+12 => 12
12- => -12
12,- => 12
12.-- => 12
USD 99 => 99 USD
99 USD => 99 USD
$ 5 => 5 USD
5$ => 5 USD
- 5 => -5
-$5 => -5 USD
$-5 => -5 USD
($5) => -5 USD
5 CR => 5
CR 5 => 5
1,234 => 1234
1.234 => 1.234
12,34 => 12.34  comma
12.34 => 12.34  point
1,234,567 => 1234567  point
1.234.567 => 1234567  comma
1'234.50 => 1234.50  point
1’234 => 1234
1 234,50 => 1234.50  comma
0,123 => 0.123  comma
0.123 => 0.123  point
.5 => 0.5  point
,5 => 0.5  comma
12. => 12
1.2.3,4 => 123.4  comma
5 6 => 56
5 apples => ! not an amount
€5 $ => ! not an amount
12 - => -12
12 - € => -12 EUR
5 kr => 5 SEK
12.345,6 => 12345.6  comma
999999999999 => 999999999999
1000000000000 => ! not an amount
1e5 => ! not an amount
n/a => -
=A1 => ! a formula, not an amount
#REF! => ! an error, not an amount
1,2,3 => 123  point
£5 => 5 GBP
CHF 5.- => 5 CHF
12.50- => -12.50  point
5-€ => -5 EUR
"""


def rows(text: str) -> list[tuple[str, ...]]:
    return [tuple(part.strip() for part in line.split(" => ")) for line in text.strip().splitlines()]


def date_of(value: Value, from_1904: bool = False) -> str:
    try:
        return said(shape(value, from_1904))
    except BadValue as bad:
        return bad.message.partition("” is ")[2].join(["! ", ""]).rstrip(".")


def said(one: Shape) -> str:
    if one is None:
        return "-"
    if isinstance(one, Vague):
        return f"in {one.year}" + (f"-{one.month}" if one.month else "")
    short = " short" if one.short_year else ""
    if isinstance(one, Slashed):
        return f"{one.first} or {one.second} of {one.year}{short}" + (f" {one.proves.value}" if one.proves else "")
    hour = "" if one.utc_hour is None else f" utc {one.utc_hour}"
    return f"{one.year}-{one.month}-{one.day}{short}{hour}{' typed' if one.typed else ''}" + " ! told" * bool(
        one.remark
    )


@pytest.mark.parametrize(("written", "day"), rows(DATES))
def test_a_date_as_it_is_written(written: str, day: str) -> None:
    assert date_of(written) == day


@pytest.mark.parametrize(
    ("value", "from_1904", "day"),
    [
        (None, False, "-"),
        (0, False, "-"),
        (60, False, "-"),  # a 29 February that only Excel has
        (True, False, "! not a date"),
        (-1, False, "! not a date"),
        (0.5, False, "! not a date"),
        (1.5, False, "1899-12-31 ! told"),
        (45000, False, "2023-3-15 ! told"),
        (45000.75, False, "2023-3-15 ! told"),
        (45000, True, "2027-3-16 ! told"),
        (2019, False, "in 2019"),
        (2019.5, False, "1905-7-11 ! told"),
        (109_999, False, "2201-3-1 ! told"),
        (110_000, False, "! not a date"),
        (datetime.date(2026, 3, 4), False, "2026-3-4 typed"),
        (datetime.time(12), False, "-"),
    ],
)
def test_a_date_in_a_cell_of_numbers(value: Value, from_1904: bool, day: str) -> None:
    assert date_of(value, from_1904) == day


def test_the_remark_tells_the_number_as_the_cell_shows_it() -> None:
    remarks = [one.remark for one in map(shape, [45000, "45000.0"]) if isinstance(one, Whole)]
    assert remarks == ["the number 45000 was read as the date 2023-03-15."] * 2


@pytest.mark.parametrize(
    ("column", "order", "proofs"),
    [
        (["3/4/2026"], "", []),
        (["13/4/2026", "3/4/2026"], "day first", ["13/4/2026"]),
        (["3/14/2026", "3/15/2026"], "month first", ["3/14/2026"]),
        (["13/4/2026", "3/14/2026"], "", ["13/4/2026", "3/14/2026"]),
        (["2026-03-14"], "", []),
        (["12/13/2026", "13/12/2026"], "", ["12/13/2026", "13/12/2026"]),
        (["12/12/2026", "13/13/2026"], "", []),
    ],
)
def test_what_a_column_proves(column: list[str], order: str, proofs: list[str]) -> None:
    found, shown = order_of([shape(text) for text in column])
    assert (found.value if found else "", [*shown.values()]) == (order, proofs)


def days(text: str, *, typed: bool = False) -> list[Shape]:
    """The shapes of “1980-01-01 x 3, 1980-02-02, -”: days, so many times, and empty cells."""
    found: list[Shape] = []
    for part in filter(None, text.split(", ")):
        day, _, count = part.partition(" x ")
        one = None
        if day != "-":
            year, month, number = map(int, day.split("-"))
            one = Whole(day, month, number, year or None, typed=typed)
        found += [one] * int(count or 1)
    return found


@pytest.mark.parametrize(
    ("column", "no_dates"),
    [
        ("1970-1-1", {(1, 1, 1970)}),  # one that always stands for none
        ("1980-1-1 x 2", set()),
        ("1980-1-1 x 3", {(1, 1, 1980)}),
        ("1980-12-31 x 3", {(12, 31, 1980)}),
        ("1980-1-2 x 3", set()),
        ("1980-1-1 x 3, 1980-2-2 x 11", {(1, 1, 1980)}),  # more than a fifth
        ("1980-1-1 x 3, 1980-2-2 x 12", set()),
        ("1980-1-1 x 3, - x 20", {(1, 1, 1980)}),
        ("0-1-1 x 3", set()),
    ],
)
def test_a_first_of_january_that_too_many_have_is_no_date(column: str, no_dates: set[tuple[int, int, int]]) -> None:
    assert placeholders(days(column)) == no_dates


@pytest.mark.parametrize(
    ("column", "year"),
    [
        ("2026-3-4", 2026),
        ("2020-3-4 x 2", None),
        ("2020-3-4 x 3", 2020),
        ("2020-3-4 x 3, 2019-3-4 x 2", 2020),
        ("2020-3-4 x 3, 2019-3-4 x 3", None),
        ("2006-3-4 x 3", 2006),
        ("2005-3-4 x 3", None),
        ("2027-3-4 x 3", None),
        ("", None),
    ],
)
def test_the_year_that_a_program_puts_to_birthdays_without_one(column: str, year: int | None) -> None:
    assert year_of_the_program(days(column, typed=True), TODAY) == year
    assert year_of_the_program(days(column), TODAY) is None


@pytest.mark.parametrize(
    ("hours", "before"),
    [
        ([23], True),
        ([23, 22], True),  # summer and winter
        ([23, 22, 21], False),
        ([12], True),
        ([11], False),
        ([0], False),
        ([23, 11], False),
        ([23, None], False),
        ([], False),
    ],
)
def test_midnights_of_the_next_day_in_utc(hours: list[int | None], before: bool) -> None:
    assert is_day_before([Whole("x", 3, 4, 2026, utc_hour=hour) for hour in hours]) is before


def sum_of(value: Value, **given: bool) -> str:
    try:
        one = amount(value, **given)  # type: ignore[arg-type]
    except BadValue as bad:
        return bad.message.partition("” is ")[2].join(["! ", ""]).rstrip(".")
    if one is None:
        return "-"
    proof = {None: "", True: "comma", False: "point"}[one.comma_decimal]
    return " ".join(filter(None, [f"{one.value}", one.currency, proof]))


@pytest.mark.parametrize(("written", "money"), rows(MONEY))
def test_a_sum_as_it_is_written(written: str, money: str) -> None:
    assert sum_of(written) == " ".join(money.split())


@pytest.mark.parametrize(
    ("written", "money"),
    [("1,234", "1.234"), ("1.234", "1234"), ("12,34", "12.34 comma"), ("0,123", "0.123 comma"), ("-1.234", "-1234")],
)
def test_a_sum_in_a_column_that_writes_commas(written: str, money: str) -> None:
    assert sum_of(written, comma_decimal=True) == money


@pytest.mark.parametrize(
    ("value", "money"),
    [
        (None, "-"),
        (5, "5"),
        (5.5, "5.5"),
        (37.620000000000005, "37.62"),
        (True, "! not an amount"),
        (1e12, "! not an amount"),
        (-1e12, "! not an amount"),
        (float("nan"), "! not an amount"),
        (float("inf"), "! not an amount"),
    ],
)
def test_a_sum_in_a_cell_of_numbers(value: Value, money: str) -> None:
    assert sum_of(value) == money


@pytest.mark.parametrize(
    ("sign", "home", "country", "code"),
    [
        ("€", "USD", "", "EUR"),
        ("$", "CAD", "", "CAD"),
        ("$", "EUR", "", "USD"),
        ("kr", "SEK", "", "SEK"),
        ("kr", "USD", "NO", "NOK"),
        ("kr", "NOK", "DK", "NOK"),
        ("kr", "USD", "", "SEK"),
        (" £ ", "USD", "", "GBP"),
        ("usd", "EUR", "", "USD"),
        ("Schillings", "USD", "", None),
    ],
)
def test_the_currency_of_a_sign(sign: str, home: str, country: str, code: str | None) -> None:
    assert currency_code(sign, home, country) == code


@pytest.mark.parametrize(
    ("column", "comma"),
    [
        (["1,5", "1.5"], False),
        (["1,5", "2,5", "1.5"], True),
        (["1,5", "1,5", "1.5"], True),  # the same twice counts twice
        (["1,500"], False),
        (["1.500,00"], True),
        (["a,b", "1,5"], True),
        ([1.5, None], False),
    ],
)
def test_what_a_column_writes_before_its_decimals(column: list[Value], comma: bool) -> None:
    assert writes_comma(column) is comma
