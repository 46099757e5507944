"""Addresses: where a writer may be asked. On this machine, unless the person has said otherwise."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from notes.problems import Level, Place, Problem
from notes.settings import Writer

_KEY = Place("notes.toml", key="writer.address")
_SENT = "first names, the occasion, and what your spreadsheet tells of them that fits on a card"


def is_here(address: str) -> bool:
    """Whether an address can be nowhere but on this machine.

    >>> [is_here(one) for one in ("http://127.0.0.1:11434/v1", "http://[::1]:8080/v1", "http://localhost:1/v1")]
    [True, True, True]
    >>> is_here("http://127.0.0.1.example.com/v1"), is_here("http://192.168.1.5/v1"), is_here("http://u@127.0.0.1/v1")
    (False, False, False)
    """
    parts = urlsplit(address)
    host = parts.hostname or ""
    if parts.username is not None or not host:
        return False
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def told_of(writer: Writer) -> list[Problem]:
    """What is to be said of where the writer is: a warning where it is not asked, a notice of what leaves the house."""
    if not writer.model:
        remedy = 'Write the name that the program has for it, like model = "gemma3:12b", under [writer].'
        return [Problem(Place("notes.toml", key="writer.model"), "the writer has no model.", remedy, Level.WARNING)]
    if is_here(writer.address):
        return []
    if not writer.allow_other_machines:
        message = "this writer is on another machine, so nothing is sent to it and nothing is drafted."
        remedy = f"If you want it to be sent {_SENT}, write allow_other_machines = true under [writer]."
        return [Problem(_KEY, message, remedy, Level.WARNING)]
    message = f"your writer is on another machine ({urlsplit(writer.address).hostname}): it is sent {_SENT}."
    remedy = "It is sent no surname, no address and no amount. To send it nothing, empty the setting."
    return [Problem(_KEY, message, remedy, Level.NOTICE)]


def may_be_asked(writer: Writer) -> bool:
    return bool(writer.address and writer.model) and (is_here(writer.address) or writer.allow_other_machines)
