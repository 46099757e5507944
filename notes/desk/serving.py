"""Serving: the app on this machine alone, on a free port, at an address nobody can guess."""

import secrets
import socket
from dataclasses import dataclass, field
from threading import Event, Thread, Timer
from typing import Any

from notes.desk.app import app_of
from notes.desk.month import Desk

HOME = "127.0.0.1"
THREADS = 6
A_MOMENT = 0.5  # seconds: for the last answer to arrive, and between checks for Ctrl-C
A_WHILE = 5  # seconds that an answer may still take when all is over


@dataclass(frozen=True)
class Served:
    """A desk with its address; `open_now` has what the server listens to: its port, and each connection."""

    address: str
    server: Any
    open_now: dict[int, Any]
    ended: Event = field(default_factory=Event)

    def run(self) -> None:
        """Answer until the person is done, or a KeyboardInterrupt; then the port is free again."""
        answering = Thread(target=self.server.run, daemon=True)
        answering.start()
        try:
            while not self.ended.wait(A_MOMENT):
                pass
        finally:
            self._close()
            answering.join(A_WHILE)

    def _close(self) -> None:
        """Let the answers be finished that are being given, then hang up, which ends the server."""
        self.server.task_dispatcher.shutdown(timeout=A_WHILE)
        if not self.server.task_dispatcher.threads:  # an answer that is not finished needs its connection
            self.server.trigger.pull_trigger(lambda: self.server.asyncore.close_all(self.open_now))


def serve(desk: Desk, port: int = 0) -> Served:
    """The desk on a port of this machine; 0 picks a free one.

    Raises:
        OSError: the port is taken.
    """
    from waitress.server import create_server

    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind((HOME, port))
    listening.listen()  # before anyone learns the address: early callers wait
    port = listening.getsockname()[1]
    secret = secrets.token_urlsafe(24)
    names = frozenset({f"{HOME}:{port}", f"localhost:{port}"})
    ended, open_now = Event(), dict[int, Any]()
    app = app_of(desk, secret, names, lambda: Timer(A_MOMENT, ended.set).start())
    server = create_server(app, map=open_now, sockets=[listening], threads=THREADS, ident=None)
    return Served(f"http://{HOME}:{port}/{secret}/", server, open_now, ended)
