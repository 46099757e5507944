"""Faults at every step of every command: `make faults` prints the table, in which nothing may be lost or doubled.

A work is what a person does: a command, or an hour at the desk. Something happens to it before its n-th step: it is
killed, and the next run is killed again; the disk is full from then on; nothing
more is written than some bytes; one file can only be read; another run or another computer does the same. Afterwards
the work is done again with nothing in its way, and all is counted: what was sent is sent, nobody has two cards, what
the person wrote is as it was, and every file is whole. What was left alike is taken up once: the next run cannot tell.

    python -m tests.faults.schedules [WORK ...]
"""

import multiprocessing
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from errno import ENOSPC, EROFS
from functools import partial
from pathlib import Path

from click.testing import CliRunner

from notes.cli import notes
from tests.faults.trials import Done, Hook, Tried, Work, full_from, no_room_from, read_only, state_of

BUSINESS = """\
Customer ID,First Name,Last Name,Address,City,State,Postal Code,Country,Birthday,Bought
1,Ida,Fenn,1 Quay St,Salem,MA,01970,US,1980-11-14,the blue armchair
2,Ben,Hale,2 Quay St,Salem,MA,01970,US,1975-11-20,a walnut desk
3,Kai,Lund,3 Quay St,Salem,MA,01970,US,1990-12-12,the tall lamp
"""
SETTINGS = '[business]\nsender = "Kit"\nreturn_address = ["Quay Shop", "1 Quay St", "Salem MA 01970"]\n'
MONTH = ("--month", "2026-11")
KILLS = 2  # in a row: of a run, and of the one that recovers from it
ROOM = (0, 700)  # bytes that a file may still take on a full disk, by turns


def command(*words: str) -> Work:
    return lambda: notes(words, prog_name="notes", standalone_mode=True)


def nothing() -> None:
    """Another computer that only gets the history."""


def at_the_desk() -> None:
    """An hour in the browser: a card is decided about, the cards are made and marked as sent."""
    from notes.changes.change import from_json
    from notes.cli import options
    from notes.cli.review import patiently_alone
    from notes.desk import press
    from notes.desk.month import Desk, Office
    from notes.folders import Folder
    from notes.history import Kind
    from notes.kept import cache_folder
    from notes.problems import Unusable

    folder = Folder.find(Path.cwd())
    office = Office(
        folder=folder,
        settings=lambda: options.settings(folder, {}),
        cache=cache_folder(os.environ),
        now=lambda: datetime(2026, 11, 3, tzinfo=UTC),
        stamp=options.stamp,
        alone=lambda: patiently_alone(folder),
        typed=str,
        month="2026-11",
    )
    desk = Desk(office)
    try:
        desk.decide("1", from_json({"more": ["the new boat"]}))
        desk.make()
        press.mark(desk, Kind.SENT, "2026-11")
    except (Unusable, OSError) as ended:  # which the app tells in a sentence
        print(ended)
        sys.exit(1)


WORKS: dict[str, tuple[str, Work]] = {  # what was there before, and what is done
    "cards": ("new", command("cards", *MONTH, "--today", "2026-11-01")),
    "cards again": ("planned", command("cards", *MONTH, "--today", "2026-11-02", "--seed", "7")),
    "cards after": ("sent", command("cards", "--month", "2026-12", "--today", "2026-12-01")),
    "clock back": ("sent", command("cards", *MONTH, "--today", "2026-10-20", "--seed", "7")),
    "sent": ("planned", command("sent", *MONTH, "--today", "2026-11-05")),
    "cancel": ("planned", command("cancel", "1", *MONTH, "--today", "2026-11-05")),
    "undo": ("sent", command("undo", *MONTH, "--today", "2026-11-06")),
    "returned": ("sent", command("returned", "1", *MONTH, "--today", "2026-11-09")),
    "merge": ("sent", command("merge", "1", "9", "--today", "2026-11-09")),
    "print": ("planned", command("print", *MONTH, "--today", "2026-11-04")),
    "reprint": ("sent", command("reprint", "1", *MONTH)),
    "pen": ("planned", command("pen", *MONTH, "--today", "2026-11-01")),
    "check": ("planned", command("check", "--fix")),
    "accept": ("planned", command("check", "--accept")),
    "calibrate": ("planned", command("calibrate", "--read", "30 31 30 30 31 30 30 30")),
    "flip": ("planned", command("flip", "--arrow", "same", "--number", "other")),
    "backup": ("sent", command("backup", "--today", "2026-11-09")),
    "new": ("new", command("new", "shop")),
    "review": ("planned", at_the_desk),
}


@dataclass
class Row:
    """A line of the table; `seen` are the states that were taken up already."""

    work: str
    fault: str
    schedules: int = 0
    lost: int = 0
    doubled: int = 0
    wrong: int = 0
    seconds: float = 0.0
    seen: set[object] = field(default_factory=set)

    def __str__(self) -> str:
        figures = f"{self.schedules:>10}{len(self.seen):>8}{self.lost:>6}{self.doubled:>9}{self.wrong:>7}"
        return f"{self.work:<13}{self.fault:<24}{figures}{self.seconds:>8.0f}s"

    @property
    def is_well(self) -> bool:
        return not (self.lost or self.doubled or self.wrong)


HEAD = f"{'work':<13}{'fault':<24}{'schedules':>10}{'states':>8}{'lost':>6}{'doubled':>9}{'wrong':>7}{'time':>9}"


class Bench:
    """Where works are tried: the states in which they find a business, and how they leave it where nothing happens."""

    def __init__(self, folder: Path, tell: Callable[[str], None] = print) -> None:
        self.folder, self.tell = folder, tell
        self.states = {"new": self._new()}
        self._warm()
        first = command("cards", *MONTH, "--today", "2026-11-01")
        second = command("sent", *MONTH, "--today", "2026-11-02")
        self.states["planned"] = self._after("new", first)
        (self.states["planned"] / "out/2026-11/scans").mkdir()
        (self.states["planned"] / "out/2026-11/scans/1.txt").write_text("scan")
        self.states["sent"] = self._after("planned", second)

    def _new(self) -> Path:
        home = self.folder / "new"
        home.mkdir()
        (home / "customers.csv").write_text(BUSINESS, encoding="utf-8")
        (home / "notes.toml").write_text(SETTINGS, encoding="utf-8")
        return home

    def _warm(self) -> None:
        """Do what takes long once in this process, so that its children need not."""
        here, home = Path.cwd(), shutil.copytree(self.states["new"], self.folder / "warm")
        os.chdir(home)
        try:
            for words in (("cards", *MONTH, "--today", "2026-11-01"), ("check",), ("pen", *MONTH)):
                CliRunner().invoke(notes, words, catch_exceptions=False)
        finally:
            os.chdir(here)

    def _after(self, state: str, work: Work) -> Path:
        tried = Tried(self.folder / f"{state} and then", self.states[state])
        done = tried.do(work)
        assert done.code == 0, done.said
        return tried.home

    def _new_folder(self) -> Path:
        return Path(tempfile.mkdtemp(dir=self.folder)) / "home"

    def tried(self, before: Path) -> Tried:
        return Tried(self._new_folder(), before)

    def rows(self, name: str, faults: Collection[str] = ()) -> Iterator[Row]:
        """The lines of the table about one work."""
        state, self.work = WORKS[name]
        self.before = self.states[state]
        self.whole = self.tried(self.before)
        done, self.steps = self.whole.steps(self.work, self._new_folder())
        assert done.code == 0, done.said
        for fault, run in FAULTS.items():
            if not faults or fault in faults:
                row, began = Row(name, fault), time.monotonic()
                run(self, row)
                row.seconds = time.monotonic() - began
                yield row
        self._forget(self.whole.home)

    def killed(self, row: Row) -> None:
        """Before each step, and in the recovery from what that left; then all is there at the end."""
        row.seen.add(state_of(self.before))
        left = [self.before]
        for _ in range(KILLS):
            found = [state for home in left for state in self._left_by_kills(row, home)]
            for home in left:
                self._recover(row, home)
            left = found
        for home in left:
            self._recover(row, home)

    def _left_by_kills(self, row: Row, home: Path) -> Iterator[Path]:
        """What kills of the work leave that was not met before."""
        tried, shelf = self.tried(home), self._new_folder()
        _, states = tried.left_by_kills(self.work, shelf)
        self._forget(tried.home)
        for state in states:
            row.schedules += 1
            if (word := state_of(state)) in row.seen:
                self._forget(state)
            else:
                row.seen.add(word)
                yield state

    def _recover(self, row: Row, home: Path) -> None:
        if home != self.before:
            tried = self.tried(home)
            self.count(row, tried, [tried.do(self.work)])
            self._forget(tried.home)
            self._forget(home)

    def full(self, row: Row) -> None:
        for step in range(len(self.steps)):
            self._disturbed(row, full_from(step, ENOSPC))

    def cut(self, row: Row) -> None:
        for step in range(len(self.steps)):
            self._disturbed(row, no_room_from(step, ROOM[step % len(ROOM)]))

    def read_only(self, row: Row) -> None:
        for name in sorted(set(self.steps)):
            self._disturbed(row, read_only(name, EROFS))

    def _disturbed(self, row: Row, hook: Hook) -> None:
        tried = self.tried(self.before)
        done = tried.do(self.work, hook)
        self.settle(row, tried, [done])

    def two_at_once(self, row: Row) -> None:
        for _ in range(3):
            tried = self.tried(self.before)
            children = []
            for _ in range(2):
                child = os.fork()
                if child == 0:
                    os._exit(tried.do(self.work).code % 256)
                children.append(child)
            codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
            self.settle(row, tried, [Done(code, "") for code in codes])

    def two_computers(self, row: Row) -> None:
        """Another one plans the month, does the same, or marks it, before or after, and the histories are made one."""
        for other in (command("cards", *MONTH, "--today", "2026-11-03", "--seed", "3"), self.work, nothing):
            for is_first in (True, False):
                here, there = self.tried(self.before), self.tried(self.before)
                done = [there.do(other)]
                if is_first:
                    here.gets(there)
                done.append(here.do(self.work))
                here.gets(there)
                there.gets(here)
                done.append(there.do(self.work))
                here.gets(there)
                self._forget(there.home)
                self.settle(row, here, done)

    def settle(self, row: Row, tried: Tried, before: Sequence[Done]) -> None:
        """Do the work once more with nothing in its way, and count; what was left alike before is as it was then."""
        row.schedules += 1
        word = (state_of(tried.home), *((one.code, one.said.replace(str(tried.home), "")) for one in before))
        if word not in row.seen:
            row.seen.add(word)
            self.count(row, tried, [*before, tried.do(self.work)])
        self._forget(tried.home)

    def count(self, row: Row, tried: Tried, done: Sequence[Done]) -> None:
        """Add what is lost, doubled or wrong after the last of what was done."""
        lost, doubled = tried.lost(self.before, self.whole), tried.doubled()
        wrong = [one.said for one in done if one.is_a_bug]
        wrong += [done[-1].said] if done[-1].code not in (0, 1) else []
        wrong += tried.broken()
        row.lost, row.doubled, row.wrong = row.lost + lost, row.doubled + doubled, row.wrong + bool(wrong)
        if lost or doubled or wrong:
            self.tell(f"{row.work}, {row.fault}, schedule {row.schedules}: {lost} lost, {doubled} doubled; {wrong}")

    def _forget(self, home: Path) -> None:
        shutil.rmtree(home, ignore_errors=True)


FAULTS: dict[str, Callable[[Bench, Row], None]] = {
    "killed, and again": Bench.killed,
    "full disk from a step": Bench.full,
    "cut short from a step": Bench.cut,
    "a file read-only": Bench.read_only,
    "two at once": Bench.two_at_once,
    "two computers": Bench.two_computers,
}


def without_a_printer() -> None:
    """Have `notes print` send nothing anywhere."""
    from notes.paper import cups

    cups.send = lambda jobs, _: [f"{len(jobs)} sent"]  # type: ignore[assignment]


def rows_of(bench: Bench, job: tuple[str, str]) -> list[Row]:
    return list(bench.rows(job[0], [job[1]]))


def tell(text: str) -> None:
    print(text, flush=True)


def main() -> None:
    began = time.monotonic()
    without_a_printer()
    jobs = [(name, fault) for name in sys.argv[1:] or WORKS for fault in FAULTS]
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), tell)
        tell(HEAD)
        with ProcessPoolExecutor(mp_context=multiprocessing.get_context("fork")) as pool:  # a job a core
            for made in pool.map(partial(rows_of, bench), jobs):
                tell("\n".join(map(str, made)))
                rows += made
    total = Row("all", "", *(sum(getattr(row, name) for row in rows) for name in FIGURES))
    total.seen, total.seconds = (
        {(row.work, row.fault, one) for row in rows for one in row.seen},
        time.monotonic() - began,
    )
    tell(str(total))
    sys.exit(not total.is_well)


FIGURES = ("schedules", "lost", "doubled", "wrong")

if __name__ == "__main__":
    main()
