"""Stages: where the processor time of a run goes: `python -m benchmarks.stages RESULT cards --file …`.

The functions that are the stages are timed from without; what one calls of another counts for the other alone.
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from functools import wraps
from importlib import import_module
from pathlib import Path
from typing import Any

STARTING, REST = "starting Python and the program", "the rest"
STAGES: Mapping[str, tuple[str, ...]] = {
    "reading the customers": ("notes.reading.read_book",),
    "reading wordings and passages": ("notes.wording.read_wordings",),
    "opening the hands": ("notes.pipeline.open_hands",),
    "picking": ("notes.proposing.pick",),
    "finding the words": ("notes.proposing.worded",),
    "writing by hand": ("notes.stack.write",),
    "laying out the cards": ("notes.paper.cards.make",),
    "envelopes, labels and guide": (
        "notes.paper.envelopes.make",
        "notes.paper.labels.make",
        "notes.paper.guide.make",
    ),
    "the last look": ("notes.layout.preflight_of",),
    "pictures for the review": ("notes.pipeline.card_pictures",),
    "the review page": ("notes.pipeline.render",),
    "plan.xlsx": ("notes.changes.plan_of",),
    "remembering, and writing the folder": (
        "notes.history.plan",
        "notes.pipeline.staged",
        "notes.history.write_events",
    ),
}


def processor_time() -> float:
    """Seconds of this process and of those that it waited for."""
    return sum(os.times()[:4])


class _Clock:
    """Gives every second to the stage that is at work."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self._at_work, self._since = [STARTING], 0.0

    def turn(self, to: str | None) -> None:
        """Go on with another stage; with None, back to the one before."""
        now = processor_time()
        self.spent[self._at_work[-1]] += now - self._since
        self._since = now
        if to is None:
            self._at_work.pop()
        else:
            self._at_work.append(to)

    def timed(self, stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(work)
        def timed(*args: Any, **options: Any) -> Any:
            self.turn(stage)
            try:
                return work(*args, **options)
            finally:
                self.turn(None)

        return timed


def main(result: Path, command: list[str]) -> None:
    clock = _Clock()
    for stage, works in STAGES.items():
        for work in works:
            home, _, name = work.rpartition(".")
            module = import_module(home)
            setattr(module, name, clock.timed(stage, getattr(module, name)))
    program = import_module("notes.__main__")
    clock.turn(REST)
    sys.argv[1:] = command
    try:
        program.main()
    finally:
        clock.turn(None)
        result.write_text(json.dumps(clock.spent))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
