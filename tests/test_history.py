"""The history: what is written stays, whatever happens, and the state follows from it."""

import itertools
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from notes.customers import CustomerId
from notes.history import Event, Kind, Past, mark, plan, read_history, told_of, write_events

AT = ["2026-11-01T09:00:00Z", "2026-11-02T09:00:00Z", "2026-11-03T09:00:00Z"]


def card(number: int, at: str = AT[0], **given: object) -> Event:
    values: dict[str, object] = {
        "kind": Kind.PLANNED,
        "batch": "2026-11",
        "month": "2026-11",
        "customer_id": str(number),
        "household": f"house {number}",
        "name": f"Zoë {number}",
        "occasion": "birthday",
        "on": date(2026, 11, number),
        "wording": "birthday/short",
        "digest": "d1",
    }
    return Event(at=at, number=number, **{**values, **given})  # type: ignore[arg-type]


def kinds(past: Past) -> dict[str, str]:
    return {event.customer_id: event.kind.value for event in past.of_batch("2026-11")}


def test_an_event_is_one_line_and_comes_back_as_it_was(tmp_path: Path) -> None:
    event = card(4, matter="Ida\nand\u2028“Tim”", mail_by=date(2026, 11, 1))
    assert "\n" not in event.as_line()
    write_events(tmp_path, "run", [event])
    assert read_history(tmp_path) == (Past((event,)), [])


def test_the_files_of_two_computers_lie_in_one_folder(tmp_path: Path) -> None:
    write_events(tmp_path, "2026-11-01T09:00:00Z-planned", [card(1), card(2)])
    write_events(tmp_path, "2026-11-01T09:00:00Z-planned on the other", [card(2), card(3)])
    past, problems = read_history(tmp_path)
    assert kinds(past) == {"1": "planned", "2": "planned", "3": "planned"}
    assert len(past.events) == 3
    assert not problems


def test_to_write_the_same_again_changes_nothing(tmp_path: Path) -> None:
    first = write_events(tmp_path, "run", [card(1)])
    assert write_events(tmp_path, "run", [card(1)]) == first
    assert [path.name for path in tmp_path.iterdir()] == [first.name if first else ""]
    assert write_events(tmp_path, "run", []) is None


def test_a_torn_last_line_is_left_out_and_told(tmp_path: Path) -> None:
    path = write_events(tmp_path, "run", [card(1), card(2)])
    assert path
    path.write_bytes(path.read_bytes()[:-30])
    past, (problem,) = read_history(tmp_path)
    assert kinds(past) == {"1": "planned"}
    assert (problem.place.row, problem.message) == (2, "the last line is cut short and was left out.")


@pytest.mark.parametrize(
    "junk",
    [
        "",
        "[]",
        "null",
        "{}",
        '{"kind": "eaten"}',
        '{"kind": "sent", "at": 1}',
        "\x00",
        "[" * 100_000,
        '{"kind": "sent", "at": 1, "batch": ""}',
    ],
)
def test_junk_in_a_file_hides_nothing_else(tmp_path: Path, junk: str) -> None:
    (tmp_path / "a.jsonl").write_text(f"{card(1).as_line()}\n{junk}\n{card(2).as_line()}\n", encoding="utf-8")
    past, problems = read_history(tmp_path)
    assert kinds(past) == {"1": "planned", "2": "planned"}
    assert len(problems) == (1 if junk else 0)


def test_a_folder_that_is_not_there_is_an_empty_past(tmp_path: Path) -> None:
    assert read_history(tmp_path / "history") == (Past(), [])


def test_the_last_event_of_a_card_counts_but_no_plan_takes_back_what_was_printed() -> None:
    sent = replace(card(1, AT[1]), kind=Kind.SENT)
    later_plan = card(1, AT[2])
    for order in itertools.permutations([card(1), sent, later_plan]):
        assert kinds(Past.of(order)) == {"1": "sent"}
    cancelled = replace(sent, kind=Kind.CANCELLED, at=AT[2])
    assert kinds(Past.of([card(1), sent, cancelled])) == {"1": "cancelled"}


def test_a_plan_made_anew_withdraws_what_is_no_longer_in_it() -> None:
    first = plan(Past(), "2026-11", [card(1), card(2)])
    past = Past.of(first)
    assert plan(past, "2026-11", [card(1, AT[1]), card(2, AT[1])]) == []  # nothing new
    second = plan(past, "2026-11", [card(2, AT[1], digest="d2"), card(3, AT[1])])
    assert [(event.kind.value, event.customer_id) for event in second] == [
        ("withdrawn", "1"),
        ("planned", "2"),
        ("planned", "3"),
    ]
    assert kinds(Past.of([*first, *second])) == {"2": "planned", "3": "planned"}


def test_a_plan_may_come_back_within_the_same_second() -> None:
    past = Past()
    for cards in ([card(1)], [card(2)], [card(1)], [card(1), card(2)]):
        past = Past.of([*past.events, *plan(past, "2026-11", cards)])
        assert kinds(past) == {event.customer_id: "planned" for event in cards}


def test_a_printed_card_stays_when_the_month_is_decided_anew() -> None:
    past = Past.of([card(1), replace(card(2), kind=Kind.PRINTED)])
    assert kinds(past.without_plans_of("2026-11")) == {"2": "printed"}


@pytest.mark.parametrize(
    ("but", "only", "sent"),
    [((), (), ["1", "2", "3"]), ((2,), (), ["1", "3"]), ((), (2, 3), ["2", "3"])],
)
def test_cards_are_marked_as_sent_all_or_some(but: tuple[int, ...], only: tuple[int, ...], sent: list[str]) -> None:
    past = Past.of([card(1), card(2), card(3)])
    marking = mark(past, "2026-11", Kind.SENT, AT[1], only=only, but=but)
    assert [event.customer_id for event in marking.events] == sent
    assert mark(Past.of([*past.events, *marking.events]), "2026-11", Kind.SENT, AT[2], only=only, but=but).events == []


def test_numbers_that_no_card_has_are_told() -> None:
    assert mark(Past.of([card(1)]), "2026-11", Kind.SENT, AT[1], but=(4, 7)).unknown == [4, 7]


def test_the_past_answers() -> None:
    past = Past.of([card(1), replace(card(2), kind=Kind.CANCELLED), replace(card(3), kind=Kind.SENT)])
    assert past.began == "2026-11"
    assert past.wordings_of("1") == {"birthday/short"}  # type: ignore[arg-type]
    assert past.wordings_of("2") == frozenset()  # type: ignore[arg-type]
    assert past.done("1", "birthday", date(2026, 11, 1)) is not None  # type: ignore[arg-type]
    assert past.done("1", "birthday", date(2027, 11, 1), within=180) is None  # type: ignore[arg-type]
    assert [event.customer_id for event in past.cards_to("house 3")] == ["3"]
    assert past.cards_to("house 2") == ()
    assert past.batches_to_post() == ["2026-11"]
    assert past.batch_to_make("2026-11") == "2026-11-2"


def test_the_open_sheet_of_labels_is_remembered() -> None:
    def sheet(free: int, at: str) -> Event:
        return Event(kind=Kind.LABELS, at=at, batch="2026-11", stock="5160", next_label=free)

    past = Past.of([sheet(9, AT[1]), sheet(4, AT[0]), card(1)])
    assert (past.next_label("5160"), past.next_label("L7160")) == (9, 1)
    assert past.without_plans_of("2026-11").next_label("5160") == 1


@pytest.mark.parametrize(
    ("said", "then"),
    [
        ([Kind.SENT, Kind.UNDONE], "planned"),
        ([Kind.PRINTED, Kind.SENT, Kind.UNDONE], "printed"),
        ([Kind.SENT, Kind.RETURNED, Kind.UNDONE], "sent"),
        ([Kind.CANCELLED, Kind.UNDONE], "planned"),
        ([Kind.SENT, Kind.TAKEN_BACK, Kind.UNDONE], "sent"),
    ],
)
def test_what_is_taken_back_leaves_the_card_as_it_was(said: list[Kind], then: str) -> None:
    past = Past.of([card(1)])
    for place, kind in enumerate(said):
        events = mark(past, "2026-11", kind, f"2026-11-0{place + 2}T09:00:00Z", only=(1,)).events
        assert len(events) == 1
        past = Past.of([*past.events, *events])
    assert kinds(past) == {"1": then}
    assert mark(past, "2026-11", Kind.SENT, AT[2], only=(1,)).unknown == []


def test_undo_takes_back_what_was_said_last_and_then_what_was_said_before() -> None:
    past = Past.of([card(1), card(2)])
    for at, kind, numbers in ((AT[0], Kind.SENT, ()), (AT[1], Kind.RETURNED, (2,))):
        past = Past.of([*past.events, *mark(past, "2026-11", kind, at, only=numbers).events])
    for left in ({"1": "sent", "2": "sent"}, {"1": "planned", "2": "planned"}, {"1": "planned", "2": "planned"}):
        past = Past.of([*past.events, *mark(past, "2026-11", Kind.UNDONE, AT[2]).events])
        assert kinds(past) == left


def test_who_was_numbered_anew_keeps_what_they_had() -> None:
    anew = [
        Event(kind=Kind.MERGED, at=at, batch="", customer_id=now, matter=was)
        for at, was, now in ((AT[1], "1", "A1"), (AT[2], "A1", "B1"))
    ]
    past = Past.of([card(1), card(2), *anew])
    assert [event.number for event in past.cards_of(CustomerId("B1"))] == [1]
    assert past.person("1") == "B1"
    assert kinds(past) == {"1": "planned", "2": "planned"}
    assert told_of(past, "B1").startswith("Zoë 1 (number 1): Planned")


def test_two_who_swapped_their_numbers_keep_what_they_had() -> None:
    swapped = [Event(kind=Kind.MERGED, at=AT[1], batch="", customer_id=now, matter=was) for was, now in ("12", "21")]
    later = replace(card(2), at=AT[2], batch="2026-12", number=7)  # of the one who has the number 2 by then
    past = Past.of([card(1), card(2), *swapped, later])
    assert [event.number for event in past.cards_of(CustomerId("1"))] == [2]
    assert [event.number for event in past.cards_of(CustomerId("2"))] == [1, 7]
    sent = Past.of([*past.events, *mark(past, "2026-11", Kind.SENT, AT[2]).events])
    assert [event.number for event in sent.cards_of(CustomerId("1"))] == [2]


def test_a_batch_taken_back_whole_is_as_if_it_had_never_been_made() -> None:
    past = Past.of([card(1), replace(card(2), kind=Kind.SENT)])
    past = Past.of([*past.events, *mark(past, "2026-11", Kind.TAKEN_BACK, AT[1]).events])
    assert (past.standing, past.made, past.batch_to_make("2026-11")) == ((), [], "2026-11")


def test_the_history_of_one_customer_in_sentences() -> None:
    past = Past.of([card(1, name="Zoë Lane"), card(2, name="Bo Lane")])
    assert told_of(past, "zoë") == (
        "Zoë Lane (number 1): Planned on 2026-11-01: birthday for 1 November 2026 (card 1 of 2026-11)."
    )
    assert told_of(past, "Max") == "The history has no card to “Max”."
