"""The pages beside the cards: the settings, what the spreadsheet says, each customer."""

import re
from dataclasses import fields
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from desks import Browser, browser_of
from offices import write_workbook

from notes.customers import CustomerId
from notes.desk.card_views import key_of
from notes.desk.settings_views import ENTRIES, TITLES, given
from notes.folders import Folder
from notes.history import Event, Kind, write_events
from notes.settings import Settings
from notes.settings_file import read_settings

MINE = '# mine\n[business]\nname = "Miter & Moss"\nsender = "Sophie"  # and Ben\nreturn_address = ["1 Mill"]\n'


@pytest.fixture
def browser(tmp_path: Path, own_cache: Path) -> Browser:
    (tmp_path / "notes.toml").write_text(MINE, encoding="utf-8")
    return browser_of(tmp_path, own_cache, lambda: read_settings(tmp_path / "notes.toml")[0])


def toml(browser: Browser) -> str:
    return browser.desk.office.folder.settings.read_text(encoding="utf-8")


def settings(browser: Browser) -> Settings:
    found, problems = read_settings(browser.desk.office.folder.settings)
    assert not problems
    return found


def set_(browser: Browser, section: str, name: str, value: object) -> Any:
    return browser.post("settings/set", {"section": section, "name": name, "value": value})


def text_of(browser: Browser, where: str) -> str:
    return unescape(browser.get(where).get_data(as_text=True))


def test_every_section_has_its_words_and_every_setting_its_sentence(browser: Browser) -> None:
    page = text_of(browser, "settings")
    assert set(TITLES) == {one.name for one in fields(Settings)} - {"occasions"}
    for section in set(TITLES) - set(ENTRIES):
        for one in fields(getattr(Settings(), section)):
            first = re.split(r" \(`", one.metadata["about"])[0]
            assert first in page and f'data-section="{section}" data-name="{one.name}"' in page


@pytest.mark.parametrize(
    ("section", "name", "value", "kept"),
    [
        ("business", "sender", " Sophie & Ben ", "Sophie & Ben"),
        ("business", "return_address", "Miter & Moss\n\n1 Mill Lane", ["Miter & Moss", "1 Mill Lane"]),
        ("business", "date_order", "day first", "day first"),
        ("picking", "years", "1, 5 10", [1, 5, 10]),
        ("picking", "thanks_a_month", "7", 7),
        ("picking", "one_card_a_household", False, False),
        ("wording", "same_wording_share", "0,5", 0.5),
        ("post", "days_to", "CA = 8\nGB=10", {"CA": 8, "GB": 10}),
        ("card", "hand", "vera", "vera"),
        ("envelope", "stock", "A2", "A2"),
    ],
)
def test_a_setting_is_meant_as_it_was_typed(section: str, name: str, value: object, kept: object) -> None:
    assert given(section, name, value) == kept


def test_a_setting_is_kept_with_all_else_in_the_file(browser: Browser) -> None:
    for section, name, value in (
        ("picking", "years", "1, 5, 10"),
        ("post", "days_to", "CA = 8"),
        ("card", "hand", "vera"),
    ):
        answer = set_(browser, section, name, value)
        assert answer.status_code == 200, answer.get_json()
    kept = settings(browser)
    assert (kept.picking.years, kept.post.days_to, kept.card.hand) == ([1, 5, 10], {"CA": 8}, "vera")
    assert toml(browser).startswith(MINE)
    set_(browser, "card", "hand", "june")
    assert "hand" not in toml(browser)  # it is the default again


@pytest.mark.parametrize(
    ("section", "name", "value", "said"),
    [
        ("picking", "thanks_a_month", "four", "“four” is not a whole number."),
        ("picking", "thanks_a_month", "-1", "-1 is a negative number. Write 0 or more."),
        ("business", "country", "Germany", "“Germany” is not a two-letter country code. Write DE."),
        ("card", "hand", "vear", "There is no hand “vear”. Did you mean “vera”?"),
        ("card", "stock", "9999", "There is no card stock “9999”"),
        (
            "business",
            "sign_off",
            "With all our very warmest wishes to you and yours " * 5,
            "fit",
        ),
        ("post", "days_to", "CA 8", "“CA 8” has no “=”. Write each on a line, like CA = 8."),
        ("card", "nib", "2", "There is no such setting."),
        ("signers", "x", "2", "There is no such setting."),
        ("picking", "years", ["1"], "There is no such setting."),
    ],
)
def test_what_cannot_be_used_is_refused_as_the_command_refuses_it(
    browser: Browser, section: str, name: str, value: object, said: str
) -> None:
    answer = set_(browser, section, name, value)
    assert answer.status_code == 400 and said in answer.get_json()["problem"]
    assert toml(browser) == MINE


def test_a_file_with_a_mistake_can_be_mended_here(browser: Browser) -> None:
    browser.desk.office.folder.settings.write_text(MINE + "[card]\nhand = 7\n", encoding="utf-8")
    assert "card.hand" in text_of(browser, "settings")
    assert set_(browser, "card", "hand", "vera").status_code == 200
    assert settings(browser).card.hand == "vera"


def test_what_is_no_toml_is_left_alone(browser: Browser) -> None:
    browser.desk.office.folder.settings.write_text("[card\n", encoding="utf-8")
    answer = set_(browser, "card", "hand", "vera")
    assert answer.status_code == 409 and "this line does not make sense" in answer.get_json()["problem"]
    assert toml(browser) == "[card\n"


def test_who_signs_is_added_and_taken_out(browser: Browser) -> None:
    def entry(**parts: str) -> Any:
        return browser.post("settings/entry", {"section": "signers", "name": "JP", "parts": parts})

    assert entry(name="Jen", hand="ines", title="your hygienist").status_code == 200
    assert settings(browser).signers["JP"].signature == "Jen, your hygienist"
    assert "Jen" in text_of(browser, "settings")
    assert "there is no name to sign with" in entry(hand="ines").get_json()["problem"].lower()
    entry(name="", hand="", title="")
    assert not settings(browser).signers
    assert browser.post("settings/entry", {"section": "card", "name": "x", "parts": {}}).status_code == 400


def test_the_settings_of_the_sample_are_only_shown(browser: Browser) -> None:
    browser.desk.office = browser.desk.office.__class__(
        **{**browser.desk.office.__dict__, "folder": Folder.find(Path("/"), sample=True)}
    )
    assert "belong to an invented business" in text_of(browser, "settings")
    assert set_(browser, "card", "hand", "vera").status_code == 409


LIST = [
    ["Client Surname", "Client Forename", "Client Addr", "Town", "Shoe"],
    ["Hale", "Otto", "1 Elm St", "Akron", "42"],
]


@pytest.fixture
def doubtful(browser: Browser) -> Browser:
    write_workbook(browser.desk.office.folder.customers, Customers=LIST)
    browser.desk.read()
    return browser


def test_columns_in_doubt_are_shown_with_their_cells_and_kept(doubtful: Browser) -> None:
    page = text_of(doubtful, "spreadsheet")
    asked = page[page.index("Is this right?") : page.index("What to look at")]
    assert "Client Addr" in asked and "1 Elm St" in asked and '<option value="street" selected>' in asked
    doubtful.post("spreadsheet/keep", {})
    assert settings(doubtful).columns["street"] == "Client Addr"
    assert "Is this right?" not in text_of(doubtful, "spreadsheet")


def test_a_column_is_what_the_person_says(doubtful: Browser) -> None:
    assert doubtful.post("spreadsheet/column", {"header": "Shoe", "field": "likes"}).status_code == 200
    assert settings(doubtful).columns == {"likes": "Shoe"}
    doubtful.desk.read()
    assert doubtful.desk.at.proposed.inputs.book.customers[0].details["likes"] == "42"
    assert doubtful.post("spreadsheet/column", {"header": "Shoe", "field": "shoe"}).status_code == 400


def test_what_is_wrong_is_there_with_the_worst_first(browser: Browser) -> None:
    write_workbook(
        browser.desk.office.folder.customers,
        Customers=[["Name", "Address 1", "City", "Birthday", "Qx"], ["Ann Lee", "1 Elm", "Troy", "31/02/1980", "1"]],
    )
    browser.desk.read()
    grave = re.findall(r'class="grave">([^<]+)<', text_of(browser, "spreadsheet"))
    order = ["please mend", "worth a look", "just so you know"]
    assert grave and grave == sorted(grave, key=order.index)
    assert "“31/02/1980” is not a date" in text_of(browser, "spreadsheet")


def test_which_comes_first_in_the_dates_is_asked_and_answered_there(browser: Browser) -> None:
    write_workbook(
        browser.desk.office.folder.customers,
        Customers=[["Name", "Address 1", "City", "Birthday"], ["Ann Lee", "1 Elm", "Troy", "11/12/1980"]],
    )
    browser.desk.read()
    assert "One thing in your files keeps cards from going as they should." in text_of(browser, "")
    assert "What comes first in your dates?" in text_of(browser, "spreadsheet")
    set_(browser, "business", "date_order", "month first")
    browser.desk.read()
    assert "What comes first in your dates?" not in text_of(browser, "spreadsheet")
    assert str(browser.desk.at.proposed.inputs.book.customers[0].birthday) == "1980-11-12"


def test_where_nothing_can_be_made_the_pages_are_there_all_the_same(browser: Browser) -> None:
    browser.desk.office.folder.customers.write_bytes(b"no workbook")
    browser.get("")
    browser.desk.reader.join()  # type: ignore[union-attr]
    assert "Something has to be mended first" in text_of(browser, "")
    assert "customers.xlsx" in text_of(browser, "spreadsheet")
    assert "Your business" in text_of(browser, "settings")


def test_a_customer_has_a_page_with_all_that_is_known(browser: Browser) -> None:
    folder = browser.desk.office.folder
    had = {"month": "2025-11", "customer_id": "1", "name": "Rosa Ortiz", "occasion": "birthday"}
    sent = Event(kind=Kind.SENT, at="2025-11-03T09:00:00Z", batch="2025-11", number=4, mentions=("likes",), **had)
    write_events(folder.history, "2025", [sent])
    browser.desk.read()
    browser.decide("1", more=["the week in Oslo"])
    page = text_of(browser, f"person-{key_of(CustomerId('1'))}")
    for one in ("1 Elm Street", "14 November 1980", "old roses", "the week in Oslo", "told here", "posted, 2025-11-03"):
        assert one in page
    assert 'class="card card"' in page and "Change the words" in page
    held = text_of(browser, f"person-{key_of(CustomerId('6'))}")
    assert "her mother died in May" in held and "Send a card anyway" in held and "They have had none so far." in held
    assert browser.get("person-Li4vLi4v").status_code == 404


def test_another_month_is_opened_and_a_page_of_the_first_changes_nothing_in_it(browser: Browser) -> None:
    browser.desk.read()
    assert browser.post("turn-to", {"to": "2026-12"}).status_code == 200
    browser.desk.read()
    assert "December 2026" in text_of(browser, "")
    late = {"customer_id": "1", "set": {"words": "Late."}, "month": "2026-11"}
    answer = browser.post("decide", late)
    assert answer.status_code == 409 and "another month was opened" in answer.get_json()["problem"]
    assert browser.post("turn-to", {"to": "../2026-12"}).status_code == 400
