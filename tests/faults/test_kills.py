"""A run is killed at every step, and the next one again: nothing lost, nothing doubled, the files the same bytes.

What a kill leaves is what is on the disk before the step that it comes at (`tests/faults/trials.py`).
"""

import os
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import replace
from datetime import date
from errno import ENOSPC
from itertools import count
from pathlib import Path
from shutil import rmtree

import pytest

if not hasattr(os, "fork"):
    pytest.skip("a kill is tried on a child that is forked", allow_module_level=True)

from notes import changes, history, pipeline
from notes.batch import Batch
from notes.folders import Folder
from notes.history import Kind, read_history
from notes.inputs import Inputs
from notes.problems import Unusable
from notes.settings import Settings
from tests.faults.trials import Tried, Work, state_of

TODAY = date(2026, 11, 1)
BUSINESS = """\
Customer ID,First Name,Last Name,Address,City,State,Postal Code,Country,Birthday,Bought
1,Rosa,Ortiz,1 Elm Street,Dayton,OH,45402,US,1980-11-14,the blue armchair
2,Ben,Hale,2 Elm Street,Dayton,OH,45402,US,1975-11-20,a walnut desk
"""
PLANNED = [("1", "planned"), ("2", "planned")]
SENT = [("1", "sent"), ("2", "sent")]


def here() -> Folder:
    """The business that the process is in."""
    home = Path.cwd()
    return Folder(home, home / "customers.csv", home / "out")


def run(inputs: Inputs, batch: Batch | None = None) -> None:
    """What `notes cards` does, with all but the history read before (and a batch, where it is composed before)."""
    past, _ = read_history(here().history)
    inputs = replace(inputs, past=past)
    batch = batch or pipeline.compose(inputs, "2026-11", TODAY, seed=1)
    pipeline.publish(batch, inputs, here(), "2026-11-01T09:00:00Z")


def send() -> None:
    """What `notes sent` does."""
    past, _ = read_history(here().history)
    marking = history.mark(past, past.batches_to_post()[-1], Kind.SENT, "2026-11-20T09:00:00Z")
    history.write_events(here().history, "sent", marking.events)


def made() -> dict[str, bytes]:
    """Every file of the month, by name."""
    return {path.name: path.read_bytes() for path in sorted(Path("out/2026-11").iterdir())}


def state() -> list[tuple[str, str]]:
    past, problems = read_history(Path("history"))
    assert not problems
    return [(event.customer_id, event.kind.value) for event in past.of_batch("2026-11")]


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    home = tmp_path_factory.mktemp("business")
    (home / "customers.csv").write_text(BUSINESS, encoding="utf-8")
    folder = Folder(home, home / "customers.csv", home / "out")
    return pipeline.gather(folder, Settings(), home / "cache", TODAY)


@pytest.fixture(scope="module")
def batch(inputs: Inputs) -> Batch:
    return pipeline.compose(inputs, "2026-11", TODAY, seed=1)


@pytest.fixture
def business(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with nothing in it, in which the test is."""
    home = tmp_path / "business"
    home.mkdir()
    monkeypatch.chdir(home)
    return home


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, inputs: Inputs) -> dict[str, bytes]:
    """The month's files as a run makes them that nothing stops."""
    with chdir(tmp_path_factory.mktemp("whole")):
        run(inputs)
        assert {"cards.pdf", "batch.json", "review.html"} <= made().keys()
        return made()


def left_by_kills(home: Path, work: Work, shelf: Path, known: set[str]) -> Iterator[Path]:
    """What kills of a work leave of a business, each state once: from one that is known the next run makes the same."""
    tried = Tried(shelf / "tried", home)
    done, left = tried.left_by_kills(work, shelf / "left")
    assert done.code == 0, done.said
    for one in (*left, tried.home):
        if (word := state_of(one)) not in known:
            known.add(word)
            yield one


def test_a_run_that_is_killed_anywhere_is_made_good_by_the_next(
    business: Path, tmp_path: Path, inputs: Inputs, whole: dict[str, bytes]
) -> None:
    known: set[str] = set()
    for left in left_by_kills(business, lambda: run(inputs), tmp_path, known):
        with chdir(left):
            run(inputs)
            assert made() == whole, f"killed before step {left.name}"
            assert state() == PLANNED
    assert len(known) > 10


def test_two_runs_killed_one_after_the_other_are_made_good_by_the_third(
    business: Path,
    tmp_path: Path,
    inputs: Inputs,
    batch: Batch,
    whole: dict[str, bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = whole["review.html"].decode()
    monkeypatch.setattr(pipeline, "_review", lambda *_: page)  # its pictures would take most of the time
    monkeypatch.setattr(changes, "plan_of", lambda *_: whole["plan.xlsx"])  # and so would the workbook
    monkeypatch.setattr(os, "fsync", lambda _: None)  # it guards against the power going, not against a kill
    batch = replace(batch, files=batch.files[:1])  # fewer files, the same steps
    whole = {
        name: content for name, content in whole.items() if name not in ("envelopes.pdf", "labels.pdf", "guide.pdf")
    }
    whole["batch.json"] = batch.as_json().encode()
    after_one: set[str] = set()
    after_two: set[str] = set()
    for first in left_by_kills(business, lambda: run(inputs, batch), tmp_path / "first", after_one):
        for second in left_by_kills(first, lambda: run(inputs, batch), tmp_path / first.name, after_two):
            with chdir(second):
                run(inputs, batch)
                assert made() == whole, f"killed before step {first.name}, then before step {second.name}"
                assert state() == PLANNED
        rmtree(tmp_path / first.name)
    assert len(after_one) > 10 and len(after_two) > 40


def test_cards_that_were_sent_stay_so_wherever_the_marking_or_the_next_run_is_killed(
    business: Path, tmp_path: Path, inputs: Inputs, batch: Batch
) -> None:
    def marked() -> None:
        run(inputs, batch)
        send()

    for left in left_by_kills(business, marked, tmp_path, set()):
        with chdir(left):
            if state() != SENT:
                marked()
            assert state() == SENT, f"killed before step {left.name}"
            past, _ = read_history(Path("history"))
        assert pipeline.compose(replace(inputs, past=past), "2026-11", TODAY, seed=1).picks.cards == []


def test_a_disk_that_fails_at_any_step_leaves_the_old_or_the_new_whole(
    business: Path, inputs: Inputs, batch: Batch, whole: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(inputs, batch)
    real, calls = os.fsync, 0
    for failing in count():
        other = replace(batch, seed=failing + 2)  # another batch.json, so that there is something to write

        def fsync(handle: int, failing: int = failing) -> None:
            nonlocal calls
            calls += 1
            if calls == failing + 1:
                raise OSError(ENOSPC, "No space left on device")
            real(handle)

        calls = 0
        monkeypatch.setattr(os, "fsync", fsync)
        try:
            run(inputs, other)
        except Unusable:
            files = made()
            assert files == {**whole, "batch.json": files["batch.json"]}
            assert files["batch.json"] in (whole["batch.json"], other.as_json().encode())  # the one or the other, whole
            assert state() == PLANNED
        else:
            break
        if calls > 100:
            pytest.fail("it never comes to an end")
    assert failing > 3
