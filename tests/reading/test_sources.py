"""Sources: address books and databases come through the same door as spreadsheets."""

import sqlite3
from pathlib import Path

import pytest

from notes.customers import Address
from notes.problems import Unusable
from notes.reading import read_book
from notes.settings import Settings, Source

CARD = """BEGIN:VCARD
VERSION:3.0
N:Hale;Otto;;Dr.;
FN:Dr. Otto Hale
ORG:Hale Tiles;Sales
item1.ADR;type=WORK:;;9 Dock St;Akron;OH;44302;USA
item2.ADR;type=HOME;type=pref:;;1 Elm St\\nApt 2;Akron;OH;44301;USA
BDAY:1980-02-03
NOTE:fond of old\\, slow
  trains
item3.X-ABDATE:2001-06-05
item3.X-ABLabel:_$!<Anniversary>!$_
END:VCARD
BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jos=C3=A9;Ana
BDAY:--0412
END:VCARD
"""


def test_an_address_book(tmp_path: Path):
    (tmp_path / "people.vcf").write_text(CARD, encoding="utf-8")
    otto, ana = read_book(tmp_path / "people.vcf", Settings()).customers
    assert otto.address == Address(("1 Elm St", "Apt 2"), "Akron", "OH", "44301", "US")
    assert (otto.dear, otto.envelope, otto.company) == ("Otto", "Dr. Otto Hale", "Hale Tiles")
    assert (str(otto.birthday), str(otto.anniversary), otto.notes) == (
        "1980-02-03",
        "2001-06-05",
        "fond of old, slow trains",
    )
    assert (ana.name, str(ana.birthday), ana.place.row) == ("Ana José", "--04-12", 3)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "shop.sqlite"
    with sqlite3.connect(path) as made:
        made.execute("create table clients (client_no, client_name, addr, town, st, zip)")
        made.execute("create table sales (client_no, sale_date, sale_total)")
        made.executemany(
            "insert into clients values (?, ?, ?, 'Akron', 'OH', '44301')",
            [(7, "Otto Hale", "1 Elm St"), (8, "Pia Quick", "")],
        )
        made.execute("insert into sales values (7, '2024-02-03', 12.5)")
    made.close()
    return path


def test_every_table_of_a_database(database: Path):
    otto, _ = read_book(database, Settings()).customers
    assert (otto.name, otto.address.lines, otto.orders, str(otto.total_spent)) == (
        "Otto Hale",
        ("1 Elm St",),
        1,
        "12.50",
    )


def test_the_query_that_the_settings_name_and_nothing_is_changed(database: Path):
    before = database.read_bytes()
    settings = Settings(source=Source(file="shop.sqlite", query="select * from clients where addr <> ''"))
    assert [one.name for one in read_book(database.with_name("customers.xlsx"), settings).customers] == ["Otto Hale"]
    assert database.read_bytes() == before


@pytest.mark.parametrize("query", ["delete from clients", "drop table clients", "no_such_table", "select * from"])
def test_a_query_that_cannot_be(database: Path, query: str):
    with pytest.raises(Unusable, match="the database cannot be read"):
        read_book(database, Settings(source=Source(query=query)))
