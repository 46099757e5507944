"""The desk in a real browser, as a person uses it: needs Chromium and Playwright, and is skipped without them."""

import re
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from desks import Browser, browser_of
from pytest_socket import enable_socket
from recorded import saying, writer

from notes.changes import read_record
from notes.customers import CustomerId
from notes.desk.serving import serve
from notes.settings import Settings
from notes.settings_file import read_settings

try:
    import axe_playwright_python.base as axe
except ImportError:  # an older set of tools
    axe = None

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine (Debian's package: chromium)"),
]


MINE = '[business]\nname = "Miter & Moss"\nsender = "Sophie & Ben"\nreturn_address = ["1 Mill"]\n'
A_SCREEN, A_PHONE = 1280, 390  # pixels
TO_TRY, TO_CLOSE = 240, 60  # seconds that a test may take, and a page or the browser to close


@contextmanager
def at_most(seconds: int) -> Iterator[None]:
    """Fail in here, with the place, where a browser never answers."""

    def over(*_: object) -> None:
        raise TimeoutError(f"this took more than {seconds} seconds")

    if not hasattr(signal, "SIGALRM"):  # Windows
        yield
        return
    before = signal.signal(signal.SIGALRM, over)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        with at_most(TO_CLOSE):
            browser.close()


@pytest.fixture
def office(tmp_path: Path, own_cache: Path) -> Browser:
    (tmp_path / "notes.toml").write_text(MINE, encoding="utf-8")
    return browser_of(tmp_path, own_cache, lambda: read_settings(tmp_path / "notes.toml")[0])


@pytest.fixture
def width(request: pytest.FixtureRequest) -> int:
    return getattr(request, "param", A_SCREEN)


both = pytest.mark.parametrize("width", [A_SCREEN, A_PHONE], indirect=True)


def is_a_fault(message: Any) -> bool:
    """Whether the browser complains; that a value was refused (400) is an answer, which the page shows."""
    return message.type == "error" and "400 (BAD REQUEST)" not in message.text


@pytest.fixture
def page(width: int, chromium: Any, office: Browser) -> Iterator[Any]:
    """The desk, open in the browser; whatever the browser complains of fails the test."""
    office.desk.read()
    with served(office) as address, at_most(TO_TRY):
        page = chromium.new_page(viewport={"width": width, "height": 900})
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text) if is_a_fault(message) else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda asked: complaints.append(asked.url) if not asked.url.startswith(address) else None)
        page.goto(address)
        page.wait_for_selector("article.card", timeout=60_000)
        yield page
        with at_most(TO_CLOSE):
            page.close()
    assert complaints == []


@contextmanager
def served(office: Browser) -> Iterator[str]:
    """The address of the desk, for as long as the server runs."""
    enable_socket()
    one = serve(office.desk)
    answering = Thread(target=one.run, daemon=True)
    answering.start()
    try:
        yield one.address
    finally:
        one.ended.set()
        answering.join()


def card(page: Any, name: str) -> Any:
    return page.locator(f'[data-name="{name}"]')


def press(page: Any, where: Any, name: str) -> None:
    where.get_by_role("button", name=name, exact=True).first.click()


def kept(office: Browser, who: str) -> Any:
    return read_record(office.desk.batch_folder).of(CustomerId(who))


def soon(found: Any, seconds: float = 120) -> None:
    until = time.monotonic() + seconds
    while not found():
        assert time.monotonic() < until
        time.sleep(0.02)


LEAVES = "() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"  # is asked whether she means it
TYPES = (
    f"() => {{ document.activeElement.dispatchEvent(new Event('input', {{ bubbles: true }})); return ({LEAVES})(); }}"
)


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
    assert time.monotonic() - begun < 20  # a second on a machine that has nothing else to do
    assert kept(office, "1").words == "Come and see the roses, Rosa."
    assert page.evaluate("document.activeElement.dataset.field") == "words"
    assert not page.evaluate(f"({LEAVES})()") and page.evaluate(f"({TYPES})()")
    press(page, rosa, "Done")
    rosa.get_by_text("Changed by you: the words.").wait_for()
    page.locator("#bar").get_by_role("button", name=re.compile("^Undo")).click()
    rosa.get_by_text("Changed by you").wait_for(state="detached")
    soon(lambda: kept(office, "1").words == "")


@both
def test_a_month_from_the_first_look_to_the_post(page: Any, office: Browser) -> None:
    ben, rosa = card(page, "Ben Hale"), card(page, "Rosa Ortiz")
    press(page, ben, "One more thing you know")
    ben.locator("[data-field=more]").fill("the week in Oslo")
    press(page, ben, "Use it")
    ben.get_by_text("Changed by you: what you know.").wait_for()
    assert "the week in Oslo" in ben.locator(".option[aria-pressed=true]").inner_text()
    press(page, rosa, "Not now")
    press(page, rosa, "Not this time")
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
    answer = page.request.get(link.evaluate("link => link.href"), timeout=60_000)
    assert answer.headers["content-type"] == "application/pdf"
    page.get_by_text("Not all of them?").click()
    page.get_by_role("checkbox", name="Ben Hale").uncheck()
    press(page, page.locator("#finish"), "They are in the post")
    page.get_by_text("In the post this month: 2.").wait_for(timeout=60_000)
    page.get_by_role("button", name="Take it back: 2 cards not in the post yet").click()
    page.get_by_role("button", name="They are in the post").wait_for(timeout=60_000)


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
    card(page, "Rosa Ortiz").locator(".option[data-number='2']").wait_for(timeout=60_000)
    page.route("**/decide", late)
    with page.expect_response("**/decide", timeout=60_000):
        page.keyboard.press("2")
        page.keyboard.press("m")
    card(page, "Rosa Ortiz").locator(".option[aria-pressed=true][data-number='2']").wait_for()
    card(page, "Rosa Ortiz").locator("[data-field=more]").wait_for(timeout=5000)


def test_somebody_is_found_and_the_rest_steps_aside(page: Any) -> None:
    page.get_by_label("Find a person").fill("örtiz")
    assert card(page, "Rosa Ortiz").is_visible() and not card(page, "Ben Hale").is_visible()
    page.get_by_label("Find a person").fill("nobody of that name")
    assert page.get_by_text("Nobody here by that name.").is_visible()


def ensure_fit(page: Any, width: int) -> None:
    """See that nothing is wider than the window, and that axe finds nothing serious."""
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if axe is None:
        pytest.skip("axe is not installed (axe-playwright-python)")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    page.evaluate(axe.AXE_SCRIPT)
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")["violations"]
    grave = [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")]
    assert not grave


@both
def test_every_page_fits_its_window_and_can_be_read_by_everybody(page: Any, width: int, office: Browser) -> None:
    for button, panel in (("Change the words", "words"), ("One more thing you know", "more"), ("Not now", "later")):
        press(page, card(page, "Rosa Ortiz"), button)
        card(page, "Rosa Ortiz").locator(f".panel.{panel}").wait_for()
    ensure_fit(page, width)
    page.get_by_role("link", name="Rosa Ortiz").click()
    page.get_by_role("heading", name="What is known").wait_for()
    ensure_fit(page, width)
    for link, heading in (("Spreadsheet", "Your spreadsheet"), ("Settings", "Settings")):
        page.get_by_role("navigation").get_by_role("link", name=link).click()
        page.get_by_role("heading", name=heading, exact=True).wait_for()
        ensure_fit(page, width)
    page.get_by_role("link", name="your own hand").click()
    page.get_by_role("heading", name="Your own hand").wait_for()
    ensure_fit(page, width)
    office.desk.office.folder.customers.write_bytes(b"no workbook")
    page.get_by_role("navigation").get_by_role("link", name="Cards").click()
    page.get_by_role("heading", name="Something has to be mended first").wait_for(timeout=60_000)
    ensure_fit(page, width)


def test_a_setting_is_saved_as_one_leaves_it_and_refused_where_it_cannot_be(page: Any, office: Browser) -> None:
    page.get_by_role("link", name="Settings").click()
    signs, country = page.get_by_label("Who signs the cards"), page.get_by_label("Your own country")
    signs.fill("Sophie")
    signs.blur()
    page.get_by_text("Saved.").wait_for()
    assert settings(office).business.sender == "Sophie"
    page.get_by_role("button", name="Undo").click()
    soon(lambda: settings(office).business.sender == "Sophie & Ben")
    soon(lambda: signs.input_value() == "Sophie & Ben")
    country.fill("Germany")
    country.blur()
    page.get_by_text("Write DE.").wait_for()
    assert settings(office).business.country == "US" and country.input_value() == "Germany"


def settings(office: Browser) -> Settings:
    return read_settings(office.desk.office.folder.settings)[0]


def test_a_question_is_answered_on_the_page_of_the_customer(page: Any, office: Browser) -> None:
    page.get_by_role("link", name="Una Lund").click()
    page.get_by_text("Taken to mean").wait_for()
    press(page, card(page, "Una Lund"), "Send a card anyway")
    card(page, "Una Lund").locator(".option").first.wait_for()
    assert kept(office, "6").answer == "yes"
    page.locator("#bar").get_by_role("button", name=re.compile("^Undo")).click()
    card(page, "Una Lund").get_by_role("button", name="Send a card anyway").wait_for()


def test_what_is_printed_is_made_once_more_measured_and_the_month_turned(page: Any, office: Browser) -> None:
    finish = page.locator("#finish")
    press(page, finish, "Make the cards")
    page.get_by_text("They are made").wait_for(timeout=60_000)
    page.get_by_text("Print single cards once more").click()
    finish.get_by_role("checkbox", name="2 Ben Hale").check()
    press(page, finish, "Make these once more")
    page.get_by_role("link", name="Open reprint-cards.pdf").wait_for(timeout=60_000)
    page.get_by_text("Do they come out crooked?").click()
    for number, field in enumerate(finish.locator("[name=measured]").all()):
        field.fill(["32", "30", "28", "30"][number % 4])
    press(page, finish, "Correct the printer")
    page.get_by_text("and they come out right").wait_for()
    page.get_by_role("button", name="December 2026 ›").click()
    page.get_by_role("heading", name="December 2026").wait_for(timeout=60_000)


def test_a_writer_drafts_for_a_card_while_another_is_looked_at(page: Any, office: Browser, tmp_path: Path) -> None:
    draft = "Happy birthday, Rosa! I hope the old roses are at their best on the day."
    with writer(lambda _: saying(draft)) as recorded:
        named = f'{MINE}[writer]\naddress = "{recorded.address}"\nmodel = "small"\n'
        (tmp_path / "notes.toml").write_text(named, encoding="utf-8")
        office.desk.read()
        page.reload()
        rosa, ben = card(page, "Rosa Ortiz"), card(page, "Ben Hale")
        press(page, rosa, "Ask my writer")
        press(page, ben, "Not now")
        page.get_by_text("None goes unless you take it.").wait_for()
    drafted = rosa.locator(".option", has_text="drafted by your writer")
    assert drafted.get_attribute("aria-pressed") == "false"
    drafted.click()
    rosa.locator(".option[aria-pressed=true]", has_text="drafted by your writer").wait_for()
    assert kept(office, "1").choice == draft
    assert ben.locator(".panel.later").is_visible()
