"""A small business on a desk, and the browser that has its address."""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient
from offices import write_workbook
from werkzeug.test import TestResponse

from notes.customers import CustomerId
from notes.desk.app import app_of
from notes.desk.card_views import key_of
from notes.desk.month import Desk, Office
from notes.folders import Folder
from notes.settings import Business, Settings

SECRET, NAME = "a-secret", "127.0.0.1:8123"
HEADER = ["Customer ID", "First name", "Last name", "Address 1", "City", "State", "ZIP", "Birthday", "Likes", "Notes"]
CUSTOMERS = [
    HEADER,
    ["1", "Rosa", "Ortiz", "1 Elm Street", "Dayton", "OH", "45402", "1980-11-14", "old roses", ""],
    ["2", "Ben", "Hale", "2 Oak Street", "Dayton", "OH", "45402", "1975-11-20", "pottery", ""],
    ["3", "Ada", "Berg", "3 Ash Street", "Dayton", "OH", "45402", "", "sailing", ""],
    [
        "4",
        "<b onclick=alert(1)>Tom",
        "Kern",
        "4 Fir Street",
        "Dayton",
        "OH",
        "45402",
        "1970-11-22",
        "",
        "<script>alert(2)</script>",
    ],
    ["5", "Ida", "Wolf", "5 Yew Street", "Dayton", "OH", "45402", "", "", ""],
    ["6", "Una", "Lund", "6 Bay Street", "Dayton", "OH", "45402", "1970-11-23", "old maps", "her mother died in May"],
    ["7", "Max", "Roth", "7 Sea Street", "Dayton", "OH", "45402", "1970-11-24", "chess", "wants no cards"],
]
MILESTONES = [["Customer ID", "Occasion", "Date", "About"], ["5", "Apology", "2026-10-28", "the late delivery"]]
SETTINGS = replace(Settings(), business=Business(name="Miter & Moss", sender="Sophie & Ben", return_address=["1 Mill"]))


@dataclass
class Browser:
    """Somebody who has the address."""

    desk: Desk
    client: FlaskClient
    ended: list[bool]

    def get(self, where: str, **more: Any) -> TestResponse:
        return self.client.get(f"/{SECRET}/{where}", base_url=f"http://{NAME}", **more)

    def post(self, where: str, content: object, **headers: str) -> TestResponse:
        headers = {"Origin": f"http://{NAME}", **headers}
        return self.client.post(f"/{SECRET}/{where}", base_url=f"http://{NAME}", json=content, headers=headers)

    def decide(self, who: str, session: str = "", **values: object) -> dict[str, Any]:
        answer = self.post("decide", {"customer_id": who, "set": values, "session": session})
        assert answer.status_code == 200, answer.get_data(as_text=True)
        found: dict[str, Any] = answer.get_json()
        return found

    def page(self) -> str:
        self.desk.read()
        answer = self.get("")
        assert answer.status_code == 200
        return answer.get_data(as_text=True)

    def picture(self, who: str) -> bytes:
        return self.get(f"card/{key_of(CustomerId(who))}/now.png").data


def browser_of(home: Path, cache: Path, settings: Callable[[], Settings] = lambda: SETTINGS) -> Browser:
    write_workbook(home / "customers.xlsx", Customers=CUSTOMERS, Milestones=MILESTONES)
    office = Office(
        folder=Folder(home, home / "customers.xlsx", home / "out"),
        settings=settings,
        cache=cache,
        now=lambda: datetime(2026, 11, 1, tzinfo=UTC),
        stamp=lambda time: time.strftime("%Y-%m-%dT%H:%M:%SZ"),
        typed=str,
        alone=nullcontext,
    )
    desk, ended = Desk(office), []
    app = app_of(desk, SECRET, frozenset({NAME}), lambda: ended.append(True))
    return Browser(desk, app.test_client(), ended)
