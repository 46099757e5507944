"""Lists that no header explains are read by what their cells hold, told, and kept once the person agrees."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from offices import about, only, read_csv, write_workbook

from notes.cli import notes
from notes.customers import Customer
from notes.problems import Level, Unusable
from notes.reading import read_book
from notes.settings import Settings


def card(one: Customer) -> tuple[str, str, str]:
    """Whom the card greets, and the first and last line of the envelope."""
    at = one.address
    return one.dear, one.envelope, ", ".join([*at.lines, f"{at.city} {at.region} {at.postal_code}".replace("  ", " ")])


ROSA = ("Rosa", "Rosa Holm", "12 Elm St, Akron OH 44301")

LISTS = {
    "a header that nobody knows": """
        Folks;Where they live;Where;State;Post
        Rosa Holm;12 Elm St;Akron;OH;44301
        Ida Berg;5 Oak Ave;Kent;OH;44240
        """,
    "a code that is that of the town": """
        Folks;Where they live;Where;State;Code
        Rosa Holm;12 Elm St;Akron;OH;44301
        Ida Berg;5 Oak Ave;Kent;OH;44240
        """,
    "letters for a header": """
        a,b,c,d,e
        Rosa Holm,12 Elm St,Akron,OH,44301
        Ida Berg,5 Oak Ave,Kent,OH,44240
        """,
    "no header": """
        Rosa Holm,12 Elm St,Akron,OH,44301
        Ida Berg,5 Oak Ave,Kent,OH,44240
        """,
    "no header, the customer’s number first": """
        10001,Rosa Holm,12 Elm St,Akron,OH,44301
        10002,Ida Berg,5 Oak Ave,Kent,OH,44240
        """,
    "no header, the last name first": """
        Holm,Rosa,12 Elm St,Akron,OH 44301
        Berger,Ida,5 Oak Ave,Kent,OH 44240
        """,
    "a title above, no header": """
        Miter & Moss,,,,
        List of 3/1/2026,,,,
        Rosa Holm,12 Elm St,Akron,OH,44301
        Ida Berg,5 Oak Ave,Kent,OH,44240
        """,
    "one person and no header": "Rosa Holm,12 Elm St,Akron,OH,44301\n",
    "the whole address in one cell": """
        Rosa Holm,"12 Elm St, Akron, OH 44301"
        Ida Berg,"5 Oak Ave, Kent, OH 44240"
        """,
    "who looks after them, whose names come again": """
        X,Y,Z,Town,State,Zip
        Ann Lee,Rosa Holm,12 Elm St,Akron,OH,44301
        Ann Lee,Ida Berg,5 Oak Ave,Kent,OH,44240
        Ann Lee,Otto Hale,9 Pine Rd,Kent,OH,44240
        """,
    "labels down the page": """
        Rosa Holm
        12 Elm St
        Akron OH 44301

        Ida Berg
        5 Oak Ave
        Kent OH 44240
        """,
}


@pytest.mark.parametrize("kind", LISTS)
def test_a_list_without_a_header_that_is_known_is_read(kind: str) -> None:
    book = read_csv(LISTS[kind])
    assert card(book.customers[0]) == ROSA
    assert "notes check --accept" in about(book, "the header does not say").remedy


def test_labels_in_one_cell_each_are_taken_apart(tmp_path: Path) -> None:
    rows = [["Rosa Holm\n12 Elm St\nAkron, OH 44301"], ["Ida Berg\n5 Oak Ave\nKent, OH 44240"]]
    for header in ([], [["Label"]]):
        book = read_book(write_workbook(tmp_path / "labels.xlsx", Sheet1=[*header, *rows]), Settings())
        assert card(book.customers[0]) == ROSA


def test_a_nasty_german_list_is_read() -> None:
    book = read_csv("""
        Kundschaft;Strasse;Town / PC;Geb.
        Hans Meier;Lindenweg 3;Köln 50667;1.3.1961
        Ute Berg;Am Markt 12;Bonn 53111;12.11.1975
        """)
    first = book.customers[0]
    assert (first.dear, first.address.lines, first.address.city) == ("Hans", ("Lindenweg 3",), "Köln")
    assert (first.address.postal_code, str(first.birthday)) == ("50667", "1961-03-01")


def test_days_in_many_decades_are_birthdays_where_nothing_says_what_they_are() -> None:
    rows = "Rosa Holm,12 Elm St,{}\nIda Berg,5 Oak Ave,{}\n"
    assert str(read_csv(rows.format("3/14/1961", "11/22/1975")).customers[0].birthday) == "1961-03-14"
    assert read_csv(rows.format("3/14/2021", "11/22/2023")).customers[0].birthday is None


def test_names_of_firms_are_names() -> None:
    book = read_csv("Hajoca Corp,44 Mill Rd,Akron,OH,44301\nPine Lodge Inn,5 Lake Ave,Kent,OH,44240\n")
    assert [one.company for one in book.customers] == ["Hajoca Corp", "Pine Lodge Inn"]


def test_where_only_the_shape_of_the_words_speaks_for_a_name_it_is_asked() -> None:
    book = read_csv("Qui;12 Elm St\nTrần Quốc;12 Elm St\nNguyễn Hoàng;5 Oak Ave\n".replace("Qui;12 Elm St", "Qui;Rue"))
    assert book.questions and about(book, "the header does not say").level is Level.ERROR


@pytest.mark.parametrize(
    "text",
    [
        "Item,Price\nGarden Hose,12.00\nOak Table,99.00\n",
        "A1,B1\nGarden Hose,12.00\nOak Table,99.00\n",
        "Dear team,\nplease find below the list of things.\nRegards, Bob\n",
        "Akron,OH\nKent,OH\n",
    ],
)
def test_a_file_without_anybody_in_it_is_refused(text: str) -> None:
    with pytest.raises(Unusable):
        read_csv(text)


def test_what_was_guessed_is_kept_and_never_told_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "customers.csv").write_text("Rosa Holm,12 Elm St,Akron,OH,44301\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke
    assert "the header does not say" in run(notes, ["check"]).output
    run(notes, ["check", "--accept"])
    assert 'name = "Column A"' in (tmp_path / "notes.toml").read_text(encoding="utf-8")
    said = run(notes, ["check"]).output
    assert "1 customer" in said and "the header does not say" not in said


INITIALS = ["S and L", "S & L", "S/L", "S, L", "S+L", "S. and L.", "S.L.", "S"]


@pytest.mark.parametrize("name", INITIALS)
def test_nobody_is_greeted_by_initials(name: str) -> None:
    assert only(read_csv(f'First Name,Last Name\n"{name}",Hume\n')).dear == f"{name.replace('+', ' and ')} Hume"
    assert only(read_csv(f'First Name,Last Name\n"{name}",\n')).dear == ""
    assert only(read_csv(f'Name,Dear,City\nRosa Holm,"{name}",Akron\n')).dear == "Rosa"
    assert about(read_csv(f'First Name,Last Name\n"{name}",\n'), "is no name to greet anybody by")


def test_nothing_is_guessed_beside_addresses_that_are_whole_in_one_column() -> None:
    book = read_csv("""
        Name,Address,Room,LEID
        Rosa Holm,"12 Elm St, Akron, OH 44301",Sea,50001
        Ida Berg,"5 Oak Ave, Kent, OH 44240",Moor,50002
        """)
    assert card(book.customers[0]) == ROSA


def test_a_house_with_a_name_before_its_street_is_no_town() -> None:
    rows = ["Property,Name,Unit", "Elm Court - 12 Elm St Akron OH 44301,Rosa Holm,3B"]
    assert card(read_csv("\n".join(rows)).customers[0])[2] == "12 Elm St, Unit 3B, Akron OH 44301"


@pytest.mark.parametrize(
    "text",
    [
        "Party,Covers,Minder,Total\nHolm,4,Bob,120.00\nBerg,2,Bob,80.00\n",
        "Deceased,Next of Kin,Kin City\nOtto Holm,Rosa Holm,Akron\nJan Berg,Ida Berg,Kent\n",
    ],
)
def test_who_stands_there_again_and_again_or_is_somebody_elses_is_no_customer(text: str) -> None:
    with pytest.raises(Unusable):
        read_csv(text)


def test_a_telephone_is_no_postal_code_beside_a_town_that_has_one() -> None:
    book = read_csv(
        "Name;Street;PLZ ORT;TELNR\nRosa Holm;Lindenweg 3;01067 Dresden;0351\nJan Berg;Ring 1;53111 Bonn;0228\n"
    )
    assert [one.address.postal_code for one in book.customers] == ["01067", "53111"]


def test_the_name_above_an_address_is_no_line_of_it() -> None:
    book = read_csv('Customer,Ship To\nRosa Holm,"Rosa Holm\n12 Elm St\nAkron OH 44301"\n')
    assert card(book.customers[0]) == ROSA
