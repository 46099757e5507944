"""Work that several processes do: the same results in the same order, whoever does it and however many they are."""

import os
import pickle
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import replace
from datetime import date
from multiprocessing import parent_process
from pathlib import Path
from typing import Any

import pytest

from notes import pipeline
from notes.batch import Batch
from notes.folders import Folder
from notes.inputs import Inputs
from notes.settings import Settings
from notes.workers import AHEAD, TOGETHER, Workers

LIKES = ["old roses", "chess", "sea charts", "baking bread", "folk songs", "fly fishing", "quilting", "ceramics"]
HEADER = "Customer ID,First name,Last name,Address 1,City,State,ZIP,Birthday,Likes\n"
ROWS = [
    f"C{at},Rosa,Quayle{name},{at + 1} Elm{name} Road,Troy,NY,12180,1961-11-{at + 5:02},{LIKES[at % 8]}\n"
    for at, name in enumerate("abcdefghij")
]


def tenfold(common: int, piece: int) -> int:
    if piece < 0:
        raise ValueError("no such piece")
    return common * piece


class Elsewhere(Executor):
    """An executor like a cluster's: what it is told to do is packed, and what comes of it, too."""

    def __init__(self) -> None:
        self.under_way = self.most = 0

    def submit(self, work: Callable[..., Any], /, *of: Any, **options: Any) -> "Future[Any]":
        work, of = pickle.loads(pickle.dumps((work, of)))  # noqa: S301 - packed here
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        done: Future[Any] = Future()
        done.set_result(pickle.loads(pickle.dumps(work(*of, **options))))  # noqa: S301 - packed here
        done.result = self._taken(done.result)  # type: ignore[method-assign]
        return done

    def _taken(self, result: Callable[..., Any]) -> Callable[..., Any]:
        def taken(timeout: float | None = None) -> Any:
            self.under_way -= 1
            return result(timeout)

        return taken


@pytest.mark.parametrize("workers", [Workers(1), Workers(2, few=0), Workers(4, few=0), Workers(2, Elsewhere(), few=0)])
def test_results_come_in_the_order_of_their_pieces(workers: Workers) -> None:
    assert list(workers.each(tenfold, 10, range(50))) == [10 * one for one in range(50)]


def test_few_pieces_are_done_here() -> None:
    executor = Elsewhere()
    assert list(Workers(2, executor, few=3).each(tenfold, 10, [1, 2, 3])) == [10, 20, 30]
    assert executor.most == 0


def test_no_more_is_under_way_than_is_soon_wanted() -> None:
    executor = Elsewhere()
    pieces = range(20 * TOGETHER)
    assert len(list(Workers(2, executor, few=0).each(tenfold, 10, pieces))) == len(pieces)
    assert executor.most <= 2 * AHEAD + 1


@pytest.mark.parametrize("workers", [Workers(1), Workers(2, few=0)])
def test_what_goes_wrong_in_a_worker_goes_wrong_here(workers: Workers) -> None:
    with pytest.raises(ValueError, match="no such piece"):
        list(workers.each(tenfold, 10, [*range(20), -1]))


def deadly(common: int, piece: int) -> int:
    if piece == 21 and parent_process() is not None:
        os._exit(9)
    return common * piece


def test_what_a_worker_leaves_undone_that_dies_is_done_here() -> None:
    assert list(Workers(2, few=0).each(deadly, 10, range(40))) == [10 * one for one in range(40)]


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory, own_cache: Path) -> Inputs:
    home = tmp_path_factory.mktemp("workers")
    (home / "customers.csv").write_text(HEADER + "".join(ROWS), encoding="utf-8")
    folder = Folder(home, home / "customers.csv", home / "out")
    return pipeline.gather(folder, Settings(), own_cache, date(2026, 11, 1))


def made(inputs: Inputs, workers: Workers) -> Batch:
    return pipeline.compose(replace(inputs, workers=workers), "2026-11", date(2026, 11, 1), seed=1)


def test_the_same_bytes_with_one_worker_and_with_many(inputs: Inputs) -> None:
    alone = made(inputs, Workers(1))
    assert len(alone.cards) == 10
    for workers in (Workers(2, few=0), Workers(4, few=0), Workers(2, Elsewhere(), few=0)):
        several = made(inputs, workers)
        assert several.as_json() == alone.as_json()
        assert [file.data for file in several.files] == [file.data for file in alone.files]
