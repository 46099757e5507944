"""What `notes check --json` answers, as docs/architecture.md has it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from notes.customers import Book, Customer
from notes.language.texts import on_one_line
from notes.problems import Problem, Unusable
from notes.reading.book import read_book
from notes.settings import Settings


def check_json(book: Book) -> dict[str, Any]:
    """The book as JSON: its customers and its problems."""
    outcome = "ask" if book.questions else "rows"
    return _answer(book.file, outcome, [_customer(one) for one in book.customers], book.problems)


def refusal_json(file: str, refused: Unusable) -> dict[str, Any]:
    """The same for a file from which nothing can be read."""
    return _answer(file, "refuse", [], refused.problems)


def check_file(path: Path, settings: Settings, *, today: date | None = None) -> dict[str, Any]:
    """Read a file and answer, whatever it is."""
    try:
        return check_json(read_book(path, settings, today=today))
    except Unusable as refused:
        return refusal_json(path.name, refused)


def _answer(file: str, outcome: str, customers: list[dict[str, Any]], problems: Sequence[Problem]) -> dict[str, Any]:
    shown = [problem.as_json() for problem in problems]
    return {"file": file, "outcome": outcome, "customers": customers, "problems": shown}


def _customer(one: Customer) -> dict[str, Any]:
    address = one.address
    return {
        "at": {"sheet": one.place.sheet, "row": one.place.row},
        "customer_id": one.customer_id,
        "first_name": one.first_name,
        "last_name": one.last_name,
        "name": one.name,
        "company": one.company,
        "title": one.title,
        "address_lines": list(address.lines),
        "city": address.city,
        "region": address.region,
        "postal_code": address.postal_code,
        "country": address.country,
        "email": one.email,
        "birthday": str(one.birthday) if one.birthday else None,
        "first_purchase": one.first_purchase.isoformat() if one.first_purchase else None,
        "anniversary": str(one.anniversary) if one.anniversary else None,
        "graduation": str(one.graduation) if one.graduation else None,
        "referred_by": one.referred_by,
        "total_spent": str(one.total_spent) if one.total_spent is not None else None,
        "currency": one.currency,
        "orders": one.orders,
        "mail_ok": one.mail_ok,
        "notes": on_one_line(one.notes),
        "dear": one.dear,
        "envelope": one.envelope,
    }
