"""What the person decided about single cards, in the app or in plan.xlsx, and what follows from it."""

from notes.changes.application import Decided, apply
from notes.changes.change import Change, Send
from notes.changes.plan import plan_of, take_in
from notes.changes.record import Record, Records, Step, read_record, read_records, write_record

__all__ = [
    "Change",
    "Decided",
    "Record",
    "Records",
    "Send",
    "Step",
    "apply",
    "plan_of",
    "read_record",
    "read_records",
    "take_in",
    "write_record",
]
