"""The desk in a real browser, as a person uses it: needs Chromium and Playwright, and is skipped without them."""

import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from desks import Browser, browser_of
from pytest_socket import enable_socket

from notes.changes import read_record
from notes.customers import CustomerId
from notes.desk.serving import serve

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine (Debian's package: chromium)"),
]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def office(tmp_path: Path, own_cache: Path) -> Browser:
    return browser_of(tmp_path, own_cache)


@pytest.fixture(params=[1280, 390])
def page(request: pytest.FixtureRequest, chromium: Any, office: Browser) -> Iterator[Any]:
    """The desk, open in the browser; whatever the browser complains of fails the test."""
    enable_socket()
    served = serve(office.desk)
    Thread(target=served.run, daemon=True).start()
    page = chromium.new_page(viewport={"width": request.param, "height": 900})
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda asked: complaints.append(asked.url) if not asked.url.startswith(served.address) else None)
    page.goto(served.address)
    page.wait_for_selector("article.card", timeout=60_000)
    yield page
    page.close()
    served.ended.set()
    assert complaints == []


def card(page: Any, name: str) -> Any:
    return page.locator(f'[data-name="{name}"]')


def press(page: Any, where: Any, name: str) -> None:
    where.get_by_role("button", name=name, exact=True).first.click()


def kept(office: Browser, who: str) -> Any:
    return read_record(office.desk.batch_folder).of(CustomerId(who))


def soon(found: Any, seconds: float = 10) -> None:
    until = time.monotonic() + seconds
    while not found():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_the_card_is_written_again_while_she_types(page: Any, office: Browser) -> None:
    rosa = card(page, "Rosa Ortiz")
    picture = rosa.locator(".paper img")
    soon(lambda: picture.evaluate("image => image.complete && image.naturalWidth > 0"))
    before = picture.get_attribute("src")
    press(page, rosa, "Change the words")
    rosa.locator("textarea[data-field=words]").fill("Come and see the roses, Rosa.")
    begun = time.monotonic()
    soon(lambda: picture.get_attribute("src") != before)
    soon(lambda: picture.evaluate("image => image.complete && image.naturalWidth > 0"))
    assert time.monotonic() - begun < 5  # a second on a machine that has nothing else to do
    assert kept(office, "1").words == "Come and see the roses, Rosa."
    assert page.evaluate("document.activeElement.dataset.field") == "words"
    press(page, rosa, "Done")
    rosa.get_by_text("Changed by you: the words.").wait_for()
    page.locator("#bar").get_by_role("button", name=re.compile("^Undo")).click()
    rosa.get_by_text("Changed by you").wait_for(state="detached")
    assert kept(office, "1").words == ""


def test_a_month_from_the_first_look_to_the_post(page: Any, office: Browser) -> None:
    ben, rosa = card(page, "Ben Hale"), card(page, "Rosa Ortiz")
    press(page, ben, "One more thing you know")
    ben.locator("[data-field=more]").fill("the week in Oslo")
    press(page, ben, "Use it")
    ben.get_by_text("Changed by you: what you know.").wait_for()
    assert "the week in Oslo" in ben.locator(".option[aria-pressed=true]").inner_text()
    press(page, rosa, "Not now")
    press(page, rosa, "Next month")
    rosa.get_by_text("You put this card off until 1 December 2026.").wait_for()
    press(page, card(page, "Una Lund"), "Send a card anyway")
    card(page, "Una Lund").locator(".option").first.wait_for()
    ida = card(page, "Ida Wolf")
    ida.locator("[data-field=initials]").first.fill("SB")
    press(page, ida, "Sign for it")
    ida.locator(".option").first.wait_for()
    page.locator("#bar").get_by_role("link", name="Make the cards").click()
    press(page, page.locator("#finish"), "Make the cards")
    page.get_by_text("They are made, just as you see them here.").wait_for(timeout=60_000)
    batch = (office.desk.batch_folder / "batch.json").read_text(encoding="utf-8")
    assert "the week in Oslo" in batch and "Rosa Ortiz" not in batch and "the late delivery" in batch
    link = page.get_by_role("link", name="Open cards.pdf")
    asked = "async (where) => (await fetch(where)).headers.get('Content-Type')"
    assert page.evaluate(asked, link.get_attribute("href")) == "application/pdf"
    page.get_by_text("Not all of them?").click()
    page.get_by_role("checkbox", name="Ben Hale").uncheck()
    press(page, page.locator("#finish"), "They are in the post")
    page.get_by_text("In the post this month: 2.").wait_for(timeout=60_000)


def test_everything_can_be_done_from_the_keyboard(page: Any, office: Browser) -> None:
    def next_is(name: str) -> bool:
        page.keyboard.press("j")
        return bool(page.evaluate("document.activeElement.dataset.name") == name)

    soon(lambda: next_is("Rosa Ortiz"))  # the page may not listen yet
    assert next_is("Ben Hale")
    page.keyboard.press("2")
    soon(lambda: kept(office, "2").choice)
    page.keyboard.press("m")
    card(page, "Ben Hale").locator("[data-field=more]").wait_for()
    page.keyboard.type("the new kiln")
    page.keyboard.press("Enter")
    soon(lambda: kept(office, "2").more == ("the new kiln",))
    soon(lambda: page.evaluate("document.activeElement.dataset.name") == "Ben Hale")
    page.keyboard.press("u")
    soon(lambda: kept(office, "2").more == ())


def test_a_quick_hand_need_not_wait_for_what_is_being_saved(page: Any, office: Browser) -> None:
    def late(route: Any) -> None:
        time.sleep(0.3)
        route.continue_()

    soon(lambda: page.keyboard.press("j") or page.evaluate("document.activeElement.dataset.name") == "Rosa Ortiz")
    page.route("**/decide", late)
    with page.expect_response("**/decide"):
        page.keyboard.press("2")
        page.keyboard.press("m")
    card(page, "Rosa Ortiz").locator(".option[aria-pressed=true][data-number='2']").wait_for()
    card(page, "Rosa Ortiz").locator("[data-field=more]").wait_for(timeout=5000)


def test_somebody_is_found_and_the_rest_steps_aside(page: Any) -> None:
    page.get_by_label("Find a person").fill("örtiz")
    assert card(page, "Rosa Ortiz").is_visible() and not card(page, "Ben Hale").is_visible()
    page.get_by_label("Find a person").fill("nobody of that name")
    assert page.get_by_text("Nobody here by that name.").is_visible()


def test_nothing_is_wider_than_the_window(page: Any) -> None:
    press(page, card(page, "Rosa Ortiz"), "Change the words")
    card(page, "Rosa Ortiz").locator("textarea").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
