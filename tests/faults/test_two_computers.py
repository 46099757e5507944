"""Two computers with one history plan the same month: no card is lost or doubled, and the person is asked once."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from notes.cli import notes
from notes.history import read_history

HEADER = "Customer ID,First name,Last name,Address 1,City,State,ZIP,Birthday,Bought\n"
IDA = "1,Ida,Fenn,1 Quay St,Salem,MA,01970,1980-11-14,the blue armchair\n"
BEN = "2,Ben,Hale,2 Quay St,Salem,MA,01970,1975-11-09,a walnut desk\n"
KAI = "3,Kai,Lund,3 Quay St,Salem,MA,01970,1975-11-20,the tall lamp\n"


class Computer:
    """A computer with folders of its own for the spreadsheet and the cards, and the history that is shared."""

    def __init__(self, home: Path, patch: pytest.MonkeyPatch, *rows: str) -> None:
        self.home, self.patch = home, patch
        home.mkdir()
        (home / "notes.toml").write_text('[business]\nsender = "Kit"\n', encoding="utf-8")
        self.has(*rows)

    def has(self, *rows: str) -> None:
        (self.home / "customers.csv").write_text(HEADER + "".join(rows), encoding="utf-8")

    def run(self, *words: str) -> Result:
        self.patch.chdir(self.home)
        return CliRunner().invoke(notes, words, catch_exceptions=False)

    def cards(self, day: int, *words: str) -> Result:
        return self.run("cards", "--month", "2026-11", "--today", f"2026-11-{day:02}", *words)

    def gets(self, other: "Computer") -> None:
        """What a service does that keeps two folders the same."""
        shutil.copytree(other.home / "history", self.home / "history", dirs_exist_ok=True)

    def numbers(self) -> dict[str, int]:
        made = json.loads((self.home / "out/2026-11/batch.json").read_text(encoding="utf-8"))
        return {card["name"]: card["number"] for card in made["cards"]}

    def state(self) -> dict[str, str]:
        past, problems = read_history(self.home / "history")
        assert not problems
        return {event.name: event.kind.value for event in past.of_batch("2026-11")}


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Computer, Computer]:
    """Two that planned the same month apart, from lists that differ, and then got each other's history."""
    here, there = (
        Computer(tmp_path / "here", monkeypatch, IDA, BEN),
        Computer(tmp_path / "there", monkeypatch, IDA, KAI),
    )
    assert here.cards(1).exit_code == there.cards(2).exit_code == 0
    here.gets(there)
    there.gets(here)
    assert here.numbers() == {"Ben Hale": 1, "Ida Fenn": 2}
    assert there.numbers() == {"Ida Fenn": 1, "Kai Lund": 2}
    return here, there


def test_sent_is_what_was_printed_here(two: tuple[Computer, Computer]) -> None:
    here, there = two
    said = here.run("sent", "--today", "2026-11-03").output
    assert "   1  Ben Hale, birthday\n   2  Ida Fenn, birthday\n" in said
    assert "Another computer planned these, so they wait still. Say there that they are posted:\n   2  Kai Lund" in said
    assert here.state() == {"Ben Hale": "sent", "Ida Fenn": "sent", "Kai Lund": "planned"}
    there.gets(here)
    assert "   2  Kai Lund, birthday" in there.run("sent", "--today", "2026-11-04").output
    assert set(there.state().values()) == {"sent"}


def test_a_number_is_that_of_the_card_that_was_printed_here(two: tuple[Computer, Computer]) -> None:
    here, there = two
    assert "Ida Fenn" in here.run("sent", "--only", "2").output
    assert "Kai Lund" in there.run("cancel", "2").output
    assert here.state() == {"Ben Hale": "planned", "Ida Fenn": "sent", "Kai Lund": "planned"}


def test_where_nothing_was_printed_the_numbers_say_nothing(two: tuple[Computer, Computer]) -> None:
    here, _ = two
    shutil.rmtree(here.home / "out")
    answer = here.run("sent", "--only", "1")
    assert answer.exit_code == 1
    assert "two computers planned 2026-11, and their numbers differ:" in answer.output
    assert set(here.state().values()) == {"planned"}


def test_to_make_one_plan_of_two_is_asked_once(two: tuple[Computer, Computer]) -> None:
    here, _ = two
    asked = here.cards(5)
    assert asked.exit_code == 1
    assert "another computer planned 1 card of 2026-11 that is no longer in the plan: 2 Kai Lund." in asked.output
    assert here.state() == {"Ben Hale": "planned", "Ida Fenn": "planned", "Kai Lund": "planned"}
    assert here.cards(5, "--take-over").exit_code == 0
    assert here.cards(6).exit_code == 0
    assert here.state() == {"Ben Hale": "planned", "Ida Fenn": "planned"}


def test_with_one_list_both_make_the_same_cards_and_nobody_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = Computer(tmp_path / "a", monkeypatch, IDA, BEN), Computer(tmp_path / "b", monkeypatch, IDA, BEN)
    here.cards(1)
    there.gets(here)
    assert there.cards(2).exit_code == 0
    assert there.numbers() == here.numbers()
    here.has(IDA)  # a change of one's own list is no question
    assert here.cards(3).exit_code == 0
    assert here.state() == {"Ida Fenn": "planned"}
