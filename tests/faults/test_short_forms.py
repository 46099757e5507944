"""The short forms of `make faults` and `make fuzz`, and that both see what they look for."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

if not hasattr(os, "fork"):
    pytest.skip("they are tried in children that are forked", allow_module_level=True)

from tests.faults import fuzz, schedules
from tests.faults.trials import KILLED, killed_before, state_of

INPUTS = 100


def test_no_file_that_a_program_did_not_write_meets_a_bug() -> None:
    tallies = fuzz.fuzz(INPUTS, seed=11, is_warm=True)  # one child reads them all
    assert sum(one.inputs for one in tallies.values()) == INPUTS
    assert [finding for one in tallies.values() for finding in one.findings] == []


def broken(path: Path) -> object:
    return {}[path.name]


def endless(path: Path) -> None:
    while path:
        pass


def greedy(_: Path) -> object:
    return bytearray(1 << 34)


@pytest.mark.parametrize(
    ("read", "said"),
    [(broken, "KeyError"), (endless, "it hangs"), (greedy, "MemoryError")],
    ids=["broken", "endless", "greedy"],
)
def test_the_fuzz_sees_a_bug_a_hang_and_greed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read: object, said: str
) -> None:
    monkeypatch.setattr(fuzz, "HANGS", 1)
    monkeypatch.setattr(fuzz, "targets", lambda _: [fuzz.Target("one", "a.txt", [b"a"], read, 1)])  # type: ignore[arg-type]
    (finding,) = fuzz.fuzz(1, is_warm=True)["one"].findings
    assert said in finding


def test_the_same_seed_gives_the_same_inputs(tmp_path: Path) -> None:
    targets = [fuzz.Target("one", "a.txt", [b"abc=1\n" * 9], broken, 1)]
    inputs = [fuzz.input_of(targets, 1, number)[1] for number in range(40)]
    assert inputs == [fuzz.input_of(targets, 1, number)[1] for number in range(40)]
    assert len(set(inputs)) > 30


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[schedules.Bench]:
    said: list[str] = []
    yield schedules.Bench(tmp_path_factory.mktemp("bench"), said.append)


def test_nothing_is_lost_or_doubled_where_a_marking_is_killed_or_the_disk_is_full(bench: schedules.Bench) -> None:
    for row in bench.rows("sent"):
        assert row.is_well, str(row)
        assert row.schedules > 2


def test_what_a_kill_leaves_is_what_was_there_before_the_step(bench: schedules.Bench, tmp_path: Path) -> None:
    state, work = schedules.WORKS["sent"]
    whole, before = bench.tried(bench.states[state]), bench.states[state]
    _, left = whole.left_by_kills(work, tmp_path / "left")
    states = [state_of(home) for home in left]
    for step in range(len(states)):
        killed = bench.tried(before)
        assert killed.do(work, killed_before(step)).code == KILLED
        assert state_of(killed.home) == states[step]
    assert len(set(states)) > 2
    assert state_of(whole.home) not in states


def test_the_bench_sees_a_loss_a_double_and_a_file_that_is_half(
    bench: schedules.Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def careless() -> None:
        for path in Path("history").glob("*-planned-*"):
            for batch in ("2026-11-2", "2026-11-3"):
                text = path.read_text().replace('"batch": "2026-11"', f'"batch": "{batch}"')
                Path(f"history/{batch}.jsonl").write_text(text)
        Path("out/2026-11/scans/1.txt").unlink(missing_ok=True)
        Path("out/2026-11/cards.pdf").write_bytes(b"%PDF-")

    monkeypatch.setitem(schedules.WORKS, "careless", ("planned", careless))
    (row,) = bench.rows("careless", ["two at once"])
    assert (row.lost > 0, row.doubled > 0, row.wrong) == (True, True, len(row.seen))
