"""Cards made by the workers of a dask cluster, here on one machine: the same bytes as by this process alone.

It is no part of `make test`, which runs without the network and without dask; `make cluster` installs dask and runs it.
"""

from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytest_socket import enable_socket

from notes import pipeline
from notes.folders import Folder
from notes.inputs import Inputs, Parting
from notes.settings import Settings
from notes.workers import Workers

distributed = pytest.importorskip("distributed", reason="dask is not installed here: `make cluster` does it")

TODAY = date(2026, 11, 1)
HEADER = "Customer ID,First name,Last name,Address 1,City,State,ZIP,Birthday,Likes\n"
LIKES = ["old roses", "chess", "sea charts", "baking bread", "folk songs", "fly fishing", "quilting", "ceramics"]
ROWS = [
    f"C{at},Rosa,Quayle{name},{at + 1} Elm{name} Road,Troy,NY,12180,1961-11-{at + 5:02},{LIKES[at % 8]}\n"
    for at, name in enumerate("abcdefghijkl")
]


@pytest.fixture(autouse=True)
def no_network() -> None:
    """The scheduler and its workers talk by the sockets of this machine."""
    enable_socket()


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory, own_cache: Path) -> Inputs:
    home = tmp_path_factory.mktemp("cluster")
    (home / "customers.csv").write_text(HEADER + "".join(ROWS), encoding="utf-8")
    return pipeline.gather(Folder(home, home / "customers.csv", home / "out"), Settings(), own_cache, TODAY)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Executor]:
    enable_socket()
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as local,
        distributed.Client(local) as client,
    ):
        yield client.get_executor()


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("in_parts", [False, True])
def test_the_same_bytes_as_alone(in_parts: bool, inputs: Inputs, cluster: Executor, tmp_path: Path) -> None:
    made = []
    for workers in (Workers(1), Workers(2, cluster, few=0)):
        parting = Parting(1, tmp_path / str(workers.count)) if in_parts else None
        run = replace(inputs, workers=workers, parting=parting)
        made.append(pipeline.compose(run, "2026-11", TODAY, seed=1))
    alone, together = ([(file.name, file.content) for file in batch.files] for batch in made)
    assert len(made[0].cards) == len(ROWS)
    assert len(alone) == (6 * 3 + 1 if in_parts else 4)
    assert together == alone
    assert made[0].as_json() == made[1].as_json()
