"""The desk is killed three times in the middle of forty edits: what was answered for is on the disk, whole."""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.error import URLError

import pytest
from offices import write_workbook
from pytest_socket import enable_socket

from notes.changes import Step, read_record

HEADER = ["Customer ID", "First name", "Last name", "Address 1", "City", "State", "ZIP", "Birthday", "Likes"]
PEOPLE = [
    [str(n), f"Rosa{n}", "Ortiz", f"{n} Elm St", "Dayton", "OH", "45402", f"1980-11-{n + 9}", "roses"]
    for n in range(1, 6)
]
EDITS = 40

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill that cannot be caught")


@contextmanager
def desk(folder: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """`notes review` in a folder, and its address."""
    words = [sys.executable, "-m", "notes", "review", "--no-browser", "--month", "2026-11", "--today", "2026-11-01"]
    with subprocess.Popen(words, cwd=folder, stdout=subprocess.PIPE, text=True, env=os.environ) as server:
        assert server.stdout
        try:
            yield server.stdout.readline().strip(), server
        finally:
            server.kill()


def decide(address: str, who: str, values: dict[str, Any]) -> bool:
    """One edit; whether it was answered for."""
    content = json.dumps({"customer_id": who, "set": values}).encode()
    headers = {"Content-Type": "application/json", "Origin": address.rpartition("/")[0].rpartition("/")[0]}
    try:
        asked = urllib.request.Request(f"{address}decide", content, headers)  # noqa: S310
        with urllib.request.urlopen(asked, timeout=60) as answer:  # noqa: S310
            return bool(json.load(answer)["html"])
    except (URLError, HTTPException, OSError, ValueError):
        return False


def edits(chance: random.Random) -> Iterator[tuple[str, dict[str, Any]]]:
    for number in range(EDITS):
        kinds: list[dict[str, Any]] = [
            {"words": f"Edit number {number}."},
            {"more": [f"the trip number {number}"]},
            {"send": "later", "until": "2026-12-01"},
            {"send": ""},
            {"signer": f"Signer {number}"},
            {"lines": [f"Line {number}", "Dayton OH"]},
        ]
        yield str(chance.randint(1, 5)), chance.choice(kinds)


@pytest.mark.slow
def test_what_was_answered_for_is_there_after_a_kill(tmp_path: Path) -> None:
    enable_socket()
    chance = random.Random(1)  # noqa: S311
    write_workbook(tmp_path / "customers.xlsx", Customers=[HEADER, *PEOPLE])
    wanted = list(edits(chance))
    done = 0
    for dying_at in (chance.randint(2, 8), chance.randint(12, 20), chance.randint(24, 36), None):
        with desk(tmp_path) as (address, server):
            for who, values in wanted[done:]:
                if done == dying_at:
                    threading.Timer(chance.random() / 20, server.kill).start()
                if not decide(address, who, values):
                    break
                done += 1
        kept = [
            (step.customer_id, set(values) & set(step.values))
            for step, (_, values) in zip(steps_in(tmp_path), wanted, strict=False)
        ]
        assert kept[:done] == [(who, set(values)) for who, values in wanted[:done]]
        assert len(steps_in(tmp_path)) - done in (0, 1)  # what was being written when it died may be there
        done = len(steps_in(tmp_path))
        assert dying_at is None or dying_at <= done < EDITS
    for step, (who, values) in zip(steps_in(tmp_path), wanted, strict=True):
        assert (step.customer_id, step.as_json()["set"] | values) == (who, step.as_json()["set"])


def steps_in(folder: Path) -> Sequence[Step]:
    return read_record(folder / "out/2026-11").steps
