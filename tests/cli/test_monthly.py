"""A month from the command line, as the office manager runs it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from commands import cards, run

from notes.cli import notes

BUSINESS = """\
Customer ID,First name,Last name,Address 1,City,State,ZIP,Birthday,Customer since,Bought
1,Rosa,Lindqvist,4 Mill Lane,Troy,NY,12180,1970-11-20,2019-05-02,the oak table
2,Jiří,Novák,9 Elm Street,Troy,NY,12180,--11-24,2021-11-03,the cherry desk
3,Ada,Okafor,,,,,1988-11-05,2024-02-01,the shelves
"""


@pytest.fixture
def business(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "customers.csv").write_text(BUSINESS, encoding="utf-8")
    (tmp_path / "notes.toml").write_text('[business]\nsender = "Kit"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_month_from_the_spreadsheet_to_the_post(business: Path) -> None:
    assert cards().exit_code == 0
    batch = json.loads((business / "out/2026-11/batch.json").read_text(encoding="utf-8"))
    assert [(card["name"], card["occasion"]) for card in batch["cards"]] == [
        ("Rosa Lindqvist", "birthday"),
        ("Jiří Novák", "birthday"),
    ]
    assert set(batch["files"]) >= {"cards.pdf", "envelopes.pdf", "labels.pdf"}
    assert run("sent", "--except", "2").output.splitlines()[:2] == [
        "Of the cards in out/2026-11, sent:",
        "   1  Rosa Lindqvist, birthday",
    ]
    assert "   2  Jiří Novák, birthday" in run("sent").output
    assert "No card is waiting" in run("sent").output


def test_again_changes_no_byte_and_picks_nobody_twice(business: Path) -> None:
    cards()
    before = contents(business / "out/2026-11")
    assert "Nothing has changed" in cards().output
    assert contents(business / "out/2026-11") == before
    run("sent", "--today", "2026-11-02")
    assert "there is nobody new" in cards().output
    assert contents(business / "out/2026-11") == before
    assert [path.name for path in (business / "out").iterdir()] == ["2026-11"]


def test_where_nobody_gets_a_card_nothing_is_to_be_looked_at_first(business: Path) -> None:
    output = run("cards", "--month", "2026-08", "--today", "2026-08-01").output
    assert "3 customers = 0 with a card + 0 held + 3 without one." in output
    assert "There is nothing to print. out/2026-08/review.html says of everybody why." in output
    assert "first" not in output and "posted" not in output


def test_who_wants_it_quiet_is_told_only_what_is_wrong(business: Path) -> None:
    loud, quiet = cards(), cards("--quiet")
    assert quiet.exit_code == loud.exit_code == 0
    assert loud.stdout and not quiet.stdout
    assert quiet.stderr == loud.stderr and "no return address" in quiet.stderr
    assert run("sent", "-q").stdout == ""
    assert [path.name for path in (business / "history").glob("*sent*")]


def test_what_is_written_to_no_terminal_has_neither_colors_nor_moving_lines(business: Path) -> None:
    said = cards().output + run("check").output + run("--help").output
    assert not {"\x1b", "\r"} & set(said)


def test_of_two_months_that_wait_one_must_be_named(business: Path) -> None:
    cards()
    run("cards", "--month", "2027-11", "--today", "2026-11-01")
    asked = run("sent", "--today", "2026-12-05")
    assert asked.exit_code == 1
    assert "cards from 2026-11 and 2027-11 are waiting" in asked.output
    assert "Of the cards in out/2026-11, sent:" in run("sent", "--today", "2026-11-05").output


def test_what_was_said_by_mistake_is_taken_back(business: Path) -> None:
    cards()
    before = contents(business / "out/2026-11")
    run("cancel", "1", "--today", "2026-11-02")
    run("sent", "--today", "2026-11-03")
    assert "Jiří Novák" in run("undo", "--month", "2026-11", "--today", "2026-11-04").output
    assert "Rosa Lindqvist" in run("undo", "--today", "2026-11-04").output
    cards()
    assert contents(business / "out/2026-11") == before


def test_who_was_numbered_anew_gets_no_second_card(business: Path) -> None:
    cards()
    run("sent", "--today", "2026-11-02")
    sheet = business / "customers.csv"
    sheet.write_text(
        sheet.read_text(encoding="utf-8").replace("1,Rosa,Lindqvist,4 Mill Lane", "77,Rosa,Lindqvist,7 Sea Road"),
        encoding="utf-8",
    )
    assert "Rosa Lindqvist, number 1 before, is number 77 now." in run("merge", "1", "77").output
    assert "nobody new" in cards().output
    assert "is not 77 already" in run("merge", "1", "77").output


def test_a_file_that_is_numbered_anew_gives_no_second_card(business: Path) -> None:
    cards()
    run("sent", "--today", "2026-11-02")
    sheet = business / "customers.csv"
    rows = sheet.read_text(encoding="utf-8").splitlines()
    sheet.write_text("\n".join([rows[0], *(f"{9 - int(row[0])}{row[1:]}" for row in rows[1:])]), encoding="utf-8")
    answer = cards("--today", "2026-11-03").output
    assert "nobody new" in answer


def test_nobody_that_signs_leaves_room_for_a_pen(business: Path) -> None:
    (business / "notes.toml").write_text("", encoding="utf-8")
    result = cards()
    assert "nobody signs the cards: they leave room for a pen" in result.output
    assert "the envelopes have no return address" in result.output
    batch = json.loads((business / "out/2026-11/batch.json").read_text(encoding="utf-8"))
    assert [card["text"].splitlines()[-1] for card in batch["cards"]] == ["Warmly,", "Warmly,"]


def test_another_customer_changes_no_one_elses_card(business: Path) -> None:
    cards()
    before = json.loads((business / "out/2026-11/batch.json").read_text(encoding="utf-8"))["cards"]
    with (business / "customers.csv").open("a", encoding="utf-8") as file:
        file.write("4,Bo,Berg,1 Oak Road,Troy,NY,12180,1990-11-28,2020-01-01,the bench\n")
    cards()
    after = json.loads((business / "out/2026-11/batch.json").read_text(encoding="utf-8"))["cards"]
    assert len(after) == len(before) + 1
    assert [card["text"] for card in after if card["customer_id"] != "4"] == [card["text"] for card in before]


@pytest.mark.parametrize(
    ("command", "file", "content", "said"),
    [
        ("cards", "notes.toml", "[card]\nhnad = 'vera'", "card.hnad: there is no such setting."),
        ("cards", "notes.toml", "[card]\nhand = 'verra'", "there is no hand “verra”.\n      Did you mean “vera”?"),
        ("check", "notes.toml", "[card]\nhand = 'verra'", "there is no hand “verra”.\n      Did you mean “vera”?"),
        ("cards", "notes.toml", "[label]\nstock = '5161x'", "there is no label sheet “5161x”."),
        ("cards", "customers.csv", "", "customers.csv"),
        ("cards", "customers.csv", "apple,pear\n1,2\n", "customers.csv"),
        ("check", "customers.csv", BUSINESS.replace("1970-11-20", "31/02/1970"), "“31/02/1970” is not a date"),
    ],
)
def test_a_wrong_file_gets_a_sentence_and_nothing_is_made(
    business: Path, command: str, file: str, content: str, said: str
) -> None:
    (business / file).write_text(content, encoding="utf-8")
    result = run(command)
    assert result.exit_code == 1
    assert said in result.output
    assert not (business / "out/2026-11").exists()


def test_a_bad_cell_is_told_and_stops_no_one_else(business: Path) -> None:
    (business / "customers.csv").write_text(BUSINESS.replace("1970-11-20", "31/02/1970"), encoding="utf-8")
    result = cards()
    assert result.exit_code == 1
    assert "cell H2 (column “Birthday”): “31/02/1970” is not a date" in result.output
    batch = json.loads((business / "out/2026-11/batch.json").read_text(encoding="utf-8"))
    assert [card["name"] for card in batch["cards"]] == ["Jiří Novák"]


def test_a_folder_that_cannot_be_written_is_named(business: Path) -> None:
    (business / "out").write_text("in the way", encoding="utf-8")
    result = cards()
    assert result.exit_code == 1
    assert "nothing could be written here" in result.output


def test_a_second_run_at_the_same_time_waits_its_turn(business: Path) -> None:
    from filelock import FileLock

    (business / "history").mkdir()
    with FileLock(business / "history/.lock"):
        result = cards()
    assert result.exit_code == 75
    assert "Fairhand is already running" in result.output


@pytest.mark.parametrize("words", [["--month", "Smarch"], ["--today", "soon"], ["--hnad", "x"], ["--window", "x"]])
def test_a_wrong_command_line_ends_with_2(words: list[str]) -> None:
    assert run("cards", *words).exit_code == 2


def test_picks_in_json_add_up(business: Path) -> None:
    answer = json.loads(CliRunner().invoke(notes, ["picks", "--month", "2026-11", "--json"]).stdout)
    totals = answer["totals"]
    assert totals["customers"] == totals["card"] + totals["held"] + totals["skipped"] == len(answer["picks"]) == 3


def test_a_greeting_to_everyone_says_what_it_would_be_before_it_is_made(business: Path) -> None:
    (business / "notes.toml").write_text('[business]\nsender = "Kit"\n[everyone]\ncost = 1.5\n', encoding="utf-8")
    season = ("--all", "holidays", "--by", "2026-12-18", "--today", "2026-11-27", "--line", "We are closed.")
    asked = run("cards", *season)
    would_be = (
        "would be 2 cards on 1 sheet, with 2 envelopes; 1 more is held until you have looked; about 3.00 USD in all."
    )
    assert would_be in asked.output
    assert "Nothing is made yet" in asked.output
    assert not (business / "out/2026-12-season").exists()
    assert run("cards", *season, "--yes").exit_code == 0
    batch = json.loads((business / "out/2026-12-season/batch.json").read_text(encoding="utf-8"))
    assert all("We are closed." in card["text"] for card in batch["cards"])
    assert len(batch["cards"]) == 2
    assert (
        run("sent", "--month", "2026-12-season").output.splitlines()[0] == "Of the cards in out/2026-12-season, sent:"
    )


def test_a_greeting_to_everyone_is_not_of_one_person_s_own(business: Path) -> None:
    answer = run("cards", "--all", "birthday")
    assert answer.exit_code == 1
    assert "“birthday” is one person’s own, and cannot be a greeting to everyone." in answer.output
    assert run("cards", "--line", "Hello.").exit_code == 2


def test_what_is_due_is_told_day_by_day(business: Path) -> None:
    answer = run("due", "--today", "2026-11-01").output
    assert "Rosa Lindqvist: Birthday on 20 November. Not made yet." in answer
    cards()
    assert "Rosa Lindqvist: birthday, card 1 of 2026-11" in run("due", "--today", "2026-11-01").output
    run("sent", "--month", "2026-11", "--today", "2026-11-02")
    assert run("due", "--today", "2026-11-02", "--weeks", "1").output.startswith(
        "Nothing is to be posted until Monday, 9"
    )
