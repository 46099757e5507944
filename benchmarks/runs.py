"""Runs: a whole process measured from its start to its end, with all that it started."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread


@dataclass(frozen=True)
class Run:
    """What a run took: seconds of the processors and of the clock, MB at its fullest, bytes that it wrote to print."""

    processor: float
    wall: float
    megabytes: float
    size: int


def run(command: Sequence[str], folder: Path, files: Sequence[str], surroundings: Mapping[str, str]) -> Run:
    """Run a command in a folder, in which it writes these files.

    Raises:
        RuntimeError: the command failed; its last words.
    """
    begun = time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, env={**os.environ, **surroundings}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        watch = _Watch(process.pid)
        said = process.stdout.read() if process.stdout else b""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - begun
        watched = watch.stop()
    if process.returncode:
        raise RuntimeError(said.decode(errors="replace").strip().splitlines()[-1])
    size = sum((folder / name).stat().st_size for name in files)
    largest = used.ru_maxrss / (1024 if sys.platform != "darwin" else 1 << 20)
    return Run(used.ru_utime + used.ru_stime, wall, max(largest, watched), size)


class _Watch(Thread):
    """Looks twice a second how much memory a process and those that it started have together."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid, self._ended, self._most = pid, Event(), 0.0
        self.start()

    def run(self) -> None:
        while not self._ended.wait(0.5):
            self._most = max(self._most, sum(map(_megabytes, _family(self._pid))))

    def stop(self) -> float:
        self._ended.set()
        self.join()
        return self._most


def _family(pid: int) -> list[int]:
    """A process and all those below it; nobody where the system does not say."""
    try:
        below = [int(one) for path in Path(f"/proc/{pid}/task").glob("*/children") for one in path.read_text().split()]
    except OSError:
        return []
    return [pid, *(one for child in below for one in _family(child))]


def _megabytes(pid: int) -> float:
    """The memory of a process, with its share of what it has in common with others."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
