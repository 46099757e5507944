"""What was planned, printed and sent: one file for each run, never changed, and the state that follows from them.

A run writes its events as JSON lines into a file of its own, whole or not at all, and no file is ever changed. So files
that two computers wrote can lie in one folder: equal events are one.
"""

from notes.history.changes import Marking, Unsure, mark, plan
from notes.history.events import Event, Kind, greeting_batch
from notes.history.ledger import Ledger, identity
from notes.history.past import Past, state_of, told_of
from notes.history.storage import file_name, names_in, read_history, write_events

__all__ = [
    "Event",
    "Kind",
    "Ledger",
    "Marking",
    "Past",
    "Unsure",
    "file_name",
    "greeting_batch",
    "identity",
    "mark",
    "names_in",
    "plan",
    "read_history",
    "state_of",
    "told_of",
    "write_events",
]
