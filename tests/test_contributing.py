"""CONTRIBUTING.md is right: its steps are followed with its own examples, on a copy of the program."""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from offices import write_workbook

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
CHAPTERS = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", GUIDE, re.MULTILINE | re.DOTALL))
WHERE = re.compile(r"(?:As|At the end of) `([^`]+)`|[Ii]n `([^`]+)`,\s+(above|below|after)\s+`([^`]+)`")
BLOCK = re.compile(r"^ *```\w+\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Step:
    """An example of the guide, and where the guide says to put it."""

    path: str
    text: str
    where: str = "end"
    anchor: str = ""

    def follow(self, root: Path) -> None:
        path = root / self.path
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        assert before.count(self.anchor) == 1 or not self.anchor, f"{self.path} has no one place “{self.anchor}”"
        path.write_text(self._put_into(before), encoding="utf-8")

    def _put_into(self, before: str) -> str:
        if not self.anchor:
            return f"{before}\n{self.text}" if before else self.text
        start = before.index(self.anchor)
        if self.where == "after":
            place, text = start + len(self.anchor), self.text.strip() + " "
        elif self.where == "above":
            place, text = before.rfind("\n", 0, start) + 1, self.text
        else:
            place, text = before.index("\n", start) + 1, self.text
        return before[:place] + text + before[place:]


def steps(chapter: str) -> list[Step]:
    """The examples of a chapter, without their indent: each goes where the guide has said, in that order."""
    text = CHAPTERS[chapter]
    places = [(one[1] or one[2], one[3] or "end", one[4] or "") for one in WHERE.finditer(BLOCK.sub("", text))]
    blocks = [re.sub("^   ", "", one, flags=re.MULTILINE) for one in BLOCK.findall(text)]
    return [Step(path, block, where, anchor) for (path, where, anchor), block in zip(places, blocks, strict=True)]


CAN_ADD = ("An occasion", "A wording", "A hand", "A stock", "A spreadsheet column")
CUSTOMERS = [
    ["Customer ID", "First name", "Last name", "Address 1", "City", "State", "ZIP", "Likes", "Delivered on"],
    ["1", "Rosa", "Lindqvist", "4 Mill Lane", "Troy", "NY", "12180", "the sundial", "Tuesday"],
]
MILESTONES = [
    ["Customer ID", "Occasion", "Date", "About"],
    ["1", "Year off", "2026-11-02", "a year on the canals"],
]


ASKED = """\
import json, sys
from pathlib import Path
from click.testing import CliRunner
from openpyxl import load_workbook
from notes import reading, settings
from notes.cli import notes
run = CliRunner().invoke
said = {command: run(notes, command.split(), catch_exceptions=False).output for command in json.load(sys.stdin)}
said["read"] = reading.read_book(Path("customers.xlsx"), settings.Settings()).customers[0].delivery_day
said["form"] = [cell.value for cell in load_workbook("another/customers.xlsx")["Customers"][1]]
print(json.dumps(said))
"""
COMMANDS = (
    "words birthday Rosa",
    "cards --month 2026-11 --today 2026-11-05",
    "hands",
    "stocks",
    "stocks 8126",
    "check",
    "new another",
)


@dataclass(frozen=True)
class Office:
    """A business that works with the copy of the program."""

    program: Path
    folder: Path

    def python(self, *words: str, given: str = "") -> str:
        environment = {**os.environ, "PYTHONPATH": str(self.program)}
        command = [sys.executable, *words]
        run = subprocess.run(
            command, cwd=self.folder, env=environment, input=given, capture_output=True, text=True, check=False
        )
        assert run.returncode == 0, run.stdout + run.stderr
        return run.stdout


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program in which every step was followed."""
    copy = tmp_path_factory.mktemp("contributing") / "fairhand"
    for part in ("notes", "templates", "fonts", "data/sample", "tests"):
        shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__", "out"))
    shutil.copy(ROOT / "data/README.md", copy / "data")
    for chapter in CAN_ADD:
        for step in steps(chapter):
            step.follow(copy)
    return copy


@pytest.fixture(scope="module")
def office(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Office:
    folder = tmp_path_factory.mktemp("office")
    write_workbook(folder / "customers.xlsx", Customers=CUSTOMERS, Milestones=MILESTONES)
    return Office(program, folder)


@pytest.fixture(scope="module")
def said(office: Office) -> dict[str, str]:
    """What the copy of the program says, by what is asked of it."""
    return json.loads(office.python("-c", ASKED, given=json.dumps(COMMANDS)))


@pytest.mark.parametrize("chapter", CAN_ADD)
def test_there_are_five_steps_and_an_example(chapter: str) -> None:
    assert re.findall(r"^(\d)\. ", CHAPTERS[chapter], re.MULTILINE) == list("12345")
    assert steps(chapter)


def test_the_occasion_has_its_card(office: Office, said: dict[str, str]) -> None:
    (card,) = json.loads((office.folder / "out/2026-11/batch.json").read_text(encoding="utf-8"))["cards"]
    assert card["occasion"] == "sabbatical"
    assert "a year on the canals" in card["text"]
    (lines,) = [step.text for step in steps("An occasion") if step.path.endswith("lines.txt")]
    begun = [line.split(": ", 1)[1].partition("{")[0][:16] for line in lines.splitlines()]
    assert any(line.replace("'", "’") in card["text"] for line in begun)


def test_the_topic_and_the_line_are_in_a_note(said: dict[str, str]) -> None:
    assert "the one clock that nobody has to wind" in " ".join(said["words birthday Rosa"].split())


def test_the_hand_is_listed(said: dict[str, str]) -> None:
    assert "caveat-bold: The same felt tip, new." in said["hands"]


def test_the_stock_is_listed_and_drawn(office: Office, said: dict[str, str]) -> None:
    assert "5126      Shipping labels, 2 on a Letter sheet (also 8126)" in said["stocks"]
    assert (office.folder / "out/label-5126.pdf").read_bytes().startswith(b"%PDF")


def test_the_column_is_read_and_stands_in_the_form(said: dict[str, str]) -> None:
    assert "1 customer" in said["check"] and "Delivered on" not in said["check"]
    assert said["read"] == "Tuesday"
    at = said["form"].index("Delivery day")
    assert said["form"][at + 1] == "Birthday"


def test_the_tables_of_the_data_folder_still_agree(office: Office) -> None:
    office.python(str(office.program / "data/sample/make_sample.py"))
    form = str(office.program / "tests/workbook/test_form.py")
    office.python("-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(office.program), form)


def test_every_target_is_told_of() -> None:
    targets = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    told = GUIDE + (ROOT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"(?:`|^    )make ([a-z-]+)", told, re.MULTILINE)) >= targets
    assert set(re.findall(r"`make ([a-z-]+)", told)) <= targets


def test_every_path_is_there() -> None:
    made = {step.path for chapter in CAN_ADD for step in steps(chapter)} | {"data/stocks.toml"}
    told = set(re.findall(r"`((?:notes|tests|templates|fonts|data|docs|\.ci)/[^`<]+)`", GUIDE))
    assert [path for path in sorted(told - made) if not (ROOT / path).exists()] == []
