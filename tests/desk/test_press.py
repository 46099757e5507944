"""What is done with the cards at the desk once they are made: printed, posted, taken back, and made once more."""

import io
import os
from pathlib import Path

import pikepdf
import pytest
from desks import Browser, browser_of

from notes.history import Kind
from notes.paper import cups

LP = """#!/bin/sh
echo "$@" >> "$0.log"
echo "request id is Brother-1 (1 file(s))"
"""
LPSTAT = """#!/bin/sh
case "$1" in -d) echo "system default destination: Brother";; -e) echo Xerox; echo Brother;; esac
"""


@pytest.fixture
def pretend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A print system that only writes down what it is asked for."""
    for name, script in {"lp": LP, "lpstat": LPSTAT}.items():
        (tmp_path / "bin" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "bin" / name).write_text(script, encoding="utf-8")
        (tmp_path / "bin" / name).chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    return tmp_path / "bin/lp.log"


@pytest.fixture
def made(tmp_path: Path, own_cache: Path, pretend: Path) -> Browser:
    one = browser_of(tmp_path, own_cache)
    one.desk.read()
    one.post("make", {})
    return one


def kinds(browser: Browser) -> list[Kind]:
    return [card.kind for card in browser.desk.at.proposed.inputs.past.cards.values()]


PRINT = {"printer": "Xerox", "addresses": "envelope"}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no lp")
def test_cards_are_printed_and_posted_and_each_of_it_can_be_taken_back(made: Browser, pretend: Path) -> None:
    assert made.desk.printers == ["Brother", "Xerox"] and "<option>Brother</option>" in made.page()
    assert len(made.post("print", PRINT).get_json()["answers"]) == 2
    asked = pretend.read_text(encoding="utf-8").splitlines()
    assert ["-d Xerox" in line for line in asked] == [True, True]
    assert asked[0].endswith("cards.pdf") and asked[1].endswith("envelopes.pdf") and "Envelope" in asked[1]
    page = made.page()
    assert kinds(made) == [Kind.PRINTED] * 2
    assert "This month’s cards are printed." in page and "Take it back: 2 cards to be printed again" in page
    assert made.post("take-back", {"batch": "2026-11"}).get_json() == {"taken_back": 2}
    assert "just as you see them here" in made.page()
    made.post("print", PRINT)
    assert made.post("sent", {"but": {"2026-11": [2]}}).get_json() == {"sent": 1}
    page = made.page()
    assert "Take it back: 1 card not in the post yet" in page
    assert "In the post this month: 1." in page and 'value="2026-11/2" checked' in page
    sent = page.partition('id="sent">')[2].partition("</section>")[0]
    assert "Rosa Ortiz" in sent and "in the post since 1 November" in sent and "Ben Hale" not in sent
    assert "Rosa Ortiz" not in page.partition('id="no-card"')[2].partition("</section>")[0]
    assert 'href="file/cards.pdf?batch=2026-11"' in page
    assert made.get("file/cards.pdf?batch=2026-11").data.startswith(b"%PDF")
    made.post("take-back", {"batch": "2026-11"})
    made.page()
    assert kinds(made) == [Kind.PRINTED] * 2


@pytest.mark.skipif(os.name == "nt", reason="Windows has no lp")
def test_nothing_is_printed_that_is_not_what_is_seen(made: Browser, pretend: Path) -> None:
    made.decide("1", words="Other words.")
    answer = made.post("print", PRINT)
    assert answer.status_code == 409 and "Make the cards first" in answer.get_json()["problem"]
    for wrong in ({"printer": "-o x", "addresses": "envelope"}, {"printer": "", "addresses": "walls"}, {}):
        assert made.post("print", wrong).status_code == 400
    assert not pretend.exists()


def test_a_card_is_made_once_more_and_read_in_the_browser(made: Browser) -> None:
    answer = made.post("reprint", {"batch": "2026-11", "numbers": [2]}).get_json()
    assert answer["files"] == ["reprint-cards.pdf", "reprint-envelopes.pdf"]
    for name in answer["files"]:
        with pikepdf.open(io.BytesIO(made.get(f"file/{name}?batch=2026-11").data)) as pdf:
            assert len(pdf.pages) == 1
    assert made.post("reprint", {"batch": "2026-11", "numbers": [9]}).status_code == 409
    assert made.post("reprint", {"batch": "../2026-11", "numbers": [2]}).status_code == 409
    assert made.post("reprint", {"batch": "2026-11", "numbers": ["2"]}).status_code == 400
    for where in ("file/cards.pdf?batch=../..", "file/reprint-changes.json?batch=2026-11", "file/..?batch=2026-11"):
        assert made.get(where).status_code == 404


def test_a_crooked_printer_is_measured_and_corrected(made: Browser) -> None:
    assert made.get("test-sheet-labels.pdf").data.startswith(b"%PDF")
    assert made.get("test-sheet-walls.pdf").status_code == 404
    asked = {"kind": "cards", "side": "front", "numbers": "32 30 28 30 32 30 28 30"}
    assert "2.0 mm" in made.post("measure", asked).get_json()["found"]
    assert (made.desk.office.folder.home / "printers.toml").is_file()
    assert "not eight numbers" in made.post("measure", {**asked, "numbers": "30 ? 30"}).get_json()["problem"]


def test_without_a_printer_it_says_how_to_print_by_hand(
    tmp_path: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cups, "printers", lambda: ())
    browser = browser_of(tmp_path, own_cache)
    browser.desk.read()
    browser.post("make", {})
    page = browser.page()
    assert 'data-do="print"' not in page and '<details class="by-hand" open>' in page
    assert "Scale: 100%, “Actual size”" in page
