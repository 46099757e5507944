"""Reading never raises, whatever the cells; and no field of an address is lost on its way to the envelope."""

import csv
import io
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from notes.customers import Address, Book
from notes.language.folding import all_squashed, squashed
from notes.language.texts import cleaned
from notes.post.addresses import postal_lines
from notes.post.towns import taken_apart
from notes.problems import Unusable
from notes.reading import check_file, read_book
from notes.reading.values.name_casing import cased
from notes.reading.values.person_names import Name, from_columns, parsed, plainly_named
from notes.settings import Settings

TODAY = date(2026, 11, 1)
BOUNDED = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])

HEADERS = [
    "Name", "First Name", "Last Name", "Dear", "Email", "Street", "City", "State", "ZIP", "Country", "Birthday",
    "First Purchase", "Total Spent", "Orders", "Do Not Mail", "Send card", "Status", "Deceased", "Date", "Customer ID",
    "Total", "Occasion", "Resolved", "Full Address", "Colour", "",
]  # fmt: skip
TELLING = [
    "3/4/1968", "31/02/1990", "29.2.85", "0/0/00", "1e9", "-1", "=1+1", "#REF!", "(12,5)", "1.234,50 €", "Holm, Rosa",
    "&", "Mr. and Mrs.", ",", ":", "()", "(deleted)", "02113", "'7", '="0"', "x", "no", "TOTAL", "Wedding", "9" * 20,
    "NaN", "inf", "毛泽东", "1604-02-29", "--02-30", "de la", "20240230", "²", "٣/٤/١٩٦٨", "1/1/1",
]  # fmt: skip
CELLS = st.one_of(st.sampled_from(TELLING), st.text(max_size=12), st.dates().map(str), st.floats().map(str))
TABLES = st.tuples(
    st.lists(st.sampled_from(HEADERS), min_size=1, max_size=8), st.lists(st.lists(CELLS, max_size=9), max_size=6)
)


def read(path: Path, content: bytes) -> Book | None:
    path.write_bytes(content)
    try:
        return read_book(path, Settings(), today=TODAY)
    except Unusable as refused:
        assert refused.problems[0].message
        return None


@BOUNDED
@given(TABLES)
@example((["First Name"], [["="]]))
def test_whatever_the_cells(tmp_path: Path, table: tuple[list[str], list[list[str]]]):
    headers, rows = table
    text = io.StringIO()
    csv.writer(text).writerows([["Name", *headers], *rows])
    book = read(tmp_path / "a.csv", text.getvalue().encode("utf-8", errors="replace"))
    for customer in book.customers if book else ():
        assert not any("\n" in one for one in (customer.name, customer.dear, customer.envelope))
        assert not customer.dear.startswith("=")


@BOUNDED
@given(
    st.lists(
        st.lists(st.one_of(CELLS, st.integers(), st.floats(), st.booleans(), st.dates(), st.times()), max_size=8),
        max_size=6,
    )
)
def test_whatever_the_cells_of_a_workbook(tmp_path: Path, rows: list[list[object]]):
    from openpyxl import Workbook
    from openpyxl.utils.exceptions import IllegalCharacterError

    workbook = Workbook()
    workbook.active.append(["Name", "Birthday", "ZIP", "Total Spent", "City", "Orders", "Do Not Mail"])
    for row in rows:
        try:
            workbook.active.append(row)
        except (IllegalCharacterError, ValueError, OverflowError):
            continue
    workbook.save(tmp_path / "a.xlsx")
    assert check_file(tmp_path / "a.xlsx", Settings(), today=TODAY)["outcome"] in ("rows", "ask", "refuse")


@BOUNDED
@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b"Name,City\n", b"sep=;\n"]))
def test_whatever_the_bytes(tmp_path: Path, content: bytes, start: bytes):
    read(tmp_path / "a.csv", start + content)


@BOUNDED
@given(st.text(max_size=40))
def test_whatever_the_text(text: str):
    assert cleaned(cleaned(text)) == cleaned(text)
    assert parsed(text).envelope == parsed(text).envelope.strip()
    assert squashed(cased(text)) == squashed(text)
    taken_apart(text)


COUNTRIES = ["US", "GB", "DE", "FR", "JP", "SG", "BR", "CN", "IN", "NL", "HU", "IE", "AU", "HK", "IS", "", "Nowhere"]
WORDS = st.text(st.sampled_from("abcdeéüß '-"), min_size=1, max_size=9).map(str.strip).filter(bool)


@BOUNDED
@given(
    WORDS,
    WORDS,
    st.one_of(st.just(""), WORDS),
    st.from_regex(r"[1-9][0-9]{3,5}", fullmatch=True),
    st.sampled_from([*COUNTRIES, "", "Nowhere"]),
)
def test_no_field_of_an_address_is_lost(street: str, city: str, region: str, code: str, country: str):
    lines = postal_lines(Address((street,), city, region, code, country), "US")
    shown = squashed(" ".join(lines))
    assert all(squashed(field) in shown for field in (street, city, region, code))


@BOUNDED
@given(st.lists(st.text(max_size=6) | st.sampled_from(["O'Brien", "Rosa Holm", "René", "a\nb", "-"]), min_size=1))
def test_many_texts_are_compared_as_each_of_them(texts: list[str]):
    assert all_squashed(texts) == [squashed(text) for text in texts]


NAMED = st.sampled_from(["Rosa", "Dr", "ROSA", "holm", "", "J.", "Rosa (late)", "Jan & Eva", "Holm", "Ann Marie"])


@BOUNDED
@given(st.lists(st.tuples(NAMED, NAMED), min_size=1))
def test_a_plain_name_is_read_among_many_as_it_is_alone(pairs: list[tuple[str, str]]):
    found = plainly_named([first for first, _ in pairs], [last for _, last in pairs])
    plain = [
        Name(first=pair[0], last=pair[1], dear=pair[0], envelope=whole)
        for pair, whole in zip(pairs, found, strict=True)
    ]
    alone = [from_columns(*pair) for pair in pairs]
    assert [name if name.envelope else one for name, one in zip(plain, alone, strict=True)] == alone
