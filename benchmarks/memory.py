"""Memory: what ten thousand cards leave behind, each in a process of its own."""

import subprocess
import sys
from collections.abc import Iterator

from benchmarks.figures import Figure
from benchmarks.writing import hand

FEW, MANY = 1000, 10_000
_WRITE = """
import resource, sys
from pathlib import Path
from benchmarks.letters import letters
from benchmarks.writing import in_a_hand
cards = letters(int(sys.argv[1]))
in_a_hand(cards)
status = Path("/proc/self/status")  # where there is one: ru_maxrss counts what the parent had, too
high = [line.split()[1] for line in status.read_text().splitlines() if "VmHWM" in line] if status.exists() else []
print(high[0] if high else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def measure() -> Iterator[Figure]:
    hand()  # a process that makes the hand would be measured with it
    few, many = (_peak(count) for count in (FEW, MANY))
    yield Figure(f"peak of memory at {FEW:,} cards", few / 1024, "MiB")
    yield Figure(f"peak of memory at {MANY:,} cards", many / 1024, "MiB")
    yield Figure("growth for each further card", (many - few) / (MANY - FEW), "KiB", most=10)


def _peak(count: int) -> int:
    command = [sys.executable, "-c", _WRITE, str(count)]
    return int(subprocess.run(command, check=True, capture_output=True).stdout)
