"""Files that are damaged, endless, no files at all or called oddly: a sentence, soon, and nothing half written."""

import os
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import nullcontext, suppress
from datetime import date
from pathlib import Path
from time import process_time

import pytest
from click.testing import CliRunner, Result
from offices import write_workbook
from openpyxl import Workbook, load_workbook

from notes.cli import notes
from notes.problems import Unusable
from notes.reading import read_book
from notes.reading.files.detection import read_contents
from notes.settings import Settings
from notes.wording.details.clauses import clauses
from notes.workbook.correction import write_fixed_copy

HEADER = "Customer ID,First name,Last name,Address 1,City,State,ZIP,Birthday,Bought\n"
IDA = "1,Ida,Fenn,1 Quay St,Salem,MA,01970,1980-11-14,the blue armchair\n"
SOON = 10  # seconds of the processor


def run(*words: str) -> Result:
    return CliRunner().invoke(notes, words, catch_exceptions=False)


@pytest.fixture
def business(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "notes.toml").write_text('[business]\nsender = "Kit"\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


# --check --fix of what a workbook cannot hold


def copied(path: Path) -> Workbook:
    """The corrected copy of a file."""
    target = path.with_name("out.xlsx")
    write_fixed_copy(path, read_book(path, Settings(), today=date(2026, 11, 1)), target)
    return load_workbook(target)


@pytest.mark.parametrize("mark", ["\x0b", "\x0c", "\x01", "\x1f", "\x7f", "\ufffe", "\uffff", "\x85", "\u2028"])
def test_a_corrected_copy_is_made_whatever_stands_in_a_cell(tmp_path: Path, mark: str) -> None:
    text = HEADER + IDA.replace("1 Quay St", f"1 Quay St{mark}Floor 2").replace("the blue", f" the{mark}blue ")
    (tmp_path / "customers.csv").write_text(text, encoding="utf-8")
    assert "Floor 2" in copied(tmp_path / "customers.csv").worksheets[0]["D2"].value
    assert sorted(path.name for path in tmp_path.iterdir()) == ["customers.csv", "out.xlsx"]


def with_part(path: Path, name: str, content: bytes) -> None:
    """The workbook with a part in the place of another, or beside them."""
    with zipfile.ZipFile(path) as packed:
        parts = {one: packed.read(one) for one in packed.namelist()}
    parts[next((one for one in parts if one.endswith(name)), f"xl/{name}")] = content
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for one, data in parts.items():
            packed.writestr(one, data)


def commented(path: Path) -> Path:
    from openpyxl.comments import Comment

    book = Workbook()
    sheet = book.worksheets[0]
    for line in (HEADER, IDA):
        sheet.append(line.strip().split(","))
    sheet["B2"].comment = Comment("a friend", "Kit")
    book.save(path)
    return path


@pytest.mark.parametrize("damaged", ["comment1.xml", "theme1.xml", "legacyDrawing1.vml", "drawing1.xml"])
@pytest.mark.parametrize("content", [b"", b"<a><b></a>", b"\x00\xff" * 90, b"<comments/>"])
def test_a_damaged_part_that_is_not_needed_is_no_hindrance(tmp_path: Path, damaged: str, content: bytes) -> None:
    with_part(commented(tmp_path / "customers.xlsx"), damaged, content)
    made = copied(tmp_path / "customers.xlsx")
    assert made.worksheets[0]["B2"].value == "Ida"
    assert made.worksheets[-1].title == "What was changed"


@pytest.mark.parametrize(
    "looks",
    [
        "<mergeCells>" + "".join(f'<mergeCell ref="A{n}:XFD{n}"/>' for n in range(3, 9_000)) + "</mergeCells>",
        '<hyperlinks><hyperlink ref="A1:XFD1048576" location="here"/></hyperlinks>',
        "<!-- " + "<mergeCell " * 60_000 + "-->",
    ],
    ids=["merged", "linked", "torn"],
)
def test_looks_without_end_are_left_out_of_a_corrected_copy(tmp_path: Path, looks: str) -> None:
    path = write_workbook(tmp_path / "customers.xlsx", Customers=[line.strip().split(",") for line in (HEADER, IDA)])
    with zipfile.ZipFile(path) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml")
    with_part(path, "sheet1.xml", sheet.replace(b"</sheetData>", b"</sheetData>" + looks.encode()))
    began = process_time()
    assert copied(path).worksheets[0]["B2"].value == "Ida"
    assert process_time() - began < SOON


def test_a_table_of_a_database_may_be_called_anything(tmp_path: Path) -> None:
    name = "people: 2026/27 [all] of the long and winding road"
    with sqlite3.connect(tmp_path / "customers.db") as database:
        database.execute(f'create table "{name}" (Name, Address, City, ZIP)')
        database.execute(f'insert into "{name}" values (?,?,?,?)', ("Ida  Fenn", "1 Quay St", "Salem", "01970"))  # noqa: S608
    database.close()
    assert copied(tmp_path / "customers.db").worksheets[0]["A2"].value == "Ida  Fenn"


# Files that would take for ever


def quadratic(path: Path, filler: str) -> Path:
    write_workbook(path, Customers=[line.strip().split(",") for line in (HEADER, IDA)])
    with zipfile.ZipFile(path) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml")
    with_part(path, "sheet1.xml", sheet.replace(b"</sheetData>", b"</sheetData><!-- %s -->" % filler.encode()))
    return path


@pytest.mark.parametrize(
    "filler",
    [
        "<row " * 60_000,
        "<row hidden " * 30_000,
        '<row hidden="1" ' * 20_000,
        "<row " + 'hidden="1" ' * 30_000,
        "<c><f>" * 50_000,
        "<c " * 90_000,
        "<c>" + " " * 300_000,
        "<" + "a" * 300_000,
        "<a:" * 90_000,
    ],
)
def test_no_pattern_looks_at_a_letter_again_and_again(tmp_path: Path, filler: str) -> None:
    path = quadratic(tmp_path / "customers.xlsx", filler)
    began = process_time()
    try:
        assert len(read_contents(path).sheets[0].rows) == 2
    except Unusable as refused:  # as too large, where it looks like a great many cells
        assert "too large" in str(refused)
    assert process_time() - began < SOON


def wide(path: Path) -> None:
    line = ",".join(f"c{number}" for number in range(100_000))
    path.write_text(f"{line}\n{line}\n")


def many_rows(path: Path) -> None:
    path.write_text("Name\n" + "7\n" * 300_000)


def many_cells(path: Path) -> None:
    path.write_text("a,b,c,d,e,f,g,h,i,j\n" + "1,1,1,1,1,1,1,1,1,1\n" * 300_000)


def of_commas(path: Path) -> None:
    path.write_text("Name\n" + "," * 5_000_000)


def one_long_line(path: Path) -> None:
    path.write_text("Name,City\n" + "x" * 200_000 + ",y\n" + '"' * 200_000)


def many_options(path: Path) -> None:
    path.write_text("BEGIN:VCARD\n" + "N" + ";" * 40_000 + "\nFN" + ';a="' * 20_000 + "\nEND:VCARD\n")


def long_folds(path: Path) -> None:
    path.write_text("BEGIN:VCARD\nN;quoted-printable:" + "x" * 200_000 + "=\n" + "=\n" * 50_000 + "END:VCARD\n")


@pytest.mark.parametrize("craft", [wide, many_rows, many_cells, of_commas, one_long_line, many_options, long_folds])
def test_a_text_that_is_no_list_is_done_with_soon(business: Path, craft: Callable[[Path], None]) -> None:
    craft(business / "customers.csv")
    began = process_time()
    with suppress(Unusable):
        read_book(business / "customers.csv", Settings(), today=date(2026, 11, 1))
    assert process_time() - began < SOON


@pytest.mark.parametrize(
    "words", ["died ", "not ", "(", "10/12 ", "1/", "x; ", "Mr. ", "mother, ", "lost Barney. ", "\u2019"]
)
def test_a_cell_as_long_as_cells_can_be_is_read_soon(tmp_path: Path, words: str) -> None:
    cell = (words * 32_767)[:32_767]
    (tmp_path / "customers.csv").write_text(f'{HEADER[:-1]},Notes\n{IDA[:-1]},"{cell}"\n', encoding="utf-8")
    began = process_time()
    assert read_book(tmp_path / "customers.csv", Settings(), today=date(2026, 11, 1)).customers[0].first_name == "Ida"
    assert process_time() - began < SOON


@pytest.mark.parametrize("words", ["a ", "Mia and ", "not ", "daughter Mia  "])
def test_a_jotting_as_long_as_cells_can_be_is_taken_apart_soon(words: str) -> None:
    began = process_time()
    clauses((words * 32_767)[:32_767])
    assert process_time() - began < SOON / 4


def test_what_stands_at_the_end_of_a_long_cell_is_heard(tmp_path: Path) -> None:
    cell = "Ordered the usual again. " * 400 + "Passed away in May."
    (tmp_path / "customers.csv").write_text(f"{HEADER[:-1]},Notes\n{IDA[:-1]},{cell}\n", encoding="utf-8")
    (customer,) = read_book(tmp_path / "customers.csv", Settings(), today=date(2026, 11, 1)).customers
    assert customer.holds


def test_a_cell_longer_than_any_is_cut_and_told(tmp_path: Path) -> None:
    card = "BEGIN:VCARD\nN:Fenn;Ida\nADR:;;1 Quay St;Salem;MA;01970\nNOTE:" + "a\n " * 2_000_000 + "\nEND:VCARD\n"
    (tmp_path / "customers.vcf").write_text(card, encoding="utf-8")
    began = process_time()
    book = read_book(tmp_path / "customers.vcf", Settings(), today=date(2026, 11, 1))
    assert [one.first_name for one in book.customers] == ["Ida"]
    assert "Only the first 32,767 letters of a cell are read." in [problem.message for problem in book.problems]
    assert process_time() - began < SOON


def test_more_customers_than_anybody_writes_to_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("notes.reading.book.MOST_CUSTOMERS", 3)
    (tmp_path / "customers.csv").write_text(HEADER + IDA * 4, encoding="utf-8")
    with pytest.raises(Unusable, match="it has more than 3 customers"):
        read_book(tmp_path / "customers.csv", Settings(), today=date(2026, 11, 1))


def test_what_is_beyond_the_columns_that_are_read_is_told(business: Path) -> None:
    more = "".join(f",More {number}" for number in range(2000))
    (business / "customers.csv").write_text(HEADER.strip() + more + "\n" + IDA.strip() + ",x" * 2000 + "\n")
    told = read_book(business / "customers.csv", Settings(), today=date(2026, 11, 1)).problems
    assert "Only the first 1,000 columns are read." in [problem.message for problem in told]


SST = '<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</sst>'
SHEET = (
    '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData>{}</sheetData></worksheet>"
)


@pytest.mark.parametrize(
    ("part", "content", "said"),
    [
        ("sharedStrings.xml", SST.format("<si><t>7</t></si>" * 2_600_000), "too large to be a list"),
        ("sheet1.xml", SHEET.format("<row><c><v>7</v></c></row>" * 1_000_000), "too large to be a list"),
        ("sheet1.xml", SHEET.format("<row>" + "<c/>" * 16_000 + "</row>"), ""),
        ("workbook.xml", "<workbook>" + '<sheet name="a" r:id="rId1"/>' * 3000 + "</workbook>", "has 3,000 sheets"),
    ],
)
def test_a_workbook_that_is_far_too_large_is_refused_early(
    business: Path, monkeypatch: pytest.MonkeyPatch, part: str, content: str, said: str
) -> None:
    monkeypatch.setattr("notes.reading.files.excel.MOST_RATIO", 10_000)  # what it holds is not what is tried here
    write_workbook(business / "customers.xlsx", Customers=[line.strip().split(",") for line in (HEADER, IDA)])
    with_part(business / "customers.xlsx", part, content.encode())
    began = process_time()
    with pytest.raises(Unusable, match=said) if said else nullcontext():
        read_contents(business / "customers.xlsx")
    assert process_time() - began < SOON


@pytest.mark.parametrize(
    "query",
    [
        "with recursive n(x) as (select 1 union all select x + 1 from n) select count(*) from n",
        "select zeroblob(900000000)",
        "select hex(randomblob(90000000))",
        "attach 'other.db' as other",
        "delete from t",
        "select load_extension('x')",
        "select * from t; drop table t",
    ],
)
def test_a_query_is_only_reading_and_comes_to_an_end(
    business: Path, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    monkeypatch.setattr("notes.reading.files.databases.SECONDS", 0.2)
    with sqlite3.connect(business / "customers.db") as database:
        database.execute("create table t (Name)")
    database.close()
    before = (business / "customers.db").read_bytes()
    with pytest.raises(Unusable):
        read_contents(business / "customers.db", query)
    assert (business / "customers.db").read_bytes() == before


# What is no file


PIPES = [
    ("customers.csv", ("check",)),
    ("list.csv", ("check", "list.csv")),
    ("notes.toml", ("picks",)),
    ("stocks.toml", ("stocks",)),
    ("printers.toml", ("calibrate", "--read", "30 30 30 30 30 30 30 30")),
    ("occasions.toml", ("picks",)),
    ("templates/birthday/mine.txt", ("words", "birthday")),
    ("templates/topics/mine.txt", ("words", "birthday")),
    ("templates/cliches.txt", ("check",)),
    ("fonts/hands.toml", ("hands",)),
    ("fonts/Mine.ttf", ("hands",)),
    ("history/a.jsonl", ("picks",)),
    ("fairhand.json", ("picks",)),
]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
@pytest.mark.parametrize(("name", "words"), PIPES, ids=[name for name, _ in PIPES])
def test_nothing_waits_for_a_pipe(business: Path, name: str, words: tuple[str, ...]) -> None:
    (business / "customers.csv").write_text(HEADER + IDA)
    path = business / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    answer = run(*words)  # what counts is that it ends
    assert answer.exit_code in (0, 1)
    assert "Traceback" not in answer.output


# Names that are no text


NAMES = [b"kund\xe9.csv", b"\xff\xfe.csv", b"a\nb.csv", b"-rf.csv", b"\xe2\x80\xae.csv"]


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
@pytest.mark.parametrize("name", NAMES)
def test_a_file_may_be_called_anything(business: Path, name: bytes) -> None:
    path = Path(os.fsdecode(name))
    path.write_text(HEADER + IDA)
    answer = run("cards", "--month", "2026-11", "--today", "2026-11-01", "--file", str(path))
    assert answer.exit_code in (0, 1), answer.output
    assert (business / "out/2026-11/review.html").read_text(encoding="utf-8")
    assert run("sent", "--file", str(path)).exit_code == 0


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
@pytest.mark.parametrize("folder", [b"birthday", b"birthday/\xe9", b"kund\xe9"])
def test_a_wording_may_be_called_anything(business: Path, folder: bytes) -> None:
    (business / "customers.csv").write_text(HEADER + IDA)
    home = business / "templates" / os.fsdecode(folder)
    home.mkdir(parents=True)
    (home / os.fsdecode(b"m\xefn.txt")).write_text("Dear {{ first }},\n\nAbout {{ bought }}: enjoy the day.")
    answer = run("cards", "--month", "2026-11", "--today", "2026-11-01")
    assert answer.exit_code in (0, 1), answer.output
    assert (business / "out/2026-11/batch.json").exists()
