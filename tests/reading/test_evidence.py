"""What a column can hold, by its cells: a few strays do not contradict its header, hardly anything that fits does."""

from dataclasses import astuple
from datetime import date, time, timedelta

import pytest

from notes.reading.files.sheets import Value
from notes.reading.tables.evidence import fits, looks_of

PEOPLE = ["Ann Lee", "Bob Ray", "Cy Moe"]
DATES = ["2026-03-12", "1/2/2026", "3 May 1999"]
REAL_DATES = [date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 3)]
EMAILS = ["a@x.org", "b@x.org", "c@x.org"]
MONEY = ["$12.50", "1,200.00", "80"]
DAYS = ["1", "12", "31"]
YEARS = ["1999", "2001", "1987"]
CODES = ["44301", "44302-1234", "02113"]
PHONES = ["(330) 555-0101", "+1 330 555 0102", "330.555.0103"]
CLOCKS = ["12:30", "9:15 am", "17.45"]
REAL_CLOCKS = [time(12, 30), timedelta(hours=3), time(9)]
ANSWERS = ["yes", "no", "yes"]
STREETS = ["1 Elm St", "2 Oak Ave", "3 Fir Ct"]
NOTHING = ["-", "n/a", "", None]
NO_NAME = "company email envelope name second_name"
NO_BIRTH = "birth_day birth_month birth_year"
FIELDS = {
    "name", "company", "envelope", "birthday", "email", "phone", "total_spent", "orders", "customer_id",
    "postal_code", "city", "street", "birth_year", "birth_day", "birth_month", "referred_by", "second_name",
}  # fmt: skip


def column(cells: list[Value]) -> list[list[Value]]:
    return [[cell] for cell in cells]


@pytest.mark.parametrize(
    ("cells", "never"),
    [
        (PEOPLE, "birth_day birth_year birthday email orders postal_code total_spent"),
        (DATES, f"{NO_BIRTH} {NO_NAME} orders postal_code total_spent"),
        (REAL_DATES, f"{NO_BIRTH} {NO_NAME} city orders postal_code street total_spent"),
        (
            EMAILS,
            f"{NO_BIRTH} birthday city company customer_id envelope name orders phone postal_code second_name street "
            "total_spent",
        ),
        (MONEY, f"{NO_BIRTH} {NO_NAME} city"),
        (DAYS, f"{NO_NAME} birthday city postal_code"),
        (YEARS, f"{NO_NAME} birth_day birth_month city"),
        (CODES, f"{NO_BIRTH} {NO_NAME} city"),
        (PHONES, f"{NO_BIRTH} {NO_NAME} birthday city orders postal_code street"),
        (CLOCKS, f"{NO_BIRTH} birthday email envelope orders postal_code"),
        (REAL_CLOCKS, f"{NO_BIRTH} {NO_NAME} birthday city orders postal_code total_spent"),
        (ANSWERS, f"birth_day birth_year birthday customer_id {NO_NAME} orders postal_code referred_by total_spent"),
        (STREETS, "birth_day birth_year birthday email envelope orders postal_code total_spent"),
        (NOTHING, ""),
    ],
)
def test_what_a_column_of_one_kind_never_is(cells: list[Value], never: str) -> None:
    looks = looks_of(column(cells), 0)
    assert sorted(name for name in FIELDS if not fits(name, looks)) == sorted(never.split())


# “Y” where the column may be one of the field, by how many of its cells are of the first kind: from none to all.
@pytest.mark.parametrize(
    ("field", "first", "others", "of_ten", "of_two", "of_three"),
    [
        ("birthday", "2026-01-02", "Ann", "nnYYYYYYYYY", "YYY", "nYYY"),
        ("name", "Ann", "12", "nnYYYYYYYYY", "nYY", "nYYY"),
        ("city", "Akron", "12", "nnYYYYYYYYY", "nYY", "nYYY"),
        ("email", "a@x.org", "Ann", "nnYYYYYYYYY", "YYY", "nYYY"),
        ("total_spent", "12.50", "Ann", "nnYYYYYYYYY", "YYY", "nYYY"),
        ("postal_code", "44301", "Ann Lee", "nnYYYYYYYYY", "YYY", "nYYY"),
        ("orders", "12", "Ann", "nnYYYYYYYYY", "YYY", "nYYY"),
        ("birth_day", "12", "Ann", "nnnnnnnYYYY", "nnY", "nnnY"),
        ("birth_year", "1999", "Ann", "nnnnnnnYYYY", "nnY", "nnnY"),
        ("customer_id", "a@x.org", "12", "YYYYYYYnnnn", "YYn", "YYYn"),
        ("company", "yes", "Oak", "YYYYYYYnnnn", "YYn", "YYYn"),
        ("referred_by", "yes", "Oak", "YYYYYYYnnnn", "YYY", "YYYn"),
        ("phone", "a@x.org", "12", "YYYYYYYnnnn", "YYn", "YYYn"),
        ("street", "a@x.org", "Elm", "YYYYYYYnnnn", "YYn", "YYYn"),
        ("street", "330 555 0101", "Elm St", "YYYYYYYYYnn", "YYY", "YYYn"),
        ("envelope", "4 Elm", "Elm", "YYYYYYYnnnn", "YYn", "YYYn"),
    ],
)
def test_how_many_strays_a_column_bears(
    field: str, first: str, others: str, of_ten: str, of_two: str, of_three: str
) -> None:
    for expected in (of_ten, of_two, of_three):
        rows = len(expected) - 1
        columns = [[first] * count + [others] * (rows - count) for count in range(rows + 1)]
        assert "".join("Y" if fits(field, looks_of(column(one), 0)) else "n" for one in columns) == expected


@pytest.mark.parametrize(
    ("cell", "is_date"),
    [
        ("2026-03-12", True),
        ("March 2026", True),
        ("4/2026", True),
        ("2026-05", True),
        ("1999", True),
        ("12", False),
        ("’99", False),
        (1799, False),
        (1800, True),
        (45000, True),
        (110_000, False),
        (True, False),
        ("yes", False),
    ],
)
def test_what_looks_like_a_date(cell: Value, is_date: bool) -> None:
    assert looks_of([[cell]], 0).dates == is_date


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("1 Elm St, Akron, OH 44301", "with_town"),
        ("1 Elm St, Akron, OH 44301-1234, USA", "with_town"),
        ("12", "small"),
        ("31", "small"),
        ("x" * 71, "long"),
        ("1,200", "whole"),
        ("12.0", "whole"),
        ("a@b", ""),
        ("32", ""),
        ("007", ""),
        ("x" * 70, ""),
        ("12.5", ""),
        ("Elm St, Akron, OH 44301", ""),
    ],
)
def test_what_a_cell_looks_like(cell: str, kind: str) -> None:
    looks = looks_of([[cell]], 0)
    named = [name for name in ("with_town", "small", "long", "emails") if getattr(looks, name)]
    named += ["whole"] if looks.whole and cell in ("1,200", "12.0", "12.5") else []
    assert named == ([kind] if kind else [])


def test_of_a_long_column_every_so_many_th_row_is_looked_at_and_a_short_row_has_nothing() -> None:
    assert looks_of(column(["x"] * 1_000), 0).filled == 200
    assert looks_of([["x"], []], 0).filled == 1
    assert looks_of([["x", "y"], ["x", "y"], ["x", "z"]], 1).distinct == 2


def test_an_empty_column_looks_like_nothing() -> None:
    assert looks_of([[None], ["-"], []], 0) == looks_of([], 0)
    assert set(astuple(looks_of([], 0))) == {0}
