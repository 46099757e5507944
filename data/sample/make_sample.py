"""Makes customers.xlsx and notes.toml of the sample business; its people stand one by one in people.toml."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from notes.settings import Business, Picking, Settings
from notes.settings_file import settings_file
from notes.workbook.form import CUSTOMERS, DETAILS, MILESTONES, Row, workbook

HERE = Path(__file__).parent
ADDRESS = ("Address 1", "Address 2", "City", "State", "ZIP", "Country")

SETTINGS = Settings(
    business=Business(
        name="Miter & Moss, Picture Framers",
        sender="Nora & Walt",
        return_address=["Miter & Moss", "7 Ropewalk Lane", "Quillhaven, ME  04698"],
    ),
    # A frame is not bought every year: all that they ever brought counts, and every year that they came back.
    picking=Picking(window="all", thanks_a_month=3, years=list(range(1, 31))),
)


def sample() -> bytes:
    """The workbook; the same bytes as long as people.toml is the same."""
    people = tomllib.loads((HERE / "people.toml").read_text(encoding="utf-8"))["person"]
    milestones = [_milestone(person, one) for person in people for one in person.get("milestones", ())]
    details = [_detail(person, one) for person in people for one in person.get("details", ())]
    orders = [_order(person, one) for person in people for one in person.get("orders", ())]
    return workbook(
        {
            "Customers": [_customer(person) for person in people],
            "Milestones": milestones,
            "Details": details,
            "Orders": sorted(orders, key=lambda order: str(order["Date"])),
        }
    )


def _named(values: Mapping[str, Any], headers: Sequence[str]) -> dict[str, Any]:
    """The values by header: `first_name` stands for “First name”."""
    return {header: values.get(header.lower().replace(" ", "_").replace("-", "")) for header in headers}


def _customer(person: Mapping[str, Any]) -> Row:
    address = dict(zip(ADDRESS, person.get("address", ()), strict=False))
    return {**_named(person, [column.header for column in CUSTOMERS]), **address, "Customer ID": person["id"]}


def _milestone(person: Mapping[str, Any], milestone: Mapping[str, Any]) -> Row:
    name = person.get("company") or f"{person['first_name']} {person['last_name']}"
    return {
        **_named(milestone, [column.header for column in MILESTONES]),
        "Customer ID": person["id"],
        "Name": name,
    }


def _detail(person: Mapping[str, Any], detail: Sequence[str]) -> Row:
    """A detail stands as [who, kind, what, when, what came of it]."""
    name = person.get("company") or f"{person['first_name']} {person['last_name']}"
    told = dict(zip([column.header for column in DETAILS[2:]], [text or None for text in detail], strict=True))
    return {"Customer ID": person["id"], "Name": name, **told}


def _order(person: Mapping[str, Any], order: Sequence[Any]) -> Row:
    """An order stands as [day, total, item], and its status where it was not paid."""
    day, total, item, *status = order
    return {
        "Customer ID": person["id"],
        "Date": day,
        "Total": total,
        "Currency": "USD",
        "Status": status[0] if status else "paid",
        "Item": item,
    }


if __name__ == "__main__":
    (HERE / "customers.xlsx").write_bytes(sample())
    (HERE / "notes.toml").write_text(settings_file(SETTINGS), encoding="utf-8")
