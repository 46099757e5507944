"""Files and tables: every kind that an office has, where the table is, and one sentence where there is none."""

import io
import zipfile
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest
from offices import TODAY, about, only, read_csv, read_workbook, write_workbook
from openpyxl import load_workbook
from openpyxl.styles import PatternFill

from notes.problems import BadValue, Level, Unusable
from notes.reading import check_file, read_book
from notes.reading.files import delimited
from notes.reading.files.delimited import decoded, read_delimited, separator_of
from notes.reading.files.detection import is_open_elsewhere, read_contents
from notes.reading.files.excel import guard, whole_rows
from notes.reading.files.sheets import letters
from notes.settings import Settings

ROSA = ["Rosa", "Holm", "1 Elm St", "Boston", "MA", "02113"]
HEADER = ["First Name", "Last Name", "Street", "City", "State", "ZIP"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac_roman"])
def test_encodings_of_the_west(encoding: str):
    book = read_csv("First Name,Last Name,City\nRenée,Müller,Málaga\nJosé,Núñez,Köln\n", encoding=encoding)
    assert [(one.first_name, one.last_name) for one in book.customers] == [("Renée", "Müller"), ("José", "Núñez")]


@pytest.mark.parametrize(
    ("encoding", "said", "name"),
    [
        ("cp1251", "Windows (Cyrillic)", "Наталья"),
        ("big5", "Chinese (Big5)", "陳大文"),
        ("gb18030", "Chinese (GB 18030)", "王小明"),
        ("cp949", "Korean", "김철수"),
    ],
)
def test_an_encoding_from_farther_away(encoding: str, said: str, name: str):
    names = f"First Name,City\n{name},{name}\n" + f"{name},Dayton\n" * 20
    text, told = decoded(names.encode(encoding))
    assert text == names
    assert told == (f"Read as {said} text, since the file is not UTF-8. Check the names with accents.",)


TEN_WORDS = "ÄÖÜ Müller Köhler Löwen Größe Bären Vögel Hüter Käfer Töpfer"  # one of them all accents


@pytest.mark.parametrize(
    "names", ["Zoë Ångström", "Café Noël", "Rosa’s Bakery", "O’Brien – Söhne", "José García", TEN_WORDS]
)
@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_one_name_among_many_tells_the_encoding(encoding: str, names: str):
    """Where charset-normalizer alone reads Czech, Baltic or Chinese."""
    text = "Name,City\n" + "Anne Miller,Dayton\n" * 20 + f"{names},Dayton\n"
    assert decoded(text.encode(encoding))[0] == text


def test_an_encoding_of_central_europe():
    book = read_csv("Jméno;Příjmení;Město\nŘehoř;Dvořák;Plzeň\nZdeněk;Šťastný;Děčín\n", encoding="cp1250")
    assert [one.name for one in book.customers] == ["Řehoř Dvořák", "Zdeněk Šťastný"]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("first", ["", "sep={}\n"])
def test_separators(separator: str, first: str):
    lines = ["Name,Street,City", "Rosa Holm,1 Elm St,Boston"]
    book = read_csv(first.format(separator) + "\n".join(lines).replace(",", separator))
    assert only(book).address.city == "Boston"
    assert only(book).place.row == (3 if first else 2)


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("a;b\n1;2\n", ";"),
        ("a,b;c,d\n1;2\n3;4\n5;6\n7;8\n", ";"),  # alike in most lines
        ("a,b,c;d\n1,2,3;4\n", ","),  # the more columns
        ("a,b,c,d;e\n" * 2 + "1;2\n" * 3, ","),  # the more values in all
        ("a\nb\n", ","),
        ('"a;b;c",d\n"1;2;3",4\n', ","),
        ("a;b\n" * 201 + "a,b,c\n" * 900, ";"),  # by the first two hundred lines
        ("a;b\n" * 199 + "a,b,c\n" * 900, ";"),
        ("a;b\n" + "a,b,c\n" * 900, ","),
    ],
)
def test_what_stands_between_the_values(text: str, separator: str):
    assert separator_of(text) == (separator, 0)


def test_a_line_may_say_what_stands_between_the_values():
    assert separator_of('"sep=|"\r\na|b\n') == ("|", 9)
    assert separator_of("SEP=;\na,b\n") == (";", 6)


def test_the_letters_of_a_column():
    assert [letters(one) for one in (0, 25, 26, 51, 701, 702)] == ["A", "Z", "AA", "AZ", "ZZ", "AAA"]


def test_a_quoted_line_break_is_no_new_row_and_a_blank_line_is():
    book = read_csv('Name,Street,City\n"Holm, Rosa","1 Elm\nApt 2",Boston\n\nJan Ray,2 Elm,Akron,more\n')
    rosa, jan = book.customers
    assert (rosa.address.lines, rosa.place.row, jan.place.row) == (("1 Elm", "Apt 2"), 2, 4)
    assert about(book, "“more”").place.row == 4


def test_a_quotation_mark_in_the_middle_is_one():
    assert only(read_csv('Name,Street\n"Rosa" Holm,1 "Old" Elm\n')).address.lines == ('1 "Old" Elm',)


def test_title_lines_totals_footers_and_a_repeated_header_are_no_customers():
    book = read_csv("""
        Saltmarsh Pottery
        Customer Contact List

        Name,Street,Total Spent
        Rosa Holm,1 Elm,10
        Name,Street,Total Spent
        Jan Ray,2 Elm,20
        TOTAL,,30

        "Saturday, October 31, 2026 09:15 AM"
        """)
    assert [(one.name, one.place.row) for one in book.customers] == [("Rosa Holm", 5), ("Jan Ray", 7)]
    assert about(book, "left out").level is Level.NOTICE


def test_a_customer_called_total_is_one():
    assert only(read_csv("Name,Street,City\nTotal Fitness,1 Elm,Boston\n")).company == "Total Fitness"


def test_a_second_table_below_is_read_for_what_it_is():
    book = read_csv("""
        Name,Street,City,Email
        Rosa Holm,1 Elm,Boston,rosa@example.com

        Invoice,Date,Customer,Total
        1,2024-01-05,Rosa Holm,10
        """)
    assert (only(book).name, only(book).orders) == ("Rosa Holm", 1)
    assert about(book, "left out", "row 4, 5").level is Level.NOTICE


def test_a_header_of_two_rows(tmp_path: Path):
    rows = [["Name", None, "Address", None], ["First", "Last", "Street", "City"], ["Rosa", "Holm", "1 Elm", "Boston"]]
    customer = only(read_workbook(tmp_path / "a.xlsx", Customers=rows))
    assert (customer.name, customer.address.city, customer.place.row) == ("Rosa Holm", "Boston", 3)


def test_the_sheet_of_customers_is_found_among_others(tmp_path: Path):
    sheets = {"Read me": [["How to use this"]], "Kunden": [HEADER, ROSA], "Colours": [["Red", "Blue"], [1, 2]]}
    book = read_workbook(tmp_path / "a.xlsx", **sheets)
    assert only(book).place.sheet == "Kunden"
    assert about(book, "Kunden", "Colours").level is Level.NOTICE


def test_tabs_by_year_are_one_list(tmp_path: Path):
    book = read_workbook(tmp_path / "a.xlsx", **{"2024": [HEADER, ROSA], "2025": [HEADER, ["Jan", *ROSA[1:]]]})
    assert [(one.first_name, one.place.sheet) for one in book.customers] == [("Rosa", "2024"), ("Jan", "2025")]


def test_hidden_rows_and_columns_are_read_and_told(tmp_path: Path):
    path = write_workbook(tmp_path / "a.xlsx", Customers=[[*HEADER, "Do Not Mail"], [*ROSA, "x"], ["Jan", *ROSA[1:]]])
    workbook = load_workbook(path)
    workbook["Customers"].row_dimensions[3].hidden = True
    workbook["Customers"].column_dimensions["G"].hidden = True
    workbook.save(path)
    book = read_book(path, Settings(), today=TODAY)
    assert [one.mail_ok for one in book.customers] == [False, True]
    assert about(book, "1 row is hidden").place.sheet == "Customers"
    assert about(book, "hidden columns", "Do Not Mail")


def test_what_a_cell_shows_counts(tmp_path: Path):
    path = write_workbook(tmp_path / "a.xlsx", Customers=[[*HEADER, "Total Spent"], [*ROSA[:5], 2113, 12.5]])
    workbook = load_workbook(path)
    workbook["Customers"]["F2"].number_format = "00000"
    workbook["Customers"]["G2"].number_format = "#,##0.00 [$€-407]"
    workbook.save(path)
    book = read_book(path, Settings(), today=TODAY)
    assert (only(book).address.postal_code, only(book).currency) == ("02113", "EUR")
    assert not [one for one in book.problems if one.level is not Level.NOTICE]


def test_a_formula_that_was_never_worked_out_is_asked_about(tmp_path: Path):
    book = read_workbook(
        tmp_path / "a.xlsx", Customers=[["Name", "City", "Total Spent"], ["Rosa Holm", "Boston", "=1+1"]]
    )
    assert book.questions
    assert about(book, "formula", "=1+1").place.cell == "C2"
    assert only(book).total_spent is None


def test_coloured_empty_rows_and_a_far_cell_cost_nothing(tmp_path: Path):
    path = write_workbook(tmp_path / "a.xlsx", Customers=[HEADER, ROSA])
    workbook = load_workbook(path)
    for row in range(3, 400):
        workbook["Customers"].cell(row, 1).fill = PatternFill("solid", fgColor="FFFF0000")
    workbook["Customers"]["XFD1048576"] = 1
    workbook.save(path)
    assert only(read_book(path, Settings(), today=TODAY)).name == "Rosa Holm"


def test_an_open_workbook_is_told_and_its_mark_refused(tmp_path: Path):
    path = write_workbook(tmp_path / "a.xlsx", Customers=[HEADER, ROSA])
    mark = tmp_path / "~$a.xlsx"
    mark.write_bytes(b"\x05Rosa" + b" " * 100)
    assert about(read_book(path, Settings(), today=TODAY), "open in another program")
    assert "~$" in refusal(mark)


ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body>'
    '<office:spreadsheet><table:table table:name="Kunden">{}</table:table></office:spreadsheet>'
    "</office:body></office:document-content>"
)


@pytest.mark.parametrize("above", [0, 2])
def test_a_workbook_of_libreoffice(tmp_path: Path, above: int):
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    rows = [*["<table:table-cell/>"] * above, *("".join(map(cell.format, row)) for row in (HEADER, ROSA))]
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", ODS.format("".join(f"<table:table-row>{row}</table:table-row>" for row in rows)))
        packed.writestr("META-INF/manifest.xml", "<manifest/>")
    customer = only(read_book(path, Settings(), today=TODAY))
    assert (customer.name, customer.address.postal_code, customer.place.row) == ("Rosa Holm", "02113", 2 + above)


def refusal(path: Path) -> str:
    with pytest.raises(Unusable) as refused:
        read_book(path, Settings(), today=TODAY)
    (problem,) = refused.value.problems
    assert problem.remedy
    assert check_file(path, Settings())["outcome"] == "refuse"
    return problem.message


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"\0\0\0\0", "empty"),
        (b"<html><table><tr><td>Name</td></tr></table>", "web page"),
        (b"%PDF-1.7", "a PDF"),
        (b'{"customers": []}', "JSON"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000, "damaged"),
        (b"3,4,5\n6,7,8\n", "no row says what the columns are"),
        (b"Name,Street,City\n", "no customers"),
        (b"Invoice,Date,Customer ID,Total\n1,2024-01-01,7,10.00\n", "no names"),
    ],
)
def test_what_is_no_spreadsheet_is_refused_in_a_sentence(tmp_path: Path, content: bytes, says: str):
    path = tmp_path / "customers.xlsx"
    path.write_bytes(content)
    assert says in refusal(path)


def test_missing_files_folders_bombs_and_workbooks_cut_short(tmp_path: Path):
    assert "no such file" in refusal(tmp_path / "none.xlsx")
    assert "folder" in refusal(tmp_path)
    whole = write_workbook(tmp_path / "a.xlsx", Customers=[HEADER, ROSA]).read_bytes()
    (tmp_path / "cut.xlsx").write_bytes(whole[: len(whole) // 2])
    assert "incomplete" in refusal(tmp_path / "cut.xlsx")
    with zipfile.ZipFile(tmp_path / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 3_000_000)
    assert "far more than any list" in refusal(tmp_path / "bomb.xlsx")


MEGABYTE = 1 << 20


@pytest.mark.parametrize(
    ("parts", "unpacked", "packed", "says"),
    [
        (1, 200 * MEGABYTE, 2 * MEGABYTE, ""),
        (1, 200 * MEGABYTE + 1, 2 * MEGABYTE, "far more"),
        (1, 200_000, 1_000, ""),
        (1, 200_001, 1_000, "far more"),
        (2_000, 9, 9, ""),
        (2_001, 9, 9, "far more"),
        (1, 0, 0, ""),
    ],
)
def test_how_much_a_workbook_may_unpack_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, parts: int, unpacked: int, packed: int, says: str
):
    """As its directory tells; a file of that size would take too long to make."""
    path = write_workbook(tmp_path / "a.xlsx", Customers=[HEADER, ROSA])
    part = SimpleNamespace(filename="a.bin", file_size=unpacked, compress_size=packed, flag_bits=0)
    monkeypatch.setattr(zipfile.ZipFile, "infolist", lambda _: [part] * parts)
    with pytest.raises(BadValue, match=says) if says else nullcontext():
        guard(path)


def test_a_packed_file_may_be_locked_with_a_password(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = write_workbook(tmp_path / "a.xlsx", Customers=[HEADER, ROSA])
    part = SimpleNamespace(filename="a.xml", file_size=9, compress_size=9, flag_bits=1)
    monkeypatch.setattr(zipfile.ZipFile, "infolist", lambda _: [part])
    assert "password" in refusal(path)


@pytest.mark.parametrize(("size", "says"), [(50 * MEGABYTE, "the file is empty."), (50 * MEGABYTE + 1, "50 MB")])
def test_how_large_a_file_may_be(tmp_path: Path, size: int, says: str):
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(size)
    assert says in refusal(path)


@pytest.mark.parametrize(("length", "says"), [(1_000_000, ""), (1_000_001, "cannot be read as CSV")])
def test_how_long_a_value_of_a_text_file_may_be(length: int, says: str):
    with pytest.raises(BadValue, match=says) if says else nullcontext():
        read_delimited(b'Name\n"' + b"a" * length + b'"\n')


def test_how_many_rows_a_text_file_may_have(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(delimited, "MOST_ROWS", 3)
    assert len(read_delimited(b"a\n" * 3).sheets[0].rows) == 3
    with pytest.raises(BadValue, match="more than 3 rows"):
        read_delimited(b"a\n" * 4)


@pytest.mark.parametrize(
    ("shown_as", "value", "shown"),
    [
        ("00000", 2113, "02113"),
        ("00000-0000", 21131234, "02113-1234"),
        ("000", 2113, "2113"),
        ("00", 7, 7),  # two zeros are a number of hours, not a code
        ("00000", 0, "00000"),
        ("00000", 2113.5, 2113.5),
        ("00000", -7, -7),
        ("0.00", 7, 7),
        ("General", 7, 7),
        ("00000;@", 2113, "02113"),
    ],
)
def test_a_number_that_is_shown_as_a_code(tmp_path: Path, shown_as: str, value: float, shown: object):
    path = write_workbook(tmp_path / "a.xlsx", Customers=[["ZIP", "x"], [value, "x"]])
    workbook = load_workbook(path)
    workbook["Customers"]["A2"].number_format = shown_as
    workbook.save(path)
    assert [*read_contents(path).sheets[0].rows[1].values] == [shown, "x"]


def test_a_sheet_comes_in_pieces_of_whole_rows():
    rows = [b"<row>%d</row>" % number for number in range(200_000)]
    part = b"<sheetData>" + b"".join(rows) + b"</sheetData>"
    *pieces, last = whole_rows(io.BytesIO(part))
    assert b"".join([*pieces, last]) == part
    assert len(pieces) > 2
    assert all(piece.endswith(b"</row>") for piece in pieces)
    assert [*whole_rows(io.BytesIO(b"</row>" + b" " * (1 << 20)))] == [b"</row>", b" " * (1 << 20)]


def test_beyond_a_thousand_columns_nothing_is_read(tmp_path: Path):
    path = write_workbook(tmp_path / "a.xlsx", Customers=[range(1_002)])
    workbook = load_workbook(path)
    workbook["Customers"].column_dimensions.group("ALK", "XFD", hidden=True)  # as one hides all that is not used
    workbook.save(path)
    (sheet,) = read_contents(path).sheets
    assert (len(sheet.rows[0].values), sheet.hidden_columns) == (1_000, {998, 999})


def test_hidden_columns_that_stand_together(tmp_path: Path):
    path = write_workbook(tmp_path / "a.xlsx", Customers=[HEADER, ROSA])
    workbook = load_workbook(path)
    workbook["Customers"].column_dimensions.group("B", "D", hidden=True)
    workbook.save(path)
    assert read_contents(path).sheets[0].hidden_columns == {1, 2, 3}


@pytest.mark.parametrize("mark", [".~lock.a.xlsx#", "~$a.xlsx", "~$xlsx"])
def test_the_marks_of_an_open_workbook(tmp_path: Path, mark: str):
    path = write_workbook(tmp_path / "a.xlsx", Customers=[HEADER, ROSA])
    assert not is_open_elsewhere(path)
    (tmp_path / mark).touch()
    assert is_open_elsewhere(path)


def test_declarations_of_entities_are_refused(tmp_path: Path):
    whole = write_workbook(tmp_path / "a.xlsx", Customers=[HEADER, ROSA])
    with zipfile.ZipFile(whole) as packed, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as changed:
        for name in packed.namelist():
            entity = b'<!DOCTYPE x [<!ENTITY a "b">]>' if name == "xl/workbook.xml" else b""
            changed.writestr(name, entity + packed.read(name))
    assert "no spreadsheet program writes" in refusal(tmp_path / "b.xlsx")
    with zipfile.ZipFile(whole, "a") as packed:
        packed.writestr("xl/media/drawing.svg", "<!DOCTYPE svg>")
    assert only(read_book(whole, Settings(), today=TODAY)).name == "Rosa Holm"


def test_columns_named_in_the_settings_and_those_not_understood():
    book = read_csv(
        "Name,Arrived on earth,Shoe size\nRosa Holm,1980-02-29,39\n", columns={"birthday": "Arrived on earth"}
    )
    assert str(only(book).birthday) == "1980-02-29"
    assert about(book, "Shoe size", "[columns]").level is Level.NOTICE


def test_a_text_file_that_is_called_a_workbook_is_read_and_told(tmp_path: Path):
    path = tmp_path / "customers.xlsx"
    path.write_text("Name,City\nAnn Lee,Akron\n", encoding="utf-8")
    contents = read_contents(path)
    assert contents.notices == ["its name says .xlsx, but it is a text file (CSV), and is read as one."]
