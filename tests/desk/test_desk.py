"""What can be done at the desk: it is on the disk before it is answered, and the cards come out as they were seen."""

import json
import re
import time
from errno import ENOSPC
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from desks import HEADER, Browser, browser_of
from offices import write_workbook

from notes import layout
from notes.changes import read_record
from notes.customers import CustomerId
from notes.desk import month
from notes.desk.spreadsheet_views import to_look_at
from notes.paper.pieces import FileKind, Printed, Spot
from notes.picking.objections import Against, Objection
from notes.problems import Unusable
from notes.review.pictures import card_pictures, windows


@pytest.fixture
def browser(tmp_path: Path, own_cache: Path) -> Browser:
    one = browser_of(tmp_path, own_cache)
    one.desk.read()
    return one


def kept(browser: Browser, who: str) -> Any:
    return read_record(browser.desk.office.folder.out / "2026-11").of(CustomerId(who))


def cards(browser: Browser) -> dict[str, dict[str, Any]]:
    batch = (browser.desk.office.folder.out / "2026-11/batch.json").read_text(encoding="utf-8")
    return {card["customer_id"]: card for card in json.loads(batch)["cards"]}


def test_the_page_has_the_cards_then_who_waits_then_who_gets_none(browser: Browser) -> None:
    page = browser.page()
    parts = [
        page.index(one)
        for one in ("Rosa Ortiz", "Ben Hale", "They wait for you", "Una Lund", "No card this month", "Max Roth")
    ]
    assert parts == sorted(parts)
    assert "2 cards, and 3 wait for you" in page


def test_while_it_reads_it_says_so(tmp_path: Path, own_cache: Path) -> None:
    browser = browser_of(tmp_path, own_cache)
    assert "One moment" in browser.get("").get_data(as_text=True)
    browser.desk.reader.join()  # type: ignore[union-attr]
    assert "Rosa Ortiz" in browser.get("").get_data(as_text=True)


def test_who_gets_a_card_is_shown_while_the_words_are_being_found(
    browser: Browser, own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser.decide("2", send="later", until="2026-12-01")
    later, go_on, worded = browser_of(browser.desk.office.folder.home, own_cache), Event(), month.worded
    monkeypatch.setattr(month, "worded", lambda *what: go_on.wait(60) and worded(*what))
    later.get("")
    while not later.get("ready").get_json()["listed"]:
        time.sleep(0.02)
    page = later.get("").get_data(as_text=True)
    assert "a reason to write to 2 customers" in page and "Rosa Ortiz" in page and "Change the words" not in page
    assert "Ben Hale" not in page  # put off
    go_on.set()
    later.desk.reader.join()  # type: ignore[union-attr]
    assert "Change the words" in later.get("").get_data(as_text=True)


def test_a_file_that_cannot_be_used_is_told_and_looked_at_again(tmp_path: Path, own_cache: Path) -> None:
    def broken() -> Any:
        raise Unusable.because("notes.toml", "card.hnad: there is no such setting.", "Did you mean “hand”?")

    browser = browser_of(tmp_path, own_cache, broken)
    browser.get("")
    browser.desk.reader.join()  # type: ignore[union-attr]
    for _ in range(2):
        page = browser.get("").get_data(as_text=True)
        assert "Something has to be mended first" in page and "Did you mean “hand”?" in page
    assert browser.get("?again").headers["Location"] == "/a-secret/"
    assert "One moment" in browser.get("").get_data(as_text=True)
    browser.desk.reader.join()  # type: ignore[union-attr]


def test_words_are_saved_and_the_picture_is_another(browser: Browser) -> None:
    before = browser.picture("1")
    answer = browser.decide("1", words="Come and see the roses, Rosa.")
    assert kept(browser, "1").words == "Come and see the roses, Rosa."
    assert "Changed by you: the words." in answer["html"] and "Come and see the roses" in answer["html"]
    assert browser.picture("1") != before
    assert browser.picture("1").startswith(b"\x89PNG")


def test_a_word_that_no_hand_can_write_is_told_at_once(browser: Browser) -> None:
    assert "漢" in browser.decide("1", words="Happy 漢 birthday.")["trouble"]
    assert browser.get("card/MQ/x.png").status_code == 404


def test_words_too_long_are_told_at_once(browser: Browser) -> None:
    assert browser.decide("1", words="A very long sentence about roses. " * 60)["trouble"]


def test_typing_is_one_step_and_undo_takes_all_of_it(browser: Browser) -> None:
    for words in ("C", "Come", "Come in."):
        browser.decide("1", session="s1", words=words, base="Before.")
    assert len(read_record(browser.desk.batch_folder).steps) == 1
    answer = browser.post("undo", {}).get_json()
    assert answer["customer_id"] == "1"
    assert kept(browser, "1").words == ""
    browser.post("again", {})
    assert kept(browser, "1").words == "Come in."


def test_another_proposal_is_taken_with_one_click(browser: Browser) -> None:
    html = browser.page()
    marks = re.findall(r'data-number="2" data-mark="([^"]+)"', html)
    answer = browser.decide("1", choice=marks[0].replace("&#39;", "'").replace("&amp;", "&"))
    pressed = re.findall(r'data-number="(\d)" data-mark="[^"]*" aria-pressed="true"', answer["html"])
    assert pressed == ["2"]


def test_what_was_answered_at_the_desk_is_no_question_on_its_pages(browser: Browser) -> None:
    browser.page()
    before = to_look_at(browser.desk)
    assert "says “her mother died in May”" in browser.get("spreadsheet").get_data(as_text=True)
    browser.decide("6", send="yes")
    assert to_look_at(browser.desk) == before - 1
    assert "says “her mother died in May”" not in browser.get("spreadsheet").get_data(as_text=True)


def test_what_she_tells_is_said_however_much_else_is_known(browser: Browser, tmp_path: Path) -> None:
    known = ["bird watching", "", "Biscuit (dog)"]
    nell = ["4", "Nell", "Marsh", "4 Canal Street", "Troy", "NY", "12180", "1961-11-10", *known]
    elsa = ["10", "Elsa", "Marsh", "10 Canal Street", "Troy", "NY", "12180", "1967-11-28", *known]
    write_workbook(tmp_path / "customers.xlsx", Customers=[[*HEADER, "Pet"], nell, elsa])
    browser.page()
    for who in ("4", "10"):
        for told, said in {"her trip to Portugal": "your trip to Portugal", "the new greenhouse": "greenhouse"}.items():
            html = browser.decide(who, more=[told])["html"]
            assert said in re.findall(r'aria-pressed="true"><b>\d</b><span>(.*?)</span>', html)[0]


def test_not_now_never_and_after_all(browser: Browser) -> None:
    assert (
        "You put this card off until 1 December 2026." in browser.decide("1", send="later", until="2026-12-01")["html"]
    )
    assert "1 card, and 3 wait for you" in browser.page()
    assert "Send it after all" in browser.decide("1", send="never")["html"]
    assert "Change the words" in browser.decide("1", send="", until="")["html"]


def test_one_more_thing_is_said_at_once_and_can_be_forgotten(browser: Browser) -> None:
    assert "the week in Oslo" in browser.decide("2", more=["the week in Oslo"])["html"].split("Where this is from")[0]
    assert "Oslo" not in browser.decide("2", more=[])["html"]


def test_what_cannot_be_put_into_a_sentence_is_kept_and_told(browser: Browser) -> None:
    html = browser.decide("2", more=["They just came back from Norway"])["html"]
    assert "is kept, but no sentence came of it" in html
    assert kept(browser, "2").more == ("They just came back from Norway",)
    html = browser.decide("2", words="I hear you are back from Norway, Ben.")["html"]
    assert "is kept, but no sentence came of it" not in html


def test_a_question_is_answered_with_a_click(browser: Browser) -> None:
    mourning = Objection(Against.CELL, ("death", "house", "notes: her mother died in may"))
    answer = browser.decide("6", send="yes")
    assert "post by" in answer["html"]
    assert kept(browser, "6").answer == "yes" and kept(browser, "6").despite == mourning


def test_an_apology_is_signed_for(browser: Browser) -> None:
    assert "the late delivery" in browser.decide("5", initials="SB")["html"]


def test_a_card_for_somebody_without_an_occasion(browser: Browser) -> None:
    answer = browser.decide("3", send="yes")
    assert 'class="card card"' in answer["html"]


def test_nobody_who_wants_none_gets_a_card(browser: Browser) -> None:
    assert 'class="card card"' not in browser.decide("7", send="yes")["html"]


def test_the_cards_are_made_as_they_were_seen_and_then_posted(browser: Browser) -> None:
    browser.decide("1", words="Come and see the roses, Rosa.", signer="Sophie", hand="vera")
    browser.decide("2", send="never")
    bar = browser.post("make", {}).get_json()["bar"]
    assert "They are made, just as you see them here." in bar and "file/cards.pdf" in bar
    made = cards(browser)
    assert list(made) == ["1"]
    assert made["1"]["text"] == "Dear Rosa,\n\nCome and see the roses, Rosa.\n\nWarmly,\nSophie"
    assert made["1"]["hand"] == "vera" and made["1"]["changed"] == ["words", "signer", "hand"]
    assert kept(browser, "1").words == "Come and see the roses, Rosa."
    assert "You have changed something since they were made" in browser.decide("1", words="Other words.")["bar"]
    browser.post("undo", {})
    assert browser.post("sent", {"but": {}}).get_json() == {"sent": 1}
    assert "In the post this month: 1." in browser.page()


def looks(browser: Browser) -> dict[str, bytes]:
    """How each card looks in the PDF that is printed."""
    folder, stock = browser.desk.batch_folder, browser.desk.at.proposed.inputs.card
    made = cards(browser)
    spots = [Spot(one["page"], one["cell"]) for one in made.values()]
    places = windows(Printed(FileKind.CARDS, (folder / "cards.pdf").read_bytes(), 1, "", tuple(spots)), stock)
    return dict(zip(made, card_pictures(folder / "cards.pdf", places), strict=True))


def test_in_the_file_that_is_printed_only_the_card_that_was_touched_is_another(browser: Browser) -> None:
    browser.post("make", {})
    before = looks(browser)
    browser.decide("1", words="Come and see the roses, Rosa.")
    browser.post("make", {})
    after = looks(browser)
    assert before["2"] == after["2"] and before["1"] != after["1"]


def test_who_waits_for_the_cards_is_told_how_many_words_a_hand_has_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser, seen = browser_of(tmp_path, tmp_path / "an empty cache"), []
    lay_out = layout.lay_out

    def looked_at(*what: Any) -> Any:
        seen.append(browser.get("doing").get_json()["doing"])
        return lay_out(*what)

    monkeypatch.setattr(layout, "lay_out", looked_at)
    for _ in range(2):
        browser.post("make", {})
    assert re.fullmatch(r"June writes these words for the first time: \d+ so far …", seen[0])
    assert seen[1] == "" and browser.get("doing").get_json() == {"doing": ""}


def test_all_but_some_are_posted(browser: Browser) -> None:
    browser.post("make", {})
    assert browser.post("sent", {"but": {"2026-11": [2]}}).get_json() == {"sent": 1}
    assert browser.post("sent", {"but": {"2026-11": ["2"]}}).status_code == 400


def test_it_ends_when_it_is_told_to(browser: Browser) -> None:
    assert browser.post("end", {}).get_json() == {"ended": True}
    assert browser.ended == [True]


def test_what_another_window_has_saved_is_not_lost(browser: Browser, own_cache: Path) -> None:
    other = browser_of(browser.desk.office.folder.home, own_cache)
    other.desk.read()
    other.decide("1", words="From the other window.")
    browser.decide("2", words="From this one.")
    assert kept(browser, "1").words == "From the other window."
    assert kept(browser, "2").words == "From this one."


def test_the_lock_beside_the_history_is_no_change_of_the_files(browser: Browser) -> None:
    history = browser.desk.office.folder.history
    history.mkdir(parents=True, exist_ok=True)
    (history / ".lock").touch()
    assert browser.desk.begin()


def test_a_full_disk_is_told_at_the_desk(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(ENOSPC, "No space left on device")

    browser.page()
    monkeypatch.setattr(type(browser.desk), "make", full)
    answer = browser.post("make", {})
    assert (answer.status_code, answer.get_json()["problem"]) == (
        409,
        "This was not done: No space left on device. "
        "Make room on the disk (and in the folder for temporary files), then try again.",
    )
