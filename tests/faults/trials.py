"""Trials: a folder in which a work is done while something happens, and what is lost, doubled or broken then.

A work is done in a child, forked. A step is whatever the interpreter reports of the business's files: one opened to be
written, a name changed, a folder made or removed. What a kill before a step leaves on the disk is the folder as it is
before that step, so that one run gives what all of its kills leave.
"""

import gc
import json
import os
import resource
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

from notes.history import Kind, read_history

WATCHED = {"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir"}
TO_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT
OUR_BUG, KILLED = 3, 137
STANDING = (Kind.PLANNED, Kind.PRINTED, Kind.SENT)
OF_THE_PERSON = ("customers.csv", "notes.toml", "out/2026-11/scans/1.txt", "out/2026-11/changes.json")

Work = Callable[[], None]
Hook = Callable[[int, str, str], None]  # the number of the step, its event, its path


@dataclass(frozen=True)
class Done:
    """How a work ended in its child, and what it said."""

    code: int
    said: str

    @property
    def is_a_bug(self) -> bool:
        return self.code == OUR_BUG or "Traceback" in self.said


def undisturbed(_: int, __: str, ___: str) -> None:
    """Nothing happens."""


class Tried:
    """A folder with a business in the state in which a work finds it."""

    def __init__(self, home: Path, before: Path) -> None:
        shutil.copytree(before, home, symlinks=True)
        self.home = home.resolve()

    def do(self, work: Work, hook: Hook = undisturbed) -> Done:
        """The work in a child, the hook called before each of its steps."""
        reads, writes = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reads)
            os._exit(self._in_the_child(work, hook, writes))
        os.close(writes)
        with os.fdopen(reads, encoding="utf-8", errors="replace") as answer:
            said = answer.read()
        return Done(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said)

    def _in_the_child(self, work: Work, hook: Hook, answer: int) -> int:
        gc.disable()  # it is over soon, and the memory that it shares stays shared
        sys.stdout = sys.stderr = os.fdopen(answer, "w", encoding="utf-8", errors="replace")
        os.chdir(self.home)
        sys.addaudithook(self._watching(hook))
        code = OUR_BUG
        try:
            work()
            code = 0
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 1
        except BaseException as error:
            sys.stdout.write(f"Traceback: {error!r}")
        sys.stdout.flush()
        return code

    def _watching(self, hook: Hook) -> Callable[[str, tuple[Any, ...]], None]:
        steps, own, home = count(), os.getpid(), f"{self.home}{os.sep}"

        def watched(event: str, about: tuple[Any, ...]) -> None:
            if event not in WATCHED or os.getpid() != own or (event == "open" and not about[2] & TO_WRITE):
                return
            path = str(Path.cwd() / os.fsdecode(about[0])) if not isinstance(about[0], int) else ""
            if path.startswith(home):
                hook(next(steps), event, path)

        return watched

    def left_by_kills(self, work: Work, shelf: Path) -> tuple[Done, Iterator[Path]]:
        """The whole work, and what it would have left if it had been killed before each of its steps."""

        def hook(step: int, _: str, __: str) -> None:
            shutil.copytree(self.home, shelf / f"{step:04}", symlinks=True)

        shelf.mkdir(parents=True)
        return self.do(work, hook), iter(sorted(shelf.iterdir()))

    def steps(self, work: Work, noted: Path) -> tuple[Done, list[str]]:
        """The whole work, and the name of the file that each of its steps is about."""

        def hook(_: int, __: str, path: str) -> None:
            with noted.open("a", encoding="utf-8") as steps:
                steps.write(f"{named(path)}\n")

        noted.write_text("")
        return self.do(work, hook), noted.read_text(encoding="utf-8").splitlines()

    def gets(self, other: "Tried") -> None:
        """What a service does that keeps two histories the same; of what both changed, the other's is taken."""
        if (other.home / "history").is_dir():
            shutil.copytree(other.home / "history", self.home / "history", dirs_exist_ok=True)
            shutil.copy(other.home / "fairhand.json", self.home)

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
        mine, wanted = self.cards(), whole.cards()
        cards = sum(wanted.get(card, {"planned"}) != state for card, state in mine.items()) + len(
            wanted.keys() - mine.keys()
        )
        gone = sum((before / name).exists() and _changed(name, before, self.home, whole) for name in OF_THE_PERSON)
        return cards + gone

    def broken(self) -> list[str]:
        """The files that are not whole."""
        found = [f"history: {problem.message}" for problem in read_history(self.home / "history")[1]]
        for path in self.home.rglob("*"):
            if path.is_file() and not path.name.endswith(".new") and path.name != ".lock" and _is_cut(path):
                found.append(f"{path.relative_to(self.home)} is not whole")
        for batch in self.home.glob("out/2*/batch.json"):
            for name, file in json.loads(batch.read_text())["files"].items():
                if sha256(_bytes(batch.with_name(name))).hexdigest() != file["sha256"]:
                    found.append(f"{name} is of another batch")
        return found


def state_of(home: Path) -> str:
    """What is in a folder, in one word: two folders of one word are the same to whatever is done in them."""
    digest = sha256()
    for where, path in sorted(("/".join(map(named, path.relative_to(home).parts)), path) for path in home.rglob("*")):
        digest.update(f"\0{where}\0{path.is_dir()}\0".encode(errors="surrogateescape"))
        digest.update(_bytes(path))
    return digest.hexdigest()


def named(path: str) -> str:
    """The name of a file, without the number of the process that is in those beside their places."""
    return ".".join(part for part in Path(path).name.split(".") if not part.isdigit())


def killed_before(step: int) -> Hook:
    def hook(at: int, _: str, __: str) -> None:
        if at == step:
            os._exit(KILLED)

    return hook


def full_from(step: int, errno: int) -> Hook:
    """No name is given to anything from a step on."""

    def hook(at: int, event: str, path: str) -> None:
        if at >= step and event in ("open", "os.mkdir", "os.rename"):
            raise OSError(errno, os.strerror(errno), path)

    return hook


def no_room_from(step: int, most: int) -> Hook:
    """From a step on no file takes more than some bytes: what is written is cut there."""

    def hook(at: int, _: str, __: str) -> None:
        if at == step:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    return hook


def read_only(name: str, errno: int) -> Hook:
    """Nothing is done to the files of a name."""

    def hook(_: int, __: str, path: str) -> None:
        if named(path) == name:
            raise OSError(errno, os.strerror(errno), path)

    return hook


def _changed(name: str, before: Path, after: Path, whole: Tried) -> bool:
    """Whether a file of the person's is gone, or is not as they wrote it or the whole work leaves it."""
    written = name.endswith((".csv", ".txt", ".toml"))
    as_it_may_be = {_bytes(before / name), _bytes(whole.home / name)}
    return not (after / name).exists() or (written and _bytes(after / name) not in as_it_may_be)


def _is_cut(path: Path) -> bool:
    data = _bytes(path)
    if path.suffix == ".json":
        return not _is_json(data)
    return {
        ".pdf": not data.rstrip().endswith(b"%%EOF"),
        ".zip": data[:2] != b"PK",
        ".xlsx": data[:2] != b"PK",
    }.get(path.suffix, False)


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except ValueError:
        return False
    return True
