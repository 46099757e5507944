"""The record of what was decided: steps that can be taken back, on disk before they are shown, and read again."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from notes.changes import Change, Record, Records, Send, Step, read_record, read_records, write_record
from notes.changes.change import from_json
from notes.customers import CustomerId
from notes.problems import Unusable

ROSA, BEN = CustomerId("1"), CustomerId("2")


def step(who: CustomerId, session: str = "", **values: Any) -> Step:
    return Step(
        customer_id=who, name="Rosa", occasion="birthday", on="2026-11-14", session=session, values=from_json(values)
    )


def record(*steps: Step) -> Record:
    made = Record()
    for one in steps:
        made = made.with_step(one)
    return made


def test_the_last_word_about_each_thing_counts() -> None:
    made = record(step(ROSA, words="One."), step(ROSA, hand="vera"), step(BEN, send="never"), step(ROSA, words="Two."))
    assert made.of(ROSA).words == "Two." and made.of(ROSA).hand == "vera"
    assert made.of(BEN).send is Send.NEVER
    assert made.of(ROSA).decided == ("words", "hand")


def test_what_is_emptied_is_left_to_the_program_again() -> None:
    made = record(step(ROSA, words="One.", lines=["Rosa", "Elm Street"]), step(ROSA, words="", lines=[]))
    assert made.of(ROSA).decided == ()


def test_every_step_can_be_taken_back_and_done_again() -> None:
    steps = [step(ROSA, words="One."), step(ROSA, send="later", until="2026-12-01"), step(BEN, more=["the boat"])]
    made = record(*steps)
    back = made.undone().undone()
    assert back.of(BEN).more == () and back.of(ROSA).send is Send.AS_PROPOSED and back.of(ROSA).words == "One."
    assert back.done_again().done_again() == made
    assert record().undone() == record().done_again() == Record()


def test_a_new_step_forgets_what_was_taken_back() -> None:
    made = record(step(ROSA, words="One.")).undone().with_step(step(BEN, hand="otto"))
    assert made.done_again() == made


def test_a_sentence_typed_letter_by_letter_is_one_step() -> None:
    made = record(
        step(ROSA, words="Dear"),
        step(ROSA, "s1", words="H", base="Before."),
        step(ROSA, "s1", words="Hello", base="H"),
        step(ROSA, "s2", words="Hello!"),
    )
    assert [one.values["words"] for one in made.steps] == ["Dear", "Hello", "Hello!"]
    assert made.steps[1].values["base"] == "Before."


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    made = record(step(ROSA, words="Été – “ja”\n\nEnde"), step(BEN, send="later", until="2026-12-01")).undone()
    write_record(tmp_path / "2026-11", made)
    assert read_record(tmp_path / "2026-11") == made
    assert read_records(tmp_path) == Records({"2026-11": made})
    assert read_record(tmp_path / "2026-12") == Record()


def test_a_record_beside_its_folder_is_found_where_a_run_was_stopped(tmp_path: Path) -> None:
    made = record(step(ROSA, words="One."))
    write_record(tmp_path / ".2026-11.old", made)
    assert read_records(tmp_path).of("2026-11") == made


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"steps": [1], "taken_back": []}',
        '{"steps": [{"customer_id": "1", "set": {"wrods": "x"}}], "taken_back": []}',
        '{"steps": [{"customer_id": "1", "set": {"words": 3}}], "taken_back": []}',
        '{"steps": [{"customer_id": "1", "set": {"send": "perhaps"}}], "taken_back": []}',
        '{"steps": [{"customer_id": 1, "set": {}}], "taken_back": []}',
        "[" * 100_000,
    ],
)
def test_a_record_that_is_none_is_refused_and_never_dropped(tmp_path: Path, text: str) -> None:
    (tmp_path / "2026-11").mkdir()
    (tmp_path / "2026-11/changes.json").write_text(text, encoding="utf-8")
    with pytest.raises(Unusable, match=r"changes\.json"):
        read_record(tmp_path / "2026-11")


def test_never_holds_for_the_months_to_come_and_later_until_its_day() -> None:
    records = Records(
        {"2026-10": record(step(ROSA, send="never")), "2026-11": record(step(BEN, send="later", until="2027-01-10"))}
    )

    def said(batch: str, today: date) -> dict[str, Send]:
        return {one: change.send for one, change in records.changes(batch, today).items()}

    assert said("2026-09", date(2026, 9, 1)) == {}
    assert said("2026-12", date(2026, 12, 1)) == {ROSA: Send.NEVER, BEN: Send.LATER}
    assert said("2027-01", date(2027, 1, 10)) == {ROSA: Send.NEVER}


def test_a_later_yes_takes_back_a_never() -> None:
    records = Records({"2026-10": record(step(ROSA, send="never")), "2026-11": record(step(ROSA, send="yes"))})
    assert records.changes("2026-11", date(2026, 11, 1))[ROSA].send is Send.YES
    assert records.changes("2026-12", date(2026, 12, 1)) == {}


def test_what_was_told_in_other_months_is_known_in_this_one() -> None:
    records = Records(
        {"2026-10": record(step(ROSA, more=["the boat"])), "2026-11": record(step(ROSA, more=["Lisbon"]))}
    )
    assert records.told_before("2026-11") == {ROSA: ["the boat"]}
    assert records.told_before("2026-12") == {ROSA: ["the boat", "Lisbon"]}


def test_what_cannot_be_seen_is_not_kept() -> None:
    assert from_json({"words": " Hi\x00 Rosa\u200b \r\n\r\n\x1b[2JBye "})["words"] == "Hi Rosa\n\n[2JBye"
    assert Change(customer_id=ROSA).decided == ()
