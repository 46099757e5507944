"""Which tests come by which line: a plugin of pytest that learns it, and one that runs only chosen tests.

A test comes by what it runs itself and what its fixtures run for it; a doctest is a test like any other.
"""

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest
from coverage import Coverage

# The environment: where to keep how long each test takes; where the chosen tests stand, and all that are known.
LEARN, CHOSEN = "PASSING_BY_LEARN", "PASSING_BY_CHOSEN"
GRACE = 30  # seconds that a test has beyond three times its usual ones: a changed line may never end


def pytest_configure(config: pytest.Config) -> None:
    if path := os.environ.get(LEARN):
        config.pluginmanager.register(_Learning(Path(path)))
    if path := os.environ.get(CHOSEN):
        config.pluginmanager.register(_Choosing(*json.loads(Path(path).read_text(encoding="utf-8"))))


class _Learning:
    """Tells coverage which test is at work, and keeps how long each of them takes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.seconds: dict[str, float] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        running = Coverage.current()
        assert running, "tests are learnt from under coverage"
        running.switch_context(item.nodeid)
        start = _busy()
        try:
            return (yield)
        finally:
            self.seconds[item.nodeid] = _busy() - start
            running.switch_context("")

    def pytest_sessionfinish(self, exitstatus: int) -> None:
        if exitstatus == pytest.ExitCode.OK:
            self.path.write_text(json.dumps(self.seconds), encoding="utf-8")


class _Choosing:
    """Runs the chosen tests in their order, then those that nothing is known of; one that does not end fails."""

    def __init__(self, chosen: dict[str, float], known: list[str]) -> None:
        self.chosen = chosen
        self.others = set(known) - set(chosen)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        place = {name: number for number, name in enumerate(self.chosen)}
        items[:] = sorted(
            (item for item in items if item.nodeid not in self.others),
            key=lambda item: place.get(item.nodeid, len(place)),
        )

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        previous = signal.signal(signal.SIGALRM, _give_up)
        signal.alarm(int(3 * self.chosen.get(item.nodeid, GRACE)) + GRACE)
        try:
            return (yield)
        finally:
            signal.alarm(0)
            signal.signal(signal.SIGALRM, previous)


def _busy() -> float:
    """Seconds of the processor, of the programs that were started as well: the same whatever else the machine does."""
    return sum(os.times()[:4])


def _give_up(number: int, frame: FrameType | None) -> None:
    raise TimeoutError("The test does not come to an end.")
