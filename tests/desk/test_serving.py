"""The desk on a port of this machine, for as long as somebody sits at it."""

from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from threading import enumerate as threads
from urllib.parse import urlsplit

import pytest
from desks import browser_of
from pytest_socket import enable_socket

from notes.desk.serving import serve


def test_nothing_is_left_of_it_when_somebody_is_done(tmp_path: Path, own_cache: Path) -> None:
    enable_socket()
    before = set(threads())
    served = serve(browser_of(tmp_path, own_cache).desk)
    address = urlsplit(served.address)
    caller = HTTPConnection("127.0.0.1", address.port, timeout=30)
    running = Thread(target=served.run)
    running.start()
    caller.request("GET", f"{address.path}desk.css")
    assert b"article" in caller.getresponse().read()  # and the connection is left open
    served.ended.set()
    running.join(30)
    assert set(threads()) == before and not served.open_now
    caller.close()
    with pytest.raises(ConnectionRefusedError):
        caller.connect()
