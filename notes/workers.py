"""Workers: pieces of work that several processes do at once, and their results in the order of the pieces.

What is done is a function of what all pieces have in common and of the piece, so that it is the same wherever it is
done. Our own processes inherit what is common, where the system can; an executor that was handed in, like that of a
cluster, gets it with the work, and each of its processes opens it once.
"""

import os
import pickle
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from multiprocessing import connection, get_context, parent_process
from threading import Thread
from typing import Any, TypeVar

Piece = TypeVar("Piece")
Common = TypeVar("Common")
Result = TypeVar("Result")

FEW = 100  # pieces are done before other processes have begun
TOGETHER = 8  # pieces that are sent at once
AHEAD = 3  # times as many as there are workers are on their way, so that none waits and no results pile up


@dataclass(frozen=True)
class Workers:
    """So many processes of our own, or the `executor` of somebody else with so many."""

    count: int = 1
    executor: Executor | None = None
    few: int = FEW

    def each(
        self,
        work: Callable[[Common, Piece], Result],
        common: Common,
        pieces: Sequence[Piece],
        together: int = TOGETHER,
    ) -> Iterator[Result]:
        """The result for each of the pieces, in their order; so many of them go to a worker `together`.

        Where a process ends before its time, as for want of memory, the rest is done here.
        """
        done = 0
        if len(pieces) > self.few and (self.count > 1 or self.executor is not None):
            with suppress(BrokenExecutor):
                for result in self._sent(work, common, pieces, together):
                    yield result
                    done += 1
        yield from (work(common, piece) for piece in pieces[done:])

    def _sent(
        self, work: Callable[[Common, Piece], Result], common: Common, pieces: Sequence[Piece], together: int
    ) -> Iterator[Result]:
        with self._sender(work, common) as send:
            waiting: deque[Future[list[Result]]] = deque()
            bundles = (pieces[at : at + together] for at in range(0, len(pieces), together))
            waiting.extend(map(send, islice(bundles, AHEAD * self.count)))
            while waiting:
                yield from waiting.popleft().result()
                waiting.extend(map(send, islice(bundles, 1)))

    @contextmanager
    def _sender(self, work: Callable[[Common, Piece], Result], common: Common) -> Iterator[Callable[..., Any]]:
        """What sends pieces to be worked on."""
        if self.executor is not None:
            packed = pickle.dumps((work, common), pickle.HIGHEST_PROTOCOL)
            executor = self.executor
            yield lambda pieces: executor.submit(_done_elsewhere, packed, pieces)
            return
        pool = ProcessPoolExecutor(self.count, _way_to_start(), _begin, (work, common))
        try:
            yield lambda pieces: pool.submit(_done, pieces)
        finally:
            pool.shutdown(cancel_futures=True)


ALONE = Workers()


def of_this_machine() -> Workers:
    """As many workers as there are processors for this process."""
    return Workers(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def _way_to_start() -> Any:
    """Where a process can be had as a copy of this one, nothing needs to be sent to it and nothing read anew."""
    return get_context("fork" if sys.platform == "linux" else "spawn")


_begun: list[tuple[Callable[..., Any], Any]] = []  # in a worker: what it does, and what its pieces have in common


def _begin(work: Callable[[Any, Any], Any], common: Any) -> None:
    """A worker begins: it leaves Ctrl-C to the process that started it, and ends when that one is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_the_first, daemon=True).start()
    _begun[:] = [(work, common)]


def _end_with_the_first() -> None:
    if (first := parent_process()) is not None:
        connection.wait([first.sentinel])
        os._exit(1)


def _done(pieces: Sequence[Any]) -> list[Any]:
    [(work, common)] = _begun
    return [work(common, piece) for piece in pieces]


def _done_elsewhere(packed: bytes, pieces: Sequence[Any]) -> list[Any]:
    work, common = _opened(packed)
    return [work(common, piece) for piece in pieces]


@lru_cache(maxsize=2)
def _opened(packed: bytes) -> Any:
    return pickle.loads(packed)  # noqa: S301 - what this program packed itself
