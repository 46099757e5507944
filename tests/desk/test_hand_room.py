"""One's own hand at the desk: the sheet is there to print, photographs are read and not kept, and copies left out."""

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from desks import NAME, SECRET, Browser, browser_of
from PIL import Image

from notes.ownhand import photographs
from notes.ownhand.making import Read
from notes.settings_file import read_settings
from notes.writing.own_hand import Copy, OwnHand
from notes.writing.strokes.alphabet import PenStroke


@pytest.fixture
def browser(tmp_path: Path, own_cache: Path) -> Browser:
    (tmp_path / "notes.toml").write_text('[business]\nname = "Miter & Moss"\n', encoding="utf-8")
    return browser_of(tmp_path, own_cache / "desk", lambda: read_settings(tmp_path / "notes.toml")[0])


def own(letters: str) -> OwnHand:
    """A hand of bare stems, three copies of each letter."""
    points = np.array([(0.2, 1.0), (0.1, 0.5), (0.0, 0.0)])
    form = (PenStroke(points, np.full(3, 0.08)),)
    return OwnHand(letters={one: tuple(Copy(number, form) for number in (1, 2, 3)) for one in letters})


def drop(browser: Browser, name: str, data: bytes, kind: str = "application/octet-stream") -> int:
    where = f"/{SECRET}/hand/photograph?name={name}"
    headers = {"Origin": f"http://{NAME}"}
    return browser.client.post(
        where, base_url=f"http://{NAME}", data=data, content_type=kind, headers=headers
    ).status_code


def picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (900, 1200), "#e8e4dc").save(file, "PNG")
    return file.getvalue()


def test_the_sheet_is_there_to_print(browser: Browser) -> None:
    page = browser.get("hand").get_data(as_text=True)
    assert 'href="hand/sheet.pdf"' in page and "as you always write it" in page
    assert browser.get("hand/sheet.pdf").data[:5] == b"%PDF-"


def test_a_photograph_of_no_use_gets_a_sentence_and_is_not_kept(browser: Browser) -> None:
    assert drop(browser, "IMG_1.png", picture()) == 200
    dropped = browser.desk.office.cache / "photographs"
    assert [one.name for one in dropped.iterdir()] == ["IMG_1.png"]
    answer = browser.post("hand/read", {"name": "Maud", "signs": ""})
    assert answer.status_code == 409
    assert "IMG_1.png: this is no page of the sheet" in answer.get_json()["problem"]
    assert not dropped.exists() and not (browser.desk.office.folder.home / "hands").exists()


def test_a_photograph_larger_than_other_requests_is_taken(browser: Browser) -> None:
    assert drop(browser, "IMG_1.png", b"x" * 300_000) == 200
    assert drop(browser, "IMG_1.png", b"x", "text/plain") == 415
    assert drop(browser, "..%2F.hidden", b"x") == 400
    assert browser.post("hand/clear", {}).status_code == 200


def test_a_hand_that_was_read_is_kept_and_shown(browser: Browser, monkeypatch) -> None:
    monkeypatch.setattr(photographs, "read", lambda paths, signs: Read(replace(own("no."), signs=signs), ()))
    assert drop(browser, "IMG_1.png", picture()) == 200
    answer = browser.post("hand/read", {"name": "Maud Ames", "signs": "Maud"})
    assert answer.get_json() == {"name": "maud-ames"}
    kept = browser.desk.office.folder.home / "hands" / "maud-ames.hand"
    assert OwnHand.read(kept).signs == "Maud"
    assert 'data-copy="o-1" checked' in browser.get("hand?name=maud-ames").get_data(as_text=True)
    assert not (browser.desk.office.cache / "photographs").exists()
    assert "one of Fairhand’s own" in browser.post("hand/read", {"name": "June", "signs": ""}).get_json()["problem"]


def test_a_copy_is_left_out_by_taking_its_tick(browser: Browser) -> None:
    folder = browser.desk.office.folder.home / "hands"
    folder.mkdir()
    path = folder / "maud.hand"
    path.write_bytes(own("no").to_bytes())
    page = browser.get("hand?name=maud").get_data(as_text=True)
    assert 'data-copy="n-2" checked' in page and "Write all cards in this hand" in page
    assert browser.post("hand/leave-out", {"name": "maud", "copies": ["n-2"]}).get_json() == {"left_out": 1}
    assert OwnHand.read(path).left_out == ["n-2"]
    answer = browser.post("hand/leave-out", {"name": "maud", "copies": ["n-1", "n-2", "n-3"]})
    assert "no “n” would be left" in answer.get_json()["problem"]
    assert browser.post("settings/set", {"section": "card", "name": "hand", "value": "maud"}).status_code == 200
    assert "Your cards are written in this hand" in browser.get("hand?name=maud").get_data(as_text=True)
