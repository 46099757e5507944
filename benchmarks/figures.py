"""A figure: what was measured, and what is aimed at."""

from collections.abc import Callable
from dataclasses import dataclass
from time import process_time


@dataclass(frozen=True)
class Figure:
    """One line of the report; `most` is the largest value that will do, `least` the smallest."""

    what: str
    value: float
    unit: str = ""
    most: float | None = None
    least: float | None = None

    @property
    def good(self) -> bool:
        return (self.most is None or self.value <= self.most) and (self.least is None or self.value >= self.least)

    def __str__(self) -> str:
        aims = [f"at most {self.most:g}" if self.most is not None else ""]
        aims.append(f"at least {self.least:g}" if self.least is not None else "")
        aim = ", ".join(filter(None, aims))
        verdict = f"  ({aim}{'' if self.good else ': MISSED'})" if aim else ""
        return f"{self.what:<64} {self.value:>10,.3f} {self.unit:<10}{verdict}".rstrip()


def seconds(*works: Callable[[], object], rounds: int = 5) -> list[float]:
    """The least processor time that each work takes; they take turns, since others share the machine."""
    least = [float("inf")] * len(works)
    for _ in range(rounds):
        for index, work in enumerate(works):
            start = process_time()
            work()
            least[index] = min(least[index], process_time() - start)
    return least
