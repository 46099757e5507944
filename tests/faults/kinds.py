"""The kinds of files that a person gives us, with samples to begin with: what the fuzz changes and reads.

Files of a person's own come first, then those that we write beside them and read again, and what is typed. A month is
made from a file of each kind as well, since what was read may still be what nothing can be made of.
"""

import contextlib
import csv
import io
import os
import shlex
import sqlite3
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from xml.sax.saxutils import escape

from click.testing import CliRunner

from notes import pipeline
from notes.batch_folder import Against, Made, numbers_in
from notes.changes.record import read_records
from notes.cli import notes
from notes.folders import Folder
from notes.history import names_in, read_history
from notes.occasions import read_occasions
from notes.paper import artwork
from notes.paper.printer_profiles import read_printers
from notes.paper.stocks import read_stocks
from notes.problems import Unusable
from notes.reading import read_book
from notes.remembered import lost
from notes.resources import SAMPLE
from notes.settings import Settings
from notes.settings_file import read_settings, settings_file
from notes.wording import read_wordings
from notes.workbook import plan as plan_sheet
from notes.workbook.correction import write_fixed_copy
from notes.writing import open_hand, read_hands

TODAY = date(2026, 11, 1)
HEADER = ["Customer ID", "First name", "Last name", "Address 1", "City", "State", "ZIP", "Country", "Birthday", "Notes"]
PEOPLE = [
    HEADER,
    ["1", "Ida", "Fenn", "1 Quay St", "Salem", "MA", "01970", "US", "1980-11-14", "the blue armchair; her dog Pip"],
    ["2", "Zoë & Ben", "Hale", "2 Quay St Apt 3", "Salem", "MA", "01970", "US", "11/20/75", "please no cards; moved?"],
    ["3", "", "Lund GmbH", "Hafenstraße 3", "Kiel", "", "24103", "DE", "20. November", "Ansprechpartner Kai"],
]
ORDERS = [["Customer ID", "Date", "Total"], ["1", "2026-10-03", "$1,234.50"], ["2", "03.10.2026", "99,90 €"]]
SETTINGS = """\
[business]
name = "Quay Shop"
sender = "Kit & Ada"
return_address = ["Quay Shop", "1 Quay St", "Salem MA 01970"]
language = "en"
[picking]
window = "12m"
years = [1, 5, 10]
quiet_after = 2.5
[card]
x_height = "2.2 mm"
signature = "space"
[post]
days_to = {CA = 8, GB = 10}
[signers]
JP = {name = "Jen", title = "your hygienist"}
[columns]
birthday = "Born on"
"""
STOCKS = """\
[paper.Quarto]
size = ["8 in", "10 in"]
[card.mine]
title = "Mine"
paper = "Quarto"
grid = [1, 2]
size = ["8 in", "5 in"]
fold = "book"
aliases = ["M1"]
[label.small]
paper = "Quarto"
grid = [2, 5]
size = ["4 in", "2 in"]
[envelope.wide]
size = ["9.5 in", "4.125 in"]
"""
PRINTERS = """\
[[way]]
printer = "office"
tray = "1"
paper = "Letter"
side = "front"
map = [1.01, 0.002, -0.001, 0.99, 0.5, -0.6]
turned = false
reverse = true
"""
HANDS = """\
[mine]
title = "Mine"
file = "Mine.ttf"
x_height = "2.4 mm"
slant = 3.0
ink = [0.1, 0.1, 0.3]
axes = { wght = 400 }
alternates = ["ss01"]
letters = "running"
forms = { a = "flat" }
habits = { width = 1.1 }
"""
OCCASIONS = """\
[moved-office]
title = "Moved office"
aliases = ["new office"]
after = "birthday"
late = 30
arrives = "after"
[birthday]
aliases = ["bday"]
"""
EVENT = (
    '{"at": "2026-10-01T00:00:00Z", "batch": "2026-10", "customer_id": "1", "kind": "sent", "mail_by": "2026-10-01", '
    '"month": "2026-10", "name": "Ida Fenn", "number": 1, "occasion": "birthday", "on": "2026-10-04", "turn": 1}\n'
)
RECORD = (
    '{"about": "", "steps": [{"customer_id": "1", "name": "Ida", "by": "app", "set": {"words": "Hello.", '
    '"send": "later", "until": "2026-12-01", "more": ["a trip"]}}], "taken_back": []}'
)
WORDING = "needs: bought\n\nDear {{ first }},\n\nMay the {{ bought }} {% if likes %}and {{ likes }}{% endif %} last.\n"
TOPICS = "# roses | gardens\nkind: flower\n\nThe roses must be a joy.\nI thought of your {thing} this week.\n"
VCARD = (
    "BEGIN:VCARD\nVERSION:3.0\nN:Fenn;Ida;;Dr.;\nFN:Ida Fenn\nADR;TYPE=home:;;1 Quay St;Salem;MA;01970;USA\n"
    "BDAY:1980-11-14\nNOTE;ENCODING=QUOTED-PRINTABLE:blue=20chair=\n more\nEND:VCARD\n"
)
LEDGER = (
    '{"about": "…", "business": "0a1b2c3d4e5f", "history": ["2026-10-01T00-00-00Z-sent-2026-10-0a1b2c3d"], '
    '"backup": "2026-10-30"}'
)
BATCH = (
    '{"month": "2026-11", "seed": 1, "cards": [{"number": 1, "customer_id": "1", "name": "Ida Fenn", "occasion": '
    '"birthday", "wording": "w", "text": "Hello.", "mentions": [], "hand": "june", "pdf": "cards.pdf", "page": 1, '
    '"cell": 1, "envelope": ["Ida Fenn"]}], "files": {"cards.pdf": {"sha256": "00", "pages": 1, "paper": "5315"}}}'
)
AGAINST = '{"about": "…", "business": "0a1b2c3d4e5f", "files": ["2026-10-01T00-00-00Z-sent-2026-10-0a1b2c3d"]}'
NAMES = (
    "2026-10-01T00-00-00Z-sent-2026-10-0a1b2c3d.jsonl\n.2026-10-01-sent-0a1b2c3d.jsonl.icloud\n.lock\n"
    "2026-10-01-sent (Kit's conflicted copy 2026-10-03).jsonl\ncustomers.xlsx\nmine.ttf\n"
)
TYPED = [
    "cards --month 2026-11 --today 2026-11-01 --start-label 3 --seed 7 --hand june --card 5315 --label 5160",
    "cards --all season --by 2026-12-18 --today 2026-11-01 --line 'All the best' --yes",
    "picks --month next --window 12m --today 2026-11-01 --json",
    "check customers.csv --today 2026-11-01 --json",
    "check --fix",
    "sent --month 2026-11 --today 2026-11-02 --except 1,2 --only 2",
    "cancel 1-2,4 --month 2026-11-2",
    "returned 1 --batch 2026-11",
    "undo --whole --month 2026-11",
    "merge 1 9 --today 2026-11-02",
    "reprint 1,2 --month 2026-11 --panel 2",
    "print --dry-run --month 2026-11",
    "pen --month 2026-11 --today 2026-11-01",
    "calibrate --of cards --side front --read '30 31 30.5 30 31 30 30 30,5'",
    "flip --arrow same --number other",
    "why Ida --month 2026-11 --today 2026-11-01",
    "words birthday Ida",
    "history Ida",
    "due --today 2026-11-01",
    "effect --today 2026-11-01",
    "stocks 5315",
    "hands",
    "backup --to out --today 2026-11-01",
]


@dataclass(frozen=True)
class Target:
    """One kind of file: how it is called, those to begin with, what reads it, and how often it has its turn."""

    name: str
    file: str
    seeds: Sequence[bytes]
    read: Callable[[Path], object]
    share: int


def targets(home: Path) -> list[Target]:
    """All kinds; `home` is a folder for what they share."""
    return [*_of_the_person(home), *_of_ours(), *_months(home)]


def _of_the_person(home: Path) -> list[Target]:
    settings = [SETTINGS.encode(), settings_file(Settings()).encode(), (SAMPLE / "notes.toml").read_bytes()]
    csvs = [_csv(PEOPLE), _csv(PEOPLE, ";", "cp1252"), _csv(ORDERS), _csv(PEOPLE, "\t", "utf-16")]
    books = [_workbook(Customers=PEOPLE), _workbook(Customers=PEOPLE, Orders=ORDERS, Notes=[["x"]])]
    pictures = [_picture(kind) for kind in ("PNG", "JPEG", "WEBP", "TIFF", "GIF", "BMP")]
    return [
        Target("settings", "notes.toml", settings, read_settings, 56),
        Target("stocks", "stocks.toml", [STOCKS.encode()], read_stocks, 40),
        Target("printers", "printers.toml", [PRINTERS.encode()], read_printers, 32),
        Target("hands", "hands.toml", [HANDS.encode()], _hands, 32),
        Target("occasions", "occasions.toml", [OCCASIONS.encode()], read_occasions, 24),
        Target("wordings", "templates/birthday/mine.txt", [WORDING.encode()], _wordings, 24),
        Target("topics", "templates/topics/mine.txt", [TOPICS.encode()], _wordings, 12),
        Target("csv", "customers.csv", csvs, _book, 40),
        Target("vcard", "customers.vcf", [VCARD.encode() * 2], _book, 12),
        Target("database", "customers.db", [_database(home)], _book, 12),
        Target("workbook", "customers.xlsx", books, _book, 28),
        Target("open document", "customers.ods", [_open_document(PEOPLE)], _book, 16),
        Target("corrected", "customers.xlsx", books, _fixed, 8),
        Target("picture", "front.png", pictures, _front, 12),
        Target("font", "mine.ttf", [_font(), _font("woff")], _font_as_hand, 4),
        Target("typed", "typed.txt", [one.encode() for one in TYPED], partial(_typed, cache=home / "cache"), 16),
    ]


def _of_ours() -> list[Target]:
    return [
        Target("history", "history/a.jsonl", [(EVENT * 3).encode()], _past, 32),
        Target("ledger", "fairhand.json", [LEDGER.encode()], _past_beside, 12),
        Target("names of files", "history/names.txt", [NAMES.encode()], _names, 12),
        Target("changes", "out/2026-11/changes.json", [RECORD.encode()], _records, 20),
        Target("plan", "plan.xlsx", [_plan()], lambda path: plan_sheet.read_plan(path.read_bytes()), 12),
        Target("batch", "out/2026-11/batch.json", [BATCH.encode()], _batch, 12),
        Target("batch's history", "out/2026-11/history.json", [AGAINST.encode()], _batch, 8),
    ]


def _months(home: Path) -> list[Target]:
    files = {
        "notes.toml": [SETTINGS.encode()],
        "customers.csv": [_csv(PEOPLE), _csv(PEOPLE, ";", "cp1252")],
        "customers.xlsx": [_workbook(Customers=PEOPLE, Orders=ORDERS)],
        "stocks.toml": [STOCKS.encode()],
        "printers.toml": [PRINTERS.encode()],
        "occasions.toml": [OCCASIONS.encode()],
        "fonts/hands.toml": [HANDS.encode()],
        "templates/birthday/mine.txt": [WORDING.encode()],
        "history/a.jsonl": [EVENT.encode()],
    }
    return [
        Target(f"month of {name.rpartition('/')[2]}", name, seeds, partial(_month, name=name, cache=home / "cache"), 1)
        for name, seeds in files.items()
    ]


def _book(path: Path) -> object:
    return read_book(path, Settings(), today=TODAY)


def _fixed(path: Path) -> object:
    return write_fixed_copy(path, read_book(path, Settings(), today=TODAY), path.with_name("fixed.xlsx"))


def _past(path: Path) -> object:
    folder = _folder(path.parent.parent)
    found, _ = read_history(path.parent)
    return [found.cards, found.made, found.last_batch, found.returned, lost(folder, found)]


def _past_beside(path: Path) -> object:
    (path.parent / "history").mkdir()
    (path.parent / "history/a.jsonl").write_text(EVENT)
    return _past(path.parent / "history/a.jsonl")


def _names(path: Path) -> object:
    """Empty files and files with events, called as the lines say."""
    for number, line in enumerate(path.read_bytes().split(b"\n")):
        name = line.replace(b"/", b"-").replace(b"\0", b"")[:200]
        if name not in (b"", b".", b".."):
            (path.parent / os.fsdecode(name)).write_text(EVENT * (number % 2))
    folder = Folder.find(path.parent)
    return [read_history(path.parent), names_in(path.parent), folder.history, read_hands(path.parent), _past(path)]


def _records(path: Path) -> object:
    records = read_records(path.parents[1])
    return [
        records.changes("2026-11", TODAY),
        records.hands,
        records.answers("2026-11"),
        records.told_before("2026-11"),
    ]


def _batch(path: Path) -> object:
    return [numbers_in(path.parent), Against.read(path.parent), Made.read(path.parent).spots([1])]


def _hands(path: Path) -> object:
    return read_hands(path.parent)


def _font_as_hand(path: Path) -> object:
    found, _ = read_hands(path.parent)
    return open_hand(found["mine"], path.parent / "cache", found)


def _front(path: Path) -> object:
    return artwork.picture(path, read_stocks()[0].cards["5315"])


def _wordings(path: Path) -> object:
    return read_wordings([path.parents[2] / "none", path.parents[1]])


def _month(path: Path, name: str, cache: Path) -> object:
    """A month made from the file, and from ours where it is not there."""
    home = path.parents[name.count("/")]
    _business(home)
    settings, wrong = read_settings(home / "notes.toml")
    if wrong:
        raise Unusable(wrong)
    inputs = pipeline.gather(_folder(home), settings, cache, TODAY)
    batch = pipeline.compose(inputs, "2026-11", TODAY, 1)
    return pipeline.publish(batch, inputs, _folder(home), "2026-11-01T09:00:00Z")


def _typed(path: Path, cache: Path) -> object:
    """A command as it was typed, in a business; what would lead out of it, or wait for a browser, is not run."""
    try:
        words = shlex.split(path.read_text("utf-8", errors="replace").replace("\0", ""))
    except ValueError:
        return None
    if not words or words[0] == "review" or any(".." in word or word.startswith(("/", "~")) for word in words):
        return None
    _business(path.parent)
    with contextlib.chdir(path.parent):
        ended = CliRunner(env={"FAIRHAND_CACHE": str(cache)}).invoke(notes, words)
    if ended.exit_code not in (0, 1, 2, 75) or "Traceback" in ended.output:
        raise AssertionError(f"{words} ended with {ended.exit_code}: {ended.output}")
    return None


def _business(home: Path) -> None:
    has_list = (home / "customers.xlsx").exists()
    for name, content in (("notes.toml", SETTINGS.encode()), ("customers.csv", _csv(PEOPLE))):
        if not (home / name).exists() and not (has_list and name == "customers.csv"):
            (home / name).write_bytes(content)


def _folder(home: Path) -> Folder:
    workbook = home / "customers.xlsx"
    return Folder(home, workbook if workbook.exists() else home / "customers.csv", home / "out")


def _csv(rows: Sequence[Sequence[str]], separator: str = ",", encoding: str = "utf-8") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue().encode(encoding)


def _workbook(**sheets: Sequence[Sequence[str]]) -> bytes:
    from openpyxl import Workbook

    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"


def _open_document(rows: Sequence[Sequence[str]]) -> bytes:
    """A spreadsheet of the other office."""
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    lines = ["".join(cell.format(escape(one)) for one in row) for row in rows]
    table = "".join(f"<table:table-row>{line}</table:table-row>" for line in lines)
    names = "".join(f' xmlns:{one}="{OFFICE}:{one}:1.0"' for one in ("office", "table", "text"))
    sheet = f'<office:spreadsheet><table:table table:name="Customers">{table}</table:table></office:spreadsheet>'
    entry = f'<m:file-entry m:full-path="/" m:media-type="{SPREADSHEET}"/>'
    parts = {
        "mimetype": SPREADSHEET,
        "content.xml": f"<office:document-content{names}><office:body>{sheet}</office:body></office:document-content>",
        "META-INF/manifest.xml": f'<m:manifest xmlns:m="{OFFICE}:manifest:1.0">{entry}</m:manifest>',
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        for name, part in parts.items():
            packed.writestr(name, part)
    return content.getvalue()


def _plan() -> bytes:
    sheet = plan_sheet
    row = {sheet.ID: "1", sheet.NAME: "Ida", sheet.OCCASION: "birthday", sheet.SEND: "yes", sheet.MESSAGE: "Hello."}
    return sheet.plan([row, {**row, sheet.ID: "2", sheet.QUESTION: "deceased?"}])


def _database(home: Path) -> bytes:
    path = home / "sample.db"
    with sqlite3.connect(path) as database:
        database.execute(f"create table people ({', '.join(repr(name) for name in HEADER)})")
        database.executemany(f"insert into people values ({', '.join('?' * len(HEADER))})", PEOPLE[1:])  # noqa: S608
    database.close()
    return path.read_bytes()


def _picture(kind: str) -> bytes:
    from PIL import Image

    content = io.BytesIO()
    Image.new("RGB", (1700, 1300), "teal").save(content, kind)
    return content.getvalue()


def _font(flavor: str = "") -> bytes:
    """A small font: the plain face with the letters of a few words."""
    from importlib.resources import files

    from fontTools import subset

    options = subset.Options(layout_features=[], notdef_outline=True)
    font = subset.load_font(str(files("fontpkg_caveat") / "files" / "Caveat[wght].ttf"), options)
    some = subset.Subsetter(options)
    some.populate(text="abcdefghijklmnopqrstuvwxyz. HIF,")
    some.subset(font)
    font.flavor = flavor or None
    content = io.BytesIO()
    font.save(content)
    font.close()
    return content.getvalue()
