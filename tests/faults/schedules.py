"""Faults at every step of every command: `make faults` prints the table, in which nothing may be lost or doubled.

A work is what a person does: a command, or an hour at the desk. It is done in a child, forked, and something happens
to it before its n-th step: it is killed, and the next run is killed again; the disk is full from then on; one file can
only be read. A step is whatever the interpreter reports of the business's files: one opened to be written, a name
changed, a folder made or removed. Afterwards the work is done again with nothing in its way, and all is counted: what
was sent is sent, nobody has two cards, what the person wrote is as it was, and every file is whole.

    python -m tests.faults.schedules [WORK …]
"""

import json
import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from errno import ENOSPC, EROFS
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from notes.cli import notes
from notes.history import Kind, read_history

BUSINESS = """\
Customer ID,First Name,Last Name,Address,City,State,Postal Code,Country,Birthday,Bought
1,Ida,Fenn,1 Quay St,Salem,MA,01970,US,1980-11-14,the blue armchair
2,Ben,Hale,2 Quay St,Salem,MA,01970,US,1975-11-20,a walnut desk
3,Kai,Lund,3 Quay St,Salem,MA,01970,US,1990-12-12,the tall lamp
"""
SETTINGS = '[business]\nsender = "Kit"\nreturn_address = ["Quay Shop", "1 Quay St", "Salem MA 01970"]\n'
WATCHED = {"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir"}
TO_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT
KILLED, ANOTHER_RUN, OUR_BUG = 137, 75, 3
MONTH = ("--month", "2026-11")
STANDING = (Kind.PLANNED, Kind.PRINTED, Kind.SENT)
OF_THE_PERSON = ("customers.csv", "notes.toml", "out/2026-11/scans/1.txt", "out/2026-11/changes.json")

Work = Callable[[], None]
Hook = Callable[[int, str, str], None]  # the number of the step, its event, its path


@dataclass(frozen=True)
class Done:
    """How a work ended in its child, and what it said."""

    code: int
    said: str


def command(*words: str) -> Work:
    return lambda: notes(words, prog_name="notes", standalone_mode=True)


def at_the_desk() -> None:
    """An hour in the browser: a card is decided about, the cards are made and marked as sent."""
    from notes.changes.change import from_json
    from notes.cli import options
    from notes.cli.review import patiently_alone
    from notes.desk.month import Desk, Office
    from notes.folders import Folder, cache_folder
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
        desk.mark_sent([])
    except Unusable as unusable:
        print(unusable)
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
QUICK = ("sent", "backup", "calibrate")


class Tried:
    """A folder with a business in the state in which a work finds it."""

    def __init__(self, home: Path, before: Path) -> None:
        shutil.copytree(before, home, symlinks=True)
        self.home = home.resolve()
        self.was = self.cards()

    def do(self, work: Work, hook: Hook = lambda *_: None) -> Done:
        """The work in a child, the hook called before each of its steps."""
        said = self.home.with_suffix(".said")
        child = os.fork()
        if child == 0:
            os._exit(self._in_the_child(work, hook, said))
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        return Done(code, said.read_text(encoding="utf-8", errors="replace"))

    def _in_the_child(self, work: Work, hook: Hook, said: Path) -> int:
        with said.open("w", encoding="utf-8", errors="replace") as answer:
            sys.stdout = sys.stderr = answer
            os.chdir(self.home)
            steps = count()
            home, own = str(self.home), {os.getpid()}

            def watched(event: str, about: tuple[Any, ...]) -> None:
                if event not in WATCHED or os.getpid() not in own or (event == "open" and not about[2] & TO_WRITE):
                    return
                path = str(Path.cwd() / os.fsdecode(about[0])) if not isinstance(about[0], int) else ""
                if path.startswith(home):
                    hook(next(steps), event, path)

            sys.addaudithook(watched)
            try:
                work()
            except SystemExit as ended:
                return ended.code if isinstance(ended.code, int) else 1
            except BaseException as error:
                answer.write(f"Traceback: {error!r}")
                return OUR_BUG
            return 0

    def cards(self) -> dict[tuple[str, str, str], set[str]]:
        """For each customer, occasion and day, in which state its cards are."""
        past, _ = read_history(self.home / "history")
        found: dict[tuple[str, str, str], set[str]] = {}
        for event in past.cards.values():
            found.setdefault((event.customer_id, event.occasion, str(event.on)), set()).add(event.kind.value)
        return found

    def doubled(self) -> int:
        past, _ = read_history(self.home / "history")
        cards = Counter((past.person(e.customer_id), e.occasion, e.on) for e in past.standing if e.kind in STANDING)
        return sum(number - 1 for number in cards.values())

    def lost(self, before: Path, whole: "Tried") -> int:
        """The cards that are not as the whole work leaves them, and what is gone of what the person wrote."""
        cards = sum(whole.cards().get(card) != state for card, state in self.cards().items())
        cards += len(whole.cards().keys() - self.cards().keys())
        gone = sum((before / name).exists() and _changed(name, before, self.home) for name in OF_THE_PERSON)
        return cards + gone

    def broken(self) -> list[str]:
        """The files that are not whole."""
        found = [f"history: {problem.message}" for problem in read_history(self.home / "history")[1]]
        for path in self.home.rglob("*"):
            if not path.is_file() or path.name.endswith(".new") or path.name == ".lock":
                continue
            data = path.read_bytes()
            is_cut = {
                ".pdf": not data.rstrip().endswith(b"%%EOF"),
                ".zip": data[:2] != b"PK",
                ".xlsx": data[:2] != b"PK",
            }
            if is_cut.get(path.suffix, False) or (path.suffix == ".json" and not _is_json(data)):
                found.append(f"{path.relative_to(self.home)} is not whole")
        for batch in self.home.glob("out/2*/batch.json"):
            for name, file in json.loads(batch.read_text())["files"].items():
                if sha256(_bytes(batch.with_name(name))).hexdigest() != file["sha256"]:
                    found.append(f"{name} is of another batch")
        return found


def _changed(name: str, before: Path, after: Path) -> bool:
    """Whether a file of the person's is gone, or is not as they wrote it."""
    written = name.endswith((".csv", ".txt"))
    return not (after / name).exists() or (written and _bytes(before / name) != _bytes(after / name))


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except ValueError:
        return False
    return True


@dataclass
class Row:
    """A line of the table."""

    work: str
    fault: str
    schedules: int = 0
    lost: int = 0
    doubled: int = 0
    wrong: int = 0
    seconds: float = 0.0

    def __str__(self) -> str:
        figures = f"{self.schedules:>10}{self.lost:>6}{self.doubled:>9}{self.wrong:>7}{self.seconds:>8.0f}s"
        return f"{self.work:<13}{self.fault:<22}{figures}"


HEAD = f"{'work':<13}{'fault':<22}{'schedules':>10}{'lost':>6}{'doubled':>9}{'wrong':>7}{'time':>9}"


class Bench:
    """Where works are tried: the states in which they find a business, and how they leave it where nothing happens."""

    def __init__(self, folder: Path, tell: Callable[[str], None] = print) -> None:
        self.folder, self.tell = folder, tell
        self.number = count()
        self.states = {"new": self._new()}
        self._warm()
        first, second = (
            command("cards", *MONTH, "--today", "2026-11-01"),
            command("sent", *MONTH, "--today", "2026-11-02"),
        )
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
            for words in (("cards", *MONTH, "--today", "2026-11-01"), ("check",)):
                CliRunner().invoke(notes, words, catch_exceptions=False)
        finally:
            os.chdir(here)

    def _after(self, state: str, work: Work) -> Path:
        tried = Tried(self.folder / f"{state} and then", self.states[state])
        done = tried.do(work)
        assert done.code == 0, done.said
        return tried.home

    def tried(self, state: str) -> Tried:
        return Tried(self.folder / str(next(self.number)), self.states[state])

    def rows(self, name: str, faults: Sequence[str] = ()) -> Iterator[Row]:
        """The lines of the table about one work."""
        state, work = WORKS[name]
        whole = self.tried(state)
        noted = self.folder / "steps"
        done = whole.do(work, lambda _, event, path: _note(noted, event, path))
        assert done.code == 0, done.said
        steps = _bytes(noted).decode().splitlines()
        noted.unlink(missing_ok=True)
        self.whole, self.state, self.work = whole, state, work
        tries: dict[str, Callable[[Row], None]] = {
            "killed at a step": lambda row: self.killed(row, len(steps)),
            "killed, and again": lambda row: self.killed_twice(row, len(steps)),
            "full disk from a step": lambda row: self.full(row, len(steps)),
            "a file read-only": lambda row: self.read_only(row, steps),
            "two at once": self.two_at_once,
        }
        for fault, run in tries.items():
            if not faults or fault in faults:
                row, began = Row(name, fault), time.monotonic()
                run(row)
                row.seconds = time.monotonic() - began
                yield row

    def killed(self, row: Row, steps: int) -> None:
        for step in range(steps):
            tried = self.tried(self.state)
            done = tried.do(self.work, lambda at, *_: os._exit(KILLED) if at == step else None)  # noqa: B023
            self.settle(row, tried, [done])

    def killed_twice(self, row: Row, steps: int) -> None:
        """Before some five of the steps, and in the recovery from each before some three."""
        for first in range(0, steps, -(-steps // 5)):
            for second in range(0, steps, -(-steps // 3)):
                tried = self.tried(self.state)
                done = [
                    tried.do(self.work, lambda at, *_: os._exit(KILLED) if at == step else None)  # noqa: B023
                    for step in (first, second)
                ]
                self.settle(row, tried, done)

    def full(self, row: Row, steps: int) -> None:
        for step in range(steps):

            def hook(at: int, event: str, path: str, step: int = step) -> None:
                if at >= step and event in ("open", "os.mkdir"):
                    raise OSError(ENOSPC, os.strerror(ENOSPC), path)

            tried = self.tried(self.state)
            self.settle(row, tried, [tried.do(self.work, hook)])

    def read_only(self, row: Row, steps: Sequence[str]) -> None:
        for name in sorted({step.split(" ", 1)[1] for step in steps}):

            def hook(_: int, __: str, path: str, name: str = name) -> None:
                if _named(path) == name:
                    raise OSError(EROFS, os.strerror(EROFS), path)

            tried = self.tried(self.state)
            self.settle(row, tried, [tried.do(self.work, hook)])

    def two_at_once(self, row: Row) -> None:
        for _ in range(3):
            tried = self.tried(self.state)
            children = []
            for _ in range(2):
                child = os.fork()
                if child == 0:
                    os._exit(tried.do(self.work).code % 256)
                children.append(child)
            codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
            self.settle(row, tried, [Done(code, "") for code in codes])

    def settle(self, row: Row, tried: Tried, before: Sequence[Done]) -> None:
        """Do the work once more with nothing in its way, and count."""
        again = tried.do(self.work)
        lost, doubled = tried.lost(self.states[self.state], self.whole), tried.doubled()
        wrong = [one.said for one in before if one.code == OUR_BUG or "Traceback" in one.said]
        wrong += [again.said] if again.code not in (0, 1) or "Traceback" in again.said else []
        wrong += tried.broken()
        row.schedules += 1
        row.lost, row.doubled, row.wrong = row.lost + lost, row.doubled + doubled, row.wrong + bool(wrong)
        if lost or doubled or wrong:
            self.tell(f"{row.work}, {row.fault}, schedule {row.schedules}: {lost} lost, {doubled} doubled; {wrong}")
        shutil.rmtree(tried.home, ignore_errors=True)
        tried.home.with_suffix(".said").unlink(missing_ok=True)


def _note(path: Path, event: str, about: str) -> None:
    with path.open("a") as steps:
        steps.write(f"{event} {_named(about)}\n")


def _named(path: str) -> str:
    """The name of a file, without the number of the process that is in those beside their places."""
    return ".".join(part for part in Path(path).name.split(".") if not part.isdigit())


def without_a_printer() -> None:
    """Have `notes print` send nothing anywhere."""
    from notes.paper import cups

    cups.send = lambda jobs, _: [f"{len(jobs)} sent"]  # type: ignore[assignment]


def main() -> None:
    began = time.monotonic()
    without_a_printer()
    names = sys.argv[1:] or list(WORKS)
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), lambda text: print(text, flush=True))
        print(HEAD, flush=True)
        for name in names:
            for row in bench.rows(name):
                print(row, flush=True)
                rows.append(row)
    total = Row(
        "all", "", *(sum(getattr(row, name) for row in rows) for name in ("schedules", "lost", "doubled", "wrong"))
    )
    total.seconds = time.monotonic() - began
    print(total)
    sys.exit(bool(total.lost or total.doubled or total.wrong))


if __name__ == "__main__":
    main()
