"""Files become rows, rows become customers, milestones and orders."""

from notes.reading.book import read_book
from notes.reading.report import check_file, check_json, refusal_json

__all__ = ["check_file", "check_json", "read_book", "refusal_json"]
