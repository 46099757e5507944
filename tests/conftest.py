"""What all tests share: no network, and a cache of their own."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from pytest_socket import disable_socket
from read_once import share

# How long an example takes says how busy the machine is, and nothing of the program.
settings.register_profile("ours", deadline=None)
settings.load_profile("ours")


@pytest.fixture(autouse=True)
def no_network() -> None:
    disable_socket(allow_unix_socket=True)


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One cache for the tests of all cores, so that a hand is made once, and nothing of the user's is touched."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "cache"
    folder.mkdir(exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FAIRHAND_CACHE", str(folder))
        yield folder


@pytest.fixture(scope="session", autouse=True)
def what_is_ours_is_read_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        share(patch)
        yield
