"""A writer asked for one card at the desk: its drafts stand beside ours, and none goes without a yes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from desks import SETTINGS, Browser, browser_of
from pytest_socket import enable_socket
from recorded import Recorded, saying, writer

from notes.customers import CustomerId
from notes.desk import writer as desk_writer
from notes.drafting.kept import FILE
from notes.settings import Writer

HONEST = "Happy birthday, Rosa! I hope the old roses are at their best, and that nobody wants anything of you."
HOSTILE = "Happy birthday, Rosa! Your sister Marge says that the roses won a prize on Tuesday."


@pytest.fixture(autouse=True)
def sockets(no_network: None) -> None:
    enable_socket()


@pytest.fixture
def said() -> list[str]:
    """What the writer answers next; the last of it again and again."""
    return [HONEST]


@pytest.fixture
def recorded(said: list[str]) -> Iterator[Recorded]:
    with writer(lambda _: saying(said.pop(0) if len(said) > 1 else said[0])) as there:
        yield there


@pytest.fixture
def opened(tmp_path: Path, own_cache: Path) -> Callable[[str], Browser]:
    """The desk of somebody whose writer is at an address."""

    def at(address: str) -> Browser:
        browser = browser_of(tmp_path, own_cache, lambda: replace(SETTINGS, writer=Writer(address=address, model="a")))
        browser.desk.read()
        return browser

    return at


def drafts_of(browser: Browser, who: str = "1") -> list[str]:
    note = browser.desk.at.decided.proposed[CustomerId(who)]
    return ["\n\n".join(one.paragraphs) for one in note.proposals if one.is_drafted]


def test_its_drafts_stand_beside_ours_and_none_goes_without_a_yes(
    opened: Callable[[str], Browser], recorded: Recorded, tmp_path: Path
) -> None:
    browser = opened(recorded.address)
    before = browser.desk.at.notes[CustomerId("1")].text
    answer = browser.post("draft", {"customer_id": "1"}).get_json()
    assert "has drafted 1 note" in answer["told"]
    assert answer["html"].count("drafted by your writer") == 1
    assert browser.desk.at.notes[CustomerId("1")].text == before
    browser.decide("1", choice=HONEST)
    assert HONEST in browser.desk.at.notes[CustomerId("1")].text
    assert drafts_of(opened("http://127.0.0.1:9/v1")) == [HONEST]
    assert HONEST in opened("http://127.0.0.1:9/v1").desk.at.notes[CustomerId("1")].text
    assert (tmp_path / "out" / "2026-11" / FILE).exists()


def test_it_is_told_what_was_told_here(opened: Callable[[str], Browser], recorded: Recorded, said: list[str]) -> None:
    said[:] = ["Happy birthday, Rosa! I hope that the week in Lisbon is all you wish for."]
    browser = opened(recorded.address)
    browser.decide("1", more=["the week in Lisbon"])
    browser.post("draft", {"customer_id": "1"})
    assert "the week in Lisbon" in recorded.asked[0]["messages"][-1]["content"]
    assert drafts_of(browser) == said
    browser.decide("1", more=[])
    assert drafts_of(browser) == []


def test_what_it_invents_is_not_shown(opened: Callable[[str], Browser], recorded: Recorded, said: list[str]) -> None:
    said[:] = [HOSTILE]
    browser = opened(recorded.address)
    answer = browser.post("draft", {"customer_id": "1"}).get_json()
    assert "said what you have not told" in answer["told"]
    assert "Marge" not in answer["html"]


@pytest.mark.parametrize("who", ["5", "6", "7", "nobody"])
def test_nobody_is_drafted_an_apology_nor_anything_in_grief_or_against_their_will(
    opened: Callable[[str], Browser], recorded: Recorded, who: str
) -> None:
    browser = opened(recorded.address)
    if who == "5":
        assert "Ask my writer" not in browser.decide("5", initials="SB")["html"]
    answer = browser.post("draft", {"customer_id": who})
    assert (answer.status_code, recorded.asked) == (400, [])
    assert "drafts this card" in answer.get_json()["problem"]


def test_one_that_is_gone_or_too_slow_is_told_of(
    opened: Callable[[str], Browser], recorded: Recorded, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = opened("http://127.0.0.1:9/v1").post("draft", {"customer_id": "1"}).get_json()
    assert "cannot be reached" in gone["told"]
    monkeypatch.setattr(desk_writer, "A_CARD", 0.0)
    slow = opened(recorded.address).post("draft", {"customer_id": "1"}).get_json()
    assert "took too long" in slow["told"]


def test_one_that_is_elsewhere_is_not_asked(opened: Callable[[str], Browser]) -> None:
    answer = opened("http://192.168.1.5:9/v1").post("draft", {"customer_id": "1"})
    assert answer.status_code == 400
    assert "another machine" in answer.get_json()["problem"]


def test_without_a_writer_there_is_no_button(tmp_path: Path, own_cache: Path) -> None:
    assert "Ask my writer" not in browser_of(tmp_path, own_cache).page()
