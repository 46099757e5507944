"""Ten thousand files that no program wrote: each is read or refused, soon, in little memory, and never with a bug.

`make fuzz` runs it: python -m tests.faults.fuzz [COUNT] [SEED]. An input is one of ours with some bytes changed; what
kind it is, and how it is changed, follows from the seed and its number alone, so that a finding can be had again. The
inputs are tried in children of this process, a hundred in each, which are measured: nothing here is guessed.
"""

import csv
import io
import os
import pickle
import resource
import shutil
import signal
import sqlite3
import sys
import tempfile
import traceback
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

TODAY = date(2026, 11, 1)
SECONDS, MEGABYTES = 10, 1024
A_CHILD = 100  # inputs
HANGS = 120  # seconds of the clock, after which a child is taken to hang

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
# What breaks programs: limits, marks of other formats, letters that are none.
TOKENS = [
    *(
        "nan",
        "inf",
        "-1",
        "0",
        "1e999",
        "9" * 40,
        "0.0000001",
        "true",
        "[]",
        "{}",
        '""',
        "null",
        "[[",
        "]]",
        "((",
        "{{",
    ),
    *(
        "}}",
        "{%",
        "%}",
        "\\",
        "'",
        '"',
        '"""',
        "=",
        "#",
        ",",
        ";",
        "\t",
        "\r",
        "\n",
        "\n\n",
        "\x00",
        "\x0b",
        "\x1b[31m",
    ),
    *("\ufeff", "\u202e", "\u200d", "\u2028", "\ufffe", "♥", "🌷", "한글", "ไทย", "عربي", "Ǆ", "İ", "ß", "e\u0301" * 9),
    *(
        "1900-02-29",
        "0001-01-01",
        "9999-12-31",
        "31.12.99",
        "24:00",
        "2026-13-01",
        "29 Feb",
        "=1+1",
        "@SUM(A1)",
        "-2+3",
    ),
    *("../../etc/passwd", "CON", "file:///", "<b>", "&lt;", "<!DOCTYPE", "]]>", "${x}", "%s%n", "a" * 3000, "x " * 900),
    *("\\ud800", "\\u0000", "[" * 900, "{" * 900, "(" * 900, "a." * 900, "Mr. and Mrs. ", " & ", "c/o ", "deceased"),
]


@dataclass(frozen=True)
class Target:
    """One kind of file: how it is called, those to begin with, what reads it, and how often it has its turn."""

    name: str
    file: str
    seeds: Sequence[bytes]
    read: Callable[[Path], object]
    share: int


@dataclass
class Tally:
    """What came of a target's inputs."""

    inputs: int = 0
    refused: int = 0
    slowest: float = 0.0
    megabytes: int = 0
    findings: list[str] = field(default_factory=list)


def targets(home: Path) -> list[Target]:
    """All kinds of files that a person gives us; `home` is a folder for the samples that they begin with."""
    from notes import pipeline
    from notes.changes.record import Record
    from notes.folders import Folder
    from notes.history import read_history
    from notes.occasions import read_occasions
    from notes.paper import artwork
    from notes.paper.printer_profiles import read_printers
    from notes.paper.stocks import read_stocks
    from notes.problems import Unusable
    from notes.reading import read_book
    from notes.remembered import lost
    from notes.settings import Settings, read_settings
    from notes.wording import read_wordings
    from notes.workbook.correction import write_fixed_copy
    from notes.workbook.plan import read_plan
    from notes.writing import open_hand, read_hands

    stock = read_stocks()[0].cards["5315"]

    def book(path: Path) -> object:
        return read_book(path, Settings(), today=TODAY)

    def fixed(path: Path) -> object:
        return write_fixed_copy(path, read_book(path, Settings(), today=TODAY), path.with_name("fixed.xlsx"))

    def past(path: Path) -> object:
        folder = Folder(path.parent.parent, path, path.parent.parent / "out")
        found, _ = read_history(path.parent)
        return [found.cards, found.made, found.last_batch, found.returned, lost(folder, found)]

    def plan(path: Path) -> object:
        return read_plan(path.read_bytes())

    def record(path: Path) -> object:
        try:
            return Record.from_text(path.read_text("utf-8", errors="replace")).changes
        except ValueError:  # it says so, and the reader of the file tells it
            return None

    def hands(path: Path) -> object:
        return read_hands(path.parent)

    def font(path: Path) -> object:
        found, _ = read_hands(path.parent)
        return open_hand(found["mine"], path.parent / "cache", found)

    def front(path: Path) -> object:
        return artwork.picture(path, stock)

    def words(path: Path) -> object:
        return read_wordings([path.parent.parent.parent / "none", path.parent.parent])

    def month(path: Path) -> object:
        """A month made from the file, and from ours where it is not there."""
        here = path.parent
        for name, content in (("notes.toml", config[0]), ("customers.csv", csvs[0])):
            if not (here / name).exists():
                (here / name).write_bytes(content)
        folder = Folder(here, here / "customers.csv", here / "out")
        settings, wrong = read_settings(here / "notes.toml")
        if wrong:
            raise Unusable(wrong)
        inputs = pipeline.gather(folder, settings, home / "cache", TODAY)
        batch = pipeline.compose(inputs, "2026-11", TODAY, 1)
        return pipeline.publish(batch, inputs, folder, "2026-11-01T09:00:00Z")

    toml = [SETTINGS, STOCKS, PRINTERS, HANDS, OCCASIONS]
    config, papers, ways, described, reasons = ([text.encode()] for text in toml)
    csvs = [_csv(PEOPLE), _csv(PEOPLE, ";", "cp1252"), _csv(ORDERS), _csv(PEOPLE, "\t", "utf-16")]
    books = [_workbook(Customers=PEOPLE), _workbook(Customers=PEOPLE, Orders=ORDERS, Notes=[["x"]])]
    return [
        Target("settings", "notes.toml", config, read_settings, 56),
        Target("stocks", "stocks.toml", papers, read_stocks, 40),
        Target("printers", "printers.toml", ways, read_printers, 32),
        Target("hands", "hands.toml", described, hands, 32),
        Target("occasions", "occasions.toml", reasons, read_occasions, 24),
        Target("history", "history/a.jsonl", [(EVENT * 3).encode()], past, 32),
        Target("changes", "changes.json", [RECORD.encode()], record, 20),
        Target("wordings", "templates/birthday/mine.txt", [WORDING.encode()], words, 24),
        Target("topics", "templates/topics/mine.txt", [TOPICS.encode()], words, 12),
        Target("csv", "customers.csv", csvs, book, 40),
        Target("vcard", "customers.vcf", [VCARD.encode() * 2], book, 12),
        Target("database", "customers.db", [_database(home)], book, 12),
        Target("workbook", "customers.xlsx", books, book, 28),
        Target("corrected", "customers.xlsx", books, fixed, 8),
        Target("plan", "plan.xlsx", [_plan()], plan, 12),
        Target("picture", "front.png", [_picture("PNG"), _picture("JPEG")], front, 12),
        Target("font", "mine.ttf", [_font()], font, 4),
        Target("month of settings", "notes.toml", config, month, 1),
        Target("month of customers", "customers.csv", csvs[:2], month, 1),
        Target("month of stocks", "stocks.toml", papers, month, 1),
    ]


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


def _plan() -> bytes:
    from notes.workbook import plan as sheet

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


def _font() -> bytes:
    """A small font: the plain face with the letters of a few words."""
    from importlib.resources import files

    from fontTools import subset

    options = subset.Options(layout_features=[], notdef_outline=True)
    font = subset.load_font(str(files("fontpkg_caveat") / "files" / "Caveat[wght].ttf"), options)
    some = subset.Subsetter(options)
    some.populate(text="abcdefghijklmnopqrstuvwxyz. HIF,")
    some.subset(font)
    content = io.BytesIO()
    font.save(content)
    font.close()
    return content.getvalue()


def mutated(data: bytes, chance: Random) -> bytes:
    """The bytes with one to eight things done to them; of a packed file mostly to a part of it."""
    if data[:2] == b"PK" and chance.random() < 0.8:
        return _with_part_mutated(data, chance)
    content = bytearray(data)
    for _ in range(chance.choice([1, 1, 1, 2, 3, 8])):
        at = chance.randrange(len(content) + 1)
        end = min(len(content), at + chance.choice([1, 1, 2, 8, 60]))
        done = chance.randrange(6)
        if done == 0 and at < len(content):
            content[at] = chance.randrange(256)
        elif done == 1:
            del content[at:end]
        elif done == 2:
            content[at:at] = content[at:end] * chance.choice([1, 2, 40, 400])
        elif done == 3:
            content[at:end] = chance.choice(TOKENS).encode("utf-8", errors="replace")
        elif done == 4:
            content[at:at] = chance.choice(TOKENS).encode("utf-8", errors="replace")
        else:
            content = _with_value(content, chance)
    return bytes(content)


def _with_value(content: bytearray, chance: Random) -> bytearray:
    """A token in the place of a whole value: what stands between two marks."""
    marks = [at for at, byte in enumerate(content) if byte in b'=,;:"[]{}<>\n']
    if len(marks) < 2:
        return content
    which = chance.randrange(len(marks) - 1)
    content[marks[which] + 1 : marks[which + 1]] = chance.choice(TOKENS).encode("utf-8", errors="replace")
    return content


def _with_part_mutated(data: bytes, chance: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    name = chance.choice(sorted(parts))
    parts[name] = mutated(parts[name], chance)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for one, part in parts.items():
            packed.writestr(one, part)
    return content.getvalue()


def input_of(all_targets: Sequence[Target], seed: int, number: int) -> tuple[Target, bytes]:
    """The input of a number: its kind, and its bytes."""
    chance = Random(f"{seed} {number}")  # it is to be had again
    target = chance.choices(all_targets, [one.share for one in all_targets])[0]
    return target, mutated(chance.choice(target.seeds), chance)


def tried(target: Target, data: bytes, folder: Path) -> tuple[str, float]:
    """How an input was ended (“”, “refused” or the trace of a bug), and the seconds that it took."""
    from notes.problems import BadValue, Unusable

    path = folder / target.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    began = process_time()
    try:
        target.read(path)
        ended = ""
    except (Unusable, BadValue):
        ended = "refused"
    except OSError as error:
        ended = "refused" if error.filename is not None else traceback.format_exc()
    except BaseException:
        ended = traceback.format_exc()
    return ended, process_time() - began


def a_child(all_targets: Sequence[Target], seed: int, numbers: Sequence[int], folder: Path) -> Iterator[Any]:
    """What came of some inputs in a child that may use no more memory than it should; a hang ends it."""
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reads)
        limit = 2 * MEGABYTES << 20
        resource.setrlimit(resource.RLIMIT_AS, (limit + (1 << 30), limit + (1 << 30)))
        with os.fdopen(writes, "wb") as answer, open(os.devnull, "w") as nowhere:
            sys.stdout = sys.stderr = nowhere
            for number in numbers:
                signal.alarm(HANGS)
                target, data = input_of(all_targets, seed, number)
                ended, seconds = tried(target, data, folder / str(number))
                shutil.rmtree(folder / str(number), ignore_errors=True)
                used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
                pickle.dump((number, target.name, ended, seconds, used), answer)
                answer.flush()
        os._exit(0)
    os.close(writes)
    with os.fdopen(reads, "rb") as answer:
        while True:
            try:
                yield pickle.load(answer)
            except EOFError:
                break
    os.waitpid(child, 0)


def fuzz(
    count: int, seed: int = 1, tell: Callable[[str], None] = lambda _: None, is_warm: bool = True
) -> Mapping[str, Tally]:
    """The tallies by target; every finding is told as it is met. Where `is_warm`, each kind is first read here once."""
    tallies: dict[str, Tally] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        all_targets = targets(folder)
        for one in all_targets if is_warm else ():
            tried(one, one.seeds[0], folder / "first")  # what is imported now need not be by every child
        number = 0
        while number < count:
            numbers = range(number, min(number + A_CHILD, count))
            last = number - 1
            for last, which, ended, seconds, used in a_child(all_targets, seed, numbers, folder):
                _count(tallies.setdefault(which, Tally()), last, ended, seconds, used, tell)
            if last + 1 < numbers.stop:  # it hung or was killed over the next one
                which = input_of(all_targets, seed, last + 1)[0].name
                _count(tallies.setdefault(which, Tally()), last + 1, "it hangs, or needs too much memory", 0.0, 0, tell)
                last += 1
            number = last + 1
            if number % 1000 < A_CHILD:
                tell(f"{number} of {count}")
    return tallies


def _count(tally: Tally, number: int, ended: str, seconds: float, used: int, tell: Callable[[str], None]) -> None:
    tally.inputs += 1
    tally.refused += ended == "refused"
    tally.slowest, tally.megabytes = max(tally.slowest, seconds), max(tally.megabytes, used)
    if ended in ("", "refused"):
        ended = f"it took {seconds:.0f} seconds" if seconds > SECONDS else ""
        ended = ended or (f"it took {used} MB" if used > MEGABYTES else "")
    if ended:
        tally.findings.append(f"input {number}: {ended}")
        tell(tally.findings[-1])


def shown(tallies: Mapping[str, Tally]) -> str:
    """The table: for each target its inputs, how many were refused, the slowest, the memory, the findings."""
    lines = [f"{'target':<20}{'inputs':>8}{'refused':>9}{'slowest':>9}{'MB':>6}{'findings':>10}"]
    for name, one in sorted(tallies.items()):
        lines.append(
            f"{name:<20}{one.inputs:>8}{one.refused:>9}{one.slowest:>8.2f}s{one.megabytes:>6}{len(one.findings):>10}"
        )
    total = sum(one.inputs for one in tallies.values())
    findings = sum(len(one.findings) for one in tallies.values())
    return "\n".join([*lines, f"{total} inputs, {findings} findings"])


def main() -> None:
    count, seed = ([int(one) for one in sys.argv[1:3]] + [10_000, 1][len(sys.argv[1:3]) :])[:2]
    tallies = fuzz(count, seed, lambda text: print(text, flush=True))
    print(shown(tallies))
    sys.exit(any(one.findings for one in tallies.values()))


if __name__ == "__main__":
    main()
