"""What a column is taken for by its cells alone, at the bounds of how many of them have to be like that."""

from collections.abc import Sequence

import pytest

from notes.reading.files.sheets import Value
from notes.reading.tables.columns import Columns
from notes.reading.tables.guesses import first_full, fits_first_row, with_guesses

NAMES = [
    "Rosa Holm",
    "Ida Berg",
    "Otto Hale",
    "Ann Lee",
    "Jan Ray",
    "Mia Kern",
    "Tom Wolf",
    "Eve Nord",
    "Max Roth",
    "Una Lund",
]
FIRST, LAST = [name.split()[0] for name in NAMES], [name.split()[1] for name in NAMES]
UNHEARD = [
    "Trần Quốc",
    "Nguyễn Hoàng",
    "Đặng Thảo",
    "Bùi Ngọc",
    "Hồ Quý",
    "Võ Thị",
    "Lý Hạnh",
    "Mai Chí",
    "Đỗ Vĩnh",
    "Lê Đức",
]
LANDS = ["France", "Spain", "Italy", "Peru", "Chile", "Kenya", "Japan", "China", "India", "Malta"]
STREETS = [f"{number} Elm St" for number in range(1, 11)]
TOWNS, STATES = ["Akron", "Kent"] * 5, ["OH"] * 10
CODES = [f"4430{number}" for number in range(10)]
MAILS = [f"a{number}@x.org" for number in range(10)]
LINES = [f"Akron OH {code}" for code in CODES]
WHOLE = [f"{street}, {line}" for street, line in zip(STREETS, LINES, strict=True)]
DAYS = [f"3/14/19{decade}1" for decade in range(10)]
NUMBERS = ["11"] * 10
PLACED = "street city region postal_code"


def of_ten(some: Sequence[str], number: int, others: str) -> list[str]:
    """Some cells, and other ones to make them ten."""
    return [*some[:number], *[others] * (10 - number)]


def found(columns: Columns, rows: Sequence[Sequence[Value]], home: str = "US", *, headed: bool = True) -> str:
    """What was guessed, from left to right; a dash is a column that is not known, “?” one that is asked about."""
    guessed = with_guesses(columns, rows, home, headed=headed)
    taken = guessed.taken_for()
    assert guessed.guessed <= guessed.doubtful
    assert guessed.unknown == [one for one in columns.unknown if one not in guessed.guessed]
    said = [
        f"{taken[place].strip()}{'?' * (place in guessed.asked)}" if place in guessed.guessed else "-"
        for place in range(len(columns.headers))
    ]
    return " ".join(said)


def unheaded(*cells: Sequence[str], **more: object) -> str:
    columns = Columns({}, headers=["?"] * len(cells), unknown=[*range(len(cells))])
    return found(columns, [*zip(*cells, strict=True)], **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ((NAMES, STREETS, TOWNS, STATES, CODES, MAILS), f"name {PLACED} email"),
        ((NAMES, of_ten(MAILS, 7, "x")), "name email"),
        ((NAMES, of_ten(MAILS, 6, "x")), "name -"),
        ((NAMES, of_ten(STREETS, 7, "Elm"), TOWNS, STATES, CODES), f"name {PLACED}"),
        ((NAMES, of_ten(STREETS, 6, "Elm"), TOWNS, STATES, CODES), "name - - - -"),
        ((NAMES, STREETS[:7] + STREETS[:3], TOWNS), "name street city"),
        ((NAMES, STREETS[:6] + STREETS[:4], TOWNS), "name - -"),
        ((NAMES, STREETS, TOWNS, of_ten(STATES, 8, "zz"), CODES), f"name {PLACED}"),
        ((NAMES, STREETS, TOWNS, of_ten(STATES, 7, "zz"), CODES), "name street city - -"),
        ((NAMES, STREETS, TOWNS, STATES, of_ten(CODES, 8, "x")), f"name {PLACED}"),
        ((NAMES, STREETS, TOWNS, STATES, of_ten(CODES, 7, "x")), "name street city region -"),
        ((NAMES, STREETS, of_ten(TOWNS, 8, "a@b"), STATES, CODES), f"name {PLACED}"),
        ((NAMES, STREETS, of_ten(TOWNS, 7, "a@b"), STATES, CODES), "name street - region postal_code"),
        ((of_ten(NAMES, 5, ""), STREETS, TOWNS, STATES, CODES), f"name {PLACED}"),
        ((of_ten(NAMES, 4, ""), STREETS, TOWNS, STATES, CODES), f"- {PLACED}"),
        ((NAMES[:6] + NAMES[:4], STREETS, TOWNS, STATES, CODES), f"name {PLACED}"),
        ((NAMES[:5] + NAMES[:5], STREETS, TOWNS, STATES, CODES), f"- {PLACED}"),
        ((of_ten(UNHEARD, 8, "Ann Lee"), STREETS, TOWNS, STATES, CODES), f"name {PLACED}"),
        ((UNHEARD, STREETS, TOWNS, STATES, CODES), f"name? {PLACED}"),
        ((UNHEARD[:7] + UNHEARD[:3], STREETS, TOWNS, STATES, CODES), f"name? {PLACED}"),
        ((UNHEARD[:6] + UNHEARD[:4], STREETS, TOWNS, STATES, CODES), f"- {PLACED}"),
        ((UNHEARD, NUMBERS), "- -"),
        ((UNHEARD, MAILS), "name? email"),
        ((LANDS, STREETS, TOWNS, STATES, CODES), f"- {PLACED}"),
        ((FIRST, LAST, STREETS, TOWNS, STATES, CODES), f"first_name last_name {PLACED}"),
        ((LAST, FIRST, STREETS, TOWNS, STATES, CODES), f"last_name first_name {PLACED}"),
        ((FIRST, STREETS, LAST, TOWNS, STATES, CODES), "- street city - - -"),
        ((of_ten(FIRST, 4, "Qux"), LAST), "first_name last_name"),
        ((of_ten(FIRST, 3, "Qux"), LAST), "- -"),
        ((FIRST, LAST[:6] + LAST[:4]), "- -"),
        ((NAMES[:5] + NAMES[:5], NAMES[5:] + NAMES[:5], STREETS), "- name street"),
        ((NAMES[:6] + NAMES[:4], NAMES, STREETS), "- name street"),
        ((NAMES, NAMES[::-1], STREETS), "name - street"),
        ((NAMES, STREETS, NUMBERS, STATES), "name street - region"),
        ((NAMES, STREETS, NUMBERS, NUMBERS, STATES), "name street - - -"),
        ((STATES, NUMBERS, STREETS, NAMES), "region - street name"),
        ((STATES, NUMBERS, NUMBERS, STREETS, NAMES), "- - - street name"),
        ((NAMES, STREETS, CODES, CODES), "name street - postal_code"),
        ((NAMES, STREETS, STATES, STATES), "name street region -"),
        ((NAMES, STREETS, LINES), "name street town_line"),
        ((NAMES, WHOLE, CODES), "name whole -"),
        ((NAMES, of_ten(WHOLE, 7, "x"), CODES), "name whole -"),
        ((NAMES, of_ten(LINES, 7, "x"), STREETS), "name town_line street"),
        ((["", *NAMES[1:]], ["-"] * 10, STREETS), "name - street"),
    ],
)  # fmt: skip
def test_what_the_cells_of_a_column_say_that_it_is(cells: tuple[Sequence[str], ...], expected: str) -> None:
    assert unheaded(*cells) == expected


BORN_LATE = [f"3/14/{year}" for year in (1981, *[1995] * 9)]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (DAYS, "birthday"),
        (of_ten(DAYS, 7, "x"), "birthday"),
        (of_ten(DAYS, 6, "x"), "-"),
        (of_ten(DAYS, 7, "3/14"), "birthday"),
        (of_ten(DAYS, 6, "3/14"), "-"),
        ([f"3/14/{year}" for year in [1961] * 9 + [1972]], "birthday"),
        ([f"3/14/{year}" for year in [1961] * 9 + [1971]], "-"),
        ([f"3/14/{year}" for year in [1981] * 5 + [1994] * 5], "birthday"),
        ([f"3/14/{year}" for year in [1981] * 5 + [1995] * 5], "-"),
        ([f"{year}" for year in range(1950, 2000, 5)], "-"),
        (["3/14/1961", "x", *["3.14"] * 8], "-"),
    ],
)
def test_days_of_many_decades_are_birthdays_where_there_is_no_header(days: list[str], expected: str) -> None:
    assert unheaded(NAMES, days, headed=False) == f"name {expected}"
    assert unheaded(NAMES, days) == "name -"


@pytest.mark.parametrize(
    ("fields", "parts", "cells", "expected"),
    [
        ({"email": 0}, {}, (MAILS, MAILS, NAMES), "- - name"),
        ({"birthday": 0}, {}, (DAYS, DAYS, NAMES), "- - name"),
        ({"company": 0}, {}, (LANDS, NAMES, STREETS), "- - street"),
        ({"phone": 0}, {}, (NUMBERS, NAMES, STREETS), "- name street"),
        ({}, {"street": 0}, (STREETS, TOWNS, STATES, CODES, NAMES), "- city region postal_code name"),
        ({}, {"po_box": 0}, (NUMBERS, STREETS, STATES), "- - region"),
        ({}, {"whole": 0}, (WHOLE, STREETS, TOWNS, STATES, NAMES), "- - - - name"),
        ({}, {"country": 0}, (LANDS, WHOLE, NAMES), "- whole name"),
        ({}, {"street_2": 0}, (NUMBERS, WHOLE, NAMES), "- whole name"),
        ({}, {"city": 0}, (TOWNS, WHOLE, STATES), "- street region"),
        ({}, {"region": 2}, (STREETS, TOWNS, STATES, CODES), "street city - postal_code"),
        ({}, {"postal_code": 0}, (CODES, TOWNS, STREETS), "- city street"),
        ({}, {"postal_code": 1}, (TOWNS, CODES, STREETS), "city - street"),
        ({}, {"postal_code": 0}, (CODES, STREETS, LINES), "- street -"),
        ({}, {"town_line": 0}, (LINES, STATES, STREETS, CODES), "- - street -"),
        ({}, {"city": 0}, (TOWNS, TOWNS, STREETS), "- - street"),
        ({}, {"street": 0}, (of_ten(WHOLE, 6, "x"), TOWNS, STATES), "- - -"),
        ({}, {"street": 0}, (of_ten(WHOLE, 5, "x"), TOWNS, STATES), "- city region"),
    ],
)
def test_what_is_guessed_beside_columns_that_are_known(
    fields: dict[str, int], parts: dict[str, int], cells: tuple[Sequence[str], ...], expected: str
) -> None:
    known = {*fields.values(), *parts.values()}
    unknown = [place for place in range(len(cells)) if place not in known]
    columns = Columns(fields, {"": parts} if parts else {}, ["?"] * len(cells), unknown)
    assert found(columns, [*zip(*cells, strict=True)], headed="birthday" not in fields) == expected


def test_of_a_long_table_every_so_many_th_row_is_looked_at_and_a_short_row_has_nothing() -> None:
    rows = [["x" if row % 2 else f"{FIRST[row // 2 % 10]} {LAST[row // 20 % 10]}"] for row in range(240)]
    for number, expected in ((240, "name"), (239, "-")):
        assert found(Columns({}, headers=["?"], unknown=[0]), rows[:number]) == expected
    columns = Columns({}, headers=["?", "?"], unknown=[0, 1, 2])
    assert found(columns, [["Rosa Holm"], ["Ida Berg", "1 Elm St"]]) == "name street"


@pytest.mark.parametrize(
    ("row", "fits"),
    [
        (["Rosa Holm", "1 Elm St", "Akron"], True),
        (["Name", "1 Elm St", "Akron"], True),
        (["Name", "Street", "Akron"], False),
        (["Rosa Holm", "Street", "12"], False),
        (["Name", "Street", "Town"], False),
        (["Rosa Holm", "1 Elm St"], True),
        (["Rosa Holm"], False),
    ],
)
def test_whether_the_first_row_is_a_header_or_somebody(row: list[Value], fits: bool) -> None:
    columns = Columns({}, headers=["?"] * 3, unknown=[0, 1, 2])
    guessed = with_guesses(columns, [*zip(NAMES, STREETS, TOWNS, strict=True)], "US")
    assert fits_first_row(guessed, row, "US") is fits


@pytest.mark.parametrize(
    ("widths", "full"),
    [
        ([1, 1, 4, 4, 4], [2, 3, 4]),
        ([1, 3, 4, 4], [1, 2, 3]),
        ([2, 3], [0, 1]),
        ([0, 1], [1]),
        ([5, 1, 1], [0, 1, 2]),
        ([], []),
    ],
)
def test_the_first_row_that_has_as_much_in_it_as_most(widths: list[int], full: list[int]) -> None:
    rows: list[list[Value]] = [["x"] * width + [None, ""] for width in widths]
    assert [*first_full(rows)] == full
