"""A run is killed at every step, and the next one again: nothing lost, nothing doubled, the files the same bytes.

The runs are children of the test, forked, so that a kill is one: no `finally`, no flush. A step is whatever the
interpreter reports of the business's files: one opened to be written, a name changed, a folder made or removed.
"""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from errno import ENOSPC
from itertools import count
from pathlib import Path
from shutil import copytree, rmtree
from typing import Any

import pytest

from notes import changes, history, pipeline
from notes.batch import Batch
from notes.folders import Folder
from notes.history import Kind, read_history
from notes.inputs import Inputs
from notes.problems import Unusable
from notes.settings import Settings
from tests.faults.trials import state_of

TODAY = date(2026, 11, 1)
BUSINESS = """\
Customer ID,First Name,Last Name,Address,City,State,Postal Code,Country,Birthday,Bought
1,Rosa,Ortiz,1 Elm Street,Dayton,OH,45402,US,1980-11-14,the blue armchair
2,Ben,Hale,2 Elm Street,Dayton,OH,45402,US,1975-11-20,a walnut desk
"""
PLANNED = [("1", "planned"), ("2", "planned")]
SENT = [("1", "sent"), ("2", "sent")]
WATCHED = {"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir"}
TO_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT
KILLED = 137

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a kill is tried on a child that is forked")


class Business:
    """A business in a folder of its own, and its monthly run."""

    def __init__(self, home: Path, inputs: Inputs) -> None:
        self.folder = Folder(home, home / "customers.csv", home / "out")
        self.inputs = inputs
        home.mkdir(parents=True)

    def copy(self, home: Path) -> "Business":
        """The same business in another folder."""
        other = Business(home, self.inputs)
        copytree(self.folder.home, home, dirs_exist_ok=True)
        return other

    def run(self, batch: Batch | None = None) -> None:
        """What `notes cards` does, with all but the history read before (and a batch, where it is composed before)."""
        past, _ = read_history(self.folder.history)
        inputs = replace(self.inputs, past=past)
        batch = batch or pipeline.compose(inputs, "2026-11", TODAY, seed=1)
        pipeline.publish(batch, inputs, self.folder, "2026-11-01T09:00:00Z")

    def send(self) -> None:
        """What `notes sent` does."""
        past, _ = read_history(self.folder.history)
        marking = history.mark(past, past.batches_to_post()[-1], Kind.SENT, "2026-11-20T09:00:00Z")
        history.write_events(self.folder.history, "sent", marking.events)

    def made(self) -> dict[str, bytes]:
        """Every file of the month, by name."""
        return {path.name: path.read_bytes() for path in sorted((self.folder.out / "2026-11").iterdir())}

    def state(self) -> list[tuple[str, str]]:
        past, problems = read_history(self.folder.history)
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


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, inputs: Inputs) -> dict[str, bytes]:
    """The month's files as a run makes them that nothing stops."""
    business = Business(tmp_path_factory.mktemp("whole") / "business", inputs)
    business.run()
    assert {"cards.pdf", "batch.json", "review.html"} <= business.made().keys()
    return business.made()


def killed_at(step: int, folder: Folder, work: Callable[[], None]) -> bool:
    """Do a work in a child that is killed before this step of it; whether it came so far."""
    child = os.fork()
    if child == 0:
        left = step

        def hook(event: str, about: tuple[Any, ...]) -> None:
            nonlocal left
            if (
                event in WATCHED
                and str(about[0]).startswith(str(folder.home))
                and (event != "open" or about[2] & TO_WRITE)
            ):
                left -= 1
                if left < 0:
                    os._exit(KILLED)

        try:
            sys.addaudithook(hook)
            work()
        except BaseException:
            os._exit(1)
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, KILLED)
    return status == KILLED


def every_step(tmp_path: Path, inputs: Inputs, work: Callable[[Business], None]) -> Iterator[tuple[Business, int]]:
    """A new business for every step of a work, in which it was killed there; the last one it has done to its end."""
    for step in count():
        business = Business(tmp_path / str(step), inputs)
        killed = killed_at(step, business.folder, lambda: work(business))  # noqa: B023 - it is over at once
        yield business, step
        if not killed:
            assert step > 5
            return


def each_once(tried: Iterator[tuple[Business, int]]) -> Iterator[tuple[Business, int]]:
    """Those of which what is left is not what an earlier step has left: of that the next run makes the same."""
    seen: set[str] = set()
    for business, step in tried:
        if (state := state_of(business.folder.home)) not in seen:
            seen.add(state)
            yield business, step


def test_a_run_that_is_killed_anywhere_is_made_good_by_the_next(
    tmp_path: Path, inputs: Inputs, whole: dict[str, bytes]
) -> None:
    for business, step in each_once(every_step(tmp_path, inputs, Business.run)):
        business.run()
        assert business.made() == whole, f"killed before step {step}"
        assert business.state() == PLANNED


def test_two_runs_killed_one_after_the_other_are_made_good_by_the_third(
    tmp_path: Path, inputs: Inputs, batch: Batch, whole: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
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
    left: set[str] = set()  # by two kills, from which the third run has been tried
    schedules = 0
    for first, at in each_once(every_step(tmp_path / "first", inputs, lambda each: each.run(batch))):
        for second in count():
            business = first.copy(tmp_path / str(second))
            killed = killed_at(second, business.folder, lambda: business.run(batch))  # noqa: B023
            schedules += 1
            if (state := state_of(business.folder.home)) not in left:
                left.add(state)
                business.run(batch)
                assert business.made() == whole, f"killed before step {at}, then before step {second}"
                assert business.state() == PLANNED
            rmtree(business.folder.home)
            if not killed:
                break
    assert schedules >= 182 and len(left) > 40


def test_cards_that_were_sent_stay_so_wherever_the_marking_or_the_next_run_is_killed(
    tmp_path: Path, inputs: Inputs, batch: Batch
) -> None:
    def marked(business: Business) -> None:
        business.run(batch)
        business.send()

    for business, step in each_once(every_step(tmp_path, inputs, marked)):
        if business.state() != SENT:
            marked(business)
        assert business.state() == SENT, f"killed before step {step}"
        past, _ = read_history(business.folder.history)
        assert pipeline.compose(replace(inputs, past=past), "2026-11", TODAY, seed=1).picks.cards == []


def test_a_disk_that_fails_at_any_step_leaves_the_old_or_the_new_whole(
    tmp_path: Path, inputs: Inputs, batch: Batch, whole: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    business = Business(tmp_path / "full", inputs)
    business.run(batch)
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
            business.run(other)
        except Unusable:
            made = business.made()
            assert made == {**whole, "batch.json": made["batch.json"]}
            assert made["batch.json"] in (whole["batch.json"], other.as_json().encode())  # the one or the other, whole
            assert business.state() == PLANNED
        else:
            break
        if calls > 100:
            pytest.fail("it never comes to an end")
    assert failing > 3
