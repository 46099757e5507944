"""Ten thousand files that no program wrote: each is read or refused, soon, in little memory, and never with a bug.

`make fuzz` runs it: python -m tests.faults.fuzz [COUNT] [SEED]. An input is one of ours with some bytes changed; what
kind it is, and how it is changed, follows from the seed and its number alone, so that a finding can be had again. The
inputs are tried in children, a hundred in each, which are measured: nothing here is guessed.
"""

import gc
import io
import multiprocessing
import os
import pickle
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

from notes.problems import BadValue, Unusable
from tests.faults.kinds import Target, targets

SECONDS, MEGABYTES = 10, 768  # beside what the program has in memory before it reads anything
A_CHILD, A_SHARE = 100, 500  # inputs of a process, and of a core at a time
HANGS = 120  # seconds of the clock, after which a child is taken to hang

# What breaks programs: limits, marks of other formats, letters that are none.
TOKENS = [
    *(
        "nan",
        "inf",
        "-1",
        "0",
        "1e999",
        "9" * 40,
        "0.0000001",
        "true",
        "[]",
        "{}",
        '""',
        "null",
        "[[",
        "]]",
        "((",
        "{{",
    ),
    *(
        "}}",
        "{%",
        "%}",
        "\\",
        "'",
        '"',
        '"""',
        "=",
        "#",
        ",",
        ";",
        "\t",
        "\r",
        "\n",
        "\n\n",
        "\x00",
        "\x0b",
        "\x1b[31m",
    ),
    *("\ufeff", "\u202e", "\u200d", "\u2028", "\ufffe", "♥", "🌷", "한글", "ไทย", "عربي", "Ǆ", "İ", "ß", "e\u0301" * 9),
    *(
        "1900-02-29",
        "0001-01-01",
        "9999-12-31",
        "31.12.99",
        "24:00",
        "2026-13-01",
        "29 Feb",
        "=1+1",
        "@SUM(A1)",
        "-2+3",
    ),
    *("../../etc/passwd", "CON", "file:///", "<b>", "&lt;", "<!DOCTYPE", "]]>", "${x}", "%s%n", "a" * 3000, "x " * 900),
    *("\\ud800", "\\u0000", "[" * 900, "{" * 900, "(" * 900, "a." * 900, "Mr. and Mrs. ", " & ", "c/o ", "deceased"),
]


@dataclass
class Tally:
    """What came of a target's inputs."""

    inputs: int = 0
    refused: int = 0
    slowest: float = 0.0
    megabytes: int = 0
    findings: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        self.inputs, self.refused = self.inputs + other.inputs, self.refused + other.refused
        self.slowest, self.megabytes = max(self.slowest, other.slowest), max(self.megabytes, other.megabytes)
        self.findings += other.findings


def mutated(data: bytes, chance: Random) -> bytes:
    """The bytes with one to eight things done to them; of a packed file mostly to a part of it."""
    if data[:2] == b"PK" and chance.random() < 0.8:
        return _with_part_mutated(data, chance)
    content = bytearray(data)
    for _ in range(chance.choice([1, 1, 1, 2, 3, 8])):
        at = chance.randrange(len(content) + 1)
        end = min(len(content), at + chance.choice([1, 1, 2, 8, 60]))
        done = chance.randrange(6)
        if done == 0 and at < len(content):
            content[at] = chance.randrange(256)
        elif done == 1:
            del content[at:end]
        elif done == 2:
            content[at:at] = content[at:end] * chance.choice([1, 2, 40, 400])
        elif done == 3:
            content[at:end] = chance.choice(TOKENS).encode("utf-8", errors="replace")
        elif done == 4:
            content[at:at] = chance.choice(TOKENS).encode("utf-8", errors="replace")
        else:
            content = _with_value(content, chance)
    return bytes(content)


def _with_value(content: bytearray, chance: Random) -> bytearray:
    """A token in the place of a whole value: what stands between two marks."""
    marks = [at for at, byte in enumerate(content) if byte in b'=,;:"[]{}<>\n']
    if len(marks) < 2:
        return content
    which = chance.randrange(len(marks) - 1)
    content[marks[which] + 1 : marks[which + 1]] = chance.choice(TOKENS).encode("utf-8", errors="replace")
    return content


def _with_part_mutated(data: bytes, chance: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    name = chance.choice(sorted(parts))
    parts[name] = mutated(parts[name], chance)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for one, part in parts.items():
            packed.writestr(one, part)
    return content.getvalue()


def input_of(all_targets: Sequence[Target], seed: int, number: int) -> tuple[Target, bytes]:
    """The input of a number: its kind, and its bytes."""
    chance = Random(f"{seed} {number}")  # it is to be had again
    target = chance.choices(all_targets, [one.share for one in all_targets])[0]
    return target, mutated(chance.choice(target.seeds), chance)


def tried(target: Target, data: bytes, folder: Path) -> tuple[str, float]:
    """How an input was ended (“”, “refused” or the trace of a bug), and the seconds that it took."""
    path = folder / target.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    began = process_time()
    try:
        target.read(path)
        ended = ""
    except (Unusable, BadValue):
        ended = "refused"
    except OSError as error:
        ended = "refused" if error.filename is not None else traceback.format_exc()
    except BaseException:
        ended = traceback.format_exc()
    return ended, process_time() - began


def _addresses() -> int:
    """The bytes of addresses that this process has: a test run may have many before a child is forked from it."""
    status = Path("/proc/self/statm")
    return int(status.read_text().split()[0]) * resource.getpagesize() if status.exists() else 0


def a_child(all_targets: Sequence[Target], seed: int, numbers: Sequence[int], folder: Path) -> Iterator[Any]:
    """What came of some inputs in a child that may use no more memory than it should; a hang ends it."""
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reads)
        gc.freeze()  # or a search for garbage goes through all that a long test run has made, at the cost of an input
        limit = _addresses() + (2 * MEGABYTES << 20) + (1 << 30)
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        with os.fdopen(writes, "wb") as answer, open(os.devnull, "w") as nowhere:
            sys.stdout = sys.stderr = nowhere
            had = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # of whoever it was forked from
            for number in numbers:
                signal.alarm(HANGS)
                target, data = input_of(all_targets, seed, number)
                ended, seconds = tried(target, data, folder / str(number))
                shutil.rmtree(folder / str(number), ignore_errors=True)
                used = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - had) // 1024
                pickle.dump((number, target.name, ended, seconds, used), answer)
                answer.flush()
        os._exit(0)
    os.close(writes)
    with os.fdopen(reads, "rb") as answer:
        while True:
            try:
                yield pickle.load(answer)
            except EOFError:
                break
    os.waitpid(child, 0)


def fuzz(
    count: int, seed: int = 1, tell: Callable[[str], None] = lambda _: None, is_warm: bool = False, first: int = 0
) -> Mapping[str, Tally]:
    """The tallies by target of so many inputs; a finding is told as it is met.

    Unless this process `is_warm`, each kind is read here once before.
    """
    tallies: dict[str, Tally] = {}
    if not is_warm:
        warm()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        all_targets = targets(folder)
        number = first
        while number < first + count:
            numbers = range(number, min(number + A_CHILD, first + count))
            last = number - 1
            for last, which, ended, seconds, used in a_child(all_targets, seed, numbers, folder):
                _count(tallies.setdefault(which, Tally()), last, ended, seconds, used, tell)
            if last + 1 < numbers.stop:  # it hung or was killed over the next one
                which = input_of(all_targets, seed, last + 1)[0].name
                _count(tallies.setdefault(which, Tally()), last + 1, "it hangs, or needs too much memory", 0.0, 0, tell)
                last += 1
            number = last + 1
    return tallies


def warm() -> None:
    """Have imported what each kind needs, so that no child need do it again."""
    with tempfile.TemporaryDirectory() as name:
        for one in targets(Path(name)):
            tried(one, one.seeds[0], Path(name) / "first" / one.name)


def on_every_core(count: int, seed: int, tell: Callable[[str], None]) -> Mapping[str, Tally]:
    """The same for many inputs, some at each core at a time."""
    firsts = range(0, count, A_SHARE)
    warm()
    part = partial(_share, count=count, seed=seed, tell=tell)
    tallies: dict[str, Tally] = {}
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("fork")) as pool:
        for done, found in enumerate(pool.map(part, firsts), start=1):
            for name, one in found.items():
                tallies.setdefault(name, Tally()).add(one)
            tell(f"{min(done * A_SHARE, count)} of {count}")
    return tallies


def _share(first: int, *, count: int, seed: int, tell: Callable[[str], None]) -> Mapping[str, Tally]:
    return fuzz(min(A_SHARE, count - first), seed, tell, is_warm=True, first=first)


def _count(tally: Tally, number: int, ended: str, seconds: float, used: int, tell: Callable[[str], None]) -> None:
    tally.inputs += 1
    tally.refused += ended == "refused"
    tally.slowest, tally.megabytes = max(tally.slowest, seconds), max(tally.megabytes, used)
    if ended in ("", "refused"):
        ended = f"it took {seconds:.0f} seconds" if seconds > SECONDS else ""
        ended = ended or (f"it took {used} MB" if used > MEGABYTES else "")
    if ended:
        tally.findings.append(f"input {number}: {ended}")
        tell(tally.findings[-1])


def shown(tallies: Mapping[str, Tally]) -> str:
    """The table: for each target its inputs, how many were refused, the slowest, the memory, the findings."""
    lines = [f"{'target':<24}{'inputs':>8}{'refused':>9}{'slowest':>9}{'MB':>6}{'findings':>10}"]
    for name, one in sorted(tallies.items()):
        lines.append(
            f"{name:<24}{one.inputs:>8}{one.refused:>9}{one.slowest:>8.2f}s{one.megabytes:>6}{len(one.findings):>10}"
        )
    total = sum(one.inputs for one in tallies.values())
    findings = sum(len(one.findings) for one in tallies.values())
    return "\n".join([*lines, f"{total} inputs, {findings} findings"])


def said(text: str) -> None:
    print(text, flush=True)


def main() -> None:
    began = time.monotonic()
    count, seed = ([int(one) for one in sys.argv[1:3]] + [10_000, 1][len(sys.argv[1:3]) :])[:2]
    tallies = on_every_core(count, seed, said)
    print(shown(tallies), f"{time.monotonic() - began:.0f} s", sep=", ")
    sys.exit(any(one.findings for one in tallies.values()))


if __name__ == "__main__":
    main()
